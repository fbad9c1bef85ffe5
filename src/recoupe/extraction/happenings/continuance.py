"""What still goes on when the article tells of it: searches that continue, strikes begun, a town held since Monday."""

from __future__ import annotations

import re
from typing import Final, final

import attrs

from recoupe.extraction.dependencies import (
    children,
    feature,
    finite,
    governors,
    has_relative_subject,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.extraction.happenings.narration import is_perfect, is_simple_present
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token

#: Tenses that show a happening from within.
_WITHIN: Final = frozenset({"Pres", "Imp"})
_DIGITS_OF_A_YEAR: Final = 4
#: How far behind "être" a state is named, in tokens ("sommes toujours en grève").
_STATE: Final = 5
#: An ordinal in digits, of which the pipeline knows no features.
_ORDINAL: Final = re.compile(r"\d+(?:e|è|ème|er|re)|premier|première")


@final
@attrs.frozen(kw_only=True, eq=False)
class Continuance:
    """Tells whether what a verb or a noun names goes on."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax

    # ------------------------------------------------------------------ verbs
    def of_verb(self, verb: Token) -> str | None:
        """Why what a verb names goes on; None where nothing says so. Most verbs cost a few look-ups."""
        word = self._lasting_word(verb) or (self._state(verb) if verb.lemma_ == "être" else None)
        if word is not None:
            return f"« {word.text} »"
        if self.words.key_of("lasting", verb.lemma_) is None:
            return None
        lists = self.words.tables["lasting"]
        held = verb.lemma_ in lists["held"] and (self._is_kept_up(verb) or is_simple_present(verb))
        held = held and not self._is_over(verb)
        held = held or (verb.lemma_ in lists["efforts"] and _is_told_from_within(verb))
        held = held or (verb.lemma_ in lists["kept"] and _is_passive_within(verb))
        if verb.lemma_ in lists["begun"] | lists["conducted"]:
            held = held or any(self.of_begun(c) for c in children(verb, "obj"))  # "entame une visite"
        return f"« {verb.text} »: it lasts" if held else None

    def _is_over(self, verb: Token) -> bool:
        """ "séquestrée pendant trois jours": a stretch of time says how long it lasted."""
        during = self.words.of("company", "prepositions")
        return any(p in during and self.syntax.is_temporal(c) for p, c in self.syntax.obliques(verb))

    def _lasting_word(self, verb: Token) -> Token | None:
        """ "toujours", "actuellement" with a verb in the present or imperfect, or with a bare participle; "depuis
        lundi" with one in the present, or a passive in the present or imperfect."""
        adverbs = self.words.tables["adverbs"]["ongoing"]
        for child in verb.children:
            if child.dep_ == "advmod" and child.lower_ in adverbs:
                within = feature(finite(verb), "Tense") in _WITHIN or is_participle(verb)
                return child if within and not any(a.dep_ == "aux:tense" for a in verb.auxiliaries) else None
        since = self._since(verb)
        if since is None:
            return None
        return since if is_simple_present(verb) or _is_passive_within(verb) or self._leaves_state(verb) else None

    def _leaves_state(self, verb: Token) -> bool:
        """ "l'embargo imposé depuis 1962", "est fermée depuis mars": what it brought about is still so."""
        passive = is_passive(verb) or is_participle(verb)
        tensed = any(a.dep_ == "aux:tense" for a in verb.auxiliaries) or feature(finite(verb), "Tense") == "Imp"
        return passive and not tensed and verb.lemma_ in self.words.of("lasting", "results")

    def _since(self, head: Token) -> Token | None:
        """ "depuis" before one of its complements, which parses hang on its object too."""
        opening = self.words.tables["lasting"]["since"]
        for child in head.children:
            for token in (child, *child.children) if child.dep_ == "obj" else (child,):
                if token.children and token.children[0].lower_ in opening:
                    return token.children[0]
        return None

    def _state(self, verb: Token) -> Token | None:
        """ "sont en grève", "est en visite à Lyon": the state that somebody is in when the article tells of it."""
        if feature(verb, "Tense") != "Pres":
            return None
        behind = verb.doc[verb.i + 1 : min(verb.i + _STATE, verb.sent.end)]
        return next((t for t in behind if self._names_state(t)), None)

    def _names_state(self, noun: Token) -> bool:
        return f"{self.syntax.preposition(noun)} {noun.lemma_}" in self.words.of("lasting", "states")

    @staticmethod
    def _is_kept_up(verb: Token) -> bool:
        """ "est recherché", "recherché par la police"; not "a été recherché"."""
        told = any(a.dep_ == "aux:tense" for a in verb.auxiliaries) or feature(finite(verb), "Tense") == "Fut"
        passive = is_passive(verb) or (
            feature(verb, "VerbForm") == "Part" and any(a.dep_ == "cop" for a in verb.auxiliaries)
        )
        return passive and not told

    # ------------------------------------------------------------------ nouns
    def of_noun(self, noun: Token) -> str | None:
        """Why what a noun names goes on; None where nothing says so.

        It is the subject of a verb of going on ("les recherches se poursuivent"), a state that somebody is in ("en
        grève depuis lundi"), what besets somebody ("en proie à des incendies"), what is not yet put down ("luttent
        contre l'incendie"), or a happening that lasts ("une épidémie") and is neither dated nor told of as past.
        """
        dependent, governor = next(governors(noun), (noun, noun))
        if dependent.dep_.startswith("nsubj"):
            for predicate in (governor, *children(governor, "conj")):
                if self._goes_on(predicate) and (predicate == governor or not children(predicate, "nsubj")):
                    return f"« {predicate.text} »"
            if self._is_beset(noun, governor):
                return f"« {governor.text} »"
        if self._is_fought(dependent, governor):
            return f"« {governor.text} »: not yet put down"
        for clause in _relative_clauses(noun):
            if (self._goes_on(clause) or self._is_beset(noun, clause)) and any(
                c.dep_.startswith("nsubj") and c.i < clause.i for c in clause.children
            ):
                return f"« {clause.text} »"
        if self._names_state(noun) and (self._since(noun) or self._is_kept(governor)):
            return f"« {governor.text} »: the state lasts"
        if self._besets(dependent, governor):
            return f"« {governor.text} »"
        if noun.lemma_.lower() in self.words.of("lasting", "nouns") and not self._is_past(noun):
            return f"« {noun.text} »: it lasts"
        return None

    def of_continued(self, noun: Token) -> str | None:
        """Why something goes on by now of which the rest is ahead: it is told to go on ("la grève va se poursuivre"),
        or to have begun ("le procès, qui s'est ouvert lundi, doit durer un mois"); None where nothing says so."""
        for clause in children(noun, "acl:relcl"):
            if (
                has_relative_subject(clause)
                and is_perfect(clause)
                and clause.lemma_ in self.words.of("lasting", "begun")
            ):
                return f"« {clause.text} »: it has begun"
        dependent, governor = next(governors(noun), (noun, noun))
        if not dependent.dep_.startswith("nsubj") or not is_verbal(governor):
            return None
        modal = governor.lemma_ in self.words.of("perfect", "occurred")
        for verb in children(governor, "xcomp") if modal else (governor,):
            continuing = self.syntax.full_lemma(verb) in self.words.of("lasting", "continuing")
            if (continuing or self._ends(noun, verb)) and not self.syntax.is_negated(governor):
                return f"« {verb.text} »"
        return None

    def _ends(self, noun: Token, verb: Token) -> bool:
        """Only its end is to come: "la grève doit s'achever vendredi"; not "le siège, qui débutera lundi,
        s'achèvera"."""
        names = {self.syntax.full_lemma(verb), *(f"{verb.lemma_} {c.lemma_}" for c in verb.children)}
        if names.isdisjoint(self.words.of("lasting", "closing")):
            return False
        begins = any(c.lemma_ in self.words.of("lasting", "begun") for c in children(noun, "acl:relcl", "acl", "amod"))
        return not begins and lasts(noun, self.words)

    def of_begun(self, noun: Token) -> str | None:
        """Why something goes on that has begun ("la grève a commencé", "entame une visite") or of which the days are
        counted ("au deuxième jour de la visite"); None where nothing says so."""
        if self._is_amid(noun):
            return f"« {noun.head.text} » of it"
        if noun.lemma_.lower() not in self.words.of("lasting", "sorts"):
            return None
        dependent, governor = next(governors(noun), (noun, noun))
        return f"« {governor.text} »: it has begun" if self._has_begun(dependent, governor) else None

    def _is_amid(self, noun: Token) -> bool:
        """ "au deuxième jour de la visite"."""
        if noun.head.lemma_ not in self.words.of("lasting", "stretches") or noun.dep_ != "nmod":
            return False
        return self.syntax.preposition(noun) == "de" and _is_numbered(noun.head)

    def _is_beset(self, noun: Token, verb: Token) -> bool:
        """ "ravage depuis dimanche la forêt", "les crues qui touchent la région", "la grève paralyse le port"."""
        if verb.features.get("Tense") != "Pres" or not is_simple_present(verb):
            return False
        if self._since(verb) is not None:
            return True
        takes_time = noun.lemma_.lower() in self.words.of("lasting", "sorts") | self.words.of("company", "forecast")
        return takes_time and verb.lemma_ in self.words.of("lasting", "besetting")

    def _besets(self, dependent: Token, governor: Token) -> bool:
        """ "est en proie à des incendies"."""
        if governor.lemma_ not in self.words.of("lasting", "beset") or not dependent.dep_.startswith("obl"):
            return False
        return self.syntax.preposition(governor) is not None and feature(finite(governor), "Tense") in _WITHIN

    def _is_fought(self, dependent: Token, governor: Token) -> bool:
        """ "luttent contre l'incendie", "mobilisés pour éteindre le feu", "n'ont pas réussi à le contenir"; not "ont
        éteint l'incendie"."""
        if governor.lemma_ not in self.words.of("lasting", "quelling") or not is_verbal(governor):
            return False
        against = dependent.dep_.startswith("obl") and self.syntax.preposition(dependent) in self.words.of(
            "company", "against"
        )
        if not (against or dependent.dep_ == "obj"):
            return False
        verb = governor.head if is_infinitive(governor) and is_verbal(governor.head) else governor
        if verb == governor and is_infinitive(governor):
            return False
        effort = governor.lemma_ in self.words.of("lasting", "efforts") or verb != governor
        return self.syntax.is_negated(verb) or (effort and _shows_from_within(verb))

    def _goes_on(self, predicate: Token) -> bool:
        """ "se poursuit", "progressait", "fait rage", "n'est pas maîtrisé", "entre dans sa troisième semaine"."""
        if not is_verbal(predicate) or not _shows_from_within(predicate):
            return False
        if predicate.lemma_ in self.words.of("lasting", "raging"):
            return any(c.lemma_ in self.words.of("lasting", "rage") for c in children(predicate, "obj"))
        if predicate.lemma_ in self.words.of("lasting", "entering"):
            stretches = self.words.of("lasting", "stretches")
            return any(c.lemma_ in stretches and _is_numbered(c) for _, c in self.syntax.obliques(predicate))
        if self.syntax.is_negated(predicate):
            return bool(predicate.auxiliaries) and predicate.lemma_ in self.words.of("lasting", "ended")
        lemma = self.syntax.full_lemma(predicate)
        if lemma in self.words.of("lasting", "held_now"):
            return is_simple_present(predicate) and not any(self.syntax.is_temporal(c) for c in predicate.children)
        return lemma in self.words.of("lasting", "verbs")

    def _is_kept(self, governor: Token) -> bool:
        """ "restent en grève", "resteraient en grève"; not "sont restés en grève"."""
        kept = is_verbal(governor) and governor.lemma_ in self.words.of("lasting", "staying")
        return kept and not any(a.dep_ == "aux:tense" for a in governor.auxiliaries)

    def _has_begun(self, dependent: Token, governor: Token) -> bool:
        """ "la grève a commencé", "entame une visite", "est arrivé pour une visite", "participe depuis lundi à"."""
        if not is_verbal(governor) or not (is_perfect(governor) or is_simple_present(governor)):
            return False
        if is_simple_present(governor) and self._since(governor) is not None:
            return True
        verbs = self.words.of("lasting", "begun")
        if is_simple_present(governor):  # "effectue une visite"
            verbs |= self.words.of("lasting", "conducted")
        begun = governor.lemma_ in verbs and not self.syntax.is_negated(governor)
        if dependent.dep_.startswith(("nsubj", "obj")):
            return begun
        arrived = governor.lemma_ in self.words.of("lasting", "arrived")
        return arrived and self.syntax.preposition(dependent) in self.words.of("prepositions", "purpose")

    def _is_past(self, noun: Token) -> bool:
        """It is dated ("la guerre de 1914"), or the verb above it tells of an earlier time ("avait ravagé"), or of its
        end."""
        below = [t for c in children(noun, "nmod", "amod") for t in c.subtree]
        if any(_is_year(t) or self.syntax.is_temporal(t) for t in below):
            return True
        verb = next((g for _, g in governors(noun) if is_verbal(g)), None)
        if verb is None:
            return False
        pluperfect = any(a.dep_ == "aux:tense" and feature(a, "Tense") == "Imp" for a in verb.auxiliaries)
        if pluperfect or (feature(finite(verb), "Tense") == "Past" and not is_participle(verb)):
            return True
        over = verb.lemma_ in self.words.of("lasting", "ended") and is_perfect(verb)
        return over and not self.syntax.is_negated(verb)  # "la guerre s'est achevée en 1995"


def _relative_clauses(noun: Token) -> list[Token]:
    """Those of a noun, and those right behind it that the parse hangs on the noun above: "en marge du sommet qui"."""
    behind = noun.doc[min(noun.subtree[-1].i + 1, len(noun.doc) - 1)]
    higher = children(noun.head, "acl:relcl") if noun.dep_ == "nmod" and feature(behind, "PronType") == "Rel" else []
    return [*children(noun, "acl:relcl"), *(c for c in higher if behind.head == c)]


def lasts(noun: Token, words: Words) -> bool:
    """It names what takes days or longer. `words` is the lists of status."""
    return any(noun.lemma_.lower() in words.of("lasting", name) for name in ("sorts", "nouns", "enduring"))


def _is_numbered(noun: Token) -> bool:
    """ "deuxième jour", "7e semaine"."""
    return any(feature(c, "NumType") == "Ord" or _ORDINAL.fullmatch(c.lower_) for c in children(noun, "amod", "nummod"))


def _is_told_from_within(verb: Token) -> bool:
    """The present, or the imperfect of a main clause: "200 pompiers luttaient encore mercredi soir"."""
    if is_simple_present(verb):
        return True
    return verb.dep_ == "ROOT" and feature(verb, "Tense") == "Imp" and feature(verb, "VerbForm") == "Fin"


def _is_passive_within(verb: Token) -> bool:
    """ "sont mobilisés", "étaient hébergés"; not "ont été hébergés", "hébergés"."""
    return any(a.dep_ == "aux:pass" for a in verb.auxiliaries) and _shows_from_within(verb)


def _is_year(token: Token) -> bool:
    return len(token.text) == _DIGITS_OF_A_YEAR and token.text.isdigit()


def _shows_from_within(verb: Token) -> bool:
    """It stands in the present or the imperfect, active or passive."""
    if any(a.dep_ == "aux:tense" for a in verb.auxiliaries):
        return False
    return feature(finite(verb), "Mood") == "Ind" and feature(finite(verb), "Tense") in _WITHIN
