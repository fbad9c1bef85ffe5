"""Blocking: which pairs of profiles are worth comparing, in time that grows nearly linearly with their number.

A key joins a family of kinds, a stretch of time and something in particular (an actor, a place, a thing counted, a word
that names the event). Time is kept at three levels (weeks, months, always), and a profile owns keys of the level that its
date is exact to: it meets the owners of its own keys, and those of coarser keys that its days fall into. Two vague
dates thus meet, an exact and a vague one meet, and the many exact ones never meet all others of their month.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import final

import attrs

from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.profile import Profile
from recoupe.linking.stories import pairs
from recoupe.linking.tables import kinds

#: A key whose members would form more pairs than this is heavy: its members must share a second trait as well.
HEAVY_PAIRS = 20_000
#: Dates that span more days than this own months; more than `MONTHS_SPAN`, no stretch at all.
WEEKS_SPAN, MONTHS_SPAN = 14, 100
_WEEK, _MONTH = 7, 30

#: (family, level, stretch, trait, second trait or "")
Key = tuple[str, str, int, str, str]


@final
@attrs.frozen(kw_only=True, eq=False)
class Blocks:
    """The keys of many profiles, and the pairs that follow."""

    #: For each profile, the keys that it owns.
    owned: Sequence[Sequence[Key]]
    #: For each profile, the coarser keys whose owners it meets.
    visited: Sequence[Sequence[Key]]
    #: Keys that needed a second trait.
    heavy: frozenset[Key]


def traits(profile: Profile) -> list[str]:
    """What a profile can be found by, besides its kind and time."""
    found = [f"a{actor}" for actor in profile.actors]
    found += [f"p{place}" for place in profile.places]
    found += [f"c{concept}" for concept in profile.concepts]
    found += [f"f{frame}" for frame in profile.frames]
    return sorted(found)


def stretches(profile: Profile) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The stretches of time that a profile owns and visits, as (level, number)."""
    first, last = profile.first, profile.last
    always = [("always", 0)]
    if first == OPEN_START or last == OPEN_END or last - first > MONTHS_SPAN:
        return always, []
    months = [("month", n) for n in range(first // _MONTH, last // _MONTH + 1)]
    if last - first > WEEKS_SPAN:
        return months, always
    # Reports of one day are off by one now and then: the neighbouring weeks are visited.
    weeks = range(first // _WEEK, last // _WEEK + 1)
    beside = {(first - 1) // _WEEK, (last + 1) // _WEEK} - set(weeks)
    return [("week", n) for n in weeks], [("week", n) for n in sorted(beside)] + months + always


def blocks(profiles: Sequence[Profile]) -> Blocks:
    """The keys of `profiles`, heavy ones refined by a second trait."""
    found = [traits(p) for p in profiles]
    owned: list[list[Key]] = []
    visited: list[list[Key]] = []
    owners: Counter[Key] = Counter()
    visitors: Counter[Key] = Counter()
    for profile, of in zip(profiles, found, strict=True):
        families = sorted(kinds().families[profile.kind])
        own, visit = stretches(profile)
        owned.append([(f, level, n, t, "") for f in families for level, n in own for t in of])
        visited.append([(f, level, n, t, "") for f in families for level, n in visit for t in of])
        owners.update(owned[-1])
        visitors.update(visited[-1])
    heavy = frozenset(key for key, o in owners.items() if _pairs(o, visitors[key]) > HEAVY_PAIRS)
    if heavy:
        for keys in (owned, visited):
            for n, of in enumerate(found):
                keys[n] = _refined(keys[n], of, heavy)
    return Blocks(owned=owned, visited=visited, heavy=heavy)


def _pairs(owners: int, visitors: int) -> int:
    return owners * (owners - 1) // 2 + owners * visitors


def _refined(keys: Sequence[Key], of: Sequence[str], heavy: frozenset[Key]) -> list[Key]:
    """Each heavy key becomes one key for every other trait of the profile, the two traits in a fixed order."""
    out: dict[Key, None] = {}
    for key in keys:
        if key not in heavy:
            out[key] = None
            continue
        family, level, n, trait, _ = key
        for other in of:
            if other != trait:
                out[(family, level, n, min(trait, other), max(trait, other))] = None
    return list(out)


def candidates(profiles: Sequence[Profile], found: Blocks) -> Iterator[tuple[int, set[int]]]:
    """For each profile, in order, the earlier ones that it is worth comparing with.

    These share a key, or are of one family of kinds in articles that tell one story.
    """
    told = _told_together(profiles)
    owners: defaultdict[Key, list[int]] = defaultdict(list)
    visitors: defaultdict[Key, list[int]] = defaultdict(list)
    shelves: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for n in range(len(profiles)):
        met: set[int] = set()
        for key in found.owned[n]:
            met.update(owners[key])
            met.update(visitors[key])
            owners[key].append(n)
        for key in found.visited[n]:
            met.update(owners[key])
            visitors[key].append(n)
        families = kinds().families[profiles[n].kind]
        for source in told.get(profiles[n].source, ()):
            met.update(m for f in families for m in shelves[source, f])
        for family in families:
            shelves[profiles[n].source, family].append(n)
        met.discard(n)
        yield n, met


def _told_together(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """Source to the sources that tell its story."""
    stories = {p.source: p.story for p in profiles if p.story is not None}
    out: dict[str, list[str]] = {}
    for a, b in pairs(sorted(stories.items())):
        out.setdefault(a, []).append(b)
        out.setdefault(b, []).append(a)
    return out
