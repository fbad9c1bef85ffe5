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
TIE = 3.0
#: Rounds after which the bounds stand as they are; every round only narrows, and two or three suffice as a rule.
ROUNDS = 6


class Calendar:
    """The dates of mentions and articles while they are being narrowed."""

    def __init__(self, mentions: Sequence[Mention], sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.mentions = mentions
        #: Sources whose day is not known -> their mentions.
        self.undated: dict[str, list[Mention]] = {}
        for mention in mentions:
            published = sources[mention.source].published
            if published is None or not published.is_day:
                self.undated.setdefault(mention.source, []).append(mention)
        self.bounds: dict[str, set[Bound]] = {
            source: {b for m in told if (b := dating.alone(m)) is not None} for source, told in self.undated.items()
        }
        self.rounds = 0
        #: Source id to what is known of its publication, for undated sources.
        self.found: dict[str, Dated] = {}
        #: Source id to the narrowed interval.
        self.anchors: dict[str, When] = {}
        #: Mention id to its date.
        self.dated: dict[str, When] = {}
        self._narrow()

    @property
    def published(self) -> Mapping[str, Dated]:
        """What was inferred, for sources that state no publication at all."""
        return {s: dated for s, dated in sorted(self.found.items()) if self.sources[s].published is None}

    def _narrow(self) -> bool:
        """Apply all bounds; whether something changed."""
        before = self.anchors
        dated = {s: d for s, b in self.bounds.items() if (d := dating.narrowed(self.sources[s].published, b))}
        self.found, self.anchors = dated, {s: d.when for s, d in dated.items()}
        self.dated = dating.redated(self.mentions, self.anchors)
        return self.anchors != before

    def learn(self, units: Units, grouping: Grouping) -> bool:
        """Take the bounds that follow from events; whether dates changed, so that linking must be done again."""
        self.rounds += 1
        if not self.undated or self.rounds > ROUNDS:
            return False
        by_id = {m.id: m for m in self.mentions}
        learnt = False
        for cluster in grouping.clusters:
            for mention, teller in _tellers([units.profiles[u] for u in cluster], self.undated):
                for other in teller.mentions:
                    if by_id[other].expression is None or self.dated[other].days is None:
                        continue
                    bound = dating.tied(by_id[mention], self.dated[other], self.sources[teller.source])
                    if bound is not None and bound not in self.bounds[by_id[mention].source]:
                        self.bounds[by_id[mention].source].add(bound)
                        learnt = True
        return learnt and self._narrow()


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
