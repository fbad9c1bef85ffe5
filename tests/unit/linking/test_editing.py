"""What follows from judgements on pairs."""

from __future__ import annotations

from recoupe.linking.editing import editing
from recoupe.model import Judgement

A, B, C = (f"m-{letter * 16}" for letter in "abc")


def test_what_is_one_with_a_report_is_parted_from_what_that_report_is_not() -> None:
    edited = editing([Judgement.between(A, B, same=True), Judgement.between(A, C, same=False)], [A, B, C])
    assert edited.says(B, C) is False
    assert edited.contradictions == {}


def test_a_contradiction_parts_nothing_else() -> None:
    words = [
        Judgement.between(A, B, same=True),
        Judgement.between(B, C, same=True),
        Judgement.between(A, C, same=False),
    ]
    edited = editing(words, [A, B, C])
    assert set(edited.contradictions) == {A, C}
    assert edited.says(A, B) is True
    assert edited.says(B, C) is True
