"""Nouns of what still goes on when the article tells of it: searches that continue, epidemics, wars."""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.dependencies import children, feature, finite, governors, is_participle, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token

#: Tenses that show a happening from within.
_WITHIN: Final = frozenset({"Pres", "Imp"})
_DIGITS_OF_A_YEAR: Final = 4


@final
@attrs.frozen(kw_only=True, eq=False)
class Continuance:
    """Tells whether what a noun names goes on."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax

    def of_noun(self, noun: Token) -> str | None:
        """Why what a noun names goes on; None where nothing says so.

        It is the subject of a verb of going on ("les recherches se poursuivent"), or a happening that lasts ("une
        épidémie") and is neither dated nor told of as past.
        """
        dependent, governor = next(governors(noun), (noun, noun))
        subject = dependent.dep_.startswith("nsubj")
        if subject and self._goes_on(governor):
            return f"« {governor.text} »"
        for clause in children(noun, "acl:relcl"):
            if self._goes_on(clause) and any(c.dep_.startswith("nsubj") and c.i < clause.i for c in clause.children):
                return f"« {clause.text} »"
        if noun.lemma_.lower() in self.words.of("lasting", "nouns") and not self._is_past(noun):
            return f"« {noun.text} »: it lasts"
        return None

    def _goes_on(self, predicate: Token) -> bool:
        """ "se poursuit", "progressait"."""
        if not is_verbal(predicate):
            return False
        lemma = f"se {predicate.lemma_}" if self.syntax.is_reflexive(predicate) else predicate.lemma_
        listed = self.words.of("lasting", "verbs")
        return lemma in listed and _shows_from_within(predicate) and not self.syntax.is_negated(predicate)

    def _is_past(self, noun: Token) -> bool:
        """It is dated ("la guerre de 1914"), or the verb above it tells of an earlier time ("avait ravagé")."""
        below = [t for c in children(noun, "nmod", "amod") for t in c.subtree]
        if any(_is_year(t) or self.syntax.is_temporal(t) for t in below):
            return True
        verb = next((g for _, g in governors(noun) if is_verbal(g)), None)
        if verb is None:
            return False
        pluperfect = any(a.dep_ == "aux:tense" and feature(a, "Tense") == "Imp" for a in verb.auxiliaries)
        return pluperfect or (feature(finite(verb), "Tense") == "Past" and not is_participle(verb))


def _is_year(token: Token) -> bool:
    return len(token.text) == _DIGITS_OF_A_YEAR and token.text.isdigit()


def _shows_from_within(verb: Token) -> bool:
    """It stands in the present or the imperfect, active or passive."""
    if any(a.dep_ == "aux:tense" for a in verb.auxiliaries):
        return False
    return feature(finite(verb), "Mood") == "Ind" and feature(finite(verb), "Tense") in _WITHIN
