"""Servers as processes of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

KG = (sys.executable, "-c", "from kg.cli import main; main()")
TOKEN = "letmein"


@contextmanager
def serving(graph: Path, *options: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server, and its address; it is stopped when the block ends."""
    pytest.importorskip("uvicorn", reason="uvicorn is not installed (pip install 'communique[serve]')")
    command = [*KG, "serve", graph, "--port", 0, *options]
    environment = {**os.environ, "KG_TOKEN": TOKEN}
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout
        try:
            yield server, server.stdout.readline().rpartition(" ")[2].strip()
        finally:
            server.terminate()
            assert server.wait(20) == 0


@contextmanager
def client(graph: Path, *options: object) -> Iterator[httpx.Client]:
    """A client of a server of its own."""
    with serving(graph, *options) as (_, address), httpx.Client(base_url=address, timeout=60) as asking:
        yield asking
