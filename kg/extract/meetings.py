"""Meetings: parties meet, talk, phone, or gather at a summit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import Literal

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import prepositional
from kg.extract.phrasing import referents
from kg.extract.scene import PARTIES, Scene, agree
from kg.extract.tree import dependents
from kg.model import EntityType, Meeting, Rejected

__all__ = ["meetings"]

Kind = Literal["bilateral", "summit", "call", "interview", "other"]
_KINDS: tuple[Kind, ...] = ("bilateral", "summit", "call", "interview", "other")
_OWNERS: tuple[EntityType, ...] = ("RegionalBody", "Country", "Place")


def meetings(scene: Scene, matches: Iterable[Match]) -> Iterator[Meeting | Rejected]:
    """A meeting for each set of participants; those told twice are one, and a summit is one for all who attend."""
    told: list[Meeting] = []
    for match in matches:
        for found in _told(scene, match):
            if isinstance(found, Meeting):
                told.append(found)
            else:
                yield found
    yield from _merged(told)


def _told(scene: Scene, match: Match) -> Iterator[Meeting | Rejected]:
    if any(scene.is_one_of("contest", t) for t in prepositional(match.trigger, {"in"})):
        yield scene.rejected(match, "a contest of teams")
        return
    hosts = scene.found(match, "participant", PARTIES)
    pair = scene.found(match, "pair", PARTIES)
    if len(pair) > 1:
        hosts = {**pair, **hosts}
    if not hosts and match.frame.values.get("kind") == ("summit",):
        named = _named_parties(scene, match)
        hosts = {iri: match.trigger for iri in named if len(named) > 1}
    others = scene.found(match, "counterpart", PARTIES)
    if not (hosts or others or "name" in match.frame.values.get("needs", ())):
        return
    owners = scene.found(match, "body", _OWNERS)
    needs = match.frame.values.get("needs", ())
    if "counterpart" in needs and not (hosts and others):
        return
    if "person" in needs and not all(any(type_of(scene.doc, i) == "Person" for i in side) for side in (hosts, others)):
        return
    media = _media(scene, match)
    event, kind = _event(scene, match), _kind(match)
    if kind == "interview" and not media:
        return
    sets = [{**a, **b} for a, b in _pairs(scene, match, hosts, others)]
    if "name" in needs and event is None and not owners:
        yield scene.rejected(match, "no named event")
        return
    for heads in sets:
        if len(heads) == 1 and kind == "summit":  # the others are those whose summit it is
            heads = {**heads, **owners, **dict.fromkeys(scene.states_in(event) if event else (), match.trigger)}
        people = _settled(scene, {**heads, **media}, keep=set(media))
        enough = len(people) > 1 or (event is not None and people)
        if not enough:
            if people:
                yield scene.rejected(match, "fewer than two participants")
            continue
        tokens = [t for iri, t in {**heads, **media}.items() if iri in people]
        yield Meeting(
            participants=tuple(people), place=_place(scene, match, tokens), date=scene.date(match), event=event,
            kind="summit" if event else "other" if kind == "bilateral" and len(people) > 3 else kind,
            modality=scene.modality(match), evidence=scene.evidence(match, tokens), rule=scene.rule(match),
            confidence=0.9 if others and hosts else 0.75,
        )  # fmt: skip


def _pairs(
    scene: Scene, match: Match, hosts: dict[str, Token], others: dict[str, Token]
) -> Iterator[tuple[dict[str, Token], dict[str, Token]]]:
    """One meeting for all, or, where several one-to-one meetings are told at once, one for each pair.

    Somebody who met people of several countries met each of them.
    """
    plural = match.trigger.tag_ in ("NNS", "NNPS")
    near = [c for w in (*match.words, *match.carriers) for c in dependents(w)]
    words = {t.lower_ for c in near for t in (c, *dependents(c))}
    each = (plural or match.is_verb) and words & scene.words("each") and len(hosts) * len(others) > 1
    apart = len(hosts) == 1 and len(others) > 1 and _of_several_countries(scene, others)
    if each or apart and not words & scene.words("together"):
        for (a, s), (b, t) in product(hosts.items(), others.items()):
            yield {a: s}, {b: t}
    else:
        yield hosts, others


def _of_several_countries(scene: Scene, people: Iterable[str]) -> bool:
    """Whether all are people, each of another country."""
    countries = [scene.country_of(iri) for iri in people if type_of(scene.doc, iri) == "Person"]
    return None not in countries and len(set(countries)) == len(list(people))


def _settled(scene: Scene, heads: dict[str, Token], keep: set[str]) -> list[str]:
    """The participants: people, with the states of unnamed counterparts; states and bodies only where none is named."""
    people = [iri for iri in heads if type_of(scene.doc, iri) == "Person"]
    spoken_for = {scene.country_of(iri) for iri in people}
    if not people:
        return list(heads)
    return [
        iri for iri, token in heads.items()
        if iri in people or iri in keep or (iri not in spoken_for and _counts(token, len(people)))
    ]  # fmt: skip


def _counts(token: Token, people: int) -> bool:
    """Whether a state beside named people is a party: an unnamed counterpart, or the only other side."""
    mention = mention_at(token)
    return people == 1 or (mention is not None and mention.kind == "nominal")


def _place(scene: Scene, match: Match, participants: Iterable[Token]) -> str | None:
    """Where it is held: also what a parse hangs on a participant ("meets X in Y")."""
    beside = (t for p in participants for t in prepositional(p, {"in", "at"}))
    found = (iri for t in beside for iri in referents(t) if type_of(scene.doc, iri) == "Place")
    return next(iter(scene.found(match, "place", ("Place", "Country"))), None) or next(found, None)


def _media(scene: Scene, match: Match) -> dict[str, Token]:
    """The media in the role, by the words of their names; an interviewer where the frame is an interview itself."""
    types: tuple[EntityType, ...] = ("Organization",) if match.is_verb else ("Organization", "Person")
    found = scene.found(match, "medium", types)
    return found if not match.is_verb else {iri: t for iri, t in found.items() if scene.is_medium(iri)}


def _named_parties(scene: Scene, match: Match) -> tuple[str, ...]:
    mention = mention_at(match.trigger)
    return scene.states_in(mention.iris[0]) if mention is not None and mention.kind == "name" else ()


def _event(scene: Scene, match: Match) -> str | None:
    """The named summit that is attended, or that the trigger is part of."""
    attended = scene.found(match, "event", ("Event",))
    if attended:
        return next(iter(attended))
    mention = mention_at(match.trigger)
    named = mention is not None and mention.kind == "name" and type_of(scene.doc, mention.iris[0]) == "Event"
    return mention.iris[0] if mention and named else None


def _kind(match: Match) -> Kind:
    words = match.frame.values.get("kind", ())
    near = match.trigger.doc[max(0, match.trigger.i - 3) : match.trigger.i + 4]
    if not words and any(t.lower_ in ("phone", "telephone", "telephonic", "video") for t in near):
        return "call"
    return next((k for k in _KINDS if k in words), "bilateral")


def _merged(told: list[Meeting]) -> Iterator[Meeting]:
    kept: list[Meeting] = []
    for meeting in told:
        for i, other in enumerate(kept):
            if _same(meeting, other) or _part(meeting, other) or _part(other, meeting):
                kept[i] = _joined(other, meeting)
                break
        else:
            kept.append(meeting)
    yield from kept


def _same(a: Meeting, b: Meeting) -> bool:
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
