"""Dating undated articles: what they say, and what dated articles say of the same events, leaves few days.

The publication of an undated article is an interval of days, open at first. Every bound is a fact about the calendar
and comes with a sentence; bounds are intersected until nothing changes. A bound that contradicts others is left out,
since a wrong link is likelier than a wrong calendar. Nothing is guessed: an article that nothing bounds stays
undated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import final

import attrs

from recoupe.calendar import Clock, Date, Lean, PartOfDay, from_notation, resolve
from recoupe.errors import InvalidValue, SymbolError
from recoupe.linking.days import OPEN_END, OPEN_START, day_bounds
from recoupe.model import Kind, Mention, Source, Status, TimeExpression, TimeRole, When

#: How far from publication a day lies at most that a demonstrative points to ("ce vendredi 27 juin 2025"), in days.
NEAR = 7
#: The longest time for which a teller's words count as a date of the event, in days: two months, which is what a month
#: comes to in an article of which no more than the month is known.
LONGEST = 62
#: What is said again and again: two articles that tell of praise need not tell of one.
_SPOKEN = frozenset({Kind.SUPPORT, Kind.STATEMENT, Kind.REQUEST, Kind.ACCUSE, Kind.REJECT, Kind.THREATEN})
#: Roles whose days hold the event itself.
_HOLDING = frozenset({TimeRole.WITHIN})
#: The last ordinal that Python's calendar has.
_LAST = date.max.toordinal()
_REPORTED = frozenset({Status.OCCURRED, Status.ONGOING})


@final
@attrs.frozen(kw_only=True)
class Bound:
    """Days between which an article was published, and why."""

    #: First and last day, both included; `OPEN_START` and `OPEN_END` where open.
    first: int
    last: int
    #: The sentence for a reader.
    reason: str
    #: It follows from the article itself; other bounds rest on links.
    own: bool = False


@final
@attrs.frozen(kw_only=True)
class Dated:
    """When an undated article can have been published, by all that bounds it."""

    #: The days that remain.
    when: When
    #: Every bound that narrowed it, in order, as sentences.
    reasons: tuple[str, ...]


# ---------------------------------------------------------------------- bounds
def own(told: Sequence[Mention]) -> set[Bound]:
    """What an article's mentions say by themselves, without the readings that it contradicts.

    The date of something past dates no plan ("a décidé le 29 avril de retirer ..."), and what is dated within a longer
    stretch that the article announces ("sera interdit en 2020", "interdit dès le 1er janvier 2020") may lie ahead; so
    may what has a plan's very year ("a annoncé son retour à la compétition en 2009").
    """
    past = {m.expression.span for m in told if m.expression is not None and m.status in _REPORTED}
    announced = [m for m in told if m.status is Status.PLANNED]
    plans = [m for m in announced if m.expression is None or m.expression.span not in past]
    ahead = [day_bounds(m.when) for m in plans if m.when.days is not None]
    both = {(m.expression.span, m.when) for m in announced if m.expression is not None and (m.when.days or 0) > LONGEST}
    reported = [m for m in told if m.status in _REPORTED and not any(_within_more(m.when, *days) for days in ahead)]
    reported = [m for m in reported if m.expression is None or (m.expression.span, m.when) not in both]
    bounds = {bound for m in (*plans, *reported) if (bound := alone(m)) is not None}
    return bounds | {bound for m in told if m.expression is not None and (bound := near(m.expression)) is not None}


def near(expression: TimeExpression) -> Bound | None:
    """What a day says that a demonstrative points to with its year: newspapers write "ce vendredi 27 juin 2025" of the
    day of publication, or of one about it; None for other words."""
    days = _pointed_to(expression.symbol) if expression.symbol is not None else None
    if days is None:
        return None
    first, last = days[0] - NEAR, days[1] + NEAR
    reason = f"“{expression.span.text}” points to a day near: published {_span(first, last)}"
    return Bound(first=first, last=last, reason=reason, own=True)


def _within_more(when: When, first: int, last: int) -> bool:
    """These days hold those of `when`, and others."""
    own_first, own_last = day_bounds(when)
    return first <= own_first and own_last <= last and (own_first, own_last) != (first, last)


def alone(mention: Mention) -> Bound | None:
    """What a mention says by itself: an article cannot precede what it reports as past, nor announce what is over."""
    expression = mention.expression
    first, last = day_bounds(mention.when)
    if expression is not None and expression.symbol is not None:
        seen = _resolved(expression.symbol, OPEN_START, OPEN_END)
        if seen is not None and expression.role in _HOLDING:
            first, last = max(first, seen[0]), min(last, seen[1])
    words = f"“{expression.span.text}”" if expression is not None else f"“{mention.trigger.text}”"
    if mention.status in _REPORTED and first != OPEN_START:
        reason = f"{words} is reported as past: published on or after {_day(first)}"
        return Bound(first=first, last=OPEN_END, reason=reason, own=True)
    if mention.status is Status.PLANNED and last != OPEN_END:
        reason = f"{words} is announced: published on or before {_day(last)}"
        return Bound(first=OPEN_START, last=last, reason=reason, own=True)
    return None


def dates(mention: Mention, when: When) -> bool:
    """Its own words date it, closely enough to date another article by."""
    known = mention.expression is not None and mention.kind not in _SPOKEN
    return known and (when.days or LONGEST + 1) <= LONGEST


def tied(mention: Mention, when: When, teller: Source) -> Bound | None:
    """What follows where `teller` dates the same event `when`, within the mention's time expression or without one."""
    first, last = day_bounds(when)
    if first == OPEN_START and last == OPEN_END:
        return None
    name = teller.outlet or teller.location
    expression = mention.expression
    if expression is not None and expression.symbol is not None and expression.role in _HOLDING:
        found = _anchors(expression.symbol, first, last)
        if found is None:
            return None
        reason = f"“{expression.span.text}” is {when} in {name}: published {_span(*found)}"
        return Bound(first=found[0], last=found[1], reason=reason)
    if expression is None and mention.status in _REPORTED and first != OPEN_START and not when.lasting:
        reason = f"“{mention.trigger.text}” is {when} in {name}, and past here: published on or after {_day(first)}"
        return Bound(first=first, last=OPEN_END, reason=reason)
    return None


