"""`Attribution`: who an article says says so, and how they stand to it."""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from recoupe.model.span import Span
from recoupe.model.validation import is_a, reference


class Stance(StrEnum):
    """How a party that an article cites stands to what it is cited for."""

    #: It says so; the article takes no distance.
    ASSERTS = "asserts"
    #: It says so, and the article leaves it to it ("affirme", "prétend", "assure").
    CLAIMS = "claims"
    #: It says that it is not so.
    DENIES = "denies"
    #: It doubts it.
    DOUBTS = "doubts"
    #: The article notes that it does not mention it.
    OMITS = "omits"


@final
@attrs.frozen(kw_only=True)
class Attribution:
    """One link of the chain of who says so."""

    #: The actor's id.
    actor: str = attrs.field(validator=reference("a"))
    #: How it stands to what it is cited for.
    stance: Stance = attrs.field(default=Stance.ASSERTS, validator=is_a(Stance))
    #: The words that cite it; None for a credit of the whole article.
    span: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))
