"""Deals that a text lists: "signed two documents, an accord on rail and a treaty on tax", or each on its line.

Or in the next sentence: "Among them are a treaty on tax and a protocol".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.arguments import subjects
from kg.extract.deals import Telling
from kg.extract.doc import type_of
from kg.extract.grammar import children, is_clause, prepositional
from kg.extract.joining import joined
from kg.extract.phrasing import referents
from kg.extract.scene import STATES, Scene
from kg.extract.timing import date_of

__all__ = ["with_listed"]

_REACH = 400  # tokens from an item to the colon before the list
_BULLETS = {"-", "–", "—", "•", "*", "·", ")", "."}
_SURE = 0.8
type Opening = tuple[tuple[str, ...], Token]  # the parties, and the verb that signs what is listed


def with_listed(scene: Scene, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings, those in a list with the parties, the date and the modality of what opens it.

    What opens it ("three documents") tells of no deal beside those that it lists.
    """
    nouns = {t.match.trigger.i: t for t in tellings if not t.match.is_verb}
    openers: set[int] = set()
    told: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: t.match.trigger.i):
        noun = telling.match.trigger
        if telling.match.carriers or telling.match.is_verb or telling.is_full:
            told.append(telling)
        elif head := _apposed_to(noun, nouns) or _listed_by(scene, noun, told):
            if head.plural:
                openers.add(head.match.trigger.i)
            told.append(_like(telling, head))
        elif opening := _opening(scene, noun, tellings):
            parties, verb = opening
            openers.update(t.match.trigger.i for t in tellings if verb in t.match.carriers)
            told.append(replace(telling, parties=parties, sure=_SURE, date=date_of(verb), done=True, refers=False,
                                modality=scene.modality(telling.match, at=verb)))  # fmt: skip
        else:
            told.append(telling)
    yield from (t for t in told if t.match.trigger.i not in openers or t.name)


def _like(telling: Telling, head: Telling) -> Telling:
    """A telling with what is told of the deals before it in the list."""
    return replace(telling, parties=head.parties, sure=head.sure, date=head.date, modality=head.modality,
                   done=head.done, refers=False)  # fmt: skip


def _listed_by(scene: Scene, noun: Token, told: Sequence[Telling]) -> Telling | None:
    """What lists a deal that is new to the text: "signed a pact, and a plan for X", "the documents include a pact"."""
    if noun.dep_ not in ("dobj", "conj", "appos", "attr", "nsubj") or _is_known(noun):
        return None
    verb = next((t for t in noun.ancestors if is_clause(t)), None)
    full = [t for t in told if t.done and len(t.parties) > 1]
    if verb is None or not full:
        return None
    if noun.dep_ != "nsubj" and verb in full[-1].match.carriers and full[-1].match.trigger.i < noun.i:
        return full[-1]
    lists = scene.is_one_of("agreement-lists", verb)
    among = (t for t in (*children(verb, "nsubj"), *prepositional(verb, {"among", "amongst"})) if t != noun)
    many = (t for t in among if t.tag_ in ("NNS", "PRP", "DT"))
    return full[-1] if lists and any(scene.is_one_of("agreement-document", t) for t in many) else None


def _is_known(noun: Token) -> bool:
    return any(t.lower_ not in ("a", "an", "another") for t in children(noun, "det")) or any(children(noun, "poss"))


def _apposed_to(noun: Token, nouns: Mapping[int, Telling]) -> Telling | None:
    """The telling of what a noun explains, alone or with others: "documents, namely a treaty and a protocol"."""
    while noun.dep_ == "conj":
        noun = noun.head
    found = nouns.get(noun.head.i) if noun.dep_ == "appos" else None
    return found if found is not None and found.match.carriers and len(found.parties) > 1 else None


def _opening(scene: Scene, noun: Token, tellings: Iterable[Telling]) -> Opening | None:
    colon = _colon_before(noun)
    verb = colon.head if colon is not None else None
    if verb is None or not scene.is_one_of("agreement-signed", verb):
        return None
    full = (t.parties for t in tellings if verb in t.match.carriers and len(t.parties) > 1)
    powers = (scene.country_of(scene.power_of(iri)) for t in joined(subjects(verb)) for iri in referents(t))
    states = tuple(dict.fromkeys(p for p in powers if p is not None and type_of(scene.doc, p) in STATES))
    parties = next(full, states)
    return (parties, verb) if len(parties) > 1 else None


def _colon_before(noun: Token) -> Token | None:
    """The colon before a list of which a noun begins an item: a line, or what stands behind a semicolon."""
    doc, i = noun.doc, noun.left_edge.i - 1
    while i >= 0 and (doc[i].text in _BULLETS or doc[i].like_num):
        i -= 1
    if i < 0 or not (doc[i].is_space and "\n" in doc[i].text or doc[i].text in (";", ":")):
        return None
    for j in range(i, max(-1, i - _REACH), -1):
        if doc[j].text == ":":
            return doc[j]
        if doc[j].text == "." and doc[j].i + 1 < len(doc) and not doc[j - 1].like_num:
            return None
    return None
