"""Blocking: which pairs of profiles are worth comparing, in time that grows nearly linearly with their number.

A key joins a family of kinds, a stretch of time and something in particular (an actor, a place, a thing counted, a word
that names the event). Time is kept at three levels (weeks, months, always), and a profile owns keys of the level that
its date is exact to: it meets the owners of its own keys, and those of coarser keys that its days fall into. Two vague
dates thus meet, an exact and a vague one meet, and the many exact ones never meet all others of their month.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs

from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.profile import Profile
from recoupe.linking.stories import pairs
from recoupe.linking.tables import kinds
from recoupe.model import Kind

#: A key whose members would form more pairs than this is heavy: its members must share a second trait as well, and a
#: third where that is heavy again. 60 pairs are 11 reports of one week that share a kind and an actor.
HEAVY_PAIRS = 60
#: How many traits a key has at most; beyond `NEIGHBOURLY` pairs such a key compares near neighbours only.
MOST_TRAITS = 3
NEIGHBOURLY = 20_000
#: How many neighbours, by date and wording, are compared then.
NEIGHBOURS = 40
#: Dates that span more days than this own months; more than `MONTHS_SPAN`, no stretch at all.
WEEKS_SPAN, MONTHS_SPAN = 14, 100
_WEEK, _MONTH = 7, 30

#: A key is one number: family, level and stretch, then up to three traits in the order of their numbers. Numbers
#: compare faster than tuples, and there are millions of keys. `_STRETCH_BITS` hold every week of the calendar.
_TRAIT_BITS, _STRETCH_BITS = 24, 22
_SHIFT = _TRAIT_BITS * MOST_TRAITS
_MASK = (1 << _TRAIT_BITS) - 1
_LEVELS = ("week", "month", "always")
_MONTHS, _ALWAYS = 1 << _STRETCH_BITS, 2 << _STRETCH_BITS


@final
@attrs.frozen(kw_only=True, eq=False)
class Blocks:
    """The keys of many profiles, and what became of the heavy ones."""

    #: For each profile, the keys that it owns and that somebody else has.
    owned: Sequence[Sequence[int]]
    #: For each profile, the keys, mostly coarser ones, whose owners it meets.
    visited: Sequence[Sequence[int]]
    #: Keys that stayed heavy with the most traits.
    crowded: frozenset[int]
    #: Where only near neighbours were compared; a sentence each, sorted.
    limits: tuple[str, ...]


def traits(profile: Profile) -> tuple[list[str], list[str]]:
    """What a profile can be found by, besides its kind and time: by itself, and only together with something else.

    The word that names an event finds it by itself only where nothing better is known.
    """
    found = [*profile.actors]
    found += [f"place {place}" for place in profile.places]
    found += [f"count {concept}" for concept in profile.concepts]
    frames = [f"frame {frame}" for frame in sorted(profile.frames)]
    return (sorted(found), frames) if found else (frames, [])


def stretches(profile: Profile) -> tuple[list[int], list[int]]:
    """The stretches of time that a profile owns and visits, as numbers that hold the level."""
    first, last = profile.first, profile.last
    if first == OPEN_START or last == OPEN_END or last - first > MONTHS_SPAN:
        return [_ALWAYS], []
    months = [_MONTHS | n for n in range(first // _MONTH, last // _MONTH + 1)]
    if last - first > WEEKS_SPAN:
        return months, [_ALWAYS]
    low, high = first // _WEEK, last // _WEEK
    visit = [*months, _ALWAYS]
    # Reports of one day are off by one now and then: the neighbouring weeks are visited.
    if (first - 1) // _WEEK < low:
        visit.append(low - 1)
    if (last + 1) // _WEEK > high:
        visit.append(high + 1)
    return [*range(low, high + 1)], visit


def blocks(profiles: Sequence[Profile]) -> Blocks:
    """The keys of `profiles`, heavy ones refined by more traits."""
    known: dict[str, int] = {}
    found: list[list[int]] = []
    alone: list[list[int]] = []
    for profile in profiles:
        strong, weak = traits(profile)
        alone.append([known.setdefault(t, len(known) + 1) for t in strong])
        found.append([*alone[-1], *(known.setdefault(t, len(known) + 1) for t in weak)])
    owned, visited = _single(profiles, alone)
    for _ in range(MOST_TRAITS - 1):
        owners, visitors = _counts(owned, visited)
        heavy = _heavy(owners, visitors, HEAVY_PAIRS)
        if not heavy:
            break
        for keys in (owned, visited):
            for n, of in enumerate(found):
                if not heavy.isdisjoint(keys[n]):
                    keys[n] = _refined(keys[n], of, heavy)
    owners, visitors = _counts(owned, visited)
    shared = {k for k, n in owners.items() if n + visitors[k] > 1}
    crowded = _heavy(owners, visitors, NEIGHBOURLY)
    return Blocks(
        owned=[[k for k in keys if k in shared] for keys in owned],
        visited=[[k for k in keys if k in shared] for keys in visited],
        crowded=frozenset(crowded),
        limits=tuple(sorted(f"only near neighbours were compared among {_read(k, known)}" for k in crowded)),
    )


def _single(profiles: Sequence[Profile], found: Sequence[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """The keys of one trait that each profile owns, and those that it visits and somebody owns."""
    families = _families()
    spans = [stretches(p) for p in profiles]
    owned = [
        [(f | n) << _SHIFT | t for f in families[p.kind] for n in own for t in of]
        for p, of, (own, _) in zip(profiles, found, spans, strict=True)
    ]
    kept = set(itertools.chain.from_iterable(owned))
    visited = [
        [k for f in families[p.kind] for n in visit for t in of if (k := (f | n) << _SHIFT | t) in kept]
        for p, of, (_, visit) in zip(profiles, found, spans, strict=True)
    ]
    return owned, visited


def _families() -> dict[Kind, list[int]]:
    """Kind to the numbers of its families, ahead of the bits of level and stretch."""
    names = sorted({f for found in kinds().families.values() for f in found})
    return {k: [names.index(f) << _STRETCH_BITS + 2 for f in sorted(found)] for k, found in kinds().families.items()}


def _read(key: int, known: Mapping[str, int]) -> str:
    """A key in words."""
    names = {number: trait for trait, number in known.items()}
    base = key >> _SHIFT
    family = next(k for k, found in _families().items() if base >> _STRETCH_BITS + 2 << _STRETCH_BITS + 2 in found)
    level, number = _LEVELS[base >> _STRETCH_BITS & 3], base & (1 << _STRETCH_BITS) - 1
    return f"reports near {family}, {level} {number}, that share {', '.join(sorted(names[t] for t in _shared(key)))}"


def _shared(key: int) -> list[int]:
    """The traits of a key."""
    return [t for n in range(MOST_TRAITS) if (t := key >> (n * _TRAIT_BITS) & _MASK)]


def _counts(owned: Sequence[Sequence[int]], visited: Sequence[Sequence[int]]) -> tuple[Counter[int], Counter[int]]:
    owners = Counter(itertools.chain.from_iterable(owned))
    return owners, Counter(itertools.chain.from_iterable(visited))


def _heavy(owners: Counter[int], visitors: Counter[int], limit: int) -> set[int]:
    return {k for k, o in owners.items() if o * (o - 1) // 2 + o * visitors.get(k, 0) > limit}


def _refined(keys: Sequence[int], of: Sequence[int], heavy: set[int]) -> list[int]:
    """Each heavy key becomes one key for every further trait of the profile, the traits in a fixed order.

    A profile that has no further trait keeps the key, and meets the others that have none.
    """
    out: dict[int, None] = {}
    for key in keys:
        if key not in heavy:
            out[key] = None
            continue
        shared = _shared(key)
        further = [t for t in of if t not in shared]
        for trait in further:
            refined = key >> _SHIFT
            for t in sorted((*shared, trait, *[0] * (MOST_TRAITS - 1 - len(shared)))):
                refined = refined << _TRAIT_BITS | t
            out[refined] = None
        if not further:
            out[key] = None
    return list(out)


def candidates(profiles: Sequence[Profile], found: Blocks) -> Iterator[tuple[int, set[int]]]:
    """For each profile, in order, the earlier ones that it is worth comparing with.

    These share a key, or are of one family of kinds in articles that tell one story.
    """
    told = _told_together(profiles)
    owners: defaultdict[int, list[int]] = defaultdict(list)
    visitors: defaultdict[int, list[int]] = defaultdict(list)
    shelves: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    near = _neighbours(profiles, found)
    for n, profile in enumerate(profiles):
        met: set[int] = near.get(n, set())
        for key in found.owned[n]:
            if key not in found.crowded:
                met.update(owners[key], visitors[key])
                owners[key].append(n)
        for key in found.visited[n]:
            if key not in found.crowded:
                met.update(owners[key])
                visitors[key].append(n)
        if told:
            families = kinds().families[profile.kind]
            for source in told.get(profile.source, ()):
                met.update(m for f in families for m in shelves[source, f])
            for family in families:
                shelves[profile.source, family].append(n)
        yield n, met


def _neighbours(profiles: Sequence[Profile], found: Blocks) -> dict[int, set[int]]:
    """The neighbours in crowded keys, each pair under its later profile."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for n in range(len(profiles)):
        for key in {*found.owned[n], *found.visited[n]} & found.crowded:
            members[key].append(n)
    near: defaultdict[int, set[int]] = defaultdict(set)
    for crowd in members.values():
        crowd.sort(key=lambda n: (profiles[n].first, profiles[n].last, sorted(profiles[n].words), profiles[n].mentions))
        for at, n in enumerate(crowd):
            for other in crowd[at + 1 : at + 1 + NEIGHBOURS]:
                near[max(n, other)].add(min(n, other))
    return near


def _told_together(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """Source to the sources that tell its story."""
    stories = {p.source: p.story for p in profiles if p.story is not None}
    out: dict[str, list[str]] = {}
    for a, b in pairs(sorted(stories.items())):
        out.setdefault(a, []).append(b)
        out.setdefault(b, []).append(a)
    return out
