"""What a number measures, and whether it is a level or a change: "exports rose 12% to $10bn".

The verbs and nouns that tell it are the frames of `ontology/measures.ttl`; where they leave it open, the noun that the
number stands with says it ("loans amounting to $5bn", "$3bn in aid").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from spacy.tokens import Doc, Token

from kg.extract.arguments import objects, subjects
from kg.extract.finder import Finder
from kg.extract.grammar import is_clause, prepositions
from kg.extract.metricnames import amount_of, changing, in_what, is_named, phrase, share_of, subject, things
from kg.extract.quantities import Quantity
from kg.extract.tree import conjuncts
from kg.lexicon import Frame

__all__ = ["Direction", "Metric", "MetricWords"]

type Direction = Literal["level", "increase", "decrease"]

_NOUNS = ("NOUN", "PROPN")
_AMOUNTS = ("PERCENT", "MONEY", "QUANTITY", "CARDINAL")  # "the one 20 percent, the other 8"
_ENDS = ("to", "at", "from")
_ADVERBS: dict[str, Direction] = {"up": "increase", "down": "decrease", "higher": "increase", "lower": "decrease"}


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


class MetricWords:
    """The frames of measurements, by the lemmas of their verbs and nouns."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        told = [f for f in frames if f.kind == "Measurement"]
        self._verbs = {verb: f for f in told for verb in f.verbs}
        self._telling = Finder(verb for verb, f in self._verbs.items() if f.values.get("amount"))
        self._nouns = {noun: f for f in told for noun in f.nouns}

    def telling(self, doc: Doc) -> Iterator[Token]:
        """The words that may be verbs of which `told` tells something."""
        return (doc[i] for i in self._telling.find(doc))

    def told(self, verb: Token) -> tuple[Decimal, str, Metric] | None:
        """The number that a verb itself tells, its unit, and what it measures: "exports doubled"."""
        frame = self._verb(verb)
        if (
            frame is None
            or not frame.values.get("amount")
            or any(p.lower_ in ("to", "from") for p in prepositions(verb))
        ):
            return None
        after = verb.head if verb.dep_ in ("compound", "amod") and verb.head.i > verb.i else None
        thing = after or next((t for t in objects(verb) if t.pos_ in _NOUNS), None) or subject(verb)
        if thing is None:
            return None
        metric = Metric(phrase(thing), _direction(frame), thing, verb, "verb", frame)
        return Decimal(frame.values["amount"][0]), frame.values.get("unit", ("times",))[0], metric

    def metric(self, quantity: Quantity) -> Metric | None:
        """What a quantity measures; None where nothing near it tells."""
        if quantity.noun is not None:
            return self._before(quantity, quantity.noun)
        top = quantity.head
        while top.dep_ == "quantmod":  # "fell by a third to $40m", taken for one number
            top = top.head
        return self._behind(quantity, top.head) if top.dep_ == "pobj" else self._at(quantity, top)

    def _verb(self, token: Token | None) -> Frame | None:
        return self._verbs.get(token.lemma_.lower()) if token is not None and token.tag_[:2] == "VB" else None

    def _before(self, quantity: Quantity, noun: Token) -> Metric:
        """ "a 30% increase in trade", "a $500 million loan", "200 civilians"."""
        verb = _verb_above(noun)
        if noun.lemma_.lower() in self._nouns and quantity.unit is not None:
            return self._change(quantity, noun)
        name = phrase(noun, quantity.span)
        if quantity.unit is not None and quantity.dimension != "people":
            return Metric(name, "level", noun, verb, "before-noun")
        frame = self._verb(verb)
        if verb is None or frame is None or not {noun, *conjuncts(noun)} & {*objects(verb), *subjects(verb)}:
            return Metric(name, "level", noun, verb, "count")
        return Metric(_done(name, frame), "level", noun, verb, "count", frame)

    def _behind(self, quantity: Quantity, tie: Token) -> Metric | None:
        """The number stands behind a preposition: "loans of $5bn", "rose by 5%", "stood at 4 million tonnes"."""
        over = tie.head
        while over.dep_ == "prep" and over.head is not over:
            over = over.head
        if tie.lower_ == "worth":
            return _level(over, "worth")
        if is_clause(over):
            return self._verbal(quantity, over, by=tie.lower_ == "by")
        if over.pos_ not in _NOUNS:
            return None
        if over.lemma_.lower() in self._nouns and tie.lower_ in ("of", "by"):
            return self._change(quantity, over)
        if is_named(over):  # "Kenya, with 54 million people"
            name = "population" if quantity.dimension == "people" else quantity.unit or ""
            return Metric(name, "level", over, _verb_above(over), "name-with")
        return _share(quantity, _verb_above(over)) or _level(over, "noun-of")

    def _at(self, quantity: Quantity, top: Token) -> Metric | None:
        """The number is a verb's object or measure: "reached $5bn", "fell 3%", "up 8%", "has 4 million tonnes in X"."""
        over = top.head
        if over.lower_ in _ADVERBS and over.pos_ in ("ADV", "ADP", "ADJ"):
            verb = _verb_above(over)
            thing = subject(verb)
            way = _ADVERBS[over.lower_]
            return Metric(phrase(thing), way, thing, verb, "up-down") if thing is not None else None
        if over.lower_ == "worth":
            thing = subject(_verb_above(over)) if over.dep_ in ("acomp", "attr") else over.head
            return _level(thing, "worth") if thing is not None else None
        if is_clause(over):
            return self._verbal(quantity, over, by=top.dep_ == "npadvmod")
        if over.pos_ not in _NOUNS or over.ent_type_ in _AMOUNTS or top.dep_ not in ("appos", "conj"):
            return None
        return _share(quantity, _verb_above(over)) or _level(over, "apposition")

    def _verbal(self, quantity: Quantity, verb: Token, by: bool) -> Metric | None:
        """The number is tied to a verb; `by` where it says by how much something changes."""
        by = by and not _is_end(quantity)
        frame = self._verb(verb)
        direction = _direction(frame)
        share = _share(quantity, verb, frame)
        if share is not None and not (direction != "level" and by):
            return share
        before = [t for t in things(verb, quantity) if t.lemma_.lower() not in self._nouns]
        thing = amount_of(quantity) or next(iter(before), None)
        if frame is not None and frame.values.get("metric"):
            what = "people" if "about" in frame.roles else ""
            return Metric(_done(phrase(thing) if thing else what, frame), "level", verb, verb, "done", frame)
        if frame is not None and frame.values.get("direction"):
            thing = next(iter(before), None) or subject(verb) or next(iter(objects(verb)), None)
            changes = by or quantity.dimension in ("share", "factor") and not _is_end(quantity)
            rule = "change" if changes and direction != "level" else "level"
            told = direction if changes else "level"
            return Metric(phrase(thing), told, thing, verb, rule, frame) if thing is not None else None
        thing = thing or in_what(verb)
        return Metric(phrase(thing), "level", thing, verb, "object", frame) if thing is not None else None

    def _change(self, quantity: Quantity, noun: Token) -> Metric:
        """ "a 30% increase in trade", "exports saw a growth of 5%", "GDP growth of 3%"."""
        verb = _verb_above(noun)
        thing = changing(noun, quantity) or (subject(verb) if phrase(noun) == noun.lower_ else None) or noun
        return Metric(phrase(thing), _direction(self._nouns[noun.lemma_.lower()]), thing, verb, "change-noun")


