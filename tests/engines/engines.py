"""The engines: each a context that loads a graph its own way and gives the function that asks it."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
import servers
from graphs import ROOT, Data
from rows import Rows, rows

from kg.rdf.push import push

__all__ = ["ENGINES", "Ask", "node", "reference"]

type Ask = Callable[[str], Rows]
type Engine = Callable[[Data, Path], AbstractContextManager[Ask]]

NODE = ROOT / ".venv" / "node"
"""Where .ci/node installs the packages of tests/engines/node/package.json."""
SCRIPT = Path(__file__).parent / "node" / "ask.js"


@contextmanager
def reference(data: Data, folder: Path) -> Iterator[Ask]:
    """pyoxigraph with the merged graph: what `kg query` answers, which all others must."""
    store = ox.Store()
    store.bulk_load(path=str(data.file(".nt")), format=ox.RdfFormat.N_TRIPLES)

    def ask(query: str) -> Rows:
        found = store.query(query)
        assert isinstance(found, ox.QuerySolutions)
        return rows(found.serialize(format=ox.QueryResultsFormat.JSON) or b"")

    yield ask


@contextmanager
def rdflib_memory(data: Data, folder: Path) -> Iterator[Ask]:
    """rdflib, which reads the Turtle."""
    graph = rdflib.Graph(bind_namespaces="none").parse(data.file(".ttl"))

    def ask(query: str) -> Rows:
        return rows(graph.query(query).serialize(format="json") or b"")

    yield ask


def pushed(server: Callable[[Path], AbstractContextManager[servers.Endpoint]]) -> Engine:
    """A server to which the named graphs are pushed."""

    @contextmanager
    def engine(data: Data, folder: Path) -> Iterator[Ask]:
        with server(folder) as one:
            assert len(list(push(data.graphs, one.store, one.key))) == len(data.graphs)
            yield one.ask

    return engine


@contextmanager
def rdflib_endpoint(data: Data, folder: Path) -> Iterator[Ask]:
    """rdflib-endpoint, which reads the TriG."""
    with servers.rdflib_endpoint(folder, data.file(".trig")) as server:
        yield server.ask


@contextmanager
def node(file: Path) -> Iterator[tuple[int, Callable[[str], dict[str, Any]]]]:
    """How many statements N3.js reads from a file, and Comunica over them, which answers queries in JSON."""
    program = servers.command("node", "nodejs")
    if not (NODE / "node_modules" / "n3").is_dir():
        pytest.skip("N3.js and Comunica are not installed; `make tools` installs them by npm")
    shutil.copy(SCRIPT, NODE)  # beside the packages, where node looks for them
    arguments = (program, str(NODE / SCRIPT.name), str(file))
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None

        def ask(query: str) -> dict[str, Any]:
            process.stdin.write(json.dumps(query).encode() + b"\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield json.loads(process.stdout.readline())["count"], ask
        process.stdin.close()


@contextmanager
def comunica(data: Data, folder: Path) -> Iterator[Ask]:
    """Comunica over what N3.js read from the Turtle."""
    with node(data.file(".ttl")) as (_, answer):

        def ask(query: str) -> Rows:
            found = answer(query)
            assert "error" not in found, found["error"]
            return rows(json.dumps(found).encode())

        yield ask


ENGINES: dict[str, Engine] = {
    "rdflib": rdflib_memory,
    "oxigraph": pushed(servers.oxigraph),
    "virtuoso": pushed(servers.virtuoso),
    "kg-serve": pushed(servers.kg_serve),
    "rdflib-endpoint": rdflib_endpoint,
    "comunica": comunica,
}
