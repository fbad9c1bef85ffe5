"""How well pages are read that people annotated: those of trafilatura's evaluation, beside other readers.

The pages are not part of this repository. Take trafilatura's (adbar/trafilatura on GitHub) and give its folder
``tests``, which holds ``evaldata.json`` and the pages::

    python benchmarks/pages_annotated.py path/to/trafilatura/tests

Two thirds are no news: shops, councils, blogs, forums. What is annotated was written down by people who looked at the
page, so a title is what they took for its title. Columns:

title     the same words, of the pages with a title
author    the same authors, of the pages with one
nobody    no author given, of the pages without one
day       the same day, of the pages with a date
wrong     days given that are not the annotated one, of the days given on pages with a date
invented  a day given, of the pages without a date
shown     of the stretches of text that belong to the article, those that are given
left out  of the stretches of text that do not, those that are not given
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from page_readers import TOOLS, Found, Page, installed, is_french, names_of, plain

_FIELDS = ("title", "author", "nobody", "day", "wrong", "invented", "shown", "left out")


@attrs.frozen(kw_only=True)
class Annotated:
    """A page with what people wrote down of it; an empty string says that it states none."""

    page: Page
    title: str | None
    author: str | list[str] | None
    day: str | None
    inside: tuple[str, ...]
    outside: tuple[str, ...]


def annotated(folder: Path) -> Iterator[Annotated]:
    """The annotated pages, in the order of the annotation."""
    for url, item in json.loads((folder / "evaldata.json").read_text(encoding="utf-8")).items():
        file = next((p for kind in ("cache", "eval") if (p := folder / kind / item["file"]).is_file()), None)
        if file is None:
            continue
        yield Annotated(
            page=Page(name=item["file"], country="", url=url, html=_text(file.read_bytes()), expected=Found()),
            title=item.get("title"),
            author=item.get("author"),
            day=item.get("date"),
            inside=tuple(item["with"]),
            outside=tuple(item["without"]),
        )


def _text(data: bytes) -> str:
    """All readers get the same characters: UTF-8, else what the page declares, else Windows-1252."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    for encoding in ("utf-8", declared[1].decode() if declared else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def scores(found: Found, item: Annotated) -> dict[str, list[float]]:
    """The scores of one page, by column; a column that the page says nothing about is empty."""
    text = _spaced(f"{found.title or ''} {found.text}")
    got: dict[str, list[float]] = {field: [] for field in _FIELDS}
    if item.title:
        got["title"] = [float(plain(found.title) == plain(item.title))]
    if item.author:
        names = names_of([item.author] if isinstance(item.author, str) else item.author)
        got["author"] = [float(found.authors == names)]
    elif item.author is not None:
        got["nobody"] = [float(not found.authors)]
    if item.day:
        got["day"] = [float(found.day == item.day)]
        got["wrong"] = [float(found.day != item.day)] if found.day else []
    elif item.day is not None:
        got["invented"] = [float(found.day is not None)]
    got["shown"] = [float(_spaced(words) in text) for words in item.inside]
    got["left out"] = [float(_spaced(words) not in text) for words in item.outside]
    return got


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", type=Path, help="trafilatura's tests")
    options.add_argument("--tools", nargs="*", default=[name for name in TOOLS if name != "fundus"])
    options.add_argument("--worst", action="store_true", help="list what recoupe has otherwise")
    given = options.parse_args()
    warnings.simplefilter("ignore")
    chosen = list(annotated(given.pages))
    if not chosen:
        sys.exit(f"{given.pages} holds no annotated pages")
    results: dict[str, dict[str, dict[str, list[float]]]] = {}
    for name, tool in installed(given.tools):
        results[name] = {}
        for item in chosen:
            try:
                found = tool(item.page)
            except Exception as error:
                print(f"{name}: {item.page.name}: {type(error).__name__}: {error}"[:200], file=sys.stderr)
                found = Found()
            results[name][item.page.name] = scores(found, item)
            if name == "recoupe" and given.worst:
                _differences(found, item, results[name][item.page.name])
    _report("all pages", results, [item.page.name for item in chosen])
    _report("French pages", results, [item.page.name for item in chosen if is_french(item.page)])


def _report(what: str, results: dict[str, dict[str, dict[str, list[float]]]], names: list[str]) -> None:
    print(f"\n{what}: {len(names)}\n{'':14}" + "".join(f"{field:>9}" for field in _FIELDS))
    for tool, by_page in results.items():
        columns = ([score for name in names for score in by_page[name][field]] for field in _FIELDS)
        print(f"{tool:14}" + "".join(f"{sum(column) / max(1, len(column)):9.3f}" for column in columns))
    first: Any = next(iter(results.values()), {})
    print(f"{'':14}" + "".join(f"{sum(len(first[name][field]) for name in names):9}" for field in _FIELDS))


def _differences(found: Found, item: Annotated, got: dict[str, list[float]]) -> None:
    for field, expected, ours in (
        ("title", item.title, found.title),
        ("author", item.author, sorted(found.authors)),
        ("nobody", "", sorted(found.authors)),
        ("day", item.day, found.day),
    ):
        if 0.0 in got[field]:
            print(f"  {field:8}{item.page.name}: {expected!r} | {ours!r}")
    for field, stretches in (("shown", item.inside), ("left out", item.outside)):
        for words, right in zip(stretches, got[field], strict=True):
            if not right:
                print(f"  {field:8}{item.page.name}: {words[:80]!r}")


if __name__ == "__main__":
    main()
