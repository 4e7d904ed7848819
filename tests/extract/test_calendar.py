"""Arithmetic on the values of TIMEX3."""

from datetime import date

import pytest

from kg.extract.calendar import at_unit, interval, nearest_day, nearest_month, on_weekday, period, shifted

TODAY = date(2024, 5, 17)  # a Friday


@pytest.mark.parametrize(
    ("unit", "value"),
    [("D", "2024-05-17"), ("W", "2024-W20"), ("M", "2024-05"), ("Q", "2024-Q2"), ("H", "2024-H1"), ("Y", "2024"),
     ("DE", "202"), ("CE", "20")],
)  # fmt: skip
def test_what_a_day_lies_in(unit, value):
    assert at_unit(TODAY, unit) == value


SHIFTS = [
    (-1, "D", "2024-05-16"), (3, "W", "2024-W23"), (-5, "M", "2023-12"), (-2, "Q", "2023-Q4"), (1, "H", "2024-H2"),
    (-30, "Y", "1994"), (-1, "DE", "201"), (-1, "CE", "19"), (-99999, "Y", None), (10**9, "D", None),
]  # fmt: skip


@pytest.mark.parametrize(("count", "unit", "value"), SHIFTS)
def test_so_many_units_on(count, unit, value):
    assert shifted(TODAY, count, unit) == value


@pytest.mark.parametrize(
    ("weekday", "direction", "strict", "value"),
    [(1, -1, False, "2024-05-13"), (1, 1, False, "2024-05-20"), (5, -1, False, "2024-05-17"),
     (5, -1, True, "2024-05-10"), (5, 1, True, "2024-05-24")],
)  # fmt: skip
def test_days_of_the_week(weekday, direction, strict, value):
    assert on_weekday(TODAY, weekday, direction, strict) == value


def test_nothing_lies_beyond_the_calendar():
    assert on_weekday(date.min, 7, -1) is None
    assert interval("0000") is None


@pytest.mark.parametrize(
    ("month", "direction", "value"),
    [(5, -1, "2024-05"), (6, -1, "2023-06"), (4, 1, "2025-04"), (7, 0, "2024-07"), (11, 0, "2023-11")],
)
def test_the_nearest_month(month, direction, value):
    assert nearest_month(TODAY, month, direction) == value


@pytest.mark.parametrize(
    ("month", "day", "direction", "value"),
    [(12, 25, 0, "2023-12-25"), (12, 25, 1, "2024-12-25"), (5, 20, -1, "2023-05-20"), (2, 30, 0, None)],
)
def test_the_nearest_day(month, day, direction, value):
    assert nearest_day(TODAY, month, day, direction) == value


INTERVALS = [
    ("2024-05-16", "2024-05-16", "2024-05-16"), ("2024-05-16T10:00", "2024-05-16", "2024-05-16"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2024", "2024-01-01", "2024-12-31"),
    ("2024-Q2", "2024-04-01", "2024-06-30"),
    ("2024-H2", "2024-07-01", "2024-12-31"), ("2024-W19", "2024-05-06", "2024-05-12"),
    ("2024-W19-WE", "2024-05-11", "2024-05-12"), ("199", "1990-01-01", "1999-12-31"),
    ("20", "2000-01-01", "2099-12-31"),
    ("2024-SU", "2024-06-01", "2024-08-31"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "start", "end"), INTERVALS)
def test_the_days_of_a_value(value, start, end):
    assert interval(value) == (start, end)


@pytest.mark.parametrize("value", ["P3D", "PRESENT_REF", "XXXX-WXX-1", "2024-13", "2024-02-30", "2023-W53", ""])
def test_values_without_days(value):
    assert interval(value) is None


PERIODS = [
    ("2024-05-16", "2024-05-16"), ("2024-05-16TMO", "2024-05-16"), ("2024-05", "2024-05"), ("2024", "2024"),
    ("2024-Q1", "2024-01/2024-03"), ("199", "1990/1999"), ("2024-SU", "2024"), ("P3D", None),
    ("2024-W19", "2024-05-06/2024-05-12"),  # it is over
    ("2024-W20", "2024-05"),  # it is not
    ("2024-W22", "2024-05-27/2024-06-02"),  # it is not, and lies in two months
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), PERIODS)
def test_what_rows_have(value, expected):
    assert period(value, "2024-05-17") == expected
