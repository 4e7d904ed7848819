"""Where people meet whose words name no place: where one of them is a guest of the other's country."""

from dataclasses import replace
from datetime import date

from kg.extract.scene import Scene, agree
from kg.model import Meeting, Visit

__all__ = ["placed"]

_STAY = 7  # days at most from the first of a visit to a meeting on it
_APART = {"call", "interview"}


def placed(scene: Scene, meeting: Meeting) -> Meeting:
    """A meeting with the place where a visit took one of its participants that was told before it, if it has none.

    "X flew to Oslo. She will meet the Norwegian premier." The visit leads to a country of another participant, is as
    actual or planned as the meeting, and its date lets the meeting be on it.
    """
    if meeting.place is not None or meeting.kind in _APART or meeting.event is not None:
        return meeting
    told = (f for f in scene.doc._.facts if isinstance(f, Visit) and f.evidence.start <= meeting.evidence.end)
    fitting = [f for f in told if _is_guest(scene, f, meeting) and f.modality == meeting.modality]
    last = max((f for f in fitting if _may_hold(f.date, meeting.date)), key=lambda f: f.evidence.start, default=None)
    return meeting if last is None else replace(meeting, place=last.destination)


def _is_guest(scene: Scene, visit: Visit, meeting: Meeting) -> bool:
    """Whether a visit takes one of those who meet to the country of another."""
    others = [iri for iri in meeting.participants if iri != visit.visitor]
    return len(others) < len(meeting.participants) and any(
        visit.country is not None and scene.country_of(iri) == visit.country for iri in others
    )


def _may_hold(visit: str | None, meeting: str | None) -> bool:
    """Whether a meeting on one date can be held on a visit on another."""
    if visit is None or meeting is None or agree(visit, meeting):
        return True
    (start, end), (day, last) = ((d.split("/")[0], d.split("/")[-1]) for d in (visit, meeting))
    if min(map(len, (start, day))) < len("2024-05-17"):
        return start[: len(day)] <= day <= end[: len(day)] if len(day) < len(start) else day.startswith(start)
    days = (date.fromisoformat(day) - date.fromisoformat(start)).days
    return start <= last and (day <= end or 0 <= days <= _STAY)
