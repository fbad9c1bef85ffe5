"""What a title can quote of a mention: its short line, its passage, or the words around its trigger; each one whole."""

from __future__ import annotations

import re
from functools import cache

from recoupe.linking.tables import titles
from recoupe.model import Mention

#: Signs that come in pairs: a line that holds one of two was cut badly.
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
_SPACE = re.compile(r"\s+")
#: Signs at which an excerpt begins and ends.
_MARKED = re.compile(r"[;:!?()«»“”\"]|(?<!\d)[,.]|[,.](?!\d)")
#: What a line does not begin or end with, and the marks of a quotation within a quotation.
_EDGES = " \t\n-–—*•.,;:"
#: Words of the shortest excerpt.
_FEWEST = 4
#: Most words on each side of a trigger, from the longest quotation to the shortest.
_BESIDE = (20, 12, 9, 7, 5)
#: Letters of the shortest word with which a cut quotation ends.
_FULL = 3
_STOPS = frozenset('.!?…:;,»"')
_ELIDED = ("'", "’")
_INNER = str.maketrans({"«": "“", "»": "”"})
_QUOTED = "« {} »"
#: Behind words that go on in the passage.
_CUT = " …"


def passage(mention: Mention, room: int) -> str | None:
    """The passage in one line, where it stands alone: a sentence of at most `room` characters that begins with a large
    letter, leans on none before it and holds its trigger."""
    line = _plain(mention.passage.text)
    whole = _is_balanced(line) and line.count('"') % 2 == 0
    alone = line[:1].isupper() and not leans(line)
    return line if whole and alone and len(line) <= room and _plain(mention.trigger.text) in line else None


def excerpt(mention: Mention, room: int) -> str | None:
    """The words around a trigger, from one mark to the next, as a quotation; all of the passage where the trigger
    stands alone between two marks. None where they do not fit, begin in the middle of a phrase, or lack the trigger."""
    sides = _sides(mention)
    if sides is None:
        return None
    before, after = _between_marks(*sides)
    if not (before + after).strip(_EDGES):
        before, after = sides
    line = _plain(f"{before}{mention.trigger.text}{_finished(after)}").translate(_INNER)
    opens = _opening().match(line) is not None or (line[:1].isupper() and _hanging().match(line) is None)
    fits = len(line.split()) >= _FEWEST and len(line) <= room - len(_QUOTED.format(""))
    return _QUOTED.format(line) if opens and fits and _is_balanced(line) else None


def beginning(mention: Mention, room: int) -> str | None:
    """The first words of a passage, as a quotation that says where it is cut, where it leans on none
    before it and its trigger is among them; None otherwise."""
    line = _plain(mention.passage.text).translate(_INNER)
    longest = room - len(_QUOTED.format("")) - len(_CUT)
    if len(line) <= longest or not line[:1].isupper() or leans(line):
        return None
    words = line[:longest].rsplit(" ", 1)[0].split()
    while words and (len(words[-1]) < _FULL or _unfinished().fullmatch(words[-1])):
        words.pop()
    text = " ".join(words).rstrip(_EDGES)
    holds = _plain(mention.trigger.text) in text
    return _QUOTED.format(text + _CUT) if holds and _is_balanced(text) and text.count('"') % 2 == 0 else None


def around(mention: Mention, room: int) -> str | None:
    """A few words on both sides of a trigger, as a quotation that says where it is cut; None for a trigger that stands
    alone in its passage."""
    sides = _sides(mention)
    if sides is None:
        return None
    before, after = (side.split() for side in _between_marks(*sides))
    if len(before) + len(after) + 1 < _FEWEST:
        before, after = (side.split() for side in sides)
    words = mention.trigger.text
    if before and not sides[0][-1].isspace():  # "s'élève"
        words = before.pop() + words
    if after and not sides[1][0].isspace():
        words += after.pop(0)
    lines = (_quoted(before[-n:], words, after[:n], n < len(before), n < len(after)) for n in _BESIDE)
    return next((line for line in lines if line is not None and len(line) <= room), None)


def _sides(mention: Mention) -> tuple[str, str] | None:
    """What stands before and behind the trigger in its passage; None where the passage does not hold it."""
    text = mention.passage.text
    at = mention.trigger.start - mention.passage.start
    behind = at + len(mention.trigger.text)
    return (text[:at], text[behind:]) if at >= 0 and text[at:behind] == mention.trigger.text else None


def _between_marks(before: str, behind: str) -> tuple[str, str]:
    """Of what stands before and behind, as much as no mark parts from the trigger."""
    return _MARKED.split(before)[-1], _MARKED.split(behind)[0]


def _finished(behind: str) -> str:
    """What stands behind a trigger, less the words that lead up to what is cut: "exprimant sa détermination à"."""
    while _hanging().fullmatch((words := behind.rstrip().rsplit(maxsplit=1) or [""])[-1]):
        behind = words[0] if len(words) > 1 else ""
    return behind


def _is_balanced(line: str) -> bool:
    """Of signs that come in pairs, it holds both or none."""
    return all(line.count(a) == line.count(b) for a, b in _PAIRS)


def _quoted(before: list[str], words: str, after: list[str], begins_cut: bool, ends_cut: bool) -> str | None:
    """The quotation of a trigger with the words before and after it, with a sign where it was cut."""
    while ends_cut and after and (len(after[-1]) < _FULL or _unfinished().fullmatch(after[-1])):
        after = after[:-1]
    line = _plain(" ".join([*before, words, *after])).translate(_INNER)
    if len(line.split()) < _FEWEST or not _is_balanced(line):
        return None
    first = "" if line[:1].isupper() and not begins_cut else "… "
    return _QUOTED.format(f"{first}{line}{_CUT if ends_cut else ''}")


def trigger(mention: Mention) -> str:
    """The words that name the happening, as a quotation."""
    return _QUOTED.format(_plain(mention.trigger.text) or mention.kind.value)


def is_headline(mention: Mention) -> bool:
    """The passage has no stop, as headlines have none."""
    return mention.passage.text.rstrip()[-1:] not in _STOPS


def leans(line: str) -> bool:
    """The line leans on another one: "Cette décision ...", "Il ..."."""
    return _leaning().match(line) is not None


def pattern(name: str) -> str:
    """A pattern for one of the words of a list of ``titles.toml``, whole; an elided one is followed by any letter."""
    whole = r"(?!\w)"
    return f"(?:{'|'.join(word if word.endswith(_ELIDED) else word + whole for word in titles()[name])})"


@cache
def _leaning() -> re.Pattern[str]:
    return re.compile(pattern("leaning"), re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(pattern("opening"), re.IGNORECASE)


@cache
def _hanging() -> re.Pattern[str]:
    return re.compile(pattern("hanging"), re.IGNORECASE)


@cache
def _unfinished() -> re.Pattern[str]:
    return re.compile(f"{pattern('opening')}|{pattern('hanging')}|{pattern('leaning')}", re.IGNORECASE)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip(_EDGES)
