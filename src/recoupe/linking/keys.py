"""Keys: what a profile is found by. A key joins a family of kinds, a stretch of time and a trait.

Time is kept at three levels (weeks, months, always), and a profile owns keys of the level that its date is exact to:
it meets the owners of its own keys, and those of coarser keys that its days fall into. Two vague dates thus meet, an
exact and a vague one meet, and the many exact ones never meet all others of their month.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple, final

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


@final
@attrs.frozen(eq=False)
class Numbers:
    """The numbers of traits: one that was never looked up gets the next one. Those of actors are even."""

    actors: defaultdict[str, int] = attrs.field(factory=lambda: defaultdict(itertools.count(2, 2).__next__))
    others: defaultdict[str, int] = attrs.field(factory=lambda: defaultdict(itertools.count(1, 2).__next__))

    def copy(self) -> Numbers:
        """A table that goes on from this one by itself."""
        return Numbers(self.actors.copy(), self.others.copy())

    def traits(self) -> dict[int, str]:
        """Number to trait."""
        return {number: trait for table in (self.actors, self.others) for trait, number in table.items()}


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


def entry(profile: Profile, known: Numbers) -> Entry:
    """The entry of a profile.

    The word that names an event finds it by itself only where nothing better is known.
    """
    lead = [known.actors[actor] for actor in profile.actors]
    others = known.others
    rest = [others[f"frame {frame}"] for frame in profile.frames]
    unnamed = not lead
    lead += [others[f"place {place}"] for place in profile.places]
    lead += [others[f"count {concept}"] for concept in profile.concepts]
    if unnamed and lead:
        rest.append(others["no actor"])
    if not lead:
        lead, rest = rest, []
    lead += [others[f"name {name}"] for name in profile.names]
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
