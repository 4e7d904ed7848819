"""Memberships: what a state or person is to a body: its member, chair, host …"""

from collections.abc import Iterable, Iterator
from typing import Literal

from spacy.tokens import Token

from kg.extract.bodies import bodies_of
from kg.extract.doc import mention_at, passage, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, is_infinitive
from kg.extract.memberlists import listed_members
from kg.extract.members import members_of
from kg.extract.phrasing import extent, referents
from kg.extract.scene import Scene
from kg.extract.timing import time_words
from kg.extract.toldbodies import body_told
from kg.extract.wordlists import listed
from kg.model import Membership, Modality, Office, Rejected

__all__ = ["membership"]

Role = Literal["member", "chair", "host", "observer", "partner", "candidate", "founder", "former member"]
_ROLES: tuple[Role, ...] = ("member", "chair", "host", "observer", "partner", "candidate", "founder", "former member")
_TOWARDS = {"in", "on", "about", "of", "to", "for", "towards"}


def membership(scene: Scene, matches: Iterable[Match]) -> Iterator[Membership | Rejected]:
    """A row for each member, body and role."""
    kept: dict[tuple[str, str, str], Membership] = {}
    for match in matches:
        if "carrier" in match.frame.values.get("needs", ()) and not match.carriers:
            continue
        told = members_of(scene, match)
        firms = match.frame.values.get("role") == ("member",) and not match.is_verb and bool(told)
        bodies = bodies_of(scene, match, firms and all(type_of(scene.doc, m) == "Organization" for m in told))
        if "name" in match.frame.values.get("needs", ()):  # not "the EU's partners include X"
            places = match.fillers("body")  # "part of the Alpine network"
            named = ((iri, t) for iri, t in bodies.items() if not _is_common(t))
            bodies = {iri: t for iri, t in named if t in places or t.dep_ == "compound" and t.head in places}
        members = {m: t for m, t in told.items() if m not in bodies}
        if not bodies and members and all(_names_state(scene, t) for t in told.values()):
            bodies = body_told(scene, match)
        if not members or not bodies:
            if members or bodies:
                yield scene.rejected(match, "no member" if bodies else "no body")
            continue
        role, modality = _role(scene, match)
        if role == "host" and len(members) > 1:
            yield scene.rejected(match, "more than one host")
            continue
        for member, head in members.items():
            for body, token in bodies.items():
                row = Membership(
                    member=member, body=body, role=role, date=scene.date(match), modality=modality,
                    evidence=scene.evidence(match, [head, token]), rule=scene.rule(match), confidence=0.75,
                )  # fmt: skip
                if not (role == "candidate" and (member, body, "member") in kept and _is_common(token)):
                    kept.setdefault((member, body, role), row)
    for row in (*_listed(scene), *_chairs(scene)):
        kept.setdefault((row.member, row.body, row.role), row)
    yield from kept.values()


def _names_state(scene: Scene, token: Token) -> bool:
    return all(type_of(scene.doc, iri) == "Country" for iri in referents(token))


def _is_common(token: Token) -> bool:
    """Whether a body is told by no name of its: "the bloc" that a member seeks to join is another one."""
    mention = mention_at(token)
    return mention is None or mention.kind != "name"


def _role(scene: Scene, match: Match) -> tuple[Role, Modality]:
    """What the member is, and what the text makes of it: who is to join, or wants to, is not yet a member."""
    role: Role = next((r for r in _ROLES if r in match.frame.values.get("role", ())), "member")
    modality = scene.modality(match)
    if modality == "planned" and _lasts(match):
        modality = "actual"
    if modality == "planned" == match.frame.modality and _is_past(scene, match):
        return "member", "actual"  # "X's accession in 2004"
    if modality == "proposed" and role == "host" and not match.is_verb and not match.carriers:
        modality = "planned"  # "was invited to the summit in X": the summit is sure
    above = [match.trigger.head] if match.trigger.dep_ == "dobj" and not match.is_verb else []
    sought = any(scene.is_one_of("membership-sought", t) for t in (*match.carriers, *above))  # "the seat that it wants"
    verb = match.trigger if match.is_verb else next(iter(match.carriers), None)
    if modality == "actual" and (sought or verb is not None and _is_hoped_for(scene, verb)):
        modality = "proposed"
    return ("candidate" if role == "member" and modality in ("planned", "proposed") else role), modality


def _lasts(match: Match) -> bool:
    """Whether the time that is told is when it ends: "a member through 2024"."""
    when = time_words(match.trigger)
    before = when[0].nbor(-1).lower_ if when and when[0].i else ""
    return before in listed(match.trigger, "lasting") and not any(children(match.trigger, "aux"))


def _is_past(scene: Scene, match: Match) -> bool:
    """Whether something is told with a time that lies behind the article's day."""
    start, day = (scene.date(match) or "").split("/")[0], scene.day
    return bool(start) and day is not None and start < day[: len(start)]


def _listed(scene: Scene) -> Iterator[Membership]:
    """The members that stand behind a body's name."""
    for body, members in listed_members(scene):
        for member in members:
            heads = [scene.doc[body.head], scene.doc[member.head]]
            yield Membership(member=member.iris[0], body=body.iris[0], role="member", date=None, confidence=0.75,
                             evidence=passage(extent(heads[0], heads)), rule="membership/list")  # fmt: skip


def _chairs(scene: Scene) -> Iterator[Membership]:
    """A state's official who chairs a body does so for the state: "X, foreign minister of Y and chair of Z"."""
    offices = [f for f in scene.doc._.facts if isinstance(f, Office) and f.of is not None and f.status == "current"]
    for chair in offices:
        if chair.title.startswith("chair") and type_of(scene.doc, chair.of or "") == "RegionalBody":
            states = [o.of for o in offices if o.person == chair.person and type_of(scene.doc, o.of or "") == "Country"]
            if states and states[0] is not None and chair.of is not None:
                yield Membership(member=states[0], body=chair.of, role="chair", date=None, evidence=chair.evidence,
                                 rule="membership/office", confidence=0.75)  # fmt: skip


def _is_hoped_for(scene: Scene, verb: Token) -> bool:
    """Whether words that tell nothing of it leave open if it is so: "is in talks to join", but "the third to join"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in _TOWARDS and verb.head.head.pos_ == "NOUN"
    ranked = any(scene.is_one_of("rank", t) or t.text[:1].isdigit() for t in children(verb.head, "amod"))
    return is_infinitive(verb) and verb.dep_ in ("acl", "relcl") and verb.head.pos_ == "NOUN" and not ranked
