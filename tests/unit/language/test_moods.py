"""Conditionals, futures and subjunctives told by their form."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French


@pytest.mark.parametrize(
    ("text", "word", "mood", "tense"),
    [
        ("Paris a annoncé que la France enverrait 200 soldats au Tchad.", "enverrait", "Cnd", "Pres"),
        ("La ministre préparait son départ.", "préparait", "Ind", "Imp"),
        ("Il courait dans la rue.", "courait", "Ind", "Imp"),
        ("Le maire ouvrait la séance.", "ouvrait", "Ind", "Imp"),
        ("Il a annoncé qu'il transmettrait le dossier.", "transmettrait", "Cnd", "Pres"),
        ("Le maire transmettait le dossier.", "transmettait", "Ind", "Imp"),
        ("« Nous continuerons lundi », a dit la ministre.", "continuerons", "Ind", "Fut"),
        ("« Nous ferons appel », a réagi son avocat.", "ferons", "Ind", "Fut"),
        ("« Je me ferai vacciner », a dit la ministre.", "ferai", "Ind", "Fut"),
        ("« Nous ouvrons une enquête », a dit le juge.", "ouvrons", "Ind", "Pres"),
        ("« Nous ouvrirons une enquête », a dit le juge.", "ouvrirons", "Ind", "Fut"),
        ("Ils redoutent que le président ne fournisse des armes.", "fournisse", "Sub", "Pres"),
        ("Elle demande que la banque rende les fonds.", "rende", "Sub", "Pres"),
        ("Le maire ouvre la séance.", "ouvre", "Ind", "Pres"),
        ("Emmanuel Macron recevra Volodymyr Zelensky jeudi.", "recevra", "Ind", "Fut"),
        ("« C'est un risque majeur », avertit la préfecture.", "avertit", "Ind", "Pres"),
        ("La télévision retransmettra l'intervention à 20 heures.", "retransmettra", "Ind", "Fut"),
        ("Les zones partiellement détruites restent fermées.", "restent", "Ind", "Pres"),
        ("La France enverra 200 soldats au Tchad.", "enverra", "Ind", "Fut"),
        ("Les ministres se réunissent jeudi à Rome.", "réunissent", "Ind", "Pres"),
        ("Elle demande que les élus se réunissent jeudi.", "réunissent", "Sub", "Pres"),
        ("Le Parlement se réunit vendredi.", "réunit", "Ind", "Pres"),
    ],
)
def test_the_form_decides(text: str, word: str, mood: str, tense: str) -> None:
    doc = next(French().analyse([text]))
    token = next(t for t in doc if t.text == word)
    assert (token.features.get("Mood"), token.features.get("Tense")) == (mood, tense)
