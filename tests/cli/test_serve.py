"""`kg serve` as people run it: how it starts, follows its graph, and stops."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from kg.rdf.articles import graphs_of
from kg.rdf.folder import keep

KG = (sys.executable, "-c", "from kg.cli import main; main()")
COUNT = {"query": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a :Person }"}
MORE = "\n<https://x.example/a> a <https://w3id.org/communique/ontology#Person> .\n"

pytest.importorskip("uvicorn", reason="uvicorn is not installed (pip install 'communique[serve]')")


@contextmanager
def started(*arguments: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [*KG, "serve", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        line = server.stdout.readline()
        try:
            yield server, line.rpartition(" ")[2].strip()
        finally:
            server.terminate()


@pytest.fixture
def store(turtle: Path, tmp_path: Path) -> Path:
    keep(graphs_of(turtle), tmp_path / "store")
    return tmp_path / "store"


def people(address: str) -> int:
    found = httpx.get(f"{address}sparql", params=COUNT, headers={"Accept": "text/csv"})
    return int(found.raise_for_status().text.split()[1])


def becomes(address: str, wanted: int) -> bool:
    """Whether a server comes to tell so many people, within some seconds."""
    end = time.monotonic() + 20
    while people(address) != wanted:
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_well(store: Path, number: signal.Signals) -> None:
    import psutil

    with started(store, "--port", 0) as (server, address):
        assert people(address) == 3
        httpx.get(address)
        workers = psutil.Process(server.pid).children(recursive=True)
        assert workers
        server.send_signal(number)
        assert server.wait(15) == 0
        assert server.stderr and server.stderr.read() == ""
        assert psutil.wait_procs(workers, timeout=10)[1] == []


def test_it_stops_while_it_answers(store: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with (
        started(store, "--port", 0) as (server, address),
        socket.create_connection((httpx.URL(address).host, httpx.URL(address).port or 0)) as client,
    ):
        client.sendall(f"GET /sparql?query={slow.replace(' ', '%20')} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(0.5)
        server.terminate()
        assert server.wait(20) == 0


def test_workers_end_with_a_server_that_is_killed(store: Path) -> None:
    import psutil

    with started(store, "--port", 0) as (server, address):
        assert people(address) == 3
        workers = psutil.Process(server.pid).children(recursive=True)
        server.kill()
        server.wait()
        assert psutil.wait_procs(workers, timeout=10)[1] == []


def test_a_file_and_what_it_becomes(turtle: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    shutil.copy(turtle, graph)
    with started(graph, "--port", 0) as (_, address):
        assert people(address) == 3
        graph.write_text(turtle.read_text(encoding="utf-8") + MORE, encoding="utf-8")
        assert becomes(address, 4)
        graph.write_text("no Turtle", encoding="utf-8")
        time.sleep(1.5)
        assert people(address) == 4  # the last that could be read
        shutil.copy(turtle, graph)
        assert becomes(address, 3)


def test_a_store_that_is_loaded_into(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.ttl"
    other.write_text(MORE, encoding="utf-8")
    with started(store, "--port", 0, "--workers", 2) as (_, address):
        assert people(address) == 3
        for _ in range(3):
            subprocess.run([*KG, "load", other, "--store", store, "--quiet"], check=True)
            assert becomes(address, 4)
            other.write_text(MORE + f"<https://x.example/{time.monotonic_ns()}> <urn:x:y> 1 .", encoding="utf-8")


def test_nobody_else_writes_while_it_reads(store: Path) -> None:
    """A server that only reads keeps no lock on a store, and changes nothing in it."""
    with started(store, "--port", 0) as (_, address):
        before = {path.name: path.stat().st_mtime_ns for path in store.iterdir() if not path.name.startswith("LO")}
        assert people(address) == 3
        after = {path.name: path.stat().st_mtime_ns for path in store.iterdir() if not path.name.startswith("LO")}
        assert after == before
        assert subprocess.run([*KG, "load", store, "--store", store, "--quiet"]).returncode == 0


def faults(*arguments: object, **environment: str) -> str:
    done = subprocess.run([*KG, "serve", *map(str, arguments)], capture_output=True, text=True, timeout=60,
                          env={**os.environ, **environment})  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    return done.stderr.removeprefix("kg: ").strip()


def test_a_port_in_use(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = faults(store, "--port", port)
    assert told == f"127.0.0.1:{port}: cannot listen there (Address already in use); choose another --port or --host"


def test_what_cannot_be_served(store: Path, turtle: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<urn:a> <urn:b>", encoding="utf-8")
    assert faults(tmp_path / "none.ttl", "--port", 0).endswith("or check the path")
    assert faults(broken, "--port", 0).startswith(f"{broken}: not valid Turtle")
    assert faults(tmp_path, "--port", 0).startswith(f"{tmp_path}: this folder holds no store")
    assert faults(store, "--host", "no.such.host.example").startswith("no.such.host.example:8000: cannot listen there")
    assert faults(turtle, "--writable", KG_TOKEN="x").startswith(f"{turtle}: only a store's folder can be written")
    assert faults(store, "--writable", KG_TOKEN="").startswith("--writable: needs a token")


def test_without_the_packages(store: Path, tmp_path: Path) -> None:
    (tmp_path / "starlette").mkdir()
    (tmp_path / "starlette" / "__init__.py").write_text("raise ImportError('No module named starlette')")
    told = faults(store, "--port", 0, PYTHONPATH=str(tmp_path))
    assert told == (
        "serve: needs packages that are not installed (No module named starlette); pip install 'communique[serve]'"
    )


def test_nothing_is_left_behind(turtle: Path, tmp_path: Path) -> None:
    with subprocess.Popen([*KG, "serve", turtle, "--port", "0"], stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "TMPDIR": str(tmp_path)}) as server:  # fmt: skip
        assert server.stdout and server.stdout.readline()
        assert list(tmp_path.iterdir())
        server.terminate()
        assert server.wait(15) == 0
    assert list(tmp_path.iterdir()) == []
