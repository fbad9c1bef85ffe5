"""Elements of pages: their meta elements, the text they show, and which of them are not of the article."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.cues import data
from recoupe.parsers.spaces import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A mark of this length or longer stands for itself also inside a longer word ("relatedlinks").
_LONG = 6
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


def _shown(element: HtmlElement, without: str | None) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT and not (without and is_marked(child, without)):
            found.append(" " if child.tag in ("br", "p", "div", "li") else "")
            found.extend(_shown(child, without))
        found.append(child.tail or "")
    return found


def is_marked(element: HtmlElement, marks: str) -> bool:
    """The element's class, id or itemprop has one of the words of a list ``[marks] classes`` of ``page.toml``."""
    names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
    return bool(names) and _has_mark(names, marks)


def is_elsewhere(element: HtmlElement) -> bool:
    """It stands in a list, an aside, navigation, or comments: it is not of the article.

    The foot of an article is of it: there many sites sign and date. The foot of the page is not. What holds a headline
    is not elsewhere by its name ("layout with-sidebar"), nor what holds the page's main part by its tag.
    """
    tags = data("page")["elsewhere"]["elements"]
    near = (element, *element.iterancestors())
    root = near[-1]
    foot = any(parent.tag == "article" for parent in near)
    for parent in near:
        if parent.tag == "article":
            foot = False
        if parent.tag in ("body", "html", "main", "article") or (foot and parent.tag == "footer"):
            continue
        if parent.tag in tags and parent not in holders(root, "main"):
            return True
        if is_marked(parent, "elsewhere") and parent not in holders(root, "h1"):
            return True
    return False


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
