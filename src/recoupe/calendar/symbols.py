"""What a time expression says, before it is known when it was said: frozen symbolic values, closed under nesting.

A symbol is language-blind. "mardi" is ``Weekday(2)``; whether that is last Tuesday or the next one is for `resolve`,
given the days on which the text may have been published. Every class has a notation (`recoupe.calendar.notation`).
"""

from __future__ import annotations

from typing import Any, final

import attrs

from recoupe.calendar.terms import DayPart, Lean, Measure, Part, Reference, Side, Unit
from recoupe.model.validation import is_a, matches, refuse, type_validator

_DURATION = r"P(?=.)(\d+Y|XY)?(\d+M|XM)?(\d+W|XW)?(\d+D|XD)?(T(\d+H|XH)?(\d+M|XM)?(\d+S|XS)?)?"


def _between(low: int, high: int) -> type_validator:
    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value is not None and (type(value) is not int or not low <= value <= high):
            raise refuse(instance, attribute, value, f"a whole number from {low} to {high}")

    return check


@final
@attrs.frozen
class Publication:
    """The day on which the text was published: the anchor itself."""


@final
@attrs.frozen
class Unknown:
    """A day that nothing bounds: what "la veille" is relative to when the text has named no day."""


#: The day of publication: what most symbols count from.
PUBLICATION = Publication()


@final
@attrs.frozen
class Date:
    """A day of a month; without a year, the one that agrees with the weekday and lies nearest."""

    year: int | None = attrs.field(validator=_between(1, 9999))
    month: int = attrs.field(validator=_between(1, 12))
    day: int = attrs.field(validator=_between(1, 31))
    #: 1 Monday to 7 Sunday (ISO 8601); None when the text gives none.
    weekday: int | None = attrs.field(default=None, validator=_between(1, 7))
    lean: Lean = attrs.field(default=Lean.OPEN, validator=is_a(Lean))
    of: Symbol = PUBLICATION

    @day.validator
    def _exists(self, attribute: attrs.Attribute[int], value: int) -> None:
        longest = 31 if self.month in (1, 3, 5, 7, 8, 10, 12) else 30 if self.month != 2 else 29
        leap = self.year is None or (self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0))
        if value > longest or (self.month == 2 and value == 29 and not leap):
            raise refuse(self, attribute, value, "a day of that month")


@final
@attrs.frozen
class Month:
    """A month of a year; without a year, the one that its lean picks."""

    year: int | None = attrs.field(validator=_between(1, 9999))
    month: int = attrs.field(validator=_between(1, 12))
    lean: Lean = attrs.field(default=Lean.OPEN, validator=is_a(Lean))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Division:
    """A season (21 to 24), a quarter (33 to 36) or a half (40, 41) of a year; EDTF codes."""

    year: int | None = attrs.field(validator=_between(1, 9999))
    code: int = attrs.field(validator=_between(21, 41))
    lean: Lean = attrs.field(default=Lean.OPEN, validator=is_a(Lean))
    of: Symbol = PUBLICATION

    @code.validator
    def _known(self, attribute: attrs.Attribute[int], value: int) -> None:
        if value not in (21, 22, 23, 24, 33, 34, 35, 36, 40, 41):
            raise refuse(self, attribute, value, "21 to 24, 33 to 36, 40 or 41")


@final
@attrs.frozen
class Feast:
    """A day counted from Easter Sunday (Gregorian): 1 is Easter Monday, 39 Ascension, 50 Whit Monday."""

    year: int | None = attrs.field(validator=_between(1, 9999))
    offset: int = attrs.field(validator=_between(-70, 70))
    lean: Lean = attrs.field(default=Lean.OPEN, validator=is_a(Lean))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Years:
    """A run of whole years, both ends included: a year, a decade, a century."""

    first: int = attrs.field(validator=_between(1, 9999))
    last: int = attrs.field(validator=_between(1, 9999))

    @last.validator
    def _in_order(self, attribute: attrs.Attribute[int], value: int) -> None:
        if value < self.first:
            raise refuse(self, attribute, value, f"a year from {self.first} on")


