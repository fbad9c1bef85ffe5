"""Which figures of a sentence belong to which happening."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.testing.readings import article_of


def figures(text: str, word: str) -> list[tuple[float | None, float | None, str | None]]:
    reading = extract(article_of(text), French())
    found = [m for m in reading.mentions if word in m.trigger.text]
    assert found, f"{word!r} not among {[m.trigger.text for m in reading.mentions]}"
    return [(f.low, f.high, f.of) for f in found[0].figures]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("L'accident a fait 12 blessés.", "fait", [(12, 12, "blessés")]),
        ("Une bombe a explosé, tuant douze personnes.", "tuant", [(12, 12, "personnes")]),
        ("Douze personnes ont été tuées.", "tuées", [(12, 12, "personnes")]),
        ("Le dernier bilan porte sur deux personnes décédées.", "décédées", [(2, 2, "personnes")]),
        ("Une quinzaine de personnes restent portées disparues.", "disparues", [(15, 15, "personnes")]),
        ("La police a interpellé une vingtaine de manifestants.", "interpellé", [(20, 20, "manifestants")]),
        ("Le vol de tableaux estimés à 8 millions d'euros a eu lieu lundi.", "vol", [(8e6, 8e6, None)]),
        ("La tempête a détruit trois hangars abritant 40 avions.", "détruit", [(3, 3, "hangars"), (40, 40, "avions")]),
        ("La marche de lundi a réuni 3 000 manifestants à Lille.", "marche", [(3000, 3000, "manifestants")]),
        (
            "Elle est suivie d'une augmentation de capital, à hauteur de 86 millions d'euros.",
            "augmentation",
            [(86e6, 86e6, None)],
        ),
        ("Le candidat a été élu avec 53,2 % des voix.", "élu", [(53.2, 53.2, "voix")]),
    ],
)
def test_a_figure_follows_the_grammar(
    text: str, word: str, expected: list[tuple[float | None, float | None, str | None]]
) -> None:
    assert figures(text, word) == expected


def test_each_happening_of_a_sentence_has_its_own_figures() -> None:
    text = "L'explosion a tué trois ouvriers et blessé entre 10 et 15 passants."
    assert figures(text, "tué") == [(3, 3, "ouvriers")]
    assert figures(text, "blessé") == [(10, 15, "passants")]
    text = "L'attentat a fait au moins douze morts et une trentaine de blessés, dont cinq grièvement."
    assert figures(text, "morts") == [(12, None, "morts")]
    assert figures(text, "blessés") == [(30, 30, "blessés"), (5, 5, "blessés")]


def test_who_kills_is_not_counted_among_the_killed() -> None:
    assert figures("Deux soldats ont tué trois villageois.", "tué") == [(3, 3, "villageois")]


def test_one_person_and_those_already_named_count_where_they_undergo() -> None:
    assert figures("Un homme de 32 ans a été interpellé mardi.", "interpellé") == [(1, 1, "homme")]
    assert figures("Les six suspects ont été inculpés mercredi.", "inculpés") == [(6, 6, "suspects")]
    assert figures("Les deux pays ont signé un accord.", "signé") == []
    assert figures("Un policier a blessé trois manifestants.", "blessé") == [(3, 3, "manifestants")]


def test_an_article_counts_beside_a_number() -> None:
    text = "Le Conseil a sanctionné six responsables et une entreprise."
    assert figures(text, "sanctionné") == [(6, 6, "responsables"), (1, 1, "entreprise")]


def test_a_noun_that_is_understood_is_the_one_counted_before() -> None:
    text = "L'explosion a tué deux personnes et en a blessé quinze autres."
    assert figures(text, "blessé") == [(15, 15, "personnes")]
