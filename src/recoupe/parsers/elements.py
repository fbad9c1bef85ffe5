"""Elements of pages: their meta elements, and which of them are not of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.cues import data

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def metas(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements, by lower-case name, property or itemprop, in the order of the page."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in {element.get("name"), element.get("property"), element.get("itemprop")} - {None}:
            if content:
                found.setdefault(key.strip().lower(), []).append(content)
    return found


def is_elsewhere(element: HtmlElement) -> bool:
    """It stands in a list, an aside, navigation, or comments: it dates something else."""
    marks = data("page")["elsewhere"]
    for parent in (element, *element.iterancestors()):
        if parent.tag in marks["elements"]:
            return True
        names = f"{parent.get('class') or ''} {parent.get('id') or ''}".lower()
        if parent.tag not in ("body", "html", "main", "article") and any(mark in names for mark in marks["classes"]):
            return True
    return False


def outlet_of(thing: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    declared = linkeddata.first(thing.get("publisher"))
    sites = [name for key in ("og:site_name", "application-name") for name in meta.get(key, [])]
    candidates = [name for name in (declared, *sites) if name and not name.startswith(("http", "@"))]
    return candidates[0] if candidates else None
