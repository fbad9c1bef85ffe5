"""An article with its reporting blocks analysed; every token has its place in the article's own text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import final

import attrs

from recoupe.language.pieces import pieces
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import Article, Block, Span

#: Characters of the longest part. What is asked about a part costs up to the square of its length.
LONGEST = 16000


def reporting_blocks(article: Article) -> Iterator[Block]:
    """The blocks of an article that report something, in order; one that is too long to be read at once in pieces."""
    for block in article.blocks:
        if block.reports:
            for start, end in pieces(article.text[block.start : block.end], LONGEST):
                whole = end - start == block.end - block.start
                yield block if whole else attrs.evolve(block, start=block.start + start, end=block.start + end)


@final
@attrs.frozen(kw_only=True, eq=False)
class Part:
    """One block, or a piece of a long one, and its analysis."""

    #: The block of the article.
    block: Block
    #: The block's text, parsed; ``token.idx`` counts from the block's start.
    doc: Doc


@final
@attrs.frozen(kw_only=True, eq=False)
class Analysis:
    """An article, and the analysis of each of its blocks that report something."""

    #: The article.
    article: Article
    #: Its reporting blocks, in order.
    parts: tuple[Part, ...]

    def span(self, part: Part, tokens: Token | Run) -> Span:
        """The words of a token, or of a run of tokens, in the article's text."""
        start = part.block.start + tokens.idx
        return Span.of(self.article.text, start, start + len(tokens.text))

    def tokens(self, part: Part, span: Span) -> Run | None:
        """The run of tokens that covers `span`; None where the span lies outside the part."""
        return part.doc.covering(span.start - part.block.start, span.end - part.block.start)

    def part_at(self, offset: int) -> Part | None:
        """The part that holds the character at `offset` of the article's text."""
        at = bisect_right(self.parts, offset, key=lambda part: part.block.start) - 1
        return self.parts[at] if at >= 0 and offset < self.parts[at].block.end else None

    def sentences(self) -> Iterator[tuple[Part, Run]]:
        """All sentences, in order."""
        for part in self.parts:
            for sentence in part.doc.sents:
                yield part, sentence
