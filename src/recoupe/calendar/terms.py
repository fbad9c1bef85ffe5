"""The terms in which symbols speak: units, parts, sides, and which of several like days is meant."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """A unit of the calendar or of the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Lean(StrEnum):
    """Which of several like days is meant; the words or the tense of the governing verb say so."""

    #: Nothing has said so yet: the tense of the governor may; otherwise the policy of the class decides.
    OPEN = "open"
    #: The last one that had begun ("a annoncé mardi").
    PAST = "past"
    #: The next one that had not ended ("viendra mardi").
    FUTURE = "future"
    #: The nearest one; of two equally near, the earlier.
    NEAREST = "nearest"
    #: The last or the next one: no cue decides, both are bounds.
    EITHER = "either"
    #: The last one that was over ("mardi dernier").
    LAST = "last"
    #: The next one that had not begun ("mardi prochain").
    NEXT = "next"


class Tense(StrEnum):
    """The tense of a governing verb, as far as it moves a date."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Part(StrEnum):
    """A third of a month, a year, a week."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class DayPart(StrEnum):
    """A part of a day; the values are those of TIMEX3."""

    MORNING = "MO"
    NOON = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


class Measure(StrEnum):
    """How exact the words take a number of units to be."""

    EXACT = "exact"
    ABOUT = "about"
    LESS = "less"
    MORE = "more"
    #: "quelques", "plusieurs", "des": a number that nobody gives.
    SOME = "some"


class Side(StrEnum):
    """Before or after."""

    BEFORE = "before"
    AFTER = "after"


class Reference(StrEnum):
    """Where vague words point to; the values are those of TIMEX3."""

    PRESENT = "PRESENT_REF"
    PAST = "PAST_REF"
    FUTURE = "FUTURE_REF"
