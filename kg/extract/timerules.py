"""The rules of `kg.extract.timex`: English expressions of dates, times, durations and sets of times."""

import re
from collections.abc import Callable
from datetime import date

from kg.extract.calendar import at_unit, nearest_day, nearest_month, on_weekday, shifted, valid_day
from kg.extract.timex import Anchors, Check, Found, Kind, Rule

__all__ = ["RULES", "opening"]

_STEPS = {"L": -1, "B": -1, "T": 0, "J": 0, "X": 1, "C": 1, "F": 1, "r": -1}
_NARRATIVE = "BJF"  # what counts from the date told last, not from the article's
_SEASON_MONTHS = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}
_DURATIONS = {"TM": ("PT", 1, "M"), "TH": ("PT", 1, "H"), "D": ("P", 1, "D"), "W": ("P", 1, "W"), "FN": ("P", 2, "W"),
              "M": ("P", 1, "M"), "Q": ("P", 1, "Q"), "Y": ("P", 1, "Y"), "DE": ("P", 10, "Y"), "CE": ("P", 100, "Y")}  # fmt: skip


def _iso(f: Found, a: Anchors) -> str | None:
    day, _, time = f.code("iso").partition("T")
    if len(day) == 4:
        return day
    found = valid_day(*map(int, day.split("-")))
    return f"{found}T{time}" if found and time else found


def _day(f: Found, a: Anchors) -> str | None:
    """A day of a month; without a year the nearest, where the clause looks."""
    day, month, year = (int(f.number(g) or 0) for g in ("day", "month", "year"))
    if not month:  # "May 16-17"
        told = a.told if a.told and len(a.told) == 10 else None
        return valid_day(year or int(told[:4]), int(told[5:7]), day) if told else None
    if year:
        return valid_day(year, month, day)
    return nearest_day(a.today, month, day, a.direction()) if a.today else None


def _year(f: Found, a: Anchors) -> str | None:
    short = f.number("short")
    return (
        f"{int(a.told[:2] if a.told else 20)}{int(short):02}"
        if short is not None
        else f"{int(f.number('year') or 0):04}"
    )


def _decade(f: Found, a: Anchors) -> str | None:
    return f.code("decade")


def _century(f: Found, a: Anchors) -> str | None:
    return f"{int(f.number('nth') or 1) - 1:02}"


def _month(f: Found, a: Anchors) -> str | None:
    month, year, which = int(f.number("month") or 0), f.number("year"), f.kind("which")
    if year:
        return f"{int(year):04}-{month:02}"
    if a.today is None:
        return None
    if f.kind("unit"):  # "May last year"
        return f"{a.today.year + _STEPS[which]:04}-{month:02}"
    if which == "T":
        return f"{a.today.year:04}-{month:02}"
    if which:
        step = _STEPS[which]
        near = shifted(a.today, step, "M")
        return nearest_month(date.fromisoformat(f"{near}-01"), month, step) if near else None
    return nearest_month(a.today, month, a.direction())


def _weekday(f: Found, a: Anchors) -> str | None:
    which, weekday = f.kind("which"), int(f.number("weekday") or 1)
    if f.word("unit"):  # "Monday last week"
        near = shifted(a.today, 7 * _STEPS[which], "D") if a.today else None
        return on_weekday(date.fromisoformat(on_weekday(date.fromisoformat(near), 1, -1)), weekday, 1) if near else None
    day = a.told_day if which == "F" else a.today
    if day is None:
        return None
    if which in ("", "T"):
        value = on_weekday(day, weekday, a.direction() or -1)
    else:
        value = on_weekday(day, weekday, _STEPS[which], strict=True)
    return value + _part(f)


def _part(f: Found) -> str:
    return f"T{f.code('part')}" if f.word("part") else ""


def _near(f: Found, a: Anchors) -> str | None:
    """Today, tomorrow night, this morning, last night."""
    if a.today is None:
        return None
    away = f.number("away") if f.word("away") else _STEPS[f.kind("which") or "T"]
    day = shifted(a.today, away or 0, "D")
    tonight = f.word("away") and f.match.end() - f.match.start() == 1 and f.words[f.match.start()].end - f.start == 7
    return f"{day}TNI" if day and tonight else f"{day}{_part(f)}" if day else None


def _clock(f: Found, a: Anchors) -> str | None:
    hour, _, minute = f.code("clock").partition(":")
    late = f.code("half").startswith("p") or f.code("part") in ("AF", "EV")
    hours, minutes = int(float(hour)) % 100, int(minute or 0)
    hours = hours % 12 + 12 * late if f.word("half") or f.word("part") else hours
    if hours > 24 or minutes > 59:
        return None
    day = _weekday(f, a) if f.word("weekday") else _near(f, a) if f.word("away") else _told_or_today(a)
    return f"{day[:10]}T{hours:02}:{minutes:02}" if day else None


