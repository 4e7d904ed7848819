"""One metric: what is measured, in which direction, and by which words a number is tied to it."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.directions import Direction
from kg.extract.doc import mention_at, type_of
from kg.extract.grammar import is_clause
from kg.extract.metricnames import phrase, share_of
from kg.extract.quantities import Quantity
from kg.lexicon import Frame

__all__ = ["Metric", "done", "grown", "level", "share", "verb_above"]


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured: its name, the head of the phrase that tells it, and the verb that ties the number to it.

    `frame` is the frame of that verb, where it has one; `befalls` tells that the number is of those to whom something
    is done ("killed 20 people"), not of whoever does it.
    """

    name: str
    direction: Direction
    head: Token | None
    verb: Token | None
    rule: str
    frame: Frame | None = None

    @property
    def befalls(self) -> bool:
        """Whether the frame says where those stand to whom it happens."""
        return self.frame is not None and "about" in self.frame.roles


def level(thing: Token, rule: str) -> Metric:
    """How much there is of a thing, by the rule that ties the number to it."""
    return Metric(phrase(thing), "level", thing, verb_above(thing), rule)


def share(quantity: Quantity, verb: Token | None, frame: Frame | None = None) -> Metric | None:
    """The share that a number is, of the whole behind it; None where none is told."""
    whole = share_of(quantity)
    whole = whole if whole is not None and not whole.like_num else None  # "half of the $5bn"
    return Metric(f"share of {phrase(whole)}", "level", whole, verb, "share", frame) if whole is not None else None


def grown(thing: Token) -> str:
    """What grows: of a country its economy ("Kenya grew 5%")."""
    mention = mention_at(thing)
    named = mention is not None and any(type_of(thing.doc, iri) == "Country" for iri in mention.iris)
    return "economy" if named else phrase(thing)


def done(thing: str, frame: Frame) -> str:
    """What a frame's number measures, with the thing it is done to: "copper exports", "soldiers killed"."""
    return " ".join(filter(None, (thing, *frame.values.get("metric", ()))))


def verb_above(token: Token) -> Token | None:
    """The verb of the clause that a token stands in."""
    return next((t for t in token.ancestors if is_clause(t)), None)
