"""`Naming`: how reports name an event. Few namings differ, so that what two of them say of each other is remembered."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, final

import attrs

from recoupe.linking.tables import kinds
from recoupe.model import Kind, Status

#: How many namings, and how many answers on pairs of them, are remembered.
REMEMBERED: Final = 1 << 16


@final
@attrs.frozen(eq=False)
class Naming:
    """What reports often have in common; equal namings are one object, as a rule."""

    #: What happened.
    kind: Kind
    #: Refinements given.
    modes: frozenset[str]
    #: Kinds with their modes ("assault/combat").
    acts: frozenset[str]
    #: Lexicon entries that named it, and the folded trigger words where there is none.
    frames: frozenset[str]
    #: Beginnings of the words that name it.
    stems: frozenset[str]
    #: Whether it happened.
    status: Status
    #: Acts that one happening may be told as instead of `acts`.
    near: frozenset[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        found = kinds().near
        object.__setattr__(self, "near", frozenset(other for one in self.acts for other in found.get(one, ())))


#: The naming with these values.
naming = lru_cache(maxsize=REMEMBERED)(Naming)
