"""Why two mentions are, or are not, one event: in words for a reader."""

from __future__ import annotations

from typing import Any

from recoupe.linking import link
from recoupe.model import Kind


def test_sentences_name_actors_and_the_words_that_are_compared(desk: Any) -> None:
    anna, town = desk.actor("Anna Berg", country="NOR"), desk.actor("Jean Roux", country="FRA")
    a = desk.report("a", "Anna Berg a attaqué Jean Roux", "attaqué", kind=Kind.ASSAULT, agents=(anna,), targets=(town,))
    b = desk.report("b", "Jean Roux a été agressé", "agressé", kind=Kind.ASSAULT, agents=(anna,), targets=(town,))
    said = str(link(desk.record).why(a.id, b.id))
    assert "the same person or organisation acts (Anna Berg)" in said
    assert "the same person or organisation is concerned (Jean Roux)" in said
    assert said.startswith(f"« attaqué » ({a.id}) and « agressé » ({b.id}): ")


def test_who_is_concerned_is_named_where_that_rules_one_event_out(desk: Any) -> None:
    anna, town = desk.actor("Anna Berg", country="NOR"), desk.actor("Jean Roux", country="FRA")
    a = desk.report("a", "Anna Berg a été blessée", "blessée", kind=Kind.CASUALTY, mode="injured", targets=(anna,))
    b = desk.report("b", "Jean Roux a été blessé", "blessé", kind=Kind.CASUALTY, mode="injured", targets=(town,))
    assert link(desk.record).why(a.id, b.id).vetoes == ("others are concerned (Anna Berg / Jean Roux)",)


def test_namesakes_are_told_apart_by_their_ids(desk: Any) -> None:
    one, other = desk.actor("Anna Berg", country="NOR"), desk.actor("Anna Berg", country="FRA")
    a = desk.report("a", "Anna Berg a été blessée", "blessée", kind=Kind.CASUALTY, mode="injured", targets=(one,))
    b = desk.report("b", "Anna Berg a été blessée", "blessée", kind=Kind.CASUALTY, mode="injured", targets=(other,))
    assert f"Anna Berg ({one})" in str(link(desk.record).why(a.id, b.id))
