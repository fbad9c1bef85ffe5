"""Evidence: what speaks for one event or for two, where no names do."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking import link
from recoupe.model import Kind


def level(desk: Any, a: Any, b: Any, comparison: str) -> str | None:
    """What a comparison says of two reports."""
    parts = link(desk.record).why(a.id, b.id).parts
    return next((part.says for part in parts if part.name == comparison), None)


def victim(desk: Any, outlet: str, text: str, who: str, *, scope: str | None = None) -> Any:
    """The report of somebody without a name who was injured."""
    person = desk.actor(who, scope=(scope or outlet) and desk.source(scope or outlet).id)
    return desk.report(outlet, text, "blessé", kind=Kind.CASUALTY, mode="injured", targets=(person,))


@pytest.mark.parametrize("outlet", ["a", "b"])
def test_two_people_without_a_name_are_two_where_other_words_describe_them(desk: Any, outlet: str) -> None:
    a = victim(desk, "a", "Il a blessé un policier devant la caserne", "policier")
    b = victim(desk, outlet, "Il a blessé le conducteur d'une voiture", "conducteur")
    assert level(desk, a, b, "unnamed_target") == "others are concerned, who have no name"


def test_one_word_may_describe_two_people(desk: Any) -> None:
    a = victim(desk, "a", "Il a blessé un policier devant la caserne", "policier")
    b = victim(desk, "b", "Il a aussi blessé des policiers", "policiers")
    assert level(desk, a, b, "unnamed_target") is None


def test_somebody_with_a_name_may_be_anybody_without(desk: Any) -> None:
    named = desk.report(
        "a",
        "Il a blessé Paul Martin",
        "blessé",
        kind=Kind.CASUALTY,
        mode="injured",
        targets=(desk.actor("Paul Martin"),),
    )
    assert level(desk, named, victim(desk, "b", "Il a blessé le conducteur", "conducteur"), "unnamed_target") is None


SENTENCE = "Debout devant la cathédrale, le visiteur a béni la foule venue de toute la région, qui l'a acclamé"


@pytest.mark.parametrize(
    ("word", "says"), [("béni", "the sentence is the same"), ("acclamé", "other words of the same sentence name it")]
)
def test_a_copied_sentence_tells_of_one_event_by_one_word(desk: Any, word: str, says: str) -> None:
    a = desk.report("a", SENTENCE, "béni", kind=Kind.SUPPORT, mode="praise")
    b = desk.report("b", SENTENCE.replace("toute la région", "loin"), word, kind=Kind.SUPPORT, mode="praise")
    assert (level(desk, a, b, "wording") or "").startswith(says)


@pytest.mark.parametrize(
    ("words", "says"), [("lundi", "both are dated to"), (None, "both fall within the same few days")]
)
def test_a_day_that_is_only_inferred_is_weaker_than_one_that_both_texts_give(
    desk: Any, words: str | None, says: str
) -> None:
    day: dict[str, Any] = {"kind": Kind.CASUALTY, "when": "2025-06-16"}
    a = desk.report("a", "lundi, deux passants ont été blessés", "blessés", words="lundi", **day)
    b = desk.report("b", "lundi, le tireur a été blessé", "blessé", words=words, **day)
    found = level(desk, a, b, "when")
    assert found is not None
    assert found.startswith(says)
