"""Clashes: counts by which two profiles cannot report one happening. Each gives its reason, or None."""

from __future__ import annotations

from recoupe.linking.counting import Count, people, sums_agree, wider
from recoupe.linking.profile import Profile
from recoupe.linking.tables import kinds

#: Two exact counts of one thing that differ by less than this share may be one count, rounded.
ROUNDED = 0.15
#: Smaller numbers recur by chance: "deux agents de santé" may be "deux infirmiers".
TELLING = 20


def other_people(a: Profile, b: Profile) -> str | None:
    """15 000 soldiers against 15 000 workers: the same number of different people, or one count of different ones.

    Whom and how many of other things one happening concerns, two outlets may tell as they like; so they may whom they
    take a single person for.
    """
    if a.concepts.isdisjoint(people()) or b.concepts.isdisjoint(people()) or _agree(a, b):
        return None
    alone = a.source != b.source and len(a.counts) == len(b.counts) == 1
    for x in a.counts:
        for y in b.counts:
            if x.concept not in people() or y.concept not in people() or _one_sort(x.concept, y.concept):
                continue
            if x.value == y.value >= TELLING and x.single and y.single:
                return f"the same number counts different people ({x.words} / {y.words})"
            if alone and x.exact and y.exact and max(x.value, y.value) > 1:
                return f"different people are counted ({x.words} / {y.words})"
    return None


def _one_sort(x: str | None, y: str | None) -> bool:
    return x is None or y is None or x == y or wider(x, y)


def other_numbers(a: Profile, b: Profile) -> str | None:
    if a.kind in kinds().cumulative or b.kind in kinds().cumulative or _agree(a, b):
        return None
    for x in a.counts:
        for y in b.counts:
            if x.concept is not None and x.concept == y.concept and _clash(x, y) and not sums_agree(a.counts, b.counts):
                return f"the counts of one thing exclude each other ({x.words} / {y.words})"
    return None


def _agree(a: Profile, b: Profile) -> bool:
    """Some count of one thing is the same in both: the others are then details that one of them adds."""
    return any(x.concept is not None and x.concept == y.concept and x.agrees(y) for x in a.counts for y in b.counts)


def _clash(x: Count, y: Count) -> bool:
    """Two numbers, neither open nor a range ("des milliers"), that are further apart than rounding takes them."""
    if x.agrees(y) or not (x.single and y.single):
        return False
    return not abs(x.value - y.value) <= ROUNDED * max(abs(x.value), abs(y.value))
