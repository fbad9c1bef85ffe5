"""Stories: which articles tell one story, by the proper names that they share.

"Le choc" or "cette opération" says nothing by itself; that two articles name the same people, firms and villages
within a few weeks says that they tell one story, in which such words mean one thing. In the tuned half of the
project's corpus, two outlets' articles on one story share 27 % to 78 % of the shorter one's names, articles on
different stories 17 % at most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import final

import attrs

from recoupe.linking.counting import fold
from recoupe.linking.days import OPEN_END, OPEN_START, day_bounds
from recoupe.model import When

#: Names that two articles must share to tell one story, and the share of the shorter one's names that this must be.
SHARED_NAMES, SHARED_SHARE = 3, 0.25
#: From this share on they are told alike; fewer names than this say nothing about an article.
ALIKE_SHARE, ENOUGH_NAMES = 0.5, 4
#: An article of fewer mentions tells no more than these say themselves.
ENOUGH_MENTIONS = 3
#: Articles on one story that were published further apart than this many days tell other chapters of it.
CHAPTER = 31
#: A name that more articles of one stretch carry than this finds no story by itself ("France").
COMMON_NAME = 200
_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-zà-ÿœ][\w-]*[^\W_]{2}")
_LOWER = re.compile(r"(?<![^\W_])[a-zà-ÿœ][\w-]+")


@final
@attrs.frozen(kw_only=True, eq=False)
class Story:
    """What an article's story is known by."""

    #: Folded proper names: capitalised words that the article nowhere writes small.
    names: frozenset[str]
    #: First and last possible day of publication; open ends as in profiles.
    first: int
    last: int


def story(passages: Iterable[str], published: When | None) -> Story:
    """The story of an article, by the passages of its mentions."""
    text = " ".join(passages)
    small = {fold(word) for word in _LOWER.findall(text)}
    first, last = day_bounds(published or When())
    return Story(names=frozenset(fold(word) for word in _NAME.findall(text)) - small, first=first, last=last)


def likeness(a: Story, b: Story) -> str | None:
    """How far two articles tell one story; None where too few names are known."""
    if a is b:
        return None
    shared = len(a.names & b.names)
    fewest = min(len(a.names), len(b.names))
    if shared >= SHARED_NAMES and shared >= SHARED_SHARE * fewest:
        if a.first - b.last > CHAPTER or b.first - a.last > CHAPTER:
            return "chapter"
        return "alike" if shared >= ALIKE_SHARE * fewest else "same"
    if fewest < ENOUGH_NAMES:
        return None
    return "other" if not shared else None


def pairs(stories: Sequence[tuple[str, Story]]) -> Iterator[tuple[str, str]]:
    """The sources that tell one chapter of one story: each pair once, in the order of `stories`.

    Cost: for each article, the number of articles within `CHAPTER` days that share an uncommon name with it.
    """
    owners: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    stretches: list[list[int | None]] = []
    for n, (_, one) in enumerate(stories):
        stretch: list[int | None] = [None]
        if one.first != OPEN_START and one.last != OPEN_END and one.last - one.first <= CHAPTER:
            stretch = list(range((one.first - CHAPTER) // CHAPTER, (one.last + CHAPTER) // CHAPTER + 1))
        stretches.append(stretch)
        if len(one.names) >= SHARED_NAMES:
            for name in one.names:
                for number in stretch:
                    owners[name, number].append(n)
    undated = {name for name, number in owners if number is None}
    for n, (_source, one) in enumerate(stories):
        if len(one.names) < SHARED_NAMES:
            continue
        shared: Counter[int] = Counter()
        for name in one.names:
            met: set[int] = set()
            for number in {*stretches[n], None} if name in undated else stretches[n]:
                found = owners.get((name, number), ())
                if len(found) <= COMMON_NAME:
                    met.update(found)
            shared.update(met)
        for other, count in shared.items():
            if other != n and count >= SHARED_NAMES and _first(n, other, stretches):
                first, second = min(n, other), max(n, other)
                if likeness(stories[first][1], stories[second][1]) in ("same", "alike"):
                    yield stories[first][0], stories[second][0]


def _first(n: int, other: int, stretches: Sequence[Sequence[int | None]]) -> bool:
    """Each pair is found from both sides, except that a dated article finds undated ones and not the reverse."""
    return n > other or (stretches[n] != [None] and stretches[other] == [None])
