"""Rules for stretches: so many units, as a duration, as a distance from a day, or as the stretch before a day."""

from __future__ import annotations

from recoupe.calendar import Distance, Duration, Measure, Recurring, Relative, Side, Symbol, Unit, Unknown, Window
from recoupe.language.fr.times.clock import NEARLY
from recoupe.language.fr.times.draft import Draft, Found, Link
from recoupe.language.fr.times.tokens import words
from recoupe.model import TimeRole

#: ISO 8601 designators; a quarter is three months, a half six.
_ISO = {
    Unit.SECOND: ("PT", 1, "S"), Unit.MINUTE: ("PT", 1, "M"), Unit.HOUR: ("PT", 1, "H"), Unit.DAY: ("P", 1, "D"),
    Unit.WEEK: ("P", 1, "W"), Unit.MONTH: ("P", 1, "M"), Unit.QUARTER: ("P", 3, "M"), Unit.HALF: ("P", 6, "M"),
    Unit.YEAR: ("P", 1, "Y"), Unit.DECADE: ("P", 10, "Y"), Unit.CENTURY: ("P", 100, "Y"),
}  # fmt: skip

#: Verbs in the present that place the news itself after something ("cette annonce intervient deux jours après ...").
_HERE = frozenset({"intervient", "interviennent", "survient", "surviennent", "arrive", "arrivent", "tombe", "tombent",
                   "vient", "viennent", "intervenait", "survenait"})  # fmt: skip
#: What stands behind "plus tôt que" where it compares with a plan, which names no day.
_PLANNED = frozenset({"prévu", "annoncé", "attendu", "espéré", "escompté", "programmé", "envisagé", "initialement"})
#: "quinze jours" is a fortnight and "huit jours" a week, not a count of days (Trésor de la langue française, "jour").
_ROUND_DAYS = frozenset({8, 15})


def iso(count: int, unit: Unit, measure: Measure = Measure.EXACT) -> str:
    """An ISO 8601 duration; ``X`` for a number that nobody gives."""
    prefix, factor, letter = _ISO[unit]
    return f"{prefix}{'X' if measure is Measure.SOME else count * factor}{letter}"


def _is_age(found: Found, count: int, unit: Unit) -> bool:
    """ "42 ans" in "Jean Dupont, 42 ans," and "une femme de 42 ans": how old somebody is, not how long something."""
    if unit is not Unit.YEAR:
        return False
    kinds, start, end = found.tokens.classes, found.match.start(), found.match.end()
    letters = words().letters
    comma, close, word, name = (letters[n] for n in ("comma", "close", "word", "name"))
    before, further = kinds[start - 1 : start], kinds[start - 2 : start - 1]
    closes = kinds[end : end + 1] in (comma, close, letters["stop"], "")
    if before == letters["hyphen"] or (before == letters["de"] and further == name):
        return True  # "les 0-6 ans", "une Alsacienne de 6 ans"
    if before == letters["measure"] or (found.has("measure") and kinds[start] == letters["the"]):
        return True  # "les moins de 17 ans"
    if before == letters["person"] or (before == letters["de"] and further == letters["person"]):
        return True
    if closes and before in (comma, letters["open"]) and further == name:
        return True
    if closes and before == comma and count >= 10 and not found.has("measure") and further in (name, word, close):
        return True
    if before == letters["de"] and (found.has("rough") or count >= 18) and further in (word, name):
        return not found.tokens.lower(start - 2).startswith(_LONG)
    said = found.tokens.lower(start - 1)
    if found.has("measure") and found.value("measure") in ("less", "more") and said in ("les", "des"):
        return True
    return closes and said == "à" and further in (word, comma) and found.tokens.lower(start - 2) in _DIED


#: What stands before "16 heures" when it is a time of day and no duration.
_CLOCK_TIMES = frozenset({"à", "dès", "jusqu'à", "jusqu’à", "avant", "après", *NEARLY})
#: How the words begin by which days are counted from something else.
_BESIDE_ANOTHER = ("suiv", "précéd", "après", "avant", "compter")
#: What stands behind "après" where it has no complement ("il est mort trois jours après").
_ENDS = frozenset({"", ".", ",", ";", ")", "»"})
#: What stands before "à 42 ans" when it is an age.
_DIED = frozenset({"mort", "morte", "décédé", "décédée", "disparu", "disparue", "éteint", ","})
#: What may follow "une seconde" where that is a time; other words are counted by it ("une seconde vague").
_BEHIND_A_SECOND = frozenset({"de", "d'", "pour", "par", "et", "ou", "à", "où", "environ", "seulement"})
#: Beginnings of nouns for what is long, behind which "de N ans" is a duration.
_LONG = ("période", "peine", "durée", "mandat", "contrat", "prison", "réclusion", "bail", "mission", "plan", "carrière",
         "règne", "expérience", "guerre", "conflit", "délai", "suspension", "interdiction", "prêt", "programme",
         "absence", "trêve", "occupation", "emprisonnement", "détention", "cycle", "moratoire")  # fmt: skip


