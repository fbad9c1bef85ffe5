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
        (
            "La mairie a compté 600 manifestants, les organisateurs 2 000.",
            "manifestants",
            [(600, 600, "manifestants"), (2000, 2000, "manifestants")],
        ),
        ("Le nombre de blessés est passé de 45 à 61 lundi.", "blessés", [(61, 61, None)]),
        ("Le nombre de blessés est passé de 45 à 612.", "blessés", [(612, 612, None)]),
        ("La société a été condamnée à une amende de 3 millions d'euros.", "condamnée", [(3e6, 3e6, None)]),
        ("La grève durera jusqu'au 18 et touchera 60 % des trains.", "grève", [(60, 60, "trains")]),
        ("Un séisme a été ressenti lundi, et un autre de 5,5 mardi.", "séisme", [(5.5, 5.5, None)]),
        ("Trois cents salariés ont été licenciés.", "licenciés", [(300, 300, "salariés")]),
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


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Neuf marins ont perdu la vie dans le naufrage.", "perdu la vie", [(9, 9, "marins")]),
        ("Sept skieurs ont trouvé la mort dans une avalanche.", "trouvé la mort", [(7, 7, "skieurs")]),
        ("L'explosion a coûté la vie à 23 ouvriers.", "coûté la vie", [(23, 23, "ouvriers")]),
        ("Un retraité est porté disparu depuis lundi.", "disparu", [(1, 1, "retraité")]),
        ("Les quelque 300 exilés qui avaient franchi la rivière ont été secourus.", "franchi", [(300, 300, "exilés")]),
    ],
)
def test_those_to_whom_it_happens_are_counted(
    text: str, word: str, expected: list[tuple[float | None, float | None, str | None]]
) -> None:
    assert figures(text, word) == expected


def test_what_stands_beside_the_dead_is_not_counted_among_them() -> None:
    text = "Le séisme a fait 14 morts, 60 blessés et des milliers de sans-abri."
    assert figures(text, "morts") == [(14, 14, "morts")]
    assert figures(text, "blessés") == [(60, 60, "blessés")]
    text = "Huit soldats ont été tués et une soixantaine de terroristes ont été neutralisés."
    assert figures(text, "tués") == [(8, 8, "soldats")]
    assert figures(text, "neutralisés") == [(60, 60, "terroristes")]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Le tribunal l'a condamné à trois ans de prison, dont six mois avec sursis, et 5.000 euros d'amende.",
            "condamné",
            [3, 6, 5000],
        ),
        ("Le maire a été réélu avec 59,5 % des voix, et 33,5 % pour son rival.", "réélu", [59.5, 33.5]),
        ("Onze adultes et trois enfants ont été blessés.", "blessés", [11, 3]),
        ("Le vent a soufflé fort sur la côte : 117 km/h à Dieppe, 102 km/h au Havre.", "soufflé", [117, 102]),
    ],
)
def test_a_figure_without_a_happening_goes_where_those_beside_it_go(
    text: str, word: str, expected: list[float]
) -> None:
    assert [low for low, _, _ in figures(text, word)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Le car transportait 38 élèves lorsqu'il s'est renversé.", "renversé", [(38, 38, "élèves")]),
        ("L'usine, qui emploie 640 personnes, fermera en juin.", "fermera", [(640, 640, "personnes")]),
        ("Le camp, où vivaient 900 migrants, a été démantelé.", "démantelé", [(900, 900, "migrants")]),
        ("L'usine, qui a produit 640 moteurs, fermera en juin.", "fermera", []),
    ],
)
def test_what_befalls_a_place_concerns_those_inside(
    text: str, word: str, expected: list[tuple[float | None, float | None, str | None]]
) -> None:
    assert figures(text, word) == expected


def test_a_bare_number_counts_on() -> None:
    text = "Séisme : au moins 40 morts au Népal, 17 en Inde."
    assert [low for low, _, _ in figures(text, "morts")] == [40, 17]


def test_a_verb_between_counts_what_the_parse_gives_to_the_one_above() -> None:
    text = "Les policiers ont démantelé un réseau et interpellé neuf personnes."
    assert figures(text, "démantelé") == []
    assert figures(text, "interpellé") == [(9, 9, "personnes")]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Trois policiers sont morts et une dizaine d'autres ont été hospitalisés.", "morts", 3),
        ("Trois policiers sont morts et une dizaine d'autres ont été hospitalisés.", "hospitalisés", 10),
        ("Une femme est décédée et quatre autres personnes sont dans un état grave.", "décédée", 1),
        ("Cent maisons ont été détruites et des milliers de personnes ont dû fuir.", "détruites", 100),
    ],
)
def test_a_second_clause_has_its_own_figure(text: str, word: str, expected: int) -> None:
    assert [low for low, _, _ in figures(text, word)] == [expected]


def test_two_who_say_how_many_of_one_thing() -> None:
    text = "La marche a réuni 107 000 manifestants, selon la préfecture, 300 000 manifestants, d'après le syndicat."
    assert [low for low, _, _ in figures(text, "marche")] == [107_000, 300_000]
