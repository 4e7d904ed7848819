"""Figures from outcomes: how many rows are right by type, and which of their parts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.eval.outcomes import Outcome

__all__ = ["Count", "Share", "bands", "counts", "links", "macro_f1", "slots", "total"]

# What a row says besides that by which it is right or not.
_SLOTS = {
    "office": ("status",),
    "visit": ("date", "kind", "modality"),
    "meeting": ("date", "kind", "modality", "place"),
    "cooperation": ("modality",),
    "agreement": ("kind", "date", "modality"),
    "statement": ("mode",),
    "membership": ("date", "modality"),
    "measure": ("direction", "period"),
    "appointment": ("date",),
    "event": ("modality",),
}
_BANDS = (("≥ 0.9", 0.9), ("0.8–0.9", 0.8), ("0.7–0.8", 0.7), ("< 0.7", 0.0))
_NO_BAND = "none given"


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows the gold has, how many were found, and how many of these are right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some are right."""

    right: int
    of: int


def counts(outcomes: Iterable[Outcome]) -> dict[str, Count]:
    """The counts of each type of row."""
    by_type: dict[str, list[Count]] = defaultdict(list)
    for o in outcomes:
        right = len(o.right)
        by_type[o.type].append(Count(right + len(o.missed), right + len(o.spurious), right))
    return {kind: total(some) for kind, some in by_type.items()}


def total(some: Sequence[Count]) -> Count:
    """All counts together: their precision, recall and F1 are the micro averages."""
    return Count(sum(c.gold for c in some), sum(c.found for c in some), sum(c.right for c in some))


def macro_f1(some: Iterable[Count]) -> float:
    """The mean of the F1 of types, however many rows they have; types that the gold has none of do not count."""
    scores = [c.f1 for c in some if c.gold]
    return sum(scores) / len(scores) if scores else 0.0


def links(outcomes: Iterable[Outcome]) -> Share:
    """Of the right entities that the gold knows the Wikidata item of, how many have it in their sameAs."""
    pairs = [(gold["wikidata"], f.row) for o in outcomes for gold, f in o.right if gold.get("wikidata")]
    right = [any(str(iri).rstrip("/").endswith(f"/{item}") for iri in row.get("sameAs") or ()) for item, row in pairs]
    return Share(sum(right), len(right))


def slots(outcomes: Iterable[Outcome]) -> dict[tuple[str, str], Share]:
    """Of the right facts of each type, how many say the same as the gold of date, kind, modality …; absent is equal."""
    same: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for o in outcomes:
        for slot in _SLOTS.get(o.type, ()):
            same[o.type, slot] += [_told(gold, slot) == _told(found.ids, slot) for gold, found in o.right]
    return {key: Share(sum(values), len(values)) for key, values in same.items() if values}


def _told(row: dict[str, Any], slot: str) -> str:
    return str(row.get(slot) or "")


def bands(outcomes: Iterable[Outcome]) -> dict[str, Share]:
    """Of the facts found in each band of confidence (its lower bound within), how many are right.

    Where confidence means something, the share of right facts falls from band to band.
    """
    right: dict[str, list[bool]] = {name: [] for name in (*dict(_BANDS), _NO_BAND)}
    for o in outcomes:
        if o.type != "entity":
            for found, is_right in [(f, True) for _, f in o.right] + [(f, False) for f in o.spurious]:
                right[_band(found.row.get("confidence"))].append(is_right)
    return {name: Share(sum(some), len(some)) for name, some in right.items() if some or name != _NO_BAND}


def _band(confidence: Any) -> str:
    if not isinstance(confidence, int | float):
        return _NO_BAND
    return next((name for name, least in _BANDS if confidence >= least), _BANDS[-1][0])
