"""`Reading`: what extraction makes of one article, and what it could not make anything of."""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from recoupe.model.actor import Actor
from recoupe.model.article import Article
from recoupe.model.expression import TimeExpression
from recoupe.model.mention import Mention
from recoupe.model.span import Span
from recoupe.model.validation import as_tuple, is_a, items_are, text


class GapKind(StrEnum):
    """What a gap looked like."""

    EVENT = "event"
    DATE = "date"
    ACTOR = "actor"
    FIGURE = "figure"
    TEXT = "text"


@final
@attrs.frozen(kw_only=True)
class Gap:
    """Words that looked like something and could not be interpreted: reported, never dropped silently."""

    #: What it looked like.
    kind: GapKind = attrs.field(validator=is_a(GapKind))
    #: The words.
    span: Span = attrs.field(validator=is_a(Span))
    #: Why it could not be interpreted, as a sentence.
    reason: str = attrs.field(validator=text())


@final
@attrs.frozen(kw_only=True)
class Reading:
    """An article, and all that was read in it."""

    #: The article.
    article: Article = attrs.field(validator=is_a(Article))
    #: The events that it reports, in the order of the text.
    mentions: tuple[Mention, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Mention))
    #: The actors that its mentions refer to.
    actors: tuple[Actor, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Actor))
    #: Every time expression, in the order of the text, whether it dates a mention or not.
    expressions: tuple[TimeExpression, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are(TimeExpression)
    )
    #: What could not be interpreted, in the order of the text.
    gaps: tuple[Gap, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Gap))
