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
from recoupe.parsers.credits import agencies_in, credit, is_agency
from recoupe.parsers.decoding import decode
from recoupe.parsers.frontmatter import Entry, entries
from recoupe.parsers.lines import Part, parts
from recoupe.parsers.marking import Mark, Marker
from recoupe.parsers.moment import moment
from recoupe.parsers.statement import Statement, article, check_length
from recoupe.parsers.tongue import language_of_tag


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
    blocks, statement = _header(text)
    end = blocks[-1].end if blocks else 0
    headed = any(block.kind is BlockKind.HEADLINE for block in blocks)
    marks = Marker(headless=headed).mark(_after(parts(text), text, end))
    return (*blocks, *(mark.block for mark in marks)), stated_by(text, marks, statement)


def _header(text: str) -> tuple[list[Block], Statement]:
    """The blocks of a header at the start of the text, and what it states: " date 2025-06 ", or lines with names."""
    head = printed.header(text)
    found = entries(text)
    if head is not None and not found:
        when, end = head
        start = len(text) - len(text.lstrip())
        block = Block(kind=BlockKind.METADATA, start=start, end=end)
        return [block], Statement(published=when, evidence=text[start:end])
    blocks: list[Block] = []
    statement = Statement()
    for entry in found:
        kind = BlockKind.HEADLINE if entry.part == "title" else BlockKind.METADATA
        start = entry.value_start if entry.part == "title" else entry.start
        blocks.append(Block(kind=kind, start=start, end=entry.end))
        statement = _entered(statement, entry, text[entry.start : entry.end])
    return blocks, statement


def _entered(statement: Statement, entry: Entry, words: str) -> Statement:
    """The statement with what one line of a header says."""
    if entry.part == "published":
        found = moment(entry.value)
        when = found.when if found else printed.read_line(entry.value).published
        if when is None or statement.published is not None:
            return statement
        return attrs.evolve(statement, published=when, published_at=found.at if found else None, evidence=words)
    if entry.part == "byline":
        names = credit(entry.value)
        return attrs.evolve(statement, author=names.author, agencies=(*statement.agencies, *names.agencies))
    if entry.part == "language":
        return attrs.evolve(statement, language=language_of_tag(entry.value))
    if entry.part == "outlet":
        agencies = agencies_in(entry.value) if is_agency(entry.value) else ()
        return attrs.evolve(statement, outlet=entry.value, agencies=(*statement.agencies, *agencies))
    if entry.part == "title":
        return attrs.evolve(statement, title=entry.value)
    return attrs.evolve(statement, url=entry.value) if entry.part == "url" else statement


def _after(found: tuple[Part, ...], text: str, end: int) -> tuple[Part, ...]:
    """The parts from `end` on; one that begins before it is cut."""
    made: list[Part] = []
    for part in found:
        if part.start >= end:
            made.append(part)
        elif part.end > end:
            rest = text[end : part.end]
            start = end + len(rest) - len(rest.lstrip())
            if start < part.end:
                made.append(attrs.evolve(part, start=start, text=text[start : part.end]))
    return tuple(made)


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
