"""What a trigger goes with, so that the days of the one are those of the other.

The participles and relative clauses that tell of a noun, and what happened on the same occasion.
"""

from __future__ import annotations

import functools
from typing import final

import attrs

from recoupe.extraction.dating import documents
from recoupe.extraction.dating.landmarks import Landmarks
from recoupe.extraction.dating.newness import is_indefinite
from recoupe.extraction.dating.nouns import REACTIONS, asks_for, may_tell, names_happening
from recoupe.extraction.dependencies import (
    feature,
    has_relative_subject,
    is_infinitive,
    is_led_by,
    is_participle,
    is_passive,
    is_perfect_infinitive,
    is_verbal,
    verb_above,
)
from recoupe.extraction.happenings import narration
from recoupe.extraction.happenings.continuance import lasts
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import Kind, Status

#: How far behind a noun the participle stands that tells when it came about, in tokens.
_FAR = 25
#: What the nouns of a list are to their verb.
_LISTED = frozenset({"obj", "nsubj", "nsubj:pass", "obl:agent", "conj"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Company:
    """Finds the words of a sentence that have their time in common with a trigger."""

    language: Language = attrs.field(repr=False)
    landmarks: Landmarks = attrs.field(repr=False)

    @functools.cached_property
    def _resulting(self) -> frozenset[str]:
        return self.language.occurrence.of("verbs", "resulting")

    @functools.cached_property
    def _ending(self) -> frozenset[str]:
        """The verbs of the phrases that tell of an end."""
        of = self.language.occurrence.of
        phrases = of("verbs", "ending") | of("verbs", "putting_end")
        return frozenset([phrase.removeprefix("se ").split()[0] for phrase in phrases])

    def is_over(self, noun: Token, verb: Token) -> bool:
        """The verb only tells when it ended, or ends, and it takes its time: "la grève s'est terminée vendredi", "ont
        mis fin lundi à la grève", "doit s'achever jeudi"."""
        if verb.lemma_ not in self._ending or is_verbal(noun) or not noun.dep_.startswith(("nsubj", "obj", "obl")):
            return False
        of = self.language.occurrence.of
        names = {f"se {verb.lemma_}", *(f"{verb.lemma_} {c.lemma_}" for c in verb.children)}
        names |= set() if f"se {verb.lemma_}" in of("verbs", "ending") else {verb.lemma_}
        uses = "ending" if noun.dep_.startswith("nsubj") else "putting_end"
        return bool(names & of("verbs", uses)) and lasts(noun, self.language.status)

    def companions(self, token: Token) -> list[Token]:
        """What happened at the same time by construction: "lors d'une visite", "à l'occasion duquel", "où il a
        rencontré", "un assaut lancé en août"."""
        found: list[Token] = []
        if is_verbal(token):
            beside = narration.main_verb(token)
            while beside is not None:  # "a frappé la côte, faisant trois morts et détruisant des maisons"
                found.append(beside)
                beside = narration.main_verb(beside)
            where = self.language.grammar.of("pronouns", "relative_place")
            if token.dep_ == "acl:relcl" and any(c.lower_ in where for c in token.children):
                times = self.language.grammar.of("nouns", "temporal")
                known = token.head.lemma_.lower() in times or names_happening(token.head, self.language)
                found += [token.head] if known else []
            beneath = [
                c
                for child in token.children
                for c in (child, *(child.children if child.dep_ == "advmod" or child.dep_.startswith("obl") else ()))
            ]
            below = [c for c in beneath if c.dep_.startswith(("obl", "nmod", "advcl")) and self.landmarks.holds(c)]
            below = [c for c in below if not (self.landmarks.is_of_charge(c, token) or self.is_of_object(c, token))]
            found += documents.appearing(token, self.language)
            found += [g for c in below for g in (c, *(n for n in c.children if n.dep_ == "nmod"))]
            found += self._settings(token)
            found += self._outcome(token, token)
            found += self._calls(token)
            passive = narration.passive_before(token)
            found += [] if passive is None else [passive]
            passing = narration.meanwhile(token, self.language)
            found += [] if passing is None else [passing]
            found += self._moments(token)
        else:
            found += self.own(token)[1:]
            found += self._attended(token)
            found += self._outcome(token.head, token) if token.dep_.startswith(("obl", "obj")) else []
            beside = narration.main_verb(carrier(token))  # "s'est renversé dimanche, faisant douze blessés"
            found += [beside] if beside is not None else []
            setting = token.lemma_.lower() in self.language.occurrence.of("nouns", "setting") and is_led_by(
                token, ("en",)
            )
            if setting or self.landmarks.hold_phrase_of(token):
                found += _up_to_main(token)
            found += self._told_in(token)
            found += self._met_at(token)
        return found

    def _met_at(self, noun: Token) -> list[Token]:
        """What somebody met with when he came or went: "arrêté lundi à son arrivée", "dès leur retour, ils ont"."""
        of = self.language.occurrence.of
        own = any(c.dep_ == "det" and feature(c, "Poss") == "Yes" for c in noun.children)
        passing = noun.lemma_.lower() in of("nouns", "passing") and is_led_by(noun, of("prepositions", "at"))
        if not (own and passing):
            return []
        verb = next((t for t in noun.ancestors if is_verbal(t)), None)
        meant = verb is None or self.language.status.key_of("verbs", verb.lemma_.lower()) is not None
        return [] if meant or verb is None else [verb]

    def occasion_of(self, noun: Token) -> Token | None:
        """The verb that tells in the perfect what was done on an occasion: "lors d'une cérémonie, il a PLEURÉ"; None
        where the noun names none."""
        if is_verbal(noun) or not self.landmarks.holds(noun):
            return None
        verb = verb_above(noun)
        if verb is None or self.landmarks.is_of_charge(noun, verb) or self.is_of_object(noun, verb):
            return None
        return verb if narration.is_perfect(verb) else None

    def is_of_object(self, noun: Token, verb: Token) -> bool:
        """It stands behind what happened, which the verb only praises or condemns: "dénonce des violences lors de la
        manifestation du 12 mars"."""
        if is_indefinite(noun) or not may_tell(verb, REACTIONS, self.language):
            return False
        return any(
            c.dep_ == "obj" and verb.i < c.i < noun.i and names_happening(c, self.language) for c in verb.children
        )

    def _attended(self, noun: Token) -> list[Token]:
        """What it came with: "la manifestation de samedi a été émaillée de HEURTS", "une journée marquée par des
        HEURTS"; "suivi" and "précédé" tell of another time."""
        of = self.language.occurrence.of
        while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head
        verb = noun.head
        if not noun.dep_.startswith("obl") or not is_verbal(verb) or feature(verb, "VerbForm") != "Part":
            return []
        if verb.lemma_.lower() not in of("verbs", "attended") - of("verbs", "parted"):
            return []
        while verb.dep_ == "conj" and is_verbal(verb.head):
            verb = verb.head
        whole = [c for c in verb.children if c.dep_ == "nsubj:pass"]
        whole += [verb.head] if verb.dep_ in ("acl", "amod") else []
        return [t for found in whole if names_happening(found, self.language) for t in self.own(found)]

    def _outcome(self, verb: Token, token: Token) -> list[Token]:
        """What led to it on one day: "la réunion de mardi a débouché sur un ACCORD"; not talks, which go on."""
        resulting = self._resulting
        led = verb.lemma_ in resulting or f"se {verb.lemma_}" in resulting
        led = led or any(f"{verb.lemma_} {c.lemma_}" in resulting for c in verb.children)
        if not led or not narration.is_composed(verb):
            return []
        whole = [c for c in verb.children if c.dep_.startswith("nsubj") and c != token]
        short = [c for c in whole if names_happening(c, self.language) and not lasts(c, self.language.status)]
        return [t for c in short for t in self.own(c)]

    def _moments(self, verb: Token) -> list[Token]:
        """What is told of the same moment: "ont été blessées lorsqu'un camion a percuté un abribus", "dès qu'elle l'a
        reconnu, elle a appelé la police"."""
        clauses = [(c, c) for c in verb.children if c.dep_ == "advcl"]
        clauses += [(verb, verb.head)] if verb.dep_ == "advcl" else []
        if not clauses or not narration.is_composed(verb):
            return []
        opening = self.language.grammar.of("conjunctions", "moment")
        with_que = self.language.grammar.of("conjunctions", "moment_que")
        return [
            other
            for clause, other in clauses
            if narration.is_composed(other)
            and (
                not opening.isdisjoint([t.lower_ for c in clause.children for t in (c, *c.children)])
                or narration.opens_with_que(clause, with_que)
            )
        ]

    def _told_in(self, noun: Token) -> list[Token]:
        """What is said in it: "a annoncé jeudi dans un discours que", "en conférence de presse, mardi, il a promis"."""
        reporting = self.language.reporting
        if not is_led_by(noun, self.language.occurrence.of("prepositions", "telling")):
            return []
        named = noun.lemma_.lower() in reporting.of("sources", "mouthpiece")
        if not (named or may_tell(noun, (Kind.STATEMENT,), self.language)):
            return []
        verb = verb_above(noun)
        return [] if verb is None or reporting.key_of("verbs", verb.lemma_.lower()) is None else [verb]

    def aimed(self, token: Token) -> list[Token]:
        """The verb that was done to do what an infinitive tells, and did: "ont défilé samedi pour exiger son départ";
        none of what is only to be done, nor of what was done before ("condamné mardi pour avoir tué")."""
        marks = self.language.status.of("prepositions", "purpose")
        while token.dep_ == "conj" and is_infinitive(token.head):
            token = token.head
        verb = token.head
        if verb.lower_ in marks:  # "afin de le féliciter"
            marked, verb = is_infinitive(token), verb.head
        else:
            marked = token.dep_ == "advcl" and any(c.i < token.i and c.lower_ in marks for c in token.children)
        done = marked and is_infinitive(token) and not is_perfect_infinitive(token) and narration.is_composed(verb)
        return [verb] if done else []

    def decided(self, token: Token) -> list[Token]:
        """The decision by which it was done: "a décidé lundi d'OUVRIR une enquête", told as done."""
        verb = carrier(token)
        above = verb.head
        under = is_infinitive(verb) and verb.dep_ in ("xcomp", "obl:arg") and narration.is_composed(above)
        return [above] if under and above.lemma_.lower() in self.language.occurrence.of("words", "decision") else []

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
            if c.lemma_.lower() in verbs or c.lower_ in verbs or (c.lemma_.lower() in nouns and is_led_by(c, ("en",)))
        ]

    def _calls(self, verb: Token) -> list[Token]:
        """The call at the place where the clause tells on: "s'est rendu lundi à Kiev, où il a rencontré X"."""
        where = self.language.grammar.of("pronouns", "relative_place")
        if where.isdisjoint([c.lower_ for c in verb.children]) or not narration.is_composed(verb):
            return []
        call = next((t for t in verb.ancestors if is_verbal(t) and not is_infinitive(t)), None)
        if call is None or narration.is_pluperfect(verb) != narration.is_pluperfect(call):
            return []
        return [call] if may_tell(call, (Kind.CONSULT,), self.language) else []

    def own(self, noun: Token) -> list[Token]:
        """The noun, and the participles that belong to it: "un assaut lancé en août"."""
        beside = [c for c in (*_participles(noun), *self._said_of(noun)) if not self._is_about(c)]
        return [noun, *beside, *self._come_about(noun)]

    def _said_of(self, noun: Token) -> list[Token]:
        """ "La dernière attaque est celle SURVENUE samedi": the participles of what the noun is said to be."""
        one = noun.head
        if noun.dep_ != "nsubj" or one.lower_ not in self.language.grammar.of("pronouns", "standing"):
            return []
        return _participles(one) if any(c.dep_ == "cop" for c in one.children) else []

    def tidings(self, noun: Token) -> list[Token]:
        """What was said of it, or done to it, which came no earlier: "l'attentat revendiqué lundi", "a annulé mardi la
        condamnation"."""
        if is_verbal(noun):
            return []
        return [*(c for c in _participles(noun) if self._is_about(c)), *self.undone(noun)]

    def undone(self, noun: Token) -> list[Token]:
        """The verb that tells what was done to it, or said of it, once it had come about, or asks for it, of
        which it is the object: "a annulé mardi la condamnation", "a demandé mardi l'ouverture d'une enquête"."""
        verb = noun.head
        if noun.dep_ not in ("obj", "nsubj:pass") or not is_verbal(verb):
            return []
        later = verb.lemma_.lower() in self.language.occurrence.of("verbs", "later")
        met = later or asks_for(verb, self.language) or may_tell(verb, REACTIONS, self.language)
        return [verb] if met else []

    def _is_about(self, verb: Token) -> bool:
        return verb.lemma_.lower() in self.language.occurrence.of("verbs", "about")

    def _come_about(self, noun: Token) -> list[Token]:
        """The participle that tells when it came about, wherever the parse hangs it: "la frappe russe survenue samedi",
        "le vol d'un tableau, commis le 18 mai"."""
        for token in noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]:
            if is_verbal(token):
                if not is_participle(token):
                    return []
                of = self.language.occurrence.of
                alike = all(feature(token, name) == feature(noun, name) for name in ("Gender", "Number"))
                return [token] if alike and token.lemma_ in of("verbs", "subject") | of("verbs", "empty") else []
        return []

    def told_of_it(self, noun: Token, status: Status) -> list[Token]:
        """The verb that says when it takes place, of which it is the subject: "le tir, qui devait avoir lieu vendredi",
        "le procès doit s'ouvrir lundi". What goes on is only said to have begun there; what is denied, or "devait" take
        place, may do so on another day."""
        if is_verbal(noun) or status in (Status.ONGOING, Status.DENIED):
            return []
        clauses = relatives(noun)
        above = noun.head
        main = [above] if noun.dep_.startswith("nsubj") and is_verbal(above) and not narration.was_to_be(above) else []
        listed = self.language.occurrence.of("verbs", "subject")
        found: list[Token] = []
        for clause in (*clauses, *main):
            for verb in (clause, *(c for c in clause.children if c.dep_ == "xcomp")):
                names = {verb.lemma_, f"se {verb.lemma_}", *(f"{verb.lemma_} {c.lemma_}" for c in verb.children)}
                found += [verb] if names & listed else []
        return found


