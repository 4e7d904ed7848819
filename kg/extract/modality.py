"""Is what a trigger tells of a fact, a plan, a proposal, or denied?

The trigger itself says nothing of it; what governs it does: its auxiliaries ("will visit"), negation, the verbs, nouns
and adjectives above it ("plans to visit", "a call for cooperation", "is ready to sign", "the upcoming visit").
The scope of each is the part of the tree that it takes as its complement (after Saurí and Pustejovsky 2009, FactBank).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spacy.tokens import Token

from kg.extract.grammar import children, climb, is_passive, negated
from kg.lexicon import ModalityCue
from kg.model import Modality

__all__ = ["ModalityWords", "modality", "modality_words"]

_WEAKER: tuple[Modality, ...] = ("actual", "planned", "proposed", "denied")
_HAPPEN = {"take", "begin", "start", "occur", "happen", "follow", "come", "open", "resume", "continue", "go", "be"}
_CIRCUMSTANCES = {"during", "at", "on", "in", "amid", "within", "by", "via", "through", "under", "throughout"}
_TIMES = {"during", "amid", "throughout"}
_ELSEWHERE = {"after", "before", "following", "since", "ahead", "despite", "as", "than", "like", "because", "until"}
_AWAITING = {"once", "until", "till"}
_WHEN = {"when", "before", "after"}
_AROUND = {"after", "before"}
_MADE = {"invitation", "request", "behest"}  # by the time of what is done at them
_CONDITIONS = {"if", "unless", "whether", "should"}


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
        value: Modality = next((m for m in _WEAKER if m == cue.modality), "planned")
        for part, table in tables.items():
            table.update(dict.fromkeys(cue.values.get(part, ()), value))
    verbs, nouns, adjectives, auxiliaries = (MappingProxyType(table) for table in tables.values())
    return ModalityWords(verbs, nouns, adjectives, auxiliaries)


def modality(trigger: Token, words: ModalityWords, default: Modality = "actual") -> Modality:
    """What the text makes of the event that `trigger` (a verb or noun) tells: the weakest of all that governs it.

    `default` is what the trigger implies by itself ("invite" makes a visit proposed). A denial that is itself negated
    ("did not rule out") leaves a proposal.
    """
    found = [default, *_governing(trigger, words)]
    if found.count("denied") > 1:
        return "proposed"
    return max(found, key=_WEAKER.index)


def _governing(trigger: Token, words: ModalityWords) -> Iterator[Modality]:
    """What each word on the way from the trigger to the root of its clause makes of it."""
    yield from _own(trigger, words)
    token = climb(trigger)
    if token is not trigger:
        yield from _own(token, words)
    while token.dep_ != "ROOT":
        head, label = token.head, token.dep_
        if label in ("acl", "relcl") and _is_subjunctive(token):
            yield "proposed"
        if label == "conj":
            yield from _of_partner(token, head, words)
        elif label == "ccomp" and any(t.text == ";" for t in token.doc[token.i : head.i]):
            return  # "X left the bloc; Y did not"
        elif label in ("xcomp", "ccomp", "dobj", "dative", "nsubjpass", "acomp", "attr", "oprd", "csubjpass"):
            yield from _cue(head, _infinitive(token), words)
            yield from _own(head, words, token)
        elif label in ("pobj", "pcomp"):
            outer = _outermost(head)
            tie, head = outer.lower_, outer.head
            if tie == "at" and token.lemma_ in _MADE:
                return
            becomes = tie == "as" and is_passive(head)  # "will be admitted as a member"
            if tie in _ELSEWHERE and not becomes or head.pos_ in ("ADP", "PUNCT"):
                if label == "pcomp" and tie in _AROUND and "planned" in _own(head, words):
                    yield "planned"  # "will sign a pact before flying to X"
                return
            if tie in _TIMES and head.pos_ in ("NOUN", "PROPN"):  # "proposed a plan during the visit"
                return
            circumstance = tie in _CIRCUMSTANCES and head.pos_ in ("VERB", "AUX")
            if not circumstance or f"{head.lemma_.lower()} {tie}" in words.verbs:
                yield from (*_cue(head, tie, words), *_own(head, words))
            else:  # "is expected at the talks", but "agreed at the talks"
                expected = _cue(head, tie, words) if is_passive(head) else ()
                if "planned" not in (*expected, *_own(head, words)):
                    return
                yield "planned"
        elif label == "agent":
            yield from _own(head, words)
        elif label in ("acl", "relcl") and _infinitive(token):
            if is_passive(token):  # "the deal to be signed"
                yield "planned"
            yield from _cue(head, "to", words)
            yield from _own(head, words)
        elif label == "advcl":
            if any(t.lower_ in _CONDITIONS for t in children(token, "mark", "advmod")):
                yield "proposed"
                return
            if _is_awaited(token, words):
                yield "planned"
                return
            if not _infinitive(token) or any(children(token, "mark")):
                return
            for word in (head, *children(head, "dobj")):  # "extended an invitation to X to come"
                yield from _cue(word, "to", words)
            yield from _own(head, words)
        elif label == "nsubj":
            yield from _of_predicate(head, token, words)
            if head.lemma_.lower() not in _HAPPEN:
                return
        elif label not in ("compound", "amod", "nmod"):
            return
        token = climb(head)


def _is_subjunctive(verb: Token) -> bool:
    """Whether a clause tells what is to be: "the suggestion that X travel to Y"."""
    doer = next(children(verb, "nsubj"), None)
    if doer is None or any(children(verb, "aux")):
        return False
    single = doer.tag_ in ("NN", "NNP") and not any(children(doer, "conj"))
    return verb.tag_ == "VB" or single and verb.tag_ == "VBP"


def _is_awaited(verb: Token, words: ModalityWords) -> bool:
    """Whether a clause tells what is still to happen: "once X arrives", "will speak when X visits Y"."""
    if verb.tag_ not in ("VBZ", "VBP") or any(children(verb, "aux", "auxpass")):
        return False
    marks = {t.lower_ for t in children(verb, "mark", "advmod")}
    return bool(marks & _AWAITING) or bool(marks & _WHEN) and "planned" in _own(verb.head, words)


def _infinitive(token: Token) -> str:
    """ "to" where `token` is an infinitive with "to", else nothing."""
    return "to" if any(t.lower_ == "to" for t in children(token, "aux")) else ""


def _outermost(preposition: Token) -> Token:
    """The first word of a chain of prepositions ("ahead of", "together with")."""
    head = preposition.head
    chained = preposition.dep_ in ("prep", "conj") and head.dep_ in ("prep", "advmod")
    return _outermost(head) if chained and head.pos_ in ("ADP", "SCONJ", "ADV") else preposition


def _own(token: Token, words: ModalityWords, below: Token | None = None) -> Iterator[Modality]:
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
    return said and not any(t.lower_ in _CONDITIONS for t in conditions)


def _cue(token: Token, link: str, words: ModalityWords) -> Iterator[Modality]:
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


def _of_partner(token: Token, partner: Token, words: ModalityWords) -> Iterator[Modality]:
    """Joined verbs of one form share what stands before the first: "will visit X and meet Y"."""
    alike = token.tag_ == partner.tag_ and not any(children(token, "nsubj", "nsubjpass", "aux"))
    if alike or token.pos_ not in ("VERB", "AUX"):
        yield from _own(partner, words)


def _of_predicate(verb: Token, subject: Token, words: ModalityWords) -> Iterator[Modality]:
    """What a verb says of its subject: "the visit will take place", "a meeting is possible"."""
    if verb.lemma_.lower() in _HAPPEN:
        yield from _own(verb, words, subject)
    for adjective in children(verb, "acomp", "attr"):
        yield from _cue(adjective, "", words)
        if any(children(verb, "neg")):
            yield "denied"
