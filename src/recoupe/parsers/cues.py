"""The phrases by which an article's parts about itself are told from what it reports; the data is in ``data``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

#: Characters of a line that can be one of the phrases, at most.
_LINE = 120
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


@cache
def data(name: str) -> dict[str, Any]:
    """A data file of this package, by its name without ``.toml``."""
    text = resources.files("recoupe.parsers").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def folded(text: str) -> str:
    """The form in which phrases are compared: lower case, straight apostrophes, single plain spaces, no bullet."""
    return " ".join(text.translate(_APOSTROPHES).lower().split()).lstrip("#*>-–—•●►→▶| ").strip()


def is_line(cue: str, text: str) -> bool:
    """The whole of `text` is one of the lines of `cue` (a final colon or bracketed number does not count)."""
    if len(text) > _LINE:
        return False
    return re.sub(r"\s*(?:[:…]|\(\d+\)|\d+)?\s*$", "", folded(text)).strip("*_ ") in _lines(cue)


def starts(cue: str, text: str) -> bool:
    """`text` begins with one of the phrases that open a line of `cue`."""
    return folded(text[:_LINE]).startswith(_starts(cue))


def holds(cue: str, text: str) -> bool:
    """Some phrase of `cue` stands somewhere in `text`."""
    return _phrases(cue).search(" ".join(text.translate(_APOSTROPHES).lower().split())) is not None


@cache
def words_of(cue: str, name: str) -> frozenset[str]:
    """The list `name` of `cue`, as a set."""
    return frozenset(data("cues")[cue][name])


@cache
def _lines(cue: str) -> frozenset[str]:
    return frozenset(data("cues")[cue]["lines"])


@cache
def _starts(cue: str) -> tuple[str, ...]:
    return tuple(data("cues")[cue]["starts"])


@cache
def _phrases(cue: str) -> re.Pattern[str]:
    """One pattern for all phrases; ``*`` in a phrase stands for a few characters."""
    forms = (r"[^.]{0,12}".join(re.escape(part) for part in p.split("*")) for p in data("cues")[cue]["phrases"])
    return re.compile("|".join(rf"(?<!\w){form}" for form in forms))
