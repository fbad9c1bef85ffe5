"""Who signs a page: authors and agencies, as it declares them and as it prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, final

import attrs

from recoupe.parsers import linkeddata
from recoupe.parsers.captions import credit_of_picture
from recoupe.parsers.credits import Credit, agencies_in, credit, is_agency, without_opening
from recoupe.parsers.cues import data, folded, starts, words_of
from recoupe.parsers.elements import is_elsewhere, is_marked, outlet_of, shown_within

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Characters of a printed byline, at most.
_LONGEST = 160
#: Letters of a word in lower case, at most, with which a name begins ("de", "von", "ben"); a longer one is a function.
_PARTICLE = 3
#: Printed bylines that are looked at, at most: an article's own stands near its head or its end.
_MOST = 40
#: What ends the names in a printed byline: a sign, a label, a date, a clock time.
_AFTER = re.compile(r"\s*(?:[|•·]|[-–—]\s|\b\w+\s?:|\bpublié|\bmis à jour|\ble \d|\d{1,2}[:h./]|\d{4})", re.IGNORECASE)
#: Elements in the element of a byline, at most.
_CHILDREN = 6
#: How a newsroom is named before or after the outlet's name.
_NEWSROOM = re.compile(
    r"^(?:la |le )?(?:rédaction|redaction|redaktion|newsroom)(?: (?:de|du|web))?\s*|[ -](?:rédaction|redaktion)$"
)


def byline(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]]) -> Credit:
    """Author and agencies of a page.

    The first place that names a person holds: JSON-LD, the meta elements, the elements marked as a byline, the line
    that begins as one ("Par ..."). A place that names the outlet itself, or its newsroom, names nobody who wrote the
    text; that name stands only where there is no other.
    Agencies count wherever they are credited, except under pictures.
    """
    marked = tuple(islice(_printed(root), _MOST))
    opened = [printed_credit(words) for words in islice(_opened(root), 1)]
    printed = tuple(dict.fromkeys(words for _, words in marked))
    declared = [_cleaned(name) for name in linkeddata.people(root, thing)]
    described = [_cleaned(name) for key in data("page")["author"]["meta"] for name in meta.get(key.lower(), [])]
    house = _House.of(outlet_of(thing, meta), *meta.get("og:site_name", []))
    places = (_credits(declared), _credits(described), _signatures(marked), [name for name in opened if name.author])
    guests = next((found for place in places if (found := house.guests(place))), None)
    signed = guests or next((place for place in places if place), [])
    agencies = [agency for name in (*places[0], *places[1]) for agency in name.agencies]
    agencies += [agency for words in printed if _is_credit(words) for agency in agencies_in(words)]
    for key in ("creditText", "sourceOrganization", "provider"):
        agencies += [
            agency for text in linkeddata.strings(thing.get(key)) for agency in agencies_in(text) if is_agency(text)
        ]
    return Credit(author=_joined(signed), agencies=tuple(dict.fromkeys(agencies)))


def fuller(declared: str | None, printed: str | None) -> str | None:
    """The authors that a page declares, or those that it prints: these and others, or this one without a function."""
    if declared is None or printed is None:
        return declared or printed
    bare = len(_names(declared)) == 1 and declared.startswith(printed)
    return printed if bare or _names(declared) < _names(printed) else declared


def _names(authors: str) -> frozenset[str]:
    """The names in a byline, each by its letters."""
    return frozenset(re.sub(r"\W+", "", folded(name)) for name in re.split(r",\s*|\s+(?:et|and|avec)\s+", authors))


def printed_credit(words: str) -> Credit:
    """A printed byline taken apart: what comes after a date, a clock time or a label is no name."""
    line = re.sub(r"^.*?\b(?:par|by)\b\s*:?\s+", "", words, flags=re.IGNORECASE) if starts("byline", words) else words
    line = _AFTER.split(without_opening(line), maxsplit=1)[0]
    found = credit(line)
    author = _persons(found.author) if found.author else ""
    named = author and all(_is_name(part) for part in author.split(", ")) and not _is_idle(author)
    return Credit(author=author if named else None, agencies=agencies_in(words))


def _signatures(marked: Sequence[tuple[HtmlElement, str]]) -> list[Credit]:
    """The first printed byline with a name, and those of its kind beside it, each of which holds one author."""
    first: HtmlElement | None = None
    found: list[Credit] = []
    for element, words in marked:
        name = printed_credit(words)
        if name.author is None and not agencies_in(words) and _is_pen_name(element, words):
            name = Credit(author=words)
        if name.author is None:
            continue
        if first is None or (_kind(element) == _kind(first) and _near(first) in element.iterancestors()):
            found.append(name)
        first = element if first is None else first
    return found


def _is_pen_name(element: HtmlElement, words: str) -> bool:
    """One or two words, no label, in an author's card (``rel=author``, or of class ``author vcard`` or ``fn``)."""
    names = (element.get("class") or "").split()
    card = element.get("rel") == "author" or "fn" in names or {"author", "vcard"} <= set(names)
    label = _is_idle(words) or folded(words) in words_of("byline", "nobody") or words.isdigit()
    return card and not label and len(words.split()) <= 2


