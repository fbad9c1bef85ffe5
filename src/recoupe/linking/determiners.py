"""Determiners: whether a word that names an event says, in French, that it is one that the reader knows already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple, final

from recoupe.linking.counting import fold
from recoupe.linking.tables import words
from recoupe.model import Mention

#: A determiner stands within so many characters before its noun.
_NEAR: Final = 16
#: Endings of French participles and infinitives.
_PAST: Final = re.compile("(?:[éu]e?s?|is?|r)$")
#: What may stand between a determiner and its noun.
_BETWEEN: Final = "'’" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")


@final
class Determiner(IntEnum):
    """What stands right before the word that names an event, from what tells it as new to what points back."""

    #: A verb, or a noun without one ("Séisme au Népal").
    NONE = 0
    #: "une explosion", "plusieurs explosions".
    INDEFINITE = 1
    #: "sa démission".
    POSSESSIVE = 2
    #: "l'explosion".
    DEFINITE = 3
    #: "cette explosion".
    DEMONSTRATIVE = 4

    @property
    def is_article(self) -> bool:
        """An article or a possessive: it stands before a noun, which shows no tense, and does not point back."""
        return Determiner.NONE < self < Determiner.DEMONSTRATIVE

    @property
    def is_known(self) -> bool:
        """It takes the event for known, be it to the article or to the world."""
        return self >= Determiner.POSSESSIVE


class Determined(NamedTuple):
    """What stands right before the word that names an event says of it."""

    #: The determiner; an adjective between hides it.
    by: Determiner
    #: The noun means several ("les explosions"), or one; None without a determiner.
    plural: bool | None


def determined(mention: Mention) -> Determined:
    """How the word that names the event is determined."""
    start = mention.trigger.start - mention.passage.start
    before = mention.passage.text[max(0, start - _NEAR) : start].rstrip(_BETWEEN)
    return _determined_by(before.rsplit(None, 1)[-1]) if before else _BARE


@lru_cache(maxsize=65536)  # most of what stands between two spaces recurs
def _determined_by(run: str) -> Determined:
    """What the last word of a run of characters without a space says."""
    found = _LAST_LETTERS.search(run)
    return _determined().get(fold(found[0]), _BARE) if found else _BARE


_BARE: Final = Determined(Determiner.NONE, None)


@cache
def _determined() -> Mapping[str, Determined]:
    by = {fold(word): Determiner[sort.upper()] for sort, found in words()["determiners"].items() for word in found}
    plural = {fold(word): sort == "plural" for sort, found in words()["number"].items() for word in found}
    return {word: Determined(by.get(word, Determiner.NONE), plural.get(word)) for word in by.keys() | plural.keys()}


def shows_tense(mention: Mention, before: Determiner) -> bool:
    """Whether the word that names the event, with `before` as its determiner, may be a verb that says when.

    A noun is none, nor is the present of a headline, which tells what is decided ("Rome rappelle son ambassadeur").
    """
    if before.is_article:
        return False
    return mention.passage.start != 0 or _PAST.search(mention.trigger.text) is not None
