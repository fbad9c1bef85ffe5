"""Law 6: any bytes are an article or an error of ours; any article can be extracted; every offset quotes back."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recoupe
from recoupe.errors import RecoupeError, UnreadableDocument
from recoupe.model import Article, Block, BlockKind, Source
from recoupe.model.identity import text_digest
from recoupe.parsers import Document, read
from recoupe.testing import strategies
from recoupe.testing.readings import article_of, check_reading, mangled

SEEDS = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "seeds").iterdir())]
SENTENCES = [s for seed in SEEDS for s in seed.decode().replace("\n", " ").split(". ") if s.strip()]

#: Bytes that make readers fail: marks of other encodings, null characters, endless markup, other formats' heads.
_NASTY = st.sampled_from(
    [
        b"", b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"PK\x03\x04",
        b"\r", b"<html", b"<!--", b"<p>" * 50, b"<?xml version='1.0'?>", b'{"a":', b"\xe9t\xe9", b"\xf0\x9f\x92",
        b"WARC/1.0\r\n",
        "« Été »".encode("utf-16"), "Mise à jour".encode("latin-1"), b"\x1f\x8b\x08", b"]]>", b"&#x110000;", b"\n" * 30,
    ]
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Random bytes, nasty ones, and seeds with some bytes changed."""
    pieces = draw(st.lists(_NASTY | st.binary(max_size=40) | strategies.texts().map(str.encode), max_size=6))
    data = b"".join(pieces)
    if draw(st.booleans()):
        whole = draw(st.sampled_from(SEEDS))
        at = draw(st.integers(0, len(whole)))
        data = whole[:at] + data + whole[at + draw(st.integers(0, 50)) :]
    suffix = draw(st.sampled_from(("txt", "html", "xml", "json", "md")))
    return Document(location=f"a.{suffix}", data=data)


@given(documents())
def test_any_bytes_are_an_article_or_an_error_of_ours(document: Document) -> None:
    try:
        article = read(document)
    except RecoupeError as error:
        assert isinstance(error, UnreadableDocument)
        assert document.location in str(error)
    else:
        assert article.source.location == document.location
        assert article.source.digest == text_digest(article.text)
        assert all(article.quote(block).text for block in article.blocks)
        assert read(document) == article, "reading twice gives the same"


@pytest.mark.parametrize(
    ("data", "article"),
    [
        (b"", False),
        (b" \n\n ", False),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, False),
        ("Le président a été réélu à Brest, mardi. Le café était fermé.".encode("latin-1"), True),
        (("Le président a visité Brest mardi. " * 15_000).encode(), True),
        (("Le président a visité Brest mardi. " * 150_000).encode(), False),
    ],
    ids=["empty", "blank", "binary", "latin-1", "one line of 500 kB", "one line of 5 MB"],
)
def test_files_that_newsrooms_have(data: bytes, article: bool) -> None:
    document = Document(location="a.txt", data=data)
    if article:
        assert "a" in read(document).text
    else:
        with pytest.raises(UnreadableDocument, match=r"a\.txt"):
            read(document)


def test_a_missing_file_is_one_clear_error() -> None:
    with pytest.raises(UnreadableDocument, match=r"none\.txt: it does not exist; check the path"):
        recoupe.read("none.txt")


_WORDS = st.sampled_from(
    [
        "Kim Jong-un", "a annoncé", "mardi", "17 juin", "enverra", "1000 démineurs", "selon", "l’AFP", "«", "»",
        ".", ",", "\n\n",
        "la Corée du Nord", "n'a pas", "reçu", "à Koursk", "depuis août 2024", "qui", "et", "une visite",
        "15.000 soldats",
        "(", ")", "!", "\u00a0", "M.", "d’ici à", "%", "0", "99999999999999999999", "le 31 février",
        "25 h 61", "le le le",
    ]
)  # fmt: skip


@st.composite
def news(draw: st.DrawFn) -> Article:
    """Salads of the words of news, and texts that are none, in one block or two."""
    words = draw(st.lists(_WORDS | strategies.texts(), min_size=1, max_size=25))
    text = " ".join(words)
    if not text.strip():
        text = "x"
    cut = draw(st.integers(1, len(text)))
    ends = [(0, cut), (cut, len(text))] if cut < len(text) else [(0, cut)]
    blocks = [Block(kind=draw(st.sampled_from((BlockKind.PARAGRAPH, BlockKind.LEAD))), start=a, end=b) for a, b in ends]
    published = draw(strategies.maybe(strategies.whens()))
    source = Source(location="a.txt", digest=text_digest(text), language="fr", published=published)
    return Article(source=source, text=text, blocks=blocks)


@settings(max_examples=max(10, settings().max_examples // 2))
@given(news())
def test_any_article_can_be_extracted_and_every_offset_quotes_back(article: Article) -> None:
    check_reading(recoupe.extract(article))


@pytest.mark.parametrize(
    "text",
    [
        "7" * 200_000,
        "mardi " * 1_000,
        "((((" * 20_000,
        "« " * 20_000,
        "a" * 300_000,
        "Kim Jong-un a dit que " * 200 + "il viendra.",
    ],
    ids=["digits", "weekdays", "parentheses", "quotes", "one word", "nested speech"],
)
def test_texts_that_explode(text: str) -> None:
    source = Source(location="a.txt", digest=text_digest(text), language="fr")
    article = Article(source=source, text=text, blocks=[Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))])
    reading = recoupe.extract(article)
    assert all(re.search(r"\w", mention.trigger.text) for mention in reading.mentions)


@settings(max_examples=max(10, settings().max_examples // 2))
@given(st.data())
def test_news_cut_repeated_and_mixed_can_be_extracted(data: st.DataObject) -> None:
    """The law that ``tests/fuzz/extraction.py`` tries for longer."""
    text = mangled(lambda low, high: data.draw(st.integers(low, high)), SENTENCES)
    check_reading(recoupe.extract(article_of(text, [data.draw(st.integers(0, len(text)))], first=BlockKind.LEAD)))


@pytest.mark.parametrize(
    "unit",
    [
        "mardi ",
        "le ministre a dit que ",
        "la Chine, ",
        "l'usine Durand, le maire Paul Petit et ",
        "« ",
        "a-",
        "un ",
        "mot\n",
    ],
)
def test_long_texts_without_a_full_stop_can_be_extracted(unit: str) -> None:
    check_reading(recoupe.extract(article_of(unit * (20_000 // len(unit)))))


def test_the_cost_of_a_long_text_grows_with_its_length() -> None:
    def seconds(size: int) -> float:
        article = article_of("mardi, la Chine et le ministre ont dit que " * (size // 40))
        start = time.process_time()
        recoupe.extract(article)
        return time.process_time() - start

    seconds(1000)
    # four times as long: sixteen times the cost if it grew with the square
    assert seconds(40_000) < 9 * seconds(10_000)