def _kind(element: HtmlElement) -> tuple[str, str | None]:
    return element.tag, element.get("class")


def _near(element: HtmlElement) -> HtmlElement | None:
    """What holds the element and those beside it: its grandparent."""
    parent = element.getparent()
    return parent.getparent() if parent is not None and parent.getparent() is not None else parent


@final
@attrs.frozen(kw_only=True)
class _House:
    """The outlet, under its names: it signs what nobody signs."""

    names: frozenset[str]

    @classmethod
    def of(cls, *names: str | None) -> _House:
        return cls(names=frozenset(_bare(name) for name in names if name and _bare(name)))

    def guests(self, names: Iterable[Credit]) -> list[Credit]:
        """Those that are persons, or other houses: not the outlet, its domain, or its newsroom."""
        found = [attrs.evolve(name, author=self._others(name.author)) for name in names if name.author]
        return [name for name in found if name.author]

    def _others(self, authors: str) -> str | None:
        """The authors but for the outlet, and for the places that follow its name ("La Gazette, Lyon")."""
        names = authors.split(", ")
        others = [name for name in names if not self._is(name)]
        return ", ".join(n for n in others if len(others) == len(names) or _is_name(n)) or None

    def _is(self, author: str) -> bool:
        bare = _bare(_NEWSROOM.sub("", folded(author)))
        return not bare or any(bare in name or (len(name) > 3 and name in bare) for name in self.names)


def _bare(name: str) -> str:
    """Letters only, without the ending of a domain."""
    return re.sub(r"\W+", "", re.sub(r"\.(?:com|fr|be|ch|ca|de|net|org|lu|co\.uk|info|eu)$", "", folded(name)))


def _cleaned(name: str) -> str:
    """A declared name without its bearer's code or function: "Elena Berger (obe)", "Luc Martin, à Rome"."""
    if (
        len(name) > 2 * _LONGEST
        or re.search(r"@|https?:|www\.", name)
        or credit_of_picture(name) is not None
        or _is_idle(name)
    ):
        return ""
    name = re.sub(r"\s*\([^()A-Z]{1,12}\)$", "", name) if not agencies_in(name) else name
    return _persons(name)


def _persons(names: str) -> str:
    """Of several names joined by commas those that look like names of persons, or agencies; all, where none does."""
    parts = [part.strip() for part in names.split(",")]
    likely = [part for part in parts if _is_name(part) or agencies_in(part)]
    return ", ".join(likely) if likely and len(parts) > 1 else names


def _is_name(text: str) -> bool:
    """Two to eight words without figures, two of them with a capital, the others particles or what joins names."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    small = [w for w in words if not w[0].isupper() and not re.match(r"[dl]['’][A-ZÀ-Þ]", w)]
    joiners = words_of("byline", "particles")
    named = len(words) - len(small) >= 2 and len(words) <= 8 and not any(c.isdigit() for c in text)
    begins = not small or words[0] != small[0] or len(words[0]) <= _PARTICLE
    return named and begins and all(folded(w) in joiners for w in small)


def _is_idle(text: str) -> bool:
    """It holds nothing but what a reader can do there ("Twitter Facebook")."""
    words = re.findall(r"[\w-]+", folded(text))
    return all(word in data("page")["author"]["nobody"] for word in words)


def _credits(names: Iterable[str]) -> list[Credit]:
    return [credit(name) for name in dict.fromkeys(names) if name]


def _joined(names: Iterable[Credit]) -> str | None:
    """The authors, each once: a second form of a name ("emma-mackenzie") is left out."""
    found: dict[str, str] = {}
    for name in names:
        if name.author:
            found.setdefault(re.sub(r"\W+", "", folded(name.author)), name.author)
    return ", ".join(found.values()) or None


def _is_credit(words: str) -> bool:
    """It credits the text: no picture, and no sentence about its author."""
    return (
        credit_of_picture(words) is None
        and not (words.endswith(".") and len(words.split()) > 8)
        and len(words.split()) <= 16
    )


def _printed(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Elements that are marked as a byline or a source, outside lists of other articles, and their texts."""
    for element in root.iter("*"):  # an XPath would put them in order, at the cost of their number squared
        own = element.get("rel") == "author" or element.get("itemprop") in ("author", "creator")
        if not own and (element.get("class") is None or not is_marked(element, "author")):
            continue
        words = shown_within(element, _LONGEST)
        if len(words) > 1 and not is_elsewhere(element):
            yield element, words


def _opened(root: HtmlElement) -> Iterator[str]:
    """Lines that begin as a byline does and hold names, wherever they stand outside lists of other articles."""
    for element in islice(root.iter("p", "address", "span", "div", "li", "small", "strong", "em"), 100 * _MOST):
        if len(element) > _CHILDREN:
            continue
        words = shown_within(element, _LONGEST // 2)
        if len(words) > 4 and starts("byline", words) and not is_elsewhere(element):
            name = printed_credit(words).author
            if name is not None and _is_name(name):
                yield words
