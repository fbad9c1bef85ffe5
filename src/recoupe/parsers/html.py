"""HTML pages: text with blocks, and what the page states of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

import attrs

from recoupe.model import Article, Block, BlockKind, When
from recoupe.parsers import declared, linkeddata, prose
from recoupe.parsers.contract import Document
from recoupe.parsers.cues import folded
from recoupe.parsers.elements import metas
from recoupe.parsers.lines import Part
from recoupe.parsers.marking import Mark, Marker
from recoupe.parsers.page import looks_like_html, tree
from recoupe.parsers.plain import stated_by
from recoupe.parsers.prose import Piece, clean
from recoupe.parsers.statement import Statement, article
from recoupe.parsers.walls import check

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@final
@attrs.frozen(kw_only=True)
class WebPage:
    """Reads any HTML page of one article."""

    #: Its name.
    name: str = "html"
    #: It knows no layout that could change.
    valid: When = attrs.field(factory=When)

    def recognises(self, document: Document) -> bool:
        """It is declared as HTML, named so, or begins so."""
        return looks_like_html(document)

    def read(self, document: Document) -> Article:
        """The article.

        Raises:
            UnreadableDocument: the page is empty, too large, or a wall (cookies, subscription, robots) without text.
            MissingExtra: the extra ``web`` is not installed.
        """
        root = tree(document)
        return compose(document, root, declared.statement(root), prose.pieces(root))


def compose(document: Document, root: HtmlElement, stated: Statement, pieces: tuple[Piece, ...]) -> Article:
    """The article of a page: its text is the headline and the pieces, a line each; blocks are these lines."""
    thing = linkeddata.article_object(root)
    lead = declared.lead(root, thing, metas(root))
    pieces = _with_headline(stated.title, _with_lead(lead, _without_repeats(pieces)))
    notices = stated.notices | check(document.location, root, pieces, declared.is_free(thing))
    text = "\n".join(piece.text for piece in pieces)
    marks = _marks(pieces)
    stated = stated_by(text, marks, attrs.evolve(stated, notices=notices))
    return article(document, text, tuple(mark.block for mark in marks), stated)


def _with_headline(title: str | None, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the headline first, once."""
    if title is None or not pieces:
        return pieces
    title = clean(title) or "?"
    rest = tuple(p for i, p in enumerate(pieces) if i > 3 or folded(p.text) != folded(title))
    return (Piece(text=title, kind=BlockKind.HEADLINE), *rest)


def _with_lead(lead: str | None, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the standfirst before them, unless they hold its words already."""
    if lead is None or not pieces:
        return pieces
    key = re.sub(r"\W+", "", folded(lead))
    found = "".join(re.sub(r"\W+", "", folded(piece.text)) for piece in pieces)
    if key[:80] in found or key[-80:] in found:
        return pieces
    return (Piece(text=lead, kind=BlockKind.LEAD), *pieces)


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
        parts.append(Part(start=start, end=end, text=piece.text, marked=heading))
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
