"""Tables of articles: CSV, JSON Lines, or a JSON array, with a text column; a row is an article."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, final

import attrs

from recoupe.errors import InvalidFile, InvalidValue, Problem, RecoupeError
from recoupe.parsers import printed
from recoupe.parsers.columns import columns
from recoupe.parsers.contract import Document, Given
from recoupe.parsers.cues import data
from recoupe.parsers.decoding import decode
from recoupe.parsers.items import Item, located
from recoupe.parsers.moment import Moment, moment
from recoupe.parsers.streams import MAX_TABLE, whole
from recoupe.parsers.tongue import language_of_tag


@final
@attrs.frozen(kw_only=True)
class Table:
    """Opens CSV and TSV files with a header, JSON Lines, and JSON arrays of objects."""

    #: Its name.
    name: str = "table"

    def recognises(self, head: bytes, location: str) -> bool:
        """By its name: ``.csv``, ``.tsv``, ``.jsonl``, ``.ndjson`` (or packed); a ``.json`` that is an array."""
        name = location.lower().removesuffix(".gz")
        return name.endswith((".csv", ".tsv", ".jsonl", ".ndjson")) or (
            name.endswith(".json") and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"["
        )

    def documents(self, stream: BinaryIO, location: str) -> Iterator[Document]:
        """Its rows, in the order of the file; rows without text and title are passed over.

        Raises:
            UnreadableDocument: it is empty, binary or too large.
            InvalidFile: it has no text column, or bad rows; all of them are named.
        """
        text = decode(whole(stream, location, MAX_TABLE), location)
        name = location.lower().removesuffix(".gz")
        problems: list[Problem] = []
        if name.endswith((".csv", ".tsv")):
            rows = list(_csv_rows(text, problems))
        elif name.endswith(".json"):
            rows = list(_array_rows(text, problems))
        else:
            rows = list(_line_rows(text, problems))
        made = [_made(place, row, problems) for place, row in rows]
        if not rows and not problems:
            problems.append(Problem("line 1", "has no rows"))
        if problems:
            raise InvalidFile(location, "table of articles", problems)
        seen: set[str] = set()
        for key, item, given in made:
            if item.body.strip() or item.title:
                yield item.document(located(location, key, seen), given)


def has_text_column(head: bytes) -> bool:
    """The header of a CSV file, in its first bytes, names a column with text: it is a table of articles."""
    first = head.decode("utf-8", "replace").lstrip("\ufeff\r\n").splitlines()[:1]
    cells = re.split(r"[,;\t|]", first[0]) if first else []
    return "text" in columns([cell.strip().strip('"') for cell in cells])


def _made(place: str, row: dict[str, str], problems: list[Problem]) -> tuple[str, Item, Given | None]:
    parts = columns(list(row))
    cells = {part: row[name].strip() for part, name in parts.items() if row[name].strip()}
    stated = cells.get("published")
    when = _date(stated)
    if stated and when is None:
        reason = f"{stated!r} is not a date such as 2025-06-17, 17/06/2025 or 2025-06-17T14:05:00+02:00"
        problems.append(Problem(f"{place}, column {parts['published']}", reason))
    evidence = f"{place}, column {parts['published']}" if when else place
    try:
        given = Given(
            outlet=cells.get("outlet"),
            published=when.when if when else None,
            published_at=when.at if when else None,
            url=cells.get("url"),
            language=language_of_tag(cells.get("language")),
            evidence=evidence,
        )
    except (InvalidValue, RecoupeError) as error:
        problems.append(Problem(place, str(error)))
        given = None
    item = Item(body=cells.get("text", ""), title=cells.get("title"), byline=cells.get("byline"))
    return cells.get("key") or place.replace(" ", "-"), item, given


def _date(stated: str | None) -> Moment | None:
    """A date in a cell: as systems write it, or as French print has it, day first."""
    found = moment(stated)
    printed_day = printed.read_line(stated).published if found is None and stated and printed.is_bare(stated) else None
    return Moment(when=printed_day) if printed_day is not None else found


def _csv_rows(text: str, problems: list[Problem]) -> Iterator[tuple[str, dict[str, str]]]:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=first.count), strict=True)
    header: list[str] | None = None
    last = 0
    try:
        for cells in reader:
            begin, last = last + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
                if "text" not in columns(header):
                    problems.append(_no_text(f"line {begin}", header))
                    return
                twice = sorted({name for name in columns(header).values() if header.count(name) > 1})
                problems.extend(Problem(f"line {begin}", f"has two columns {name!r}") for name in twice)
            elif len(cells) > len(header):
                place = f"line {begin}, column {len(header) + 1}"
                problems.append(Problem(place, f"has {len(cells)} cells, not {len(header)}"))
            else:
                yield f"line {begin}", dict(zip(header, cells, strict=False))
    except csv.Error as error:
        problems.append(Problem(f"line {reader.line_num}", f"is not CSV: {error}"))


def _line_rows(text: str, problems: list[Problem]) -> Iterator[tuple[str, dict[str, str]]]:
    for number, line in enumerate(text.split("\n"), 1):  # JSON's own line separators stand inside strings
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            yield from _object(json.loads(line), place, problems)
        except (json.JSONDecodeError, RecursionError) as error:
            column = f", column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
            problems.append(Problem(place + column, f"is not JSON: {getattr(error, 'msg', error)}"))


def _array_rows(text: str, problems: list[Problem]) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        rows = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        problems.append(Problem(f"line {line}", f"is not JSON: {getattr(error, 'msg', error)}"))
        return
    if not isinstance(rows, list):
        problems.append(Problem("$", "is not an array of articles"))
        return
    for index, row in enumerate(rows):
        yield from _object(row, f"$[{index}]", problems)


def _object(row: Any, place: str, problems: list[Problem]) -> Iterator[tuple[str, dict[str, str]]]:
    if not isinstance(row, dict):
        problems.append(Problem(place, "is not an object"))
        return
    found = columns(list(row))
    if "text" not in found and "title" not in found:
        problems.append(_no_text(place, list(row)))
        return
    yield place, {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> str:
    """A value as text: a list of names is joined, numbers are written out, objects say nothing."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_cell, value)))
    return "" if value is None or isinstance(value, dict | bool) else str(value)


def _no_text(place: str, names: list[str]) -> Problem:
    wanted = ", ".join(data("tables")["columns"]["text"][:4])
    shown = ", ".join(repr(n) for n in names[:8])
    more = "; a list of addresses is read when the addresses themselves are given" if "url" in columns(names) else ""
    return Problem(place, f"has no column with the article's text (such as {wanted}) among {shown}{more}")
