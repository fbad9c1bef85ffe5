"""What `recoupe dates` shows: a table of time expressions and the text with their words marked, or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from recoupe.cli.screen import out
from recoupe.extraction.dating.times import DatedWords
from recoupe.model import Article

Found = Sequence[tuple[Article, Sequence[DatedWords]]]


def show_json(found: Found) -> None:
    """A list of objects, in the order of the articles and of their texts."""
    rows = [_row(article, dated) for article, times in found for dated in times]
    out.file.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def _row(article: Article, dated: DatedWords) -> dict[str, object]:
    when = dated.when
    return {
        "location": article.source.location,
        "start": dated.span.start,
        "end": dated.span.end,
        "words": dated.span.text,
        "value": dated.value,
        "earliest": when.earliest and when.earliest.isoformat(),
        "latest": when.latest and when.latest.isoformat(),
        "role": dated.role.value,
        "policy": dated.policy,
    }


def show(found: Found) -> None:
    """For each article a table, then its text with the words marked."""
    for article, times in found:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, title=article.source.location)
        for column in ("words", "value", "earliest", "latest", "role", "policy"):
            table.add_column(column, ratio=2 if column == "policy" else None)
        for dated in times:
            row = _row(article, dated)
            table.add_row(
                *(Text(str(row[key] or "")) for key in ("words", "value", "earliest", "latest", "role", "policy"))
            )
        out.print(table)
        marked = Text(article.text)
        for dated in times:
            marked.stylize("bold reverse", dated.span.start, dated.span.end)
        out.print(marked, soft_wrap=True)
