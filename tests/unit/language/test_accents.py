"""Capitals without their accent."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French
from recoupe.language.fr.accents import restored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Echange de tirs, Emeutes", "Échange de tirs, Émeutes"),
        ("Ecroué par l'Etat", "Écroué par l'État"),
        ("Les Etats-Unis", "Les États-Unis"),
        ("Une Enquête, Eric et l'Entente", "Une Enquête, Eric et l'Entente"),
        ("EMEUTES", "EMEUTES"),
        ("", ""),
    ],
)
def test_words_that_the_lexicon_knows_with_an_accent_get_it(text: str, expected: str) -> None:
    assert restored(text) == expected


def test_a_participle_without_its_accent_is_one() -> None:
    jailed = next(French().analyse(["Ecroué mardi, il sera jugé en juin."]))[0]
    assert (jailed.lemma_, jailed.idx) == ("écrouer", 0)
