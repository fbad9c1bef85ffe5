"""Participles that the French pipeline gives to a noun with which they do not agree, put right.

A participle agrees in gender and number with the noun that it tells of (Grevisse & Goosse, Le bon usage, § 942).
"""

from __future__ import annotations

from recoupe.language.fr.auxiliaries import auxiliaries
from recoupe.language.fr.inversions import NOMINAL
from recoupe.language.fr.subjects import INSIDE, age_before
from recoupe.language.fr.tables import frames
from recoupe.language.tokens import Token


def join_apposed(verb: Token) -> None:
    """ "reconstruire la région de Koursk, récemment libérée", "placé en résidence surveillée": the nearest noun that
    agrees with it; behind an age whoever is so old."""
    if verb.dep_ != "advcl" or auxiliaries(verb):
        return
    if _join_aged(verb):
        return
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].pos_ == "ADV":
        i -= 1
    if i <= verb.sent.start:
        return
    i += verb.doc[i].text != ","
    wanted = [verb.features.get(name) for name in ("Gender", "Number")]
    noun = verb.doc[i - 1]
    if noun.pos_ == "ADJ" and noun.dep_ == "amod" and noun.head.i < noun.i:
        noun = noun.head  # "la mort du chef rebelle, annoncée lundi"
    while noun.pos_ in NOMINAL:
        if noun.pos_ == "NOUN" and [noun.features.get(name) for name in ("Gender", "Number")] == wanted:
            verb.attach(noun, "acl")
            return
        if noun.dep_ not in INSIDE or noun.head.i > noun.i or noun.head is noun:
            return
        noun = noun.head


def _join_aged(verb: Token) -> bool:
    """ "le meurtre de Naël, 17 ans, tué par balle": the participle behind an age tells of whoever is so old. Whether it
    does."""
    age = age_before(verb, verb.i)
    if age is None:
        return False
    aged = verb.doc[age.i - 3]
    aged = aged.head if aged.dep_ == "flat:name" else aged
    if aged.pos_ not in NOMINAL or not _agree(verb, aged) or aged.head is verb:
        return False
    verb.attach(aged, "acl")
    age.attach(aged, "nmod")
    return verb.head is aged


def join_agreeing(verb: Token) -> None:
    """ "la signature de l'accord prévue vendredi", "l'attaque de dimanche revendiquée par": a participle that does not
    agree with the noun before it belongs to the noun that this one completes, where it agrees with that; behind a name
    and a comma, it is the name's: "lors d'une messe, Jean Roche, élu en mai, a promis"."""
    if _join_aged(verb):
        return
    noun, comma = verb.head, verb.i - 1
    if comma > verb.sent.start and verb.doc[comma].text == "," and verb.doc[comma - 1].pos_ == "PROPN":
        name = verb.doc[comma - 1]
        name = name.head if name.dep_.startswith("flat") else name
        listed = name.dep_ == "conj" and name.head is noun and not any(c.dep_ == "cc" for c in name.children)
        if noun.i < name.i and (listed or not _agree(verb, noun)):
            verb.attach(name, "acl")
            return
    if noun.i > verb.i or _agree(verb, noun):
        return
    if (nearer := _complement_before(verb)) is not None:
        verb.attach(nearer, "acl")
        return
    while noun.dep_ == "nmod" and noun.head.i < noun.i:
        noun = noun.head
        if noun.pos_ == "NOUN" and _agree(verb, noun):
            verb.attach(noun, "acl")
            return


def join_occurred(verb: Token) -> None:
    """ "le bilan du déraillement d'un train survenu lundi": only a happening takes place."""
    nouns = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ == "NOUN" and _agree(verb, t))
    happening = next((t for t in nouns if frames().names_alone(t.lemma_)), None)
    noun = verb.head
    while noun is not happening and noun.dep_ == "nmod":
        noun = noun.head
    if happening is not None and (noun is happening or happening.head is noun):
        verb.attach(happening, "acl")


def _complement_before(verb: Token) -> Token | None:
    """ "La famille de Luc Morin, tué par balle", "La garde du ministre, menacé de mort": right before, with a comma or
    without, the complement of the noun that the participle does not agree with, where it may agree with that."""
    doc = verb.doc
    at = verb.i - 1
    while at > verb.sent.start and doc[at].pos_ == "ADV":
        at -= 1
    if at <= verb.sent.start:
        return None
    if doc[at].text != ",":  # "la mère de l'enfant retrouvé mort"
        noun, held = doc[at], at == verb.i - 1 and doc[at].head is verb.head and doc[at].dep_ == "nmod"
        the = any(c.features.get("Definite") == "Def" for c in noun.children)  # not "de 81 ans"
        return noun if held and the and noun.pos_ == "NOUN" and _agree(verb, noun) else None
    noun = doc[at - 1]
    while noun is not verb.head and noun.head.i < noun.i and noun.dep_ in ("flat:name", "amod", "nmod"):
        name = noun.pos_ == "PROPN" and noun.ent_type_ == "PER" and verb.features.get("Number") != "Plur"
        name = name and any(c.dep_ == "case" for c in noun.children)
        known = noun.features.get("Gender") is not None
        if noun.dep_ == "nmod" and (name or (noun.pos_ == "NOUN" and known)) and _agree(verb, noun):
            return noun
        noun = noun.head
    return None


def _agree(verb: Token, noun: Token) -> bool:
    """Gender and number are the same, as far as both are known."""
    for name in ("Gender", "Number"):
        own, wanted = verb.features.get(name), noun.features.get(name)
        if own is not None and wanted is not None and own != wanted:
            return False
    return True
