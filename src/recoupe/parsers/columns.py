"""Names of columns, members and header lines: which part each plays for an article (``data/tables.toml``)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from recoupe.parsers.cues import data


def columns(names: list[str]) -> dict[str, str]:
    """Which of a table's names plays which part: ``{"text": "Texte", "published": "Date"}``; the first of several."""
    found: dict[str, str] = {}
    for part, forms in _forms().items():
        for form in forms:
            match = next((name for name in names if _key(name) == form), None)
            if match is not None:
                found.setdefault(part, match)
    return found


def part_of(name: str) -> str | None:
    """Which part the name of a column or of a header's line plays: ``title`` for "Titre"; None for others."""
    key = _key(name)
    return next((part for part, forms in _forms().items() if key in forms), None)


@cache
def _forms() -> dict[str, list[str]]:
    return {part: [_key(form) for form in forms] for part, forms in data("tables")["columns"].items()}


def _key(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", str(name).lower()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())
