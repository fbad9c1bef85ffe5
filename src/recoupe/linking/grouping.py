"""Grouping: first the mentions of each article that mean one event, then these units across articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import final

import attrs

from recoupe.linking import blocking, comparison, vetoes
from recoupe.linking.clustering import Score, components, partition
from recoupe.linking.editing import Editing
from recoupe.linking.profile import Profile, joined
from recoupe.model import Mention


@final
@attrs.frozen(kw_only=True, eq=False)
class Units:
    """The articles' own groups of mentions. A unit is all that one article says of one event."""

    #: The profile of each unit; their order is that of their smallest mention ids.
    profiles: Sequence[Profile]
    #: Mention id to the number of its unit.
    home: Mapping[str, int]
    #: Mention id to its own profile.
    single: Mapping[str, Profile]


@final
@attrs.frozen(kw_only=True, eq=False)
class Grouping:
    """Units in groups, one for each event."""

    #: The groups, as numbers of units.
    clusters: Sequence[Sequence[int]]
    #: Pairs of units that would be one event, were one not the plan of what the other reports.
    plans: Sequence[tuple[int, int]]
    #: Where a limit kept pairs from being compared; a sentence each.
    limits: tuple[str, ...] = ()


def within_articles(mentions: Sequence[Mention], single: Mapping[str, Profile], edited: Editing) -> Units:
    """Group the mentions of each article. Depends on the article, its dating and the judgements on it alone."""
    articles: dict[str, list[Mention]] = {}
    for mention in mentions:
        articles.setdefault(mention.source, []).append(mention)
    groups: list[list[str]] = []
    for found in articles.values():
        groups.extend(_within(sorted(found, key=lambda m: (m.trigger.start, m.trigger.end, m.id)), single, edited))
    groups.sort(key=min)
    return Units(
        profiles=[joined([single[m] for m in ids]) for ids in groups],
        home={m: n for n, ids in enumerate(groups) for m in ids},
        single=single,
    )


def _within(mentions: Sequence[Mention], single: Mapping[str, Profile], edited: Editing) -> list[list[str]]:
    """One article's groups, the mentions of each in the order of the text."""
    if len(mentions) == 1:
        return [[mentions[0].id]]
    profiles = [single[m.id] for m in mentions]
    place = {m.id: n for n, m in enumerate(mentions)}
    bonds = _bonds(edited, place)
    for n, mention in enumerate(mentions):
        at = place.get(mention.antecedent or "", n)
        if at != n and edited.says(mention.id, mentions[at].id) is not False and not _vetoed(profiles, n, at):
            bonds.add((min(at, n), max(at, n)))
    score = _scorer(profiles, edited)
    edges = {(a, b): w for b in range(len(profiles)) for a in range(b) if (w := score(a, b)) is not None and w > 0}
    found = _partition(len(profiles), edges, score, bonds)
    return [[mentions[n].id for n in cluster] for cluster in found]


def _vetoed(profiles: Sequence[Profile], a: int, b: int) -> bool:
    """A word that points back to another event of its kind ("ces deux déplacements") is not bound to it by that."""
    return vetoes.vetoed(profiles[a], profiles[b])


def _bonds(edited: Editing, place: Mapping[str, int]) -> set[tuple[int, int]]:
    """The pairs that editors bound, as numbers of their places."""
    found = ((place[a], place[b]) for a, b in edited.bound if a in place and b in place)
    return {(min(a, b), max(a, b)) for a, b in found if a != b}


def _scorer(profiles: Sequence[Profile], edited: Editing) -> Score:
    def score(a: int, b: int) -> float | None:
        x, y = profiles[a], profiles[b]
        return None if _parted(x, y, edited) or vetoes.vetoed(x, y) else comparison.score(x, y)

    return score


def _parted(a: Profile, b: Profile, edited: Editing) -> bool:
    """An editor parted some mention of one from some mention of the other."""
    parted = edited.parted
    return bool(parted) and any((min(m, n), max(m, n)) in parted for m in a.mentions for n in b.mentions)


def _partition(
    size: int, edges: Mapping[tuple[int, int], float], score: Score, bonds: set[tuple[int, int]]
) -> list[list[int]]:
    links = [(a, b, w) for (a, b), w in edges.items()] + [(a, b, 0.0) for a, b in sorted(bonds)]
    parts = components(size, links)
    home = {n: p for p, part in enumerate(parts) for n in part}
    inner: list[dict[tuple[int, int], float]] = [{} for _ in parts]
    for (a, b), weight in edges.items():
        inner[home[a]][a, b] = weight
    tied: list[list[tuple[int, int]]] = [[] for _ in parts]
    for a, b in sorted(bonds):
        tied[home[a]].append((a, b))
    return [c for p, part in enumerate(parts) for c in partition(part, inner[p], score, tied[p])]


def group(units: Units, edited: Editing) -> Grouping:
    """Group units across articles: candidates, scores, average linkage."""
    profiles = units.profiles
    score = _scorer(profiles, edited)
    edges: dict[tuple[int, int], float] = {}
    plans: list[tuple[int, int]] = []
    blocks = blocking.blocks(profiles)
    for n, met in blocking.candidates(profiles, blocks):
        later = profiles[n]
        for other in sorted(met):
            earlier = profiles[other]
            if vetoes.surely(earlier, later) or earlier.source == later.source:
                continue
            weight = comparison.positive(earlier, later)
            if weight is None:
                continue
            if not _parted(earlier, later, edited) and not vetoes.vetoed(earlier, later):
                edges[other, n] = weight
            elif vetoes.only_planned(earlier, later):
                plans.append((other, n))
    clusters = _partition(len(profiles), edges, score, _bonds(edited, units.home))
    return Grouping(clusters=clusters, plans=plans, limits=blocks.limits)
