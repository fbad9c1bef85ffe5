"""French words that place an event."""

from __future__ import annotations

import functools
from importlib.resources import files

from recoupe.language.lexicon import Words, read_words


@functools.cache
def locality_words() -> Words:
    """``localities.toml``. Read once."""
    return read_words(files("recoupe.language.fr") / "localities.toml")
