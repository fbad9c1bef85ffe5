"""Nights and parts of days: of which day they are, and into which they go."""

from __future__ import annotations

from typing import TypeGuard

import attrs

from recoupe.calendar import DayPart, PartOfDay, Publication, Range, Relative, Symbol, Unit, Unknown
from recoupe.extraction.dependencies import is_perfect_infinitive, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import When

#: The night that ends on a day that other words name.
BEFORE = PartOfDay(DayPart.NIGHT, Range(Relative(Unit.DAY, -1, Unknown()), Unknown()))


def is_of_report(symbol: Symbol, told: Token | None, said: Token | None, language: Language) -> bool:
    """A night that somebody tells of on the day that his sentence names: "a annoncé mercredi avoir mené des frappes
    dans la nuit".

    Args:
        symbol: What the words alone say.
        told: What the expression belongs to.
        said: What the day belongs to of which it is.
        language: Its verbs of saying.
    """
    if not (_is_of_no_day(symbol) and symbol.part is DayPart.NIGHT):
        return False
    if said is None or told is None or said == told or said not in told.ancestors or not is_verbal(said):
        return False
    composed = narration.is_composed(told) or is_perfect_infinitive(told)
    return composed and language.reporting.key_of("verbs", said.lemma_.lower()) is not None


def last_one(symbol: Symbol) -> Symbol:
    """ "Dans la nuit, des drones ont frappé la ville": where the text has named no day, a part of one is of the day of
    publication, or of the day before; other symbols are as they are."""
    if _is_of_no_day(symbol):
        return attrs.evolve(symbol, of=Range(Relative(Unit.DAY, -1), Publication()))
    return symbol


def _is_of_no_day(symbol: Symbol) -> TypeGuard[PartOfDay]:
    """A part of a day that the words do not name: "dans la nuit"."""
    return isinstance(symbol, PartOfDay) and isinstance(symbol.of, Unknown)


def is_told(governor: Token | None) -> bool:
    """The verb tells in the perfect what was done: "a frappé", "avoir frappé"."""
    if governor is None or not is_verbal(governor):
        return False
    return narration.is_perfect(governor) or is_perfect_infinitive(governor)


def through_the_night(symbol: Symbol, when: When) -> When:
    """`when`, and the days into which its night goes: "la nuit de samedi" ends on Sunday, "cette nuit" may have begun
    the day before."""
    if not (isinstance(symbol, PartOfDay) and symbol.part is DayPart.NIGHT and when.is_day and when.earliest):
        return when
    first = when.earliest.subtract(days=1) if isinstance(symbol.of, Publication) else when.earliest
    return attrs.evolve(when, earliest=first, latest=when.earliest.add(days=1))
