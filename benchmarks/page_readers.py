"""Readers of pages, each as a function from a page to what it finds there; those not installed cannot be made.

What is compared is made alike here: names without signs and case, agencies under one name.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Found:
    """What a tool, or the expectation, says of a page."""

    title: str | None = None
    day: str | None = None
    instant: datetime.datetime | None = None
    authors: frozenset[str] = frozenset()
    text: str = ""


@attrs.frozen(kw_only=True)
class Page:
    """A saved page and what is expected of it."""

    name: str
    country: str
    url: str
    html: str
    expected: Found


Tool = Callable[[Page], Found]


def names_of(authors: list[str]) -> frozenset[str]:
    """Names as compared: joined ones apart, case and signs gone."""
    split = [
        name
        for a in authors
        for name in re.split(r"\s*(?:,|;|\bet\b|\band\b|\bund\b|\bog\b|\bavec\b|\bwith\b|/|&)\s*", a)
    ]
    return frozenset(_AGENCIES.get(plain(name), plain(name)) for name in split if plain(name))


#: Agencies that are credited by their full or their short name, whoever reads the page.
_AGENCIES = {
    "associated press": "ap",
    "the associated press": "ap",
    "deutsche presse agentur": "dpa",
    "agence france presse": "afp",
    "afp deutschland": "afp",
    "anadolu ajansı": "anadolu",
    "thomson reuters": "reuters",
}


def plain(text: str | None) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", (text or "").replace("\u00ad", "").lower()).split())


def is_french(page: Page) -> bool:
    """It declares French as its language."""
    return re.search(r"<html[^>]*\blang=[\"']?fr", page.html[:5000], re.IGNORECASE) is not None


def recoupe_tool() -> Tool:
    from recoupe.parsers import Document, built_in, read

    registry = built_in()

    def run(page: Page) -> Found:
        article = read(Document(location=f"{page.name}.html", data=page.html.encode()), registry=registry)
        source = article.source
        reporting = [b for b in article.blocks if b.reports or b.kind.value in ("dateline", "credit")]
        body = [article.text[b.start : b.end] for b in reporting if b.kind.value != "headline"]
        stated = source.published
        instant = datetime.datetime.fromisoformat(source.published_at) if source.published_at else None
        if instant is None and stated is not None and stated.is_day and stated.earliest is not None:
            instant = datetime.datetime.combine(stated.earliest, stated.at or datetime.time())
        return Found(
            title=source.title,
            day=stated.earliest.isoformat() if stated and stated.is_day and stated.earliest else None,
            instant=instant,
            authors=names_of([*([source.author] if source.author else []), *source.agencies]),
            text="\n".join(body),
        )

    return run


def trafilatura_tool() -> Tool:
    from trafilatura import bare_extraction

    def run(page: Page) -> Found:
        found: Any = bare_extraction(page.html, url=page.url or None, with_metadata=True, include_comments=False)
        return Found(
            title=found.title,
            day=found.date,
            instant=datetime.datetime.fromisoformat(found.date) if found.date else None,
            authors=names_of((found.author or "").split(";")),
            text=found.text or "",
        )

    return run


def newspaper_tool() -> Tool:
    import newspaper

    def run(page: Page) -> Found:
        found = newspaper.Article(page.url or "http://example.org/", fetch_images=False)
        found.download(input_html=page.html)
        found.parse()
        return Found(title=found.title, authors=names_of(found.authors), text=found.text, **_moment(found.publish_date))

    return run


def newsplease_tool() -> Tool:
    from newsplease import NewsPlease

    def run(page: Page) -> Found:
        found = NewsPlease.from_html(page.html, url=page.url or None, fetch_images=False)
        text = "\n".join(filter(None, (found.description, found.maintext)))
        return Found(title=found.title, authors=names_of(found.authors or []), text=text, **_moment(found.date_publish))

    return run


def fundus_tool() -> Tool:
    from fundus import PublisherCollection

    publishers = {publisher.__name__: publisher for publisher in PublisherCollection}

    def run(page: Page) -> Found:
        match = re.match(r"(\w+?)_(\d{4})_(\d\d)_(\d\d)", page.name)
        assert match is not None
        crawled = datetime.date(int(match[2]), int(match[3]), int(match[4]))
        found = publishers[match[1]].parser(crawled).parse(page.html)
        body = found.get("body")
        return Found(
            title=found.get("title"),
            authors=names_of(found.get("authors") or []),
            text=str(body).replace("\n\n", "\n") if body else "",
            **_moment(found.get("publishing_date")),
        )

    return run


def _moment(stated: Any) -> dict[str, Any]:
    if not isinstance(stated, datetime.datetime):
        return {}
    return {"day": stated.date().isoformat(), "instant": stated}


TOOLS: dict[str, Callable[[], Tool]] = {
    "recoupe": recoupe_tool,
    "trafilatura": trafilatura_tool,
    "newspaper4k": newspaper_tool,
    "news-please": newsplease_tool,
    "fundus": fundus_tool,
}


def installed(names: Iterable[str]) -> Iterator[tuple[str, Tool]]:
    """The tools of these names; of one that is not installed, a word on the standard error."""
    for name in names:
        try:
            yield name, TOOLS[name]()
        except ImportError as error:
            print(f"{name} is not installed ({error})", file=sys.stderr)
