"""HTML pages: text with blocks, and what the page states of itself."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, final

import attrs

from recoupe.model import Article, When
from recoupe.parsers import declared, linkeddata, prose
from recoupe.parsers.composition import compose, ordered
from recoupe.parsers.contract import Document
from recoupe.parsers.elements import metas
from recoupe.parsers.headline import standfirst
from recoupe.parsers.markup import fragment
from recoupe.parsers.page import looks_like_html, tree
from recoupe.parsers.prose import Piece
from recoupe.parsers.statement import Statement
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
        return page_article(document, root, declared.statement(root), prose.pieces(root))


def page_article(document: Document, root: HtmlElement, stated: Statement, pieces: tuple[Piece, ...]) -> Article:
    """The article of a page whose pieces of text and statement are known.

    Raises:
        UnreadableDocument: there is no text of an article; the error says what there is instead.
    """
    thing = linkeddata.article_object(root)
    pieces = _whole(thing, pieces, document.location)
    found = ordered(stated.title, standfirst(root, thing, metas(root)), pieces)
    notices = stated.notices | check(document.location, root, found, declared.is_free(thing))
    return compose(document, found, attrs.evolve(stated, notices=notices))


def _whole(thing: dict[str, Any], pieces: tuple[Piece, ...], location: str) -> tuple[Piece, ...]:
    """The pieces, or the declared ``articleBody`` where the page shows less than half of it (the rest is script)."""
    body = thing.get("articleBody")
    if not isinstance(body, str) or sum(len(piece.text) for piece in pieces) * 2 >= len(body):
        return pieces
    return fragment(html.unescape(body), location) or pieces
