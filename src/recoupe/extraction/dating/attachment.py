"""Which time expression dates which trigger.

The days of an expression belong to what governs it: the trigger itself, the light verb of a noun, the first of
coordinated verbs when it stands before them all. Under a verb of saying an expression dates the saying.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import final

import attrs

from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dating.governors import names_happening
from recoupe.extraction.dependencies import (
    feature,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
    shares_auxiliary,
)
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import Status

#: How long a noun's own phrase may be for a date at its end to be the noun's, in tokens.
_PHRASE = 14
#: How far behind a noun the participle stands that tells when it came about, in tokens.
_FAR = 25
#: What the nouns of a list are to their verb.
_LISTED = frozenset({"obj", "nsubj", "nsubj:pass", "obl:agent", "conj"})
#: How far before a noun a locution of time begins, in tokens ("à l'issue d'une longue").
_LANDMARK = 7


@final
@attrs.frozen(kw_only=True, eq=False)
class Attachment:
    """Tells which of the expressions of a sentence date a trigger, by its syntax."""

    language: Language = attrs.field(repr=False)
    #: The nouns that were asked about already, and whether they are landmarks of time.
    _landmarks: dict[Token, bool] = attrs.field(factory=dict, init=False, repr=False)

    def companions(self, token: Token) -> list[Token]:
        """What happened at the same time by construction: "lors d'une visite", "à l'occasion duquel", "où il a
        rencontré", "un assaut lancé en août"."""
        found: list[Token] = []
        if is_verbal(token):
            beside = narration.main_verb(token)
            found += [beside] if beside is not None else []
            where = self.language.grammar.of("pronouns", "relative_place")
            if token.dep_ == "acl:relcl" and any(c.lower_ in where for c in token.children):
                times = self.language.grammar.of("nouns", "temporal")
                known = token.head.lemma_.lower() in times or names_happening(token.head, self.language)
                found += [token.head] if known else []
            beneath = (
                c
                for child in token.children
                for c in (child, *(child.children if child.dep_ == "advmod" or child.dep_.startswith("obl") else ()))
            )
            below = [c for c in beneath if c.dep_.startswith(("obl", "nmod", "advcl")) and self._is_landmark(c)]
            below = [c for c in below if not self._is_of_charge(c, token)]
            found += [g for c in below for g in (c, *(n for n in c.children if n.dep_ == "nmod"))]
            found += self._documents(token)
            found += self._settings(token)
            if narration.is_meanwhile(token, self.language):
                found.append(token.head)
        else:
            found += self.own(token)[1:]
            beside = narration.main_verb(carrier(token))  # "s'est renversé dimanche, faisant douze blessés"
            found += [beside] if beside is not None else []
            if self._is_landmark(token) or (token.dep_ == "nmod" and self._is_landmark(token.head)):
                found += _up_to_main(token)
        return found

    def _settings(self, verb: Token) -> list[Token]:
        """What sets the scene before the verb, in its own sentence: "interrogé lundi sur les ondes, il a dénoncé", "en
        visite mardi à Lyon, il a promis"."""
        verbs = self.language.occurrence.of("verbs", "setting")
        nouns = self.language.occurrence.of("nouns", "setting")
        before = [c for c in verb.children if c.i < verb.i]
        before += [c for child in before if child.dep_.startswith("nsubj") for c in child.children]
        return [
            c
            for c in before
            if c.lemma_.lower() in verbs
            or c.lower_ in verbs
            or (c.lemma_.lower() in nouns and any(p.dep_ == "case" and p.lower_ == "en" for p in c.children))
        ]

    def _documents(self, verb: Token) -> list[Token]:
        """The participle that tells when the text appeared in which something is said: "dans une lettre publiée en mai,
        il accuse"."""
        mouthpieces = self.language.reporting.of("sources", "mouthpiece")
        according = self.language.reporting.of("prepositions", "asserts")
        nouns = (
            c
            for c in verb.children
            if c.dep_.startswith("obl")
            and c.i < verb.i
            and not any(p.dep_ == "case" and p.lower_ in according for p in c.children)
        )
        return [
            c
            for noun in nouns
            if noun.lemma_.lower() in mouthpieces
            for c in noun.children
            if c.dep_ in ("acl", "amod") and is_participle(c)
        ]

    def causes(self, harm: Token) -> list[Token]:
        """What has the harm that is told of for its consequence: "le séisme de lundi a fait trente morts", "les
        victimes de l'accident de lundi", "sont morts dans un séisme qui a frappé lundi la côte"; the relative clause
        that it is the subject of tells when it struck."""
        verbal = is_verbal(harm)
        within = self.language.occurrence.of("prepositions", "harm")
        nouns = [
            c
            for c in harm.children
            if c.pos_ == "NOUN"
            and names_happening(c, self.language)
            and (
                c.dep_ == ("nsubj" if verbal else "nmod")
                or (c.dep_.startswith("obl") and any(p.lower_ in within for p in c.children if p.dep_ == "case"))
            )
        ]
        return [t for noun in nouns for t in (*self.own(noun), *self.strokes(noun))]

    def strokes(self, noun: Token) -> list[Token]:
        """What tells that something violent struck: "une avalanche qui a balayé dimanche une piste"."""
        return [c for c in noun.children if c.dep_ == "acl:relcl" and _has_relative_subject(c)]

    def own(self, noun: Token) -> list[Token]:
        """The noun, and the participles that belong to it: "un assaut lancé en août"."""
        beside = [c for c in _participles(noun) if not self._is_about(c)]
        return [noun, *beside, *self._come_about(noun)]

    def tidings(self, noun: Token) -> list[Token]:
        """The participles that tell what was said of it, which came no earlier: "l'attentat revendiqué lundi"."""
        return [] if is_verbal(noun) else [c for c in _participles(noun) if self._is_about(c)]

    def _is_about(self, verb: Token) -> bool:
        return verb.lemma_.lower() in self.language.occurrence.of("verbs", "about")

    def _come_about(self, noun: Token) -> list[Token]:
        """The participle that tells when it came about, wherever the parse hangs it: "la frappe russe survenue samedi",
        "le vol d'un tableau, commis le 18 mai"."""
        for token in noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]:
            if is_verbal(token):
                alike = all(feature(token, name) == feature(noun, name) for name in ("Gender", "Number"))
                listed = any(
                    token.lemma_ in self.language.occurrence.of("verbs", name) for name in ("subject", "empty")
                )
                return [token] if listed and alike and is_participle(token) else []
        return []

    def told_of_it(self, noun: Token, status: Status) -> list[Token]:
        """The verb that says when it takes place, of which it is the subject: "le tir, qui devait avoir lieu vendredi",
        "le procès doit s'ouvrir lundi". What goes on is only said to have begun there; what is denied, or "devait" take
        place, may do so on another day."""
        if is_verbal(noun) or status in (Status.ONGOING, Status.DENIED):
            return []
        clauses = [c for c in noun.children if c.dep_ == "acl:relcl" and _has_relative_subject(c)]
        above = noun.head
        main = [above] if noun.dep_.startswith("nsubj") and is_verbal(above) and not narration.was_to_be(above) else []
        listed = self.language.occurrence.of("verbs", "subject")
        found: list[Token] = []
        for clause in (*clauses, *main):
            for verb in (clause, *(c for c in clause.children if c.dep_ == "xcomp")):
                names = {verb.lemma_, f"se {verb.lemma_}", *(f"{verb.lemma_} {c.lemma_}" for c in verb.children)}
                found += [verb] if names & listed else []
        return found

    def is_landmark_of_saying(self, noun: Token) -> bool:
        """ "À l'issue d'une visite à Pyongyang, M. X a indiqué que": the saying belongs to the visit."""
        if is_verbal(noun) or not (self._is_landmark(noun) or (noun.dep_ == "nmod" and self._is_landmark(noun.head))):
            return False
        verb = noun.head
        while verb.head != verb and not is_verbal(verb):
            verb = verb.head
        return self.is_saying(verb) and feature(verb, "VerbForm") == "Part" and not is_participle(verb)

    def marker(self, noun: Token) -> Token | None:
        """The preposition that sets a noun before or after what its verb tells ("arrêté mardi après l'attaque")."""
        if is_verbal(noun):
            return None
        prepositions = self.language.occurrence.of
        words = prepositions("prepositions", "anterior") | prepositions("prepositions", "posterior")
        return next((c for c in noun.children if c.dep_ == "case" and c.lower_ in words), None)

    def _is_landmark(self, noun: Token) -> bool:
        """ "lors de", "à l'occasion de", "à l'issue de" stand before it."""
        found = self._landmarks.get(noun)
        if found is None:
            found = self._landmarks[noun] = self._stands_behind_locution(noun)
        return found

    def _stands_behind_locution(self, noun: Token) -> bool:
        before = noun.doc[max(noun.sent.start, noun.i - _LANDMARK) : noun.i]
        words = " " + " ".join(t.lower_ for t in before).replace("' ", "'") + " "
        phrases = self.language.occurrence.of("prepositions", "simultaneous")
        return _any_of(phrases).search(words) is not None

    def _is_of_charge(self, landmark: Token, verb: Token) -> bool:
        """ "reconnu coupable de vol lors d'un cambriolage, en mars": the theft was then, the verdict was not."""
        charges = self.language.occurrence.of("prepositions", "charge")
        return any(
            t.pos_ == "NOUN"
            and t.head.pos_ != "NOUN"
            and names_happening(t, self.language)
            and any(c.dep_ == "case" and c.lower_ in charges for c in t.children)
            for t in verb.doc[verb.i + 1 : landmark.i]
        )

    def _is_beyond_charge(self, placed: Placed, verb: Token) -> bool:
        """The expression stands behind a landmark of what the verb's charge is about."""
        between = verb.doc[verb.i + 1 : placed.head.i]
        return any(
            t.pos_ == "NOUN" and not is_verbal(t) and self._is_landmark(t) and self._is_of_charge(t, verb)
            for t in between
        )

    def is_parted(self, placed: Placed, token: Token, last: Token, among: Iterable[Placed]) -> bool:
        """Between the expression that dates `token` and the last word concerned stands another day, of another verb: "a
        arrêté mardi deux hommes soupçonnés d'avoir incendié le 25 janvier un hôpital, une attaque qui"."""
        if placed.governor == last:
            return False
        between = (p for p in among if placed.head.i < p.head.i < last.i)
        return any(p.governor is not None and is_verbal(p.governor) and p.governor != placed.governor for p in between)

    def dates(self, placed: Placed, token: Token) -> bool:
        """The expression says when what `token` tells of happened."""
        governor = placed.governor
        if governor is None or (is_verbal(token) and self._is_beyond_charge(placed, token)):
            return False
        if governor == token or self._stands_behind(placed, token):
            return True
        if token.dep_ == "cop" and governor in (token.head, *(c for c in token.head.children if c.dep_ == "obl:mod")):
            return True  # "seront en grève lundi"
        if self.is_saying(governor):
            return False
        if _is_one_with(placed, governor, token):
            return True
        verb = carrier(token)
        if governor == verb or (governor.dep_ == "conj" and governor.head == verb and governor.i < token.i):
            # what the verb's own subject did before ("les soldats envoyés ...") is dated by its own words
            return token.dep_ in ("obj", "nsubj", "nsubj:pass", "obl:arg", "obl:mod", "obl:agent", "xcomp", "ROOT") or (
                token.dep_ == "conj"
            )
        if token.dep_ in ("conj", "advcl", "xcomp") and token.head == governor and is_verbal(token):
            shared = shares_auxiliary(token) and placed.head.i < token.i
            return placed.head.i < governor.i or shared or token.dep_ == "xcomp"
        return False

    def _stands_behind(self, placed: Placed, noun: Token) -> bool:
        """The expression closes the noun's own phrase: "la visite de M. X à Y au début du mois"."""
        if is_verbal(noun) or placed.head.i < noun.i:
            return False
        if noun.dep_ == "nmod" and not _is_led(placed) and placed.governor is not None and is_verbal(placed.governor):
            return False  # "ont été évacués du site de l'accident mardi"
        between = noun.doc[noun.i + 1 : placed.head.i]
        # behind what sets the scene, commas only part off its place: "lors d'une arrestation, à Lens, en avril"
        commas = {","} if self._is_landmark(noun) else set()
        return len(between) < _PHRASE and not any(
            (t.is_punct and t.text not in commas) or is_verbal(t) or t.dep_ == "cc" for t in between
        )

    def dates_the_saying(self, placed: Placed, token: Token) -> bool:
        governor = placed.governor
        if governor is None or governor == token or not self.is_saying(governor) or governor.dep_ in ("acl", "amod"):
            return False
        if governor in token.ancestors:
            return True
        # "..., a annoncé mardi le ministre" says it; "deux jours après que X a salué ..." tells of another saying
        inserted = governor.dep_ != "advcl" or not any(c.dep_ == "mark" for c in governor.children)
        return inserted and governor.dep_ in ("parataxis", "ROOT", "advcl", "conj", "dep")

    def is_set_off(self, placed: Placed) -> bool:
        """It counts from another happening, which it sets its own before or after: "trois jours après la mort"."""
        prepositions = self.language.occurrence.of
        words = prepositions("prepositions", "anterior") | prepositions("prepositions", "posterior")
        end = placed.expression.span.end - placed.part.block.start
        return any(t.lower_ in words for t in placed.head.sent if 0 <= t.idx - end <= 1)

    def is_saying(self, verb: Token) -> bool:
        """It is a verb of saying, and no light one that has its object ("ont lancé une attaque"); or it says how many
        there were ("le bilan a été porté à trente morts")."""
        tally = self.language.occurrence.of("nouns", "tally")
        if is_verbal(verb) and any(c.lemma_.lower() in tally for c in verb.children if c.dep_.startswith("nsubj")):
            return True
        if not is_verbal(verb) or self.language.reporting.key_of("verbs", verb.lemma_.lower()) is None:
            return False
        light = verb.lemma_.lower() in self.language.occurrence.of("verbs", "empty")
        return not (light and any(c.dep_ == "obj" and c.pos_ == "NOUN" for c in verb.children))


