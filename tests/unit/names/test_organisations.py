"""Names of organisations."""

from __future__ import annotations

import pytest

from recoupe.names import Verdict, compare_organisations


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ministère de la Défense sud-coréen", "ministère sud-coréen de la Défense"),
        ("RIA Novosti", "Ria Novosti"),
        ("agence de renseignement", "renseignement"),
    ],
)
def test_one_body(a: str, b: str) -> None:
    assert compare_organisations(a, b).verdict is Verdict.SAME


def test_an_acronym_alone_proves_nothing() -> None:
    assert compare_organisations("OMS", "Organisation mondiale de la Santé").verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(("a", "b"), [("CGT", "CFDT"), ("ministère de la Défense", "ministère de la Santé")])
def test_two_bodies(a: str, b: str) -> None:
    assert compare_organisations(a, b).verdict is Verdict.DIFFERENT
