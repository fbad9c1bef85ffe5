"""Lists of sources: ``sources.csv`` or ``sources.json`` beside the articles says what the files do not.

Columns (or keys): ``file`` and any of ``outlet``, ``published``, ``url``, ``title``, ``language``; an empty cell says
nothing. ``published`` is EDTF (``2025-06-17``, ``2025-06``) or a moment with its zone (``2025-06-17T14:05+02:00``).
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, final

import attrs
import pendulum

from recoupe.errors import EdtfError, InvalidFile, InvalidValue, Problem, UnreadableDocument
from recoupe.model import When
from recoupe.parsers.contract import Given
from recoupe.parsers.decoding import decode

#: The names under which a list of sources is found in a folder.
NAMES = ("sources.csv", "sources.json")
#: What a row may say.
COLUMNS = ("file", "outlet", "published", "url", "title", "language")


@final
@attrs.frozen(kw_only=True)
class Sources:
    """What is given about files, by their path as written in the list."""

    #: File name or path relative to the list, with forward slashes, to what is said of it.
    rows: Mapping[str, Given] = attrs.field(factory=dict)
    #: The folder of the list, as an absolute path without links; None when the rows come from code.
    folder: Path | None = None

    def given(self, path: Path, folder: Path | None = None) -> Given | None:
        """What is said of a file: by its path relative to `folder`, to the list, as written, or by its name."""
        keys = [path.as_posix(), path.name]
        if self.folder is not None and (whole := path.resolve()).is_relative_to(self.folder):
            keys.insert(0, whole.relative_to(self.folder).as_posix())
        if folder is not None and path.is_relative_to(folder):
            keys.insert(0, path.relative_to(folder).as_posix())
        return next((self.rows[key] for key in keys if key in self.rows), None)


def read_sources(path: Path) -> Sources:
    """Read a list of sources, CSV (comma, semicolon or tab) or JSON (an array of objects, or an object of objects).

    Raises:
        UnreadableDocument: the file is missing or not text.
        InvalidFile: it has bad rows; all of them are named, with line and column.
    """
    location = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"the list of sources cannot be read ({error.strerror or error})"
        raise UnreadableDocument(location, reason, "give an existing CSV or JSON file") from error
    text = decode(data, location)
    rows = _json_rows(text, location) if path.suffix.lower() == ".json" else _csv_rows(text, location)
    problems: list[Problem] = []
    found: dict[str, Given] = {}
    for place, row in rows:
        given = _given(row, place, path.name, problems)
        name = row.get("file", "").replace("\\", "/").removeprefix("./")
        if not name:
            problems.append(Problem(_at(place, "file"), "is missing: it says which article the row is about"))
        elif name in found:
            problems.append(Problem(_at(place, "file"), f"{name!r} stands in the list twice"))
        elif given is not None:
            found[name] = given
    if problems:
        raise InvalidFile(location, "list of sources", problems)
    return Sources(rows=found, folder=path.parent.resolve())


def _csv_rows(text: str, location: str) -> list[tuple[str, dict[str, str]]]:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    problems: list[Problem] = []
    rows: list[tuple[str, dict[str, str]]] = []
    header: list[str] | None = None
    try:
        for cells in reader:
            place = f"line {reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = [cell.strip().lower() for cell in cells]
                problems.extend(_header_problems(header, place))
            elif len(cells) > len(header):
                problems.append(Problem(_at(place, str(len(header) + 1)), f"has {len(cells)} cells, not {len(header)}"))
            else:
                rows.append((place, {k: c.strip() for k, c in zip(header, cells, strict=False)}))
    except csv.Error as error:
        problems.append(Problem(f"line {reader.line_num}", f"is not CSV: {error}"))
    if header is None:
        problems.append(Problem("line 1", f"has no header; one such as {','.join(COLUMNS)} is needed"))
    if problems:
        raise InvalidFile(location, "list of sources", problems)
    return rows


def _header_problems(header: list[str], place: str) -> list[Problem]:
    known = ", ".join(COLUMNS)
    problems = [
        Problem(_at(place, name or str(i)), f"is not a column that is read (known: {known})")
        for i, name in enumerate(header, 1)
        if name not in COLUMNS
    ]
    problems += [Problem(_at(place, n), "stands in the header twice") for n in COLUMNS if header.count(n) > 1]
    if "file" not in header:
        problems.append(Problem(place, "has no column 'file'"))
    return problems


def _json_rows(text: str, location: str) -> list[tuple[str, dict[str, str]]]:
    try:
        content: Any = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f"line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else "line 1"
        raise InvalidFile(location, "list of sources", [Problem(where, f"is not JSON: {error}")]) from error
    if isinstance(content, dict):
        content = [{"file": name, **row} if isinstance(row, dict) else row for name, row in content.items()]
    if not isinstance(content, list):
        raise InvalidFile(location, "list of sources", [Problem("$", "is not an array or an object of sources")])
    problems: list[Problem] = []
    rows: list[tuple[str, dict[str, str]]] = []
    for index, row in enumerate(content):
        place = f"$[{index}]"
        if not isinstance(row, dict):
            problems.append(Problem(place, "is not an object"))
            continue
        problems += [Problem(f"{place}.{key}", "is not a known key") for key in row if key not in COLUMNS]
        problems += [
            Problem(f"{place}.{key}", "is not a string or null")
            for key, value in row.items()
            if value is not None and not isinstance(value, str)
        ]
        rows.append((place, {k: (v if isinstance(v, str) else "").strip() for k, v in row.items()}))
    if problems:
        raise InvalidFile(location, "list of sources", problems)
    return rows


def _given(row: dict[str, str], place: str, name: str, problems: list[Problem]) -> Given | None:
    published, moment = None, None
    if row.get("published"):
        try:
            published, moment = published_from(row["published"])
        except (EdtfError, InvalidValue) as error:
            problems.append(Problem(_at(place, "published"), str(error).rstrip(".")))
    language = row.get("language") or None
    if language and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        problems.append(Problem(_at(place, "language"), f"{language!r} is not a BCP 47 tag such as 'fr'"))
        return None
    return Given(
        outlet=row.get("outlet") or None,
        published=published,
        published_at=moment,
        evidence=f"{name}, {place}",
        url=row.get("url") or None,
        title=row.get("title") or None,
        language=language,
    )


def published_from(text: str) -> tuple[When, str | None]:
    """A date or moment as users write it: the days, and the moment when it has a clock time and a zone.

    Raises:
        EdtfError: it is neither EDTF nor an ISO 8601 moment.
    """
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d", text):
        return When.from_edtf(text), None
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise EdtfError(text, "it is not an ISO 8601 moment") from error
    when = When.on(moment.date(), at=pendulum.Time(moment.hour, moment.minute))
    return when, (moment.isoformat() if moment.tzinfo else None)


def _at(place: str, column: str) -> str:
    """The place of a cell: ``line 3, column published``; in JSON ``$[2].published``."""
    return f"{place}.{column}" if place.startswith("$") else f"{place}, column {column}"
