"""Grouping: units that mean one event, across articles. A value that grows with the articles.

Units hang together in components by pairs that speak for one happening; each component is partitioned by itself. What
comes or goes changes the components that it touches, and no other.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import Final, final

import attrs

from recoupe.linking import comparison, vetoes
from recoupe.linking.blocking import Index
from recoupe.linking.clustering import are_one, components, partition
from recoupe.linking.editing import Editing
from recoupe.linking.parting import Order
from recoupe.linking.profile import Profile
from recoupe.linking.scoring import bonds, parted, scorer
from recoupe.linking.stories import Stories
from recoupe.linking.units import Units

Pair = tuple[int, int]
#: No pair of reports speaks more than this (log-odds) against the cluster that it would be in, unless a veto parts it:
#: one word or date that was misread is enough to make two reports look very unlike.
LEAST: Final = -2.0
_NO_EDGES: Final[Mapping[Pair, float]] = {}


@final
@attrs.frozen(eq=False)
class Component:
    """Units that hang together, and the events that they are parted into."""

    members: tuple[int, ...]
    #: Pairs that speak for one happening, the smaller number first, to their log-odds.
    edges: Mapping[Pair, float]
    #: The events, as numbers of units.
    clusters: tuple[tuple[int, ...], ...]


@final
@attrs.frozen(eq=False)
class Grouping:
    """Units in groups, one for each event."""

    _index: Index = attrs.field(factory=Index)
    #: A component's name (the number of one of its units) to the component.
    _components: dict[int, Component] = attrs.field(factory=dict)
    #: Unit to the name of its component.
    _home: dict[int, int] = attrs.field(factory=dict)
    #: Pairs of units that would be one event, were one not the plan of what the other reports.
    plans: Set[Pair] = frozenset()

    @property
    def components(self) -> Collection[Component]:
        """The components; one that nothing touched is the same object in a grouping that grew."""
        return self._components.values()

    @property
    def clusters(self) -> Iterator[tuple[int, ...]]:
        """The groups, as numbers of units."""
        return (cluster for component in self._components.values() for cluster in component.clusters)

    @property
    def limits(self) -> tuple[str, ...]:
        """Where a limit kept pairs from being compared; a sentence each, sorted."""
        return self._index.limits()

    def changed(
        self,
        units: Units,
        gone: Set[int],
        new: Set[int],
        *,
        stories: Stories,
        retold: Set[str],
        edited: Editing,
        order: Order,
    ) -> Grouping:
        """Without the units `gone` and with those `new`.

        Args:
            units: All units, as they are now.
            gone: Units that are here.
            new: Units that are not.
            stories: The stories of their articles.
            retold: Articles, beside those of `new`, that may be told with fewer or more than before.
            edited: The judgements; a unit whose judgements changed is a new unit.
            order: The order of units, by content, that breaks ties.
        """
        index, affected = self._index.changed(gone, sorted(new), units.profiles, order)
        redo = affected | new | {u for source in retold for u in units.of[source]}
        edges, plans = _compared(_meetings(index, redo, units, stories), units.profiles, edited)
        bound = bonds(edited, units.home)
        names = self._touched(itertools.chain(gone, redo, itertools.chain.from_iterable(edges)), bound)
        pool = {u for name in names for u in self._components[name].members if u not in gone} | new
        for name in names:
            for pair, weight in self._components[name].edges.items():
                if redo.isdisjoint(pair) and gone.isdisjoint(pair):
                    edges[pair] = weight
        found = {c.members[0]: c for c in _components(pool, edges, bound, units.profiles, edited, order)}
        kept = {name: c for name, c in self._components.items() if name not in names} if names else self._components
        home = {u: name for u, name in self._home.items() if u not in gone} if gone else dict(self._home)
        home.update((u, name) for name, component in found.items() for u in component.members)
        old = (p for p in self.plans if redo.isdisjoint(p) and gone.isdisjoint(p))
        return Grouping(index, {**kept, **found}, home, plans.union(old))

    def _touched(self, units: Iterable[int], bound: Iterable[Pair]) -> set[int]:
        """The names of the components of these units, and of those that judgements bind to them."""
        if not self._components:
            return set()
        names = {self._name(u) for u in units}
        pairs = [(self._name(a), self._name(b)) for a, b in bound]
        while more := {name for pair in pairs if not names.isdisjoint(pair) for name in pair} - names:
            names |= more
        return names & self._components.keys()

    def _name(self, unit: int) -> int:
        """The name of a unit's component; one that no component has, for a unit that is not here."""
        return self._home.get(unit, ~unit)


def _meetings(index: Index, redo: Set[int], units: Units, stories: Stories) -> Iterator[tuple[int, set[int]]]:
    """For each of these units, the others that it is worth comparing with; two of these meet once.

    These share a key, or in articles that tell one story a family of kinds or the word that names them.
    """
    every = len(redo) == len(units.profiles)
    for n, met in index.meetings() if every else ((n, index.met(n)) for n in redo):
        profile = units.profiles[n]
        for source in stories.told_with(profile.source):
            met.update(
                u
                for u in units.of[source]
                if (u < n or not every) and vetoes.akin(profile.naming, units.profiles[u].naming)
            )
        yield n, met if every else {m for m in met if m < n or m not in redo}


def _compared(
    meetings: Iterable[tuple[int, Set[int]]], profiles: Mapping[int, Profile], edited: Editing
) -> tuple[dict[Pair, float], set[Pair]]:
    """The pairs that speak for one happening, and those of a plan and what came of it."""
    edges: dict[Pair, float] = {}
    plans: set[Pair] = set()
    surely, score, zero = vetoes.surely, comparison.score, comparison.ZERO
    for n, met in meetings:
        one = profiles[n]
        for m in met:
            other = profiles[m]
            if surely(other, one) or other.source == one.source:
                continue
            weight = score(other, one, zero)
            if weight <= zero:
                continue
            pair = (m, n) if m < n else (n, m)
            if not parted(other, one, edited) and not vetoes.otherwise(other, one):
                edges[pair] = weight
            elif vetoes.only_planned(other, one):
                plans.add(pair)
    return edges, plans


def _components(
    pool: Set[int],
    edges: Mapping[Pair, float],
    bound: Iterable[Pair],
    profiles: Mapping[int, Profile],
    edited: Editing,
    order: Order,
) -> Iterator[Component]:
    """The components of a pool of units that hang together with nothing outside it."""
    bound = [pair for pair in bound if pair[0] in pool]
    score = scorer(profiles, edited, LEAST)
    inner: dict[int, dict[Pair, float]] = {}
    parts = components(sorted(pool), itertools.chain(edges, bound))
    home = {u: n for n, part in enumerate(parts) if len(part) > 1 for u in part}
    for pair, weight in edges.items():
        inner.setdefault(home[pair[0]], {})[pair] = weight
    tied: dict[int, list[Pair]] = {}
    for pair in bound:
        tied.setdefault(home[pair[0]], []).append(pair)
    for n, part in enumerate(parts):
        own = inner.get(n, _NO_EDGES)
        members = tuple(part)
        if are_one(members, own):
            yield Component(members, own, (members,))
        else:
            found = partition(sorted(members, key=order), own, score, tied.get(n, ()))
            yield Component(members, own, tuple(map(tuple, found)))
