"""Appointments: somebody takes, leaves or is proposed for an office."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from spacy.tokens import Token

from kg.extract.appointees import appointees
from kg.extract.arguments import objects, subjects
from kg.extract.dates import date_of
from kg.extract.doc import person_at, text_of, type_of
from kg.extract.frames import Match
from kg.extract.given import named_to, offered, owner_spoken_of
from kg.extract.grammar import children, is_passive, modifiers, possessors, prepositional
from kg.extract.incumbents import implied
from kg.extract.ownership import DIPLOMAT, is_public, may_own
from kg.extract.phrasing import referents
from kg.extract.roles import controllers
from kg.extract.scene import Scene
from kg.extract.tenures import told_by_titles
from kg.extract.titles import Title
from kg.model import Appointment, Office, Rejected

__all__ = ["appointments"]

Change = Literal["start", "end", "proposed"]
_CHANGES: tuple[Change, ...] = ("start", "end", "proposed")
_OWNING = {"amod", "compound", "nmod", "nsubj", "poss"}
_UPON = {"after", "following", "upon", "on", "with", "since"}


def appointments(scene: Scene, matches: Iterable[Match]) -> Iterator[Appointment | Office | Rejected]:
    """A row for each person, office and change that happens or is to come, and the offices that they imply."""
    kept: dict[tuple[str, str, str], Appointment] = {}
    told: list[Appointment] = []
    for match in matches:
        for row in list(_told(scene, match, told)):
            if isinstance(row, Rejected):
                yield row
            else:
                told.append(row)
                kept.setdefault((row.person, row.title, row.change), row)
                if office := implied(row, scene.modality(match), scene.day):
                    yield office
    for row in told_by_titles(scene):
        kept.setdefault((row.person, row.title, row.change), row)
    yield from kept.values()


type _Office = tuple[str, str | None, Token | None]  # title, owner, the title's head where it stands in the clause


def _told(scene: Scene, match: Match, before: Sequence[Appointment]) -> Iterator[Appointment | Rejected]:
    """The rows of a match; `before` are those told so far."""
    given = named_to(scene, match)
    people, predecessors = appointees(scene, match, before)
    people |= {i: t for i, (t, _) in given.items()}
    modality = scene.modality(match)
    if not people or modality == "denied":
        if people:
            yield scene.rejected(match, "denied")
        return
    change: Change = next((c for c in _CHANGES if c in match.frame.values.get("change", ())), "start")
    for person, head in people.items():
        title = given[person][1] if person in given else offered(scene, match, person, change)
        office = _office(scene, match, person, change, title, before)
        office = office or next((held for other in predecessors if (held := _left_by(scene, other))), None)
        if change == "end" and title is None and (left := _left_to(scene, match, person, before)):
            office = left
        if office is None or title is None and _presides(scene, match):
            yield scene.rejected(match, "no office")
            continue
        said: Change = "proposed" if (modality, change) == ("proposed", "start") else change
        if title is not None and scene.is_one_of("title-nominee", scene.doc[title.end - 1]):
            said = "proposed"
        yield _row(scene, match, person, head, office, said)
        for other, token in (predecessors or _left(scene, match, office)).items():
            if other != person and modality != "proposed":
                yield _row(scene, match, other, token, _held(scene, match, other) or office, "end")


def _for_another(scene: Scene, title: Title) -> bool:
    """Whether what is named behind a title is what it is for: "its envoy for X"."""
    return any(t.lower_ == "for" for t in children(scene.doc[title.head], "prep"))


def _presides(scene: Scene, match: Match) -> bool:
    """Whether it is the chair of a body that a state takes, not an office: "assumed the chair, taking over from X"."""
    verbs = (match.trigger, match.trigger.head) if match.trigger.dep_ == "advcl" else (match.trigger,)
    chairs = [t for v in verbs for t in objects(v) if scene.is_one_of("chairmanship", t)]
    owners = (o for t in chairs for o in (*prepositional(t, {"of"}), *possessors(t), *modifiers(t)))
    return any(type_of(scene.doc, iri) == "RegionalBody" for t in owners for iri in referents(t))


def _left_to(scene: Scene, match: Match, person: str, before: Sequence[Appointment]) -> _Office | None:
    """The office of one whose leaving lets another have it: "X became minister after Y resigned", "… Y's death"."""
    word = match.trigger if match.is_verb else match.trigger.head
    aside = word.dep_ in ("advcl", "pcomp") if match.is_verb else word.lower_ in _UPON
    known, got = scene.office_of(person), before[-1] if before else None
    same = got is not None and match.trigger.sent.start_char <= got.evidence.start < match.trigger.idx
    if not aside or got is None or not same or got.change != "start" or got.person == person:
        return None
    return None if known is not None and known.status != "former" else (got.title, got.of, None)


def _left_by(scene: Scene, person: str) -> _Office | None:
    """The office that somebody who is replaced has."""
    known = scene.office_of(person)
    return None if known is None or _said_to_be_over(scene, known) else (known.title, known.of, None)


def _left(scene: Scene, match: Match, office: _Office) -> dict[str, Token]:
    """Who leaves an office that somebody takes over: "in succession to X", or on the title: "as minister from X"."""
    _, _, head = office
    words = [t for t in (head, *match.words) if t is not None]
    places = (t for word in words for t in prepositional(word, {"in", "as"}) if scene.is_one_of("succession", t))
    tied = [t for p in places for t in (*prepositional(p, {"to", "of"}), *possessors(p), *children(p.nbor(), "pobj"))]
    if head is not None and "from" in match.frame.roles.get("predecessor", ()):
        tied += prepositional(head, {"from"})
    return {m.iris[0]: t for t in tied if (m := person_at(scene.doc, t.i)) is not None}


def _row(scene: Scene, match: Match, person: str, head: Token, office: _Office, change: Change) -> Appointment:
    title, of, token = office
    return Appointment(
        person=person, title=title, of=of, change=change, rule=scene.rule(match),
        date=scene.date(match) or (date_of(token) if token is not None else None),
        evidence=scene.evidence(match, [head, *([token] if token is not None else [])]), confidence=0.8,
    )  # fmt: skip


def _office(
    scene: Scene, match: Match, person: str, change: Change, title: Title | None, before: Sequence[Appointment]
) -> _Office | None:
    """The office of the title that the clause gives the person, else the one that the article says she gets or has."""
    known = scene.office_of(person)
    if title is not None:
        its = owner_spoken_of(scene, title) if _for_another(scene, title) else None
        of = its or title.of or next(iter(scene.found(match, "of", ("Country", "RegionalBody", "Organization"))), None)
        of = of or owner_spoken_of(scene, title) or _appointer(scene, match, before)
        if of is None and known is not None and may_own(scene.doc, known.of, title.kind):
            of = known.of
        of = of or _only_country(scene, title)
        return title.name, of, scene.doc[title.head]
    again = match.trigger.i > 1 and scene.doc[match.trigger.i - 2 : match.trigger.i].text.lower() == "re-"
    if again or match.frame.values.get("office") == ("known",):
        got = next((r for r in reversed(before) if r.person == person and r.change == "start"), None)
        if got is not None:
            return got.title, got.of, None
        if known is not None and not _said_to_be_over(scene, known):
            return known.title, known.of, None
    ends = change == "end" and known is not None and not _said_to_be_over(scene, known)
    return (known.title, known.of, None) if ends and known is not None else None


def _said_to_be_over(scene: Scene, office: Office) -> bool:
    """Whether the words say that an office was over before, not only the dates known of it: "former President X"."""
    words = text_of(scene.doc)[office.evidence.start : office.evidence.end].lower().replace("-", " ").split()
    over = office.rule == "office/heading" or not scene.words("title-former").isdisjoint(words)
    return office.status == "former" and over


def _appointer(scene: Scene, match: Match, before: Sequence[Appointment]) -> str | None:
    """The country, or the body, whose leader or parliament gives the office."""
    for token in _givers(match):
        for iri in referents(token):
            if type_of(scene.doc, iri) in ("Country", "RegionalBody"):
                return iri
            if type_of(scene.doc, iri) == "Organization":  # "Peru's National Assembly elected"
                return next(
                    (i for t in possessors(token) for i in referents(t) if type_of(scene.doc, i) == "Country"), None
                )
            office = scene.office_of(iri) or next((r for r in before if r.person == iri), None)
            if office is not None and office.of and type_of(scene.doc, office.of) in ("Country", "RegionalBody"):
                return office.of
    return None


def _givers(match: Match) -> tuple[Token, ...]:
    """Who gives the office: the subject, or that of the clause above ("signed a decree naming X minister")."""
    if not match.is_verb or is_passive(match.trigger):
        return ()
    return subjects(match.trigger) or (controllers(match.trigger) if match.trigger.tag_ == "VBG" else ())


def _only_country(scene: Scene, title: Title) -> str | None:
    """The one country that an article speaks of, and not only as where somebody goes, if it may have the office."""
    countries = [e.iri for e in scene.doc._.entities.values() if e.type == "Country"]
    if len(countries) != 1 or not is_public(scene.doc, title.kind) or DIPLOMAT in (title.kind.iri, *title.kind.broader):
        return None
    named = (scene.doc[m.head] for m in scene.doc._.mentions if m.iris == (countries[0],) and m.kind == "name")
    return countries[0] if any(t.dep_ in _OWNING for t in named) else None


def _held(scene: Scene, match: Match, person: str) -> _Office | None:
    """The office that a person's title beside the trigger tells."""
    held = (t for t in scene.doc._.titles if t.holder == person and scene.doc[t.head].sent == match.trigger.sent)
    return next(((t.name, t.of, None) for t in held), None)
