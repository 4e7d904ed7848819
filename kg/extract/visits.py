"""Visits: somebody travels to a place.

A visit is told in several sentences. What one of them leaves out ("the visit", "her arrival", "when X visited") is that
of a visit that was told before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract import travel
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, modifiers, possessors, prepositions
from kg.extract.scene import Scene, agree
from kg.model import Rejected, Visit

__all__ = ["visits"]

_NEAR = 60  # tokens back to a visit that is still spoken of; beyond it is the article's first one
_PLACED = {"in", "at", "to", "into", "around", "across", "through", "from", "with"}
_CONFIDENCE = {"words": 0.9, "noun": 0.75, "guest": 0.7, "recalled": 0.6}


@dataclass(frozen=True, slots=True)
class _Telling:
    """Who travels where by the words around a trigger; `recalled` where some of it was told before."""

    match: Match
    visitors: dict[str, Token]
    goals: dict[str, Token]
    recalled: bool = False


def visits(scene: Scene, matches: Iterable[Match]) -> Iterator[Visit | Rejected]:
    """A visit for each visitor and destination; those told twice are one, with all that both tell."""
    told: list[Visit] = []
    for telling in _completed(scene, (_Telling(m, travel.visitors(scene, m), travel.goals(scene, m)) for m in matches)):
        if telling.visitors and telling.goals:
            for found in _told(scene, telling):
                if isinstance(found, Rejected):
                    yield found
                else:
                    another = _is_another(scene, telling.match)
                    _add(scene, told, _located(telling, found, told), telling.recalled, another)
        elif telling.visitors or telling.goals:
            yield scene.rejected(telling.match, "no visitor" if telling.goals else "no destination")
    yield from told


def _completed(scene: Scene, tellings: Iterable[_Telling]) -> Iterator[_Telling]:
    """The tellings, with what their words leave out because it was told before."""
    known: list[_Telling] = []
    for telling in tellings:
        whole = telling.visitors and telling.goals
        earlier = None if whole or not _goes_back(scene, telling) else _earlier(scene, telling, known)
        if earlier is not None:
            goals = telling.goals or _reached(scene, telling, earlier)
            telling = _Telling(telling.match, telling.visitors or earlier.visitors, goals, recalled=True)
        if telling.visitors and telling.goals:
            known.append(telling)
        yield telling


def _goes_back(scene: Scene, telling: _Telling) -> bool:
    """Whether the words can tell of a visit that was told before: "the visit", "his trip", "when X visited"."""
    match = telling.match
    if "destination" not in match.frame.values.get("implied", ()):
        return False
    if match.is_verb:  # "toured around the globe" has its own goal
        return not match.fillers("destination") and not any(t.lower_ in _PLACED for t in prepositions(match.trigger))
    if scene.is_one_of("stop", match.trigger):
        return bool(telling.goals)
    if match.trigger.tag_ != "NN" or any(scene.is_one_of("another-visit", t) for t in modifiers(match.trigger)):
        return False
    return any(t.lower_ in ("the", "this", "that") for t in children(match.trigger, "det")) or any(
        possessors(match.trigger)
    )


def _is_another(scene: Scene, match: Match) -> bool:
    """Whether the words tell of another visit than the one spoken of: "her last visit", "last visited"."""
    words = modifiers(match.trigger) if not match.is_verb else children(match.trigger, "advmod")
    return any(scene.is_one_of("earlier", t) for t in words)


def _earlier(scene: Scene, telling: _Telling, known: list[_Telling]) -> _Telling | None:
    """The visit that a telling goes back to: one of the same visitor, to the same country, the last of these."""
    here = telling.match.trigger.i
    near = [t for t in reversed(known) if here - t.match.trigger.i < _NEAR]
    for earlier in (*near, *known):
        same_visitor = telling.visitors.keys() <= earlier.visitors.keys()
        same_goal = _countries(scene, telling.goals) <= _countries(scene, earlier.goals)
        if telling.match.is_verb and not telling.goals or scene.is_one_of("stop", telling.match.trigger):
            return earlier  # somebody else came too; it was a stop on the way
        if same_visitor and same_goal:
            return earlier
    return None


def _countries(scene: Scene, goals: Iterable[str]) -> set[str]:
    return {scene.country_at(goal) or goal for goal in goals}


def _reached(scene: Scene, telling: _Telling, earlier: _Telling) -> dict[str, Token]:
    """Where those come who are told to come where others came: there, or to the country if it is another visit."""
    if telling.visitors.keys() <= earlier.visitors.keys():
        return earlier.goals
    return {scene.country_at(goal) or goal: token for goal, token in earlier.goals.items()}


def _told(scene: Scene, telling: _Telling) -> Iterator[Visit | Rejected]:
    match, goals = telling.match, telling.goals
    modality = scene.modality(match)
    wanted = match.frame.values.get("modality")
    if wanted and modality not in wanted:
        yield scene.rejected(match, f"not told as {' or '.join(wanted)}")
        return
    inner = [t for t in goals.values() if t.dep_ != "conj"]
    within = {iri for iri, t in goals.items() if t in inner and any(other.is_ancestor(t) for other in goals.values())}
    cities = {country for iri in goals if type_of(scene.doc, iri) != "Country" if (country := scene.country_at(iri))}
    for visitor, head in telling.visitors.items():
        for goal, place in goals.items():
            if goal in cities | within or _is_home(scene, telling, visitor, goal):
                continue  # the narrower place says more
            yield Visit(
                visitor=visitor, destination=goal, country=scene.country_at(goal), date=_date(scene, match, place),
                kind=travel.kind(scene, match), modality=modality, evidence=scene.evidence(match, [head, place]),
                rule=scene.rule(match), confidence=_CONFIDENCE[_sureness(telling)],
            )  # fmt: skip


def _date(scene: Scene, match: Match, goal: Token) -> str | None:
    """When a goal is reached: each has its own day in "visited X on Monday and Y on Tuesday"."""
    again = travel.again(match)
    own = next((rest for rest in again if rest.head == goal), None)
    return own and own.date or scene.date(match, again[0].start if again else None)


def _located(telling: _Telling, visit: Visit, told: Iterable[Visit]) -> Visit:
    """A visit to what no list of places has lies in the country where its visitor is, unless he travels on."""
    if visit.country is not None or "abroad" in telling.match.frame.values.get("implied", ()):
        return visit
    around = [v for v in told if v.visitor == visit.visitor and v.modality == visit.modality and v.country]
    return replace(visit, country=around[-1].country) if around and agree(around[-1].date, visit.date) else visit


def _is_home(scene: Scene, telling: _Telling, visitor: str, goal: str) -> bool:
    """Whether somebody goes where he belongs: coming home is no visit, nor is being received at home."""
    home = scene.country_of(visitor)
    if home is not None and telling.goals[goal].lower_ == "here":
        return scene.country_at(goal) == home
    received = _sureness(telling) in ("guest", "recalled")
    if received and home is not None and scene.country_at(goal) == home:
        return True
    named = (m := mention_at(telling.goals[goal])) is not None and m.kind == "name"
    return goal == visitor or goal == home and (telling.match.is_verb or not named)


def _sureness(telling: _Telling) -> str:
    if telling.recalled:
        return "recalled"
    if "guest" in telling.match.frame.values.get("needs", ()) or telling.match.trigger.lower_ == "visiting":
        return "guest"
    return "words" if telling.match.is_verb or telling.match.carriers else "noun"


def _add(scene: Scene, told: list[Visit], visit: Visit, recalled: bool, another: bool) -> None:
    """Put a visit among those told: joined with the one that it is, if that was told; `another` is a different one."""
    for i, other in enumerate(told):
        if recalled and (visit.visitor, visit.destination) == (other.visitor, other.destination):
            told[i] = _recalled(scene, other, visit)
            return
        if _same(scene, visit, other) and (visit.date == other.date or not another):
            told[i] = _joined(scene, other, visit)
            return
    told.append(visit)


def _recalled(scene: Scene, told: Visit, again: Visit) -> Visit:
    """A visit with what a later sentence says of it: its day, its kind, that it is called off."""
    if not agree(told.date, again.date):
        again = replace(again, date=None)
    off = again.modality == "denied" and told.modality in ("planned", "proposed")
    return replace(_joined(scene, told, again), modality="denied" if off else told.modality)


def _same(scene: Scene, a: Visit, b: Visit) -> bool:
    if a.visitor != b.visitor or not agree(a.date, b.date) or (a.modality == "denied") != (b.modality == "denied"):
        return False
    if a.destination == b.destination:
        return True
    if a.modality != b.modality:
        return False
    whole = "Country" in (type_of(scene.doc, a.destination or ""), type_of(scene.doc, b.destination or ""))
    return whole and a.country == b.country is not None


def _joined(scene: Scene, a: Visit, b: Visit) -> Visit:
    """One visit of two tellings: the narrower destination and date, the kind that is told, the surer evidence."""
    narrow = a if type_of(scene.doc, a.destination or "") != "Country" else b
    best = b if b.confidence > a.confidence else a
    return replace(
        best, destination=narrow.destination, country=a.country or b.country,
        date=max(a.date or "", b.date or "", key=len) or None, kind=a.kind if a.kind != "unspecified" else b.kind,
    )  # fmt: skip
