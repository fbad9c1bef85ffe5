"""Landmarks of time: what sets the hour of something else ("lors d'une visite", "à l'issue d'un sommet")."""

from __future__ import annotations

import functools
import re
from typing import final

import attrs

from recoupe.extraction.dating.nouns import names_happening
from recoupe.extraction.dependencies import is_led_by
from recoupe.language.contract import Language
from recoupe.language.tokens import Token

#: How far before a noun a locution of time begins, in tokens ("à l'issue d'une longue").
_FAR = 7


@final
@attrs.frozen(kw_only=True, eq=False)
class Landmarks:
    """Tells which nouns of an article are landmarks of time; each is looked at once."""

    language: Language = attrs.field(repr=False)
    #: The nouns that were asked about already, and whether they are landmarks.
    _known: dict[Token, bool] = attrs.field(factory=dict, init=False, repr=False)

    def holds(self, noun: Token) -> bool:
        """ "lors de", "à l'occasion de", "à l'issue de" stand before it."""
        found = self._known.get(noun)
        if found is None:
            found = self._known[noun] = self._stands_behind_locution(noun)
        return found

    def hold_phrase_of(self, noun: Token) -> bool:
        """It is a landmark, or completes one ("à l'issue du vote de la loi")."""
        return self.holds(noun) or (noun.dep_ == "nmod" and self.holds(noun.head))

    def _stands_behind_locution(self, noun: Token) -> bool:
        words = f" {noun.doc.words(max(noun.sent.start, noun.i - _FAR), noun.i).lower()} "
        phrases = self.language.occurrence.of("prepositions", "simultaneous")
        return _any_of(phrases).search(words) is not None

    def is_of_charge(self, landmark: Token, verb: Token) -> bool:
        """ "reconnu coupable de vol lors d'un cambriolage, en mars": the theft was then, the verdict was not."""
        charges = self.language.occurrence.of("prepositions", "charge")
        return any(
            t.pos_ == "NOUN" and t.head.pos_ != "NOUN" and names_happening(t, self.language) and is_led_by(t, charges)
            for t in verb.doc[verb.i + 1 : landmark.i]
        )


@functools.cache
def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    """The phrases with the spaces around them in running text; none behind an apostrophe. Without phrases, nothing."""
    set_apart = (re.escape(f" {p}" if p.endswith("'") else f" {p} ") for p in sorted(phrases))
    return re.compile("|".join(set_apart) or "(?!)")