def _anchors(symbol: str, first: int, last: int) -> tuple[int, int] | None:
    """The days of publication from which `symbol` can mean a day of `first` to `last`; None where none can, or all.

    What a symbol means never moves back while the day of publication moves on, so two bisections find them.
    """
    low, high = _publication(symbol, first, last)
    return (low, high) if low <= high and (low, high) != (OPEN_START, OPEN_END) else None


@lru_cache(maxsize=65536)
def allows(symbol: str, first: int, last: int) -> bool:
    """Whether an article of some day could mean a day of `first` to `last` by `symbol`: "le lundi 18 novembre" is never
    in June, whatever the year."""
    low, high = _publication(symbol, first, last)
    return low <= high


def _publication(symbol: str, first: int, last: int) -> tuple[int, int]:
    """The first and the last of those days, in disorder where there is none."""
    low = _least(lambda day: (_meaning(symbol, day) or (0, _LAST))[1] >= first) if first != OPEN_START else OPEN_START
    high = _least(lambda day: (_meaning(symbol, day) or (0, 0))[0] > last) - 1 if last != OPEN_END else OPEN_END
    return (OPEN_START if low <= 1 else low), (OPEN_END if high >= _LAST else high)


def _least(holds: Callable[[int], bool]) -> int:
    """The first day for which `holds`, which never stops holding; one past the calendar's end where it never does."""
    low, high = 1, _LAST + 1
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _meaning(symbol: str, day: int) -> tuple[int, int] | None:
    return _resolved(symbol, day, day)


@lru_cache(maxsize=65536)
def _resolved(symbol: str, first: int, last: int) -> tuple[int, int] | None:
    """The days that a symbol allows from an anchor, as numbers; None where the notation is not one of ours."""
    try:
        return day_bounds(resolve(from_notation(symbol), as_when(first, last)).when)
    except (SymbolError, InvalidValue):
        return None


@lru_cache(maxsize=65536)
def _pointed_to(symbol: str) -> tuple[int, int] | None:
    """The day that a symbol points to; None where it points to none, or leaves the year open."""
    try:
        day = from_notation(symbol)
    except (SymbolError, InvalidValue):
        return None
    while isinstance(day, Clock | PartOfDay):
        day = day.of
    if not isinstance(day, Date) or day.year is None or day.lean is not Lean.NEAREST:
        return None
    return _resolved(symbol, OPEN_START, OPEN_END)


# ---------------------------------------------------------------------- narrowing
def narrowed(published: When | None, bounds: Iterable[Bound]) -> Dated | None:
    """The publication that bounds leave, applied in a fixed order; None where nothing narrows it."""
    first, last = day_bounds(published or When())
    reasons: list[str] = []
    for bound in sorted(set(bounds), key=lambda b: (not b.own, -b.first, b.last, b.reason)):
        low, high = max(first, bound.first), min(last, bound.last)
        if low <= high and (low, high) != (first, last):
            first, last = low, high
            reasons.append(bound.reason)
    return Dated(when=as_when(first, last), reasons=tuple(reasons)) if reasons else None


def redated(mentions: Sequence[Mention], anchors: Mapping[str, When]) -> dict[str, When]:
    """The dates of mentions, once their articles' publication is known to lie within `anchors` (by source id).

    A narrower anchor only narrows: the result lies within the mention's own `when`.
    """
    return {m.id: _redated(m, anchors[m.source]) for m in mentions}


def _redated(mention: Mention, anchor: When) -> When:
    first, last = day_bounds(anchor)
    expression = mention.expression
    if expression is None:
        if mention.status is Status.PLANNED:
            return _within(mention.when, first, OPEN_END)
        return _within(mention.when, OPEN_START, last) if mention.status in _REPORTED else mention.when
    if expression.symbol is None or expression.role not in _HOLDING:
        return mention.when
    seen = _resolved(expression.symbol, first, last)
    if seen is None:
        return mention.when
    low, high = seen
    if mention.status in _REPORTED and low <= last:
        high = min(high, last)
    return _within(mention.when, low, high)


def _within(when: When, first: int, last: int) -> When:
    """`when`, narrowed to these days; as it was where that leaves none."""
    own = day_bounds(when)
    low, high = max(own[0], first), min(own[1], last)
    if low > high or (low, high) == own:
        return when
    bounds = as_when(low, high)
    return attrs.evolve(when, earliest=bounds.earliest, latest=bounds.latest)


def as_when(first: int, last: int) -> When:
    """Numbers of days as a `When`; numbers off the calendar are open ends."""
    return When(
        earliest=date.fromordinal(first) if 1 <= first <= _LAST else None,
        latest=date.fromordinal(last) if 1 <= last <= _LAST else None,
    )


def _day(number: int) -> str:
    return date.fromordinal(min(max(number, 1), _LAST)).isoformat()


def _span(first: int, last: int) -> str:
    if first == OPEN_START:
        return f"on or before {_day(last)}"
    if last == OPEN_END:
        return f"on or after {_day(first)}"
    return f"on {_day(first)}" if first == last else f"from {_day(first)} to {_day(last)}"
