"""Meetings that are told more than once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.scene import agree
from kg.model import Meeting

__all__ = ["merged", "same"]


def merged(told: Iterable[Meeting]) -> Iterator[Meeting]:
    """The meetings, those that are told twice as one."""
    kept: list[Meeting] = []
    for meeting in told:
        for i, other in enumerate(kept):
            if same(meeting, other) or _part(meeting, other) or _part(other, meeting):
                kept[i] = _joined(other, meeting)
                break
        else:
            kept.append(meeting)
    yield from kept


def same(a: Meeting, b: Meeting) -> bool:
    """Whether two tellings are of one meeting."""
    if not agree(a.date, b.date) or (a.modality == "denied") != (b.modality == "denied"):
        return False
    if a.event and a.event == b.event:
        return True
    alike = set(a.participants) == set(b.participants)
    return alike and (a.kind == b.kind or {a.kind, b.kind} == {"bilateral", "other"})


def _part(a: Meeting, b: Meeting) -> bool:
    """Whether one telling names only some of those whom another in the same words names."""
    overlap = a.evidence.start < b.evidence.end and b.evidence.start < a.evidence.end
    return overlap and set(a.participants) <= set(b.participants) and a.kind != "interview" != b.kind


def _joined(a: Meeting, b: Meeting) -> Meeting:
    """One meeting of two tellings."""
    best, rest = (b, a) if b.modality == "actual" and a.modality != "actual" else (a, b)
    return replace(
        best, participants=tuple(dict.fromkeys((*a.participants, *b.participants))), place=best.place or rest.place,
        date=max(best.date or "", rest.date or "", key=len) or None, event=a.event or b.event,
    )  # fmt: skip
