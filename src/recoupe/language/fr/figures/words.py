"""The words of figures, from ``words.toml``."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


@functools.cache
def lexicon() -> dict[str, Any]:
    """``words.toml``; do not change what it returns."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def alternatives(values: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(v) for v in sorted(values, key=len, reverse=True))
