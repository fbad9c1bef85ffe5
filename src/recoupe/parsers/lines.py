"""Plain text to its parts: lines, or paragraphs whose lines were broken at a fixed width, as spans of the text."""

from __future__ import annotations

import re
from typing import final

import attrs

#: What closes a sentence, with the quotes and brackets that may follow it.
_TERMINAL = re.compile(r"[.!?…:;][\s»”\"'’)\]*_]*$")
_BULLET = re.compile(r"(?:[-–—•●▪■◦‣*·►▶→]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
_RULE = re.compile(r"[\s*_=~#<>|.·•●▪■◦‣►▶→—–-]*")
#: Lines that an editor or a mail programme broke are at most this long.
_WIDEST_WRAP = 100


@final
@attrs.frozen(kw_only=True)
class Part:
    """A line or a paragraph, without the white space and markup around it."""

    #: Where it starts in the text.
    start: int
    #: Where it ends, not included.
    end: int
    #: Its words, as they stand in the text.
    text: str
    #: It is an item of a list; its bullet lies before `start`.
    bullet: bool = False
    #: It was written as a heading: ``## ...``, ``**...**``.
    marked: bool = False

    @property
    def closed(self) -> bool:
        """It ends as a sentence ends."""
        return _TERMINAL.search(self.text) is not None


def parts(text: str) -> tuple[Part, ...]:
    """The parts of a text in order; blank lines and rules (``---``) are none."""
    lines = [m.span() for m in re.finditer(r"[^\r\n\v\f\u0085\u2028\u2029]+", text)]
    spans = _unwrapped(text, lines) if _is_wrapped(text, lines) else lines
    return tuple(part for start, end in spans if (part := _part(text, start, end)) is not None)


def _part(text: str, start: int, end: int) -> Part | None:
    if _RULE.fullmatch(text, start, end):
        return None
    start, end = _stripped(text, start, end)
    bullet = _BULLET.match(text, start, end)
    if bullet:
        start = bullet.end()
    marked = False
    heading = re.compile(r"#{1,6}[ \t]+").match(text, start, end)
    if heading:
        start, marked = heading.end(), True
    for sign in ("**", "__"):
        whole = text[start:end]
        if len(whole) > 4 and whole.startswith(sign) and whole.endswith(sign) and sign not in whole[2:-2]:
            start, end, marked = start + 2, end - 2, True
    start, end = _stripped(text, start, end)
    if start >= end:
        return None
    return Part(start=start, end=end, text=text[start:end], bullet=bullet is not None, marked=marked)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return start, end


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Most lines are nearly as long as the longest, which is short, and most of those stop in mid-sentence."""
    widths = sorted(end - start for start, end in lines if text[start:end].strip())
    if len(widths) < 4:
        return False
    widest = widths[int(len(widths) * 0.95)]
    full = [(s, e) for s, e in lines if 0.7 * widest <= e - s]
    unfinished = sum(_TERMINAL.search(text[s:e]) is None for s, e in full)
    return 40 <= widest <= _WIDEST_WRAP and len(full) * 2 >= len(widths) and unfinished * 2 > len(full)


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines joined to paragraphs: a blank line, a bullet, or a line that stops early ends one."""
    widest = max(end - start for start, end in lines)
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        if not text[start:end].strip():
            continue
        if spans:
            first, last = spans[-1]
            last_line = text.rfind("\n", first, last) + 1 or first
            between = text[last:start].replace("\r\n", "\n")
            short = last - max(first, last_line) < 0.6 * widest
            stops = short or (last - max(first, last_line) < 0.75 * widest and _TERMINAL.search(text[first:last]))
            if between.count("\n") < 2 and between.strip() == "" and not stops and not _BULLET.match(text, start, end):
                spans[-1] = (first, end)
                continue
        spans.append((start, end))
    return spans
