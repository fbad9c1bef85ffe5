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
