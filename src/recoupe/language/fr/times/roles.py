"""What the words before an expression say of it: since, until, by, between ... and ..., published."""

from __future__ import annotations

import functools
import re

from recoupe.calendar import Date, Duration, Feast, Month, Recurring, Symbol, Weekday, Years
from recoupe.language.fr.times.tokens import Tokens, filled, words
from recoupe.model import TimeRole

#: Tokens looked at before an expression, and behind it.
_REACH = 8

#: Classes of which one stands in the first half of "de X à Y" when it is a time.
_DATED = ("day", "first", "month", "year", "weekday", "clock", "hour")

#: The roles that `_nearby` gives.
_SIDES = {"before": TimeRole.END, "after": TimeRole.START}

#: A printed line says when the text appeared.
_PUBLISHED = re.compile(
    r"(?:(?:\A|[\n|·•)/])\s*(?:publi[ée]e?s?|mise? (?:à jour|en ligne)|post[ée]e?|modifi[ée]e?|actualis[ée]e?|paru|maj)"
    r"\s*(?:le|à|:|du|au)?|(?<!\w)date)\s*:?\s*$",
    re.IGNORECASE,
)
_PUBLISHED_BARE = re.compile(
    r"(?:\A|\n)\s*(?:publi[ée]e?|mis(?:e)? (?:à jour|en ligne)|post[ée]|modifi[ée]|date|maj)\b[^\n.]{0,60}$",
    re.IGNORECASE,
)
#: One of these is in whatever the two above match.
_PUBLISHING = ("publi", "mis", "post", "modifi", "actualis", "paru", "maj", "date")
_DATELINE = re.compile(r"(?:\A|\n)\s*[A-ZÀ-Ý][A-ZÀ-Ý' .-]{2,30},?\s*(?:le )?$")
_DATELINE_END = re.compile(r"\s*(?:\d{4}\s*)?(?:\([^()\n]{2,40}\)\s*)?[-–—]")


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], TimeRole], ...]:
    """Patterns over the classes that end where an expression begins, in the order of trust."""
    gap = "[{the}{at}{de}{en}{measure}{vers}]{0,2}"
    forms = (
        ("{since}" + gap, TimeRole.START),
        ("{asof}" + gap, TimeRole.WITHIN),
        ("{until}" + gap, TimeRole.END),
        ("{by}" + gap, TimeRole.DEADLINE),
        ("{during}" + gap, TimeRole.WITHIN),
        ("{between}{the}?", TimeRole.START),
        ("{before}{the}?", TimeRole.END),
    )
    return tuple((re.compile(filled(form) + r"\Z"), role) for form, role in forms)


@functools.cache
def _after() -> re.Pattern[str]:
    """ "après le 20 mai": behind a part of the day or a weekday it tells of the same day as often."""
    return re.compile(filled("(?<!{unit}){after}{the}?") + r"\Z")


@functools.cache
def _pair() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "du 20 [au 30 juin]": what stands before and behind the first; the second is told by what stands before it."""
    again = (
        r"(?:{at}|{until})"
        r"(?:{the}?{weekday}?(?:{day}|{first}|{month}|{year}|{deictic}|{clock})|{weekday}|{the}{season})"
    )
    return re.compile(filled(r"{de}{the}?\Z")), re.compile(filled(again))


def role_of(tokens: Tokens, start: int, end: int, symbol: Symbol) -> TimeRole:
    """The role of the expression that covers the tokens from `start` to `end` (not included)."""
    if isinstance(symbol, Duration):
        return TimeRole.DURATION
    if isinstance(symbol, Recurring):
        return TimeRole.RECURRING
    if _is_publication(tokens, start, end):
        return TimeRole.PUBLICATION
    before = tokens.classes[max(0, start - _REACH) : start]
    behind = tokens.classes[end : end + _REACH]
    for pattern, role in _patterns():
        if pattern.search(before):
            return role
    if isinstance(symbol, Date | Month | Years) and _after().search(before):
        return TimeRole.START
    side = _SIDES.get(_nearby(tokens, start)) if isinstance(symbol, Date | Month | Years | Feast | Weekday) else None
    if side is not None:
        return side
    opens, closes = _pair()
    if opens.search(before) and closes.match(behind):
        return TimeRole.START
    return _second(tokens, start, before)


def _nearby(tokens: Tokens, start: int) -> str:
    """What the word before it says of its side: "before" in "peu avant le 14 juillet"; "" where none says it."""
    letters = words().letters
    at = start - 1
    if at > 0 and tokens.classes[at] == letters["the"]:
        at -= 1
    return str(tokens.values[at]) if at >= 0 and tokens.classes[at] == letters["vers"] else ""


def _second(tokens: Tokens, start: int, before: str) -> TimeRole:
    """The second half of "entre X et Y", "de X à Y": a connective right before it, an opener at most six tokens on."""
    letters = words().letters
    joins = before.rstrip(letters["the"])[-1:]
    if joins == letters["and"] and letters["between"] in before:
        return TimeRole.END
    if joins == letters["at"]:
        head = before.rstrip(letters["the"])[:-1]
        opener = head.rfind(letters["de"])
        between = head[opener + 1 :]
        dated = any(letters[name] in between for name in _DATED)
        other = letters["word"] in between or letters["mark"] in between  # "a reculé de 3 % au premier trimestre"
        if opener >= 0 and dated and not other:
            return TimeRole.END
    return TimeRole.WITHIN


def _is_publication(tokens: Tokens, start: int, end: int) -> bool:
    text, first, last = tokens.text, tokens.starts[start], tokens.ends[end - 1]
    before = text[max(0, first - 70) : first]
    if _DATELINE_END.match(text, last) and _DATELINE.search(before):
        return True
    small = before.lower()
    if not any(word in small for word in _PUBLISHING):
        return False
    if _PUBLISHED.search(before) and "\n" not in before and first < 70:
        return True
    return _PUBLISHED_BARE.search(before) is not None
