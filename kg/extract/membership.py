"""Memberships: what a state or person is to a body: its member, chair, host …"""

from collections.abc import Iterable, Iterator
from typing import Literal

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, prepositional
from kg.extract.phrasing import referents
from kg.extract.scene import Scene, first
from kg.model import EntityType, Membership, Office, Rejected

__all__ = ["membership"]

Role = Literal["member", "chair", "host", "observer", "partner", "candidate", "founder", "former member"]
_ROLES: tuple[Role, ...] = ("member", "chair", "host", "observer", "partner", "candidate", "founder", "former member")
_MEMBERS: tuple[EntityType, ...] = ("Country", "Person", "Organization", "RegionalBody", "Place")


def membership(scene: Scene, matches: Iterable[Match]) -> Iterator[Membership | Rejected]:
    """A row for each member, body and role."""
    kept: dict[tuple[str, str, str], Membership] = {}
    for match in matches:
        if "carrier" in match.frame.values.get("needs", ()) and not match.carriers:
            continue
        bodies = _bodies(scene, match)
        if "name" in match.frame.values.get("needs", ()):  # not "the EU's partners include X"
            bodies = {iri: t for iri, t in bodies.items() if t in match.fillers("body") and mention_at(t) is not None}
        members = {m: t for m, t in _members(scene, match).items() if m not in bodies}
        if not members or not bodies:
            if members or bodies:
                yield scene.rejected(match, "no member" if bodies else "no body")
            continue
        modality = scene.modality(match)
        role: Role = next((r for r in _ROLES if r in match.frame.values.get("role", ())), "member")
        if role == "member" and modality in ("planned", "proposed"):
            role = "candidate"  # who is to join is not yet a member
        for member, head in members.items():
            for body, token in bodies.items():
                row = Membership(
                    member=member, body=body, role=role, date=scene.date(match), modality=modality,
                    evidence=scene.evidence(match, [head, token]), rule=scene.rule(match), confidence=0.75,
                )  # fmt: skip
                kept.setdefault((member, body, role), row)
    for row in _chairs(scene):
        kept.setdefault((row.member, row.body, row.role), row)
    yield from kept.values()


def _chairs(scene: Scene) -> Iterator[Membership]:
    """A state's official who chairs a body does so for the state: "X, foreign minister of Y and chair of Z"."""
    offices = [f for f in scene.doc._.facts if isinstance(f, Office) and f.of is not None and f.status == "current"]
    for chair in offices:
        if chair.title.startswith("chair") and type_of(scene.doc, chair.of or "") == "RegionalBody":
            states = [o.of for o in offices if o.person == chair.person and type_of(scene.doc, o.of or "") == "Country"]
            if states and states[0] is not None and chair.of is not None:
                yield Membership(member=states[0], body=chair.of, role="chair", date=None, evidence=chair.evidence,
                                 rule="membership/office", confidence=0.75)  # fmt: skip


def _bodies(scene: Scene, match: Match) -> dict[str, Token]:
    """The bodies in the role, and those that the name of an event has in it ("the 10th SCO Summit")."""
    types: tuple[EntityType, ...] = ("RegionalBody", "Event") if match.is_verb or _plain(match) else ("RegionalBody",)
    bodies: dict[str, Token] = {}
    if "person" in match.frame.values.get("member", ()):
        types = (*types, "Organization")
    named = scene.found(match, "body", (*types, "Event"))
    if not _plain(match):  # not "hosted an EU envoy"
        named = {i: t for i, t in named.items() if mention_at(t) is not None}
    named = named or _owned(scene, match)
    mention = mention_at(match.trigger)
    if mention is not None and mention.kind == "name":
        named = dict.fromkeys(mention.iris, match.trigger) | named
    for iri, token in named.items():
        inner = scene.states_in(iri, ("RegionalBody",)) if type_of(scene.doc, iri) == "Event" else ()
        if inner:
            bodies[inner[0]] = token
        elif type_of(scene.doc, iri) in types:
            bodies[iri] = token
    return bodies


def _owned(scene: Scene, match: Match) -> dict[str, Token]:
    """The bodies of a phrase in the role that names none itself: "a bid for EU membership", "hosted the EU summit"."""
    words = "member-belonging" if _plain(match) else "body-gathering"
    heads = [t for t in match.fillers("body") if scene.is_one_of(words, t)]
    heads = [c for t in heads for c in (*children(t, "compound", "nmod", "poss"), *prepositional(t, {"of", "in"}))]
    return first((iri, t) for t in heads for iri in referents(t) if type_of(scene.doc, iri) == "RegionalBody")


def _plain(match: Match) -> bool:
    return match.frame.values.get("role") not in (("host",), ("chair",))


def _members(scene: Scene, match: Match) -> dict[str, Token]:
    """Those in the role: a city stands for its country, and the holder of a state's office for the state."""
    found: dict[str, Token] = {}
    for iri, token in scene.found(match, "member", _MEMBERS).items():
        kind = type_of(scene.doc, iri)
        member = scene.country_at(iri) if kind == "Place" else iri
        if kind == "Person" and "person" not in match.frame.values.get("member", ()):
            member = scene.country_of(iri)
        if member is not None:
            found.setdefault(member, token)
    return found
