"""HTML bytes to a tree, within bounds: size, depth, encoding, and no reading of anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from recoupe.errors import MissingExtra, UnreadableDocument
from recoupe.parsers.contract import Document
from recoupe.parsers.decoding import decode
from recoupe.parsers.plain import charset

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Bytes of a page, at most. Pages of news sites have 50 kB to 3 MB with all their scripts.
MAX_PAGE = 10 * 1024 * 1024
#: Elements nested in each other, at most. Real pages stay under 60; libxml2 itself stops at 255.
MAX_DEPTH = 200
#: Elements of a page, at most. Pages of news sites have 1 000 to 20 000.
MAX_ELEMENTS = 150_000
#: The depths of all elements, added up, at most. Pages of news sites have less than a million; what looks from each
#: element to those around it costs as much.
MAX_DEPTHS = 5_000_000
#: Characters that a page shows, at most: an article has at most half as many (`statement.MAX_CHARACTERS`).
MAX_SHOWN = 2_000_000
#: An element with a thousand attributes: real ones have at most some thirty, and libxml2 compares each with each.
_CROWDED = re.compile(
    r"""<[a-zA-Z][^\s>/]*+(?:[\s/]++[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+))?+){1000}"""
)
_DECLARATIONS = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>\[]*\[[^\]]*\]\s*>)?", re.IGNORECASE)
#: What opens an HTML document, after white space, comments and declarations.
_OPENING = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>|<!doctype\s+html[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)


def looks_like_html(document: Document) -> bool:
    """It is declared as HTML, named so, or begins as HTML begins. Raises nothing."""
    declared = (document.media_type or "").split(";")[0].strip().lower()
    if declared:
        return declared in ("text/html", "application/xhtml+xml")
    head = document.data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    named = document.location.lower().split("?")[0].split("#")[0].endswith((".html", ".htm", ".xhtml"))
    return (named and b"<" in head) or _OPENING.match(head) is not None


def page_text(document: Document) -> str:
    """The page's source as text: its declared encoding, NULs and other characters that HTML forbids removed.

    Raises:
        UnreadableDocument: it is empty, too large, or no text.
    """
    data = document.data
    if len(data) > MAX_PAGE:
        reason = f"the page has {len(data):,} bytes, and a page has at most {MAX_PAGE:,}"
        raise UnreadableDocument(document.location, reason, "save the article's text alone")
    head = data[:4096]
    declared = charset(document.media_type)
    if declared is None:
        found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
        declared = found[1].decode("ascii", "replace") if found else None
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and head.count(b"\x00") * 5 < len(head):
        data = data.replace(b"\x00", b"")
        data = data.translate(None, bytes(set(range(32)) - {9, 10, 12, 13, 27}))
    text = decode(data, document.location, declared=declared)
    return re.sub(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text)


def tree(document: Document) -> HtmlElement:
    """The page as a tree.

    Raises:
        UnreadableDocument: it is empty, too large, nested too deeply, or has no element.
        MissingExtra: the extra ``web`` is not installed.
    """
    try:
        from lxml import etree, html
    except ImportError as error:
        raise MissingExtra("web", "reading HTML pages") from error
    text = page_text(document)
    text = text[_end_of_declarations(text) :]
    _refuse_oversized(text, document.location)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableDocument(document.location, "the page is empty", "save the page with its text") from error
    shown = sum(len(e.text or "") + len(e.tail or "") for e in root.iter() if e.tag not in ("script", "style"))
    if shown > MAX_SHOWN:
        reason = f"it shows more than {MAX_SHOWN:,} characters"
        raise UnreadableDocument(document.location, reason, "save the article's text alone")
    if _depths(etree.iterwalk(root, events=("start", "end"))) > MAX_DEPTHS:
        reason = "it has too many elements that are nested too deep"
        raise UnreadableDocument(document.location, reason, "save the article's text alone")
    return root


def _depths(walk: Iterable[tuple[str, Any]]) -> int:
    """The depths of all elements, added up."""
    total = depth = 0
    for event, _ in walk:
        if event == "end":
            depth -= 1
        else:
            depth += 1
            total += depth
    return total


def _end_of_declarations(text: str) -> int:
    """Where an XML declaration and a document type with declarations of its own end: nothing in them is of the page."""
    match = _DECLARATIONS.match(text)
    return match.end() if match else 0


def _refuse_oversized(text: str, location: str) -> None:
    """Refuse a page whose tree would cost minutes.

    Raises:
        UnreadableDocument: it has too many elements, too many attributes in one, or too many in each other.
    """
    reason = None
    if text.count("<") > 2 * MAX_ELEMENTS:
        reason = f"it has more than {MAX_ELEMENTS:,} elements"
    elif nests_deeper(text, MAX_DEPTH):
        reason = f"its elements are nested more than {MAX_DEPTH} deep"
    elif is_crowded(text):
        reason = "it has an element with a thousand attributes"
    if reason is not None:
        raise UnreadableDocument(location, reason, "save the article's text alone")


def is_crowded(text: str) -> bool:
    """Some element has a thousand attributes or more. One pass, no tree."""
    return _CROWDED.search(text) is not None


def nests_deeper(text: str, limit: int) -> bool:
    """More than `limit` of the elements that must be closed stand open at one point. One pass, no tree."""
    depth = 0
    for match in re.finditer(
        r"<(/?)(?:div|span|section|article|table|ul|ol|font|b|i|em|a|blockquote|dl)\b", text, re.I
    ):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > limit:
            return _really_nests(text, limit)
    return False


def _really_nests(text: str, limit: int) -> bool:
    """The same, counted by name, so that many unclosed ``<a>`` side by side do not count as depth."""
    open_tags: list[str] = []
    for match in re.finditer(r"<(/?)(div|span|section|article|table|ul|ol|blockquote|dl|b|i|em|font)\b", text, re.I):
        name = match[2].lower()
        if not match[1]:
            open_tags.append(name)
        elif name in open_tags[-50:]:
            while open_tags and open_tags.pop() != name:
                pass
        if len(open_tags) > limit * 2:
            return True
    return False
