"""Recognising the figures of a French text."""

from __future__ import annotations

import re

from recoupe.language.fr.figures.exclusions import is_article, is_bare, is_label, is_one_person, is_time, points_back
from recoupe.language.fr.figures.expressions import bounds_of, changes, pattern
from recoupe.language.fr.figures.surroundings import (
    qualified,
    qualifier_after,
    qualifier_before,
    term_after,
    unit_after,
    units_by_form,
)
from recoupe.language.fr.figures.words import lexicon
from recoupe.language.numbers import Number
from recoupe.language.signs import replaced

_SAME = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2008": " ", "\u200a": " ", "\t": " ",
    "’": "'", "ʼ": "'", "‘": "'", "‑": "-", "‐": "-",
}  # fmt: skip


def recognise(text: str) -> tuple[Number, ...]:
    """The figures of a text, in order, not overlapping; dates, hours, ages, durations and ordinals left out.

    Any text is allowed; an empty one has none. Cost: linear.

    Raises:
        MissingExtra: the text has numbers in words, and the extra ``fr`` is not installed.
    """
    plain = _plain(text)
    found: list[Number] = []
    at = 0
    for match in pattern().finditer(_small(plain)):
        if match.start() < at:
            continue
        number = _number(plain, match)
        if number is not None:
            found.append(number)
            at = number.end
    return tuple(found)


def _number(text: str, match: re.Match[str]) -> Number | None:
    if is_article(text, match):
        return None
    bounds = bounds_of(match)
    if bounds is None:
        return None
    low, high, qualifier, share = bounds
    end = match.end()
    if end < len(text) and (text[end].isalpha() or text[end] == "-") and text[end - 1].isdigit():
        return None
    unit, unit_end = ("1", end) if share else unit_after(text, end)
    if unit is None and match.start() and (symbol := text[match.start() - 1]) in "€$£¥":
        unit = units_by_form()[symbol]
    start, stated = qualifier_before(match.string, match.start("to") if changes(match) else match.start())
    if stated is None and not share:
        end_of_words, stated = qualifier_after(text, unit_end)
    else:
        end_of_words = unit_end
    term = term_after(text, end) if unit is None else None
    if term is not None:
        unit, unit_end = term
        end_of_words = unit_end
    if unit is None and (is_time(text, end) or is_label(text, match, start, stated)):
        return None
    if stated is None and is_bare(text, match, low):
        return None
    weak = stated is None and (points_back(text, match, start, low) or is_one_person(text, match))
    low, high, qualifier = qualified(low, high, qualifier, stated)
    return Number(
        start=start, end=max(end_of_words, end), number_end=unit_end,
        low=low, high=high, qualifier=qualifier, unit=unit, weak=weak,
        links=_links(text[match.start() : unit_end]), is_term=term is not None,
    )  # fmt: skip


def _links(words: str) -> bool:
    """ "une dizaine de personnes", "deux millions d'euros"; but "dix personnes"."""
    last = words.split()[-1].lower()
    return last in lexicon()["magnitudes"] or last in lexicon()["collectives"]


def _plain(text: str) -> str:
    """The text with one sort of space, apostrophe and hyphen, of the same length."""
    return replaced(text, _SAME)


def _small(text: str) -> str:
    """The text in small letters, of the same length ("İ" has none of one letter)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
