"""Judgements as linking reads them: what editors bind and what they part, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import final

import attrs

from recoupe.model import Conflict, ConflictValue, Judgement


@final
@attrs.frozen(kw_only=True, eq=False)
class Editing:
    """The judgements on mentions that count. Where editors say both of one pair, neither word decides."""

    #: Pairs of mention ids that are one happening.
    bound: frozenset[tuple[str, str]]
    #: Pairs of mention ids that are two, and those that follow: what is one with one of them is not the other.
    parted: frozenset[tuple[str, str]]
    #: Mention id to the contradictions that it is part of.
    contradictions: Mapping[str, tuple[Conflict, ...]]

    def says(self, a: str, b: str) -> bool | None:
        """What an editor decided on two mentions; None when nothing."""
        pair = (min(a, b), max(a, b))
        return True if pair in self.bound else False if pair in self.parted else None

    def differing(self, other: Editing) -> set[str]:
        """The mentions of which editors said something else there."""
        pairs = (self.bound ^ other.bound) | (self.parted ^ other.parted)
        ours, theirs = self.contradictions, other.contradictions
        return {m for pair in pairs for m in pair} | {
            m for m in ours.keys() | theirs.keys() if ours.get(m) != theirs.get(m)
        }


def editing(judgements: Collection[Judgement], mentions: Iterable[str]) -> Editing:
    """Read the judgements on `mentions`; those on others are kept in the record and have no effect here."""
    known = set(mentions) if judgements else set()
    said: dict[tuple[str, str], dict[bool, list[Judgement]]] = {}
    for judgement in judgements:
        if judgement.first in known and judgement.second in known:
            said.setdefault((judgement.first, judgement.second), {}).setdefault(judgement.same, []).append(judgement)
    bound = {pair for pair, words in said.items() if set(words) == {True}}
    parted = {pair for pair, words in said.items() if set(words) == {False}}
    conflicts: dict[str, list[Conflict]] = {}
    for pair in sorted(said.keys() - bound - parted):
        _report(conflicts, pair, "editors judged this pair both ways; neither judgement decides")
    groups = _groups(bound)
    follows: set[tuple[str, str]] = set()
    for pair in sorted(parted):
        one, other = (groups.get(mention, frozenset((mention,))) for mention in pair)
        follows.update((min(a, b), max(a, b)) for a in one for b in other if one != other)
        if one == other:
            _report(conflicts, pair, "judged to be two happenings, and bound into one by other judgements")
    return Editing(
        bound=frozenset(bound),
        parted=frozenset(parted | follows),
        contradictions={mention: tuple(found) for mention, found in conflicts.items()},
    )


def _report(conflicts: dict[str, list[Conflict]], pair: tuple[str, str], reason: str) -> None:
    values = [ConflictValue(value="same", mentions=pair), ConflictValue(value="different", mentions=pair)]
    conflict = Conflict(field="judgement", values=values, reason=reason)
    for mention in pair:
        conflicts.setdefault(mention, []).append(conflict)


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Mention id to those that it is bound to, directly or not, and itself."""
    home: dict[str, frozenset[str]] = {}
    for a, b in sorted(pairs):
        joined = home.get(a, frozenset((a,))) | home.get(b, frozenset((b,)))
        for mention in joined:
            home[mention] = joined
    return home
