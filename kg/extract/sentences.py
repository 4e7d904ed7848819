"""Where sentences begin, by rule: the component `kg_sentences`, to be run before the parser, which keeps to it.

Parsers split news badly where quotations, brackets and attributions meet ("…?” asked the minister."). Here a sentence
ends at a line break (unless the text is wrapped there), and at . ! or ? with the quotation marks and brackets that
close behind it, where the next begins with a capital, a digit, or an opening mark. Abbreviations and initials do not
end it. A dateline stands by itself.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from kg.extract.doc import text_of

__all__ = ["Sentences", "sentence_starts", "unwrapped"]

_CLOSING = "\"”’'»)\\]"
_OPENING = "\"“‘'«(\\["
# Each alternative begins where a run of its characters does: else a long one would be searched from each of them.
_END = re.compile(
    rf"(?=[\s….!?])(?:(?P<break>(?<![^\S\n])[^\S\n]*\n\s*)"
    rf"|(?P<mark>…|(?<![.!?])[.!?]+)(?P<close>[{_CLOSING}]*)(?P<gap>[^\S\n]+)(?=[{_OPENING}]*[^\W_a-z]))"
)
# "OSLO, Norway (Agency) – ": where a report comes from, before its first sentence
_DATELINE = re.compile(
    r"^[^\W\d_a-z]{3,}(?:[ .'/-][^\W\d_a-z]+)*(?:, ?[^\n.!?:()–—-]{1,30})?(?: ?\([^()\n]{1,40}\))?"
    r" ?(?:—|–| -{1,2}) ?(?=[“\"‘]|[^\W_a-z])",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"^[^\n]++(?:\n[^\n]++)+", re.MULTILINE)  # of several lines
_LONGEST = 500  # tokens in a sentence
_WIDEST = 120  # characters in a line of wrapped text
_NUMBER = re.compile(r"(?:^|\n)[^\S\n]*\d{1,2}$")  # what begins an item of a numbered list
_WORD_BEFORE = re.compile(r"[^\s\"“‘«(\[]*$")
_TITLE = re.compile(
    r"(?i)^(?:mr|mrs|ms|messrs|dr|prof|gen|lt|col|maj|capt|cmdr|adm|sgt|sen|rep|gov|hon|rev|st|ste|amb|pres|supt|vs|nos?"
    r"|art|fig|vol|pp?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|bln|mln|approx|ca|cf|e\.g|i\.e|viz)$"
)
_MAY_END = re.compile(r"(?i)^(?:jr|sr|inc|ltd|corp|co|bros|plc|etc|al|a\.m|p\.m|est|bn|m|ph\.d|b\.a|m\.a|d\.c)$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|^[A-Z]$")
_STARTER = re.compile(
    rf"[{_OPENING}]*(?:The|This|That|These|Those|It|Its|He|His|She|Her|They|Their|We|Our|You|I|But|And|Or|In|On|At|For|To"
    r"|From|By|With|As|If|When|While|After|Before|Since|Although|Though|However|Meanwhile|Also|According|There|What|Who|A"
    r"|An)\b"
)
_ASKED = re.compile(
    r"(?:[A-Z][\w.’'-]*|the|a|an|of|president|minister|prime|foreign)(?: (?:[A-Z][\w.’'-]*|the|of|president|minister"
    r"|prime|foreign|spokesman|spokeswoman|spokesperson)){0,5} (?:said|says|asked|asks|told|tells|added|adds|wrote"
    r"|writes)\b"
)


def sentence_starts(text: str) -> Iterator[int]:
    """The offsets (characters) at which the sentences of `text` begin, in order."""
    yield from sorted({0, *_sentences(text), *(line.end() for line in _DATELINE.finditer(text))})


def _sentences(text: str) -> Iterator[int]:
    text = unwrapped(text)
    for end in _END.finditer(text):
        if end.end() < len(text) and (_breaks(text, end) if end["break"] else _ends(text, end)):
            yield end.end()


def _breaks(text: str, end: re.Match[str]) -> bool:
    """A line break ends a sentence, unless a clause runs on behind it."""
    before, after = text[max(0, end.start() - 1) : end.start()], text[end.end()]
    unfinished = before.isalnum() or before in ",;-–—&"
    return not (unfinished and after.islower() and end["break"].count("\n") == 1)


def unwrapped(text: str) -> str:
    """The text with blanks for the line feeds at which paragraphs are wrapped: no line has room for the next word."""
    return _PARAGRAPH.sub(lambda m: m[0].replace("\n", " ") if _is_wrapped(m[0].split("\n")) else m[0], text)


def _is_wrapped(lines: list[str]) -> bool:
    width = max(map(len, lines))
    full = (len(line) + 1 + len(after.split(" ")[0]) > width for line, after in pairwise(lines))
    return len(lines) > 2 and width <= _WIDEST and all(full)


def _ends(text: str, end: re.Match[str]) -> bool:
    mark, closed = end["mark"], bool(end["close"])
    following = text[end.end() : end.end() + 120]
    if mark in ("…", "...") or len(mark) > 2:
        return closed
    if mark != ".":
        return not (closed and _ASKED.match(following))
    if closed:
        return True
    word = _WORD_BEFORE.search(text, max(0, end.start() - 30), end.start())
    before = word[0] if word else ""
    if _TITLE.match(before) or (before.isdigit() and _NUMBER.search(text, max(0, end.start() - 6), end.start())):
        return False
    if _MAY_END.match(before) or _ACRONYM.search(before):
        return bool(_STARTER.match(following))
    return True


def _limit(values: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> None:
    """Break what is longer than any sentence: much of what is done with one grows with the square of its length."""
    starts = np.flatnonzero(np.append(values == 1, True))
    for start, end in pairwise(starts):
        values[start + _LONGEST : end : _LONGEST] = 1


@Language.factory("kg_sentences")
def make_sentences(nlp: Language, name: str) -> "Sentences":
    """Make the component; it has no settings."""
    return Sentences()


class Sentences:
    """Says of every token whether a sentence begins with it."""

    def __call__(self, doc: Doc) -> Doc:
        offsets = doc.to_array("IDX").astype("int64")
        values = np.full(len(doc), -1, dtype="int64")
        starts = np.fromiter(sentence_starts(text_of(doc)), dtype="int64")
        first = np.searchsorted(offsets, starts)
        values[first[first < len(doc)]] = 1
        _limit(values)
        column = cast(Ints2d, values.astype("uint64").reshape(-1, 1))
        return doc.from_array([SENT_START], column) if len(doc) else doc
