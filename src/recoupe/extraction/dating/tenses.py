"""The tense under which a time expression stands, and what may be: which way they look."""

from __future__ import annotations

from recoupe.calendar import Tense
from recoupe.extraction.dating.nouns import asks_for
from recoupe.extraction.dependencies import (
    feature,
    finite,
    is_finite,
    is_infinitive,
    is_participle,
    is_perfect_infinitive,
    is_verbal,
)
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import Status

_TENSES = {"Fut": Tense.FUTURE, "Past": Tense.PAST, "Imp": Tense.PAST, "Pres": Tense.PRESENT}


def tense(governor: Token | None, language: Language) -> Tense | None:
    """The tense under which an expression stands; None where no verb governs it."""
    verb = governor
    while verb is not None and not is_verbal(verb):
        copula = next((c for c in verb.children if c.dep_ == "cop"), None)
        if copula is not None:  # "ils étaient 3 000 à défiler samedi"
            past = any(a.dep_ == "aux:tense" for a in verb.auxiliaries)
            return Tense.PAST if past else _TENSES.get(feature(copula, "Tense"))
        verb = verb.head if verb.head != verb else None
    if verb is None:
        return None
    above = verb.head if verb.head != verb else None
    if narration.is_to_be(verb) and _plans(verb, language):
        return Tense.FUTURE  # "des orages sont à prévoir jeudi"
    if is_perfect_infinitive(verb) and not (above is not None and _plans(above, language)):
        return Tense.PAST  # "affirme avoir abattu"
    if is_infinitive(verb):
        if above is not None and (_plans(above, language) or _announces(verb, above, language)):
            return Tense.FUTURE
        return tense(above, language)
    if is_participle(verb):
        told_above = feature(verb, "Tense") == "Pres" or verb.dep_ == "xcomp"  # "restera fermé"
        arranged = verb.lemma_.lower() in language.status.of("company", "arranged")
        if not told_above and (arranged or _plans(verb, language)):  # "la réunion, prévue jeudi, a été annulée"
            return Tense.PRESENT
        return tense(above, language) if told_above else Tense.PAST
    first = finite(verb)
    if feature(first, "Mood") == "Cnd":
        return Tense.PAST if any(a.dep_ == "aux:tense" for a in verb.auxiliaries) else Tense.FUTURE
    if narration.is_composed(verb):
        return Tense.PAST
    return _TENSES.get(feature(first, "Tense")) if is_finite(verb) else None


def prospect(token: Token, language: Language) -> Status:
    """Which way what may be looks: what may still come about is dated as a plan ("pourrait démissionner", "a réclamé la
    démission"), what may have come about as done ("aurait démissionné"); `Status.POSSIBLE` where neither is told."""
    if not is_verbal(token):
        above = token.head
        asked = asks_for(above, language) or above.lemma_.lower() in language.status.of("foreseeing", "verbs")
        ahead = asked and token.dep_ in ("obj", "obl:arg", "nsubj:pass")
        return Status.PLANNED if ahead else Status.POSSIBLE
    if narration.is_composed(token) and feature(finite(token), "Mood") == "Cnd":
        return Status.OCCURRED
    if not is_infinitive(token) or is_perfect_infinitive(token) or token.dep_ not in ("xcomp", "obl:arg"):
        return Status.POSSIBLE
    able = token.head.lemma_.lower() in language.status.of("ability", "verbs")
    return Status.PLANNED if able or asks_for(token.head, language) else Status.POSSIBLE


def _announces(infinitive: Token, verb: Token, language: Language) -> bool:
    """ "annonce quitter le stade en juin"; not "annonce avoir quitté le stade en juin"."""
    return verb.lemma_.lower() in language.status.of("announcing", "verbs") and not is_perfect_infinitive(infinitive)


def _plans(verb: Token, language: Language) -> bool:
    """What stands under it is to come: "doit agir", "a décidé d'agir"; not "avait dû agir fin août"."""
    lemma = verb.lemma_.lower()
    if language.status.key_of("verbs", lemma) != "planned":
        return False
    return not (lemma in language.status.of("perfect", "occurred") and narration.is_composed(verb))
