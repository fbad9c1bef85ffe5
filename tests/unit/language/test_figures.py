"""Figures in French text."""

from __future__ import annotations

import pytest

from recoupe.language.fr.figures import recognise

EXACT, ABOUT, LEAST, MOST = "exact", "about", "at least", "at most"


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "qualifier", "unit"),
    [
        ("Elle vaut 11,6 en mai", "11,6", 11.6, 11.6, EXACT, None),
        ("Le groupe a supprimé mardi 300 postes.", "300", 300, 300, EXACT, None),
        ("La police comptait mardi 12 blessés.", "12", 12, 12, EXACT, None),
        ("Le prix est passé de 58 à 73 euros.", "73 euros", 73, 73, EXACT, "EUR"),
        ("Il est tombé de 12 à 9 élèves.", "9", 9, 9, EXACT, None),
        ("Le bilan dépasse désormais les 600 morts.", "dépasse désormais les 600", 600, None, LEAST, None),
        ("la CGT 15 000", "15 000", 15000, 15000, EXACT, None),
        ("1000 démineurs", "1000", 1000, 1000, EXACT, None),
        ("1 000 démineurs", "1 000", 1000, 1000, EXACT, None),
        ("1.000 démineurs", "1.000", 1000, 1000, EXACT, None),
        ("15\u202f000 soldats", "15\u202f000", 15000, 15000, EXACT, None),
        ("Cinq mille personnes", "Cinq mille", 5000, 5000, EXACT, None),
        ("6,5 millions d'habitants", "6,5 millions", 6_500_000, 6_500_000, EXACT, None),
        ("une dizaine de blessés", "une dizaine", 10, 10, ABOUT, None),
        ("des centaines de morts", "des centaines", 200, None, LEAST, None),
        ("plusieurs milliers de sapeurs", "plusieurs milliers", 2000, None, LEAST, None),
        ("des dizaines de milliers de personnes", "des dizaines de milliers", 20000, None, LEAST, None),
        ("un millier de manifestants", "un millier", 1000, 1000, ABOUT, None),
        ("environ 600 soldats", "environ 600", 600, 600, ABOUT, None),
        ("près de 600 morts", "près de 600", 600, 600, ABOUT, None),
        ("quelque 3.000 villageois", "quelque 3.000", 3000, 3000, ABOUT, None),
        ("plus de 10 000 soldats", "plus de 10 000", 10000, None, LEAST, None),
        ("au moins sept morts", "au moins sept", 7, None, LEAST, None),
        ("Trois personnes au moins sont mortes", "Trois", 3, None, LEAST, None),
        ("jusqu’à 300 personnes", "jusqu’à 300", None, 300, MOST, None),
        ("moins de 100 euros", "moins de 100 euros", None, 100, MOST, "EUR"),
        ("entre 10 et 15 personnes", "entre 10 et 15", 10, 15, EXACT, None),
        ("10 à 15 blessés", "10 à 15", 10, 15, EXACT, None),
        ("3,2 milliards d’euros", "3,2 milliards d’euros", 3_200_000_000, 3_200_000_000, EXACT, "EUR"),
        ("12 % des voix", "12 %", 12, 12, EXACT, "%"),
        ("quinze kilomètres", "quinze kilomètres", 15, 15, EXACT, "km"),
        ("cinq ans de prison", "cinq ans de prison", 5, 5, EXACT, "a"),
        ("blessé vingt-trois autres", "vingt-trois", 23, 23, EXACT, None),
        ("une magnitude de 7,7", "7,7", 7.7, 7.7, EXACT, None),
        ("un mort, après l'attaque", "un", 1, 1, EXACT, None),
        ("les 27 pays de l'Union", "27", 27, 27, EXACT, None),
    ],
)
def test_figures(
    text: str, words: str, low: float | None, high: float | None, qualifier: str, unit: str | None
) -> None:
    (found,) = recognise(text)
    assert text[found.start : found.end] == words
    assert (found.low, found.high, found.qualifier, found.unit) == (low, high, qualifier, unit)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("deux tiers des élus", 2 / 3),
        ("un sur six", 1 / 6),
        ("un Français sur deux", 0.5),
        ("la moitié des sièges", 0.5),
    ],
)
def test_shares_of_a_whole(text: str, share: float) -> None:
    (found,) = recognise(text)
    assert found.unit == "1"
    assert found.low == found.high == pytest.approx(share)


@pytest.mark.parametrize(
    "text",
    [
        "le lundi 18 novembre",
        "en juin 2024",
        "du 16 au 20 février",
        "à 14h30",
        "à 20 heures",
        "vers 2h40",
        "à l'âge de 71 ans",
        "Jean, 52 ans,",
        "le 3e étage",
        "le XXe siècle",
        "sa deuxième visite",
        "quinze jours",
        "il y a deux ans",
        "trois fois",
        "depuis 2022",
        "en 2025",
        "l'article 5",
        "le CAC 40",
        "un F-16",
        "le Covid-19",
        "le G7",
        "vers trois heures",
        "la mère de deux enfants",
        "les Vingt-Sept",
        "l'exercice « Aurore 26 »",
        "un haut responsable",
        "l'un des ministres",
        "entre août 2024 et le printemps 2025",
        "1er janvier",
        "une quinzaine de jours",
        "l'article 49.3",
        "le 18 (octobre)",
        "le 15-18",
        "dimanche (23.05)",
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert recognise(text) == ()


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("les deux pays", True),
        ("ces trois hommes", True),
        ("un homme de 30 ans", True),
        ("une jeune femme", True),
        ("un mort", False),
        ("un premier mort", False),
        ("trois hommes", False),
        ("au moins un enfant", False),
    ],
)
def test_one_person_and_those_already_named_count_weakly(text: str, weak: bool) -> None:
    (found,) = recognise(text)
    assert found.weak is weak


def test_several_in_one_sentence() -> None:
    text = "La crue a fait au moins sept morts et une vingtaine de blessés, et coûté 40 millions d'euros."
    assert [(n.low, n.high) for n in recognise(text)] == [(7, None), (20, 20), (40_000_000, 40_000_000)]


def test_a_whole_of_many_digits_is_no_share() -> None:
    assert [(n.low, n.unit) for n in recognise("780 postes sur 2 300")] == [(780, None), (2300, None)]
