"""Expressions of time: the component `kg_dates`, which sets `doc._.dates`."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract.calendar import interval, period
from kg.extract.doc import register
from kg.extract.grammar import children
from kg.extract.modality import ModalityWords, modality, modality_words
from kg.extract.timerules import RULES
from kg.extract.timewords import TimeWords
from kg.extract.timing import Time, date_of, keep_times, period_of
from kg.extract.timex import Anchors, Found, find
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Passage, TimeExpression

__all__ = ["Dates", "date_of", "period_of"]

_UNDATED = "no date given: relative dates such as 'last week' stay unresolved; give --date YYYY-MM-DD"

_THEN = re.compile(r"at (?:the|that) time\b", re.IGNORECASE)
_TOWARDS = {"to", "until", "till", "by", "through", "for", "as", "before"}
_BEFORE_NAMES = {"in", "since", "until", "till", "by", "from", "of", "through", "during", "between", "and", "to", "for",
                 "on", "before", "after", "'s", "’s", "the", "this", "-", "–"}  # fmt: skip
_BEFORE_YEARS = {"in", "since", "during", "until", "till", "early", "mid", "late"}
_AMOUNTS = {"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "PRODUCT"}


@Language.factory("kg_dates", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_dates(nlp: Language, name: str, lexicon: list[str], base: str) -> "Dates":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Dates(load_lexicon(*map(Path, lexicon)))


class Dates:
    """Sets `doc._.dates`; warns once where relative dates have nothing to count from."""

    def __init__(self, lexicon: Lexicon) -> None:
        register()
        self._words = TimeWords(lexicon)
        self._modality = modality_words(lexicon.modality_cues)
        self._honorifics = lexicon.words.get("honorific", frozenset())
        self._plans = lexicon.words.get("time-plan", frozenset())

    def __call__(self, doc: Doc) -> Doc:
        doc._.dates = tuple(self._expressions(doc))
        keep_times(doc, list(_times(doc)))
        if doc._.article.date is None and any(d.value is None for d in doc._.dates):
            doc._.warnings.append(_UNDATED)
        return doc

    def _expressions(self, doc: Doc) -> Iterator[TimeExpression]:
        day = doc._.article.date
        today = date.fromisoformat(day) if day else None
        tokens = {token.idx: token for token in doc}
        told: str | None = None
        words = list(self._words.read(doc.text))
        for found in find(words, RULES, lambda f: self._is_meant(f, tokens)):
            value = found.value(Anchors(today, told, lambda f=found: self._direction(f, tokens)))
            kind = found.rule.type
            if kind == "DATE" and value and "T" in value:
                kind = "TIME" if value[:1].isdigit() else kind
            elif kind == "DURATION" and value and value[:1].isdigit():
                kind = "DATE"
            if value and kind in ("DATE", "TIME") and interval(value) and found.kind("side") not in ("g", "e"):
                told = value
            yield TimeExpression(Passage(found.start, found.end), value, kind)

    def _direction(self, found: Found, tokens: dict[int, Token]) -> int:
        token = tokens.get(found.start)
        if token is None or not token.doc.has_annotation("DEP"):
            return 0
        return _direction(token, found.end, self._modality)

    def _is_meant(self, found: Found, tokens: dict[int, Token]) -> bool:
        match found.rule.check:
            case "year":
                return _is_year(found, tokens, self._plans)
            case "name":
                return _is_name(found, tokens, self._honorifics)
            case "week" | "century":
                return found.code("unit") == ("W" if found.rule.check == "week" else "CE")
        return True


def _direction(token: Token, end: int, words: ModalityWords) -> int:
    """Where the clause around an expression (from `token` to the character `end`) looks: 1 ahead, -1 back, 0 unsure."""
    head = next((t for t in (token, *token.ancestors) if t.head.idx not in range(token.idx, end)), token)
    preposition = head.head if head.dep_ == "pobj" else None
    outer = preposition.head if preposition is not None else head.head
    governor = next((t for t in (outer, *outer.ancestors) if t.pos_ in ("NOUN", "PROPN", "VERB", "AUX")), None)
    while governor is not None and governor.dep_ == "appos":
        governor = governor.head
    if governor is None or governor == head:
        return 0
    if any(modality(t, words) in ("planned", "proposed") for t in (governor, *children(governor, "xcomp"))):
        return 1
    verb = next((t for t in (governor, *governor.ancestors) if t.pos_ in ("VERB", "AUX")), governor)
    done = verb.tag_ == "VBD" or any(t.tag_ == "VBD" for t in children(verb, "aux", "auxpass"))
    open_ended = preposition is not None and preposition.lower_ in _TOWARDS or head.dep_ in ("dobj", "nsubj", "attr")
    return -1 if done and not open_ended else 0


def _is_name(found: Found, tokens: dict[int, Token], honorifics: frozenset[str]) -> bool:
    """Whether a month or day of the week alone is meant, not a person ("May"), an order ("March") or the "Sun"."""
    word = found.word("month") or found.word("weekday")
    token = tokens.get(word.start) if word else None
    if word is None or token is None:
        return False
    text = token.doc.text[word.start : word.end].rstrip(".")
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
    kinds = [word.kind for word in found.words[max(0, at - 2) : at + 3]]
    return "Y-Y" in "".join(kinds) or "Y-N" in "".join(kinds)


def _is_year(found: Found, tokens: dict[int, Token], plans: frozenset[str]) -> bool:
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
    if before is not None and before.lower_ in _BEFORE_YEARS:
        return True
    return token.ent_type_ not in _AMOUNTS and not (
        after is not None and after.tag_ == "NNS" and token.dep_ == "nummod"
    )


def _times(doc: Doc) -> Iterator[Time]:
    """The expressions as `kg.extract.timing` needs them; the two ends of a range both tell the whole of it."""
    day = doc._.article.date
    last: TimeExpression | None = None
    kept: list[tuple[TimeExpression, str | None]] = []
    for found in doc._.dates:
        told = period(found.value, day) if found.value and found.type in ("DATE", "TIME") else None
        if _THEN.match(doc.text, found.passage.start):
            told = next((t for _, t in reversed(kept) if t), None)
        if last is not None and told and (start := kept[-1][1]) and _is_range(doc.text, last.passage, found.passage):
            told = f"{start.split('/')[0]}/{told.split('/')[-1]}"
            kept[-1] = (last, told)
        kept.append((found, told))
        last = found
    for found, told in kept:
        span = doc.char_span(found.passage.start, found.passage.end, alignment_mode="expand")
        if span is not None:
            yield Time(span.start, span.end, span.root.i, told)


def _is_range(text: str, first: Passage, second: Passage) -> bool:
    """Whether two expressions are the ends of one stretch: "May 3 to 5", "between May and July"."""
    between = text[first.end : second.start].strip().lower()
    if between == "and":
        return text[: first.start].rstrip().lower().endswith("between")
    return between in ("-", "–", "—", "to", "through", "until", "till", "to the")
