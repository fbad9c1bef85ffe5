"""Nouns that open a line without an article."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French
from recoupe.language.tokens import Token


def _token(text: str, word: str) -> Token:
    return next(t for t in next(French().analyse([text])) if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Saisie record de 600 kilos de cocaïne au port de Lorsac", "Saisie", "saisie"),
        ("Nouvelle grève dans les hôpitaux publics", "grève", "grève"),
        ("Nouvelles frappes sur Gossi, deux morts", "frappes", "frappe"),
        ("Frappes israéliennes à Gaza : au moins 30 morts", "Frappes", "frappe"),
        ("Frappes russes sur Kharkiv : deux morts", "Frappes", "frappe"),
    ],
)
def test_it_is_a_noun_that_heads_its_line(text: str, word: str, lemma: str) -> None:
    token = _token(text, word)
    assert (token.pos_, token.lemma_) == ("NOUN", lemma)
    assert token.head is token


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Saisie par la mairie, la cour a rejeté la demande.", "Saisie", "VERB"),
        ("Prise mardi, la décision a surpris les élus.", "Prise", "VERB"),
    ],
)
def test_others_stay_what_they_are(text: str, word: str, part: str) -> None:
    assert _token(text, word).pos_ == part
