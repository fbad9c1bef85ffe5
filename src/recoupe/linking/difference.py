"""What changed between two timelines: events that are new, gone, or changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import final

import attrs

from recoupe.model import Event, Figure, Kind, Mention

#: Share of the words of two passages from which a mention in a revised text is taken for the same report as before.
_ALIKE = 0.5


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


def difference(
    before: Sequence[Event], after: Sequence[Event], *, addresses: Mapping[str, str] | None = None
) -> Difference:
    """Compare two lists of events.

    Events are the same when they share mentions: of several, the one that shares most, ties by id. A mention in a
    revised text counts as shared with the one in the former text at that address that is of its kind and in nearly its
    words. An event without a counterpart is new or gone; one with the same sources, dates, figures and status has not
    changed, and a revision is no other source.

    Args:
        before: The events of the older timeline.
        after: The events of the newer one.
        addresses: Source id to address, by which revisions of one article are known; without it none are.
    """
    addresses = addresses or {}
    pairs = _counterparts(before, after, addresses)
    old = {event.id: event for event in before}
    taken = set(pairs.values())
    found: list[EventChange] = []
    for event in after:
        match = pairs.get(event.id)
        if match is None:
            found.append(EventChange(changes=(Change.NEW,), before=None, after=event))
        elif changes := _changes(old[match], event, addresses):
            found.append(EventChange(changes=changes, before=old[match], after=event))
    found += [EventChange(changes=(Change.GONE,), before=e, after=None) for e in before if e.id not in taken]
    return Difference(changes=tuple(found))


def _counterparts(before: Sequence[Event], after: Sequence[Event], addresses: Mapping[str, str]) -> dict[str, str]:
    """Newer event id to the older one's, one to one: the pairs with the most shared mentions first."""
    home = {m.id: e.id for e in before for m in e.mentions}
    former = _Former(before, addresses)
    shared: dict[tuple[str, str], float] = {}
    for event in after:
        for mention in event.mentions:
            known, weight = (home[mention.id], 1.0) if mention.id in home else former.of(mention)
            if known is not None:
                shared[event.id, known] = shared.get((event.id, known), 0) + weight
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for new, old in sorted(shared, key=lambda p: (-shared[p], p[0] != p[1], p)):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs


class _Former:
    """The mentions of the older timeline, by the address of their article and by kind."""

    def __init__(self, events: Iterable[Event], addresses: Mapping[str, str]) -> None:
        self._addresses = addresses
        self._mentions: dict[tuple[str, Kind], list[tuple[str, Mention]]] = {}
        for event in events:
            for mention in event.mentions:
                if mention.source in addresses:
                    place = (addresses[mention.source], mention.kind)
                    self._mentions.setdefault(place, []).append((event.id, mention))

    def of(self, mention: Mention) -> tuple[str | None, float]:
        """The event of the mention that this one revises, and how alike they are; None when it revises none."""
        place = (self._addresses.get(mention.source, ""), mention.kind)
        texts = [(e, m) for e, m in self._mentions.get(place, ()) if m.source != mention.source]
        likenesses = [(_likeness(mention, m), e) for e, m in texts]
        best, event = max(likenesses, default=(0.0, None))
        return (event, best) if best >= _ALIKE else (None, 0.0)


def _likeness(one: Mention, other: Mention) -> float:
    a, b = (set(re.findall(r"\w+", m.passage.text.lower())) for m in (one, other))
    return len(a & b) / max(1, len(a | b))


def _changes(before: Event, after: Event, addresses: Mapping[str, str]) -> tuple[Change, ...]:
    out = []
    ours, theirs = ({addresses.get(source, source) for source in event.sources} for event in (after, before))
    if ours - theirs:
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
