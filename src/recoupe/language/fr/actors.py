"""French words for actors: offices, institutions, forces, groups; in all their forms."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import final

import attrs

from recoupe.language.lexicon import Words, read_words


@final
@attrs.frozen(kw_only=True, eq=False)
class ActorWords:
    """Which words stand for whom."""

    #: ``persons.toml``.
    persons: Words
    #: ``bodies.toml``.
    bodies: Words

    def person(self, table: str, word: str, key: str = "words") -> bool:
        """`word`, in any number, is in a list of ``persons.toml``."""
        return word.lower() in _inflected(self.persons, table, key)

    def body(self, table: str, word: str, key: str = "words") -> bool:
        """`word`, in any number, is in a list of ``bodies.toml``."""
        return word.lower() in _inflected(self.bodies, table, key)

    def lists(self, word: str) -> bool:
        """`word`, in any number, is in some list of either file; one with "ex-" counts as without."""
        return word.lower().removeprefix("ex-") in _listed(self)

    def office(self, word: str) -> str | None:
        """The singular of a word for an office; None where it is none."""
        return _singulars(self.persons, "offices").get(word.lower().removeprefix("ex-"))

    def human(self, word: str) -> str | None:
        """The singular of a word for a person, by office or otherwise ("chauffeur"); None where it is none."""
        return self.office(word) or _singulars(self.persons, "people").get(word.lower().removeprefix("ex-"))

    def gender_of(self, name: str) -> str | None:
        """``masculine`` or ``feminine`` where a full name's given name says so; None where it does not."""
        given, _, rest = name.lower().partition(" ")
        first = given.partition("-")[0] if given not in ("anne", "marie", "jean") else given
        genders = ("feminine", "masculine")
        return next((g for g in genders if rest and first in self.persons.of("given_names", g)), None)

    def institution(self, word: str) -> str | None:
        """The singular of a word for an institution; None where it is none."""
        return _singulars(self.bodies, "institutions").get(word.lower())


@functools.cache
def actor_words() -> ActorWords:
    """The French words. Read once."""
    folder = files("recoupe.language.fr")
    return ActorWords(persons=read_words(folder / "persons.toml"), bodies=read_words(folder / "bodies.toml"))


@functools.cache
def _inflected(words: Words, table: str, key: str) -> frozenset[str]:
    return frozenset(form for word in words.of(table, key) for form in (word, plural(word)))


@functools.cache
def _listed(words: ActorWords) -> frozenset[str]:
    tables = [
        (file, table, key)
        for file in (words.persons, words.bodies)
        for table in file.tables
        for key in file.tables[table]
    ]
    return frozenset().union(*(_inflected(*table) for table in tables))


@functools.cache
def _singulars(words: Words, table: str) -> dict[str, str]:
    return {form: word for word in sorted(words.of(table, "words")) for form in (plural(word), word)}


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
