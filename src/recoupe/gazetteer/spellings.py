"""The forms under which names are looked up."""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "ı": "i", "đ": "d"})


@functools.lru_cache(maxsize=65536)
def key(name: str) -> str:
    """`name` in lower case, without marks, hyphens, apostrophes and runs of white space; idempotent."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", bare.casefold().translate(_LETTERS)).split())


def plain_capitals(name: str) -> str:
    """`name` with its large letters as newspapers often print them, without marks: "Etat islamique"."""
    return "".join(unicodedata.normalize("NFD", c)[0] if c.isupper() else c for c in name)
