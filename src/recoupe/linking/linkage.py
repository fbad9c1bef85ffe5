"""`link`: from a record to its events. A pure function of the record: no order, no batch and no repetition matters."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, final

import attrs

from recoupe.errors import UnknownReference
from recoupe.linking import comparison, consensus, origins, vetoes
from recoupe.linking.anchoring import Calendar
from recoupe.linking.collector import collector_at_rest
from recoupe.linking.dating import Dated
from recoupe.linking.days import OPEN_END, day_bounds
from recoupe.linking.editing import Editing
from recoupe.linking.grouping import Component, Grouping
from recoupe.linking.parting import Order
from recoupe.linking.profile import Profile, labelled, of_mention
from recoupe.linking.reports import Reports
from recoupe.linking.standing import PublishedOrder
from recoupe.linking.stories import ENOUGH_MENTIONS, Stories, Story, story
from recoupe.linking.units import Units
from recoupe.linking.verdict import Verdict
from recoupe.model import Actor, Conflict, Event, Kind, Mention, Record, When

#: How many sources' shingles are kept at a time.
_SHINGLED = 4096
#: Where a larger share of the articles than this differs, linking anew is faster.
_WORTH_KEEPING = 0.3

#: What an event is sorted by, and the event.
_Keyed = tuple[Any, Event]
#: The events of components of units, in the order of their clusters.
_Made = Mapping[Component, tuple[_Keyed, ...]]


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
    #: What a linkage of more articles starts from.
    _groups: _Groups = attrs.field(repr=False)
    _made: _Made = attrs.field(repr=False)

    def why(self, a: str, b: str) -> Verdict:
        """Why two mentions are, or are not, one event: parts with weights and sentences, vetoes, verdict.

        Mentions of two articles are compared with all that their articles say of the event.

        Raises:
            UnknownReference: an id names no mention that is in an event.
        """
        for mention in (a, b):
            if mention not in self.units.home:
                raise UnknownReference("mention", mention, "why()")
        x, y = self.units.single(a), self.units.single(b)
        if x.source != y.source:
            x, y = self.units.profiles[self.units.home[a]], self.units.profiles[self.units.home[b]]
        homes = {m.id: e.id for e in self.events for m in e.mentions}
        same = homes[a] == homes[b]
        labels = _labels(self.actors)
        x, y = labelled(x, labels), labelled(y, labels)
        parts, found = comparison.parts(x, y), tuple(vetoes.reasons(x, y))
        total = sum(part.weight for part in parts)
        decided = _decided(self._groups.reports.editing.says(a, b), same, bool(found), total)
        return Verdict(
            first=a,
            second=b,
            words=(self._words(x.source, a), self._words(y.source, b)),
            same=same,
            parts=parts,
            vetoes=found,
            decided=decided,
        )

    def _words(self, source: str, mention: str) -> str:
        return next(m.trigger.text for m in self._groups.reports.told[source] if m.id == mention)


def _labels(actors: Sequence[Actor]) -> dict[str, str]:
    """What each identified actor is called in sentences: the name, with the id where several bear it."""
    bearers = Counter(actor.name for actor in actors)
    return {a.id: a.name if bearers[a.name] == 1 else f"{a.name} ({a.id})" for a in actors}


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
class _Round:
    """What linking found with one state of the calendar."""

    #: Source id to the days of publication that were assumed, for undated sources.
    anchors: Mapping[str, When] = attrs.field(factory=dict)
    stories: Stories = attrs.field(factory=Stories)
    units: Units = attrs.field(factory=Units)
    grouping: Grouping = attrs.field(factory=Grouping)

    def changed(self, reports: Reports, calendar: Calendar, differing: Set[str]) -> _Round:
        """The round with the calendar as it is now. Articles that do not differ, and are dated alike, are not read."""
        anchors = calendar.anchors
        again = {s for s in anchors.keys() | self.anchors.keys() if anchors.get(s) != self.anchors.get(s)} | differing
        gone, new = again & self.units.of.keys(), _side_by_side(again, reports)
        stories, retold = self.stories.changed(gone, _stories(new, reports, anchors))
        told = {s: _profiles(reports.told[s], reports, calendar, stories[s]) for s in new}
        units = self.units.changed(gone, told, reports.editing)
        grouping = self.grouping.changed(
            units,
            {u for source in gone for u in self.units.of[source]},
            {u for source in new for u in units.of[source]},
            stories=stories,
            retold=retold,
            edited=reports.editing,
            order=_order(reports, units),
        )
        return _Round(anchors=anchors, stories=stories, units=units, grouping=grouping)


def _side_by_side(sources: Set[str], reports: Reports) -> list[str]:
    """The sources by kind and day of what they tell, so that those that are compared lie near each other in memory.

    Nothing else depends on it: with a hundred thousand articles it saves a fifth of the time of comparing.
    """
    rank = {kind: n * (OPEN_END + 1) for n, kind in enumerate(Kind)}

    def place(source: str) -> int:
        mention = reports.told[source][0]
        return rank[mention.kind] + day_bounds(mention.when)[1]

    return sorted([source for source in reports.told if source in sources], key=place)


def _profiles(
    mentions: Sequence[Mention], reports: Reports, calendar: Calendar, found: Story | None
) -> list[tuple[Mention, Profile]]:
    """The mentions of one article, which tells the story `found`, with their profiles."""
    actors = reports.actors
    if len(mentions) == 1:
        return [(m, of_mention(m, calendar.dated(m), actors, found)) for m in mentions]
    told = Counter((m.kind, m.mode) for m in mentions)
    return [(m, of_mention(m, calendar.dated(m), actors, found, told[m.kind, m.mode])) for m in mentions]


def _stories(sources: Iterable[str], reports: Reports, anchors: Mapping[str, When]) -> dict[str, Story]:
    out: dict[str, Story] = {}
    for source in sources:
        told = reports.told[source]
        passages = dict.fromkeys(m.passage.text for m in told) if len(told) >= ENOUGH_MENTIONS else {}
        if len(passages) >= ENOUGH_MENTIONS:
            out[source] = story(passages, anchors.get(source, reports.sources[source].published))
    return out


def _order(reports: Reports, units: Units) -> Order:
    """Units by their texts, not by where these were read: the same texts make the same events anywhere."""

    def place(unit: int) -> tuple[Any, ...]:
        profile = units.profiles[unit]
        told = reports.told[profile.source]
        mention = told[0] if len(told) == 1 else next(m for m in told if m.id == profile.mentions[0])
        text, span = reports.sources[profile.source].digest, mention.trigger
        return text, span.start, span.end, mention.kind, profile.first, profile.last, mention.id

    return place


@final
@attrs.frozen(kw_only=True, eq=False)
class _Groups:
    """The first half of linking: which mentions mean one event."""

    reports: Reports
    calendar: Calendar
    #: One for each state of the calendar.
    rounds: tuple[_Round, ...]

    @classmethod
    def of(cls, record: Record, former: _Groups | None = None) -> _Groups:
        """Link `record`. Each round starts from what the same round was in `former`, where there is one."""
        reports = Reports.of(record, former.reports if former else None)
        differing = reports.differing(former.reports) if former else set(reports.told)
        if former is None or len(differing) > _WORTH_KEEPING * len(reports.told):
            former, differing = None, set(reports.told)
        calendar = Calendar(reports.told, reports.sources)
        rounds: list[_Round] = []
        while True:
            if former is not None and len(rounds) < len(former.rounds):
                start, changed = former.rounds[len(rounds)], differing
            else:
                start, changed = (rounds[-1], set()) if rounds else (_Round(), differing)
            rounds.append(start.changed(reports, calendar, changed))
            if not calendar.learn(rounds[-1].units, rounds[-1].grouping):
                return cls(reports=reports, calendar=calendar, rounds=tuple(rounds))


def clustered(record: Record) -> list[list[str]]:
    """The mention ids of each event of a record, without making the events."""
    with collector_at_rest():
        last = _Groups.of(record).rounds[-1]
        return [[m for u in cluster for m in last.units.profiles[u].mentions] for cluster in last.grouping.clusters]


def link(record: Record, former: Linkage | None = None) -> Linkage:
    """Find the events of a record.

    An empty record has none. Cost: nearly linear in the number of mentions, as long as blocks stay small; each round of
    dating undated articles costs that of the articles that it dates anew.

    Args:
        record: What was read.
        former: The linkage of a record that has much in common with it. Only what differs is linked anew; the events
            are the same as without it.
    """
    with collector_at_rest():
        groups = _Groups.of(record, former._groups if former else None)
        made, events = _events(groups, former._made if former else {})
    return Linkage(
        record=record,
        events=events,
        actors=groups.reports.identities.actors,
        identity=groups.reports.identities.of,
        published=groups.calendar.published,
        limits=groups.rounds[-1].grouping.limits,
        units=groups.rounds[-1].units,
        groups=groups,
        made=made,
    )


def _shingles(reports: Reports) -> consensus.Shingles:
    @lru_cache(maxsize=_SHINGLED)
    def of(source: str) -> frozenset[int]:
        return origins.shingled(m.passage.text for m in reports.told.get(source, ()))

    return of


def _events(groups: _Groups, former: _Made) -> tuple[_Made, tuple[Event, ...]]:
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


def _made(component: Component, reports: Reports, units: Units, context: consensus.Context) -> tuple[_Keyed, ...]:
    """The events of one component, with what they are sorted by."""
    told = {m.id: m for u in component.members for m in reports.told[units.profiles[u].source]}
    out = []
    for cluster in component.clusters:
        mentions = [told[m] for u in cluster for m in units.profiles[u].mentions]
        event = consensus.event(mentions, context, _judged(mentions, reports.editing))
        out.append((event.sort_key, event))
    return tuple(out)


def _related(made: _Made, plans: Collection[tuple[int, int]]) -> dict[str, set[str]]:
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
