"""Rules for days: dates in words and digits, weekdays, feasts, days counted from today or from the last named."""

from __future__ import annotations

from typing import TypeVar

import attrs

from recoupe.calendar import (
    Date,
    DayPart,
    Feast,
    Lean,
    Month,
    PartOfDay,
    Publication,
    Range,
    Recurring,
    Relative,
    Symbol,
    Unit,
    Unknown,
    Weekday,
    Weekend,
)
from recoupe.errors import InvalidValue
from recoupe.language.fr.times.clock import timed
from recoupe.language.fr.times.draft import Draft, Found, Link

#: What comes back every year.
Yearly = TypeVar("Yearly", Date, Month)
#: Two-digit years up to this one are of the 2000s ("14/06/25"), the others of the 1900s ("octobre 98").
PIVOT = 50
#: Words before a name that is a feast's as well ("l'île de Pâques", "le père Noël"), or for what goes on about it.
_NOT_OF_FEASTS = frozenset({"île", "père", "mère", "marché", "marchés", "vacances", "congés", "fêtes", "trêve",
                            "période", "saison", "cadeau", "cadeaux", "sapin", "arbre", "illuminations"})  # fmt: skip
#: What stands between a noun and the feast that completes it: "les vacances de la Toussaint".
_ARTICLES = frozenset({"de", "du", "la", "l'"})
#: Days that "en huit" and "en quinze" add to the next weekday (Trésor de la langue française, "huit").
_WEEKS = {8: 7, 15: 14}
#: Days whose name stands for what happened on them ("le 11-Septembre"), by month and day, with their year. The hyphen
#: and the capital make the name (Lexique des règles typographiques en usage à l'Imprimerie nationale, "dates").
_REMEMBERED = {(9, 11): 2001, (11, 13): 2015, (10, 7): 2023}


def year_of(value: int | None) -> int | None:
    """A year as written; two digits are read around `PIVOT`."""
    if value is None or value >= 100:
        return value
    return 2000 + value if value < PIVOT else 1900 + value


def year_ahead(found: Found) -> int:
    """The year that a later month gives: that one's, or the one before ("du 28 décembre au 3 janvier 2025")."""
    return int(found.value("y2")) - int(found.value("m") > found.value("m2"))


def _date(year: int | None, month: int, day: int, weekday: int | None = None, lean: Lean = Lean.OPEN) -> Date | None:
    try:
        return Date(year, month, day, weekday, lean)
    except InvalidValue:
        return None


def _day_number(found: Found, group: str) -> int:
    value = found.value(group)
    return 1 if isinstance(value, str) else int(value)


def date_of(found: Found) -> Date | None:
    """The day of the groups `w`, `d`, `m`, `y`; None where there is no such day."""
    return _date(found.value("y"), found.value("m"), _day_number(found, "d"), found.value("w"))


def digits(found: Found) -> Draft | None:
    """2025-06-17, 17/06/2025, 17.06.25, 17/06 (day first, as French print has it); 2025-06 is a month."""
    text = found.words("n")
    parts = [int(p) for p in text.replace("/", "-").replace(".", "-").split("-")]
    if len(parts) == 2 and len(text) == 7 and text[4] == "-":
        return Draft(symbol=Month(parts[0], parts[1])) if 1 <= parts[1] <= 12 and parts[0] >= 1 else None
    if len(parts) == 2:
        if found.before() not in ("le", "du", "au", "dès") and not found.has("w"):
            return None
        day, month, year = parts[0], parts[1], None
    elif len(text.split("-")[0]) == 4 and "-" in text:
        year, month, day = parts[0] or None, parts[1], parts[2]
    else:
        day, month, year = parts[0], parts[1], year_of(parts[2])
    if not 1 <= month <= 12:
        return None
    date = _date(year, month, day, found.value("w"))
    return timed(found, date) if date is not None else None


