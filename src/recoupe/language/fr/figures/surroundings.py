"""What stands around a number: its unit or currency, its qualifier, the sentence of a court."""

from __future__ import annotations

import functools
import re
from typing import Final

from recoupe.language.fr.figures.words import alternatives, lexicon
from recoupe.model import Qualifier

#: How far around a number its qualifier, label and unit are looked for, in characters.
WINDOW: Final = 60

_UNIT = re.compile(r" (?P<unit>\w+) (?=\S)")


def unit_after(text: str, end: int) -> tuple[str | None, int]:
    """The unit or currency after a number, with "de" or "d'" between, and where it ends."""
    match = _units().match(text, end)
    if match is None:
        return None, end
    return units_by_form()[match["unit"].lower()], match.end()


@functools.cache
def units_by_form() -> dict[str, str]:
    data = lexicon()
    return {form: unit for table in ("units", "currencies") for unit, forms in data[table].items() for form in forms}


@functools.cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"[ ]?(?:d'|de )?[ ]?(?P<unit>{alternatives(list(units_by_form()))})(?!\w)", re.IGNORECASE)


@functools.cache
def _before() -> tuple[str, ...]:
    """The qualifiers that stand before a number, the longest first."""
    words = (w for forms in lexicon()["qualifiers_before"].values() for w in forms)
    return tuple(sorted(words, key=len, reverse=True))


@functools.cache
def _after() -> re.Pattern[str]:
    options = [w for words in lexicon()["qualifiers_after"].values() for w in words]
    return re.compile(rf"(?: \w+)?,? (?P<q>{alternatives(options)})(?!\w)(?! de| d')", re.IGNORECASE)


def _kind(table: str, words: str) -> Qualifier:
    return next(Qualifier(k) for k, listed in lexicon()[table].items() if words.lower() in listed)


def qualifier_before(small: str, start: int) -> tuple[int, Qualifier | None]:
    """The qualifier before a number, and where the words begin. `small`: the text in small letters."""
    near = small[max(0, start - WINDOW) : start].removesuffix("\n").removesuffix(" ")
    if not near.endswith(_before()):
        return start, None
    for words in _before():
        if near.endswith(words) and not _is_letter(near[: -len(words)][-1:]):
            return small.rindex(words, 0, start), _kind("qualifiers_before", words)
    return start, None


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def qualifier_after(text: str, end: int) -> tuple[int, Qualifier | None]:
    """ "Trois personnes au moins": one word may stand between; the words of the figure still end at the number."""
    match = _after().match(text, end)
    return (end, _kind("qualifiers_after", match["q"])) if match else (end, None)


def qualified(
    low: int | float | None, high: int | float | None, own: Qualifier, stated: Qualifier | None
) -> tuple[int | float | None, int | float | None, Qualifier]:
    if stated is None:
        return low, high, own
    if stated is Qualifier.AT_LEAST:
        return low, None, stated
    if stated is Qualifier.AT_MOST:
        return None, high if high is not None else low, stated
    return low, high, Qualifier.ABOUT if high is not None else own


def term_after(text: str, end: int) -> tuple[str, int] | None:
    """ "cinq ans de prison": the only durations that are figures. The unit, and where the words end."""
    match = _UNIT.match(text, end)
    if match is None:
        return None
    unit = next((u for u, forms in lexicon()["terms"].items() if match["unit"].lower() in forms), None)
    tail = text[match.end() : match.end() + WINDOW].lower()
    sentence = next((s for s in lexicon()["time"]["sentences"] if tail.startswith(s)), None)
    return (unit, match.end() + len(sentence)) if unit and sentence else None
