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
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.extraction.happenings.assertions import IMMEDIATE, TOLD, Assertion
from recoupe.extraction.happenings.narration import is_perfect, is_to_be
from recoupe.extraction.happenings.prospects import BEFALLING, FOLLOWING, Prospects
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Status

_STATUSES = frozenset(status.value for status in Status)


@final
@attrs.frozen(kw_only=True, eq=False)
class NounStatus:
    """Reads the status of nouns with a language's status words."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: ``reporting.toml`` of the language pack.
    reporting: Words
    #: Reads the parse.
    syntax: Syntax
    #: Reads the verbs above the nouns.
    verbs: VerbStatus
    #: Tells what is ahead by the company that it keeps.
    prospects: Prospects
    #: Whether a noun stands for persons: what is said of them says nothing of what happened to them.
    is_person: Callable[[Token], bool]

    def of(self, noun: Token, kind: Kind) -> Assertion:
        """The status of what a noun names: its adjectives, then the verb that it is an argument of.

        Args:
            noun: The noun.
            kind: What sort of happening it names; some come after their announcement ("a annoncé une restructuration").
        """
        if noun.auxiliaries and self.syntax.is_negated(noun):  # "ce n'est pas la guerre"
            return Assertion(status=Status.DENIED, asserted=False, reason="negated")
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
            (called or kind in FOLLOWING)
            and not undone
            and not self._is_settled(noun)
            and (announced := self._announced(noun)) is not None
        ):
            return Assertion(status=Status.PLANNED, reason=f"« {announced.text} »")
        still = None if self.is_person(noun) else self.verbs.moods.continuance.of_noun(noun)
        return shown if still is None else Assertion(status=Status.ONGOING, reason=still)

    def _of_relative(self, noun: Token) -> Assertion | None:
        """ "une assemblée qui se tiendra mardi": the relative clause says whether it takes place."""
        for verb in children(noun, "acl:relcl"):
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
        for child in noun.children:
            key = self.words.key_of("adjectives", child.lemma_.lower()) or self.words.key_of("adjectives", child.lower_)
            with_it = child.dep_ in ("amod", "acl") or (child.dep_ == "nmod" and child.pos_ == "VERB")
            if key is not None and with_it and not (key == "planned" and self._is_settled(noun)):
                return self.verbs.named(key, f"« {child.text} »")
        for dependent, governor in governors(noun):
            if dependent != noun and dependent.dep_.startswith("nsubj") and self.is_person(dependent):
                break  # "les survivants du naufrage sont attendus mardi"
            if is_verbal(governor):
                if dependent != noun and kind in BEFALLING and self.verbs.moods.of(governor).status is Status.PLANNED:
                    return TOLD  # "le procès de l'attentat s'ouvrira lundi"
                if dependent != noun and governor.lemma_ in self.words.of("enabling", "verbs"):
                    return TOLD  # "pour faciliter l'application de l'accord"
                shown = self._as_argument(dependent, governor, kind)
                aspect = noun.dep_ == "nmod" and shown.status is Status.DENIED and not self._is_none(dependent)
                carried = governor.lemma_ in self.words.of("carriers", "verbs") and not is_passive(governor)
                return TOLD if aspect and not carried else shown  # "le montant de la vente n'est pas connu"
            if (
                dependent.dep_ == "nsubj"
                and children(governor, "cop")
                and (said := self._of_said(dependent, governor, kind))
            ):
                return said
            key = self.words.key_of("nouns", governor.lemma_.lower())
            if dependent.dep_ == "nmod" and governor.lemma_ in self.words.of("presupposing", "nouns"):
                return TOLD
            if key is None and governor.lemma_ in self.words.of("expecting", "nouns"):
                key = "planned"
            if key == "planned" and self.syntax.is_temporal(governor) and self.prospects.befalls(noun, kind):
                return TOLD  # "à la veille de sa mort"
            if key is not None and dependent.dep_ == "nmod" and not self.prospects.sets_time(dependent):
                doubt = self._doubt(governor) if key == Status.ONGOING else None
                return self._denial(governor) or doubt or self.verbs.named(key, f"« {governor.text} »")
            key = self._predicate(governor) if dependent.dep_ == "nsubj" else None
            if key is not None:
                return self.verbs.named(key, f"« {governor.text} »")
            if dependent.dep_ not in ("nmod", "conj", "appos") or self.syntax.preposition(dependent) not in (
                None,
                "de",
            ):
                break
        return TOLD

    def _is_done(self, noun: Token) -> bool:
        """ "se prononcera sur la motion déposée lundi": its participle says that it came about."""
        listed = self.words.of("presupposing", "done")
        return any(c.lemma_ in listed and is_participle(c) for c in children(noun, "acl", "amod"))

    def _is_settled(self, noun: Token) -> bool:
        """ "la réunion prévue mardi s'est tenue", "a été annulée": its verb says what became of the plan."""
        verb = noun.head
        if not noun.dep_.startswith("nsubj") or not is_verbal(verb) or not verb.auxiliaries or self._has_effect(verb):
            return False
        told = self.words.of("carriers", "verbs") - self.words.of("announcing", "verbs")
        return verb.lemma_ in told or self.verbs.governing.key_of(verb) == "denied"

    def _denial(self, noun: Token) -> Assertion | None:
        """ "dément tout projet de fermeture": what is said of the plan is said of what is planned."""
        first = min([noun.i, *(c.i for c in children(noun, "det"))])
        if first and noun.doc[first - 1].lower_ in self.words.of("adverbs", "denied"):
            return Assertion(status=Status.DENIED, reason=f"« {noun.doc[first - 1].text} »")
        undergone = noun.dep_ in ("obj", "nsubj:pass") and is_verbal(noun.head)
        if undergone and self._is_withdrawn(noun, noun.head):
            return Assertion(status=Status.DENIED, reason=f"« {noun.head.text} »")
        if not undergone or self.verbs.governing.key_of(noun.head) != "denied":
            return None
        return self.verbs.under(noun.head, "denied")

    def _is_withdrawn(self, noun: Token, verb: Token) -> bool:
        """ "a retiré son projet de réforme", "le préavis de grève a été levé"."""
        plan = noun.lemma_ in self.words.of("withdrawing", "nouns") and noun.dep_ in ("obj", "nsubj:pass")
        return plan and verb.lemma_ in self.words.of("withdrawing", "verbs") and not self.syntax.is_negated(verb)

    def _is_voted_down(self, noun: Token, verb: Token) -> bool:
        """ "ont voté contre la création d'une commission"."""
        against = self.syntax.preposition(noun) in self.words.of("company", "against")
        return against and verb.lemma_ in self.words.of("company", "voting")

    def _doubt(self, noun: Token) -> Assertion | None:
        """ "craignent une multiplication des plans sociaux": what is feared of the one is of the other."""
        if noun.dep_ != "obj" or not is_verbal(noun.head) or self.verbs.governing.key_of(noun.head) != "possible":
            return None
        return self.verbs.under(noun.head, "possible")

    def _predicate(self, noun: Token) -> str | None:
        """What a noun after "être" and a preposition says of its subject: "est en cours"."""
        said = children(noun, "cop") and self.syntax.preposition(noun) is not None
        return self.verbs.governing.predicate(noun) if said else None

    # ------------------------------------------------------------------ under a verb
    def _of_said(self, noun: Token, said: Token, kind: Kind) -> Assertion | None:
        """ "La cession sera lourde", "une grève serait la plus longue", "la fermeture est inévitable": what is said
        of it with "être"."""
        key = self.words.key_of("adjectives", said.lemma_.lower())
        if key is not None:
            return self.verbs.named(key, f"« {said.text} »")
        own = self.verbs.moods.of(said)
        if kind in BEFALLING or own.status not in (Status.PLANNED, Status.POSSIBLE):
            return None
        return own

    def _as_argument(self, noun: Token, verb: Token, kind: Kind) -> Assertion:
        own = self.verbs.moods.of(verb)
        if own.status is Status.PLANNED and noun.dep_ == "obl:agent":
            return own  # "sera accueilli par une cérémonie"
        if own.status is Status.DENIED and self._is_result(noun, verb):
            return own
        is_core = noun.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:arg", "iobj", "xcomp", "conj")
        inverted = not is_core and self._is_inverted(noun, verb)
        is_core = is_core or inverted
        shown = any(feature(c, "PronType") == "Dem" for c in children(noun, "det"))
        is_setting = self.syntax.preposition(noun) in self.words.of("prepositions", "setting")
        if not is_core or is_setting or (shown and own.status is Status.DENIED):
            return TOLD  # "ne fait aucun lien entre ces incendies": they are known
        if self._is_withdrawn(noun, verb) or self._is_voted_down(noun, verb):
            return Assertion(status=Status.DENIED, reason=f"« {verb.text} »")
        key = self.verbs.governing.key_of(verb)
        if key is not None and verb.lemma_ in self.reporting.of("counts", "perfect"):
            key = None  # "on compte 14 morts" counts; only before a verb does it plan
        if verb.lemma_ in self.words.of("company", "opposing"):
            key = None  # "s'est opposé à la capture de la ville": it is denied by nobody
        if noun.dep_ in ("obj", "xcomp", "nsubj:pass") and verb.lemma_ in self.words.of("naming", "verbs"):
            return TOLD
        if own.status is Status.DENIED and self._is_left_open(noun, verb):
            return Assertion(status=Status.POSSIBLE, reason=f"« {verb.text} », negated")
        if own.status is Status.DENIED and self._is_presupposed(noun, verb):
            return TOLD
        undone = verb.lemma_ in self.words.of("presupposing", "undoing")
        if undone and noun.dep_ != "nsubj" and noun.lemma_ in self.words.of("presupposing", "acts"):
            return TOLD
        undergone = noun.dep_ in ("obj", "obl:arg", "nsubj:pass") or (noun.dep_ == "nsubj" and is_participle(verb))
        undergone = undergone or inverted
        if key is not None and undergone:  # also "le verdict attendu mercredi"
            if key == Status.DENIED and noun.lemma_ in self.words.of("presupposing", "made"):
                return TOLD  # "a déjoué une tentative de coup d'État": it was tried
            found = self.verbs.under(verb, key)
            if found.status is Status.DENIED and is_infinitive(verb) and not self.verbs.of(verb).asserted:
                return Assertion(status=Status.POSSIBLE, reason=f"what « {verb.text} » is to keep from happening")
            # "a quinze jours pour faire appel de la décision": that is known, the appeal is not
            return found if found.asserted or key not in _STATUSES else TOLD
        carried = self.words.of("carriers", "verbs")
        copula = verb.lemma_ == "être" and noun.dep_ == "nsubj"
        foreseen = next((c for c in verb.children if is_to_be(c)), None) if copula else None
        if foreseen is not None and (said := self.verbs.governing.key_of(foreseen)):
            return self.verbs.under(foreseen, said)  # "des orages sont à prévoir"
        own_verbs = () if children(verb, "obj") else children(verb, "xcomp")  # not "a contraint la compagnie à annuler"
        if (
            key is not None
            and noun.dep_.startswith("nsubj")
            and any(c.lemma_ in carried and not self._only_leads(noun, c, kind) for c in own_verbs)
        ):
            return self.verbs.under(verb, key)  # "la campagne doit commencer"
        if own.status is Status.DENIED:
            return own if self._is_denied_with(noun, verb) else TOLD
        if own.status is not Status.OCCURRED and verb.lemma_ in carried and not self._only_leads(noun, verb, kind):
            return own
        if self.prospects.brings(noun, verb, kind):
            leaning = own.status is not Status.PLANNED or not noun.dep_.startswith("nsubj")
            return Assertion(status=Status.PLANNED, reason=f"with « {verb.text} », which is ahead", leaning=leaning)
        above = self.verbs.above(verb) if is_infinitive(verb) else None
        if above is None:
            return TOLD
        enabled = verb.lemma_ in self.words.of("enabling", "verbs") and kind not in BEFALLING
        if enabled and above.status is Status.PLANNED:  # "pour financer la rénovation du pont"
            return Assertion(status=Status.PLANNED, reason=f"what « {verb.text} » is for")
        return above if verb.lemma_ in carried else TOLD

    def _only_leads(self, noun: Token, verb: Token, kind: Kind) -> bool:
        """ "le raid aura des conséquences", "les frappes risquent d'entraîner une escalade": what it leads to is ahead.
        It took place itself, but where its sort is announced beforehand ("la grève aura des conséquences")."""
        return kind not in FOLLOWING and noun.dep_ == "nsubj" and self._has_effect(verb)

    def _is_inverted(self, noun: Token, verb: Token) -> bool:
        """ "À midi est prévue une série d'entretiens": the subject of a passive, hung behind it as a complement."""
        behind = noun.dep_.startswith("obl") and noun.i > verb.i and self.syntax.preposition(noun) is None
        return behind and is_passive(verb) and not children(verb, "nsubj") and not self.syntax.is_temporal(noun)

    def _is_result(self, noun: Token, verb: Token) -> bool:
        """ "n'a pas débouché sur un accord": what a verb leads to, which nothing takes for known."""
        indefinite = any(feature(c, "Definite") == "Ind" for c in children(noun, "det"))
        return indefinite and noun.dep_.startswith("obl") and verb.lemma_ in self.words.of("presupposing", "results")

    def _is_left_open(self, noun: Token, verb: Token) -> bool:
        """What a negated verb neither asserts nor denies: "n'a pas confirmé la mort de l'otage"."""
        return noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_ in self.reporting.of("negated", "doubts")

    def _is_presupposed(self, noun: Token, verb: Token) -> bool:
        """Whether an argument of a negated verb took place all the same: "n'a pas condamné l'attaque", "le procès n'a
        pas été reporté"; not "aucun attentat n'a été revendiqué"."""
        if self._is_none(noun):
            return False
        side = "subjects" if noun.dep_ == "nsubj" else "objects"
        return verb.lemma_ in self.words.of("presupposing", side)

    def _is_denied_with(self, noun: Token, verb: Token) -> bool:
        """Whether a negated verb says of its argument that there was none: "aucun accident n'a été signalé", "la
        réunion n'a pas eu lieu", "n'a pas signé d'accord"; not "n'a pas mentionné l'envoi"."""
        if self._is_none(noun):
            return True
        has_effect = noun.dep_ == "nsubj" and self._has_effect(verb)
        if has_effect or self.reporting.key_of("verbs", verb.lemma_) is not None:
            return False
        if verb.lemma_ in self.words.of("carriers", "verbs"):
            return True
        known = any(feature(c, "Definite") == "Def" or feature(c, "Poss") == "Yes" for c in children(noun, "det"))
        return not known and noun.dep_ != "obl:arg"

    def _is_none(self, noun: Token) -> bool:
        """ "aucun attentat"."""
        none = self.syntax.words.of("negation", "second")
        return any(c.lower_ in none for c in children(noun, "det"))

    def _has_effect(self, verb: Token) -> bool:
        """What a happening did not do to others is not that it did not take place: "n'a pas fait de victimes"."""
        places = self.words.of("carriers", "nouns")
        objects = children(verb, "obj")
        # "n'a pas fait de victime": of a negated noun "de" stands for the article
        objects += [
            c for c in children(verb, "xcomp", "obl") if c.pos_ == "NOUN" and self.syntax.preposition(c) == "de"
        ]
        return any(c.lemma_ not in places and not self.syntax.is_temporal(c) for c in objects)


def _is_told(shown: Assertion) -> bool:
    """No word says anything else than that it took place."""
    return shown.asserted and shown.status is Status.OCCURRED
