"""How well pages are read, beside trafilatura, newspaper4k, news-please and fundus's own parsers.

The pages are those that fundus keeps for its tests; they are not part of this repository. Take its repository
(flairNLP/fundus on GitHub) and give the folder ``tests/resources/parser/test_data``::

    python benchmarks/pages.py path/to/fundus/tests/resources/parser/test_data

Tools that are not installed are left out. What is expected of each page is what fundus expects of its own parsers, so
fundus itself scores as its own yardstick; the last part of the report lists the pages where another tool's date differs
from it, with what the page declares. Columns, each a mean over the pages:

title     the same words (white space, apostrophes and quotes apart)
shown     the title is one that readers of the page see: the words of an element of its body. Pages declare other titles
          for search engines and social networks, and fundus expects such a one now and then; this column does not
          depend on what it expects, and its own line says on how many pages it does
day       the same day of publication
instant   the same moment, with its zone
stated    of the pages whose source states a moment of publication with its zone: it is the moment given; this column
          does not depend on what fundus expects
author    the same set of authors and agencies
text      F1 of the words (headings and summary included)
"""

from __future__ import annotations

import argparse
import collections
import datetime
import functools
import gzip
import json
import re
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from page_readers import TOOLS, Found, Page, installed, is_french, names_of, plain

#: Tool, page, field, score.
Results = dict[str, dict[str, dict[str, float | None]]]


def pages(folder: Path) -> Iterator[Page]:
    """The saved pages with an expectation; pages of an older version of a layout are matched by date."""
    for expectation in sorted(folder.glob("*/*.json")):
        versions = json.loads(expectation.read_text(encoding="utf-8"))
        saved = sorted(expectation.parent.glob(f"{expectation.stem}_[0-9]*.html.gz"))
        meta = json.loads((expectation.parent / "meta.info").read_text(encoding="utf-8"))
        for file, expected in zip(saved, versions.values(), strict=False):
            yield Page(
                name=file.name.removesuffix(".html.gz"),
                country=expectation.parent.name,
                url=meta.get(file.name, {}).get("url", ""),
                html=gzip.decompress(file.read_bytes()).decode("utf-8", "replace"),
                expected=_expected(expected),
            )


def _expected(version: dict[str, Any]) -> Found:
    body = version["body"]
    parts = [*body["summary"]]
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    stated = version.get("publishing_date")
    moment = datetime.datetime.fromisoformat(stated) if stated else None
    return Found(
        title=version["title"],
        day=moment.date().isoformat() if moment else None,
        instant=moment,
        authors=names_of(version.get("authors", [])),
        text="\n".join(parts),
    )


def scores(found: Found, page: Page) -> dict[str, float | None]:
    """The score of each field, 0 to 1; None where the page says nothing of it."""
    expected = page.expected
    declared = moments(page.html)
    return {
        "title": float(plain(found.title) == plain(expected.title)),
        "shown": float(plain(found.title) in printed(page.html)),
        "day": float(found.day == expected.day),
        "instant": float(_same(found.instant, expected.instant)),
        "stated": float(any(_same(found.instant, moment) for moment in declared)) if declared else None,
        "author": float(found.authors == expected.authors),
        "text": _f1(found.text, expected.text),
    }


@functools.cache
def printed(html: str) -> frozenset[str]:
    """The texts of the elements of a page's body that are as long as a title can be."""
    from lxml import html as parser

    root = parser.document_fromstring(re.sub(r"<\?xml[^>]*\?>", "", html))
    body = root.find("body") if root.find("body") is not None else root
    shown = (" ".join(e.itertext()) for e in body.iter() if e.tag not in ("script", "style", parser.etree.Comment))
    return frozenset(words for text in shown if len(text) < 2000 and (words := plain(text)))


def moments(html: str) -> list[datetime.datetime]:
    """The moments of publication with their zone that the source of a page states, wherever in it."""
    found = []
    for text in set(_STATED.findall(html)):
        stated = text.replace("Z", "+00:00").replace("\\u002B", "+")
        try:
            found.append(datetime.datetime.fromisoformat(stated))
        except ValueError:
            continue
    return [moment for moment in found if moment.tzinfo is not None]


