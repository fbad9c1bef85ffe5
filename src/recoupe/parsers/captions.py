"""Captions of pictures, told by the credit that ends them ("... Photo: keystone-sda.ch", "... © AFP"), and credits."""

from __future__ import annotations

import re
from functools import cache

from recoupe.parsers.cues import data, starts

#: A longer text is a paragraph with a picture's credit at its end, not a caption.
_LONGEST = 400


def credit_of_picture(text: str) -> int | None:
    """Where the credit of a picture starts that ends `text`; 0 when it is all a caption or a credit; else None."""
    match = _tail().search(text, max(0, len(text) - _LONGEST))
    if match is None:
        return 0 if len(text) <= _LONGEST and starts("caption", text) else None
    return 0 if len(text) <= _LONGEST else match.start("credit")


def credit_before(text: str) -> int:
    """Where the text behind an agency's credit starts that a page glued before it ("©AFP/Archives Le ..."), or 0."""
    match = _head().match(text)
    return match.end() if match else 0


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"©\s?(?:{_agencies()})(?:\s?/\s?[A-ZÀ-Þ]\w+)?\s+(?=[«\"“]?\s?[A-ZÀ-Þ][\w'’ ])")


@cache
def _agencies() -> str:
    return "|".join(re.escape(f) for forms in data("agencies")["agency"].values() for f in forms)


@cache
def _tail() -> re.Pattern[str]:
    credits = sorted((word.strip(" :") for word in data("cues")["caption"]["credits"]), key=len, reverse=True)
    words = "|".join(map(re.escape, credits))
    agencies = _agencies()
    return re.compile(
        rf"(?:^|(?<=[.!?»”\"…)\]|/—–-])|(?<=[.!?»”\"…)\]|/—–-]\s))"
        rf"(?P<credit>[(\[]?\s*(?:(?i:{words})\s*(?:[:©]|par\b|/|by\b)\s*[^.!?:]{{2,80}}(?:\.\w{{2,4}})?"
        rf"|©\s*[^.!?]{{2,80}}(?:\.\w{{2,4}})?"
        rf"|PHOTO\s+[^.!?]{{3,90}}"
        rf"|[(\[]\s?(?:{agencies})\s?[-–/]\s?[^()\[\]]{{2,40}}[)\]]"
        rf"|\[[A-ZÀ-Þ][^\[\]]{{1,30}}\s?[-–/]\s?[^\[\]]{{2,40}}\]"
        rf"|[—–-]\s+[A-ZÀ-Þ][^!?:/]{{2,40}}\s?/\s?[^.!?:/]{{2,30}}"
        rf"|[(\[](?i:{words})\s+[^()\[\]]{{2,60}}[)\]]"
        rf"|(?:[A-ZÀ-Þ][\w'’.-]{{1,20}}\s){{1,3}}[A-ZÀ-Þ][\w'’.-]{{1,20}}\s?/\s?[A-ZÀ-Þ]{{2}}[A-ZÀ-Þ .'’-]{{1,40}}"
        rf"|[^.!?:,«»]{{2,50}}\s?/\s?(?:{agencies})(?:\s?/\s?[\w -]{{2,30}})?"
        rf"|(?:{agencies})\s?/\s?[\w .-]{{2,40}}"
        rf")\s*[)\]]?)\s*\.?\s*$"
    )
