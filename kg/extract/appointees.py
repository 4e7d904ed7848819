"""Who takes or leaves an office, and whose predecessor, in the clause of an appointment."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.arguments import objects
from kg.extract.doc import person_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, is_passive, possessors, prepositional
from kg.extract.phrasing import referents
from kg.extract.scene import Scene
from kg.model import Appointment

__all__ = ["appointees"]

_PRAISED = {"on", "upon", "for", "over"}

type _People = dict[str, Token]


def appointees(scene: Scene, match: Match, before: Sequence[Appointment]) -> tuple[_People, _People]:
    """The people whose office a match tells of, each with the word for them, and those whom they follow in it.

    `before` are the appointments told so far.
    """
    people = {i: t for i, t in scene.found(match, "person", ("Person",)).items() if not _is_complement(scene, t)}
    people = _complements(scene, match) or people or _of_passive(scene, match)
    people = (people if match.is_verb else _by_noun(scene, match)) or people
    predecessors = scene.found(match, "predecessor", ("Person",))
    if "object" in match.frame.roles.get("predecessor", ()):
        appointed = _appointed(match, before)
        people = (appointed if _is_after_giving(scene, match) else appointed or people) if predecessors else {}
    return people, predecessors


def _complements(scene: Scene, match: Match) -> dict[str, Token]:
    """A person whom a parse takes for what somebody is named: "the king named X, a judge, as minister"."""
    heads = children(match.trigger, "oprd") if match.is_verb and not any(children(match.trigger, "auxpass")) else ()
    return {m.iris[0]: t for t in heads if (m := person_at(scene.doc, t.i)) is not None and m.kind == "name"}


def _of_passive(scene: Scene, match: Match) -> dict[str, Token]:
    """Whom a parse leaves with the verb before: "X was dismissed and appointed chairman"."""
    verb = match.trigger
    if not match.is_verb or verb.dep_ != "conj" or "object" not in match.frame.roles.get("person", ()):
        return {}
    given = any(_is_office(scene, t) for t in children(verb, "dobj", "oprd", "attr"))
    passive = given and any(children(verb.head, "auxpass")) and not any(children(verb, "nsubj", "nsubjpass"))
    heads = children(verb.head, "nsubjpass") if passive else ()
    return {iri: t for t in heads for iri in referents(t) if type_of(scene.doc, iri) == "Person"}


def _by_noun(scene: Scene, match: Match) -> dict[str, Token]:
    """Whom a noun is about before whose it is: "the king's appointment of X", "congratulated X on her election"."""
    noun = match.trigger
    about = list(prepositional(noun, {"of"})) if any(possessors(noun)) else []
    verb = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ in _PRAISED and any(t.tag_ == "PRP$" for t in children(noun, "poss")):
        about += objects(verb) if verb.pos_ == "VERB" and not is_passive(verb) else ()
    return {i: t for t in about for i in referents(t) if type_of(scene.doc, i) == "Person"}


def _is_complement(scene: Scene, token: Token) -> bool:
    """Whether it is the office that somebody is given, whoever else may have it: "named X acting minister"."""
    return token.dep_ in ("oprd", "attr") and _is_office(scene, token)


def _is_office(scene: Scene, token: Token) -> bool:
    return bool(scene.titles_between(token.i, token.i + 1))


def _is_after_giving(scene: Scene, match: Match) -> bool:
    """Whether a clause hangs on one that gives an office: "appointed X, replacing Y" is not of who appoints."""
    verb = match.trigger.head
    if match.trigger.dep_ not in ("advcl", "xcomp"):
        return False
    heads = {t.head for t in scene.titles_between(verb.i + 1, verb.right_edge.i + 1)}
    own = {t.i for t in match.trigger.subtree}  # "is to succeed Y as president" gives no other office
    return any(t.i in heads - own for t in verb.subtree)


def _appointed(match: Match, before: Sequence[Appointment]) -> dict[str, Token]:
    """Who was appointed in the clause above: "elected X president, replacing Y"."""
    sentence = match.trigger.sent
    last = next((r for r in reversed(before) if r.change == "start"), None)
    inside = last is not None and sentence.start_char <= last.evidence.start < match.trigger.idx
    return {last.person: match.trigger} if last and inside and match.trigger.dep_ in ("advcl", "xcomp", "acl") else {}
