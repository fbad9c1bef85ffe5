"""Which language a text is in, told by its function words; unknown where they do not say."""

from __future__ import annotations

import re
from functools import cache

from recoupe.parsers.cues import data

#: Words of the text that are looked at; a newspaper's first 2 000 words are in one language or the text is mixed.
_SAMPLE = 2000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The language's code, or None: fewer than eight known words, or no clear winner (by a tenth).

    Cost: one pass over the first 2 000 words.
    """
    words = [m.group().lower() for _, m in zip(range(_SAMPLE), _WORD.finditer(text), strict=False)]
    scores = sorted(((sum(word in known for word in words), code) for code, known in _function_words().items()))
    (second, _), (best, code) = scores[-2:]
    return code if best >= 8 and best > second * 1.1 else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in data("languages").items()}


def language_of_tag(tag: str | None) -> str | None:
    """The primary language of a tag, in lower case."""
    match = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", tag or "")
    return match.group().lower() if match else None
