"""What a statement does not say, but builds on: the article tells it, not the speaker."""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.attribution.incises import group_start
from recoupe.extraction.attribution.statements import INCISE, Statement
from recoupe.extraction.dependencies import children, feature, finite, is_determined, is_infinitive, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token

#: Prepositions of complements that a noun takes for granted ("la victoire de X à la présidentielle").
_INSIDE: Final = ("de", "à")


@final
@attrs.frozen(kw_only=True, eq=False)
class Presuppositions:
    """Tells what is said from what is taken for granted."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax

    def holds(self, trigger: Token, statement: Statement) -> bool:
        """What a statement does not say, but builds on: relative clauses and participles on what is known ("la promesse
        signée en mars"), happenings that something is said of ("cette rencontre intervient"). It is the article that
        tells them."""
        if self._replies(trigger):
            return True
        if trigger.pos_ in ("NOUN", "PROPN") and self._is_known(trigger):
            top = trigger
            while top.dep_ == "nmod" and top.head.pos_ in ("NOUN", "PROPN"):
                top = top.head
            through = trigger.head.lemma_.lower() in self.words.of("relations", "nouns")
            nested = top != trigger and not through and self.syntax.preposition(trigger) in _INSIDE
            if nested or self._is_commented(top):
                return True
            if is_verbal(top.head) and top.dep_.startswith(("nsubj", "obj", "obl")):
                trigger = top.head  # "le trader placé en garde à vue dans l'enquête": it goes with what is known
        if any(feature(t, "Mood") == "Cnd" for t in children(trigger, "aux:tense")):
            return False  # "le plan, qui aurait prévu": the article does not vouch for it
        modified = self._modified(trigger)
        own = statement.depth != INCISE and _governs(trigger, statement.cue)
        return modified is not None and self._is_known(modified) and not own

    def _replies(self, verb: Token) -> bool:
        """ "L'armée dit avoir pris la ville, ce que démentent les rebelles": set off behind what is said, a verb of
        saying with "ce que" tells what others say to it."""
        link = next((c for c in verb.children if c.i < verb.i and feature(c, "PronType") == "Rel"), None)
        if link is None or link.i - 2 < verb.sent.start:
            return False
        if verb.doc[link.i - 2].text != "," or verb.doc[link.i - 1].lower_ not in self.words.of("pointing", "pronouns"):
            return False
        return self.words.key_of("verbs", verb.lemma_.lower()) is not None

    def _modified(self, verb: Token) -> Token | None:
        """The noun of a participle or relative clause; the one before the pronoun, where the parse loses it."""
        before = (c for c in verb.children if c.i < verb.i and c.dep_ != "mark")
        pronoun = next((c for c in before if feature(c, "PronType") == "Rel"), None)
        gerund = feature(verb, "Tense") == "Pres" and bool(children(verb, "mark", "case"))
        if is_infinitive(verb) or gerund:
            return None  # "leur intention de se rendre à Kiev", "renforce son action en déployant"
        if verb.dep_ == "acl" and pronoun is None and feature(finite(verb), "VerbForm") == "Fin":
            return None  # a main clause that the parse hangs on a noun
        if verb.dep_ == "acl" or (verb.dep_ == "acl:relcl" and pronoun is not None):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN") else None
        if pronoun is None or any(is_verbal(t) for t in verb.doc[pronoun.i : group_start(verb)]):
            return None
        behind = (t for t in reversed(verb.doc[verb.sent.start : pronoun.i]) if t.pos_ in ("NOUN", "PROPN"))
        noun = next(behind, None)
        while noun is not None and noun.dep_ == "nmod" and noun.head.i < noun.i:
            noun = noun.head
        return noun

    def _is_commented(self, noun: Token) -> bool:
        """It is the subject of a verb that says what to think of it, not what happened ("est intervenu à 10h45")."""
        if any(a.dep_ == "aux:tense" for a in noun.head.auxiliaries):
            return False
        return noun.dep_ == "nsubj" and (
            noun.head.lemma_.lower() in self.words.of("comments", "verbs") or bool(children(noun.head, "cop"))
        )

    @staticmethod
    def _is_known(noun: Token) -> bool:
        """It has a definite, demonstrative or possessive determiner, or is a name."""
        return noun.pos_ == "PROPN" or is_determined(noun)


def _governs(head: Token, token: Token) -> bool:
    return head == token or head in token.ancestors
