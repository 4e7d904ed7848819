"""Which two states or bodies a passage is about, where its words name one of them or none."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.attrs import IDX
from spacy.tokens import Token

from kg.extract.doc import type_of
from kg.extract.scene import STATES, Scene
from kg.extract.tree import sentence_of
from kg.model import Fact, Meeting, Visit

__all__ = ["Encounter", "encounter_in", "encounters", "pair_near"]

type Encounter = tuple[int, tuple[str, str]]
"""The token where a visit or meeting of two states is told, and the two."""

_REACH = 120  # tokens between "the two countries" and what is said of one of them
_BACK = 2  # sentences before the one that names one party or none


def encounters(scene: Scene) -> tuple[Encounter, ...]:
    """The visits and meetings of two states that the Doc's facts tell so far, in the order of the text."""
    told = ((f, _states(scene, f)) for f in scene.doc._.facts)
    facts = [(f, pair) for f, pair in told if len(pair) == 2 and not scene.belongs(*pair)]
    places = scene.doc.to_array(IDX).searchsorted([f.evidence.start for f, _ in facts], "right") - 1
    return tuple(sorted((int(i), (pair[0], pair[1])) for i, (_, pair) in zip(places, facts, strict=True)))


def _states(scene: Scene, fact: Fact) -> tuple[str, ...]:
    """The states whose people meet, or that of a visitor and the one visited."""
    match fact:
        case Meeting():
            ends: tuple[str | None, ...] = fact.participants
        case Visit():
            ends = (fact.visitor, scene.country_at(fact.country or fact.destination))
        case _:
            return ()
    states = (scene.country_of(scene.power_of(iri)) for iri in ends if iri is not None)
    return tuple(dict.fromkeys(s for s in states if s is not None and type_of(scene.doc, s) in STATES))


def encounter_in(told: tuple[Encounter, ...], token: Token, party: str | None = None) -> tuple[str, ...]:
    """The two that the sentence of `token` tells to meet, with `party` if given; none where it tells of several."""
    start, end = sentence_of(token)
    pairs = {frozenset(pair): pair for i, pair in told if start <= i < end}
    found = [pair for pair in pairs.values() if party in (None, *pair)]
    return found[0] if len(found) == 1 else ()


def pair_near(
    scene: Scene, token: Token, party: str | None = None, told: tuple[Encounter, ...] = ()
) -> tuple[str, ...]:
    """The two that "the two countries" or a meeting last stood for before `token`, with `party` if given.

    Else the article's main pair; where only one of it is spoken of hereabouts, that one with the only other state that
    is. A body and its member are no pair: much is said of both that they do not do with each other.
    """
    reach = max(0, token.i - _REACH)
    named = (
        (m.start, m.iris) for m in scene.doc._.mentions
        if reach <= m.start < token.i and len(m.iris) == 2 and all(type_of(scene.doc, i) in STATES for i in m.iris)
    )  # fmt: skip
    met = ((i, pair) for i, pair in told if reach <= i < token.i)
    tied = _tied(scene, reach, sentence_of(token)[1])
    pairs = [pair for _, pair in sorted([*named, *met, *tied], reverse=True)]
    return next((p for p in (*pairs, _local_pair(scene, token)) if len(p) == 2 and party in (None, *p)), ())


def _tied(scene: Scene, start: int, end: int) -> Iterator[Encounter]:
    """The pairs of states that a hyphen ties between two tokens: "the Peruvian-Kenyan forum"."""
    near = (m for m in scene.doc._.mentions if start <= m.start < end and len(m.iris) == 1)
    for a, b in pairwise(m for m in near if type_of(scene.doc, m.iris[0]) in STATES):
        if b.start == a.end + 1 and scene.doc[a.end].text == "-" and a.iris != b.iris:
            yield a.start, (a.iris[0], b.iris[0])


def _local_pair(scene: Scene, token: Token) -> tuple[str, ...]:
    main = scene.main_pair
    if len(main) < 2 or scene.belongs(*main):
        return ()
    others = dict.fromkeys(s for s in _states_before(scene, token) if s != main[0])
    return (main[0], *others) if len(others) == 1 else main if not others or main[1] in others else ()


def _states_before(scene: Scene, token: Token) -> Iterator[str]:
    """The states named in the sentence of `token` before it and in the sentences just before that one."""
    start = sentence_of(token)[0]
    for _ in range(_BACK):
        start = sentence_of(scene.doc[start - 1])[0] if start else 0
    for m in scene.doc._.mentions:
        if start <= m.start < token.i and len(m.iris) == 1:
            state = scene.country_of(m.iris[0])
            if state is not None and type_of(scene.doc, state) in STATES:
                yield state
