"""What a parser is: the whole contract in one file.

A parser turns one `Document` (bytes at a location) into one `Article`. It fulfils `Parser` by having its members; there
is nothing to inherit from. A file that holds several articles (a feed, an archive, a table) is opened by a `Container`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol, final, runtime_checkable

import attrs

from recoupe.model import Article, When
from recoupe.model.validation import is_a, matches, text


@final
@attrs.frozen(kw_only=True)
class Given:
    """What the user says of a document, because the document does not say it."""

    #: The outlet's name.
    outlet: str | None = attrs.field(default=None, validator=text(optional=True))
    #: When it was published.
    published: When | None = attrs.field(default=None, validator=is_a(When, optional=True))
    #: The moment of publication with its time zone (ISO 8601), where the user gave one.
    published_at: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Where that was given, for example ``sources.csv, line 3``.
    evidence: str = attrs.field(default="given by the caller", validator=text())
    #: Canonical address.
    url: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Headline.
    title: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Language of the text (BCP 47).
    language: str | None = attrs.field(
        default=None, validator=matches(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a BCP 47 language tag", optional=True)
    )


@final
@attrs.frozen(kw_only=True)
class Document:
    """Bytes at a location, before anything is known of their meaning."""

    #: Path (with forward slashes, as the user gave it) or address; for a part of a file, ``path#part``.
    location: str = attrs.field(validator=text())
    #: The bytes.
    data: bytes = attrs.field(validator=is_a(bytes), repr=False)
    #: Media type as declared by a server or an archive, with its parameters; None for a plain file.
    media_type: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    #: What the user says of it.
    given: Given | None = attrs.field(default=None, validator=is_a(Given, optional=True))


@runtime_checkable
class Parser(Protocol):
    """Reads documents of one outlet, or of one form. Instances hold no state: two reads of a document are equal."""

    @property
    def name(self) -> str:
        """A short name, unique in a registry: ``plain``, ``lemonde-2024``."""

    @property
    def valid(self) -> When:
        """The days of publication for which its layout is known to hold; ``When()`` when it does not change."""

    def recognises(self, document: Document) -> bool:
        """It is made for this document. Cheap, and raises nothing."""

    def read(self, document: Document) -> Article:
        """The article.

        Raises:
            UnreadableDocument: there is no article in the document; the error says what there is instead.
        """


@runtime_checkable
class Container(Protocol):
    """Opens files that hold several articles, each of which becomes a document of its own."""

    @property
    def name(self) -> str:
        """A short name: ``feed``, ``warc``, ``table``."""

    def recognises(self, head: bytes, location: str) -> bool:
        """The file whose first bytes are `head` (at least 4 096, or all of it) is one of these. Raises nothing."""

    def documents(self, stream: BinaryIO, location: str) -> Iterator[Document]:
        """Its documents, in the order of the file.

        Raises:
            UnreadableDocument: it is broken, or holds nothing.
            InvalidFile: it is a table with bad rows.
        """
