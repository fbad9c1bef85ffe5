"""Law 5: a `When` agrees with the set of days that it denotes, and its operations are those of sets and intervals."""

from __future__ import annotations

import pendulum
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import When
from recoupe.testing import strategies

#: The middle of a window of days in which every `When` below has its closed ends; open ends reach the window's edge.
_ORIGIN = pendulum.Date(2024, 2, 29)
_INSIDE, _EDGE = 12, 20


def _day(offset: int) -> pendulum.Date:
    return _ORIGIN.add(days=offset)


def _denoted(when: When) -> frozenset[int]:
    first = -_EDGE if when.earliest is None else (when.earliest - _ORIGIN).days
    last = _EDGE if when.latest is None else (when.latest - _ORIGIN).days
    return frozenset(range(first, last + 1))


def _near() -> st.SearchStrategy[When]:
    ends = st.tuples(*[st.none() | st.integers(-_INSIDE, _INSIDE)] * 2)
    ordered = ends.filter(lambda e: e[0] is None or e[1] is None or e[0] <= e[1])
    return st.builds(
        lambda e, lasting, approximate, uncertain: When(
            earliest=None if e[0] is None else _day(e[0]),
            latest=None if e[1] is None else _day(e[1]),
            lasting=lasting,
            approximate=approximate,
            uncertain=uncertain,
        ),
        ordered,
        *[st.booleans()] * 3,
    )


near = _near()


@given(near, near)
def test_relations_are_those_of_sets(a: When, b: When) -> None:
    x, y = _denoted(a), _denoted(b)
    assert a.contains(b) == (y <= x)
    assert a.overlaps(b) == bool(x & y)
    assert a.certainly_before(b) == (max(x) < min(y))
    assert a.possibly_before(b) == (min(x) < max(y))


@given(near, st.integers(-_EDGE, _EDGE))
def test_containing_a_day_is_membership(a: When, offset: int) -> None:
    assert a.contains(_day(offset)) == (offset in _denoted(a))


@given(near, near)
def test_intersection_is_that_of_sets_and_span_is_the_hull(a: When, b: When) -> None:
    x, y = _denoted(a), _denoted(b)
    both = a.intersection(b)
    assert (frozenset() if both is None else _denoted(both)) == x & y
    assert _denoted(a.span(b)) == frozenset(range(min(x | y), max(x | y) + 1))


@given(strategies.whens(), strategies.whens())
def test_operations_are_commutative(a: When, b: When) -> None:
    assert a.intersection(b) == b.intersection(a)
    assert a.span(b) == b.span(a)
    assert a.overlaps(b) == b.overlaps(a)


@given(near, near, near)
def test_operations_are_associative(a: When, b: When, c: When) -> None:
    assert a.span(b).span(c) == a.span(b.span(c))
    left, right = a.intersection(b), b.intersection(c)
    assert (left and left.intersection(c)) == (right and a.intersection(right))


@given(strategies.whens())
def test_operations_are_idempotent(a: When) -> None:
    assert a.intersection(a) == a
    assert a.span(a) == a
    assert a.contains(a)
    assert a.overlaps(a)


@given(strategies.whens(), strategies.whens())
def test_an_operation_never_invents_days(a: When, b: When) -> None:
    hull = a.span(b)
    assert hull.contains(a)
    assert hull.contains(b)
    both = a.intersection(b)
    if both is not None:
        assert a.contains(both)
        assert b.contains(both)


@given(strategies.whens(), strategies.whens())
def test_the_order_is_total_and_agrees_with_equality(a: When, b: When) -> None:
    assert (a.sort_key == b.sort_key) == (a == b)
    assert sum([a < b, b < a, a == b]) == 1
    if a == b:
        assert hash(a) == hash(b)


@given(strategies.whens())
def test_days_are_counted_with_both_ends(a: When) -> None:
    if a.days is None:
        assert a.earliest is None or a.latest is None
    else:
        assert (a.days == 1) == a.is_day
        assert a.days >= 1
