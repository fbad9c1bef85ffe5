"""Long texts in pieces, so that what a text costs grows with its length, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Where a text is cut, the better places first: behind a line, a sentence, a word.
_CUTS = tuple(re.compile(pattern, re.DOTALL) for pattern in (r".*\n", r".*[.!?…](?: ?[»”\"')])* ", r".*\s"))


def pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Start and end (not included) of the pieces of `text`, which together are all of it.

    Each has at most `longest` characters and ends behind the last line, sentence or word that ends within these. A text
    that is no longer, an empty one too, is one piece.
    """
    start = 0
    while len(text) - start > longest:
        found = (mark.match(text, start, start + longest) for mark in _CUTS)
        end = next((match.end() for match in found if match), start + longest)
        yield start, end
        start = end
    yield start, len(text)
