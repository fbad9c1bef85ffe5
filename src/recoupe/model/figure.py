"""`Figure`: a number with its qualifier and what it counts."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Any, final

import attrs

from recoupe.model.attribution import Attribution
from recoupe.model.identity import ADDED
from recoupe.model.validation import as_tuple, is_a, items_are, refuse, text


class Qualifier(StrEnum):
    """How exact the source calls a number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


def _plain(value: Any) -> Any:
    """4.0 is 4: one number has one form."""
    return int(value) if isinstance(value, float) and math.isfinite(value) and value.is_integer() else value


_number = is_a(int, float, optional=True)


@final
@attrs.frozen(kw_only=True)
class Figure:
    """A counted or measured quantity, as an interval of numbers; both ends are included, and either may be open.

    "1000 démineurs" is 1000 to 1000, exact; "plus de 10 000 soldats" is 10 000 to None, at least; "entre 10 et 15" is
    10 to 15, exact; "environ 600" is 600 to 600, about.
    """

    #: The lowest value; None: not bounded.
    low: int | float | None = attrs.field(default=None, converter=_plain, validator=_number)
    #: The highest value, included; None: not bounded.
    high: int | float | None = attrs.field(default=None, converter=_plain, validator=_number)
    #: How exact the source calls it.
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACT, validator=is_a(Qualifier))
    #: What is counted, as the text says it ("ouvriers de construction militaire"); None when it does not say.
    of: str | None = attrs.field(default=None, validator=text(optional=True))
    #: The unit of a measure: an ISO 4217 currency code, ``%``, or a unit symbol; None for a count.
    unit: str | None = attrs.field(default=None, validator=text(optional=True))
    #: The words, quoted from the article.
    words: str = attrs.field(validator=text())
    #: Where `words` start in the article's text, in code points; None once figures of several articles are joined.
    start: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    #: Who gives it, nearest first, where that is not whoever tells the mention ("1 200 selon la police"); empty: nobody
    #: else. In an event: all who give it, identified, and no words; empty where no one gives this range.
    attribution: tuple[Attribution, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are(Attribution), metadata=ADDED
    )

    @high.validator
    def _in_order(self, attribute: attrs.Attribute[Any], value: float | None) -> None:
        for bound in (self.low, value):
            if bound is not None and not math.isfinite(bound):
                raise refuse(self, attribute, bound, "a finite number")
        if self.low is None and value is None:
            raise refuse(self, attribute, value, "at least one bound")
        if self.low is not None and value is not None and value < self.low:
            raise refuse(self, attribute, value, f"a number not below low ({self.low})")
