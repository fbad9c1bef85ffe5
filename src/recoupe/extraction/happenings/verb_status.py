"""Whether what a verb names happened: by what it shows itself, and by the governors above it."""

from __future__ import annotations

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
from recoupe.extraction.happenings.assertions import IMMEDIATE, SUPPOSED, TOLD, Assertion
from recoupe.extraction.happenings.conditions import Conditions
from recoupe.extraction.happenings.governing import Governing
from recoupe.extraction.happenings.moods import Moods, is_compound
from recoupe.extraction.happenings.narration import is_perfect, main_verb
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Status

#: How far up the tree a governor still decides ("a promis de demander à X d'envoyer").
_DEPTH = 4
#: Labels of clauses that stand beside the one above them: what governs there says nothing of them.
_ASIDE = frozenset({"advcl", "parataxis", "acl:relcl"})
#: Labels of the clause behind "jusqu'à ce que", and how far before the last word of that its first stands.
_AWAITED, _UNTIL = frozenset({"acl", "ccomp", "advcl"}), 3
_STATUSES = frozenset(status.value for status in Status)


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
    #: Reads what the verbs show themselves.
    moods: Moods
    #: Tells what hangs on a condition.
    conditions: Conditions
    #: Finds what governs the verbs.
    governing: Governing

    def of(self, verb: Token) -> Assertion:
        """The status of what a verb names."""
        own = self.moods.of(verb)
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
        if is_infinitive(token) and self._is_done_by_deciding(token):
            return self.is_decided(token)
        if token.dep_ == "obj" and f"{token.head.lemma_} {token.lemma_}" in self.words.of("deciding", "done"):
            return self.is_decided(token.head)
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

    def _is_done_by_deciding(self, verb: Token) -> bool:
        """ "rejeter", "ouvrir une enquête"."""
        phrases = {verb.lemma_, *(f"{verb.lemma_} {noun.lemma_}" for noun in self.syntax.objects(verb))}
        return not phrases.isdisjoint(self.words.of("deciding", "done"))

    def is_decided(self, verb: Token) -> bool:
        """ "a décidé de rejeter la plainte": done by being decided, where that is what it is to do it."""
        deciders = self.words.of("deciding", "deciders")
        above = verb.head if verb.head.lemma_.lower() in deciders else self.governing.lost(verb)
        if above is None or above.lemma_.lower() not in deciders:
            return False
        return not is_verbal(above) or self.of(above) == TOLD

    def named(self, key: str, reason: str) -> Assertion:
        """What a list of ``status.toml`` means: a status, or (purpose, hypothetical) nothing that is reported."""
        if key in _STATUSES:
            return Assertion(status=Status(key), reason=reason)
        return Assertion(status=Status.POSSIBLE, asserted=False, reason=reason)

    def announced(self, verb: Token) -> Token | None:
        """The verb that announces it: "annonce fermer deux usines"; None for what is done by being announced ("annonce
        quitter le parti"), and for what was done before."""
        above = verb.head
        listed = verb.dep_ == "xcomp" and above.lemma_.lower() in self.words.of("announcing", "verbs")
        simple = is_infinitive(verb) and not is_perfect_infinitive(verb)
        return above if listed and simple and not self._is_done_by_deciding(verb) else None

    def above(self, verb: Token) -> Assertion | None:
        """The status that a governor gives; None where none does."""
        first = next(iter(verb.auxiliaries), None) if verb.dep_ in ("advcl", "acl") else None
        if first is not None and first.features.get("Tense") == "Pres" and first.features.get("VerbForm") == "Part":
            return None  # "ayant occupé ce poste": told as done, whatever its subject wants
        if is_perfect_infinitive(verb):
            above = self._from_governor(verb, decide_unknown=False)
            return None if above is not None and above.status is Status.PLANNED else above  # "avoir tué" is no plan
        if is_infinitive(verb):
            return self._from_governor(verb, decide_unknown=True)
        if verb.dep_ in _AWAITED and self._is_awaited(verb):
            return Assertion(status=Status.POSSIBLE, reason="awaited")
        if is_participle(verb):
            return self._of_participle(verb)
        if verb.dep_ == "conj" and is_verbal(verb.head) and not is_finite(verb):
            return self.above(verb.head)
        if is_finite(verb) and verb.dep_ in ("ccomp", "advcl") and not children(verb, "mark"):
            return None  # a clause beside the other one: "il va partir : il a signé"
        if verb.dep_ == "advcl" and self._is_factual(verb):
            return None
        content = verb.dep_ in ("ccomp", "xcomp", "advcl") or self._tells_noun(verb)
        above = self._from_governor(verb, decide_unknown=False) if content else None
        past = verb.dep_ == "ccomp" and is_perfect(verb)  # "jure que la ville a vendu le stade"
        return None if past and above is not None and above.status is Status.PLANNED else above

    def _is_awaited(self, verb: Token) -> bool:
        """ "attendent jusqu'à ce que le bâtiment soit évacué"; not "ont attendu jusqu'à ce que", which came about."""
        opening = next((c.i for c in verb.children if c.dep_ == "mark"), 0)
        if opening < _UNTIL or verb.doc[opening - _UNTIL].lower_ not in self.words.of("conjunctions", "awaiting"):
            return False
        main = next((g for _, g in governors(verb) if is_verbal(g)), None)
        return main is not None and not (is_compound(main) or feature(finite(main), "Tense") in ("Past", "Imp"))

    def _is_factual(self, verb: Token) -> bool:
        """ "puisque la CGT a appelé", "alors que le pont s'est effondré"."""
        opening = self.words.of("conjunctions", "factual")
        return any(c.lower_ in opening and c.i < verb.i for c in verb.children) and is_finite(verb)

    def _tells_noun(self, verb: Token) -> bool:
        """ "la possibilité que la Russie fournisse": the clause is what its noun is about, not one whose
        pronoun is its object ("une accusation que Moscou rejette")."""
        content = verb.dep_.startswith("acl") and any(
            c.dep_ == "mark" and c.lower_ in self.words.of("conjunctions", "content") for c in verb.children
        )
        if not content or verb.dep_ != "acl:relcl" or feature(verb, "Mood") != "Ind":
            return content
        return bool(children(verb, "obj"))

    def _of_participle(self, verb: Token) -> Assertion | None:
        if verb.dep_ == "conj" and verb.head != verb and is_verbal(verb.head):
            own = self.moods.of(verb.head)
            return own if own.status is not Status.OCCURRED else self.above(verb.head)
        if self.is_of_plan(verb):
            return Assertion(status=Status.PLANNED, reason=f"« {verb.head.text} »")
        main = main_verb(verb)
        if main is None or main.i > verb.i or any(w.key_of("verbs", verb.lemma_) for w in (self.words, self.reporting)):
            return None  # also "se rendra à Rome, refusant de parler"
        own = self.moods.of(main)
        return own if own.status is Status.PLANNED else None  # "fermera en mars, supprimant vingt emplois"

    def is_of_plan(self, verb: Token) -> bool:
        """ "a présenté un plan entraînant la suppression de", "un projet de loi instaurant une taxe": what a plan would
        do, where it is not told to have been carried out."""
        plan = verb.head
        if verb.dep_ != "acl" or feature(verb, "Tense") != "Pres" or is_verbal(plan):
            return False
        adopted = plan.head.lemma_ in self.words.of("presupposing", "done")
        return not adopted and plan.lemma_ in self.words.of("withdrawing", "nouns")

    def _from_governor(self, verb: Token, *, decide_unknown: bool) -> Assertion | None:
        child = verb
        for _ in range(_DEPTH):
            governor = child.head
            if governor == child or (child != verb and (child.dep_ in _ASIDE or is_participle(child))):
                break
            preposition = self.syntax.preposition(child)
            if purpose := self._purpose(child):
                return self._of_purpose(child, next(iter(purpose)))
            if preposition is not None and preposition in self.words.of("prepositions", "denied"):
                # how something else was done: "a accusé, sans les nommer, deux ministres"
                return Assertion(status=Status.DENIED, asserted=False, reason=f"« {preposition} »")
            if preposition is not None and preposition in self.words.of("prepositions", "occurred"):
                return self.of(governor) if is_verbal(governor) else None
            if child.dep_ == "ccomp" and self._leaves_no_doubt(governor):
                return None
            key = self.governing.key_of(governor) or self.governing.key_beside(child, governor)
            if is_infinitive(child) and self._is_hedged(child, governor):
                return self.of(governor)
            if key is not None:
                forbids = is_infinitive(child) and governor.lemma_ in self.words.of("forbidding", "words")
                under = self.under(governor, key)  # "avec interdiction de quitter la ville": a rule, and no event
                return attrs.evolve(under, asserted=False) if forbids else under
            if is_verbal(governor) and self.syntax.is_negated(governor) and decide_unknown:
                return Assertion(status=Status.DENIED, reason=f"« {governor.text} », negated")
            if child.dep_ == "conj" and governor.dep_ in ("xcomp", "advcl", "acl", "ccomp", "conj"):
                child = governor
                continue
            counting = self.governing.counting(governor, child) if preposition == "à" else None
            if counting is not None:
                return self.of(counting)
            if decide_unknown and not self._carries(governor):
                lost = self.governing.lost(verb)
                if lost is not None:
                    return self.under(lost, self.governing.key_of(lost) or "")
                return Assertion(
                    status=Status.POSSIBLE,
                    asserted=False,
                    unclear=True,
                    reason=f"an infinitive under « {governor.text} », which does not tell whether it happened",
                )
            if child == verb and decide_unknown and self.moods.of(governor).status is Status.PLANNED:
                return Assertion(status=Status.PLANNED, reason=f"under « {governor.text} »")  # "annoncera fermer"
            if child.dep_ not in ("xcomp", "ccomp"):
                break
            decide_unknown = decide_unknown and is_infinitive(governor)
            child = governor
        return None

    def _leaves_no_doubt(self, governor: Token) -> bool:
        """ "il ne fait aucun doute que X a été élu": what is not in doubt is said to be."""
        doubts = self.words.of("implicative", "doubts")
        return any(t.lemma_ in doubts for t in (governor, *governor.children)) and self.syntax.is_negated(governor)

    def _is_hedged(self, verb: Token, governor: Token) -> bool:
        """ "a voulu remercier", "tient à saluer": said by saying that one wants to; "a tenu à rencontrer": done."""
        told = verb.lemma_ in self.words.of("hedged", "acts")
        if governor.lemma_ in self.words.of("hedged", "insisting"):
            return is_compound(governor) or (told and feature(governor, "Tense") == "Pres")
        return told and governor.lemma_ in self.words.of("hedged", "verbs") and is_compound(governor)

    def is_purpose(self, verb: Token) -> bool:
        """ "pour fermer", "afin de le féliciter": taggers take "afin" for an adverb."""
        return bool(self._purpose(verb))

    def _purpose(self, verb: Token) -> frozenset[str]:
        return self.words.of("prepositions", "purpose") & {self.syntax.preposition(verb), verb.head.lower_}

    def _of_purpose(self, verb: Token, preposition: str) -> Assertion:
        """What is done for it is not reported, unless doing the one is doing the other ("ont défilé pour réclamer") or
        is told as the way to it ("a tiré des grenades pour disperser"); who has only come for it is still to do it."""
        governor = next((g for _, g in governors(verb) if is_verbal(g)), None)
        if feature(finite(verb), "Mood") == "Sub":
            governor = None  # "manifestent pour que la loi soit votée": others are to do it
        if governor is not None and verb.lemma_ in self.words.of("attained", "verbs"):
            return self.of(governor)
        states = self.words.of("attained", "states")
        if governor is not None and verb.lemma_ in self.words.of("attained", "acts") and governor.lemma_ not in states:
            done = self.of(governor)
            ahead = governor.lemma_ in self.words.of("attained", "ahead") and done.status is Status.OCCURRED
            return Assertion(status=Status.PLANNED, reason=f"« {governor.text} » for it") if ahead else done
        return Assertion(status=Status.PLANNED, asserted=False, reason=f"purpose (« {preposition} »)")

    def _carries(self, governor: Token) -> bool:
        """Its complement is taken as a fact or decision: sayings, and verbs that are happenings themselves."""
        return bool(self.reporting.key_of("verbs", governor.lemma_))

    def under(self, governor: Token, key: str) -> Assertion:
        """The status of what a governor of the list `key` has as its complement."""
        reason = f"under « {governor.text} »"
        assertion = self.named(key, reason)
        if not assertion.asserted or self._is_factive(governor):
            return assertion
        status = assertion.status
        if status is Status.ONGOING and self._is_seen(governor):
            return Assertion(status=Status.OCCURRED, reason=reason + ", seen")
        if self._is_general(governor, status):
            return attrs.evolve(assertion, asserted=False)
        if governor.lemma_ in self.words.of("lasting", "unended") and any(
            c.lower_ in self.syntax.words.of("negation", "particle") for c in governor.children
        ):
            return Assertion(status=Status.ONGOING, reason=reason)
        said = is_verbal(governor) or bool(children(governor, "cop"))
        if said and any(self.conditions.opens(c) for c in children(governor, "advcl")):
            return SUPPOSED  # "si la banque refuse, le client peut déposer un recours"
        if said:
            if governor.lemma_ in self.words.of("perfect", "occurred") and is_compound(governor):
                status = Status.OCCURRED  # "a pu parler", "a dû partir", "sont allés chercher": it was done
            own = self.moods.of(governor)
            if status is Status.POSSIBLE and self._is_in_vain(governor):
                return Assertion(status=Status.DENIED, reason=reason + ", in vain")
            if own.status is Status.ONGOING and governor.lemma_ in self.words.of("lasting", "trying"):
                return attrs.evolve(own, reason=reason)  # "tentent toujours d'éteindre"
            modal = governor.lemma_ in self.words.of("perfect", "occurred")  # "devrait vendre", "irait vendre"
            if own.status is Status.POSSIBLE and status is Status.PLANNED and not modal:
                status = Status.POSSIBLE  # "serait prêt à vendre", "envisagerait de vendre"
            if own.status is Status.DENIED and governor.lemma_ in self.words.of("implicative", "verbs"):
                ahead = feature(finite(governor), "Tense") == "Fut"  # "ne manquera pas de", "n'a pas hésité à"
                return Assertion(status=Status.PLANNED if ahead else Status.OCCURRED, reason=reason + ", negated")
            if own.status is Status.DENIED:
                # "n'a pas réussi à", "ne peut pas partir" did not happen; "n'a pas exclu de" stays open
                able = governor.lemma_ in self.words.of("ability", "verbs")
                open_ = status in (Status.POSSIBLE, Status.DENIED) and not able
                doubtful = open_ and self.governing.predicate(governor) is None
                flipped = Status.POSSIBLE if doubtful else Status.DENIED  # "pas en mesure de livrer" did not happen
                return Assertion(status=flipped, reason=reason + ", negated")
        carrier = governor if said else governor.head if governor.dep_ == "obj" else None
        if status in (Status.OCCURRED, Status.ONGOING) and carrier is not None and is_verbal(carrier):
            governing = self.of(carrier)  # "va procéder à", "aura l'occasion de": as that is
            if governing.status is not Status.OCCURRED or not governing.asserted:
                return attrs.evolve(governing, reason=reason)
        return Assertion(status=status, reason=reason)

    def _is_factive(self, governor: Token) -> bool:
        """ "a refusé de condamner l'attaque", "devrait déplorer la mort": what it is about has happened."""
        return is_verbal(governor) and self.syntax.full_lemma(governor) in self.words.of("factive", "verbs")

    def _is_seen(self, governor: Token) -> bool:
        """ "a filmé un homme en train de", "surpris en train de": it went on when it was seen."""
        seen = self.words.of("lasting", "seen")
        return not is_verbal(governor) and any(g.lemma_ in seen for _, g in governors(governor))

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
