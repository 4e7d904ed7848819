"""Abbreviations with full stops are split at hyphens as other names are."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.extract.tokenizing import with_hyphens
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
    ("They chaired the Peru–Chile Joint Commission.", {"Peru-Chile Joint Commission"}),
]


@pytest.mark.parametrize(("text", "tokens"), SPLIT)
def test_where_tokens_end(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens


def test_the_forms_of_names_are_those_of_the_article(read: Callable[[str], Reading]) -> None:
    text = "They chaired the Peru–Chile Joint Commission."
    (body,) = (e for e in read(text).entities if e.type == "RegionalBody")
    assert body.labels == ("Peru–Chile Joint Commission",)
    assert [text[m.start : m.end] for m in body.mentions] == ["Peru–Chile Joint Commission"]


def test_dashes_within_names_are_hyphens() -> None:
    assert with_hyphens("Peru–Chile ties – 10–15 years, A–level, Peru—Chile") == (
        "Peru-Chile ties – 10–15 years, A–level, Peru—Chile"
    )


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_in_abbreviations(read: Callable[[str], Reading], text: str, names: set[str]) -> None:
    assert {e.name for e in read(text).entities if e.type != "Sector"} == names
