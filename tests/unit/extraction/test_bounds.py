"""What sets bounds to the days of a happening: ends, decisions, what came of it, what a court judges, lists of days."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Mention, Status
from recoupe.testing.readings import article_of

PUBLISHED = datetime.date(2026, 3, 12)  # a Thursday


def mention(text: str, word: str) -> Mention:
    reading = extract(article_of(text, published=PUBLISHED), French())
    return next(m for m in reading.mentions if word in m.trigger.text)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("La grève des éboueurs s'est terminée samedi.", "grève", "../2026-03-07"),
        ("Les combats ont cessé lundi.", "combats", "../2026-03-09"),
        ("Les salariés ont mis fin lundi à leur grève.", "grève", "../2026-03-09"),
        ("La grève, entamée le 2 mars, s'est achevée samedi.", "grève", "2026-03-02/2026-03-07"),
        ("Le procès du maire, ouvert le 2 mars, s'est achevé samedi.", "procès", "2026-03-02/2026-03-07"),
        ("Le match s'est terminé samedi soir.", "match", "2026-03-07"),
    ],
)
def test_what_takes_its_time_ended_on_the_day_of_its_end(sentence: str, word: str, when: str) -> None:
    assert mention(sentence, word).when.edtf == when


def test_a_war_that_ended_does_not_go_on() -> None:
    war = mention("La guerre s'est achevée en 1995.", "guerre")
    assert (war.status, war.when.edtf) == (Status.OCCURRED, "../1995")


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Le pays avait décidé en juin 2021 du retrait de ses soldats.", "retrait", "2021-06/.."),
        ("Le conseil a décidé en janvier la fermeture de l'usine.", "fermeture", "2026/.."),
        ("Le groupe a annoncé la vente de sa filiale en février.", "vente", "2026-02/.."),
        ("Le groupe a annoncé la vente de sa filiale en juin.", "vente", "2026-06"),
    ],
)
def test_what_was_decided_then_is_to_come_since_then(sentence: str, word: str, when: str) -> None:
    found = mention(sentence, word)
    assert (found.status, found.when.edtf) == (Status.PLANNED, when)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Peu avant Noël, un homme a été arrêté à Lens.", "arrêté", "../2025-12-25"),
        ("Peu après le 10 janvier, le maire a démissionné.", "démissionné", "2026-01-10/2026-03-12"),
        ("Un homme a été arrêté mardi peu avant 18 heures.", "arrêté", "2026-03-10"),
    ],
)
def test_shortly_before_a_day_is_not_that_day(sentence: str, word: str, when: str) -> None:
    assert mention(sentence, word).when.edtf == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Les ouvriers ont défilé vendredi à Lens et samedi à Oslo.", "défilé", "[2026-03-06..2026-03-07]"),
        (
            "Deux attaques ont fait trois morts : le 20 janvier à Lens et le 1er février à la gare d'Oslo.",
            "attaques",
            "[2026-01-20..2026-02-01]",
        ),
        ("Il a été blessé mardi à Lens et jeudi il est mort à Oslo.", "mort", "2026-03-12"),
        ("Il a été blessé mardi à Lens et jeudi il est mort à Oslo.", "blessé", "2026-03-10"),
        ("Un homme a été inculpé et écroué mi-janvier.", "inculpé", "[2026-01-11..2026-01-20]"),
        ("Il a été arrêté en janvier et condamné mardi.", "arrêté", "2026-01"),
    ],
)
def test_days_of_a_list_and_of_a_pair_of_participles(sentence: str, word: str, when: str) -> None:
    assert mention(sentence, word).when.edtf == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("La réunion du 2 mars a débouché sur un accord.", "accord", "2026-03-02"),
        ("La marche du 2 mars a donné lieu à des heurts.", "heurts", "2026-03-02"),
        ("Les négociations du 12 janvier au 2 mars ont abouti à un accord.", "accord", "[2026-03-05..2026-03-12]"),
    ],
)
def test_what_came_of_a_meeting_came_on_its_day(sentence: str, word: str, when: str) -> None:
    assert mention(sentence, word).when.edtf == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("L'enquête sur l'attaque du 2 mars avance.", "enquête", "[2026-03-02..2026-03-12]"),
        ("Un homme avait été arrêté dans l'enquête sur l'attaque du 2 mars.", "arrêté", "[2026-03-02..2026-03-12]"),
        ("Un homme a été placé mardi en garde à vue dans l'enquête sur un vol.", "enquête", "../2026-03-12"),
        ("Une marche contre la guerre samedi à Oslo a réuni mille personnes.", "marche", "2026-03-07"),
    ],
)
def test_an_inquiry_has_no_day_of_what_it_is_about(sentence: str, word: str, when: str) -> None:
    assert mention(sentence, word).when.edtf == when


def test_a_relative_clause_with_a_modal_tells_what_is_to_come() -> None:
    debate = mention("Ils restent insensibles au grand débat national qui doit s'ouvrir mi-mars.", "débat")
    assert (debate.status, debate.when.edtf) == (Status.PLANNED, "[2026-03-12..2026-03-20]")


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("La trêve, entrée en vigueur le 19 janvier, a été rompue le 2 mars.", "entrée", "2026-01-19"),
        ("La trêve, entrée en vigueur le 19 janvier, a été rompue le 2 mars.", "rompue", "2026-03-02"),
        ("La mesure est en vigueur depuis le 1er janvier.", "vigueur", "2026-01-01/2026-03-12"),
        ("Le groupe a publié mercredi soir ses résultats annuels.", "résultats", "2026-03-11"),
        ("Les électeurs sont appelés aux urnes dimanche.", "urnes", "2026-03-15"),
    ],
)
def test_a_day_is_of_the_phrase_in_which_it_stands(sentence: str, word: str, when: str) -> None:
    assert mention(sentence, word).when.edtf == when


@pytest.mark.parametrize(
    ("sentence", "word", "status", "when"),
    [
        ("La grève doit s'achever mardi.", "grève", Status.ONGOING, "../2026-03-17"),
        ("La visite du pape s'achèvera dimanche.", "visite", Status.ONGOING, "../2026-03-15"),
        ("La visite, qui débutera lundi, s'achèvera mercredi.", "visite", Status.PLANNED, "2026-03-16"),
    ],
)
def test_what_has_its_end_to_come_goes_on(sentence: str, word: str, status: Status, when: str) -> None:
    found = mention(sentence, word)
    assert (found.status, found.when.edtf) == (status, when)


def test_the_day_of_a_source_is_none_of_the_story() -> None:
    text = "L'attaque de samedi a fait dix morts, selon un bilan communiqué lundi. L'armée a riposté le même jour."
    assert mention(text, "riposté").when.edtf == "2026-03-07"


def test_a_bare_day_behind_an_object_is_of_the_verb() -> None:
    text = "Le club a limogé son entraîneur dimanche, au lendemain d'une défaite à Lens."
    assert (mention(text, "limogé").when.edtf, mention(text, "défaite").when.edtf) == ("2026-03-08", "2026-03-07")


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("L'usine a fermé en mars 2012. Elle a été vendue en mai de la même année.", "vendue", "2012-05"),
        (
            "Le maire a été élu en mars 2012. Il a démissionné le 3 mai de l'année suivante.",
            "démissionné",
            "2013-05-03",
        ),
        ("Il a démissionné en mai de la même année.", "démissionné", "../2026-03-12"),
        ("Les pourparlers, entamés en janvier et suspendus le 2 mars, ont repris mardi.", "suspendus", "2026-03-02"),
    ],
)
def test_a_year_that_the_text_has_named_counts_on(text: str, word: str, when: str) -> None:
    assert mention(text, word).when.edtf == when
