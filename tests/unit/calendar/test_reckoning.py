"""Days as numbers: units, their moves, Easter."""

from __future__ import annotations

import datetime

import pytest

from recoupe.calendar import Unit, reckoning


def _number(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


@pytest.mark.parametrize(
    "day", ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25"]
)
def test_easter_sunday(day: str) -> None:
    assert reckoning.easter(int(day[:4])) == _number(day)


@pytest.mark.parametrize(
    ("day", "unit", "count", "expected"),
    [
        ("2024-01-31", Unit.MONTH, 1, "2024-02-29"),
        ("2024-02-29", Unit.YEAR, 1, "2025-02-28"),
        ("2024-02-29", Unit.YEAR, -4, "2020-02-29"),
        ("2025-06-18", Unit.WEEK, -2, "2025-06-04"),
        ("2025-06-18", Unit.HOUR, 47, "2025-06-19"),
        ("2025-06-18", Unit.HOUR, -47, "2025-06-17"),
        ("2025-06-18", Unit.DECADE, -1, "2015-06-18"),
    ],
)
def test_a_move_stays_in_its_month(day: str, unit: Unit, count: int, expected: str) -> None:
    assert reckoning.shifted(_number(day), unit, count) == _number(expected)


def test_a_week_is_that_of_iso_8601() -> None:
    assert reckoning.unit_at(_number("2021-01-03"), Unit.WEEK, 0) == (_number("2020-12-28"), _number("2021-01-03"))


def test_arithmetic_saturates_at_the_ends_of_the_calendar() -> None:
    assert reckoning.shifted(reckoning.LAST, Unit.DAY, 5) == reckoning.LAST + 1
    assert reckoning.shifted(1, Unit.YEAR, -1) == 0
    assert reckoning.unit_at(1, Unit.CENTURY, -3) == reckoning.BEFORE
    assert reckoning.date(2025, 2, 29) is None
