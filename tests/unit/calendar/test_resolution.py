"""What each class of symbol comes to, seen from days on which calendars go wrong."""

from __future__ import annotations

import datetime

import pytest

from recoupe.calendar import Tense, from_notation, resolve
from recoupe.model import When


def _seen(notation: str, day: str, tense: Tense | None = None) -> str:
    first, _, last = day.partition("/")
    ends = [None if d in ("..", "") else datetime.date.fromisoformat(d) for d in (first, last or first)]
    when = resolve(from_notation(notation), When(earliest=ends[0], latest=ends[1]), tense=tense).when
    return "/".join(".." if d is None else d.isoformat() for d in (when.earliest, when.latest))


def _on(day: str) -> str:
    return f"{day}/{day}"


#: The notation of a symbol, the day of publication, the first and last day that it allows.
CASES = [
    ("publication", "2025-06-18", _on("2025-06-18")),
    ("unknown", "2025-06-18", "../.."),
    # Days without a year: the nearest one; with a weekday the year in which they agree.
    ("date(2025,6,17)", "2030-01-01", _on("2025-06-17")),
    ("date(_,12,28)", "2025-01-10", _on("2024-12-28")),
    ("date(_,1,3)", "2024-12-20", _on("2025-01-03")),
    ("date(_,2,29)", "2025-06-18", _on("2024-02-29")),
    ("date(_,11,18,1)", "2025-06-18", _on("2024-11-18")),
    ("date(_,6,20,_,last)", "2025-06-18", _on("2024-06-20")),
    ("date(_,6,18,_,next)", "2025-06-18", _on("2026-06-18")),
    # A date that contradicts its weekday counts as the date.
    ("date(2025,6,17,5)", "2025-06-18", _on("2025-06-17")),
    ("month(2024,2)", "2025-06-18", "2024-02-01/2024-02-29"),
    ("month(_,6)", "2025-06-18", "2025-06-01/2025-06-30"),
    ("month(_,7)", "2025-06-18", "2024-07-01/2024-07-31"),
    ("month(_,5,future)", "2025-06-18", "2026-05-01/2026-05-31"),
    ("month(_,6,last)", "2025-06-18", "2024-06-01/2024-06-30"),
    ("division(2025,33)", "2025-06-18", "2025-01-01/2025-03-31"),
    ("division(2024,41)", "2025-06-18", "2024-07-01/2024-12-31"),
    ("division(_,34)", "2025-03-31", "2024-04-01/2024-06-30"),
    ("feast(2024,0)", "2025-06-18", _on("2024-03-31")),
    ("feast(_,50)", "2025-06-18", _on("2025-06-09")),
    ("feast(2025,39)", "2025-06-18", _on("2025-05-29")),
    ("years(1990,1999)", "2025-06-18", "1990-01-01/1999-12-31"),
    # 18 June 2025 is a Wednesday; it counts itself, and of two equally near the earlier is meant.
    ("weekday(3)", "2025-06-18", _on("2025-06-18")),
    ("weekday(7)", "2025-06-18", _on("2025-06-15")),
    ("weekday(6)", "2025-06-18", _on("2025-06-21")),
    ("weekday(3,past)", "2025-06-18", _on("2025-06-18")),
    ("weekday(3,last)", "2025-06-18", _on("2025-06-11")),
    ("weekday(3,next)", "2025-06-18", _on("2025-06-25")),
    ("weekday(5,either)", "2025-06-18", "2025-06-13/2025-06-20"),
    ("weekday(2,past)", "2025-01-01", _on("2024-12-31")),
    ("weekend", "2025-06-19", "2025-06-21/2025-06-22"),
    ("weekend(last)", "2025-06-22", "2025-06-14/2025-06-15"),
    ("relative(day,-1)", "2024-03-01", _on("2024-02-29")),
    ("relative(day,1)", "2024-12-31", _on("2025-01-01")),
    ("relative(week,0)", "2024-12-30", "2024-12-30/2025-01-05"),
    ("relative(month,-1)", "2025-03-31", "2025-02-01/2025-02-28"),
    ("relative(quarter,1)", "2025-12-31", "2026-01-01/2026-03-31"),
    ("relative(year,-1)", "2024-02-29", "2023-01-01/2023-12-31"),
    # What lies beyond the last day of the calendar is only known to come after all others.
    ("relative(day,1)", "9999-12-31", "9999-12-31/.."),
    ("distance(3,day,before)", "2025-06-18", _on("2025-06-15")),
    ("distance(1,month,before)", "2024-03-31", "2024-02-01/2024-02-29"),
    ("distance(3,year,before)", "2025-06-18", "2022-01-01/2022-12-31"),
    ("distance(2,month,before,less)", "2025-06-18", "2025-04-18/2025-06-18"),
    ("distance(10,day,before,about)", "2025-06-18", "2025-06-06/2025-06-10"),
    ("distance(0,day,before,some)", "2025-06-18", "2025-06-06/2025-06-18"),
    ("distance(0,hour,before,some)", "2025-06-18", "2025-06-17/2025-06-18"),
    ("distance(0,week,after,some)", "2025-06-18", "2025-06-18/2025-09-10"),
    ("window(15,day,before)", "2025-06-18", "2025-06-03/2025-06-18"),
    ("window(3,month,after)", "2025-06-18", "2025-06-18/2025-09-18"),
    ("third(start,month(2025,6))", "2025-06-18", "2025-06-01/2025-06-10"),
    ("third(middle,month(2025,6))", "2025-06-18", "2025-06-11/2025-06-20"),
    ("third(end,month(2024,2))", "2025-06-18", "2024-02-21/2024-02-29"),
    ("third(end,years(2024,2024))", "2025-06-18", "2024-09-01/2024-12-31"),
    ("clock(16:20,date(2025,6,17))", "2025-06-18", _on("2025-06-17")),
    ("partofday(NI,range(weekday(1),weekday(2)))", "2025-06-18", "2025-06-16/2025-06-17"),
    ("range(month(2024,8),division(2025,33))", "2025-06-18", "2024-08-01/2025-03-31"),
    ("since(date(2025,6,12))", "2025-06-18", "2025-06-12/.."),
    ("until(date(2025,6,30))", "2025-06-18", "../2025-06-30"),
    ("cut(before,month(_,6))", "2025-06-18", "2025-06-01/2025-06-18"),
    ("cut(after,month(_,6))", "2025-06-18", "2025-06-18/2025-06-30"),
    ("lasting(month(2025,5))", "2025-06-18", "2025-05-01/2025-05-31"),
    ("duration(P3M)", "2025-06-18", "../.."),
    ("recurring(XXXX-WXX-2)", "2025-06-18", "../.."),
    ("vague(PAST_REF)", "2025-06-18", "../.."),
    # Uncertain days of publication: the union over them.
    ("weekday(2,past)", "2025-06-16/2025-06-18", "2025-06-10/2025-06-17"),
    ("relative(day,-1)", "2025-06-16/2025-06-18", "2025-06-15/2025-06-17"),
    ("relative(day,-1)", "2025-06-16/..", "2025-06-15/.."),
    ("date(2025,6,17)", "../..", _on("2025-06-17")),
    ("weekday(2)", "../..", "../.."),
]


