"""The words that expressions of time are made of."""

import pytest

from kg.extract.timewords import TimeWords
from kg.lexicon import load_lexicon

WORDS = [
    ("On Sept. 2, 2024", "bMN,Y", [9, 2, 2024]),
    ("the '90s and 1990s", "tDuD", ["199", "199"]),
    ("5 1/2 hours", "NG", [5.5, "TH"]),
    ("1,200 people", "N.", [1200.0]),
    ("$3.5 billion", "$N.", [3.5]),
    ("forty-five days", "NG", [45, "D"]),
    ("mid-May", "m-M", [5]),
    ("may march", "..", []),
    ("more than a year", "qaU", ["Y"]),
    ("16-hour", "N-U", [16, "TH"]),
    ("7:15 p.m.", "cx", ["7:15"]),
    ("Oman's day.", ".pU;", ["D"]),
    ("14th", "O", [14]),
    ("2024-05-16T10:00:30Z", "I", ["2024-05-16T10:00"]),
    ("One.\n\nTwo", "N;|N", [1, 2]),
    ("Q3 and H1", "juj", ["Q3", "H1"]),
    ("at\npresent", "Z", ["PRESENT_REF"]),
    ("3050 1999 12345", "NYN", [3050, 1999, 12345]),
]


@pytest.fixture(scope="module")
def words():
    return TimeWords(load_lexicon())


@pytest.mark.parametrize(("text", "kinds", "values"), WORDS)
def test_kinds_and_values(words, text, kinds, values):
    found = list(words.read(text))
    assert "".join(word.kind for word in found) == kinds
    assert [word.value for word in found if word.kind in "MNYDGUOIcjZ"] == values


def test_offsets_count_characters(words):
    text = "“On  Monday”, at present"
    found = [text[word.start : word.end] for word in words.read(text)]
    assert found == ["“", "On", "Monday", "”", ",", "at present"]
