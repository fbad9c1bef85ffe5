"""Joining: what several mentions of one article say of one event, as one profile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from recoupe.linking.naming import FIRMNESS
from recoupe.linking.profile import Profile

_Value = TypeVar("_Value")


def joined(parts: Sequence[Profile]) -> Profile:
    """The profile of one article's mentions of one event: sets are joined, dates narrowed.

    Where their dates exclude each other the hull is taken, and is no longer firm.
    """
    if len(parts) == 1:
        return parts[0]
    telling = [p for p in parts if p.shown] or parts
    first, last = max(p.first for p in telling), min(p.last for p in telling)
    agree = first <= last
    if not agree:
        first, last = min(p.first for p in telling), max(p.last for p in telling)
    head = parts[0]
    nights = {p.night for p in parts if p.night is not None}
    return Profile(
        mentions=tuple(m for p in parts for m in p.mentions),
        source=head.source,
        kind=head.kind,
        symmetric=head.symmetric,
        modes=_all(p.modes for p in parts),
        acts=_all(p.acts for p in parts),
        frames=_all(p.frames for p in parts),
        status=max((p.status for p in telling), key=FIRMNESS.index),
        shown=any(p.shown for p in parts),
        first=first,
        last=last,
        firm=agree and any(p.firm for p in parts),
        night=nights.pop() if len(nights) == 1 else None,
        period=any(p.period for p in parts),
        symbols=_all(p.symbols for p in parts),
        agents=_all(p.agents for p in parts),
        targets=_all(p.targets for p in parts),
        actors=_all(p.actors for p in parts),
        particular=_all(p.particular for p in parts),
        distinct=_all(p.distinct for p in parts),
        unnamed_agents=_all(p.unnamed_agents for p in parts),
        unnamed_targets=_all(p.unnamed_targets for p in parts),
        titles=_all(p.titles for p in parts),
        agent_countries=_all(p.agent_countries for p in parts),
        target_countries=_all(p.target_countries for p in parts),
        places=_all(p.places for p in parts),
        enclosing=_all(p.enclosing for p in parts),
        place_countries=_all(p.place_countries for p in parts),
        counts=tuple(dict.fromkeys(c for p in parts for c in p.counts)),
        concepts=_all(p.concepts for p in parts),
        ordinals=_all(p.ordinals for p in parts),
        contrast=any(p.contrast for p in parts),
        words=_all(p.words for p in parts),
        stems=_all(p.stems for p in parts),
        general=_all(p.general for p in parts),
        refers=all(p.refers for p in parts),
        determiner=min(p.determiner for p in parts),
        plural=head.plural if all(p.plural is head.plural for p in parts) else None,
        complement=_all(p.complement for p in parts),
        names=_all(p.names for p in parts),
        told=head.told,
        passages=_all(p.passages for p in parts),
        start=min(p.start for p in parts),
        story=head.story,
    )


def _all(sets: Iterable[frozenset[_Value]]) -> frozenset[_Value]:
    none: frozenset[_Value] = frozenset()
    return none.union(*sets)
