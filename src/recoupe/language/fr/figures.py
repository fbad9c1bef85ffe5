"""Figures in French text: numbers in digits and words with their qualifiers and units. Text only, no parse."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files
from typing import Any, Final, final

import attrs

from recoupe.language.fr.numerals import DIGITS, NUMERAL, WORDS, in_digits, in_words
from recoupe.model import Qualifier

#: The largest number in words that "les", "ces" make a reference to what was named ("les trois hommes").
_POINTS_BACK: Final = 10
#: What shares are out of: "un sur six"; "18 députés sur 33" are two counts.
_WHOLE: Final = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|[2-9]|10|100|1[ .]?000"
#: How far around a number its qualifier, label and unit are looked for, in characters.
_WINDOW: Final = 60
#: Numbers without a unit or qualifier that may be years.
_YEARS: Final = range(1800, 2101)


@final
@attrs.frozen(kw_only=True)
class Number:
    """A number in a text, with its qualifier and unit. Offsets count code points; the ends are not included."""

    #: Where the words start, qualifier and article included.
    start: int
    #: Where they end, unit included.
    end: int
    #: Where the number itself ends; what is counted follows it, or the unit.
    number_end: int
    #: Lowest value; None: not bounded.
    low: int | float | None
    #: Highest value, included; None: not bounded.
    high: int | float | None
    #: How exact it is called.
    qualifier: Qualifier
    #: ISO 4217 code, ``%``, UCUM symbol; ``1`` for a share of a whole ("deux tiers"); None for a count.
    unit: str | None = None
    #: It counts only of those to whom something is done: one person, or some already named ("les six suspects").
    weak: bool = False


@functools.cache
def lexicon() -> dict[str, Any]:
    """``figures.toml``; do not change what it returns."""
    return tomllib.loads(files("recoupe.language.fr").joinpath("figures.toml").read_text(encoding="utf-8"))


def recognise(text: str) -> tuple[Number, ...]:
    """The figures of a text, in order, not overlapping; dates, hours, ages, durations and ordinals left out.

    Any text is allowed; an empty one has none. Cost: linear.

    Raises:
        MissingExtra: the text has numbers in words, and the extra ``fr`` is not installed.
    """
    plain = _plain(text)
    found: list[Number] = []
    at = 0
    for match in _pattern().finditer(_small(plain)):
        if match.start() < at:
            continue
        number = _number(plain, match)
        if number is not None:
            found.append(number)
            at = number.end
    return tuple(found)


def _plain(text: str) -> str:
    """The text with one sort of space, apostrophe and hyphen, of the same length."""
    return text.translate(_SAME)


def _small(text: str) -> str:
    """The text in small letters, of the same length ("İ" has none of one letter)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_SAME = str.maketrans({
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2008": " ", "\u200a": " ", "\t": " ",
    "’": "'", "ʼ": "'", "‘": "'", "‑": "-", "‐": "-",
})  # fmt: skip