def _level(thing: Token, rule: str) -> Metric:
    return Metric(phrase(thing), "level", thing, _verb_above(thing), rule)


def _share(quantity: Quantity, verb: Token | None, frame: Frame | None = None) -> Metric | None:
    whole = share_of(quantity)
    return Metric(f"share of {phrase(whole)}", "level", whole, verb, "share", frame) if whole is not None else None


def _done(thing: str, frame: Frame) -> str:
    """What a frame's number measures, with the thing it is done to: "copper exports", "soldiers killed"."""
    return " ".join(filter(None, (thing, *frame.values.get("metric", ()))))


def _verb_above(token: Token) -> Token | None:
    return next((t for t in token.ancestors if is_clause(t)), None)


def _direction(frame: Frame | None) -> Direction:
    told = frame.values.get("direction", ("level",))[0] if frame else "level"
    return "increase" if told == "increase" else "decrease" if told == "decrease" else "level"


def _is_infinitive(token: Token) -> bool:
    """Whether "to" stands before a word, perhaps with an adverb between; a parse takes rare verbs for nouns."""
    before = [t for t in token.doc[max(0, token.i - 2) : token.i] if t.pos_ != "ADV"]
    return bool(before) and before[-1].lower_ == "to"


def _is_end(quantity: Quantity) -> bool:
    """Whether the number is where a change begins or ends: "from 3% to 5%"; a parse may hang it on another word."""
    before = quantity.span.doc[max(0, quantity.span.start - 1)].lower_
    return before in _ENDS or quantity.head.dep_ == "pobj" and quantity.head.head.lower_ in _ENDS
