"""`Source`: one article at one place."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any, final

import attrs

from recoupe.errors import InvalidValue
from recoupe.model.identity import content_id
from recoupe.model.validation import as_frozenset, as_tuple, is_a, items_are, matches, refuse, text
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


#: The last time zone on Earth in which a day ends: what states no zone has ended everywhere when it has ended there.
_LAST_ZONE = datetime.timezone(datetime.timedelta(hours=-12))
_BASIS_RANK = {basis: rank for rank, basis in enumerate(reversed(PublishedBasis))}


def _a_moment(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: ISO 8601, a day or a moment, or None."""
    try:
        fits = value is None or (isinstance(value, str) and bool(datetime.datetime.fromisoformat(value)))
    except ValueError:
        fits = False
    if not fits:
        raise refuse(instance, attribute, value, "a day or a moment in ISO 8601, or None")


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
    #: What its publisher says of it: ``correction``, ``embargo``, ``live``, ``paywall``...; sorted.
    notices: frozenset[str] = attrs.field(factory=frozenset, converter=as_frozenset, validator=items_are(str))
    #: Withdrawn by its publisher: it stays in the record, and its mentions leave the timeline.
    withdrawn: bool = attrs.field(default=False, validator=is_a(bool))
    #: Held back by its publisher: it is in the record, and its mentions enter the timeline when the embargo is lifted.
    embargoed: bool = attrs.field(default=False, validator=is_a(bool))
    #: When the embargo ends or ended (ISO 8601, with its time zone where one is stated); None when that is not stated.
    embargo_ends: str | None = attrs.field(default=None, validator=_a_moment)
    #: Made from `location` and `digest`.
    id: str = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("s", self.location, self.digest))

    def as_of(self, moment: datetime.datetime) -> Source:
        """The source as it stands at `moment`: without its embargo, where that has ended by then.

        An end without a clock time is the end of that day; one without a time zone has come when it has come in the
        last zone on Earth (UTC-12). An embargo without a stated end stays.

        Raises:
            InvalidValue: `moment` has no time zone.
        """
        if moment.tzinfo is None:
            raise InvalidValue("Source", "as_of", moment, "a moment with its time zone")
        if not self.embargoed or self.embargo_ends is None:
            return self
        end = datetime.datetime.fromisoformat(self.embargo_ends)
        if len(self.embargo_ends) == len("2025-06-17") and end.date() < datetime.date.max:
            end += datetime.timedelta(days=1)
        end = end if end.tzinfo is not None else end.replace(tzinfo=_LAST_ZONE)
        return attrs.evolve(self, embargoed=False) if end <= moment else self

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """By publication (undated last), then by location."""
        when = self.published
        return (when is None, when.sort_key if when else (), self.location, self.id)

    @property
    def authority(self) -> tuple[Any, ...]:
        """A total order of descriptions of one source: of two, the greater is kept when timelines are joined.

        What is withdrawn or under embargo in one of two timelines is so in both together.
        """
        fields = attrs.asdict(self, recurse=False)
        known = sum(value not in (None, (), frozenset()) for value in fields.values())
        return (
            self.withdrawn,
            self.embargoed,
            _BASIS_RANK[self.published_basis],
            known,
            content_id("s", *fields.values()),
        )
