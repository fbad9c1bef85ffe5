"""What a document states of itself, and how that and what the user gives become the article's `Source`."""

from __future__ import annotations

import re
import warnings
from typing import final

import attrs

from recoupe.errors import UnreadableDocument
from recoupe.model import Article, Block, BlockKind, PublishedBasis, Source, When
from recoupe.model.identity import text_digest
from recoupe.parsers.contract import Document, Given
from recoupe.parsers.cues import starts
from recoupe.parsers.hazards import DateContradiction
from recoupe.parsers.spaces import clean
from recoupe.parsers.tongue import language_of

#: Characters of one article at most. The longest newspaper pieces have about 100 000; a file beyond this is something
#: else (a book, a log, a dump), and its analysis would take minutes and gigabytes.
MAX_CHARACTERS = 1_000_000
#: Lines of one article at most; a list of this length is a table or a log.
MAX_LINES = 20_000


@final
@attrs.frozen(kw_only=True)
class Statement:
    """What a document says of itself; every field may be unknown."""

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    agencies: tuple[str, ...] = ()
    language: str | None = None
    #: When it was published, and where the document says so: its words, or the name of the element.
    published: When | None = None
    published_at: str | None = None
    evidence: str | None = None
    updated: When | None = None
    notices: frozenset[str] = frozenset()
    withdrawn: bool = False
    embargoed: bool = False
    embargo_ends: str | None = None


def article(document: Document, text: str, blocks: tuple[Block, ...], stated: Statement) -> Article:
    """The article of a document: its text, its blocks, and a source made of what is stated and what is given.

    A title that nobody states is the headline's words. The text's words decide on its language, where it is not given.

    Raises:
        UnreadableDocument: the text is blank, or too much for one article.
    """
    check_length(text, document.location)
    if stated.title is None:
        headline = next((b for b in blocks if b.kind is BlockKind.HEADLINE), None)
        words = text[headline.start : headline.end].split() if headline else []
        stated = attrs.evolve(stated, title=" ".join(words) or None)
    return Article(source=source(document, text, stated), text=text, blocks=blocks)


def check_length(text: str, location: str) -> None:
    """Refuse what is no article by its size alone.

    Raises:
        UnreadableDocument: the text is blank, longer than `MAX_CHARACTERS`, or has more than `MAX_LINES` lines.
    """
    if not clean(text):
        raise UnreadableDocument(location, "it has no text", "give a page or file with an article in it")
    if len(text) > MAX_CHARACTERS:
        reason = f"its text has {len(text):,} characters, and an article has at most {MAX_CHARACTERS:,}"
        raise UnreadableDocument(location, reason, "split it into articles")
    if (lines := text.count("\n") + text.count("\r")) > MAX_LINES:
        reason = f"its text has {lines:,} lines, and an article has at most {MAX_LINES:,}"
        raise UnreadableDocument(location, reason, "split it into articles")


def source(document: Document, text: str, stated: Statement) -> Source:
    """The source of `text`: names and addresses as the user gives them, dates as the document states them.

    A given date replaces a stated one only where it lies within it (17 June within June 2025); a contradiction keeps
    the stated date and warns.
    """
    given = document.given or Given()
    published = _publication(document.location, stated, given)
    return Source(
        location=document.location,
        digest=text_digest(text),
        outlet=given.outlet or stated.outlet,
        url=given.url or stated.url,
        title=given.title or stated.title,
        published=published.published,
        published_basis=_basis(published, stated),
        published_at=published.published_at,
        published_evidence=published.evidence,
        updated=stated.updated,
        language=given.language or _language(stated.language, text),
        agencies=stated.agencies,
        author=stated.author,
        notices=stated.notices | _live(given.title or stated.title or ""),
        withdrawn=stated.withdrawn,
        embargoed=stated.embargoed,
        embargo_ends=stated.embargo_ends,
    )


def _language(stated: str | None, text: str) -> str | None:
    """The language of the text's own words where they are clear: templates and feeds declare another one often."""
    return language_of(text) or stated


def _live(title: str) -> frozenset[str]:
    """The notice ``live``, when the title says so before a sign: "EN DIRECT. Guerre en Ukraine : ..."."""
    label = re.split(r"\s*[.:,–—|-]\s", title, maxsplit=1)[0]
    return frozenset({"live"}) if label != title and starts("live", label) and len(label.split()) <= 3 else frozenset()


def _publication(location: str, stated: Statement, given: Given) -> Statement:
    """The statement, or the user's, whichever holds."""
    users = Statement(published=given.published, published_at=given.published_at, evidence=given.evidence)
    if stated.published is None:
        return users if given.published else Statement()
    if given.published is None or given.published == stated.published or given.published.contains(stated.published):
        return stated
    if stated.published.contains(given.published):
        return users
    message = f"{location} states {stated.published} ({stated.evidence}), not {given.published} ({given.evidence})"
    warnings.warn(message, DateContradiction, stacklevel=4)
    return stated


def _basis(published: Statement, stated: Statement) -> PublishedBasis:
    if published.published is None:
        return PublishedBasis.UNKNOWN
    return PublishedBasis.STATED if published is stated else PublishedBasis.GIVEN
