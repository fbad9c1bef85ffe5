"""The name that a happening bears: "la tempête Ciaran", "l'opération Barkhane"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from recoupe.linking.counting import fold
from recoupe.linking.tables import kinds, words
from recoupe.linking.words import CAPITAL, end_of_word
from recoupe.model import Actor, Kind, Mention

_BEHIND = re.compile(rf"\s+[«\"“]?\s*((?:{CAPITAL}[\w’'-]+\s*)+)")
_NONE: Final[frozenset[str]] = frozenset()


def own_names(mention: Mention, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The words, folded, of the name that the event bears. What is said is followed by who says it, and a deed by the
    person or place concerned: names of these are none of the event's."""
    found = _NONE if mention.kind in kinds().spoken else names_of_event(mention)
    if not found:
        return _NONE
    for place in mention.places:
        if not found.isdisjoint(_words_of(place.name)):
            return _NONE
    for participant in mention.participants:
        for name in actors[participant.actor].names:
            if not found.isdisjoint(_words_of(name)):
                return _NONE
    return found


@lru_cache(maxsize=65536)
def _words_of(name: str) -> frozenset[str]:
    """The words of a name, folded; the names of those who take part recur."""
    return frozenset(fold(name).split())


def names_of_event(mention: Mention) -> frozenset[str]:
    """Names right behind the word that names the event, be they its own or those of its places and people; else the
    name behind the noun in its sentence that bears one as such events do: "le passage de la tempête | Ciaran"."""
    passage = mention.passage.text
    found = _BEHIND.match(passage, end_of_word(mention))
    if found:
        return frozenset(fold(found[1]).split())
    return _borne(passage, mention.kind) if mention.kind in _bearing() else _NONE


@lru_cache(maxsize=1024)  # the mentions of one sentence
def _borne(passage: str, kind: Kind) -> frozenset[str]:
    """The name that a happening of a kind of `_bearing` bears in a passage; none where it names several."""
    found = {frozenset(fold(names).split()) for names in _bearing()[kind].findall(passage)}
    return next(iter(found)) if len(found) == 1 else _NONE


@cache
def _bearing() -> Mapping[Kind, re.Pattern[str]]:
    """The nouns behind which the name of a happening of a kind stands, with that name as the group."""
    nouns: dict[Kind, list[str]] = {}
    for row in words()["bearing"]:
        for kind in map(Kind, row["kinds"]):
            nouns.setdefault(kind, []).extend(row["nouns"])
    called = rf"(?:\s+(?:{'|'.join(words()['called'])}))?"
    return {kind: re.compile(rf"\b(?i:{'|'.join(found)}){called}{_BEHIND.pattern}") for kind, found in nouns.items()}
