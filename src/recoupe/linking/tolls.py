"""The numbers of an event: one range for each thing counted, revisions as a series, contradictions as conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, final

import attrs

from recoupe.linking.counting import Count
from recoupe.linking.tables import kinds
from recoupe.model import Conflict, ConflictValue, Disagreement, Figure, Kind, Mention, Qualifier


@final
@attrs.frozen(kw_only=True)
class _Given:
    """A figure, who gives it, and when that was published."""

    figure: Figure
    count: Count
    mention: str
    #: The place of its source by publication.
    rank: Any
    #: The day of publication, ISO 8601; None when unknown.
    published: str | None


def ranges(
    mentions: Sequence[Mention], kind: Kind, ranks: Mapping[str, Any], days: Mapping[str, str | None]
) -> tuple[tuple[Figure, ...], tuple[Conflict, ...]]:
    """The figures of an event, and what they disagree on.

    Args:
        mentions: the event's mentions.
        kind: the event's kind: counts of a disaster grow, those of a plan do not.
        ranks: source id to its place by publication.
        days: source id to the day of publication; None when unknown.

    Returns:
        One figure for each thing counted, sorted: over the exact values where they speak for all ("1000 sapeurs" beside
        "plusieurs milliers"), else over all; a revision or a conflict where the values do not agree.
    """
    found: dict[tuple[str, str], list[_Given]] = {}
    for mention in mentions:
        for figure in mention.figures:
            count = Count.of(figure)
            given = _Given(
                figure=figure,
                count=count,
                mention=mention.id,
                rank=ranks[mention.source],
                published=days[mention.source],
            )
            found.setdefault((count.concept or "", figure.unit or ""), []).append(given)
    figures: list[Figure] = []
    conflicts: list[Conflict] = []
    for (concept, _), all_given in sorted(found.items()):
        for values in _sorted_out(all_given, same_thing=bool(concept)):
            figures.append(_range(_spoken_for(values)))
            if not _agree(values):
                conflicts.append(_difference(values, kind))
    return tuple(figures), tuple(conflicts)


def _sorted_out(given: Iterable[_Given], *, same_thing: bool) -> list[list[_Given]]:
    """Numbers that may be one, together: a report that gives two ("30 blessés, dont cinq graves") means two things.

    The reports with most numbers come first and make the groups; a number joins the group that it agrees with, else,
    where all count the `same_thing`, the first group in which its report has none: there it is a revision or a
    contradiction. Groups, and the numbers of each, are in order.
    """
    reports: dict[str, list[_Given]] = {}
    for g in sorted(given, key=lambda g: (-g.count.value, g.figure.words)):
        reports.setdefault(g.mention, []).append(g)
    groups: list[list[_Given]] = []
    for report in sorted(reports.values(), key=lambda r: (-len(r), r[0].rank, r[0].mention)):
        for g in report:
            agreeing = [group for group in groups if _agree([*group, g])]
            free = [group for group in groups if all(other.mention != g.mention for other in group)]
            chosen = next(iter(agreeing or (free if same_thing else [])), None)
            if chosen is None:
                groups.append([g])
            else:
                chosen.append(g)
    return [sorted(group, key=lambda g: (g.rank, g.count.value, g.figure.words, g.mention)) for group in groups]


def _spoken_for(given: Sequence[_Given]) -> Sequence[_Given]:
    """The exact values, where each that is not exact is of the size of one of them; else all ("huit soldats" is no
    exact form of "au moins 51 soldats")."""
    exact = [g for g in given if g.count.exact]
    vague = [g for g in given if not g.count.exact]
    return exact if exact and all(any(e.count.like(g.count) for e in exact) for g in vague) else given


def _agree(given: Iterable[_Given]) -> bool:
    """One number fits all of them."""
    counts = [g.count for g in given]
    return max(c.low for c in counts) <= min(c.high for c in counts)


def _range(given: Sequence[_Given]) -> Figure:
    """The narrowest figure where all agree, else the hull of the values."""
    best = min(given, key=lambda g: (not g.count.exact, g.count.high - g.count.low, g.figure.words, g.mention)).figure
    of = max((g.figure.of for g in given if g.figure.of), key=lambda of: (len(of), of), default=None)
    words = " ; ".join(dict.fromkeys(g.figure.words for g in given))
    if _agree(given):
        return attrs.evolve(best, of=of, words=best.words, start=None)
    lows = [v for g in given for v in (g.figure.low, g.figure.high) if v is not None]
    open_end = any(g.figure.high is None for g in given)
    about = all(g.figure.qualifier is Qualifier.ABOUT for g in given)
    return Figure(
        low=min(lows),
        high=None if open_end else max(lows),
        qualifier=Qualifier.AT_LEAST if open_end else Qualifier.ABOUT if about else Qualifier.EXACT,
        of=of,
        unit=best.unit,
        words=words,
    )


def _difference(given: Sequence[_Given], kind: Kind) -> Conflict:
    """A series of revisions, where a count that can grow grows with publication; else a conflict."""
    values: dict[str, list[str]] = {}
    for g in given:
        day = f"{g.published}: " if g.published else ""
        values.setdefault(f"{day}{g.figure.words}", []).append(g.mention)
    grows = all(x.count.value <= y.count.value or x.count.agrees(y.count) for x, y in pairwise(given))
    dated = all(g.published for g in given)
    if kind in kinds().cumulative and grows and dated:
        nature, reason = Disagreement.REVISION, "a count that grows from report to report replaces the earlier one"
    else:
        nature, reason = Disagreement.CONFLICT, "no number fits all that is counted"
    return Conflict(
        field="figures",
        nature=nature,
        values=[ConflictValue(value=v, mentions=sorted(set(ids))) for v, ids in values.items()],
        reason=reason,
    )
