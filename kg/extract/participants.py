"""Who takes part in a meeting: which of those named meet each other, who speaks for whom, and teams that play."""

from collections.abc import Iterable, Iterator
from itertools import product

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import prepositional
from kg.extract.joining import joined
from kg.extract.phrasing import referents
from kg.extract.scene import Scene
from kg.extract.tree import children, dependents, sentence_of

__all__ = ["is_contest", "pairs", "settled", "spoken_of"]


def pairs(
    scene: Scene, match: Match, hosts: dict[str, Token], others: dict[str, Token]
) -> Iterator[tuple[dict[str, Token], dict[str, Token]]]:
    """One meeting for all, or, where several one-to-one meetings are told at once, one for each pair.

    Somebody who met people of several countries met each of them.
    """
    plural = match.trigger.tag_ in ("NNS", "NNPS")
    near = [c for w in (*match.words, *match.carriers) for c in dependents(w)]
    words = {t.lower_ for c in near for t in (c, *dependents(c))}
    each = (plural or match.is_verb) and words & scene.words("each") and len(hosts) * len(others) > 1
    apart = len(hosts) == 1 and len(others) > 1 and _of_several_countries(scene, others)
    if each or apart and not words & scene.words("together"):
        for (a, s), (b, t) in product(hosts.items(), others.items()):
            yield {a: s}, {b: t}
    else:
        yield hosts, others


def settled(scene: Scene, heads: dict[str, Token], keep: set[str]) -> list[str]:
    """The participants: people, with the states of unnamed counterparts; states and bodies only where none is named."""
    people = [iri for iri in heads if type_of(scene.doc, iri) == "Person"]
    spoken_for = {scene.country_of(iri) for iri in people}
    if not people:
        return list(heads)
    return [
        iri for iri, token in heads.items()
        if iri in people or iri in keep or (iri not in spoken_for and _counts(token, len(people)))
    ]  # fmt: skip


def spoken_of(scene: Scene, match: Match, others: dict[str, Token]) -> dict[str, Token]:
    """Who meets others where a noun names only these: the other person of its sentence, or who the last is about.

    "The premier flew home. There was no meeting with the queen."
    """
    if not all(type_of(scene.doc, iri) == "Person" for iri in others):
        return {}
    start, end = sentence_of(match.trigger)
    named = {i: t for t in scene.doc[start:end] for i in _person_at(scene, t) if i not in others}
    if named or not start:
        return named if len(named) == 1 and all(t.i < match.trigger.i for t in named.values()) else {}
    root = scene.doc[slice(*sentence_of(scene.doc[start - 1]))].root
    heads = joined(children(root, "nsubj", "nsubjpass"))
    doers = {i: t for t in heads for i in _person_at(scene, t) if i not in others}
    return doers if len(doers) == 1 else {}


def _person_at(scene: Scene, token: Token) -> tuple[str, ...]:
    """The person whom the phrase headed by a token stands for."""
    return tuple(iri for iri in referents(token) if type_of(scene.doc, iri) == "Person")[:1]


def is_contest(scene: Scene, match: Match, hosts: dict[str, Token], others: dict[str, Token]) -> bool:
    """Whether teams meet, not governments: "X met Y in the final", "Norway meet Kenya" (a country in the plural)."""
    if any(type_of(scene.doc, iri) == "Person" for iri in (*hosts, *others)):
        return any(scene.is_one_of("contest", t) for t in prepositional(match.trigger, {"in"}))
    start, end = sentence_of(match.trigger)
    told = any(t.pos_ in ("NOUN", "PROPN") and scene.is_one_of("contest", t) for t in scene.doc[start:end])
    return told or match.trigger.tag_ == "VBP" and len(hosts) == 1 and bool(others) and _is_state(scene, hosts)


def _of_several_countries(scene: Scene, people: Iterable[str]) -> bool:
    """Whether all are people, each of another country."""
    countries = [scene.country_of(iri) for iri in people if type_of(scene.doc, iri) == "Person"]
    return None not in countries and len(set(countries)) == len(list(people))


def _counts(token: Token, people: int) -> bool:
    """Whether a state beside named people is a party: an unnamed counterpart, or the only other side."""
    mention = mention_at(token)
    return people == 1 or (mention is not None and mention.kind == "nominal")


def _is_state(scene: Scene, parties: dict[str, Token]) -> bool:
    return all(type_of(scene.doc, iri) == "Country" and t.pos_ == "PROPN" for iri, t in parties.items())
