"""A verb and a noun that name one happening together: which of the two stands for it.

"a mené une offensive", "un assaut lancé en août": the noun, since the verb is empty. "a exprimé sa préoccupation",
"ont signé un accord": the verb, since the noun is what it takes to make the act. "a revendiqué l'attaque": both, since
they are happenings of two kinds. And of a decision and what is decided, the latter: "a décidé de geler les loyers".
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extraction.dependencies import children, is_infinitive, is_passive, is_subject
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind


def without_doubles(triggers: Sequence[Trigger], syntax: Syntax, occurrence: Words) -> list[Trigger]:
    """The triggers, less the emptier one of each verb and noun that belong together."""
    nouns = {word.i: t for t in triggers if t.unit.nominal for word in t.words}
    dropped = _told_again(triggers, syntax) | _decisions(triggers, occurrence)
    dropped |= {t.token.i for t in nouns.values() if _counts_crowd(t) and not _tells_crowd(t, triggers)}
    dropped |= {t.token.i for t in nouns.values() if _is_pole(t.token, syntax) and t.token.head.i not in nouns}
    for verb in triggers:
        if verb.unit.nominal:
            dropped |= {
                c.i for c in _named_by(verb, syntax) if c.i in nouns and nouns[c.i].unit.frame is verb.unit.frame
            }
            continue
        bound, subjects = _bound(verb, syntax), syntax.subjects(verb.token)
        heads = (t for t in (*bound, *subjects) if t.lemma_ in syntax.words.of("counting", "quantities"))
        counted = [c for t in heads for c in t.children]  # "une vingtaine de manifestants"
        around = {t.i for t in (*bound, *subjects, *counted)}
        if verb.unit.frame.kind is Kind.INDICATOR:  # "les ventes ont chuté": a quantity, and no sale
            dropped |= {t.i for t in subjects if not _is_of_people(nouns.get(t.i))}
        if verb.unit.is_open and not around.isdisjoint(nouns):
            dropped.add(verb.token.i)
            continue
        people = {i for i in around if _is_of_people(nouns.get(i))}
        if people and _befalls(verb, syntax, occurrence):
            dropped |= people
        for noun in bound:
            if noun.i not in nouns:
                continue
            if syntax.full_lemma(verb.token) in occurrence.of("verbs", "empty") and not verb.tail:
                dropped.add(verb.token.i)
            elif nouns[noun.i].unit.frame.kind is verb.unit.frame.kind and _makes_the_act(verb):
                dropped.add(nouns[noun.i].token.i)
    return [t for t in triggers if t.token.i not in dropped]


def _is_pole(noun: Token, syntax: Syntax) -> bool:
    """The second of two that somebody is between: "entre la vie et la mort"."""
    return noun.dep_ == "conj" and syntax.preposition(noun.head) == "entre"


def _told_again(triggers: Sequence[Trigger], syntax: Syntax) -> set[int]:
    """ "Une enquête, confiée à la gendarmerie, a été ouverte": of two phrases of one frame about one noun, the one that
    only modifies it."""
    modifying = [t for t in triggers if t.tail and t.token.dep_ == "acl"]
    if not modifying:
        return set()
    frames = [(t.unit.frame, noun) for t in triggers if t not in modifying for noun in _bound(t, syntax)]
    return {t.token.i for t in modifying if any(f is t.unit.frame and n == t.token.head for f, n in frames)}


def _decisions(triggers: Sequence[Trigger], occurrence: Words) -> set[int]:
    """Those whose content is told right behind them, as an infinitive: "la décision de geler les loyers"."""
    listed = occurrence.of("words", "decision")
    found = [t.token for t in triggers if not t.tail and t.token.lemma_ in listed]
    if not found:
        return set()
    verbs = {t.token.i for t in triggers if not (t.unit.nominal or t.unit.is_open)}
    return {t.i for t in found if any(c.i in verbs and is_infinitive(c) for c in children(t, "xcomp", "acl"))}


def _makes_the_act(verb: Trigger) -> bool:
    """Its noun is what it takes to name the happening: an object of a class, or a part of the phrase."""
    return any(c.target == "object" and c.of_class for c in verb.unit.constraints) or bool(verb.tail)


def _befalls(verb: Trigger, syntax: Syntax, occurrence: Words) -> bool:
    """Something more happens to those it is said of: "111 corps ont été ramenés", not "deux blessés sont à
    déplorer"."""
    lemma = syntax.full_lemma(verb.token)
    tells = {"empty", "subject", "object", "about", "announced"}
    hurt = verb.unit.frame.kind is Kind.CASUALTY
    return not (hurt or verb.unit.is_open or verb.tail or any(lemma in occurrence.of("verbs", name) for name in tells))


def _is_of_people(noun: Trigger | None) -> bool:
    """It counts the dead, the wounded, the missing; or those who demonstrate."""
    return noun is not None and (noun.unit.frame.kind is Kind.CASUALTY or _counts_crowd(noun))


def _counts_crowd(noun: Trigger) -> bool:
    return noun.unit.frame.kind is Kind.PROTEST and any(c.target == "number" for c in noun.unit.constraints)


def _tells_crowd(noun: Trigger, triggers: Sequence[Trigger]) -> bool:
    """ "la police a compté 300 manifestants": so many of them are the only words for it, and nothing is told of them
    by themselves ("300 manifestants ont marqué leur refus")."""
    if is_subject(noun.token) or is_subject(noun.token.head):
        return False
    mode = noun.unit.frame.mode
    same = (t for t in triggers if t.unit.frame.mode == mode and t.token.sent == noun.token.sent)
    return all(t is noun or _counts_crowd(t) for t in same)


def _named_by(noun: Trigger, syntax: Syntax) -> list[Token]:
    """The complements without which a noun names no happening: "tempête" in "le passage de la tempête"."""
    if not any(c.target == "object" and c.of_class and not c.negated for c in noun.unit.constraints):
        return []
    return [c for p, c in syntax.nested_complements(noun.token) if p == "de"]


def _bound(verb: Trigger, syntax: Syntax) -> list[Token]:
    """The nouns that complete a verb: its object (or passive subject), and the complements of a phrase's own noun."""
    own = syntax.subjects(verb.token) if is_passive(verb.token) else syntax.objects(verb.token)
    heads = [verb.token, *verb.tail] if verb.tail else []
    return [*own, *(c for h in heads for p, c in syntax.obliques(h) if p == "de")]
