"""Parting: the members of a heavy key, in groups small enough to be compared pair by pair."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, final

import attrs

from recoupe.linking.keys import EVERYBODY, Entry, is_actor
from recoupe.linking.profile import Profile

#: A key whose members would form more pairs than this is heavy. 30 pairs are 8 reports of one week that share a kind
#: and an actor. Twice as many find a quarter more pairs to compare and no more happenings; on articles, where two
#: reports of one happening share several traits, a third of it finds as many.
HEAVY_PAIRS = 30
#: The same for a place or a thing counted: two reports that share it and no actor seldom mean one happening.
HEAVY_WITHOUT_ACTORS = 8
#: Up to so many pairs all in a cell are compared, whatever they share: some thirty reports of a week and of one family
#: of kinds. Short reports may share nothing but what happened ("un incendie", "l'incendie de la rue Haute").
FEW_PAIRS = 500
#: Beyond this many pairs a group that shares three traits compares near neighbours only.
NEIGHBOURLY = 20_000
#: How many neighbours, by date and wording, are compared then.
NEIGHBOURS = 40

#: Gives a profile's place in an order that rests on content alone.
Order = Callable[[int], Any]
#: The owners of a key, and its visitors.
_Sides = tuple[list[int], list[int]]


@final
@attrs.frozen(eq=False)
class Group:
    """Profiles that share a key, by ascending numbers: each owner meets all others, each visitor meets the owners."""

    owners: Sequence[int]
    visitors: Sequence[int] = ()
    #: For each member, the few that it meets instead; None unless the group is crowded.
    near: Mapping[int, Collection[int]] | None = None

    def met(self, n: int) -> Iterator[Collection[int]]:
        """Those whom a member meets, in one or two collections; it may be among them."""
        if self.near is not None:
            yield self.near[n]
            return
        yield self.owners
        if self.visitors and n in self.owners:
            yield self.visitors

    def tell(self, met: Mapping[int, set[int]]) -> None:
        """Add to `met`, for each member, the smaller ones that it meets."""
        if self.near is None:
            tell(self.owners, self.visitors, met)
            return
        for n, near in self.near.items():
            met[n].update(m for m in near if m < n)


def tell(owners: Sequence[int], visitors: Sequence[int], met: Mapping[int, set[int]]) -> None:
    """Add to `met` the smaller numbers that each one meets where owners meet all others, and visitors the owners."""
    for at in range(1, len(owners)):
        met[owners[at]].update(owners[:at])
    if visitors:
        for side, other in ((owners, visitors), (visitors, owners)):
            for n in side:
                if n > other[0]:
                    met[n].update(other[: bisect(other, n)])


#: The groups of a heavy key, by one further trait, or by two, or by `ALONE` where there is none. None stands where the
#: further trait is heavy too, and those who share it are in the groups of two.
Node = tuple[int, ...]
Parts = dict[Node, Group | None]
ALONE = (0,)
#: Stands for all members of a key that is not heavy.
WHOLE: Node = ()


def is_heavy(trait: int, owners: int, visitors: int) -> bool:
    """So many owners and visitors of a trait are too many."""
    if trait == EVERYBODY:
        return _pairs(owners, visitors) > FEW_PAIRS
    return _pairs(owners, visitors) > (HEAVY_PAIRS if is_actor(trait) else HEAVY_WITHOUT_ACTORS)


def _pairs(owners: int, visitors: int) -> int:
    return owners * (owners - 1) // 2 + owners * visitors


@final
@attrs.frozen(eq=False)
class Parting:
    """What parts the members of heavy keys."""

    entries: Mapping[int, Entry]
    profiles: Mapping[int, Profile]
    #: The order in which neighbours stand, after their date and wording.
    order: Order

    def parts(self, trait: int, sides: _Sides, heavy: Container[int]) -> Parts:
        """The groups of those who share `trait` in a cell.

        Args:
            trait: What they share.
            sides: The owners and the visitors.
            heavy: The traits that are heavy in the cell. Those who share another one that finds them by itself meet
                there, and of two heavy ones with the same members the smaller parts them.
        """
        if trait == EVERYBODY:
            return {}  # other traits find them
        owners, visitors = sides
        owned = self._by_further(trait, owners, heavy)
        visited = self._by_further(trait, visitors, heavy, owned)
        out: Parts = {}
        crowds: dict[int, _Sides] = {}
        for further, found in owned.items():
            coming = visited.get(further, [])
            if further and _pairs(len(found), len(coming)) > HEAVY_PAIRS:
                crowds[further] = found, coming
                out[further,] = None
            elif len(found) + len(coming) > 1:
                out[further,] = self._group(found, coming)
        for further in crowds:
            for last, (found, coming) in self._third(further, crowds).items():
                if found and len(found) + len(coming) > 1:
                    out[further, last] = self._group(found, coming)
        return out

    def _by_further(
        self, trait: int, members: Iterable[int], heavy: Container[int], among: Container[int] | None = None
    ) -> dict[int, list[int]]:
        """The members by each further trait (of `among`, unless it is None), and by 0 those that have none.

        Args:
            trait: What the members share.
            members: Who share it.
            heavy: The traits that are heavy; those behind `trait` part its members.
            among: The traits that are of use.
        """
        out: dict[int, list[int]] = {}
        for n in members:
            lead, rest = self.entries[n][:2]
            further: Iterable[int] = rest or (ALONE if len(lead) == 1 else ())
            if lead[-1] != trait:  # the last of those that lead has none behind it
                further = chain(filter(heavy.__contains__, lead[lead.index(trait) + 1 :]), rest)
            for other in further:
                if other in out:
                    out[other].append(n)
                elif among is None or other in among:
                    out[other] = [n]
        return out

    def _third(self, trait: int, crowds: Mapping[int, _Sides]) -> Mapping[int, _Sides]:
        """Those in a crowd, by a third trait that is crowded too; those without one by 0."""
        third: defaultdict[int, _Sides] = defaultdict(lambda: ([], []))
        for side, members in enumerate(crowds[trait]):
            for n in members:
                found = self.entries[n]
                if len(found.lead) + len(found.rest) == 2:
                    third[0][side].append(n)
                for last in _later(found, trait):
                    if last in crowds:
                        third[last][side].append(n)
        return third

    def _group(self, owners: list[int], visitors: list[int]) -> Group:
        crowded = _pairs(len(owners), len(visitors)) > NEIGHBOURLY
        return Group(owners, visitors, self._neighbours({*owners, *visitors}) if crowded else None)

    def _neighbours(self, members: set[int]) -> dict[int, set[int]]:
        """The nearest of each member, by date and wording."""

        def place(n: int) -> tuple[Any, ...]:
            profile = self.profiles[n]
            return profile.first, profile.last, sorted(profile.words), self.order(n)

        queue = sorted(members, key=place)
        out: dict[int, set[int]] = {n: set() for n in queue}
        for at, n in enumerate(queue):
            for other in queue[at + 1 : at + 1 + NEIGHBOURS]:
                out[n].add(other)
                out[other].add(n)
        return out


def groups_of(parts: Parts, trait: int, found: Entry) -> Iterator[Group]:
    """The groups, among the parts of a heavy trait, of a member with this entry."""
    if not parts:
        return
    alone = parts.get(ALONE) if len(found.lead) + len(found.rest) == 1 else None
    if alone is not None:
        yield alone
    for further in _later(found, trait):
        if (further,) not in parts:
            continue
        group = parts[further,]
        if group is not None:
            yield group
            continue
        lasts = _later(found, further) if len(found.lead) + len(found.rest) > 2 else (0,)
        for last in lasts:
            group = parts.get((further, last))
            if group is not None:
                yield group


def _later(found: Entry, trait: int) -> tuple[int, ...]:
    """The traits that stand after one of an entry's own."""
    every = found.lead + found.rest
    return every[every.index(trait) + 1 :]


def differing(before: Parts, after: Parts) -> set[int]:
    """The members of groups that are in only one of two states of a key, or crowded and no longer the same."""
    out: set[int] = set()
    for node in before.keys() | after.keys():
        old, new = before.get(node), after.get(node)
        crowded = [group.near for group in (old, new) if group is not None and group.near is not None]
        if (old is None) != (new is None) or (crowded and crowded[0] != crowded[-1]) or len(crowded) == 1:
            for group in (old, new):
                if group is not None:
                    out.update(group.owners, group.visitors)
    return out
