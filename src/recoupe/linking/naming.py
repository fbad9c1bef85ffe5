"""`Naming`: how reports name an event, and how far two namings agree.

Few namings differ, so that what two of them say of each other is remembered.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, final

import attrs

from recoupe.linking.tables import kinds
from recoupe.model import Kind, Status

#: A level that a comparison reaches (`data/weights.toml`); None where there is nothing to compare.
Outcome = str | None
#: How many namings, and how many answers on pairs of them, are remembered.
REMEMBERED: Final = 1 << 16
#: From the weakest to the firmest word on whether it happened.
FIRMNESS = (Status.POSSIBLE, Status.PLANNED, Status.DENIED, Status.OCCURRED, Status.ONGOING)
#: Statuses of what came to pass.
HAPPENS = frozenset({Status.OCCURRED, Status.ONGOING})


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
    #: Kinds that what it stands for may be read as, where a general noun names it ("opération").
    general: frozenset[Kind]
    #: Acts that one happening may be told as instead of `acts`.
    near: frozenset[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        found = kinds().near
        object.__setattr__(self, "near", frozenset(other for one in self.acts for other in found.get(one, ())))


#: The naming with these values.
naming = lru_cache(maxsize=REMEMBERED)(Naming)


def kind_level(a: Naming, b: Naming) -> Outcome:
    """Whether both are of one kind, or of two that one word or one happening may be told as."""
    apart = a.stems.isdisjoint(b.stems)
    if a.kind is b.kind:
        if apart and _vague(a, b):
            return "vague"
        if a.kind in kinds().repeated:
            return "repeated"
        return "same" if kinds().single.isdisjoint(a.acts & b.acts) else "single"
    if not apart:
        return "word"
    if not a.near.isdisjoint(b.acts):
        return "near"
    return "general" if general(a, b) else "related"


def told_as(a: Naming, b: Naming) -> bool:
    """One happening may be told as either."""
    return not a.near.isdisjoint(b.acts) or general(a, b)


def general(a: Naming, b: Naming) -> bool:
    """A general word names one of them that may mean the other: "l'opération", "cette décision"."""
    return a.status is b.status and (a.kind in b.general or b.kind in a.general)


def _vague(a: Naming, b: Naming) -> bool:
    """No mode says more than the kind; and that two things are of no kind in particular says nothing of them."""
    return not (a.modes or b.modes) or (a.kind is Kind.OTHER and a.modes.isdisjoint(b.modes))


def mode_level(a: Naming, b: Naming) -> Outcome:
    """Whether both are of one mode of their kind."""
    if not a.modes or not b.modes or a.kind is not b.kind:  # modes refine one kind
        return None
    if not a.modes.isdisjoint(b.modes):
        return "same"
    return "different" if a.near.isdisjoint(b.acts) else "near"


def meaning_level(a: Naming, b: Naming) -> Outcome:
    """Whether one word, one stem, one meaning or one mode of the kind names both."""
    if not a.stems.isdisjoint(b.stems):
        return "word" if a.stems <= b.stems or b.stems <= a.stems else "stem"
    if not kinds().broad.isdisjoint(a.acts & b.acts):
        return "broad"
    if not a.frames.isdisjoint(b.frames):
        return "same"
    if a.kind is not b.kind:  # words of two kinds always differ
        return None
    return "different" if a.modes.isdisjoint(b.modes) else "mode"


def status_level(a: Naming, b: Naming) -> Outcome:
    """Whether both happened, are planned ..."""
    if a.status is b.status:
        return "same"
    pair = {a.status, b.status}
    return "different" if Status.PLANNED in pair and Status.POSSIBLE not in pair else "asserted"


def opposed(a: Naming, b: Naming) -> bool:
    """One undoes what the other does, and neither is told as both."""
    if not a.acts.isdisjoint(b.acts):
        return False
    return any(not b.acts.isdisjoint(kinds().opposite.get(one, ())) for one in a.acts)


def planned(a: Naming, b: Naming) -> bool:
    """One is the plan of what came to pass in the other."""
    if a.status is b.status:
        return False
    pair = {a.status, b.status}
    return Status.PLANNED in pair and not pair.isdisjoint(HAPPENS)
