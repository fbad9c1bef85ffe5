"""Moods and tenses that the French pipeline gets wrong, put right by the form of the verb.

The French future and conditional are built on a stem in -r ("enver-ra", "enver-rait"); the imperfect on that of the
present ("prépar-ait"). The endings leave no doubt once the lemma is known (Grevisse & Goosse, Le bon usage, § 797-799).
The subjunctive of verbs that do not end in -er has a form of its own in the singular ("fournisse", "rende").
"""

from __future__ import annotations

from recoupe.language.fr.tables import words
from recoupe.language.tokens import Doc, Token

#: Endings that the imperfect and the conditional share.
_PAST = ("ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
#: How the future of a verb that does not end in -er ends, and how the present of one in -rir does too.
_OF_FUTURE = tuple("r" + ending for ending in _FUTURE)
_OF_PRESENT = ("rons", "rez")
#: Endings of the future and the conditional that no participle has.
_NO_PARTICIPLE = ("ra", "ront", "raient")


def correct(doc: Doc) -> Doc:
    """`doc`, with conditionals and futures told by their form; its tokens are changed in place."""
    for token in doc:
        if token.pos_ == "VERB" and token.features.get("VerbForm") == "Part":
            _read_as_finite(token)
        if token.pos_ in ("VERB", "AUX") and token.features.get("VerbForm") == "Fin":
            _correct(token)
    return doc


def _correct(token: Token) -> None:
    word, lemma = token.lower_, token.lemma_.lower()
    conditional = _ends(word, _PAST, lemma)
    if _is_subjunctive(word, lemma):
        _set(token, "Sub", "Pres")
    elif _is_future(word, lemma):
        _set(token, "Ind", "Fut")
    elif token.features.get("Mood") == "Sub" and not _is_within_que(token):
        _set(token, "Ind", token.features.get("Tense", "Pres"))
    elif token.features.get("Tense") == "Past" and lemma.endswith("ir") and word == f"{lemma[:-1]}t":
        _read_as_present(token)
    elif conditional and token.features.get("Mood") != "Cnd":
        _set(token, "Cnd", "Pres")
    elif (endings := _endings_of(token)) and (
        _may_be_present(word, lemma) or not _ends(word, endings, lemma, strict=False)
    ):
        _set(token, "Ind", "Pres")


def _endings_of(token: Token) -> tuple[str, ...]:
    """The endings that a form of the mood and tense that the token is said to have would end in; else none."""
    if token.features.get("Mood") == "Cnd":
        return _PAST
    return _FUTURE if token.features.get("Tense") == "Fut" else ()


def _read_as_finite(token: Token) -> None:
    """ "condamne", "avertit", "retransmettra": no participle of a verb in -er lacks its "é", no verb in -ir has one in
    -it, and none ends as the future or a plural of the present does."""
    word, lemma = token.lower_, token.lemma_.lower()
    if token.features.get("Tense") != "Past" or any(c.dep_.startswith("aux") for c in token.children):
        return
    if (lemma.endswith("er") and word == lemma[:-1]) or (lemma.endswith("ir") and word == f"{lemma[:-1]}t"):
        token.features = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}
    elif word.endswith("ent"):  # "manifestent"
        token.features = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres", "Number": "Plur"}
    elif word.endswith(_NO_PARTICIPLE):
        token.features = {"VerbForm": "Fin", "Mood": "Ind"}


def _is_within_que(token: Token) -> bool:
    """A conjunction or a relative pronoun stands before it: the subjunctive of a main clause has a form of its own."""
    opening = words("moods")["before subjunctives"]
    return any(t.lower_ in opening for t in token.doc[token.sent.start : token.i])


def _read_as_present(token: Token) -> None:
    """ "Le Parlement se réunit vendredi": the past historic of verbs like "finir" has the same form, and stands among
    others of its tense."""
    others = (t for t in token.sent if t is not token and t.features.get("Tense") == "Past")
    if not any(t.features.get("VerbForm") == "Fin" for t in others):
        _set(token, "Ind", "Pres")


def _is_subjunctive(word: str, lemma: str) -> bool:
    """ "fournisse", "rende", "parte", "soit": a form that the indicative of the verb does not have."""
    listed = words("moods")
    if word in listed["subjunctives"]:
        return True
    if lemma.endswith("ir") and word == f"{lemma[:-1]}sse":
        return True
    short = lemma.endswith(("re", "ir")) and not lemma.endswith(tuple(listed["infinitives with -e"]))
    return short and word == f"{lemma[:-2]}e"


def _keeps_r(lemma: str) -> bool:
    """Its imperfect has no "r" before the ending ("transmettait"), so that one there makes a conditional."""
    return lemma.endswith(tuple(words("moods")["infinitives in -re"]))


def _is_future(word: str, lemma: str) -> bool:
    """ "recevra", "ferons": of a verb that does not end in -er, only the future ends so, but for "nous ouvrons"."""
    if not lemma.endswith("er") and word.endswith(_OF_FUTURE) and not _may_be_present(word, lemma):
        return True
    return any(word == stem + ending for stem in _future_stems(lemma) for ending in _FUTURE)


def _may_be_present(word: str, lemma: str) -> bool:
    """ "ouvrons", "courez": of a verb whose own stem ends in -r."""
    return lemma.endswith("rir") and word.endswith(_OF_PRESENT)


def _future_stems(lemma: str) -> tuple[str, ...]:
    """The infinitive of a regular verb, without its "e"."""
    if _keeps_r(lemma):
        return (lemma[:-1],)
    return (lemma,) if lemma.endswith(("er", "ir")) else ()


def _ends(word: str, endings: tuple[str, ...], lemma: str, *, strict: bool = True) -> bool:
    """The word is a stem in -r and an ending, and (`strict`) not the imperfect of a verb whose own stem ends in -r."""
    for ending in endings:
        if word.endswith("r" + ending):
            stem = word[: -len(ending)]
            plain = stem != lemma[:-2] and stem + "e" != lemma
            return not strict or _keeps_r(lemma) or (lemma[-2:] in ("er", "ir", "re") and plain)
    return False


def _set(token: Token, mood: str, tense: str) -> None:
    token.features = {**token.features, "Mood": mood, "Tense": tense}
