"""`Piece`: a stretch of an article's text on its way from markup to a block."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.model import BlockKind


@final
@attrs.frozen(kw_only=True)
class Piece:
    """A stretch of the article's text; `kind` is None where its words shall decide."""

    text: str
    #: What the markup says that it is; PARAGRAPH for an item of a list.
    kind: BlockKind | None = None
