"""Scoring: whether two units may be one event, by what they say and by what editors said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from recoupe.linking import comparison, vetoes
from recoupe.linking.clustering import Score
from recoupe.linking.editing import Editing
from recoupe.linking.profile import Profile


def scorer(profiles: Mapping[int, Profile] | Sequence[Profile], edited: Editing, least: float = -inf) -> Score:
    """Gives the log-odds that two of `profiles` are one happening, `least` at least; None where something rules it
    out."""

    def score(a: int, b: int) -> float | None:
        x, y = profiles[a], profiles[b]
        return None if parted(x, y, edited) or vetoes.vetoed(x, y) else comparison.score(x, y, least)

    return score


def parted(a: Profile, b: Profile, edited: Editing) -> bool:
    """An editor parted some mention of one from some mention of the other."""
    said = edited.parted
    return bool(said) and any((min(m, n), max(m, n)) in said for m in a.mentions for n in b.mentions)


def bonds(edited: Editing, place: Mapping[str, int]) -> set[tuple[int, int]]:
    """The pairs that editors bound, as numbers of their places, the smaller first."""
    found = ((place[a], place[b]) for a, b in edited.bound if a in place and b in place)
    return {(min(a, b), max(a, b)) for a, b in found if a != b}
