"""`NameTree`: names by their words, one below the other, so that running text is compared with all of them at once."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import final

from recoupe.gazetteer.spellings import key


@final
class NameTree:
    """A set of names, in any case and with or without marks."""

    def __init__(self, names: Iterable[str]) -> None:
        self._root = _Node()
        for name in names:
            node = self._root
            for word in _words(name):
                node = node.below.setdefault(word, _Node())
            node.is_name = True

    @property
    def first_words(self) -> Iterable[str]:
        """The words with which the names begin."""
        return self._root.below

    def lengths(self, tokens: Sequence[str], start: int = 0) -> list[int]:
        """How many `tokens` from `start` on make a name, for every name that they begin with, the shortest first.

        Signs between the words and behind the last do not count: a name that a sign follows is found twice, without and
        with it. Cost: linear in the tokens of the longest name.
        """
        node = self._root
        found: list[int] = []
        for at in range(start, len(tokens)):
            for word in _words(tokens[at]):
                following = node.below.get(word)
                if following is None:
                    return found
                node = following
            if node is self._root:  # a sign: no name begins with it
                return found
            if node.is_name:
                found.append(at + 1 - start)
        return found


def openings(tokens: Iterable[str], *trees: NameTree) -> list[int]:
    """The numbers of the `tokens` with which a name of one of the `trees` may begin, in order: nowhere else `lengths`
    finds any."""
    first = _first_words(trees)
    return [at for at, word in enumerate(map(_first_word, tokens)) if word in first]


@functools.lru_cache(maxsize=8)
def _first_words(trees: tuple[NameTree, ...]) -> frozenset[str]:
    return frozenset().union(*(tree.first_words for tree in trees))


@functools.lru_cache(maxsize=65536)
def _words(token: str) -> tuple[str, ...]:
    return tuple(key(token).split())


@functools.lru_cache(maxsize=65536)
def _first_word(token: str) -> str:
    """The word with which a token begins; "" for a sign, which no name has."""
    return next(iter(_words(token)), "")


@final
class _Node:
    """A word of names."""

    __slots__ = ("below", "is_name")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        #: A name ends here.
        self.is_name = False
