"""`link`: from a record to its events. A pure function of the record: no order, no batch and no repetition matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import final

import attrs

from recoupe.errors import UnknownReference
from recoupe.linking import comparison, consensus, origins, vetoes
from recoupe.linking.anchoring import Calendar
from recoupe.linking.dating import Dated
from recoupe.linking.editing import Editing, editing
from recoupe.linking.grouping import Grouping, Units, group, within_articles
from recoupe.linking.identity import Identities, identify
from recoupe.linking.profile import of_mention
from recoupe.linking.standing import published_order, standing
from recoupe.linking.stories import ENOUGH_MENTIONS, Story, story
from recoupe.linking.verdict import Verdict
from recoupe.model import Actor, Conflict, Event, Mention, Record, Source, When

#: How many sources' shingles are kept at a time.
_SHINGLED = 4096


@final
@attrs.frozen(kw_only=True, eq=False)
class Linkage:
    """The events of a record, and what was decided on the way to them."""

    #: What was linked.
    record: Record
    #: The events, by date.
    events: tuple[Event, ...]
    #: The identified actors, by id.
    actors: tuple[Actor, ...]
    #: Raw actor id to the id of the identified actor.
    identity: Mapping[str, str]
    #: Source id to its inferred publication, for undated sources that something bounds.
    published: Mapping[str, Dated]
    #: Where a limit kept pairs from being compared; a sentence each. Empty unless a timeline is very large.
    limits: tuple[str, ...]
    #: The groups of mentions of each article, which were linked.
    units: Units = attrs.field(repr=False)
    _editing: Editing = attrs.field(repr=False)

    def why(self, a: str, b: str) -> Verdict:
        """Why two mentions are, or are not, one event: parts with weights and sentences, vetoes, verdict.

        Mentions of two articles are compared with all that their articles say of the event.

        Raises:
            UnknownReference: an id names no mention that is in an event.
        """
        for mention in (a, b):
            if mention not in self.units.home:
                raise UnknownReference("mention", mention, "why()")
        x, y = self.units.single[a], self.units.single[b]
        if x.source != y.source:
            x, y = self.units.profiles[self.units.home[a]], self.units.profiles[self.units.home[b]]
        homes = {m.id: e.id for e in self.events for m in e.mentions}
        same = homes[a] == homes[b]
        parts, found = comparison.parts(x, y), tuple(vetoes.reasons(x, y))
        total = sum(part.weight for part in parts)
        decided = _decided(self._editing.says(a, b), same, bool(found), total)
        return Verdict(first=a, second=b, same=same, parts=parts, vetoes=found, decided=decided)


def _decided(judged: bool | None, same: bool, vetoed: bool, total: float) -> str:
    if judged is not None:
        return f"an editor judged that they are {'one event' if judged else 'two events'}"
    if vetoed:
        return "a veto keeps them apart" if not same else "other mentions or a judgement bind them, against a veto"
    if (total > 0) == same:
        return f"the sum speaks for {'one event' if same else 'two events'}"
    if same:
        return "the sum alone would keep them apart; the clusters that they belong to are one as a whole"
    return "the sum alone would join them; the clusters that they belong to do not agree as a whole"


@final
@attrs.frozen(kw_only=True, eq=False)
class _Groups:
    """The first half of linking: which mentions mean one event."""

    mentions: Sequence[Mention]
    identities: Identities
    #: Raw actor id to the identified actor.
    actors: Mapping[str, Actor]
    calendar: Calendar
    editing: Editing
    units: Units
    grouping: Grouping

    @classmethod
    def of(cls, record: Record) -> _Groups:
        sources = {s.id: s for s in record.sources}
        identities = identify(record.actors)
        merged = {actor.id: actor for actor in identities.actors}
        actors = {raw: merged[identified] for raw, identified in identities.of.items()}
        counted = standing(record.sources)
        mentions = [m for m in record.mentions if m.source in counted]
        edited = editing(record.judgements, (m.id for m in mentions))
        calendar = Calendar(mentions, sources)
        while True:
            told = _stories(mentions, sources, calendar.anchors)
            single = {m.id: of_mention(m, calendar.dated[m.id], actors, told.get(m.source)) for m in mentions}
            units = within_articles(mentions, single, edited)
            grouping = group(units, edited)
            if not calendar.learn(units, grouping):
                break
        return cls(
            mentions=mentions,
            identities=identities,
            actors=actors,
            calendar=calendar,
            editing=edited,
            units=units,
            grouping=grouping,
        )


def clustered(record: Record) -> list[list[str]]:
    """The mention ids of each event of a record, without making the events."""
    groups = _Groups.of(record)
    return [[m for u in cluster for m in groups.units.profiles[u].mentions] for cluster in groups.grouping.clusters]


def link(record: Record) -> Linkage:
    """Find the events of a record.

    An empty record has none. Cost: nearly linear in the number of mentions, as long as blocks stay small; each round of
    dating undated articles costs the same again.
    """
    groups = _Groups.of(record)
    sources = {s.id: s for s in record.sources}
    context = consensus.Context(
        sources=sources,
        actors=groups.actors,
        dated=groups.calendar.dated,
        ranks=published_order(sources),
        shingles=_shingles(groups.mentions),
    )
    return Linkage(
        record=record,
        events=_events(groups.mentions, groups.units, groups.grouping, context, groups.editing),
        actors=groups.identities.actors,
        identity=groups.identities.of,
        published=groups.calendar.published,
        limits=groups.grouping.limits,
        units=groups.units,
        editing=groups.editing,
    )


def _stories(
    mentions: Sequence[Mention], sources: Mapping[str, Source], anchors: Mapping[str, When]
) -> dict[str, Story]:
    passages: dict[str, dict[str, None]] = {}
    for mention in mentions:
        passages.setdefault(mention.source, {})[mention.passage.text] = None
    return {
        s: story(found, anchors.get(s, sources[s].published))
        for s, found in passages.items()
        if len(found) >= ENOUGH_MENTIONS
    }


def _shingles(mentions: Sequence[Mention]) -> consensus.Shingles:
    passages: dict[str, list[str]] = {}
    for mention in mentions:
        passages.setdefault(mention.source, []).append(mention.passage.text)

    @lru_cache(maxsize=_SHINGLED)
    def of(source: str) -> frozenset[int]:
        return origins.shingled(passages.get(source, ()))

    return of


def _events(
    mentions: Sequence[Mention], units: Units, grouping: Grouping, context: consensus.Context, edited: Editing
) -> tuple[Event, ...]:
    by_id = {m.id: m for m in mentions}
    members = [[by_id[m] for unit in cluster for m in units.profiles[unit].mentions] for cluster in grouping.clusters]
    events = [consensus.event(found, context, _judged(found, edited)) for found in members]
    home = {unit: events[n].id for n, cluster in enumerate(grouping.clusters) for unit in cluster}
    related: dict[str, set[str]] = {}
    for a, b in grouping.plans:
        if home[a] != home[b]:
            related.setdefault(home[a], set()).add(home[b])
            related.setdefault(home[b], set()).add(home[a])
    out = [attrs.evolve(e, related=sorted(related[e.id])) if e.id in related else e for e in events]
    return tuple(sorted(out, key=lambda e: e.sort_key))


def _judged(mentions: Sequence[Mention], edited: Editing) -> list[Conflict]:
    found = {c: None for m in mentions for c in edited.contradictions.get(m.id, ())}
    return sorted(found, key=lambda c: c.values[0].mentions)
