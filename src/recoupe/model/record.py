"""`Record`: everything that was read. A set, joined by union; timelines are derived from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar, final

import attrs

from recoupe.errors import UnknownReference
from recoupe.model.actor import Actor
from recoupe.model.judgement import Judgement
from recoupe.model.mention import Mention
from recoupe.model.source import PublishedBasis, Source
from recoupe.model.validation import items_are


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def _unique(values: Iterable[T], choose: Callable[[T], Any]) -> tuple[T, ...]:
    """One value for each id, sorted by id; of several descriptions of one id the greatest is kept."""
    best: dict[str, T] = {}
    for value in values:
        known = best.get(value.id)
        if known is None or (value is not known and choose(value) > choose(known)):
            best[value.id] = value
    return tuple(best[key] for key in sorted(best))


def _sources(values: Iterable[Source]) -> tuple[Source, ...]:
    return _unique(map(_as_read, values), lambda source: source.authority)


def _as_read(source: Source) -> Source:
    """Without a publication date that was inferred: inference is derived anew from the record, never recorded."""
    if source.published_basis is not PublishedBasis.INFERRED:
        return source
    return attrs.evolve(source, published=None, published_basis=PublishedBasis.UNKNOWN)


def _actors(values: Iterable[Actor]) -> tuple[Actor, ...]:
    return _unique(values, lambda actor: actor.id)


def _mentions(values: Iterable[Mention]) -> tuple[Mention, ...]:
    return _unique(values, lambda mention: mention.id)


def _judgements(values: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return _unique(values, lambda judgement: judgement.id)


@final
@attrs.frozen(kw_only=True)
class Record:
    """Sources, the actors that their articles name, the mentions, and editors' judgements; each sorted by id.

    ``a | b`` joins two records: commutative, associative, idempotent, with ``Record()`` as the empty one.

    Raises:
        UnknownReference: a mention refers to a source or an actor that the record does not hold.
    """

    #: One for each article; an inferred publication date is taken off.
    sources: tuple[Source, ...] = attrs.field(default=(), converter=_sources, validator=items_are(Source))
    #: Actors as the articles name them, before those of several articles are identified with each other.
    actors: tuple[Actor, ...] = attrs.field(default=(), converter=_actors, validator=items_are(Actor))
    #: The atoms.
    mentions: tuple[Mention, ...] = attrs.field(default=(), converter=_mentions, validator=items_are(Mention))
    #: What editors decided.
    judgements: tuple[Judgement, ...] = attrs.field(default=(), converter=_judgements, validator=items_are(Judgement))

    def __attrs_post_init__(self) -> None:
        sources = {s.id for s in self.sources}
        actors = {a.id for a in self.actors}
        for mention in self.mentions:
            if mention.source not in sources:
                raise UnknownReference("source", mention.source, f"mention {mention.id}")
            for actor in mention.referred:
                if actor not in actors:
                    raise UnknownReference("actor", actor, f"mention {mention.id}")

    def __or__(self, other: Record) -> Record:
        # Both are valid, so what they hold together is: nothing is checked again, and a large record grows fast.
        joined = object.__new__(Record)
        object.__setattr__(joined, "sources", _union(self.sources, other.sources, _sources))
        object.__setattr__(joined, "actors", _union(self.actors, other.actors, _actors))
        object.__setattr__(joined, "mentions", _union(self.mentions, other.mentions, _mentions))
        object.__setattr__(joined, "judgements", _union(self.judgements, other.judgements, _judgements))
        return joined


def _union(ours: tuple[T, ...], theirs: tuple[T, ...], unique: Callable[[Iterable[T]], tuple[T, ...]]) -> tuple[T, ...]:
    """What either holds; ours itself where it holds all of theirs."""
    if len(ours) < len(theirs):
        ours, theirs = theirs, ours
    known = {value.id: value for value in ours} if theirs else {}
    more = [value for value in theirs if known.get(value.id) is not value]
    both = [known[value.id] for value in more if value.id in known]
    chosen = unique([*both, *more])  # equal ones may differ in what does not count, such as the words of a date
    if all(known.get(value.id) is value for value in chosen):
        return ours
    known.update((value.id, value) for value in chosen)
    return tuple([known[key] for key in sorted(known)])
