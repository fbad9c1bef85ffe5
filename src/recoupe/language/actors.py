"""A language's words for actors: offices, institutions, forces, groups; in all their forms."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import final

import attrs

from recoupe.language.lexicon import Words
from recoupe.names import fold


@final
@attrs.frozen(kw_only=True, eq=False)
class ActorWords:
    """Which words stand for whom."""

    #: ``persons.toml`` of the language pack.
    persons: Words
    #: ``bodies.toml`` of the language pack.
    bodies: Words
    #: The plural of a noun.
    plural: Callable[[str], str]

    def person(self, table: str, word: str, key: str = "words") -> bool:
        """`word`, in any number, is in a list of ``persons.toml``."""
        return word.lower() in _inflected(self, self.persons, table, key)

    def body(self, table: str, word: str, key: str = "words") -> bool:
        """`word`, in any number, is in a list of ``bodies.toml``."""
        return word.lower() in _inflected(self, self.bodies, table, key)

    def lists(self, word: str) -> bool:
        """`word`, in any number, is in some list of either file; one with "ex-" counts as without."""
        return word.lower().removeprefix("ex-") in _listed(self)

    def office(self, word: str) -> str | None:
        """The singular of a word for an office; None where it is none."""
        return _singulars(self, self.persons, "offices").get(word.lower().removeprefix("ex-"))

    def human(self, word: str) -> str | None:
        """The singular of a word for a person, by office or otherwise ("chauffeur"); None where it is none."""
        return self.office(word) or _singulars(self, self.persons, "people").get(word.lower().removeprefix("ex-"))

    def gender_of(self, name: str) -> str | None:
        """``masculine`` or ``feminine`` where a full name's given name says so; None where it does not."""
        given, _, rest = name.lower().partition(" ")
        first = given.partition("-")[0]
        genders = ("feminine", "masculine")
        return next((g for g in genders if rest and first in self.persons.of("given_names", g)), None)

    def institution(self, word: str) -> str | None:
        """The singular of a word for an institution; None where it is none."""
        return _singulars(self, self.bodies, "institutions").get(word.lower())


@functools.cache
def _inflected(words: ActorWords, file: Words, table: str, key: str) -> frozenset[str]:
    return frozenset(form for word in file.of(table, key) for form in _forms(words, word))


def _forms(words: ActorWords, word: str) -> tuple[str, ...]:
    """The plural and the singular, also as they are written with a large first letter, which often loses its mark."""
    forms = (words.plural(word), word)
    bare = fold(word[0])
    return forms if bare == word[0] else (*forms, *(bare + form[1:] for form in forms))


@functools.cache
def _listed(words: ActorWords) -> frozenset[str]:
    tables = [
        (file, table, key)
        for file in (words.persons, words.bodies)
        for table in file.tables
        for key in file.tables[table]
    ]
    return frozenset().union(*(_inflected(words, *table) for table in tables))


@functools.cache
def _singulars(words: ActorWords, file: Words, table: str) -> dict[str, str]:
    return {form: word for word in sorted(file.of(table, "words")) for form in _forms(words, word)}
