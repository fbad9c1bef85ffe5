"""The headline and the standfirst of a page, among what it prints and what it declares for others to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.cues import folded
from recoupe.parsers.elements import is_elsewhere, is_marked, is_path, shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Letters that two forms of one headline share at least, where one goes on after the other ends.
_SHARED = 16
#: Elements that may print a headline or a standfirst, at most: both stand near the head of a page.
_MOST = 4000
#: Characters of a standfirst, at least and at most.
_SHORTEST, _LONGEST = 40, 900


def headline(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]], outlet: str | None) -> str | None:
    """The headline that readers of the page see, else the one that it declares.

    Sites print one headline and declare others for search engines and social networks; it is the printed one that
    names the article. In order: an ``h1`` that a declared headline confirms; where the only ``h1`` is the path to the
    page, the declared headline that is printed elsewhere; the declared one; the only ``h1``; the page's ``title``.
    """
    declared = _declared(thing, meta, outlet)
    heads = [(h, words) for h in islice(root.iter("h1"), 50) if (words := shown(h)) and _key(words) != _key(outlet)]
    own = [(h, words) for h, words in heads if not is_path(h)]
    for head, words in own:
        if (confirmed := _confirmed(head, words, declared)) is not None:
            return confirmed
    if not own and (printed := _printed(root, declared)) is not None:
        return printed
    if declared:
        return declared[0]
    if len(own) == 1:
        return own[0][1]
    page = " ".join((root.findtext(".//title") or "").split())
    return without_outlet(page, outlet) if page else next((words for _, words in heads), None)


def _confirmed(head: HtmlElement, words: str, declared: list[str]) -> str | None:
    """The headline in a heading that some declared one confirms.

    A heading may hold a kicker before the headline ("Reportage", "Guerre en Ukraine"). Where a declared headline has
    the kicker too it is taken as declared, with the sign between the two; else the kicker is left out.
    """
    alike = next((text for text in declared if _key(text) == _key(words)), None)
    if alike is not None:
        return alike if len(head) else words
    bare = shown(head, without="kicker")
    labelled = bare != words and len(bare) * 2 >= len(words)
    if labelled and any(_is_same(bare, text) or _ends_with(text, bare) for text in declared):
        return bare
    if any(_is_same(words, text) for text in declared):
        return words
    return next((text for text in declared if _ends_with(words, text) or _ends_with(text, words)), None)


def _declared(thing: dict[str, Any], meta: dict[str, list[str]], outlet: str | None) -> list[str]:
    stated = [
        *linkeddata.strings(thing.get("headline"))[:1],
        *meta.get("og:title", [])[:1],
        *meta.get("twitter:title", [])[:1],
    ]
    return list(dict.fromkeys(without_outlet(text, outlet) for text in stated))


def _printed(root: HtmlElement, declared: Iterable[str]) -> str | None:
    """The declared headline that an element outside lists and paths prints, word for word.

    Of elements in each other the innermost: the others hold a kicker too.
    """
    keys = {_key(text): text for text in declared if _key(text)}
    best: HtmlElement | None = None
    for element in islice(root.iter("h2", "h3", "h1", "span", "div", "p", "strong"), _MOST):
        if len(element) > 4 or (best is not None and best not in element.iterancestors()):
            continue
        if _key(shown(element)) in keys and element.find(".//h1") is None:
            best = best if is_path(element) or is_elsewhere(element) else element
    return keys[_key(shown(best))] if best is not None else None


def without_outlet(text: str, outlet: str | None) -> str:
    """A title without the outlet's name at its end: "Grève à Lyon - Le Monde" is "Grève à Lyon"."""
    parts = re.split(r"\s+[|–—-]\s+", text)
    name = folded(outlet or "")
    while len(parts) > 1 and name and (name in folded(parts[-1]) or f"{folded(parts[-1])}," in name):
        parts.pop()
        text = text[: text.rfind(parts[-1]) + len(parts[-1])]
    return text


def _key(text: str | None) -> str:
    return re.sub(r"\W+", "", folded(text or ""))


def _is_same(one: str, other: str) -> bool:
    a, b = _key(one), _key(other)
    return bool(a) and (a == b or (min(len(a), len(b)) >= _SHARED and (a.startswith(b) or b.startswith(a))))


def _ends_with(longer: str, headline: str) -> bool:
    """The longer one is a kicker and then the headline."""
    return len(_key(headline)) >= _SHARED and _key(longer).endswith(_key(headline))


def standfirst(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The standfirst: a printed text that repeats what the page declares as its description, or is marked as one.

    A description that is declared and not printed is no part of the article.
    """
    stated = [
        *linkeddata.strings(thing.get("description")),
        *meta.get("og:description", []),
        *meta.get("description", []),
    ]
    keys = {_key(text)[:60] for text in stated if len(text) > _SHORTEST}
    marked: str | None = None
    for element, words in _short_texts(root):
        if _key(words)[:60] in keys:
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
        words = shown(element)
        if _SHORTEST < len(words) <= _LONGEST and not is_elsewhere(element):
            yield element, words
