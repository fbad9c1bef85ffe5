"""Elements of pages: their meta elements, the text they show, and which of them are not of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.cues import data
from recoupe.parsers.spaces import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A mark of this length or longer stands for itself also inside a longer word ("relatedlinks").
_LONG = 6
#: Pieces of a short text, at most: one that is scattered over more is a list or a menu.
_SCATTERED = 200
#: Elements whose text no reader sees.
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "button", "select", "option", "iframe", "form"))


def metas(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements, by lower-case name, property or itemprop, in the order of the page."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in {element.get("name"), element.get("property"), element.get("itemprop")} - {None}:
            if content:
                found.setdefault(key.strip().lower(), []).append(content)
    return found


def shown(element: HtmlElement, *, without: str | None = None) -> str:
    """The words that an element shows, cleaned: scripts and forms left out, what follows a line break set apart.

    Args:
        element: Where to look.
        without: A list of ``page.toml``; children of the element that have one of its marks are left out.
    """
    return clean("".join(_shown(element, without)))


def shown_within(element: HtmlElement, most: int) -> str:
    """The words that an element shows, where they are at most `most` characters and not scattered; else none.

    It ends as soon as it has seen more, so that of many elements in each other each costs no more than a short text.
    """
    found: list[str] = []
    length = 0
    for piece in _shown(element, None):
        found.append(piece)
        length += len(clean(piece))
        if length > most or len(found) > _SCATTERED:
            return ""
    words = clean("".join(found))
    return words if len(words) <= most else ""


def _shown(element: HtmlElement, without: str | None) -> Iterator[str]:
    """The texts under an element, in order; no recursion, since each step up would cost as much as the depth."""
    yield element.text or ""
    inside = [(element, element.iterchildren())]
    while inside:
        parent, children = inside[-1]
        child = next(children, None)
        if child is None:
            inside.pop()
            yield (parent.tail or "") if inside else ""
        elif not isinstance(child.tag, str) or child.tag in _SILENT or (without and is_marked(child, without)):
            yield child.tail or ""
        else:
            yield " " if child.tag in ("br", "p", "div", "li") else ""
            yield child.text or ""
            inside.append((child, child.iterchildren()))


def is_marked(element: HtmlElement, marks: str) -> bool:
    """The element's class, id or itemprop has one of the words of a list ``[marks] classes`` of ``page.toml``."""
    names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
    return bool(names) and _has_mark(names, marks)


def is_elsewhere(element: HtmlElement) -> bool:
    """It stands in a list, an aside, navigation, or comments: it is not of the article.

    The foot of an article is of it: there many sites sign and date. The foot of the page is not. What holds a headline
    is not elsewhere by its name ("layout with-sidebar"), nor what holds the page's main part by its tag.
    """
    return element in _elsewhere(element.getroottree().getroot())


@lru_cache(maxsize=2)
def _elsewhere(root: HtmlElement) -> frozenset[HtmlElement]:
    """All that is not of the article. One pass from the outer to the inner, kept for the page at hand."""
    found: set[HtmlElement] = set()
    articles: set[HtmlElement] = set()
    for element in root.iter("*"):
        parent = element.getparent()
        if element.tag == "article" or parent in articles:
            articles.add(element)
        if parent in found or _leads_elsewhere(root, element, foot=element in articles):
            found.add(element)
    return frozenset(found)


def _leads_elsewhere(root: HtmlElement, element: HtmlElement, *, foot: bool) -> bool:
    """An element is elsewhere by itself; `foot`: a foot would be that of an article."""
    if element.tag in ("body", "html", "main", "article") or (foot and element.tag == "footer"):
        return False
    if element.tag in data("page")["elsewhere"]["elements"] and element not in holders(root, "main"):
        return True
    return is_marked(element, "elsewhere") and element not in holders(root, "h1")


@lru_cache(maxsize=2)
def holders(root: HtmlElement, tag: str) -> frozenset[HtmlElement]:
    """What holds an element of that name, anywhere in it. One pass, kept for the page at hand."""
    found: set[HtmlElement] = set()
    for element in root.iter(tag):
        for parent in element.iterancestors():
            if parent in found:
                break
            found.add(parent)
    return frozenset(found)


def is_path(element: HtmlElement) -> bool:
    """It stands in the line that says where in the site the page is ("Accueil > Monde > ...")."""
    return any(parent.tag in ("li", "nav") or is_marked(parent, "path") for parent in _with_near_ancestors(element))


def _with_near_ancestors(element: HtmlElement) -> list[HtmlElement]:
    near = [element]
    for parent in element.iterancestors():
        if parent.tag in ("article", "main", "body", "html") or len(near) > 3:
            break
        near.append(parent)
    return near


@lru_cache(maxsize=4096)
def _has_mark(names: str, marks: str) -> bool:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", names)
    return _marks(marks).search("-" + re.sub(r"[^a-z0-9]+", "-", words.lower()) + "-") is not None


@cache
def _marks(marks: str) -> re.Pattern[str]:
    """Marks as whole words, in one number or the other; long ones also inside a word."""
    forms = data("page")[marks]["classes"]
    return re.compile("|".join(f if len(f) >= _LONG and "-" not in f else f"-{re.escape(f)}s?-" for f in forms))


def outlet_of(thing: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The outlet's name: the publisher that JSON-LD names, else the name of the site."""
    declared = linkeddata.first(thing.get("publisher"))
    sites = [name for key in ("og:site_name", "application-name") for name in meta.get(key, [])]
    candidates = [name for name in (declared, *sites) if name and not name.startswith(("http", "@"))]
    return candidates[0] if candidates else None
