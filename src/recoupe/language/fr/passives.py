"""Passives of a reflexive verb and an infinitive: "s'est fait arrêter", "se voit infliger une amende".

The pipeline takes the reflexive verb for the main one ("il a vu"). French grammars count the construction among the
passives (Riegel, Pellat & Rioul, Grammaire méthodique du français, on "se faire" and "se voir"): the infinitive is read
as the participle of one. Its subject undergoes it, or, where it has an object of its own, gets or loses that object.
"""

from __future__ import annotations

from recoupe.language.fr.tables import words
from recoupe.language.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN")
#: How far before its infinitive the reflexive verb stands ("s'est vu, jeudi, infliger"), in tokens.
_NEAR = 4
_DEFINITE = frozenset({"le", "la", "l'", "les"})


def correct(doc: Doc) -> Doc:
    """`doc`, with such infinitives above the reflexive verb; its tokens are changed in place."""
    for token in doc:
        if token.features.get("VerbForm") == "Inf" and (found := _helper(token)) is not None:
            _read_passive(token, *found)
    return doc


def _helper(infinitive: Token) -> tuple[Token, Token] | None:
    """The reflexive verb before an infinitive that it makes a passive of, and its pronoun."""
    found = [c for c in infinitive.children if c.dep_ == "aux:caus"]
    if infinitive.dep_ == "xcomp":
        found.append(infinitive.head)
    for helper in found:
        near = 0 < infinitive.i - helper.i <= _NEAR and helper.lemma_ in words("passives")["helpers"]
        if near and (reflexive := _reflexive(infinitive, helper)) is not None:
            return helper, reflexive
    return None


def _reflexive(infinitive: Token, helper: Token) -> Token | None:
    pronouns = words("passives")["reflexives"]
    before = [c for verb in (helper, infinitive) for c in verb.children if c.i < helper.i]
    return next((c for c in before if c.lower_ in pronouns), None)


def _read_passive(infinitive: Token, helper: Token, reflexive: Token) -> None:
    if infinitive.head is helper:
        others = [c for c in helper.children if c is not infinitive]
        above, label = helper.head, helper.dep_
        infinitive.detach()
        if above is not helper:
            infinitive.attach(above, label)
            helper.detach()
        for child in others:
            child.attach(infinitive, child.dep_)
    helper.attach(infinitive, "aux:pass")
    helper.pos_ = "AUX"
    reflexive.attach(helper, "expl:pass")
    if helper.features.get("VerbForm") != "Inf":  # "pourrait se faire arrêter" stays an infinitive
        infinitive.features = {"VerbForm": "Part", "Tense": "Past"}
    objects = [c for c in infinitive.children if c.dep_ == "obj" and c.pos_ in _NOMINAL and c.i > infinitive.i]
    for child in infinitive.children:
        if child.dep_ in _SUBJECTS:
            child.dep_ = "iobj" if objects else "nsubj:pass"
    for thing in objects:
        _raise_agent(thing, infinitive)


def _raise_agent(thing: Token, verb: Token) -> None:
    """ "se voit retirer son agrément par le ministère": who does it, not a complement of what is taken."""
    for child in thing.children:
        labels = {c.dep_: c.lower_ for c in child.children if c.i < child.i}
        definite = child.pos_ == "PROPN" or labels.get("det") in _DEFINITE
        if child.dep_ == "nmod" and labels.get("case") == "par" and definite:
            child.attach(verb, "obl:agent")
