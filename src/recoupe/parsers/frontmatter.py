"""Headers of plain text files: lines such as ``Titre : ...`` and ``Date : ...`` above the text, fenced or not."""

from __future__ import annotations

import re
from typing import final

import attrs

from recoupe.parsers.columns import part_of

_BREAK = r"(?:\r\n|\r|\n)"
_GAP = r"[ \t\u00a0\u202f]*"
_LINE = re.compile(rf"[ \t\ufeff]*([^\W\d_][\w '’.-]{{1,24}}?){_GAP}:{_GAP}(\S[^\r\n]*?)?[ \t]*(?:{_BREAK}|$)")
_FENCE = re.compile(rf"[ \t]*(?:---|\+\+\+|===)[ \t-]*{_BREAK}")
_BLANK = re.compile(rf"(?:[ \t]*{_BREAK})*")
#: What a header's line may say of the article; the names are those of the columns of tables.
_PARTS = frozenset(("title", "published", "url", "outlet", "byline", "language"))


@final
@attrs.frozen(kw_only=True)
class Entry:
    """One line of a header."""

    #: What it says: ``title``, ``published``, ``url``, ``outlet``, ``byline``, ``language``; None for other names.
    part: str | None
    #: The value, without quotes.
    value: str
    #: Where the line starts in the text.
    start: int
    #: Where the value starts.
    value_start: int
    #: Where the value ends, not included.
    end: int


def entries(text: str) -> tuple[Entry, ...]:
    """The lines of a header at the start of `text`; empty when there is none.

    A header is fenced by ``---``, or has two lines at least whose names are known: one alone ("Date : ...") is read as
    a printed line is.
    """
    position = _end(_BLANK, text, 0)
    fence = _FENCE.match(text, position)
    if fence is not None:
        position = fence.end()
    found: list[Entry] = []
    while (line := _LINE.match(text, position)) is not None and line.end() > position:
        part = part_of(line[1])
        if fence is None and part not in _PARTS:
            break
        if line[2]:
            value = line[2].strip("\"' ")
            found.append(
                Entry(
                    part=part if part in _PARTS else None,
                    value=value,
                    start=position + len(line.group()) - len(line.group().lstrip()),
                    value_start=line.start(2),
                    end=line.end(2),
                )
            )
        position = line.end()
    if fence is not None:
        return tuple(found) if _FENCE.match(text, position) or _FENCE.fullmatch(text[position:] + "\n") else ()
    return tuple(found) if sum(entry.part is not None for entry in found) >= 2 else ()


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
