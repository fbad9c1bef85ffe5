"""What is ahead because it goes with what is ahead: "se rencontreront lors du sommet", "à un mois de l'élection".

A noun has no tense. Where it sets the scene of what is still to come, or makes it come about, it is taken to be ahead
as well, unless the article tells elsewhere that it took place.
"""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.dependencies import children, feature, finite, governors, is_participle, is_verbal
from recoupe.extraction.happenings.assertions import Assertion
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Status

#: Kinds of happenings that befall: nobody plans them, and what is to come is often about them.
BEFALLING: Final = frozenset({Kind.CASUALTY, Kind.ACCIDENT, Kind.DISASTER, Kind.CRIME, Kind.ASSAULT})
#: Those of which a verb in the present tells only what is over ("dénonce lundi"), unlike what is forecast.
UNFORESEEN: Final = (BEFALLING - {Kind.DISASTER}) | {
    Kind.ACCUSE,
    Kind.SUPPORT,
    Kind.REQUEST,
    Kind.THREATEN,
    Kind.REJECT,
}
#: Kinds of happenings that are announced before they come about; of others the announcement is the news of them.
FOLLOWING: Final = frozenset({Kind.TRANSACTION, Kind.PROTEST, Kind.MOBILIZE, Kind.CONSULT, Kind.RETREAT, Kind.OTHER})
#: Those of them whose day a headline gives beforehand: "Grève à la SNCF lundi".
HERALDED: Final = frozenset({Kind.PROTEST, Kind.CONSULT, Kind.ELECTION})
#: Those of which "after" may tell before they came about: "partira après la signature".
_AWAITED: Final = frozenset({Kind.CONSULT, Kind.AGREE, Kind.ELECTION, Kind.LEGISLATE})
#: Signs that open a list.
_OPENING: Final = (":", ";")
#: How far above the word that sets it in its scene a noun's predicate stands ("prononcera un discours en marge de").
_REACH: Final = 3


