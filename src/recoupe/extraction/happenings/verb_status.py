"""Whether what a verb names happened: from its tense and mood, its negation, and the governors above it."""

from __future__ import annotations

import re
from typing import final

import attrs

from recoupe.extraction.dependencies import (
    children,
    feature,
    finite,
    governors,
    is_finite,
    is_infinitive,
    is_participle,
    is_perfect_infinitive,
    is_verbal,
)
from recoupe.extraction.happenings.assertions import IMMEDIATE, TOLD, Assertion
from recoupe.extraction.happenings.conditions import Conditions
from recoupe.extraction.happenings.continuance import Continuance
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Status

#: How far up the tree a governor still decides ("a promis de demander à X d'envoyer").
_DEPTH = 4
#: How far before an infinitive its governor is looked for, in tokens.
_REACH = 9
#: What the feminine and the plural add to a participle.
_INFLECTED = re.compile("(?<=[éuis])e?s?$")
#: Labels of clauses that stand beside the one above them: what governs there says nothing of them.
_ASIDE = frozenset({"advcl", "parataxis", "acl:relcl"})
_STATUSES = frozenset(status.value for status in Status)
#: Under a condition.
_SUPPOSED = Assertion(status=Status.POSSIBLE, asserted=False, reason="condition")


@final
@attrs.frozen(kw_only=True, eq=False)
class VerbStatus:
    """Reads the status of verbs with a language's status words."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: ``reporting.toml`` of the language pack.
    reporting: Words
    #: Reads the parse.
    syntax: Syntax
    #: Tells what goes on.
    continuance: Continuance
    #: Tells what hangs on a condition.
    conditions: Conditions
    #: What verbs show that were asked about already.
    _own: dict[Token, Assertion] = attrs.field(factory=dict, init=False)

    def of(self, verb: Token) -> Assertion:
        """The status of what a verb names."""
        own = self.own(verb)
        if not own.asserted:
            return own
        above = self.above(verb)
        if own.status is Status.DENIED:
            return own if above is None or above.asserted else above  # "afin de ne pas blesser"
        if above is not None and above.asserted and above.status is Status.PLANNED and self.takes_effect(verb):
            return IMMEDIATE if own.status is Status.OCCURRED else own
        return above if above is not None else own

    def takes_effect(self, token: Token) -> bool:
        """ "a décidé de retirer l'autorisation avec effet immédiat", "a décidé de rejeter la plainte": what is decided
        is done; not "doit démissionner immédiatement"."""
        decided = self.words.of("deciding", "words")
        if token.lemma_ in self.words.of("deciding", "done") and is_infinitive(token):
            return self._is_decided(token)
        above = [t for _, governor in governors(token) for t in (governor, *children(governor, "obj"))]
        if not any(t.lemma_.lower() in decided for t in above):  # also "a pris la décision de rappeler"
            return False
        sentence = token.doc[token.sent.start : token.sent.end]
        lower = [t.lower_ for t in sentence]
        phrases = self.words.phrases("immediate")
        return any(
            tuple(lower[at : at + len(words)]) == words
            for at, word in enumerate(lower)
            for words, _ in phrases.get(word, ())
        )

    def _is_decided(self, verb: Token) -> bool:
        """ "a décidé de rejeter la plainte": done by being decided."""
        deciders = self.words.of("deciding", "deciders")
        above = verb.head if verb.head.lemma_.lower() in deciders else self._lost_governor(verb)
        if above is None or above.lemma_.lower() not in deciders:
            return False
        return not is_verbal(above) or self.of(above) == TOLD

    def named(self, key: str, reason: str) -> Assertion:
        """What a list of ``status.toml`` means: a status, or (purpose, hypothetical) nothing that is reported."""
        if key in _STATUSES:
            return Assertion(status=Status(key), reason=reason)
        return Assertion(status=Status.POSSIBLE, asserted=False, reason=reason)

    # ------------------------------------------------------------------ the verb itself
    def own(self, verb: Token) -> Assertion:
        """The status that the verb itself shows, whatever stands above it; read once for each verb."""
        known = self._own.get(verb)
        if known is None:
            known = self._own[verb] = self._read(verb)
        return known

    def _read(self, verb: Token) -> Assertion:
        if self.syntax.is_negated(verb):
            supposed = self.conditions.opens(verb)  # "si aucune entente n'est conclue"
            return _SUPPOSED if supposed else Assertion(status=Status.DENIED, reason="negated")
        tense = finite(verb)
        mood = feature(tense, "Mood")
        if self.conditions.hold_for(verb, tense, perfect=self._is_perfect(verb)):
            return _SUPPOSED
        if mood == "Cnd":
            if self._is_future_in_past(verb):
                return Assertion(status=Status.PLANNED, reason="future in the past")
            return Assertion(status=Status.POSSIBLE, reason="conditional")
        if feature(tense, "Tense") == "Fut":
            if self._is_perfect(verb) and not children(
                verb, "mark"
            ):  # not "une fois que la ville aura donné son accord"
                return Assertion(status=Status.OCCURRED)
            return Assertion(status=Status.PLANNED, reason="future tense")
        if mood == "Imp":
            return Assertion(status=Status.POSSIBLE, asserted=False, reason="imperative")
        if self.conditions.opens(verb):
            return _SUPPOSED
        still = self.continuance.of_verb(verb)
        return Assertion(status=Status.OCCURRED) if still is None else Assertion(status=Status.ONGOING, reason=still)

    def _is_perfect(self, verb: Token) -> bool:
        """ "aura envoyé", "aurait été envoyé": done before the time that the mood speaks of."""
        marks = {a.dep_ for a in verb.auxiliaries}
        perfect = "aux:tense" in marks or (bool(marks) and not marks & {"aux:pass", "cop"})
        return perfect and feature(verb, "VerbForm") == "Part"

    def _is_future_in_past(self, verb: Token) -> bool:
        """ "a annoncé que X enverrait": a present conditional under a reporting verb in the past."""
        if self._is_perfect(verb):
            return False
        for dependent, governor in governors(verb):
            if dependent.dep_ == "ccomp" and self.reporting.key_of("verbs", governor.lemma_):
                return feature(finite(governor), "Tense") in ("Past", "Imp") or bool(governor.auxiliaries)
        return False

    # ------------------------------------------------------------------ what stands above
    def above(self, verb: Token) -> Assertion | None:
        """The status that a governor gives; None where none does."""
        if is_perfect_infinitive(verb):
            above = self._from_governor(verb, decide_unknown=False)
            return None if above is not None and above.status is Status.PLANNED else above  # "avoir tué" is no plan
        if is_infinitive(verb):
            return self._from_governor(verb, decide_unknown=True)
        if is_participle(verb):
            return self._of_participle(verb)
        if verb.dep_ == "conj" and is_verbal(verb.head) and not is_finite(verb):
            return self.above(verb.head)
        if is_finite(verb) and verb.dep_ in ("ccomp", "advcl") and not children(verb, "mark"):
            return None  # a clause beside the other one: "il va partir : il a signé"
        content = verb.dep_ in ("ccomp", "xcomp", "advcl") or self._tells_noun(verb)
        return self._from_governor(verb, decide_unknown=False) if content else None

    def _tells_noun(self, verb: Token) -> bool:
        """ "la possibilité que la Russie fournisse": the clause is what its noun is about, and no relative clause."""
        return verb.dep_.startswith("acl") and any(
            c.dep_ == "mark" and c.lower_ in self.words.of("conjunctions", "content") for c in verb.children
        )

    def _counting(self, governor: Token, verb: Token) -> Token | None:
        """ "Ils étaient 12 000 à défiler": the verb that says how many did so, where the parse hangs the infinitive on
        it or on the number."""
        if governor.lemma_ == "être":
            return governor if any(t.text[0].isdigit() for t in verb.doc[governor.i + 1 : verb.i]) else None
        quantities = self.syntax.words.of("counting", "quantities")
        if not (governor.text[0].isdigit() or governor.lemma_.lower() in quantities):
            return None
        copula = next((c for c in (*governor.children, governor.head) if c.lemma_ == "être"), None)
        return copula if copula is not None and copula.i < governor.i else None

    def _of_participle(self, verb: Token) -> Assertion | None:
        if verb.dep_ == "conj" and verb.head != verb and is_verbal(verb.head):
            own = self.own(verb.head)
            return own if own.status is not Status.OCCURRED else self.above(verb.head)
        return None

    def _from_governor(self, verb: Token, *, decide_unknown: bool) -> Assertion | None:
        child = verb
        for _ in range(_DEPTH):
            governor = child.head
            if governor == child or (child != verb and (child.dep_ in _ASIDE or is_participle(child))):
                break
            preposition = self.syntax.preposition(child)
            purpose = self.words.of("prepositions", "purpose") & {preposition, governor.lower_}
            if purpose:  # "afin de le féliciter": taggers take "afin" for an adverb
                return self._of_purpose(child, next(iter(purpose)))
            if preposition is not None and preposition in self.words.of("prepositions", "denied"):
                # how something else was done: "a accusé, sans les nommer, deux ministres"
                return Assertion(status=Status.DENIED, asserted=False, reason=f"« {preposition} »")
            if preposition is not None and preposition in self.words.of("prepositions", "occurred"):
                return self.of(governor) if is_verbal(governor) else None
            key = self.key_of(governor) or self._key_beside(child, governor)
            if key is not None:
                return self.under(governor, key)
            if is_verbal(governor) and self.syntax.is_negated(governor) and decide_unknown:
                return Assertion(status=Status.DENIED, reason=f"« {governor.text} », negated")
            if child.dep_ == "conj" and governor.dep_ in ("xcomp", "advcl", "acl", "ccomp", "conj"):
                child = governor
                continue
            counting = self._counting(governor, child) if preposition == "à" else None
            if counting is not None:
                return self.of(counting)
            if decide_unknown and not self._carries(governor):
                lost = self._lost_governor(verb)
                if lost is not None:
                    return self.under(lost, self.key_of(lost) or "")
                return Assertion(
                    status=Status.POSSIBLE,
                    asserted=False,
                    unclear=True,
                    reason=f"an infinitive under « {governor.text} », which does not tell whether it happened",
                )
            if child.dep_ not in ("xcomp", "ccomp"):
                break
            decide_unknown = decide_unknown and is_infinitive(governor)
            child = governor
        return None

    def _of_purpose(self, verb: Token, preposition: str) -> Assertion:
        """What is done for it is not reported, unless doing the one is doing the other ("ont défilé pour réclamer") or
        is told as the way to it ("a tiré des grenades pour disperser"); who has only come for it is still to do it."""
        governor = next((g for _, g in governors(verb) if is_verbal(g)), None)
        if governor is not None and verb.lemma_ in self.words.of("attained", "verbs"):
            return self.of(governor)
        if governor is not None and verb.lemma_ in self.words.of("attained", "acts"):
            done = self.of(governor)
            ahead = governor.lemma_ in self.words.of("attained", "ahead") and done.status is Status.OCCURRED
            return Assertion(status=Status.PLANNED, reason=f"« {governor.text} » for it") if ahead else done
        return Assertion(status=Status.PLANNED, asserted=False, reason=f"purpose (« {preposition} »)")

    def _lost_governor(self, verb: Token) -> Token | None:
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

    def _carries(self, governor: Token) -> bool:
        """Its complement is taken as a fact or decision: sayings, and verbs that are happenings themselves."""
        return bool(self.reporting.key_of("verbs", governor.lemma_))

    def key_of(self, governor: Token) -> str | None:
        """The list of ``status.toml`` that a governor stands in; None for most words."""
        lemma = governor.lemma_.lower()
        verbal = is_verbal(governor)
        if (not verbal or is_participle(governor)) and (said := self.predicate(governor)) is not None:
            return said  # "prêt à", "se dit déterminée à"
        if verbal and self.syntax.is_reflexive(governor) and (key := self.words.key_of("verbs", f"se {lemma}")):
            return key
        return (None if verbal else self.words.key_of("nouns", lemma)) or self.words.key_of("verbs", lemma)

    def _key_beside(self, verb: Token, governor: Token) -> str | None:
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

    def under(self, governor: Token, key: str) -> Assertion:
        """The status of what a governor of the list `key` has as its complement."""
        reason = f"under « {governor.text} »"
        assertion = self.named(key, reason)
        if not assertion.asserted:
            return assertion
        status = assertion.status
        if self._is_general(governor, status):
            return attrs.evolve(assertion, asserted=False)
        if governor.lemma_ in self.words.of("lasting", "unended") and any(
            c.lower_ in self.syntax.words.of("negation", "particle") for c in governor.children
        ):
            return Assertion(status=Status.ONGOING, reason=reason)
        said = is_verbal(governor) or bool(children(governor, "cop"))
        if said and any(self.conditions.opens(c) for c in children(governor, "advcl")):
            return _SUPPOSED  # "si la banque refuse, le client peut déposer un recours"
        if said:
            if governor.lemma_ in self.words.of("perfect", "occurred") and self._is_perfect(governor):
                status = Status.OCCURRED  # "a pu parler", "a dû partir", "sont allés chercher": it was done
            own = self.own(governor)
            if status is Status.POSSIBLE and self._is_in_vain(governor):
                return Assertion(status=Status.DENIED, reason=reason + ", in vain")
            if own.status is Status.ONGOING and governor.lemma_ in self.words.of("lasting", "trying"):
                return attrs.evolve(own, reason=reason)  # "tentent toujours d'éteindre"
            if own.status is Status.POSSIBLE and status is Status.PLANNED and not is_verbal(governor):
                status = Status.POSSIBLE  # "serait prêt à vendre"
            if own.status is Status.DENIED and governor.lemma_ in self.words.of("implicative", "verbs"):
                ahead = feature(finite(governor), "Tense") == "Fut"  # "ne manquera pas de", "n'a pas hésité à"
                return Assertion(status=Status.PLANNED if ahead else Status.OCCURRED, reason=reason + ", negated")
            if own.status is Status.DENIED:
                # "n'a pas réussi à" did not happen; "n'a pas exclu de" stays open
                doubtful = status in (Status.POSSIBLE, Status.DENIED) and self.predicate(governor) is None
                flipped = Status.POSSIBLE if doubtful else Status.DENIED  # "pas en mesure de livrer" did not happen
                return Assertion(status=flipped, reason=reason + ", negated")
        carrier = governor if said else governor.head if governor.dep_ == "obj" else None
        if status in (Status.OCCURRED, Status.ONGOING) and carrier is not None and is_verbal(carrier):
            governing = self.of(carrier)  # "va procéder à", "aura l'occasion de": as that is
            if governing.status is not Status.OCCURRED or not governing.asserted:
                return attrs.evolve(governing, reason=reason)
        return Assertion(status=status, reason=reason)

    def _is_in_vain(self, governor: Token) -> bool:
        """ "a tenté en vain de"."""
        vain = self.words.of("adverbs", "vain")
        return any(
            t.lower_ in vain
            for c in children(governor, "advmod", "obl", "xcomp", "amod", "dep")
            for t in (c, *c.children)
        )

    def _is_general(self, governor: Token, status: Status) -> bool:
        """What anybody can do, or is to avoid: "on peut entrer facilement", "le moyen d'éviter de"."""
        if status is Status.DENIED:
            return is_infinitive(governor) and governor.dep_ == "acl"
        subjects = {c.lower_ for c in children(governor, "nsubj", "expl:subj")}
        able = governor.lemma_ in self.words.of("ability", "verbs") and feature(governor, "Tense") == "Pres"
        return able and bool(subjects & self.syntax.words.of("pronouns", "impersonal"))
