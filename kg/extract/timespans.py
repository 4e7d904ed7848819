"""The values of durations, of sets of times, and of times told by their distance ("two years ago").

Each function gives a TIMEX3 value, or None where nothing is known that the expression counts from.
"""

from datetime import date

from kg.extract.calendar import shifted
from kg.extract.timepoints import STEPS
from kg.extract.timex import Anchors, Found

__all__ = ["away", "duration", "every", "future", "opening", "past", "within"]

# What a value begins with, how many of its unit, and the letter of the unit.
_UNITS = {
    "TM": ("PT", 1, "M"), "TH": ("PT", 1, "H"), "D": ("P", 1, "D"), "W": ("P", 1, "W"), "FN": ("P", 2, "W"),
    "M": ("P", 1, "M"), "Q": ("P", 1, "Q"), "Y": ("P", 1, "Y"), "DE": ("P", 10, "Y"), "CE": ("P", 100, "Y"),
}  # fmt: skip
_HALVES = {"Y": "P6M", "TH": "PT30M", "DE": "P5Y", "CE": "P50Y"}
_SMALLER = {"Y": (12, "M"), "H": (60, "M"), "D": (24, "H")}
_COARSER = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100)}  # "a decade ago" means a year


def past(f: Found, a: Anchors) -> str | None:
    """In recent years, in the past."""
    return "PAST_REF"


def future(f: Found, a: Anchors) -> str | None:
    """In the coming years."""
    return "FUTURE_REF"


def away(f: Found, a: Anchors) -> str | None:
    """Two years ago, three days later; "a year earlier" beside a quarter is the same quarter of the year before."""
    side, unit = f.kind("side"), f.code("unit") or "Y"
    back = side in "ge" or f.code("side") == "before"
    count = _count(f)
    if count is None:
        return past(f, a) if back else future(f, a)
    if unit == "Y" and back and a.told and "-Q" in a.told and count == 1:
        return f"{int(a.told[:4]) - 1:04}{a.told[4:]}"
    ahead = back and a.today is not None and a.told_day is not None and a.told_day > a.today
    start = a.today if side in "gn" or ahead else a.told_day  # nothing is compared with what is to come
    unit, factor = _COARSER.get(unit, (unit, 1))
    return shifted(start, factor * (-count if back else count), unit) if start else None


def within(f: Found, a: Anchors) -> str | None:
    """ "In five years" of what is to come is a date, of what was done a duration."""
    count, unit = _count(f), f.code("unit")
    if a.direction() <= 0 or a.today is None or count is None or unit[0] == "T":
        return duration(f, a)
    unit, factor = _COARSER.get(unit, (unit, 1))
    return shifted(a.today, factor * count, unit)


def duration(f: Found, a: Anchors) -> str | None:
    """Three days, a decade, half a year, two and a half years, several months."""
    prefix, factor, letter = _UNITS[f.code("unit") or f.kind("unit")]
    if f.word("half"):
        return _HALVES.get(f.code("unit"), f"{prefix}0.5{letter}")
    count = _count(f)
    if count is None:
        return f"{prefix}X{letter}"
    if f.word("plus"):
        count += 0.5
    whole = int(count * factor)
    if count * factor == whole:
        return f"{prefix}{whole}{letter}"
    if letter in _SMALLER:
        many, smaller = _SMALLER[letter]
        rest = round((count * factor - whole) * many)
        return f"{prefix}{f'{whole}{letter}' if whole else ''}{rest}{smaller}"
    return f"{prefix}{count * factor:g}{letter}"


def _count(f: Found) -> float | None:
    """How many units: one where no number stands before a singular, None where it is vague."""
    if f.kind("count") == "a" or not f.word("count") and f.kind("unit") != "G":
        return 1.0
    return f.number("count")


def every(f: Found, a: Anchors) -> str | None:
    """Every two years, annually, every Monday, three times a week."""
    if f.word("weekday"):
        return f"XXXX-WXX-{f.code('weekday')}"
    if f.word("part"):
        return f"XXXX-XX-XXT{f.code('part')}"
    return f.code("every") or duration(f, a)


def opening(f: Found, today: date | None) -> str | None:
    """The months that "the first eight months of last year" are, as an ISO interval; None for anything else."""
    year, which, count = f.number("year"), f.kind("which"), f.number("count")
    if f.number("nth") != 1 or f.code("unit") != "M" or count is None or not 1 <= count <= 12:
        return None
    if not year and today is not None:
        year = today.year + STEPS[which] - (not which and count > today.month)
    return f"{int(year):04}-01/{int(year):04}-{int(count):02}" if year else None
