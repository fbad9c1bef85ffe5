"""A language's words for actors: offices, institutions, forces, groups; in all their forms."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import final

import attrs

from recoupe.language.lexicon import Words
from recoupe.names import fold

#: The lists of the table of sorts that tell how its nouns are used.
_USES = frozenset({"acting", "describing"})
#: The tables of words that stand around names and mean nobody themselves.
_AROUND = frozenset({"camps", "colours", "deciding", "grounds", "leaving", "teams", "undergone"})
#: The tables of words for what acts and speaks no more than they do, whatever it is called.
_THINGS = frozenset({"ends_names", "hosts", "named_things", "not_bodies", "own_names", "places", "recipients"})


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
        return word.lower() in self._persons.get((table, key), ())

    def body(self, table: str, word: str, key: str = "words") -> bool:
        """`word`, in any number, is in a list of ``bodies.toml``."""
        return word.lower() in self._bodies.get((table, key), ())

    def is_attire(self, garment: str, *colour: str) -> bool:
        """What people wear, with its colour in one of these forms, which stands for them: "les gilets jaunes"."""
        return self.person("worn", garment) and any(self.person("colours", form) for form in colour)

    def lists(self, word: str) -> bool:
        """`word`, in any number, is in some list of either file; one with "ex-" counts as without."""
        return word.lower().removeprefix("ex-") in self._listed

    def speaks(self, word: str) -> bool:
        """`word`, in any number, is in some list of those who act: not "tempête", "affaire", "grève"."""
        return word.lower().removeprefix("ex-") in self._speaking

    def office(self, word: str) -> str | None:
        """The singular of a word for an office; None where it is none. "Député-maire" is an office, since both parts
        mean persons."""
        return _office(self, word)

    def human(self, word: str) -> str | None:
        """The singular of a word for a person, by office or otherwise ("chauffeur"); None where it is none."""
        return self.office(word) or self._singular(self._people, word)

    def _singular(self, table: Mapping[str, str], word: str) -> str | None:
        """What a table has for a word, or for the first of two that both mean persons."""
        form = word.lower().removeprefix("ex-")
        found = table.get(form)
        if found is None and "-" in form and all(map(self._is_human, form.split("-"))):
            return table.get(form.partition("-")[0])
        return found

    def _is_human(self, form: str) -> bool:
        return form in self._offices or form in self._people

    def gender_of(self, name: str) -> str | None:
        """``masculine`` or ``feminine`` where a full name's given name says so; None where it does not."""
        given, _, rest = name.lower().partition(" ")
        first = given.partition("-")[0]
        genders = ("feminine", "masculine")
        return next((g for g in genders if rest and first in self.persons.of("given_names", g)), None)

    def institution(self, word: str) -> str | None:
        """The singular of a word for an institution; None where it is none."""
        return self._institutions.get(word.lower())

    def alike(self, word: str) -> frozenset[str]:
        """The sorts of bodies that `word` is a noun for: those that share one may be called by each other's nouns."""
        return self._alike.get(word.lower(), frozenset())

    def callings(self, word: str) -> frozenset[str]:
        """The callings that a noun is a word for: whoever is said to be one may be called by the others."""
        return self._callings.get(word.lower().removeprefix("ex-"), frozenset())

    def sorts_told(self, name: str) -> frozenset[str]:
        """The sorts of bodies of which words inside a name tell: "Nantes FC" is a club."""
        words = set(fold(name).split())
        return frozenset(
            s for s, told in self.bodies.tables.get("sorts_told", {}).items() if not words.isdisjoint(told)
        )

    def is_named_thing(self, word: str) -> bool:
        """A name may follow `word` that is nobody's: "la tempête Ciaran"; not the plural of "l'homme d'affaires X"."""
        return word.lower() in self.bodies.of("named_things", "words")

    # ------------------------------------------------------------------ the files, by form
    @functools.cached_property
    def _persons(self) -> Mapping[tuple[str, str], frozenset[str]]:
        return self._inflected(self.persons)

    @functools.cached_property
    def _bodies(self) -> Mapping[tuple[str, str], frozenset[str]]:
        return self._inflected(self.bodies)

    @functools.cached_property
    def _listed(self) -> frozenset[str]:
        return self._words_outside(_AROUND)

    @functools.cached_property
    def _speaking(self) -> frozenset[str]:
        return self._words_outside(_AROUND | _THINGS)

    def _words_outside(self, left_out: frozenset[str]) -> frozenset[str]:
        tables = (*self._persons.items(), *self._bodies.items())
        return frozenset().union(*(forms for (table, _), forms in tables if table not in left_out))

    @functools.cached_property
    def _offices(self) -> Mapping[str, str]:
        return self._singulars(self.persons, "offices")

    @functools.cached_property
    def _people(self) -> Mapping[str, str]:
        return self._singulars(self.persons, "people")

    @functools.cached_property
    def _institutions(self) -> Mapping[str, str]:
        return self._singulars(self.bodies, "institutions")

    @functools.cached_property
    def _alike(self) -> Mapping[str, frozenset[str]]:
        listed = self.bodies.tables.get("alike", {})
        return _by_word({sort: words for sort, words in listed.items() if sort not in _USES})

    @functools.cached_property
    def _callings(self) -> Mapping[str, frozenset[str]]:
        return _by_word(self.persons.tables.get("callings", {}))

    @functools.cached_property
    def addresses(self) -> Mapping[str, str]:
        """Forms of address, in small letters, with the gender; "" where they do not say."""
        genders = {"either": "", "plural": "", "feminine": "feminine", "masculine": "masculine"}
        return {form: gender for key, gender in genders.items() for form in self._persons.get(("honorifics", key), ())}

    def _inflected(self, file: Words) -> Mapping[tuple[str, str], frozenset[str]]:
        """The words of each list in all their forms, by table and key."""
        return {
            (table, key): frozenset(form for word in words for form in self._forms(word))
            for table, lists in file.tables.items()
            for key, words in lists.items()
        }

    def _singulars(self, file: Words, table: str) -> Mapping[str, str]:
        return {form: word for word in sorted(file.of(table, "words")) for form in self._forms(word)}

    def _forms(self, word: str) -> tuple[str, ...]:
        """The plural and the singular, also as they are written with a large first letter, which often loses its
        mark."""
        forms = (self.plural(word), word)
        bare = fold(word[0])
        return forms if bare == word[0] else (*forms, *(bare + form[1:] for form in forms))


@functools.lru_cache(maxsize=16384)
def _office(words: ActorWords, word: str) -> str | None:
    return words._singular(words._offices, word)


def _by_word(lists: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Each word, with the names of the lists that hold it."""
    found: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
