"""`kg push` into real servers: what is sent again changes nothing, what has changed takes the place of what was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import servers
from graphs import Data
from typer.testing import CliRunner

from kg.cli import app
from kg.rdf.push import Key

SERVERS = {"oxigraph": servers.oxigraph, "virtuoso": servers.virtuoso, "kg-serve": servers.kg_serve}
OURS = "FILTER(STRSTARTS(STR(?g), 'https://w3id.org/communique/'))"


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[servers.Endpoint]:
    with SERVERS[request.param](tmp_path) as one:
        yield one


def push(server: servers.Endpoint, *graphs: Path) -> int:
    key = server.key or Key()
    secret = ("--token", key.token) if key.token else ("--auth", f"{key.user}:{key.password}")
    done = CliRunner().invoke(app, ["push", *map(str, graphs), "--to", server.store, *secret, "--quiet"])
    assert done.exit_code == 0, done.output
    return done.exit_code


def counts(server: servers.Endpoint) -> dict[str, int]:
    """How many triples each of our graphs has there."""
    query = f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} {OURS} }} GROUP BY ?g"
    told = httpx.post(server.sparql, data={"query": query}, headers={"Accept": "application/sparql-results+json"})
    return {row["g"]["value"]: int(row["n"]["value"]) for row in told.json()["results"]["bindings"]}


def test_a_graph_takes_the_place_of_the_one_of_its_name(
    server: servers.Endpoint, built: Callable[[str], Data], tmp_path: Path
) -> None:
    data = built("articles")
    sizes = {name.value: len(quads) for name, quads in data.graphs.items()}
    push(server, data.file(".trig"))
    assert counts(server) == sizes
    all_quads = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } " + OURS + " }"
    before = server.ask(all_quads)
    assert len(before) == sum(sizes.values())
    push(server, data.file(".nq"))
    assert server.ask(all_quads) == before
    name = sorted(sizes)[0]
    changed = tmp_path / "changed.trig"
    changed.write_text(f'<{name}> {{ <https://w3id.org/communique/id/x> <urn:says> "“Né”" }}', encoding="utf-8")
    push(server, changed)
    assert counts(server) == {**sizes, name: 1}
