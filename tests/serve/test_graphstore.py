"""The Graph Store Protocol and updates: who may write, and what is then read."""

from pathlib import Path

import httpx
import pytest
from served import client

from kg.rdf.articles import graphs_of
from kg.rdf.folder import keep
from kg.rdf.formats import serialize
from kg.store import open_graph

NAME = "https://news.example/graphs/one?a=b#c"
ONE = "<urn:a> <urn:b> 'one' ."
TWO = "<urn:a> <urn:b> 'two' ."
TURTLE = {"Content-Type": "text/turtle"}
PLAIN = {"Accept": "application/n-triples"}

type Headers = dict[str, str]


def names(asking: httpx.Client) -> list[str]:
    found = asking.get(
        "/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g {} }"}, headers={"Accept": "text/csv"}
    )
    return found.text.split()[1:]


def test_a_graph_is_put_read_added_to_and_deleted(writing: httpx.Client, bearer: Headers) -> None:
    where, before = {"graph": NAME}, names(writing)
    assert writing.get("/store", params=where).status_code == 404
    headers = {**bearer, **TURTLE}
    assert writing.put("/store", params=where, content=ONE, headers=headers).status_code == 201
    assert writing.get("/store", params=where, headers=PLAIN).text == '<urn:a> <urn:b> "one" .\n'
    assert writing.put("/store", params=where, content=TWO, headers=headers).status_code == 204
    assert writing.get("/store", params=where, headers=PLAIN).text == '<urn:a> <urn:b> "two" .\n'
    assert writing.post("/store", params=where, content=ONE, headers=headers).status_code == 204
    found = writing.get("/store", params=where, headers=PLAIN)
    assert found.text == '<urn:a> <urn:b> "one" .\n<urn:a> <urn:b> "two" .\n'
    assert writing.head("/store", params=where).status_code == 200
    assert sorted(names(writing)) == sorted([*before, NAME])
    assert writing.delete("/store", params=where, headers=bearer).status_code == 204
    assert writing.delete("/store", params=where, headers=bearer).status_code == 404
    assert names(writing) == before


def test_the_default_graph(writing: httpx.Client, bearer: Headers) -> None:
    assert writing.get("/store?default", headers=PLAIN).text == ""
    assert writing.put("/store?default", content=ONE, headers={**bearer, **TURTLE}).status_code == 204
    assert writing.put("/store?default", content=TWO, headers={**bearer, **TURTLE}).status_code == 204
    assert writing.get("/store?default", headers=PLAIN).text == '<urn:a> <urn:b> "two" .\n'
    assert writing.delete("/store?default", headers=bearer).status_code == 204
    assert writing.get("/store?default", headers=PLAIN).text == ""


@pytest.mark.parametrize(
    ("media", "data"),
    [
        ("text/turtle; charset=utf-8", "@base <http://x.example/> . <a> <b> 'é' ."),
        ("application/n-triples", "<http://x.example/a> <http://x.example/b> 'é' .".replace("'", '"')),
        ("application/ld+json", '{"@id": "http://x.example/a", "http://x.example/b": "é"}'),
        (
            "application/rdf+xml",
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x.example/">'
            '<r:Description r:about="http://x.example/a"><x:b>é</x:b></r:Description></r:RDF>',
        ),
    ],
)
def test_formats_that_are_put(writing: httpx.Client, bearer: Headers, media: str, data: str) -> None:
    headers = {**bearer, "Content-Type": media}
    assert writing.put("/store", params={"graph": NAME}, content=data.encode(), headers=headers).status_code == 201
    found = writing.get("/store", params={"graph": NAME}, headers=PLAIN)
    assert found.text == '<http://x.example/a> <http://x.example/b> "é" .\n'


def test_a_graph_comes_back_as_it_was_put(writing: httpx.Client, turtle: Path, bearer: Headers) -> None:
    headers = {**bearer, **TURTLE}
    assert (
        writing.put("/store", params={"graph": NAME}, content=turtle.read_bytes(), headers=headers).status_code == 201
    )
    kept = serialize(open_graph(turtle), "turtle")  # with numbers in their canonical form
    assert writing.get("/store", params={"graph": NAME}).content == kept


def test_an_empty_graph_is_there(writing: httpx.Client, bearer: Headers) -> None:
    assert writing.put("/store", params={"graph": NAME}, content="", headers={**bearer, **TURTLE}).status_code == 201
    assert writing.head("/store", params={"graph": NAME}).status_code == 200
    assert NAME in names(writing)


