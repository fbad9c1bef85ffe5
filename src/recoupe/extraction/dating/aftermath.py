"""What came after something else of its sentence, by what tells so: "à la suite de l'attaque", "a condamné l'attaque",
"condamné pour le meurtre".

Such words name no day; where the article dates the one elsewhere, the other came no earlier.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import final

import attrs

from recoupe.extraction.dating.company import carrier
from recoupe.extraction.dating.nouns import REACTIONS, may_tell
from recoupe.extraction.dependencies import is_led_by, is_verbal, verb_above
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import Kind

#: What stands between a preposition and its noun.
_LEADING = frozenset({"det", "amod", "nummod", "advmod"})
#: How many tokens a locution has at most: "à la suite de".
_LOCUTION = 4


@final
@attrs.frozen(kw_only=True, eq=False)
class Aftermath:
    """Finds the words for what a trigger came after."""

    language: Language = attrs.field(repr=False)

    def causes(self, token: Token, among: Sequence[Token]) -> list[Token]:
        """Those of the nouns `among` that name it; none where the sentence tells of no order."""
        nouns = [noun for noun in among if noun.pos_ == "NOUN" and noun is not token]
        if nouns and may_tell(token, (Kind.JUSTICE,), self.language):
            matter = [noun for noun in nouns if self._is_matter(noun, token)]
            if matter:
                return matter
        verb = carrier(token) if nouns else token
        if not nouns or not is_verbal(verb):
            return []
        return [
            noun
            for noun in nouns
            if (noun.head is verb and self._bears(verb, token, noun))
            or (verb_above(noun) is verb and self.is_set_off(noun))
        ]

    def _bears(self, verb: Token, token: Token, noun: Token) -> bool:
        """The verb condemns, praises or undoes what the noun names; or this has the other for its consequence."""
        of = self.language.occurrence.of
        if token is not verb:
            return noun.dep_ == "nsubj" and token.dep_ == "obj" and verb.lemma_.lower() in of("verbs", "causing")
        if noun.dep_ not in ("obj", "nsubj:pass"):
            return False
        return verb.lemma_.lower() in of("verbs", "later") or may_tell(verb, REACTIONS, self.language)

    def _is_matter(self, noun: Token, token: Token) -> bool:
        """A court or an inquiry is about it: "l'enquête sur l'ATTAQUE", "condamné pour le MEURTRE", "arrêté dans
        l'enquête sur le VOL"."""
        of, phrase = self.language.occurrence.of, noun
        while phrase.dep_ == "nmod" and phrase.head is not token and phrase.head.lemma_ in of("nouns", "standing"):
            phrase = phrase.head
        if phrase.head is not token or not is_led_by(phrase, of("prepositions", "matter")):
            return False
        return not may_tell(noun, (Kind.JUSTICE,), self.language)

    def is_set_off(self, noun: Token) -> bool:
        """ "après l'attaque", "à la suite de cette attaque", "en réponse à"."""
        start = noun.i
        while start > noun.sent.start and (before := noun.doc[start - 1]).dep_ in _LEADING and before.head == noun:
            start -= 1
        words = noun.doc.words(max(noun.sent.start, start - _LOCUTION), start).lower()
        return f" {words}".endswith(_set_apart(self.language.occurrence.of("prepositions", "consequent")))


@functools.cache
def _set_apart(phrases: frozenset[str]) -> tuple[str, ...]:
    """The phrases, each with a space before it."""
    return tuple([f" {p}" for p in sorted(phrases)])
