"""Real servers on loopback: each runs while a block does, and is asked by the SPARQL 1.1 Protocol."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from rows import Rows, rows

from kg.rdf.push import Key

__all__ = ["Endpoint", "command", "free_port", "kg_serve", "oxigraph", "rdflib_endpoint", "running", "virtuoso"]

PATIENCE = 60.0
"""Seconds until a server has to answer."""
VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


class Endpoint:
    """A server's addresses: `sparql` for queries, `store` for graphs, where it takes them, of those who have the `key`.

    `sql` is Virtuoso's other port.
    """

    def __init__(self, sparql: str, store: str = "", sql: int = 0, key: Key | None = None) -> None:
        self.sparql, self.store, self.sql, self.key = sparql, store, sql, key

    def ask(self, query: str) -> Rows:
        """The rows that answer a query."""
        answer = httpx.post(
            self.sparql, data={"query": query}, headers={"Accept": "application/sparql-results+json"}, timeout=PATIENCE
        )
        assert answer.status_code == 200, answer.text
        return rows(answer.content)


def command(name: str, package: str) -> str:
    """The path of a command, or the test is skipped and says what to install."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; `make tools` installs {package}")
    return found


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def running(arguments: Sequence[object], url: str, folder: Path) -> Iterator[None]:
    """Run a server in a folder from when it answers at an address until the block ends."""
    log = folder / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen([str(a) for a in arguments], cwd=folder, stdout=output, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + PATIENCE
        while not _answers(url):
            assert server.poll() is None, log.read_text("utf-8", "replace")
            assert time.monotonic() < end, f"{url} does not answer: {log.read_text('utf-8', 'replace')}"
            time.sleep(0.1)
        yield
    finally:
        server.kill()
        server.wait()


def _answers(url: str) -> bool:
    try:
        httpx.get(url, timeout=5)
    except httpx.TransportError:
        return False
    return True


@contextmanager
def oxigraph(folder: Path) -> Iterator[Endpoint]:
    """Oxigraph's own server, empty; queries are asked of all graphs merged."""
    program, url = command("oxigraph", "it from requirements.lock"), f"http://127.0.0.1:{free_port()}"
    arguments = (program, "serve", "--location", folder / "store", "--bind", url[7:], "--union-default-graph")
    with running(arguments, url, folder):
        yield Endpoint(f"{url}/query", f"{url}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Endpoint]:
    """Virtuoso 7, empty, user and password dba; queries are asked of all graphs merged."""
    program = command("virtuoso-t", "virtuoso-opensource-7-bin")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=sql, http=http, folder=folder), encoding="utf-8")
    url = f"http://127.0.0.1:{http}"
    with running((program, "+foreground", "+configfile", "virtuoso.ini"), f"{url}/sparql", folder):
        yield Endpoint(f"{url}/sparql", f"{url}/sparql-graph-crud-auth", sql, Key("dba", "dba"))


@contextmanager
def kg_serve(folder: Path) -> Iterator[Endpoint]:
    """Our own server, with a store that has a graph of nothing of ours."""
    program, port = command("kg", "it"), free_port()
    (folder / "first.nq").write_text("<urn:s> <urn:p> <urn:o> <urn:g> .\n", encoding="utf-8")
    subprocess.run([program, "load", folder / "first.nq", "--store", folder / "store", "--quiet"], check=True)
    url = f"http://127.0.0.1:{port}"
    arguments = (program, "serve", folder / "store", "--port", port, "--writable", "--token", "secret")
    with running(arguments, url, folder):
        yield Endpoint(f"{url}/sparql", f"{url}/store", key=Key(token="secret"))


@contextmanager
def rdflib_endpoint(folder: Path, file: Path) -> Iterator[Endpoint]:
    """rdflib-endpoint with the graphs of a file, merged."""
    program, port = command("rdflib-endpoint", "it from requirements.lock"), free_port()
    url = f"http://127.0.0.1:{port}"
    with running((program, "serve", file, "--host", "127.0.0.1", "--port", port), url, folder):
        yield Endpoint(url)
