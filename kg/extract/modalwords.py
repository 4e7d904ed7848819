"""What single words make of the event that they govern: "will", "plan to", "no", "upcoming"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spacy.tokens import Token

from kg.extract.grammar import children, negated
from kg.lexicon import ModalityCue
from kg.model import Modality

__all__ = ["CERTAINTY", "CONDITIONS", "ModalityWords", "cue", "modality_words", "own"]

CERTAINTY: tuple[Modality, ...] = ("actual", "planned", "proposed", "denied")
"""From what is to what is not."""
CONDITIONS = {"if", "unless", "whether", "should"}


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The cues by part of speech: a word, or a word and the preposition or "to" behind it, to what it makes of it."""

    verbs: Mapping[str, Modality]
    nouns: Mapping[str, Modality]
    adjectives: Mapping[str, Modality]
    auxiliaries: Mapping[str, Modality]


def modality_words(cues: Iterable[ModalityCue]) -> ModalityWords:
    """The lexicon's modality cues, ready for `modality`."""
    tables: dict[str, dict[str, Modality]] = {"verb": {}, "noun": {}, "adjective": {}, "auxiliary": {}}
    for cue in cues:
        value: Modality = next((m for m in CERTAINTY if m == cue.modality), "planned")
        for part, table in tables.items():
            table.update(dict.fromkeys(cue.values.get(part, ()), value))
    verbs, nouns, adjectives, auxiliaries = (MappingProxyType(table) for table in tables.values())
    return ModalityWords(verbs, nouns, adjectives, auxiliaries)


def own(token: Token, words: ModalityWords, below: Token | None = None) -> Iterator[Modality]:
    """What the words on `token` itself say: auxiliaries, negation, adjectives before a noun, "no" before its subject.

    `below` is the subject that the trigger stands in: its "no" has counted.
    """
    subjects = (t for t in children(token, "nsubj", "nsubjpass") if t != below)
    if negated(token) or any(negated(t) for t in subjects):
        yield "denied"
    for child in children(token, "aux", "advmod", "amod", "prt"):
        table = words.auxiliaries if child.dep_ in ("aux", "advmod") else words.adjectives
        found = table.get(child.lower_)
        if found == "proposed" and child.lower_ == "would" and _is_reported(token):
            found = "planned"
        if found:
            yield found


def _is_reported(verb: Token) -> bool:
    """Whether a clause tells what somebody said then: "said that they would meet" is "will" in the past."""
    conditions = (t for clause in children(verb, "advcl") for t in children(clause, "mark"))
    said = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and verb.head.pos_ == "VERB"
    return said and not any(t.lower_ in CONDITIONS for t in conditions)


def cue(token: Token, link: str, words: ModalityWords) -> Iterator[Modality]:
    """What `token` makes of its complement, tied to it by `link`: a preposition, "to", or nothing."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
        tables = (words.verbs, words.adjectives) if token.tag_ == "VBN" else (words.verbs,)
    elif token.pos_ == "ADJ":
        tables = (words.adjectives,)
    else:
        tables = (words.nouns,)
    for table in tables:
        particle = next((f"{lemma} {t.lower_}" for t in children(token, "prt")), lemma)
        asked = [f"{lemma} {t.lower_}" for t in children(token, "prep") if link == "to"]  # "called on X to come"
        asked += [f"{lemma} {t.lower_} {link}" for t in children(token, "advmod")]  # "looks forward to meeting X"
        forms: tuple[str, ...] = (f"{token.lower_} {link}", token.lower_)
        if table is not words.adjectives or token.pos_ == "ADJ":  # "was opened" is not "is open"
            forms = (f"{particle} {link}", *asked, particle, *forms)
        for key in forms:
            if key in table:
                yield table[key]
                return
