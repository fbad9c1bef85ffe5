"""`Judgement`: an editor's word that two mentions report the same happening, or do not."""

from __future__ import annotations

from typing import Any, final

import attrs

from recoupe.model.identity import content_id
from recoupe.model.validation import is_a, reference, refuse, text


@final
@attrs.frozen(kw_only=True)
class Judgement:
    """Overrides every score. Judgements are part of the timeline and survive re-runs and merging."""

    #: The smaller of the two mention ids.
    first: str = attrs.field(validator=reference("m"))
    #: The greater of the two mention ids.
    second: str = attrs.field(validator=reference("m"))
    #: True: one happening. False: two.
    same: bool = attrs.field(validator=is_a(bool))
    #: Who judged.
    by: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Why.
    note: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Made from the content.
    id: str = attrs.field(init=False, repr=False)

    @second.validator
    def _two_in_order(self, attribute: attrs.Attribute[Any], value: str) -> None:
        if value <= self.first:
            raise refuse(self, attribute, value, f"a mention id greater than first ({self.first})")

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("j", self))

    @classmethod
    def between(cls, a: str, b: str, *, same: bool, by: str | None = None, note: str | None = None) -> Judgement:
        """A judgement on two mentions, in either order."""
        return cls(first=min(a, b), second=max(a, b), same=same, by=by, note=note)
