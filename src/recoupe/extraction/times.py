"""Every time expression of an article with its days: what `recoupe dates` shows."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.calendar import Duration, from_notation, resolve
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.dating import Dating
from recoupe.language.contract import Language
from recoupe.model import Article, Span, TimeRole, When
from recoupe.model.validation import is_a, text


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
    blocks = [block for block in article.blocks if block.reports]
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
    days = None if resolution.when.is_unknown else resolution.when.edtf
    value = symbol.value if isinstance(symbol, Duration) else days
    return DatedWords(span=span, role=role, when=resolution.when, value=value, policy=resolution.policy or None)
