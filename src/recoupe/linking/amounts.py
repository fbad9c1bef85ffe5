"""Amounts: how the figures of two profiles agree."""

from __future__ import annotations

from typing import Final

from recoupe.linking.counting import Count, people, sums_agree, wider
from recoupe.linking.naming import Outcome
from recoupe.linking.profile import TOLL, Profile
from recoupe.linking.tables import kinds

#: A count does not grow to more than so many times what it was, from one report of a happening to another.
GROWN: Final = 10


def _pairs(a: Profile, b: Profile) -> list[tuple[Count, Count]]:
    """The counts of one thing, side by side."""
    return [(x, y) for x in a.counts for y in b.counts if x.concept is not None and x.concept == y.concept]


def figures_level(a: Profile, b: Profile) -> Outcome:
    """Whether the counts of one thing agree, may have grown, or tell of others."""
    if not a.counts or not b.counts:
        return None
    pairs = _pairs(a, b)
    if any(x.exact and y.exact and x.value == y.value for x, y in pairs):
        return "same"
    if any(x.near(y) for x, y in pairs):
        return "compatible"
    if pairs and not kinds().cumulative.isdisjoint((a.kind, b.kind)):
        grown = any(max(x.value, y.value) <= GROWN * min(x.value, y.value) for x, y in pairs)
        return "revised" if grown else "different"
    if pairs:
        return None if any(x.agrees(y) for x, y in pairs) else "different"
    near = [(x, y) for x in a.counts for y in b.counts if x.concept and y.concept and wider(x.concept, y.concept)]
    if any(x.near(y) for x, y in near) or sums_agree(a.counts, b.counts):
        return "compatible"
    if not a.concepts or not b.concepts or not (counts_several(a) or counts_several(b)):
        return None  # one person is a pupil to one outlet, and a young man to another
    return "people" if a.concepts & people() and b.concepts & people() else "others"


def toll_level(a: Profile, b: Profile) -> Outcome:
    """ "41 personnes sont mortes", "son fils est mort": one victim is mostly another happening than the toll."""
    if not a.given & b.given & TOLL:
        return None
    return "one" if counts_several(a) is not counts_several(b) else None


def counts_several(p: Profile) -> bool:
    """Some figure counts more than one; a distance counts nobody."""
    return any(count.value > 1 and not count.measures for count in p.counts)
