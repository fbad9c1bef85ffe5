"""Whether what a noun names happened: from its adjectives, and from the verb or noun that it is an argument of."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

import attrs

from recoupe.extraction.dependencies import (
    children,
    feature,
    governors,
    has_relative_subject,
    is_determined,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.extraction.happenings.argument_status import ArgumentStatus
from recoupe.extraction.happenings.assertions import IMMEDIATE, TOLD, Assertion
from recoupe.extraction.happenings.givens import Givens
from recoupe.extraction.happenings.narration import is_perfect
from recoupe.extraction.happenings.prospects import BEFALLING, FOLLOWING, Prospects
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.phrases import OF
from recoupe.extraction.syntax import Syntax
from recoupe.language.contract import Language
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Status

#: Labels of what a parse hangs on a verb with a preposition.
_OBLIQUE = frozenset({"obl:arg", "obl:mod"})
#: What people are charged with.
OFFENCES = frozenset({Kind.CRIME, Kind.ASSAULT, Kind.COERCE, Kind.CASUALTY})


@final
@attrs.frozen(kw_only=True, eq=False)
class NounStatus:
    """Reads the status of nouns with a language's status words."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Reads the verbs above the nouns.
    verbs: VerbStatus
    #: Reads what the verbs say of their arguments.
    arguments: ArgumentStatus
    #: Tells what is ahead by the company that it keeps.
    prospects: Prospects
    #: Whether a noun stands for persons: what is said of them says nothing of what happened to them.
    is_person: Callable[[Token], bool]

    @classmethod
    def reading(cls, language: Language, syntax: Syntax, verbs: VerbStatus) -> NounStatus:
        """The reader of a language, where `verbs` reads what stands above the nouns."""
        words, prospects = language.status, Prospects(words=language.status, syntax=syntax, verbs=verbs)
        return cls(
            words=words,
            syntax=syntax,
            verbs=verbs,
            arguments=ArgumentStatus(
                words=words,
                reporting=language.reporting,
                syntax=syntax,
                verbs=verbs,
                prospects=prospects,
                givens=Givens(words=words, syntax=syntax, verbs=verbs),
            ),
            prospects=prospects,
            is_person=lambda token: language.actors.human(token.lower_) is not None,
        )

    def of(self, noun: Token, kind: Kind, *, ruled: bool = False) -> Assertion:
        """The status of what a noun names: its adjectives, then the verb that it is an argument of.

        Args:
            noun: The noun.
            kind: What sort of happening it names; some come after their announcement ("a annoncé une restructuration").
            ruled: It is of a mode that comes about by being announced: "a annoncé la libération des otages".
        """
        if noun.auxiliaries and self.syntax.is_negated(noun):  # "ce n'est pas la guerre"
            return Assertion(status=Status.DENIED, asserted=False, reason="negated")
        if kind is Kind.CASUALTY and self.syntax.are_none(noun):
            return Assertion(status=Status.DENIED, reason="none of them")
        if self._is_missing(noun):
            return Assertion(status=Status.DENIED, reason=f"« {noun.doc[noun.i - 2].text} »")
        if self.syntax.preposition(noun) in self.words.of("prepositions", "denied"):
            # "s'est terminé sans déclaration commune"
            return Assertion(status=Status.DENIED, asserted=False, reason=f"« {self.syntax.preposition(noun)} »")
        if noun.auxiliaries and (own := self.verbs.moods.of(noun)).status in (Status.PLANNED, Status.POSSIBLE):
            return own  # "ce sera la première visite"
        shown = self._of_noun(noun, kind)
        ahead = self.prospects.of(noun, kind)
        if (ahead is not None or shown.status in (Status.PLANNED, Status.POSSIBLE)) and self._is_done(noun):
            return TOLD
        if ahead is not None and (not ahead.leaning or _is_told(shown)):
            return ahead
        if (
            shown.asserted
            and shown.status is Status.OCCURRED
            and (begun := self.verbs.moods.continuance.of_begun(noun))
        ):
            return Assertion(status=Status.ONGOING, reason=begun)
        if shown.asserted and shown.status in (Status.PLANNED, Status.OCCURRED) and self.verbs.takes_effect(noun):
            return IMMEDIATE
        if shown.status in (Status.PLANNED, Status.POSSIBLE):
            kept = self.verbs.moods.continuance.of_continued(noun)
            if kept is not None:
                return Assertion(status=Status.ONGOING, reason=kept)
        if shown.status is Status.DENIED and (still := self.verbs.moods.continuance.of_noun(noun)) is not None:
            return Assertion(status=Status.ONGOING, reason=still)  # "l'incendie n'est pas maîtrisé"
        if shown != TOLD:
            return shown
        clause = self._of_relative(noun)
        if clause is not None:
            return clause
        held = noun.dep_ == "nmod" and noun.head.lemma_ in self.words.of("announcing", "holding")
        called = kind is Kind.ELECTION and (held or any(feature(c, "Definite") == "Ind" for c in children(noun, "det")))
        undone = self.words.key_of("nouns", noun.lemma_) == Status.DENIED  # "l'annulation"
        if (
            (called or (kind in FOLLOWING and not ruled))
            and not undone
            and not self._is_settled(noun)
            and (announced := self._announced(noun)) is not None
        ):
            return Assertion(status=Status.PLANNED, reason=f"« {announced.text} »")
        still = None if self.is_person(noun) else self.verbs.moods.continuance.of_noun(noun)
        return shown if still is None else Assertion(status=Status.ONGOING, reason=still)

    def _is_missing(self, noun: Token) -> bool:
        """ "Pas de motion de censure", "plus de grève": in a headline that has no verb."""
        at = noun.i - 2
        if at < noun.sent.start or noun.doc[at + 1].lower_ not in OF or is_verbal(noun.head):
            return False
        negation = self.syntax.words.of("negation", "complete") | self.syntax.words.of("negation", "over")
        opens = at == noun.sent.start or noun.doc[at - 1].is_punct
        return opens and noun.doc[at].lower_ in negation

    def _is_charge(self, noun: Token) -> bool:
        """ "poursuivi pour meurtre", "mis en examen pour viol": the offence is nobody's yet; not "poursuivi pour le
        meurtre de X", nor "condamné pour meurtre"."""
        while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head
        charging = self.words.tables["charging"]
        if self.syntax.preposition(noun) not in charging["prepositions"] or children(noun, "det"):
            return False
        between: list[Token] = []  # the nouns of a phrase: "placé en garde à vue pour viol"
        verb = noun.head
        while verb.pos_ == "NOUN" and verb.head is not verb:
            between.append(verb)
            verb = verb.head
        if not between and verb.lemma_ in charging["verbs"]:
            return True
        nouns = between or [t for _, t in self.syntax.obliques(verb)]
        return any(f"{verb.lemma_} {t.lemma_}" in charging["phrases"] for t in nouns)

    def _of_relative(self, noun: Token) -> Assertion | None:
        """ "une assemblée qui se tiendra mardi", "le débat qui doit s'ouvrir en mars": the relative clause says whether
        it takes place."""
        for verb in children(noun, "acl:relcl"):
            if verb.lemma_ in self.words.of("perfect", "occurred") and has_relative_subject(verb):
                held = [c for c in children(verb, "xcomp") if c.lemma_ in self.words.of("carriers", "verbs")]
                key = self.words.key_of("verbs", verb.lemma_)
                if held and key is not None and feature(verb, "Tense") != "Imp" and not verb.auxiliaries:
                    return self.verbs.under(verb, key)
            if has_relative_subject(verb) and verb.lemma_ in self.words.of("carriers", "verbs"):
                own = self.verbs.moods.of(verb)
                if own != TOLD:
                    return own
                return Assertion(status=Status.OCCURRED, reason=f"« {verb.text} »") if is_perfect(verb) else None
        return None

    def _announced(self, noun: Token) -> Token | None:
        """The word that announces it: "a annoncé", "l'annonce de", "annoncée"."""
        for child in children(noun, "acl", "amod"):
            if child.lemma_ in self.words.of("announcing", "verbs") or child.lower_ in self.words.of(
                "announcing", "participles"
            ):
                return child
        above = governors(noun)
        dependent, governor = next(above, (noun, noun))
        held = dependent.dep_ == "nmod" and governor.lemma_ in self.words.of("announcing", "holding")
        if held:  # "a annoncé la tenue d'un référendum"
            dependent, governor = next(above, (dependent, governor))
        table = "verbs" if is_verbal(governor) else "nouns"
        labels = ("obj", "nsubj:pass", "nsubj") if table == "verbs" else ("nmod",)
        listed = governor.lemma_.lower() in self.words.of("announcing", table)
        active = dependent.dep_ == "nsubj" and not is_participle(governor)
        return governor if listed and dependent.dep_ in labels and not active else None

    def _of_noun(self, noun: Token, kind: Kind) -> Assertion:
        if kind in OFFENCES and self._is_charge(noun):
            return Assertion(status=Status.POSSIBLE, reason="what somebody is charged with")
        for child in noun.children:
            key = self.words.key_of("adjectives", child.lemma_.lower()) or self.words.key_of("adjectives", child.lower_)
            with_it = child.dep_ in ("amod", "acl") or (child.dep_ == "nmod" and child.pos_ == "VERB")
            if key is not None and with_it and not (key == "planned" and self._is_settled(noun)):
                return self.verbs.named(key, f"« {child.text} »")
        for dependent, governor in governors(noun):
            if dependent != noun and dependent.dep_.startswith("nsubj") and self.is_person(dependent):
                break  # "les survivants du naufrage sont attendus mardi"
            if is_verbal(governor):
                if dependent.dep_ in _OBLIQUE and (called := self._called_for(dependent)) is not None:
                    return called
                if dependent != noun and kind in BEFALLING and self.verbs.moods.of(governor).status is Status.PLANNED:
                    return TOLD  # "le procès de l'attentat s'ouvrira lundi"
                if dependent != noun and governor.lemma_ in self.words.of("enabling", "verbs"):
                    return TOLD  # "pour faciliter l'application de l'accord"
                shown = self.arguments.of(dependent, governor, kind)
                aspect = noun.dep_ == "nmod" and shown.status is Status.DENIED and not self.arguments.is_none(dependent)
                carried = governor.lemma_ in self.words.of("carriers", "verbs") and not is_passive(governor)
                return TOLD if aspect and not carried else shown  # "le montant de la vente n'est pas connu"
            if (
                dependent.dep_ == "nsubj"
                and children(governor, "cop")
                and (said := self.arguments.of_said(dependent, governor, kind))
            ):
                return said
            key = self.words.key_of("nouns", governor.lemma_.lower())
            if dependent.dep_ == "nmod" and governor.lemma_ in self.words.of("presupposing", "nouns"):
                return TOLD
            if (
                key == "planned"
                and is_determined(dependent)
                and governor.lemma_ in self.words.of("presupposing", "goals")
            ):
                return TOLD  # "le but de la rencontre"
            if key is None and governor.lemma_ in self.words.of("expecting", "nouns"):
                key = "planned"
            if key == "planned" and self.syntax.is_temporal(governor) and self.prospects.befalls(noun, kind):
                return TOLD  # "à la veille de sa mort"
            if key is not None and dependent.dep_ == "nmod" and not self.prospects.sets_scene(dependent):
                doubt = self._doubt(governor) if key == Status.ONGOING else None
                denial = self._denial(governor)
                if denial is not None and governor.lemma_ in self.words.of("presupposing", "rescheduling"):
                    return self.arguments.givens.of_rescheduled(governor, kind)
                return denial or doubt or self.verbs.named(key, f"« {governor.text} »")
            key = self._predicate(governor) if dependent.dep_ == "nsubj" else None
            if key is not None:
                return self.verbs.named(key, f"« {governor.text} »")
            if dependent.dep_ not in ("nmod", "conj", "appos") or self.syntax.preposition(dependent) not in (
                None,
                "de",
            ):
                break
        return TOLD

    def _called_for(self, noun: Token) -> Assertion | None:
        """ "a réitéré son appel à un référendum": what the object right before it calls for, though the parse hangs it
        on the verb."""
        if self.syntax.preposition(noun) != "à":
            return None
        first = min(c.i for c in children(noun, "case"))
        before = noun.doc[first - 1]
        key = self.words.key_of("nouns", before.lemma_) if before.dep_ == "obj" and before.head is noun.head else None
        return self.verbs.named(key, f"« {before.text} »") if key in ("planned", "possible") else None

    def _is_done(self, noun: Token) -> bool:
        """ "se prononcera sur la motion déposée lundi": its participle says that it came about."""
        listed = self.words.of("presupposing", "done")
        return any(c.lemma_ in listed and is_participle(c) for c in children(noun, "acl", "amod"))

    def _is_settled(self, noun: Token) -> bool:
        """ "la réunion prévue mardi s'est tenue", "a été annulée", "n'aura pas lieu": its verb says what became of the
        plan."""
        verb = noun.head
        if not noun.dep_.startswith("nsubj") or not is_verbal(verb) or self.arguments.has_effect(verb):
            return False
        if not verb.auxiliaries:
            return verb.lemma_ in self.words.of("carriers", "verbs") and self.syntax.is_negated(verb)
        told = self.words.of("carriers", "verbs") - self.words.of("announcing", "verbs")
        return verb.lemma_ in told or self.verbs.governing.key_of(verb) == "denied"

    def _denial(self, noun: Token) -> Assertion | None:
        """ "dément tout projet de fermeture": what is said of the plan is said of what is planned."""
        first = min([noun.i, *(c.i for c in children(noun, "det"))])
        if first and noun.doc[first - 1].lower_ in self.words.of("adverbs", "denied"):
            return Assertion(status=Status.DENIED, reason=f"« {noun.doc[first - 1].text} »")
        undergone = noun.dep_ in ("obj", "nsubj:pass") and is_verbal(noun.head)
        if undergone and self.arguments.is_withdrawn(noun, noun.head):
            return Assertion(status=Status.DENIED, reason=f"« {noun.head.text} »")
        if not undergone or self.verbs.governing.key_of(noun.head) != "denied":
            return None
        return self.verbs.under(noun.head, "denied")

    def _doubt(self, noun: Token) -> Assertion | None:
        """ "craignent une multiplication des plans sociaux": what is feared of the one is of the other."""
        if noun.dep_ != "obj" or not is_verbal(noun.head) or self.verbs.governing.key_of(noun.head) != "possible":
            return None
        return self.verbs.under(noun.head, "possible")

    def _predicate(self, noun: Token) -> str | None:
        """What a noun after "être" and a preposition says of its subject: "est en cours"."""
        said = children(noun, "cop") and self.syntax.preposition(noun) is not None
        return self.verbs.governing.predicate(noun) if said else None


def _is_told(shown: Assertion) -> bool:
    """No word says anything else than that it took place."""
    return shown.asserted and shown.status is Status.OCCURRED
