"""Clock times and parts of the day, alone and behind a day."""

from __future__ import annotations

import re

from recoupe.calendar import Clock, DayPart, PartOfDay, Symbol, Unknown
from recoupe.language.fr.times.draft import Draft, Found, Link


def reading(found: Found) -> str | None:
    """The clock time of the group `clock` as ``HH:MM``; None where it is no time of day."""
    text = found.words("clock").lower()
    if text in ("midi", "minuit"):
        return "12:00" if text == "midi" else "00:00"
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if not numbers or numbers[0] > 24 or (len(numbers) > 1 and numbers[1] > 59):
        return None
    return f"{numbers[0] % 24:02}:{numbers[1] if len(numbers) > 1 else 0:02}"


def timed(found: Found, day: Symbol, link: Link = Link.NONE) -> Draft | None:
    """A draft of `day`, with the clock time or part of the day that follows it in the match."""
    if found.has("clock"):
        time = reading(found)
        return Draft(symbol=Clock(time, day), link=link) if time is not None else None
    if found.has("part"):
        return Draft(symbol=PartOfDay(DayPart(found.value("part")), day), link=link)
    return Draft(symbol=day, link=link)


def clock(found: Found) -> Draft | None:
    """ "18 h 55", "16h20", "15 heures": of the day of its sentence. "35 heures" and "24 heures" are durations."""
    time = reading(found)
    if time is None:
        return None
    text = found.words("clock").lower()
    at = found.match.start()
    opening = found.before()
    if "heure" in text and opening not in _AT:
        return None
    if ":" in text and (opening in ("score", "par") or found.tokens.lower(at - 2) in ("score", "par")):
        return None
    return Draft(symbol=Clock(time, Unknown()), link=Link.SENTENCE)


#: What stands before a time of day that is not told to the minute.
NEARLY = frozenset({"vers", "aux environs de", "aux alentours de", "autour de", "peu avant", "peu après"})
#: What stands before "15 heures" when it is a time of day and no duration.
_AT = frozenset({"à", "a", "dès", "jusqu'à", "avant", "après", "de", "entre", "et", "depuis",
                 "d'ici à", "d'ici", "à partir de", *NEARLY})  # fmt: skip
