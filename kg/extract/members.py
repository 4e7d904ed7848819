"""Who is told to be what to a body: a state, who speaks for it, or where it is."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.arguments import objects
from kg.extract.bodies import gathers
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, climb, is_infinitive, prepositional
from kg.extract.joining import joined
from kg.extract.phrasing import referents
from kg.extract.roles import apposed, controllers
from kg.extract.scene import Scene, first
from kg.model import EntityType

__all__ = ["members_of"]

_AT = {"for", "at", "during"}
_OF_VERBS = {"pobj", "dobj", "nsubj", "nsubjpass"}
_MEMBERS: tuple[EntityType, ...] = ("Country", "Person", "Organization", "RegionalBody", "Place")


def members_of(scene: Scene, match: Match) -> dict[str, Token]:
    """Those in the role: a city stands for its country, and the holder of a state's office for the state."""
    found: dict[str, Token] = {}
    named = _said_to_be(scene, match) or scene.found(match, "member", _MEMBERS)
    named |= first((i, t) for t in joined(_relieved(scene, match)) for i in referents(t))
    for iri, token in (named or first((i, t) for t in joined(_others(match)) for i in referents(t))).items():
        member = _state(scene, match, iri)
        if member is not None and (named or member in scene.doc._.entities):
            found.setdefault(member, token)
    return found


def _relieved(scene: Scene, match: Match) -> Iterator[Token]:
    """Who had the chair before: "X assumed the chair, taking over from Y"."""
    verbs = (match.trigger, *match.carriers) if gathers(match) else ()
    for clause in (c for v in verbs for c in children(v, "advcl") if scene.is_one_of("succeeding", c)):
        yield from (*prepositional(clause, {"from"}), *(t for t in objects(clause) if clause.lemma_ != "take"))


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
    elif match.carriers and is_infinitive(match.carriers[0]) and match.carriers[0].dep_ in ("acl", "relcl"):
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
