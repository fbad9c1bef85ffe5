"""Content-addressed identifiers: equal content has an equal id, on every machine and under every hash seed."""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter, methodcaller
from typing import Any

import attrs

#: Hexadecimal digits in an id. 64 bits: a collision among a million values has a chance of about 3e-8.
ID_DIGITS = 16
#: The metadata of a field that is younger than the ids: where it holds its default, ids are what they were without it.
ADDED: Mapping[str, bool] = {"added": True}


def content_id(prefix: str, *parts: object) -> str:
    """The id of a value made of `parts`: ``prefix-`` and 16 hexadecimal digits of a SHA-256.

    Parts may be attrs values, enums, dates, times, strings, numbers, None, and tuples or frozensets of these.
    """
    text = _ENCODER.encode(parts)
    return f"{prefix}-{hashlib.sha256(text.encode('ascii')).hexdigest()[:ID_DIGITS]}"


def text_digest(text: str) -> str:
    """The digest of an article's text, by which copies and revisions are told apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def _encode(value: Any) -> Any:
    return _canonical(value.__class__)(value)


@functools.cache
def _canonical(of: Any) -> Callable[[Any], Any]:
    """What makes the canonical form of the values of a type: of an attrs value, all its fields but its id."""
    if issubclass(of, frozenset):
        return sorted
    if issubclass(of, datetime.date | datetime.time):
        return methodcaller("isoformat")
    if attrs.has(of):
        names = [a.name for a in attrs.fields(of) if a.name != "id" and not a.metadata.get("added")]
        of_old = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
        added = [(a.name, a.default) for a in attrs.fields(of) if a.metadata.get("added")]
        return partial(_with_added, of_old, added) if added else of_old
    raise TypeError(f"no canonical form for {of.__name__}")


def _with_added(of_old: Callable[[Any], Any], added: Iterable[tuple[str, Any]], value: Any) -> list[Any]:
    """The canonical form with each added field that says something, under its name."""
    said = [(name, getattr(value, name), default) for name, default in added]
    return [*of_old(value), *([name, field] for name, field, default in said if field != default)]


_ENCODER = json.JSONEncoder(default=_encode, ensure_ascii=True, separators=(",", ":"))
