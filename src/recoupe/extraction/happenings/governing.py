"""The words that govern: whose complement they say to be planned, possible, denied, going on or done.

"a décidé d'ENVOYER", "la décision d'ENVOYER", "prêt à ENVOYER": found by the parse, or beside it where that errs.
"""

from __future__ import annotations

import re
from typing import final

import attrs

from recoupe.extraction.dependencies import children, is_participle, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token

#: How far before an infinitive its governor is looked for, in tokens.
_REACH = 9
#: What the feminine and the plural add to a participle.
_INFLECTED = re.compile("(?<=[éuis])e?s?$")


@final
@attrs.frozen(kw_only=True, eq=False)
class Governing:
    """Finds the governors of a verb, and the list of ``status.toml`` that they stand in."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax

    def key_of(self, governor: Token) -> str | None:
        """The list of ``status.toml`` that a governor stands in; None for most words."""
        lemma = governor.lemma_.lower()
        verbal = is_verbal(governor)
        if (not verbal or is_participle(governor)) and (said := self.predicate(governor)) is not None:
            return said  # "prêt à", "se dit déterminée à"
        if verbal and self.syntax.is_reflexive(governor) and (key := self.words.key_of("verbs", f"se {lemma}")):
            return key
        return (None if verbal else self.words.key_of("nouns", lemma)) or self.words.key_of("verbs", lemma)

    def key_beside(self, verb: Token, governor: Token) -> str | None:
        """ "s'est dite déterminée à fermer", "a eu le courage de démissionner": the word between governs, though the
        parse hangs the infinitive on the verb."""
        said = [self.predicate(c) for c in children(governor, "xcomp") if c.i < verb.i]
        if governor.lemma_ in self.words.of("carriers", "verbs") and is_verbal(governor):
            said += [self.words.key_of("nouns", o.lemma_.lower()) for o in self.syntax.objects(governor)]
        return next((key for key in said if key is not None), None)

    def predicate(self, word: Token) -> str | None:
        """The list of what is said of somebody: "prêt à", "en train de"."""
        lemma = _INFLECTED.sub("", word.lower_) if is_participle(word) else word.lemma_.lower()
        preposition = self.syntax.preposition(word)
        return self.words.key_of("predicates", lemma if preposition is None else f"{preposition} {lemma}")

    def lost(self, verb: Token) -> Token | None:
        """The nearest word before "de" or "à" and the infinitive that governs, where the parser hung it elsewhere ("a
        pris la décision, aujourd'hui, de rappeler")."""
        if self.syntax.preposition(verb) not in ("de", "à"):
            return None
        for token in reversed(verb.doc[max(verb.sent.start, verb.i - _REACH) : verb.i]):
            if token.pos_ in ("NOUN", "VERB") and self.key_of(token) is not None:
                return token
            if token.pos_ == "VERB" or token.text in (";", ":"):
                return None
        return None

    def counting(self, governor: Token, verb: Token) -> Token | None:
        """ "Ils étaient 12 000 à défiler": the verb that says how many did so, where the parse hangs the infinitive on
        it or on the number."""
        if governor.lemma_ == "être":
            return governor if any(t.text[0].isdigit() for t in verb.doc[governor.i + 1 : verb.i]) else None
        quantities = self.syntax.words.of("counting", "quantities")
        if not (governor.text[0].isdigit() or governor.lemma_.lower() in quantities):
            return None
        copula = next((c for c in (*governor.children, governor.head) if c.lemma_ == "être"), None)
        return copula if copula is not None and copula.i < governor.i else None