def _told_part(f: Found, a: Anchors) -> str | None:
    """That night, the following morning, in the evening."""
    day = _told_or_today(a)
    if day and f.kind("which") == "F":
        day = shifted(date.fromisoformat(day), 1, "D")
    return f"{day}{_part(f)}" if day else None


def _told_or_today(a: Anchors) -> str | None:
    if a.told and re.match(r"\d{4}-\d\d-\d\d", a.told):
        return a.told[:10]
    return a.today.isoformat() if a.today else None


def _stretch(f: Found, a: Anchors) -> str | None:
    """Last week, this year, the following day, next quarter, that month."""
    which, unit = f.kind("which") or "T", f.code("unit") if f.kind("unit") in "UG" else f.kind("unit")
    day = a.told_day if which in _NARRATIVE or unit == "D" else a.today
    if day is None:
        return None
    if which == "T" and unit == "D":
        return None
    if which in "J" and a.told and unit == "D" and len(a.told) < 10:
        return None
    if unit == "E":
        value = shifted(day, _STEPS[which], "W")
        return f"{value}-WE" if value else None
    return shifted(day, _STEPS[which], unit)


def _weekend(f: Found, a: Anchors) -> str | None:
    if a.today is None:
        return None
    back = a.direction() <= 0 and a.today.isoweekday() < 6
    return f"{shifted(a.today, -1 if back else 0, 'W')}-WE"


def _season(f: Found, a: Anchors) -> str | None:
    season, which, year = f.code("season"), f.kind("which"), f.number("year")
    if year:
        return f"{int(year):04}-{season}"
    if a.today is None:
        return None
    if which == "T":
        return f"{a.today.year:04}-{season}"
    step = _STEPS[which] if which else a.direction() or -1
    start = date.fromisoformat(nearest_month(a.today, _SEASON_MONTHS[season], step) + "-01")
    over = shifted(a.today, -3, "M") or ""
    if which == "L" and at_unit(start, "M") > over:  # it is not over yet
        return f"{start.year - 1:04}-{season}"
    return f"{start.year:04}-{season}"


def _quarter(f: Found, a: Anchors) -> str | None:
    """The third quarter, the first half, Q1: of the year that is told, else the last that has begun."""
    code = f.code("code") or f"{f.kind('half')}{int(f.number('nth') or 1)}"
    if f.number("year"):
        return f"{int(f.number('year') or 0):04}-{code}"
    if a.today is None or code not in ("Q1", "Q2", "Q3", "Q4", "H1", "H2"):
        return None
    if f.word("which"):
        return f"{a.today.year + _STEPS[f.kind('which')]:04}-{code}"
    now = at_unit(a.today, code[0])[5:]
    back = code > now and a.direction() <= 0
    return f"{a.today.year - back:04}-{code}"


def _the_quarter(f: Found, a: Anchors) -> str | None:
    if a.told and "-Q" in a.told and not f.word("which"):
        return a.told
    return shifted(a.today, -1, "Q") if a.today else None


def _away(f: Found, a: Anchors) -> str | None:
    """Two years ago, three days later, a year earlier."""
    kind, unit = f.kind("side"), f.code("unit") or "Y"
    back = kind in "ge"
    count = 1.0 if f.kind("count") in ("a", "") else f.number("count")
    if count is None or f.kind("unit") == "G" and not f.word("count"):
        return "PAST_REF" if back else "FUTURE_REF"
    if unit == "Y" and back and a.told and "-Q" in a.told and count == 1:  # against the same quarter
        return f"{int(a.told[:4]) - 1:04}{a.told[4:]}"
    day = a.today if kind in "gn" else a.told_day
    if unit in ("FN", "DE", "CE"):  # "a decade ago" means a year, not a decade
        unit, count = {"FN": ("W", 2 * count), "DE": ("Y", 10 * count), "CE": ("Y", 100 * count)}[unit]
    return shifted(day, -count if back else count, unit) if day else None


def _in(f: Found, a: Anchors) -> str | None:
    """ "In five years" of what is to come is a date, of what was done a duration."""
    count = f.number("count")
    if a.direction() > 0 and a.today and count is not None and f.code("unit")[0] != "T":
        return shifted(a.today, count, f.code("unit"))
    return _duration(f, a)


