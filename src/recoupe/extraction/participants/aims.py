"""What is aimed at, and belongs to somebody: whose it is takes part, though only the thing stands in the clause."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Role

#: Kinds of happenings that are done to whoever lives or sits where they are done.
_ON_PREMISES: Final[Collection[Kind]] = frozenset({Kind.CRIME, Kind.ASSAULT, Kind.COERCE, Kind.SANCTION})
#: Kinds of happenings that are aimed at nobody.
_BEFALLING: Final[Collection[Kind]] = frozenset({Kind.CASUALTY, Kind.ACCIDENT, Kind.DISASTER})


def owner_role(kind: Kind, roles: Mapping[str, Role], word: str, thing: Token, words: Words) -> Role | None:
    """What the owner of a thing is to a happening.

    Args:
        kind: the happening's.
        roles: those that its frame gives to what stands behind prepositions.
        word: what stands before the thing ("contre la décision de X", "au domicile de X").
        thing: its noun.
        words: ``occurrence.toml`` of the language pack.

    Returns:
        The role; None where nothing is aimed at the thing.
    """
    if kind in _BEFALLING or word == "de":
        return None
    if word in words.of("prepositions", "targets"):
        return roles.get(word, Role.PATIENT)
    if kind is Kind.ASSAULT and roles.get(word) is Role.PATIENT:
        return Role.PATIENT  # "a riposté aux frappes de X"
    if thing.lemma_ not in words.of("nouns", "premises"):
        return None
    done = Role.PATIENT if kind in _ON_PREMISES else None
    return roles.get(word, done)
