"""The warnings of this room: one class for each hazard, so that each can be silenced or made an error by itself."""

from __future__ import annotations

from typing import final


@final
class BrokenParser(UserWarning):
    """An installed parser could not be loaded, or failed on a document that it recognised; others were used."""


@final
class LayoutChanged(UserWarning):
    """A page of a known outlet does not look as its parser expects; it was read by the general parser instead."""


@final
class DateContradiction(UserWarning):
    """A document states another publication date than the user gives; the stated one is kept."""


@final
class SkippedRecord(UserWarning):
    """A part of an archive is damaged, or too large to be an article, and was left out."""
