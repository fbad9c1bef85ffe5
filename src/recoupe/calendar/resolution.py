"""From a symbol and the days on which its text may have been published to the days that it allows.

Sound and monotone: for every day of the anchor, what the symbol means on that day lies inside the result; a narrower
anchor never gives a wider result. It follows from one property, on which the tests insist: for every symbol, the first
and the last day of its meaning do not decrease as the day of publication grows. So the hull over an interval of days is
the first day seen from its first and the last day seen from its last one; no day in between needs to be tried.
"""

from __future__ import annotations

import datetime
from typing import final

import attrs
import pendulum

from recoupe.calendar import policies, reckoning, recurrence
from recoupe.calendar.reckoning import BEFORE, BEYOND, LAST, Days
from recoupe.calendar.symbols import (
    Clock,
    Cut,
    Date,
    Distance,
    Division,
    Duration,
    Feast,
    Lasting,
    Month,
    PartOfDay,
    Publication,
    Range,
    Recurring,
    Relative,
    Since,
    Symbol,
    Third,
    Unknown,
    Until,
    Vague,
    Weekday,
    Weekend,
    Window,
    Years,
)
from recoupe.calendar.terms import Lean, Measure, Part, Side, Tense, Unit
from recoupe.model import When

#: What nothing bounds.
_OPEN: Days = (0, LAST + 1)
#: How far "environ" reaches, as a share of the number of days.
_ABOUT = 5
#: How many "quelques" and "ces derniers" mean at most; who counts more says so, or names a larger unit.
_SOME = 12
_CLOCK = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)


@final
@attrs.frozen(kw_only=True)
class Resolution:
    """What a symbol comes to."""

    #: The days that it allows.
    when: When
    #: The policy that decided, as a sentence for a reader.
    policy: str


def resolve(symbol: Symbol, anchor: When, *, tense: Tense | None = None) -> Resolution:
    """The days that `symbol` allows in a text published within `anchor`.

    Args:
        symbol: what the words say.
        anchor: the days of publication; ``When()`` when nothing is known.
        tense: the tense of the governing verb; it decides only where the symbol's own lean is open.

    Durations, recurring times and vague words allow every day.
    """
    if tense is not None:
        symbol = policies.leaning(symbol, tense)
    first = anchor.earliest.toordinal() if anchor.earliest is not None else 0
    last = anchor.latest.toordinal() if anchor.latest is not None else LAST + 1
    days = _hull(symbol, first, last)
    when = When(
        earliest=_day(days[0]) if days[0] >= 1 else None,
        latest=_day(days[1]) if days[1] <= LAST else None,
        lasting=isinstance(symbol, Lasting),
        at=_clock(symbol),
        approximate=_is_approximate(symbol),
    )
    return Resolution(when=when, policy=policies.sentence(symbol, when))


def _day(number: int) -> pendulum.Date:
    day = datetime.date.fromordinal(min(max(number, 1), LAST))
    return pendulum.Date(day.year, day.month, day.day)


# ---------------------------------------------------------------------- over an interval of days
def _hull(symbol: Symbol, first: int, last: int) -> Days:
    match symbol:
        case Cut():
            return _cut(symbol, first, last)
        case Lasting():
            return _hull(symbol.of, first, last)
        case Since():
            return _hull(symbol.of, first, last)[0], LAST + 1
        case Until():
            return 0, _hull(symbol.of, first, last)[1]
        case Range():
            one, other = _hull(symbol.first, first, last), _hull(symbol.last, first, last)
            return min(one[0], other[0]), max(one[1], other[1])
    return _seen_from(symbol, first)[0], _seen_from(symbol, last)[1]


def _cut(symbol: Cut, first: int, last: int) -> Days:
    """Cutting would be wrong on a day that the whole period lies beyond ("en avril", said to be past, in March): it is
    done only when no day of the anchor is such a day."""
    low, high = _hull(symbol.of, first, last)
    if symbol.side is Side.BEFORE:
        return (low, min(high, last)) if _hull(symbol.of, last, last)[0] <= first else (low, high)
    return (max(low, first), high) if _hull(symbol.of, first, first)[1] >= last else (low, high)


# ---------------------------------------------------------------------- seen from one day
def _seen_from(symbol: Symbol, day: int) -> Days:
    """What `symbol` means in a text of that day; a number off the calendar is an open end."""
    match symbol:
        case Publication():
            return day, day
        case Date() | Month() | Division() | Feast():
            return _yearly(symbol, day)
        case Years():
            return reckoning.months(symbol.first * 12, 12)[0], reckoning.months(symbol.last * 12, 12)[1]
        case Third():
            return _third(symbol.part, _seen_from(symbol.of, day))
        case Clock() | PartOfDay() | Lasting() | Cut():
            return _seen_from(symbol.of, day)
        case Range() | Since() | Until():
            return _hull(symbol, day, day)
        case Unknown() | Duration() | Recurring() | Vague():
            return _OPEN
    low, high = _seen_from(symbol.of, day)
    return _counted(symbol, low)[0], _counted(symbol, high)[1]


