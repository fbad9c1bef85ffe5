"""Countries by name, adjective, capital and seat."""

from __future__ import annotations

import pytest

from recoupe.gazetteer import countries


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Corée du Nord", "PRK"),
        ("etats-unis", "USA"),
        ("Myanmar", "MMR"),
        ("Birmanie", "MMR"),
        ("RDC", "COD"),
        ("North Korea", "PRK"),
    ],
)
def test_names(name: str, code: str) -> None:
    found = countries().named(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("sud-coréenne", "KOR"),
        ("nord-coréens", "PRK"),
        ("turques", "TUR"),
        ("grecque", "GRC"),
        ("kirghizes", "KGZ"),
        ("burkinabè", "BFA"),
        ("américaine", "USA"),
        ("bélarusses", "BLR"),
        ("taïwanaise", "TWN"),
    ],
)
def test_adjectives_in_every_form(word: str, code: str) -> None:
    found = countries().of_adjective(word)
    assert found is not None
    assert found.code == code


def test_an_adjective_of_two_countries_names_neither() -> None:
    assert countries().of_adjective("congolais") is None
    assert countries().is_adjective("congolais")


@pytest.mark.parametrize(
    ("city", "code"),
    [("Moscou", "RUS"), ("Kyiv", "UKR"), ("Beijing", "CHN"), ("Ouagadougou", "BFA"), ("N'Djamena", "TCD")],
)
def test_capitals(city: str, code: str) -> None:
    found = countries().of_capital(city)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("seat", "code"), [("Kremlin", "RUS"), ("Élysée", "FRA"), ("Maison-Blanche", "USA"), ("Downing Street", "GBR")]
)
def test_seats(seat: str, code: str) -> None:
    found = countries().of_seat(seat)
    assert found is not None
    assert found.code == code


def test_all_sovereign_states_have_what_is_needed() -> None:
    table = countries()
    assert len(table.all) >= 197
    assert len({c.code for c in table}) == len({c.alpha2 for c in table}) == len(table.all)
    for country in table:
        assert len(country.code) == 3
        assert len(country.alpha2) == 2
        assert country.french
        assert country.english
        assert country.adjectives
        assert table.named(country.name) is country
