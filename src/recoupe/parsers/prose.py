"""The article's text in a page, as pieces in order: paragraphs, headings, list items, captions; by trafilatura.

Its deduplication is off (it keeps a process-wide cache: a page read six times came back empty), and so is all that it
knows of dates.
"""

from __future__ import annotations

import copy
from collections import Counter
from typing import TYPE_CHECKING, Any

from recoupe.errors import MissingExtra
from recoupe.model import BlockKind
from recoupe.parsers.elements import holders, is_elsewhere, is_marked
from recoupe.parsers.markup import pieces_of
from recoupe.parsers.piece import Piece
from recoupe.parsers.spaces import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def pieces(root: HtmlElement) -> tuple[Piece, ...]:
    """The pieces of the page's main text, without its headline; empty when there is none."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtra("web", "reading HTML pages") from error
    found = bare_extraction(
        _article_alone(root), include_comments=False, include_tables=True, deduplicate=False, favor_recall=False
    )
    body: Any = getattr(found, "body", None)
    made = tuple(_pieces(body)) if body is not None else ()
    return made if len(made) > 1 else _densest(root) or made


def _article_alone(root: HtmlElement) -> HtmlElement:
    """A copy of the page without its scripts, which hold texts too, what is not shown, and what asks for consent.

    Navigation that was never closed holds the article: it becomes a division.
    """
    alone = copy.deepcopy(root)
    main, headed = holders(alone, "main"), holders(alone, "h1")
    for element in list(alone.iter()):
        if element.tag in ("nav", "aside", "footer") and element in main:
            element.tag = "div"
        unseen = (
            element.tag in ("script", "style") or element.get("hidden") is not None or is_marked(element, "consent")
        )
        if unseen and element not in headed and element.tag not in ("html", "body"):
            element.drop_tree()
    return alone


def _densest(root: HtmlElement) -> tuple[Piece, ...]:
    """The pieces of the element with most text in paragraphs of its own, outside the page's furniture.

    A short page is too little for trafilatura, and of some it makes one piece.
    """
    letters: Counter[HtmlElement] = Counter()
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and not is_elsewhere(paragraph):
            letters[parent] += len(clean(paragraph.text_content()))
    if not letters:
        return ()
    best = _with_its_like(letters.most_common(1)[0][0], letters)
    return pieces_of(best, without={e for e in best.iter() if e is not best and is_marked(e, "elsewhere")})


def _with_its_like(best: HtmlElement, letters: Counter[HtmlElement]) -> HtmlElement:
    """What holds an element and those beside it that are built like it and hold text too: the posts of a live blog."""
    parent = best.getparent()
    beside = [] if parent is None or parent.tag in ("body", "html") else list(parent)
    like = [e for e in beside if (e.tag, e.get("class")) == (best.tag, best.get("class")) and letters[e]]
    return best if parent is None or len(like) < 2 else parent


def _pieces(body: Any) -> list[Piece]:
    made: list[Piece] = []
    for element in body.iter("p", "head", "item", "quote", "cell", "ab"):
        if any(parent.tag in ("p", "head", "item", "quote", "cell", "ab") for parent in element.iterancestors()):
            continue
        kind = {"head": BlockKind.HEADING, "item": BlockKind.PARAGRAPH}.get(element.tag)
        for line in "".join(_texts(element)).split("\x00"):
            words = clean(line)
            if words:
                made.append(Piece(text=words, kind=kind))
    return made


def _texts(element: Any) -> list[str]:
    """The texts in an element; line breaks as NUL."""
    found = [element.text or ""]
    for child in element:
        found.append("\x00" if child.tag in ("lb", "p", "item") else "")
        found.extend(_texts(child))
        found.append(child.tail or "")
    return found
