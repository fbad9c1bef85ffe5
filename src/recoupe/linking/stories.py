"""Stories: which articles tell one story, by the proper names and the words of topic that they share.

"Le choc" or "cette opération" says nothing by itself; that two articles name the same people, firms and villages, in
the same words, within a few weeks says that they tell one story, in which such words mean one thing. Measured on 42
articles of some thirty outlets: the share of the smaller set of names and that of words add up to .44 at least for two
articles on one story, to .26 at most for articles on different ones. Two shipwrecks of two summers have the words and
the sea in common, two attacks the country: only a name that is not of the whole world tells that a story is one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from typing import Final, final

import attrs

from recoupe.gazetteer import countries, known_actors, places
from recoupe.gazetteer.inflection import forms
from recoupe.linking.counting import fold
from recoupe.linking.days import OPEN_END, OPEN_START, day_bounds
from recoupe.linking.words import TOPIC_WORD, names_inside, proper_names
from recoupe.model import ActorKind, When

#: The shares of names and of words that two articles have in common must add up to this for one story, to that for one
#: that is told alike; and so many names and words together must be shared at least.
TOLD_SHARE, ALIKE_SHARE, ENOUGH_SHARED = 0.4, 0.75, 10
#: Particular names that two articles must share to tell one story, to tell it at different times, and for what one week
#: allows.
PARTICULAR_SAME, PARTICULAR_CHAPTER, PARTICULAR_WEEK = 1, 2, 2
#: Articles of one week tell one story with less: so many days apart at most, with two particular names and these shares
#: of names and of words in common. Two of 4 126 pairs of articles on different stories share so much, years apart.
WEEK, WEEKS_NAMES, WEEKS_WORDS = 7, 0.2, 0.1
#: One particular name is enough with this share of words, and so many of them: briefs have little more. No pair of some
#: 200 short articles on different stories, of 22 000, shares so much within a week.
BRIEF_WORDS, BRIEF_SHARED = 0.15, 3
#: What states do to each other may be told with no particular name at all: shared names of one week, and the sum of the
#: shares of names and of words.
WEEKS_SHARED, WEEKS_SHARE = 3, 0.5
#: Names that two articles must share to be compared at all; fewer names than the second say nothing about an article.
SHARED_NAMES, ENOUGH_NAMES = 2, 4
#: Briefs of two names and so many words of topic each tell two stories where no name and less than this share of the
#: words recurs.
BRIEF_NAMES, BRIEF_TOPIC, BRIEF_APART = 2, 10, 0.1
#: An article of fewer mentions tells no more than these say themselves.
ENOUGH_MENTIONS = 3
#: Articles on one story that were published further apart than this many days tell other chapters of it.
CHAPTER = 31
#: A name that more articles of one stretch carry than this finds no story by itself ("France").
COMMON_NAME = 200
#: A particular name that no more articles of one stretch carry makes them worth comparing by itself.
RARE_NAME = 12
#: Likenesses of articles that tell one story at one time.
TOLD_TOGETHER = ("same", "alike")
_NOBODY: Final[frozenset[str]] = frozenset()
_Place = tuple[str, int | None]
_WORD = re.compile(r"[^\W\d_][\w-]+")
_LOWER = re.compile(r"(?<![^\W_])[a-zà-ÿœ][\w-]+")


@final
@attrs.frozen(kw_only=True, eq=False)
class Story:
    """What an article's story is known by."""

    #: Folded proper names: capitalised words that the article nowhere writes small.
    names: frozenset[str]
    #: Those of `names` that stand inside a sentence, and that are not of the whole world.
    particular: frozenset[str]
    #: Folded words of topic: the longer ones that it writes small.
    words: frozenset[str]
    #: First and last possible day of publication; open ends as in profiles.
    first: int
    last: int


