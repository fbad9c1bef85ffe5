"""HTML pages: text with blocks, and what the page states of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from recoupe.model import Article, When
from recoupe.parsers import declared, declaredbody, linkeddata, prose
from recoupe.parsers.composition import compose, ordered
from recoupe.parsers.contract import Document
from recoupe.parsers.elements import metas
from recoupe.parsers.page import looks_like_html, tree
from recoupe.parsers.piece import Piece
from recoupe.parsers.standfirst import standfirst
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
    pieces = declaredbody.whole(root, thing, pieces, document.location)
    found = ordered(stated.title, standfirst(root, thing, metas(root)), pieces)
    notices = stated.notices | check(document.location, root, found, declared.is_free(thing))
    return compose(document, found, attrs.evolve(stated, notices=notices))
