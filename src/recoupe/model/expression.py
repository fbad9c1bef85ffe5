"""`TimeExpression`: words that date something, with the symbol that they stand for."""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from recoupe.model.span import Span
from recoupe.model.validation import is_a, text


class TimeRole(StrEnum):
    """How the days of a time expression bound what they date."""

    #: It happened somewhere within these days.
    WITHIN = "within"
    #: It began then ("depuis août 2024", "à partir du 3 juin").
    START = "start"
    #: It ended then ("jusqu'au 3 juin").
    END = "end"
    #: It is to happen by then ("d'ici à vendredi").
    DEADLINE = "deadline"
    #: It lies in a stretch that ends or begins at a known point ("en moins de quinze jours").
    WINDOW = "window"
    #: How long it lasted ("pendant trois jours").
    DURATION = "duration"
    #: It recurs ("chaque mardi").
    RECURRING = "recurring"
    #: It dates the article, not an event ("Publié le 17/06/2025").
    PUBLICATION = "publication"


@final
@attrs.frozen(kw_only=True)
class TimeExpression:
    """A time expression of an article, before it is resolved: its symbol waits for an anchor."""

    #: The words, article and modifier inside, preposition outside.
    span: Span = attrs.field(validator=is_a(Span))
    #: The symbol in its canonical notation (`recoupe.calendar`); None for vague words ("récemment").
    symbol: str | None = attrs.field(default=None, validator=text(optional=True))
    #: How its days bound what they date.
    role: TimeRole = attrs.field(default=TimeRole.WITHIN, validator=is_a(TimeRole))
