"""Rounds: which mentions mean one event, found again as long as what was found dates an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, final

import attrs

from recoupe.linking.anchoring import Calendar
from recoupe.linking.days import OPEN_END, day_bounds
from recoupe.linking.grouping import Grouping
from recoupe.linking.parting import Order
from recoupe.linking.profile import Profile
from recoupe.linking.profiling import of_mention
from recoupe.linking.reports import Reports
from recoupe.linking.stories import ENOUGH_MENTIONS, Stories, Story, story
from recoupe.linking.units import Units
from recoupe.model import Kind, Mention, Record, When

#: Where a larger share of the articles than this differs, linking anew is faster.
_WORTH_KEEPING = 0.3
_WEEK = 7


@final
@attrs.frozen(kw_only=True, eq=False)
class Round:
    """What linking found with one state of the calendar."""

    #: Source id to the days of publication that were assumed, for undated sources.
    anchors: Mapping[str, When] = attrs.field(factory=dict)
    stories: Stories = attrs.field(factory=Stories)
    units: Units = attrs.field(factory=Units)
    grouping: Grouping = attrs.field(factory=Grouping)

    def changed(self, reports: Reports, calendar: Calendar, differing: Set[str]) -> Round:
        """The round with the calendar as it is now. Articles that do not differ, and are dated alike, are not read."""
        anchors = calendar.anchors
        again = {s for s in anchors.keys() | self.anchors.keys() if anchors.get(s) != self.anchors.get(s)} | differing
        gone, new = again & self.units.of.keys(), _side_by_side(again, reports)
        stories, retold = self.stories.changed(gone, _stories(new, reports, anchors))
        told = ((s, _profiles(reports.told[s], reports, calendar, stories[s])) for s in new)
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
        return Round(anchors=anchors, stories=stories, units=units, grouping=grouping)


def _side_by_side(sources: Set[str], reports: Reports) -> list[str]:
    """The sources by kind, week and first actor of what they tell first, so that those that are compared lie near each
    other in memory.

    Nothing else depends on it: with a hundred thousand articles it saves a sixth of the time of linking.
    """
    rank = {kind: n * (OPEN_END + 1) for n, kind in enumerate(Kind)}

    def place(source: str) -> tuple[int, str]:
        mention = reports.told[source][0]
        who = reports.actors[mention.participants[0].actor].id if mention.participants else ""
        return rank[mention.kind] + day_bounds(mention.when)[1] // _WEEK, who

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
class Groups:
    """The first half of linking: which mentions mean one event."""

    reports: Reports
    calendar: Calendar
    #: One for each state of the calendar.
    rounds: tuple[Round, ...]

    @classmethod
    def of(cls, record: Record, former: Groups | None = None) -> Groups:
        """Link `record`. Each round starts from what the same round was in `former`, where there is one."""
        reports = Reports.of(record, former.reports if former else None)
        differing = reports.differing(former.reports) if former else set(reports.told)
        if former is None or len(differing) > _WORTH_KEEPING * len(reports.told):
            former, differing = None, set(reports.told)
        calendar = Calendar(reports.told, reports.sources)
        rounds: list[Round] = []
        while True:
            if former is not None and len(rounds) < len(former.rounds):
                start, changed = former.rounds[len(rounds)], differing
            else:
                start, changed = (rounds[-1], set()) if rounds else (Round(), differing)
            rounds.append(start.changed(reports, calendar, changed))
            if not calendar.learn(rounds[-1].units, rounds[-1].grouping):
                return cls(reports=reports, calendar=calendar, rounds=tuple(rounds))
