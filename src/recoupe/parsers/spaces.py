"""White space and invisible characters of texts that were made to be shown."""

from __future__ import annotations

import re

#: White space as HTML collapses it. No-break spaces stay: they belong to numbers and French punctuation.
_SPACE = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
#: Characters that show nothing and split words: soft hyphen, zero-width space, joiners, direction and byte-order marks.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]")


def clean(text: str) -> str:
    """The words as a reader sees them: white space collapsed, invisible characters removed, all others kept."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
