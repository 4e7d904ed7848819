"""Whose words a quotation holds, and who "I" and "we" are in it."""

import pytest

from kg.extract.doc import mention_at

# The text, and the speaker of each quotation in it, outer before inner.
QUOTES = [
    ("“It is safe,” Omar Vega said.", ["Omar Vega"]),
    ("“It is old,” Omar Vega said. “It is safe.”", ["Omar Vega", "Omar Vega"]),
    ("“It is old,” Omar Vega said. “It is safe,” Ana Ruiz said.", ["Omar Vega", "Ana Ruiz"]),
    ("Omar Vega called the bridge “a triumph” and Ana Ruiz called it “a folly”.", ["Omar Vega", "Ana Ruiz"]),
    ("Omar Vega spoke of steel. “It is safe.”", [None]),
    ("“It is safe.”", [None]),
    ("“It is safe,” a builder said.", [None]),
    ("The so-called “peace bridge” opened.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_speakers_of_quotations(parse, text, expected):
    doc = parse(text)
    names = {iri: entity.name for iri, entity in doc._.entities.items()}
    assert [q.speaker and names[q.speaker] for q in doc._.quotes] == expected


PERSONS = [
    ("“I will come,” said Omar Vega.", "I", "Omar Vega"),
    ("“They met me,” said Omar Vega.", "me", "Omar Vega"),
    ("“We are ready,” Chile said.", "We", "Chile"),
    ("“Our plan is good,” the African Union said.", "Our", "African Union"),
    ("“It is old,” Omar Vega said. “But I like it.”", "I", "Omar Vega"),
]


@pytest.mark.parametrize(("text", "word", "expected"), PERSONS)
def test_first_person(parse, text, word, expected):
    doc = parse(text)
    mention = mention_at(next(t for t in doc if t.text == word))
    assert mention is not None
    assert mention.kind == "pronoun"
    assert [doc._.entities[iri].name for iri in mention.iris] == [expected]


@pytest.mark.parametrize(
    "text", ["I will come, said the builder.", "We like Omar Vega.", "“I will come,” a builder said."]
)
def test_first_person_of_nobody_known(parse, text):
    doc = parse(text)
    assert all(mention_at(t) is None for t in doc if t.text in ("I", "We"))
