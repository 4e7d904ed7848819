"""Appointments: somebody takes, leaves or is proposed for an office."""

from collections.abc import Iterable, Iterator
from typing import Literal

from spacy.tokens import Token

from kg.extract.dates import date_of
from kg.extract.doc import passage
from kg.extract.frames import Match
from kg.extract.grammar import children, prepositions
from kg.extract.phrasing import extent
from kg.extract.scene import Scene
from kg.extract.timing import time_at
from kg.extract.titles import Title
from kg.model import Appointment, Rejected

__all__ = ["appointments"]

Change = Literal["start", "end", "proposed"]
_CHANGES: tuple[Change, ...] = ("start", "end", "proposed")
_SERVES = {"be", "serve", "act", "work", "remain"}


def appointments(scene: Scene, matches: Iterable[Match]) -> Iterator[Appointment | Rejected]:
    """A row for each person, office and change that is told as happening or to come."""
    kept: dict[tuple[str, str, str], Appointment] = {}
    told = [row for match in matches for row in _told(scene, match)]
    for row in (*told, *_by_title(scene)):
        if isinstance(row, Rejected):
            yield row
        else:
            kept.setdefault((row.person, row.title, row.change), row)
    yield from kept.values()


def _told(scene: Scene, match: Match) -> Iterator[Appointment | Rejected]:
    people = scene.found(match, "person", ("Person",))
    predecessors = scene.found(match, "predecessor", ("Person",))
    if "predecessor" in match.frame.roles and not predecessors:
        return  # "replaced the lamp"
    modality = scene.modality(match)
    if not people or modality == "denied":
        if people:
            yield scene.rejected(match, "denied")
        return
    change: Change = next((c for c in _CHANGES if c in match.frame.values.get("change", ())), "start")
    for person, head in people.items():
        office = _office(scene, match, person, change)
        if office is None:
            yield scene.rejected(match, "no office")
            continue
        said: Change = "proposed" if (modality, change) == ("proposed", "start") else change
        yield _row(scene, match, person, head, office, said)
        for other, token in predecessors.items():
            if other != person and modality != "proposed":
                yield _row(scene, match, other, token, _held(scene, match, other) or office, "end")


type _Office = tuple[str, str | None, Token | None]  # title, owner, the title's head where it stands in the clause


def _row(scene: Scene, match: Match, person: str, head: Token, office: _Office, change: Change) -> Appointment:
    title, of, token = office
    return Appointment(
        person=person, title=title, of=of, change=change, rule=scene.rule(match),
        date=scene.date(match) or (date_of(token) if token is not None else None),
        evidence=scene.evidence(match, [head, *([token] if token is not None else [])]), confidence=0.8,
    )  # fmt: skip


def _office(scene: Scene, match: Match, person: str, change: Change) -> _Office | None:
    """The title that the clause gives the person, else the office that the article says she has."""
    title = _title(scene, match, person)
    known = scene.office_of(person)
    if title is not None:
        of = title.of or next(iter(scene.found(match, "of", ("Country", "RegionalBody", "Organization"))), None)
        return title.name, of or (known.of if known else None), scene.doc[title.head]
    ends = change == "end" and known is not None and known.status != "former"
    if known is not None and (ends or match.frame.values.get("office") == ("known",)):
        return known.title, known.of, None
    return None


def _held(scene: Scene, match: Match, person: str) -> _Office | None:
    """The office that a person's title beside the trigger tells."""
    held = (t for t in scene.doc._.titles if t.holder == person and scene.doc[t.head].sent == match.trigger.sent)
    return next(((t.name, t.of, None) for t in held), None)


def _title(scene: Scene, match: Match, person: str) -> Title | None:
    """A title that hangs on the trigger: "named prime minister", "elected as president of X"."""
    inside = {t.i for w in (*match.words, *match.carriers) for t in w.subtree}
    near = [t for t in scene.doc._.titles if t.head in inside and t.head > match.trigger.i]
    return min((t for t in near if t.holder in (None, person)), key=lambda t: t.head, default=None)


def _by_title(scene: Scene) -> Iterator[Appointment]:
    """What titles tell by themselves: "the outgoing president", "the president-elect", "minister since 2014"."""
    for title in scene.doc._.titles:
        head = scene.doc[title.head]
        if title.holder is None or title.status == "former":
            continue
        if scene.is_outgoing(title):
            yield _titled(scene, title, "end", None, head)
        elif title.status == "future":
            yield _titled(scene, title, "start", None, head)
        elif (since := _since(head)) is not None:
            yield _titled(scene, title, "start", time_at(since), since)


def _titled(scene: Scene, title: Title, change: Change, date: str | None, last: Token) -> Appointment:
    assert title.holder is not None
    head = scene.doc[title.head]
    named = [scene.doc[m.head] for m in scene.doc._.mentions if m.iris == (title.holder,)]
    person = min((t for t in named if t.sent == head.sent), key=lambda t: abs(t.i - head.i), default=head)
    return Appointment(
        person=title.holder, title=title.name, of=title.of, change=change, date=date, rule="appointment/title",
        evidence=passage(extent(head, [scene.doc[title.start], last, person])), confidence=0.8,
    )  # fmt: skip


def _since(head: Token) -> Token | None:
    """The time behind "since" that hangs on a title or on a verb of serving: "has been president since May"."""
    for token in (head, head.head, head.head.head):
        if token == head or token.lemma_ in _SERVES or (head.dep_ == "appos" and token == head.head):
            for preposition in prepositions(token):
                time = next(children(preposition, "pobj"), None) if preposition.lower_ == "since" else None
                if time is not None and time_at(time) is not None:
                    return time
    return None
