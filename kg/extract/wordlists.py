"""The lexicon's lists of words, kept with each Doc for the functions that look at nothing but its tokens."""

from collections.abc import Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon

__all__ = ["Words", "keep_words", "listed", "lists_of", "words_of"]

_KEY = "kg.words"
_NONE: frozenset[str] = frozenset()
type Words = Mapping[str, frozenset[str]]
"""Lists of words by their notation ("honorific")."""


def lists_of(lexicon: Lexicon) -> Words:
    """The lexicon's lists, and the names and signs of its units by what these measure ("unit-money", "unit-share")."""
    units: dict[str, frozenset[str]] = {}
    for unit in lexicon.units:
        for dimension in unit.values.get("dimension", ()):
            named = units.get(f"unit-{dimension}", _NONE)
            units[f"unit-{dimension}"] = named.union(unit.names, unit.values.get("sign", ()))
    return MappingProxyType({**lexicon.words, **units})


def keep_words(doc: Doc, words: Words) -> None:
    """Put the lists where `listed` looks for them."""
    doc.user_data[_KEY] = words


def words_of(text: Doc | Token) -> Words:
    """All lists of the lexicon's words."""
    lists: Words = text.doc.user_data.get(_KEY, {})
    return lists


def listed(text: Doc | Token, words: str) -> frozenset[str]:
    """A list of the lexicon's words, to compare tokens of a text with; empty where none has this notation."""
    return words_of(text).get(words, _NONE)
