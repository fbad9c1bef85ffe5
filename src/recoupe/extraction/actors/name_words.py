"""Words of personal names: which may be one, and how far a name reaches."""

from __future__ import annotations

import re

from recoupe.language.tokens import Doc, Token

_PARTICLES = frozenset({
    "de", "du", "des", "d'", "von", "van", "der", "den", "ben", "bin", "ibn", "al", "el", "da", "dos", "di", "della",
    "of",
    "le", "la", "ould", "bint", "ter", "ten", "y", "zu",
})  # fmt: skip
_FRENCH_PARTICLES = frozenset({"de", "du", "des", "d'", "le", "la", "of", "y"})
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+")
#: A word of letters, with hyphens and apostrophes inside: "Jean-Noël", "O'Neill".
_LETTERS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
#: "XXIe" of "le XXIe siècle", "le XVe arrondissement".
_CENTURY = re.compile(r"[IVX]+(?:e|ème|er)")
#: Parts of speech of words that name nobody, and are written large only because a sentence begins with them.
NO_NAMES = frozenset({"ADP", "ADV", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "NUM"})

#: Those of words that join what follows, and end a name also where they are written large.
_JOINING = frozenset({"ADP", "CCONJ", "SCONJ"})


def is_name_word(doc: Doc, i: int) -> bool:
    token = doc[i]
    if not token.is_capital or token.pos_ == "DET" or _CENTURY.fullmatch(token.text):
        return False
    return bool(_LETTERS.fullmatch(token.text) or _INITIALS.fullmatch(token.text))


def is_particle(token: Token) -> bool:
    """ "de", "Le", "van"."""
    return token.lower_ in _PARTICLES


def name_end(doc: Doc, start: int) -> int:
    """How far a personal name reaches: capitalised words, hyphenated parts, particles before capitalised words.

    The sentence splitter may cut a name ("Kim Jong" | "Un avait promis"); only a line break or a mark really ends it.
    """
    end = doc[start].word_end
    inside = next((e.end for e in doc.ents if e.start <= start < e.end), start)
    while end < len(doc):
        token = doc[end]
        joins = doc[end - 1].whitespace_ != "" or doc[end - 1].text.endswith(("'", "."))
        if not joins or "\n" in doc[end - 1].text or "  " in doc.words(end - 1, end + 1):
            break
        cut = token.is_sent_start or token.pos_ == "PRON"
        if cut and token.pos_ in NO_NAMES and _INITIALS.fullmatch(doc[end - 1].text):
            break  # "La police a arrêté Lena S. Les enquêteurs", "Omar R. Il est"
        if token.pos_ in _JOINING and token.lower_ not in _PARTICLES:
            break  # a line without a mark before a sentence: "Le soutien de Paul Roche Pour lui, il est"
        if end < inside and token.text in ("D'", "O'", "L'") and end + 1 < len(doc):
            end += 1  # "Peter D'hoore"
            end = doc[end].word_end
            continue
        if token.is_capital and (_LETTERS.fullmatch(token.text) or re.fullmatch(r"[A-Z]\.", token.text)):
            end = doc[end].word_end
            continue
        after = end
        while after < len(doc) and (doc[after].lower_ in _PARTICLES or (after > end and doc[after].text == "-")):
            after += 1  # "Mohamed ben Salmane", "Bachar al-Assad"
        # "Dominique de Villepin", but "Vladimir Poutine de Russie": French particles only where the recogniser agrees.
        certain = end < inside or all(t.lower_ not in _FRENCH_PARTICLES for t in doc[end:after])
        if after == end or after >= len(doc) or not doc[after].text[:1].isupper() or not certain:
            break
        end = doc[after].word_end
    return end