@pytest.mark.parametrize(("notation", "day", "expected"), CASES)
def test_the_days_that_a_symbol_allows(notation: str, day: str, expected: str) -> None:
    assert _seen(notation, day) == expected


@pytest.mark.parametrize(
    ("notation", "tense", "expected"),
    [
        ("weekday(5)", Tense.PAST, _on("2025-06-13")),
        ("weekday(5)", Tense.FUTURE, _on("2025-06-20")),
        ("weekday(5)", Tense.PRESENT, "2025-06-13/2025-06-20"),
        # What the words say comes before the tense.
        ("weekday(5,next)", Tense.PAST, _on("2025-06-20")),
        ("month(_,9)", Tense.FUTURE, "2025-09-01/2025-09-30"),
        ("month(_,9)", Tense.PAST, "2024-09-01/2024-09-30"),
        ("date(_,7,4)", Tense.PAST, _on("2025-07-04")),
        ("clock(10:00,weekday(5))", Tense.PAST, _on("2025-06-13")),
    ],
)
def test_a_tense_settles_what_the_words_leave_open(notation: str, tense: Tense, expected: str) -> None:
    assert _seen(notation, "2025-06-18", tense) == expected


def test_a_clock_time_an_extent_and_an_approximation_are_kept() -> None:
    day = When.on(datetime.date(2025, 6, 18))
    at = resolve(from_notation("clock(16:20,relative(day,-1))"), day).when.at
    assert at is not None and (at.hour, at.minute) == (16, 20)
    assert resolve(from_notation("lasting(month(2025,5))"), day).when.lasting
    assert resolve(from_notation("distance(3,month,before,about)"), day).when.approximate


def test_the_policy_is_a_sentence_for_a_reader() -> None:
    day = When.on(datetime.date(2025, 6, 18))
    policy = resolve(from_notation("weekday(2)"), day, tense=Tense.PAST).policy
    assert policy == "weekday, past verb: the last one on or before publication"
    assert "not known" in resolve(from_notation("weekday(2)"), When()).policy