def story(passages: Iterable[str], published: When | None) -> Story:
    """The story of an article, by the passages of its mentions."""
    text = "\n".join(passages)
    small = {fold(word) for word in _LOWER.findall(text)}
    first, last = day_bounds(published or When())
    names = proper_names(text) - small
    words = frozenset(word for word in small if len(word) >= TOPIC_WORD)
    particular = names & names_inside(text) - of_the_world()
    return Story(names=names, particular=particular, words=words, first=first, last=last)


def likeness(a: Story, b: Story) -> str | None:
    """How far two articles tell one story; None where too few names are known."""
    if a is b:
        return None
    shared = a.names & b.names
    of_names, of_words = _share(a.names, b.names), _share(a.words, b.words)
    particular = len(a.particular & b.particular) if shared else 0
    if shared and of_names + of_words >= TOLD_SHARE and len(shared) + len(a.words & b.words) >= ENOUGH_SHARED:
        if months_between(a, b):
            return "chapter" if particular >= PARTICULAR_CHAPTER else "little"
        if particular < PARTICULAR_SAME:
            much = len(shared) >= WEEKS_SHARED and of_names + of_words >= WEEKS_SHARE
            return "same" if much and _of_one_week(a, b) else "little"
        return "alike" if of_names + of_words >= ALIKE_SHARE else "same"
    if particular and of_names >= WEEKS_NAMES and of_words >= WEEKS_WORDS and _of_one_week(a, b):
        brief = of_words >= BRIEF_WORDS and len(a.words & b.words) >= BRIEF_SHARED
        if particular >= PARTICULAR_WEEK or brief:
            return "same"
    fewest = min(len(a.names), len(b.names))
    if fewest < ENOUGH_NAMES:
        told = fewest >= BRIEF_NAMES and min(len(a.words), len(b.words)) >= BRIEF_TOPIC
        return "other" if told and not shared and of_words < BRIEF_APART else None
    return "little" if shared else "other"


def told_together(a: Story | None, b: Story | None) -> bool:
    """Two articles tell one story at one time; False where the story of one is not known."""
    return a is not None and b is not None and likeness(a, b) in TOLD_TOGETHER


def tell_one_story(a: Story | None, b: Story | None) -> bool:
    """The same at one time or months apart."""
    return a is not None and b is not None and likeness(a, b) in (*TOLD_TOGETHER, "chapter")


def _worth_comparing(a: Story, b: Story) -> bool:
    """Each report of one article is worth comparing with each of the other."""
    return len(a.particular & b.particular) >= PARTICULAR_CHAPTER or told_together(a, b)


def months_between(a: Story, b: Story) -> bool:
    """The articles were surely published more than `CHAPTER` days apart."""
    return a.first - b.last > CHAPTER or b.first - a.last > CHAPTER


def _of_one_week(a: Story, b: Story) -> bool:
    """The articles were surely published within `WEEK` days of each other."""
    return max(a.last, b.last) - min(a.first, b.first) <= WEEK


@cache
def of_the_world() -> frozenset[str]:
    """The words of names that articles on any story may share: of countries, their inhabitants, seas, and of the known
    bodies that belong to no one country."""
    names = [n for c in countries() for n in (*c.french, *c.english, *(f for a in c.adjectives for f in forms(a)))]
    names += [n for e in places().entries if not e.town and not e.place.country for n in (e.place.name, *e.aliases)]
    bodies = [a for a in known_actors() if a.kind is not ActorKind.PERSON and not a.country]
    names += [n for a in bodies for n in (a.name, *a.aliases)]
    return frozenset(word for name in names for word in _WORD.findall(fold(name)))


def _share(x: frozenset[str], y: frozenset[str]) -> float:
    """How much of the smaller set the larger one holds."""
    fewest = min(len(x), len(y))
    return len(x & y) / fewest if fewest else 0.0


