"""Graphs are opened by their extension and asked in SPARQL."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.model import Reading
from kg.rdf.write import to_quads
from kg.store import open_graph, query


def test_the_usual_prefixes_need_not_be_declared(turtle: Path) -> None:
    store = open_graph(turtle)
    names = [
        row["name"].value for row in query(store, "SELECT ?name { ?p a :Person ; rdfs:label ?name } ORDER BY ?name")
    ]
    assert names == ["Ana Zupan", "Karl Wieser", "Matej Kos"]
    assert bool(query(store, "ASK { country:slovenia kg:memberOf body:alpine-league }"))


def test_named_graphs_are_asked_as_one(reading: Reading, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = ox.Store(str(folder))
    store.extend(to_quads([reading]))
    store.flush()
    del store
    opened = open_graph(folder)
    assert bool(query(opened, "ASK { person:ana-zupan :met person:karl-wieser }"))
    assert bool(query(opened, "ASK { GRAPH ?g { person:ana-zupan :met person:karl-wieser } }"))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.ttl", None, "no such graph"),
        ("graph.txt", "", "cannot tell the format"),
        ("wrong.ttl", "this is not Turtle", "not valid Turtle"),
        ("wrong.trig", "<a> <b> {", "not valid TriG"),
        ("wrong.rdf", "<html>", "not valid RDF/XML"),
        ("wrong.jsonld", "{", "not valid JSON-LD"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(KgError) as error:
        open_graph(path)
    assert message in str(error.value)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_what_several_graphs_say_is_counted_once() -> None:
    store = ox.Store()
    data = """@prefix : <https://w3id.org/communique/ontology#> .
        :one { :a :met :b } :two { :a :met :b , :c } :three { :a :met :b } { :a :met :b , :d }"""
    store.load(data, format=ox.RdfFormat.TRIG)
    rows = query(store, "SELECT ?who { :a :met ?who } ORDER BY ?who")
    assert [row["who"].value.rpartition("#")[2] for row in rows] == ["b", "c", "d"]
    ((count,),) = query(store, "SELECT (COUNT(*) AS ?count) { :a :met ?one , ?two }")
    assert count.value == "9"
    ((graphs,),) = query(store, "SELECT (COUNT(*) AS ?count) { GRAPH ?graph { :a :met :b } }")
    assert graphs.value == "3"
    ((one,),) = query(store, "SELECT (COUNT(*) AS ?count) FROM :two { :a :met ?who }")
    assert one.value == "2"
    with pytest.raises(KgError, match="not valid SPARQL"):
        query(store, "SELECT * { :a <met> ?who }")
    assert len(store) == 6


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="holds no store"):
        open_graph(tmp_path)


def test_bad_queries(turtle: Path) -> None:
    with pytest.raises(KgError, match="not valid SPARQL"):
        query(open_graph(turtle), "SELECT WHERE")
