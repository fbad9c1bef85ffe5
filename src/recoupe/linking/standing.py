"""Which sources count: withdrawn, embargoed and superseded ones stay in the record, and are in no event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from recoupe.model import Source


def standing(sources: Iterable[Source]) -> frozenset[str]:
    """Ids of the sources whose mentions make events.

    Of several texts at one address (or location), the newest counts: by `updated`, then by `published`, where one is
    later than all others. Texts that cannot be put in order all count, since none is known to be replaced. A text under
    embargo replaces none yet; one that is withdrawn takes back those before it.
    """
    places: dict[str, list[Source]] = {}
    first: dict[str, Source] = {}
    for source in sources:
        if not source.embargoed and first.setdefault(source.url or source.location, source) is not source:
            places.setdefault(source.url or source.location, []).append(source)
    for place, later in places.items():
        later.append(first.pop(place))
    newest = [source for revisions in places.values() for source in _newest(revisions)]
    return frozenset([source.id for source in (*first.values(), *newest) if not source.withdrawn])


def _newest(revisions: list[Source]) -> list[Source]:
    return [r for r in revisions if not any(_replaces(other, r) for other in revisions)]


def _replaces(other: Source, source: Source) -> bool:
    """`other` is another text, and is dated later."""
    ours, theirs = _moment(source), _moment(other)
    return other.digest != source.digest and ours is not None and theirs is not None and theirs > ours


def _moment(source: Source) -> Any:
    when = source.updated or source.published
    if when is None or when.latest is None:
        return None
    clock = when.at.isoformat() if when.at else ""
    return (when.latest, source.updated is not None, clock, source.published_at or "")


class PublishedOrder(dict[str, tuple[Any, ...]]):
    """Source id to its place by publication, undated ones last, ties by location: earlier reports come first.

    Places are made when they are asked for.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        super().__init__()
        self._sources = sources

    def __missing__(self, source: str) -> tuple[Any, ...]:
        place = self[source] = self._sources[source].sort_key
        return place
