"""What a number measures, and whether it is a level or a change: "exports rose 12% to $10bn".

The verbs and nouns that tell it are the frames of `ontology/measures.ttl`; where they leave it open, the noun that the
number stands with says it ("loans amounting to $5bn", "$3bn in aid").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from kg.extract.grammar import antecedent, children, is_clause, is_passive, objects, prepositional, subjects
from kg.extract.quantities import Quantity
from kg.lexicon import Frame

__all__ = ["Direction", "Metric", "MetricWords", "phrase"]

type Direction = Literal["level", "increase", "decrease"]

_CHANGE_TIES = ("in", "of", "to")
_NOUNS = ("NOUN", "PROPN")
_DROPPED = {"det", "poss", "nummod", "quantmod", "predet", "case"}
_ADVERBS: dict[str, Direction] = {"up": "increase", "down": "decrease", "higher": "increase", "lower": "decrease"}
_QUANTIFIERS = {"number", "total", "amount", "volume", "value", "sum", "worth"}


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured: its name, the head of the phrase that tells it, and the verb that ties the number to it."""

    name: str
    direction: Direction
    head: Token | None
    verb: Token | None
    rule: str
    frame: Frame | None = None


class MetricWords:
    """The frames of measurements, by the lemmas of their verbs and nouns."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        told = [f for f in frames if f.kind == "Measurement"]
        self._verbs = {verb: f for f in told for verb in f.verbs}
        self._nouns = {noun: f for f in told for noun in f.nouns}

    def verb(self, token: Token | None) -> Frame | None:
        """The frame of a verb."""
        return self._verbs.get(token.lemma_.lower()) if token is not None and token.tag_[:2] == "VB" else None

    def metric(self, quantity: Quantity) -> Metric | None:
        """What a quantity measures; None where nothing near it tells."""
        noun = quantity.noun
        if noun is not None:
            return self._before(quantity, noun)
        share = _share(quantity)
        top = quantity.head
        if top.dep_ == "pobj":
            return self._behind(quantity, top.head, share)
        return self._at(quantity, top, share)

    def _before(self, quantity: Quantity, noun: Token) -> Metric:
        """ "a 30% increase in trade", "a $500 million loan", "200 civilians"."""
        verb = next((t for t in noun.ancestors if is_clause(t)), None)
        changing = self._nouns.get(noun.lemma_.lower())
        if changing is not None and quantity.unit is not None:
            thing = _changing(noun) or _subject(verb)
            return Metric(_name(thing or noun), _direction(changing), thing or noun, verb, "change-noun")
        if quantity.unit is None or quantity.dimension == "people":
            frame = self.verb(verb) if verb is not None and noun in (*objects(verb), *subjects(verb)) else None
            done = frame.values.get("metric", ("",))[0] if frame else ""
            told = f"{phrase(noun)} {done}" if done and noun in objects(verb) else phrase(noun)  # type: ignore[arg-type]
            return Metric(told, "level", noun, verb, "count", frame)
        return Metric(phrase(noun), "level", noun, verb, "before-noun")

    def _behind(self, quantity: Quantity, tie: Token, share: Token | None) -> Metric | None:
        """The number stands behind a preposition: "loans of $5bn", "rose by 5%", "stood at 4 million tonnes"."""
        over = tie.head
        while over.dep_ == "prep" and over.head is not over:
            over = over.head
        if over.pos_ in _NOUNS:
            changing = self._nouns.get(over.lemma_.lower())
            verb = next((t for t in over.ancestors if is_clause(t)), None)
            if changing is not None and tie.lower_ in ("of", "by"):
                thing = _changing(over) or _subject(verb)
                return Metric(_name(thing or over), _direction(changing), thing or over, verb, "change-noun")
            if share is not None:
                return Metric(f"share of {phrase(share)}", "level", share, verb, "share")
            return Metric(phrase(over), "level", over, verb, "noun-of")
        if not is_clause(over):
            return None
        return self._verbal(quantity, over, share, by=tie.lower_ == "by")

    def _at(self, quantity: Quantity, top: Token, share: Token | None) -> Metric | None:
        """The number is a verb's object or measure: "reached $5bn", "fell 3%", "up 8%", "has 4 million tonnes in X"."""
        over = top.head
        if (way := _ADVERBS.get(over.lower_)) and over.pos_ in ("ADV", "ADP", "ADJ"):
            verb = next((t for t in over.ancestors if is_clause(t)), None)
            thing = _subject(verb)
            return Metric(_name(thing), way, thing, verb, "up-down") if thing is not None else None
        if not is_clause(over):
            if over.pos_ in _NOUNS and top.dep_ in ("appos", "conj"):
                return Metric(phrase(over), "level", over, next((t for t in over.ancestors if is_clause(t)), None), "apposition")
            return None
        return self._verbal(quantity, over, share, by=top.dep_ == "npadvmod")

    def _verbal(self, quantity: Quantity, verb: Token, share: Token | None, by: bool) -> Metric | None:
        frame = self.verb(verb)
        direction = _direction(frame)
        others = [t for t in objects(verb) if t != quantity.head and t.pos_ in _NOUNS]
        if share is not None and not (direction != "level" and by):
            return Metric(f"share of {phrase(share)}", "level", share, verb, "share", frame)
        told = frame.values.get("metric", ("",))[0] if frame else ""
        if told:
            return Metric(_done(told, _object(quantity) or next(iter(others), None)), "level", verb, verb, "done", frame)
        if frame is not None and frame.values.get("direction"):
            thing = next(iter(others), None) or _subject(verb) or next(iter(objects(verb)), None)
            if thing is None:
                return None
            change = direction if by or quantity.dimension in ("share", "factor") and not _is_goal(quantity) else "level"
            return Metric(_name(thing), change, thing, verb, "change" if change != "level" else "level", frame)
        thing = _object(quantity) or next(iter(others), None)
        if thing is not None:
            return Metric(phrase(thing), "level", thing, verb, "object", frame)
        return None


