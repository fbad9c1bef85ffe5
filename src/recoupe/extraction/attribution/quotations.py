"""Quotations: the stretches of a text that stand between quotation marks, over as many sentences as they run."""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import Final, final

import attrs

from recoupe.language.tokens import Doc, Token

_OPENING: Final = frozenset("«“")
_CLOSING: Final = frozenset("»”")
_STRAIGHT: Final = '"'
#: Shorter stretches are single words in quotation marks, not somebody's sentence. In tokens.
_SHORTEST: Final = 4


@final
@attrs.frozen(kw_only=True)
class Quotation:
    """Tokens `start` to `end`, the latter not included; the marks themselves left out."""

    start: int
    end: int

    def holds(self, i: int) -> bool:
        """Token `i` is quoted."""
        return self.start <= i < self.end

    @property
    def is_sentence(self) -> bool:
        """It is long enough to say something, more than a word or two that the writer keeps at a distance."""
        return self.end - self.start >= _SHORTEST


@functools.lru_cache(maxsize=8)
def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; one that is never closed runs to its end. None in a text without marks.

    Marks that open and close alike (") are taken in turn.
    """
    found: list[Quotation] = []
    opened: int | None = None
    for token in doc:
        if opened is None and (token.text in _OPENING or token.text == _STRAIGHT):
            opened = token.i + 1
        elif opened is not None and (token.text in _CLOSING or token.text == _STRAIGHT):
            found.append(Quotation(start=opened, end=token.i))
            opened = None
    if opened is not None:
        found.append(Quotation(start=opened, end=len(doc)))
    return tuple(q for q in found if q.end > q.start)


def quotation_of(token: Token, among: tuple[Quotation, ...]) -> Quotation | None:
    """The quotation that a token stands in; None where it is the article's own word. `among`: in order."""
    at = bisect_right(among, token.i, key=lambda quotation: quotation.start) - 1
    return among[at] if at >= 0 and among[at].holds(token.i) else None
