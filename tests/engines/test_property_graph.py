"""Ladybug (the successor of Kùzu) loads what `kg export --format kuzu` writes, and answers in Cypher as SPARQL does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from graphs import Data
from rows import Rows
from typer.testing import CliRunner

from kg.cli import app
from kg.store import open_graph
from kg.view.exports import plain
from kg.view.network import network

ladybug = pytest.importorskip("ladybug", reason="Ladybug is not installed; it is in requirements.lock")

type Ask = Callable[[str], list[list[object]]]


def loaded(graph: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What asks a Ladybug database with a graph in it."""
    done = CliRunner().invoke(app, ["export", str(graph), "--format", "kuzu", "--out", str(folder / "tables")])
    assert done.exit_code == 0, done.output
    monkeypatch.chdir(folder / "tables")
    connection = ladybug.Connection(ladybug.Database(str(folder / "network.lbug")))
    for statement in Path("schema.cypher").read_text("utf-8").splitlines():
        connection.execute(statement)
    return lambda cypher: connection.execute(cypher).get_all()


@pytest.fixture
def ask(data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    return loaded(data.file(".ttl"), tmp_path, monkeypatch)


def test_it_holds_the_network(data: Data, ask: Ask) -> None:
    graph = plain(network(open_graph(data.file(".ttl"))))
    fields = ("label", "class", "labels", "same_as", "x", "y", "size", "facts")
    nodes = {key: [node[field] or None for field in fields] for key, node in graph.nodes(data=True)}
    told = ask(f"MATCH (n) RETURN n.id, {', '.join(f'n.{field}' for field in fields)}")
    assert {key: [value or None for value in values] for key, *values in told} == nodes
    assert len(told) == len(nodes)
    edges = sorted(
        (s, t, edge["fact"].upper().replace("EVENT", "ACT"), edge["directed"], edge["facts"], edge["words"] or None)
        for s, t, edge in graph.edges(data=True)
    )
    told = ask("MATCH (s)-[r]->(t) RETURN s.id, t.id, label(r), r.directed, r.facts, r.words")
    assert sorted(map(tuple, told)) == edges


MET = """
PREFIX : <https://w3id.org/communique/ontology#>
SELECT DISTINCT ?a ?b { ?meeting a :Meeting ; :hasModality :actual ; :participant ?a, ?b . FILTER(STR(?a) < STR(?b)) }
"""
MET_CYPHER = """
MATCH (a)-[m:MEETING]-(b) WHERE label(a) <> 'Fact' AND label(b) <> 'Fact' AND m.modality = 'actual' AND a.id < b.id
RETURN a.id, b.id
UNION
MATCH (a)-[m:MEETING]->(:Fact)<-[n:MEETING]-(b) WHERE m.modality = 'actual' AND n.modality = 'actual' AND a.id < b.id
RETURN a.id, b.id
"""
VISITED = """
PREFIX : <https://w3id.org/communique/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?a ?b { ?visit a :Visit ; :visitor/rdfs:label ?a ; :destination/rdfs:label ?b }
"""
VISITED_CYPHER = (
    "MATCH (a)-[:VISIT]->(b) WHERE label(b) <> 'Fact' AND label(a) <> 'Fact' RETURN DISTINCT a.label, b.label"
)


@pytest.mark.parametrize(("sparql", "cypher"), [(MET, MET_CYPHER), (VISITED, VISITED_CYPHER)])
def test_cypher_answers_as_sparql_does(
    data: Data, ask: Ask, right: Callable[[str, str], Rows], sparql: str, cypher: str
) -> None:
    expected = {tuple(term.value for _, term in row) for row in right(data.name, sparql)}
    assert expected
    assert set(map(tuple, ask(cypher))) == expected


def test_odd_names(turtle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = r"""Ana\\"; DROP TABLE Person; "" 'Żupan', [x] {y}"""
    odd = tmp_path / "odd.nt"
    written = name.replace("\\", "\\\\").replace('"', '\\"')
    store = open_graph(turtle)
    lines = (f"{quad.triple} .\n" for quad in store)
    odd.write_text("".join(lines).replace('"Ana Zupan"', f'"{written}"'), encoding="utf-8")
    ask = loaded(odd, tmp_path, monkeypatch)
    assert [name] in ask("MATCH (p:Person) RETURN p.label")
