"""Clauses that a parser breaks, joined again. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Pouria Amiri, député de Nice, a voté mardi contre le budget.", "voté", "Pouria"),
        ("Christian Roy, qui avait été très actif lors d'autres débats, s'est abstenu.", "abstenu", "Christian"),
        ("Mais, d’après elle, M. Macron a, sans surprise, balayé l’idée d’une consultation.", "balayé", "M."),
    ],
)
def test_a_name_set_apart_is_the_subject(text: str, verb: str, subject: str) -> None:
    (doc,) = French().analyse([text])
    token = next(t for t in doc if t.text == verb)
    assert [c.text for c in token.children if c.dep_.startswith("nsubj")] == [subject]


def test_a_title_before_a_colon_stays_apart() -> None:
    (doc,) = French().analyse(["Grève : la CGT a appelé à défiler."])
    token = next(t for t in doc if t.text == "appelé")
    assert [c.text for c in token.children if c.dep_.startswith("nsubj")] == ["CGT"]


def test_the_words_of_a_name_belong_to_its_first_one() -> None:
    (doc,) = French().analyse(["Le patron d’Air France-KLM Jean-Marc Borel a démissionné vendredi."])
    words = {t.text: t for t in doc}
    assert words["France-KLM"].head == words["Air"]
    assert words["Jean-Marc"].head == words["patron"]
