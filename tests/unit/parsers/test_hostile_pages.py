"""Pages made to break readers: each is read or refused with one error of ours, in bounded time and memory."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from recoupe.errors import RecoupeError, UnreadableDocument
from recoupe.parsers import Document, built_in, documents, read, read_document

HEAD = b"<html><head><title>t</title></head><body>"
#: Seconds for one page on a slow machine; the slowest takes about two on a desk.
LIMIT = 30

PAGES = {
    "deep div": HEAD + b"<div>" * 100_000 + b"x",
    "deep unknown": HEAD + b"<xyz>" * 50_000 + b"x",
    "unclosed": HEAD + b"<p><a><b>" * 20_000 + b"x",
    "comments": b"<!--" * 500_000 + HEAD,
    "attributes": HEAD
    + b"<p "
    + b"a=1 " * 500_000
    + b">Un accord est sign\xc3\xa9 mardi \xc3\xa0 Lyon, selon la mairie.</p>",
    "other attributes": HEAD + b"<p " + b" ".join(b"a%d=1" % i for i in range(200_000)) + b">x</p>",
    "a feed's attributes": b"<rss " + b" ".join(b"a%d='1'" % i for i in range(200_000)) + b"><channel/></rss>",
    "hyphens": b"Titre\n" + b"Aa-" * 100_000 + b"\nFin.",
    "a long page": HEAD + b"".join(b"<p>Un accord est sign\xc3\xa9 mardi, page %d.</p>" % i for i in range(70_000)),
    "joiners": b"Titre\n" + b"avec " * 31 + b"\nFin.",
    "a long author": HEAD
    + b"<script type='application/ld+json'>"
    + b'{"@type":"NewsArticle","author":"'
    + b"avec " * 60_000
    + b'"}</script><p>Un accord.</p>',
    "nothing to see": "\u200b\u200e\u00ad".encode(),
    "metas": b"<html><head>" + b"<meta name=date content=2025-01-01>" * 30_000,
    "json-ld nesting": HEAD + b"<script type='application/ld+json'>" + b"[" * 500_000 + b"</script><p>x</p>",
    "json-ld flood": HEAD
    + b"<script type='application/ld+json'>["
    + b'{"@type":"NewsArticle"},' * 50_000
    + b"{}]</script>",
    "times": HEAD + b"<time datetime='2025-01-01'>x</time>" * 20_000,
    "dates": HEAD + "<span>publié le 12 mars 2024</span>".encode() * 20_000,
    "entities": HEAD + b"&amp;" * 200_000,
    "internal subset": b"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><html><body><p>&b;&b;</p></body></html>",
    "spaces": b"x? " + b" " * 900_000 + b"x",
    "brackets": b"(" * 900_000 + b"x",
    "slashes": b"a/ " * 100_000,
    "nulls in the middle": b"Bonjour" + b"\x00" * 1000 + b"le monde",
}


@pytest.mark.parametrize("name", list(PAGES))
def test_a_hostile_page_is_read_or_refused(name: str) -> None:
    start = time.monotonic()
    suffix = "html" if PAGES[name].startswith(b"<") else "txt"
    try:
        article = read(Document(location=f"x.{suffix}", data=PAGES[name]), registry=built_in())
    except RecoupeError as error:
        assert str(error).startswith("x.")
    else:
        assert article.text.strip()
    assert time.monotonic() - start < LIMIT


LINE = "<p>Le conseil municipal a adopté mardi soir la fermeture de l'usine, par 21 voix contre 14.</p>"
DECLARED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Un titre", "articleBody": "%s"}</script>'
)
#: Pages of `width` like elements, in `depth` elements around each other.
SHAPES: dict[str, Callable[[int, int], str]] = {
    "cookie boxes": lambda width, depth: _around("cookie", depth, LINE) + "<div class=cookie></div>" * width,
    "cookie boxes with words": lambda width, depth: (
        LINE + _around("cookie", depth, "<div class=cookie>Acceptez-vous les cookies ?</div>" * width)
    ),
    "cards": lambda width, depth: _around("card", depth, "<p>Par Jeanne Martin</p>" * width),
    "bylines": lambda width, depth: _around("auteur", depth, "<span class=auteur>Jeanne Martin</span>" * width),
    "comments": lambda width, depth: (
        DECLARED % ("Une phrase du texte. " * 200)
        + _around("comment", depth, f"<div class=comment>{LINE}</div>" * width)
    ),
    "dates": lambda width, depth: _around("date", depth, "<abbr class=published title=2024-01-01>x</abbr>" * width),
}


def _around(name: str, depth: int, inner: str) -> str:
    return f"<div class={name}>" * depth + inner + "</div>" * depth


def _work(width: int, depth: int, shape: Callable[[int, int], str]) -> int:
    """The calls in this library that reading a page costs."""
    page = f"<html lang=fr><body><article><h1>Un titre</h1>{shape(width, depth)}</article></body></html>"
    document = Document(location="x.html", data=page.encode())
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event.endswith("call") and "recoupe" in frame.f_code.co_filename

    try:
        sys.setprofile(count)
        read(document, registry=built_in())
    except RecoupeError:
        pass
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("name", list(SHAPES))
def test_work_grows_as_the_page_does(name: str) -> None:
    """Twice the elements cost twice the work at most, and what is around them costs the same, whatever it holds."""
    shape = SHAPES[name]
    _work(50, 10, shape)  # what is loaded and kept is not of the page
    few, many = _work(500, 10, shape), _work(1000, 10, shape)
    assert many < 2.2 * few
    assert _work(1000, 100, shape) - many < 1.3 * (_work(500, 100, shape) - few)


def test_nulls_in_a_page_are_dropped() -> None:
    page = b"<html>\x00<body>\x00<p>Un acc\x00ord est sign\x00e mardi \x00a Lyon.</p>"
    assert read(Document(location="x.html", data=page), registry=built_in()).text == "Un accord est signe mardi a Lyon."


@pytest.mark.parametrize("name", ["page.html", "text.txt", "feed.xml", "story.nitf", "data.json"])
def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    heads = {".html": b"<html>", ".xml": b"<rss>", ".nitf": b"<nitf>", ".json": b'{"pubstatus": "usable",'}
    with path.open("wb") as file:
        file.write(heads.get(path.suffix, b"text"))
        file.truncate(200 * 1024 * 1024)
    start = time.monotonic()
    with pytest.raises(UnreadableDocument):
        [read_document(document, built_in()) for document in documents(path, registry=built_in())]
    assert time.monotonic() - start < LIMIT


def test_many_elements_deep_down_are_refused() -> None:
    page = "<html><body>" + "<div>" * 190 + "<span>mot</span> " * 30_000 + "</div>" * 190 + "</body></html>"
    with pytest.raises(UnreadableDocument, match="nested too deep"):
        read(Document(location="x.html", data=page.encode()), registry=built_in())
