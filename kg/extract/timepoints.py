"""The values of dates and times: what the rules of `kg.extract.timerules` found, against what they count from.

Each function gives a TIMEX3 value, or None where nothing is known that the expression counts from.
"""

import re
from datetime import date

from kg.extract.calendar import at_unit, nearest_day, nearest_month, on_weekday, shifted, valid_day
from kg.extract.timex import Anchors, Found

__all__ = [
    "STEPS", "century", "clock", "day", "day_of_range", "decade", "figures", "month", "near", "part_of_told", "quarter",
    "reference", "season", "stretch", "the_quarter", "weekday", "weekday_in_week", "weekday_of_range", "weekend",
    "year",
]  # fmt: skip

STEPS = {"L": -1, "B": -1, "T": 0, "J": 0, "X": 1, "C": 1, "F": 1, "r": -1, "": 0}
"""What "last", "this", "next" and their like add, by the kind of word."""
_NARRATIVE = "BJF"  # "previous", "that", "following" count from the date told last, not from the article's
_SEASONS = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}


def figures(f: Found, a: Anchors) -> str | None:
    """2024-05-16, 16/05/2024, 2024-05-16T10:00."""
    told, _, time = f.code("iso").partition("T")
    if len(told) == 4:
        return told
    found = valid_day(*map(int, told.split("-")))
    return f"{found}T{time}" if found and time else found


def day(f: Found, a: Anchors) -> str | None:
    """May 16, 16 May 2024; without a year the nearest, where the clause looks."""
    number, in_month, in_year = (int(f.number(group) or 0) for group in ("day", "month", "year"))
    if in_year:
        return valid_day(in_year, in_month, number)
    return nearest_day(a.today, in_month, number, a.direction()) if a.today else None


def day_of_range(f: Found, a: Anchors) -> str | None:
    """The second day of "May 16-17"."""
    if a.told is None or len(a.told) != 10:
        return None
    return valid_day(int(f.number("year") or a.told[:4]), int(a.told[5:7]), int(f.number("day") or 0))


def year(f: Found, a: Anchors) -> str | None:
    """2024, or the second year of "2024-25"."""
    short = f.number("short")
    if short is not None:
        return f"{(a.told or '20')[:2]}{int(short):02}"
    return f"{int(f.number('year') or 0):04}"


def decade(f: Found, a: Anchors) -> str | None:
    """The 1990s."""
    return f.code("decade")


def century(f: Found, a: Anchors) -> str | None:
    """The 21st century, whose years begin with 20."""
    return f"{int(f.number('nth') or 1) - 1:02}"


def month(f: Found, a: Anchors) -> str | None:
    """May 2024, last May, May last year; May alone is the nearest, where the clause looks."""
    number, in_year, which = int(f.number("month") or 0), f.number("year"), f.kind("which")
    if in_year:
        return f"{int(in_year):04}-{number:02}"
    if a.today is None:
        return None
    if f.kind("unit") or which == "T":
        return f"{a.today.year + STEPS[which]:04}-{number:02}"
    step = STEPS[which]
    start = shifted(a.today, step, "M")  # last May is not this month
    if not which or start is None:
        return nearest_month(a.today, number, a.direction())
    return nearest_month(date.fromisoformat(f"{start}-01"), number, step)


def weekday(f: Found, a: Anchors) -> str | None:
    """Monday is the last one, or the next where the clause tells of what is to come."""
    which, number = f.kind("which"), int(f.number("weekday") or 1)
    start = a.told_day if which == "F" else a.today
    if start is None:
        return None
    this = which in ("", "T")
    found = on_weekday(start, number, a.direction() or -1 if this else STEPS[which], strict=not this)
    return found + _part(f) if found else None


def weekday_of_range(f: Found, a: Anchors) -> str | None:
    """The second day of "Monday to Wednesday"."""
    start = a.told_day if a.told and len(a.told) == 10 else a.today
    return on_weekday(start, int(f.number("weekday") or 1), 1) if start else None


def weekday_in_week(f: Found, a: Anchors) -> str | None:
    """Monday last week."""
    if a.today is None:
        return None
    away = int(f.number("weekday") or 1) - a.today.isoweekday()
    return shifted(a.today, 7 * STEPS[f.kind("which")] + away, "D")


