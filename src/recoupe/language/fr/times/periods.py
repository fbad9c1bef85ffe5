"""Rules for periods of the calendar: months, years, decades, centuries, seasons, quarters, and their parts."""

from __future__ import annotations

from recoupe.calendar import (
    Cut,
    Division,
    Lean,
    Month,
    Part,
    Range,
    Recurring,
    Relative,
    Side,
    Symbol,
    Third,
    Unit,
    Unknown,
    Years,
)
from recoupe.language.fr.times.days import date_of, link_of, of_said_year, year_ahead, year_of
from recoupe.language.fr.times.draft import Draft, Found, Link
from recoupe.language.fr.times.numbers import number

_DECEMBER = 12
#: How many digits a year has.
_YEAR = 4
_ROMAN = {"i": 1, "v": 5, "x": 10}
#: What stands before a month's name alone, even when it is written with a capital.
_LEADING = frozenset({"en", "de", "depuis", "dès", "du", "à", "au", "et", "entre", "jusqu'en", "d'ici", "courant"})
#: Of these, what stands before other names as well ("à Mars", "de Juillet"): they lead in a text in capitals only.
_LEADING_NAMES = frozenset({"de", "du", "à", "au", "et"})


def _part(found: Found, period: Symbol, link: Link = Link.NONE) -> Draft:
    part = found.value("start") or found.value("middle") or found.value("end")
    return Draft(symbol=Third(Part(part), period) if part else period, link=link)


def month(found: Found) -> Draft | None:
    """ "juin", "juin 2024", "début juin", "à la mi-juin", "le mois de juin dernier"."""
    tokens, at = found.tokens, found.at("m")
    bare = at == found.match.start() and at + 1 == found.match.end()
    if tokens.is_capital(at) and bare:
        before = found.before()
        if before not in _LEADING or (before in _LEADING_NAMES and not tokens.text.isupper()):
            return None  # "Mars" the planet, "Avril" a name; a month is written small
    year = found.value("y") if found.has("y") else year_of(found.value("yy"))
    if found.has("y2"):
        year = year_ahead(found)
    return _part(found, of_said_year(found, Month(year, found.value("m"), found.lean())), link_of(found))


def year(found: Found) -> Draft | None:
    """ "en 1995", "l'an 2000", "(1998)": four digits where a year can stand; not "jusqu'à 1300 emplois"."""
    value, before = found.value("y"), found.before()
    paired = len(found.before(2)) == _YEAR and found.before(2).isdecimal()  # "de 2010 à 2016 sans"
    counts = before.endswith("à") and found.after()[:1].isalpha() and not paired
    given = before == "(" and not _is_of_our_time(value)  # "en Allemagne (1700) et en France (765)"
    return None if counts or given else _part(found, Years(value, value))


def _is_of_our_time(year: int) -> bool:
    return 1900 <= year <= 2099


def bare_year(found: Found) -> Draft | None:
    """A year behind a noun, or behind "de": no number of things follows, and the noun does not number things."""
    value, before = found.value("y"), found.before()
    if not _is_of_our_time(value):
        return None
    if before in ("de", "d'") and found.tokens.lower(found.match.start() - 2) in ("plus", "moins", "près", "nombre"):
        return None
    return Draft(symbol=Years(value, value))


def decade(found: Found) -> Draft | None:
    """ "les années 90", "les années 1990", "les années soixante"."""
    value = number(found.words("n"))
    if value is None or value % 10 or not found.words("u").endswith("s"):
        return None
    if not (10 <= value <= 90 or 1000 <= value <= 2190):
        return None
    first = value if value >= 1000 else 1900 + value
    return _part(found, Years(first, first + 9))


def century(found: Found) -> Draft | None:
    """ "le XXe siècle", "au 19e siècle": 1901 to 2000 by the count, 1900 to 1999 in EDTF; EDTF's is kept."""
    text = found.words("n").lower().rstrip("èmerd")
    if text.isdigit():
        value = int(text)
    else:
        digits = [_ROMAN[c] for c in text if c in _ROMAN]
        value = sum(-d if i + 1 < len(digits) and d < digits[i + 1] else d for i, d in enumerate(digits))
    if not 1 <= value <= 30:
        return None
    return _part(found, Years(max(1, (value - 1) * 100), value * 100 - 1))


def season(found: Found) -> Draft | None:
    """ "le printemps 2025", "cet été", "l'hiver dernier", "en été"; "d'hiver" is an adjective, "a été" a participle."""
    lean = Lean.NEAREST if found.has("this") else found.lean()
    return _part(found, Division(found.value("y"), found.value("season"), lean))


def seasons(found: Found) -> Draft | None:
    """ "été comme hiver", "chaque été": every year's."""
    code = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}[found.value("season")]
    return Draft(symbol=Recurring(f"XXXX-{code}"))


def division(found: Found) -> Draft | None:
    """ "le premier trimestre 2003", "au second semestre", "le 2e trimestre de l'année dernière", "le dernier trimestre
    2003"."""
    text = found.words("n").lower()
    value = found.value("n")
    quarter = found.value("unit") == "quarter"
    if isinstance(value, int):
        count = value
    elif text.startswith("dern"):
        count = 4 if quarter else 2
    else:
        count = 2 if text.startswith("second") else int("".join(c for c in text if c.isdigit()) or 1)
    if not 1 <= count <= (4 if quarter else 2):
        return None
    return _part(found, Division(found.value("y"), (32 if quarter else 39) + count, found.lean()))


def first_months(found: Found) -> Draft | None:
    """ "les neuf premiers mois de 2023", "les premières semaines de l'année"."""
    value = found.value("y")
    count = number(found.words("n")) if found.has("n") else None
    if count is None:
        return Draft(symbol=Third(Part.START, Relative(Unit.YEAR, 0) if value is None else Years(value, value)))
    if Unit(found.value("unit")) is not Unit.MONTH or not 1 < count < _DECEMBER:
        return None
    lean = Lean.OPEN if value is not None else Lean.PAST
    return Draft(symbol=Range(Month(value, 1, lean), Month(value, count, lean)))


def week_of(found: Found) -> Draft | None:
    """ "la semaine du 4 mai"."""
    date = date_of(found)
    return Draft(symbol=Relative(Unit.WEEK, 0, date)) if date is not None else None


def relative(found: Found) -> Draft | None:
    """ "cette semaine", "l'an dernier", "le mois prochain", "la fin de l'année", "la semaine précédente"."""
    unit = Unit(found.value("unit"))
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY):
        return None
    if found.has("previous"):
        return _part(found, Relative(unit, found.value("previous"), Unknown()), Link.RUNNING)
    if found.has("same") or found.after() == "là" or (found.after() == "-" and found.after(2) == "là"):
        return _part(found, Relative(unit, 0, Unknown()), Link.RUNNING)
    if unit is Unit.YEAR and found.has("this") and found.words("unit").lower() == "ans":
        return None
    if not any(map(found.has, ("this", "last", "next", "new", "current", "start", "middle", "end"))):
        return None
    count = -1 if found.has("last") else 1 if found.has("next") else 0
    return _part(found, Relative(unit, count))


def earlier_in(found: Found) -> Draft | None:
    """ "plus tôt dans la semaine": of the one that runs; "plus tard dans la journée": of the day that is told of, else
    that of publication."""
    unit = Unit(found.value("unit"))
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return None
    if unit is Unit.DAY:
        return Draft(symbol=Relative(unit, 0, Unknown()), link=Link.HERE)
    return Draft(symbol=Cut(Side(found.value("later")), Relative(unit, 0)))
