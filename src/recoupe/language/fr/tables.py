"""The data files of this folder that its own rules read, each read once."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from recoupe.language.lexicon import Frames
from recoupe.language.lexicon_files import read_frames


@functools.cache
def table(name: str) -> dict[str, Any]:
    """``name.toml`` of this folder; do not change what it returns."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def words(name: str) -> Mapping[str, frozenset[str]]:
    """``name.toml``, a file of word lists, with each list as a set."""
    return {title: frozenset(entries) for title, entries in table(name).items()}


@functools.cache
def frames() -> Frames:
    """Which words evoke which happenings: the folder ``frames``."""
    return read_frames((files(__package__) / "frames").iterdir())


def noun_spelt(word: str) -> str | None:
    """The noun of the lexicon that a word in small letters is, in the singular or with "s"; None where it is none."""
    nouns = frames().nouns
    return next((noun for noun in (word, word.removesuffix("s")) if noun in nouns), None)
