"""The data that linking works with."""

from __future__ import annotations

from recoupe.linking.tables import act, kinds
from recoupe.model import Kind


def test_acts_are_near_each_other_both_ways() -> None:
    near = kinds().near
    assert all(one in near[other] for one, others in near.items() for other in others)
    assert all(one not in others for one, others in near.items())


def test_every_act_is_of_a_kind() -> None:
    assert {one.split("/")[0] for one in kinds().near} <= {kind.value for kind in Kind}


def test_an_act_without_a_mode_is_its_kind() -> None:
    assert (act(Kind.ASSAULT, "combat"), act(Kind.DISASTER, None)) == ("assault/combat", "disaster")


def test_a_deal_is_told_from_both_sides_and_a_closure_from_one() -> None:
    assert kinds().is_symmetric(Kind.TRANSACTION, "sell")
    assert kinds().is_symmetric(Kind.CONSULT, "visit")
    assert not kinds().is_symmetric(Kind.TRANSACTION, "close")
    assert not kinds().is_symmetric(Kind.TRANSACTION, None)
