"""Numbers as news writes them: "4.2 trillion", "1,400", "16,1 bln.", "half a million", "twenty-five", "two thirds".

The numerals of English are a closed class, so they stand here and not in the ontology.
"""

import re
from decimal import Decimal
from fractions import Fraction

__all__ = ["BEGINNING", "FRACTION", "NUMBER", "SCALES", "fraction", "number"]

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: n for n, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {
    **dict.fromkeys(("dozen",), 12), **dict.fromkeys(("hundred",), 10**2), **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("lakh",), 10**5), **dict.fromkeys(("million", "millions", "mln", "mn", "m"), 10**6),
    **dict.fromkeys(("crore",), 10**7), **dict.fromkeys(("billion", "billions", "bln", "bn", "b"), 10**9),
    **dict.fromkeys(("trillion", "trillions", "trln", "tn"), 10**12),
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
"""The nouns of fractions, with their denominators."""
SCALES = frozenset(word for word, value in _SCALES.items() if value >= 10**6)
"""The words for a million and more, which stand before what is told in them: "two billion in aid"."""

# A comma before three digits groups them, before one or two it is a decimal comma ("16,1"), as points are in turn.
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?"
_UNITS = "|".join(sorted(_WORDS, key=len, reverse=True))
_LONG_SCALES = "|".join(s for s in sorted(_SCALES, key=len, reverse=True) if len(s) > 1)
_SCALE = rf"(?:[\s-]?(?:(?:mln|bln|trln)\.|(?:{_LONG_SCALES})\b)|[mbk]\b)"
_SPELT = rf"(?:{_UNITS})(?:\b|(?=fold\b))(?:(?:[\s-]|\sand\s)(?:{_UNITS}|hundred)\b)*"

_AN = r"\ban?(?=\s(?:dozen|hundred|thousand|million|billion|trillion)\b)"
NUMBER = rf"(?:half\sa{_SCALE}|(?:(?:{_DIGITS})|{_SPELT}|{_AN})(?:\sand\sa\shalf)?{_SCALE}*)"
"""A regular expression (to be used without regard to case) for a cardinal number with its scale, in one piece."""

_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_SHARE = rf"(?:(?:an?|one|two|three|four|five|seven|nine)[\s-](?:{_PART})s?\b|\bhalf\b)"
FRACTION = rf"(?:{_SHARE}(?=\s(?:of|the|its|their|all)\b)|(?<=\bby ){_SHARE})"
"""A regular expression for a share of something: "two thirds of", "half its", "fell by a third"."""


BEGINNING = rf"\d|half\b|an?\b|(?:{_UNITS})(?:\b|fold\b)"
"""A regular expression for what every number and share begins with, to be looked for first: it costs less."""


def number(text: str) -> Decimal | None:
    """The value of a cardinal number in digits or words, with or without a scale ("2.3m"); None where it is none."""
    total, group, seen = Decimal(0), Decimal(0), ""
    for word in re.findall(r"\d[\d.,\u00a0\u202f]*\d|\d|[^\W\d]+", text.lower()):
        scale = _SCALES.get(word)
        if scale is not None:
            group = group or Decimal(1 if seen in ("", "a", "an") else 0)
            if scale < 1000:
                group *= scale
            elif group:
                total, group = total + group * scale, Decimal(0)
            else:
                total *= scale  # "100 thousand million"
        elif word == "half":
            group += Decimal("0.5")
        elif word[0].isdigit():
            group += _digits(word)
        elif word in _WORDS:
            group += _WORDS[word]
        elif word not in ("and", "a", "an"):
            return None
        seen = word
    return _plain(total + group) if seen not in ("", "and", "a", "an") else None


def fraction(text: str) -> Decimal | None:
    """A share in words, in per cent to one decimal ("two thirds": 66.7); None where it is none."""
    words = re.findall(r"\w+", text.lower())
    if not words or len(words) > 2:
        return None
    part = PARTS.get(words[-1]) or PARTS.get(words[-1].removesuffix("s"))
    count = _WORDS.get(words[0], 1)
    if part is None or count >= part:
        return None
    share = Fraction(count, part) * 100
    return _plain((Decimal(share.numerator) / share.denominator).quantize(Decimal("0.1")))


def _digits(text: str) -> Decimal:
    bare = re.sub("[\u00a0\u202f]", "", text)
    if re.fullmatch(r"\d+,\d{1,2}", bare):
        return Decimal(bare.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", bare):
        return Decimal(bare.replace(".", ""))
    return Decimal(bare.replace(",", ""))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent and without zeros behind the decimal point."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()
