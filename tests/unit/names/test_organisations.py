"""Names of organisations."""

from __future__ import annotations

import pytest

from recoupe.names import Verdict, abbreviates, compare_organisations, spells


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


@pytest.mark.parametrize(
    ("short", "words", "expected"),
    [
        ("SPL", ["Syndicat", "des", "pilotes", "de", "ligne"], True),
        ("OFAG", ["Office", "fédéral", "de", "l'", "agriculture"], True),
        ("Snes", ["Syndicat", "national", "des", "enseignants", "du", "second", "degré"], True),
        ("UDI", ["Union", "des", "démocrates", "et", "indépendants"], True),
        ("SPM", ["Syndicat", "des", "pilotes"], False),
        ("SPL", ["Paul", "Roche"], False),
        ("", ["Syndicat", "des", "pilotes"], False),
    ],
)
def test_an_abbreviation_is_made_of_the_beginnings_of_words(short: str, words: list[str], expected: bool) -> None:
    assert spells(short, words) is expected
