"""Units: the mentions of one article that mean one event. What two articles say is compared unit by unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import final

import attrs

from recoupe.linking import vetoes
from recoupe.linking.clustering import components, partition
from recoupe.linking.editing import Editing
from recoupe.linking.joining import joined
from recoupe.linking.profile import Profile
from recoupe.linking.scoring import bonds, scorer
from recoupe.model import Mention


@final
@attrs.frozen(eq=False)
class Units:
    """The articles' own groups of mentions, by number. Articles that come later get further numbers; none is reused."""

    #: The profile of each unit, by number.
    profiles: dict[int, Profile] = attrs.field(factory=dict)
    #: Mention id to the number of its unit.
    home: dict[str, int] = attrs.field(factory=dict)
    #: The number of a unit of several mentions to the profiles of each.
    parts: dict[int, list[Profile]] = attrs.field(factory=dict)
    #: Source id to the numbers of its units.
    of: dict[str, tuple[int, ...]] = attrs.field(factory=dict)
    _next: int = 0

    def changed(
        self, gone: Iterable[str], new: Iterable[tuple[str, Sequence[tuple[Mention, Profile]]]], edited: Editing
    ) -> Units:
        """Without the sources `gone`, then with `new`: the mentions of each, with their profiles, and at least one.

        How an article's mentions are grouped depends on the article, its dating and the judgements on it alone.
        """
        profiles, home, parts, of = dict(self.profiles), dict(self.home), dict(self.parts), dict(self.of)
        for source in gone:
            for n in of.pop(source):
                parts.pop(n, None)
                for gone_with in profiles.pop(n).mentions:
                    del home[gone_with]
        number = self._next
        for source, told in new:
            first = number
            for group in within(told, edited):
                profiles[number] = unit = joined(group)
                for told_in in unit.mentions:
                    home[told_in] = number
                if len(group) > 1:
                    parts[number] = group
                number += 1
            of[source] = (*range(first, number),)
        return Units(profiles, home, parts, of, number)

    def single(self, mention: str) -> Profile:
        """The profile of one mention by itself."""
        unit = self.home[mention]
        return next((part for part in self.parts.get(unit, ()) if mention in part.mentions), self.profiles[unit])


def within(told: Sequence[tuple[Mention, Profile]], edited: Editing) -> list[list[Profile]]:
    """The units of one article: of each the profiles of its mentions, in the order of the text."""
    if len(told) == 1:
        return [[told[0][1]]]
    told = sorted(told, key=lambda pair: _place(pair[0]))
    mentions, profiles = [m for m, _ in told], [p for _, p in told]
    place = {m.id: n for n, m in enumerate(mentions)}
    bound = bonds(edited, place)
    for n, mention in enumerate(mentions):
        at = place.get(mention.antecedent or "", n)
        # A word that points back to another event of its kind ("ces deux déplacements") is not bound to it by that.
        apart = edited.says(mention.id, mentions[at].id) is False or vetoes.no_reference(profiles[n], profiles[at])
        if at != n and not apart:
            bound.add((min(at, n), max(at, n)))
    score = scorer(profiles, edited)
    edges = {(a, b): w for b in range(len(profiles)) for a in range(b) if (w := score(a, b)) is not None and w > 0}
    groups: list[list[int]] = []
    for part in components(range(len(profiles)), {*edges, *bound}):
        held: Set[int] = set(part)
        own = {pair: w for pair, w in edges.items() if pair[0] in held}
        groups += partition(part, own, score, sorted(pair for pair in bound if pair[0] in held))
    return [[profiles[n] for n in sorted(group)] for group in groups]


def _place(mention: Mention) -> tuple[object, ...]:
    """The order of an article's mentions: that of the text, and of one place what they say."""
    span = mention.trigger
    return (span.start, span.end, mention.kind, mention.passage.start, mention.passage.end, mention.id)
