"""Expressions of time: the component `kg_dates`, which sets `doc._.dates`.

What is relative counts from the article's day, or from the date told last ("two days later"). Without an article's day
it stays unresolved, with a warning; partial dates stay partial.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from spacy.attrs import IDX
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.calendar import interval, period
from kg.extract.doc import register, text_of
from kg.extract.modalwords import modality_words
from kg.extract.timecontext import direction, is_meant
from kg.extract.timerules import RULES
from kg.extract.timespans import opening
from kg.extract.timewords import TimeWords
from kg.extract.timex import Anchors, find
from kg.extract.timing import Time, date_of, keep_times, period_of
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Passage, TimeExpression

__all__ = ["Dates", "date_of", "period_of"]

_UNDATED = "no date given: relative dates such as 'last week' stay unresolved; give --date YYYY-MM-DD"
_THEN = re.compile(r"at (?:the|that) time\b", re.IGNORECASE)


@Language.factory("kg_dates", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_dates(nlp: Language, name: str, lexicon: list[str], base: str) -> "Dates":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Dates(load_lexicon(*map(Path, lexicon)))


class Dates:
    """Sets `doc._.dates`, and keeps what `date_of` and `period_of` need."""

    def __init__(self, lexicon: Lexicon) -> None:
        register()
        self._lexicon = lexicon
        self._words = TimeWords(lexicon)
        self._cues = modality_words(lexicon.modality_cues)
        self._scheduled = lexicon.listed("time-scheduled")

    def __call__(self, doc: Doc) -> Doc:
        found = list(self._expressions(doc))
        doc._.dates = tuple(expression for expression, _ in found)
        keep_times(doc, list(_times(doc, found)))
        if doc._.article.date is None and any(d.value is None for d in doc._.dates):
            doc._.warnings.append(_UNDATED)
        return doc

    def _expressions(self, doc: Doc) -> Iterator[tuple[TimeExpression, str | None]]:
        """Each expression with the stretch of the calendar that it tells, None where it is vague."""
        day = doc._.article.date
        today = date.fromisoformat(day) if day else None
        tokens = dict(zip(doc.to_array(IDX).tolist(), doc, strict=True))
        told: str | None = None
        words = list(self._words.read(text_of(doc)))
        for found in find(words, RULES, lambda f: is_meant(f, tokens, self._lexicon)):
            value = found.value(Anchors(today, told, lambda f=found: direction(f, tokens, self._cues, self._scheduled)))  # type: ignore[misc]
            if value is None and today:
                continue
            kind = found.type(value)
            dated = value if kind in ("DATE", "TIME") else None
            if dated and interval(dated) and found.kind("side") not in ("g", "e"):  # a comparison moves nothing on
                told = dated
            stretch = period(dated, day) if dated else opening(found, today)
            yield TimeExpression(Passage(found.start, found.end), value, kind), stretch


def _times(doc: Doc, found: Iterable[tuple[TimeExpression, str | None]]) -> Iterator[Time]:
    """The expressions as `kg.extract.timing` needs them; the two ends of a range both tell the whole of it."""
    text = text_of(doc)
    kept: list[tuple[Passage, str | None]] = []
    for expression, stretch in found:
        here = expression.passage
        if _THEN.match(text, here.start):
            stretch = next((told for _, told in reversed(kept) if told), None)
        before, start = kept[-1] if kept else (here, None)
        if start and stretch and _is_range(text, before, here):
            stretch = f"{start.split('/')[0]}/{stretch.split('/')[-1]}"
            kept[-1] = (before, stretch)
        kept.append((here, stretch))
    starts = doc.to_array(IDX).tolist()
    for here, stretch in kept:
        span = doc[bisect_right(starts, here.start) - 1 : bisect_left(starts, here.end)]
        yield Time(span.start, span.end, span.root.i, stretch)


def _is_range(text: str, first: Passage, second: Passage) -> bool:
    """Whether two expressions are the ends of one stretch: "May 3 to 5", "between May and July"."""
    between = text[first.end : second.start].strip().lower()
    if between == "and":
        return text[: first.start].rstrip().lower().endswith("between")
    return between in ("-", "–", "—", "to", "through", "until", "till", "to the")