_STATED = re.compile(
    r"(?:datePublished|article:published_time)[\"'\\]*\s*(?::|=|\s+content=)\s*[\"'\\]*"
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))"
)


def _same(one: datetime.datetime | None, other: datetime.datetime | None) -> bool:
    """One moment; a zone that is missing on one side is a difference."""
    if one is None or other is None:
        return one is other
    if (one.tzinfo is None) != (other.tzinfo is None):
        return False
    return one.replace(microsecond=0) == other.replace(microsecond=0)


def _f1(found: str, expected: str) -> float:
    a, b = (collections.Counter(re.findall(r"\w+", text.lower())) for text in (found, expected))
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if a or b else 1.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", type=Path, help="fundus's tests/resources/parser/test_data")
    options.add_argument("--countries", nargs="*", help="only these folders (fr be ch ...)")
    options.add_argument("--tools", nargs="*", default=list(TOOLS), help="only these tools")
    options.add_argument("--worst", type=int, default=0, help="list the pages on which recoupe is this far behind")
    options.add_argument("--limit", type=int, default=0, help="only so many pages")
    given = options.parse_args()
    warnings.simplefilter("ignore")
    chosen = [p for p in pages(given.pages) if not given.countries or p.country in given.countries]
    chosen = chosen[: given.limit] if given.limit else chosen
    if not chosen:
        sys.exit(f"{given.pages} holds no pages of fundus's tests")
    results: Results = {}
    dates: dict[str, dict[str, Found]] = {}
    for name, tool in installed(given.tools):
        for page in chosen:
            try:
                found = tool(page)
            except Exception as error:
                print(f"{name} failed on {page.name}: {type(error).__name__}: {error}"[:200], file=sys.stderr)
                found = Found()
            results.setdefault(name, {})[page.name] = scores(found, page)
            dates.setdefault(page.name, {})[name] = found
    _report("all pages", results, chosen)
    _report("French pages", results, [p for p in chosen if is_french(p)])
    _differences(dates, chosen)
    if given.worst and "recoupe" in results:
        _worst(results["recoupe"], dates, chosen)


def _report(what: str, results: Results, chosen: list[Page]) -> None:
    fields = list(scores(Found(), chosen[0])) if chosen else []
    print(f"\n{what}: {len(chosen)}\n{'':14}" + "".join(f"{field:>8}" for field in fields))
    for name, by_page in results.items():
        means = []
        for field in fields:
            known = [score for p in chosen if (score := by_page[p.name][field]) is not None]
            means.append(sum(known) / max(1, len(known)))
        print(f"{name:14}" + "".join(f"{mean:8.3f}" for mean in means))


def _differences(dates: dict[str, dict[str, Found]], chosen: list[Page]) -> None:
    """Pages on whose moment recoupe and the expectation differ, with what the page declares."""
    print("\nmoments that differ from the expectation (expected, recoupe, declared in the page):")
    for page in chosen:
        ours = dates[page.name].get("recoupe")
        if ours is not None and not _same(ours.instant, page.expected.instant):
            declared = re.findall(
                r"(?:datePublished|published_time)\W{1,20}(?:content=.)?([\dT:Z+. -]{10,35})", page.html
            )
            print(f"  {page.name}: {page.expected.instant} | {ours.instant} | {sorted(set(declared))[:4]}")


def _worst(ours: dict[str, dict[str, float | None]], dates: dict[str, dict[str, Found]], chosen: list[Page]) -> None:
    for page in chosen:
        score, found = ours[page.name], dates[page.name]["recoupe"]
        if score["title"] == 0:
            print(f"  title  {page.name}: {page.expected.title!r} | {found.title!r}")
        if score["author"] == 0:
            print(f"  author {page.name}: {sorted(page.expected.authors)} | {sorted(found.authors)}")
        if (score["text"] or 0) < 0.85:
            print(f"  text   {page.name}: {score['text']:.2f}, {len(page.expected.text)} | {len(found.text)}")


if __name__ == "__main__":
    main()
