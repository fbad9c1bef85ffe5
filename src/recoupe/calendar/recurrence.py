"""Which of the yearly (or weekly) returns of a day is meant: the choice that a `Lean` makes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from recoupe.calendar import reckoning
from recoupe.calendar.reckoning import BEFORE, BEYOND, Days
from recoupe.calendar.symbols import Date, Division, Feast, Month
from recoupe.calendar.terms import Lean

Yearly = Date | Month | Division | Feast

#: Years looked at on either side at most: 29 February falls on a given weekday every 28 years, and every 40 across a
#: century that has no leap year.
REACH = 40


def of_year(symbol: Yearly, year: int) -> Days | None:
    """The symbol's days in `year`; None where that year has none (29 February, or another weekday)."""
    if not 1 <= year <= 9999:
        return BEFORE if year < 1 else BEYOND
    match symbol:
        case Month():
            return reckoning.months(year * 12 + symbol.month - 1, 1)
        case Division():
            return reckoning.division(year, symbol.code)
        case Feast():
            day = reckoning.clamp(reckoning.easter(year) + symbol.offset)
            return day, day
        case Date():
            days = reckoning.date(year, symbol.month, symbol.day)
            agrees = days is None or symbol.weekday is None or (days[0] - 1) % 7 + 1 == symbol.weekday
            return days if agrees else None


@functools.lru_cache(maxsize=4096)
def yearly(symbol: Yearly, lean: Lean, day: int) -> Days:
    """The return of `symbol` that `lean` picks, seen from `day`. Does not decrease as `day` grows."""
    if not 1 <= day <= reckoning.LAST:
        return BEFORE if day < 1 else BEYOND
    year = reckoning.year_of(day)

    def backwards(start: int) -> Iterator[Days]:
        return (d for y in range(start, start - REACH - 2, -1) if (d := of_year(symbol, y)) is not None)

    def forwards(start: int) -> Iterator[Days]:
        return (d for y in range(start, start + REACH + 2) if (d := of_year(symbol, y)) is not None)

    # One year more on either side: a winter ends in the year after its own.
    return choose(lean, day, lambda: backwards(year + 1), lambda: forwards(year - 1))


def weekly(weekday: int, length: int, lean: Lean, day: int) -> Days:
    """The run of `length` days that begins on `weekday` and that `lean` picks, seen from `day`."""
    if not 1 <= day <= reckoning.LAST:
        return BEFORE if day < 1 else BEYOND
    start = day - (day - weekday) % 7

    def run(first: int) -> Days:
        return reckoning.clamp(first), reckoning.clamp(first + length - 1)

    return choose(
        lean,
        day,
        lambda: (run(start + 7 * n) for n in (1, 0, -1, -2)),
        lambda: (run(start + 7 * n) for n in (-1, 0, 1, 2)),
    )


def choose(
    lean: Lean, day: int, backwards: Callable[[], Iterator[Days]], forwards: Callable[[], Iterator[Days]]
) -> Days:
    """Of the returns before and after `day`, the one meant; an open lean takes the nearest."""
    if lean is Lean.LAST:
        return next((d for d in backwards() if d[1] < day), BEFORE)
    if lean is Lean.NEXT:
        return next((d for d in forwards() if d[0] > day), BEYOND)
    past = next((d for d in backwards() if d[0] <= day), BEFORE)
    if lean is Lean.PAST:
        return past
    future = next((d for d in forwards() if d[1] >= day), BEYOND)
    if lean is Lean.FUTURE:
        return future
    if lean is Lean.EITHER:
        return min(past[0], future[0]), max(past[1], future[1])
    return future if future[0] - day < day - past[1] else past
