"""Names of organisations."""

from __future__ import annotations

import pytest

from recoupe.names import Verdict, abbreviates, compare_organisations


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


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("OFAG", "Office fédéral de l'agriculture", True),
        ("Céni", "Commission électorale nationale", True),
        ("PS", "Parti socialiste", True),
        ("Lyon", "Office fédéral de l'agriculture", False),
        ("OFAG", "OFAG", False),
        ("", "Parti socialiste", False),
    ],
)
def test_what_stands_in_brackets_for_a_name(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long) is expected
