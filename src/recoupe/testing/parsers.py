"""The check kit for authors of parsers: a folder of saved pages, each with what is expected of it as JSON.

``gazette.html`` is expected to read as ``gazette.json`` says::

    {"title": "...", "outlet": "...", "published": "2025-06-17", "published_at": "2025-06-17T14:05:00+02:00",
     "author": "...", "agencies": ["AFP"], "language": "fr", "notices": [], "withdrawn": false,
     "blocks": [["headline", "..."], ["paragraph", "..."]]}

Keys that are left out are not compared, except ``blocks`` and ``published`` (null when the page states no date).
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, final

import attrs

from recoupe.errors import ParserCheckFailed, RecoupeError
from recoupe.model import Article, PublishedBasis
from recoupe.model.identity import text_digest
from recoupe.parsers import Document, LayoutChanged, Parser
from recoupe.parsers.decoding import decode

#: What an expectation may say of the source.
_FIELDS = (
    "title",
    "outlet",
    "url",
    "published_at",
    "author",
    "agencies",
    "language",
    "notices",
    "withdrawn",
    "updated",
)


class FailureKind(StrEnum):
    """What can be wrong with a parser, or with its folder of pages."""

    NO_PAGES = "no pages"
    MISSING_EXPECTATION = "missing expectation"
    MISSING_PAGE = "expectation without page"
    BROKEN_EXPECTATION = "broken expectation"
    NOT_RECOGNISED = "not recognised"
    NOT_READ = "not read"
    NOT_REPEATABLE = "two readings differ"
    LOST_TEXT = "lost text"
    EXTRA_TEXT = "text that is not the article's"
    MISPLACED_OFFSET = "offset that does not quote back"
    UNPLACED_DATE = "date without a place in the page"
    WRONG_VALUE = "wrong value"


@final
@attrs.frozen(kw_only=True)
class Failure:
    """One thing that is wrong."""

    #: What kind of thing.
    kind: FailureKind
    #: The page or the expectation, by its file name.
    page: str
    #: What was expected and what was found.
    detail: str

    def __str__(self) -> str:
        return f"{self.page}: {self.kind.value}: {self.detail}"


def check_parser(parser: Parser, folder: str | Path) -> None:
    """Read every page of `folder` with `parser`, and compare with the expectations. For use in a test.

    Raises:
        ParserCheckFailed: something is wrong; the error names every failure. It is an `AssertionError`.
    """
    found = failures(parser, folder)
    if found:
        raise ParserCheckFailed(parser.name, tuple(map(str, found)))


def failures(parser: Parser, folder: str | Path) -> tuple[Failure, ...]:
    """Everything that is wrong, in the order of the files' names; empty when all is well."""
    folder = Path(folder)
    files = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")) if folder.is_dir() else []
    pages = [p for p in files if p.suffix != ".json"]
    if not pages:
        return (Failure(kind=FailureKind.NO_PAGES, page=folder.name, detail="the folder holds no saved page"),)
    stems = {p.stem for p in pages}
    lost = [p for p in files if p.suffix == ".json" and p.stem not in stems]
    return (
        *(f for page in pages for f in _page(parser, page)),
        *(Failure(kind=FailureKind.MISSING_PAGE, page=p.name, detail="no page has this name") for p in lost),
    )


def expectation(article: Article) -> dict[str, Any]:
    """What an article would be expected to be: to write a page's first JSON, which a person then corrects."""
    source = article.source
    return {
        **{name: _plain(getattr(source, name)) for name in _FIELDS},
        "published": source.published.edtf if source.published else None,
        "blocks": [[block.kind.value, article.quote(block).text] for block in article.blocks],
    }


