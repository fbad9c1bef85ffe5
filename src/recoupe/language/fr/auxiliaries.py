"""Auxiliaries of which the French pipeline parts a participle, or that it takes for the main verb.

What stands between the two misleads it ("a, pour la première fois, reconnu"), and so do rare forms ("eurent attaqué").
"""

from __future__ import annotations

from recoupe.language.fr.inversions import NOMINAL, SUBJECTS, is_auxiliary
from recoupe.language.fr.tables import words
from recoupe.language.tokens import Token

#: How many tokens may stand between an auxiliary and its participle ("a, pour la première fois, reconnu").
_INSERTED = 7


def is_past_participle(token: Token) -> bool:
    """A form like "annoncé", whatever part of speech it is taken for."""
    return (
        token.pos_ in ("VERB", "ADJ", "NOUN")
        and token.features.get("VerbForm") == "Part"
        and token.features.get("Tense") == "Past"
    )


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries and copulas of a verb."""
    return [c for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "cop"]


def join_auxiliary(verb: Token) -> None:
    """ "L'Otan a de son côté dépêché des avions": the auxiliary went elsewhere, the participle to the noun between."""
    noun = verb.head
    if auxiliaries(verb) or verb.dep_ not in ("acl", "amod", "advcl") or not 0 < verb.i - noun.i <= _INSERTED:
        return
    start = min(t.i for t in noun.subtree)
    aux = verb.doc[start - 1] if start else None
    if aux is None or not is_auxiliary(aux) or not start <= noun.i < verb.i or verb.i - start > _INSERTED:
        return
    if not any(c.dep_ == "case" for c in noun.children) or any(t.is_punct for t in verb.doc[start : verb.i]):
        return
    owner = aux.head
    if start <= owner.i < verb.i or (owner.i < aux.i and owner is not aux):
        return
    following = [c for t in (noun, aux) for c in t.children if c.i > verb.i]
    subjects = [c for t in (owner, aux) for c in t.children if c.dep_ in SUBJECTS and c.i < aux.i]
    verb.detach()
    own_verb = owner is not aux and any(is_auxiliary(c) and c.i > verb.i for c in auxiliaries(owner))
    if owner is not aux:
        owner.attach(verb, "parataxis" if own_verb else "obj")
    aux.attach(verb, "aux:tense")
    noun.attach(verb, "obl:mod")
    for child in (*subjects, *following):
        child.attach(verb, child.dep_ if child in subjects else "obj" if is_bare(child) else "obl:mod")


def join_across_commas(verb: Token) -> None:
    """ "Les députés ont, sans surprise, adopté le texte": the parse takes what stands between for the predicate."""
    doc, closing = verb.doc, verb.i - 1
    if auxiliaries(verb) or closing <= verb.sent.start or doc[closing].text != ",":
        return
    inside = range(closing - 1, max(verb.sent.start, closing - _INSERTED), -1)
    opening = next((i for i in inside if doc[i].text == ","), 0)
    aux = doc[opening - 1] if opening > verb.sent.start else None
    if aux is None or not is_auxiliary(aux) or not opening < aux.head.i < closing:
        return
    inserted = aux.head
    others = [c for c in inserted.children if c is not verb and (c.i < opening or c.i > verb.i)]
    place = (inserted.head, inserted.dep_)
    verb.detach()
    if place[0] is not inserted and place[0] is not verb:
        verb.attach(*place)
    inserted.attach(verb, "obl:mod")
    for child in others:
        child.attach(verb, "aux:tense" if child is aux else child.dep_)


def raise_above_auxiliary(verb: Token) -> None:
    """ "après que des inconnus eurent attaqué deux bases", "soupçonné de l'avoir empoisonnée": a rare form of "avoir"
    is taken for the main verb."""
    aux = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "obj") or aux is verb or aux.i > verb.i:
        return
    if not (is_auxiliary(aux) or aux.lower_ in words("attachments")["perfect"]):
        return
    if any(t.pos_ not in ("ADV", "PRON") for t in verb.doc[aux.i + 1 : verb.i]):
        return
    others = [c for c in aux.children if c is not verb]
    verb.detach()
    if aux.head is not aux:
        verb.attach(aux.head, aux.dep_)
    aux.attach(verb, "aux:tense")
    aux.pos_ = "AUX"
    for child in others:
        child.attach(verb, child.dep_)
    for child in verb.children:
        if child.dep_ == "obl:mod" and is_bare(child) and child.i == min(c.i for c in verb.children if c.i > verb.i):
            child.dep_ = "obj"


def is_bare(token: Token) -> bool:
    """A nominal without a preposition, by a determiner or a number."""
    labels = {c.dep_ for c in token.children if c.i < token.i}
    return token.pos_ in NOMINAL and "case" not in labels and bool(labels & {"det", "nummod"})


def read_passive(verb: Token) -> None:
    """ "a été" before a participle is passive, whatever it is called."""
    forms = [c for c in verb.children if c.lower_ in words("attachments")["passive"] and c.i < verb.i]
    if not forms:
        return
    for child in verb.children:
        if child in forms:
            child.dep_ = "aux:pass"
        elif child.dep_ == "nsubj":
            child.dep_ = "nsubj:pass"
