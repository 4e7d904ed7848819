"""`kg query` asks a graph by SPARQL, by the name of a question, or by a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from kg.queries import questions

type Kg = Callable[..., Result]

MET = "SELECT ?who { ?who :met person:karl-wieser }"
ZUPAN = "https://w3id.org/communique/id/person/ana-zupan"

ANSWERS = [
    ((MET,), f"who\n{ZUPAN}\n"),
    ((MET, "--format", "tsv"), f"?who\n<{ZUPAN}>\n"),
    (("ASK { ?who :met person:karl-wieser }",), "true\n"),
    (("ASK { ?who :met ?who }", "--format", "json"), '{"head":{},"boolean":false}\n'),
    (
        ("visits",),
        "visitor,destination,country,when,kind,modality\nAna Zupan,Vienna,Austria,2024-03-04,official,actual\n",
    ),
]


@pytest.mark.parametrize(("arguments", "expected"), ANSWERS)
def test_answers(kg: Kg, turtle: Path, arguments: tuple[str, ...], expected: str) -> None:
    result = kg("query", turtle, *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.replace("\r\n", "\n") == expected


def test_json_and_xml(kg: Kg, turtle: Path) -> None:
    found = json.loads(kg("query", turtle, MET, "--format", "json").stdout)
    assert found["results"]["bindings"] == [{"who": {"type": "uri", "value": ZUPAN}}]
    assert f"<uri>{ZUPAN}</uri>" in kg("query", turtle, MET, "--format", "xml").stdout


@pytest.mark.parametrize("options", [(), ("--format", "turtle")])
def test_construct_gives_turtle(kg: Kg, turtle: Path, options: tuple[str, ...]) -> None:
    out = kg("query", turtle, "CONSTRUCT { ?a :met ?b } WHERE { ?a :met ?b }", *options).stdout
    assert "@prefix person:" in out
    assert "person:ana-zupan :met person:karl-wieser ." in out


def test_a_table_has_short_names(kg: Kg, turtle: Path) -> None:
    out = kg(
        "query", turtle, "SELECT ?who ?type { ?who :met person:karl-wieser ; a ?type }", "--format", "table"
    ).stdout
    assert "person:ana-zupan" in out
    assert ":Person" in out
    assert "https:" not in out


def test_a_query_in_a_file(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    path = tmp_path / "met.rq"
    path.write_text(MET, encoding="utf-8")
    assert ZUPAN in kg("query", turtle, path).stdout


def test_without_a_query_the_names_are_listed(kg: Kg, turtle: Path) -> None:
    listed = [line.split("\t") for line in kg("query", turtle).stdout.splitlines()]
    assert {name: question for name, question, _ in listed} == questions()
    visits = "Who visited or will visit which place, and when?"
    assert ["visits", visits, "--person --country --place --since --until --publisher"] in listed


@pytest.mark.parametrize("name", questions())
def test_every_named_query_has_an_answer(kg: Kg, turtle: Path, name: str) -> None:
    result = kg("query", turtle, name)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 1


ERRORS = [
    (("visit",), "visit: no such query; did you mean visits?"),
    (("zzz",), "zzz: no such query; choose one of agreements, appointments"),
    (("none.rq",), "none.rq: cannot read this query (No such file or directory)"),
    (("SELECT * WHERE {",), "query: not valid SPARQL"),
    (("SELECT * { ?a nonsense:b ?c }",), "query: not valid SPARQL"),
    (("visits", "--format", "xls"), "xls: no such format for what this query gives; choose one of csv, tsv, json, xml"),
    (
        ("DESCRIBE person:ana-zupan", "--format", "csv"),
        "csv: no such format for what this query gives; choose one of turtle",
    ),
    (("SELECT * { SERVICE <file:///nowhere> { ?s ?p ?o } }",), "query: SERVICE would ask another server"),
]


@pytest.mark.parametrize(("arguments", "message"), ERRORS)
def test_bad_queries(kg: Kg, turtle: Path, arguments: tuple[str, ...], message: str) -> None:
    result = kg("query", turtle, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kg: {message}")
    assert result.stderr.count("\n") == 1


def test_what_follows_is_asked_on_request(kg: Kg, turtle: Path) -> None:
    pytest.importorskip("reasonable", reason="the reasoner is not installed (pip install 'communique[infer]')")
    people = "SELECT ?name { ?who a schema:Person ; rdfs:label ?name } ORDER BY ?name"
    assert kg("query", turtle, people).stdout.splitlines() == ["name"]
    assert kg("query", turtle, "--infer", people).stdout.splitlines() == [
        "name",
        "Ana Zupan",
        "Karl Wieser",
        "Matej Kos",
    ]
