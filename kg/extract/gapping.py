"""What a sentence tells again without its verb: "met X on Monday and Y on Tuesday", "received by X and, in Rome, by Y".

The parse hangs such a rest on the verb, on the time or place before it, or on the first preposition. It is a telling of
its own: what it leaves out is that of the first, but not its time and place.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.grammar import children
from kg.extract.timing import date_within
from kg.extract.tree import sentence_of
from kg.model import EntityType

__all__ = ["Rest", "rests"]

_JOINING = {"and", ",", "but", "then", "before"}
_WHERE = {"in", "at"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


@dataclass(frozen=True, slots=True)
class Rest:
    """The name that a rest tells of, the preposition before it (lower case, or nothing), and its tokens."""

    head: Token
    tie: str
    start: int
    end: int

    @property
    def date(self) -> str | None:
        """The day, month or interval that the rest tells; None where it tells none."""
        return date_within(self.head.doc, self.head.i, self.end)

    @property
    def place(self) -> str | None:
        """The place that the rest tells."""
        doc = self.head.doc
        ties = (t for t in doc[self.head.i : self.end] if t.lower_ in _WHERE and t.dep_ in ("prep", "conj"))
        named = (m.iris[0] for tie in ties for t in children(tie, "pobj") if (m := mention_at(t)) is not None)
        return next((iri for iri in named if type_of(doc, iri) in ("Place", "Country")), None)


def rests(words: Collection[Token], first: Token, types: Collection[EntityType]) -> tuple[Rest, ...]:
    """The rests behind the phrase at `first` that name things of `types`; `words` are the trigger and its carriers.

    Both the first telling and the rest must have a time or a place.
    """
    doc, (_, end) = first.doc, sentence_of(first)
    heads = [t for t in doc[first.i + 1 : end] if _is_rest(t, words, first, types)]
    if not heads:
        return ()
    starts = [_start(t) for t in heads]
    ends = [*starts[1:], end]
    found = [Rest(t, _tie(t), a, b) for t, a, b in zip(heads, starts, ends, strict=True)]
    told = [rest for rest in found if rest.date or rest.place]
    return tuple(told) if told and _is_placed(first, told[0].start) else ()


def _is_placed(first: Token, end: int) -> bool:
    """Whether a time or a place stands between a phrase and the rest."""
    return Rest(first, "", first.i, end).date is not None or Rest(first, "", first.i, end).place is not None


def _is_rest(token: Token, words: Collection[Token], first: Token, types: Collection[EntityType]) -> bool:
    mention = mention_at(token)
    if mention is None or mention.kind != "name" or mention.head != token.i:
        return False
    if type_of(token.doc, mention.iris[0]) not in types or not _is_joined(token, words, first):
        return False
    before = token.doc[_start(token) - 1].lower_
    return before in _JOINING and not _is_subject(token)


def _is_joined(token: Token, words: Collection[Token], first: Token) -> bool:
    """Whether the parse hangs a name on the verb, on its time or place, or on another preposition of it."""
    tops = {*words, first}
    if token.dep_ == "conj":
        other = token.head
        if other in words:
            return True
        return other != first and other.dep_ == "pobj" and other.head.head in tops and _is_other(token, other)
    prep = token.head
    return token.dep_ == "pobj" and prep.dep_ == "conj" and prep.head.pos_ == "ADP" and prep.head.head in tops


def _is_other(token: Token, other: Token) -> bool:
    """Whether two names are of things of different types, or one is a time."""
    one, two = mention_at(token), mention_at(other)
    return two is None or one is None or type_of(token.doc, one.iris[0]) != type_of(token.doc, two.iris[0])


def _start(head: Token) -> int:
    """Where a rest begins: with its preposition, or the title before its name."""
    return head.head.i if head.dep_ == "pobj" else head.left_edge.i


def _tie(head: Token) -> str:
    return head.head.lower_ if head.dep_ == "pobj" else ""


def _is_subject(token: Token) -> bool:
    """Whether a verb without a subject follows, for which the parse took no name: "met X on Monday and Y left"."""
    return any(_bare_verbs(token))


def _bare_verbs(token: Token) -> Iterator[Token]:
    for verb in token.doc[token.i + 1 : sentence_of(token)[1]]:
        joined = verb.tag_ in _FINITE and verb.dep_ in ("conj", "ccomp", "parataxis", "dep")
        if joined and not any(children(verb, "nsubj", "nsubjpass")):
            yield verb
