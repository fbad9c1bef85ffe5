"""Known actors, and a registry of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.errors import InvalidFile, UnreadableDocument
from recoupe.gazetteer import Office, Registry, known_actors
from recoupe.model import ActorKind


def test_the_package_knows_agencies_and_bodies() -> None:
    found = known_actors().named("onu")
    assert found is not None
    assert found.name == "Nations unies"
    agency = known_actors().named("AFP")
    assert agency is not None
    assert agency.kind is ActorKind.MEDIA


def test_offices_have_years() -> None:
    found = known_actors().named("Barack Obama")
    assert found is not None
    assert found.offices == (Office(title="président des États-Unis", start=2009, end=2017),)


def test_csv_and_json_say_the_same(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        "name,kind,country,wikidata,aliases,offices\nAnna Muster,person,CHE,,A. Muster|Muster,maire de Berne 2020/..\n",
        encoding="utf-8",
    )
    data = tmp_path / "own.json"
    data.write_text(
        json.dumps([{
            "name": "Anna Muster", "kind": "person", "country": "CHE", "aliases": ["A. Muster", "Muster"],
            "offices": ["maire de Berne 2020/.."],
        }]),
        encoding="utf-8",
    )  # fmt: skip
    assert Registry.from_file(table) == Registry.from_file(data)


def test_own_entries_replace_those_of_the_package(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("name,kind,country\nTass,organisation,RUS\n", encoding="utf-8")
    joined = known_actors() | Registry.from_file(file)
    found = joined.named("TASS")
    assert found is not None
    assert found.kind is ActorKind.ORGANISATION


def test_mistakes_are_all_reported(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("name,kind,country\nX,robot,\nY,person,France\n,person,\n", encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        Registry.from_file(file)
    assert [p.path for p in caught.value.problems] == ["line 2", "line 3", "line 4"]
    with pytest.raises(UnreadableDocument):
        Registry.from_file(tmp_path / "none.csv")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(InvalidFile):
        Registry.from_file(broken)


def test_a_name_of_two_letters_is_found_as_it_is_written() -> None:
    known = known_actors()
    assert known.named("UE") is known.named("union européenne") is not None
    assert known.named("Eu") is None
