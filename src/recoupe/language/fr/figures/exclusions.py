"""What is no figure although it has a number: dates, hours, ages, ordinals, labels, years, and references."""

from __future__ import annotations

import functools
import re
from typing import Final

from recoupe.language.fr.figures.surroundings import WINDOW
from recoupe.language.fr.figures.words import alternatives, lexicon
from recoupe.model import Qualifier

#: The largest number in words that "les", "ces" make a reference to what was named ("les trois hommes").
_POINTS_BACK: Final = 10
#: Numbers without a unit or qualifier that may be years.
_YEARS: Final = range(1800, 2101)
_FOLLOWING = re.compile(r" ?-?(?:de |d')?(?P<word>h(?=\d)|[\w.]+)(?: (?P<next>\w+))?")
#: The first of two dates: "du 16 au 20 février".
_RANGE = re.compile(r"(?:er)? ?(?:au|et|ou|-|–|à|,) ?(?:le )?\d{1,2}(?:er)? ?(?P<word>\w+)")
_HOUR = re.compile(r"\s*h\d", re.IGNORECASE)
_LABEL = re.compile(r"([\w'°º.]+) ?$")
_SMALL = re.compile(r" [a-zà-ÿ]")
_PLURAL = re.compile(r" ([a-zà-ÿ-]{3,}[sx])(?!\w)")
_WORD_BEFORE = re.compile(r"([\w']+) ?$")
_WORD_BEHIND = re.compile(r" (?:[«\"] ?)?[\w]")
_PLURAL_ARTICLE = re.compile(r"(?<!\w)(?:les|des|aux) $", re.IGNORECASE)
#: A day with its month, as papers in Switzerland and Belgium set it: "(23.05)".
_DAY = re.compile(r"[0-3]?\d\.[01]\d\)")
_NTH = re.compile(r"(?:er|re|ère|e|ème|eme|es|èmes|nd|nde|ᵉ|º|°(?! ?c))(?!\w)", re.IGNORECASE)


@functools.cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"[ ]*(?:{alternatives(lexicon()['time']['words'])})(?!\w)")


@functools.cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon()['labels']['kin'])}) $", re.IGNORECASE)


@functools.cache
def _counted_one() -> re.Pattern[str]:
    return re.compile(rf" (?:(?:{alternatives(lexicon()['one']['between'])}) )?(?P<noun>[\w-]+)", re.IGNORECASE)


def is_time(text: str, end: int) -> bool:
    """A date, an hour, an age, a duration ("18 novembre", "14h30", "71 ans", "trois fois"), or an ordinal ("3e")."""
    if _NTH.match(text, end) or (text[end : end + 1] in (":", "/") and text[end + 1 : end + 2].isdigit()):
        return True
    match = _FOLLOWING.match(text, end)
    if match is None:
        return False
    word = match["word"].lower()
    pair = _RANGE.match(text, end)
    if pair and pair["word"].lower() in lexicon()["time"]["words"]:
        return True
    if match["next"] and match["next"].lower() in ("années", "jours", "mois", "ans", "semaines", "heures", "minutes"):
        return word.endswith("s")
    times = lexicon()["time"]["words"]
    return word in times or word.rstrip(".") in times or _HOUR.match(text, end) is not None


def is_label(text: str, match: re.Match[str], start: int, stated: Qualifier | None) -> bool:
    """A year, the number of an article, a flight, a league; a league itself ("les Vingt-Sept"); someone's children."""
    near = text[max(0, start - WINDOW) : start]
    league = match["plain"] and text[match.start("plain")].isupper() and _PLURAL_ARTICLE.search(near)
    if _kin().search(near) or league:
        return True
    before = _LABEL.search(near)
    word = before[1].lower() if before else ""
    digits = match["plain"] if match["plain"] and match["plain"][0].isdigit() and not match["magnitude"] else None
    if digits and stated is None:
        labels, articles = lexicon()["labels"]["words"], lexicon()["labels"]["articles"]
        last = word.split("'")[-1]  # "jusqu'au 18"
        if word in labels or last in labels or last in articles:
            return True
        if word in lexicon()["labels"]["calendar"] and not _counts_behind(text, match.end(), digits):
            return True
        if near.endswith("(") and _DAY.match(text, match.start("plain")):
            return True
        if before and digits.isdigit() and _is_name(before[1], near[:-1]):
            return True  # but "la CGT 15 000"
        follows = text[match.end() : match.end() + 1]
        bare = not _SMALL.match(text, match.end())
        introduced = word in lexicon()["labels"]["years"]
        if _is_year(digits) and (bare or introduced):
            return True
        if follows == "-" or (len(digits) > 1 and digits[0] == "0"):
            return True
    return bool(match["from"]) and _time().match(text, match.end()) is not None


def _is_year(digits: str) -> bool:
    return digits.isdigit() and int(digits) in _YEARS


def _counts_behind(text: str, end: int, digits: str) -> bool:
    """A number behind a day or month is that of things: "a supprimé mardi 300 postes"; not "mardi 12 dans la nuit"."""
    following = _PLURAL.match(text, end)
    counted = following is not None and following[1] not in lexicon()["labels"]["uncounted"]
    return counted and not _is_year(digits)


def _is_name(word: str, before: str) -> bool:
    """ "CAC 40", "Apollo 11": a capitalised word inside a sentence names something together with the number."""
    if word.isupper() and len(word) > 1:
        return True
    return word[:1].isupper() and bool(re.search(r"[a-zà-ÿ,'«\"“] ?\S*$", before[: -len(word)].rstrip()[-2:] or ""))


def is_bare(text: str, match: re.Match[str], low: int | float | None) -> bool:
    """A small number in words that no word follows counts nothing ("tous deux,", "à trois")."""
    return _is_small(match, low) and not _WORD_BEHIND.match(text, match.end())


def _is_small(match: re.Match[str], low: int | float | None) -> bool:
    """One of the numbers that are written in words even where they only point to what was named."""
    in_words = bool(match["plain"]) and not match["plain"][0].isdigit()
    return in_words and low is not None and low <= _POINTS_BACK


def points_back(text: str, match: re.Match[str], start: int, low: int | float | None) -> bool:
    """ "les deux pays", "ces trois hommes"; but "les 27 pays", "les 600 soldats" count."""
    before = _WORD_BEFORE.search(text, max(0, start - WINDOW), start)
    definite = lexicon()["words"]["definite"]
    return _is_small(match, low) and before is not None and before[1].lower() in definite


def is_article(text: str, match: re.Match[str]) -> bool:
    """ "un", "une" count only before the words of the lists, and before a magnitude."""
    noun, one = _noun_of_one(text, match), lexicon()["one"]
    return noun is not None and noun not in one["words"] and noun not in one["persons"]


def is_one_person(text: str, match: re.Match[str]) -> bool:
    noun = _noun_of_one(text, match)
    return noun is not None and noun not in lexicon()["one"]["words"]


def _noun_of_one(text: str, match: re.Match[str]) -> str | None:
    """The word that "un" or "une" stands before; "" where there is none; None for other numbers."""
    if not match["plain"] or match["plain"].lower() not in ("un", "une") or match["magnitude"]:
        return None
    following = _counted_one().match(text, match.end())
    return following["noun"].lower() if following else ""
