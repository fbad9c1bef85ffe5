"""What changed between two timelines: events that are new, gone, or changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import final

import attrs

from recoupe.model import Event, Figure


class Change(StrEnum):
    """What is different about an event."""

    NEW = "new"
    GONE = "gone"
    SOURCE = "source"
    DATE = "date"
    FIGURE = "figure"
    STATUS = "status"


@final
@attrs.frozen(kw_only=True)
class EventChange:
    """One event, before and after."""

    #: What is different, in the order of `Change`.
    changes: tuple[Change, ...]
    #: The event in the older timeline; None when it is new.
    before: Event | None
    #: The event in the newer timeline; None when it is gone.
    after: Event | None

    def __str__(self) -> str:
        event = self.after or self.before
        return f"{', '.join(self.changes)}: {event.title if event else ''}"


@final
@attrs.frozen(kw_only=True)
class Difference:
    """What is different in the newer of two timelines. Iterable and sized; empty when nothing changed."""

    #: Every changed event: by date of the newer state, then of the older one.
    changes: tuple[EventChange, ...]

    def of(self, change: Change) -> tuple[EventChange, ...]:
        """The events that changed in this respect."""
        return tuple(c for c in self.changes if change in c.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[EventChange]:
        return iter(self.changes)

    def __str__(self) -> str:
        return "\n".join(str(change) for change in self.changes)


def difference(before: Sequence[Event], after: Sequence[Event]) -> Difference:
    """Compare two lists of events.

    Events are the same when they share mentions: of several, the one that shares most, ties by id. An event
    without a counterpart is new or gone; one with the same sources, dates, figures and status has not changed.
    """
    pairs = _counterparts(before, after)
    old = {event.id: event for event in before}
    taken = set(pairs.values())
    found: list[EventChange] = []
    for event in after:
        match = pairs.get(event.id)
        if match is None:
            found.append(EventChange(changes=(Change.NEW,), before=None, after=event))
        elif changes := _changes(old[match], event):
            found.append(EventChange(changes=changes, before=old[match], after=event))
    found += [EventChange(changes=(Change.GONE,), before=e, after=None) for e in before if e.id not in taken]
    return Difference(changes=tuple(found))


def _counterparts(before: Sequence[Event], after: Sequence[Event]) -> dict[str, str]:
    """Newer event id to the older one's, one to one: the pairs with the most shared mentions first."""
    home = {m.id: e.id for e in before for m in e.mentions}
    shared: dict[tuple[str, str], int] = {}
    for event in after:
        for mention in event.mentions:
            if mention.id in home:
                pair = (event.id, home[mention.id])
                shared[pair] = shared.get(pair, 0) + 1
    pairs: dict[str, str] = {}
    for new, old in sorted(shared, key=lambda p: (-shared[p], p[0] != p[1], p)):
        if new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs


def _changes(before: Event, after: Event) -> tuple[Change, ...]:
    out = []
    if set(after.sources) - set(before.sources):
        out.append(Change.SOURCE)
    if after.when != before.when:
        out.append(Change.DATE)
    if _values(after.figures) != _values(before.figures):
        out.append(Change.FIGURE)
    if after.status is not before.status:
        out.append(Change.STATUS)
    return tuple(out)


def _values(figures: Iterable[Figure]) -> set[tuple[object, ...]]:
    return {(f.low, f.high, f.qualifier, f.of, f.unit) for f in figures}
