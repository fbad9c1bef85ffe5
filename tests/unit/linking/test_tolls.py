"""The numbers of an event: one range for each thing counted."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking.tolls import ranges
from recoupe.model import Figure, Kind, Mention, Qualifier


def counted(desk: Any, *reports: tuple[float, Qualifier, str]) -> list[Mention]:
    """One mention for each number, of one outlet each."""
    return [
        desk.report(
            f"o{i}", f"{n:g} {of} ont été tués", "tués", kind=Kind.CASUALTY, counts=((n, of),), qualifier=qualifier
        )
        for i, (n, qualifier, of) in enumerate(reports)
    ]


def values(mentions: list[Mention]) -> list[tuple[float | None, float | None]]:
    days: dict[str, str | None] = {m.source: None for m in mentions}
    figures: tuple[Figure, ...] = ranges(mentions, Kind.CASUALTY, {m.source: i for i, m in enumerate(mentions)}, days)[
        0
    ]
    return [(f.low, f.high) for f in figures]


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
    assert values(counted(desk, *reports)) == [expected]
