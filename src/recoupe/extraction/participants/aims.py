"""What is aimed at, and belongs to somebody: whose it is takes part, though only the thing stands in the clause."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from recoupe.language.lexicon import Frames, Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Role

#: Kinds of happenings that are done to whoever lives or sits where they are done.
_ON_PREMISES: Final[Collection[Kind]] = frozenset({Kind.CRIME, Kind.ASSAULT, Kind.COERCE, Kind.SANCTION})
#: Kinds of happenings that are aimed at nobody and that nobody brings about on purpose: "la reconstitution de la
#: collision" is not done to collide.
BEFALLING: Final[Collection[Kind]] = frozenset({Kind.CASUALTY, Kind.ACCIDENT, Kind.DISASTER})
#: Kinds of happenings that blame whoever did what they are about, and not whoever underwent it.
_BLAMING: Final[Collection[Kind]] = frozenset({Kind.ACCUSE, Kind.PROTEST})


def is_victims(kind: Kind, thing: Token, frames: Frames) -> bool:
    """ "dénonce l'arrestation de X", "une marche contre le meurtre de X": whose it is underwent what is blamed.

    Args:
        kind: the kind of the happening that is about the thing.
        thing: the noun before "de".
        frames: what nouns evoke.
    """
    if kind not in _BLAMING:
        return False
    units = frames.nouns.get(thing.lemma_.lower(), ())
    return bool(units) and units[0].frame.noun_roles.get("de") is Role.PATIENT


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
    if kind in BEFALLING or word == "de":
        return None
    if word in words.of("prepositions", "targets"):
        return roles.get(word, Role.PATIENT)
    if kind is Kind.ASSAULT and roles.get(word) is Role.PATIENT:
        return Role.PATIENT  # "a riposté aux frappes de X"
    if thing.lemma_ not in words.of("nouns", "premises") | words.of("nouns", "body"):
        return None
    done = Role.PATIENT if kind in _ON_PREMISES else None
    return roles.get(word, done)
