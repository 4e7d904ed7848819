"""`kg export` writes the network of a graph so that other programs read it."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import Result

from kg.store import open_graph
from kg.view.exports import plain
from kg.view.network import network

type Kg = Callable[..., Result]

ZUPAN = "https://w3id.org/communique/id/person/ana-zupan"
VIENNA = "https://w3id.org/communique/id/place/vienna"


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networkx_reads_what_was_written(kg: Kg, turtle: Path, tmp_path: Path, format: str) -> None:
    path = tmp_path / f"network.{format}"
    result = kg("export", turtle, "--format", format, "--out", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    found = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[format](path)
    expected = plain(network(open_graph(turtle)))
    assert set(found) == set(expected)
    assert sorted(found.edges()) == sorted(expected.edges())
    assert (found.nodes[ZUPAN]["label"], found.nodes[ZUPAN]["class"]) == ("Ana Zupan", "Person")
    (visit,) = (edge for *_, edge in found.edges(ZUPAN, data=True) if edge["fact"] == "visit")
    assert (visit["label"], visit["dates"], visit["modality"]) == ("visits", "2024-03-04", "actual")
    assert visit["words"] == "Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit"
    assert (visit["facts"], visit["directed"]) == (1, True)


def test_gexf_has_the_places_of_the_page(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    kg("export", turtle, "--format", "gexf", "--out", tmp_path / "network.gexf")
    node = nx.read_gexf(tmp_path / "network.gexf").nodes[ZUPAN]["viz"]
    shown = network(open_graph(turtle)).nodes[ZUPAN]
    assert (node["position"]["x"], node["position"]["y"]) == (shown["x"], -shown["y"])
    assert (node["color"]["r"], node["size"]) == (0xE6, shown["size"])


def test_csv_has_the_headers_of_neo4j(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    result = kg("export", turtle, "--format", "csv", "--out", folder)
    assert result.stdout.splitlines() == [str(folder / "nodes.csv"), str(folder / "edges.csv")]
    nodes, edges = (list(csv.DictReader((folder / name).open(encoding="utf-8"))) for name in ("nodes.csv", "edges.csv"))
    ids = [node[":ID"] for node in nodes]
    assert len(set(ids)) == len(ids)
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= set(ids)
    assert {node[":LABEL"] for node in nodes} >= {"Person", "Country", "Place", "Fact"}
    (visit,) = (edge for edge in edges if edge[":TYPE"] == "VISIT")
    assert (visit[":START_ID"], visit[":END_ID"], visit["facts:int"]) == (ZUPAN, VIENNA, "1")
    assert (visit["directed:boolean"], float(visit["confidence:float"])) == ("true", 0.8)


def test_kuzu_has_a_schema_and_a_file_for_each_of_its_copies(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    result = kg("export", turtle, "--format", "kuzu", "--out", folder)
    names = [Path(line).name for line in result.stdout.splitlines()]
    assert names[0] == "schema.cypher"
    assert sorted(names) == sorted(path.name for path in folder.iterdir())
    schema = (folder / "schema.cypher").read_text(encoding="utf-8")
    assert sorted(re.findall(r"COPY \w+ FROM '(.+?)'", schema)) == sorted(names[1:])
    assert "CREATE NODE TABLE Person(id STRING PRIMARY KEY, label STRING" in schema
    assert "CREATE REL TABLE VISIT(FROM Person TO Place, label STRING" in schema
    (visit,) = csv.DictReader((folder / "VISIT-Person-Place.csv").open(encoding="utf-8"))
    assert (visit["from"], visit["to"], visit["directed"]) == (ZUPAN, VIENNA, "true")


@pytest.mark.parametrize(
    ("format", "name"), [("graphml", "a.graphml"), ("gexf", "a.gexf"), ("csv", "a-csv"), ("kuzu", "a-kuzu")]
)
def test_beside_the_graph(kg: Kg, turtle: Path, tmp_path: Path, format: str, name: str) -> None:
    (tmp_path / "a.ttl").write_bytes(turtle.read_bytes())
    kg("export", tmp_path / "a.ttl", "--format", format)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["a.ttl", name])


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv", "kuzu"])
def test_the_same_bytes_from_a_store(kg: Kg, turtle: Path, tmp_path: Path, format: str) -> None:
    kg("load", turtle, "--store", tmp_path / "store")
    for graph, out in ((turtle, "file"), (tmp_path / "store", "folder")):
        assert kg("export", graph, "--format", format, "--out", tmp_path / out).exit_code == 0
    paths = [[p] if p.is_file() else sorted(p.iterdir()) for p in (tmp_path / "file", tmp_path / "folder")]
    file, folder = ([path.read_bytes() for path in found] for found in paths)
    assert file == folder


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv"])
def test_what_xml_cannot_hold_and_an_empty_graph(kg: Kg, turtle: Path, tmp_path: Path, format: str) -> None:
    odd = tmp_path / "odd.ttl"
    odd.write_text(turtle.read_text("utf-8").replace('"Ana Zupan"', '"Ana\\u0001 <Zupan>,\\n \\"A\\""'), "utf-8")
    (tmp_path / "empty.ttl").write_bytes(b"")
    for graph in (odd, tmp_path / "empty.ttl"):
        assert kg("export", graph, "--format", format).exit_code == 0
    if format == "csv":
        rows = list(csv.reader(io.StringIO((tmp_path / "empty-csv" / "nodes.csv").read_text("utf-8"))))
        assert [row[0] for row in rows] == [":ID"]
        labels = [row["label"] for row in csv.DictReader((tmp_path / "odd-csv" / "nodes.csv").open(encoding="utf-8"))]
    else:
        read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[format]
        assert len(read(tmp_path / f"empty.{format}")) == 0
        labels = [node["label"] for node in read(tmp_path / f"odd.{format}").nodes.values()]
    assert 'Ana\N{REPLACEMENT CHARACTER} <Zupan>, "A"' in labels


ERRORS = [
    (("--format", "dot"), "dot: no such format for a network; choose one of graphml, gexf, csv, kuzu"),
    (("--out", "none/network.graphml"), "cannot be written"),
]


@pytest.mark.parametrize(("options", "message"), ERRORS)
def test_bad_options(
    kg: Kg, turtle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kg("export", turtle, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_nanopublications_are_trig(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    path = tmp_path / "facts.trig"
    result = kg("export", turtle, "--format", "nanopub", "--out", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    graphs = {graph.value.partition("#")[2] for graph in open_graph(path).named_graphs()}
    assert graphs == {"Head", "assertion", "provenance", "pubinfo"}
