"""Hypothesis strategies for time expressions as symbols, and for the days on which their text may have been published.

Each function gives a strategy of *valid* values. The anchors lie in the years 1000 to 9999 and favour the days on which
calendars go wrong: 29 February, the turn of a year, the weeks that two years share. Nothing here reads the clock.
"""

from __future__ import annotations

import datetime

import attrs
import pendulum
from hypothesis import strategies as st

from recoupe.calendar import (
    Clock,
    Cut,
    Date,
    DayPart,
    Distance,
    Division,
    Duration,
    Feast,
    Lasting,
    Lean,
    Measure,
    Month,
    Part,
    PartOfDay,
    Publication,
    Range,
    Recurring,
    Reference,
    Relative,
    Side,
    Since,
    Symbol,
    Third,
    Unit,
    Unknown,
    Until,
    Vague,
    Weekday,
    Weekend,
    Window,
    Years,
)
from recoupe.errors import InvalidValue
from recoupe.model import When

#: The first and last years of anchors.
FIRST_YEAR, LAST_YEAR = 1000, 9999
#: Symbols inside symbols at most.
_DEPTH = 4
#: Month and day of the days on which calendars go wrong (leap days fall back to the 28th in common years).
_NASTY_DAYS = ((1, 1), (1, 3), (1, 4), (2, 28), (2, 29), (3, 1), (3, 31), (12, 24), (12, 28), (12, 29), (12, 31))
#: Lengths of anchors that meet the lengths of weeks, months and years.
_LENGTHS = (0, 1, 6, 7, 27, 28, 29, 30, 31, 364, 365, 366)
_CODES = (21, 22, 23, 24, 33, 34, 35, 36, 40, 41)
_DURATIONS = ("P1D", "P2W", "P3M", "P1Y6M", "P25Y", "PT30M", "PT12H", "PXD", "PXY")
_SETS = ("P1D", "P2Y", "XXXX-WXX-2", "XXXX-SU")


def days() -> st.SearchStrategy[pendulum.Date]:
    """Any day of the years of anchors, nasty ones more often than their share."""
    plain = st.dates(datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31))
    years = st.integers(FIRST_YEAR, LAST_YEAR) | st.sampled_from([1000, 1582, 1900, 2000, 2024, 2026, 9996, 9999])
    nasty = st.builds(_nasty, years, st.sampled_from(_NASTY_DAYS))
    return st.builds(lambda d: pendulum.Date(d.year, d.month, d.day), plain | nasty)


def _nasty(year: int, day: tuple[int, int]) -> datetime.date:
    try:
        return datetime.date(year, *day)
    except ValueError:
        return datetime.date(year, day[0], day[1] - 1)


@st.composite
def closed_anchors(draw: st.DrawFn, longest: int = 800) -> When:
    """The days of publication, both ends known: from one day to `longest` of them."""
    first = draw(days())
    length = draw(st.integers(0, longest) | st.sampled_from([n for n in _LENGTHS if n <= longest]))
    last = min(first.toordinal() + length, datetime.date.max.toordinal())
    return When(earliest=first, latest=datetime.date.fromordinal(last))


def anchors() -> st.SearchStrategy[When]:
    """Any days of publication: one day, many, with one end open, or nothing known."""
    after = days().map(lambda d: When(earliest=d))
    before = days().map(lambda d: When(latest=d))
    return closed_anchors() | after | before | st.just(When())


def leaves() -> st.SearchStrategy[Symbol]:
    """Symbols with no other symbol inside but the publication."""
    year, lean = st.none() | st.integers(1, 9999) | st.integers(1900, 2100), st.sampled_from(Lean)
    count, unit, side = st.integers(0, 40) | st.integers(0, 100_000), st.sampled_from(Unit), st.sampled_from(Side)
    years = st.tuples(st.integers(1, 9999), st.integers(0, 120))
    return st.one_of(
        st.builds(Publication),
        st.builds(Unknown),
        _dates(),
        st.builds(Month, year, st.integers(1, 12), lean),
        st.builds(Division, year, st.sampled_from(_CODES), lean),
        st.builds(Feast, year, st.integers(-70, 70), lean),
        years.map(lambda y: Years(y[0], min(9999, y[0] + y[1]))),
        st.builds(Weekday, st.integers(1, 7), lean),
        st.builds(Weekend, lean),
        st.builds(Relative, unit, st.integers(-40, 40) | st.integers(-9999, 9999)),
        st.builds(Distance, count, unit, side, st.sampled_from(Measure)),
        st.builds(Window, count, unit, side),
        st.builds(Duration, st.sampled_from(_DURATIONS), st.sampled_from(Measure)),
        st.builds(Recurring, st.sampled_from(_SETS)),
        st.builds(Vague, st.sampled_from(Reference)),
    )


@st.composite
def _dates(draw: st.DrawFn) -> Date:
    year = draw(st.none() | st.integers(1, 9999) | st.integers(1900, 2100))
    month, day = draw(st.tuples(st.integers(1, 12), st.integers(1, 31)) | st.sampled_from(_NASTY_DAYS))
    weekday, lean = draw(st.none() | st.integers(1, 7)), draw(st.sampled_from(Lean))
    try:
        return Date(year, month, day, weekday, lean)
    except InvalidValue:
        return Date(year, month, 28, weekday, lean)


def symbols() -> st.SearchStrategy[Symbol]:
    """Any symbol, with up to a handful of others inside."""
    return st.recursive(leaves(), _around, max_leaves=_DEPTH)


def _around(inner: st.SearchStrategy[Symbol]) -> st.SearchStrategy[Symbol]:
    lean, unit, side = st.sampled_from(Lean), st.sampled_from(Unit), st.sampled_from(Side)
    clock = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.integers(0, 59))
    return st.one_of(
        st.builds(Third, st.sampled_from(Part), inner),
        st.builds(Clock, clock, inner),
        st.builds(PartOfDay, st.sampled_from(DayPart), inner),
        st.builds(Range, inner, inner),
        st.builds(Since, inner),
        st.builds(Until, inner),
        st.builds(Cut, side, inner),
        st.builds(Lasting, inner),
        st.builds(lambda symbol, of: attrs.evolve(symbol, of=of), _dates(), inner),
        st.builds(Month, st.none(), st.integers(1, 12), lean, inner),
        st.builds(Division, st.none(), st.sampled_from(_CODES), lean, inner),
        st.builds(Feast, st.none(), st.integers(-70, 70), lean, inner),
        st.builds(Weekday, st.integers(1, 7), lean, inner),
        st.builds(Weekend, lean, inner),
        st.builds(Relative, unit, st.integers(-40, 40), inner),
        st.builds(Distance, st.integers(0, 400), unit, side, st.sampled_from(Measure), inner),
        st.builds(Window, st.integers(0, 400), unit, side, inner),
    )