def _words(values: list[str]) -> str:
    return "|".join(re.escape(v) for v in sorted(values, key=len, reverse=True))


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Over small letters: a pattern that heeds no case costs three times as much."""
    data = lexicon()
    magnitudes = _words([m for m in data["magnitudes"] if m not in ("mille", "m", "k", "md", "mds")])
    collectives = _words(list(data["collectives"]))
    fractions = _words([f for f in data["fractions"] if f not in ("moitié", "demi")])
    number = rf"(?:{DIGITS}|{WORDS})"
    return re.compile(
        rf"""\b(?=\d|entre|la|les|des|plusieurs|quelques|de|d'|par|ces|ses|leurs|{NUMERAL}) # what a figure begins with
        (?<![\w/])(?<!\d[.,])(?<![\w]-)(?<!\#)
        (?: (?:entre[ ]+)(?P<a>{number})(?:[ ]*(?P<amag>{magnitudes}))?[ ]+et[ ]+(?P<b>{number})
          | (?P<from>{number})(?:[ ]*(?:à|ou)[ ]+|(?<=\d)[ ]*[-–][ ]*(?=\d))(?P<to>{number})(?=[ ]*(?:%|\w))
          | (?P<part>{number})[ ]+(?:[\w'-]+[ ]+){{0,2}}sur[ ]+(?P<whole>{_WHOLE})(?![\w])(?![ ]+\w+[sx]\b)
          | (?:(?P<times>{number})|la|les)[ ]+(?P<fraction>moitié|{fractions})(?=[ ]+d(?:e|u|es|')|[ ,.;:)]|$)
          | (?:(?P<several>des|plusieurs|quelques|de|d'|par|les|ces|ses|leurs|une|un|(?P<count>{number}))[ ]*)
            (?P<collective>{collectives})(?:[ ]+d(?:e|')[ ]*(?P<ofmany>milliers|millions|milliards))?(?!\w)
          | (?P<plain>{number})
        )(?:[ ]*(?P<magnitude>(?:{magnitudes})(?!\w)|mds?(?=[ ]?[€$])|[mk](?=[€$])))?""",
        re.VERBOSE,
    )


def _number(text: str, match: re.Match[str]) -> Number | None:
    if _is_article(text, match):
        return None
    bounds = _bounds(match)
    if bounds is None:
        return None
    low, high, qualifier, share = bounds
    end = match.end()
    if end < len(text) and (text[end].isalpha() or text[end] == "-") and text[end - 1].isdigit():
        return None
    unit, unit_end = ("1", end) if share else _unit(text, end)
    if unit is None and match.start() and (symbol := text[match.start() - 1]) in "€$£¥":
        unit = _unit_of()[symbol]
    start, stated = _qualifier_before(text, match.start())
    if stated is None and not share:
        end_of_words, stated = _qualifier_after(text, unit_end)
    else:
        end_of_words = unit_end
    if unit is None and (term := _term(text, end)) is not None:
        unit, unit_end = term
        end_of_words = unit_end
    if unit is None and (_is_time(text, end) or _is_label(text, match, start, stated)):
        return None
    if stated is None and _is_bare(text, match, low):
        return None
    weak = stated is None and (_points_back(text, match, start, low) or _is_one_person(text, match))
    low, high, qualifier = _qualified(low, high, qualifier, stated)
    return Number(
        start=start, end=max(end_of_words, end), number_end=unit_end,
        low=low, high=high, qualifier=qualifier, unit=unit, weak=weak,
    )  # fmt: skip


Bounds = tuple[int | float | None, int | float | None, Qualifier, bool]


def _bounds(match: re.Match[str]) -> Bounds | None:
    """The interval that the number itself means, and whether it is a share of a whole."""
    data = lexicon()
    factor = data["magnitudes"].get((match["magnitude"] or "").lower(), 1)
    if match["a"] or match["from"]:
        first, second = (_value(match[g]) for g in (("a", "b") if match["a"] else ("from", "to")))
        if first is None or second is None:
            return None
        own = data["magnitudes"].get((match["amag"] or "").lower())
        first, second = first * (own or factor), second * factor
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


# ---------------------------------------------------------------------- what stands around
def _unit(text: str, end: int) -> tuple[str | None, int]:
    """The unit or currency after a number, with "de" or "d'" between, and where it ends."""
    match = _units().match(text, end)
    if match is None:
        return None, end
    return _unit_of()[match["unit"].lower()], match.end()


@functools.cache
def _unit_of() -> dict[str, str]:
    data = lexicon()
    return {form: unit for table in ("units", "currencies") for unit, forms in data[table].items() for form in forms}


@functools.cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"[ ]?(?:d'|de )?[ ]?(?P<unit>{_words(list(_unit_of()))})(?!\w)", re.IGNORECASE)


@functools.cache
def _before() -> re.Pattern[str]:
    options = [w for words in lexicon()["qualifiers_before"].values() for w in words]
    return re.compile(rf"(?<!\w)(?P<q>{_words(options)}) ?(?:(?:de |d'|les |la |l'|à |une? )(?=\S))?$", re.IGNORECASE)


@functools.cache
def _after() -> re.Pattern[str]:
    options = [w for words in lexicon()["qualifiers_after"].values() for w in words]
    return re.compile(rf"(?: \w+)?,? (?P<q>{_words(options)})(?!\w)(?! de| d')", re.IGNORECASE)


def _kind(table: str, words: str) -> Qualifier:
    return next(Qualifier(k) for k, listed in lexicon()[table].items() if words.lower() in listed)


def _qualifier_before(text: str, start: int) -> tuple[int, Qualifier | None]:
    window = text[max(0, start - _WINDOW) : start]
    match = _before().search(window)
    if match is None:
        return start, None
    return start - len(window) + match.start(), _kind("qualifiers_before", match["q"])


def _qualifier_after(text: str, end: int) -> tuple[int, Qualifier | None]:
    """ "Trois personnes au moins": one word may stand between; the words of the figure still end at the number."""
    match = _after().match(text, end)
    return (end, _kind("qualifiers_after", match["q"])) if match else (end, None)


def _qualified(
    low: int | float | None, high: int | float | None, own: Qualifier, stated: Qualifier | None
) -> tuple[int | float | None, int | float | None, Qualifier]:
    if stated is None:
        return low, high, own
    if stated is Qualifier.AT_LEAST:
        return low, None, stated
    if stated is Qualifier.AT_MOST:
        return None, high if high is not None else low, stated
    return low, high, Qualifier.ABOUT if high is not None else own


# ---------------------------------------------------------------------- what is no figure
_FOLLOWING = re.compile(r" ?-?(?:de |d')?(?P<word>h(?=\d)|[\w.]+)(?: (?P<next>\w+))?")
#: The first of two dates: "du 16 au 20 février".
_RANGE = re.compile(r"(?:er)? ?(?:au|et|ou|-|–|à|,) ?(?:le )?\d{1,2}(?:er)? ?(?P<word>\w+)")
_UNIT = re.compile(r" (?P<unit>\w+) (?=\S)")
_HOUR = re.compile(r"\s*h\d", re.IGNORECASE)
_LABEL = re.compile(r"([\w'°º.]+) ?$")
_SMALL = re.compile(r" [a-zà-ÿ]")
_WORD_BEFORE = re.compile(r"([\w']+) ?$")
_WORD_BEHIND = re.compile(r" (?:[«\"] ?)?[\w]")
_PLURAL_ARTICLE = re.compile(r"(?<!\w)(?:les|des|aux) $", re.IGNORECASE)
_NTH = re.compile(r"(?:er|re|ère|e|ème|eme|es|èmes|nd|nde|ᵉ|º|°(?! ?c))(?!\w)", re.IGNORECASE)


@functools.cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"[ ]*(?:{_words(lexicon()['time']['words'])})(?!\w)")


@functools.cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words(lexicon()['labels']['kin'])}) $", re.IGNORECASE)


@functools.cache
def _counted_one() -> re.Pattern[str]:
    return re.compile(rf" (?:(?:{_words(lexicon()['one']['between'])}) )?(?P<noun>[\w-]+)", re.IGNORECASE)


def _is_time(text: str, end: int) -> bool:
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


def _term(text: str, end: int) -> tuple[str, int] | None:
    """ "cinq ans de prison": the only durations that are figures. The unit, and where the words end."""
    match = _UNIT.match(text, end)
    if match is None:
        return None
    unit = next((u for u, forms in lexicon()["terms"].items() if match["unit"].lower() in forms), None)
    tail = text[match.end() : match.end() + _WINDOW].lower()
    sentence = next((s for s in lexicon()["time"]["sentences"] if tail.startswith(s)), None)
    return (unit, match.end() + len(sentence)) if unit and sentence else None


def _is_label(text: str, match: re.Match[str], start: int, stated: Qualifier | None) -> bool:
    """A year, the number of an article, a flight, a league; a league itself ("les Vingt-Sept"); someone's children."""
    near = text[max(0, start - _WINDOW) : start]
    league = match["plain"] and text[match.start("plain")].isupper() and _PLURAL_ARTICLE.search(near)
    if _kin().search(near) or league:
        return True
    before = _LABEL.search(near)
    word = before[1].lower() if before else ""
    digits = match["plain"] if match["plain"] and match["plain"].isdigit() and not match["magnitude"] else None
    if digits and stated is None:
        if word in lexicon()["labels"]["words"] or word.split("'")[-1] in lexicon()["labels"]["words"]:
            return True
        if before and _is_name(before[1], near[:-1]):
            return True
        follows = text[match.end() : match.end() + 1]
        bare = not _SMALL.match(text, match.end())
        introduced = word in (
            "en",
            "de",
            "depuis",
            "dès",
            "avant",
            "après",
            "fin",
            "début",
            "mi",
            "à",
            "d'ici",
            "et",
            "l'an",
            "en",
            "pour",
            "(",
            "vers",
            "courant",
            "du",
        )
        if len(digits) == 4 and int(digits) in _YEARS and (bare or introduced):
            return True
        if follows == "-" or (len(digits) > 1 and digits[0] == "0"):
            return True
    return bool(match["from"]) and _time().match(text, match.end()) is not None


def _is_name(word: str, before: str) -> bool:
    """ "CAC 40", "Apollo 11": a capitalised word inside a sentence names something together with the number."""
    if word.isupper() and len(word) > 1:
        return True
    return word[:1].isupper() and bool(re.search(r"[a-zà-ÿ,'«\"“] ?\S*$", before[: -len(word)].rstrip()[-2:] or ""))


def _is_bare(text: str, match: re.Match[str], low: int | float | None) -> bool:
    """A small number in words that no word follows counts nothing ("tous deux,", "à trois")."""
    return _is_small(match, low) and not _WORD_BEHIND.match(text, match.end())


def _is_small(match: re.Match[str], low: int | float | None) -> bool:
    """One of the numbers that are written in words even where they only point to what was named."""
    in_words = bool(match["plain"]) and not match["plain"][0].isdigit()
    return in_words and low is not None and low <= _POINTS_BACK


def _points_back(text: str, match: re.Match[str], start: int, low: int | float | None) -> bool:
    """ "les deux pays", "ces trois hommes"; but "les 27 pays", "les 600 soldats" count."""
    before = _WORD_BEFORE.search(text, max(0, start - _WINDOW), start)
    definite = lexicon()["words"]["definite"]
    return _is_small(match, low) and before is not None and before[1].lower() in definite


def _is_article(text: str, match: re.Match[str]) -> bool:
    """ "un", "une" count only before the words of the lists, and before a magnitude."""
    noun, one = _noun_of_one(text, match), lexicon()["one"]
    return noun is not None and noun not in one["words"] and noun not in one["persons"]


def _is_one_person(text: str, match: re.Match[str]) -> bool:
    noun = _noun_of_one(text, match)
    return noun is not None and noun not in lexicon()["one"]["words"]


def _noun_of_one(text: str, match: re.Match[str]) -> str | None:
    """The word that "un" or "une" stands before; "" where there is none; None for other numbers."""
    if not match["plain"] or match["plain"].lower() not in ("un", "une") or match["magnitude"]:
        return None
    following = _counted_one().match(text, match.end())
    return following["noun"].lower() if following else ""
