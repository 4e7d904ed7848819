"""All engines give the same rows for all the questions that stand ready, and for those that make the rows of facts."""

from collections.abc import Callable

import pytest
from engines import Ask
from graphs import ROOT, SETS, Data
from rows import Rows

FOLDER = ROOT / "ontology" / "queries"
QUESTIONS = {
    path.relative_to(FOLDER).with_suffix("").as_posix(): path.read_text("utf-8") for path in FOLDER.rglob("*.rq")
}


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_the_same_rows(engine: Ask, data: Data, right: Callable[[str, str], Rows], question: str) -> None:
    assert engine(QUESTIONS[question]) == right(data.name, QUESTIONS[question])


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_no_question_is_left_without_rows(right: Callable[[str, str], Rows], question: str) -> None:
    """Or the same rows would prove nothing."""
    assert any(right(name, QUESTIONS[question]) for name in SETS)


def test_the_same_triples(engine: Ask, data: Data, right: Callable[[str, str], Rows]) -> None:
    """Every term of every triple comes out as it went in; a store may hold graphs of its own beside."""
    query = 'SELECT ?s ?p ?o { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "https://w3id.org/communique/")) }'
    assert engine(query) == right(data.name, query)
    assert len(right(data.name, query)) == data.triples
