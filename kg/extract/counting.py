"""Which numbers measure a country, body or organisation at all, and what those without a unit count."""

import re
from collections.abc import Iterable, Mapping

from kg.extract.doc import mention_at, passage
from kg.extract.grammar import prepositional
from kg.extract.metric import Metric
from kg.extract.metricnames import share_of
from kg.extract.quantities import Quantities, Quantity
from kg.extract.tree import sentence_of

__all__ = ["Counting"]

_NEAR = 6  # tokens between a distance and its direction
_LARGE = 1000  # a smaller number without any noun is a date, an age, a score or a part of a name
_LEAST = 10  # smaller counts ("two deals") are seldom worth a row
_ABOUT = "(?:about|around|some|roughly|nearly|almost|over|more than|less than)"
_PLURAL = ("NNS", "NNPS")


class Counting:
    """The words of `ontology/measures.ttl` that tell what is counted, and what is counted without measuring anyone."""

    def __init__(self, words: Mapping[str, frozenset[str]], quantities: Quantities) -> None:
        self._quantities = quantities
        self._people = words.get("counted-people", frozenset())
        self._states = words.get("counted-states", frozenset())
        self._uncounted = words.get("uncounted", frozenset())
        self._generic = words.get("generic", frozenset())
        self._directions = words.get("distance", frozenset())
        self._towns = words.get("place", frozenset())

    def unfit(self, quantity: Quantity, before: Quantity | None) -> str | None:
        """Why a quantity is no candidate; "" where not even that is worth telling, None where it is one.

        `before` is the quantity before it in the text.
        """
        mention = mention_at(quantity.span[0])
        if mention is not None and mention.kind == "name":
            return ""
        reason = self._uncountable(quantity) if quantity.dimension == "count" else None
        if reason is not None:
            return reason
        if quantity.dimension == "length" and self._is_distance(quantity):
            return "a distance"
        whole = share_of(quantity)
        if whole is not None and (whole.like_num or whole.ent_type_ == "MONEY" or whole.pos_ == "PRON"):
            return "a share of another number"
        return "the same amount in another unit" if _repeats(quantity, before) else None

    def _uncountable(self, quantity: Quantity) -> str | None:
        noun = quantity.noun
        if noun is None:
            return None if quantity.value >= _LARGE else ""
        lemma = noun.lemma_.lower()
        if noun.tag_ not in _PLURAL and lemma not in self._people or _is_date(quantity):
            return ""
        if quantity.span.doc[quantity.span.end : quantity.span.end + 1].text[:1] in ("-", "–"):
            return "part of a word"  # "a 24-hour service"
        if lemma in self._uncounted:
            return "not a thing whose number measures a party"
        return "too small a count" if quantity.value < _LEAST else None

    def _is_distance(self, quantity: Quantity) -> bool:
        """Whether a length only tells where something is: "200 km (125 miles) east of the city"."""
        after = quantity.span.doc[quantity.span.end : quantity.span.end + _NEAR]
        return any(t.lower_ in self._directions for t in after if sentence_of(t) == sentence_of(quantity.head))

    def is_of_states(self, quantity: Quantity) -> bool:
        """Whether countries are counted."""
        return quantity.noun is not None and quantity.noun.lemma_.lower() in self._states

    def is_few(self, quantity: Quantity, metric: Metric) -> bool:
        """Whether it is too small a number of people, to whom nothing has happened."""
        return quantity.dimension == "people" and quantity.value < _LEAST and not metric.befalls

    def is_of_town(self, quantity: Quantity, metric: Metric) -> bool:
        """Whether it is how many live in a place: "a city of five million people"."""
        head = metric.head
        return quantity.dimension == "people" and head is not None and head.lemma_.lower() in self._towns

    def unit(self, quantity: Quantity, metric: Metric, demonyms: Iterable[str]) -> str | None:
        """The unit, or what a number without one counts; None where nothing tells.

        `demonyms` are those of the parties, whose currency "shillings" are.
        """
        if quantity.unit is not None:
            return self._quantities.of_country(quantity, demonyms) or quantity.unit
        noun = quantity.noun
        if noun is None:  # "the number of tourists rose to 120,000", "killed 20 people and injured 1,500"
            others = prepositional(metric.head, {"of"}) if metric.head is not None else ()
            noun = next((t for t in others if t not in quantity.span), metric.head)
            of_people = noun is not None and noun.lemma_.lower() in self._people
            return "people" if metric.befalls or of_people else None
        if noun.lemma_.lower() in self._people or mention_at(noun) is not None:
            return "people"  # "40 Palestinians"
        if self.is_of_states(quantity):
            return "countries"
        before = noun.nbor(-1) if noun.i else noun
        is_long = noun.lemma_.lower() in self._generic and before.head == noun and before.dep_ == "compound"
        return f"{before.lower_} {noun.lower_}" if is_long else noun.lower_


def _is_date(quantity: Quantity) -> bool:
    """Whether a number is part of an expression of time."""
    here = passage(quantity.span)
    return any(d.passage.start < here.end and here.start < d.passage.end for d in quantity.span.doc._.dates)


def _repeats(quantity: Quantity, before: Quantity | None) -> bool:
    """Whether a quantity gives the one before it in another unit: "$5bn (RM20bn)", "200 km (125 miles)".

    Or in another measure of time: "$5bn a year, or more than $400m a month".
    """
    if before is None or quantity.dimension != before.dimension or quantity.dimension not in ("money", "length"):
        return False
    words = quantity.span.doc[before.span.end : quantity.span.start].text.strip().lower()
    restated = re.search(rf", or(?: {_ABOUT})?$", words)
    return bool(restated) or quantity.unit != before.unit and words.startswith(("(", "or", "–", "-"))
