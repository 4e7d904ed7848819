"""Words taken for a name, and how rival candidates are settled into one layer."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.attrs import IDX, POS
from spacy.tokens import Doc, Token

from kg.extract.doc import text_of
from kg.extract.finder import Finder
from kg.lexicon import Thing
from kg.model import EntityType

__all__ = ["DASHES", "Candidate", "capital", "capitals", "proper_nouns", "settle", "whole", "words_of"]

DASHES = {"-", "–", "—", "--"}
_PROPER = Finder(["PROPN"], [POS])
PRIORITY = {"gazetteer": 2, "title": 1, "phrase": 1, "acronym": 1, "ner": 0}


class Candidate(NamedTuple):
    """Tokens `start` to `end` (exclusive) taken for a name; `thing` is what the ontology knows by it.

    `source` tells who takes them for one: "gazetteer", "ner" (the statistical recogniser), "phrase" (the head word of
    an institution), "title" (a person's title, or the grammar of people's names), "acronym" (one that the text
    explains).
    """

    start: int
    end: int
    type: EntityType
    thing: Thing | None = None
    role: str = "name"
    source: str = "ner"


def capital(token: Token) -> bool:
    """Whether a capital shows a name: at a sentence's start only with the tagger's word for it."""
    return token.text[:1].isupper() and (not token.is_sent_start or token.pos_ == "PROPN")


def words_of(doc: Doc, c: Candidate) -> str:
    """The text of a candidate, without a span made for it."""
    last = doc[c.end - 1]
    return text_of(doc)[doc[c.start].idx : last.idx + len(last)]


def capitals(doc: Doc) -> list[int]:
    """The tokens that begin with a capital letter."""
    text = text_of(doc)
    return [i for i, at in enumerate(doc.to_array(IDX).tolist()) if text[at].isupper()]


def proper_nouns(doc: Doc) -> Iterator[Token]:
    """The tokens that the tagger takes for proper nouns."""
    return (doc[i] for i in _PROPER.find(doc))


def whole(doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate | None:
    """A name runs on over a hyphen ("Kim Min-ho") and ends before a dash; known names joined by one are none."""
    for i in range(c.start + 1, c.end):
        if doc[i].text in DASHES and doc[i - 1].whitespace_:
            c = c._replace(end=i)
            break
    while c.end + 1 < len(doc) and doc[c.end].text == "-" and not doc[c.end - 1].whitespace_ + doc[c.end].whitespace_:
        if not doc[c.end + 1].text.isalpha() or c.type != "Person" and not doc[c.end + 1].text[:1].isupper():
            break
        c = c._replace(end=c.end + 2)
    if c.end - c.start == 1:
        return c
    inside = [k for k in known if c.start <= k.start and k.end <= c.end]
    joined = any(doc[k.end].text == "-" for k in inside if k.end < c.end)
    covered = sum(k.end - k.start for k in inside)
    compound = len(inside) > 1 and covered + len(inside) - 1 == c.end - c.start
    return None if compound or joined and c.type in ("Place", "Country") else c


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """The longest candidate wins; of equal ones the gazetteer's, unless the recogniser sees a person there."""
    people = {(c.start, c.end) for c in candidates if c.source == "ner" and c.type == "Person"}
    taken: set[int] = set()
    chosen: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.start - c.end, -PRIORITY[c.source], c.start, c.type)):
        if taken.isdisjoint(range(c.start, c.end)):
            chosen.append(c._replace(type="Person") if c.source == "phrase" and (c.start, c.end) in people else c)
            taken.update(range(c.start, c.end))
    return sorted(chosen, key=lambda c: c.start)
