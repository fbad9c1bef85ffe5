"""Keys: what a profile is found by. A key joins a family of kinds, a stretch of time and a trait.

Time is kept at three levels (weeks, months, always), and a profile owns keys of the level that its date is exact to:
it meets the owners of its own keys, and those of coarser keys that its days fall into. Two vague dates thus meet, an
exact and a vague one meet, and the many exact ones never meet all others of their month.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final, NamedTuple, final

import attrs

from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.profile import Profile
from recoupe.linking.tables import kinds
from recoupe.model import Kind

#: Dates that span more days than this own months; more than `MONTHS_SPAN`, no stretch at all.
WEEKS_SPAN, MONTHS_SPAN = 14, 100
_WEEK, _MONTH = 7, 30

#: Family, level and stretch are one number, the cell. The bits of the stretch hold every week of the calendar.
_STRETCH_BITS, _LEVEL_BITS = 20, 2
_LEVELS = ("week", "month", "always")
_MONTHS, _ALWAYS = 1 << _STRETCH_BITS, 2 << _STRETCH_BITS


#: The trait of those that name no actor.
_NO_ACTOR: Final = 1
#: The trait of all. It finds as long as few are in a cell.
EVERYBODY: Final = -1
_Table = defaultdict[str, int]


@final
@attrs.frozen(eq=False)
class Numbers:
    """The numbers of traits: one that was never looked up gets the next one. Those of actors are even."""

    actors: _Table
    frames: _Table
    places: _Table
    concepts: _Table
    names: _Table

    @classmethod
    def none(cls) -> Numbers:
        """Tables without a trait."""
        even, odd = itertools.count(2, 2).__next__, itertools.count(_NO_ACTOR + 2, 2).__next__
        return cls(_Table(even), _Table(odd), _Table(odd), _Table(odd), _Table(odd))

    def copy(self) -> Numbers:
        """Tables that go on from these by themselves."""
        return Numbers(*(table.copy() for table in self._tables.values()))

    @property
    def _tables(self) -> dict[str, _Table]:
        """By what a reader calls their traits, which is nothing for actors."""
        return {
            "": self.actors,
            "frame ": self.frames,
            "place ": self.places,
            "count ": self.concepts,
            "name ": self.names,
        }

    def traits(self) -> dict[int, str]:
        """Number to trait."""
        found = {n: f"{sort}{trait}" for sort, table in self._tables.items() for trait, n in table.items()}
        return {_NO_ACTOR: "no actor", **found}


def is_actor(trait: int) -> bool:
    """The trait with this number is an actor."""
    return trait % 2 == 0


class Entry(NamedTuple):
    """What one profile is found by, as numbers."""

    #: Traits that find it by themselves, ascending.
    lead: tuple[int, ...]
    #: Traits that find it only together with another one, ascending.
    rest: tuple[int, ...]
    #: Cells that it owns.
    own: tuple[int, ...]
    #: Cells, mostly coarser ones, whose owners it meets.
    visit: tuple[int, ...]

    @property
    def shelves(self) -> tuple[int, ...]:
        """The traits that it is shelved by."""
        return *self.lead, EVERYBODY


def entry(profile: Profile, known: Numbers) -> Entry:
    """The entry of a profile.

    The word that names an event finds it by itself only where nothing better is known.
    """
    lead = [*map(known.actors.__getitem__, profile.actors)]
    rest = [*map(known.frames.__getitem__, profile.frames)]
    unnamed = not lead
    lead += map(known.places.__getitem__, profile.places)
    lead += map(known.concepts.__getitem__, profile.concepts)
    if unnamed and lead:
        rest.append(_NO_ACTOR)
    if not lead:
        lead, rest = rest, []
    lead += map(known.names.__getitem__, profile.names)
    lead.sort()
    rest.sort()
    own, visit = _cells(profile.kind, profile.first, profile.last)
    return Entry(tuple(lead), tuple(rest), own, visit)


@lru_cache(maxsize=65536)
def _cells(kind: Kind, first: int, last: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The cells that a profile of this kind and these days owns and visits."""
    own, visit = _stretches(first, last)
    families = [number << _STRETCH_BITS + _LEVEL_BITS for number in _families()[kind]]
    return tuple([f | n for f in families for n in own]), tuple([f | n for f in families for n in visit])


def _stretches(first: int, last: int) -> tuple[list[int], list[int]]:
    """The stretches of time, as numbers that hold the level."""
    if first == OPEN_START or last == OPEN_END or last - first > MONTHS_SPAN:
        return [_ALWAYS], []
    months = [_MONTHS | n for n in range(first // _MONTH, last // _MONTH + 1)]
    if last - first > WEEKS_SPAN:
        return months, [_ALWAYS]
    low, high = first // _WEEK, last // _WEEK
    visit = [*months, _ALWAYS]
    # Reports of one day are off by one now and then: the neighbouring weeks are visited.
    if (first - 1) // _WEEK < low:
        visit.append(low - 1)
    if (last + 1) // _WEEK > high:
        visit.append(high + 1)
    return [*range(low, high + 1)], visit


@cache
def _families() -> dict[Kind, list[int]]:
    """Kind to the numbers of its families."""
    names = _family_names()
    return {kind: [names.index(f) for f in sorted(found)] for kind, found in kinds().families.items()}


@cache
def _family_names() -> list[str]:
    return sorted({f for found in kinds().families.values() for f in found})


def cell_in_words(cell: int) -> str:
    """A cell for a reader."""
    family = _family_names()[cell >> _STRETCH_BITS + _LEVEL_BITS]
    level = _LEVELS[cell >> _STRETCH_BITS & (1 << _LEVEL_BITS) - 1]
    return f"{family}, {level} {cell & (1 << _STRETCH_BITS) - 1}"
