"""Is what a trigger tells of a fact, a plan, a proposal, or denied?

The trigger itself says nothing of it; what governs it does: its auxiliaries ("will visit"), negation, the verbs, nouns
and adjectives above it ("plans to visit", "a call for cooperation", "is ready to sign", "the upcoming visit").
The scope of each is the part of the tree that it takes as its complement (after Saurí and Pustejovsky 2009, FactBank).
"""

from collections.abc import Generator, Iterator

from spacy.tokens import Token

from kg.extract.grammar import children, climb, is_infinitive, is_passive
from kg.extract.modalwords import CERTAINTY, CONDITIONS, ModalityWords, cue, own
from kg.extract.wordlists import listed
from kg.model import Modality

__all__ = ["modality"]

_CIRCUMSTANCES = {"during", "at", "on", "in", "amid", "within", "by", "via", "through", "under", "throughout"}
_TIMES = {"during", "amid", "throughout"}
_ELSEWHERE = {"after", "before", "following", "since", "ahead", "despite", "as", "than", "like", "because", "until"}
_AWAITING = {"once", "until", "till"}
_WHEN = {"when", "before", "after"}
_AROUND = {"after", "before"}
_INVERTED: dict[str, Modality] = {"had": "denied", "were": "proposed", "should": "proposed"}  # "had X met Y, …"


def modality(trigger: Token, words: ModalityWords, default: Modality = "actual") -> Modality:
    """What the text makes of the event that `trigger` (a verb or noun) tells: the weakest of all that governs it.

    `default` is what the trigger implies by itself ("invite" makes a visit proposed). A denial that is itself negated
    ("did not rule out") leaves a proposal.
    """
    found = [default, *_governing(trigger, words)]
    if found.count("denied") > 1:
        return "proposed"
    return max(found, key=CERTAINTY.index)


def _governing(trigger: Token, words: ModalityWords) -> Iterator[Modality]:
    """What each word on the way from the trigger to the root of its clause makes of it."""
    yield from own(trigger, words)
    if trigger.pos_ == "NOUN":
        done = (t for t in children(trigger, "acl") if t.tag_ == "VBN")
        yield from (m for participle in done for m in cue(participle, "", words))  # "the visit, scheduled for June"
    token = climb(trigger)
    if token is not trigger:
        yield from own(token, words)
    while token.dep_ != "ROOT":
        head = yield from _of_head(token, words)
        if head is None:
            return
        token = climb(head)


def _of_head(token: Token, words: ModalityWords) -> Generator[Modality, None, Token | None]:
    """What the word above a token makes of it, and that word; None where nothing more governs it."""
    head, label = token.head, token.dep_
    if label in ("acl", "relcl") and _is_subjunctive(token):
        yield "proposed"
    match label:
        case "conj":
            yield from _of_partner(token, head, words)
        case "ccomp" if any(t.lower_ == "whether" for t in children(token, "mark")):
            yield "proposed"
            return None
        case "ccomp" if any(t.text == ";" for t in token.doc[token.i : head.i]):
            return None  # "X left the bloc; Y did not"
        case "dobj" | "nsubjpass" if head.lemma_.lower() in listed(head, "judging"):
            return None  # "did not condemn X's attack"
        case "xcomp" | "ccomp" | "dobj" | "dative" | "nsubjpass" | "acomp" | "attr" | "oprd" | "csubjpass":
            yield from (*cue(head, _infinitive(token), words), *own(head, words, token))
            if label == "xcomp" and head.lower_ in ("was", "were") and _is_perfect(token):
                yield "denied"  # "was to have met X"
            if label == "nsubjpass":
                yield from _of_deed(head, words)
        case "pobj" | "pcomp":
            return (yield from _of_preposition(token, words))
        case "agent":
            yield from own(head, words)
        case "acl" | "relcl" if is_infinitive(token):
            if is_passive(token):  # "the deal to be signed"
                yield "planned"
            yield from (*cue(head, "to", words), *own(head, words))
        case "advcl":
            return (yield from _of_main_clause(token, words))
        case "nsubj" if head.tag_ == "VBN" and not any(children(head, "aux", "auxpass")):
            yield from cue(head, "", words)  # "the deal, expected to be signed, …", taken for its verb
            return None
        case "nsubj":
            yield from (*_of_predicate(head, token, words), *_of_deed(head, words))
            return head if head.lemma_.lower() in listed(head, "happening") else None
        case "compound" | "amod" | "nmod":
            pass
        case _:
            return None
    return head