def _duration(f: Found, a: Anchors) -> str | None:
    prefix, factor, letter = _DURATIONS[f.code("unit") or f.kind("unit")]
    count = 1.0 if f.kind("count") in ("a", "") and f.kind("unit") != "G" else f.number("count")
    if f.word("half"):
        return {"Y": "P6M", "TH": "PT30M", "DE": "P5Y", "CE": "P50Y"}.get(f.code("unit"), f"{prefix}0.5{letter}")
    if count is None:
        return f"{prefix}X{letter}"
    if f.word("plus"):
        count += 0.5
    whole = int(count) * factor
    if count != int(count) and factor == 1:
        smaller = {"Y": (12, "M"), "H": (60, "M"), "D": (24, "H")}.get(letter)
        if smaller:
            rest = round((count - int(count)) * smaller[0])
            return f"{prefix}{f'{whole}{letter}' if whole else ''}{rest}{smaller[1]}"
    return f"{prefix}{whole if count == int(count) or factor > 1 else count}{letter}"


def _set(f: Found, a: Anchors) -> str | None:
    if f.word("weekday"):
        return f"XXXX-WXX-{f.code('weekday')}"
    if f.word("part"):
        return f"XXXX-XX-XXT{f.code('part')}"
    return f.code("every") or _duration(f, a)


def _reference(f: Found, a: Anchors) -> str | None:
    return f.code("reference")


def _past(f: Found, a: Anchors) -> str | None:
    return "PAST_REF"


def _future(f: Found, a: Anchors) -> str | None:
    return "FUTURE_REF"


def opening(f: Found, today: date | None) -> str | None:
    """The months that "the first eight months of last year" are, as an ISO interval."""
    year, count = f.number("year"), f.number("count")
    if f.number("nth") != 1 or f.code("unit") != "M" or count is None or not 1 <= count <= 12:
        return None
    if not year:
        if today is None:
            return None
        year = today.year + _STEPS[f.kind("which") or "T"] - (not f.kind("which") and count > today.month)
    return f"{int(year):04}-01/{int(year):04}-{int(count):02}"


_PART = r"(?P<part>P)?"
_MOD = r"(?:t?m(?:-|o|i)?t?)?"  # "early", "mid-", "the end of the"
_UNIT = r"(?P<unit>[UG])"
_ANY_COUNT = r"(?P<count>N|a?s|a)"


def _rule(pattern: str, kind: Kind, read: Callable[[Found, Anchors], str | None], check: Check = "") -> Rule:
    return Rule(re.compile(pattern), kind, read, check)


