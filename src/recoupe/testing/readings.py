"""What must hold of every reading, and texts that try it: news cut, repeated, spliced and mixed with other things."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from recoupe.model import Article, Block, BlockKind, PublishedBasis, Reading, Record, Source, Span, When
from recoupe.model.identity import text_digest

#: What stands between pieces of news: signs alone and in runs, other languages and scripts, numbers and days that are
#: none, words that govern without an end.
ODDITIES: Final = (
    "", " ", "\n", "\n\n", "\t", "\u00a0", "\u2028", "\u200b", "\u0000", "\ufeff", "«", "»", "« ", '"',
    "“", "(", ")", "[", ",", ".", "...", "…", ";", ":", "-", "–", "'", "’", "*", "_", "#", "@", "%",
    "€", "/", "\\", "1", "0", "°", "😀", "👩‍👩‍👧", "🇫🇷", "🔥💥", "e\u0301", "ŒUVRE", "İstanbul", "Straße",
    "𝔎oursk", "كوريا الشمالية", "平壤で会談", "Москва заявила", "the president said on Tuesday",
    "der Minister hat angekündigt, dass", "el gobierno anunció", "https://exemple.fr/a?b=c",
    "99999999999999999999", "1.000.000,50", "le 31 février", "25 h 61", "l'an 0", "12-13-14",
    "entre 3 et", "dont", "qui", "que", "a dit que", "selon", "selon lui", "a-t-il", "il", "elle",
    "son", "ces derniers", "les deux pays", "le président", "n'a pas", "aurait", "d'ici à", "depuis",
    "mardi", "le lendemain", "un", "mille", "cent", "et", "ou", "M.", "Mme",
)  # fmt: skip
#: How often a piece is repeated at most, and how long a text may get, in characters.
_REPEATED: Final = 60
_LONGEST: Final = 6000


def mangled(choose: Callable[[int, int], int], sentences: Sequence[str]) -> str:
    """A text made of `sentences` and `ODDITIES`, never blank, of some thousands of characters at most.

    Args:
        choose: Gives a number between two others, both included: what a fuzzer or hypothesis decides.
        sentences: Real ones; at least one.
    """
    text = ""
    for _ in range(choose(1, 8)):
        match choose(0, 6):
            case 0 | 1:
                piece = sentences[choose(0, len(sentences) - 1)]
            case 2:  # some words of a sentence
                words = sentences[choose(0, len(sentences) - 1)].split(" ")
                start = choose(0, len(words) - 1)
                piece = " ".join(words[start : start + choose(1, 6)])
            case 3:
                piece = ODDITIES[choose(0, len(ODDITIES) - 1)]
            case 4:  # the same over and over
                piece = (ODDITIES[choose(0, len(ODDITIES) - 1)] + " ") * choose(2, _REPEATED)
            case 5:  # cut off
                piece, text = "", text[: choose(0, len(text))]
            case _:
                piece, text = (
                    "",
                    [text.upper(), text.lower(), text.replace(" ", ""), text[::-1], text * 2][choose(0, 4)],
                )
        text = (text + (" " if choose(0, 3) else "") + piece)[:_LONGEST]
    return text if text.strip() else text + "x"


def article_of(
    text: str,
    cuts: Sequence[int] = (),
    *,
    first: BlockKind = BlockKind.PARAGRAPH,
    published: datetime.date | None = None,
) -> Article:
    """An article of `text` in French, whose blocks end at the offsets `cuts` and at its end.

    The first block is of the kind `first`, the others are paragraphs. Without a day of publication it is undated.
    """
    bounds = sorted({0, *(cut for cut in cuts if 0 < cut < len(text)), len(text)})
    blocks = [
        Block(kind=BlockKind.PARAGRAPH if start else first, start=start, end=end) for start, end in pairwise(bounds)
    ]
    source = Source(
        location="a.txt",
        digest=text_digest(text),
        language="fr",
        published=When.on(published) if published else None,
        published_basis=PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN,
    )
    return Article(source=source, text=text, blocks=blocks)


def spans(reading: Reading) -> Iterator[Span]:
    """Every span of a reading, wherever it lies."""
    waiting: list[object] = [reading.mentions, reading.expressions, reading.gaps]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(value)
        elif attrs.has(kind := type(value)):
            waiting.extend(getattr(value, field.name) for field in attrs.fields(kind))


def check_reading(reading: Reading) -> None:
    """A reading quotes its article, and knows all that it names.

    Raises:
        AssertionError: it does not.
        InvalidValue: its actors and mentions make no record.
    """
    article = reading.article
    for span in spans(reading):
        assert article.text[span.start : span.end] == span.text, span
    for figure in (figure for mention in reading.mentions for figure in mention.figures):
        if figure.start is not None:
            assert article.text[figure.start : figure.start + len(figure.words)] == figure.words, figure
    assert {mention.source for mention in reading.mentions} <= {article.source.id}
    known = {actor.id for actor in reading.actors}
    assert all(mention.referred <= known for mention in reading.mentions), "a mention names an actor that is not given"
    Record(sources=[article.source], actors=reading.actors, mentions=reading.mentions)
