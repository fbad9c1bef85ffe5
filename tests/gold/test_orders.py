"""The order in which the seeds arrive, and in how many batches, changes no byte of their timeline."""

from __future__ import annotations

from functools import reduce
from itertools import combinations, permutations
from operator import or_
from pathlib import Path

import pytest

import recoupe
from recoupe import pipeline
from recoupe.model import Record

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """One record for each seed."""
    return [pipeline.record_of([reading]) for reading in pipeline.readings([SEEDS])]


def _bytes(records: list[Record]) -> str:
    return recoupe.Timeline.from_record(reduce(or_, records)).dumps()


def test_all_orders_of_the_seeds_give_the_same_bytes(records: list[Record]) -> None:
    assert len(records) == 5
    wanted = _bytes(records)
    orders = list(permutations(records))
    assert len(orders) == 120
    assert all(_bytes(list(order)) == wanted for order in orders)


def test_all_ways_to_split_the_seeds_in_two_batches_give_the_same_bytes(records: list[Record]) -> None:
    wanted = _bytes(records)
    for size in range(1, 5):
        for chosen in combinations(range(5), size):
            first = recoupe.Timeline.from_record(reduce(or_, (records[i] for i in chosen)))
            second = recoupe.Timeline.from_record(reduce(or_, (records[i] for i in range(5) if i not in chosen)))
            assert (second | first).dumps() == wanted
