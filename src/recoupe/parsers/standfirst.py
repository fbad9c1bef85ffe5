"""The standfirst of a page: the text between headline and article, among what the page prints and declares."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.elements import is_elsewhere, is_marked, shown_within
from recoupe.parsers.mastheads import key_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Elements that may print a standfirst, at most: it stands near the head of a page.
_MOST = 4000
#: Characters of a standfirst, at least and at most.
_SHORTEST, _LONGEST = 40, 900


def standfirst(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The standfirst: a printed text that repeats what the page declares as its description, or is marked as one.

    A description that is declared and not printed is no part of the article.
    """
    stated = [
        *linkeddata.strings(thing.get("description")),
        *meta.get("og:description", []),
        *meta.get("description", []),
    ]
    keys = {key_of(text)[:60] for text in stated if len(text) > _SHORTEST}
    marked: str | None = None
    for element, words in _short_texts(root):
        if key_of(words)[:60] in keys:
            return words
        if marked is None and is_marked(element, "lead"):
            marked = words
    return marked


def _short_texts(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Texts of the length of a standfirst, outside lists and furniture."""
    names = ("p", "h2", "h3", "div", "span", "strong", "section", "header")
    for element in islice(root.iter(*names), _MOST):
        if len(element) > 8 or (element.tag in ("section", "header") and not is_marked(element, "lead")):
            continue
        words = shown_within(element, _LONGEST)
        if len(words) > _SHORTEST and not is_elsewhere(element):
            yield element, words
