"""`Registry`: well-known actors as data, which users extend or replace with a file of their own."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from recoupe.gazetteer.rows import Row, csv_rows, entries, rows_of_file, several
from recoupe.gazetteer.spellings import key, plain_capitals
from recoupe.gazetteer.tree import NameTree
from recoupe.model import ActorKind
from recoupe.model.validation import as_tuple, country_code, is_a, items_are, matches, text

#: An office in a file: the title, then the years within which it is held; either end may be open ("..").
_OFFICE = re.compile(r"(?P<title>.*\S)\s+(?P<start>\d{4}|\.\.)/(?P<end>\d{4}|\.\.)")
#: What the files are, in errors.
_WHAT: Final = "registry of actors"
#: Letters of a name that may be another word in other letters.
_SHORT: Final = 2
_COLUMNS = ("name", "kind", "country", "wikidata", "aliases", "offices")


@final
@attrs.frozen(kw_only=True)
class Office:
    """A function that a person holds for some years."""

    #: As a newspaper words it.
    title: str = attrs.field(validator=text())
    #: The year in which it begins; None: unknown.
    start: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    #: The year in which it ends, included; None: not ended, or unknown.
    end: int | None = attrs.field(default=None, validator=is_a(int, optional=True))


@final
@attrs.frozen(kw_only=True)
class KnownActor:
    """An actor that the registry knows."""

    #: The name to show.
    name: str = attrs.field(validator=text())
    #: What sort of actor it is.
    kind: ActorKind = attrs.field(validator=is_a(ActorKind))
    #: Other names that it goes by.
    aliases: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: ISO 3166-1 alpha-3; None where it belongs to no country.
    country: str | None = attrs.field(default=None, validator=country_code())
    #: Wikidata id, where it is certain.
    wikidata: str | None = attrs.field(default=None, validator=matches(r"Q[1-9]\d*", "a Wikidata id", optional=True))
    #: What it holds or held.
    offices: tuple[Office, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Office))


@final
@attrs.frozen(kw_only=True)
class Registry:
    """A set of known actors. A value: `|` makes another; of two entries under one name the right-hand one holds."""

    #: The entries, in the order in which they were given.
    actors: tuple[KnownActor, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(KnownActor))
    _by_name: Mapping[str, KnownActor] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        index = {key(name): actor for actor in self.actors for name in (*actor.aliases, actor.name)}
        object.__setattr__(self, "_by_name", MappingProxyType(index))

    def __iter__(self) -> Iterator[KnownActor]:
        return iter(self.actors)

    def __or__(self, other: Registry) -> Registry:
        own = {key(actor.name) for actor in other.actors}
        return Registry(actors=(*(a for a in self.actors if key(a.name) not in own), *other.actors))

    def named(self, name: str) -> KnownActor | None:
        """The actor that goes by `name`, in any case, with or without marks; a name of two letters as it is written
        ("UE", not "Eu égard à"). None when there is none."""
        return self._by_name.get(key(name)) if len(name) > _SHORT or name in self._spellings else None

    def spelled(self, name: str) -> KnownActor | None:
        """The actor whose name or alias is written exactly so, or with large letters that lost their marks ("Etat
        islamique"); None when there is none."""
        return self.named(name) if name in self._spellings else None

    @functools.cached_property
    def _spellings(self) -> frozenset[str]:
        names = [name for actor in self.actors for name in (actor.name, *actor.aliases)]
        return frozenset((*names, *map(plain_capitals, names)))

    @functools.cached_property
    def tree(self) -> NameTree:
        """All names and aliases, to be found in running text."""
        return NameTree(self._spellings)

    @classmethod
    def from_file(cls, path: str | Path) -> Registry:
        """Read a registry: CSV with a header line, or JSON (a list of objects), after the file's ending.

        The columns or keys are ``name``, ``kind`` and, all optional, ``country``, ``wikidata``, ``aliases`` and
        ``offices``; in CSV several aliases or offices stand in one cell, separated by ``|``.

        Raises:
            UnreadableDocument: there is no such file, or it is not UTF-8.
            InvalidFile: with every problem found, each with its line or entry.
        """
        return cls(actors=_actors(rows_of_file(path, _WHAT), str(path)))


@functools.cache
def known_actors() -> Registry:
    """The registry of this package. Read once; a few milliseconds."""
    text = files("recoupe.gazetteer").joinpath("known_actors.csv").read_text(encoding="utf-8")
    return Registry(actors=_actors(csv_rows(text), "known_actors.csv"))


def _actors(rows: Iterable[Row], location: str) -> tuple[KnownActor, ...]:
    return entries(rows, location, _WHAT, columns=_COLUMNS, make=_entry)


def _entry(row: Mapping[str, Any]) -> KnownActor:
    return KnownActor(
        name=row.get("name") or "",
        kind=ActorKind(row.get("kind") or "organisation"),
        aliases=several(row.get("aliases")),
        country=row.get("country") or None,
        wikidata=row.get("wikidata") or None,
        offices=[_office(cell) for cell in several(row.get("offices"))],
    )


def _office(cell: str) -> Office:
    found = _OFFICE.fullmatch(cell)
    if not found:
        return Office(title=cell)
    start, end = (int(y) if y != ".." else None for y in (found["start"], found["end"]))
    return Office(title=found["title"], start=start, end=end)
