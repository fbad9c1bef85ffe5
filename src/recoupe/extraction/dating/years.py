"""Which year a day is of that is named without one, as far as the narration tells.

Newspapers leave the year out where it is that of publication, or where the text has named it already: "le 10 janvier
2017, ... Le 11 janvier, une élue était revenue". What opens a sentence in the perfect lies behind, however far away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from recoupe.calendar import Date, Lean, Month, Symbol, Tense
from recoupe.extraction.dependencies import is_participle, verb_above
from recoupe.extraction.happenings import narration
from recoupe.language.tokens import Token


def in_their_years(
    symbols: Sequence[Symbol],
    heads: Mapping[int, Token],
    governing: Mapping[int, Token | None],
    tenses: Mapping[int, Tense],
) -> list[Symbol]:
    """The expressions of a text, in order, with the year (or which way it lies) of each day that a past verb dates.

    Args:
        symbols: What the words alone say.
        heads: The token that heads each expression, by its index.
        governing: What each belongs to, by its index.
        tenses: The tense under which each stands, by its index.
    """
    settled: list[Symbol] = []
    named: Date | Month | None = None
    told = False
    for index, symbol in enumerate(symbols):
        day, verb, past = symbol, governing.get(index), tenses.get(index) is Tense.PAST
        if isinstance(day, Date) and past and verb is not None and _is_open(day):
            earlier = _is_earlier(verb)
            again = isinstance(named, Date) and (named.month, named.day) == (day.month, day.day)
            within = isinstance(named, Month) and named.month == day.month and earlier
            if named is not None and (again or within or (earlier and told and isinstance(named, Date))):
                day = attrs.evolve(day, year=named.year)
            elif day.lean is Lean.OPEN and (earlier or narration.is_perfect(verb)) and heads[index].i < verb.i:
                day = attrs.evolve(day, lean=Lean.PAST)
        if isinstance(day, Date | Month) and day.year is not None:
            named, told = day, past
        settled.append(day)
    return settled


def _is_earlier(verb: Token) -> bool:
    """It is in the pluperfect, or belongs to a noun of such a verb: "l'offensive, menée le 15 août, avait échoué"."""
    if is_participle(verb) and not verb.auxiliaries:
        verb = verb_above(verb) or verb
    return narration.is_pluperfect(verb)


def _is_open(day: Date) -> bool:
    """Neither its year nor its weekday is said, nor which way it lies: "ce 7 août" may be near to a day of the text."""
    return day.year is None and day.weekday is None and day.lean in (Lean.OPEN, Lean.NEAREST)
