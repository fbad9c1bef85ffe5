"""The canonical notation of symbols, and what is refused."""

from __future__ import annotations

import pytest

from recoupe.calendar import Date, Lean, Month, Part, Relative, Third, Unit, Weekday, from_notation, to_notation
from recoupe.errors import InvalidValue, SymbolError


@pytest.mark.parametrize(
    ("symbol", "notation"),
    [
        (Weekday(2), "weekday(2)"),
        (Weekday(2, Lean.PAST), "weekday(2,past)"),
        (Third(Part.START, Month(None, 6)), "third(start,month(_,6))"),
        (Weekday(3, Lean.NEXT, Weekday(2)), "weekday(3,next,weekday(2))"),
        (Relative(Unit.DAY, -1), "relative(day,-1)"),
        (Date(2025, 6, 17), "date(2025,6,17)"),
    ],
)
def test_one_string_for_one_symbol(symbol: Weekday | Third | Relative | Date, notation: str) -> None:
    assert to_notation(symbol) == notation
    assert from_notation(notation) == symbol


def test_defaults_may_be_written_out() -> None:
    assert from_notation("weekday(2,open,publication)") == Weekday(2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "tuesday",
        "weekday",
        "weekday(8)",
        "weekday(2",
        "weekday(2))",
        "weekday(2,past,publication,1)",
        "weekday(2, past)",
        "weekday(two)",
        "weekday(2,yesterday)",
        "date(2025,2,29)",
        "date(2025,13,1)",
        "years(2000,1999)",
        "clock(24:00)",
        "duration(P)",
        "range(weekday(1))",
        "since(" * 100,
    ],
)
def test_what_is_no_notation_is_refused(text: str) -> None:
    with pytest.raises(SymbolError):
        from_notation(text)


def test_a_symbol_refuses_what_no_calendar_has() -> None:
    with pytest.raises(InvalidValue):
        Date(2023, 2, 29)
    with pytest.raises(InvalidValue):
        Date(None, 4, 31)
    assert Date(None, 2, 29).day == 29
