"""What the mentions of an undated article say of its publication."""

from __future__ import annotations

from typing import Any

import attrs

from recoupe.linking.dating import dates, narrowed, own
from recoupe.model import Kind, Mention, Status, When


def published(*told: Mention) -> str | None:
    """The days that an article's own mentions leave, as EDTF."""
    found = narrowed(None, own(told))
    return found.when.edtf if found else None


def report(desk: Any, text: str, trigger: str, when: str, words: str, status: Status = Status.OCCURRED) -> Any:
    return desk.report("a", text, trigger, published=None, when=when, words=words, status=status)


def test_an_article_is_no_older_than_what_it_reports_and_no_younger_than_what_it_announces(desk: Any) -> None:
    past = report(desk, "un accord signé en juin 2024", "signé", "2024-06", "en juin 2024")
    plan = report(desk, "l'usine fermera en 2026", "fermera", "2026", "en 2026", Status.PLANNED)
    assert published(past, plan) == "[2024-06..2026-12]"


def test_what_is_told_of_announced_days_may_lie_ahead(desk: Any) -> None:
    plan = report(desk, "le produit sera interdit en 2020", "interdit", "2020", "en 2020", Status.PLANNED)
    same = report(desk, "interdit dès le 1er janvier 2020", "interdit", "2020-01-01", "le 1er janvier 2020")
    before = report(desk, "une étude publiée en mai 2019", "publiée", "2019-05", "en mai 2019")
    assert published(plan, same, before) == "[2019-05..2020-12]"


def test_the_day_of_a_decision_is_not_that_of_what_is_decided(desk: Any) -> None:
    text = "l'agence a décidé le 29 avril 2019 de retirer le produit"
    decided = report(desk, text, "décidé", "2019-04-29", "le 29 avril 2019")
    plan = report(desk, text, "retirer", "2019-04-29", "le 29 avril 2019", Status.PLANNED)
    assert published(decided, attrs.evolve(plan, expression=decided.expression)) == "2019-04-29/.."


def test_a_day_that_a_demonstrative_points_to_lies_in_the_week_of_publication(desk: Any) -> None:
    words = "ce vendredi 27 juin 2025"
    text = f"deux pays ont signé {words} un accord"
    signed = report(desk, text, "signé", "2025-06-27", words)
    near = attrs.evolve(signed, expression=attrs.evolve(signed.expression, symbol="date(2025,6,27,5,nearest)"))
    assert published(signed) == "2025-06-27/.."
    assert published(near) == "[2025-06-27..2025-07-04]"


def test_a_report_dates_another_article_where_its_words_give_two_months_at_most(desk: Any) -> None:
    met = report(desk, "une rencontre en juin 2024", "rencontre", "2024-06", "en juin 2024")
    assert dates(met, met.when)
    assert not dates(met, When.from_edtf("2024"))
    assert not dates(attrs.evolve(met, expression=None), met.when)


def test_words_are_said_too_often_to_date_an_article_by(desk: Any) -> None:
    praised = report(desk, "il a salué en juin 2024 un allié", "salué", "2024-06", "en juin 2024")
    assert not dates(attrs.evolve(praised, kind=Kind.SUPPORT), praised.when)


def test_what_has_the_year_of_a_plan_may_lie_ahead(desk: Any) -> None:
    text = "il a annoncé son retour à la compétition en 2009"
    plan = report(desk, text, "retour", "2009", "en 2009", Status.PLANNED)
    raced = report(desk, text, "compétition", "2009", "en 2009")
    assert published(attrs.evolve(plan, expression=raced.expression), raced) is None
    assert published(raced) == "2009/.."
