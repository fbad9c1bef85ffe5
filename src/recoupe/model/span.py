"""`Span`: words of an article, with their place in it."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.model.validation import is_a, refuse


@final
@attrs.frozen(kw_only=True, order=True)
class Span:
    """A quotation: ``article.text[start:end] == text``. Offsets count code points from 0; `end` is not included."""

    #: Where the words start.
    start: int = attrs.field(validator=is_a(int))
    #: Where they end, not included.
    end: int = attrs.field(validator=is_a(int))
    #: The words themselves.
    text: str = attrs.field(validator=is_a(str))

    @text.validator
    def _as_long_as_its_text(self, attribute: attrs.Attribute[str], value: str) -> None:
        if self.start < 0 or self.end <= self.start or len(value) != self.end - self.start:
            raise refuse(self, attribute, value, f"the text of offsets {self.start} to {self.end}, not empty")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`, which must lie inside it and not be empty."""
        return cls(start=start, end=end, text=text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Some character belongs to both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Every character of `other` belongs to this one."""
        return self.start <= other.start and other.end <= self.end
