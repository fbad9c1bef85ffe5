"""What the arguments of a command choose in a timeline."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence

from recoupe.errors import InvalidValue
from recoupe.model import Event, Kind, When
from recoupe.timeline import Timeline


def select(
    timeline: Timeline,
    *,
    since: str | None = None,
    until: str | None = None,
    kinds: Sequence[str] = (),
    actor: str | None = None,
    min_origins: int = 0,
) -> tuple[Event, ...]:
    """The events that fulfil all that is asked; without anything asked, all. Days are EDTF: ``2025-06`` is the month.

    Raises:
        EdtfError: a day is not EDTF.
        InvalidValue: there is no such kind.
    """
    events = timeline.events
    if since is not None or until is not None:
        first = When.from_edtf(since).earliest if since else None
        last = When.from_edtf(until).latest if until else None
        events = _among(events, timeline.between(first, last))
    if kinds:
        known = {kind.value for kind in Kind}
        for kind in kinds:
            if kind not in known:
                raise InvalidValue("Event", "kind", kind, "one of " + ", ".join(sorted(known)))
        events = _among(events, timeline.of_kind(*kinds))
    if actor is not None:
        events = _among(events, timeline.involving(actor))
    return tuple(event for event in events if len(event.origins) >= min_origins)


def told(timeline: Timeline, as_of: str | None) -> Timeline:
    """The timeline as it may be told at a moment (ISO 8601 with its time zone); as it is where none is given.

    Raises:
        InvalidValue: it is no such moment.
    """
    if as_of is None:
        return timeline
    try:
        moment = datetime.datetime.fromisoformat(as_of)
    except ValueError as error:
        raise InvalidValue("Timeline", "as_of", as_of, "a moment such as 2025-06-18T06:00+02:00") from error
    return timeline.as_of(moment)


def _among(events: Sequence[Event], chosen: Sequence[Event]) -> tuple[Event, ...]:
    ids = {event.id for event in chosen}
    return tuple(event for event in events if event.id in ids)


def pairs(timeline: Timeline, first: str, second: str | None) -> list[tuple[str, str]]:
    """The pairs of mentions to explain.

    Of two mentions that pair; of one event each mention with the one before it; of two events the pair that speaks most
    for one event.

    Raises:
        UnknownReference: there is no such event.
    """
    if second is None:
        return list(itertools.pairwise(_mentions(timeline, first)))
    across = itertools.product(_mentions(timeline, first), _mentions(timeline, second))
    return [max(across, key=lambda pair: (timeline.why(*pair).weight, pair))]


def _mentions(timeline: Timeline, reference: str) -> list[str]:
    if reference.startswith("m-"):
        return [reference]
    return [mention.id for mention in timeline.event(reference).mentions]
