"""Spelling: letters without marks, and the sounds that the letters of a romanised name may stand for."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
import unicodedata
from importlib.resources import files
from typing import Any

#: Readings of one element beyond this number are not followed; more than three ambiguous letters are rare.
MOST_READINGS = 12

#: Small letters are vowels in the notation of sounds.
VOWELS = frozenset("aeiou")
_REPEATED = re.compile(r"(.)\1+")


@functools.cache
def table(name: str) -> dict[str, Any]:
    """A data file of this package; do not change what it returns."""
    return tomllib.loads(files("recoupe.names").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower case without marks, punctuation or runs of white space; idempotent. Hyphens become spaces.

    Letters of other scripts stay as they are.
    """
    letters: dict[str, str] = table("romanisation")["letters"]
    lowered = "".join(letters.get(c, c) for c in unicodedata.normalize("NFC", text.casefold()))
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", bare.casefold()).split())


def readings(element: str, *, family: bool) -> tuple[str, ...]:
    """The sounds that a folded name element may stand for, the likeliest first; at least one, at most `MOST_READINGS`.

    `family`: endings of family names apply ("-off" is "-ov", "Poutine" is "Putin").
    """
    return _readings(_with_plain_ending(element, table("romanisation")["endings"]) if family else element)


@functools.cache
def _pieces() -> re.Pattern[str]:
    """What a sound is written with, the longest first, or any other letter."""
    written = sorted(table("romanisation")["sounds"], key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, written), "."]), re.DOTALL)


@functools.lru_cache(maxsize=65536)
def _readings(element: str) -> tuple[str, ...]:
    sounds: dict[str, str] = table("romanisation")["sounds"]
    choices = [sounds[piece].split() if piece in sounds else [piece] for piece in _pieces().findall(element)]
    combined = itertools.islice(itertools.product(*choices), MOST_READINGS)
    return tuple(dict.fromkeys(_without_repetition("".join(c)) for c in combined))


def _without_repetition(text: str) -> str:
    return _REPEATED.sub(lambda run: run[1], text)


def _with_plain_ending(element: str, endings: dict[str, str]) -> str:
    for length in range(4, 1, -1):
        ending = element[-length:]
        if ending in endings and len(element) > length + 1:
            return element[:-length] + endings[ending]
    return element


#: Classes of consonants that conventions exchange, as one: for keys, where missing a pair is worse than one too many.
_MERGED = str.maketrans({"J": "C", "S": "C", "F": "V", "H": "K"})


@functools.lru_cache(maxsize=65536)
def sound(element: str) -> frozenset[str]:
    """Keys for looking up a folded name element: spellings of one name share at least one. Vowels do not count."""
    from recoupe.names.elements import groups

    keys = {f"={number}" for number in groups(element)}
    sounds = {*readings(element, family=True), *readings(element, family=False)}
    for merged in {"".join(c for c in reading if c not in VOWELS).translate(_MERGED) for reading in sounds}:
        keys |= {_without_repetition(letters) or element for letters in (merged, merged.replace("K", ""))}
    return frozenset(keys)
