"""Pieces of text to an article: the text is the pieces, a line each, the headline first; the blocks are these lines."""

from __future__ import annotations

import re

import attrs

from recoupe.model import Article, Block, BlockKind
from recoupe.parsers.contract import Document
from recoupe.parsers.cues import folded
from recoupe.parsers.lines import Part
from recoupe.parsers.marking import Mark, Marker
from recoupe.parsers.piece import Piece
from recoupe.parsers.plain import stated_by
from recoupe.parsers.spaces import clean
from recoupe.parsers.statement import Statement, article, check_length


def ordered(title: str | None, lead: str | None, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Headline, standfirst and text, each once."""
    return _with_headline(title, _with_lead(lead, _without_repeats(pieces)))


def compose(document: Document, pieces: tuple[Piece, ...], stated: Statement) -> Article:
    """The article of pieces in order, with what is stated of it and what its own lines say.

    Raises:
        UnreadableDocument: the pieces hold no text, or too much for one article.
    """
    text = "\n".join(piece.text for piece in pieces)
    check_length(text, document.location)
    marks = _marks(pieces)
    return article(document, text, tuple(mark.block for mark in marks), stated_by(text, marks, stated))


def _with_headline(title: str | None, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the headline first, once."""
    title = clean(title or "")
    if not title:
        return pieces
    rest = tuple(p for i, p in enumerate(pieces) if i > 3 or _letters(p.text) != _letters(title))
    return (Piece(text=title, kind=BlockKind.HEADLINE), *rest)


def _with_lead(lead: str | None, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the standfirst marked among them, or before them where they do not hold its words already."""
    if lead is None or not pieces:
        return pieces
    key = _letters(lead)
    at = next((i for i, piece in enumerate(pieces[:4]) if _letters(piece.text) == key), None)
    if at is not None:
        return (*pieces[:at], Piece(text=pieces[at].text, kind=BlockKind.LEAD), *pieces[at + 1 :])
    found = "".join(_letters(piece.text) for piece in pieces)
    if key[:80] in found or key[-80:] in found:
        return pieces
    return (Piece(text=lead, kind=BlockKind.LEAD), *pieces)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", folded(text))


def _without_repeats(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without one that repeats the piece before it (a lead printed twice)."""
    return tuple(p for i, p in enumerate(pieces) if i == 0 or folded(p.text) != folded(pieces[i - 1].text))


def _marks(pieces: tuple[Piece, ...]) -> tuple[Mark, ...]:
    """A mark for each piece: by its kind where the page says what it is, else by its words."""
    parts: list[Part] = []
    kinds: dict[int, BlockKind] = {}
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        heading = piece.kind is BlockKind.HEADING
        item = piece.kind is BlockKind.PARAGRAPH
        parts.append(Part(start=start, end=end, text=piece.text, marked=heading, bullet=item))
        if piece.kind is not None:
            kinds[start] = piece.kind
        start = end + 1
    headed = kinds.get(0) is BlockKind.HEADLINE
    first = [Mark(block=Block(kind=BlockKind.HEADLINE, start=0, end=parts[0].end))] if headed else []
    marks = [*first, *Marker(headless=headed).mark(parts[1:] if headed else parts)]
    return tuple(_kept(mark, kinds) for mark in marks)


def _kept(mark: Mark, kinds: dict[int, BlockKind]) -> Mark:
    """The mark with the kind that the page gives its piece, unless its words say that it is no part of the report."""
    kind = kinds.get(mark.block.start)
    if kind is None or not mark.block.reports or mark.block.kind is BlockKind.KEY_POINT:
        return mark
    return attrs.evolve(mark, block=attrs.evolve(mark.block, kind=kind))
