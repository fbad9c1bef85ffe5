"""What is written in canonical French is read back as the same symbol: printing, then reading, changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.calendar import Date, Distance, Lean, Month, Part, Relative, Side, Symbol, Third, Unit, Weekday, Years
from recoupe.language.fr.times import recognise

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
UNITS = {Unit.DAY: "jours", Unit.WEEK: "semaines", Unit.MONTH: "mois", Unit.YEAR: "ans"}
RELATIVE = {
    (Unit.DAY, -2): "avant-hier", (Unit.DAY, -1): "hier", (Unit.DAY, 1): "demain", (Unit.DAY, 2): "après-demain",
    (Unit.WEEK, -1): "la semaine dernière", (Unit.WEEK, 1): "la semaine prochaine",
    (Unit.MONTH, -1): "le mois dernier", (Unit.MONTH, 1): "le mois prochain",
    (Unit.YEAR, -1): "l'année dernière", (Unit.YEAR, 1): "l'année prochaine",
}  # fmt: skip
#: "huit jours" is a week and "quinze jours" a fortnight: no counts of days.
ROUND = (8, 15)
PARTS = {Part.START: "début", Part.MIDDLE: "mi-", Part.END: "fin"}

years = st.integers(1900, 2099)
dates = st.builds(
    lambda day, year, weekday: Date(year if year else None, day.month, day.day, weekday),
    st.dates(),
    st.none() | years,
    st.none() | st.integers(1, 7),
).filter(lambda d: (d.month, d.day) != (2, 29))
months = st.builds(Month, years, st.integers(1, 12))
symbols = st.one_of(
    dates,
    months,
    st.builds(Third, st.sampled_from(list(Part)), months),
    years.map(lambda year: Years(year, year)),
    st.builds(Weekday, st.integers(1, 7), st.sampled_from([Lean.LAST, Lean.NEXT])),
    st.sampled_from(sorted(RELATIVE)).map(lambda key: Relative(*key)),
    st.builds(
        Distance, st.integers(2, 60), st.sampled_from(list(UNITS)), st.sampled_from([Side.BEFORE, Side.AFTER])
    ).filter(lambda d: d.unit is not Unit.DAY or d.count not in ROUND),
)


def french(symbol: Symbol) -> str:
    """The phrase that says `symbol`, with the preposition that French asks for."""
    match symbol:
        case Date():
            day = "1er" if symbol.day == 1 else str(symbol.day)
            weekday = f"{DAYS[symbol.weekday - 1]} " if symbol.weekday else ""
            return f"le {weekday}{day} {MONTHS[symbol.month - 1]}" + (f" {symbol.year}" if symbol.year else "")
        case Month():
            return f"en {MONTHS[symbol.month - 1]} {symbol.year}"
        case Third(of=Month() as month):
            gap = "" if symbol.part is Part.MIDDLE else " "
            return f"{PARTS[symbol.part]}{gap}{MONTHS[month.month - 1]} {month.year}"
        case Years():
            return f"en {symbol.first}"
        case Weekday():
            return f"{DAYS[symbol.weekday - 1]} {'dernier' if symbol.lean is Lean.LAST else 'prochain'}"
        case Relative():
            return RELATIVE[symbol.unit, symbol.count]
        case Distance():
            return f"{'il y a' if symbol.side is Side.BEFORE else 'dans'} {symbol.count} {UNITS[symbol.unit]}"
    raise AssertionError(f"no French for {symbol}")


@pytest.mark.law
@given(symbol=symbols, opening=st.sampled_from(["Le roi est venu ", "Elle partira ", "La réunion a eu lieu "]))
def test_canonical_french_is_read_back(symbol: Symbol, opening: str) -> None:
    text = f"{opening}{french(symbol)}."
    found = recognise(text)
    assert [row.symbol for row in found] == [symbol]
    assert text[found[0].span.start : found[0].span.end] == found[0].span.text
