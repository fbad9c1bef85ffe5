"""The headline of a page, among what it prints and what it declares for others to show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.cues import folded
from recoupe.parsers.elements import is_elsewhere, is_path, shown, shown_within
from recoupe.parsers.mastheads import key_of, spans, without_masthead

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Letters that two forms of one headline share at least, where one goes on after the other ends.
_SHARED = 16
#: Letters by which the words of two headlines are compared ("sauver", "sauvé"), and those that a word has at least.
_STEM = 4
#: Elements that may print a headline, at most: it stands near the head of a page.
_MOST = 4000
#: Characters of a headline, at most, with the white space between its words left out.
_LONGEST = 1000


def headline(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]], names: frozenset[str]) -> str | None:
    """The headline that readers of the page see, else the one that it declares.

    Sites print one headline and declare others for search engines and social networks; it is the printed one that
    names the article. In order: an ``h1`` that a declared headline confirms; one that says the same in other words; the
    declared headline, or the part of it, that is printed elsewhere; the declared one; the only ``h1``; the page's
    ``title``.

    Args:
        root: The page.
        thing: Its JSON-LD object.
        meta: Its meta elements.
        names: The outlet's names (`mastheads.names_of`), which are no headlines.
    """
    page = without_masthead(" ".join((root.findtext(".//title") or "").split()), names)
    declared = _declared(thing, meta, names)
    others = declared or ([page] if page else [])
    heads = [(h, words) for h in islice(root.iter("h1"), 50) if (words := shown(h)) and key_of(words) not in names]
    own = [(head, words) for head, words in heads if not is_path(head)]
    for head, words in own:
        if (confirmed := _confirmed(head, words, declared)) is not None:
            return confirmed
    kin = next((head for head, words in own if any(_says_the_same(words, text) for text in others)), None)
    if kin is not None:
        return _bare(kin) or shown(kin)
    printed = _printed(root, others)
    if printed is not None or declared:
        return printed or declared[0]
    return own[0][1] if len(own) == 1 else page or next((words for _, words in heads), None)


def _declared(thing: dict[str, Any], meta: dict[str, list[str]], names: frozenset[str]) -> list[str]:
    stated = [
        *linkeddata.strings(thing.get("headline"))[:1],
        *meta.get("og:title", [])[:1],
        *meta.get("twitter:title", [])[:1],
    ]
    titles = (without_masthead(text, names) for text in stated)
    return list(dict.fromkeys(title for title in titles if key_of(title) not in names))


def _confirmed(head: HtmlElement, words: str, declared: list[str]) -> str | None:
    """The headline in a heading that some declared one confirms.

    A heading may hold a kicker before the headline ("Reportage", "Guerre en Ukraine"). Where a declared headline has
    the kicker too it is taken as declared, with the sign between the two; else the kicker is left out.
    """
    alike = next((text for text in declared if key_of(text) == key_of(words)), None)
    if alike is not None:
        return alike if len(head) else words
    bare = _bare(head)
    if bare is not None and any(_is_same(bare, text) or _ends_with(text, bare) for text in declared):
        return bare
    if any(_is_same(words, text) for text in declared):
        return words
    return next((text for text in declared if _ends_with(words, text) or _ends_with(text, words)), None)


def _bare(head: HtmlElement) -> str | None:
    """The words of a heading without its kicker, where it has one."""
    bare, words = shown(head, without="kicker"), shown(head)
    return bare if bare != words and len(bare) * 2 >= len(words) else None


def _printed(root: HtmlElement, declared: Iterable[str]) -> str | None:
    """The declared headline, or the longest part of it, that an element outside lists and paths prints word for word.

    Of elements in each other the innermost: the others hold a kicker too.
    """
    keys = {key_of(text): text for title in declared for text in (*_parts(title), title) if key_of(text)}
    best: HtmlElement | None = None
    for element in islice(root.iter("h2", "h3", "h1", "span", "div", "p", "strong"), _MOST):
        if len(element) > 4 or (best is not None and best not in element.iterancestors()):
            continue
        if key_of(shown_within(element, _LONGEST)) in keys and element.find(".//h1") is None:
            best = best if is_path(element) or is_elsewhere(element) else element
    return keys[key_of(shown(best))] if best is not None else None


def _parts(title: str) -> list[str]:
    """The longest of the parts that signs set apart, where it is most of the title: others name site and section."""
    parts = [title[start:end] for start, end in spans(title)]
    longest = max(parts, key=len)
    return [longest] if len(parts) > 1 and len(longest) * 2 >= len(title) else []


def _is_same(one: str, other: str) -> bool:
    a, b = key_of(one), key_of(other)
    return bool(a) and (a == b or (min(len(a), len(b)) >= _SHARED and (a.startswith(b) or b.startswith(a))))


def _ends_with(longer: str, headline: str) -> bool:
    """The longer one is a kicker and then the headline."""
    return len(key_of(headline)) >= _SHARED and key_of(longer).endswith(key_of(headline))


def _says_the_same(printed: str, declared: str) -> bool:
    """Two of their words, and a third of those of the one with fewer, are the same; and the printed one is no label."""
    one, other = _stems(printed), _stems(declared)
    shared = len(one & other)
    return shared >= 2 and shared * 3 >= min(len(one), len(other)) and len(key_of(printed)) * 2 >= len(key_of(declared))


def _stems(text: str) -> frozenset[str]:
    """The beginnings of a headline's longer words, without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFD", folded(text)) if not unicodedata.combining(c))
    return frozenset(word[:_STEM] for word in re.findall(r"\w+", plain) if len(word) >= _STEM)
