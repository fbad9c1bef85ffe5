"""The policies: what a tense does to a symbol, and which sentence tells the reader what was decided."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any

import attrs

from recoupe.calendar.symbols import (
    Cut,
    Date,
    Distance,
    Division,
    Feast,
    Month,
    Publication,
    Relative,
    Symbol,
    Unknown,
    Weekday,
    Weekend,
    Window,
    Years,
)
from recoupe.calendar.terms import Lean, Measure, Side, Tense
from recoupe.model import When

#: What the tense of the governing verb does to an open lean. A present may report or announce ("se réunit mardi").
_LEAN = {Tense.PAST: Lean.PAST, Tense.FUTURE: Lean.FUTURE, Tense.PRESENT: Lean.EITHER}


@functools.cache
def _sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("recoupe.calendar") / "policies.toml").read_text("utf-8"))


def leaning(symbol: Symbol, tense: Tense) -> Symbol:
    """`symbol` with every open lean of a weekday, week-end, month or division settled by the governor's tense.

    A day and month without a year stays with the year that lies nearest, whatever the tense; so does a month or
    division in the present, where the class's own policy is better than none.
    """
    if isinstance(symbol, Weekday | Weekend) and symbol.lean is Lean.OPEN:
        return attrs.evolve(symbol, lean=_LEAN[tense], of=leaning(symbol.of, tense))
    if isinstance(symbol, Month | Division) and symbol.lean is Lean.OPEN and symbol.year is None:
        return symbol if tense is Tense.PRESENT else attrs.evolve(symbol, lean=_LEAN[tense])
    changes: Any = {
        f.name: leaning(inner, tense)
        for f in attrs.fields(type(symbol))
        if f.type == "Symbol" and not isinstance(inner := getattr(symbol, f.name), Publication)
    }
    return attrs.evolve(symbol, **changes) if changes else symbol


def sentence(symbol: Symbol, when: When) -> str:
    """What decided, for a reader; the innermost symbol that makes a choice tells."""
    table = _sentences()
    section, name = _key(symbol)
    text = table[section][name]
    if when.is_unknown and _is_adrift(symbol):
        return table["other"]["unknown"]
    if when.is_unknown and section not in ("day",) and name not in ("duration", "recurring", "vague", "unknown"):
        return f"{text}; {table['other']['no_anchor']}"
    return text


def _is_adrift(symbol: Symbol) -> bool:
    """It counts from a day that the text does not name; a publication day would not help."""
    inner: Symbol | None = getattr(symbol, "of", None)
    return isinstance(symbol, Unknown) or (inner is not None and _is_adrift(inner))


def _key(symbol: Symbol) -> tuple[str, str]:
    match symbol:
        case Date(year=None) | Month(year=None) if isinstance(symbol.of, Date):  # "mars de l'an dernier"
            return "other", "relative"
        case Date(year=None):
            if symbol.lean in (Lean.PAST, Lean.LAST, Lean.NEXT):
                return "day", symbol.lean.value
            return "day", "nearest" if symbol.weekday is None else "weekday_agrees"
        case Feast(year=None):
            return "day", "feast"
        case Date() | Feast():
            return "day", "explicit"
        case Weekday():
            if not isinstance(symbol.of, Publication):  # "le mardi suivant"
                return "other", "related"
            return "weekday", symbol.lean.value
        case Weekend():
            return "weekend", symbol.lean.value
        case Month():
            return "month", "explicit" if symbol.year is not None else symbol.lean.value
        case Division():
            return "division", "explicit" if symbol.year is not None else symbol.lean.value
        case Years():
            return "other", "years"
        case Distance(measure=Measure.SOME):
            return "other", "some"
        case Relative() | Distance() | Window():
            own = "related" if not isinstance(symbol.of, Publication) else type(symbol).__name__.lower()
            return "other", own
        case Cut():
            return ("other", "before" if symbol.side is Side.BEFORE else "after")
    inner = getattr(symbol, "of", None)
    name = type(symbol).__name__.lower()
    if name == "partofday":
        name = "part_of_day"
    if name == "lasting" and inner is not None:
        return _key(inner)
    return "other", name
