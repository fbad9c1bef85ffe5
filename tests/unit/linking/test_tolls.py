"""The numbers of an event: one range for each thing counted."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from recoupe.linking.tolls import ranges
from recoupe.model import ActorKind, Attribution, Conflict, Disagreement, Figure, Kind, Mention, Qualifier


def counted(desk: Any, *reports: tuple[float, Qualifier, str]) -> list[Mention]:
    """One mention for each number, of one outlet each."""
    return [
        desk.report(
            f"o{i}", f"{n:g} {of} ont été tués", "tués", kind=Kind.CASUALTY, counts=((n, of),), qualifier=qualifier
        )
        for i, (n, qualifier, of) in enumerate(reports)
    ]


def told(desk: Any, mentions: list[Mention]) -> tuple[tuple[Figure, ...], tuple[Conflict, ...]]:
    days: dict[str, str | None] = {m.source: None for m in mentions}
    return ranges(mentions, Kind.CASUALTY, desk.actors, {m.source: i for i, m in enumerate(mentions)}, days)


def values(desk: Any, mentions: list[Mention]) -> list[tuple[float | None, float | None]]:
    return [(f.low, f.high) for f in told(desk, mentions)[0]]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        # "1000 sapeurs" is what "plusieurs milliers" means
        (((1000, Qualifier.EXACT, "soldats"), (2000, Qualifier.ABOUT, "soldats")), (1000, 1000)),
        # an old exact toll does not speak for a new one that is only bounded
        (((8, Qualifier.EXACT, "soldats"), (51, Qualifier.ABOUT, "soldats")), (8, 51)),
        (((8, Qualifier.EXACT, "soldats"), (9, Qualifier.EXACT, "soldats")), (8, 9)),
    ],
)
def test_exact_numbers_speak_for_those_of_their_size(
    desk: Any, reports: tuple[tuple[float, Qualifier, str], ...], expected: tuple[float, float]
) -> None:
    assert values(desk, counted(desk, *reports)) == [expected]


# ---------------------------------------------------------------------- who counts
def march(desk: Any, outlet: str, *counts: tuple[float, str]) -> Mention:
    """One outlet's report of a march, each number given by somebody."""
    mention: Mention = desk.report(outlet, "Ils ont manifesté", "manifesté", kind=Kind.PROTEST)
    figures = [
        Figure(low=n, high=n, of="personnes", words=f"{n:g}", attribution=[Attribution(actor=by)]) for n, by in counts
    ]
    return attrs.evolve(mention, figures=figures)


def test_those_who_do_not_count_alike_stand_against_each_other(desk: Any) -> None:
    union, police = (desk.actor(name, ActorKind.ORGANISATION) for name in ("CGT", "police"))
    figures, [conflict] = told(desk, [march(desk, "o1", (1200, police), (5000, union))])
    assert [(f.low, f.high, [a.actor for a in f.attribution]) for f in figures] == [
        (5000, 5000, [union]),
        (1200, 1200, [police]),
    ]
    assert conflict.nature is Disagreement.CONFLICT
    assert [(v.value, v.speakers) for v in conflict.values] == [("5000", (union,)), ("1200", (police,))]


def test_another_report_adds_to_the_count_of_its_speaker(desk: Any) -> None:
    union, police = (desk.actor(name, ActorKind.ORGANISATION) for name in ("CGT", "police"))
    both, later = march(desk, "o1", (1200, police), (5000, union)), march(desk, "o2", (1300, police))
    figures, [conflict] = told(desk, [both, later])
    assert [(f.low, f.high) for f in figures] == [(5000, 5000), (1200, 1300)]
    assert [v.value for v in conflict.values] == ["5000", "1300", "1200"]


def test_parts_that_one_speaker_counts_are_no_conflict(desk: Any) -> None:
    police = desk.actor("police", ActorKind.ORGANISATION)
    assert told(desk, [march(desk, "o1", (30, police), (5, police))])[1] == ()


def test_who_tells_the_mention_gives_its_figures(desk: Any) -> None:
    police = desk.actor("police", ActorKind.ORGANISATION)
    report = desk.report("o1", "8 morts", "morts", kind=Kind.CASUALTY, counts=((8, "morts"),), said_by=(police,))
    [figure], _ = told(desk, [report])
    assert [link.actor for link in figure.attribution] == [police]