@final
@attrs.frozen
class Weekday:
    """A weekday alone, 1 Monday to 7 Sunday (ISO 8601)."""

    weekday: int = attrs.field(validator=_between(1, 7))
    lean: Lean = attrs.field(default=Lean.OPEN, validator=is_a(Lean))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Weekend:
    """A Saturday and the Sunday after it."""

    lean: Lean = attrs.field(default=Lean.OPEN, validator=is_a(Lean))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Relative:
    """The unit that holds `of`, moved by `count` units: yesterday, last year, this week."""

    unit: Unit = attrs.field(validator=is_a(Unit))
    count: int = attrs.field(validator=_between(-9999, 9999))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Distance:
    """So many units before or after a day: "il y a trois mois", "deux jours après l'attaque"."""

    count: int = attrs.field(validator=_between(0, 100_000))
    unit: Unit = attrs.field(validator=is_a(Unit))
    side: Side = attrs.field(validator=is_a(Side))
    measure: Measure = attrs.field(default=Measure.EXACT, validator=is_a(Measure))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Window:
    """The stretch of so many units that ends at a day, or begins there: "en moins de quinze jours"."""

    count: int = attrs.field(validator=_between(0, 100_000))
    unit: Unit = attrs.field(validator=is_a(Unit))
    side: Side = attrs.field(validator=is_a(Side))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Third:
    """The beginning, middle or end of a period."""

    part: Part = attrs.field(validator=is_a(Part))
    of: Symbol


@final
@attrs.frozen
class Clock:
    """A clock time of a day, as the text gives it: ``16:20``."""

    time: str = attrs.field(validator=matches(r"([01]\d|2[0-3]):[0-5]\d", "HH:MM"))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class PartOfDay:
    """The morning, afternoon, evening or night of a day."""

    part: DayPart = attrs.field(validator=is_a(DayPart))
    of: Symbol = PUBLICATION


@final
@attrs.frozen
class Range:
    """From one to the other: "entre août 2024 et le printemps 2025"."""

    first: Symbol
    last: Symbol


@final
@attrs.frozen
class Since:
    """From some day of `of` on, without an end."""

    of: Symbol


@final
@attrs.frozen
class Until:
    """Up to the last day of `of`, without a beginning."""

    of: Symbol


@final
@attrs.frozen
class Cut:
    """`of`, as far as it lies on or before the day of publication (or on or after it)."""

    side: Side = attrs.field(validator=is_a(Side))
    of: Symbol


@final
@attrs.frozen
class Lasting:
    """`of`, as an extent that was filled and not as days within which something fell."""

    of: Symbol


@final
@attrs.frozen
class Duration:
    """How long: an ISO 8601 duration such as ``P3M``, ``PT30M``; an ``X`` stands for a number nobody gives."""

    value: str = attrs.field(validator=matches(_DURATION, "an ISO 8601 duration"))
    measure: Measure = attrs.field(default=Measure.EXACT, validator=is_a(Measure))


@final
@attrs.frozen
class Recurring:
    """Again and again: a period (``P1D``), or a day of week or year with its year left out (``XXXX-WXX-2``)."""

    value: str = attrs.field(validator=matches(r"[0-9PTXYMWDHSUIFAP-]+", "a TIMEX3 set"))


@final
@attrs.frozen
class Vague:
    """Words that point to the present, past or future and give no day: "récemment"."""

    reference: Reference = attrs.field(validator=is_a(Reference))


Symbol = (
    Publication
    | Unknown
    | Date
    | Month
    | Division
    | Feast
    | Years
    | Weekday
    | Weekend
    | Relative
    | Distance
    | Window
    | Third
    | Clock
    | PartOfDay
    | Range
    | Since
    | Until
    | Cut
    | Lasting
    | Duration
    | Recurring
    | Vague
)
"""Any symbol. Symbols nest through their fields `of`, `first` and `last`."""

#: Every class of `Symbol` by the name of its notation.
CLASSES: dict[str, type[Symbol]] = {
    cls.__name__.lower(): cls
    for cls in (
        Publication, Unknown, Date, Month, Division, Feast, Years, Weekday, Weekend, Relative, Distance, Window, Third,
        Clock, PartOfDay, Range, Since, Until, Cut, Lasting, Duration, Recurring, Vague,
    )
}  # fmt: skip
