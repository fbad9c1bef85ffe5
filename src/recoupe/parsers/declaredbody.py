"""The text that a page declares (``articleBody``), where its own text was not found: the page's paragraphs of it."""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from recoupe.parsers.markup import fragment, pieces_of
from recoupe.parsers.piece import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Letters of a paragraph, at least, that is told to be of the declared text by its words.
_SURE = 40
#: Letters of a declared text, and paragraphs of a page, at most, that are compared: articles have a tenth of either.
_LONGEST, _MOST = 100_000, 2000


def whole(root: HtmlElement, thing: dict[str, Any], pieces: tuple[Piece, ...], location: str) -> tuple[Piece, ...]:
    """The pieces, or where they are less than half of the declared text: the page's own paragraphs of it.

    A page may show the declared text by script only; then it is taken as declared, where it has lost its paragraphs.

    Args:
        root: The page.
        thing: Its JSON-LD object.
        pieces: What was found in the page.
        location: Where the page is, for errors.

    Raises:
        UnreadableDocument: the declared text is markup that is nested too deeply.
    """
    stated = thing.get("articleBody")
    body = html.unescape(stated) if isinstance(stated, str) else ""
    if _length(pieces) * 2 >= len(body):
        return pieces
    shown = _shown(root, body)
    return shown if _length(shown) * 2 >= len(body) else fragment(body, location) or pieces


def _shown(root: HtmlElement, body: str) -> tuple[Piece, ...]:
    """The pieces of the smallest element that holds the page's paragraphs of the text; empty where there are none."""
    letters = _letters(body)[:_LONGEST]
    found = {
        p for p in islice(root.iter("p"), _MOST) if len(key := _letters(p.text_content())) >= _SURE and key in letters
    }
    common = next(iter(found)).getparent() if found else None
    while common is not None and not found <= set(common.iter("p")):
        common = common.getparent()
    return pieces_of(common) if common is not None and common.tag not in ("body", "html") else ()


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(piece.text) for piece in pieces)
