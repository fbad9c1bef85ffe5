"""Whether two names may name the same person or organisation, across spellings and romanisations."""

from recoupe.names.comparison import NameMatch, Verdict, compare
from recoupe.names.organisations import abbreviates, compare_organisations, spells
from recoupe.names.personal import PersonalName
from recoupe.names.spelling import fold, readings, sound

__all__ = [
    "NameMatch",
    "PersonalName",
    "Verdict",
    "abbreviates",
    "compare",
    "compare_organisations",
    "fold",
    "readings",
    "sound",
    "spells",
]
