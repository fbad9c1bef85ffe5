"""`Country`: states with their names, adjectives, capitals and the seats that stand for their governments."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, final

import attrs

from recoupe.gazetteer.inflection import forms
from recoupe.gazetteer.spellings import key
from recoupe.gazetteer.tree import NameTree


@final
@attrs.frozen(kw_only=True)
class Country:
    """A sovereign state. Tuples of names show the usual one first."""

    #: ISO 3166-1 alpha-3.
    code: str
    #: ISO 3166-1 alpha-2.
    alpha2: str
    #: Names in French.
    french: tuple[str, ...]
    #: Names in English.
    english: tuple[str, ...]
    #: French adjectives of nationality, masculine singular.
    adjectives: tuple[str, ...]
    #: Cities where the government sits, in every spelling that is known.
    capitals: tuple[str, ...] = ()
    #: Buildings and streets that stand for the government ("Élysée").
    seats: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The usual name in French."""
        return self.french[0]


@final
@attrs.frozen(kw_only=True)
class Countries:
    """A set of countries, and what their names and adjectives are looked up by. A value: build another to change it."""

    #: All countries, by code.
    all: tuple[Country, ...]
    _by_code: Mapping[str, Country] = attrs.field(init=False, repr=False, eq=False)
    _by_name: Mapping[str, Country] = attrs.field(init=False, repr=False, eq=False)
    _by_french_name: Mapping[str, Country] = attrs.field(init=False, repr=False, eq=False)
    _by_adjective: Mapping[str, tuple[Country, ...]] = attrs.field(init=False, repr=False, eq=False)
    _by_capital: Mapping[str, Country] = attrs.field(init=False, repr=False, eq=False)
    _by_seat: Mapping[str, Country] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        adjectives: dict[str, list[Country]] = {}
        for country in self.all:
            for form in {key(f) for a in country.adjectives for f in forms(a)}:
                adjectives.setdefault(form, []).append(country)
        indexes: dict[str, dict[str, Any]] = {
            "_by_code": {c.code: c for c in self.all},
            "_by_name": _index((name, c) for c in self.all for name in (*c.french, *c.english)),
            "_by_french_name": _index((name, c) for c in self.all for name in c.french),
            "_by_adjective": {form: tuple(found) for form, found in adjectives.items()},
            "_by_capital": _index((name, c) for c in self.all for name in c.capitals),
            "_by_seat": _index((name, c) for c in self.all for name in c.seats),
        }
        for field, index in indexes.items():
            object.__setattr__(self, field, MappingProxyType(index))

    def __iter__(self) -> Iterator[Country]:
        return iter(self.all)

    def with_code(self, code: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-3 code; None when there is none."""
        return self._by_code.get(code)

    def named(self, name: str) -> Country | None:
        """The country that goes by `name`, in French or English, in any case and with or without marks."""
        return self._by_name.get(key(name))

    def named_in_french(self, name: str) -> Country | None:
        """The country that goes by `name` in French: English names are given names and verbs too ("Jordan", "Chad")."""
        return self._by_french_name.get(key(name))

    def of_adjective(self, word: str) -> Country | None:
        """The country of an adjective or a demonym in any of its forms; None when none or several have it."""
        found = self._by_adjective.get(key(word), ())
        return found[0] if len(found) == 1 else None

    def is_adjective(self, word: str) -> bool:
        """Some country, or several ("congolais"), have this adjective."""
        return key(word) in self._by_adjective

    def of_capital(self, name: str) -> Country | None:
        """The country whose government sits in the city of this name."""
        return self._by_capital.get(key(name))

    @functools.cached_property
    def tree(self) -> NameTree:
        """The French names, the capitals and the seats, to be found in running text."""
        return NameTree(name for c in self.all for name in (*c.french, *c.capitals, *c.seats))

    def of_seat(self, name: str) -> Country | None:
        """The country whose government is meant by a building or a street."""
        return self._by_seat.get(key(name))


def _index(pairs: Iterable[tuple[str, Country]]) -> dict[str, Country]:
    """The first that claims a name has it: the file is in the order of the alphabet, and names hardly collide."""
    found: dict[str, Country] = {}
    for name, country in pairs:
        found.setdefault(key(name), country)
    return found


@functools.cache
def countries() -> Countries:
    """All sovereign states, from ``countries.csv`` of this package. Read once; a few milliseconds."""
    text = files("recoupe.gazetteer").joinpath("countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    found = [
        Country(
            code=row["code"], alpha2=row["alpha2"], french=_cell(row["french"]), english=_cell(row["english"]),
            adjectives=_cell(row["adjective"]), capitals=_cell(row["capital"]), seats=_cell(row["seat"]),
        )
        for row in rows
    ]  # fmt: skip
    return Countries(all=tuple(sorted(found, key=lambda country: country.code)))


@functools.lru_cache(maxsize=16384)
def nationality(word: str) -> Country | None:
    """The country of an adjective or a demonym, as `Countries.of_adjective` of all states. What was asked lately is
    kept: this is asked of every word of a text."""
    return countries().of_adjective(word)


def _cell(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())