def begun(noun: Token, language: Language) -> list[Token]:
    """The verbs that tell that it began: "les négociations, qui ont DÉBUTÉ lundi", "ont ENTAMÉ lundi une grève"."""
    above = noun.head
    told = [*relatives(noun), *(c for c in noun.children if c.dep_ in ("acl", "amod") and is_participle(c))]
    told += [above] if noun.dep_.startswith(("nsubj", "obj")) and is_verbal(above) else []
    return [v for v in told if v.lemma_ in language.status.of("lasting", "begun")]


def carrier(token: Token) -> Token:
    """The verb that a noun trigger, or the first of its list, is an argument of; a verb carries itself."""
    if is_verbal(token):
        return token
    while token.dep_ == "conj" and token.head.dep_ in _LISTED and not is_verbal(token.head):
        token = token.head
    return _opening_before(token) or token.head


def _opening_before(noun: Token) -> Token | None:
    """The participle that opens the sentence, where the noun stands in its phrase and the parse hangs it on the verb
    behind: "blessé jeudi dans une fusillade, il est mort samedi"."""
    if noun.head.i < noun.i or not noun.dep_.startswith("obl"):
        return None
    first = noun.doc[noun.sent.start]
    opens = first != noun and is_verbal(first) and is_participle(first) and first != noun.head
    return first if opens and not any(t.text == "," for t in noun.doc[first.i : noun.i]) else None


def _participles(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ in ("acl", "amod") and is_participle(c) and is_passive(c)]


def relatives(noun: Token) -> list[Token]:
    """The clauses that tell what it did: "une avalanche qui a balayé dimanche une piste"."""
    return [c for c in noun.children if c.dep_ == "acl:relcl" and has_relative_subject(c)]


def _up_to_main(noun: Token) -> list[Token]:
    """The verbs above a noun up to one that tells: parses hang "lors de l'attaque" on a nearer one ("ont été blessés
    par une foule qui les accusait de propager la maladie, lors de l'attaque")."""
    found: list[Token] = []
    for verb in (t for t in noun.ancestors if is_verbal(t)):
        found.append(verb)
        if not (narration.is_relative(verb) or is_infinitive(verb)):
            break
    return found
