"""Events: those that the groups of a linkage make, and which of them are plan and execution."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

import attrs

from recoupe.linking import consensus, origins
from recoupe.linking.editing import Editing
from recoupe.linking.grouping import Component
from recoupe.linking.reports import Reports
from recoupe.linking.rounds import Groups
from recoupe.linking.standing import PublishedOrder
from recoupe.linking.units import Units
from recoupe.model import Conflict, Event, Mention

#: How many sources' shingles are kept at a time.
_SHINGLED = 4096

#: What an event is sorted by, and the event.
_Keyed = tuple[Any, Event]
#: The events of components of units, in the order of their clusters.
Made = Mapping[Component, tuple[_Keyed, ...]]


def events_of(groups: Groups, former: Made) -> tuple[Made, tuple[Event, ...]]:
    """The events; also as they were made, without those related to them, by the components that they are of.

    The events of a component that `former` has are as they were there.
    """
    reports, last = groups.reports, groups.rounds[-1]
    context = consensus.Context(
        sources=reports.sources,
        actors=reports.actors,
        redated=groups.calendar.redated,
        ranks=PublishedOrder(reports.sources),
        shingles=_shingles(reports),
    )
    made: dict[Component, tuple[_Keyed, ...]] = {}
    for component in last.grouping.components:
        made[component] = former.get(component) or _made(component, reports, last.units, context)
    events = sorted(itertools.chain.from_iterable(made.values()))
    related = _related(made, last.grouping.plans)
    out = [attrs.evolve(e, related=sorted(related[e.id])) if e.id in related else e for _, e in events]
    return made, tuple(out)


def _shingles(reports: Reports) -> consensus.Shingles:
    @lru_cache(maxsize=_SHINGLED)
    def of(source: str) -> frozenset[int]:
        return origins.shingled(m.passage.text for m in reports.told.get(source, ()))

    return of


def _made(component: Component, reports: Reports, units: Units, context: consensus.Context) -> tuple[_Keyed, ...]:
    """The events of one component, with what they are sorted by."""
    told = {m.id: m for u in component.members for m in reports.told[units.profiles[u].source]}
    out = []
    for cluster in component.clusters:
        mentions = [told[m] for u in cluster for m in units.profiles[u].mentions]
        event = consensus.event(mentions, context, _judged(mentions, reports.editing))
        out.append((event.sort_key, event))
    return tuple(out)


def _related(made: Made, plans: Collection[tuple[int, int]]) -> dict[str, set[str]]:
    """Event id to the ids of the events that are its plan or its execution."""
    planned = {unit for pair in plans for unit in pair}
    home: dict[int, str] = {}
    for component, events in made.items() if planned else ():
        if not planned.isdisjoint(component.members):
            for cluster, (_, event) in zip(component.clusters, events, strict=True):
                home.update((u, event.id) for u in cluster)
    related: dict[str, set[str]] = {}
    for a, b in plans:
        if home[a] != home[b]:
            related.setdefault(home[a], set()).add(home[b])
            related.setdefault(home[b], set()).add(home[a])
    return related


def _judged(mentions: Sequence[Mention], edited: Editing) -> list[Conflict]:
    found = {c: None for m in mentions for c in edited.contradictions.get(m.id, ())}
    return sorted(found, key=lambda c: c.values[0].mentions)
