"""The numbers of an event: one range for each thing counted, revisions as a series, contradictions as conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, final

import attrs

from recoupe.linking.counting import Count
from recoupe.linking.origins import BEHIND
from recoupe.linking.tables import kinds
from recoupe.model import Actor, Attribution, Conflict, ConflictValue, Disagreement, Figure, Kind, Mention, Qualifier


@final
@attrs.frozen(kw_only=True)
class _Given:
    """A figure, who gives it, and when that was published."""

    figure: Figure
    count: Count
    mention: str
    #: Whoever the article says gives it: identified, each once; nobody where the outlet says it itself.
    by: tuple[Attribution, ...]
    #: The place of its source by publication.
    rank: Any
    #: The day of publication, ISO 8601; None when unknown.
    published: str | None

    @property
    def speakers(self) -> frozenset[str]:
        """The ids of those who give it."""
        return frozenset([link.actor for link in self.by])


#: Figures of one thing that may be one number, in order of publication.
_Group = list[_Given]


def ranges(
    mentions: Sequence[Mention],
    kind: Kind,
    actors: Mapping[str, Actor],
    ranks: Mapping[str, Any],
    days: Mapping[str, str | None],
) -> tuple[tuple[Figure, ...], tuple[Conflict, ...]]:
    """The figures of an event, and what they disagree on.

    Args:
        mentions: the event's mentions.
        kind: the event's kind: counts of a disaster grow, those of a plan do not.
        actors: the identified actors, by raw id.
        ranks: source id to its place by publication.
        days: source id to the day of publication; None when unknown.

    Returns:
        One figure for each thing counted, sorted: over the exact values where they speak for all ("1000 sapeurs" beside
        "plusieurs milliers"), else over all; a revision or a conflict where the values do not agree. Where an article
        sets one count against another's ("5 000 selon la CGT, 1 200 selon la police"), both stand, and are a conflict.
    """
    found: dict[tuple[str, str], list[_Given]] = {}
    for mention in mentions:
        for figure in mention.figures:
            count = Count.of(figure)
            given = _Given(
                figure=figure,
                count=count,
                mention=mention.id,
                by=_givers(figure, mention, actors),
                rank=ranks[mention.source],
                published=days[mention.source],
            )
            found.setdefault((count.concept or "", figure.unit or ""), []).append(given)
    figures: list[Figure] = []
    conflicts: list[Conflict] = []
    for (concept, _), all_given in sorted(found.items()):
        groups = _sorted_out(all_given, same_thing=bool(concept))
        figures += [_range(_spoken_for(group)) for group in groups]
        for rivals in _set_against(groups):
            if len(rivals) > 1:
                conflicts.append(_rivalry(rivals))
            elif not _agree(rivals[0]):
                conflicts.append(_difference(rivals[0], kind))
    return tuple(figures), tuple(conflicts)


def _givers(figure: Figure, mention: Mention, actors: Mapping[str, Actor]) -> tuple[Attribution, ...]:
    """Who gives a figure: its own speakers, else those of the mention."""
    links = [link for link in figure.attribution or mention.attribution if link.stance in BEHIND]
    identified = {(actor := actors[link.actor].id): Attribution(actor=actor, stance=link.stance) for link in links}
    return tuple(identified.values())


# ---------------------------------------------------------------------------------------------------- which are one
def _sorted_out(given: Iterable[_Given], *, same_thing: bool) -> list[_Group]:
    """Numbers that may be one, together: a report that gives two ("30 blessés, dont cinq graves") means two things.

    The reports with most numbers come first and make the groups; a number joins the group that it agrees with, else,
    where all count the `same_thing`, a group in which its report has none, one of its speakers rather than another:
    there it is a revision or a contradiction. Groups, and the numbers of each, are in order.
    """
    reports: dict[str, _Group] = {}
    for g in sorted(given, key=lambda g: (-g.count.value, g.figure.words)):
        reports.setdefault(g.mention, []).append(g)
    groups: list[_Group] = []
    for report in sorted(reports.values(), key=lambda r: (-len(r), r[0].rank, r[0].mention)):
        for g in report:
            agreeing = [group for group in groups if _agree([*group, g])]
            free = [group for group in groups if all(other.mention != g.mention for other in group)]
            fitting = agreeing or (free if same_thing else [])
            if not fitting:
                groups.append([g])
            else:
                max(fitting, key=lambda group: any(g.speakers & other.speakers for other in group)).append(g)
    return [sorted(group, key=lambda g: (g.rank, g.count.value, g.figure.words, g.mention)) for group in groups]


def _set_against(groups: Sequence[_Group]) -> list[list[_Group]]:
    """The groups of numbers of one thing, together where an article gives a number of each as another's count."""
    sets: list[list[_Group]] = []
    for group in groups:
        against = [rivals for rivals in sets if any(_are_rivals(group, rival) for rival in rivals)]
        sets = [rivals for rivals in sets if rivals not in against]
        sets.append([*(rival for rivals in against for rival in rivals), group])
    return sets


