"""Common nouns that stand for whose they are: "the leaders of X", "the port of Y", "Z's government"."""

from collections.abc import Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon

__all__ = ["Nouns", "keep_nouns", "nouns_of", "owner_types", "stands_for_people"]

_KEY = "kg.nouns"
_OWNERS = ("Country", "Place", "RegionalBody", "Organization")
_OF = {
    "people-of": _OWNERS,
    "site-of": _OWNERS,
    "ruler-of": (*_OWNERS, "Person"),
    "fighter-of": ("Organization",),
}  # by the list of words of the lexicon
type Nouns = Mapping[str, str]
"""Each noun, by its lemma, with the list that it is in."""


def nouns_of(lexicon: Lexicon) -> Nouns:
    """The lexicon's nouns that stand for whose they are."""
    return MappingProxyType({word: words for words in _OF for word in lexicon.words.get(words, ())})


def keep_nouns(doc: Doc, nouns: Nouns) -> None:
    """Put the nouns where the functions of this module look for them."""
    doc.user_data[_KEY] = nouns


def owner_types(noun: Token) -> tuple[str, ...]:
    """The types of things that a noun can stand for; none where it stands for itself."""
    return _OF.get(_list_of(noun), ())


def stands_for_people(noun: Token) -> bool:
    """Whether a noun stands for people of a state or body, not for its land: "the senators of X"."""
    return _list_of(noun) in ("people-of", "ruler-of", "fighter-of")


def _list_of(noun: Token) -> str:
    nouns: Nouns = noun.doc.user_data.get(_KEY, {})
    return nouns.get(noun.lemma_.lower(), "")
