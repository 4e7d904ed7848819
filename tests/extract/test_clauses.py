"""Names that open a clause, though the parse joins them to the clause before."""

import pytest

from kg.extract.clauses import names_ahead, opens_clause

LIST = "Ana Ruiz summoned Ambassador Wei Han, and Washington, Tokyo and Canberra quickly denounced China's raid."

# The sentence, a name, and whether it opens a clause.
NAMES = [
    (LIST, "Washington", True),
    (LIST, "Canberra", False),
    ("Ana met Ola, Mia, and Eva in Oslo.", "Eva", False),
    ("Ana met Ola in Oslo, and Mia left.", "Mia", False),  # the parse has it right
]


def _token(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(("text", "word", "expected"), NAMES)
def test_opens_clause(parse, text, word, expected):
    assert opens_clause(_token(parse(text), word)) is expected


def test_names_ahead(parse):
    doc = parse(LIST)
    assert [t.text for t in names_ahead(_token(doc, "denounced"))] == ["Washington"]
    assert names_ahead(_token(doc, "summoned")) == ()
