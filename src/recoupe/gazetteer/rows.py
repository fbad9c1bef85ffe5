"""Rows of users' files and of this package's: CSV with a header line, or JSON, each row with the place it stands at."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from recoupe.errors import InvalidFile, Problem, UnreadableDocument

#: Where a row stands (``line 3``, ``$[2]``), and its cells by column.
Row = tuple[str, Mapping[str, Any]]
T = TypeVar("T")


def rows_of_file(path: str | Path, what: str) -> list[Row]:
    """The rows of a file, JSON (a list of objects) or CSV after its ending; none of an empty CSV.

    Raises:
        UnreadableDocument: there is no such file, or it is not UTF-8.
        InvalidFile: it is no JSON, or no list of objects; `what` names what was expected.
    """
    location = str(path)
    try:
        content = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableDocument(location, error.strerror or str(error), "check the path") from error
    except UnicodeDecodeError as error:
        raise UnreadableDocument(location, "it is not UTF-8", "save it as UTF-8") from error
    return _json_rows(content, location, what) if location.lower().endswith(".json") else csv_rows(content)


def csv_rows(content: str) -> list[Row]:
    """The rows of a CSV text; its first line names the columns. Empty lines and comments (``#``) are none."""
    lines = [(number, line) for number, line in enumerate(content.splitlines(), 1) if line and line[0] != "#"]
    if not lines:
        return []
    header = next(csv.reader([lines[0][1]]))
    return [(f"line {number}", dict(zip(header, next(csv.reader([line])), strict=False))) for number, line in lines[1:]]


def entries(
    rows: Iterable[Row], location: str, what: str, *, columns: Iterable[str], make: Callable[[Mapping[str, Any]], T]
) -> tuple[T, ...]:
    """What the rows say, each made into a value by `make`.

    Raises:
        InvalidFile: a row has a column that is not one of `columns`, or a value that is refused; with all problems.
    """
    known = frozenset(columns)
    found: list[T] = []
    problems: list[Problem] = []
    for where, row in rows:
        problems += [Problem(where, f"unknown column {column!r}") for column in row if column not in known]
        try:
            found.append(make(row))
        except ValueError as error:
            problems.append(Problem(where, str(error)))
    if problems:
        raise InvalidFile(location, what, problems)
    return tuple(found)


def several(cell: object) -> tuple[str, ...]:
    """The values of a cell: a list as it is in JSON, or words with ``|`` between; without blank ones."""
    parts = cell if isinstance(cell, list) else str(cell or "").split("|")
    return tuple(part.strip() for part in map(str, parts) if part.strip())


def _json_rows(content: str, location: str, what: str) -> list[Row]:
    try:
        data = json.loads(content)
    except ValueError as error:
        raise InvalidFile(location, what, [Problem("$", f"not JSON: {error}")]) from error
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise InvalidFile(location, what, [Problem("$", "expected a list of objects")])
    return [(f"$[{number}]", row) for number, row in enumerate(data)]
