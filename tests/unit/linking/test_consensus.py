"""What an event is and who takes part in it, where several articles report it. The reports are made up."""

from __future__ import annotations

from typing import Any

from recoupe.linking.consensus import Context, event
from recoupe.model import Event, Kind


def _arrest(desk: Any, outlet: str, text: str, patient: str) -> None:
    desk.report(outlet, text, "arrêté", kind=Kind.JUSTICE, targets=(patient,), when="2025-06-17", words="mardi")


def _event(desk: Any) -> Event:
    sources = {source.id: source for source in desk.sources.values()}
    context = Context(
        sources=sources,
        actors=desk.actors,
        redated={},
        ranks={id_: rank for rank, id_ in enumerate(sources)},
        shingles=lambda source: frozenset(),
    )
    return event(desk.mentions, context)


def _patients(desk: Any) -> list[str]:
    return sorted(desk.actors[p.actor].name for p in _event(desk).participants)


def _unnamed(desk: Any, name: str, outlet: str) -> str:
    scoped: str = desk.actor(name, scope=desk.source(outlet).id)
    return scoped


def test_somebody_without_a_name_is_the_only_one_whom_the_others_tell_of(desk: Any) -> None:
    _arrest(desk, "a", "mardi Reto Brunner a été arrêté à Berne", desk.actor("Reto Brunner"))
    _arrest(desk, "b", "mardi un homme a été arrêté à Berne", _unnamed(desk, "homme", "b"))
    assert _patients(desk) == ["Reto Brunner"]


def test_without_any_name_he_goes_by_the_most_telling_words(desk: Any) -> None:
    _arrest(desk, "a", "mardi un suspect a été arrêté à Berne", _unnamed(desk, "voisin du maire", "a"))
    _arrest(desk, "b", "mardi un homme a été arrêté à Berne", _unnamed(desk, "homme", "b"))
    assert _patients(desk) == ["voisin du maire"]


def test_an_article_that_tells_of_both_tells_of_two(desk: Any) -> None:
    _arrest(desk, "a", "mardi Reto Brunner a été arrêté à Berne", desk.actor("Reto Brunner"))
    _arrest(desk, "b", "mardi Reto Brunner a été arrêté à Berne", desk.actor("Reto Brunner"))
    _arrest(desk, "b", "mardi un homme a été arrêté à Berne", _unnamed(desk, "homme", "b"))
    assert _patients(desk) == ["Reto Brunner", "homme"]


def test_a_report_of_no_kind_in_particular_says_nothing_of_the_kind(desk: Any) -> None:
    for outlet in ("a", "b"):
        desk.report(outlet, "la terre tremble", "tremble", kind=Kind.OTHER)
    assert _event(desk).kind is Kind.OTHER
    desk.report("c", "le tremblement de terre", "tremblement", kind=Kind.DISASTER)
    assert _event(desk).kind is Kind.DISASTER