def _page(parser: Parser, page: Path) -> Iterator[Failure]:
    def failure(kind: FailureKind, detail: str) -> Failure:
        return Failure(kind=kind, page=page.name, detail=detail)

    wanted = page.with_suffix(".json")
    if not wanted.is_file():
        yield failure(FailureKind.MISSING_EXPECTATION, f"write {wanted.name} beside it")
        return
    try:
        expected = _expected(wanted)
    except ValueError as error:
        yield failure(FailureKind.BROKEN_EXPECTATION, f"{wanted.name} {error}")
        return
    document = Document(location=page.name, data=page.read_bytes())
    if not parser.recognises(document):
        yield failure(FailureKind.NOT_RECOGNISED, f"{parser.name} does not recognise it")
        return
    try:
        article, again = parser.read(document), parser.read(document)
    except (RecoupeError, LayoutChanged) as error:
        yield failure(FailureKind.NOT_READ, str(error))
        return
    except Exception as error:
        yield failure(FailureKind.NOT_READ, f"{type(error).__name__}: {error}; a parser raises UnreadableDocument only")
        return
    if article != again:
        yield failure(FailureKind.NOT_REPEATABLE, "a parser keeps nothing between two readings")
    for kind, detail in (
        *_blocks(article, expected["blocks"]),
        *_values(article, expected),
        *_place(article, document),
    ):
        yield failure(kind, detail)


def _expected(path: Path) -> dict[str, Any]:
    content = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ValueError("is not an object")
    unknown = sorted(set(content) - {*_FIELDS, "published", "blocks"})
    if unknown:
        raise ValueError(f"has keys that are not compared: {', '.join(unknown)}")
    for name in ("published", "blocks"):
        if name not in content:
            raise ValueError(f"does not say {name!r}")
    return content


def _blocks(article: Article, expected: list[list[str]]) -> Iterator[tuple[FailureKind, str]]:
    found = {article.quote(block).text: block for block in article.blocks}
    for block in article.blocks:
        words = article.quote(block).text
        if words != words.strip():
            yield (
                FailureKind.MISPLACED_OFFSET,
                f"the block at {block.start} begins or ends with white space: {_short(words)}",
            )
    for kind, words in expected:
        block_found = found.get(words)
        if block_found is None:
            where = FailureKind.MISPLACED_OFFSET if words in article.text else FailureKind.LOST_TEXT
            reason = "no block begins and ends with" if words in article.text else "the article does not hold"
            yield where, f"{reason} {_short(words)}"
        elif block_found.kind.value != kind:
            yield FailureKind.WRONG_VALUE, f"{_short(words)} is marked {block_found.kind.value!r}, not {kind!r}"
    wanted = {words for _, words in expected}
    for words, block in found.items():
        if words not in wanted and block.reports:
            yield FailureKind.EXTRA_TEXT, _short(words)


def _values(article: Article, expected: dict[str, Any]) -> Iterator[tuple[FailureKind, str]]:
    source = article.source
    for name in _FIELDS:
        if name in expected and _plain(getattr(source, name)) != expected[name]:
            yield FailureKind.WRONG_VALUE, f"{name} is {_plain(getattr(source, name))!r}, not {expected[name]!r}"
    published = source.published.edtf if source.published else None
    if published != expected["published"]:
        yield FailureKind.WRONG_VALUE, f"published is {published!r}, not {expected['published']!r}"
    if source.digest != text_digest(article.text):
        yield FailureKind.WRONG_VALUE, "the source's digest is not that of the article's text"


def _place(article: Article, document: Document) -> Iterator[tuple[FailureKind, str]]:
    """A stated date must be found again where the evidence says it stands."""
    source = article.source
    if source.published is None or source.published_basis is not PublishedBasis.STATED:
        return
    evidence = source.published_evidence
    if evidence is None:
        yield FailureKind.UNPLACED_DATE, f"{source.published} is stated, and published_evidence is None"
        return
    words = evidence.partition('"')[2].rpartition('"')[0] or evidence
    page = decode(document.data.replace(b"\x00", b""), document.location)
    if _squeezed(words) not in _squeezed(page) and _squeezed(words) not in _squeezed(article.text):
        yield (
            FailureKind.UNPLACED_DATE,
            f"{source.published} is said to stand at {_short(evidence)}, which the page does not hold",
        )


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return value.edtf if hasattr(value, "edtf") else value


def _squeezed(text: str) -> str:
    return "".join(html.unescape(html.unescape(text)).split())


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:77]}...")


__all__ = ["Failure", "FailureKind", "check_parser", "expectation", "failures"]
