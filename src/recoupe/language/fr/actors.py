"""French words for actors, and how French nouns make their plural."""

from __future__ import annotations

import functools
from importlib.resources import files

from recoupe.language.actors import ActorWords
from recoupe.language.lexicon_files import read_words


@functools.cache
def actor_words() -> ActorWords:
    """The French words. Read once."""
    folder = files("recoupe.language.fr")
    return ActorWords(
        persons=read_words(folder / "persons.toml"), bodies=read_words(folder / "bodies.toml"), plural=plural
    )


def plural(word: str) -> str:
    """The French plural of a noun, of each part of a compound: "garde-frontière", "gardes-frontières"."""
    parts = word.split("-")
    if len(parts) == 2 and parts[0] in ("vice", "porte", "haut", "sous", "co", "start", "garde"):
        return f"{parts[0]}-{_plural(parts[1])}" if parts[0] != "garde" else f"gardes-{_plural(parts[1])}"
    return "-".join(_plural(part) for part in parts)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    return f"{word}x" if word.endswith(("eau", "eu")) else f"{word}s"
