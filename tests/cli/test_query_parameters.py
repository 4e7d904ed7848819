"""The options of `kg query` come from the query."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

type Kg = Callable[..., Result]

HEADER = "visitor,destination,country,when,kind,modality\n"
VISIT = f"{HEADER}Ana Zupan,Vienna,Austria,2024-03-04,official,actual\n"

ANSWERS = [
    (("visits", "--country", "austria", "--since", "2024-01"), VISIT),
    (("--country", "Austria", "visits"), VISIT),
    (("visits", "--country=Slovenia"), HEADER),
    (("visits", "--until", "2023", "--format", "csv"), HEADER),
]


@pytest.mark.parametrize(("arguments", "expected"), ANSWERS)
def test_narrowed(kg: Kg, turtle: Path, arguments: tuple[str, ...], expected: str) -> None:
    result = kg("query", turtle, *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.replace("\r\n", "\n") == expected


def test_a_query_in_a_file_has_its_own(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    path = tmp_path / "met.rq"
    path.write_text(
        "SELECT ?name {\n  ?who :met ?whom ; rdfs:label ?name .\n"
        "  # $WHOM (:Person) who was met\n  #   ?who :met ?WHOM .\n}\nORDER BY ?name\n",
        encoding="utf-8",
    )
    assert kg("query", turtle, path).stdout.splitlines() == ["name", "Ana Zupan", "Karl Wieser"]
    assert kg("query", turtle, path, "--whom", "karl wieser").stdout.splitlines() == ["name", "Ana Zupan"]


def test_help_lists_them(kg: Kg, turtle: Path) -> None:
    told = kg("query", turtle, "visits", "--help").stdout
    assert re.search(r"--country +NAME +The country that is visited\.", told)
    assert "visited" not in kg("query", turtle, "offices", "--help").stdout


ERRORS = [
    (("visits", "--country", "Austia"), "--country Austia: the graph has no such country; did you mean Austria"),
    (("visits", "--since", "soon"), "--since soon: no day, month or year"),
    (("visits", "--country", "} DROP ALL #"), "--country } DROP ALL #: the graph has no such country; it has Austria"),
]


@pytest.mark.parametrize(("arguments", "message"), ERRORS)
def test_bad_values(kg: Kg, turtle: Path, arguments: tuple[str, ...], message: str) -> None:
    result = kg("query", turtle, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kg: {message}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [("visits", "--colour", "red"), ("ASK {}", "--country", "Austria"), ("none.rq", "--country", "x")]
)
def test_options_that_the_query_has_not(kg: Kg, turtle: Path, arguments: tuple[str, ...]) -> None:
    result = kg("query", turtle, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No such option" in result.stderr
