"""Which body is meant that words beside a frame's do not name: "the bloc", "the summit", "applied for membership"."""

from spacy.tokens import Token

from kg.extract.arguments import subjects
from kg.extract.doc import Mention, mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, modifiers, possessors, prepositional
from kg.extract.phrasing import referents
from kg.extract.scene import Scene, first
from kg.extract.tree import sentence_of

__all__ = ["body_told", "gathered", "names_body", "regional", "told_before", "whole"]

_DEFINITE = {"the", "this", "that"}
_BACK = 2  # sentences from "the bloc" to its name


def names_body(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is the name of a body of states."""
    return mention.kind == "name" and type_of(scene.doc, mention.iris[0]) == "RegionalBody"


def regional(scene: Scene, heads: list[Token]) -> dict[str, Token]:
    """The bodies of states that phrases stand for, each with its word."""
    return first((iri, t) for t in heads for iri in referents(t) if type_of(scene.doc, iri) == "RegionalBody")


def told_before(scene: Scene, match: Match) -> dict[str, Token]:
    """The body last named before "the bloc", "the group": in this sentence or the ones before; else the only one."""
    fillers = (*match.fillers("body"), *(() if match.is_verb else possessors(match.trigger)))
    heads = [t.head.head if t.dep_ == "pobj" and t.head.lower_ == "of" and t.head.head != match.trigger else t
             for t in fillers]  # fmt: skip
    for noun in heads:
        if (beside := _named_beside(scene, noun)) is not None:
            return {beside: noun}
        if scene.is_one_of("body-noun", noun) and any(t.lower_ in _DEFINITE for t in children(noun, "det")):
            body = _last_named(scene, noun, scene.is_one_of("body-kind", noun))
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
    tied = any(t.lower_ != "whose" for t in children(noun, "poss")) or any(
        mention_at(t) is not None or t.pos_ == "PROPN" for t in modifiers(noun)
    )
    owned = any(t.lower_ in ("of", "in", "to", "on") for w in match.words for t in children(w, "prep"))
    if not (belonging or bare) or not match.is_verb and (tied or owned):
        return {}
    near = _named_before(scene, noun)
    sentence = next((s for m in reversed(near) if (s := sentence_of(scene.doc[m.start]))), None)
    last = [m for m in near if sentence_of(scene.doc[m.start]) == sentence]
    bodies = {m.iris[0]: scene.doc[m.head] for m in last}
    if not bodies and "told" in value and (only := _only(scene)):
        return {only: noun}
    return bodies if len(bodies) == 1 else {}


def _last_named(scene: Scene, noun: Token, alike: bool) -> str | None:
    """The body last named before a noun, else the only one; with `alike` one whose name has the noun in it."""
    if alike:
        named = (m.iris[0] for m in reversed(scene.doc._.mentions) if m.start < noun.i and names_body(scene, m))
        return next((iri for iri in named if _has_in_name(scene, iri, noun)), None)
    near = _named_before(scene, noun)
    return near[-1].iris[0] if near else _only(scene)


def _only(scene: Scene) -> str | None:
    """The one body of states that an article names."""
    every = {whole(scene, m.iris[0]) for m in scene.doc._.mentions if names_body(scene, m)}
    return next(iter(every)) if len(every) == 1 else None


def _has_in_name(scene: Scene, body: str, noun: Token) -> bool:
    return noun.lemma_.lower() in scene.doc._.entities[body].name.lower().split()


def gathered(scene: Scene, match: Match) -> dict[str, Token]:
    """The body whose summit has no name: "SCO leaders met in X for a summit", "next year's summit in X"."""
    fillers = match.fillers("body") if match.is_verb else (match.trigger, *possessors(match.trigger))
    for noun in (t for t in fillers if scene.is_one_of("body-gathering", t) and mention_at(t) is None):
        tied = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "at")
        verb = noun.head.head if tied else noun.head if noun.dep_ == "dobj" else noun
        people = [t for t in subjects(verb) if t.tag_ == "NNS"] if verb is not noun else []
        if own := regional(scene, [c for t in people for c in (*modifiers(t), *prepositional(t, {"of"}))]):
            return own
        known = any(t.lower_ in _DEFINITE for t in children(noun, "det")) or any(children(noun, "poss"))
        if known and scene.is_one_of("body-summit", noun):
            body = _last_gathering(scene, noun) or _sole(scene, match, noun)
            if body is not None:
                return {body: noun}
    return {}


def _last_gathering(scene: Scene, noun: Token) -> str | None:
    """The body whose gathering was last spoken of before "the summit"; else the last one named in the sentence."""
    near = [m for m in _named_before(scene, noun) if m.end < noun.i]
    gatherings = [m for m in near if any(scene.is_one_of("body-gathering", t) for t in _around(scene, m))]
    here = [m for m in near if m.start >= sentence_of(noun)[0]]
    return next((m.iris[0] for m in (*reversed(gatherings), *reversed(here))), None)


def _sole(scene: Scene, match: Match, noun: Token) -> str | None:
    """The one body of an article, of which somebody hosts "the summit": not of "the climate summit in X"."""
    plain = noun.lemma_ == "summit" and noun != match.trigger and not any(children(noun, "compound", "nmod"))
    return _only(scene) if plain else None


def _around(scene: Scene, mention: Mention) -> list[Token]:
    """The noun behind a name, and the one whose "of" stands before it: "the SCO summit", "the summit of the SCO"."""
    doc, i = scene.doc, mention.start - 1
    while i > 1 and doc[i].lower_ in ("of", "the"):
        i -= 1
    return [doc[mention.end], *([doc[i]] if doc[i + 1].lower_ == "of" else [])]


def _named_before(scene: Scene, noun: Token) -> list[Mention]:
    """The names of bodies before a noun in its sentence and in those just before that one, but those of their organs.

    "The ECOWAS Commission" is none where ECOWAS is spoken of.
    """
    start = sentence_of(noun)[0]
    for _ in range(_BACK):
        start = sentence_of(scene.doc[start - 1])[0] if start else 0
    named = [m for m in scene.doc._.mentions if start <= m.start < noun.i and names_body(scene, m)]
    return [m for m in named if whole(scene, m.iris[0]) == m.iris[0]]


def whole(scene: Scene, body: str) -> str:
    """The body whose organ another is, where the article names both: ECOWAS of the ECOWAS Commission; else itself."""
    entities = scene.doc._.entities
    name, others = entities[body].name, (e for e in entities.values() if e.type == "RegionalBody" and e.iri != body)
    return next((e.iri for e in others for label in (e.name, *e.labels) if name.startswith(f"{label} ")), body)
