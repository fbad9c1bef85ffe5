"""Outlet layouts: how the pages of one outlet are built, as small files with the days for which that was seen to hold.

A layout knows where the text stands, so it keeps captions and key points apart and leaves the page's furniture out.
When its elements are not found, the layout has changed: a `LayoutChanged` warning says so, and the general parser reads
the page. No article is lost.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, final

import attrs

from recoupe.errors import InvalidFile, Problem, RecoupeError
from recoupe.model import Article, BlockKind, When
from recoupe.model.validation import is_a, items_are, text
from recoupe.parsers import declared
from recoupe.parsers.bylines import fuller, printed_credit
from recoupe.parsers.contract import Document
from recoupe.parsers.credits import credit
from recoupe.parsers.elements import shown
from recoupe.parsers.hazards import LayoutChanged
from recoupe.parsers.html import page_article
from recoupe.parsers.markup import pieces_of
from recoupe.parsers.page import looks_like_html, tree
from recoupe.parsers.piece import Piece
from recoupe.parsers.printed import read_line
from recoupe.parsers.selectors import select, xpath
from recoupe.parsers.statement import Statement

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Characters of text below which a layout's elements are taken for something else than the article.
_LEAST = 200
#: Where a page names its own address.
_ADDRESS = re.compile(
    rb"(?:rel=[\"']?canonical[\"']?[^>]{0,200}?href|property=[\"']?og:url[\"']?[^>]{0,200}?content)\s*=\s*[\"']?https?://([\w.-]+)"
    rb"|href\s*=\s*[\"']?https?://([\w.-]+)[^>]{0,300}?rel=[\"']?canonical",
    re.IGNORECASE,
)
_SELECTORS = ("body", "lead", "byline", "published", "caption", "key_points", "heading", "remove")


def _texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@final
@attrs.frozen(kw_only=True)
class Layout:
    """The layout of one outlet in one period; a parser."""

    #: The outlet's short name and the period's first year: ``lemonde-2023``.
    name: str = attrs.field(validator=text())
    #: The outlet's name.
    outlet: str = attrs.field(validator=text())
    #: Its hosts, without ``www.``; subdomains count.
    hosts: tuple[str, ...] = attrs.field(converter=_texts, validator=items_are(str))
    #: The days of publication for which pages were seen to have this layout.
    valid: When = attrs.field(validator=is_a(When))
    #: Its time zone (IANA): a moment stated in UTC falls on the readers' day.
    zone: str | None = attrs.field(default=None, validator=text(optional=True))
    #: The element or elements that hold the text.
    body: tuple[str, ...] = attrs.field(converter=_texts, validator=items_are(str))
    #: The standfirst.
    lead: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=items_are(str))
    #: The printed byline.
    byline: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=items_are(str))
    #: The printed line about publication and update.
    published: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=items_are(str))
    #: Captions inside the text.
    caption: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=items_are(str))
    #: Lists of key points.
    key_points: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=items_are(str))
    #: Headings that are not ``h2`` and the like.
    heading: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=items_are(str))
    #: Elements inside the text that are not of it.
    remove: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=items_are(str))

    def recognises(self, document: Document) -> bool:
        """It is an HTML page that names an address of the outlet."""
        return looks_like_html(document) and any(_is_of(host, self.hosts) for host in hosts_of(document))

    def read(self, document: Document) -> Article:
        """The article.

        Raises:
            LayoutChanged: the page does not have the layout's elements.
            UnreadableDocument: there is no article in the page.
        """
        root = tree(document)
        stated = self._stated(root)
        if stated.published is not None and not self.valid.overlaps(stated.published):
            raise LayoutChanged(f"{self.outlet}'s page of {stated.published} is outside {self.name} ({self.valid})")
        pieces = self._pieces(root)
        if sum(len(piece.text) for piece in pieces) < _LEAST:
            raise LayoutChanged(f"{self.outlet}'s page has not the elements of the layout {self.name}")
        return page_article(document, root, stated, pieces)

    def _stated(self, root: HtmlElement) -> Statement:
        """What the page declares, and what its printed byline and date add to it."""
        stated = attrs.evolve(declared.statement(root, zone=self.zone), outlet=self.outlet)
        for element in select(root, self.byline):
            words = shown(element)
            names = printed_credit(words) if stated.author else credit(words)
            agencies = tuple(dict.fromkeys((*stated.agencies, *names.agencies)))
            stated = attrs.evolve(stated, agencies=agencies, author=fuller(stated.author, names.author))
        for element in select(root, self.published):
            words = shown(element)
            dates = read_line(words)
            if stated.published is None and dates.published is not None:
                stated = attrs.evolve(stated, published=dates.published, evidence=f'printed: "{words}"')
            if stated.updated is None:
                stated = attrs.evolve(stated, updated=dates.updated)
        return stated

    def _pieces(self, root: HtmlElement) -> tuple[Piece, ...]:
        kinds = {
            **dict.fromkeys(select(root, self.caption), BlockKind.CAPTION),
            **dict.fromkeys(select(root, self.heading), BlockKind.HEADING),
            **{item: BlockKind.KEY_POINT for box in select(root, self.key_points) for item in box.iter("li", "p")},
        }
        lead = select(root, self.lead)[:1]
        bodies = _outermost(select(root, self.body))
        removed = {e for part in (*lead, *bodies) for e in select(part, (*self.remove, *_FURNITURE))}
        words = " ".join(piece.text for part in lead for piece in pieces_of(part, without=removed))
        leads = [Piece(text=words, kind=BlockKind.LEAD)] if words else []
        removed |= set(lead)
        found = tuple(p for body in bodies for p in pieces_of(body, without=removed, kinds=kinds))
        return (*leads, *found)


#: What is never text, in any layout.
_FURNITURE = ("script", "style", "button", "form", "nav", "svg", "iframe", "noscript")


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    chosen = set(elements)
    return [element for element in elements if not any(parent in chosen for parent in element.iterancestors())]


def hosts_of(document: Document) -> frozenset[str]:
    """The hosts that a document comes from: its location, its given address, the address that the page names."""
    found = [document.location, document.given.url if document.given and document.given.url else ""]
    hosts = {m[1].lower() for address in found if (m := re.match(r"(?:.*#)?https?://([^/:?#]+)", address))}
    return frozenset(hosts) | _named(document.data)


@lru_cache(maxsize=2)
def _named(data: bytes) -> frozenset[str]:
    """The host that a page names as its own; kept, since every layout asks for it in turn."""
    named = _ADDRESS.search(data[:300_000])
    return frozenset({(named[1] or named[2]).decode("ascii", "replace").lower()}) if named else frozenset()


def _is_of(host: str, hosts: tuple[str, ...]) -> bool:
    names = [name.lower().removeprefix("www.") for name in hosts]
    return any(host == name or host.endswith(f".{name}") for name in names)


def from_toml(content: str, location: str) -> tuple[Layout, ...]:
    """The layouts in a file: an outlet, and one ``[[version]]`` for each period, the newest first.

    Raises:
        InvalidFile: it is not TOML, or a layout in it is not valid; every problem is named.
    """
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise InvalidFile(location, "layout", [Problem("file", f"is not TOML: {error}")]) from error
    problems: list[Problem] = []
    made: list[Layout] = []
    shared: dict[str, Any] = {key: data.get(key) for key in ("outlet", "hosts", "zone") if data.get(key)}
    for index, version in enumerate(data.get("version", [])):
        place = f"version[{index}]"
        try:
            fields = {key: value for key, value in version.items() if key != "valid"}
            for key in _SELECTORS:
                for selector in _texts(fields.get(key, ())):
                    xpath(selector)
            valid = When.from_edtf(version.get("valid", "../.."))
            since = valid.earliest.year if valid.earliest else "always"
            made.append(Layout(name=f"{data.get('name')}-{since}", valid=valid, **shared, **fields))
        except (RecoupeError, TypeError, ValueError) as error:
            problems.append(Problem(place, str(error)))
    if not made and not problems:
        problems.append(Problem("version", "is missing: a layout has at least one period"))
    if problems:
        raise InvalidFile(location, "layout", problems)
    return tuple(made)


@cache
def shipped() -> tuple[Layout, ...]:
    """The layouts that ship with the library, by file name."""
    folder = resources.files("recoupe.parsers").joinpath("data/layouts")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(layout for file in files for layout in from_toml(file.read_text(encoding="utf-8"), file.name))
