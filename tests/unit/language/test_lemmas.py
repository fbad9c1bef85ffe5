"""Lemmas of French verbs: what the pipeline gets wrong is put right, what it gets right stays."""

import pytest

from recoupe.language.fr.lemmas import infinitive


@pytest.mark.parametrize(
    ("form", "lemma", "right"),
    [
        ("frappe", "frappe", "frapper"),
        ("estime", "estime", "estimer"),
        ("montre", "montre", "montrer"),
        ("hackera", "hackerer", "hacker"),
        ("tue", "taire", "tuer"),
        ("convient", "convier", "convenir"),
        ("prête", "prêt", "prêter"),
    ],
)
def test_wrong_lemmas_are_put_right(form: str, lemma: str, right: str) -> None:
    assert infinitive(form, lemma) == right


@pytest.mark.parametrize(
    ("form", "lemma"), [("rendu", "rendre"), ("enverra", "envoyer"), ("meurt", "mourir"), ("a", "avoir")]
)
def test_right_lemmas_stay(form: str, lemma: str) -> None:
    assert infinitive(form, lemma) == lemma
