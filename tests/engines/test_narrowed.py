"""Questions that are narrowed by their parameters give the same rows in all engines, too."""

from collections.abc import Callable

import pytest
from engines import Ask
from graphs import Data
from rows import Rows

from kg.queries import questions, sparql
from kg.queries.parameters import narrowed, parameters
from kg.store import open_graph

VALUES = {
    "time": "2024-06",
    "dc:publisher": "Alpine Courier",
    ":Country": "Austria",
    ":Entity": "Slovenia",
    ":Person": "Ana Zupan",
    ":Sector": "tourism",
    ":metric": "trade",
    ":plover": "SUPPORT",
}
"""A value for each kind of parameter that the articles have."""


@pytest.mark.parametrize("data", ["articles"], indirect=True)
@pytest.mark.parametrize("question", questions())
def test_the_same_rows(engine: Ask, data: Data, right: Callable[[str, str], Rows], question: str) -> None:
    store = open_graph(data.file(".nt"))
    for name, parameter in parameters(sparql(question)).items():
        asked = narrowed(sparql(question), {name: VALUES[parameter.kind]}, store)
        assert engine(asked) == right(data.name, asked), name
