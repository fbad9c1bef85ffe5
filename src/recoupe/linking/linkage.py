"""`link`: from a record to its events. A pure function of the record: no order, no batch and no repetition matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import final

import attrs

from recoupe.errors import UnknownReference
from recoupe.linking import comparison, vetoes
from recoupe.linking.collector import collector_at_rest
from recoupe.linking.dating import Dated
from recoupe.linking.events import Made, events_of
from recoupe.linking.profile import labelled
from recoupe.linking.rounds import Groups
from recoupe.linking.units import Units
from recoupe.linking.verdict import Verdict
from recoupe.model import Actor, Event, Record


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
    _groups: Groups = attrs.field(repr=False)
    _made: Made = attrs.field(repr=False)

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


def clustered(record: Record) -> list[list[str]]:
    """The mention ids of each event of a record, without making the events."""
    with collector_at_rest():
        last = Groups.of(record).rounds[-1]
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
        groups = Groups.of(record, former._groups if former else None)
        made, events = events_of(groups, former._made if former else {})
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
