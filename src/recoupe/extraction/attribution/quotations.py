"""Quotations: the stretches of a text that stand between quotation marks, over as many sentences as they run."""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import Final, final

import attrs

from recoupe.extraction.dependencies import is_verbal
from recoupe.language.tokens import Doc, Run, Token

_OPENING: Final = frozenset("«“")
_CLOSING: Final = frozenset("»”")
_STRAIGHT: Final = '"'
#: What stands right behind a mark that closes, and never behind one that opens.
_ENDS: Final = frozenset({",", ".", ";"})
#: What a mark may follow without a space that opens: « l'"affaire" ».
_LEADS: Final = frozenset("'([-")
#: Shorter stretches are single words in quotation marks, not somebody's sentence. In tokens.
_SHORTEST: Final = 4
#: Longer ones are no names. In tokens.
_LONGEST_NAME: Final = 5


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


def closes(token: Token) -> bool:
    """It is a mark that ends a quotation: the straight one, where it stands at the end of a word, or right before a
    comma or a stop (" Rien n'a changé ", dit-elle)."""
    if token.text != _STRAIGHT:
        return token.text in _CLOSING
    before = token.doc[token.i - 1] if token.i else None
    if before is None or before.text[-1] in _LEADS:
        return False
    after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    return not before.whitespace_ or (not token.whitespace_ and after in _ENDS)


def _opens(straight: Token) -> bool:
    """It stands at the beginning of a word, and not at the end of another."""
    return not closes(straight) and not straight.whitespace_


@functools.lru_cache(maxsize=8)
def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; one that is never closed runs to its end. None in a text without marks.

    Marks that open and close alike (") are told apart by the word that they stand at, else taken in turn; one that
    opens where a quotation is open already begins it anew. A quotation ends with the sort of mark that it began with.
    """
    found: list[Quotation] = []
    opened: int | None = None
    ends: frozenset[str] = frozenset()
    for token in doc:
        straight = token.text == _STRAIGHT
        if token.text in _OPENING or (straight and opened is None and not closes(token)):
            if opened is None or ends != _CLOSING:
                opened, ends = token.i + 1, frozenset(_STRAIGHT) if straight else _CLOSING
        elif opened is not None and token.text in ends:
            if straight and _opens(token):
                opened = token.i + 1
                continue
            found.append(Quotation(start=opened, end=token.i))
            opened = None
    if opened is not None:
        found.append(Quotation(start=opened, end=len(doc)))
    return tuple(q for q in found if q.end > q.start)


def quotation_behind_stop(sentence: Run, end: int) -> int | None:
    """Where the last quotation before token `end` begins, if another sentence ends before it that the parse took for a
    part of this one: "..., d'après la police. « Je viendrai », a-t-il promis."; None otherwise."""
    before = [q.start for q in quotations(sentence.doc) if sentence.start < q.start <= q.end <= end]
    stopped = bool(before) and before[-1] >= 2 and sentence.doc[before[-1] - 2].text == "."
    return before[-1] if stopped else None


def quotation_of(token: Token, among: tuple[Quotation, ...]) -> Quotation | None:
    """The quotation that a token stands in; None where it is the article's own word. `among`: in order."""
    at = bisect_right(among, token.i, key=lambda quotation: quotation.start) - 1
    return among[at] if at >= 0 and among[at].holds(token.i) else None


def quoted_name(token: Token) -> Run | None:
    """The few words in quotation marks, with a capital and without a verb, that `token` stands among: a name, as of a
    newspaper; None where it stands in no such words."""
    quotation = quotation_of(token, quotations(token.doc))
    if quotation is None or quotation.end - quotation.start > _LONGEST_NAME:
        return None
    name = Run(token.doc, quotation.start, quotation.end)
    return name if token.doc[name.start].is_capital and not any(is_verbal(t) for t in name) else None
