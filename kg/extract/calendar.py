"""Arithmetic on the values of TIMEX3: days, weeks, months, quarters, seasons, years, decades.

A value names a stretch of time as coarsely as the text does: "2024-05-16", "2024-W20", "2024-05", "2024-Q2",
"2024-H1", "2024-SU", "2024", "202" (a decade), "20" (a century), with "T…" for a time of a day. The standard is
TimeML 1.2.1 (R. Saurí et al. 2006), which extends ISO 8601.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = ["at_unit", "interval", "nearest_day", "nearest_month", "on_weekday", "period", "shifted", "valid_day"]

_AHEAD = 4  # months ahead at most that news means where it does not say which year: most of what it tells is past
_SEASONS = {"WI": 1, "SP": 3, "SU": 6, "FA": 9}  # the month each begins with; winter is told by its January
_MONTHS = {
    **{season: (first, 3) for season, first in _SEASONS.items()},
    **{f"Q{n}": (3 * n - 2, 3) for n in range(1, 5)},
    **{"H1": (1, 6), "H2": (7, 6)},
}  # the first month of each part of a year, and how many it has
_VALUE = re.compile(
    r"(?P<year>\d{4}|\d{2,3}$)"
    r"(?:-(?P<part>W(?P<week>\d\d)(?:-WE)?|[QH]\d|WI|SP|SU|FA|\d\d(?:-(?P<day>\d\d))?))?"
)


def at_unit(day: date, unit: str) -> str:
    """The value of the `unit` (D, W, M, Q, H, Y, DE, CE) that `day` lies in; finer units give the day."""
    year, month = day.year, day.month
    if unit == "W":
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}"
    values = {
        "M": f"{year:04}-{month:02}", "Q": f"{year:04}-Q{(month + 2) // 3}", "H": f"{year:04}-H{(month + 5) // 6}",
        "Y": f"{year:04}", "DE": f"{year:04}"[:3], "CE": f"{year:04}"[:2],
    }  # fmt: skip
    return values.get(unit, day.isoformat())


def shifted(day: date, count: float, unit: str) -> str | None:
    """The value of `count` units from `day` on (negative: back), at the unit's coarseness; None beyond the calendar."""
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
    try:
        if unit in months:
            total = day.year * 12 + day.month - 1 + round(count * months[unit])
            return at_unit(date(total // 12, total % 12 + 1, 1), unit)
        days = {"D": 1.0, "W": 7.0, "E": 7.0, "H": 0.0}.get(unit, 0.0)
        return at_unit(day + timedelta(days=round(count * days)), unit)
    except (ValueError, OverflowError):
        return None


def valid_day(year: int, month: int, day: int) -> str | None:
    """The ISO day, or None where the month has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def on_weekday(day: date, weekday: int, direction: int, strict: bool = False) -> str | None:
    """The nearest day of a weekday (1 is Monday) before (-1) or after (1) `day`; `day` itself too unless `strict`.

    None beyond the calendar.
    """
    away = (day.isoweekday() - weekday) * -direction % 7
    if away == 0 and strict:
        away = 7
    return shifted(day, direction * away, "D")


def nearest_month(day: date, month: int, direction: int) -> str:
    """The month (1 to 12) nearest to `day` before (-1), after (1) or around (0); that of `day` itself counts."""
    away = (month - day.month) % 12
    year = day.year if month >= day.month else day.year + 1
    if direction < 0 and away or direction == 0 and away > _AHEAD:
        year -= 1
    return f"{year:04}-{month:02}"


def nearest_day(day: date, month: int, number: int, direction: int) -> str | None:
    """The day of a month nearest to `day` before (-1), after (1) or on either side (0)."""
    years = (day.year - 1, day.year, day.year + 1)
    days = [date.fromisoformat(d) for year in years if (d := valid_day(year, month, number))]
    fitting = [d for d in days if (d - day).days * direction >= 0] or days
    return min(fitting, key=lambda d: abs(d - day), default=day).isoformat() if fitting else None


def interval(value: str) -> tuple[str, str] | None:
    """The first and the last day of a value, as ISO days; None for durations, sets and vague references."""
    found = _VALUE.fullmatch(value.split("T")[0])
    if found is None or found["year"].startswith("00"):
        return None
    years, part = found["year"], found["part"]
    if part is None:
        return f"{years:0<4}-01-01", f"{years:9<4}-12-31"
    year = int(years)
    try:
        if found["week"]:
            days = (6, 7) if value.endswith("-WE") else (1, 7)
            start, end = (date.fromisocalendar(year, int(found["week"]), day) for day in days)
            return start.isoformat(), end.isoformat()
        if found["day"]:
            return (value[:10], value[:10]) if valid_day(year, int(part[:2]), int(found["day"])) else None
        first, count = _MONTHS.get(part) or (int(part), 1)
        last = first + count - 1
        return f"{years}-{first:02}-01", f"{years}-{last:02}-{monthrange(year, last)[1]}"
    except ValueError:
        return None


def period(value: str, today: str | None = None) -> str | None:
    """A value as rows have it: an ISO day, month or year, or an interval of two; None where it is vague.

    A week that is over on the day `today` is the interval of its days, another only its month, where it lies in one.
    """
    ends = interval(value)
    if ends is None:
        return None
    start, end = ends
    value = value.split("T")[0]
    if "-W" in value and not value.endswith("WI"):
        open_ = today is not None and end >= today
        return start[:7] if open_ and start[:7] == end[:7] else f"{start}/{end}"
    if "-Q" in value or "-H" in value:
        return f"{start[:7]}/{end[:7]}"
    if value[5:] in _SEASONS:
        return value[:4]
    return value if len(value) > 3 else f"{start[:4]}/{end[:4]}"