def phrase(noun: Token) -> str:
    """A noun with what is before it, as a metric's name: "nickel reserves", "share of exports"; lower case."""
    doc = noun.doc
    words = [t for t in noun.children if t.i < noun.i and t.dep_ in ("amod", "compound", "nmod")]
    inside = sorted({d.i for t in words for d in t.subtree} | {noun.i})
    kept = [i for i in inside if not _is_name(doc[i]) and doc[i].dep_ not in _DROPPED and not doc[i].is_punct]
    name = " ".join(doc[i].lower_ for i in kept if not doc[i].like_num)
    if noun.lemma_.lower() in _QUANTIFIERS and (of := next(iter(prepositional(noun, {"of"})), None)):
        return f"{name} of {phrase(of)}"
    return name or noun.lower_


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in ("GPE", "NORP", "ORG", "PERSON", "LOC") or token.ent_type_ == "NORP"


def _name(thing: Token) -> str:
    return phrase(antecedent(thing))


def _done(what: str, thing: Token | None) -> str:
    return f"{phrase(thing)} {what}" if thing is not None else what


def _direction(frame: Frame | None) -> Direction:
    told = frame.values.get("direction", ("level",))[0] if frame else "level"
    return "increase" if told == "increase" else "decrease" if told == "decrease" else "level"


def _changing(noun: Token) -> Token | None:
    """What grows or falls: "growth in trade", "an increase of exports"; in "GDP growth" the growth itself is named."""
    return next((t for t in prepositional(noun, _CHANGE_TIES) if t.pos_ in _NOUNS and not t.like_num), None)


def _subject(verb: Token | None) -> Token | None:
    if verb is None:
        return None
    told: Iterator[Token] = iter((*subjects(verb), *(objects(verb) if is_passive(verb) else ())))
    return next((antecedent(t) for t in told if t.pos_ in _NOUNS or t.pos_ == "PRON"), None)


def _share(quantity: Quantity) -> Token | None:
    """Of what a percentage is a share: "40% of Norway's imports"."""
    if quantity.dimension != "share":
        return None
    doc, end = quantity.span.doc, quantity.span.end
    within = (t for token in quantity.span for t in prepositional(token, {"of"}))
    beside = (t for t in children(quantity.head, "dobj", "pobj") if end <= t.i)
    found = next(within, None) or next(beside, None)
    return found if found is not None and found.i < len(doc) else None


def _object(quantity: Quantity) -> Token | None:
    """Of what it is so much: "4.8 million tonnes of copper", "$3bn in aid", "$10 million worth of goods"."""
    for token in quantity.span:
        for thing in prepositional(token, {"of", "in", "for"}):
            if thing.pos_ in _NOUNS and not thing.like_num and thing.ent_type_ not in ("DATE", "GPE", "ORG"):
                worth = next(iter(prepositional(thing, {"of"})), None)
                return worth if thing.lemma_ == "worth" and worth is not None else thing
    return next((t for worth in children(quantity.head, "acl", "amod", "prep") if worth.lower_ == "worth"
                 for t in prepositional(worth, {"of"})), None)  # fmt: skip


def _is_goal(quantity: Quantity) -> bool:
    """Whether the number is where a change ends: "rose to 5%"."""
    return quantity.head.dep_ == "pobj" and quantity.head.head.lower_ in ("to", "at")
