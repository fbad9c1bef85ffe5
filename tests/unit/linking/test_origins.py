"""Origins: how many independent ones stand behind an event."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking import link
from recoupe.model import ActorKind, Event
from recoupe.timeline import Timeline

#: One wire story of four sentences, as an outlet prints it.
WIRE = (
    "Le maire de Brest a inauguré mardi le nouveau pont sur la Penfeld, en présence de plusieurs centaines d'habitants",
    "Le chantier avait commencé il y a trois ans et a coûté quarante millions d'euros à la ville et à la région",
)
#: The same, edited: some words are other ones.
EDITED = (
    "Le maire de Brest a inauguré mardi le nouveau pont sur la Penfeld, devant plusieurs centaines d'habitants",
    "Le chantier avait commencé voici trois ans et a coûté quarante millions d'euros à la ville et à la région",
)
#: Another reporter's words on it.
OWN = ("La Penfeld a son nouveau pont: le maire l'a inauguré hier matin, sous la pluie et les applaudissements",)


def told(desk: Any, outlet: str, texts: tuple[str, ...], *, said_by: tuple[str, ...] = (), **more: Any) -> None:
    """An outlet's report of the inauguration, and the rest of its article."""
    desk.source(outlet, "2025-06-18", **more)
    mayor = desk.actor("Yann Le Goff", country="FRA")
    desk.report(
        outlet,
        texts[0],
        "inauguré",
        agents=(mayor,),
        when="2025-06-17",
        words="mardi",
        frame="inaugurer",
        said_by=said_by,
    )
    for text in texts[1:]:
        desk.report(outlet, text, "commencé", when="2022", frame="commencer")


def inauguration(desk: Any) -> Event:
    found: list[Event] = [e for e in link(desk.record).events if e.when.edtf == "2025-06-17"]
    assert len(found) == 1
    return found[0]


def test_near_identical_copies_are_one_origin(desk: Any) -> None:
    told(desk, "A", WIRE)
    told(desk, "B", EDITED)
    assert len(inauguration(desk).origins) == 1
    told(desk, "C", OWN)
    event = inauguration(desk)
    assert len(event.origins) == 2
    assert event.outlets == ("A", "B", "C")


def test_a_copy_without_its_credit_goes_back_to_the_agency_of_the_other(desk: Any) -> None:
    told(desk, "A", WIRE, agencies=("AFP",))
    told(desk, "B", EDITED)
    assert len(inauguration(desk).origins) == 1


def test_articles_of_one_agency_are_one_origin(desk: Any) -> None:
    told(desk, "A", WIRE[:1], agencies=("AFP",))
    told(desk, "B", OWN, agencies=("AFP",))
    assert len(inauguration(desk).origins) == 1


def test_two_agencies_are_two_origins(desk: Any) -> None:
    told(desk, "A", WIRE[:1], agencies=("AFP",))
    told(desk, "B", OWN, agencies=("Reuters",))
    assert len(inauguration(desk).origins) == 2


def test_a_credited_agency_that_quotes_one_speaker_goes_back_to_that_speaker(desk: Any) -> None:
    """One outlet prints who told the agency, another one leaves it out."""
    speaker = desk.actor("Anne Kerlan", country="FRA")
    told(desk, "A", WIRE[:1], agencies=("AFP",), said_by=(speaker,))
    told(desk, "B", OWN, agencies=("AFP",))
    assert inauguration(desk).origins == (speaker,)


@pytest.mark.parametrize(
    "names", [("Anne Kerlan",) * 5, ("Anne Kerlan", "Kerlan", "A. Kerlan", "Anne KERLAN", "Kerlan")]
)
def test_five_outlets_that_quote_one_official_are_one_origin(desk: Any, names: tuple[str, ...]) -> None:
    for outlet, name in zip("ABCDE", names, strict=True):
        told(desk, outlet, OWN, said_by=(desk.actor(name, country="FRA"),))
    event = inauguration(desk)
    assert len(event.outlets) == 5
    assert len(event.origins) == 1
    assert Timeline.from_record(desk.record).corroborated() == ()


def test_an_agency_under_two_names_is_one_origin(desk: Any) -> None:
    for outlet, name in (("A", "Agence France-Presse"), ("B", "AFP")):
        told(desk, outlet, OWN, said_by=(desk.actor(name, ActorKind.MEDIA, names=("AFP", "Agence France-Presse")),))
    assert len(inauguration(desk).origins) == 1
