"""The article's text in a page, as pieces in order: paragraphs, headings, list items, captions; by trafilatura.

Its deduplication is off (it keeps a process-wide cache: a page read six times came back empty), and so is all that it
knows of dates.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, final

import attrs

from recoupe.errors import MissingExtra
from recoupe.model import BlockKind
from recoupe.parsers.elements import is_elsewhere
from recoupe.parsers.spaces import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@final
@attrs.frozen(kw_only=True)
class Piece:
    """A stretch of the article's text; `kind` is None where its words shall decide."""

    text: str
    kind: BlockKind | None = None


def pieces(root: HtmlElement) -> tuple[Piece, ...]:
    """The pieces of the page's main text, without its headline; empty when there is none."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtra("web", "reading HTML pages") from error
    found = bare_extraction(
        copy.deepcopy(root), include_comments=False, include_tables=True, deduplicate=False, favor_recall=False
    )
    body: Any = getattr(found, "body", None)
    return (tuple(_pieces(body)) if body is not None else ()) or _paragraphs(root)


def _paragraphs(root: HtmlElement) -> tuple[Piece, ...]:
    """All paragraphs outside the page's furniture: a short page is too little for trafilatura."""
    found = (clean(p.text_content()) for p in root.iter("p") if not is_elsewhere(p))
    return tuple(Piece(text=words) for words in found if words)


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
