"""Stories: which articles tell one story, by the proper names and the words of topic that they share.

"Le choc" or "cette opération" says nothing by itself; that two articles name the same people, firms and villages, in
the same words, within a few weeks says that they tell one story, in which such words mean one thing. Measured on 42
articles of some thirty outlets: the share of the smaller set of names and that of words add up to .44 at least for two
articles on one story, to .26 at most for articles on different ones.
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

#: The shares of names and of words that two articles have in common must add up to this for one story, to that for one
#: that is told alike; and so many names and words together must be shared at least.
TOLD_SHARE, ALIKE_SHARE, ENOUGH_SHARED = 0.4, 0.75, 10
#: Names that two articles must share to be compared at all; fewer names than the second say nothing about an article.
SHARED_NAMES, ENOUGH_NAMES = 2, 4
#: Folded words of fewer letters carry no topic.
TOPIC_WORD = 5
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
    #: Folded words of topic: the longer ones that it writes small.
    words: frozenset[str]
    #: First and last possible day of publication; open ends as in profiles.
    first: int
    last: int


def story(passages: Iterable[str], published: When | None) -> Story:
    """The story of an article, by the passages of its mentions."""
    text = " ".join(passages)
    small = {fold(word) for word in _LOWER.findall(text)}
    first, last = day_bounds(published or When())
    names = frozenset(fold(word) for word in _NAME.findall(text)) - small
    words = frozenset(word for word in small if len(word) >= TOPIC_WORD)
    return Story(names=names, words=words, first=first, last=last)


def likeness(a: Story, b: Story) -> str | None:
    """How far two articles tell one story; None where too few names are known."""
    if a is b:
        return None
    shared = len(a.names & b.names)
    share = _share(a.names, b.names) + _share(a.words, b.words)
    if shared and share >= TOLD_SHARE and shared + len(a.words & b.words) >= ENOUGH_SHARED:
        if a.first - b.last > CHAPTER or b.first - a.last > CHAPTER:
            return "chapter"
        return "alike" if share >= ALIKE_SHARE else "same"
    if min(len(a.names), len(b.names)) < ENOUGH_NAMES:
        return None
    return "little" if shared else "other"


def _share(x: frozenset[str], y: frozenset[str]) -> float:
    """How much of the smaller set the larger one holds."""
    fewest = min(len(x), len(y))
    return len(x & y) / fewest if fewest else 0.0


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
