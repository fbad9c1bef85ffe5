"""Strategies of single values: days, texts, places, figures, sources, actors. See `recoupe.testing.strategies`."""

from __future__ import annotations

import datetime
import functools
from typing import Any, Final

import pendulum
from hypothesis import strategies as st

from recoupe.model import (
    Actor,
    ActorKind,
    Figure,
    Place,
    PublishedBasis,
    Qualifier,
    Source,
    Span,
    TimeExpression,
    TimeRole,
    When,
)
from recoupe.model.identity import text_digest

#: Days at the edges of calendars: first and last of Python, leap days, ISO weeks 1 and 53, month and year ends.
DAYS: Final = tuple(
    pendulum.Date(*ymd)
    for ymd in [
        (1, 1, 1), (9999, 12, 31), (1000, 1, 1), (1582, 10, 15), (1900, 2, 28), (2000, 2, 29), (2020, 12, 31),
        (2021, 1, 3), (2024, 2, 29), (2024, 12, 31), (2025, 1, 1), (2025, 3, 30), (2025, 6, 17), (2025, 6, 30),
    ]
)  # fmt: skip

#: Strings that have broken programs: typographic apostrophes and spaces, decomposed accents, letters whose case folds
#: to two, right-to-left text, characters outside the basic plane, invisible ones, JSON and markup, numbers as text.
TEXTS: Final = (
    "Kim Jong-un", "l’Élysée", "d'Ivoire", "e\u0301lection", "Straße", "İstanbul", "17\u00a0juin",
    "1\u202f000 démineurs", "كوريا", "平壤", "👩‍👩‍👧", "𝔎oursk", "\ufeffBOM", "zéro\u200blargeur", "a\u2028b",
    "tab\tulé", "CRLF\r\nfin", '"', "\\", "</script>", "null", "true", "3", "-0", "1e400", "$.events[0]", "\x00",
    "\x7f", "x" * 300,
)  # fmt: skip

#: A month, for where some interval is needed and which does not matter.
ANY_JUNE: Final = When.from_edtf("2025-06")

_SMALL = 3


@functools.cache
def days() -> st.SearchStrategy[pendulum.Date]:
    """Any day of the years 1 to 9999, often one of this century, sometimes one of `DAYS`."""
    near = st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2040, 12, 31))
    any_day = near | st.dates()
    return st.sampled_from(DAYS) | any_day.map(lambda d: pendulum.Date(d.year, d.month, d.day))


@functools.cache
def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Strings that are not blank."""
    return st.sampled_from(TEXTS) | st.text(min_size=1, max_size=max_size).filter(lambda s: bool(s.strip()))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None, or one of `values`."""
    return st.none() | values


@functools.cache
def whens() -> st.SearchStrategy[When]:
    """Closed, half open and unbounded intervals; single days; with and without flags, clock times and words."""
    ends = st.tuples(maybe(days()), maybe(days())).map(_in_order) | days().map(lambda d: (d, d))
    clock = st.builds(pendulum.Time, st.integers(0, 23), st.integers(0, 59), st.sampled_from((0, 0, 59)))
    return st.builds(
        lambda bounds, **more: When(earliest=bounds[0], latest=bounds[1], **more),
        ends,
        lasting=st.booleans(),
        at=maybe(clock),
        approximate=st.booleans(),
        uncertain=st.booleans(),
        words=maybe(texts()),
    )


def _in_order(
    ends: tuple[pendulum.Date | None, pendulum.Date | None],
) -> tuple[pendulum.Date | None, pendulum.Date | None]:
    first, last = ends
    return (last, first) if first and last and last < first else (first, last)


@functools.cache
def spans(max_start: int = 10_000) -> st.SearchStrategy[Span]:
    """Words at some offset, of no text in particular."""
    return st.builds(
        lambda start, text: Span(start=start, end=start + len(text), text=text), st.integers(0, max_start), texts()
    )


