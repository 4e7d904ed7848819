"""The words and signs of a text that expressions of time are made of, each with its kind and what it stands for.

A kind is one letter, so that a rule of `kg.extract.timex` can be a regular expression over the kinds of a text's words:

    I ISO day    c clock time   x a.m., p.m.   z time zone   Y year        D decade         N number     O ordinal
    M month      W weekday      U unit         G units       S season      P part of day    E weekend
    Q quarter    H half         j Q1, H2       h once, twice
    R today …    L last         K past         B previous    X next        C coming         F following  T this
    J same       t the          a a            g ago         e earlier     l later          n from now
    m early …    A end, start   q about …      s several     r recent      d fiscal, whole  v every      V daily …
    i in         f for          b by …         u and         k to          y old            Z now, soon …  p 's
    w before     o of           ; full stop …
    - hyphen     | paragraph    . any other word or sign; other punctuation stands for itself

Offsets count characters.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import Lexicon

__all__ = ["TimeWord", "TimeWords"]


class TimeWord(NamedTuple):
    """A word or sign: `value` is a number, a unit's or season's code, or the word itself in lower case."""

    kind: str
    value: int | float | str
    start: int
    end: int


_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_UNITS = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "FN", "month": "M", "year": "Y",
          "decade": "DE", "century": "CE"}  # fmt: skip
# Words whose value is themselves; "|" stands for the blank within a phrase.
_KINDS = {
    "L": "last", "K": "past", "B": "previous preceding prior", "X": "next", "C": "coming upcoming",
    "F": "following ensuing subsequent", "T": "this current", "J": "that same", "t": "the", "a": "a an", "g": "ago",
    "e": "earlier", "l": "later afterwards afterward", "w": "before after", "n": "from|now", "o": "of",
    "r": "recent latest",
    "m": "early mid late beginning|of end|of start|of middle|of", "A": "beginning end start middle",
    "s": "several few many some couple|of number|of",
    "q": "nearly almost around approximately roughly at|most more|than less|than under up|to just|over just|under"
         " some fewer|than no|more|than as|many|as",
    "d": "fiscal calendar financial whole entire full consecutive straight more additional another long extra",
    "v": "every each per", "h": "once twice times", "i": "in", "f": "for during throughout within over",
    "b": "by on since from between circa", "k": "to through until till", "u": "and", "y": "old",
    "x": "a.m. p.m. am pm a.m p.m", "z": "gmt utc est edt pst pdt cet cest bst ist local|time", "E": "weekend",
    "Q": "quarter", "H": "half",
}  # fmt: skip
_VALUED: dict[str, dict[str, int | float | str]] = {
    "M": {**{m: n for n, m in enumerate(_MONTHS, 1)}, **{m[:3]: n for n, m in enumerate(_MONTHS, 1)},
          **{m[:3] + ".": n for n, m in enumerate(_MONTHS, 1) if m != "may"}, "sept": 9, "sept.": 9},
    "W": {**{d: n for n, d in enumerate(_DAYS, 1)}, **{d[:3] + ".": n for n, d in enumerate(_DAYS, 1)},
          **{d[:3]: n for n, d in enumerate(_DAYS, 1)}, "tues": 2, "tues.": 2, "thurs": 4, "thurs.": 4},
    "U": {**_UNITS},
    "G": {**{f"{u}s": c for u, c in _UNITS.items() if u != "century"}, "centuries": "CE"},
    "j": {f"{k}{n}": f"{k.upper()}{n}" for k, many in (("q", 4), ("h", 2)) for n in range(1, many + 1)},
    "S": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "P": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI"},
    "R": {"today": "0", "yesterday": "-1", "tomorrow": "1", "tonight": "0 NI", "day before yesterday": "-2",
          "day after tomorrow": "2"},
    "N": {**{w: n for n, w in enumerate(_SMALL, 1)}, **{w: 10 * n for n, w in enumerate(_TENS, 2)},
          **{f"{t}-{w}": 10 * n + m for n, t in enumerate(_TENS, 2) for m, w in enumerate(_SMALL[:9], 1)},
          "dozen": 12, "hundred": 100},
    "O": {w: n for n, w in enumerate(_ORDINALS, 1)},
    "V": {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y",
          "annually": "P1Y", "biennial": "P2Y"},
    "D": {f"{t[:-1]}ies": f"19{n}" for n, t in enumerate(_TENS, 2)},
}  # fmt: skip
_CAPITAL = {"M", "W"}  # kinds of which only capitalised words are
_LEXEMES = re.compile(
    r"""(?P<fiscal>\bFY[ ’']?(?:20)?\d\d\b)
      | (?P<word>[QHqh][1-4]\b|[^\W\d_]+)
      | (?P<gap>(?<!\s)\s*\n\s*\n\s*)
      | (?P<number>(?<![\w.,])(?:
            (?P<I>\d{4}-\d\d-\d\d(?![\d-])(?:T\d\d:\d\d(?::\d\d)?Z?)?)
          | (?P<figures>\d{1,2}(?P<dot>[./])\d{1,2}(?P=dot)(?:19|20)\d\d\b)
          | (?P<c>\d{1,2}:\d\d(?!\d))
          | [’']?(?P<D>(?:1\d|20)?\d0s\b)
          | (?P<O>\d{1,2}(?=st|nd|rd|th))(?:st|nd|rd|th)\b
          | (?P<N>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+[ ]\d/[1-9]\b|\d+)))
      | (?P<possessive>[’']s\b)
      | (?P<sign>\d+|\S)""",
    re.VERBOSE,
)
_SIGNS = {**dict.fromkeys("-–—‑", "-"), **dict.fromkeys(".;:!?", ";"), "&": "u", **{sign: sign for sign in ",()$€£%/"}}


class TimeWords:
    """Cuts a text into words and signs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: dict[str, tuple[str, int | float | str]] = {}
        for kind, words in _KINDS.items():
            self._words.update((w, (kind, w)) for w in (word.replace("|", " ") for word in words.split()))
        for kind, values in _VALUED.items():
            self._words.update((w, (kind, value)) for w, value in values.items())
        for name in ("present", "past", "future"):
            listed = lexicon.listed(f"time-{name}")
            self._words.update((w, ("Z", f"{name.upper()}_REF")) for w in sorted(listed))
        self._phrases: dict[str, re.Pattern[str]] = {}  # by their first word
        known = [w for w in self._words if not w.isalpha()]
        firsts = {re.match(r"[^\W\d_]*", w)[0] for w in known}  # type: ignore[index]
        for first in firsts - {""}:
            longest_first = sorted(
                (w for w in known if re.match(rf"{first}(?![^\W\d_])", w)), key=lambda w: (-len(w), w)
            )
            choices = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first)
            self._phrases[first] = re.compile(rf"(?:{choices})(?!\w)", re.IGNORECASE)
        self._known = frozenset({*self._words, *self._phrases})

    def read(self, text: str) -> Iterator[TimeWord]:
        """The words and signs of `text` in order; white space between them is left out."""
        end = 0
        for found in _LEXEMES.finditer(text):
            start = found.start()
            if start < end:
                continue  # within a phrase
            if found.lastgroup != "word":
                word = _sign(found)
            elif (key := found[0].lower()) in self._known:
                word = self._word(found, text)
            else:
                word = TimeWord(".", key, start, found.end())
            end = word.end
            yield word

    def _word(self, found: re.Match[str], text: str) -> TimeWord:
        start, end = found.span()
        key = found[0].lower()
        phrase = self._phrases[key].match(text, start) if key in self._phrases else None
        if phrase:
            key, end = " ".join(phrase[0].lower().split()), phrase.end()
        kind, value = self._words.get(key, (".", key))
        if kind in _CAPITAL and not found[0][0].isupper():
            kind, value = ".", key
        return TimeWord(kind, value, start, end)


def _sign(found: re.Match[str]) -> TimeWord:
    """A mark of punctuation, a break between paragraphs, or a number."""
    if found["number"]:
        return _number(found)
    if found["fiscal"]:
        return TimeWord("Y", 2000 + int(found["fiscal"][-2:]), *found.span())
    kind = "|" if found["gap"] else "p" if found["possessive"] else _SIGNS.get(found[0], ".")
    return TimeWord(kind, found[0], *found.span())


def _number(found: re.Match[str]) -> TimeWord:
    """A date or number in figures."""
    start, end = found.span()
    if found["I"]:
        return TimeWord("I", found["I"][:16], start, end)
    if found["figures"]:
        return TimeWord("I", _iso(*map(int, found["figures"].split(found["dot"]))), start, end)
    if found["c"]:
        return TimeWord("c", found["c"], start, end)
    if found["D"]:
        return TimeWord("D", found["D"][:3] if len(found["D"]) > 3 else f"19{found['D'][0]}", start, end)
    if found["O"]:
        return TimeWord("O", int(found["O"]), start, end)
    digits = found["N"]
    if " " in digits:
        whole, part = digits.split(" ")
        return TimeWord("N", int(whole[:9]) + int(part[0]) / int(part[2]), start, end)
    if digits.isdigit():
        year = len(digits) == 4 and 1400 <= int(digits) < 2200
        return TimeWord("Y" if year else "N", int(digits[:9]), start, end)
    return TimeWord("N", min(float(digits.replace(",", "")), 1e9), start, end)


def _iso(first: int, second: int, year: int) -> str:
    """A day in figures as ISO 8601; its year alone where day and month may be either."""
    if first == second or first > 12 or second > 12:
        day, month = (second, first) if second > 12 else (first, second)
        return f"{year}-{month:02}-{day:02}"
    return f"{year}"
