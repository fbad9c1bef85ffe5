"""A name in its place, and the article's own words."""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.gazetteer import Country, KnownActor, key
from recoupe.language.signs import replaced
from recoupe.model import ActorKind


@final
@attrs.frozen(kw_only=True, eq=False)
class Naming:
    """A name in its place. Tokens `start` to `end`, the latter not included."""

    part: Part
    start: int
    end: int
    #: The first token with the form of address before the name ("M. Choïgou").
    address: int = attrs.field(default=attrs.Factory(lambda self: self.start, takes_self=True), kw_only=True)
    #: The name as written, with plain apostrophes and without line breaks.
    name: str
    #: What is named; None where the name alone does not say.
    kind: ActorKind | None
    #: The state, where a country, a capital or a seat is named.
    country: Country | None = None
    #: ``country``, ``capital``, ``seat``, ``known``, ``person``, ``body``.
    sort: str
    #: The entry of the registry.
    known: KnownActor | None = None
    #: ``masculine`` or ``feminine``, where a form of address says so.
    gender: str | None = None

    def covers(self, i: int) -> bool:
        """Token `i` is part of the name."""
        return self.start <= i < self.end


#: What stands before complements, folded.
_COMPLEMENTING: Final = frozenset({"de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux"})
_PLAIN = {"’": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "*": " ", "_": " "}


def clean(text: str) -> str:
    """Words on one line, with plain apostrophes and without emphasis marks at the ends."""
    return " ".join(replaced(text, _PLAIN).split()).strip('«»"“” ,;:.-')


def quote(part: Part, text: str, start: int, end: int) -> str:
    """The article's own words for tokens `start` to `end`, cleaned."""
    first, last = part.doc[start], part.doc[end - 1]
    offset = part.block.start
    return clean(text[offset + first.idx : offset + last.idx + len(last.text)])


def heads(title: str) -> frozenset[str]:
    """The words of a title that are no complements: "porte-parole" of "porte-parole du président"."""
    words = title.replace("'", " ").split()
    return frozenset(w for last, w in zip(("", *words), words, strict=False) if key(last) not in _COMPLEMENTING)
