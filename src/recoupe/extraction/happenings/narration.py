"""How a clause tells what happened: in which tense, as known already, or beside another verb."""

from __future__ import annotations

from collections.abc import Set

from recoupe.extraction.dependencies import (
    feature,
    finite,
    is_finite,
    is_infinitive,
    is_participle,
    is_verbal,
    shares_auxiliary,
)
from recoupe.language.contract import Language
from recoupe.language.tokens import Token


def main_verb(verb: Token) -> Token | None:
    """The verb beside which a present participle tells something of the same moment ("a démissionné, reconnaissant");
    None where it is none, or stands for itself."""
    if not is_participle(verb) or feature(verb, "Tense") != "Pres":
        return None
    above = verb.head
    if above == verb:  # parses hang the clause that stands before it below it
        above = next((c for c in verb.children if c.i < verb.i and c.dep_ == "advcl" and is_finite(c)), verb)
    if not is_verbal(above) and verb.dep_ == "acl" and above.dep_ in ("obj", "nsubj", "nsubj:pass"):
        above = above.head
    return above if above != verb and is_verbal(above) else None


def passive_before(verb: Token) -> Token | None:
    """The passive whose auxiliary a participle shares behind a subject of its own ("des civils ont été tués et
    plusieurs maisons incendiées"); None where it shares none."""
    noun = verb.head
    if not is_participle(verb) or verb.dep_ not in ("acl", "amod") or noun.dep_ not in ("conj", "dep", "appos"):
        return None
    above = noun.head
    linked = any(c.dep_ == "cc" and not list(c.children) for c in noun.children)  # "et", not "ainsi que"
    joined = linked and not any(c.dep_ == "case" for c in noun.children)
    alike = feature(above, "VerbForm") == "Part" and any(a.dep_ == "aux:pass" for a in above.auxiliaries)
    return above if joined and alike and is_perfect(above) and above.i < noun.i < verb.i else None


def tells(governor: Token | None) -> bool:
    """A verb that carries the narration on: in no relative clause, no pluperfect, no participle."""
    if governor is None or not is_verbal(governor):
        return False
    return not (is_relative(governor) or is_pluperfect(governor) or is_participle(governor))


def is_relative(verb: Token) -> bool:
    """It heads a relative clause, which tells of what is known already."""
    return verb.dep_ == "acl:relcl" or any(feature(c, "PronType") == "Rel" for c in verb.children)


def is_in_question(token: Token) -> bool:
    """A question mark ends its sentence."""
    last = next((t for t in reversed(token.doc[token.i : token.sent.end]) if not t.is_space), token)
    return last.text == "?"


def is_perfect(verb: Token) -> bool:
    """ "a arrêté", "ont été arrêtés": the indicative perfect."""
    first = finite(verb)
    return is_composed(verb) and feature(first, "Tense") == "Pres" and feature(first, "Mood") == "Ind"


def is_pluperfect(verb: Token) -> bool:
    """ "avait arrêté", "avaient été arrêtés": earlier than what is told."""
    return any(a.dep_ == "aux:tense" and feature(a, "Tense") == "Imp" for a in verb.auxiliaries)


def is_present(verb: Token) -> bool:
    """ "dénonce", "est arrêté": the indicative present, active or passive."""
    first = finite(verb)
    new = feature(first, "Tense") == "Pres" and feature(first, "Mood") == "Ind"
    return is_finite(verb) and new and not is_composed(verb)


def is_simple_present(verb: Token) -> bool:
    """ "dénonce", without an auxiliary."""
    return is_present(verb) and finite(verb) == verb and not any(c.dep_ == "cop" for c in verb.children)


def is_composed(verb: Token) -> bool:
    """An auxiliary of tense stands before it, or before the participle that it goes on ("a condamné et dépêché")."""
    while shares_auxiliary(verb):
        verb = verb.head
    return any(a.dep_ == "aux:tense" for a in verb.auxiliaries)


def was_to_be(verb: Token) -> bool:
    """ "devait s'ouvrir lundi", "devait être signé": the imperfect over an infinitive."""
    over = feature(finite(verb), "Tense") == "Imp" and not verb.auxiliaries
    return over and any(c.dep_ == "xcomp" and is_infinitive(c) for c in verb.children)


def is_to_be(verb: Token) -> bool:
    """ "des orages sont à prévoir": an infinitive behind "être" and "à"."""
    if not is_infinitive(verb) or verb.head.lemma_ != "être" or verb.dep_ != "xcomp":
        return False
    return any(c.lower_ == "à" and c.i < verb.i for c in verb.children)


def meanwhile(verb: Token, language: Language) -> Token | None:
    """The verb beside which another went on: "a prêté serment dimanche, tandis que mille personnes défilaient", "a
    écrit au moment où des heurts avaient lieu"; None where it tells of no such thing."""
    if is_pluperfect(verb) or feature(finite(verb), "Tense") != "Imp":
        return None
    before, grammar = verb.doc[verb.sent.start : verb.i], language.grammar
    for link in reversed(before):
        if link.is_punct or (is_finite(link) and link not in verb.auxiliaries):
            return None
        words = grammar.of("conjunctions", "meanwhile_que") if link.lower_ in ("que", "qu'") else frozenset[str]()
        words |= grammar.of("nouns", "moment") if link.lower_ == "où" else frozenset()
        if words and link.i > verb.sent.start and verb.doc[link.i - 1].lower_ in words:
            return next((t for t in verb.ancestors if is_verbal(t)), None)
    return None


def opens_with_que(verb: Token, words: Set[str]) -> bool:
    """One of `words` and "que" open its clause; parses hang either on the verb."""
    for que in (t for c in verb.children if c.i < verb.i for t in (c, *c.children) if t.lower_ in ("que", "qu'")):
        if que.i > 0 and que.doc[que.i - 1].lower_ in words:
            return True
    return False


def is_done(verb: Token) -> bool:
    """ "l'otage, enlevé le 7 octobre": a past participle that tells of itself, or one taken for an adjective."""
    if verb.pos_ == "ADJ" and verb.dep_ == "amod":
        return True
    return is_verbal(verb) and is_participle(verb) and feature(verb, "Tense") != "Pres" and verb.dep_ != "xcomp"
