"""`read`: one path or document to one article."""

from __future__ import annotations

import warnings
from pathlib import Path

import attrs

from recoupe.errors import MissingExtra, RecoupeError, UnreadableDocument
from recoupe.model import Article, When
from recoupe.parsers.collection import documents
from recoupe.parsers.contract import Document, Given, Parser
from recoupe.parsers.hazards import BrokenParser, LayoutChanged
from recoupe.parsers.registry import Registry
from recoupe.parsers.standard import standard


def read(path: str | Path | Document, *, given: Given | None = None, registry: Registry | None = None) -> Article:
    """Read one article.

    A parser that fails on a document it recognised is passed over with a warning, and the next one reads it.

    Args:
        path: A file, an address, or a document.
        given: What the user says of it; without it, a list of sources beside the file serves.
        registry: The parsers to ask; the standard ones by default.

    Raises:
        UnreadableDocument: it is missing, empty, binary, behind a wall, or holds several articles.
        InvalidFile: the list of sources beside it has bad rows.
    """
    registry = registry or standard()
    if isinstance(path, Document):
        return read_document(path if given is None else attrs.evolve(path, given=given), registry)
    if Path(path).is_dir():
        raise UnreadableDocument(Path(path).as_posix(), "it is a folder", "read it with recoupe.parsers.documents")
    found = documents([path], registry=registry)
    first = next(found, None)
    if first is None or next(found, None) is not None:
        number = "no article" if first is None else "several articles"
        raise UnreadableDocument(str(path), f"it holds {number}", "read it with recoupe.parsers.documents")
    return read_document(first if given is None else attrs.evolve(first, given=given), registry)


def read_document(document: Document, registry: Registry) -> Article:
    """The article of a document, by the first parser that recognises it and does not fail.

    Raises:
        UnreadableDocument: there is no article in it, or no parser could read it.
    """
    *particular, general = registry.parsers_for(document)
    changes: list[LayoutChanged] = []
    for parser in particular:
        article = _attempt(parser, document, changes)
        if article is not None:
            break
    else:
        parser, article = general, _last_attempt(general, document)
    if parser.valid == When():  # no other layout fitted
        for change in changes:
            warnings.warn(f"{document.location}: {change}; read by a general parser", LayoutChanged, stacklevel=3)
    return article


def _attempt(parser: Parser, document: Document, changes: list[LayoutChanged]) -> Article | None:
    """The article, or None with a warning where the parser failed. Its own refusals stand.

    A layout that the page does not have is put to `changes`, and the next parser reads it.
    """
    try:
        return parser.read(document)
    except (UnreadableDocument, MissingExtra):
        raise
    except LayoutChanged as change:
        changes.append(change)
    except Exception as error:
        message = f"parser {parser.name!r} failed on {document.location}: {type(error).__name__}: {error}"
        warnings.warn(message, BrokenParser, stacklevel=4)
    return None


def _last_attempt(parser: Parser, document: Document) -> Article:
    try:
        return parser.read(document)
    except RecoupeError:
        raise
    except Exception as error:
        reason = f"parser {parser.name!r} failed on it ({type(error).__name__}: {error})"
        raise UnreadableDocument(document.location, reason, "report it with the file") from error
