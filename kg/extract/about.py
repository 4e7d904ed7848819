"""Whose number it is: the countries, bodies and organisations in the phrases around it."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.grammar import antecedent, children, is_clause, possessors, prepositional, prepositions, subjects
from kg.extract.phrasing import joined, referents
from kg.extract.scene import Scene
from kg.model import EntityType

__all__ = ["Owners", "around", "of_clause", "of_phrase"]

type Owners = dict[str, Token]
"""The IRIs of the parties, each with the head of the phrase that tells it."""

_TYPES: tuple[EntityType, ...] = ("Country", "RegionalBody", "Organization", "Place", "Person")
_TIES = frozenset(
    "of to with from in into for by between among on against at across within under towards through via onto".split()
)
_DEPTH = 2  # common nouns between a number and a name: "the exports of the mines of X"


def of_phrase(scene: Scene, noun: Token, ties: frozenset[str] = _TIES, depth: int = _DEPTH) -> Owners:
    """The parties that a noun phrase names: "trade between X and Y", "X's exports to Y", "the X economy"."""
    found: Owners = {}
    for token in joined([noun]):
        _add(scene, found, token, referents(token))
    if found:
        return found
    for token in (*possessors(noun), *children(noun, "amod", "compound", "nmod"), *_behind(noun, ties)):
        for each in joined([token]):
            known = referents(each)
            _add(scene, found, each, known)
            if not known and depth and each.pos_ in ("NOUN", "PROPN"):
                found |= {k: v for k, v in of_phrase(scene, each, ties, depth - 1).items() if k not in found}
    return found


def of_clause(scene: Scene, verb: Token, ties: frozenset[str] = _TIES) -> Owners:
    """The parties of a clause: its subject, its objects and what prepositions tie to its verb."""
    found: Owners = {}
    told = (*subjects(verb), *(antecedent(t) for t in children(verb, "nsubj", "nsubjpass", "dobj", "attr", "dative")))
    for token in (*told, *_behind(verb, ties)):
        found |= {k: v for k, v in of_phrase(scene, token).items() if k not in found}
    return found


def around(token: Token) -> Iterator[Token]:
    """The verbs and nouns that govern a token, the nearest first, up to the verb of its sentence."""
    for head in token.ancestors:
        if is_clause(head) or head.pos_ in ("NOUN", "PROPN"):
            yield head


def _behind(token: Token, ties: Iterable[str]) -> tuple[Token, ...]:
    return prepositional(token, ties if isinstance(ties, frozenset) else frozenset(ties))


def _add(scene: Scene, found: Owners, token: Token, iris: Iterable[str]) -> None:
    for iri in iris:
        if type_of(scene.doc, iri) not in _TYPES:
            continue
        party = scene.country_of(iri)
        if party is not None:
            found.setdefault(party, token)
