"""Which of several like happenings words mean: ordinals ("la deuxième visite"), and what sets one apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recoupe.extraction.dependencies import children, feature
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Figure

_WORD = re.compile(r"[^\W\d_]+")


def ordinal(noun: Token, words: Words) -> int | None:
    """2 for "la deuxième visite"; None where the noun is not counted. `words` is the lists of occurrence."""
    given = {w for c in children(noun, "amod", "nummod") for w in (c.lower_, c.lemma_.lower())}
    ordinals = words.tables.get("ordinals", {})
    return next((int(number) for number, forms in sorted(ordinals.items()) if given & forms), None)


def contrasts(noun: Token, words: Words, number: int | None = None) -> bool:
    """ "une autre attaque", "une nouvelle frappe", "une deuxième frappe", "des discussions antérieures", "la dernière
    attaque en date"; not "la nouvelle visite", "la deuxième frappe". `number`: its ordinal."""
    if noun.doc.words(noun.i + 1, min(noun.i + 3, noun.sent.end)).lower() in words.of("phrases", "of_series"):
        return True
    before = children(noun, "amod", "det")
    given = {w for c in before for w in (c.lower_, c.lemma_.lower())}
    if given & words.of("adjectives", "contrast"):
        return True
    if given & words.of("adjectives", "renewed") or (number or 0) > 1:
        return not is_definite(noun)
    return False


def is_definite(noun: Token) -> bool:
    """ "la visite", "cette visite"."""
    before = children(noun, "amod", "det")
    return any(feature(c, "Definite") == "Def" or feature(c, "PronType") == "Dem" for c in before)


def counted_with(subjects: Iterable[Token], words: Words) -> tuple[Token | None, int | None, bool]:
    """What is done is counted with who does it: 2 for "un deuxième avion s'est écrasé"; "un autre train a déraillé".

    Returns:
        The subject that has an ordinal, with its number, if there is one; and whether the subject is another one.
    """
    ordinals, beside = words.keys_of("ordinals"), words.of("adjectives", "beside")
    counted, number, another = None, None, False
    for subject in subjects:
        for child in (c for c in subject.children if c.i < subject.i):
            if child.lower_ in ordinals:
                counted, number = subject, int(ordinals[child.lower_])
            another = another or child.lower_ in beside
    return counted, number, another


def counts_others(figures: Sequence[Figure], words: Words) -> bool:
    """ "deux autres corps ont été retrouvés": beside the one told before. False without figures."""
    others = words.of("adjectives", "beside")
    return bool(figures) and all(not others.isdisjoint(_WORD.findall(f.words.lower())) for f in figures)
