"""Time expressions as symbols, their notation, and their resolution to days. Language-blind; no clock is read."""

from recoupe.calendar.notation import from_notation, to_notation
from recoupe.calendar.policies import leaning
from recoupe.calendar.resolution import Resolution, resolve
from recoupe.calendar.symbols import (
    PUBLICATION,
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
from recoupe.calendar.terms import DayPart, Lean, Measure, Part, Reference, Side, Tense, Unit

__all__ = [
    "PUBLICATION", "Clock", "Cut", "Date", "DayPart", "Distance", "Division", "Duration", "Feast", "Lasting", "Lean",
    "Measure", "Month", "Part", "PartOfDay", "Publication", "Range", "Recurring", "Reference", "Relative", "Resolution",
    "Side", "Since", "Symbol", "Tense", "Third", "Unit", "Unknown", "Until", "Vague", "Weekday", "Weekend", "Window",
    "Years", "from_notation", "leaning", "resolve", "to_notation",
]  # fmt: skip
