"""Complements that the French pipeline hangs on a date, a score or half a preposition, put right by word order.

A day has no complement without a preposition, and behind it "des" is the article of what is done; what stands behind
"face à" is faced by whoever the verb or noun before the score is about.
"""

from __future__ import annotations

from collections.abc import Container

from recoupe.language.fr.auxiliaries import is_bare
from recoupe.language.fr.tables import words
from recoupe.language.tokens import Token

#: What a verb has that has no object.
NO_OBJECT = ("aux:pass", "expl:pass", "expl:comp", "nsubj:pass")


def read_as_preposition(token: Token) -> None:
    """ "fermera à compter de vendredi": the infinitive is part of a preposition, and the day depends on the verb."""
    doc = token.doc
    before, after = doc[max(0, token.i - 1)], doc[min(token.i + 1, len(doc) - 1)]
    if before.lower_ != "à" or after.lower_ not in words("attachments")["of"]:
        return
    top = before if token.head is before else token
    complements = [c for t in (before, token) for c in t.children if c.i > token.i]
    if top.head is top or not complements:
        return
    token.pos_, token.features = "ADP", {}
    for child in complements:
        child.attach(top.head, "obl:mod" if child is complements[0] else child.dep_)
    for child in (before, token):
        child.attach(complements[0], "case")


def read_facing(face: Token) -> None:
    """ "s'est imposé 3-1 face à l'Italie", "la défaite 0-2 face à Lens": behind a score, whoever is faced depends on
    the verb or noun before it."""
    doc, to = face.doc, face.i + 1
    at = face.i - 1
    while at > face.sent.start and (doc[at].pos_ == "NUM" or doc[at].text == "-"):
        at -= 1
    if at == face.i - 1 or to >= len(doc) or doc[to].lower_ not in words("attachments")["to"]:
        return
    governor = doc[at]
    noun = next((t for t in doc[to + 1 : face.sent.end] if t.pos_ not in ("DET", "ADJ", "NUM")), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or governor.pos_ not in ("VERB", "NOUN"):
        return
    face.detach()
    noun.attach(governor, "obl:arg" if governor.pos_ == "VERB" else "nmod")
    for child in tuple(face.children):
        if child is not doc[to]:
            child.attach(governor if child.i < face.i else noun, child.dep_)
    face.attach(noun, "case")
    doc[to].attach(face, "fixed")


def leave_day(noun: Token) -> None:
    """ "ont recensé jeudi 247 morts": a day has no complement without a preposition; it is the verb's object.
    Nor has it one with "pour" or "contre": "condamné mercredi pour fraude"."""
    day, verb = noun.head, noun.head.head
    if verb.pos_ == "VERB" and verb.i < day.i < noun.i and _leads(noun, words("attachments")["not of days"]):
        noun.attach(verb, "obl:mod")
        return
    taken = any(c.dep_ == "obj" and c is not day for c in verb.children)
    if verb.pos_ != "VERB" or not verb.i < day.i < noun.i or taken:
        return
    if not is_bare(noun):
        if not _has_partitive(noun) or any(c.dep_ in NO_OBJECT for c in verb.children):
            return
        _read_as_article(noun.children[0])
    noun.attach(verb, "obj")
    day.dep_ = "obl:mod"


def leave_noun(day: Token) -> None:
    """ "a limogé son entraîneur dimanche": a bare day of the week behind a verb's object is the verb's."""
    noun, verb = day.head, day.head.head
    if noun.i != day.i - 1 or noun.pos_ != "NOUN" or day.children or verb.pos_ != "VERB" or verb.i > noun.i:
        return
    if noun.dep_ == "obj" or noun.dep_.startswith("obl"):
        day.attach(verb, "obl:mod")
        day.pos_ = "NOUN"


def return_complement(noun: Token) -> None:
    """ "pour le meurtre en 2013 d'une étudiante", "la mort, le 3 mars, d'un livreur": a date has no complement with
    "de". What stands behind it, and the date, are of the noun before."""
    doc, first = noun.doc, noun.children[0].i
    apart = first > noun.sent.start and doc[first - 1].text == ","
    end = at = first - 1 - apart
    if at <= noun.sent.start or not (apart or noun.head.i <= end) or not _dates(doc[end]):
        return
    listed = words("attachments")
    while at > noun.sent.start and (_dates(doc[at]) or doc[at].lower_ in listed["of dates"]):
        at -= 1
    run = doc[at + 1 : end + 1]
    if apart:
        at -= 1
    governor, verb = doc[at], doc[at].head
    if governor.pos_ != "NOUN" or not (doc[at + 1].text == "," if apart else noun.head in run):
        return
    partitive = doc[first].lower_ in listed["partitives"] and _may_have_object(verb)
    if verb.pos_ == "VERB" and (verb.lemma_ in listed["of verbs"] or partitive):
        return  # "a parlé à la presse mardi de son avenir", "a livré à l'armée en 2023 des chars"
    noun.attach(governor, "nmod")
    for token in run:
        if token.head not in run and token.head is not governor:
            token.attach(governor, "nmod")


def _dates(token: Token) -> bool:
    """A year or the number of a day, a month, or a day of the week."""
    listed = words("attachments")
    return token.like_num or token.lower_ in listed["months"] or token.lower_ in listed["days"]


def _may_have_object(verb: Token) -> bool:
    return not any(c.dep_ in (*NO_OBJECT, "obj") for c in verb.children)


def has_partitive_behind_day(noun: Token) -> bool:
    """ "a reçu jeudi 18 septembre des associations", "a annoncé mardi soir des mesures"."""
    first, listed = noun.children[0] if noun.children else noun, words("attachments")
    before = noun.doc[first.i - 1] if first.i else first
    dated = before.lower_ in listed["days"] or before.lower_ in listed["months"]
    return dated and _leads(noun, listed["partitives"])


def read_partitive(noun: Token) -> None:
    """Right behind a date that stands right behind a verb, "des" is an article, and the noun is what is done; not where
    the verb goes with "de" ("a parlé lundi des travaux")."""
    doc, listed, at = noun.doc, words("attachments"), noun.children[0].i - 1
    while doc[at].pos_ == "NUM" or doc[at].lower_ in listed["days"] or doc[at].lower_ in listed["months"]:
        at -= 1
    verb = doc[at]
    has = any(c.dep_ in (*NO_OBJECT, "obj") and c.lower_ not in listed["days"] for c in verb.children)
    if verb.pos_ != "VERB" or has or at < noun.sent.start or verb.lemma_ in listed["of verbs"]:
        return
    _read_as_article(noun.children[0])
    noun.attach(verb, "obj")
    for other in noun.conjuncts:
        if other.children and other.children[0].lower_ in listed["partitives"]:
            _read_as_article(other.children[0])


def _read_as_article(token: Token) -> None:
    token.dep_, token.pos_ = "det", "DET"


def _leads(noun: Token, prepositions: Container[str]) -> bool:
    first = noun.children[0] if noun.children else noun
    return first.dep_ == "case" and first.lower_ in prepositions


def _has_partitive(noun: Token) -> bool:
    """ "a adopté mercredi des sanctions": right behind a day, the word is an article."""
    first = noun.children[0] if noun.children else noun
    return first.i == noun.head.i + 1 and _leads(noun, words("attachments")["partitives"])
