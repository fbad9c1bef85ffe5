"""Markup inside feeds and agency files, read within bounds: XML without entities, and fragments of HTML to pieces."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from recoupe.errors import MissingExtra, UnreadableDocument
from recoupe.model import BlockKind
from recoupe.parsers.decoding import decode
from recoupe.parsers.page import MAX_DEPTH, is_crowded, nests_deeper
from recoupe.parsers.piece import Piece
from recoupe.parsers.spaces import clean

#: Elements that are a piece of text each, by local name; what they are, where the name says it.
_PIECES: dict[str, BlockKind | None] = {
    "p": None, "li": BlockKind.PARAGRAPH, "blockquote": None, "pre": None, "td": None, "dd": None,
    "h1": BlockKind.HEADING, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING, "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING, "h6": BlockKind.HEADING, "hl1": BlockKind.HEADING, "hl2": BlockKind.HEADING,
    "figcaption": BlockKind.CAPTION, "media-caption": BlockKind.CAPTION, "media-producer": BlockKind.CAPTION,
}  # fmt: skip
#: Elements that hold pieces, and end one.
_BLOCKS = frozenset(("div", "section", "article", "ul", "ol", "table", "tr", "block", "body", "media"))
#: Elements without text for readers.
_SILENT = frozenset(("script", "style", "noscript", "template", "media-metadata", "media-reference", "head", "title"))


def xml_root(data: bytes, location: str) -> Any:
    """The root element of an XML file; entities are not declared, nothing outside the file is read.

    Raises:
        UnreadableDocument: it declares entities, or is not well-formed XML.
        MissingExtra: the extra ``web`` is not installed.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtra("web", "reading XML") from error
    refuse_hazards(data, location)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        return etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        reason = f"it is not well-formed XML ({str(error)[:120]})"
        raise UnreadableDocument(location, reason, "ask for a whole file") from error


def refuse_hazards(data: bytes, location: str) -> None:
    """Refuse XML that declares entities or crowds an element: news files do neither, and attacks are made of them.

    Raises:
        UnreadableDocument: it does.
    """
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0)
    text = decode(data, location) if wide else data.decode("latin-1")
    if "<!ENTITY" in text:
        raise UnreadableDocument(location, "the XML declares entities", "remove them, or ask for a plain file")
    if is_crowded(text):
        raise UnreadableDocument(location, "it has an element with a thousand attributes", "ask for a plain file")


def fragment(markup: str, location: str) -> tuple[Piece, ...]:
    """The pieces of a fragment of HTML, or of text without markup (a paragraph per line).

    Raises:
        UnreadableDocument: it is nested too deeply.
    """
    if not re.search(r"<[a-zA-Z!/]|&\w+;|&#", markup):
        return tuple(Piece(text=words) for line in markup.splitlines() if (words := clean(line)))
    try:
        from lxml import etree, html
    except ImportError as error:
        raise MissingExtra("web", "reading HTML") from error
    markup = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", markup)
    if nests_deeper(markup, MAX_DEPTH) or is_crowded(markup):
        reason = f"its elements are nested more than {MAX_DEPTH} deep, or have a thousand attributes"
        raise UnreadableDocument(location, reason, "give its text alone")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(f"<div>{markup}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return ()
    return pieces_of(root)


def pieces_of(
    root: Any, *, without: Collection[Any] = (), kinds: Mapping[Any, BlockKind] | None = None
) -> tuple[Piece, ...]:
    """The texts under an element in order: each block element a piece, and the loose text between them.

    Args:
        root: Where to begin.
        without: Elements whose text is left out.
        kinds: What some elements are, in place of what their names say.
    """
    kinds = kinds or {}
    made: list[Piece] = []
    loose: list[str] = []

    def flush(kind: BlockKind | None = None) -> None:
        for line in "".join(loose).split("\x00"):
            words = clean(line)
            if words:
                made.append(Piece(text=words, kind=kind))
        loose.clear()

    def walk(element: Any, outer: BlockKind | None) -> None:
        name = local(element)
        if name in _SILENT or element in without:
            return
        kind = kinds.get(element) or _PIECES.get(name) or outer
        block = name in _PIECES or name in _BLOCKS or element in kinds
        if block:
            flush(outer)
        loose.append("\x00" if name == "br" else element.text or "")
        for child in element:
            walk(child, kind)
            loose.append(child.tail or "")
        if block:
            flush(kind)

    walk(root, None)
    flush()
    return tuple(made)


def local(element: Any) -> str:
    """The element's name without namespace, in lower case; empty for comments and instructions."""
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""