RULES: tuple[Rule, ...] = (
    _rule(r"(?P<iso>I)", "DATE", _iso),
    # Days of months.
    _rule(r"(?:W,?)?(?P<month>M)(?P<day>[NO]),?(?P<year>Y)", "DATE", _day),
    _rule(r"(?:W,?)?(?P<month>M)(?P<day>[NO])(?=[-k][NO],?(?P<year>Y))", "DATE", _day),
    _rule(r"(?:W,?)?(?P<month>M)(?P<day>[NO])(?!%)", "DATE", _day),
    _rule(r"(?:W,?)?t?(?P<day>[NO])o?(?P<month>M)(?:,?(?P<year>Y))?", "DATE", _day),
    _rule(r"(?P<day>[NO])(?=[-ku]t?[NO]o?(?P<month>M)(?:,?(?P<year>Y))?)", "DATE", _day),
    _rule(r"(?<=M[NO][-k])(?P<day>[NO])(?:,?(?P<year>Y))?", "DATE", _day),
    # Months, years, decades.
    _rule(rf"{_MOD}(?P<month>M)[,o]?(?P<year>Y)", "DATE", _month),
    _rule(r"(?P<month>M)(?=[-ku]M,?(?P<year>Y))", "DATE", _month),
    _rule(rf"{_MOD}(?P<which>[LXTC])(?P<month>M)", "DATE", _month),
    _rule(rf"{_MOD}(?P<month>M)o?(?P<which>[LXT])(?P<unit>U)", "DATE", _month),
    _rule(r"t?m[-oi]?(?P<month>M)", "DATE", _month),
    _rule(r"(?P<month>M)", "DATE", _month, "name"),
    _rule(rf"{_MOD}d?U?(?P<year>Y)(?!%)", "DATE", _year, "year"),
    _rule(r"(?<=Y-)(?P<short>N)", "DATE", _year),
    _rule(rf"{_MOD}t?(?P<decade>D)", "DATE", _decade),
    _rule(rf"{_MOD}t?(?P<nth>O)-?(?P<unit>U)", "DATE", _century, "century"),
    # Days of the week, and near days.
    _rule(rf"m?(?:t?(?P<which>[LXTCF]))?(?P<weekday>W){_PART}", "DATE", _weekday, "name"),
    _rule(r"(?P<weekday>W)o?(?P<which>[LXT])(?P<unit>U)", "DATE", _weekday, "week"),
    _rule(rf"[el]?t?(?P<away>R){_PART}", "DATE", _near),
    _rule(r"t?(?P<which>[JF])(?P<part>P)", "DATE", _told_part),
    _rule(r"(?<=i)t(?P<part>P)", "DATE", _told_part),
    _rule(r"[elm]?(?P<which>[TL])(?P<part>P)", "DATE", _near),
    _rule(r"(?P<clock>c|N)(?P<half>x)z?,?(?:b?(?P<weekday>W)|(?P<away>R))?", "DATE", _clock),
    _rule(r"(?P<clock>c)z?,?(?:b?(?P<weekday>W)|(?P<away>R))?", "DATE", _clock),
    _rule(r"(?P<clock>N)it(?P<part>P)", "DATE", _clock),
    # Stretches of the calendar.
    _rule(rf"(?:[el]|{_MOD})t?(?P<which>[LXTCBJF])d?(?P<unit>[UQE])", "DATE", _stretch),
    _rule(r"t?[elm][oi]t(?P<unit>U)", "DATE", _stretch),
    _rule(r"(?:q?t)?(?P<unit>E)", "DATE", _weekend),
    _rule(rf"{_MOD}t?(?P<season>S)o?(?P<year>Y)", "DATE", _season),
    _rule(rf"{_MOD}t?(?P<which>[LXT])(?P<season>S)", "DATE", _season),
    _rule(r"(?<=[ib])t?(?P<season>S)(?!o)", "DATE", _season),
    _rule(r"t?d?(?P<nth>O)-?(?P<half>Q)(?:o?(?P<year>Y)|o(?P<which>[TLX])U|ot?U)?", "DATE", _quarter),
    _rule(r"t?(?P<nth>O)-?(?P<half>H)(?:o?(?P<year>Y)|o(?P<which>[TLX])U|otU)", "DATE", _quarter),
    _rule(r"t?(?P<code>j)(?:o?(?P<year>Y))?", "DATE", _quarter),
    _rule(r"(?P<year>Y)(?P<code>j)", "DATE", _quarter),
    _rule(r"t(?P<which>r)?(?P<half>Q)(?![-o])", "DATE", _the_quarter),
    # So much before or after another time.
    _rule(rf"q?{_ANY_COUNT}[d-]?{_UNIT}(?P<side>[geln])", "DATE", _away),
    _rule(r"(?P<unit>G)(?P<side>[gn])", "DATE", _away),
    _rule(r"[at]?U-(?P<side>[ge])Q?", "DATE", _away),
    _rule(r"t(?P<unit>U)(?P<side>[el])", "DATE", _away),
    _rule(rf"(?<=i)q?{_ANY_COUNT}{_UNIT}", "DURATION", _in),
    _rule(r"rG", "DATE", _past),
    _rule(r"(?<=i)t?r?K(?![NUGsdr])", "DATE", _past),
    _rule(r"t?CG", "DATE", _future),
    # Sets.
    _rule(rf"v(?P<count>N)?(?:{_UNIT}|(?P<weekday>W)|(?P<part>P))", "SET", _set),
    _rule(r"vot[LK](?P<count>N)(?P<unit>G)", "SET", _set),
    _rule(r"N?h(?:a|v)(?P<unit>U)", "SET", _set),
    _rule(r"(?:(?<=[N%])|(?<=N\.)|(?<=N\.\.))(?P<count>a)(?P<unit>U)", "SET", _set),
    _rule(r"(?P<every>V)", "SET", _set),
    # Durations.
    _rule(r"q?[ta]?N-?[UG]-?y", "", _duration),
    _rule(r"U-[bk.qa]-U", "", _duration),
    _rule(rf"q?t?{_ANY_COUNT}d*-?(?:d-?)?{_UNIT}(?:-d)?", "DURATION", _duration),
    _rule(rf"q?t?[LKXCB](?P<count>N|s)d?{_UNIT}", "DURATION", _duration),
    _rule(rf"t?(?P<nth>O)(?P<count>N|s)d?{_UNIT}(?=(?:ot?(?:(?P<year>Y)|(?P<which>[LTX])?U))?)", "DURATION", _duration),
    _rule(r"tK(?P<unit>U)", "DURATION", _duration),
    _rule(r"q?(?P<half>H)-?a?-?(?P<unit>U)", "DURATION", _duration),
    _rule(r"(?P<unit>[UG])-d", "DURATION", _duration),
    _rule(r"(?<=[fi])(?P<unit>G)", "DURATION", _duration),
    _rule(r"q?(?P<count>N)-?u-?a-?(?P<plus>H)-?(?P<unit>[UG])", "DURATION", _duration),
    _rule(r"(?P<reference>Z)", "DATE", _reference),
)
