"""Blocking: who meets whom, and that an index that grew is one that was made at once."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

from recoupe.linking import parting
from recoupe.linking.blocking import Index
from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.profile import Profile
from recoupe.linking.profiling import of_mention
from recoupe.model import Kind, When

DAY = When.from_edtf("2025-06-17").earliest.toordinal()  # type: ignore[union-attr]


def profile(desk: Any, **values: Any) -> Profile:
    """A profile that shares nothing with another one but its kind, unless told."""
    mention = desk.report("A", "Une visite", "visite")
    bare = of_mention(mention, When(), {})
    return attrs.evolve(bare, **{"frames": frozenset({f"frame {len(desk.mentions)}"}), **values})


def index(*profiles: Profile) -> Index:
    found = dict(enumerate(profiles))
    return Index().changed((), found, found, lambda n: n)[0]


def on(day: int, *actors: str, **values: Any) -> dict[str, Any]:
    return {"first": day, "last": day, "actors": frozenset(actors), **values}


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two in a cell are many."""
    monkeypatch.setattr(parting, "FEW_PAIRS", 0)


def test_few_reports_of_one_week_meet_whatever_they_share(desk: Any) -> None:
    few = index(*(profile(desk, **on(DAY + n % 3, f"actor {n}")) for n in range(30)))
    assert few.met(0) == set(range(30))
    many = index(*(profile(desk, **on(DAY + n % 3, f"actor {n}")) for n in range(40)))
    assert many.met(0) == {0}
    assert many.limits() == ()


@pytest.mark.usefixtures("crowded")
def test_reports_of_one_week_that_share_an_actor_meet(desk: Any) -> None:
    one, other = profile(desk, **on(DAY, "a")), profile(desk, **on(DAY + 1, "a", "b"))
    assert index(one, other).met(0) >= {1}


@pytest.mark.usefixtures("crowded")
def test_reports_of_an_event_that_bears_a_name_meet(desk: Any) -> None:
    one, other = profile(desk, names=frozenset({"ciaran"})), profile(desk, names=frozenset({"ciaran"}))
    assert index(one, other).met(1) >= {0}


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize(
    ("first", "last"), [(DAY, DAY), (DAY - 1, DAY + 20), (OPEN_START, DAY), (DAY, OPEN_END), (DAY - 300, DAY + 300)]
)
def test_dates_of_any_exactness_meet_where_they_overlap(desk: Any, first: int, last: int) -> None:
    exact = profile(desk, **on(DAY, "a"))
    other = profile(desk, first=first, last=last, actors=frozenset("a"))
    both = index(exact, other)
    assert 1 in both.met(0)
    assert 0 in both.met(1)


@pytest.mark.usefixtures("crowded")
def test_other_months_other_actors_and_other_families_do_not_meet(desk: Any) -> None:
    one = profile(desk, **on(DAY, "a"))
    others = (on(DAY + 100, "a"), on(DAY, "b"), on(DAY, "a", kind=Kind.JUSTICE))
    assert index(one, *(profile(desk, **values) for values in others)).met(0) <= {0}


@pytest.mark.usefixtures("crowded")
def test_where_too_many_share_an_actor_a_second_trait_decides(desk: Any) -> None:
    crowd = [profile(desk, **on(DAY, "a", places=frozenset({f"place {n}"}))) for n in range(40)]
    pair = [profile(desk, **on(DAY, "a", "b")) for _ in range(2)]
    found = index(*pair, *crowd)
    assert found.met(0) - {0} == {1}
    assert found.limits() == ()


@pytest.mark.usefixtures("crowded")
def test_a_crowd_that_shares_all_meets_its_neighbours_and_says_so(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parting, "NEIGHBOURLY", 100)
    monkeypatch.setattr(parting, "NEIGHBOURS", 3)
    crowd = [profile(desk, **on(DAY, "a", "b", "c", frames=frozenset({"meet"}))) for _ in range(40)]
    found = index(*crowd)
    assert all(len(found.met(n)) <= 6 for n in range(40))
    assert "a, b" in found.limits()[0]
    assert all("only near neighbours were compared" in limit for limit in found.limits())


@pytest.mark.parametrize(("heavy", "crowded"), [(60, 20_000), (6, 30), (1, 5), (0, 1)])
def test_an_index_that_changed_is_one_that_was_made_at_once(
    desk: Any, monkeypatch: pytest.MonkeyPatch, heavy: int, crowded: int
) -> None:
    limits = {
        "FEW_PAIRS": 10 * heavy,
        "HEAVY_PAIRS": heavy,
        "HEAVY_WITHOUT_ACTORS": heavy,
        "NEIGHBOURLY": crowded,
        "NEIGHBOURS": 2,
    }
    for name, value in limits.items():
        monkeypatch.setattr(parting, name, value)
    chance = random.Random(heavy)
    everyone = {n: _any(desk, chance) for n in range(200)}
    held = set(range(120))
    grown = Index().changed((), {n: everyone[n] for n in held}, everyone, lambda n: n)[0]
    for number in range(120, 200, 4):
        gone = set(chance.sample(sorted(held), 3))
        new = range(number, number + 4)
        held = held - gone | set(new)
        before, (grown, affected) = grown, grown.changed(gone, new, everyone, lambda n: n)
        fresh = Index().changed((), sorted(held), everyone, lambda n: n)[0]
        assert {n: grown.met(n) - {n} for n in held} == {n: fresh.met(n) - {n} for n in held}
        assert {(n, m) for n, met in grown.meetings() for m in met} == {
            (n, m) for n in held for m in grown.met(n) if m < n
        }
        assert grown.limits() == fresh.limits()
        kept = held - affected - set(new)
        assert all((before.met(n) ^ grown.met(n)) - {n} <= gone | affected | set(new) for n in kept)


def _any(desk: Any, chance: random.Random) -> Profile:
    first = DAY + chance.randrange(12)
    spans = ((first, first), (first, first), (first, first + 20), (OPEN_START, first))
    bounds = chance.choice(spans)
    return profile(
        desk,
        first=bounds[0],
        last=bounds[1],
        kind=chance.choice((Kind.CONSULT, Kind.AGREE, Kind.AID)),
        actors=frozenset(chance.sample("abcdef", chance.choice((0, 1, 1, 2, 3)))),
        places=frozenset(chance.sample("pq", chance.choice((0, 1)))),
        frames=frozenset(chance.sample("xyz", 1)),
    )
