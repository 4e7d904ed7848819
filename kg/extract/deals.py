"""Deals as a text speaks of them: each is told once or more, and "the deal" is one told before.

A telling that is definite and says nothing that the deal before it does not ("the pact", "this agreement") corefers
with it: a small model of discourse entities (after L. Karttunen 1976, Discourse Referents).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kg.extract.frames import Match
from kg.extract.scene import agree
from kg.model import Modality, Passage

__all__ = ["CERTAIN", "KINDS", "Kind", "Telling", "deals"]

Kind = Literal["agreement", "memorandum", "treaty", "contract", "declaration", "loan", "plan"]
KINDS: tuple[Kind, ...] = ("agreement", "memorandum", "treaty", "contract", "declaration", "loan", "plan")
CERTAIN: tuple[Modality, ...] = ("actual", "planned", "proposed", "denied")
_NAMED = 0.7  # a telling that is as sure as this names its parties


@dataclass(frozen=True, slots=True)
class Telling:
    """A place where the text tells of a deal, and what it says there.

    `sure` is how sure the parties are. `done`: a verb signs or adopts it. `refers`: it is told as known ("the pact"),
    by words that may stand for any deal. `plural`: several are told as one.
    """

    match: Match
    parties: tuple[str, ...]
    sure: float
    kind: Kind
    name: str | None
    sectors: tuple[str, ...]
    date: str | None
    modality: Modality
    evidence: Passage
    rule: str
    done: bool
    refers: bool
    plural: bool

    @property
    def is_full(self) -> bool:
        """Whether both parties are told here."""
        return len(self.parties) > 1 and self.sure >= _NAMED


def deals(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """Each deal once, from its fullest telling, with what the others add to it; in the order of their first telling."""
    known: list[list[Telling]] = []
    for telling in sorted(tellings, key=lambda t: t.match.trigger.i):
        alike = reversed(known) if len(telling.parties) > 1 else ()
        before = next((deal for deal in alike if any(_same(telling, t) for t in _met_by(telling, deal))), None)
        if before is None and telling.refers:
            before = next((deal for deal in reversed(known) if _may_be(telling, deal)), None)
        if before is None:
            known.append([telling])
        else:
            known.remove(before)  # the one spoken of last is the nearest
            known.append([*before, telling])
    yield from sorted((_together(deal) for deal in known), key=lambda t: t.match.trigger.i)


def _met_by(telling: Telling, deal: list[Telling]) -> list[Telling]:
    """The tellings of a deal that may show it to be that of another one; what is new to the text is not "the deal"."""
    own = [t for t in deal if not t.refers]
    return deal if telling.refers or not own else own


def _same(a: Telling, b: Telling) -> bool:
    """Whether two tellings, each by what it says itself, tell of one deal."""
    if set(a.parties) != set(b.parties) or len(a.parties) < 2 or not _alike(a, b):
        return False
    if "denied" in {a.modality, b.modality} != {"denied"} and not (a.refers or b.refers):
        return False
    fields = set(a.sectors) <= set(b.sectors) or set(b.sectors) <= set(a.sectors)
    said = a.modality == b.modality and agree(a.date, b.date) or a.refers or b.refers
    return said and fields and (a.name is None or b.name is None or _named_alike(a.name, b.name))


def _alike(a: Telling, b: Telling) -> bool:
    """Whether two words may stand for one deal: a treaty is an agreement too, but no loan."""
    return a.kind == b.kind or "agreement" in (a.kind, b.kind) and (a.refers or b.refers)


def _named_alike(a: str, b: str) -> bool:
    """Whether one name is the other or the end of it: "the trade deal" and "a free trade deal"."""
    short, long = sorted((a.lower(), b.lower()), key=len)
    return long.endswith(short)


def _may_be(telling: Telling, deal: list[Telling]) -> bool:
    """Whether "the pact" may be a deal that was told before: nothing that both say differs."""
    other = _together(deal)
    if telling.plural != other.plural or not _alike(telling, other):
        return False
    if telling.is_full and "denied" in {telling.modality, other.modality} != {"denied"}:
        return False  # "has no deal with X, but the deal with Y stands"
    if telling.is_full and other.is_full and not _nested(set(telling.parties), set(other.parties)):
        return False
    if telling.name and other.name and not _named_alike(telling.name, other.name):
        return False
    return not telling.sectors or not other.sectors or not set(telling.sectors).isdisjoint(other.sectors)


def _nested(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a


def _together(deal: list[Telling]) -> Telling:
    """The fullest telling, with what others add: fields, a name, when and whether it was signed."""
    best = min(deal, key=lambda t: (not t.is_full, t.refers, -t.sure, not t.done, -len(t.sectors), t.name is None))
    signed = [t for t in deal if t.done or t.match.is_verb] or [best]
    modality = min((t.modality for t in signed), key=CERTAIN.index)
    date = best.date if best in signed else None
    return replace(
        best, modality=modality, date=date or next((t.date for t in signed if t.date), best.date),
        done=any(t.done for t in deal), refers=all(t.refers for t in deal),
        name=next((t.name for t in (best, *deal) if t.name), None),
        kind=next((t.kind for t in (best, *deal) if t.kind != "agreement"), "agreement"),
        sectors=tuple(dict.fromkeys(s for t in (best, *deal) for s in t.sectors)),
    )  # fmt: skip