def near(f: Found, a: Anchors) -> str | None:
    """Today, tomorrow night, this morning, last night."""
    if a.today is None:
        return None
    days, _, part = f.code("away").partition(" ")
    found = shifted(a.today, int(days) if days else STEPS[f.kind("which")], "D")
    return found + (f"T{part}" if part else _part(f)) if found else None


def part_of_told(f: Found, a: Anchors) -> str | None:
    """That night, the following morning, in the evening."""
    found = _told_or_today(a)
    if found and f.kind("which") == "F":
        found = shifted(date.fromisoformat(found), 1, "D")
    return f"{found}{_part(f)}" if found else None


def clock(f: Found, a: Anchors) -> str | None:
    """10:30, 4 p.m., 4 in the morning; on the day told last, if no other is told."""
    hour, _, minute = f.code("clock").partition(":")
    hours, minutes = int(float(hour)) % 100, int(minute or 0)
    if f.word("half") or f.word("part"):
        late = f.code("half").startswith("p") or f.code("part") in ("AF", "EV")
        hours = hours % 12 + 12 * late
    if hours > 24 or minutes > 59:
        return None
    on = weekday(f, a) if f.word("weekday") else near(f, a) if f.word("away") else _told_or_today(a)
    return f"{on[:10]}T{hours:02}:{minutes:02}" if on else None


def _part(f: Found) -> str:
    return f"T{f.code('part')}" if f.word("part") else ""


def _told_or_today(a: Anchors) -> str | None:
    if a.told and re.match(r"\d{4}-\d\d-\d\d", a.told):
        return a.told[:10]
    return a.today.isoformat() if a.today else None


def stretch(f: Found, a: Anchors) -> str | None:
    """Last week, this year, next quarter, the following day, that month, later in the year."""
    which, unit = f.kind("which") or "T", f.code("unit") if f.kind("unit") in "UG" else f.kind("unit")
    start = a.told_day if which in _NARRATIVE or unit == "D" else a.today
    vague = which == "T" and unit == "D" or which == "J" and unit == "D" and a.told and len(a.told) < 10
    if start is None or vague:
        return None
    if unit == "E":
        return _weekend_of(start, STEPS[which])
    return shifted(start, STEPS[which], unit)


def weekend(f: Found, a: Anchors) -> str | None:
    """The weekend: the last one, or the next where the clause tells of what is to come."""
    if a.today is None:
        return None
    return _weekend_of(a.today, -1 if a.direction() <= 0 and a.today.isoweekday() < 6 else 0)


def _weekend_of(start: date, step: int) -> str | None:
    week = shifted(start, step, "W")
    return f"{week}-WE" if week else None


def season(f: Found, a: Anchors) -> str | None:
    """Summer 2024, last fall, in the spring."""
    name, which, in_year = f.code("season"), f.kind("which"), f.number("year")
    if in_year:
        return f"{int(in_year):04}-{name}"
    if a.today is None:
        return None
    if which == "T":
        return f"{a.today.year:04}-{name}"
    begins = nearest_month(a.today, _SEASONS[name], STEPS[which] or a.direction() or -1)
    not_over = which == "L" and begins > (shifted(a.today, -3, "M") or "")
    return f"{int(begins[:4]) - not_over:04}-{name}"


def quarter(f: Found, a: Anchors) -> str | None:
    """The third quarter, the first half of 2024, Q1: without a year, the last that has begun."""
    code = f.code("code") or f"{f.kind('half')}{int(f.number('nth') or 1)}"
    in_year, which = f.number("year"), f.kind("which")
    if not re.fullmatch("Q[1-4]|H[12]", code) or not in_year and a.today is None:
        return None
    if in_year or a.today is None:
        return f"{int(in_year or 0):04}-{code}"
    back = not which and code > at_unit(a.today, code[0])[5:] and a.direction() <= 0
    return f"{a.today.year + STEPS[which] - back:04}-{code}"


def the_quarter(f: Found, a: Anchors) -> str | None:
    """The quarter told last; the latest quarter is the last that is over."""
    if a.told and "-Q" in a.told and not f.word("which"):
        return a.told
    return shifted(a.today, -1, "Q") if a.today else None


def reference(f: Found, a: Anchors) -> str | None:
    """Now, recently, soon."""
    return f.code("reference")
