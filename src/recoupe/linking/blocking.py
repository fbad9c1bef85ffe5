"""Blocking: which pairs of profiles are worth comparing, in time that grows nearly linearly with their number.

Profiles that share a trait within a cell of kinds and time are. Where too many do, the trait is heavy there: they must
share a second one as well, and a third where that is heavy again; where even that is too many, near neighbours are
compared and the index says so.

The index is a value. A profile that comes or goes changes the cells that it is in, and nothing else, so that an index
that grew is the same as one that was made at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import final

import attrs

from recoupe.linking.keys import Entry, Numbers, cell_in_words, entry
from recoupe.linking.parting import WHOLE, Group, Order, Parting, Parts, differing, groups_of, is_heavy
from recoupe.linking.profile import Profile

#: A key: a trait's number and a cell.
_Key = tuple[int, int]


@final
@attrs.frozen(eq=False)
class _Shelf:
    """The profiles that one trait finds by itself; the numbers of each cell ascend."""

    #: Cell to the profiles that own it.
    owners: dict[int, list[int]] = attrs.field(factory=dict)
    #: Cell that somebody owns to the profiles that visit it.
    visitors: dict[int, list[int]] = attrs.field(factory=dict)

    def changed(self, gone: set[int], new: Iterable[int], entries: Mapping[int, Entry]) -> tuple[_Shelf, set[int]]:
        """Without `gone` and with `new`; and the cells that changed."""
        owners, visitors = dict(self.owners), dict(self.visitors)
        touched: set[int] = set()
        if gone:
            for table in (owners, visitors):
                for cell in [cell for cell, found in table.items() if not gone.isdisjoint(found)]:
                    table[cell] = [n for n in table[cell] if n not in gone]
                    touched.add(cell)
            for cell in [cell for cell, found in owners.items() if not found]:
                del owners[cell]
                visitors.pop(cell, None)
        grown: dict[int, list[int]] = {}
        for n in new:
            for cell in entries[n].own:
                if cell in grown:
                    grown[cell].append(n)
                else:
                    grown[cell] = [n]
        fresh = grown.keys() - owners.keys() if owners else set()
        old = sorted({n for found in owners.values() for n in found}) if fresh else ()
        for cell, more in grown.items():
            owners[cell] = owners[cell] + more if cell in owners else more
        visiting = [(n, cell) for n in old for cell in entries[n].visit if cell in fresh]
        visiting += [(n, cell) for n in new for cell in entries[n].visit if cell in owners]
        coming: dict[int, list[int]] = {}
        for n, cell in visiting:
            if cell in coming:
                coming[cell].append(n)
            else:
                coming[cell] = [n]
        for cell, more in coming.items():
            visitors[cell] = visitors[cell] + more if cell in visitors else more
        touched.update(grown, coming)
        return _Shelf(owners, visitors), touched

    def sides(self, cell: int) -> tuple[list[int], list[int]]:
        """The owners and the visitors of a cell."""
        return self.owners.get(cell, []), self.visitors.get(cell, [])


_EMPTY = _Shelf()


@final
@attrs.frozen(eq=False)
class Index:
    """Profiles, by number, and whom each of them meets."""

    _known: Numbers = attrs.field(factory=Numbers)
    _entries: dict[int, Entry] = attrs.field(factory=dict)
    #: Trait to the profiles that it finds by itself.
    _shelves: dict[int, _Shelf] = attrs.field(factory=dict)
    #: What the members of heavy keys are parted into.
    _heavy: dict[_Key, Parts] = attrs.field(factory=dict)
    #: Cell to the traits that are heavy there.
    _heavy_at: dict[int, set[int]] = attrs.field(factory=dict)

    def changed(
        self, gone: Collection[int], new: Iterable[int], profiles: Mapping[int, Profile], order: Order
    ) -> tuple[Index, set[int]]:
        """This index without the profiles `gone` and with those `new`.

        Args:
            gone: Numbers that the index holds.
            new: Numbers that it never held, ascending, and greater than those that it holds.
            profiles: All profiles, `new` included.
            order: The order in which near neighbours stand, after their date and wording.

        Returns:
            The new index, and the profiles, beside `new`, that may meet others than before.

        Cost: that of the cells concerned, beside shallow copies of the tables.
        """
        known = self._known.copy()
        entries = dict(self._entries)
        leaving: defaultdict[int, set[int]] = defaultdict(set)
        for n in gone:
            for trait in entries.pop(n).lead:
                leaving[trait].add(n)
        coming: defaultdict[int, list[int]] = defaultdict(list)
        for n in new:
            entries[n] = found = entry(profiles[n], known)
            for trait in found.lead:
                coming[trait].append(n)
        shelves = dict(self._shelves)
        touched: dict[int, set[int]] = {}
        for trait in leaving.keys() | coming.keys():
            before = shelves.get(trait, _EMPTY)
            shelves[trait], touched[trait] = before.changed(leaving[trait], coming[trait], entries)
        index = Index(known, entries, shelves, dict(self._heavy), {c: set(ts) for c, ts in self._heavy_at.items()})
        return index, index._part(self, touched, Parting(entries, profiles, order))

    def _part(self, before: Index, touched: Mapping[int, set[int]], parting: Parting) -> set[int]:
        """Part the members of touched keys where they are heavy; gives those of groups that are not what they were.

        How a key is parted depends on which other keys of its members are heavy.
        """
        turned: list[_Key] = []
        again: set[_Key] = set()
        for trait, cells in touched.items():
            shelf = self._shelves[trait]
            for cell in cells:
                key = trait, cell
                heavy = is_heavy(trait, len(shelf.owners.get(cell, ())), len(shelf.visitors.get(cell, ())))
                if heavy:
                    again.add(key)
                if heavy != (key in before._heavy):
                    turned.append(key)
        for trait, cell in turned:
            self._heavy_at.setdefault(cell, set()).symmetric_difference_update({trait})
            self._heavy.pop((trait, cell), None)
        if before._entries:
            again.update(self._beside(turned))
        for trait, cell in again:
            self._heavy[trait, cell] = parting.parts(trait, self._shelves[trait].sides(cell), self._heavy_at[cell])
        if not before._entries:
            return set()
        changed = [differing(before._parts(*key), self._parts(*key)) for key in again.union(turned)]
        return set().union(*changed) & self._entries.keys()

    def _beside(self, turned: Iterable[_Key]) -> Iterator[_Key]:
        """The heavy keys that share members with `turned` ones."""
        for trait, cell in turned:
            for members in self._shelves[trait].sides(cell):
                for n in members:
                    for other in self._heavy_at[cell].intersection(self._entries[n].lead):
                        yield other, cell

    def _parts(self, trait: int, cell: int) -> Parts:
        found = self._heavy.get((trait, cell))
        return {WHOLE: Group(*self._shelves.get(trait, _EMPTY).sides(cell))} if found is None else found

    def met(self, n: int) -> set[int]:
        """The profiles that a profile is worth comparing with; it may be among them."""
        out: set[int] = set()
        found = self._entries[n]
        for trait in found.lead:
            for cell in (*found.own, *found.visit):
                if (trait, cell) in self._heavy:
                    for group in groups_of(self._heavy[trait, cell], trait, found):
                        out.update(*group.met(n))
                else:
                    out.update(*Group(*self._shelves[trait].sides(cell)).met(n))
        return out

    def meetings(self) -> Iterator[tuple[int, set[int]]]:
        """`met` for every profile, each pair once: for each number the smaller ones. Faster than one by one."""
        mine: dict[int, list[Collection[int]]] = {n: [] for n in self._entries}
        for group in self._groups():
            for n, smaller in group.pairs():
                mine[n].append(smaller)
        for n, found in mine.items():
            yield n, set().union(*found)

    def _groups(self) -> Iterator[Group]:
        """All groups, also those of keys that are not heavy, of more than one member."""
        for trait, shelf in self._shelves.items():
            for cell, owners in shelf.owners.items():
                visitors = shelf.visitors.get(cell, ())
                if len(owners) + len(visitors) < 2:
                    continue
                if is_heavy(trait, len(owners), len(visitors)):
                    yield from (group for group in self._heavy[trait, cell].values() if group is not None)
                else:
                    yield Group(owners, visitors)

    def limits(self) -> tuple[str, ...]:
        """Where only near neighbours are compared; a sentence each, sorted."""
        crowds = {
            (cell, frozenset((trait, *node)) - {0})
            for (trait, cell), parts in self._heavy.items()
            for node, group in parts.items()
            if group is not None and group.near is not None
        }
        if not crowds:
            return ()
        names = self._known.traits()
        return tuple(
            sorted(
                f"only near neighbours were compared among reports near {cell_in_words(cell)}, that share "
                + ", ".join(sorted(names[t] for t in traits))
                for cell, traits in crowds
            )
        )
