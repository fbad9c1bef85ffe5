"""What a page declares of itself, its text apart: title, outlet, address, language, and what the neighbours find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.bylines import byline
from recoupe.parsers.cues import data, folded
from recoupe.parsers.elements import is_elsewhere, metas, outlet_of
from recoupe.parsers.prose import clean
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
    outlet = outlet_of(thing, meta)
    return Statement(
        outlet=outlet,
        url=_address(root, meta),
        title=title(root, thing, meta, outlet),
        author=names.author,
        agencies=names.agencies,
        language=_language(root, thing, meta),
        published=published.moment.when if published else None,
        published_at=published.moment.at if published else None,
        evidence=published.place if published else None,
        updated=updated.moment.when if updated else None,
        notices=_notices(thing),
    )


def title(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]], outlet: str | None) -> str | None:
    """The headline: as printed (``h1``) where a declared one confirms it, else as declared."""
    heads = [" ".join(h.text_content().split()) for h in root.iter("h1")]
    heads = [h for h in heads if h and folded(h) != folded(outlet or "")]
    declared = [
        text
        for text in (
            linkeddata.first(thing.get("headline")),
            *meta.get("og:title", [])[:1],
            *meta.get("twitter:title", [])[:1],
        )
        if text
    ]
    for head in heads:
        if any(_same_title(head, text) for text in declared):
            return head
    if declared:
        return _without_outlet(declared[0], outlet)
    if len(heads) == 1:
        return heads[0]
    page = root.findtext(".//title")
    return _without_outlet(" ".join(page.split()), outlet) if page and page.strip() else (heads[0] if heads else None)


def _same_title(one: str, other: str) -> bool:
    a, b = (re.sub(r"\W+", "", folded(t)) for t in (one, other))
    return bool(a) and (a == b or (min(len(a), len(b)) > 15 and (a.startswith(b) or b.startswith(a))))


def _without_outlet(text: str, outlet: str | None) -> str:
    """A title without the outlet's name at its end: "Grève à Lyon - Le Monde" is "Grève à Lyon"."""
    parts = re.split(r"\s+[|–—-]\s+", text)
    while len(parts) > 1 and outlet and folded(outlet) in folded(parts[-1]):
        parts.pop()
        text = text[: text.rfind(parts[-1]) + len(parts[-1])]
    return text


def lead(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The standfirst: a printed text that is marked as one, or that repeats what the page declares as its description.

    A description that is declared and not printed is no part of the article.
    """
    stated = [
        *linkeddata.strings(thing.get("description")),
        *meta.get("og:description", []),
        *meta.get("description", []),
    ]
    keys = {re.sub(r"\W+", "", folded(text))[:60] for text in stated if len(text) > 40}
    for element in root.iter("p", "h2", "h3", "div", "span", "strong", "section", "header"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        marked = any(mark in names for mark in data("page")["lead"]["classes"])
        if len(element) > 8 or (element.tag in ("section", "header") and not marked):
            continue
        words = clean(element.text_content())
        if not 40 < len(words) <= 900 or not (marked or re.sub(r"\W+", "", folded(words))[:60] in keys):
            continue
        if not is_elsewhere(element):
            return words
    return None


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
