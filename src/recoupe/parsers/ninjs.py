"""News in JSON, from the IPTC's published standard ninjs (1.x and 2.x): one story per object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, final

import attrs

from recoupe.errors import UnreadableDocument
from recoupe.parsers.contract import Document
from recoupe.parsers.credits import agencies_in
from recoupe.parsers.decoding import decode
from recoupe.parsers.items import Item, located
from recoupe.parsers.notices import standing
from recoupe.parsers.streams import MAX_FILE, whole
from recoupe.parsers.tongue import language_of_tag

#: What makes a JSON object a story: an address or status of the standard, and a text or headline.
_MARKS = (
    *(b'"pubstatus"', b'"pubStatus"', b'"versioncreated"', b'"versionCreated"'),
    *(b'"body_xhtml"', b'"body_html"', b'"bodies"'),
)


@final
@attrs.frozen(kw_only=True)
class Ninjs:
    """Opens ninjs: one story, or an array of stories."""

    #: Its name.
    name: str = "ninjs"

    def recognises(self, head: bytes, location: str) -> bool:
        """A JSON object or array with members of the standard."""
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        lines = location.lower().endswith((".jsonl", ".ndjson"))
        return not lines and start in (b"{", b"[") and any(mark in head for mark in _MARKS)

    def documents(self, stream: BinaryIO, location: str) -> Iterator[Document]:
        """Its stories, in the order of the file.

        Raises:
            UnreadableDocument: it is broken, or holds no story.
        """
        try:
            content = json.loads(decode(whole(stream, location, MAX_FILE), location))
        except (ValueError, RecursionError) as error:
            if isinstance(error, UnreadableDocument):
                raise
            raise UnreadableDocument(location, f"it is not JSON ({error})", "ask for a whole file") from error
        seen: set[str] = set()
        for story in content if isinstance(content, list) else [content]:
            item = _item(story) if isinstance(story, dict) else Item()
            if item.title or item.body.strip():
                yield item.document(located(location, _text(story.get("uri")) or None, seen))
        if not seen:
            raise UnreadableDocument(location, "it holds no story", "give a delivery with text")


def _item(story: dict[str, Any]) -> Item:
    status = _text(story.get("pubstatus") or story.get("pubStatus"))
    notes = [_text(story.get(key)) for key in ("ednote", "edNote", "genre", "signal")]
    created = [story.get(key) for key in ("firstcreated", "firstCreated", "contentcreated", "contentCreated")]
    published = next((text for text in map(_text, created) if text), "")
    version = _text(story.get("versioncreated") or story.get("versionCreated"))
    credits = [_text(story.get(key)) for key in ("copyrightholder", "copyrightHolder", "creditline", "creditLine")]
    sources = story.get("infosources") or story.get("infoSources") or story.get("infosource") or []
    credits += [_text(s.get("name")) for s in sources if isinstance(s, dict)] if isinstance(sources, list) else []
    return Item(
        body=_body(story),
        title=_first(story, "headline", "headlines") or _text(story.get("title")) or None,
        byline=_text(story.get("byline") or story.get("by")) or None,
        agencies=tuple(dict.fromkeys(a for text in credits for a in agencies_in(text))),
        url=_address(story),
        language=language_of_tag(_text(story.get("language")) or None),
        published=published or version or None,
        place="ninjs firstcreated" if published else "ninjs versioncreated",
        updated=version if published and version != published else None,
        standing=standing(status, notes, embargo=_text(story.get("embargoed")) or None),
    )


def _body(story: dict[str, Any]) -> str:
    """The text, markup before plain."""
    for key in ("body_xhtml", "body_html", "body_text"):
        if isinstance(story.get(key), str) and story[key].strip():
            return str(story[key])
    bodies = [b for b in story.get("bodies") or [] if isinstance(b, dict) and isinstance(b.get("value"), str)]
    best = sorted(bodies, key=lambda b: "html" not in str(b.get("contenttype") or b.get("contentType") or ""))
    return str(best[0]["value"]) if best else ""


def _first(story: dict[str, Any], single: str, several: str) -> str | None:
    values = story.get(several) if isinstance(story.get(several), list) else []
    found = [_text(story.get(single)), *(_text(v.get("value")) for v in values or [] if isinstance(v, dict))]
    return next((text for text in found if text), None)


def _address(story: dict[str, Any]) -> str | None:
    """Its address; else its URI, by which the versions of a story are known to be of one story."""
    links = story.get("altids")
    found = [links.get("url") if isinstance(links, dict) else None, story.get("canonicalurl")]
    address = next((text for text in map(_text, found) if text.startswith(("http://", "https://"))), None)
    return address or _text(story.get("uri")) or None


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
