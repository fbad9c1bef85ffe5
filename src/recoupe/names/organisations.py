"""Comparison of two names of organisations: spelling, order of words and acronyms."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from recoupe.names.comparison import NameMatch, Verdict
from recoupe.names.spelling import fold, table

#: Words of up to this many letters that stand in lower case join the others and do not tell names apart.
_SHORT = 3
_ARTICLES = frozenset({"le", "la", "les", "l"})
#: Words of up to this many letters in lower case may leave no letter in an abbreviation: "pour", "dans".
_PASSED = 4


def compare_organisations(a: str, b: str) -> NameMatch:
    """Compare two names of organisations as printed. Symmetric; a name is the same as itself; never fails.

    An acronym against the words that it is made of is *possible*, not *same*: many organisations share one.
    """
    return _compare(*sorted((a, b)))


def abbreviates(short: str, long: str) -> bool:
    """`short` may stand in brackets for `long`: "Céni" for "Commission électorale nationale indépendante".

    Its letters stand in `long` in their order, the first at the start; `short` is one word, `long` several.
    """
    letters, words = fold(short).replace(" ", ""), fold(long).split()
    if " " in short or not letters or len(words) < 2:
        return False
    rest = iter("".join(words))
    return words[0].startswith(letters[0]) and all(letter in rest for letter in letters)


def spells(short: str, words: Sequence[str]) -> bool:
    """`short` is made of the beginnings of all `words`, in order: "Cofag" of "Comité, fédéral, de, l', agriculture".

    Every word gives its first letter and may give more of its letters; short words in lower case may give none.
    Of three letters or more the last word may lack its own. At least two letters of two words; `words` are as printed.
    """
    pieces = [(f, len(w) <= _PASSED and w.islower()) for w in words for f in fold(w).split()]
    letters = fold(short).replace(" ", "")
    if len(letters) < 2 or len(pieces) < 2:
        return False
    return _spells(letters, tuple(pieces)) or (len(letters) > 2 and _spells(letters, tuple(pieces[:-1])))


def _spells(letters: str, pieces: tuple[tuple[str, bool], ...]) -> bool:
    if not letters or not pieces:
        return not letters and all(passed for _, passed in pieces)
    (word, passed), rest = pieces[0], pieces[1:]
    if passed and _spells(letters, rest):
        return True
    given, inside = 0, iter(word)
    if not word.startswith(letters[0]):
        return False
    while given < len(letters) and letters[given] in inside:  # the iterator moves on behind each letter found
        given += 1
        if _spells(letters[given:], rest):
            return True
    return False


@functools.lru_cache(maxsize=65536)
def _compare(a: str, b: str) -> NameMatch:
    if a == b or (fold(a) and fold(a) == fold(b)):
        return NameMatch(score=1.0, verdict=Verdict.SAME, reason="The spellings are equal.")
    left, right = _telling(a), _telling(b)
    if left and sorted(left) == sorted(right):
        return NameMatch(score=0.95, verdict=Verdict.SAME, reason="The same words.")
    if _core(left) and sorted(_core(left)) == sorted(_core(right)):
        return NameMatch(score=0.85, verdict=Verdict.SAME, reason="The same words but for the sort of body.")
    if _acronym_of(a, right) or _acronym_of(b, left):
        return NameMatch(score=0.75, verdict=Verdict.POSSIBLE, reason="One is an acronym of the other's words.")
    common = set(left) & set(right)
    if common and common in (set(left), set(right)):
        score = 0.5 + 0.25 * len(common) / max(len(left), len(right))
        return NameMatch(score=score, verdict=Verdict.POSSIBLE, reason="One has all words of the other, and more.")
    return NameMatch(score=0.0, verdict=Verdict.DIFFERENT, reason="Their words differ.")


def _telling(name: str) -> tuple[str, ...]:
    words = [w for piece in name.replace("'", " ").replace("’", " ").split() for w in [piece]]
    if len(words) > 1 and fold(words[0]) in _ARTICLES:
        words = words[1:]  # "La Poste" and "Poste", as a sentence that it begins may have it
    kept = [w for w in words if not (len(w) <= _SHORT and w.islower())]
    return tuple(f for w in kept for f in fold(w).split())


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    generic = frozenset(fold(w) for w in table("words")["organisations"]["generic"])
    return tuple(w for w in words if w not in generic)


def _acronym_of(name: str, words: tuple[str, ...]) -> bool:
    letters = fold(name).replace(" ", "")
    return len(words) > 1 and len(letters) > 1 and letters == "".join(w[0] for w in words)
