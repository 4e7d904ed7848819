"""Abbreviations with full stops are split at hyphens as other names are."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.model import Reading

SPLIT = [
    ("the U.S.-led force", ["the", "U.S.", "-", "led", "force"]),
    ("U.A.E.–Peru talks", ["U.A.E.", "–", "Peru", "talks"]),
    ("J.-P. Berg", ["J.-P.", "Berg"]),
    ("a D.C.-based bank", ["a", "D.C.", "-", "based", "bank"]),
    ("French-led", ["French", "-", "led"]),
]
NAMES = [
    ("Peru joined the U.S.-led naval force.", {"Peru", "United States"}),
    ("U.S.-China relations worsened.", {"United States", "China"}),
    ("The U.N.-backed government fell.", {"United Nations"}),
]


@pytest.mark.parametrize(("text", "tokens"), SPLIT)
def test_where_tokens_end(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_in_abbreviations(read: Callable[[str], Reading], text: str, names: set[str]) -> None:
    assert {e.name for e in read(text).entities if e.type != "Sector"} == names
