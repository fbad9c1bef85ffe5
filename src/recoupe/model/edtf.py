"""EDTF (ISO 8601-2:2019; Library of Congress EDTF specification) for pairs of days.

Read: level 0 dates and intervals; level 1 seasons (21 to 24), ``X`` for unspecified last digits, ``?``, ``~`` and
``%`` behind a date, open (``..``) and unknown (empty) ends; level 2 one-of sets ``[a..b]``, ``[a,b]``, ``[..b]``,
``[a..]`` and the sub-year groupings 25 to 41 (quarters, quadrimesters, semesters). The packages `edtf` and `undate`
drop qualifiers or fail on containment, which is why this small reader is our own; tests use `edtf` as an oracle.
"""

from __future__ import annotations

import calendar
import re
from typing import final

import attrs
import pendulum

from recoupe.errors import EdtfError

#: First and last day (month, day) of the astronomical seasons of the northern hemisphere, at their widest over the
#: years; a winter ends in the year after the one that names it. EDTF level 1 codes 21 to 24.
SEASONS: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {
    21: ((3, 20), (6, 20)),
    22: ((6, 20), (9, 22)),
    23: ((9, 22), (12, 21)),
    24: ((12, 21), (3, 20)),
}
#: First and last month of the level 2 groupings: northern and southern seasons, quarters, quadrimesters, semesters.
_GROUPINGS: dict[int, tuple[int, int]] = {
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
#: Codes 25 to 28 are northern, 29 to 32 southern seasons; the southern ones lie half a year away.
_NORTHERN = {25: 21, 26: 22, 27: 23, 28: 24, 29: 23, 30: 24, 31: 21, 32: 22}

_DATE = re.compile(r"(?P<y>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?)?(?P<q>[?~%])?", re.ASCII)


@final
@attrs.frozen(kw_only=True)
class Bounds:
    """What an EDTF string says, as days."""

    #: First day, None when open or unknown.
    earliest: pendulum.Date | None
    #: Last day, included; None when open or unknown.
    latest: pendulum.Date | None
    #: It was written as an interval with two closed ends.
    interval: bool = False
    #: ``~`` or ``%`` stood behind a date.
    approximate: bool = False
    #: ``?`` or ``%`` stood behind a date.
    uncertain: bool = False


def season(year: int, code: int) -> tuple[pendulum.Date, pendulum.Date]:
    """First and last day of the season `code` (21 spring to 24 winter) that `year` names."""
    (m1, d1), (m2, d2) = SEASONS[code]
    last_year = year + (m2 < m1)
    end = pendulum.Date(9999, 12, 31) if last_year > 9999 else pendulum.Date(last_year, m2, d2)
    return pendulum.Date(year, m1, d1), end


def parse(text: str) -> Bounds:
    """Read an EDTF string.

    Raises:
        EdtfError: it is not one, or of a part that is not read.
    """
    if not text:
        raise EdtfError(text, "it is empty")
    if text[0] == "[" and text[-1] == "]":
        return _one_of(text)
    if "/" in text:
        return _interval(text)
    return _date(text, text)


def _interval(text: str) -> Bounds:
    parts = text.split("/")
    if len(parts) != 2:
        raise EdtfError(text, "an interval has two ends")
    start, end = (None if p in ("", "..") else _date(p, text) for p in parts)
    earliest, latest = start and start.earliest, end and end.latest
    if earliest is not None and latest is not None and latest < earliest:
        raise EdtfError(text, "it ends before it begins")
    ends = [e for e in (start, end) if e is not None]
    return Bounds(
        earliest=earliest,
        latest=latest,
        interval=len(ends) == 2,
        approximate=any(e.approximate for e in ends),
        uncertain=any(e.uncertain for e in ends),
    )


def _one_of(text: str) -> Bounds:
    lows: list[pendulum.Date | None] = []
    highs: list[pendulum.Date | None] = []
    approximate = uncertain = False
    for item in text[1:-1].split(","):
        low, dots, high = item.strip().partition("..")
        first = _date(low, text) if low else None
        last = (_date(high, text) if high else None) if dots else first
        if first is None and last is None:
            raise EdtfError(text, "a member of the set is empty")
        lows.append(first.earliest if first else None)
        highs.append(last.latest if last else None)
        for bound in (first, last):
            approximate |= bound is not None and bound.approximate
            uncertain |= bound is not None and bound.uncertain
    earliest = None if None in lows else min(d for d in lows if d is not None)
    latest = None if None in highs else max(d for d in highs if d is not None)
    if earliest is not None and latest is not None and latest < earliest:
        raise EdtfError(text, "it ends before it begins")
    return Bounds(earliest=earliest, latest=latest, approximate=approximate, uncertain=uncertain)


def _date(part: str, whole: str) -> Bounds:
    match = _DATE.fullmatch(part)
    if match is None:
        raise EdtfError(whole, f"{part!r} is not YYYY, YYYY-MM, YYYY-MM-DD or a season")
    try:
        earliest, latest = _days(match["y"], match["m"], match["d"])
    except ValueError as error:
        raise EdtfError(whole, f"{part!r} is not a day of the calendar") from error
    qualifier = match["q"] or ""
    return Bounds(
        earliest=earliest, latest=latest, approximate=qualifier in ("~", "%"), uncertain=qualifier in ("?", "%")
    )


def _days(year: str, month: str | None, day: str | None) -> tuple[pendulum.Date, pendulum.Date]:
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if "X" in year and (month or "XX") != "XX":
        raise ValueError("a month needs a whole year")
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError("a day needs a month")
        return pendulum.Date(low, 1, 1), pendulum.Date(high, 12, 31)
    number = int(month)
    if number > 12:
        if day is not None:
            raise ValueError("a season has no days")
        return _grouping(low, number)
    if day is None or day == "XX":
        return pendulum.Date(low, number, 1), pendulum.Date(low, number, calendar.monthrange(low, number)[1])
    one = pendulum.Date(low, number, int(day))
    return one, one


def _grouping(year: int, code: int) -> tuple[pendulum.Date, pendulum.Date]:
    if code in SEASONS or code in _NORTHERN:
        return season(year, _NORTHERN.get(code, code))
    if code not in _GROUPINGS:
        raise ValueError("no such season or grouping")
    first, last = _GROUPINGS[code]
    return pendulum.Date(year, first, 1), pendulum.Date(year, last, calendar.monthrange(year, last)[1])


# ---------------------------------------------------------------------- writing
def render(
    earliest: pendulum.Date | None,
    latest: pendulum.Date | None,
    *,
    lasting: bool = False,
    approximate: bool = False,
    uncertain: bool = False,
) -> str:
    """The EDTF string of a pair of days, as short as it can be without saying more."""
    mark = "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""
    if earliest is None or latest is None:
        start = _start(earliest) + mark if earliest else ".."
        end = _end(latest, seasons=False) + mark if latest else ".."
        return f"{start}/{end}"
    short = _unit(earliest, latest)
    if short is not None:
        return f"{short}{mark}/{short}{mark}" if lasting else short + mark
    start, end = _start(earliest), _end(latest)
    if len(start) != len(end):  # 2025-06..2025-06-10 is right and hard to read: one precision for both
        digits = max(len(start), len(end))
        start, end = earliest.isoformat()[:digits], latest.isoformat()[:digits]
    return f"{start}{mark}/{end}{mark}" if lasting else f"[{start}{mark}..{end}{mark}]"


def _unit(earliest: pendulum.Date, latest: pendulum.Date) -> str | None:
    """The name of the calendar unit that the two days span, if they span one."""
    if earliest == latest:
        return earliest.isoformat()
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        first, last = earliest.year, latest.year
        if first == last:
            return f"{first:04}"
        if first % 10 == 0 and last == first + 9:
            return f"{first // 10:03}X"
        if first % 100 == 0 and last == first + 99:
            return f"{first // 100:02}XX"
        return None
    if earliest.day == 1 and (earliest.year, earliest.month) == (latest.year, latest.month) and _is_month_end(latest):
        return f"{earliest.year:04}-{earliest.month:02}"
    for code, (start, _) in SEASONS.items():
        if (earliest.month, earliest.day) == start and season(earliest.year, code) == (earliest, latest):
            return f"{earliest.year:04}-{code}"
    return None


def _start(day: pendulum.Date) -> str:
    """The shortest EDTF date whose first day is `day`."""
    if day.day != 1:
        return day.isoformat()
    return f"{day.year:04}" if day.month == 1 else f"{day.year:04}-{day.month:02}"


def _end(day: pendulum.Date, *, seasons: bool = True) -> str:
    """The shortest EDTF date whose last day is `day`; 20 June ends the spring, and seldom means it."""
    if (day.month, day.day) == (12, 31):
        return f"{day.year:04}"
    if _is_month_end(day):
        return f"{day.year:04}-{day.month:02}"
    for code in (21, 22) if seasons else ():  # "entre août 2024 et le printemps 2025": 2024-08/2025-21
        if (day.month, day.day) == SEASONS[code][1]:
            return f"{day.year:04}-{code}"
    return day.isoformat()


def _is_month_end(day: pendulum.Date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
