"""Visits: somebody travels to a place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, get_args

from spacy.tokens import Token

from kg.extract.arguments import agents
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, climb, modifiers, possessors, prepositional
from kg.extract.phrasing import referents
from kg.extract.scene import Scene, agree, first
from kg.model import EntityType, Rejected, Visit

__all__ = ["visits"]

Kind = Literal["official", "state", "working", "private", "unspecified"]
_GOALS: tuple[EntityType, ...] = ("Place", "Country", "Organization")
_VISITS = {"visit", "trip", "tour", "stop"}


def visits(scene: Scene, matches: Iterable[Match]) -> Iterator[Visit | Rejected]:
    """A visit for each visitor and destination; those told twice are one, with all that both tell."""
    told: list[Visit] = []
    for match in matches:
        found = list(_told(scene, match))
        told += [v for v in found if isinstance(v, Visit)]
        yield from (r for r in found if isinstance(r, Rejected))
    yield from _merged(scene, told)


def _told(scene: Scene, match: Match) -> Iterator[Visit | Rejected]:
    visitors = _visitors(scene, match)
    goals = scene.found(match, "destination", _GOALS) or _sites(scene, match)
    if not visitors or not goals:
        if visitors or goals:
            yield scene.rejected(match, "no visitor" if goals else "no destination")
        return
    modality = scene.modality(match)
    wanted = match.frame.values.get("modality")
    if wanted and modality not in wanted:
        yield scene.rejected(match, f"not told as {' or '.join(wanted)}")
        return
    inner = [t for t in goals.values() if t.dep_ != "conj"]
    within = {iri for iri, t in goals.items() if t in inner and any(other.is_ancestor(t) for other in goals.values())}
    cities = {country for iri in goals if type_of(scene.doc, iri) != "Country" if (country := scene.country_at(iri))}
    for visitor, head in visitors.items():
        for goal, place in goals.items():
            if goal in cities | within or goal in (visitor, scene.country_of(visitor) if match.is_verb else None):
                continue  # the narrower place says more; and coming home is no visit
            yield Visit(
                visitor=visitor, destination=goal, country=scene.country_at(goal), date=scene.date(match),
                kind=_kind(match), modality=modality, evidence=scene.evidence(match, [head, place]),
                rule=scene.rule(match), confidence=0.9 if match.is_verb or match.carriers else 0.75,
            )  # fmt: skip


def _sites(scene: Scene, match: Match) -> dict[str, Token]:
    """Where what is visited lies, if that has no name itself: "visited a factory in X", "spoke in X during a visit"."""
    if match.is_verb:
        found = match.fillers("destination")
        things = tuple(t for t in found if t.tag_ != "NN" or t.i > t.head.i + 1)  # not "came to power"
        around = (match.trigger, *things) if things else ()
    else:
        around = tuple(t for t in climb(match.trigger).ancestors if t.pos_ == "VERB")[:1]
    places = ((iri, t) for thing in around for t in prepositional(thing, {"in", "at", "near"}) for iri in referents(t))
    return first((iri, t) for iri, t in places if type_of(scene.doc, iri) in _GOALS)


def _visitors(scene: Scene, match: Match) -> dict[str, Token]:
    """People; else the countries whose delegations or unnamed officials are said to travel."""
    owners = [t for t in possessors(match.trigger) if t.pos_ != "PRON"]
    if owners and not any(referents(t) for t in owners):
        return {}  # "the former's visit"
    people = scene.found(match, "visitor", ("Person",))
    if people:
        return people
    states = scene.found(match, "visitor", ("Country",))
    led = ((iri, t) for group in match.fillers("visitor") for t in _leaders(group) for iri in referents(t))
    if leaders := first((iri, t) for iri, t in led if type_of(scene.doc, iri) == "Person"):
        return leaders
    return {iri: t for iri, t in states.items() if (m := mention_at(t)) is None or m.kind == "nominal"}


def _leaders(delegation: Token) -> Iterator[Token]:
    """Who leads it: "a delegation led by X"."""
    for participle in children(delegation, "acl"):
        if participle.lemma_ in ("lead", "head"):
            yield from agents(participle)


def _kind(match: Match) -> Kind:
    """What the adjectives of the visit say, or those of a visit that it begins ("arrived on a state visit")."""
    nouns = [t for t in match.trigger.subtree if t.lemma_.lower() in _VISITS]
    kinds: tuple[Kind, ...] = get_args(Kind)
    return next((k for n in nouns for c in modifiers(n) for k in kinds[:4] if c.lower_ == k), "unspecified")


def _merged(scene: Scene, told: list[Visit]) -> Iterator[Visit]:
    kept: list[Visit] = []
    for visit in told:
        for i, other in enumerate(kept):
            if _same(scene, visit, other):
                kept[i] = _joined(scene, other, visit)
                break
        else:
            kept.append(visit)
    yield from kept


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
