"""Every time expression of an article with its days: what `recoupe dates` shows."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.calendar import (
    Cut,
    Distance,
    Duration,
    Lasting,
    Measure,
    PartOfDay,
    Recurring,
    Symbol,
    Unit,
    Window,
    from_notation,
    resolve,
)
from recoupe.extraction.analysis import Analysis, Part, reporting_blocks
from recoupe.extraction.dating.reading import Dating
from recoupe.language.contract import Language
from recoupe.model import Article, Span, TimeRole, When
from recoupe.model.validation import is_a, text

#: ISO 8601 designators of the units, and how many of them one unit is.
_DESIGNATORS = {
    Unit.SECOND: ("S", 1), Unit.MINUTE: ("M", 1), Unit.HOUR: ("H", 1), Unit.DAY: ("D", 1), Unit.WEEK: ("W", 1),
    Unit.MONTH: ("M", 1), Unit.QUARTER: ("M", 3), Unit.HALF: ("M", 6), Unit.YEAR: ("Y", 1), Unit.DECADE: ("Y", 10),
    Unit.CENTURY: ("Y", 100),
}  # fmt: skip


#: Units of the clock.
_CLOCK = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)


@final
@attrs.frozen(kw_only=True)
class DatedWords:
    """A time expression, and the days that it allows in its article."""

    #: The words.
    span: Span = attrs.field(validator=is_a(Span))
    #: How their days bound what they date.
    role: TimeRole = attrs.field(validator=is_a(TimeRole))
    #: The days; ``When()`` for durations, recurring times and vague words.
    when: When = attrs.field(validator=is_a(When))
    #: EDTF for days, an ISO 8601 duration for a duration, None where the words name neither.
    value: str | None = attrs.field(default=None, validator=text(optional=True))
    #: The policy that decided, as a sentence; None for words without a symbol.
    policy: str | None = attrs.field(default=None, validator=text(optional=True))


def times(article: Article, language: Language, anchor: When | None = None) -> tuple[DatedWords, ...]:
    """The time expressions of an article's reporting blocks and of what it says of itself, in the order of the text.

    Args:
        article: The article.
        language: The pack of its language.
        anchor: The days of publication; by default what the article's source says, ``When()`` when that is nothing.
    """
    blocks = list(reporting_blocks(article))
    docs = language.analyse(article.text[block.start : block.end] for block in blocks)
    parts = tuple(Part(block=block, doc=doc) for block, doc in zip(blocks, docs, strict=True))
    days = anchor or article.source.published or When()
    dating = Dating.of(Analysis(article=article, parts=parts), days, language)
    return tuple(_dated(expression.span, expression.role, expression.symbol, days) for expression in dating.expressions)


def _dated(span: Span, role: TimeRole, notation: str | None, anchor: When) -> DatedWords:
    if notation is None:
        return DatedWords(span=span, role=role, when=When())
    symbol = from_notation(notation)
    resolution = resolve(symbol, anchor)
    value = _value(symbol, resolution.when, role)
    return DatedWords(span=span, role=role, when=resolution.when, value=value, policy=resolution.policy or None)


def _value(symbol: Symbol, when: When, role: TimeRole) -> str | None:
    """EDTF for days (with the clock time, or TIMEX3's letters for a part of the day, which EDTF has no word for), an
    ISO 8601 duration for stretches and periods; None for what names neither."""
    match symbol:
        case Duration() | Recurring():
            return symbol.value
        case Window():
            return _duration(str(symbol.count), symbol.unit)
        case Distance(measure=Measure.SOME):
            return _duration("X", symbol.unit)
        case Distance() if role is TimeRole.START or symbol.unit in _CLOCK:
            # "depuis trois ans" says how long, rather than the year it began in; "une heure plus tard" names no day
            return _duration(str(symbol.count), symbol.unit)
        case Cut() | Lasting():
            return _value(symbol.of, when, role)
    if when.is_unknown:
        return None
    if when.is_day and when.at is not None:
        return f"{when.edtf}T{when.at.isoformat()[:5]}"
    if when.is_day and isinstance(symbol, PartOfDay):
        return f"{when.edtf}T{symbol.part.value}"
    return when.edtf


def _duration(count: str, unit: Unit) -> str:
    designator, times = _DESIGNATORS[unit]
    number = count if times == 1 or count == "X" else str(int(count) * times)
    return f"PT{number}{designator}" if unit in _CLOCK else f"P{number}{designator}"
