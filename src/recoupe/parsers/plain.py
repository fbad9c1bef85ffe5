"""Plain text: the parser that reads any text file, and the one that all others fall back on."""

from __future__ import annotations

import json
import re
from typing import final

import attrs

from recoupe.errors import UnreadableDocument
from recoupe.model import Article, Block, BlockKind, When
from recoupe.parsers import printed
from recoupe.parsers.contract import Document
from recoupe.parsers.decoding import decode
from recoupe.parsers.lines import Part, parts
from recoupe.parsers.marking import Mark, Marker
from recoupe.parsers.statement import Statement, article, check_length


@final
@attrs.frozen(kw_only=True)
class PlainText:
    """Reads any text: lines are its paragraphs, unless they were broken at a fixed width. The text stays unchanged."""

    #: Its name.
    name: str = "plain"
    #: Plain text has no layout that changes.
    valid: When = attrs.field(factory=When)

    def recognises(self, document: Document) -> bool:
        """Any document may be text; what is not is refused in reading."""
        return True

    def read(self, document: Document) -> Article:
        """The article.

        Raises:
            UnreadableDocument: the bytes are empty, binary, or too much for one article.
        """
        text = decode(document.data, document.location, declared=charset(document.media_type))
        _refuse_data(text, document.location)
        check_length(text, document.location)
        blocks, stated = read_text(text)
        return article(document, text, blocks, stated)


def _refuse_data(text: str, location: str) -> None:
    """Refuse JSON and XML that no container and no parser has recognised: their text is not an article's."""
    start = text.lstrip("\ufeff \t\r\n")[:5]
    if start == "<?xml":
        raise UnreadableDocument(
            location, "it is XML of a kind that is not read", "give a feed, NewsML-G2, NITF or text"
        )
    if start[:1] in ("{", "["):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return
        raise UnreadableDocument(location, "it is JSON that holds no article", "give an array of objects with a text")


def charset(media_type: str | None) -> str | None:
    """The encoding that a media type declares, if it declares one."""
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", media_type or "", re.IGNORECASE)
    return match[1] if match else None


def read_text(text: str) -> tuple[tuple[Block, ...], Statement]:
    """The blocks of a text, and what it states of itself in its header, byline, dateline and printed lines."""
    statement = Statement()
    blocks: list[Block] = []
    found = parts(text)
    head = printed.header(text)
    if head is not None and found:
        when, end = head
        start = found[0].start
        blocks.append(Block(kind=BlockKind.METADATA, start=start, end=end))
        statement = attrs.evolve(statement, published=when, evidence=text[start:end])
        rest = text[end : found[0].end]
        lead = end + len(rest) - len(rest.lstrip())
        first = Part(start=lead, end=found[0].end, text=text[lead : found[0].end])
        found = (first, *found[1:]) if rest.strip() else found[1:]
    marker = Marker(headless=head is not None)
    marks = marker.mark(found)
    return (*blocks, *(mark.block for mark in marks)), stated_by(text, marks, statement)


def stated_by(text: str, marks: tuple[Mark, ...], statement: Statement) -> Statement:
    """The statement of the text, with what its marked blocks say; the first date and the first author hold."""
    agencies = tuple(dict.fromkeys((*statement.agencies, *(a for mark in marks for a in mark.agencies))))
    authors = [mark.author for mark in marks if mark.author]
    notices = statement.notices | {mark.notice for mark in marks if mark.notice}
    statement = attrs.evolve(
        statement, agencies=agencies, author=statement.author or (authors[0] if authors else None), notices=notices
    )
    for mark in marks:
        if mark.printed is None:
            continue
        if statement.published is None and mark.printed.published is not None:
            words = text[mark.block.start : mark.block.end]
            statement = attrs.evolve(statement, published=mark.printed.published, evidence=words)
        if statement.updated is None:
            statement = attrs.evolve(statement, updated=mark.printed.updated)
    return statement
