"""The SPARQL 1.1 Protocol, as clients in the world use it."""

import json
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
from served import client

from kg.queries import questions, sparql
from kg.rdf.articles import graphs_of
from kg.rdf.folder import keep
from kg.store import open_graph, query

FORM = "application/x-www-form-urlencoded"
SELECT = "SELECT ?who ?whom { ?who :met ?whom } ORDER BY ?who"
DESCRIBE = "DESCRIBE person:ana-zupan"
RESULTS = "application/sparql-results+json"


def test_every_question_has_the_answer_that_the_store_gives(asking: httpx.Client, store: Path) -> None:
    for name in questions():
        found = asking.get("/sparql", params={"query": sparql(name)})
        assert (found.status_code, found.headers["content-type"]) == (200, RESULTS)
        wanted = query(open_graph(store), sparql(name))
        assert isinstance(wanted, ox.QuerySolutions)
        told = json.loads(wanted.serialize(format=ox.QueryResultsFormat.JSON) or b"")
        assert found.json()["head"] == told["head"]
        assert sorted(rows(found.json())) == sorted(rows(told)) != []  # what ORDER BY ties may come in any order


def rows(answer: dict[str, Any]) -> list[str]:
    return [json.dumps(row, sort_keys=True) for row in answer["results"]["bindings"]]


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_ways_to_ask(asking: httpx.Client, way: str) -> None:
    if way == "get":
        found = asking.get("/sparql", params={"query": SELECT})
    elif way == "form":
        found = asking.post("/sparql", data={"query": SELECT})
    else:
        headers = {"Content-Type": "application/sparql-query; charset=utf-8"}
        found = asking.post("/sparql", content=SELECT.encode(), headers=headers)
    assert found.status_code == 200
    assert [row["who"]["value"].rpartition("/")[2] for row in found.json()["results"]["bindings"]] == [
        "ana-zupan",
        "karl-wieser",
    ]


