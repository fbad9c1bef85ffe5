"""French numerals, in digits and in words, read to their value."""

from __future__ import annotations

import functools
import re
from typing import Final

from recoupe.errors import MissingExtra

#: Digits in groups of three, with a space, a point or an apostrophe between; or digits with decimals after a comma (or,
#: as some outlets have it, after a point).
DIGITS: Final = r"(?:\d{1,3}(?:[ .']\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"

#: One number word.
NUMERAL: Final = (
    "zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|"
    "quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|mille|millions?|milliards?"
)
#: A run of number words joined by spaces, hyphens and "et". "un million" is left to the magnitudes.
WORDS: Final = rf"(?:(?:{NUMERAL})(?!\w)(?:(?:-|[ ]+|[ ]*-?et[- ])(?:{NUMERAL})(?!\w)){{0,24}})"

_BEFORE_MAGNITUDE = re.compile(r"\s+(millions?|milliards?)$")

#: Characters of a number in digits, at most. Python refuses some thousands; the world's wealth has 15.
LONGEST = 40


def in_digits(text: str) -> int | float | None:
    """The value of a number in digits; None where it has none ("1.2.3") or is no number of news (over 40 characters).

    >>> in_digits("15 000"), in_digits("3,2"), in_digits("3.500")
    (15000, 3.2, 3500)
    """
    if len(text) > LONGEST:
        return None
    if re.fullmatch(r"\d{1,3}(?:[ .']\d{3})+", text):
        return int(re.sub(r"\D", "", text))
    whole, _, decimals = text.replace(".", ",", 1).rpartition(",") if re.search(r"[.,]", text) else (text, "", "")
    if re.fullmatch(r"\d{1,3}(?:[ .']\d{3})+,\d+", text):
        whole, _, decimals = text.rpartition(",")
    digits = re.sub(r"\D", "", whole)
    if not digits.isascii() or not (decimals or "0").isascii():
        return None
    return float(f"{digits}.{decimals}") if decimals else int(digits)


@functools.lru_cache(maxsize=4096)
def in_words(text: str) -> int | None:
    """The value of a number in words; None where the words make no number ("deux trois").

    Raises:
        MissingExtra: the extra ``fr`` is not installed.
    """
    try:
        from text_to_num import text2num
    except ImportError as error:
        raise MissingExtra("fr", "reading numbers in words") from error
    words = re.sub(r"\s+", " ", text.lower().replace("-", " ")).replace("une", "un").strip()
    try:
        return int(text2num(words, "fr"))
    except ValueError:
        return None
