"""Memberships: what a state or person is to a body: its member, chair, host …"""

from collections.abc import Iterable, Iterator
from typing import Literal

from spacy.tokens import Token

from kg.extract.arguments import objects
from kg.extract.bodies import bodies_of, gathers
from kg.extract.doc import mention_at, passage, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, climb, is_infinitive, prepositional
from kg.extract.joining import joined
from kg.extract.memberlists import listed_members
from kg.extract.phrasing import extent, referents
from kg.extract.roles import apposed, controllers
from kg.extract.scene import Scene, first
from kg.extract.toldbodies import body_told
from kg.model import EntityType, Membership, Modality, Office, Rejected

__all__ = ["membership"]

Role = Literal["member", "chair", "host", "observer", "partner", "candidate", "founder", "former member"]
_ROLES: tuple[Role, ...] = ("member", "chair", "host", "observer", "partner", "candidate", "founder", "former member")
_AT = {"for", "at", "during"}
_TOWARDS = {"in", "on", "about", "of", "to", "for", "towards"}
_OF_VERBS = {"pobj", "dobj", "nsubj", "nsubjpass"}
_MEMBERS: tuple[EntityType, ...] = ("Country", "Person", "Organization", "RegionalBody", "Place")


def membership(scene: Scene, matches: Iterable[Match]) -> Iterator[Membership | Rejected]:
    """A row for each member, body and role."""
    kept: dict[tuple[str, str, str], Membership] = {}
    for match in matches:
        if "carrier" in match.frame.values.get("needs", ()) and not match.carriers:
            continue
        told = _members(scene, match)
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


def _members(scene: Scene, match: Match) -> dict[str, Token]:
    """Those in the role: a city stands for its country, and the holder of a state's office for the state."""
    found: dict[str, Token] = {}
    named = _said_to_be(scene, match) or scene.found(match, "member", _MEMBERS)
    for iri, token in (named or first((i, t) for t in _others(match) for i in referents(t))).items():
        member = _state(scene, match, iri)
        if member is not None and (named or member in scene.doc._.entities):
            found.setdefault(member, token)
    return found


def _state(scene: Scene, match: Match, iri: str) -> str | None:
    """The state that something is or stands for; itself where a person or organisation may be a member."""
    kind, value = type_of(scene.doc, iri), match.frame.values.get("member", ())
    if kind == "Place":
        return scene.country_at(iri)
    if "state" in value:
        return iri if kind == "Country" else None
    return scene.country_of(iri) if kind == "Person" and "person" not in value else iri


def _said_to_be(scene: Scene, match: Match) -> dict[str, Token]:
    """Those told to be a body's members: "its members are X and Y", "welcomed X as a member of Y"."""
    noun, verb = match.trigger, match.trigger.head
    if match.is_verb or gathers(match):
        return {}
    heads: tuple[Token, ...] = ()
    if noun.dep_ == "nsubj" and scene.is_one_of("body-groups", verb) and match.frame.values.get("role") != ("partner",):
        heads = tuple(children(verb, "attr", "dobj"))
    elif noun.dep_ == "pobj" and verb.lower_ == "as" and (listed := _listed_with(verb)):
        heads = (listed,)
    elif noun.dep_ == "pobj" and verb.lower_ == "as" and scene.is_one_of("membership-given", verb.head):
        heads = objects(verb.head) if verb.head.pos_ == "VERB" else ()
    return first((i, t) for t in joined(heads) for i in referents(t) if type_of(scene.doc, i) in _MEMBERS)


def _listed_with(word: Token) -> Token | None:
    """The first of those listed before "as": ", with X and Y as observers"."""
    top = word.nbor(-1) if word.i else word
    while top.dep_ == "conj":
        top = top.head
    tie = top.head
    return top if top.dep_ == "pobj" and tie.lower_ == "with" and tie.i and tie.nbor(-1).text == "," else None


def _others(match: Match) -> Iterator[Token]:
    """Who stands elsewhere than in the role: "X, a candidate to join Y", "X's interest in joining Y", "met in X"."""
    word = match.trigger
    noun = word.head.head
    if match.is_verb and is_infinitive(word) and word.dep_ in ("acl", "relcl"):
        yield from list(apposed(word.head)) or controllers(word.head)
    elif match.is_verb and word.dep_ == "pcomp" and noun.pos_ == "NOUN":
        yield from controllers(noun)
    elif match.is_verb:
        return
    elif match.carriers and _infinitive(match.carriers[0]) and match.carriers[0].dep_ in ("acl", "relcl"):
        yield from controllers(match.carriers[0].head)  # "X is on track to become a member"
    elif gathers(match):
        top = climb(word)
        verb = top.head.head if top.dep_ == "pobj" and top.head.lower_ in _AT else top.head
        yield from prepositional(verb, {"in"}) if verb.pos_ == "VERB" and top.dep_ in _OF_VERBS else ()
    elif word.dep_ == "pobj" and word.head.lower_ == "as" and noun.pos_ == "NOUN":
        yield from controllers(noun)  # "X's commitment to Y as a member"
    else:
        yield from _right_behind(word)


def _right_behind(noun: Token) -> Iterator[Token]:
    """The names right behind a noun, whatever a parse makes of them: "NATO allies X and Y sent …"."""
    behind = mention_at(noun.nbor()) if noun.i + 1 < len(noun.doc) else None
    if behind is not None and behind.kind == "name" and type_of(noun.doc, behind.iris[0]) == "Country":
        yield from joined([noun.doc[behind.head]])


def _is_hoped_for(scene: Scene, verb: Token) -> bool:
    """Whether words that tell nothing of it leave open if it is so: "is in talks to join", but "the third to join"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in _TOWARDS and verb.head.head.pos_ == "NOUN"
    ranked = any(scene.is_one_of("rank", t) or t.text[:1].isdigit() for t in children(verb.head, "amod"))
    return is_infinitive(verb) and verb.dep_ in ("acl", "relcl") and verb.head.pos_ == "NOUN" and not ranked
