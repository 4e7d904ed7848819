"""Where something happens, when the words only point to it: "met X here", "Lima, where she met X", "met Y there"."""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Doc, Token

from kg.extract.doc import mention_at, type_of
from kg.extract.grammar import children
from kg.extract.tree import sentence_of

__all__ = ["pointed_at"]

_DATELINE = 15  # tokens
_DASHES = {"-", "–", "—", "--", "/", ":"}
_PLACES = ("Place", "Country")


def pointed_at(words: Iterable[Token]) -> dict[str, Token]:
    """The place that "here", "there" or "where" beside words stands for, if any, with the token that tells it."""
    above = (w for word in words for w in _clauses(word))
    adverbs = [(word, t) for word in above for t in children(word, "advmod") if t.lower_ in ("here", "there", "where")]
    for word, adverb in adverbs:
        if adverb.lower_ == "here" and (place := _dateline(word.doc)):
            return {place: adverb}
        if adverb.lower_ == "there":
            return dict(islice(_named_before(adverb), 1))
        if adverb.lower_ == "where" and word.dep_ == "relcl":
            return dict(islice(_named_before(adverb), 1))
    return {}


def _clauses(word: Token) -> Iterator[Token]:
    """A word and the verbs that it is what is planned or said to happen of: "is due to meet"."""
    yield word
    while word.dep_ == "xcomp":
        word = word.head
        yield word


def _dateline(doc: Doc) -> str | None:
    """Where the article was written: "OSLO, May 3 (Agency) –"."""
    first = next(iter(doc._.mentions), None)
    if first is None or first.start or type_of(doc, first.iris[0]) != "Place":
        return None
    return first.iris[0] if any(t.text in _DASHES for t in doc[first.end : first.end + _DATELINE]) else None


def _named_before(link: Token) -> Iterator[tuple[str, Token]]:
    """The places named before "where" in its sentence, the nearest first."""
    for token in reversed(link.doc[sentence_of(link)[0] : link.i]):
        mention = mention_at(token)
        named = mention is not None and mention.kind == "name" and mention.head == token.i
        if mention and named and type_of(link.doc, mention.iris[0]) in _PLACES:
            yield mention.iris[0], token
