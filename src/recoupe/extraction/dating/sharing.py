"""With what a verb shares the day that an expression gives it: its list, its arguments, what it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dependencies import (
    feature,
    finite,
    has_relative_subject,
    is_finite,
    is_led_by,
    is_participle,
    is_verbal,
    shares_auxiliary,
)
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import TimeRole


def is_told_of(placed: Placed, verb: Token, language: Language) -> bool:
    """What the verb of a relative clause tells happened on the very day: "attend le 13 octobre, date à laquelle il
    REMET sa démission"."""
    noun = verb.head
    if placed.expression.role is not TimeRole.WITHIN or not is_verbal(verb):
        return False
    if noun.lemma_.lower() not in language.grammar.of("nouns", "moment") or has_relative_subject(verb):
        return False
    end = placed.expression.span.end - placed.part.block.start
    comma = noun.doc[max(0, noun.i - 1)]
    return comma.text == "," and 0 <= comma.idx - end <= 1


def is_counted(token: Token, verb: Token) -> bool:
    """It is what the verb counts, or tells what was done to that: "a recensé trente INCENDIES", "dix véhicules
    INCENDIÉS"."""
    noun = token.head if is_verbal(token) and is_participle(token) and token.dep_ in ("acl", "amod") else token
    return noun.head == verb and noun.dep_ in ("obj", "nsubj:pass")


def firsts(verb: Token) -> Iterator[Token]:
    """The verbs that it goes on, where it is coordinated with them, the nearest first; the parse takes some of a list
    for clauses, though nothing opens them."""
    while verb.head != verb and is_verbal(verb.head):
        above = verb.head
        listed = verb.dep_ in ("advcl", "parataxis") and is_finite(verb) and above.i < verb.i
        opened = any(c.dep_ == "mark" for c in verb.children)
        alike = feature(finite(verb), "Tense") == feature(finite(above), "Tense")
        if verb.dep_ != "conj" and not (listed and alike and not opened):
            return
        verb = above
        yield verb


def is_joined(last: Token, verb: Token, placed: Placed) -> bool:
    """The participle right behind another and "et", whose auxiliary it shares, has a day behind it: "a été inculpé et
    ÉCROUÉ mardi"."""
    if last.i != verb.i + 2 or placed.head.i < last.i or not shares_auxiliary(last):
        return False
    return verb.doc[verb.i + 1].dep_ == "cc"


def is_replaced(placed: Placed, among: Iterable[Placed], language: Language) -> bool:
    """The main verb has another day than the one for which its subject was planned: "le vote, qui devait se tenir en
    mai, aura lieu le 3 juin", "le vote prévu mardi se tiendra jeudi"."""
    verb = placed.governor
    if verb is None or not is_verbal(verb):
        return False
    clause = verb.head if verb.dep_ == "xcomp" else verb
    foreseen = verb.dep_ in ("acl", "amod") and language.status.key_of("verbs", verb.lemma_.lower()) == "planned"
    if not foreseen and (clause.dep_ != "acl:relcl" or not narration.was_to_be(clause)):
        return False
    main = clause.head.head
    if foreseen:
        phrases = {main.lemma_, f"se {main.lemma_}", *(f"{main.lemma_} {c.lemma_}" for c in main.children)}
        denied = language.status.key_of("verbs", main.lemma_.lower()) == "denied"
        if denied or phrases.isdisjoint(language.occurrence.of("verbs", "subject")):
            return False
    return any(p.governor == main and p is not placed and not p.when.is_unknown for p in among)


def is_beyond(placed: Placed, verb: Token) -> bool:
    """Something that the verb governs stands between it and the expression."""
    for child in verb.children:
        if verb.i < child.i < placed.head.i and child.dep_ in ("obj", "obl:arg", "obl:mod", "xcomp"):
            return True
    return False


def is_led(placed: Placed) -> bool:
    """A preposition stands before the expression."""
    return any(c.dep_ == "case" for c in placed.head.children)


def is_one_with(placed: Placed, governor: Token, verb: Token, language: Language) -> bool:
    """An argument of the verb, on which the parse hangs a day ("est entré en éruption samedi", "a visité Lyon mardi"),
    or how it was found ("a été retrouvé calciné samedi"). Behind a preposition or a comma, the day is the argument's
    own ("a salué l'accord de mardi"), unless that stands right behind the verb, or the preposition only says when ("a
    dégagé un bénéfice au premier semestre")."""
    if governor.head != verb or not is_verbal(verb):
        return False
    if is_verbal(governor):
        return governor.dep_ == "xcomp" and is_participle(governor)
    if governor.i <= verb.i or governor.dep_ not in ("obj", "advmod", "obl:arg", "obl:mod"):
        return False
    if governor.i == verb.i + 1 and governor.dep_ != "obl:mod":
        return True
    when = language.occurrence.of("prepositions", "telling_when")
    within = placed.expression.role is TimeRole.WITHIN and is_led_by(placed.head, when)
    led = is_led(placed) and placed.expression.role is not TimeRole.START  # "déposera un recours dès lundi"
    led = led and not within
    return not (led or any(t.is_punct for t in verb.doc[governor.i : placed.head.i]))