def dated(found: Found) -> Draft | None:
    """ "le lundi 18 novembre", "1er mai 1962", "14-Juillet", "26 septembre dernier", "ce mardi 30 juillet 2024"."""
    year = found.value("y") if found.has("y") else year_of(found.value("yy"))
    if found.has("y2"):
        year = year_ahead(found)
    month, day = found.value("m"), _day_number(found, "d")
    if year is None and found.has("hyphen") and found.tokens.is_capital(found.at("m")):
        year = _REMEMBERED.get((month, day))
    near = found.has("this") and found.before() != "en"  # "ce 14 mai", but not "en ce 14 mai 1789"
    lean = Lean.NEAREST if near and found.lean() is Lean.OPEN else found.lean()
    date = _date(year, month, day, found.value("w"), lean)
    date = None if date is None else of_said_year(found, date)
    return timed(found, date, link_of(found)) if date is not None else None


def of_said_year(found: Found, symbol: Yearly) -> Yearly:
    """A day or month of the year that is named behind it: "le 3 mars de l'an dernier", "en mai de la même année"; as it
    is without one."""
    told = found.has("sameyear") or found.has("toldyear")
    count = -1 if found.has("lastyear") else 1 if found.has("nextyear") else 0
    if found.has("toldyear"):
        count = found.value("toldyear")
    if not (count or told):
        return symbol
    year = Relative(Unit.YEAR, count, Unknown()) if told else Relative(Unit.YEAR, count)
    return attrs.evolve(symbol, lean=Lean.FUTURE, of=Date(None, 1, 1, None, Lean.PAST, year))


def link_of(found: Found) -> Link:
    """From where the year counts that is named behind a day or month."""
    return Link.RUNNING if found.has("sameyear") or found.has("toldyear") else Link.NONE


def listed(found: Found) -> Draft | None:
    """A day whose month comes with a later one: "14" in "14 et 18 juin", "20" in "du 20 au 30 juin"."""
    date = date_of(found)
    return Draft(symbol=date) if date is not None else None


def weekday(found: Found) -> Draft | None:
    """ "mardi", "mardi soir", "mardi dernier", "ce mardi", "le mardi suivant", "mardi en huit"; "le mardi" alone
    recurs."""
    tokens, at = found.tokens, found.at("w")
    number = found.value("w")
    if tokens.is_capital(at) and not tokens.is_opening(at) and not found.has("this"):
        return None  # "Le Journal du Dimanche", "Robinson et Vendredi"
    if found.has("previous"):
        lean = Lean.NEXT if found.value("previous") > 0 else Lean.LAST
        return timed(found, Weekday(number, lean, Unknown()), Link.RUNNING)
    if found.has("weeks"):
        days = _WEEKS.get(found.value("weeks"))
        return None if days is None else timed(found, Relative(Unit.DAY, days, Weekday(number, Lean.NEXT)))
    lean = Lean.NEAREST if found.has("this") else found.lean()
    if found.has("the") and lean is Lean.OPEN and not found.has("part") and not found.has("clock"):
        return Draft(symbol=Recurring(f"XXXX-WXX-{number}"), role=None)
    return timed(found, Weekday(number, lean))


def deictic(found: Found) -> Draft | None:
    """ "hier", "aujourd'hui vendredi", "hier soir", "demain à 10 h"."""
    day: Symbol = Relative(Unit.DAY, found.value("day"))
    if found.has("d"):
        day = _date(found.value("y"), found.value("m"), _day_number(found, "d"), found.value("w")) or day
    return timed(found, day)


def textual(found: Found) -> Draft | None:
    """ "la veille", "le lendemain matin", "la veille de Noël": counted from the last day mentioned, or from a feast."""
    count = found.value("day")
    if found.has("feast"):
        return timed(found, Relative(Unit.DAY, count, feast_symbol(found.value("feast"), None, Lean.OPEN)))
    if found.has("d"):
        date = _date(found.value("y"), found.value("m"), _day_number(found, "d"))
        return timed(found, Relative(Unit.DAY, count, date)) if date is not None else None
    if found.has("w"):
        return timed(found, Relative(Unit.DAY, count, Weekday(found.value("w"))))
    if found.has("event"):  # "au lendemain de l'attaque": of a day that these words do not give
        return timed(found, Relative(Unit.DAY, count, Unknown()), Link.BEHIND)
    return timed(found, Relative(Unit.DAY, count, Unknown()), Link.RUNNING)


