"""Clients of servers that are processes of their own."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served import TOKEN, client

from kg.rdf.articles import graphs_of
from kg.rdf.folder import keep


@pytest.fixture(scope="session")
def store(turtle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the article in a store, which nobody changes."""
    folder = tmp_path_factory.mktemp("served") / "store"
    keep(graphs_of(turtle), folder)
    return folder


@pytest.fixture(scope="session")
def asking(store: Path) -> Iterator[httpx.Client]:
    """A client of a server that only reads."""
    with client(store) as asking:
        yield asking


@pytest.fixture
def writing(turtle: Path, tmp_path: Path) -> Iterator[httpx.Client]:
    """A client, without the token, of a server that may write."""
    keep(graphs_of(turtle), tmp_path / "store")
    with client(tmp_path / "store", "--writable") as asking:
        yield asking


@pytest.fixture(scope="session")
def bearer() -> dict[str, str]:
    """The header that lets a client write."""
    return {"Authorization": f"Bearer {TOKEN}"}