def units(found: Found) -> Draft | None:
    """ "trois mois" in all its surroundings; the words before and behind it say what it is."""
    counted = found.count()
    if counted is None:
        return None
    count, measure = counted
    unit = Unit(found.value("unit"))
    if unit is Unit.SECOND and _is_ordinal(found):
        return None
    if _is_age(found, count, unit) or (unit is Unit.HOUR and found.before() in _CLOCK_TIMES):
        return None
    if unit is Unit.DAY and count in _ROUND_DAYS and measure is Measure.EXACT:
        measure = Measure.ABOUT
    length = Duration(iso(count, unit, measure), Measure.EXACT if measure is Measure.SOME else measure)
    before = found.tokens.classes[max(0, found.match.start() - 3) : found.match.start()]
    letters = words().letters
    last = before[-1:]
    if last in (letters["already"], letters["vague"]) and before[-2:-1] == letters["ago"]:
        last = letters["ago"]  # "il y a déjà trois ans", "il y a bientôt deux ans"
    after = found.match.end() + 1
    if found.has("later") and found.tokens.lower(after) in ("que", "qu'") and found.tokens.lower(after + 1) in _PLANNED:
        return Draft(symbol=length, role=TimeRole.DURATION)
    if found.has("later"):
        side = Side(found.value("later"))
        return Draft(symbol=Distance(count, unit, side, measure, Unknown()), link=Link.RUNNING)
    alone = {"après": Side.AFTER, "avant": Side.BEFORE}.get(found.after())
    if alone is not None and found.after(2) in _ENDS and not any(found.before(n) in _HERE for n in (1, 2, 3)):
        return Draft(symbol=Distance(count, unit, alone, measure, Unknown()), link=Link.RUNNING)  # "trois jours après."
    if found.has("after") or found.has("before"):
        return _from_event(found, Distance(count, unit, Side.BEFORE, measure))
    if last == letters["ago"]:
        return Draft(symbol=Distance(count, unit, Side.BEFORE, measure), role=TimeRole.WITHIN)
    if last == letters["since"]:
        return Draft(symbol=Distance(count, unit, Side.BEFORE, measure), role=TimeRole.START)
    if last == letters["dans"] and found.tokens.classes[found.match.start()] == letters["the"]:
        return _within(found, count, unit, length)
    if last == letters["dans"]:
        return Draft(symbol=Distance(count, unit, Side.AFTER, measure), role=TimeRole.WITHIN)
    if last == letters["by"]:
        return Draft(symbol=Window(count, unit, Side.AFTER) if count else length, role=TimeRole.DEADLINE)
    if last == letters["en"]:
        return Draft(symbol=Window(count, unit, Side.BEFORE) if count else length, role=TimeRole.WINDOW)
    if found.tokens.lower(found.match.start() - 1) == "sous" and count:
        return Draft(symbol=Window(count, unit, Side.AFTER), role=TimeRole.DEADLINE)
    return Draft(symbol=length, role=TimeRole.DURATION)


def _within(found: Found, count: int, unit: Unit, length: Duration) -> Draft:
    """ "dans les dix jours": some day of the next ten; of those that follow, or come before, something else only how
    many they are ("dans les dix jours qui ont suivi l'attaque")."""
    counted = any(found.after(n).startswith(_BESIDE_ANOTHER) for n in (1, 2, 3))
    if counted or not count:
        return Draft(symbol=length, role=TimeRole.DURATION)
    return Draft(symbol=Window(count, unit, Side.AFTER), role=TimeRole.WINDOW)


def _is_ordinal(found: Found) -> bool:
    """ "une seconde explosion": what it counts follows."""
    timed = any(map(found.has, ("later", "after", "before"))) or found.after() in _BEHIND_A_SECOND
    return found.words("unit") == "seconde" and found.after()[:1].isalpha() and not timed


def uncounted(found: Found) -> Draft | None:
    """ "des années", "des mois": a duration without a number; "d'années" alone is part of something else."""
    if found.words("some").lower() != "des" or Unit(found.value("unit")) in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return None
    return units(found)


def _from_event(found: Found, distance: Distance) -> Draft:
    """ "deux jours après que E": it dates E, counted back from what the sentence reports; "avant": on from it."""
    side = Side.BEFORE if found.has("after") else Side.AFTER
    symbol: Symbol = Distance(distance.count, distance.unit, side, distance.measure, Unknown())
    if distance.unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):  # the day is that of the event, which nothing names
        return Draft(symbol=symbol)
    here = any(found.before(n) in _HERE for n in (1, 2, 3))
    return Draft(symbol=symbol, link=Link.HERE if here else Link.BESIDE)


def latest(found: Found) -> Draft | None:
    """ "les trois derniers mois", "ces dernières années", "les prochains jours": a stretch that ends or begins now."""
    unit = Unit(found.value("unit"))
    counted = found.count()
    if counted is None and not found.words("unit").endswith("s"):  # "mois" is either, "le dernier mois" is last month
        if unit in (Unit.DAY, Unit.HOUR, Unit.MINUTE, Unit.SECOND):
            return None
        return Draft(symbol=Relative(unit, -1 if found.has("last") else 1))
    count = counted[0] if counted is not None else 0
    side = Side.BEFORE if found.has("last") else Side.AFTER
    if not count:
        return Draft(symbol=Distance(0, unit, side, Measure.SOME), role=TimeRole.WINDOW)
    return Draft(symbol=Window(count, unit, side), role=TimeRole.WINDOW)


def every(found: Found) -> Draft | None:
    """ "chaque jour", "tous les deux ans", "par an"; "toute la semaine" is an extent."""
    if found.tokens.lower(found.match.start()) in ("tout", "toute"):
        return whole(found)
    counted = found.count() or (1, Measure.EXACT)
    return Draft(symbol=Recurring(iso(counted[0], Unit(found.value("unit")))))


def whole(found: Found) -> Draft | None:
    """ "toute la journée", "toute l'année"."""
    return Draft(symbol=Duration(iso(1, Unit(found.value("unit")))), role=TimeRole.DURATION)


def worded(found: Found) -> Draft | None:
    """ "quinquennat", "un quart de siècle"."""
    return Draft(symbol=Duration(found.value("span")), role=TimeRole.DURATION)


def periodic(found: Found) -> Draft | None:
    """ "quotidiennement"."""
    return Draft(symbol=Recurring(found.value("set")))