@functools.cache
def countries() -> st.SearchStrategy[str]:
    """ISO 3166-1 alpha-3 codes."""
    return st.sampled_from(("FRA", "PRK", "RUS", "UKR", "USA", "CIV"))


@functools.cache
def places() -> st.SearchStrategy[Place]:
    """Places, with and without coordinates."""
    return st.builds(
        Place,
        name=texts(),
        country=maybe(countries()),
        within=st.lists(texts(), max_size=2).map(tuple),
        geonames=maybe(st.integers(1, 10**8)),
        latitude=maybe(st.floats(-90, 90) | st.integers(-90, 90)),
        longitude=maybe(st.floats(-180, 180) | st.integers(-180, 180)),
        words=maybe(texts()),
    )


@functools.cache
def figures() -> st.SearchStrategy[Figure]:
    """Numbers: one, a range, or open at one end; whole and not. Who gives them is left to `strategies.mentions`."""
    number = (
        st.integers(0, 10**15) | st.floats(0, 10**9, allow_nan=False) | st.sampled_from((0, 1, 600, 1000, 5000, 0.5))
    )
    pairs = st.tuples(number, number).map(lambda p: (min(p), max(p)))
    bounds = pairs | number.map(lambda n: (n, n)) | number.map(lambda n: (n, None)) | number.map(lambda n: (None, n))
    return st.builds(
        lambda bound, **more: Figure(low=bound[0], high=bound[1], **more),
        bounds,
        qualifier=st.sampled_from(Qualifier),
        of=maybe(texts()),
        unit=maybe(st.sampled_from(("%", "EUR", "km"))),
        words=texts(),
        start=maybe(st.integers(0, 10**6)),
    )


@functools.cache
def sources() -> st.SearchStrategy[Source]:
    """Sources with stated, given, inferred and without publication dates."""
    dated = st.tuples(whens(), st.sampled_from((PublishedBasis.STATED, PublishedBasis.GIVEN, PublishedBasis.INFERRED)))
    undated = st.just((None, PublishedBasis.UNKNOWN))
    return st.builds(
        lambda published, **more: Source(published=published[0], published_basis=published[1], **more),
        dated | undated,
        location=texts(),
        digest=texts().map(text_digest),
        outlet=maybe(texts()),
        url=maybe(texts()),
        title=maybe(texts()),
        published_at=maybe(st.sampled_from(("2025-06-17T16:20:00+02:00", "2025-06-17T14:20:00Z"))),
        published_evidence=maybe(texts()),
        updated=maybe(whens()),
        language=maybe(st.sampled_from(("fr", "en", "fr-CA", "kok"))),
        agencies=st.lists(texts(), max_size=2).map(tuple),
        author=maybe(texts()),
        notices=st.frozensets(st.sampled_from(("correction", "live", "paywall"))),
        withdrawn=st.sampled_from((False, False, False, True)),
        embargoed=st.sampled_from((False, False, False, True)),
        embargo_ends=maybe(st.sampled_from(("2025-06-18T06:00:00+02:00", "2025-06-18T06:00:00", "2025-06-18"))),
    )


@functools.cache
def actors() -> st.SearchStrategy[Actor]:
    """Actors as one article names them, named and not."""
    return st.builds(
        Actor,
        name=texts(),
        kind=st.sampled_from(ActorKind),
        names=st.frozensets(texts(), max_size=_SMALL),
        country=maybe(countries()),
        titles=st.frozensets(texts(), max_size=2),
        wikidata=maybe(st.sampled_from(("Q423", "Q159", "Q1"))),
        scope=maybe(st.sampled_from(("s-0123456789abcdef", "s-ffffffffffffffff"))),
    )


@functools.cache
def expressions() -> st.SearchStrategy[TimeExpression]:
    """Time expressions whose symbols are opaque words; `recoupe.calendar` has the ones that can be resolved."""
    return st.builds(TimeExpression, span=spans(), symbol=maybe(texts()), role=st.sampled_from(TimeRole))
