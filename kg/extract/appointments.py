"""Appointments: somebody takes, leaves or is proposed for an office."""

from collections.abc import Iterable, Iterator
from typing import Literal

from spacy.tokens import Token

from kg.extract.frames import Match
from kg.extract.scene import Scene
from kg.extract.titles import Title
from kg.model import Appointment, Rejected

__all__ = ["appointments"]

Change = Literal["start", "end", "proposed"]
_CHANGES: tuple[Change, ...] = ("start", "end", "proposed")


def appointments(scene: Scene, matches: Iterable[Match]) -> Iterator[Appointment | Rejected]:
    """A row for each person, office and change that is told as happening or to come."""
    kept: dict[tuple[str, str, str], Appointment] = {}
    for match in matches:
        people = scene.found(match, "person", ("Person",))
        if "predecessor" in match.frame.roles and not scene.found(match, "predecessor", ("Person",)):
            continue  # "replaced the lamp"
        modality = scene.modality(match)
        if not people or modality == "denied":
            if people:
                yield scene.rejected(match, "denied")
            continue
        told: Change = next((c for c in _CHANGES if c in match.frame.values.get("change", ())), "start")
        change: Change = "proposed" if modality == "proposed" and told == "start" else told
        for person, head in people.items():
            office = _office(scene, match, person, told)
            if office is None:
                yield scene.rejected(match, "no office")
                continue
            title, of, token = office
            row = Appointment(
                person=person, title=title, of=of, change=change, date=scene.date(match), rule=scene.rule(match),
                evidence=scene.evidence(match, [head, *([token] if token is not None else [])]), confidence=0.8,
            )  # fmt: skip
            kept.setdefault((person, title, change), row)
    yield from kept.values()


def _office(scene: Scene, match: Match, person: str, change: Change) -> tuple[str, str | None, Token | None] | None:
    """The title that the clause gives the person, else the office that the article says she has."""
    title = _title(scene, match, person)
    known = scene.office_of(person)
    if title is not None:
        of = title.of or next(iter(scene.found(match, "of", ("Country", "RegionalBody", "Organization"))), None)
        return title.name, of or (known.of if known else None), scene.doc[title.head]
    if known is not None and (change == "end" or match.frame.values.get("office") == ("known",)):
        return known.title, known.of, None
    return None


def _title(scene: Scene, match: Match, person: str) -> Title | None:
    """A title that hangs on the trigger: "named prime minister", "elected as president of X"."""
    inside = {t.i for w in (*match.words, *match.carriers) for t in w.subtree}
    near = [t for t in scene.doc._.titles if t.head in inside and t.head > match.trigger.i]
    return min((t for t in near if t.holder in (None, person)), key=lambda t: t.head, default=None)
