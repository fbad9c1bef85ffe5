"""`Timeline`: a record, seen as its events. Order, batches and repetition of what was read change nothing in it."""

from __future__ import annotations

import datetime
import html
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, final

import attrs

from recoupe.errors import UnknownReference
from recoupe.formats import timeline_json
from recoupe.linking import Linkage, Verdict, link
from recoupe.linking.counting import fold
from recoupe.linking.difference import Difference, difference
from recoupe.model import Actor, Event, Judgement, Kind, Mention, PublishedBasis, Record, Source, When


@final
class Timeline:
    """What a set of articles reports. A value: it is never changed, only joined and narrowed into new ones.

        >>> from recoupe.timeline import Timeline
        >>> a = b = Timeline()
        >>> a | b == a
        True

    Two timelines are equal when their records are. Events are derived on first use and kept. A timeline that is made of
    another one, by union or by a judgement, links only what its further articles touch.
    """

    __slots__ = ("__dict__", "record")

    #: Everything that was read; all else is derived from it.
    record: Record

    def __init__(
        self,
        *,
        sources: Iterable[Source] = (),
        actors: Iterable[Actor] = (),
        mentions: Iterable[Mention] = (),
        judgements: Iterable[Judgement] = (),
    ) -> None:
        """Make a timeline of its parts.

        Raises:
            UnknownReference: a mention refers to a source or an actor that is not among them.
        """
        record = Record(
            sources=tuple(sources), actors=tuple(actors), mentions=tuple(mentions), judgements=tuple(judgements)
        )
        object.__setattr__(self, "record", record)

    @classmethod
    def from_record(cls, record: Record) -> Timeline:
        """The timeline of a record."""
        timeline = cls()
        object.__setattr__(timeline, "record", record)
        return timeline

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Timeline is never changed; make a new one instead of setting {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Timeline is never changed; {name!r} stays")

    # ------------------------------------------------------------------ derived
    @cached_property
    def linkage(self) -> Linkage:
        """How the mentions were linked."""
        return link(self.record, self.__dict__.pop("_former", None))

    def _grown(self, record: Record) -> Timeline:
        """The timeline of a record that has much in common with this one's."""
        timeline = Timeline.from_record(record)
        former = self.__dict__.get("linkage") or self.__dict__.get("_former")
        if former is not None:
            object.__setattr__(timeline, "_former", former)
        return timeline

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, by date."""
        return self.linkage.events

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The identified actors, by id."""
        return self.linkage.actors

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, by id."""
        return self.record.mentions

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What editors decided, by id."""
        return self.record.judgements

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources, by id; undated ones with the interval that the timeline allows, on the basis ``inferred``."""
        published = self.linkage.published
        return tuple(
            attrs.evolve(s, published=published[s.id].when, published_basis=PublishedBasis.INFERRED)
            if s.id in published
            else s
            for s in self.record.sources
        )

    # ------------------------------------------------------------------ a set
    def __eq__(self, other: object) -> bool:
        return self.record == other.record if isinstance(other, Timeline) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.record)

    def __or__(self, other: Timeline) -> Timeline:
        """Everything that either was made of."""
        if not isinstance(other, Timeline):
            return NotImplemented
        larger = max(self, other, key=lambda timeline: len(timeline.record.mentions))
        return larger._grown(self.record | other.record)

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __repr__(self) -> str:
        sources, mentions = len(self.record.sources), len(self.record.mentions)
        return f"<Timeline: {mentions} mentions of {sources} sources>"

    def with_mentions(
        self, mentions: Iterable[Mention], *, sources: Iterable[Source] = (), actors: Iterable[Actor] = ()
    ) -> Timeline:
        """With more mentions, and the sources and actors that they refer to.

        Raises:
            UnknownReference: a mention refers to a source or an actor that is in neither.
        """
        record = self.record
        return self._grown(
            Record(
                sources=(*record.sources, *sources),
                actors=(*record.actors, *actors),
                mentions=(*record.mentions, *mentions),
                judgements=record.judgements,
            )
        )

    def without_source(self, source: str) -> Timeline:
        """Without a source, its mentions, and the actors that nothing else refers to.

        Raises:
            UnknownReference: there is no such source.
        """
        if all(s.id != source for s in self.record.sources):
            raise UnknownReference("source", source, "without_source()")
        kept = [m for m in self.record.mentions if m.source != source]
        return self._with(kept, [s for s in self.record.sources if s.id != source])

    def _with(self, mentions: list[Mention], sources: list[Source]) -> Timeline:
        before = _referred(self.record.mentions)
        gone = before - _referred(mentions)
        actors = [a for a in self.record.actors if a.id not in gone]
        return self._grown(Record(sources=sources, actors=actors, mentions=mentions, judgements=self.record.judgements))

    def as_of(self, moment: datetime.datetime) -> Timeline:
        """The timeline as it may be told at `moment`: with the stories whose embargo has ended by then.

        Until then the mentions of a story under embargo are in the record and in no event. Nothing here reads a clock.

            >>> import datetime
            >>> from recoupe.timeline import Timeline
            >>> Timeline().as_of(datetime.datetime(2025, 6, 18, 6, tzinfo=datetime.UTC)) == Timeline()
            True

        Raises:
            InvalidValue: `moment` has no time zone.
        """
        record = self.record
        sources = [source.as_of(moment) for source in record.sources]
        return Timeline.from_record(attrs.evolve(record, sources=sources))

    def judge(
        self, a: Mention | str, b: Mention | str, *, same: bool, by: str | None = None, note: str | None = None
    ) -> Timeline:
        """With an editor's word that two mentions, given themselves or by their ids, are one happening, or are not.

        Raises:
            UnknownReference: there is no such mention.
            InvalidValue: both are the same.
        """
        first, second = _ids(a, b)
        known = {m.id for m in self.record.mentions}
        for mention in (first, second):
            if mention not in known:
                raise UnknownReference("mention", mention, "judge()")
        judgement = Judgement.between(first, second, same=same, by=by, note=note)
        return self._grown(self.record | Record(judgements=(judgement,)))

    # ------------------------------------------------------------------ looking
    def event(self, event: str) -> Event:
        """The event with this id; a former id (an alias) leads to the event that it became.

        Raises:
            UnknownReference: no event has it.
        """
        found = [e for e in self.events if e.id == event] or [e for e in self.events if event in e.aliases]
        if not found:
            raise UnknownReference("event", event, "event()")
        return found[0]

    def actor(self, actor: str) -> Actor:
        """The identified actor with this id; the id that one article gave an actor, as its mentions hold it, leads to
        the actor that it was identified as.

        Raises:
            UnknownReference: no actor has it.
        """
        found = self._actors.get(self.linkage.identity.get(actor, actor))
        if found is None:
            raise UnknownReference("actor", actor, "actor()")
        return found

    def source(self, source: str) -> Source:
        """The source with this id.

        Raises:
            UnknownReference: no source has it.
        """
        found = self._sources.get(source)
        if found is None:
            raise UnknownReference("source", source, "source()")
        return found

    @cached_property
    def _actors(self) -> Mapping[str, Actor]:
        return {a.id: a for a in self.actors}

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {s.id: s for s in self.sources}

    def between(self, first: datetime.date | None, last: datetime.date | None) -> tuple[Event, ...]:
        """Events that can have happened from `first` to `last`, both included; None leaves an end open.

        Undated events are left out.
        """
        span = When(earliest=first, latest=last)
        return tuple(e for e in self.events if not e.when.is_unknown and e.when.overlaps(span))

    def involving(self, actor: str) -> tuple[Event, ...]:
        """Events in which an actor takes part, given by id (of any article, or identified) or by one of its names."""
        wanted = {self.linkage.identity.get(actor, actor)}
        wanted |= {a.id for a in self.actors if fold(actor) in map(fold, a.names)}
        return tuple(e for e in self.events if wanted & e.actors)

    def of_kind(self, *kinds: Kind | str) -> tuple[Event, ...]:
        """Events of these kinds.

        Raises:
            ValueError: there is no such kind.
        """
        wanted = {Kind(kind) for kind in kinds}
        return tuple(e for e in self.events if e.kind in wanted)

    def corroborated(self, min_origins: int = 2) -> tuple[Event, ...]:
        """Events with at least this many independent origins; copies of one wire story count once."""
        return tuple(e for e in self.events if len(e.origins) >= min_origins)

    def why(self, a: Mention | str, b: Mention | str) -> Verdict:
        """Why two mentions, given themselves or by their ids, are, or are not, one event; print it.

        Raises:
            UnknownReference: one of them is in no event.
        """
        return self.linkage.why(*_ids(a, b))

    def diff(self, other: Timeline) -> Difference:
        """What is different in `other`, the newer one; a revised article changes events, and makes none new."""
        sources = (*self.record.sources, *other.record.sources)
        return difference(self.events, other.events, addresses={s.id: s.url or s.location for s in sources})

    # ------------------------------------------------------------------ JSON
    def to_dict(self) -> dict[str, Any]:
        """The timeline JSON as plain data."""
        published: Mapping[str, When] = {source: dated.when for source, dated in self.linkage.published.items()}
        return timeline_json.to_dict(self.record, self.events, self.actors, self.linkage.identity, published)

    def dumps(self) -> str:
        """The timeline JSON; equal timelines have equal text."""
        return timeline_json.dumps(self.to_dict())

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the timeline JSON to a file, whole or not at all.

        Raises:
            WriteError: it cannot be written; what was there is untouched.
        """
        timeline_json.save(path, self.dumps())

    @classmethod
    def from_dict(cls, data: Any) -> Timeline:
        """The timeline in plain data of timeline JSON.

        Raises:
            InvalidFile: it is not a timeline; every problem with its path.
        """
        return cls.from_record(timeline_json.from_dict(data))

    @classmethod
    def loads(cls, text: str) -> Timeline:
        """The timeline in a JSON text.

        Raises:
            InvalidFile: it is not a timeline; every problem with its path.
        """
        return cls.from_record(timeline_json.loads(text))

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Timeline:
        """The timeline in a JSON file.

        Raises:
            InvalidFile: it cannot be read, or is not a timeline; every problem with its path.
        """
        return cls.from_record(timeline_json.load(path))

    # ------------------------------------------------------------------ notebooks
    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{html.escape(str(e.when))}</td><td>{html.escape(e.title)}</td><td>{html.escape(e.kind)}</td>"
            f"<td>{html.escape(e.status)}</td><td>{len(e.sources)}</td><td>{len(e.origins)}</td></tr>"
            for e in self.events
        )
        head = "".join(f"<th>{name}</th>" for name in ("when", "event", "kind", "status", "sources", "origins"))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _ids(a: Mention | str, b: Mention | str) -> tuple[str, str]:
    return a if isinstance(a, str) else a.id, b if isinstance(b, str) else b.id


def _referred(mentions: Iterable[Mention]) -> set[str]:
    return {actor for m in mentions for actor in m.referred}
