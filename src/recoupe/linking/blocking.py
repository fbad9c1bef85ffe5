"""Blocking: which pairs of profiles are worth comparing, in time that grows nearly linearly with their number.

All profiles within a cell of kinds and time are, as long as it holds few; where it holds many, those that share a
trait. Where too many do, the trait is heavy there: they must share a second one as well, and a third where that is
heavy again; where even that is too many, near neighbours are compared and the index says so.

The index is a value. A profile that comes or goes changes the cells that it is in, and nothing else, so that an index
that grew is the same as one that was made at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import final

import attrs

from recoupe.linking.cells import EMPTY, Cell, Shelves, shelve
from recoupe.linking.keys import Entry, Numbers, cell_in_words, entry
from recoupe.linking.parting import Order, Parting
from recoupe.linking.profile import Profile


@final
@attrs.frozen(eq=False)
class Index:
    """Profiles, by number, and whom each of them meets."""

    _known: Numbers = attrs.field(factory=Numbers.none)
    _entries: dict[int, Entry] = attrs.field(factory=dict)
    #: By their numbers (`keys.Entry`).
    _cells: dict[int, Cell] = attrs.field(factory=dict)

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
        known, entries, cells = self._known.copy(), dict(self._entries), dict(self._cells)
        leaving: defaultdict[int, dict[int, Entry]] = defaultdict(dict)
        owning: defaultdict[int, Shelves] = defaultdict(dict)
        visiting: defaultdict[int, Shelves] = defaultdict(dict)
        for n in gone:
            left = entries.pop(n)
            for cell in (*left.own, *left.visit):
                leaving[cell][n] = left
        for n in new:
            entries[n] = found = entry(profiles[n], known)
            traits = found.shelves
            for cell in found.own:
                shelve(n, traits, owning[cell])
            for cell in found.visit:
                shelve(n, traits, visiting[cell])
        parting = Parting(entries, profiles, order)
        affected: set[int] = set()
        for cell in sorted(leaving.keys() | owning.keys() | visiting.keys()):
            before = cells.get(cell, EMPTY)
            cells[cell], others = before.changed(leaving[cell], owning[cell], visiting[cell], parting)
            affected |= others
        return Index(known, entries, cells), affected & entries.keys()

    def met(self, n: int) -> set[int]:
        """The profiles that a profile is worth comparing with; it may be among them."""
        found = self._entries[n]
        return {m for cell in (*found.own, *found.visit) for met in self._cells[cell].met(n, found) for m in met}

    def meetings(self) -> Iterator[tuple[int, set[int]]]:
        """`met` for every profile, each pair once: for each number the smaller ones. Faster than one by one."""
        met: dict[int, set[int]] = {n: set() for n in self._entries}
        for cell in self._cells.values():
            cell.tell(met)
        for n in self._entries:
            yield n, met.pop(n)  # so that what was looked at takes no more room

    def limits(self) -> tuple[str, ...]:
        """Where only near neighbours are compared; a sentence each, sorted."""
        crowds = {
            (number, frozenset((trait, *node)) - {0})
            for number, cell in self._cells.items()
            for trait, parts in cell.heavy.items()
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
