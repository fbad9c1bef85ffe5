"""Which time expression dates which trigger.

The days of an expression belong to what governs it: the trigger itself, the light verb of a noun, the first of
coordinated verbs when it stands before them all. Under a verb of saying an expression dates the saying.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import final

import attrs

from recoupe.calendar import Distance
from recoupe.extraction.dating import sharing
from recoupe.extraction.dating.aftermath import Aftermath
from recoupe.extraction.dating.company import Company, carrier
from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dating.foretelling import foretells
from recoupe.extraction.dating.landmarks import Landmarks
from recoupe.extraction.dating.newness import is_indefinite
from recoupe.extraction.dating.nouns import REACTIONS, may_tell, names_happening
from recoupe.extraction.dependencies import (
    feature,
    is_led_by,
    is_participle,
    is_passive,
    is_verbal,
    shares_auxiliary,
)
from recoupe.extraction.happenings import narration
from recoupe.extraction.phrases import OF
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import Kind, TimeRole

#: How long a noun's own phrase may be for a date at its end to be the noun's, in tokens.
_PHRASE = 14
#: Marks inside a noun's phrase: "la manifestation de « gilets jaunes » samedi".
_QUOTES = frozenset({"«", "»", "“", "”", '"'})
#: What a trigger is to the verb whose day it has.
_SHARING = frozenset({"obj", "nsubj", "nsubj:pass", "obl:arg", "obl:mod", "obl:agent", "xcomp", "ROOT", "conj"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Attachment:
    """Tells which of the expressions of a sentence date a trigger, by its syntax."""

    language: Language = attrs.field(repr=False)
    landmarks: Landmarks = attrs.field(repr=False)
    company: Company = attrs.field(repr=False)
    aftermath: Aftermath = attrs.field(repr=False)

    @functools.cached_property
    def setting_off(self) -> frozenset[str]:
        """ "avant", "après", "depuis"."""
        prepositions = self.language.occurrence.of
        return prepositions("prepositions", "anterior") | prepositions("prepositions", "posterior")

    def is_landmark_of_saying(self, noun: Token) -> bool:
        """ "À l'issue d'une visite à Pyongyang, M. X a indiqué que": the saying belongs to the visit."""
        if is_verbal(noun) or not (
            self.landmarks.holds(noun) or (noun.dep_ == "nmod" and self.landmarks.holds(noun.head))
        ):
            return False
        verb = noun.head
        while verb.head != verb and not is_verbal(verb):
            verb = verb.head
        told = feature(verb, "VerbForm") == "Part" and not is_participle(verb) and not narration.is_pluperfect(verb)
        return told and self.is_saying(verb)

    def marker(self, noun: Token) -> Token | None:
        """The preposition that sets a noun before or after what its verb tells ("arrêté mardi après l'attaque")."""
        if is_verbal(noun):
            return None
        return next((c for c in noun.children if c.dep_ == "case" and c.lower_ in self.setting_off), None)

    def _is_beyond_charge(self, placed: Placed, verb: Token) -> bool:
        """The expression stands behind a landmark of what the verb's charge is about."""
        if not is_verbal(verb):
            return False
        for noun in verb.doc[verb.i + 1 : placed.head.i]:
            if noun.pos_ != "NOUN" or is_verbal(noun) or not self.landmarks.holds(noun):
                continue
            if self.landmarks.is_of_charge(noun, verb):
                return True
        return False

    def _is_charge(self, noun: Token, verb: Token) -> bool:
        """What a court judges, which was done before: "a été condamné mardi à deux ans de prison pour fraude"."""
        words = self.language.occurrence.of("prepositions", "charge")
        if not is_led_by(noun, words) or not is_verbal(verb):
            return False
        units = self.language.frames.verbs.get(verb.lemma_.lower(), ())
        return any(u.frame.kind is Kind.JUSTICE and not u.tail for u in units)

    def is_parted(self, placed: Placed, token: Token, last: Token, among: Iterable[Placed]) -> bool:
        """Between the expression that dates `token` and the last word concerned stands another day, of another verb: "a
        arrêté mardi deux hommes soupçonnés d'avoir incendié le 25 janvier un hôpital, une attaque qui"."""
        if placed.governor == last:
            return False
        between = (p for p in among if placed.head.i < p.head.i < last.i and not p.when.is_unknown)
        return any(p.governor is not None and is_verbal(p.governor) and p.governor != placed.governor for p in between)

    def dates(self, placed: Placed, token: Token) -> bool:
        """The expression says when what `token` tells of happened."""
        governor = placed.governor
        if governor is None or (token.i < placed.head.i and self._is_beyond_charge(placed, token)):
            return False
        if placed.origin is not None and isinstance(placed.symbol, Distance):
            return token == placed.origin  # "la visite intervient deux jours après l'attaque"
        telling = carrier(token) if token.dep_ in _SHARING else token
        if telling.dep_ == "acl:relcl" and sharing.is_told_of(placed, telling, self.language):
            return True
        if governor == token:
            below = is_verbal(token) and (
                placed.head.head not in (token, placed.head) or sharing.is_beyond(placed, token)
            )
            below = below and placed.head.i > token.i  # "devant la mairie lundi, ils réclament"
            return not self._moves_to(placed) and not (below and self._calls_for(token))
        if self.stands_behind(placed, token):
            return True
        if governor.head is token and governor.dep_ == "conj" and sharing.is_joined(governor, token, placed):
            return True
        if governor.dep_ in ("acl", "amod") and self._moves_to(placed):  # "le match, reporté à mercredi, se jouera"
            return token == governor.head or (governor.head.dep_.startswith("nsubj") and token == governor.head.head)
        if token.dep_ == "cop" and governor in (token.head, *(c for c in token.head.children if c.dep_ == "obl:mod")):
            return True  # "seront en grève lundi"
        if self.is_saying(governor) and not self._is_arranged_for(placed):
            return self.is_time_counted(placed) and sharing.is_counted(token, governor)
        if governor.dep_ == "obj" and governor.head == token and foretells(token, self.language):
            return False  # "a promis une lecture à l'automne"
        if sharing.is_one_with(placed, governor, token, self.language):
            return not (self._calls_for(token) or self.marker(governor) or self._is_met(placed, governor, token))
        verb = telling if token.dep_ in _SHARING else carrier(token)
        if governor.dep_ == "xcomp" and governor.head == verb and is_passive(governor) and token.dep_ == "nsubj":
            return verb.lemma_ in self.language.status.of("perfect", "occurred")  # "doit être pratiquée vendredi"
        fronted = placed.head.i < governor.i and governor in sharing.firsts(verb)
        if fronted and verb == token:
            return True  # "Mardi, il sera reçu, s'entretiendra avec le maire et donnera une conférence"
        fronted = fronted and not self.is_saying(verb)
        if governor == verb or fronted or (governor.dep_ == "conj" and governor.head == verb and governor.i < token.i):
            # what the verb's own subject did before ("les soldats envoyés ...") is dated by its own words
            if token.dep_ not in _SHARING or is_verbal(token):
                return token.dep_ in _SHARING
            if self.is_apart(token, verb):
                return False
            done_later = governor in self.company.undone(token) and not self._moves_to(placed)
            return not (done_later or self._is_charge(token, verb))
        listed = token.dep_ == "conj" and sharing.is_one_with(placed, governor, token.head, self.language)
        governs = token.head == governor or listed
        if token.dep_ in ("conj", "advcl", "xcomp") and governs and is_verbal(token):
            if any(t.pos_ == "CCONJ" for t in token.doc[token.i + 1 : placed.head.i]):
                return False  # "était parti puis, en décembre, il avait rejoint"
            shared = shares_auxiliary(token) and placed.head.i < token.i
            return placed.head.i < governor.i or shared or token.dep_ == "xcomp"
        return False

    def bounds(self, placed: Placed, noun: Token) -> bool:
        """Its days are those of the noun's verb, before which that came about: "s'est exprimé mardi sur l'attentat"."""
        verb = placed.governor
        if verb is None or is_verbal(noun) or noun.head != verb or not is_verbal(verb):
            return False
        return narration.is_composed(verb) and self.is_apart(noun, verb)

    def is_apart(self, noun: Token, verb: Token) -> bool:
        """It came about at another time than what the verb tells, as its preposition says: "s'est exprimé mardi sur
        l'attentat", "interpellé mardi dans l'enquête sur", "à cause d'une grève"; not "ont débouché mardi sur un
        accord"."""
        of = self.language.occurrence.of
        standing = noun.lemma_.lower() in of("nouns", "standing") and not is_indefinite(noun)
        if not noun.dep_.startswith("obl"):  # "placé mardi en garde à vue dans l'enquête"
            return standing and noun.dep_ == "nmod" and is_led_by(noun, of("prepositions", "harm"))
        if is_led_by(noun, of("prepositions", "apart")):
            return {verb.lemma_, f"se {verb.lemma_}"}.isdisjoint(of("verbs", "subject"))
        return self.aftermath.is_set_off(noun) or (standing and is_led_by(noun, of("prepositions", "harm")))

    def _is_met(self, placed: Placed, noun: Token, verb: Token) -> bool:
        """ "a salué la libération lundi de deux otages", "condamné pour le meurtre en 2013 d'une étudiante": the day
        stands in the phrase of what was met with words, or of what happens under a preposition."""
        led = noun.dep_.startswith("obl")
        if not led and not (noun.dep_ == "obj" and may_tell(verb, REACTIONS, self.language)):
            return False
        end = placed.expression.span.end - placed.part.block.start
        behind = next((t for t in noun.sent if t.idx >= end), None)
        return behind is not None and behind.lower_ in OF and (not led or behind.head.head == noun)

    def by_sentence(self, placed: Iterable[Placed]) -> Mapping[Run, Sequence[Placed]]:
        """The expressions of each sentence, in order, but those that date a plan given up."""
        found: dict[Run, list[Placed]] = {}
        for one in placed:
            if not self.is_given_up(one.governor):
                found.setdefault(one.head.sent, []).append(one)
        return {
            sentence: [p for p in own if not sharing.is_replaced(p, own, self.language)] if len(own) > 1 else own
            for sentence, own in found.items()
        }

    def is_given_up(self, verb: Token | None) -> bool:
        """What it plans has another day by now: "initialement prévue le 25 février", "le procès, qui devait s'ouvrir
        lundi, a été reporté"."""
        if verb is None or not is_verbal(verb):
            return False
        adverbs = self.language.occurrence.of("adverbs", "formerly")
        if not adverbs.isdisjoint([c.lower_ for c in verb.children]):
            return True
        clause = verb.head if verb.dep_ == "xcomp" else verb
        planned = narration.was_to_be(clause) or self.language.status.key_of("verbs", verb.lemma_.lower()) == "planned"
        if not planned or clause.dep_ not in ("acl", "acl:relcl", "amod"):
            return False
        return clause.head.head.lemma_.lower() in self.language.occurrence.of("verbs", "moving")

    def _moves_to(self, placed: Placed) -> bool:
        """ "a été reporté au 9 juin": the day is that of what is moved."""
        verb = placed.governor
        if verb is None or verb.lemma_.lower() not in self.language.occurrence.of("verbs", "moving"):
            return False
        return is_led_by(placed.head, ("à", "au"))

    def _calls_for(self, verb: Token) -> bool:
        """ "appellent à une grève le 24 mars": in the present, the day behind it is that of what is called for."""
        key = self.language.status.key_of("verbs", verb.lemma_.lower())
        return key in ("planned", "possible") and narration.is_simple_present(verb)

    def _is_arranged_for(self, placed: Placed) -> bool:
        """ "une grève est annoncée pour vendredi": the day is that of what is announced."""
        return is_led_by(placed.head, self.language.occurrence.of("prepositions", "towards"))

    def stands_behind(self, placed: Placed, noun: Token) -> bool:
        """The expression closes the noun's own phrase: "la visite de M. X à Y au début du mois"."""
        if is_verbal(noun) or placed.head.i < noun.i:
            return False
        inner = placed.governor
        if inner is not None and noun.i < inner.i < placed.head.i and self._is_nested(inner, noun):
            return False  # "une opération en lien avec l'arrestation en mars d'un mineur"
        held = noun.head.lemma_ in self.language.status.of("announcing", "holding")  # "a annoncé la tenue d'élections"
        below = noun.dep_ == "nmod" and not held
        if below and not sharing.is_led(placed) and placed.governor is not None and is_verbal(placed.governor):
            return False  # "ont été évacués du site de l'accident mardi"
        between = noun.doc[noun.i + 1 : placed.head.i]
        if len(between) >= _PHRASE:
            return False
        if not self.setting_off.isdisjoint([t.lower_ for t in between if t.head != placed.head]):
            return False  # "sa première visite depuis son élection l'an dernier"
        # behind what sets the scene, commas only part off its place: "lors d'une arrestation, à Lens, en avril"
        commas = {",", *_QUOTES} if self.landmarks.holds(noun) else _QUOTES
        return not [t for t in between if (t.is_punct and t.text not in commas) or is_verbal(t) or t.dep_ == "cc"]

    def _is_nested(self, inner: Token, noun: Token) -> bool:
        """It names what the noun comes after, or inquires into: "l'enquête sur l'ATTAQUE", "une opération en lien avec
        l'ARRESTATION"; not "une marche contre la GUERRE dimanche"."""
        if is_verbal(inner) or not names_happening(inner, self.language):
            return False
        if self.aftermath.is_set_off(inner):
            return True
        about = any(c.dep_ == "case" and c.lower_ not in OF for c in inner.children)
        return about and may_tell(noun, (Kind.JUSTICE,), self.language)

    def dates_the_saying(self, placed: Placed, token: Token) -> bool:
        governor = placed.governor
        if governor is None or governor == token or not self.is_saying(governor) or governor.dep_ in ("acl", "amod"):
            return False
        if self._is_arranged_for(placed) or self.is_time_counted(placed):
            return False
        if governor in token.ancestors:
            return True
        # "..., a annoncé mardi le ministre" says it; "deux jours après que X a salué ..." tells of another saying
        inserted = governor.dep_ != "advcl" or not any(c.dep_ == "mark" for c in governor.children)
        return inserted and governor.dep_ in ("parataxis", "ROOT", "advcl", "conj", "dep")

    def is_time_counted(self, placed: Placed) -> bool:
        """In it came about what the verb counts, where it is longer than the day of a count: "a recensé en mars trente
        incendies", "dans la nuit, on a dénombré dix véhicules incendiés"."""
        verb, days = placed.governor, placed.when.days
        if verb is None or not is_verbal(verb):
            return False
        if verb.lemma_.lower() not in self.language.occurrence.of("verbs", "counting"):
            return False
        return placed.expression.role is not TimeRole.WITHIN or days is None or days > 1

    def is_set_off(self, placed: Placed) -> bool:
        """It counts from another happening, which it sets its own before or after: "trois jours après la mort"."""
        end = placed.expression.span.end - placed.part.block.start
        return any(t.lower_ in self.setting_off for t in placed.head.sent if 0 <= t.idx - end <= 1)

    def is_saying(self, verb: Token) -> bool:
        """It is a verb of saying, and no light one that has its object ("ont lancé une attaque"), nor one by which
        something comes about ("un incendie s'est déclaré"); or it says how many there were ("le bilan a été porté à
        trente morts")."""
        if not is_verbal(verb):
            return False
        tally = self.language.occurrence.of("nouns", "tally")
        if not tally.isdisjoint([c.lemma_.lower() for c in verb.children if c.dep_.startswith("nsubj")]):
            return True
        if any(
            f"{c.lemma_} {verb.lemma_}" in self.language.reporting.of("phrases", "asserts")
            for c in verb.children
            if c.dep_ == "aux:caus"
        ):
            return True  # "a fait savoir mardi que"
        if self.language.reporting.key_of("verbs", verb.lemma_.lower()) is None:
            return False
        of = self.language.occurrence.of
        if f"se {verb.lemma_.lower()}" in of("verbs", "subject") and any(c.dep_ == "expl:comp" for c in verb.children):
            return False
        light = verb.lemma_.lower() in of("verbs", "empty")
        return not (light and any(c.dep_ == "obj" and c.pos_ == "NOUN" for c in verb.children))
