"""An article with its reporting blocks analysed; every token has its place in the article's own text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, final

import attrs

from recoupe.model import Article, Block, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


@final
@attrs.frozen(kw_only=True, eq=False)
class Part:
    """One block and its analysis."""

    #: The block of the article.
    block: Block
    #: spaCy's analysis of the block's text; ``token.idx`` counts from the block's start.
    doc: Doc


@final
@attrs.frozen(kw_only=True, eq=False)
class Analysis:
    """An article, and the analysis of each of its blocks that report something."""

    #: The article.
    article: Article
    #: Its reporting blocks, in order.
    parts: tuple[Part, ...]

    def span(self, part: Part, tokens: Token | Tokens) -> Span:
        """The words of a token, or of a run of tokens, in the article's text."""
        start = tokens.idx if hasattr(tokens, "idx") else tokens.start_char
        length = len(tokens.text)
        return Span.of(self.article.text, part.block.start + start, part.block.start + start + length)

    def tokens(self, part: Part, span: Span) -> Tokens | None:
        """The run of tokens that covers `span`; None where the span lies outside the part."""
        start, end = span.start - part.block.start, span.end - part.block.start
        if start < 0 or end > len(part.doc.text):
            return None
        return part.doc.char_span(start, end, alignment_mode="expand")

    def part_at(self, offset: int) -> Part | None:
        """The part that holds the character at `offset` of the article's text."""
        return next((p for p in self.parts if p.block.start <= offset < p.block.end), None)

    def sentences(self) -> Iterator[tuple[Part, Tokens]]:
        """All sentences, in order."""
        for part in self.parts:
            for sentence in part.doc.sents:
                yield part, sentence