@final
@attrs.frozen(eq=False)
class Stories:
    """The stories of articles, by source id, and which of them are one. A value, like `blocking.Index`."""

    _found: dict[str, Story] = attrs.field(factory=dict)
    #: A name within a stretch of publication (None: within any) to the articles that carry it.
    _shelves: dict[_Place, list[str]] = attrs.field(factory=dict)
    _partners: dict[str, frozenset[str]] = attrs.field(factory=dict)

    def __getitem__(self, source: str) -> Story | None:
        return self._found.get(source)

    def told_with(self, source: str) -> frozenset[str]:
        """The sources whose stories make each of their reports worth comparing with each of its own."""
        return self._partners.get(source, _NOBODY)

    def changed(self, gone: Set[str], new: Mapping[str, Story]) -> tuple[Stories, set[str]]:
        """Without the stories of `gone`, then with `new`; and the others that may be told with fewer or more.

        Cost: for each article concerned, the number of articles within `CHAPTER` days that share an uncommon name with
        it; for an undated one, a look at every article.
        """
        found, shelves = dict(self._found), dict(self._shelves)
        leaving = {s: found.pop(s) for s in gone if s in found}
        for source, one in leaving.items():
            for place in _places(one):
                shelves[place] = [s for s in shelves[place] if s != source]
        grown: defaultdict[_Place, list[str]] = defaultdict(list)
        for source, one in new.items():
            found[source] = one
            for place in _places(one):
                grown[place].append(source)
        for place, more in grown.items():
            shelves[place] = shelves[place] + more if place in shelves else more
        redo = set(new)
        for place in {p for one in leaving.values() for p in _places(one)} | grown.keys():
            old, now = self._shelves.get(place, ()), shelves[place]
            if old and any((len(old) > limit) != (len(now) > limit) for limit in (RARE_NAME, COMMON_NAME)):
                redo.update(old, now)
        redo -= leaving.keys() - new.keys()
        stories = Stories(found, shelves, self._left(leaving.keys() | redo))
        for source in redo:
            stories._join(source, stories._near(source, redo))
        return stories, redo - new.keys()

    def _left(self, sources: Set[str]) -> dict[str, frozenset[str]]:
        """The partners, without those of `sources`."""
        out = {s: partners for s, partners in self._partners.items() if s not in sources}
        for source in {p for s in sources for p in self.told_with(s)} & out.keys():
            out[source] -= sources
        return out

    def _join(self, source: str, near: Iterable[str]) -> None:
        one = self._found[source]
        partners = {s for s in near if s != source and _worth_comparing(one, self._found[s])}
        for other in partners:
            self._partners[other] = self.told_with(other) | {source}
        if partners:
            self._partners[source] = self.told_with(source) | partners

    def _near(self, source: str, redo: Set[str]) -> Iterator[str]:
        """Articles that share enough uncommon names with one; dated ones of `redo` find an undated one themselves."""
        one = self._found[source]
        if len(one.names) < SHARED_NAMES:
            return
        counts: Counter[str] = Counter()
        rare: set[str] = set()
        stretches = _stretches(one)
        for name in one.names:
            met: set[str] = set()
            for number in {*stretches, None}:
                carriers = self._shelves.get((name, number), ())
                if len(carriers) <= COMMON_NAME:
                    met.update(carriers)
                if len(carriers) <= RARE_NAME and name in one.particular:
                    rare.update(carriers)
            counts.update(met)
        yield from (other for other, count in counts.items() if count >= SHARED_NAMES or other in rare)
        if stretches == [None]:
            uncommon = {name for name in one.names if len(self._shelves[name, None]) <= COMMON_NAME}
            for other, its in self._found.items():
                if other not in redo and len(uncommon & its.names) >= SHARED_NAMES and _stretches(its) != [None]:
                    yield other


def _stretches(one: Story) -> list[int | None]:
    """The stretches in which others may tell the story too; None alone where it is not known when it was published."""
    if one.first == OPEN_START or one.last == OPEN_END or one.last - one.first > CHAPTER:
        return [None]
    return [*range((one.first - CHAPTER) // CHAPTER, (one.last + CHAPTER) // CHAPTER + 1)]


def _places(one: Story) -> list[_Place]:
    """Where a story is found; nowhere if it has too few names."""
    if len(one.names) < SHARED_NAMES:
        return []
    return [(name, number) for number in _stretches(one) for name in one.names]
