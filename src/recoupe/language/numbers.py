"""Numbers in a text: what a language pack recognises, before it is known what they count."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.model import Qualifier


@final
@attrs.frozen(kw_only=True)
class Number:
    """A number in a text, with its qualifier and unit. Offsets count code points; the ends are not included."""

    #: Where the words start, qualifier and article included.
    start: int
    #: Where they end, unit included.
    end: int
    #: Where the number itself ends; what is counted follows it, or the unit.
    number_end: int
    #: Lowest value; None: not bounded.
    low: int | float | None
    #: Highest value, included; None: not bounded.
    high: int | float | None
    #: How exact it is called.
    qualifier: Qualifier
    #: ISO 4217 code, ``%``, UCUM symbol; ``1`` for a share of a whole ("deux tiers"); None for a count.
    unit: str | None = None
    #: What it counts follows with "de": "une dizaine de", "deux millions d'".
    links: bool = False
    #: The length of a sentence that a court gives: the only duration that is a figure.
    is_term: bool = False
    #: It counts only of those to whom something is done: one person, or some already named ("les six suspects").
    weak: bool = False
