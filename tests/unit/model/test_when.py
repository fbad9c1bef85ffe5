"""`When`: examples from news, beside the laws in tests/property."""

from __future__ import annotations

import datetime

import pendulum
import pytest

from recoupe.errors import InvalidValue
from recoupe.model import When


def when(edtf: str) -> When:
    return When.from_edtf(edtf)


def test_nothing_known() -> None:
    assert When().is_unknown
    assert When().edtf == "../.."
    assert When().days is None
    assert When().contains(when("2025"))


def test_plain_dates_become_dates_of_the_library() -> None:
    made = When(earliest=datetime.date(2025, 6, 17))
    assert isinstance(made.earliest, pendulum.Date)
    assert When.on(datetime.date(2025, 6, 17)) == when("2025-06-17")


def test_clock_times_lose_nothing_but_their_type() -> None:
    made = When(at=datetime.time(16, 20))
    assert isinstance(made.at, pendulum.Time)
    assert str(When.on(datetime.date(2025, 6, 17), at=datetime.time(16, 20))) == "2025-06-17 16:20"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("earliest", datetime.datetime(2025, 6, 17, 12)),
        ("earliest", pendulum.datetime(2025, 6, 17)),
        ("earliest", "2025-06-17"),
        ("latest", 2025),
        ("lasting", 1),
        ("at", "16:20"),
        ("words", 3),
    ],
)
def test_what_is_no_day_is_refused(field: str, value: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        When(**{field: value})  # type: ignore[arg-type]
    assert (caught.value.type_name, caught.value.field) == ("When", field)


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(InvalidValue, match="a day on or after earliest"):
        When(earliest=datetime.date(2025, 6, 2), latest=datetime.date(2025, 6, 1))


def test_words_do_not_count_in_comparisons() -> None:
    assert When(words="mardi") == When(words="hier")
    assert hash(When(words="mardi")) == hash(When())
    assert When(words="mardi").span(When(words="mardi")).words is None


@pytest.mark.parametrize(
    ("a", "b", "intersection", "span"),
    [
        ("2025-06", "2025-06-17", "2025-06-17", "2025-06"),
        ("2025-06-17", "2025-06-18", None, "[2025-06-17..2025-06-18]"),
        ("2025-06/..", "../2025-06-10", "[2025-06-01..2025-06-10]", "../.."),
        ("2024", "2025", None, "[2024..2025]"),
        ("2025~", "2025-06", "2025-06~", "2025~"),
        ("2025-06-14/2025-06-18", "2025-06-16/2025-06-20", "2025-06-16/2025-06-18", "2025-06-14/2025-06-20"),
        ("2025-06-14/2025-06-18", "2025-06", "[2025-06-14..2025-06-18]", "2025-06"),
    ],
)
def test_days_of_both_and_of_either(a: str, b: str, intersection: str | None, span: str) -> None:
    both = when(a).intersection(when(b))
    assert (both and both.edtf) == intersection
    assert when(a).span(when(b)).edtf == span


def test_a_clock_time_survives_only_where_both_say_it() -> None:
    day = datetime.date(2025, 6, 17)
    four, five = (When.on(day, at=datetime.time(hour)) for hour in (16, 17))
    assert four.span(four).at == datetime.time(16)
    assert four.span(five).at is None
    assert four.intersection(When.on(day)) == When.on(day)


def test_before_is_certain_or_possible() -> None:
    june, day = when("2025-06"), when("2025-06-17")
    assert not june.certainly_before(day)
    assert june.possibly_before(day)
    assert day.possibly_before(june)
    assert when("2025-05").certainly_before(june)
    assert not june.possibly_before(when("2025-06-01"))


def test_a_timeline_reads_from_the_earliest_possible_day() -> None:
    order = ["../2024", "2025", "2025-01-01", "2025-06-01", "2025-06", "2025-06-02", "2025-06-02/.."]
    shuffled = sorted(map(when, sorted(order)))
    assert [w.edtf for w in shuffled] == [
        "../2024",
        "2025-01-01",
        "2025",
        "2025-06-01",
        "2025-06",
        "2025-06-02",
        "2025-06-02/..",
    ]