@final
@attrs.frozen(kw_only=True, eq=False)
class Prospects:
    """Tells what the company of a noun says of whether it is to come."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Reads the verbs above the nouns.
    verbs: VerbStatus

    def of(self, noun: Token, kind: Kind) -> Assertion | None:
        """What a noun's company says of it; None where it says nothing."""
        preposition = self.syntax.preposition(noun)
        word = self._announcing(noun, preposition, kind)
        if word is not None:
            return Assertion(status=Status.PLANNED, reason=f"« {word.text} »", leaning=True)
        if self._is_demanded(noun, preposition, kind):
            return Assertion(status=Status.POSSIBLE, reason=f"« {noun.head.text} » for it", leaning=True)
        if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":  # "lors de la visite et du dîner"
            setting = self._setting(noun.head, self.syntax.preposition(noun.head), kind)
        else:
            setting = self._setting(noun, preposition, kind)
        main = None if setting is None else self._predicate(setting)
        if setting is None or main is None or not (self.is_ahead(main) or self._is_purpose(setting, main)):
            return None
        leaning = preposition not in self.words.of("prepositions", "posterior") and not self._is_during(setting, main)
        if leaning and self.befalls(noun, kind):
            return None
        return Assertion(status=Status.PLANNED, reason=f"with « {main.text} », which is ahead", leaning=leaning)

    def _is_purpose(self, setting: Token, main: Token) -> bool:
        """ "est attendu pour une visite", "prévoit un train sur deux en raison d'une grève": what a plan is for, or is
        made for."""
        caused = setting.lemma_.lower() in self.words.of("company", "causes")
        aimed = self.syntax.preposition(setting) in self.words.of("prepositions", "purpose")
        return (caused or aimed) and self.verbs.governing.key_of(main) == Status.PLANNED

    def _is_during(self, setting: Token, main: Token) -> bool:
        """ "seront annoncés lundi lors du sommet": it is the occasion of what a future tells."""
        during = setting.lemma_.lower() in self.words.of("company", "during")
        beside = setting.head == main or (setting.head.head == main and self.syntax.is_temporal(setting.head))
        return during and beside and feature(finite(main), "Tense") == "Fut"

    def _is_demanded(self, noun: Token, preposition: str | None, kind: Kind) -> bool:
        """ "ont défilé pour la libération des otages"."""
        aimed = preposition in self.words.of("prepositions", "purpose") and kind not in BEFALLING
        return aimed and noun.head.lemma_.lower() in self.words.of("company", "demanding")

    def sets_scene(self, noun: Token) -> bool:
        """It only says when, or upon what: "un second mandat dès le premier tour", "un appel après la disparition"."""
        preposition = self.syntax.preposition(noun)
        return preposition in self.words.of("company", "prepositions") | self.words.of("prepositions", "setting")

    def befalls(self, noun: Token, kind: Kind) -> bool:
        """Nobody plans it, or foretells it: no strike, and no storm."""
        return kind in BEFALLING and noun.lemma_.lower() not in self.words.of("company", "forecast")

    def _announcing(self, noun: Token, preposition: str | None, kind: Kind) -> Token | None:
        """The word beside or above it that speaks of what is to come."""
        above = noun.head
        if preposition is None:
            return self._scheduling(noun) or self._itemising(noun)
        if preposition == "de":
            on = self._is_countdown(above) or (not is_verbal(above) and self._is_programme(above))
            return above if on else None
        plannable = kind in FOLLOWING or kind is Kind.LEGISLATE
        if preposition == "à":
            if plannable and above.lemma_ in self.words.of("company", "opposed"):
                return None if self._is_act(noun) else above  # "s'opposent à la fermeture de l'usine"
            awaiting = self.words.of("company", "awaiting") if kind in _AWAITED else frozenset()
            return above if above.lemma_ in self.words.of("company", "standing") | awaiting else None
        if preposition in self.words.of("prepositions", "purpose") and kind in FOLLOWING:
            case = next(c for c in noun.children if c.dep_ in ("case", "mark"))
            beside = noun.doc[max(case.i - 1, 0)]  # "a annoncé un accord pour son rachat", wherever the parse hangs it
            return beside if beside.lemma_ in self.words.of("company", "bargains") else None
        against = plannable and preposition in self.words.of("company", "against")
        opposed = against and above.lemma_ in self.words.of("company", "opposing") and not self._is_act(noun)
        return above if opposed else None

    def _is_act(self, noun: Token) -> bool:
        """It was done before anybody opposes it: "protestent contre la décision du tribunal"."""
        return noun.lemma_.lower() in self.words.of("presupposing", "acts")

    def _is_programme(self, word: Token) -> bool:
        """ "au programme de la visite"."""
        return self.verbs.governing.predicate(word) == Status.PLANNED

    def _is_countdown(self, span: Token) -> bool:
        """ "à un mois de l'élection", "à quelques jours du sommet"."""
        if not self.syntax.is_temporal(span) or self.syntax.preposition(span) != "à":
            return False
        return any(c.dep_ in ("nummod", "det") and feature(c, "Definite") != "Def" for c in span.children)

    def _scheduling(self, noun: Token) -> Token | None:
        """ "au programme figurent deux entretiens"."""
        verb = noun.head
        if verb.lemma_ not in self.words.of("company", "scheduled") or noun.dep_ not in ("nsubj", "nsubj:pass", "obj"):
            return None
        return next((c for c in verb.children if self._is_programme(c)), None)

    def _itemising(self, noun: Token) -> Token | None:
        """ "Au programme : réunion de travail et dîner": the word that opens a list of what is to come."""
        start = noun.sent.start
        if start and noun.doc[start - 1].text in _OPENING:
            start = noun.doc[start - 1].sent.start
        opening = noun.doc[min(start + 1, noun.i)]
        if opening == noun or not any(t.text in _OPENING for t in noun.doc[opening.i + 1 : noun.i]):
            return None
        return opening if not is_verbal(opening) and self._is_programme(opening) else None

    def _setting(self, noun: Token, preposition: str | None, kind: Kind) -> Token | None:
        """What sets the noun in the scene of another happening: itself behind "lors de", else "marge" in "en marge
        de"; None where nothing does."""
        if preposition is None:
            return None
        above = noun.head
        landmarks = self.words.of("company", "nouns") | self.words.of("company", "causes")
        if (
            preposition == "de"
            and above.lemma_.lower() in landmarks
            and (above.pos_ == "ADV" or self.syntax.preposition(above) is not None)
        ):
            return above
        alone = self.words.of("prepositions", "posterior") | self.words.of("company", "prepositions")
        if kind in _AWAITED:
            alone |= self.words.of("company", "awaited")
        if preposition in alone or noun.lemma_ in landmarks:
            return noun
        if is_participle(above) and above.lemma_ in self.words.of("company", "sequence"):
            return above  # "suivi d'un entretien"
        aimed = preposition in self.words.of("prepositions", "purpose") and is_verbal(above)
        return noun if aimed and above.lemma_ in self.words.of("attained", "ahead") else None

    def _predicate(self, token: Token) -> Token | None:
        """The verb, or what is said with "être", of the clause in which `token` sets a scene."""
        for at, (_, governor) in enumerate(governors(token)):
            if is_verbal(governor) or children(governor, "cop"):
                between = token.doc[governor.i + 1 : token.i]  # "perpétuer les exploits accomplis lors de"
                return None if any(t.pos_ == "VERB" and t.dep_ != "xcomp" for t in between) else governor
            if at == _REACH or governor.pos_ == "ADJ":
                return None
        return None

    def is_ahead(self, verb: Token) -> bool:
        """ "signera", "doit signer", "pourrait signer", "est attendu"; not "aurait signé"."""
        told = self.verbs.of(verb)
        if told.asserted and told.status is Status.PLANNED:
            return True
        tensed = any(a.dep_ == "aux:tense" for a in verb.auxiliaries)
        if tensed or is_participle(verb):
            return False
        if told.asserted and told.status is Status.POSSIBLE:
            return feature(finite(verb), "Mood") == "Cnd" or any(
                feature(g, "Mood") == "Cnd" or feature(g, "Tense") == "Fut" for _, g in governors(verb)
            )
        modal = (
            verb.lemma_ in self.words.of("perfect", "occurred") and self.verbs.governing.key_of(verb) == Status.PLANNED
        )
        return modal and feature(finite(verb), "Tense") == "Pres"

    def brings(self, noun: Token, verb: Token, kind: Kind) -> bool:
        """What a verb of what is ahead is about is ahead as well: its subject, where that is a sort of happening that
        is announced before it comes about ("la grève perturbera le trafic", "cette visite doit permettre de"); what it
        brings along, where nothing takes that for known ("sera suivie d'un entretien")."""
        if self.befalls(noun, kind):
            return False
        if noun.dep_.startswith("nsubj"):
            return (kind in FOLLOWING or kind in BEFALLING) and self.is_ahead(verb)
        new = all(feature(c, "Definite") == "Ind" for c in children(noun, "det"))
        return new and noun.dep_ in ("obj", "obl:arg") and self.is_ahead(verb)
