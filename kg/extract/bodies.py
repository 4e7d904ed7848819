"""Which body of states a phrase speaks of: by name, by what belongs to it or meets, or as "the bloc"."""

from spacy.tokens import Token

from kg.extract.arguments import objects, subjects
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, possessors, prepositional
from kg.extract.scene import Scene
from kg.extract.toldbodies import gathered, names_body, regional, told_before, whole
from kg.model import EntityType

__all__ = ["bodies_of", "gathers"]


def gathers(match: Match) -> bool:
    """Whether a frame tells of who hosts or chairs a body's meetings, not of who belongs to it."""
    return match.frame.values.get("role") in (("host",), ("chair",))


def bodies_of(scene: Scene, match: Match, firms: bool = False) -> dict[str, Token]:
    """The bodies in the role, each with its word, and those in the name of an event there ("the 10th SCO Summit").

    Where the role names none: whose the words in it are ("a bid for EU membership", "hosted the EU summit"), whose the
    trigger is ("ASEAN's 11th member"), or what "the bloc" stands for. With `firms` any organisation may be one.
    """
    types = (*_types(match), "Organization") if firms else _types(match)
    named = scene.found(match, "body", (*types, "Event", "Organization"))
    named = {i: t for i, t in named.items() if type_of(scene.doc, i) in (*types, "Event") or _is_union(scene, i)}
    if gathers(match):  # not "hosted an EU envoy"
        named = {i: t for i, t in named.items() if mention_at(t) is not None}
    named = _joined_before(scene, match, named) | named
    named = named or _owned(scene, match) or _owner(scene, match)
    named = named or (gathered(scene, match) if gathers(match) else {})
    named = named or ({} if match.frame.values.get("role") == ("host",) else told_before(scene, match))
    mention = mention_at(match.trigger)
    if mention is not None and mention.kind == "name":
        named = dict.fromkeys(mention.iris, match.trigger) | named
    bodies: dict[str, Token] = {}
    for iri, token in named.items():
        inner = scene.states_in(iri, ("RegionalBody",)) if type_of(scene.doc, iri) == "Event" else ()
        if inner:
            bodies[inner[0]] = token
        elif type_of(scene.doc, iri) in types or _is_union(scene, iri):
            mention = mention_at(token)
            bodies[whole(scene, iri) if mention is not None and mention.kind != "name" else iri] = token
    return bodies


def _types(match: Match) -> tuple[EntityType, ...]:
    plain: tuple[EntityType, ...] = ("RegionalBody", "Event")
    types = ("RegionalBody",) if gathers(match) and not match.is_verb else plain
    return (*types, "Organization") if "person" in match.frame.values.get("member", ()) else types


def _is_union(scene: Scene, iri: str) -> bool:
    """Whether the name of an organisation is that of something that states may join: "the Alpine Coalition"."""
    if type_of(scene.doc, iri) != "Organization":
        return False
    words = scene.words("body-head")
    return any(w.lower() in words for w in scene.doc._.entities[iri].name.split())


def _joined_before(scene: Scene, match: Match, named: dict[str, Token]) -> dict[str, Token]:
    """The first of two bodies before a noun, where a parse misses it: "NATO and EU member X"."""
    found: dict[str, Token] = {}
    for token in named.values():
        mention = mention_at(token)
        if mention is not None and mention.end == match.trigger.i and mention.start > 1:
            tie, other = scene.doc[mention.start - 1], mention_at(scene.doc[mention.start - 2])
            if tie.lower_ in ("and", ",") and other is not None and names_body(scene, other):
                found[other.iris[0]] = scene.doc[other.head]
    return found


def _owned(scene: Scene, match: Match) -> dict[str, Token]:
    """The bodies of a phrase in the role that names none itself: "a bid for EU membership", "hosted the EU summit"."""
    words = "body-gathering" if gathers(match) else "member-belonging"
    places = {"of", "in"} if gathers(match) else {"of", "in", "on", "at", "to"}
    heads = [t for t in match.fillers("body") if scene.is_one_of(words, t)]
    heads = [c for t in heads for c in (*children(t, "compound", "nmod", "poss"), *prepositional(t, places))]
    return regional(scene, heads)


def _owner(scene: Scene, match: Match) -> dict[str, Token]:
    """The body whose member somebody is: "ASEAN's 11th member", "X's work in the EU as a member"."""
    noun = match.trigger
    if match.is_verb:
        return {}
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":  # "X's commitment to the EU as a member"
        verb = noun.head.head
        takes_in = scene.is_one_of("membership-given", verb)  # "the EU accepted X as a member"
        near = [*subjects(verb)] if takes_in else [*prepositional(verb, {"to", "in", "at"}), *objects(verb)]
        meetings = [t for t in near if scene.is_one_of("body-gathering", t)]  # "attends the EU summits as an observer"
        inner = (o for t in meetings for o in (*children(t, "compound", "nmod", "poss"), *prepositional(t, {"of"})))
        return regional(scene, [*near, *inner]) or regional(scene, list(possessors(noun)))
    return regional(scene, list(possessors(noun)))
