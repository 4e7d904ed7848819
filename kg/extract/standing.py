"""Common nouns that stand for whose they are: "the leaders of X", "the port of Y", "Z's government"."""

from spacy.tokens import Token

from kg.extract.tree import dependents
from kg.extract.wordlists import listed, words_of

__all__ = ["is_craft", "is_sports_team", "owner_types", "stands_for_people"]

_OWNERS = ("Country", "Place", "RegionalBody", "Organization")
_OF = {
    "people-of": _OWNERS,
    "craft-of": _OWNERS,
    "site-of": _OWNERS,
    "ruler-of": (*_OWNERS, "Person"),
    "fighter-of": ("Organization",),
}  # by the list of words of the lexicon


def owner_types(noun: Token) -> tuple[str, ...]:
    """The types of things that a noun can stand for; none where it stands for itself.

    One country is not the region that it lies in: "the East African nation".
    """
    types = _OF.get(_list_of(noun), ()) if not is_sports_team(noun) else ()
    one = noun.tag_ == "NN" and noun.lemma_.lower() in listed(noun, "noun-country")
    return tuple(t for t in types if t != "Place") if one else types


def is_sports_team(noun: Token) -> bool:
    """Whether a team is one of sport, which acts for no state: "the X national team"."""
    team = noun.lemma_.lower() in listed(noun, "team")
    return team and any(t.lower_ in listed(noun, "sporting") for t in dependents(noun))


def is_craft(noun: Token) -> bool:
    """Whether a noun stands for what people steer: "the warships of X"."""
    return _list_of(noun) == "craft-of"


def stands_for_people(noun: Token) -> bool:
    """Whether a noun stands for people of a state or body, not for its land: "the senators of X"."""
    return _list_of(noun) in ("people-of", "craft-of", "ruler-of", "fighter-of")


def _list_of(noun: Token) -> str:
    lemma, lists = noun.lemma_.lower(), words_of(noun)  # asked some hundred times an article
    return next((words for words in _OF if lemma in lists.get(words, ())), "")
