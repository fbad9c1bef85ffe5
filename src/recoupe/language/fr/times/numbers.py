"""Numbers inside a match: digits, and words by text2num, called on the words of a match only, so that offsets stay."""

from __future__ import annotations

import functools
import re

from recoupe.errors import MissingExtra


@functools.lru_cache(maxsize=1024)
def number(words: str) -> int | None:
    """The value of a number in digits or French words ("vingt et un", "quatre-vingt-dix"); None where it is none.

    Raises:
        MissingExtra: the words are not among the plain ones, and text2num is not installed.
    """
    plain = re.sub(r"\s+", " ", words.strip().lower())
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if plain in ("un", "une"):
        return 1
    try:
        from text_to_num import text2num
    except ImportError as error:
        raise MissingExtra("fr", "reading French numbers in words") from error
    try:
        return int(text2num(plain, "fr"))
    except ValueError:
        return None
