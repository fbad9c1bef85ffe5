"""Reading a dependency parse (Universal Dependencies) by its labels alone: voice, tense, what governs a token.

Labels and features are those of UD, so that the same reading serves every language whose pipeline speaks UD.
"""

from __future__ import annotations

import functools
from collections.abc import Container, Iterator

from recoupe.language.tokens import Run, Token

#: Dependents that a noun phrase keeps.
_INSIDE = frozenset({"amod", "nmod", "case", "det", "nummod", "flat:name", "flat:foreign", "fixed", "compound"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "dep", "csubj"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "expl:pass"})


def is_verbal(token: Token) -> bool:
    """It is a verb (or an auxiliary on its own, or a participle taken for an adjective)."""
    return token.pos_ in ("VERB", "AUX") or token.features.get("VerbForm") == "Part"


def feature(token: Token, name: str) -> str:
    """A morphological feature, "" where the token has none."""
    return token.features.get(name, "")


@functools.cache
def without_subtype(label: str) -> str:
    """``obl`` of ``obl:agent``."""
    return label.partition(":")[0]


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents with one of these labels (or a subtype of it), in order."""
    if not token.children:
        return []
    return [c for c in token.children if c.dep_ in labels or without_subtype(c.dep_) in labels]


def is_subject(token: Token) -> bool:
    """It is what its clause is about: a subject before its verb ("a indiqué X" goes on about others)."""
    return token.dep_.startswith("nsubj") and token.i < token.head.i


def is_led_by(noun: Token, prepositions: Container[str]) -> bool:
    """One of these prepositions, in small letters, stands with it."""
    return any(c.dep_ == "case" and c.lower_ in prepositions for c in noun.children)


def has_relative_subject(verb: Token) -> bool:
    """ "qui" is its subject."""
    return any(c.dep_.startswith("nsubj") and feature(c, "PronType") == "Rel" for c in verb.children)


def shares_auxiliary(verb: Token) -> bool:
    """A participle coordinated with one that has the auxiliary ("a dénoncé une mesure et déposé une demande")."""
    return (
        verb.dep_ == "conj"
        and feature(verb, "VerbForm") == "Part"
        and not verb.auxiliaries
        and verb.head != verb
        and feature(verb.head, "VerbForm") == "Part"
        and (bool(verb.head.auxiliaries) or shares_auxiliary(verb.head))
    )


def finite(verb: Token) -> Token:
    """The token that carries tense and mood: the first auxiliary, or the verb itself."""
    if verb.dep_ == "conj" and shares_auxiliary(verb):
        return finite(verb.head)
    for aux in verb.auxiliaries:
        if aux.features.get("Mood") and aux.features.get("VerbForm", "Fin") == "Fin":
            return aux
    return verb


def is_finite(verb: Token) -> bool:
    """It has a person and a mood."""
    features = finite(verb).features
    return features.get("VerbForm") == "Fin" or bool(features.get("Mood"))


def is_infinitive(verb: Token) -> bool:
    """An infinitive, simple or perfect."""
    if verb.features.get("VerbForm") == "Inf":
        return True
    auxiliaries = verb.auxiliaries
    return bool(auxiliaries) and "Inf" in [a.features.get("VerbForm") for a in auxiliaries]


def is_perfect_infinitive(verb: Token) -> bool:
    """ "avoir envoyé", "être allé", "avoir été envoyé"; not the passive "être envoyé", of no earlier time."""
    if feature(verb, "VerbForm") != "Part":
        return False
    return any(feature(a, "VerbForm") == "Inf" and a.dep_ != "aux:pass" for a in verb.auxiliaries)


def is_participle(verb: Token) -> bool:
    """A participle without an auxiliary ("les soldats envoyés en Russie", "tuant douze personnes")."""
    return verb.features.get("VerbForm") == "Part" and not verb.auxiliaries and not shares_auxiliary(verb)


def is_passive(verb: Token) -> bool:
    """It undergoes: a passive auxiliary, a passive subject, or a past participle that modifies a noun."""
    for child in verb.children:
        if child.dep_ in _PASSIVE:
            return True
    if verb.features.get("VerbForm") != "Part":
        return False
    if verb.dep_ == "conj" and shares_auxiliary(verb):
        return is_passive(verb.head)
    return not verb.auxiliaries and verb.features.get("Tense") != "Pres"


def is_adjectival(verb: Token) -> bool:
    """A participle taken for an adjective of the noun before it: "enquête ouverte à Lyon"; not "l'Union Sacrée"."""
    beside = verb.pos_ == "ADJ" and verb.dep_ in ("amod", "acl") and verb.head.i < verb.i
    return beside and not verb.is_capital


def antecedent(verb: Token) -> Token | None:
    """The noun that the relative clause of `verb` modifies."""
    token = verb
    while token.dep_ in ("conj", "xcomp", "aux:tense", "aux:pass", "cop") and token.head != token:
        token = token.head
    return token.head if token.dep_ in ("acl:relcl", "acl") and token.head != token else None


# ---------------------------------------------------------------------- the way up
def governors(token: Token) -> Iterator[tuple[Token, Token]]:
    """The way up to the root: pairs of (dependent, its head)."""
    while token.head != token:
        yield token, token.head
        token = token.head


def verb_above(token: Token) -> Token | None:
    """The nearest verb above `token`; None where there is none."""
    return next((t for t in token.ancestors if is_verbal(t)), None)


def clause_head(token: Token) -> Token:
    """The verb (or nominal predicate) of the clause that `token` stands in; `token` itself if it heads one."""
    while token.head != token and not (is_verbal(token) and token.dep_ in _CLAUSAL):
        token = token.head
    return token


def noun_phrase(noun: Token) -> Run:
    """The noun with the words that belong to it, without its determiner: no clauses, appositions or coordination."""
    kept = {noun.i}
    layer = [noun]
    while layer:
        inner = [
            c for t in layer for c in t.children if c.dep_ in _INSIDE and (t != noun or c.dep_ not in ("det", "case"))
        ]
        kept |= {c.i for c in inner}
        layer = inner
    start = end = noun.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return Run(noun.doc, start, end + 1)


def is_determined(noun: Token) -> bool:
    """It has a definite, demonstrative or possessive determiner: "la hausse", "son départ"; not "toute hausse"."""
    return any(
        feature(c, "Definite") == "Def" or feature(c, "PronType") == "Dem" or feature(c, "Poss") == "Yes"
        for c in children(noun, "det", "case")
    )
