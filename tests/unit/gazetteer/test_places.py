"""Places by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.errors import InvalidFile, UnreadableDocument
from recoupe.gazetteer import Gazetteer, places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Koursk", "Kursk"),
        ("Soudja", "Sudzha"),
        ("Birmanie", "Myanmar"),
        ("Kiev", "Kyiv"),
        ("Marioupol", "Mariupol"),
        ("Palerme", "Palermo"),
        ("Tanger", "Tangier"),
    ],
)
def test_spellings_of_one_place_make_one_value(one: str, other: str) -> None:
    assert places().find(one) == places().find(other)
    assert places().find(one) is not None


def test_a_city_has_its_country_and_coordinates() -> None:
    found = places().find("Pyongyang")
    assert found is not None
    assert found.country == "PRK"
    assert found.within == ("Corée du Nord",)
    assert found.geonames == 1871859
    assert found.latitude == pytest.approx(39.03, abs=0.1)


def test_a_name_of_many_cities_is_left_open_until_the_context_decides() -> None:
    open_ = places().find("Springfield")
    assert open_ is not None
    assert (open_.country, open_.geonames) == (None, None)
    near = places().find("Springfield", ["USA"])
    assert near is not None
    assert near.country == "USA"


def test_regions_have_no_coordinates_of_a_namesake() -> None:
    found = places().find("Bretagne")
    assert found is not None
    assert (found.country, found.geonames) == ("FRA", None)


def test_nothing_is_invented() -> None:
    assert places().find("Tchorbogh-sur-Nulle-Part") is None


def test_own_places(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text(
        "name,country,aliases,latitude,longitude\nTchorbogh,TJK,Chorbogh|Chorboq,39.9,70.6\n", encoding="utf-8"
    )
    own = places() | Gazetteer.from_file(file)
    found = own.find("Chorboq")
    assert found is not None
    assert (found.name, found.country, found.latitude) == ("Tchorbogh", "TJK", 39.9)


def test_own_places_with_mistakes_are_refused_with_all_of_them(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("name,country,colour\nA,France,red\nB,FRA,\n,FRA,\n", encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        Gazetteer.from_file(file)
    assert len(caught.value.problems) >= 3
    with pytest.raises(UnreadableDocument):
        Gazetteer.from_file(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("name", "country"),
    [("Var", "FRA"), ("Gard", "FRA"), ("Vaud", "CHE"), ("Sion", "CHE"), ("Hainaut", "BEL"), ("Ontario", "CAN")],
)
def test_regions_and_towns_of_french_speaking_countries_are_no_foreign_namesakes(name: str, country: str) -> None:
    found = places().find(name)
    assert found is not None
    assert (found.name, found.country) == (name, country)


def test_mexico_is_the_city() -> None:
    found = places().find("Mexico")
    assert found is not None
    assert (found.name, found.within) == ("Mexico", ("Mexique",))


@pytest.mark.parametrize("name", ["Google", "Jura", "Porto", "Cologne", "Abidjan", "Amsterdam", "Cotonou", "Jérusalem"])
def test_no_place_is_taken_for_another_that_goes_by_its_name_somewhere(name: str) -> None:
    found = places().find(name, ["FRA"])
    assert found is None or found.name == name
