"""Where an article begins in a text that was copied with its page: sections and other articles' titles come first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from recoupe.parsers.captions import credit_of_picture
from recoupe.parsers.cues import is_line, starts
from recoupe.parsers.lines import Part

#: Words of the name of a section, at most, in capitals and otherwise; and of a headline, at least.
_SECTION_CAPITALS, _SECTION, _HEADLINE = 3, 2, 4
#: Titles above the text from which they are a list of articles; a headline, a standfirst and key points are fewer.
_LIST = 6
#: Characters of a title, at most.
_LONGEST = 260


def headline_at(found: Sequence[Part]) -> int:
    """Which part is the headline, if any is: those before it are of the page.

    Names of sections stand above a headline ("International", "France"). Where a list of titles does, the headline is
    the last of them, above the text.
    """
    above = list(takewhile(lambda part: not _is_text(part), found))
    if len(above) == len(found) or any(is_line("key_points", part.text) or part.bullet for part in above):
        return 0
    titles = [i for i, part in enumerate(above) if _is_title(part)]
    if not titles:
        return 0
    if len(titles) >= _LIST:
        return titles[-1]
    return titles[0] if all(_is_section(part) for part in above[: titles[0]]) else 0


def _is_text(part: Part) -> bool:
    return len(part.text) > _LONGEST or re.search(r"[.…;][\s»”\"')\]]*$", part.text) is not None


def _is_title(part: Part) -> bool:
    words = part.text.split()
    furniture = starts("related", part.text) or starts("navigation", part.text) or starts("rights", part.text)
    return len(words) >= _HEADLINE and not furniture and credit_of_picture(part.text) is None


def _is_section(part: Part) -> bool:
    words = len(part.text.split())
    return not part.marked and words <= (_SECTION_CAPITALS if part.text.isupper() else _SECTION)
