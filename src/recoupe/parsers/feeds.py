"""Feeds: RSS and Atom by feedparser, and JSON Feed 1.x. Each item becomes an article, by its content or summary."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, final
from urllib.parse import urljoin

import attrs

from recoupe.errors import MissingExtra, UnreadableDocument
from recoupe.parsers.contract import Document
from recoupe.parsers.decoding import decode
from recoupe.parsers.items import Item, located
from recoupe.parsers.markup import refuse_hazards
from recoupe.parsers.streams import MAX_FILE, whole

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
#: What may stand before the root element.
_PROLOGUE = re.compile(
    rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>)*",
    re.DOTALL | re.IGNORECASE,
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org')


@final
@attrs.frozen(kw_only=True)
class Feed:
    """Opens RSS, Atom and JSON feeds."""

    #: Its name.
    name: str = "feed"

    def recognises(self, head: bytes, location: str) -> bool:
        """The root element is a feed's, or the object declares itself as one."""
        text = head.replace(b"\x00", b"")
        start = _PROLOGUE.sub(b"", text)
        return _FEED.match(start) is not None or (start[:1] == b"{" and _JSON_FEED.search(text) is not None)

    def documents(self, stream: BinaryIO, location: str) -> Iterator[Document]:
        """Its items, in the order of the feed.

        Raises:
            UnreadableDocument: it is broken, declares entities, or has no items.
            MissingExtra: the extra ``web`` is not installed.
        """
        data = whole(stream, location, MAX_FILE)
        json_feed = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
        items = _json_items(data, location) if json_feed else _xml_items(data, location)
        seen: set[str] = set()
        for part, item in items:
            if item.title or item.body.strip():
                yield item.document(located(location, part, seen))
        if not seen:
            raise UnreadableDocument(location, "the feed has no items", "give a feed with articles")


def _xml_items(data: bytes, location: str) -> Iterator[tuple[str | None, Item]]:
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtra("web", "reading feeds") from error
    refuse_hazards(data, location)
    try:
        feed: Any = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    except Exception as error:  # feedparser promises none, and its loose parser keeps no promise on random bytes
        raise UnreadableDocument(location, f"the feed is broken ({error})", "ask for a whole file") from error
    if not feed.entries and feed.bozo:
        reason = f"the feed is broken ({str(feed.get('bozo_exception'))[:120]})"
        raise UnreadableDocument(location, reason, "ask for a whole file")
    outlet = _text(feed.feed.get("title"))
    language = _language(feed.feed.get("language"))
    home = _text(feed.feed.get("link"))
    for entry in feed.entries:
        contents = [c.get("value") or "" for c in entry.get("content", [])]
        summary = entry.get("summary") or ""
        body = max([*contents, summary], key=len)
        published = _text(entry.get("published"))
        link = _text(entry.get("link"))
        yield (
            _text(entry.get("id")) or link,
            Item(
                body=body,
                title=_title(entry.get("title")),
                outlet=_text((entry.get("source") or {}).get("title")) or outlet,
                url=_address(link, home),
                byline=", ".join(filter(None, (_text(a.get("name")) for a in entry.get("authors", []) if a))) or None,
                language=language,
                published=published,
                place="feed item published",
                updated=_text(entry["updated"]) if "updated" in entry and entry["updated"] != published else None,
            ),
        )


def _json_items(data: bytes, location: str) -> Iterator[tuple[str | None, Item]]:
    try:
        feed = json.loads(decode(data, location))
        items = feed["items"]
        if not isinstance(items, list):
            raise TypeError("items is not an array")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableDocument(location, f"the JSON feed is broken ({error})", "ask for a whole file") from error
    for entry in items:
        if not isinstance(entry, dict):
            continue
        authors = entry.get("authors") or [entry.get("author")]
        names = [_text(a.get("name")) for a in authors if isinstance(a, dict)]
        bodies = [entry.get(key) for key in ("content_html", "content_text", "summary")]
        yield (
            _text(entry.get("id")) or _text(entry.get("url")),
            Item(
                body=next((body for body in bodies if isinstance(body, str) and body.strip()), ""),
                title=_title(entry.get("title")),
                outlet=_text(feed.get("title")),
                url=_address(_text(entry.get("url")), _text(feed.get("home_page_url"))),
                byline=", ".join(filter(None, names)) or None,
                language=_language(entry.get("language") or feed.get("language")),
                published=_text(entry.get("date_published")),
                place="feed item date_published",
                updated=_text(entry.get("date_modified")),
            ),
        )


def _title(value: Any) -> str | None:
    """A title as readers see it: feeds put HTML there, also where their format asks for plain text."""
    bare = re.sub(r"</?[a-zA-Z][^>]{0,500}>", "", value) if isinstance(value, str) else ""
    return _text(re.sub(r"&#?\w{1,10};", lambda match: html.unescape(match.group()), bare))


def _address(link: str | None, home: str | None) -> str | None:
    """The address of an item; one without a host is on that of the feed's site, and none where it names no site."""
    try:
        address = urljoin(home or "", link or "")
    except ValueError:
        return None
    return address if link and address.startswith(("http://", "https://")) else None


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _language(value: Any) -> str | None:
    match = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", value) if isinstance(value, str) else None
    return match.group().lower() if match else None
