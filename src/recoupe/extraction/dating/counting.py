"""Times that are counted from a happening: "trois jours après l'attaque", "au lendemain de l'attaque".

They date what the sentence tells where the day of that happening is known, by words of its own ("l'attaque de lundi")
or from elsewhere in the article; the other way round, the day of what is told dates the happening.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from recoupe.calendar import Date, Distance, Publication, Relative, Side, Symbol, Unit, Unknown
from recoupe.extraction.dependencies import verb_above
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import When

#: How many tokens stand before the noun: "l'humiliante" in "trois jours après l'humiliante défaite".
_LEADING = 4


def landmark(symbol: Symbol, tokens: Run, language: Language) -> Token | None:
    """The noun from whose day the expression counts; None where it counts from no noun."""
    if not isinstance(symbol, Distance | Relative) or not isinstance(symbol.of, Unknown | Publication):
        return None
    doc, start, end = tokens.doc, tokens.end, tokens.sent.end
    if isinstance(symbol, Distance):
        if start >= end or doc[start].lower_ not in language.grammar.of("conjunctions", "time"):
            return None
        start += 1
    elif start == 0 or doc[start - 1].lower_ not in ("de", "du", "des", "d'"):
        return None
    for token in doc[start : min(end, start + _LEADING)]:
        if token.pos_ == "NOUN":
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM", "ADP"):
            return None
    return None


def told(noun: Token) -> Token | None:
    """The verb that tells what came so long after it, or before it."""
    return verb_above(noun)


def counted(symbol: Symbol) -> Symbol:
    """What the expression says of the verb's day, `Unknown` standing for that of the noun. Its own symbol counts from
    the verb's day to the noun's where it is a distance."""
    if not isinstance(symbol, Distance):
        return symbol
    return attrs.evolve(symbol, side=Side.BEFORE if symbol.side is Side.AFTER else Side.AFTER)


def dated_by(index: int, noun: Token, governing: Mapping[int, Token | None], symbols: Sequence[Symbol]) -> int | None:
    """The expression that dates the noun in its own sentence, behind it; None where there is none."""
    behind = (i for i, governor in governing.items() if i > index and governor == noun and not _counts(symbols[i]))
    return next(behind, None)


def on(symbol: Symbol, when: When) -> Symbol:
    """The expression, where the noun's day is `when`; as it is where that is no day."""
    found, day = counted(symbol), when.earliest
    if day is None or not when.is_day or not isinstance(found, Distance | Relative):
        return symbol
    return attrs.evolve(found, of=Date(day.year, day.month, day.day))


def back_from(symbol: Symbol, when: When) -> Symbol:
    """The expression as it counts from the verb's day, which is `when`, to that of the noun."""
    day = when.earliest
    if day is None or not isinstance(symbol, Distance):
        return symbol
    return attrs.evolve(symbol, of=Date(day.year, day.month, day.day))


def is_exact(symbol: Symbol) -> bool:
    """It counts days or longer units, which give days."""
    return isinstance(symbol, Distance | Relative) and symbol.unit not in (Unit.HOUR, Unit.MINUTE, Unit.SECOND)


def _counts(symbol: Symbol) -> bool:
    return isinstance(symbol, Distance | Relative) and isinstance(symbol.of, Unknown)
