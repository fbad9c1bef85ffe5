"""A reflexive verb before an infinitive makes it a passive."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French
from recoupe.language.tokens import Token


def verb(text: str, form: str) -> Token:
    (doc,) = French().analyse([text])
    return next(t for t in doc if t.text == form)


@pytest.mark.parametrize(
    ("text", "form", "subject"),
    [
        ("Paul Durand s'est fait arrêter par la police à Lyon.", "arrêter", "Paul"),
        ("Deux policiers se sont fait agresser mardi soir à Grenoble.", "agresser", "policiers"),
        ("L'accusé s'est entendu condamner à dix ans de réclusion.", "condamner", "accusé"),
        ("Le suspect se fera arrêter demain.", "arrêter", "suspect"),
    ],
)
def test_the_subject_undergoes_it(text: str, form: str, subject: str) -> None:
    found = verb(text, form)
    assert [c.text for c in found.children if c.dep_ == "nsubj:pass"] == [subject]
    assert any(c.dep_ == "aux:pass" for c in found.children)
    assert found.features["VerbForm"] == "Part"


def test_with_an_object_of_its_own_the_subject_receives_it() -> None:
    labels = {
        c.dep_: c.text for c in verb("Le prévenu s'est vu infliger une amende de 500 euros.", "infliger").children
    }
    assert (labels["iobj"], labels["obj"]) == ("prévenu", "amende")
    assert not {"nsubj", "nsubj:pass"} & labels.keys()


def test_who_takes_something_is_no_complement_of_it() -> None:
    found = verb("L'entreprise se voit retirer son agrément par le ministère.", "retirer")
    assert [c.text for c in found.children if c.dep_ == "obl:agent"] == ["ministère"]


@pytest.mark.parametrize("text", ["Le ministre a fait fermer l'usine.", "Le maire veut voir partir les camions."])
def test_without_a_reflexive_nothing_is_a_passive(text: str) -> None:
    (doc,) = French().analyse([text])
    assert not [t for t in doc if t.dep_ == "aux:pass"]


def test_an_infinitive_under_another_verb_stays_one() -> None:
    assert verb("Le suspect pourrait se faire arrêter.", "arrêter").features["VerbForm"] == "Inf"
