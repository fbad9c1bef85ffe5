"""JSON-LD in pages: the object that describes the article, among all that a page carries."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Types of schema.org that are articles, the more telling first.
ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "AskPublicNewsArticle", "Article", "Report", "BlogPosting", "TechArticle",
    "ScholarlyArticle", "MedicalScholarlyArticle", "SocialMediaPosting", "ClaimReview",
)  # fmt: skip
#: Objects looked at in one page, and levels of nesting, at most.
_MOST, _DEEPEST = 2000, 12


def article_object(root: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object of the page's article; empty when there is none.

    Of several, the one with the most of headline, date, author and body; the first of equals. Objects that stand
    inside another article's list of related ones (``itemListElement``, ``relatedLink``) do not count.
    """
    best: dict[str, Any] = {}
    for found in objects(root):
        if kind(found) is not None and _weight(found) > _weight(best):
            best = found
    return best


def objects(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects of a page, outer ones before inner ones."""
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for found in _walk(_loads(script.text_content()), 0):
            count += 1
            if count > _MOST:
                return
            yield found


def people(root: HtmlElement, thing: dict[str, Any]) -> list[str]:
    """The names of an article's authors: persons as given, and where there is none, organisations.

    An author that is a reference (``{"@id": ...}``) is looked up among the objects of the page.
    """
    stated = thing.get("author") or thing.get("creator")
    authors = [_referred(root, author) for author in (stated if isinstance(stated, list) else [stated])[:50]]
    persons = [
        author for author in authors if not (isinstance(author, dict) and "Organization" in str(author.get("@type")))
    ]
    names = [name for author in persons for name in _full_names(author)]
    return names + [name for author in authors if author not in persons for name in _full_names(author)]


def _referred(root: HtmlElement, author: Any) -> Any:
    if not isinstance(author, dict) or author.get("name") or not author.get("@id"):
        return author
    named = (thing for thing in objects(root) if thing.get("@id") == author["@id"] and thing.get("name"))
    return next(named, author)


def _full_names(author: Any) -> list[str]:
    """The name of an author, also one that is given in parts."""
    if isinstance(author, dict) and not author.get("name"):
        parts = " ".join((*strings(author.get("givenName")), *strings(author.get("familyName"))))
        return [parts] if parts else strings(author)
    return strings(author)


def kind(thing: dict[str, Any]) -> str | None:
    """The type of an object that is an article, by its schema.org name; None for other things."""
    types = thing.get("@type")
    names = {str(t).rsplit("/", 1)[-1] for t in (types if isinstance(types, list) else [types])}
    return next((name for name in ARTICLES if name in names), None)


def strings(value: Any, key: str = "name") -> list[str]:
    """The strings of a value: itself, the `key` of an object, or those of a list, without blanks."""
    if isinstance(value, list):
        return [text for item in value[:50] for text in strings(item, key)]
    if isinstance(value, dict):
        return strings(value.get(key) or value.get("@value"), key)
    if isinstance(value, str):
        text = " ".join(html.unescape(html.unescape(value)).split())
        return [text] if text else []
    return []


def first(value: Any, key: str = "name") -> str | None:
    """The first string of a value, or None."""
    return next(iter(strings(value, key)), None)


def _weight(thing: dict[str, Any]) -> tuple[int, int]:
    known = sum(bool(thing.get(key)) for key in ("headline", "datePublished", "author", "dateModified", "publisher"))
    return (known + bool(thing.get("articleBody")), -ARTICLES.index(kind(thing) or "ClaimReview") if thing else -99)


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, item in value.items():
            if key not in ("itemListElement", "relatedLink", "hasPart", "liveBlogUpdate", "mentions", "comment"):
                yield from _walk(item, depth + 1)


def _loads(text: str) -> Any:
    """The JSON of a script as sites write it: with comments around it, raw line ends in strings, a final comma."""
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", text.strip()
    )
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