def carrier(token: Token) -> Token:
    """The verb that a noun trigger, or the first of its list, is an argument of; a verb carries itself."""
    if is_verbal(token):
        return token
    while token.dep_ == "conj" and token.head.dep_ in _LISTED and not is_verbal(token.head):
        token = token.head
    return token.head


def _participles(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ in ("acl", "amod") and is_participle(c) and is_passive(c)]


def _has_relative_subject(clause: Token) -> bool:
    return any(c.dep_.startswith("nsubj") and feature(c, "PronType") == "Rel" for c in clause.children)


def _up_to_main(noun: Token) -> list[Token]:
    """The verbs above a noun up to one that tells: parses hang "lors de l'attaque" on a nearer one ("ont été blessés
    par une foule qui les accusait de propager la maladie, lors de l'attaque")."""
    found: list[Token] = []
    for verb in (t for t in noun.ancestors if is_verbal(t)):
        found.append(verb)
        if not (narration.is_relative(verb) or is_infinitive(verb)):
            break
    return found


@functools.cache
def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    """The phrases with the spaces around them in running text; none behind an apostrophe. Without phrases, nothing."""
    set_apart = (re.escape(f" {p}" if p.endswith("'") else f" {p} ") for p in sorted(phrases))
    return re.compile("|".join(set_apart) or "(?!)")


def _is_led(placed: Placed) -> bool:
    """A preposition stands before the expression."""
    return any(c.dep_ == "case" for c in placed.head.children)


def _is_one_with(placed: Placed, governor: Token, verb: Token) -> bool:
    """An argument of the verb, on which the parse hangs a day ("est entré en éruption samedi", "a visité Lyon mardi"),
    or how it was found ("a été retrouvé calciné samedi"). Behind a preposition or a comma, the day is the argument's
    own ("a salué l'accord de mardi"), unless that stands right behind the verb."""
    if governor.head != verb or not is_verbal(verb):
        return False
    if is_verbal(governor):
        return governor.dep_ == "xcomp" and is_participle(governor)
    if governor.i <= verb.i or governor.dep_ not in ("obj", "advmod", "obl:arg", "obl:mod"):
        return False
    if governor.i == verb.i + 1 and governor.dep_ != "obl:mod":
        return True
    return not (_is_led(placed) or any(t.is_punct for t in verb.doc[governor.i : placed.head.i]))
