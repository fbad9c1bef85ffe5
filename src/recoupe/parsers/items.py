"""`Item`: one article out of a feed, an agency delivery or a table, on its way to becoming a document of its own."""

from __future__ import annotations

import json
from typing import Any, final

import attrs

from recoupe.errors import UnreadableDocument
from recoupe.model import Article, When
from recoupe.parsers.composition import compose, ordered
from recoupe.parsers.contract import Document, Given
from recoupe.parsers.credits import credit
from recoupe.parsers.markup import fragment
from recoupe.parsers.moment import moment
from recoupe.parsers.notices import Standing
from recoupe.parsers.statement import Statement

#: The media type of an item's own form; no file has it.
MEDIA_TYPE = "application/vnd.recoupe.item+json"


@final
@attrs.frozen(kw_only=True)
class Item:
    """What a container knows of one article; every field but the text may be unknown."""

    #: Its text: HTML, or plain with a paragraph per line. May be empty when there is a title.
    body: str = ""
    title: str | None = None
    lead: str | None = None
    outlet: str | None = None
    url: str | None = None
    #: The byline as written; agencies are told apart.
    byline: str | None = None
    #: Agencies that the container credits.
    agencies: tuple[str, ...] = ()
    language: str | None = None
    #: The date as written, and the place where it stands.
    published: str | None = None
    place: str | None = None
    updated: str | None = None
    #: How the container says that it stands.
    standing: Standing = attrs.field(factory=Standing)

    def document(self, location: str, given: Given | None = None) -> Document:
        """The item as a document."""
        content = json.dumps(attrs.asdict(self), ensure_ascii=False, sort_keys=True)
        return Document(location=location, data=content.encode("utf-8", "replace"), media_type=MEDIA_TYPE, given=given)


@final
@attrs.frozen(kw_only=True)
class ItemParser:
    """Reads what containers make."""

    #: Its name.
    name: str = "item"
    #: It has no layout.
    valid: When = attrs.field(factory=When)

    def recognises(self, document: Document) -> bool:
        """It came out of a container of ours."""
        return document.media_type == MEDIA_TYPE

    def read(self, document: Document) -> Article:
        """The article.

        Raises:
            UnreadableDocument: it has neither title nor text.
        """
        try:
            item = _item(json.loads(document.data))
        except (ValueError, TypeError, AttributeError) as error:
            raise UnreadableDocument(
                document.location, f"it is not an item ({error})", "give the whole file"
            ) from error
        pieces = ordered(item.title, item.lead, fragment(item.body, document.location))
        if not pieces:
            raise UnreadableDocument(document.location, "it has neither a title nor a text", "leave it out")
        return compose(document, pieces, _statement(item))


def _item(content: dict[str, Any]) -> Item:
    standing = content.pop("standing")
    standing = Standing(**{**standing, "notices": tuple(standing["notices"])})
    return Item(**{**content, "agencies": tuple(content["agencies"]), "standing": standing})


def _statement(item: Item) -> Statement:
    names = credit(item.byline or "")
    published = moment(item.published)
    updated = moment(item.updated)
    return Statement(
        outlet=item.outlet,
        url=item.url,
        title=item.title,
        author=names.author,
        agencies=tuple(dict.fromkeys((*item.agencies, *names.agencies))),
        language=item.language,
        published=published.when if published else None,
        published_at=published.at if published else None,
        evidence=f'{item.place or "item"} = "{item.published}"' if published else None,
        updated=updated.when if updated else None,
        notices=frozenset(item.standing.notices),
        withdrawn=item.standing.withdrawn,
        embargoed=item.standing.embargoed,
        embargo_ends=item.standing.embargo_ends,
    )


def located(location: str, part: str | None, seen: set[str]) -> str:
    """A location for a part of a file, unlike those in `seen`, to which it is added."""
    base = f"{location}#{(part or '').strip() or len(seen) + 1}"
    name, count = base, 1
    while name in seen:
        count += 1
        name = f"{base}~{count}"
    seen.add(name)
    return name
