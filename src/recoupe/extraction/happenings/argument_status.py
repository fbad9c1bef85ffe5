"""Whether what a noun names happened, from the verb that it is an argument of."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.dependencies import (
    children,
    feature,
    governors,
    is_determined,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.extraction.happenings.assertions import TOLD, Assertion
from recoupe.extraction.happenings.givens import Givens
from recoupe.extraction.happenings.moods import is_compound
from recoupe.extraction.happenings.narration import is_to_be
from recoupe.extraction.happenings.prospects import BEFALLING, FOLLOWING, Prospects
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Status

_STATUSES = frozenset(status.value for status in Status)


@final
@attrs.frozen(kw_only=True, eq=False)
class ArgumentStatus:
    """Reads what verbs say of their arguments with a language's status words."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: ``reporting.toml`` of the language pack.
    reporting: Words
    #: Reads the parse.
    syntax: Syntax
    #: Reads the verbs.
    verbs: VerbStatus
    #: Tells what is ahead by the company that it keeps.
    prospects: Prospects
    #: Tells what the verbs take for known.
    givens: Givens

    def of_said(self, noun: Token, said: Token, kind: Kind) -> Assertion | None:
        """ "La cession sera lourde", "une grève serait la plus longue", "la fermeture est inévitable": what is said
        of it with "être"."""
        key = self.words.key_of("adjectives", said.lemma_.lower())
        if key is not None:
            return self.verbs.named(key, f"« {said.text} »")
        own = self.verbs.moods.of(said)
        if kind in BEFALLING or own.status not in (Status.PLANNED, Status.POSSIBLE):
            return None
        return own

    def of(self, noun: Token, verb: Token, kind: Kind) -> Assertion:
        """What `verb` says of `noun`, which names a happening of `kind` and depends on it.

        "Told" is the answer, too, where it says nothing.
        """
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
        if self.is_withdrawn(noun, verb) or self._is_voted_down(noun, verb):
            return Assertion(status=Status.DENIED, reason=f"« {verb.text} »")
        if self._has_failed(noun, verb, kind):
            return Assertion(status=Status.DENIED, reason=f"« {verb.text} »")
        key = self.verbs.governing.key_of(verb)
        if key is not None and verb.lemma_ in self.reporting.of("counts", "perfect"):
            key = None  # "on compte 14 morts" counts; only before a verb does it plan
        if key is not None and verb.lemma_ in self.words.of("working", "verbs") and is_compound(verb):
            key = None
        if verb.lemma_ in self.words.of("company", "opposing"):
            key = None  # "s'est opposé à la capture de la ville": it is denied by nobody
        if noun.dep_ in ("obj", "xcomp", "nsubj:pass") and verb.lemma_ in self.words.of("naming", "verbs"):
            return TOLD
        if own.status is Status.DENIED and self._is_left_open(noun, verb):
            return Assertion(status=Status.POSSIBLE, reason=f"« {verb.text} », negated")
        if own.status is Status.DENIED and self._is_presupposed(noun, verb):
            return TOLD
        if (given := self.givens.of(noun, verb, kind)) is not None:
            return given
        undergone = noun.dep_ in ("obj", "obl:arg", "nsubj:pass") or (noun.dep_ == "nsubj" and is_participle(verb))
        undergone = undergone or inverted
        if key is not None and undergone:  # also "le verdict attendu mercredi"
            if key == Status.DENIED and noun.lemma_ in self.words.of("presupposing", "made"):
                return TOLD  # "a déjoué une tentative de coup d'État": it was tried
            found = self.verbs.under(verb, key)
            if found.status is Status.DENIED and is_infinitive(verb) and not self.verbs.of(verb).asserted:
                return Assertion(status=Status.POSSIBLE, reason=f"what « {verb.text} » is to keep from happening")
            if shown and found.status in (Status.DENIED, Status.POSSIBLE):
                return TOLD  # "ne peut pas faire appel de cette décision"
            if not found.asserted and (aim := self._of_aim(noun, verb, kind)) is not None:
                return aim
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
        if noun.dep_ == "obj" and kind not in BEFALLING and self.verbs.is_of_plan(verb):
            return self.verbs.above(verb) or TOLD
        above = self.verbs.above(verb) if is_infinitive(verb) else None
        if above is None:
            return TOLD
        enabled = verb.lemma_ in self.words.of("enabling", "verbs") and kind not in BEFALLING
        if enabled and above.status is Status.PLANNED:  # "pour financer la rénovation du pont"
            return Assertion(status=Status.PLANNED, reason=f"what « {verb.text} » is for")
        return above if verb.lemma_ in carried else TOLD

    def _of_aim(self, noun: Token, verb: Token, kind: Kind) -> Assertion | None:
        """ "ont défilé afin d'obtenir sa démission", "sont attendus pour participer à un dîner": what an infinitive of
        purpose is to bring about may be, and what it is to take part in is ahead where the main verb is; else None."""
        if not is_infinitive(verb) or not self.verbs.is_purpose(verb):
            return None
        if verb.lemma_ in self.words.of("attained", "reaching"):
            return Assertion(status=Status.POSSIBLE, reason=f"what « {verb.text} » is for")
        main = next((g for _, g in governors(verb) if is_verbal(g)), None)
        ahead = main is not None and (
            self.prospects.is_ahead(main)
            or self.verbs.governing.key_of(main) == Status.PLANNED
            or (main.lemma_ in self.words.of("attained", "ahead") and not is_determined(noun))
        )
        joins = verb.lemma_ in self.words.of("presupposing", "joining") and kind not in BEFALLING
        return Assertion(status=Status.PLANNED, reason=f"what « {verb.text} » is for") if ahead and joins else None

    def _only_leads(self, noun: Token, verb: Token, kind: Kind) -> bool:
        """ "le raid aura des conséquences", "les frappes risquent d'entraîner une escalade": what it leads to is ahead.
        It took place itself, but where its sort is announced beforehand ("la grève aura des conséquences")."""
        return kind not in FOLLOWING and noun.dep_ == "nsubj" and self.has_effect(verb)

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
        if self.is_none(noun):
            return False
        side = "subjects" if noun.dep_ == "nsubj" else "objects"
        return verb.lemma_ in self.words.of("presupposing", side)

    def _is_denied_with(self, noun: Token, verb: Token) -> bool:
        """Whether a negated verb says of its argument that there was none: "aucun accident n'a été signalé", "la
        réunion n'a pas eu lieu", "n'a pas signé d'accord"; not "n'a pas mentionné l'envoi"."""
        if self.is_none(noun):
            return True
        has_effect = noun.dep_ == "nsubj" and self.has_effect(verb)
        if has_effect or self.reporting.key_of("verbs", verb.lemma_) is not None:
            return False
        if verb.lemma_ in self.words.of("carriers", "verbs"):
            return True
        known = any(feature(c, "Definite") == "Def" or feature(c, "Poss") == "Yes" for c in children(noun, "det"))
        return not known and noun.dep_ != "obl:arg"

    def is_none(self, noun: Token) -> bool:
        """ "aucun attentat"."""
        none = self.syntax.words.of("negation", "second")
        return any(c.lower_ in none for c in children(noun, "det"))

    def has_effect(self, verb: Token) -> bool:
        """What a happening did not do to others is not that it did not take place: "n'a pas fait de victimes"."""
        places = self.words.of("carriers", "nouns")
        objects = children(verb, "obj")
        # "n'a pas fait de victime": of a negated noun "de" stands for the article
        objects += [
            c for c in children(verb, "xcomp", "obl") if c.pos_ == "NOUN" and self.syntax.preposition(c) == "de"
        ]
        return any(c.lemma_ not in places and not self.syntax.is_temporal(c) for c in objects)

    def is_withdrawn(self, noun: Token, verb: Token) -> bool:
        """ "a retiré son projet de réforme", "le préavis de grève a été levé"."""
        plan = noun.lemma_ in self.words.of("withdrawing", "nouns") and noun.dep_ in ("obj", "nsubj:pass")
        return plan and verb.lemma_ in self.words.of("withdrawing", "verbs") and not self.syntax.is_negated(verb)

    def _has_failed(self, noun: Token, verb: Token, kind: Kind) -> bool:
        """ "la vente du club a échoué": unlike talks, a bargain that fails never came about."""
        failed = noun.dep_ == "nsubj" and verb.lemma_ in self.words.of("withdrawing", "failing")
        return failed and kind in (Kind.TRANSACTION, Kind.AGREE) and self.verbs.moods.of(verb) == TOLD

    def _is_voted_down(self, noun: Token, verb: Token) -> bool:
        """ "ont voté contre la création d'une commission"."""
        against = self.syntax.preposition(noun) in self.words.of("company", "against")
        return against and verb.lemma_ in self.words.of("company", "voting")
