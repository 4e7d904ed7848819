"""What the text around an expression of time says of it: whether it is one, and whether it is past or to come."""

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from kg.extract.grammar import children, is_infinitive
from kg.extract.modality import modality
from kg.extract.modalwords import ModalityWords
from kg.extract.timex import Found
from kg.lexicon import Lexicon

__all__ = ["direction", "is_meant"]

_TOWARDS = {"to", "until", "till", "by", "through", "for", "as", "before"}
_BEFORE_NAMES = {"in", "since", "until", "till", "by", "from", "of", "through", "during", "between", "and", "to", "for",
                 "on", "before", "after", "'s", "’s", "the", "this", "-", "–"}  # fmt: skip
_BEFORE_YEARS = {"in", "since", "during", "until", "till", "early", "mid", "late"}
_BEFORE_YEARS_OR_AMOUNTS = {"by", "from", "to", "of", "before", "after", "through"}
_AMOUNTS = {"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "PRODUCT"}
_TO_COME = ("planned", "proposed")


def direction(found: Found, tokens: Mapping[int, Token], words: ModalityWords, scheduled: Collection[str] = ()) -> int:
    """Where the clause around an expression looks: 1 to what is to come, -1 to what was, 0 where it does not show.

    `tokens` are the Doc's by their first character; `words` are the cues of what is planned or proposed, `scheduled`
    the lemmas of verbs whose present tense tells what is to come.
    """
    token = tokens.get(found.start)
    if token is None or not token.doc.has_annotation("DEP"):
        return 0
    inside = range(found.start, found.end)
    head = next((t for t in (token, *token.ancestors) if t.head.idx not in inside), token)
    preposition = head.head if head.dep_ == "pobj" else None
    outer = preposition.head if preposition is not None else head.head
    if words.adjectives.get(outer.lower_) in _TO_COME and outer.pos_ == "ADJ":
        return 1  # "due on Friday"
    governor = next((t for t in (outer, *outer.ancestors) if t.pos_ in ("NOUN", "PROPN", "VERB", "AUX")), None)
    while governor is not None and governor.dep_ == "appos":
        governor = governor.head
    if governor is None or governor == head:
        return 0
    goals = [t for t in children(governor, "xcomp") if t.i < token.i]  # not "agreed in March to meet"
    told = governor.tag_ == "VBD" or governor.dep_ == "nsubjpass" and governor.lemma_.lower() not in scheduled
    planned = any(modality(t, words) in _TO_COME for t in (goals if told else [governor, *goals]))
    if planned or _is_fixed(governor, words) or _is_to_come(governor):
        return 1
    ahead = not found.word("day") and governor.lemma_.lower() in scheduled
    if ahead and (_is_present(governor) or _is_awaited(governor)):
        return 1
    verb = next((t for t in (governor, *governor.ancestors) if t.pos_ in ("VERB", "AUX")), governor)
    done = any(t.tag_ == "VBD" for t in (verb, *children(verb, "aux", "auxpass")))  # "has met" takes no date
    towards = preposition is not None and preposition.lower_ in _TOWARDS or head.dep_ in ("dobj", "nsubj", "attr")
    return -1 if done and not towards else 0


def _is_present(verb: Token) -> bool:
    """Whether a verb stands in the present: "opens", "is opening", "is opened", but not "has opened"."""
    finite = [t for t in (verb, *children(verb, "aux", "auxpass")) if t.tag_[:2] in ("VB", "MD")]
    return any(t.tag_ in ("VBZ", "VBP") for t in finite) and not any(t.lemma_ == "have" for t in finite)


def _is_to_come(verb: Token) -> bool:
    """Whether a headline tells with an infinitive what is to come: "Presidents to meet on Monday"."""
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and is_infinitive(verb)


def _is_awaited(noun: Token) -> bool:
    """Whether something is the subject of what is to come: "Sunday's election will decide"."""
    return noun.dep_ in ("nsubj", "nsubjpass") and any(t.lower_ == "will" for t in children(noun.head, "aux"))


def _is_fixed(verb: Token, words: ModalityWords) -> bool:
    """Whether a verb says of its subject that it is planned: "the summit is scheduled for Monday"."""
    auxiliaries = list(children(verb, "auxpass"))
    present = bool(auxiliaries) and all(t.tag_ in ("VBZ", "VBP") for t in auxiliaries)
    lemma = verb.lemma_.lower()
    return present and any(key.split()[0] == lemma and m == "planned" for key, m in words.verbs.items())


def is_meant(found: Found, tokens: Mapping[int, Token], lexicon: Lexicon) -> bool:
    """Whether words that may be an expression of time are one, as far as the rule asks for a check."""
    check = found.rule.check
    if check == "year":
        return _is_year(found, tokens, lexicon.listed("time-plan"))
    if check == "name":
        return _is_name(found, tokens, lexicon.listed("honorific"))
    return not check or found.code("unit") == {"week": "W", "century": "CE"}[check]


def _is_name(found: Found, tokens: Mapping[int, Token], honorifics: frozenset[str]) -> bool:
    """Whether a month or day of the week alone is meant, not a person ("May"), an order ("March") or the "Sun"."""
    word = found.word("month") or found.word("weekday")
    token = tokens.get(word.start) if word else None
    if word is None or token is None:
        return False
    text = token.text.rstrip(".")
    if found.kind("weekday") and len(text) > 5 or found.end > word.end or found.start < word.start:
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    if before in honorifics or token.dep_ in ("nsubj", "compound") and token.ent_type_ == "PERSON" or len(text) < 3:
        return False
    if len(text) == 3 and text != "May":
        return token.ent_type_ == "DATE" and before != "the"
    if token.tag_ not in ("NNP", "NN") or token.dep_ == "nsubj" and before not in _BEFORE_NAMES:
        return False
    return token.ent_type_ == "DATE" or before in _BEFORE_NAMES and token.ent_type_ != "PERSON"


def _in_range(found: Found) -> bool:
    """Whether a year is one end of a range ("2021-2025")."""
    at = found.match.start("year")
    kinds = "".join(word.kind for word in found.words[max(0, at - 2) : at + 3])
    return "Y-Y" in kinds or "Y-N" in kinds


def _is_year(found: Found, tokens: Mapping[int, Token], plans: frozenset[str]) -> bool:
    """Whether a number of four digits is a year, not an amount or part of a plan's name ("Vision 2040")."""
    word = found.word("year")
    token = tokens.get(word.start) if word else None
    if word is None or found.start < word.start or _in_range(found):
        return True
    if token is None:
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if (
        before is not None
        and (before.lower_ in plans or before.is_currency)
        or after is not None
        and after.lower_ in plans
    ):
        return False
    named = after is not None and after.pos_ == "PROPN" and before is not None and before.pos_ == "DET"
    if named or before is not None and before.lower_ in _BEFORE_YEARS:
        return True
    counts = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
    if after is not None and after.tag_ == "NN" and before is not None and before.lower_ == "by":
        return True  # "by 2030 trade will double": a singular is not counted
    if before is not None and before.lower_ in _BEFORE_YEARS_OR_AMOUNTS and not counts:
        return True
    return token.ent_type_ not in _AMOUNTS and not (
        after is not None and after.tag_ == "NNS" and token.dep_ == "nummod"
    )
