"""Days that are counted from another happening, and days that belong to something else than the verb."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Mention, Status, When
from recoupe.testing.readings import article_of

PUBLISHED = datetime.date(2026, 3, 12)  # a Thursday
BY_THEN = When(latest=PUBLISHED)


def day(month: int, number: int) -> When:
    return When.on(datetime.date(2026, month, number))


def mention(text: str, word: str) -> Mention:
    reading = extract(article_of(text, published=PUBLISHED), French())
    return next(m for m in reading.mentions if word in m.trigger.text)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Deux jours après l'attaque de dimanche, un suspect a été arrêté à Lyon.", "attaque", day(3, 8)),
        ("Deux jours après l'attaque de dimanche, un suspect a été arrêté à Lyon.", "arrêté", day(3, 10)),
        ("Le suspect a été arrêté mardi, trois jours après l'attentat.", "attentat", day(3, 7)),
        ("Le suspect a été arrêté mardi, trois jours après l'attentat de samedi.", "arrêté", day(3, 10)),
    ],
)
def test_the_days_between_two_happenings_give_the_one_from_the_other(text: str, word: str, when: When) -> None:
    assert mention(text, word).when == when


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("L'attaque a eu lieu lundi. Au lendemain de l'attaque, le ministre s'est rendu sur place.", "rendu"),
        ("L'attentat a fait dix morts dimanche. Deux jours après l'attentat, il a été arrêté.", "arrêté"),
    ],
)
def test_days_are_counted_from_what_the_article_dates_elsewhere(text: str, word: str) -> None:
    assert mention(text, word).when == day(3, 10)


def test_days_are_not_counted_from_what_nothing_dates() -> None:
    assert mention("Un suspect a été arrêté au lendemain de l'attentat.", "arrêté").when == BY_THEN


def test_a_counted_day_says_from_what() -> None:
    found = mention("Le vote s'est tenu dimanche. Au lendemain du vote, il a revendiqué la victoire.", "revendiqué")
    assert found.expression is None
    assert "« lendemain du » : compté de « vote », daté « dimanche »" in found.reasons


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("C'est le pire séisme dans la région depuis celui du 17 août 1999.", "séisme"),
        ("C'est la première visite d'un président au Caire depuis celle de son rival en 1998.", "visite"),
        ("Cinq personnes ont été interpellées dont deux mardi.", "interpellées"),
        ("Trois suspects ont été arrêtés, dont un mercredi à l'aéroport.", "arrêtés"),
        ("Dans cette affaire du 15 février, un policier a même porté plainte.", "plainte"),
        ("L'avion s'est posé une heure plus tôt que prévu. À ce jour, dix pilotes ont été arrêtés.", "arrêtés"),
    ],
)
def test_a_day_of_something_else_is_none_of_the_happening(sentence: str, word: str) -> None:
    when = mention(f"La ville est calme depuis des années. {sentence}", word).when
    assert when == BY_THEN


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Le président a annoncé mardi dans un discours à la nation que l'armée se retirerait.", "discours"),
        ("En conférence de presse, mardi, la ministre a présenté ses excuses aux victimes.", "conférence"),
        ("Les autorités ont annoncé mardi l'interdiction de la manifestation.", "interdiction"),
        ("La démission a été annoncée mardi, alors que les députés étaient réunis à Rome.", "réunis"),
        ("Il a téléphoné mardi à son rival afin de le féliciter.", "féliciter"),
        ("Le bilan de l'attentat commis mardi est passé à 12 morts, ont indiqué mercredi les autorités.", "morts"),
    ],
)
def test_what_is_done_in_it_or_by_it_has_the_day_of_the_verb(sentence: str, word: str) -> None:
    assert mention(sentence, word).when == day(3, 10)


def test_days_of_a_list_are_those_before_publication() -> None:
    found = mention("Quatre personnes sont mortes mercredi et jeudi lors de manifestations.", "mortes").when
    assert found == When(earliest=day(3, 11).earliest, latest=day(3, 12).latest)


def test_what_goes_on_is_not_over_on_the_day_of_who_says_so() -> None:
    found = mention("Une épidémie est en cours, a alerté l'agence début mars.", "épidémie")
    assert (found.status, found.when) == (Status.ONGOING, BY_THEN)


def test_what_the_next_verb_tells_came_no_earlier() -> None:
    found = mention("Il a débarqué lundi à Genève et a rencontré le ministre.", "rencontré")
    assert found.when == When(earliest=day(3, 9).earliest, latest=PUBLISHED)


def test_a_day_that_is_fixed_is_to_come() -> None:
    found = mention("Le juge a fixé l'audience au 12 juin.", "audience")
    assert (found.status, found.when) == (Status.PLANNED, day(6, 12))
