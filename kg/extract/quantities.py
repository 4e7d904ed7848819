"""Quantities: a number, its unit, and the noun that they stand before ("a $500 million loan", "200 civilians")."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc, Span, Token

from kg.extract.doc import text_of
from kg.extract.numbers import BEGINNING, FRACTION, NUMBER, fraction, number
from kg.lexicon import Unit

__all__ = ["Quantities", "Quantity"]

_BEFORE = {"nummod", "compound", "nmod", "amod", "quantmod", "npadvmod", "det", "dep", "punct"}
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d,.]*\d)"
_PERIODS = {"first", "second", "latter", "other", "last", "past"}  # "the first half of the year"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text. `unit` is None where a noun or nothing stands behind the number, not a unit.

    `dimension` is what the unit measures (money, share, factor, people, length, quantity), "count" without a unit.
    Of a range ("10-15%") `value` is the lower end and `upper` the upper one.
    """

    span: Span
    value: Decimal
    unit: str | None
    dimension: str
    upper: Decimal | None = None

    @property
    def head(self) -> Token:
        """The token that the parse hangs the quantity on; "a record $5bn" hangs on the noun before it."""
        root = self.span.root
        return root.head if root.dep_ == "nummod" and root.head.i < self.span.start else root

    @property
    def noun(self) -> Token | None:
        """The noun that the quantity stands before and counts or modifies."""
        token = self.head
        while token.dep_ in _BEFORE and token.head.i > token.i:
            token = token.head
            if self._may_count(token) and token.dep_ not in ("compound", "nmod"):
                return token
        return token if self._may_count(token) else None

    def _may_count(self, token: Token) -> bool:
        return token.i >= self.span.end and token.pos_ in ("NOUN", "PROPN") and token.text != "%"


class Quantities:
    """Finds the quantities of a Doc with the units and currencies of the ontology."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units: dict[str, Unit] = {}
        self._signs: dict[str, Unit] = {}
        for unit in units:
            self._signs.update(dict.fromkeys(unit.values.get("sign", ()), unit))
            for name in unit.names:
                self._units.update(dict.fromkeys(_forms(name), unit))
        signs, names = _either(self._signs), _either(n for n in self._units if not _is_exact(n))
        exact = _either(n for n in self._units if _is_exact(n))
        self._pattern = re.compile(
            rf"(?<![\w.,$€£¥₽:/#+=-])(?={signs}|(?i:{BEGINNING}))(?:(?P<sign>{signs})\s?)?"
            rf"(?:(?!{_YEAR})(?P<low>(?i:{NUMBER}))(?:\s?[-–—]\s?|\sto\s|\sor\s))?"
            rf"(?:(?P<share>(?i:{FRACTION}))|(?P<number>(?i:{NUMBER})))"
            rf"(?:[\s\u00a0-]?(?P<name>{exact}|(?i:{names}))(?!\w))?(?![\w:/=]|[.,]\d)"
        )

    def find(self, doc: Doc) -> Iterator[Quantity]:
        """The quantities, in the order of the text; plain years ("2024") and parts of names are none."""
        for match in self._pattern.finditer(text_of(doc)):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            value = fraction(match["share"]) if match["share"] else number(match["number"])
            if span is None or value is None:
                continue
            unit = self._unit(match)
            if unit is None and (re.fullmatch(_YEAR, match[0]) or match["share"] and _is_period(span)):
                continue
            symbol, dimension = ("%", "share") if match["share"] else (None, "count")
            if unit is not None:
                symbol, dimension = unit.symbol, unit.values.get("dimension", ("quantity",))[0]
            low = _lower(match["low"], match["number"] or "", value) if match["low"] else None
            ends = (value, None) if low is None else (low, value)
            yield Quantity(span, ends[0], symbol, dimension, ends[1])

    def of_country(self, quantity: Quantity, demonyms: Iterable[str]) -> str | None:
        """The currency that "shillings" are of those who have the demonyms; None where there is not just one."""
        name = quantity.span[-1].lower_ if quantity.dimension == "money" else ""
        plain = self._units.get(name)
        if plain is None or plain.symbol != quantity.unit or "$" in plain.names:
            return None
        own = {unit.symbol for demonym in demonyms if (unit := self._units.get(f"{demonym.lower()} {name}"))}
        return next(iter(own)) if len(own) == 1 else None

    def _unit(self, match: re.Match[str]) -> Unit | None:
        if match["sign"]:
            return self._signs[match["sign"]]
        name = match["name"] or ""
        return self._units.get(name) or self._units.get(name.lower())


def _lower(low: str, high: str, upper: Decimal) -> Decimal | None:
    """The lower end of a range, with the scale of the upper one if it has none ("40-42 billion"), if it is lower."""
    value, digits = number(low), re.match(r"[\d.,]+", high)
    if value is not None and digits and re.fullmatch(r"[\d.,]+", low):
        end = number(digits[0].rstrip(".,"))
        value = value * upper / end if end and value < end else value
    return value if value is not None and value < upper else None


def _is_period(share: Span) -> bool:
    """Whether a share is one of a span of time: "the first half of the year"."""
    return share.start > 0 and share.doc[share.start - 1].lower_ in _PERIODS


def _is_exact(name: str) -> bool:
    """Whether a name counts only as it is written: "MW", "t", but not "tonne" or "US dollar"."""
    return len(name) <= 3 or " " not in name and name != name.lower()


def _forms(name: str) -> Iterator[str]:
    """A name, and its plural with "s", in lower case where case does not matter."""
    if _is_exact(name):
        yield name
    else:
        yield from (name.lower(), f"{name.lower()}s")


def _either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in sorted(words, key=lambda w: (-len(w), w)))
