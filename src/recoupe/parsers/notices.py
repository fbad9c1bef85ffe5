"""What agencies say of the standing of a story: correction, update, embargo, withdrawal, in codes and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import final

import attrs

from recoupe.parsers import printed
from recoupe.parsers.cues import data, folded
from recoupe.parsers.moment import moment


@final
@attrs.frozen(kw_only=True)
class Standing:
    """How a story stands; ``a | b`` is what is said of it in either."""

    notices: tuple[str, ...] = ()
    withdrawn: bool = False
    embargoed: bool = False
    #: ISO 8601; None where no end is stated.
    embargo_ends: str | None = None

    def __or__(self, other: Standing) -> Standing:
        return Standing(
            notices=tuple(sorted({*self.notices, *other.notices})),
            withdrawn=self.withdrawn or other.withdrawn,
            embargoed=self.embargoed or other.embargoed,
            embargo_ends=self.embargo_ends or other.embargo_ends,
        )


def standing(status: str, notes: Iterable[str], *, embargo: str | None = None) -> Standing:
    """How a story stands.

    Args:
        status: The code of its publishing status, without its scheme.
        notes: Editors' notes and signals, in words or codes. They are read as notes about the story: one that speaks of
            the withdrawal of troops withdraws nothing.
        embargo: The moment at which its embargo ends, where the story has a place for it.
    """
    said = [status, *notes]
    notices = {name for name in data("notices") if any(_says(note, name) for note in said)}
    withdrawn, embargoed = "withdrawn" in notices, "embargo" in notices or embargo is not None
    end = next(filter(None, map(_moment, [embargo or "", *notes])), None) if embargoed else None
    notices = notices - {"withdrawn"} | ({"embargo"} if embargoed else set())
    return Standing(notices=tuple(sorted(notices)), withdrawn=withdrawn, embargoed=embargoed, embargo_ends=end)


def _says(note: str, notice: str) -> bool:
    """The note is one of the codes, opens with one of the words, or holds one of the phrases of a notice."""
    words = " ".join(re.findall(r"[\w']+", folded(note)))
    forms = data("notices")[notice]
    opens = any(re.match(rf"{re.escape(start)}(?!\w)", words) for start in forms["starts"])
    return words in forms["codes"] or opens or any(f" {phrase} " in f" {words} " for phrase in forms["phrases"])


def _moment(words: str) -> str | None:
    """The moment or the day that is stated, in ISO 8601: in a date's place, or in the words of a note."""
    found = moment(words)
    when = found.when if found else printed.read_line(words).published
    if when is None or not when.is_day or when.earliest is None:
        return None
    clock = f"T{when.at.isoformat()}" if when.at else ""
    return (found.at if found else None) or f"{when.earliest.isoformat()}{clock}"
