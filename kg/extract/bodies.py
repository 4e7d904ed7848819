"""Which body of states a phrase speaks of: by name, by what belongs to it or meets, or as "the bloc"."""

from spacy.tokens import Token

from kg.extract.arguments import subjects
from kg.extract.doc import Mention, mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, modifiers, possessors, prepositional
from kg.extract.phrasing import referents
from kg.extract.scene import Scene, first
from kg.extract.tree import sentence_of
from kg.model import EntityType

__all__ = ["bodies_of", "body_told", "gathers", "names_body"]

_DEFINITE = {"the", "this", "that"}
_BACK = 2  # sentences from "the bloc" to its name


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
    named = named or (_gathered(scene, match) if gathers(match) else _told_before(scene, match))
    mention = mention_at(match.trigger)
    if mention is not None and mention.kind == "name":
        named = dict.fromkeys(mention.iris, match.trigger) | named
    bodies: dict[str, Token] = {}
    for iri, token in named.items():
        inner = scene.states_in(iri, ("RegionalBody",)) if type_of(scene.doc, iri) == "Event" else ()
        if inner:
            bodies[inner[0]] = token
        elif type_of(scene.doc, iri) in types or _is_union(scene, iri):
            bodies[iri] = token
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


def names_body(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is the name of a body of states."""
    return mention.kind == "name" and type_of(scene.doc, mention.iris[0]) == "RegionalBody"


def _owned(scene: Scene, match: Match) -> dict[str, Token]:
    """The bodies of a phrase in the role that names none itself: "a bid for EU membership", "hosted the EU summit"."""
    words = "body-gathering" if gathers(match) else "member-belonging"
    heads = [t for t in match.fillers("body") if scene.is_one_of(words, t)]
    heads = [c for t in heads for c in (*children(t, "compound", "nmod", "poss"), *prepositional(t, {"of", "in"}))]
    return _regional(scene, heads)


def _owner(scene: Scene, match: Match) -> dict[str, Token]:
    """The body whose member somebody is: "ASEAN's 11th member", "X's work in the EU as a member"."""
    noun = match.trigger
    if match.is_verb:
        return {}
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":  # "X's commitment to the EU as a member"
        verb = noun.head.head
        takes_in = scene.is_one_of("membership-given", verb)  # "the EU accepted X as a member"
        return _regional(scene, list(subjects(verb) if takes_in else prepositional(verb, {"to", "in", "at"})))
    return _regional(scene, list(possessors(noun)))


def _regional(scene: Scene, heads: list[Token]) -> dict[str, Token]:
    return first((iri, t) for t in heads for iri in referents(t) if type_of(scene.doc, iri) == "RegionalBody")


def _told_before(scene: Scene, match: Match) -> dict[str, Token]:
    """The body last named before "the bloc", "the group": in this sentence or the ones before; else the only one."""
    fillers = (*match.fillers("body"), *(() if match.is_verb else possessors(match.trigger)))
    heads = [t.head.head if t.dep_ == "pobj" and t.head.lower_ == "of" and t.head.head != match.trigger else t
             for t in fillers]  # fmt: skip
    for noun in heads:
        if (beside := _named_beside(scene, noun)) is not None:
            return {beside: noun}
        if scene.is_one_of("body-noun", noun) and any(t.lower_ in _DEFINITE for t in children(noun, "det")):
            body = _last_named(scene, noun)
            if body is not None:
                return {body: noun}
    return {}


def _named_beside(scene: Scene, noun: Token) -> str | None:
    """The body that a noun right behind its name explains: "the EU, a bloc formed by X"."""
    i = noun.left_edge.i - 1
    mention = mention_at(noun.doc[i - 1]) if i > 0 and noun.doc[i].text == "," else None
    explains = scene.is_one_of("body-noun", noun) and any(t.lower_ == "a" for t in children(noun, "det"))
    return mention.iris[0] if explains and mention is not None and names_body(scene, mention) else None


def body_told(scene: Scene, match: Match) -> dict[str, Token]:
    """The body that is meant where no word beside a frame's tells which: "X joined NATO. Y has applied for membership".

    The only one that is named in this sentence before the words, or in one of the last.
    """
    noun = match.trigger
    fillers = [t for t in match.fillers("body") if t.pos_ == "NOUN" and not referents(t)]
    belonging = bool(fillers) and all(scene.is_one_of("member-belonging", t) for t in fillers)
    value = match.frame.values.get("body", ())
    bare = not fillers and ("told" in value or "carried" in value and bool(match.carriers))
    tied = any(possessors(noun)) or any(mention_at(t) is not None or t.pos_ == "PROPN" for t in modifiers(noun))
    owned = any(t.lower_ in ("of", "in", "to", "on") for w in match.words for t in children(w, "prep"))
    if not (belonging or bare) or not match.is_verb and (tied or owned):
        return {}
    near = _named_before(scene, noun)
    sentence = next((s for m in reversed(near) if (s := sentence_of(scene.doc[m.start]))), None)
    last = [m for m in near if sentence_of(scene.doc[m.start]) == sentence]
    bodies = {m.iris[0]: scene.doc[m.head] for m in last}
    return bodies if len(bodies) == 1 else {}


def _last_named(scene: Scene, noun: Token) -> str | None:
    near = _named_before(scene, noun)
    every = {m.iris[0] for m in scene.doc._.mentions if names_body(scene, m)}
    return near[-1].iris[0] if near else next(iter(every)) if len(every) == 1 else None


def _gathered(scene: Scene, match: Match) -> dict[str, Token]:
    """The body whose summit has no name: "SCO leaders met in X for a summit", "next year's summit in X"."""
    fillers = match.fillers("body") if match.is_verb else (match.trigger,)
    for noun in (t for t in fillers if scene.is_one_of("body-gathering", t) and mention_at(t) is None):
        tied = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "at")
        verb = noun.head.head if tied else noun.head if noun.dep_ == "dobj" else noun
        people = [t for t in subjects(verb) if t.tag_ == "NNS"] if verb is not noun else []
        if own := _regional(scene, [c for t in people for c in (*modifiers(t), *prepositional(t, {"of"}))]):
            return own
        known = any(t.lower_ in _DEFINITE for t in children(noun, "det")) or any(children(noun, "poss"))
        if known and scene.is_one_of("body-summit", noun) and (body := _last_gathering(scene, noun)):
            return {body: noun}
    return {}


def _last_gathering(scene: Scene, noun: Token) -> str | None:
    """The body whose gathering was last spoken of before "the summit"; else the last one named in the sentence."""
    near = [m for m in _named_before(scene, noun) if m.end < noun.i]
    gatherings = [m for m in near if scene.is_one_of("body-gathering", scene.doc[m.end])]
    here = [m for m in near if m.start >= sentence_of(noun)[0]]
    return next((m.iris[0] for m in (*reversed(gatherings), *reversed(here))), None)


def _named_before(scene: Scene, noun: Token) -> list[Mention]:
    """The names of bodies before a noun in its sentence and in those just before that one."""
    start = sentence_of(noun)[0]
    for _ in range(_BACK):
        start = sentence_of(scene.doc[start - 1])[0] if start else 0
    return [m for m in scene.doc._.mentions if start <= m.start < noun.i and names_body(scene, m)]
