"""Days as numbers (proleptic Gregorian ordinals): units, their moves, Easter. Nothing here knows of texts.

A number below 1 stands for "before the calendar", one above `LAST` for "beyond it": arithmetic saturates there, so that
every function of a day is defined and does not decrease.
"""

from __future__ import annotations

import calendar
import datetime

from recoupe.calendar.terms import Unit
from recoupe.model import edtf

#: The last day of the calendar, 9999-12-31.
LAST = datetime.date.max.toordinal()

#: A run of days, both ends included.
Days = tuple[int, int]
#: What lies before the first day of the calendar, and beyond the last.
BEFORE: Days = (0, 0)
BEYOND: Days = (LAST + 1, LAST + 1)

#: Months of a unit that is made of months.
MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


def clamp(day: int) -> int:
    """`day`, or the number next to the calendar on the side where it lies."""
    return min(max(day, 0), LAST + 1)


def months(first: int, count: int) -> Days:
    """The `count` months from month number `first` on (year * 12 + month - 1)."""
    return _month_start(first), clamp(_month_start(first + count) - 1)


def _month_start(number: int) -> int:
    year, month = divmod(number, 12)
    if year < 1:
        return 0
    if year > 9999:
        return LAST + 1
    return datetime.date(year, month + 1, 1).toordinal()


def year_of(day: int) -> int:
    """The year of a day; 0 before the calendar, 10000 beyond it."""
    return 0 if day < 1 else 10_000 if day > LAST else datetime.date.fromordinal(day).year


def month_number(day: int) -> int:
    """The number of a day's month (year * 12 + month - 1)."""
    if day < 1:
        return 11
    if day > LAST:
        return 120_000
    date = datetime.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def unit_at(day: int, unit: Unit, count: int) -> Days:
    """The unit that holds `day`, moved by `count` units. A week begins on Monday (ISO 8601)."""
    if unit in MONTHS:
        size = MONTHS[unit]
        number = month_number(day) // size + count
        first, last = months(number * size, size)
        return (first, last) if last >= 1 and first <= LAST else (BEFORE if last < 1 else BEYOND)
    if unit is Unit.WEEK:
        monday = day - (day - 1) % 7 + 7 * count
        return clamp(monday), clamp(monday + 6)
    moved = clamp(day + count if unit is Unit.DAY else day)
    return moved, moved


def shifted(day: int, unit: Unit, count: int) -> int:
    """`day` moved by so many units; in a month that is too short, its last day. Clock units count whole days."""
    if unit in MONTHS:
        number = month_number(day) + count * MONTHS[unit]
        first, last = months(number, 1)
        if first < 1 or first > LAST or not 1 <= day <= LAST:
            return 0 if first < 1 or day < 1 else LAST + 1
        return min(first + datetime.date.fromordinal(day).day - 1, last)
    per_day = {Unit.HOUR: 24, Unit.MINUTE: 1440, Unit.SECOND: 86_400}.get(unit)
    if per_day is not None:
        return clamp(day + (count // per_day if count >= 0 else -((-count) // per_day)))
    return clamp(day + count * (7 if unit is Unit.WEEK else 1))


def division(year: int, code: int) -> Days:
    """The season, quarter or half `code` of `year` (EDTF codes)."""
    if not 1 <= year <= 9999:
        return BEFORE if year < 1 else BEYOND
    bounds = edtf.parse(f"{year:04}-{code}")
    assert bounds.earliest is not None and bounds.latest is not None
    return bounds.earliest.toordinal(), bounds.latest.toordinal()


def date(year: int, month: int, day: int) -> Days | None:
    """That day; None where the month has no such day in that year."""
    if not 1 <= year <= 9999:
        return BEFORE if year < 1 else BEYOND
    if day > calendar.monthrange(year, month)[1]:
        return None
    number = datetime.date(year, month, day).toordinal()
    return number, number


def easter(year: int) -> int:
    """Easter Sunday (anonymous Gregorian algorithm, Meeus 1991), also for years before 1583."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1).toordinal()