WRONG = [
    ("PUT", "?graph=urn:g&default", {}, "", 400, "say which graph is meant: ?graph=IRI or ?default"),
    ("PUT", "", TURTLE, "", 400, "say which graph is meant"),
    ("PUT", "?graph=here", TURTLE, "", 400, "here: not the IRI of a graph"),
    ("GET", "?graph=here", {}, "", 400, "here: not the IRI of a graph"),
    ("PUT", "?graph=urn:g", TURTLE, "<urn:a> <urn:b>", 400, "urn:g: not triples in Turtle"),
    ("PUT", "?graph=urn:g", {"Content-Type": "image/png"}, "", 415, "image/png: not triples in Turtle"),
    (
        "PUT",
        "?graph=urn:g",
        {"Content-Type": "application/trig"},
        "<urn:g> { <urn:a> <urn:b> 1 }",
        400,
        "urn:g: not tr",
    ),
]


@pytest.mark.parametrize(("method", "where", "headers", "content", "status", "reason"), WRONG)
def test_what_is_wrong_is_told(
    writing: httpx.Client, bearer: Headers, method: str, where: str, headers: Headers, content: str, status: int,
    reason: str,
) -> None:  # fmt: skip
    found = writing.request(method, f"/store{where}", headers={**bearer, **headers}, content=content)
    assert (found.status_code, found.text[: len(reason)]) == (status, reason)


UPDATE = "INSERT DATA { GRAPH <urn:g> { person:ana-zupan rdfs:label 'Ana' } }"


def test_an_update_is_read_at_once(writing: httpx.Client, bearer: Headers) -> None:
    asked = {"query": "ASK { person:ana-zupan rdfs:label 'Ana' }"}
    assert writing.get("/sparql", params=asked).json()["boolean"] is False
    for way in ({"data": {"update": UPDATE}}, {"content": UPDATE}):
        headers = bearer if "data" in way else {**bearer, "Content-Type": "application/sparql-update"}
        assert writing.post("/sparql", **way, headers=headers).status_code == 204  # type: ignore[arg-type]
        assert writing.get("/sparql", params=asked).json()["boolean"] is True
        undone = {"update": "DROP GRAPH <urn:g>"}
        assert writing.post("/sparql", data=undone, headers=bearer).status_code == 204
        assert writing.get("/sparql", params=asked).json()["boolean"] is False


@pytest.mark.parametrize(
    ("update", "reason"),
    [
        ("LOAD <file:///etc/hostname>", "update: SERVICE and LOAD would ask another server"),
        ("INSERT { ?a ?b ?c } WHERE { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }", "update: SERVICE and LOAD would"),
        ("INSERT DATA {", "update: not valid SPARQL"),
    ],
)
def test_updates_that_are_refused(writing: httpx.Client, bearer: Headers, update: str, reason: str) -> None:
    found = writing.post("/sparql", data={"update": update}, headers=bearer)
    assert (found.status_code, found.text[: len(reason)]) == (400, reason)
    graphs = {"update": UPDATE, "using-graph-uri": "urn:g"}
    assert writing.post("/sparql", data=graphs, headers=bearer).status_code == 400


WRITES = [
    ("PUT", "/store?graph=urn:g", {"content": ONE, "headers": TURTLE}),
    ("POST", "/store?graph=urn:g", {"content": ONE, "headers": TURTLE}),
    ("DELETE", "/store?graph=urn:g", {"headers": {}}),
    ("DELETE", "/store?default", {"headers": {}}),
    ("POST", "/sparql", {"data": {"update": "DROP ALL"}, "headers": {}}),
    ("POST", "/sparql", {"content": "DROP ALL", "headers": {"Content-Type": "application/sparql-update"}}),
]


@pytest.mark.parametrize(("method", "path", "request_"), WRITES)
def test_nobody_writes_without_the_token(
    asking: httpx.Client, writing: httpx.Client, bearer: Headers, method: str, path: str, request_: dict
) -> None:  # type: ignore[type-arg]
    before = names(writing)
    for sent in (
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer"},
        {"Authorization": "Basic letmein"},
    ):
        found = writing.request(method, path, **{**request_, "headers": {**request_["headers"], **sent}})
        assert (found.status_code, found.headers["www-authenticate"]) == (401, "Bearer")
    found = asking.request(method, path, **{**request_, "headers": {**request_["headers"], **bearer}})
    assert (found.status_code, found.text[:22]) == (403, "this server only reads")
    assert names(writing) == before


def test_a_body_beyond_the_limit(turtle: Path, tmp_path: Path, bearer: Headers) -> None:
    keep(graphs_of(turtle), tmp_path / "store")
    with client(tmp_path / "store", "--writable", "--max-body", 0.01) as asking:
        headers = {**bearer, **TURTLE}
        found = asking.put("/store?default", content=ONE * 1000, headers=headers)
        assert found.status_code == 413
        chunks = (ONE.encode() for _ in range(1000))
        assert asking.put("/store?default", content=chunks, headers=headers).status_code == 413
        assert asking.get("/store?default", headers=PLAIN).text == ""