ACCEPTED = [
    (SELECT, "", RESULTS, b'{"head":'),
    (SELECT, "*/*", RESULTS, b'{"head":'),
    (SELECT, "application/json", "application/json", b'{"head":'),
    (SELECT, "application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
    (SELECT, "text/csv", "text/csv; charset=utf-8", b"who,whom\r\n"),
    (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?who\t?whom\n"),
    (SELECT, "text/turtle;q=0.9, text/csv;q=0.1", "text/csv; charset=utf-8", b"who,"),
    ("ASK { ?a :met ?b }", "", RESULTS, b'{"head":{},"boolean":true}'),
    ("ASK { ?a :met ?b }", "application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
    (DESCRIBE, "", "text/turtle; charset=utf-8", b"@prefix"),
    (DESCRIBE, "application/n-triples", "application/n-triples", b"<https://w3id.org/communique/id/person/ana-zupan>"),
    (DESCRIBE, "application/ld+json", "application/ld+json", b'[{"@id"'),
    (DESCRIBE, "application/rdf+xml", "application/rdf+xml", b"<?xml"),
    (DESCRIBE, "application/n-quads", "application/n-quads", b"<https://"),
    ("CONSTRUCT WHERE { ?a :met ?b }", "text/*", "text/turtle; charset=utf-8", b"@prefix"),
]


@pytest.mark.parametrize(("asked", "accept", "media", "start"), ACCEPTED)
def test_formats(asking: httpx.Client, asked: str, accept: str, media: str, start: bytes) -> None:
    found = asking.get("/sparql", params={"query": asked}, headers={"Accept": accept})
    assert (found.status_code, found.headers["content-type"], found.headers["vary"]) == (200, media, "Accept")
    assert found.content.startswith(start)


def test_head_tells_as_much(asking: httpx.Client) -> None:
    found = asking.head("/sparql", params={"query": SELECT})
    assert (found.status_code, found.headers["content-type"], found.content) == (200, RESULTS, b"")


GRAPHS = [
    ({}, "{ ?s a :Person }", 3),
    ({"default-graph-uri": "GRAPH"}, "{ ?s a :Person }", 3),
    ({"default-graph-uri": "urn:none"}, "{ ?s a :Person }", 0),
    ({"named-graph-uri": "GRAPH"}, "{ ?s a :Person }", 0),
    ({"named-graph-uri": "GRAPH"}, "{ GRAPH ?g { ?s a :Person } }", 3),
    ({"default-graph-uri": "GRAPH"}, "{ GRAPH ?g { ?s a :Person } }", 0),
    ({"default-graph-uri": ["urn:none", "GRAPH"], "named-graph-uri": "GRAPH"}, "{ ?s a :Person }", 3),
]


@pytest.mark.parametrize(("graphs", "pattern", "count"), GRAPHS)
def test_graphs_that_are_asked(
    asking: httpx.Client, store: Path, graphs: dict[str, str | list[str]], pattern: str, count: int
) -> None:
    (graph,) = open_graph(store).named_graphs()
    named = {
        key: [one.replace("GRAPH", graph.value) for one in ([value] if isinstance(value, str) else value)]
        for key, value in graphs.items()
    }
    found = asking.get("/sparql", params={"query": f"SELECT DISTINCT ?s {pattern}", **named})
    assert len(found.json()["results"]["bindings"]) == count


WRONG = [
    ({"params": {"query": "SELECT"}}, 400, "query: not valid SPARQL"),
    ({"params": {"query": ["ASK {}", "ASK {}"]}}, 400, "2 parameters query; send one"),
    ({"params": {"query": "ASK {}", "default-graph-uri": "here"}}, 400, "here: not the IRI of a graph"),
    ({"params": {"query": SELECT}, "headers": {"Accept": "image/png"}}, 406, "no such format for this; accept one of"),
    ({"params": {"query": DESCRIBE}, "headers": {"Accept": "text/csv"}}, 406, "no such format for this; accept one of"),
    ({"params": {"update": "CLEAR ALL"}}, 405, "an update is sent by POST"),
    ({"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }"}}, 400, "query: SERVICE would ask"),
    ({"data": {"query": "SELECT * {"}}, 400, "query: not valid SPARQL"),
    ({"data": {"nothing": ""}}, 400, "0 parameters query; send one"),
    ({"content": b"SELECT", "headers": {"Content-Type": "text/plain"}}, 415, "text/plain: send application/x-www-"),
    ({"content": b"SELECT"}, 415, "no Content-Type: send application/x-www-"),
    ({"content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400, "not UTF-8"),
    ({"content": b"query=%ff", "headers": {"Content-Type": FORM}}, 400, "these parameters cannot be read"),
    ({"data": {"update": "CLEAR ALL"}}, 403, "this server only reads; its owner may start it with --writable"),
    (
        {"content": b"CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}},
        403,
        "this server only reads",
    ),
]


@pytest.mark.parametrize(("request_", "status", "reason"), WRONG)
def test_what_is_wrong_is_told(asking: httpx.Client, request_: dict, status: int, reason: str) -> None:  # type: ignore[type-arg]
    found = asking.request("GET" if "params" in request_ else "POST", "/sparql", **request_)
    assert (found.status_code, found.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert found.text.startswith(reason)
    assert found.text.count("\n") == 1


def test_description(asking: httpx.Client) -> None:
    found = asking.get("/sparql", headers={"Accept": "application/n-triples"})
    store = ox.Store()
    store.load(found.content, format=ox.RdfFormat.N_TRIPLES)
    sd = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
    asked = sd + "SELECT ?at { ?s a sd:Service ; sd:endpoint ?at ; sd:feature sd:UnionDefaultGraph }"
    ((at,),) = store.query(asked)
    assert at.value == str(asking.base_url.join("/sparql"))
    assert len(list(store.query(sd + "SELECT * { ?s sd:resultFormat ?format }"))) == 10
    assert [language.value.rpartition("#")[2] for (language,) in store.query(
        sd + "SELECT ?l { ?s sd:supportedLanguage ?l }")] == ["SPARQL11Query"]  # fmt: skip
    assert len(list(store.query(sd + "SELECT * { ?d sd:namedGraph/sd:name ?graph }"))) == 1


def test_a_browser_is_led_to_the_editor(asking: httpx.Client) -> None:
    found = asking.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    assert (found.status_code, found.headers["location"]) == (303, "query")


def test_other_origins_are_let_in_only_when_asked_for(asking: httpx.Client, turtle: Path) -> None:
    origin = {"Origin": "https://maps.example"}
    assert "access-control-allow-origin" not in asking.get("/sparql", headers=origin).headers
    with client(turtle, "--cors", "https://maps.example") as other:
        found = other.get("/sparql", params={"query": "ASK {}"}, headers=origin)
        assert found.headers["access-control-allow-origin"] == "https://maps.example"
        preflight = other.options("/sparql", headers={**origin, "Access-Control-Request-Method": "POST"})
        assert preflight.status_code == 200
        stranger = other.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": "https://else.example"})
        assert "access-control-allow-origin" not in stranger.headers


def test_what_several_graphs_say_is_one_row(store: Path, tmp_path: Path) -> None:
    """Names and classes of entities stand in the graph of each article."""
    first = list(open_graph(store))
    other = ox.NamedNode("urn:x:other")
    both = {other: {ox.Quad(q.subject, q.predicate, q.object, other) for q in first}}
    keep({**both, **graphs_of(store)}, tmp_path / "both")
    with client(tmp_path / "both") as asking_both, client(store) as asking_one:
        for name in questions():
            rows = [
                sorted(
                    one.get("/sparql", params={"query": sparql(name)}, headers={"Accept": "text/csv"}).text.split("\n")
                )
                for one in (asking_both, asking_one)
            ]
            assert rows[0] == rows[1], name
