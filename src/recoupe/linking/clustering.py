"""Clustering: average linkage of whole clusters, with vetoes between all their members.

A pure function of the set of profiles: pairs are taken from the strongest to the weakest, equal ones in the order of
the mentions' ids. Linkage of whole clusters resists the chaining of connected components: a report that is near one
member only does not join.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import final

import attrs

#: Log-odds that two profiles are one happening; None where a veto holds.
Score = Callable[[int, int], float | None]
#: Decimals that count when strengths are compared, so that sums in another order are the same.
_DECIMALS = 9


@final
@attrs.frozen(kw_only=True)
class Edge:
    """Two profiles that speak for one happening."""

    #: Their numbers, the smaller first.
    first: int
    second: int
    #: Log-odds, positive.
    weight: float


def components(size: int, edges: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Numbers below `size` that hang together by edges, each component sorted, in the order of their first members."""
    parent = list(range(size))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b, _ in edges:
        x, y = root(a), root(b)
        if x != y:
            parent[max(x, y)] = min(x, y)
    groups: dict[int, list[int]] = {}
    for n in range(size):
        groups.setdefault(root(n), []).append(n)
    return list(groups.values())


def partition(
    members: Sequence[int], edges: Mapping[tuple[int, int], float], score: Score, bonds: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """Partition the members of one component.

    Args:
        members: the numbers to be partitioned; ties are broken by their order.
        edges: the pairs whose log-odds are positive, the smaller number first.
        score: asked for pairs that have no edge, when their clusters are about to join.
        bonds: pairs that belong together whatever their score (an editor's judgement).

    Returns:
        The clusters, each sorted, sorted by their first members.
    """
    if len(members) == 1:
        return [list(members)]
    return _Partition(members, edges, score, bonds).run()


class _Partition:
    """The state of one partition while clusters join: sums of log-odds between clusters, None where a veto holds."""

    def __init__(
        self,
        members: Sequence[int],
        edges: Mapping[tuple[int, int], float],
        score: Score,
        bonds: Iterable[tuple[int, int]],
    ) -> None:
        self.score = score
        self.groups: dict[int, list[int]] = {m: [m] for m in members}
        self.sums: dict[int, dict[int, float | None]] = {m: {} for m in members}
        self.heap: list[tuple[float, int, int, float]] = []
        for (a, b), weight in edges.items():
            self.sums[a][b] = self.sums[b][a] = weight
        for a, b in bonds:
            x, y = self._home(a), self._home(b)
            if x != y:
                self._join(x, y)
        for a in self.groups:
            for b in self.sums[a]:
                if a < b:
                    self._offer(a, b)

    def run(self) -> list[list[int]]:
        while self.heap:
            _, a, b, total = heapq.heappop(self.heap)
            if a not in self.groups or b not in self.groups or self.sums[a].get(b) != total:
                continue
            self._join(a, b)
            for other in self.sums[a]:
                self._offer(min(a, other), max(a, other))
        return sorted(sorted(group) for group in self.groups.values())

    def _home(self, member: int) -> int:
        return next(name for name, group in self.groups.items() if member in group)

    def _offer(self, a: int, b: int) -> None:
        total = self.sums[a].get(b)
        if total is None:
            return
        mean = round(total / (len(self.groups[a]) * len(self.groups[b])), _DECIMALS)
        if mean > 0:
            heapq.heappush(self.heap, (-mean, a, b, total))

    def _join(self, a: int, b: int) -> None:
        """`b` becomes part of `a`, the smaller; sums to every neighbour of either are completed."""
        a, b = min(a, b), max(a, b)
        neighbours = (self.sums[a].keys() | self.sums[b].keys()) - {a, b}
        for other in neighbours:
            to_a, to_b = self._sum(a, other), self._sum(b, other)
            total = None if to_a is None or to_b is None else to_a + to_b
            self.sums[a][other] = self.sums[other][a] = total
            self.sums[other].pop(b, None)
        self.sums[a].pop(b, None)
        del self.sums[b]
        self.groups[a] += self.groups.pop(b)

    def _sum(self, a: int, b: int) -> float | None:
        """The sum of log-odds between two clusters, asked for where it is not known; None where a veto holds."""
        if b in self.sums[a]:
            return self.sums[a][b]
        total = 0.0
        for x in self.groups[a]:
            for y in self.groups[b]:
                weight = self.score(min(x, y), max(x, y))
                if weight is None:
                    return None
                total += weight
        return total
