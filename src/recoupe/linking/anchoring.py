"""The fixpoint of dating: links narrow the publication of undated articles, this narrows dates, dates change links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoupe.linking import comparison, dating, vetoes
from recoupe.linking.dating import Bound, Dated
from recoupe.linking.grouping import Grouping
from recoupe.linking.profile import Profile
from recoupe.linking.units import Units
from recoupe.model import Mention, Source, When

#: Log-odds that a link must have before it bounds an article's date: a wrong bound is worse than none.
TIE = 2.25
#: Rounds after which the bounds stand as they are; every round only narrows, and two or three suffice as a rule.
ROUNDS = 6


class Calendar:
    """The dates of mentions and articles while they are being narrowed."""

    def __init__(self, told: Mapping[str, Sequence[Mention]], sources: Mapping[str, Source]) -> None:
        self.sources = sources
        #: Source id to its mentions.
        self.told = told
        #: The same, of sources whose day is not known.
        self.undated = {s: found for s, found in told.items() if not _is_dated(sources[s])}
        self.bounds: dict[str, set[Bound]] = {source: dating.own(found) for source, found in self.undated.items()}
        self.rounds = 0
        #: Source id to what is known of its publication, for undated sources.
        self.found: dict[str, Dated] = {}
        #: Source id to the narrowed interval.
        self.anchors: dict[str, When] = {}
        #: Mention id to its date, for mentions of sources that have an interval.
        self.redated: dict[str, When] = {}
        self._narrow()

    def dated(self, mention: Mention) -> When:
        """The date of a mention, as far as it is known."""
        return self.redated.get(mention.id, mention.when)

    @property
    def published(self) -> Mapping[str, Dated]:
        """What was inferred, for sources that state no publication at all."""
        return {s: dated for s, dated in sorted(self.found.items()) if self.sources[s].published is None}

    def _narrow(self) -> bool:
        """Apply all bounds; whether something changed."""
        before = self.anchors
        dated = {s: d for s, b in self.bounds.items() if (d := dating.narrowed(self.sources[s].published, b))}
        self.found, self.anchors = dated, {s: d.when for s, d in dated.items()}
        narrowed = [m for source in self.anchors for m in self.told[source]]
        self.redated = dating.redated(narrowed, self.anchors)
        return self.anchors != before

    def learn(self, units: Units, grouping: Grouping) -> bool:
        """Take the bounds that follow from events; whether dates changed, so that linking must be done again."""
        self.rounds += 1
        if not self.undated or self.rounds > ROUNDS:
            return False
        by_id = {m.id: m for found in self.told.values() for m in found}
        learnt = False
        for cluster in grouping.clusters:
            for mention, teller in _tellers([units.profiles[u] for u in cluster], self.undated):
                for other in teller.mentions:
                    when = self.dated(by_id[other])
                    if not dating.dates(by_id[other], when):
                        continue
                    bound = dating.tied(by_id[mention], when, self.sources[teller.source])
                    if bound is not None and bound not in self.bounds[by_id[mention].source]:
                        self.bounds[by_id[mention].source].add(bound)
                        learnt = True
        return learnt and self._narrow()


def _is_dated(source: Source) -> bool:
    return source.published is not None and source.published.is_day


def _tellers(profiles: Sequence[Profile], undated: Mapping[str, object]) -> Iterator[tuple[str, Profile]]:
    """Mentions of undated articles, each with the profiles of other articles that surely mean the same event."""
    for profile in profiles:
        if profile.source not in undated:
            continue
        for other in profiles:
            if other.source == profile.source or vetoes.vetoed(profile, other):
                continue
            if comparison.score(profile, other) >= TIE:
                for mention in profile.mentions:
                    yield mention, other
