"""Meetings: parties meet, talk, phone, or gather at a summit."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from spacy.tokens import Token

from kg.extract.arguments import subjects
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.gapping import Rest, rests
from kg.extract.grammar import children, modifiers, possessors, prepositional
from kg.extract.participants import is_contest, pairs, settled, spoken_of
from kg.extract.phrasing import referents
from kg.extract.retold import merged, same
from kg.extract.scene import PARTIES, Scene
from kg.extract.venues import placed
from kg.extract.whereabouts import pointed_at
from kg.model import EntityType, Meeting, Rejected

__all__ = ["meetings"]

Kind = Literal["bilateral", "summit", "call", "interview", "other"]
_KINDS: tuple[Kind, ...] = ("bilateral", "summit", "call", "interview", "other")
_VIA = {"by", "over", "via", "on"}
_OWNERS: tuple[EntityType, ...] = ("RegionalBody", "Country", "Place")


def meetings(scene: Scene, matches: Iterable[Match]) -> Iterator[Meeting | Rejected]:
    """A meeting for each set of participants; those told twice are one, and a summit is one for all who attend."""
    told: list[Meeting] = []
    before: list[Meeting] = []
    for match in matches:
        for found in _told(scene, match):
            if isinstance(found, Rejected):
                yield found
            elif _is_before(scene, match):
                before.append(found)
            else:
                told.append(found)
    again = (m for m in before if not any(same(m, other) and m.date == other.date for other in told))
    yield from (placed(scene, meeting) for meeting in (*merged(told), *again))


def _is_before(scene: Scene, match: Match) -> bool:
    """Whether the words tell of another meeting than the one spoken of: "their last meeting", "last met"."""
    words = children(match.trigger, "advmod") if match.is_verb else modifiers(match.trigger)
    return any(scene.is_one_of("earlier", t) for t in words)


def _told(scene: Scene, match: Match) -> Iterator[Meeting | Rejected]:
    if _is_told_before(match):
        yield scene.rejected(match, "told before")
        return
    hosts = scene.found(match, "participant", PARTIES)
    pair = scene.found(match, "pair", PARTIES)
    if len(pair) > 1:
        held = any(verb.lemma_ != "be" for verb in match.carriers)  # else not who spoke "after talks between X and Y"
        hosts = {**pair, **hosts} if held else pair
    if not hosts and match.frame.values.get("kind") == ("summit",):
        named = _named_parties(scene, match)
        hosts = {iri: match.trigger for iri in named if len(named) > 1}
    others = scene.found(match, "counterpart", PARTIES)
    if others and not hosts and not match.is_verb:
        hosts = spoken_of(scene, match, others)
    if not (hosts or others or "name" in match.frame.values.get("needs", ())):
        return
    if is_contest(scene, match, hosts, others):
        yield scene.rejected(match, "a contest of teams")
        return
    if others and not hosts:
        yield scene.rejected(match, "met by nobody named")
        return
    bodies = scene.found(match, "body", _OWNERS).items()
    owners = {iri: t for iri, t in bodies if type_of(scene.doc, iri) != "Place" or scene.country_at(iri) is None}
    needs = match.frame.values.get("needs", ())
    if "counterpart" in needs and not (hosts and others) or "carrier" in needs and not match.carriers:
        return
    if "person" in needs and not all(any(type_of(scene.doc, i) == "Person" for i in side) for side in (hosts, others)):
        return
    media = _media(scene, match)
    event, kind = _event(scene, match), _kind(scene, match)
    if kind == "bilateral" and (asked := _asked_for(scene, others.values())):
        kind, media, others = "interview", asked, {}
    elif kind == "summit" and event is None and not owners and not _is_at(scene, match, "summit"):
        if not _is_at(scene, match, "occasion"):
            yield scene.rejected(match, "no occasion to meet")
            return
        kind = "other"
    if kind == "interview" and not media:
        return
    again = _told_again(match, hosts, others)
    hosts, others = ({i: t for i, t in side.items() if all(t != r.head for r in again)} for side in (hosts, others))
    sets: list[tuple[dict[str, Token], Rest | None]] = []
    sets += [({**a, **b}, None) for a, b in pairs(scene, match, hosts, others)]
    sets += [(_among(rest, hosts, others), rest) for rest in again]
    if "name" in needs and event is None and not owners:
        yield scene.rejected(match, "no named event")
        return
    for heads, rest in sets:
        if len(heads) == 1 and kind == "summit":  # the others are those whose summit it is
            heads = {**heads, **owners, **dict.fromkeys(scene.states_in(event) if event else (), match.trigger)}
        people = settled(scene, {**heads, **media}, keep=set(media))
        enough = len(people) > 1 or (event is not None and people)
        if not enough:
            if people:
                yield scene.rejected(match, "fewer than two participants")
            continue
        tokens = [t for iri, t in {**heads, **media}.items() if iri in people]
        yield Meeting(
            participants=tuple(people), place=rest.place if rest else _place(scene, match, tokens),
            date=rest and rest.date or scene.date(match, again[0].start if again else None), event=event,
            kind="summit" if event else "other" if kind == "bilateral" and _are_several(scene, match, people) else kind,
            modality=scene.modality(match), evidence=scene.evidence(match, tokens), rule=scene.rule(match),
            confidence=0.9 if others and hosts else 0.75,
        )  # fmt: skip


def _told_again(match: Match, hosts: Mapping[str, Token], others: Mapping[str, Token]) -> tuple[Rest, ...]:
    """Those met at another time or place, told with the same verb: "met X on Monday and Y on Tuesday"."""
    behind = (t for side in (others, hosts) for t in side.values() if t.i > match.trigger.i)
    found = (rests((match.trigger, *match.carriers), t, ("Person", "Organization", "RegionalBody")) for t in behind)
    return next((told for told in found if told), ())


def _among(rest: Rest, hosts: Mapping[str, Token], others: Mapping[str, Token]) -> dict[str, Token]:
    """Those who meet the ones of a rest: those whom the verb tells to meet the first, or to be received by him."""
    mention = mention_at(rest.head)
    return {**(others if rest.tie == "by" else hosts), **({mention.iris[0]: rest.head} if mention else {})}


def _are_several(scene: Scene, match: Match, people: Collection[str]) -> bool:
    bodies = any(type_of(scene.doc, iri) == "Organization" for iri in people)
    return bodies or len(people) > 3 or any(scene.is_one_of("several-sided", t) for t in modifiers(match.trigger))


def _place(scene: Scene, match: Match, participants: Collection[Token]) -> str | None:
    """Where it is held: also what a parse hangs on a participant ("meets X in Y")."""
    beside = (t for p in participants for t in prepositional(p, {"in", "at"}))
    found = (iri for t in (*beside, *_around(match)) for iri in referents(t) if type_of(scene.doc, iri) == "Place")
    told = next(iter(scene.found(match, "place", ("Place", "Country"))), None) or next(found, None)
    return told or next(iter(pointed_at((match.trigger, *match.carriers, *participants))), None)


def _media(scene: Scene, match: Match) -> dict[str, Token]:
    """The media in the role, by the words of their names; an interviewer where the frame is an interview itself."""
    types: tuple[EntityType, ...] = ("Organization",) if match.is_verb else ("Organization", "Person")
    found = scene.found(match, "medium", types)
    return found if not match.is_verb else {iri: t for iri, t in found.items() if scene.is_medium(iri)}


def _around(match: Match) -> Iterator[Token]:
    """Where the house or summit is that a meeting is held in or beside: "at the Palace in X", "at the summit in X"."""
    tops = [t for word in (match.trigger, *match.carriers) for t in prepositional(word, {"in", "at", "on"})]
    for top in tops:
        yield from prepositional(top, {"in", "at"})
        yield from (t for of in prepositional(top, {"of"}) for t in prepositional(of, {"in", "at"}))


def _is_told_before(match: Match) -> bool:
    """Whether it only tells how rare a meeting is: "it was the first meeting between X and Y in ten years"."""
    rare = any(t.lower_ in ("first", "last", "second", "third") for t in modifiers(match.trigger))
    it = (t for t in subjects(match.trigger.head) if t.pos_ == "PRON")
    return rare and match.trigger.dep_ == "attr" and any(it)


def _asked_for(scene: Scene, people: Iterable[Token]) -> dict[str, Token]:
    """The media whose journalists people are: "spoke to Oslo Radio's X"."""
    owners = {iri: t for person in people for t in possessors(person) for iri in referents(t)}
    return {iri: t for iri, t in owners.items() if type_of(scene.doc, iri) == "Organization" and scene.is_medium(iri)}


def _is_at(scene: Scene, match: Match, words: str) -> bool:
    """Whether what is attended is in a list of words: "attended the summit of X", "attended the opening of X"."""
    return any(scene.is_one_of(words, t) for t in (match.trigger, *match.fillers("event")))


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


def _kind(scene: Scene, match: Match) -> Kind:
    words = match.frame.values.get("kind", ())
    trigger = match.trigger
    near = trigger.doc[max(0, trigger.i - 3) : trigger.i + 4]
    by = (t for w in (trigger, *match.carriers) for t in prepositional(w, _VIA))
    if not words and any(scene.is_one_of("telephone", t) for t in (*near, *by)):
        return "call"
    return next((k for k in _KINDS if k in words), "bilateral")
