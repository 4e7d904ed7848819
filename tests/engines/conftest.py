"""Each set of articles is built once, each engine started once for each set."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from engines import ENGINES, Ask, reference
from graphs import SETS, Data, make
from rows import Rows


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Data]:
    """The graph of a set of articles."""
    return cache(lambda name: make(name, tmp_path_factory.mktemp(name)))


@pytest.fixture(scope="session", params=SETS)
def data(request: pytest.FixtureRequest, built: Callable[[str], Data]) -> Data:
    """The graph of each set of articles."""
    return built(request.param)


@pytest.fixture(scope="session")
def right(built: Callable[[str], Data], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Rows]:
    """The rows that pyoxigraph gives for a query of a set of articles."""

    @cache
    def asked(name: str) -> Ask:
        with reference(built(name), tmp_path_factory.mktemp("reference")) as ask:
            return cache(ask)

    return lambda name, query: asked(name)(query)


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, data: Data, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Each engine with the graph of each set."""
    with ENGINES[request.param](data, tmp_path_factory.mktemp(request.param)) as ask:
        yield ask
