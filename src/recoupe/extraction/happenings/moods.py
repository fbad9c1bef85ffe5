"""What a verb shows by itself of whether it came about: its tense and mood, its negation, a condition on it."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.dependencies import children, feature, finite, governors, is_finite
from recoupe.extraction.happenings.assertions import SUPPOSED, Assertion
from recoupe.extraction.happenings.conditions import Conditions
from recoupe.extraction.happenings.continuance import Continuance
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Status


@final
@attrs.frozen(kw_only=True, eq=False)
class Moods:
    """Reads the status that verbs show, whatever governs them."""

    #: ``reporting.toml`` of the language pack.
    reporting: Words
    #: Reads the parse.
    syntax: Syntax
    #: Tells what goes on.
    continuance: Continuance
    #: Tells what hangs on a condition.
    conditions: Conditions
    #: What verbs show that were asked about already.
    _known: dict[Token, Assertion] = attrs.field(factory=dict, init=False)

    def of(self, verb: Token) -> Assertion:
        """The status that the verb itself shows, whatever stands above it; read once for each verb."""
        known = self._known.get(verb)
        if known is None:
            known = self._known[verb] = self._read(verb)
        return known

    def _read(self, verb: Token) -> Assertion:
        if self.syntax.is_negated(verb):
            supposed = self.conditions.opens(verb)  # "si aucune entente n'est conclue"
            return SUPPOSED if supposed else Assertion(status=Status.DENIED, reason="negated")
        tense = finite(verb)
        mood = feature(tense, "Mood")
        if self.conditions.hold_for(verb, tense, perfect=is_compound(verb)):
            return SUPPOSED
        if mood == "Cnd":
            if self._is_future_in_past(verb):
                return Assertion(status=Status.PLANNED, reason="future in the past")
            return Assertion(status=Status.POSSIBLE, reason="conditional")
        if feature(tense, "Tense") == "Fut":
            if is_compound(verb) and not children(verb, "mark"):  # not "une fois que la ville aura donné son accord"
                return Assertion(status=Status.OCCURRED)
            return Assertion(status=Status.PLANNED, reason="future tense")
        if mood == "Imp":
            return Assertion(status=Status.POSSIBLE, asserted=False, reason="imperative")
        if self.conditions.opens(verb):
            return SUPPOSED
        still = self.continuance.of_verb(verb)
        return Assertion(status=Status.OCCURRED) if still is None else Assertion(status=Status.ONGOING, reason=still)

    def _is_future_in_past(self, verb: Token) -> bool:
        """ "a annoncé que X enverrait": a present conditional under a reporting verb in the past."""
        if is_compound(verb):
            return False
        for dependent, governor in governors(verb):
            if dependent.dep_ == "ccomp" and self.reporting.key_of("verbs", governor.lemma_):
                if not is_finite(governor):
                    return True  # "ajoutant que", "et d'ajouter que X enverrait"
                return feature(finite(governor), "Tense") in ("Past", "Imp") or bool(governor.auxiliaries)
        return False


def is_compound(verb: Token) -> bool:
    """ "aura envoyé", "aurait été envoyé": done before the time that the mood speaks of."""
    marks = {a.dep_ for a in verb.auxiliaries}
    perfect = "aux:tense" in marks or (bool(marks) and not marks & {"aux:pass", "cop"})
    return perfect and feature(verb, "VerbForm") == "Part"
