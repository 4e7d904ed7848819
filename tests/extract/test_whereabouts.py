"""The places that words only point to."""

import pytest

from kg.extract.whereabouts import pointed_at

# The text, the verb, and the place that "here" or "where" beside it stands for.
POINTED = [
    ("OSLO, May 16 (Alpine Press) -- Ana Ruiz arrived here on Thursday.", "arrived", ["Oslo"]),
    ("OSLO – Ola Berg met Ana Ruiz here.", "met", ["Oslo"]),
    ("Ana Ruiz came to Lima on Monday, where she met Ola Berg.", "met", ["Lima"]),
    # no dateline, no place, no such word
    ("Ana Ruiz arrived here on Thursday.", "arrived", []),
    ("Oslo is where Ola Berg lives. He arrived here.", "arrived", []),
    ("Ana Ruiz read the book, where she met Ola Berg.", "met", []),
    ("OSLO – Ola Berg met Ana Ruiz.", "met", []),
]


@pytest.mark.parametrize(("text", "verb", "expected"), POINTED)
def test_pointed_at(parse, text, verb, expected):
    doc = parse(text)
    found = pointed_at([t for t in doc if t.text == verb])
    assert [doc._.entities[iri].name for iri in found] == expected
