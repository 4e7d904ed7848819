"""The rules of `kg.extract.timex`: English expressions of dates, times, durations and sets of times."""

import re
from collections.abc import Callable

from kg.extract import timepoints as points
from kg.extract import timespans as spans
from kg.extract.timex import Anchors, Check, Found, Kind, Rule

__all__ = ["RULES"]

_PART = r"(?P<part>P)?"
_MOD = r"(?:t?(?:m[-oi]?|A-)t?)?"  # "early", "mid-", "the end of the", "end-"
_UNIT = r"(?P<unit>[UG])"
_OF_YEAR = r"(?=(?:ot?(?:(?P<year>Y)|(?P<which>[LTX])?U))?)"  # looked at only
_ANY_COUNT = r"(?:a(?=s))?(?P<count>N|s|a)"


def _rule(pattern: str, kind: Kind, read: Callable[[Found, Anchors], str | None], check: Check = "") -> Rule:
    return Rule(re.compile(pattern), kind, read, check)


RULES: tuple[Rule, ...] = (
    _rule(r"(?P<iso>I)", "DATE", points.figures),
    # Days of months.
    _rule(r"(?:W,?)?(?P<month>M)(?P<day>[NO]),?(?P<year>Y)", "DATE", points.day),
    _rule(r"(?:W,?)?(?P<month>M)(?P<day>[NO])(?=[-k][NO],?(?P<year>Y))", "DATE", points.day),
    _rule(r"(?:W,?)?(?P<month>M)(?P<day>[NO])(?!%)", "DATE", points.day),
    _rule(r"(?:W,?)?t?(?P<day>[NO])o?(?P<month>M)(?:,?(?P<year>Y))?", "DATE", points.day),
    _rule(r"(?P<day>[NO])(?=[-ku]t?[NO]o?(?P<month>M)(?:,?(?P<year>Y))?)", "DATE", points.day),
    _rule(r"(?<=M[NO][-k])(?P<day>[NO])(?:,?(?P<year>Y))?", "DATE", points.day_of_range),
    # Months, years, decades.
    _rule(rf"{_MOD}(?P<month>M)[,o]?(?P<year>Y)", "DATE", points.month),
    _rule(r"(?P<month>M)(?=[-ku]M,?(?P<year>Y))", "DATE", points.month),
    _rule(rf"{_MOD}(?P<which>[LXTC])(?P<month>M)", "DATE", points.month),
    _rule(rf"{_MOD}(?P<month>M)o?(?P<which>[LXT])(?P<unit>U)", "DATE", points.month),
    _rule(r"t?(?:m[-oi]?|A-)(?P<month>M)", "DATE", points.month),
    _rule(r"(?P<month>M)", "DATE", points.month, "name"),
    _rule(rf"{_MOD}d?U?(?P<year>Y)(?!%)", "DATE", points.year, "year"),
    _rule(r"(?<=Y-)(?P<short>N)(?:dU)?", "DATE", points.year),
    _rule(rf"{_MOD}t?(?P<decade>D)", "DATE", points.decade),
    _rule(rf"{_MOD}t?(?P<nth>O)-?(?P<unit>U)", "DATE", points.century, "century"),
    # Days of the week, and near days.
    _rule(r"(?P<weekday>W)(?=\((?P<month>M)(?P<day>[NO])(?:,?(?P<year>Y))?)", "DATE", points.day),
    _rule(r"(?P<weekday>W)(?=\((?P<day>[NO])(?P<month>M)(?P<year>Y)?)", "DATE", points.day),
    _rule(r"(?<=W[-k])(?P<weekday>W)", "DATE", points.weekday_of_range),
    _rule(rf"m?(?:t?(?P<which>[LXTCF]))?(?P<weekday>W){_PART}", "DATE", points.weekday, "name"),
    _rule(r"(?P<weekday>W)o?(?P<which>[LXT])(?P<unit>U)", "DATE", points.weekday_in_week, "week"),
    _rule(rf"[el]?t?(?P<away>R){_PART}", "DATE", points.near),
    _rule(r"t?(?P<which>[JF])(?P<part>P)", "DATE", points.part_of_told),
    _rule(r"(?<=i)t(?P<part>P)", "DATE", points.part_of_told),
    _rule(r"[elm]?(?P<which>[TL])(?P<part>P)", "DATE", points.near),
    _rule(r"(?P<clock>c|N)(?P<half>x)z?,?(?:b?(?P<weekday>W)|(?P<away>R))?", "DATE", points.clock),
    _rule(r"(?P<clock>c)z?,?(?:b?(?P<weekday>W)|(?P<away>R))?", "DATE", points.clock),
    _rule(r"(?P<clock>N)it(?P<part>P)", "DATE", points.clock),
    # Stretches of the calendar.
    _rule(rf"(?:[el]|{_MOD})t?(?P<which>[LXTCBJF])d?(?P<unit>[UQE])", "DATE", points.stretch),
    _rule(r"t?(?:[elm][oi]|m)t(?P<unit>U)", "DATE", points.stretch),
    _rule(r"(?P<unit>U)-A", "DATE", points.stretch),
    _rule(r"A-(?P<unit>U)", "DATE", points.stretch),
    _rule(r"(?:q?t)?(?P<unit>E)", "DATE", points.weekend),
    _rule(rf"{_MOD}t?(?P<season>S)o?(?P<year>Y)", "DATE", points.season),
    _rule(rf"{_MOD}t?(?P<which>[LXT])(?P<season>S)", "DATE", points.season),
    _rule(r"(?<=[ib])t?(?P<season>S)(?!o)", "DATE", points.season),
    _rule(r"t?d?(?P<nth>O)-?(?P<half>Q)(?:o?(?P<year>Y)|o(?P<which>[TLX])U|ot?U)?", "DATE", points.quarter),
    _rule(r"t?(?P<nth>O)-?(?P<half>H)(?:o?(?P<year>Y)|o(?P<which>[TLX])U|otU)", "DATE", points.quarter),
    _rule(r"t?(?P<code>j)(?:o?(?P<year>Y))?", "DATE", points.quarter),
    _rule(r"(?P<year>Y)(?P<code>j)", "DATE", points.quarter),
    _rule(r"t(?P<which>r)?(?P<half>Q)(?![-o])", "DATE", points.the_quarter),
    # So much before or after another time.
    _rule(rf"q?{_ANY_COUNT}[d-]?{_UNIT}(?P<side>[geln])", "DATE", spans.away),
    _rule(r"(?P<unit>G)(?P<side>[gn])", "DATE", spans.away),
    _rule(r"[at]?(?P<unit>U)-(?P<side>[ge])Q?", "DATE", spans.away),
    _rule(r"t(?P<unit>U)(?P<side>[elw])(?=[,;)|]|$)", "DATE", spans.away),
    _rule(rf"(?<=i)q?{_ANY_COUNT}{_UNIT}", "DURATION", spans.within),
    _rule(r"rG", "DATE", spans.past),
    _rule(r"(?<=i)t?r?K(?![NUGsdr])", "DATE", spans.past),
    _rule(r"t?CG", "DATE", spans.future),
    # Sets.
    _rule(rf"v(?P<count>N)?(?:{_UNIT}|(?P<weekday>W)|(?P<part>P))", "SET", spans.every),
    _rule(r"vot[LK](?P<count>N)(?P<unit>G)", "SET", spans.every),
    _rule(r"N?h(?:a|v)(?P<unit>U)", "SET", spans.every),
    _rule(r"(?:(?<=[N%])|(?<=N\.)|(?<=N\.\.))(?P<count>a)(?P<unit>U)", "SET", spans.every),
    _rule(r"(?P<every>V)", "SET", spans.every),
    # Durations.
    _rule(r"q?[ta]?N-?[UG]-?y", "", spans.duration),
    _rule(r"U-[bk.qa]-U", "", spans.duration),
    _rule(rf"q?t?{_ANY_COUNT}d*-?(?:d-?)?{_UNIT}(?:-d)?", "DURATION", spans.duration),
    _rule(rf"q?t?[LKXCB](?P<count>N|s)d?{_UNIT}", "DURATION", spans.duration),
    _rule(rf"t?(?P<nth>O)(?P<count>N|s)d?{_UNIT}{_OF_YEAR}", "DURATION", spans.duration),
    _rule(r"tK(?P<unit>U)", "DURATION", spans.duration),
    _rule(r"q?(?P<half>H)-?a?-?(?P<unit>U)", "DURATION", spans.duration),
    _rule(r"(?P<unit>[UG])-d", "DURATION", spans.duration),
    _rule(r"(?<=[fi])(?P<unit>G)", "DURATION", spans.duration),
    _rule(r"q?(?P<count>N)-?u-?a-?(?P<plus>H)-?(?P<unit>[UG])", "DURATION", spans.duration),
    _rule(r"(?P<reference>Z)", "DATE", points.reference),
)
