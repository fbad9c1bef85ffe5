"""Countries, their adjectives, capitals and seats; places; and the registry of known actors."""

from recoupe.gazetteer.countries import Countries, Country, countries, nationality
from recoupe.gazetteer.places import Gazetteer, places
from recoupe.gazetteer.registry import KnownActor, Office, Registry, known_actors
from recoupe.gazetteer.spellings import key

__all__ = [
    "Countries",
    "Country",
    "Gazetteer",
    "KnownActor",
    "Office",
    "Registry",
    "countries",
    "key",
    "known_actors",
    "nationality",
    "places",
]
