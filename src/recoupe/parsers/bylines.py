"""Who signs a page: authors and agencies, as it declares them and as it prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from recoupe.parsers import linkeddata
from recoupe.parsers.credits import Credit, agencies_in, credit, is_agency
from recoupe.parsers.cues import data, folded, starts
from recoupe.parsers.elements import is_elsewhere, outlet_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def byline(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]]) -> Credit:
    """Author and agencies: as declared, then as printed; agencies of both."""
    declared = linkeddata.strings(thing.get("author")) or linkeddata.strings(thing.get("creator"))
    declared = [name for name in declared if not name.startswith("http")]
    if not declared:
        declared = [name for key in data("page")["author"]["meta"] for name in meta.get(key, [])]
        declared = [name for name in dict.fromkeys(declared) if not re.match(r"https?:|@", name)]
    shown = [words for words in _printed_credits(root) if len(words) <= 160]
    names = [credit(name) for name in declared if not _is_address(name)]
    outlets = {folded(name) for name in (outlet_of(thing, meta), *meta.get("og:site_name", [])) if name}
    if all(name.author is None or _is_house(name.author, outlets) for name in names):
        printed_names = [name for words in shown if (name := printed_credit(words)).author]
        persons = [name for name in printed_names if not _is_house(name.author or "", outlets)]
        names = [*persons[:1], *(name for name in names if name.agencies)] if persons else names
    agencies = [agency for name in names for agency in name.agencies]
    agencies += [agency for words in shown for agency in agencies_in(words)]
    for key in ("creditText", "sourceOrganization", "provider"):
        agencies += [
            agency for text in linkeddata.strings(thing.get(key)) for agency in agencies_in(text) if is_agency(text)
        ]
    authors = list(dict.fromkeys(name.author for name in names if name.author))
    return Credit(author=", ".join(authors) or None, agencies=tuple(dict.fromkeys(agencies)))


def printed_credit(words: str) -> Credit:
    """A printed byline taken apart: what comes after a date, a clock time or a label is no name."""
    line = re.sub(r"^.*?\b(?:par|by)\b\s+", "", words, flags=re.IGNORECASE) if starts("byline", words) else words
    line = re.split(
        r"\s*(?:[|•·]|[-–—]\s|\bpublié|\bmis à jour|\ble \d|\d{1,2}[:h./]|\d{4})", line, maxsplit=1, flags=re.I
    )[0]
    found = credit(line)
    author = found.author if found.author and re.fullmatch(PERSON, found.author) else None
    return Credit(author=author, agencies=agencies_in(words))


#: One name or several, as printed: words with a capital, particles between them, joined by commas or "et".
PERSON = r"(?:[A-ZÀ-Þ][\w'’.-]+(?:[ ,]+(?:et |de |du |d'|le |la |van |von |der |den |ben |el |al )*|$)){2,12}"


def _is_house(author: str, outlets: set[str]) -> bool:
    """The author is the outlet itself: its name, its domain, or its newsroom."""
    name = re.sub(r"^(?:la |le )?(?:rédaction|redaction|newsroom)(?: (?:de|du|web))?\s*", "", folded(author))
    bare = re.sub(
        r"\W+|(?:com|fr|be|ch|ca|de|co|uk|org|net)$", "", re.sub(r"\.(?:com|fr|be|ch|ca|de|net|org)$", "", name)
    )
    return not bare or any(
        bare == re.sub(r"\W+", "", outlet) or bare in re.sub(r"\W+", "", outlet) for outlet in outlets
    )


def _is_address(name: str) -> bool:
    return re.search(r"@|https?:|www\.", name) is not None


def _printed_credits(root: HtmlElement) -> Iterator[str]:
    """The texts of elements that are marked as a byline or a source, outside lists of other articles."""
    seen: set[str] = set()
    for element in root.xpath("//*[@rel='author' or @itemprop='author' or @itemprop='creator' or @class]"):
        names = (element.get("class") or "").lower()
        marked = element.get("rel") == "author" or element.get("itemprop") in ("author", "creator")
        if not marked and not any(mark in names for mark in data("page")["author"]["classes"]):
            continue
        words = " ".join(element.text_content().split())
        if 1 < len(words) <= 160 and words not in seen and not is_elsewhere(element):
            seen.add(words)
            yield words
