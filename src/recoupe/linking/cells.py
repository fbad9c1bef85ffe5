"""Cells: who is found in one family of kinds in one stretch of time, by which trait, and who meets whom there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, final

import attrs

from recoupe.linking.keys import Entry
from recoupe.linking.parting import WHOLE, Group, Parting, Parts, differing, groups_of, is_heavy, tell

#: Trait to those whom it finds; their numbers ascend.
_Shelves = Mapping[int, list[int]]


@final
@attrs.frozen(eq=False)
class Cell:
    """The profiles of one cell. A value; what it is depends on them alone."""

    #: Those who own the cell.
    owners: _Shelves = attrs.field(factory=dict)
    #: Those who visit it.
    visitors: _Shelves = attrs.field(factory=dict)
    #: Trait that too many share here to what they are parted into.
    heavy: dict[int, Parts] = attrs.field(factory=dict)

    def changed(
        self, gone: Mapping[int, Entry], owning: Sequence[int], visiting: Sequence[int], parting: Parting
    ) -> tuple[Cell, set[int]]:
        """Without those `gone`, then with those who come, owning or visiting it.

        Gives also those who may meet others here than before, beside those who come.
        """
        owners, touched = _changed(self.owners, gone, owning, parting.entries)
        visitors, visited = _changed(self.visitors, gone, visiting, parting.entries)
        touched |= visited
        now = {t for t in touched & owners.keys() if is_heavy(t, len(owners[t]), len(visitors.get(t, ())))}
        turned = now ^ (touched & self.heavy.keys())
        heavy = self.heavy.keys() ^ turned
        cell = Cell(owners, visitors, {trait: parts for trait, parts in self.heavy.items() if trait in heavy})
        again = now if self is EMPTY else now.union(cell._beside(turned, heavy, parting.entries))
        for trait in again:
            cell.heavy[trait] = parting.parts(trait, cell._sides(trait), heavy)
        if self is EMPTY:
            return cell, set()
        return cell, set().union(*(differing(self._parts(t), cell._parts(t)) for t in again | turned))

    def _beside(self, turned: Iterable[int], heavy: Iterable[int], entries: Mapping[int, Entry]) -> Iterator[int]:
        """The heavy traits that share members with `turned` ones, which may part these otherwise than before."""
        every = frozenset(heavy)
        for trait in turned:
            for members in self._sides(trait):
                for n in members:
                    yield from every.intersection(entries[n].lead)

    def _sides(self, trait: int) -> tuple[list[int], list[int]]:
        return self.owners.get(trait, []), self.visitors.get(trait, [])

    def _parts(self, trait: int) -> Parts:
        return self.heavy[trait] if trait in self.heavy else {WHOLE: Group(*self._sides(trait))}

    def met(self, n: int, found: Entry) -> Iterator[Iterable[int]]:
        """Those whom the profile with this number and entry meets; it may be among them."""
        for trait in found.lead:
            parts = self.heavy.get(trait)
            for group in (Group(*self._sides(trait)),) if parts is None else groups_of(parts, trait, found):
                yield from group.met(n)

    def tell(self, met: Mapping[int, set[int]]) -> None:
        """Add to `met`, for each profile, the smaller ones that it meets here."""
        for trait, owners in self.owners.items():
            parts = self.heavy.get(trait)
            if parts is None:
                tell(owners, self.visitors.get(trait, ()), met)
                continue
            for group in parts.values():
                if group is not None:
                    group.tell(met)


#: A cell that nobody is in.
EMPTY: Final = Cell()


def _changed(
    shelves: _Shelves, gone: Mapping[int, Entry], coming: Iterable[int], entries: Mapping[int, Entry]
) -> tuple[_Shelves, set[int]]:
    """Without those `gone`, then with those who come; and the traits that find others than before."""
    out = dict(shelves)
    lost = {trait for found in gone.values() for trait in found.lead} & out.keys()
    for trait in lost:
        out[trait] = [n for n in out[trait] if n not in gone]
        if not out[trait]:
            del out[trait]
    grown: dict[int, list[int]] = {}
    for n in coming:
        for trait in entries[n].lead:
            if trait in grown:
                grown[trait].append(n)
            else:
                grown[trait] = [n]
    out.update((trait, out[trait] + more if trait in out else more) for trait, more in grown.items())
    return out, lost | grown.keys()
