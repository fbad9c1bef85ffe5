"""When a page says that it was published and changed: every date with the place in the page where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, final

import attrs

from recoupe.parsers import linkeddata, printed
from recoupe.parsers.cues import data
from recoupe.parsers.elements import is_elsewhere, shown_within
from recoupe.parsers.moment import Moment, moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement


#: Elements of one kind that are looked at, at most: an article's own dates stand near its head.
_MOST = 200
#: Characters of a printed line about publication, at most.
_LONGEST = 160


@final
@attrs.frozen(kw_only=True)
class Dated:
    """A date that a page states, and where."""

    moment: Moment
    place: str


def best(found: Iterator[Dated]) -> Dated | None:
    """The first date, unless a later one states the same day or clock time more exactly."""
    chosen: Dated | None = None
    for dated in found:
        if chosen is None or (dated.moment.exactness > chosen.moment.exactness and _agree(chosen.moment, dated.moment)):
            chosen = dated
    return chosen


def publications(
    root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]], zone: str | None
) -> Iterator[Dated]:
    """The dates of publication that a page states, the most trusted place first."""
    names = data("page")["published"]
    yield from _linked(thing, ("datePublished", "dateCreated", "uploadDate"), zone)
    yield from _named(meta, names["meta"], zone)
    yield from _itemprops(root, ("datePublished", "dateCreated"), zone)
    yield from _times(root, zone, updates=False)
    yield from _lines(root, updates=False)


def updates(root: HtmlElement, thing: dict[str, Any], meta: dict[str, list[str]], zone: str | None) -> Iterator[Dated]:
    """The dates of the last change that a page states."""
    yield from _linked(thing, ("dateModified",), zone)
    yield from _named(meta, data("page")["updated"]["meta"], zone)
    yield from _itemprops(root, ("dateModified",), zone)
    yield from _times(root, zone, updates=True)


def _linked(thing: dict[str, Any], keys: tuple[str, ...], zone: str | None) -> Iterator[Dated]:
    for key in keys:
        stated = linkeddata.first(thing.get(key))
        found = moment(stated, zone=zone)
        if found:
            yield Dated(moment=found, place=f'JSON-LD {linkeddata.kind(thing)}.{key} = "{stated}"')


def _named(meta: dict[str, list[str]], names: list[str], zone: str | None) -> Iterator[Dated]:
    for name in names:
        for stated in meta.get(name.lower(), [])[:1]:
            found = moment(stated, zone=zone)
            if found:
                yield Dated(moment=found, place=f'meta {name} = "{stated}"')


def _itemprops(root: HtmlElement, names: tuple[str, ...], zone: str | None) -> Iterator[Dated]:
    for name in names:
        for element in root.xpath("//*[@itemprop=$name][not(self::meta)]", name=name)[:1]:
            stated = element.get("datetime") or element.get("content") or element.text_content()
            found = moment(stated, zone=zone)
            if found:
                yield Dated(moment=found, place=f'itemprop {name} = "{stated.strip()}"')


def _times(root: HtmlElement, zone: str | None, *, updates: bool) -> Iterator[Dated]:
    """``<time datetime>`` and ``<abbr class="published" title>`` of the article, not in lists of other articles."""
    for element in islice(root.iter("time", "abbr"), _MOST):
        stated = element.get("datetime") or element.get("content") or _abbreviated(element)
        if not stated or is_elsewhere(element):
            continue
        around = (
            " ".join((element.getparent().text_content() or "")[:200].split())
            if element.getparent() is not None
            else ""
        )
        before = around.split(" ".join(element.text_content().split()) or "\x00")[0]
        names = element.get("class") or ""
        first = "published" in names  # "entry-date published updated": it was not changed since
        changed = re.search(
            r"mis(?:e)?\s+à\s+jour|modifi|actualis|updated", before if first else f"{before} {names}", re.I
        )
        found = moment(stated, zone=zone)
        if found and bool(changed) == updates and (not updates or found.exactness):
            yield Dated(moment=found, place=f'time datetime = "{stated}"')


def _abbreviated(element: HtmlElement) -> str | None:
    """The date of ``<abbr class="published" title="2024-03-03">`` (the microformat hAtom)."""
    return element.get("title") if element.tag == "abbr" and "published" in (element.get("class") or "") else None


def _lines(root: HtmlElement, *, updates: bool) -> Iterator[Dated]:
    """Printed lines about publication: short texts that begin as such lines do."""
    for words in _short_texts(root):
        dates = printed.read_line(words)
        found = dates.updated if updates else dates.published
        if found is not None and found.is_day:
            yield Dated(moment=Moment(when=found), place=f'printed: "{words}"')


def printed_update(root: HtmlElement) -> Dated | None:
    return next(_lines(root, updates=True), None)


def _short_texts(root: HtmlElement) -> Iterator[str]:
    names = ("p", "span", "div", "time", "li", "small", "em", "footer", "header", "td")
    for element in islice(root.iter(*names), 100 * _MOST):
        if len(element) > 6:
            continue
        words = shown_within(element, _LONGEST)
        if len(words) > 8 and printed.is_about(words) and not is_elsewhere(element):
            yield words


def _agree(one: Moment, other: Moment) -> bool:
    """They may be one moment: the same day, and the same clock time where both state one without a zone."""
    if one.when.earliest != other.when.earliest:
        return not one.when.is_day and one.when.contains(other.when)
    return one.when.at is None or other.when.at is None or one.when.at == other.when.at
