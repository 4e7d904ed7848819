"""`kg facts` lists the rows of a graph as JSON Lines, CSV or tables."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from kg.facts import facts

type Kg = Callable[..., Result]


def test_json_lines_unless_on_a_terminal(kg: Kg, turtle: Path) -> None:
    result = kg("facts", turtle)
    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == list(facts(turtle))
    assert "“Our neighbours never blocked the railway,” Zupan said." in result.stdout


def test_one_type(kg: Kg, turtle: Path) -> None:
    rows = [json.loads(line) for line in kg("facts", turtle, "--type", "meeting").stdout.splitlines()]
    assert [row["type"] for row in rows] == ["meeting"]


def test_csv_has_labels_for_entities(kg: Kg, turtle: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(kg("facts", turtle, "--type", "meeting", "--format", "csv").stdout))
    assert row["participants"] == "Ana Zupan; Karl Wieser"
    assert (row["place"], row["kind"], row["date"]) == ("Vienna", "summit", "2024-03")
    assert row["evidence"] == "She met Austrian Chancellor Karl Wieser"
    assert int(row["end"]) - int(row["start"]) == len(row["evidence"])
    assert row["asserter"] == ""


def test_csv_of_all_types_has_all_columns(kg: Kg, turtle: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(kg("facts", turtle, "--format", "csv").stdout)))
    assert [row["type"] for row in rows] == [row["type"] for row in facts(turtle)]
    visit = next(row for row in rows if row["type"] == "visit")
    assert (visit["visitor"], visit["plover"]) == ("Ana Zupan", "")


def test_tables(kg: Kg, turtle: Path) -> None:
    out = kg("facts", turtle, "--format", "table").stdout
    assert "visit (1)" in out
    assert "measure (1)" in out
    assert "Vienna" in out
    assert "nif-core" not in out


def test_words_are_not_taken_for_markup(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    graph = tmp_path / "marked.ttl"
    graph.write_text(turtle.read_text(encoding="utf-8").replace('"Ana Zupan"', '"Ana [bold]Zupan\\u001B[1m"'), "utf-8")
    out = kg("facts", graph, "--type", "visit", "--format", "table").stdout
    assert "[bold]" in out
    assert "\x1b" not in out


ERRORS = [
    (("--type", "treaty"), "treaty: no such type of fact; choose one of entity, date, office"),
    (("--format", "xls"), "xls: no such format for rows; choose one of jsonl, table, csv"),
]


@pytest.mark.parametrize(("options", "message"), ERRORS)
def test_bad_options(kg: Kg, turtle: Path, options: tuple[str, ...], message: str) -> None:
    result = kg("facts", turtle, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kg: {message}")


GRAPHS = [
    ("none.ttl", None, "no such graph; build one with `kg build ARTICLE`"),
    ("broken.ttl", "<a> <b> 'c", "not valid Turtle"),
    ("broken.nq", "<a> <b> .", "not valid N-Quads"),
    ("article.txt", "Zupan met Wieser.", "cannot tell the format"),
    ("folder.ttl", "", "holds no store"),
]


@pytest.mark.parametrize("command", [("facts",), ("query",), ("query", "visits"), ("check",), ("view",)])
@pytest.mark.parametrize(("name", "content", "message"), GRAPHS)
def test_graphs_that_cannot_be_read(
    kg: Kg, tmp_path: Path, command: tuple[str, ...], name: str, content: str | None, message: str
) -> None:
    graph = tmp_path / name
    if content:
        graph.write_text(content, encoding="utf-8")
    elif content is not None:
        graph.mkdir()
    result = kg(command[0], graph, *command[1:])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kg: {graph}: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ([] if content is None else [name])
