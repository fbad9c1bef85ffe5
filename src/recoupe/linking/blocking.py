"""Blocking: which pairs of profiles are worth comparing, in time that grows nearly linearly with their number.

A key joins a family of kinds, a stretch of time and something in particular (an actor, a place, a thing counted, a word
that names the event). Time is kept at three levels (weeks, months, always), and a profile owns keys of the level that its
date is exact to: it meets the owners of its own keys, and those of coarser keys that its days fall into. Two vague
dates thus meet, an exact and a vague one meet, and the many exact ones never meet all others of their month.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import final

import attrs

from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.profile import Profile
from recoupe.linking.stories import pairs
from recoupe.linking.tables import kinds

#: A key whose members would form more pairs than this is heavy: its members must share a second trait as well, and a
#: third where that is heavy again. 150 pairs are 17 reports of one week that share a kind and an actor.
HEAVY_PAIRS = 150
#: How many traits a key has at most; beyond `NEIGHBOURLY` pairs such a key compares near neighbours only.
MOST_TRAITS = 3
NEIGHBOURLY = 20_000
#: How many neighbours, by date and wording, are compared then.
NEIGHBOURS = 40
#: Dates that span more days than this own months; more than `MONTHS_SPAN`, no stretch at all.
WEEKS_SPAN, MONTHS_SPAN = 14, 100
_WEEK, _MONTH = 7, 30

#: Bits for one trait's number in a key; a key is the number of its family and stretch, then up to three traits in
#: the order of their numbers. Numbers compare faster than tuples, and there are millions of them.
_TRAIT_BITS = 24
_SHIFT = _TRAIT_BITS * MOST_TRAITS
_MASK = (1 << _TRAIT_BITS) - 1


@final
@attrs.frozen(kw_only=True, eq=False)
class Blocks:
    """The keys of many profiles, as numbers, and what became of the heavy ones."""

    #: For each profile, the keys that it owns.
    owned: Sequence[Sequence[int]]
    #: For each profile, the coarser keys whose owners it meets.
    visited: Sequence[Sequence[int]]
    #: The numbers of keys that stayed heavy with the most traits.
    crowded: frozenset[int]
    #: Where only near neighbours were compared; a sentence each, sorted.
    limits: tuple[str, ...]


def traits(profile: Profile) -> list[str]:
    """What a profile can be found by, besides its kind and time."""
    found = [*profile.actors]
    found += [f"place {place}" for place in profile.places]
    found += [f"count {concept}" for concept in profile.concepts]
    found += [f"frame {frame}" for frame in profile.frames]
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
    """The keys of `profiles`, heavy ones refined by more traits."""
    codes = _Codes()
    found = [codes.traits(p) for p in profiles]
    owned, visited = codes.keys(profiles, found)
    for _ in range(MOST_TRAITS - 1):
        heavy = _heavy(owned, visited, HEAVY_PAIRS)
        if not heavy:
            break
        for keys in (owned, visited):
            for n, of in enumerate(found):
                if not heavy.isdisjoint(keys[n]):
                    keys[n] = _refined(keys[n], of, heavy)
    crowded = _heavy(owned, visited, NEIGHBOURLY)
    number = {key: n for n, key in enumerate(dict.fromkeys(itertools.chain.from_iterable(owned)))}
    return Blocks(
        owned=[[number[k] for k in keys] for keys in owned],
        visited=[[number[k] for k in keys if k in number] for keys in visited],
        crowded=frozenset(number[k] for k in crowded),
        limits=tuple(sorted(f"only near neighbours were compared among {codes.read(k)}" for k in crowded)),
    )


class _Codes:
    """Families, stretches and traits as numbers, in the order in which they are met."""

    def __init__(self) -> None:
        self.trait: dict[str, int] = {}
        self.base: dict[tuple[str, str, int], int] = {}

    def traits(self, profile: Profile) -> list[int]:
        """The numbers of a profile's traits; 0 is none."""
        known = self.trait
        return [known.setdefault(t, len(known) + 1) for t in traits(profile)]

    def keys(self, profiles: Sequence[Profile], found: Sequence[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
        """The keys of one trait that each profile owns, and those that it visits."""
        owned: list[list[int]] = []
        visited: list[list[int]] = []
        for profile, of in zip(profiles, found, strict=True):
            own, visit = stretches(profile)
            families = kinds().families[profile.kind]
            owned.append([b | t for b in self._bases(families, own) for t in of])
            visited.append([b | t for b in self._bases(families, visit) for t in of])
        return owned, visited

    def _bases(self, families: Iterable[str], stretch: Iterable[tuple[str, int]]) -> list[int]:
        known = self.base
        return [known.setdefault((f, level, n), len(known)) << _SHIFT for f in families for level, n in stretch]

    def read(self, key: int) -> str:
        """A key in words."""
        traits = {number: trait for trait, number in self.trait.items()}
        shared = [traits[t] for t in _shared(key)]
        base = {number: words for words, number in self.base.items()}[key >> _SHIFT]
        return f"reports of {base[0]}, {base[1]} {base[2]}, that share {', '.join(sorted(shared))}"


def _shared(key: int) -> list[int]:
    """The traits of a key."""
    return [t for n in range(MOST_TRAITS) if (t := key >> (n * _TRAIT_BITS) & _MASK)]


def _heavy(owned: Sequence[Sequence[int]], visited: Sequence[Sequence[int]], limit: int) -> set[int]:
    owners = Counter(itertools.chain.from_iterable(owned))
    visitors = Counter(k for keys in visited for k in keys if k in owners)
    return {k for k, o in owners.items() if o * (o - 1) // 2 + o * visitors[k] > limit}


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
    size = 1 + max((k for keys in found.owned for k in keys), default=-1)
    owners: list[list[int]] = [[] for _ in range(size)]
    visitors: list[list[int]] = [[] for _ in range(size)]
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
