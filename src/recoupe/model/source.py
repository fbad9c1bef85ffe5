"""`Source`: one article at one place."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, final

import attrs

from recoupe.model.identity import content_id
from recoupe.model.validation import as_frozenset, as_tuple, is_a, items_are, matches, text
from recoupe.model.when import When


class PublishedBasis(StrEnum):
    """How the publication date is known. The later in this list, the weaker."""

    #: The document states it.
    STATED = "stated"
    #: The user gave it.
    GIVEN = "given"
    #: It follows from constraints, as an interval.
    INFERRED = "inferred"
    #: It is not known.
    UNKNOWN = "unknown"


_BASIS_RANK = {basis: rank for rank, basis in enumerate(reversed(PublishedBasis))}


@final
@attrs.frozen(kw_only=True)
class Source:
    """Where an article was read, and what it says of itself. Its id is made of `location` and `digest`."""

    #: Path (with forward slashes, as the user gave it) or address.
    location: str = attrs.field(validator=text())
    #: Digest of the article's text: another text at the same location is another source (a revision).
    digest: str = attrs.field(validator=matches(r"[0-9a-f]{16}", "16 hexadecimal digits"))
    #: The outlet's name; None when the document does not say and nobody gave it.
    outlet: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Canonical address, where one is stated or given.
    url: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Headline.
    title: str | None = attrs.field(default=None, validator=text(optional=True))
    #: When it was published; None when unknown.
    published: When | None = attrs.field(default=None, validator=is_a(When, optional=True))
    #: How that is known.
    published_basis: PublishedBasis = attrs.field(default=PublishedBasis.UNKNOWN, validator=is_a(PublishedBasis))
    #: The moment of publication as stated, ISO 8601 with its time zone; None when only a day or less is known.
    published_at: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Where it was found: the words of the document, the name of the meta element, the row of a list of sources.
    published_evidence: str | None = attrs.field(default=None, validator=text(optional=True))
    #: When the text was last changed by its publisher, as stated.
    updated: When | None = attrs.field(default=None, validator=is_a(When, optional=True))
    #: Language of the text (BCP 47).
    language: str | None = attrs.field(
        default=None, validator=matches(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a BCP 47 language tag", optional=True)
    )
    #: News agencies credited for the text, in the order of the credit.
    agencies: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: The author as printed.
    author: str | None = attrs.field(default=None, validator=text(optional=True))
    #: A notice that changes its standing: ``correction``, ``live``, ``paywall``; sorted.
    notices: frozenset[str] = attrs.field(factory=frozenset, converter=as_frozenset, validator=items_are(str))
    #: Withdrawn by its publisher: it stays in the record, and its mentions leave the timeline.
    withdrawn: bool = attrs.field(default=False, validator=is_a(bool))
    #: Made from `location` and `digest`.
    id: str = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("s", self.location, self.digest))

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """By publication (undated last), then by location."""
        when = self.published
        return (when is None, when.sort_key if when else (), self.location, self.id)

    @property
    def authority(self) -> tuple[Any, ...]:
        """A total order of descriptions of one source: of two, the greater is kept when timelines are joined."""
        fields = attrs.asdict(self, recurse=False)
        known = sum(value not in (None, (), frozenset()) for value in fields.values())
        return (self.withdrawn, _BASIS_RANK[self.published_basis], known, content_id("s", *fields.values()))