def _counted(symbol: Weekday | Weekend | Relative | Distance | Window, day: int) -> Days:
    """Symbols that count from a day: here, from this one."""
    if not 1 <= day <= LAST:
        return BEFORE if day < 1 else BEYOND
    match symbol:
        case Weekday():
            return recurrence.weekly(symbol.weekday, 1, symbol.lean, day)
        case Weekend():
            return recurrence.weekly(6, 2, symbol.lean, day)
        case Relative():
            return reckoning.unit_at(day, symbol.unit, symbol.count)
        case Window():
            end = reckoning.shifted(day, symbol.unit, symbol.count if symbol.side is Side.AFTER else -symbol.count)
            return (end, day) if symbol.side is Side.BEFORE else (day, end)
        case Distance():
            return _distance(symbol, day)


def _yearly(symbol: recurrence.Yearly, day: int) -> Days:
    if symbol.year is not None:
        days = recurrence.of_year(symbol, symbol.year)
        if days is None and isinstance(symbol, Date):  # the words contradict their weekday: the date counts
            days = reckoning.date(symbol.year, symbol.month, symbol.day)
        return days or _OPEN
    low, high = _seen_from(symbol.of, day)
    lean = symbol.lean
    if lean is Lean.OPEN:
        lean = Lean.PAST if isinstance(symbol, Month | Division) else Lean.NEAREST
    return recurrence.yearly(symbol, lean, low)[0], recurrence.yearly(symbol, lean, high)[1]


def _distance(symbol: Distance, day: int) -> Days:
    """A number of days gives a day; weeks, months and years give the whole unit ("il y a trois ans" is no day)."""
    sign = 1 if symbol.side is Side.AFTER else -1
    count, unit = symbol.count, symbol.unit
    if symbol.measure is Measure.SOME:
        most = reckoning.clamp(reckoning.shifted(day, unit, sign * _SOME) + (sign if unit in _CLOCK else 0))
        return min(most, day), max(most, day)
    exact = reckoning.shifted(day, unit, sign * count)
    if symbol.measure is Measure.LESS:
        return (min(exact, day), max(exact, day))
    if symbol.measure is Measure.MORE:
        beyond = reckoning.shifted(day, unit, sign * (count + 1))
        step = 0 if beyond == exact else -sign
        return (min(exact, beyond + step), max(exact, beyond + step))
    if unit in _CLOCK:
        return min(exact, day) - (1 if sign < 0 else 0), max(exact, day) + (1 if sign > 0 else 0)
    slack = 0
    if symbol.measure is Measure.ABOUT:
        slack = max(1, count // _ABOUT)
    if unit is Unit.DAY:
        return reckoning.clamp(exact - slack), reckoning.clamp(exact + slack)
    return (
        reckoning.unit_at(exact, unit, -slack)[0],
        reckoning.unit_at(exact, unit, slack)[1],
    )


def _third(part: Part, period: Days) -> Days:
    """Months: days 1 to 10, 11 to 20, from 21. Years: four months each. Others: thirds, widened to whole days."""
    low, high = period
    if low < 1 or high > LAST:
        return period
    length = high - low + 1
    if reckoning.unit_at(low, Unit.MONTH, 0) == period:
        cuts = (low, low + 10, low + 20, high + 1)
    elif reckoning.unit_at(low, Unit.YEAR, 0) == period:
        may, september = (reckoning.months(reckoning.month_number(low) + n, 1)[0] for n in (4, 8))
        cuts = (low, may, september, high + 1)
    else:
        cuts = (low, low + length // 3, low + (2 * length) // 3, high + 1)
        ends = (low - (-length // 3), low - (-2 * length // 3), high + 1)
        index = list(Part).index(part)
        return cuts[index], max(cuts[index], ends[index] - 1)
    index = list(Part).index(part)
    return cuts[index], cuts[index + 1] - 1


# ---------------------------------------------------------------------- what else a symbol says
def _clock(symbol: Symbol) -> pendulum.Time | None:
    while isinstance(symbol, Cut | Lasting):
        symbol = symbol.of
    if not isinstance(symbol, Clock):
        return None
    hour, minute = symbol.time.split(":")
    return pendulum.Time(int(hour), int(minute))


def _is_approximate(symbol: Symbol) -> bool:
    while isinstance(symbol, Cut | Lasting | Since | Until):
        symbol = symbol.of
    return isinstance(symbol, Distance) and symbol.measure is Measure.ABOUT