def _of_preposition(token: Token, words: ModalityWords) -> Generator[Modality, None, Token | None]:
    """The same, where a preposition ties the token to the word."""
    outer = _outermost(token.head)
    tie, head = outer.lower_, outer.head
    if tie == "at" and token.lemma_ in listed(token, "behest"):
        return None
    becomes = tie == "as" and is_passive(head)  # "will be admitted as a member"
    if tie in _ELSEWHERE and not becomes or head.pos_ in ("ADP", "PUNCT"):
        if token.dep_ == "pcomp" and tie in _AROUND and "planned" in own(head, words):
            yield "planned"  # "will sign a pact before flying to X"
        return None
    if tie in _TIMES and head.pos_ in ("NOUN", "PROPN"):  # "proposed a plan during the visit"
        return None
    circumstance = tie in _CIRCUMSTANCES and head.pos_ in ("VERB", "AUX")
    if not circumstance or f"{head.lemma_.lower()} {tie}" in words.verbs:
        yield from (*cue(head, tie, words), *own(head, words))
        return head
    expected = cue(head, tie, words) if is_passive(head) else ()  # "is expected at the talks", not "agreed at …"
    if "planned" not in (*expected, *own(head, words)):
        return None
    yield "planned"
    return head


def _of_main_clause(verb: Token, words: ModalityWords) -> Generator[Modality, None, Token | None]:
    """The same, where the token is the verb of an adverbial clause."""
    head = verb.head
    if any(t.lower_ in CONDITIONS for t in children(verb, "mark", "advmod")):
        yield "proposed"
        return None
    if (first := next(children(verb, "aux", "auxpass", "nsubj", "nsubjpass"), verb)).lower_ in _INVERTED:
        yield _INVERTED[first.lower_]
        return None
    if _is_awaited(verb, words):
        yield "planned"
        return None
    if not is_infinitive(verb) or any(children(verb, "mark")):
        return None
    for word in (head, *children(head, "dobj")):  # "extended an invitation to X to come"
        told = cue(word, "to", words)
        yield from (m for m in told if m != "denied" or not any(children(head, "dobj")))  # not "cut ties to punish X"
    yield from own(head, words)
    return head


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
    return bool(marks & _AWAITING) or bool(marks & _WHEN) and "planned" in own(verb.head, words)


def _is_perfect(infinitive: Token) -> bool:
    return any(t.lower_ == "have" for t in children(infinitive, "aux"))


def _infinitive(token: Token) -> str:
    """ "to" where `token` is an infinitive with "to", else nothing."""
    return "to" if is_infinitive(token) else ""


def _outermost(preposition: Token) -> Token:
    """The first word of a chain of prepositions ("ahead of", "together with")."""
    head = preposition.head
    chained = preposition.dep_ in ("prep", "conj") and head.dep_ in ("prep", "advmod")
    return _outermost(head) if chained and head.pos_ in ("ADP", "SCONJ", "ADV") else preposition


def _of_partner(token: Token, partner: Token, words: ModalityWords) -> Iterator[Modality]:
    """Joined verbs of one form share what stands before the first: "will visit X and meet Y"."""
    alike = token.tag_ == partner.tag_ and not any(children(token, "nsubj", "nsubjpass", "aux"))
    if alike or token.pos_ not in ("VERB", "AUX"):
        yield from own(partner, words)


def _of_deed(verb: Token, words: ModalityWords) -> Iterator[Modality]:
    """What is done with the subject of a verb that only says that it is: "the visit had to be cancelled"."""
    for deed in children(verb, "xcomp"):
        if any(children(deed, "auxpass")):
            yield from (*cue(deed, "", words), *own(deed, words))


def _of_predicate(verb: Token, subject: Token, words: ModalityWords) -> Iterator[Modality]:
    """What a verb says of its subject: "the visit will take place", "a meeting is possible"."""
    if verb.lemma_.lower() in listed(verb, "happening"):
        yield from own(verb, words, subject)
    ties = (t for t in children(verb, "prep") if verb.lemma_ == "be" and t.lower_ in ("on", "in"))
    if any(t.lower_ in listed(t, "prospect") for tie in ties for t in children(tie, "pobj")):
        yield "planned"
    for adjective in children(verb, "acomp", "attr"):
        yield from cue(adjective, "", words)
        if any(children(verb, "neg")):
            yield "denied"
