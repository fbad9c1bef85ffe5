"""Clustering: average linkage of whole clusters, with vetoes between all their members.

A pure function of the profiles and their order: pairs are taken from the strongest to the weakest, equal ones in the
order of their members. Linkage of whole clusters resists the chaining of connected components: a report that is near
one member only does not join.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import floor

#: Log-odds that two profiles are one happening; None where a veto holds.
Score = Callable[[int, int], float | None]
#: Strengths are compared as whole billionths, so that sums in another order are the same. A weight of no more than half
#: a one is zero.
_BILLION, _ZERO = 1e9, 5e-10


def components(members: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The members that hang together by pairs: each component in the order of `members`, as are their first ones."""
    parent = {n: n for n in members}

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in pairs:
        x, y = root(a), root(b)
        if x != y:
            parent[max(x, y)] = min(x, y)
    groups: dict[int, list[int]] = {}
    for n in parent:
        groups.setdefault(root(n), []).append(n)
    return list(groups.values())


def are_one(members: Collection[int], edges: Mapping[tuple[int, int], float]) -> bool:
    """Every pair has an edge, so that `partition` leaves all members together; as in most components."""
    return len(edges) == len(members) * (len(members) - 1) // 2 and all(weight > _ZERO for weight in edges.values())


def partition(
    members: Sequence[int],
    edges: Mapping[tuple[int, int], float],
    score: Score,
    bonds: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Partition the members of one component.

    Args:
        members: The numbers to be partitioned; ties are broken by their order.
        edges: The pairs whose log-odds are positive.
        score: Asked for pairs that have no edge, when their clusters are about to join.
        bonds: Pairs that belong together whatever their score (an editor's judgement).

    Returns:
        The clusters, each in the order of `members`, as are their first ones.
    """
    place = {m: n for n, m in enumerate(members)}
    state = _Partition(members, score)
    for (a, b), weight in edges.items():
        x, y = place[a], place[b]
        state.sums[x][y] = state.sums[y][x] = weight
    state.bind(sorted((min(place[a], place[b]), max(place[a], place[b])) for a, b in bonds))
    return [[members[n] for n in group] for group in state.run()]


class _Partition:
    """The state of one partition while clusters join: sums of log-odds between clusters, None where a veto holds."""

    def __init__(self, members: Sequence[int], score: Score) -> None:
        self.members, self.score = members, score
        #: Clusters of places in `members`, by the smallest of them.
        self.groups: dict[int, list[int]] = {n: [n] for n in range(len(members))}
        self.sums: dict[int, dict[int, float | None]] = {n: {} for n in range(len(members))}
        #: Means below zero, so that the strongest comes first, of pairs of clusters, and how many members both had
        #: together when they had this mean.
        self.heap: list[tuple[int, int, int, int]] = []

    def bind(self, bonds: Iterable[tuple[int, int]]) -> None:
        """Join what belongs together whatever the sums say."""
        for a, b in bonds:
            x, y = self._home(a), self._home(b)
            if x != y:
                self._join(x, y)

    def run(self) -> list[list[int]]:
        """Join the strongest pair, until none is left."""
        for a in self.groups:
            self._offer(a, [b for b in self.sums[a] if a < b])
        while self.heap:
            _, a, b, size = heapq.heappop(self.heap)
            if a not in self.groups or b not in self.groups or len(self.groups[a]) + len(self.groups[b]) != size:
                continue  # One of them has joined another since.
            self._join(a, b)
            self._offer(a, self.sums[a])
        return sorted(sorted(group) for group in self.groups.values())

    def _home(self, member: int) -> int:
        return next(name for name, group in self.groups.items() if member in group)

    def _offer(self, a: int, others: Iterable[int]) -> None:
        """Offer the pairs of a cluster and others that may join."""
        size, sums = len(self.groups[a]), self.sums[a]
        for b in others:
            total = sums[b]
            if total is None or total <= 0:
                continue
            its = len(self.groups[b])
            mean = floor(total / (size * its) * _BILLION + 0.5)
            if mean > 0:
                heapq.heappush(self.heap, (-mean, a, b, size + its) if a < b else (-mean, b, a, size + its))

    def _join(self, a: int, b: int) -> None:
        """`b` becomes part of `a`, the smaller; sums to every neighbour of either are completed."""
        a, b = min(a, b), max(a, b)
        ours, theirs = self.sums[a], self.sums[b]
        ours.pop(b, None)
        theirs.pop(a, None)
        for other in ours.keys() | theirs.keys():
            to_a = ours[other] if other in ours else self._sum(a, other)
            to_b = None if to_a is None else theirs[other] if other in theirs else self._sum(b, other)
            its = self.sums[other]
            ours[other] = its[a] = None if to_a is None or to_b is None else to_a + to_b
            its.pop(b, None)
        del self.sums[b]
        self.groups[a] += self.groups.pop(b)

    def _sum(self, a: int, b: int) -> float | None:
        """The sum of log-odds between two clusters, pair by pair; None where a veto holds."""
        total = 0.0
        for x in self.groups[a]:
            for y in self.groups[b]:
                first, second = (x, y) if x < y else (y, x)
                weight = self.score(self.members[first], self.members[second])
                if weight is None:
                    return None
                total += weight
        return total
