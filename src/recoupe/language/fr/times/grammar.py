"""The rules: regular expressions over word classes, tried in their order at every place where an expression can begin.

``{class}`` is one token of a class of ``words.toml`` or of a shape of ``tokens.py``. No repetition is unbounded, so
that the work stays linear. Article and modifier stand inside a match, prepositions outside (as in French TimeBank).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import final

import attrs

from recoupe.calendar import Reference as Pointing
from recoupe.calendar import Vague
from recoupe.language.fr.times import clock, days, periods, spans
from recoupe.language.fr.times.draft import Draft, Found
from recoupe.language.fr.times.tokens import filled

_MACROS = {
    "DAY": "(?:{day}|{first})",
    "W": "(?P<w>{weekday})",
    "D": "(?P<d>{day}|{first})",
    "M": "(?P<m>{month}|{abbreviation}{stop}?)",
    "Y": "(?P<y>{year})",
    # "octobre 98": two digits that are no day, and nothing counted behind them.
    "YY": "(?P<yy>{num}(?!{word}|{person}|{num}|{unit}|{number}))",
    # "de l'an dernier", "de l'année prochaine": of which year a month is.
    # "de la même année", "de l'année suivante": counted from the last year of the text.
    "YEARLEAN": "(?:{de}?{the}{unit=year}(?:(?P<lastyear>{last})|(?P<nextyear>{next})|(?P<toldyear>{previous}))"
    "|{de}{the}(?P<sameyear>{same}){unit=year})",
    "LEAN": "(?:(?P<last>{last})|(?P<next>{next}))",
    "PART": "(?:{the}?(?:(?P<start>{start})|(?P<middle>{middle}){hyphen}?|(?P<end>{end})){de}?{the}?)",
    "CLOCK": "(?P<clock>{clock}|{day}{hour}(?:{day}|{num})?|{num}{hour}(?:{day}|{num})?|{noon}"
    "|{day}{unit=hour}(?!{de}(?!{daypart})|{later}|{after}|{before}|{last}|{next}|{previous})(?:{day}|{num})?)",
    "TAIL": "(?:(?:{at}{CLOCK}|{at}?(?P<part>{daypart}))(?:{comma}?{zone})?)?",
    "COUNT": "(?:(?P<measure>{measure})?(?:(?P<n>(?:{day}|{num}|{year})|(?:{number}(?:{hyphen}?{and}?{hyphen}?"
    "(?:{number}|{one})){0,6}))"
    "|{one}(?P<rough>{roughly}){de}|(?P<some>{some})|(?P<one>{one})))",
}

#: Name, pattern, what to make of it. The order is that of trust: of two rules that match at one place the first counts.
_RULES: tuple[tuple[str, str, Callable[[Found], Draft | None]], ...] = (
    ("digits", "{the}?(?:{W}{comma}?)?(?P<n>{iso}|{numeric}){TAIL}", days.digits),
    ("night to a date", "{the}?(?P<part>{daypart}){de}{weekday}{at}{W}{D}{M}{Y}?", days.night_to),
    ("night between", "{the}?(?P<part>{daypart}){de}{W}{at}(?P<w2>{weekday})", days.night_between),
    (
        "night between dates",
        "{the}?(?P<part>{daypart}){de}{W}?{D}{at}{weekday}?(?P<d2>{DAY}){M}{Y}?",
        days.night_between,
    ),
    ("night of", "{the}?(?P<part>{daypart}){de}(?:{W}|(?P<day>{deictic}))(?!{day})", days.night_of),
    (
        "deictic date",
        "(?P<day>{deictic})(?:{comma}?{W}(?:{comma}?{D}{M}{Y}?)?|{comma}?{D}{M}{Y}?)?{TAIL}",
        days.deictic,
    ),
    (
        "eve",
        "{the}?(?P<day>{textual})(?:{de}(?:(?P<feast>{feast})|{D}{M}{Y}?|{W})|(?P<event>{de}(?={the}|{word}|"
        "{name}|{this}|{one}|{yearly}))?{TAIL})",
        days.textual,
    ),
    (
        "date with year ahead",
        "{the}?{W}?{D}{M}(?=(?:{and}|{at}|{hyphen}|{until}|{comma}){the}?{weekday}?{DAY}(?P<m2>{month})(?P<y2>{year}))",
        days.dated,
    ),
    (
        "date",
        "(?:{the}|(?P<this>{this}))?(?:{W}{comma}?)?{D}(?P<hyphen>{hyphen})?{M}"
        "(?:{Y}(?!{word}{word}?{de})|{YY}|{YEARLEAN})?{LEAN}?{TAIL}",
        days.dated,
    ),
    (
        "day of a list",
        "{the}?{W}?{D}(?=(?:(?:{comma}|{and}{de}?|{at}|{hyphen}|{slash}|{until}){the}?{weekday}?{DAY}){1,6}{M}(?:"
        "{Y}|{YY})?)",
        days.listed,
    ),
    ("every weekday", "(?:{each}{W}|(?:{all}{the}|{the})(?P<w>{weekdays}))", days.every_weekday),
    (
        "same day",
        "(?:{the}{same}{unit=day}|{this}{unit=day}(?:{hyphen}{there})?|{the}{unit=day}{same}|{the}{daypart}"
        "{same})",
        days.same_day,
    ),
    ("feast", "{the}?(?P<feast>{feast})(?:{de}?{Y})?{LEAN}?{TAIL}", days.feast),
    (
        "weekday",
        "(?:(?P<the>{the})|(?P<this>{this}))?{W}(?:{LEAN}|(?P<previous>{previous})|{en}(?P<weeks>{number}))?{TAIL}",
        days.weekday,
    ),
    ("part of day", "(?:{the}|(?P<this>{this}))(?P<part>{daypart})(?P<last>{last})?", days.day_part),
    ("part of day, in", "(?<=(?:{en}|{end}|{start}))(?P<part>{daypart})", days.day_part),
    ("part of day, at", "(?<!{daypart}{at})(?<={at})(?P<part>{daypart})(?!{de}{the})", days.day_part),
    ("week of a date", "{the}?{unit=week}{de}{the}?{W}?{D}{M}{Y}?(?!{hyphen}|{at})", periods.week_of),
    (
        "week-end of a date",
        "{the}?{weekend}{de}{the}?{W}?{D}(?:(?:{and}|{hyphen}|{slash}){DAY})?{M}{Y}?",
        days.weekend_of,
    ),
    (
        "week-end",
        "{PART}?(?:{the}|{this}|(?P<each>{each}|{all}{the}))?{LEAN}?{weekend}{LEAN}?(?!{de}{month})",
        days.weekend,
    ),
    (
        "month with year ahead",
        "{PART}?(?:{the}?{unit=month}{de})?{M}(?=(?:{and}|{at}|{hyphen}|{slash}|{until}|{comma}){the}?"
        "(?P<m2>{month})(?P<y2>{year}))",
        periods.month,
    ),
    (
        "month",
        "{PART}?(?:(?:{the}|{this})?{unit=month}{de})?{M}(?:{Y}|{YY}|{de}{the}?{unit=year}{Y}|{YEARLEAN})?{LEAN}?",
        periods.month,
    ),
    (
        "decade",
        "{PART}?{the}?(?P<u>{unit=year})(?P<n>{num}|{number}(?:{hyphen}{number})?|{year})(?!{unit})",
        periods.decade,
    ),
    ("year, said so", "{PART}?(?:{the}|{this})?{unit=year}{Y}", periods.year),
    ("century", "{PART}?{the}?(?P<n>{roman}|{nth}){unit=century}", periods.century),
    (
        "division",
        "{PART}?{the}?(?P<n>{ordinal}|{first}|{nth})(?P<unit>{unit=quarter}|{unit=half}){LEAN}?(?:{de}?{Y})?",
        periods.division,
    ),
    (
        "last division",
        "{PART}?{the}?(?P<n>{last})(?P<unit>{unit=quarter}|{unit=half}){de}?{Y}",
        periods.division,
    ),
    (
        "first months",
        "{the}?(?:(?P<n>{day}|{number}))?{firsts}(?P<unit>{unit=month}|{unit=week}|{unit=day}){de}(?:{the}{unit=year}(?:{de}?{Y})?|{Y})",
        periods.first_months,
    ),
    (
        "season of years",
        "(?:{each}(?P<season>{season})|(?P<season>{season})(?={like}{season})|(?<={like})(?P<season>{season}))",
        periods.seasons,
    ),
    (
        "season",
        "(?:{PART}{the}?|(?P<the>{the})|(?P<this>{this})|{one}|(?<={en})|(?<={at}))(?P<season>{season})"
        "(?:{Y}(?:(?:{hyphen}|{slash})(?:{year}|{num}|{day}))?)?{LEAN}?",
        periods.season,
    ),
    ("season with year", "(?P<season>{season}){Y}(?:(?:{hyphen}|{slash})(?:{year}|{num}|{day}))?", periods.season),
    ("latest", "(?:{the}|{this}|(?<={de}))(?:{COUNT}?{LEAN}|{LEAN}{COUNT})(?P<unit>{unit})", spans.latest),
    (
        "this unit",
        "(?:{PART}{this}?{LEAN}?|{the}(?P<new>{new})|{the}(?P<same>{same})|(?P<this>{this}){LEAN}?|{the}"
        "{LEAN}?)(?P<unit>{unit})(?:{LEAN}|(?P<previous>{previous}))?(?:{en}?(?P<current>{current}))?",
        periods.relative,
    ),
    ("earlier in", "(?P<later>{later}){dans}{the}(?P<unit>{unit})", periods.earlier_in),
    ("every", "(?:{each}|{all}{the}{COUNT}?|(?<={per}))(?P<unit>{unit})", spans.every),
    ("whole", "{all}{the}(?P<unit>{unit})", spans.whole),
    (
        "units",
        "{the}?{COUNT}(?P<unit>{unit})(?:(?=(?P<later>{later}))|(?=(?P<after>{after}))|(?=(?P<before>{before}"
        "{de}?(?:{the}|{one}|{word}|{name}|{this}))))?",
        spans.units,
    ),
    ("units, unsaid", "(?P<some>{de})(?P<unit>{unit})(?!{num}|{number}|{year})", spans.uncounted),
    ("worded", "(?:{the}|{one})?(?P<span>{span})", spans.worded),
    ("periodic", "(?P<set>{periodic})", spans.periodic),
    ("clock", "{CLOCK}{zone}?", clock.clock),
    (
        "year in",
        "(?:{PART}|(?<={en})|(?<={current})|(?<={since})|(?<={asof})|(?<={until})|(?<={by})|(?<={between})|(?<={between}{year}{and})|"
        "(?<={de}{year}{at})|(?<={open})(?={year}{close})|"
        "(?<={dans}{the}))(?P<y>{year})(?!{num}|{day}|{unit})",
        periods.year,
    ),
    ("years", "(?P<y>{year})(?=(?:{hyphen}|{slash}|{and}|{at}){year}(?!{word}|{num}))", periods.bare_year),
    ("year of a noun", "(?<={yearly})(?P<y>{year})(?!{num}|{day}|{unit})", periods.bare_year),
    (
        "year behind",
        "(?<=(?:{hyphen}|{slash}|{and}|{at}|{de}|{word}|{name}))(?P<y>{year})(?!{word}|{num}|{day}|{unit}|"
        "{name}|{hyphen}{day})",
        periods.bare_year,
    ),
    ("vague", "(?<!{ago})(?P<vague>{vague})", lambda found: Draft(symbol=Vague(Pointing(found.value("vague"))))),
)  # fmt: skip


@final
@attrs.frozen(kw_only=True)
class Rule:
    """A rule, compiled."""

    #: What it recognises, for whoever reads the rules.
    name: str
    #: Over the characters of classes.
    pattern: re.Pattern[str]
    #: From a match to a draft; None: the words are no time expression after all.
    build: Callable[[Found], Draft | None]


@functools.cache
def rules() -> tuple[Rule, ...]:
    """The rules, in their order, compiled once."""
    return tuple(_compiled(name, pattern, build) for name, pattern, build in _RULES)


@functools.cache
def openings() -> re.Pattern[str]:
    """Where some rule matches: one pass over a text's classes finds the places worth a closer look.

    Most tokens are words and names that date nothing, with which no rule begins.
    """
    nameless = (re.sub(r"[(][?]P<[a-z0-9_]+>", "(?:", rule.pattern.pattern) for rule in rules())
    return re.compile(filled("(?=[^{word}{name}])(?:") + "|".join(f"(?:{pattern})" for pattern in nameless) + ")")


def _compiled(name: str, pattern: str, build: Callable[[Found], Draft | None]) -> Rule:
    for _ in range(4):
        for macro, body in _MACROS.items():
            pattern = pattern.replace("{" + macro + "}", body)
    pattern = filled(pattern)
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        return f"(?P<{match[1]}__{seen[match[1]]}>"

    return Rule(name=name, pattern=re.compile(re.sub(r"\(\?P<(\w+)>", numbered, pattern)), build=build)
