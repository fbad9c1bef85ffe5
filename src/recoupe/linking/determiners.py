"""Determiners: whether a word that names an event says, in French, that it is one that the reader knows already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import Final, final

from recoupe.linking.counting import fold
from recoupe.linking.tables import words
from recoupe.model import Mention

#: A determiner stands within so many characters before its noun.
_NEAR: Final = 16
#: Endings of French participles and infinitives.
_PAST: Final = re.compile("(?:[éu]e?s?|is?|r)$")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=['’\s]*$)")


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


def determiner(mention: Mention) -> Determiner:
    """That of the word that names the event; an adjective between them hides it."""
    return _determiners().get(_before(mention), Determiner.NONE)


def is_plural(mention: Mention) -> bool | None:
    """Whether the noun that names the event means several ("les explosions"), or one; None without a determiner."""
    return _plural().get(_before(mention))


def _before(mention: Mention) -> str:
    """The word right before the one that names the event, folded."""
    start = mention.trigger.start - mention.passage.start
    found = _LAST_WORD.search(mention.passage.text[max(0, start - _NEAR) : start])
    return fold(found[0]) if found else ""


@cache
def _plural() -> Mapping[str, bool]:
    return {fold(word): sort == "plural" for sort, found in words()["number"].items() for word in found}


@cache
def _determiners() -> Mapping[str, Determiner]:
    return {fold(word): Determiner[sort.upper()] for sort, found in words()["determiners"].items() for word in found}


def shows_tense(mention: Mention, before: Determiner) -> bool:
    """Whether the word that names the event, with `before` as its determiner, may be a verb that says when.

    A noun is none, nor is the present of a headline, which tells what is decided ("Rome rappelle son ambassadeur").
    """
    if before.is_article:
        return False
    return mention.passage.start != 0 or _PAST.search(mention.trigger.text) is not None
