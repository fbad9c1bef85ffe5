"""Agency files in XML, from the IPTC's published standards: NewsML-G2 2.x and NITF 3.x.

The package NewsMLG2 builds objects for every element of the standard, and reads XML with entities resolved; what a
timeline needs is a dozen elements, read here by their local names with entities refused.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, final

import attrs

from recoupe.errors import UnreadableDocument
from recoupe.parsers.contract import Document
from recoupe.parsers.credits import agencies_in
from recoupe.parsers.items import Item, located
from recoupe.parsers.markup import local, xml_root
from recoupe.parsers.notices import standing
from recoupe.parsers.streams import MAX_FILE, whole
from recoupe.parsers.tongue import language_of_tag

_ROOT = re.compile(rb"<(?:\w+:)?(newsMessage|newsItem|nitf)\b")


@final
@attrs.frozen(kw_only=True)
class AgencyXml:
    """Opens NewsML-G2 messages and items, and NITF files."""

    #: Its name.
    name: str = "newsml"

    def recognises(self, head: bytes, location: str) -> bool:
        """Its root element is of NewsML-G2 or NITF."""
        text = head.replace(b"\x00", b"")
        return text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<" and _ROOT.search(text) is not None

    def documents(self, stream: BinaryIO, location: str) -> Iterator[Document]:
        """Its stories, in the order of the file; packages, pictures and knowledge items are passed over.

        Raises:
            UnreadableDocument: it is broken, declares entities, or holds no story.
            MissingExtra: the extra ``web`` is not installed.
        """
        root = xml_root(whole(stream, location, MAX_FILE), location)
        seen: set[str] = set()
        for story in [root] if local(root) in ("nitf", "newsitem") else _all(root, "newsitem"):
            item = _nitf(story) if local(story) == "nitf" else _news_item(story)
            if item.title or item.body.strip():
                yield item.document(located(location, story.get("guid"), seen))
        if not seen:
            raise UnreadableDocument(location, "it holds no story", "give a delivery with text")


def _news_item(story: Any) -> Item:
    """A story of NewsML-G2. Its text is NITF or XHTML in ``inlineXML``, or plain in ``inlineData``."""
    meta, content = _one(story, "itemmeta"), _one(story, "contentmeta")
    inner = next((n for x in _all(story, "inlinexml") for n in x if local(n) == "nitf"), None)
    nested = _nitf(inner) if inner is not None else Item()
    notes = [*_texts(meta, "ednote"), *(_code(s) for s in _all(meta, "signal"))]
    status = _code(_one(meta, "pubstatus"))
    provider = _name(_one(meta, "provider"))
    credits = [*_texts(content, "creditline"), *filter(None, (provider, *map(_name, _all(content, "infosource"))))]
    published = _words(_one(meta, "firstcreated")) or _words(_one(content, "contentcreated"))
    place = "itemMeta/firstCreated" if _words(_one(meta, "firstcreated")) else "contentMeta/contentCreated"
    version = _words(_one(meta, "versioncreated"))
    if published is None:
        published, place, version = version, "itemMeta/versionCreated", None
    language = next((e.get("tag") for e in _all(content, "language") if e.get("tag")), None)
    return Item(
        body=nested.body or _inline(story),
        title=_words(_one(content, "headline")) or nested.title or _words(_one(meta, "title")),
        lead=nested.lead,
        outlet=nested.outlet or provider,
        url=next(
            (e.get("href") for e in _all(meta, "link") if (e.get("href") or "").startswith("http")), story.get("guid")
        ),
        byline=_words(_one(content, "by")) or _words(_one(content, "byline")) or nested.byline,
        agencies=tuple(dict.fromkeys(a for text in credits for a in agencies_in(text))) or nested.agencies,
        language=language_of_tag(language),
        published=published or nested.published,
        place=f"NewsML-G2 {place}" if published else nested.place,
        updated=version if version != published else None,
        standing=standing(status, notes, embargo=_words(_one(meta, "embargoed"))) | nested.standing,
    )


def _nitf(story: Any) -> Item:
    """A story of NITF."""
    docdata, head = _one(story, "docdata"), _one(story, "body.head")
    pubdata = _one(story, "pubdata")
    status = docdata.get("management-status") if docdata is not None else None
    notes = [e.get("info") or "" for e in _all(docdata, "ed-msg")]
    dates = [
        (_attribute(docdata, "date.issue", "norm"), "date.issue"),
        (pubdata.get("date.publication") if pubdata is not None else None, "pubdata"),
        (_attribute(head, "story.date", "norm"), "story.date"),
        (_attribute(docdata, "date.release", "norm"), "date.release"),
    ]
    published, place = next(((date, name) for date, name in dates if date), (None, None))
    release = _attribute(docdata, "date.release", "norm") if (status or "").lower() == "embargoed" else None
    bodies = _all(story, "body.content")
    distributor = _words(_one(head, "distributor"))
    return Item(
        body="".join(_markup(child) for body in bodies for child in body),
        title=_words(_one(head, "hl1")) or _words(_one(head, "hedline")) or _words(_one(_one(story, "head"), "title")),
        lead=_words(_one(head, "abstract")),
        outlet=pubdata.get("name") if pubdata is not None else None,
        byline=_words(_one(_one(head, "byline"), "person")) or _words(_one(head, "byline")),
        agencies=agencies_in(distributor or ""),
        language=language_of_tag(story.get("{http://www.w3.org/XML/1998/namespace}lang")),
        published=published,
        place=f"NITF {place}" if published else None,
        standing=standing(status or "", notes, embargo=release),
    )


def _inline(story: Any) -> str:
    """The text of ``inlineXML`` (XHTML) or ``inlineData``."""
    pages = [body for x in _all(story, "inlinexml") for body in (_all(x, "body") or list(x))]
    if pages:
        return "".join(_markup(child) for body in pages for child in (body if local(body) == "body" else [body]))
    return "\n".join("".join(e.itertext()) for e in _all(story, "inlinedata"))


def _markup(element: Any) -> str:
    """An element as HTML, its names without namespaces."""
    inner = html.escape(element.text or "") + "".join(_markup(child) for child in element)
    name = local(element) or "span"
    return f"<{name}>{inner}</{name}>{html.escape(element.tail or '')}"


def _all(element: Any, name: str) -> list[Any]:
    return [e for e in element.iter() if local(e) == name] if element is not None else []


def _one(element: Any, name: str) -> Any:
    return next(iter(_all(element, name)), None)


def _words(element: Any) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def _texts(element: Any, name: str) -> list[str]:
    return [words for e in _all(element, name) if (words := _words(e))]


def _attribute(element: Any, name: str, attribute: str) -> str | None:
    found = _one(element, name)
    return found.get(attribute) if found is not None else None


def _code(element: Any) -> str:
    """A controlled value without its scheme: ``stat:canceled`` is ``canceled``."""
    code = (element.get("qcode") or element.get("uri") or "") if element is not None else ""
    return str(code).replace("/", ":").rsplit(":", 1)[-1]


def _name(element: Any) -> str | None:
    if element is None:
        return None
    names = [words for e in _all(element, "name") if (words := _words(e))]
    return next(iter(names), None) or element.get("literal") or _code(element) or None