def _are_rivals(one: _Group, other: _Group) -> bool:
    """Some report gives a number of each by different speakers, at least one of whom it cites for the number only."""
    return any(
        a.mention == b.mention and a.by != b.by and (a.figure.attribution or b.figure.attribution)
        for a in one
        for b in other
    )


def _spoken_for(given: _Group) -> _Group:
    """The exact values, where each that is not exact is of the size of one of them; else all ("huit soldats" is no
    exact form of "au moins 51 soldats")."""
    exact = [g for g in given if g.count.exact]
    vague = [g for g in given if not g.count.exact]
    return exact if exact and all(any(e.count.like(g.count) for e in exact) for g in vague) else given


def _agree(given: Iterable[_Given]) -> bool:
    """One number fits all of them."""
    counts = [g.count for g in given]
    return max(c.low for c in counts) <= min(c.high for c in counts)


# ---------------------------------------------------------------------------------------------------- what is kept
def _range(given: _Group) -> Figure:
    """The narrowest figure where all agree, given by all who give one of them; else the hull, which nobody gives."""
    best = min(given, key=lambda g: (not g.count.exact, g.count.high - g.count.low, g.figure.words, g.mention)).figure
    of = max((g.figure.of for g in given if g.figure.of), key=lambda of: (len(of), of), default=None)
    words = " ; ".join(dict.fromkeys(g.figure.words for g in given))
    if _agree(given):
        by = {link.actor: link for g in given for link in g.by}
        return attrs.evolve(best, of=of, words=best.words, start=None, attribution=tuple(by[a] for a in sorted(by)))
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


def _rivalry(rivals: Sequence[_Group]) -> Conflict:
    """Those who count one thing do not count alike; the highest count first."""
    given = sorted((g for group in rivals for g in group), key=lambda g: (-g.count.value, g.figure.words, g.mention))
    return _conflict(Disagreement.CONFLICT, given, "those who count do not count alike")


def _difference(given: _Group, kind: Kind) -> Conflict:
    """A series of revisions, where a count that can grow grows with publication; else a conflict."""
    grows = all(x.count.value <= y.count.value or x.count.agrees(y.count) for x, y in pairwise(given))
    dated = all(g.published for g in given)
    if kind in kinds().cumulative and grows and dated:
        return _conflict(
            Disagreement.REVISION, given, "a count that grows from report to report replaces the earlier one"
        )
    return _conflict(Disagreement.CONFLICT, given, "no number fits all that is counted")


def _conflict(nature: Disagreement, given: Iterable[_Given], reason: str) -> Conflict:
    """Every value, with the mentions and those who give it."""
    values: dict[str, _Group] = {}
    for g in given:
        day = f"{g.published}: " if g.published else ""
        values.setdefault(f"{day}{g.figure.words}", []).append(g)
    return Conflict(
        field="figures",
        nature=nature,
        values=[
            ConflictValue(
                value=value,
                mentions=sorted({g.mention for g in group}),
                speakers=sorted(frozenset().union(*(g.speakers for g in group))),
            )
            for value, group in values.items()
        ],
        reason=reason,
    )
