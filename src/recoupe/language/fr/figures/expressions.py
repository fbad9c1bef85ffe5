"""The forms of a number and the interval that each means: "entre 3 et 5", "un tiers", "des dizaines"."""

from __future__ import annotations

import functools
import re
from typing import Final

from recoupe.language.fr.figures.words import alternatives, lexicon
from recoupe.language.fr.numerals import DIGITS, NUMERAL, WORDS, in_digits, in_words
from recoupe.model import Qualifier

#: What shares are out of: "un sur six"; "18 députés sur 33" are two counts.
_WHOLE: Final = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|[2-9]|10|100|1[ .]?000"

#: The lowest and highest value, how exact they are called, and whether the number is a share of a whole.
Bounds = tuple[int | float | None, int | float | None, Qualifier, bool]


@functools.cache
def pattern() -> re.Pattern[str]:
    """Over small letters: a pattern that heeds no case costs three times as much."""
    data = lexicon()
    magnitudes = alternatives([m for m in data["magnitudes"] if m not in ("mille", "m", "k", "md", "mds")])
    collectives = alternatives(list(data["collectives"]))
    fractions = alternatives([f for f in data["fractions"] if f not in ("moitié", "demi")])
    number = rf"(?:{DIGITS}|{WORDS})"
    return re.compile(
        rf"""\b(?=\d|entre|la|les|des|plusieurs|quelques|de|d'|par|ces|ses|leurs|{NUMERAL}) # what a figure begins with
        (?<![\w/])(?<!\d[.,])(?<![\w]-)(?<!\#)
        (?: (?:entre[ ]+)(?P<a>{number})(?:[ ]*(?P<amag>{magnitudes}))?[ ]+et[ ]+(?P<b>{number})
          | (?P<from>{number})(?:[ ]*(?:à|ou)[ ]+|(?P<dash>(?<=\d)[ ]*[-–][ ]*(?=\d)))(?P<to>(?>{number}))
            (?=[ ]*(?:%|\w)|(?(dash)(?!)|(?:[.,;:)\n]|$)))
          | (?P<part>{number})[ ]+(?:[\w'-]+[ ]+){{0,2}}sur[ ]+(?P<whole>{_WHOLE})(?![\w])(?![ .,']\d)(?![ ]+\w+[sx]\b)
          | (?:(?P<times>{number})|la|les)[ ]+(?P<fraction>moitié|{fractions})(?=[ ]+d(?:e|u|es|')|[ ,.;:)]|$)
          | (?:(?P<several>des|plusieurs|quelques|de|d'|par|les|ces|ses|leurs|une|un|(?P<count>{number}))[ ]*)
            (?P<collective>{collectives})(?:[ ]+d(?:e|')[ ]*(?P<ofmany>milliers|millions|milliards))?(?!\w)
          | (?P<plain>{number})
        )(?:[ ]*(?P<magnitude>(?:{magnitudes})(?!\w)|mds?(?=[ ]?[€$])|[mk](?=[€$])))?""",
        re.VERBOSE,
    )


def bounds_of(match: re.Match[str]) -> Bounds | None:
    """The interval that the number itself means, and whether it is a share of a whole."""
    data = lexicon()
    factor = data["magnitudes"].get((match["magnitude"] or "").lower(), 1)
    if match["a"] or match["from"]:
        first, second = (_value(match[g]) for g in (("a", "b") if match["a"] else ("from", "to")))
        if first is None or second is None:
            return None
        own = data["magnitudes"].get((match["amag"] or "").lower())
        first, second = first * (own or factor), second * factor
        if changes(match):
            return second, second, Qualifier.EXACT, False
        return (first, second, Qualifier.EXACT, False) if first < second else None
    if match["part"]:
        part, whole = _value(match["part"]), _value(match["whole"])
        return (
            (part / whole, part / whole, Qualifier.EXACT, True)
            if part is not None and whole and part <= whole
            else None
        )
    if match["fraction"]:
        times = _value(match["times"]) if match["times"] else 1
        if times is None:
            return None
        share = times / data["fractions"][match["fraction"].lower()]
        return (share, share, Qualifier.EXACT, True) if share < 1 else None
    if match["collective"]:
        return _collective(match)
    value = _value(match["plain"])
    return None if value is None else (value * factor, value * factor, Qualifier.EXACT, False)


def changes(match: re.Match[str]) -> bool:
    """ "est passé de 58 à 73": of its two numbers the second is the one that holds."""
    if not match["from"]:
        return False
    return match.string.endswith(tuple(lexicon()["changes"]["words"]), 0, match.start() - 1)


def _collective(match: re.Match[str]) -> Bounds | None:
    """ "une dizaine" is about 10; "des dizaines" at least 20; "deux douzaines" 24."""
    data = lexicon()
    word, several = match["collective"].lower(), match["several"].lower()
    each = data["collectives"][word] * data["magnitudes"].get((match["ofmany"] or "").lower(), 1)
    if several in ("un", "une"):
        exact = word in ("million", "milliard") and not match["ofmany"]
        return (each, each, Qualifier.EXACT if exact else Qualifier.ABOUT, False)
    if match["count"]:
        count = _value(match["count"])
        if count is None:
            return None
        vague = word not in ("millions", "million", "milliards", "milliard", "douzaines") or bool(match["ofmany"])
        return (count * each, count * each, Qualifier.ABOUT if vague else Qualifier.EXACT, False)
    return (2 * each, None, Qualifier.AT_LEAST, False) if word.endswith("s") else None


def _value(text: str | None) -> int | float | None:
    if text is None:
        return None
    return in_digits(text) if text[0].isdigit() else in_words(text)
