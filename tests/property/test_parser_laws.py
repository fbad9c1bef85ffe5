"""Law 6: reading any bytes gives an Article or an error of ours; every offset quotes back exactly."""

from __future__ import annotations

import io
import json
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import RecoupeError
from recoupe.model import Article
from recoupe.model.identity import text_digest
from recoupe.parsers import Document, built_in, read, read_document
from recoupe.parsers.decoding import repaired
from recoupe.parsers.lines import parts
from recoupe.parsers.moment import moment
from recoupe.parsers.plain import read_text
from recoupe.parsers.printed import read_line

#: Pieces of articles, pages, feeds and attacks, of which documents are made.
PIECES = (
    "PARIS, 17 juin (AFP) - ", "Par Jeanne Martin, avec AFP",
    "Publié le 16 avril 2019 à 14h05, mis à jour à 15h10", "date 2025-06 ", "Principaux renseignements", "- ",
    "• Un point.", "Lire aussi : ", "Photo: keystone-sda.ch", "© AFP", "La suite est réservée aux abonnés",
    "Sommaire", "**gras**", "## Titre", "***", "*« citation »*", "(avec AFP)", "\n", "\n\n", "\r\n", "\r",
    "\u2028", "\t", "\u00a0", "\u202f", "\u200b", "\ufeff", "\u00ad", "é", "Ã©", "â€™", "«", "»", "…", ".",
    ". ", "?", ":", "<html>", "<body>", "<p>", "</p>", "<h1>", "</h1>", "<div>", "</div>", "<article>",
    "<time datetime='2025-06-17'>", "<!--", "-->", "<![CDATA[", "<script type='application/ld+json'>",
    "</script>", '{"@type":"NewsArticle","datePublished":"2025-06-17"}', "<meta charset='utf-8'>",
    "<meta property='article:published_time' content='", "'>", "<rss>", "<channel>", "<item>", "<title>",
    "</title>", "</item>", "</channel>", "</rss>", "<nitf>", "<newsItem>", "<?xml version='1.0'?>",
    "<!DOCTYPE x [", "<!ENTITY a 'b'>", "]>", "&a;", "&lt;", "&#0;", "&#x110000;", "\x00", "\x1b", "\x7f",
    "\ud800", "\U0001f600", "text,date\n", '"', ",", ";", "{", "}", "[", "]", "2025-06-17", "99999999",
    "0000-00-00", "31 février 2025", "WARC/1.0\r\n", "http://a.example/",
    "Le gouvernement a annoncé mardi un plan.",
)  # fmt: skip
#: A page with a JSON-LD object.
PAGE = '<html><script type="application/ld+json">{}</script><p>Un accord est signé mardi à Lyon.</p></html>'
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30).map("".join)
BYTES = TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=300)
NAMES = st.sampled_from(("a.txt", "a.html", "a", "https://www.lemonde.fr/a", "a.md"))


def checked(article: Article) -> None:
    """Every offset quotes back, and the source is the text's own."""
    assert article.source.digest == text_digest(article.text)
    for block in article.blocks:
        span = article.quote(block)
        assert article.text[span.start : span.end] == span.text
        assert span.text == span.text.strip()


@given(data=BYTES, name=NAMES)
def test_any_bytes_give_an_article_or_an_error_of_ours(data: bytes, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            article = read(Document(location=name, data=data), registry=built_in())
        except RecoupeError as error:
            assert str(error)
        else:
            checked(article)


@pytest.mark.parametrize("name", ["feed", "warc", "newsml", "ninjs", "table"])
@given(data=BYTES, location=st.sampled_from(("a.csv", "a.jsonl", "a.json", "a.xml", "a.warc", "a.warc.gz")))
def test_any_bytes_in_a_container_give_documents_or_an_error_of_ours(name: str, data: bytes, location: str) -> None:
    registry = built_in()
    container = next(c for c in registry.containers if c.name == name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        container.recognises(data, location)
        try:
            for document in container.documents(io.BytesIO(data), location):
                checked(read_document(document, registry))
        except RecoupeError as error:
            assert str(error)


@given(text=TEXTS)
def test_plain_text_is_kept_and_reading_is_repeatable(text: str) -> None:
    blocks, stated = read_text(text)
    assert (blocks, stated) == read_text(text)
    end = 0
    for block in blocks:
        assert block.start >= end
        assert text[block.start : block.end].strip()
        end = block.end


@given(text=TEXTS)
def test_no_word_is_lost_between_the_parts(text: str) -> None:
    """What lies outside the parts is white space and markup."""
    covered = [False] * len(text)
    for part in parts(text):
        covered[part.start : part.end] = [True] * (part.end - part.start)
    assert not any(c.isalpha() and not inside for c, inside in zip(text, covered, strict=True))


@given(text=TEXTS)
def test_dates_are_read_or_not_and_nothing_else_happens(text: str) -> None:
    found = moment(text)
    assert found is None or found.when.earliest is not None
    printed = read_line(text)
    for when in (printed.published, printed.updated):
        assert when is None or when.earliest is not None


@given(text=st.text(alphabet="abcdéèàçœ «»’…–", max_size=60))
def test_text_encoded_twice_is_put_right_or_left(text: str) -> None:
    broken = "".join(bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in text.encode())
    assert repaired(broken) in (text, broken)
    assert repaired(text) == text


def _nested(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(values, max_size=4) | st.dictionaries(st.text(max_size=5), values, max_size=4)


SIMPLE: st.SearchStrategy[object] = st.none() | st.booleans() | st.integers() | st.text()


@given(value=st.recursive(SIMPLE, _nested, max_leaves=10))
def test_any_json_ld_is_survived(value: object) -> None:
    page = PAGE.format(json.dumps(value))
    checked(read(Document(location="a.html", data=page.encode()), registry=built_in()))


FIELDS = (
    *("@type", "headline", "datePublished", "dateModified", "author", "publisher"),
    *("inLanguage", "description", "correction", "isAccessibleForFree"),
)
STATED = (
    st.none()
    | st.integers()
    | st.sampled_from(PIECES)
    | st.lists(st.sampled_from(PIECES))
    | st.dictionaries(st.just("name"), st.text())
)


@given(thing=st.dictionaries(st.sampled_from(FIELDS), STATED))
def test_any_article_object_is_survived(thing: dict[str, object]) -> None:
    content = json.dumps({**thing, "@type": "NewsArticle"})
    page = PAGE.format(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            checked(read(Document(location="a.html", data=page.encode("utf-8", "replace")), registry=built_in()))
        except RecoupeError as error:
            assert str(error)
