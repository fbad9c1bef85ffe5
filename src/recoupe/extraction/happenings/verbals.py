"""When a verb of wide use reports one happening, not a state or a habit: narrative tense, an actor, a date, a number.

"a livré lundi 300 000 doses" does; "livre des repas" and "peut livrer" do not. Verbs of one clear sense are not
weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import (
    children,
    feature,
    finite,
    governors,
    is_infinitive,
    is_participle,
    is_passive,
    is_perfect_infinitive,
    is_verbal,
    shares_auxiliary,
)
from recoupe.extraction.happenings.assertions import Assertion
from recoupe.extraction.happenings.evidence import Evidence, Weighing
from recoupe.extraction.happenings.narration import is_composed
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.phrases import OF
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Strength, Words
from recoupe.language.tokens import Token
from recoupe.model import BlockKind, Status

#: The sum from which a weak verb counts. Set on the tuned half of tests/gold/fr.
THRESHOLD = 2


@final
@attrs.frozen(kw_only=True, eq=False)
class VerbalReader:
    """Weighs the evidence that a verb reports a happening."""

    #: ``occurrence.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Whether a token stands for a named actor or place.
    is_named: Callable[[Part, Token], bool]
    #: Whether a token stands for an actor of any sort.
    is_actor: Callable[[Part, Token], bool]
    #: Whether a token lies in a time expression.
    is_dated: Callable[[Part, Token], bool]
    #: Whether a number counts a token.
    is_counted: Callable[[Part, Token], bool]
    #: Whether a verb names no happening by itself: it says, is, begins, may, or carries a noun.
    is_idle: Callable[[str], bool]

    def counts(self, trigger: Trigger, assertion: Assertion) -> Weighing:
        """Whether a verb trigger reports a happening; a verb of one clear sense needs no evidence."""
        if assertion.status is not Status.ONGOING and self._only_describes(trigger):
            return Weighing(excluded=True)  # not "les disparus toujours recherchés"
        if trigger.unit.strength is not Strength.WEAK:
            return Weighing()
        marks = tuple(self.weigh(trigger, assertion))
        undone = assertion.status is Status.DENIED and self._is_of_thing(trigger.token)
        if undone and all(e.mark != "has an actor" for e in marks):
            return Weighing(evidence=marks, excluded=True)  # "le montant n'a pas été dévoilé"
        idle = trigger.unit.is_open and not self._may_be_open(trigger.token, assertion, {e.mark for e in marks})
        return Weighing(evidence=marks, threshold=THRESHOLD, excluded=idle)

    def _only_describes(self, trigger: Trigger) -> bool:
        """A participle without any complement beside a noun that nothing counts: "les zones touchées"; or a negated
        one: "les informations non confirmées"."""
        verb = trigger.token
        if self._qualifies(verb):
            return True
        if trigger.part.block.kind is BlockKind.HEADLINE or verb.dep_ not in ("acl", "amod") or trigger.tail:
            return False
        adjective = verb.pos_ == "ADJ"  # "le président déchu"
        if not (is_participle(verb) or adjective) or feature(verb, "Tense") == "Pres" or verb.head.i > verb.i:
            return False
        plural = feature(verb.head, "Number") == "Plur"
        years = {c.i for c in verb.children if c.pos_ == "NUM" and plural}  # "les personnes nées après 1980"
        alone = all(c.dep_ in ("advmod", "punct", "cc", "conj") or c.i in years for c in verb.children)
        between = verb.doc[verb.head.i + 1 : verb.i]
        if not alone or any(t.pos_ not in ("ADV", "ADJ") for t in between):
            return False
        negated = not self.syntax.words.of("negation", "adnominal").isdisjoint(t.lower_ for t in between)
        return negated or not self.is_counted(trigger.part, verb.head)

    def _qualifies(self, verb: Token) -> bool:
        """ "les mis en cause", "le nombre de mis en examen": a participle behind an article, or behind "de", stands for
        persons; "des hommes non identifiés", "un club très fermé", "un imposant cortège": adjectives; and "ce qu'elle
        a appelé un succès" gives a name."""
        first = verb.children[0] if verb.children else verb
        if first.dep_ == "obj" and first.pos_ == "PRON" and first.i and feature(first, "PronType") == "Rel":
            shown = verb.doc[first.i - 1].lower_ in self.words.of("determiners", "demonstrative")
            return shown and verb.lemma_ in self.words.of("verbs", "naming")
        before = verb.doc[verb.i - 1] if verb.i else verb
        led = before.head is verb and before.pos_ in ("DET", "PRON")
        amod = verb.dep_ == "amod" and verb.head.i == verb.i + 1
        if not (led or amod) and before.pos_ not in ("ADP", "ADV"):
            return False
        if not is_participle(verb) or feature(verb, "Tense") == "Pres":
            return amod and feature(verb, "Tense") == "Pres"
        if led or before.pos_ == "ADV":
            adverbs = self.syntax.words.of("negation", "adnominal") | self.words.of("adverbs", "degree")
            return (led or before.lower_ in adverbs) and not verb.auxiliaries
        return before.lower_ in OF

    def _is_of_thing(self, verb: Token) -> bool:
        """In the passive, of what is known: "le montant", not "aucun bâtiment"."""
        definite = (feature(d, "Definite") for c in children(verb, "nsubj:pass") for d in children(c, "det"))
        return is_passive(verb) and "Def" in definite

    def _may_be_open(self, verb: Token, assertion: Assertion, marks: Collection[str]) -> bool:
        """A verb that the lexicon does not know stands in a narrative tense; a plan has an actor or a date, and
        a bare participle has a date."""
        lemma = self.syntax.full_lemma(verb)
        if self.is_idle(lemma) or "narrative tense" not in marks:
            return False
        if assertion.status in (Status.OCCURRED, Status.POSSIBLE) and not is_participle(verb):
            return True
        if assertion.status is Status.PLANNED and "has an actor" in marks:
            ahead = self.words.of("verbs", "ahead")  # "va remorquer"; not "un plan visant à perpétuer"
            return not is_infinitive(verb) or verb.head.lemma_ in ahead
        return assertion.status in (Status.OCCURRED, Status.PLANNED) and "dated" in marks

    def weigh(self, trigger: Trigger, assertion: Assertion) -> list[Evidence]:
        """All marks that apply."""
        part, verb = trigger.part, trigger.token
        arguments = self._arguments(verb)
        found = []
        if self._is_narrative(part, verb, assertion):
            found.append(Evidence(mark="narrative tense", weight=2))
        if any(self.is_dated(part, t) for t in self._clause(verb)):
            found.append(Evidence(mark="dated", weight=1))
        if any(self.is_actor(part, t) for t in arguments):
            found.append(Evidence(mark="has an actor", weight=1))
        if any(self.is_named(part, t) for t in arguments):
            found.append(Evidence(mark="has a named participant", weight=1))
        if any(self.is_counted(part, t) for t in arguments):
            found.append(Evidence(mark="counted", weight=1))
        return found

    def _is_narrative(self, part: Part, verb: Token, assertion: Assertion) -> bool:
        if part.block.kind is BlockKind.HEADLINE or assertion.status is Status.PLANNED:
            return True
        if is_perfect_infinitive(verb):  # "l'accuse d'avoir rejoint le parti": he did, or may have
            return assertion.status in (Status.OCCURRED, Status.POSSIBLE)
        if is_infinitive(verb):
            return assertion.status is Status.OCCURRED and not self._is_enabled(verb)
        if is_participle(verb):
            if verb.dep_ in ("acl", "amod") and not self._tells_of(part, verb):
                return False
            return is_passive(verb) or verb.dep_ in ("advcl", "conj")
        tense = finite(verb)
        if feature(tense, "Tense") == "Past":
            return True
        if shares_auxiliary(verb):
            return self._is_narrative(part, verb.head, assertion)
        compound = any(a.dep_ == "aux:tense" for a in verb.auxiliaries)
        return compound and feature(verb, "VerbForm") == "Part"

    def _is_enabled(self, infinitive: Token) -> bool:
        """What something lets people do: "permet de réduire la facture"; not "a permis de réduire"."""
        above = next((g for _, g in governors(infinitive) if is_verbal(g)), None)
        if above is None or above.lemma_ not in self.words.of("verbs", "enabling"):
            return False
        return not (is_composed(above) or feature(finite(above), "Tense") == "Past")

    def _tells_of(self, part: Part, participle: Token) -> bool:
        """A participle beside its noun tells what befell somebody, many, or by whose hand: not "le taux requis"."""
        noun = participle.head
        held = self.is_actor(part, noun) or self.is_counted(part, noun) or bool(self.syntax.agents(participle))
        return held or any(self.is_dated(part, t) for t in self._clause(participle))

    def _arguments(self, verb: Token) -> list[Token]:
        found = [*self.syntax.subjects(verb), *self.syntax.objects(verb), *self.syntax.agents(verb)]
        found += [token for word, token in self.syntax.obliques(verb) if word in ("à", "contre", "avec")]
        return [t for f in found for t in (f, *f.conjuncts)]

    def _clause(self, verb: Token) -> list[Token]:
        below = [verb, *children(verb, "obl", "advmod", "nmod", "obj", "dep")]
        return [t for c in below for t in (c, *c.children) if t.pos_ != "VERB"]
