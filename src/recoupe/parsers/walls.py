"""Pages that are not articles, told apart: empty, a cookie wall, a robot check, a paywall with nothing before it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from recoupe.errors import UnreadableDocument
from recoupe.model import BlockKind
from recoupe.parsers.cues import holds
from recoupe.parsers.piece import Piece
from recoupe.parsers.spaces import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Characters of text below which a page's walls are what there is of it.
_STUB = 250
#: Characters from which a line without a full stop is taken for text.
_SENTENCE = 40
#: Characters below which a page that declares itself closed is a stub, not a page saved by a subscriber.
_OPENING = 1500


def check(location: str, root: HtmlElement, pieces: tuple[Piece, ...], free: bool | None) -> frozenset[str]:
    """Notices about the page's text (``paywall``); a page without an article is an error that says what it is.

    Raises:
        UnreadableDocument: an empty page, a cookie wall, a robot check, or a paywall without text.
    """
    body = [piece.text for piece in pieces if piece.kind is not BlockKind.HEADLINE]
    length = sum(len(words) for words in body if _is_text(words))
    consent = sum(len(words) for words in body if holds("consent", words))
    if consent * 2 > sum(map(len, body)):
        raise _cookie_wall(location)
    if length >= _STUB:
        return frozenset({"paywall"}) if _is_closed(root, length, free) else frozenset()
    everything = _all_text(root)
    page = "\n".join(piece.text for piece in pieces)
    if holds("block_page", page) or (not length and holds("block_page", everything)):
        raise UnreadableDocument(
            location, "the page is a check or an error of the site", "open it in a browser and save it"
        )
    if holds("cookie_wall", page) or (not length and holds("cookie_wall", everything)):
        raise _cookie_wall(location)
    walled = free is False or holds("paywall", everything)
    if walled and not length:
        reason = "the page is a paywall, without the article"
        raise UnreadableDocument(location, reason, "save the page as a subscriber")
    if not length:
        raise UnreadableDocument(location, "the page has no text of an article", "save the page after it has loaded")
    return frozenset({"paywall"}) if walled else frozenset()


def _all_text(root: HtmlElement) -> str:
    """The words of the page's first part, elements kept apart."""
    return clean(" ".join(islice(root.itertext(), 5000)))[:50_000]


def _is_text(words: str) -> bool:
    """It is a sentence or as long as one, and not the wall itself."""
    wall = len(words) < _STUB and any(holds(cue, words) for cue in ("paywall", "cookie_wall", "block_page"))
    return not wall and (len(words) >= _SENTENCE or words.rstrip("»”\"' )").endswith((".", "!", "?", "…")))


def _cookie_wall(location: str) -> UnreadableDocument:
    reason = "the page is a cookie wall, without the article"
    return UnreadableDocument(location, reason, "accept or refuse the cookies in a browser, then save the page")


def _is_closed(root: HtmlElement, length: int, free: bool | None) -> bool:
    """The page declares itself closed and shows little, or says in words that the rest is for subscribers."""
    return length < _OPENING and (free is False or holds("paywall", _all_text(root)))
