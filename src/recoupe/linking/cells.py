"""Cells: who is found in one family of kinds in one stretch of time, by which trait, and who meets whom there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final, final

import attrs

from recoupe.linking.keys import EVERYBODY, Entry
from recoupe.linking.parting import WHOLE, Group, Parting, Parts, differing, groups_of, is_heavy, tell

#: Trait to those whom it finds; their numbers ascend.
Shelves = dict[int, list[int]]


@final
@attrs.frozen(eq=False)
class Cell:
    """The profiles of one cell. A value; what it is depends on them alone."""

    #: Those who own the cell.
    owners: Shelves = attrs.field(factory=dict)
    #: Those who visit it.
    visitors: Shelves = attrs.field(factory=dict)
    #: Trait that too many share here to what they are parted into.
    heavy: dict[int, Parts] = attrs.field(factory=dict)

    def changed(
        self, gone: Mapping[int, Entry], owning: Shelves, visiting: Shelves, parting: Parting
    ) -> tuple[Cell, set[int]]:
        """Without those `gone`, then with those who come, owning or visiting it.

        Gives also those who may meet others here than before, beside those who come.
        """
        owners, owned = _changed(self.owners, gone, owning)
        visitors, visited = _changed(self.visitors, gone, visiting)
        touched = owned if self is EMPTY else owned | visited
        now = {t for t in touched if t in owners and is_heavy(t, len(owners[t]), len(visitors.get(t, ())))}
        turned = now ^ (touched & self.heavy.keys())
        heavy = self.heavy.keys() ^ turned
        cell = Cell(owners, visitors, {trait: parts for trait, parts in self.heavy.items() if trait in heavy})
        again = now if self is EMPTY else now.union(cell._beside(turned, heavy, parting.entries))
        for trait in again:
            cell.heavy[trait] = parting.parts(trait, cell._sides(trait), heavy)
        if self is EMPTY:
            return cell, set()
        return cell, set().union(*(differing(self._parts(t), cell._parts(t)) for t in again | turned))

    def _beside(self, turned: Set[int], heavy: Iterable[int], entries: Mapping[int, Entry]) -> Iterator[int]:
        """The heavy traits that share members with `turned` ones, which may part these otherwise than before."""
        every = frozenset(heavy)
        for trait in turned - {EVERYBODY}:
            for members in self._sides(trait):
                for n in members:
                    yield from every.intersection(entries[n].lead)

    def _sides(self, trait: int) -> tuple[list[int], list[int]]:
        return self.owners.get(trait, []), self.visitors.get(trait, [])

    def _parts(self, trait: int) -> Parts:
        return self.heavy[trait] if trait in self.heavy else {WHOLE: Group(*self._sides(trait))}

    def met(self, n: int, found: Entry) -> Iterator[Iterable[int]]:
        """Those whom the profile with this number and entry meets; it may be among them."""
        for trait in found.shelves:
            parts = self.heavy.get(trait)
            for group in (Group(*self._sides(trait)),) if parts is None else groups_of(parts, trait, found):
                yield from group.met(n)

    def tell(self, met: Mapping[int, set[int]]) -> None:
        """Add to `met`, for each profile, the smaller ones that it meets here."""
        for trait, owners in self.owners.items():
            visitors = self.visitors.get(trait, ())
            if trait in self.heavy:
                for group in self.heavy[trait].values():
                    if group is not None:
                        group.tell(met)
            elif visitors or len(owners) > 1:
                tell(owners, visitors, met)


#: A cell that nobody is in.
EMPTY: Final = Cell()


def shelve(n: int, traits: Iterable[int], shelves: Shelves) -> None:
    """Put a profile where each of its traits finds it; numbers come ascending."""
    for trait in traits:
        if trait in shelves:
            shelves[trait].append(n)
        else:
            shelves[trait] = [n]


def _changed(shelves: Shelves, gone: Mapping[int, Entry], coming: Shelves) -> tuple[Shelves, Set[int]]:
    """Without those `gone`, then with those who come; and the traits that find others than before."""
    if not shelves:
        return coming, coming.keys()
    out = dict(shelves)
    lost = {trait for found in gone.values() for trait in found.shelves} & out.keys()
    for trait in lost:
        out[trait] = [n for n in out[trait] if n not in gone]
        if not out[trait]:
            del out[trait]
    out.update((trait, out[trait] + more if trait in out else more) for trait, more in coming.items())
    return out, lost | coming.keys()
