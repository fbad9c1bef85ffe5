"""What a page declares of itself, its text apart: title, outlet, address, language, and what the neighbours find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.bylines import byline
from recoupe.parsers.elements import metas, outlet_of
from recoupe.parsers.headline import headline
from recoupe.parsers.mastheads import names_of
from recoupe.parsers.publication import best, printed_update, publications, updates
from recoupe.parsers.statement import Statement

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def statement(root: HtmlElement, *, zone: str | None = None) -> Statement:
    """All that a page declares of itself, its text apart; what it does not declare stays unknown.

    Args:
        root: The page.
        zone: The outlet's time zone, where its layout knows it.
    """
    thing = linkeddata.article_object(root)
    meta = metas(root)
    published = best(publications(root, thing, meta, zone))
    updated = best(updates(root, thing, meta, zone))
    if updated is None:
        updated = printed_update(root)
    names = byline(root, thing, meta)
    outlet, address = outlet_of(thing, meta), _address(root, meta)
    return Statement(
        outlet=outlet,
        url=address,
        title=headline(root, thing, meta, names_of(outlet, address)),
        author=names.author,
        agencies=names.agencies,
        language=_language(root, thing, meta),
        published=published.moment.when if published else None,
        published_at=published.moment.at if published else None,
        evidence=published.place if published else None,
        updated=updated.moment.when if updated else None,
        notices=_notices(thing),
    )


def _address(root: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    found = [
        a.strip() for a in (*links, *meta.get("og:url", [])) if a.strip().lower().startswith(("http://", "https://"))
    ]
    return found[0] if found else None


def _language(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The primary language that the page declares; templates declare wrongly often, so the text has the last word."""
    stated = [
        linkeddata.first(thing.get("inLanguage")),
        root.get("lang"),
        *meta.get("og:locale", []),
        *meta.get("language", []),
    ]
    for tag in stated:
        match = re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", tag or "")
        if match:
            return match[1].lower()
    return None


def _notices(thing: dict[str, Any]) -> frozenset[str]:
    notices = set()
    if linkeddata.kind(thing) == "LiveBlogPosting":
        notices.add("live")
    if thing.get("correction"):
        notices.add("correction")
    return frozenset(notices)


def is_free(thing: dict[str, Any]) -> bool | None:
    """What the page declares about access; None when it says nothing."""
    stated = thing.get("isAccessibleForFree")
    if stated is None:
        return None
    return str(stated).lower() not in ("false", "0", "no")
