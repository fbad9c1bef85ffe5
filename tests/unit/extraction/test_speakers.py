"""Who says so, by the construction. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.testing.readings import article_of


def said(text: str, word: str) -> list[str]:
    """The names of those who say what `word` names, the nearest first."""
    article = article_of(text)
    reading = extract(article, French())
    names = {actor.id: actor.name for actor in reading.actors}
    mention = next(m for m in reading.mentions if word in m.trigger.text)
    return [names[a.actor] for a in mention.attribution]


@pytest.mark.parametrize(
    "verb", ["se désole", "s'étrangle", "s'emporte", "se réjouit", "ironise", "s'alarme", "a soupiré"]
)
def test_a_name_behind_a_quotation_speaks_whatever_the_verb(verb: str) -> None:
    text = (
        "Le patron, Bruno Lambert, a présenté lundi un plan. "
        f"« Nous avons appris la suppression de 90 emplois à Vierzon », {verb} Hélène Garnier, déléguée du personnel."
    )
    assert said(text, "suppression") == ["Hélène Garnier"]


def test_to_back_is_not_to_say() -> None:
    text = "Lancée par les Verts et soutenue par le Parti radical, l'initiative a été rejetée dimanche."
    assert said(text, "Lancée") == []
    assert said("L'attaque revendiquée par le Hamas a fait trois morts.", "attaque") == ["Hamas"]


def test_the_next_sentence_says_who_said_it() -> None:
    text = (
        "La ville a fermé lundi deux écoles de Lormont. C'est ce qu'a annoncé mardi Hélène Garnier, adjointe au maire."
    )
    assert said(text, "fermé") == ["Hélène Garnier"]
    text = "Trois hommes ont été interpellés lundi à Lyon. Une information confirmée par le parquet de Lyon."
    assert said(text, "interpellés") == ["parquet de Lyon"]


def test_the_medium_that_asked_stands_behind_the_answer() -> None:
    text = "Contacté par l'AFP, Bruno Lambert a reconnu une erreur lundi."
    assert said(text, "reconnu") == ["Agence France-Presse"]


def test_what_stands_behind_the_reported_noun_is_reported_too() -> None:
    text = "Le groupe Nordal a annoncé la mort d'un ouvrier, un intérimaire, dans une explosion."
    assert said(text, "explosion") == said(text, "mort") != []


def test_a_source_set_off_at_the_end_stands_behind_the_whole_sentence() -> None:
    text = "Deux personnes sont mortes lundi, tandis qu'une autre est portée disparue, selon la préfecture du Var."
    assert said(text, "mortes") == said(text, "disparue") == ["préfecture du Var"]


def test_the_clause_behind_que_is_no_relative_clause() -> None:
    text = "L'Office des eaux avait révélé à la mi-août que la substance avait été détectée lundi dans 31 stations."
    assert said(text, "détectée") == ["Office des eaux"]


def test_an_opinion_opens_with_pour_and_a_person() -> None:
    text = "Hélène Garnier, maire de Lens, est arrivée lundi. Pour Mme Garnier, l'Etat a gaspillé un million d'euros."
    assert said(text, "gaspillé") == ["Hélène Garnier"]


def test_neither_days_nor_happenings_speak() -> None:
    text = "Des données ont été publiées lundi, rapporte jeudi 2 mai Radio Lormont."
    assert said(text, "publiées") == ["Radio Lormont"]
    assert said("Les opérations ont repris avant d'évacuer mardi trois blessés.", "évacuer") == []
