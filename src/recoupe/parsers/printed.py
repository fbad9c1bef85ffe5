"""Printed publication lines: "Publié le 16 avril 2019 à 14h05, mis à jour à 15h10", and the header "date 2025-06"."""

from __future__ import annotations

import re
from typing import final

import attrs
import pendulum

from recoupe.errors import RecoupeError
from recoupe.model import When
from recoupe.parsers.cues import starts, words_of

_MONTHS = (
    "janvier janv jan january|février févr fév fevrier february feb|mars mar march|avril avr april apr|mai may|"
    "juin june jun|juillet juil july jul|août aout august aug|septembre sept sep september|octobre oct october|"
    "novembre nov november|décembre déc decembre dec december"
)
_MONTH = {name: number for number, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_CLOCK = r"(?:[\s,|·•–—-]*(?:à|a|at)?\s*(?P<hour>[01]?\d|2[0-3])\s*(?:h|:|heures?)\s*(?P<minute>[0-5]\d)?(?!\d))?"
#: A full date in words (also "March 3, 2024") or digits; a numeric date is day first, as French print has it.
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:er)?\s+(?P<name>{_NAMES})\.?\s+(?P<year>\d{{4}})"
    rf"|(?P<month>{_NAMES})\.?\s+(?P<th>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<of>\d{{4}})"
    rf"|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>\d{{4}})"
    rf"|(?<!\d)(?P<dd>\d\d)/(?P<mm>\d\d)/(?P<yy>\d\d)(?!\d)){_CLOCK}",
    re.IGNORECASE,
)
#: What stands beside the dates of a line that has nothing else.
_AROUND = re.compile(
    r"(?:\W|\d{1,2}[:h]\d{2}|le|du|à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|heure|gmt|utc|cet|cest|date)*"
)
#: The outlet's name before such a line ("La Gazette, publié le ...").
_NAMED = re.compile(r"^[^,|•·–—.]{2,30}(?:\.\w{2,12})?\s*[,|•·–—]\s*(?=\S)")
#: The first year of two digits that is of the last century (the convention of POSIX, strptime's %y).
_TURN = 69
#: Words of a line that dates and signs, at most.
_SIGNED = 10
_MONTH_ONLY = re.compile(r"(?P<month>\d{4}-\d{2})(?!-?\d)")
_UPDATED = re.compile(
    r"mis(?:e)?s?\s+à\s+jour|modifié|actualisé|updated|dernière\s+mise\s+à\s+jour|maj\b|corrigé", re.IGNORECASE
)
_CLOCK_ONLY = re.compile(r"\b(?:à|at)\s*([01]?\d|2[0-3])\s*(?:h|:)\s*([0-5]\d)?", re.IGNORECASE)


@final
@attrs.frozen(kw_only=True)
class Printed:
    """What a printed line says."""

    #: The day of publication; None where the line states none.
    published: When | None = None
    #: The day of the last update, where the line states one.
    updated: When | None = None


def read_line(line: str) -> Printed:
    """The dates of a line about publication; a date without a year is none, and no year is supplied.

    The words before a date say what it dates; a date without words is the publication. An update that gives a clock
    time only ("mis à jour à 15h10") falls on the day of publication.
    """
    published: When | None = None
    updated: When | None = None
    cut = next((m.start() for m in _UPDATED.finditer(line)), len(line))
    first = _first(line[:cut])
    published = first
    if cut < len(line):
        updated = _first(line[cut:]) or _same_day(first, line[cut:])
    return Printed(published=published, updated=updated)


def is_bare(line: str) -> bool:
    """The line is one full date with or without weekday, clock time and zone, and nothing else."""
    rest, dates = _DATE.subn(" ", line.lower())
    return dates > 0 and _AROUND.fullmatch(rest) is not None


def is_about(line: str) -> bool:
    """The line is about publication, and no sentence: beside dates and names it has the words of such lines only.

    It begins with such a word, or is a date alone, or a date and who signs ("3 mars 2024, par Jeanne Martin").
    """
    first = _DATE.match(line)
    rest = line[first.end() :].lstrip(" ,|•·–—-") if first else line
    if not starts("printed", rest):
        rest = _NAMED.sub("", rest)
    if not starts("printed", rest):
        return is_bare(line) or is_bare(rest) or (first is not None and not rest) or _is_signed(line)
    words = re.findall(r"[^\W\d_]+", _DATE.sub(" ", rest))
    other = [word for word in words if word.islower() and word not in words_of("printed_words", "words")]
    return len(other) <= 2


def _is_signed(line: str) -> bool:
    """One full date and who signs, on either side of it, and no word of a sentence."""
    rest, dates = _DATE.subn("\x00", line)
    words = re.findall(r"[^\W\d_]+", rest)
    small = {word for word in words if word.islower()}
    signed = dates == 1 and re.search(r"(?:^|[|,·•–—\x00-])\s*(?:par|by)\s", rest, re.IGNORECASE) is not None
    return (
        signed
        and len(words) <= _SIGNED
        and small <= words_of("byline", "particles") | words_of("printed_words", "words")
    )


def header(text: str) -> tuple[When, int] | None:
    """The date of a metadata header such as " date 2025-06 " at the start of `text`, and where the header ends."""
    match = re.match(r"\s*date\s*:?\s+(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=\s|$)", text, re.IGNORECASE)
    if match is None:
        return None
    try:
        return attrs.evolve(When.from_edtf(match[1]), words=match[0].strip()), match.end()
    except RecoupeError:
        return None


def _first(text: str) -> When | None:
    match = _DATE.search(text)
    if match is None:
        month = _MONTH_ONLY.search(text)
        return _edtf(month["month"], month.group()) if month else None
    if match["iso"]:
        day = _edtf(match["iso"], match.group())
    elif match["name"]:
        day = _day(int(match["year"]), _MONTH[match["name"].lower()], int(match["day"]), match.group())
    elif match["month"]:
        day = _day(int(match["of"]), _MONTH[match["month"].lower()], int(match["th"]), match.group())
    elif match["y"]:
        day = _day(int(match["y"]), int(match["m"]), int(match["d"]), match.group())
    else:
        year = int(match["yy"])
        day = _day(year + (2000 if year < _TURN else 1900), int(match["mm"]), int(match["dd"]), match.group())
    if day is None or match["hour"] is None:
        return day
    return attrs.evolve(day, at=pendulum.Time(int(match["hour"]), int(match["minute"] or 0)))


def _same_day(day: When | None, text: str) -> When | None:
    clock = _CLOCK_ONLY.search(text)
    if day is None or clock is None:
        return None
    return attrs.evolve(day, at=pendulum.Time(int(clock[1]), int(clock[2] or 0)), words=clock.group())


def _day(year: int, month: int, day: int, words: str) -> When | None:
    return _edtf(f"{year:04}-{month:02}-{day:02}", words)


def _edtf(text: str, words: str) -> When | None:
    try:
        return attrs.evolve(When.from_edtf(text), words=words.strip())
    except RecoupeError:
        return None
