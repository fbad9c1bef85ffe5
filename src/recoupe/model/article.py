"""`Article`: a source's text as read, unchanged, with its blocks marked as spans."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, final

import attrs

from recoupe.model.source import Source
from recoupe.model.span import Span
from recoupe.model.validation import as_tuple, is_a, items_are, refuse


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    HEADLINE = "headline"
    LEAD = "lead"
    KEY_POINT = "key point"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    RELATED = "related"
    METADATA = "metadata"
    NAVIGATION = "navigation"


#: Blocks that report news; the others are about the article itself, or not of it.
REPORTING = frozenset({BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.KEY_POINT, BlockKind.HEADING, BlockKind.PARAGRAPH})


@final
@attrs.frozen(kw_only=True, order=False)
class Block:
    """A stretch of the article's text. Offsets count code points; `end` is not included."""

    #: What it is.
    kind: BlockKind = attrs.field(validator=is_a(BlockKind))
    #: Where it starts.
    start: int = attrs.field(validator=is_a(int))
    #: Where it ends, not included.
    end: int = attrs.field(validator=is_a(int))

    @end.validator
    def _not_empty(self, attribute: attrs.Attribute[Any], value: int) -> None:
        if self.start < 0 or value <= self.start:
            raise refuse(self, attribute, value, f"an offset after start ({self.start})")

    @property
    def reports(self) -> bool:
        """It is part of what the article reports (not a byline, a credit, navigation ...)."""
        return self.kind in REPORTING


@final
@attrs.frozen(kw_only=True)
class Article:
    """A text with its source. For a plain text file, `text` is the file's own decoded text, unchanged."""

    #: Where it comes from.
    source: Source = attrs.field(validator=is_a(Source))
    #: The text; every offset in the library counts code points in it.
    text: str = attrs.field(validator=is_a(str))
    #: Its blocks, in order, not overlapping; text between blocks is white space or markup.
    blocks: tuple[Block, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Block))

    @blocks.validator
    def _in_order(self, attribute: attrs.Attribute[Any], value: tuple[Block, ...]) -> None:
        end = 0
        for block in value:
            if block.start < end or block.end > len(self.text):
                raise refuse(self, attribute, block, "blocks in order, not overlapping, inside the text")
            end = block.end

    def quote(self, block: Block) -> Span:
        """The words of a block."""
        return Span.of(self.text, block.start, block.end)