def same_day(found: Found) -> Draft | None:
    """ "le même jour", "ce jour-là", "le soir même": the last day mentioned."""
    return timed(found, Relative(Unit.DAY, 0, Unknown()), Link.RUNNING)


def night_between(found: Found) -> Draft | None:
    """ "la nuit de mardi à mercredi", "la nuit du 14 au 15 juin"."""
    if found.has("d"):
        first = _date(found.value("y"), found.value("m"), _day_number(found, "d"))
        last = _date(found.value("y"), found.value("m"), _day_number(found, "d2"))
        if first is None or last is None:
            return None
        return Draft(symbol=PartOfDay(DayPart(found.value("part")), Range(first, last)))
    start = Weekday(found.value("w"))
    after = Weekday(found.value("w2"), Lean.NEXT, start)
    return Draft(symbol=PartOfDay(DayPart(found.value("part")), Range(start, after)))


def night_to(found: Found) -> Draft | None:
    """ "la nuit du dimanche au lundi 21 mars": the second day has the date."""
    last = _date(found.value("y"), found.value("m"), _day_number(found, "d"), found.value("w"))
    if last is None:
        return None
    return Draft(symbol=PartOfDay(DayPart(found.value("part")), Range(Relative(Unit.DAY, -1, last), last)))


def night_of(found: Found) -> Draft | None:
    """ "la nuit de samedi", "la soirée d'hier", "la matinée de mardi"."""
    day = Weekday(found.value("w")) if found.has("w") else Relative(Unit.DAY, found.value("day"))
    return Draft(symbol=PartOfDay(DayPart(found.value("part")), day))


def day_part(found: Found) -> Draft | None:
    """ "ce matin", "la nuit dernière", "la soirée" (of the day of its sentence)."""
    part = DayPart(found.value("part"))
    if found.has("last"):
        yesterday = Relative(Unit.DAY, -1)
        return Draft(symbol=PartOfDay(part, Range(yesterday, Publication()) if part is DayPart.NIGHT else yesterday))
    if found.has("this"):
        return Draft(symbol=PartOfDay(part, Publication()))
    return Draft(symbol=PartOfDay(part, Unknown()), link=Link.SENTENCE)


def every_weekday(found: Found) -> Draft | None:
    """ "les mardis", "chaque mardi", "tous les lundis"."""
    return Draft(symbol=Recurring(f"XXXX-WXX-{found.value('w')}"))


def weekend(found: Found) -> Draft | None:
    """ "ce week-end", "le week-end dernier"."""
    if found.has("each"):
        return Draft(symbol=Recurring("XXXX-WXX-6"))
    return Draft(symbol=Weekend(found.lean()))


def weekend_of(found: Found) -> Draft | None:
    """ "le week-end du 14 juin", "le week-end des 14 et 15 juin": the one that lies nearest to the day."""
    date = date_of(found)
    return Draft(symbol=Weekend(Lean.NEAREST, date)) if date is not None else None


def feast(found: Found) -> Draft | None:
    """ "Noël", "à Pâques", "le lundi de Pentecôte 2024"."""
    word, at = found.words("feast"), found.at("feast")
    if not found.tokens.is_capital(at) and not any(c.isupper() for c in word):
        return None
    year = found.value("y")
    single = " " not in word and "-" not in word
    owner = next((w for n in (1, 2, 3) if (w := found.before(n)) not in _ARTICLES), "")
    if single and year is None and (owner in _NOT_OF_FEASTS or found.before() == "-" or _is_given_name(found)):
        return None  # "le père Noël", "Jean-Noël Durand", "Noël Durand"
    return timed(found, feast_symbol(found.value("feast"), year, found.lean()))


def _is_given_name(found: Found) -> bool:
    """A capitalised word stands right behind the feast."""
    tokens, end = found.tokens, found.match.end()
    return (
        end < len(tokens.starts)
        and tokens.text[tokens.ends[end - 1] : tokens.starts[end]] == " "
        and (tokens.is_capital(end))
    )


def feast_symbol(value: int | str, year: int | None, lean: Lean) -> Symbol:
    """The symbol of a feast of ``words.toml``."""
    if isinstance(value, int):
        return Feast(year, value, lean)
    month, day = value.split("-")
    return Date(year, int(month), int(day), None, lean)
