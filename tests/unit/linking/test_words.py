"""Words of a report: those of topic, what follows the word that names the event."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking.own_names import names_of_event
from recoupe.linking.profiling import of_mention
from recoupe.linking.words import complement, points_back, stands_for, stems, topic_words
from recoupe.model import Kind


@pytest.mark.parametrize("end", ["", " «"])
def test_words_of_topic_are_long_or_numbers_in_any_letters(end: str) -> None:
    text = "Séisme au Népal : 128 morts, A400M, 5 blessés_graves" + end
    assert topic_words(text) == {"seisme", "nepal", "128", "morts", "400", "blesses", "graves"}


@pytest.mark.parametrize(
    ("text", "trigger", "of"),
    [
        ("La vente de ses parts a été signée au siège de la banque", "vente", {"parts", "signee", "siege"}),
        ("le retrait immédiat de son ambassadeur à Rome", "retrait", {"immediat", "ambassadeur"}),
        ("Le texte a été adopté.", "adopté", set()),
    ],
)
def test_what_an_event_is_of_follows_its_word(desk: Any, text: str, trigger: str, of: set[str]) -> None:
    assert complement(desk.report("a", text, trigger)) == of


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("La tempête Ciaran a touché la côte", "tempête", {"ciaran"}),
        ("l’opération « Grand Nord » commence", "opération", {"grand", "nord"}),
        ("une tempête a touché la Bretagne", "tempête", set()),
    ],
)
def test_an_event_may_bear_a_name(desk: Any, text: str, trigger: str, names: set[str]) -> None:
    assert names_of_event(desk.report("a", text, trigger)) == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("mobilisés après le passage de la tempête Ciaran", "passage", {"ciaran"}),
        ("Une nouvelle tempête baptisée Domingos a fait irruption", "fait irruption", {"domingos"}),
        ("La tempête Domingos suit la tempête Ciaran et inonde la côte", "inonde", set()),
        ("la mort de Jean Martin dans la tempête", "tempête", set()),
    ],
)
def test_a_noun_beside_its_word_may_bear_the_name_of_an_event(
    desk: Any, text: str, trigger: str, names: set[str]
) -> None:
    assert names_of_event(desk.report("a", text, trigger, kind=Kind.DISASTER)) == names


def test_the_name_of_a_person_or_place_is_not_the_events_own(desk: Any) -> None:
    martin = desk.actor("Jean Martin")
    arrest = desk.report("a", "La police a arrêté Jean Martin", "arrêté", kind=Kind.JUSTICE, targets=(martin,))
    strike = desk.report("a", "un tir a frappé Odessa", "frappé", kind=Kind.ASSAULT, place="Odessa")
    quote = desk.report("a", "« Jamais ! », a promis Anne Roy", "promis", kind=Kind.SUPPORT)
    for mention in (arrest, strike, quote):
        assert not of_mention(mention, mention.when, {martin: desk.actors[martin]}).names


@pytest.mark.parametrize(
    ("text", "trigger", "back"),
    [
        ("Le drame a ému le pays", "drame", True),
        ("Après cette terrible catastrophe, le maire", "catastrophe", True),
        ("au lendemain du scrutin", "scrutin", True),
        ("L'opération a duré une heure", "opération", True),
        ("un drame a ému le pays", "drame", False),
        ("Drame à la gare", "Drame", False),
        ("le séisme a ému le pays", "séisme", False),
    ],
)
def test_a_general_noun_with_a_definite_determiner_points_back(desk: Any, text: str, trigger: str, back: bool) -> None:
    assert points_back(desk.report("a", text, trigger)) is back


@pytest.mark.parametrize(
    ("word", "other", "one"),
    [
        ("cyberattaque", "attaque", True),
        ("visioconférence", "conférence", True),
        ("contre-attaque", "attaque", False),
        ("miniature", "ature", False),
        ("désaccord", "accord", False),
    ],
)
def test_a_beginning_that_says_by_which_means_names_no_other_thing(word: str, other: str, one: bool) -> None:
    assert (stems(word) == stems(other)) is one


@pytest.mark.parametrize(
    "words",
    [
        ("arrêté", "arrestation"), ("nommée", "nomination"), ("racheter", "rachat"), ("cédé", "cession"),
        ("ratifier", "ratification"), ("rompu", "rupture"), ("appelle", "appelé"), ("fermeront", "fermeture"),
        ("réunit", "réunion"), ("rendre", "rendu"), ("détruit", "destruction"), ("battu", "battre"), ("tué", "tuer"),
        ("livrera", "livraison"),
    ],
)  # fmt: skip
def test_forms_and_nouns_of_one_verb_have_one_stem(words: tuple[str, str]) -> None:
    assert stems(words[0]) == stems(words[1]) != frozenset()


@pytest.mark.parametrize("words", [("libérer", "livrer"), ("entente", "entrée")])
def test_words_of_two_verbs_have_two(words: tuple[str, str]) -> None:
    assert stems(words[0]) != stems(words[1])


def test_only_a_noun_is_general() -> None:
    assert Kind.ASSAULT in stands_for("tuerie") & stands_for("tueries")
    assert Kind.OTHER in stands_for("Opération")
    assert stands_for("tué") == stands_for("annoncé") == stands_for("opéré") == frozenset()
