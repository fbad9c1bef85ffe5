"""Titles: a clause of an article where one stands alone, else a sober line; never longer than a headline."""

from __future__ import annotations

from typing import Any

from recoupe.linking import link
from recoupe.linking.titles import LONGEST
from recoupe.model import ActorKind, Kind, Status


def title(desk: Any) -> str:
    (event,) = link(desk.record).events
    assert len(event.title) <= LONGEST
    return event.title


def test_the_clearest_clause_with_its_status(desk: Any) -> None:
    text = "La Corée du Nord enverra 1000 démineurs à Koursk, a annoncé mardi un haut responsable russe, signe d'accord"
    desk.report("a", text, "enverra", kind=Kind.MOBILIZE, status=Status.PLANNED, counts=((1000, "démineurs"),))
    assert title(desk) == (
        "La Corée du Nord enverra 1000 démineurs à Koursk, a annoncé mardi un haut responsable russe (prévu)"
    )


def test_parts_where_no_clause_stands_alone(desk: Any) -> None:
    kim = desk.actor("Kim Jong-un")
    desk.report("a", "à l'issue d'une visite", "visite", agents=(kim,), place="Pyongyang", country="PRK")
    assert title(desk) == "Kim Jong-un – visite (Pyongyang)"


def test_a_clause_is_not_cut_inside_a_quotation(desk: Any) -> None:
    text = "Il a promis « un soutien inconditionnel, " + "sans limite, " * 12 + "et durable » à Moscou"
    desk.report("a", text, "promis", kind=Kind.SUPPORT, agents=(desk.actor("Kim", ActorKind.PERSON),))
    assert title(desk) == "Kim – promis"


def test_an_excerpt_where_nothing_is_known_but_the_word(desk: Any) -> None:
    desk.report("a", "selon lui, le bilan de l'incendie reste incertain, car la fumée persiste", "incendie")
    assert title(desk) == "« … le bilan de l'incendie reste incertain … »"


def test_a_clause_that_denies_by_itself_needs_no_mark(desk: Any) -> None:
    text = "Le ministre n'a pas signé le décret"
    desk.report("a", text, "signé", kind=Kind.AGREE, status=Status.DENIED)
    assert title(desk) == text


def test_a_line_that_says_itself_that_it_is_to_come_needs_no_mark(desk: Any) -> None:
    text = "Report du lancement de la sonde"
    desk.report("a", text, "lancement", status=Status.PLANNED, agents=(desk.actor("sonde"),))
    assert title(desk) == text


def test_a_clause_cut_behind_a_relative_clause_tells_nothing(desk: Any) -> None:
    text = "Le club, qui fêtera ses cent ans au printemps prochain avec ses supporters de toujours, " + "vendu " * 12
    desk.report("a", text, "fêtera", agents=(desk.actor("Le club", ActorKind.ORGANISATION),))
    assert title(desk) == "Le club – fêtera"


def test_an_excerpt_that_names_who_acts_is_better_than_parts(desk: Any) -> None:
    text = "sur place, la directrice de l'école a insisté mardi sur la prudence, puis est repartie"
    desk.report("a", text, "insisté", agents=(desk.actor("la directrice", ActorKind.PERSON),))
    assert title(desk) == "« … la directrice de l'école a insisté mardi sur la prudence … »"


def test_a_long_excerpt_keeps_the_words_around_the_trigger(desk: Any) -> None:
    text = "selon elle, " + "les riverains du port et de la ville voulaient " * 3 + "une grève " + "du bruit " * 20
    desk.report("a", text, "grève", kind=Kind.PROTEST)
    found = title(desk)
    assert found.startswith("« … ")
    assert "voulaient une grève du bruit" in found


def test_an_excerpt_of_a_word_between_two_marks_is_the_passage(desk: Any) -> None:
    text = "et le sinistre n'a jamais été déclaré comme « maîtrisé »"
    desk.report("a", text, "maîtrisé")
    assert title(desk) == "« … et le sinistre n'a jamais été déclaré comme “ maîtrisé ” … »"
