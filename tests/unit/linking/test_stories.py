"""Which articles tell one story: names that only this story has, not those of the whole world."""

from __future__ import annotations

import datetime

import pytest

from recoupe.linking.stories import Stories, likeness, of_the_world, story
from recoupe.model import When

SPRING = When.on(datetime.date(2024, 4, 2))
AUTUMN = When.on(datetime.date(2024, 10, 20))
#: What shipwrecks have in common, whichever they are.
WRECK = (
    "des migrants partis des côtes de Libye ont disparu en Méditerranée lors du naufrage de leur embarcation",
    "des garde-côtes ont repêché des corps",
)
ONE = (*WRECK, "le cargo Aldebaran et le remorqueur Sirocco ont secouru des naufragés au large de Portovero")
SAME = (*WRECK, "à bord du remorqueur Sirocco, appelé par le cargo Aldebaran, les naufragés ont rejoint Portovero")
OTHER = (
    *WRECK,
    "le voilier Mistral, parti de Castelmare, traversait une tempête annoncée par la météo, raconte un capitaine",
    "selon les autorités, une enquête sera ouverte contre plusieurs passeurs présumés, interpellés dans un port voisin",
    "Bruno Valli, autre témoin interrogé, décrit une houle énorme et des enfants épuisés, accrochés à des bidons",
)


def test_articles_with_names_of_their_own_tell_one_story() -> None:
    assert likeness(story(ONE, SPRING), story(SAME, SPRING)) in ("same", "alike")
    assert likeness(story(ONE, SPRING), story(SAME, AUTUMN)) == "chapter"


@pytest.mark.parametrize("published", [SPRING, AUTUMN])
def test_the_sea_and_the_words_of_shipwrecks_do_not_make_one_story(published: When) -> None:
    assert likeness(story(ONE, SPRING), story(OTHER, published)) == "little"


def test_the_first_word_of_a_sentence_is_no_name_of_a_story() -> None:
    opened = story(["Selon le maire, rien", "Avec lui, Aurélie Malvert a vu Roquebrune"], SPRING)
    assert opened.particular == {"malvert", "aurelie", "roquebrune"}


def test_countries_inhabitants_seas_and_bodies_of_many_countries_are_of_the_world() -> None:
    assert {"burkina", "italiens", "mediterranee", "onu"} <= of_the_world()
    assert not {"annecy", "lampedusa", "trump"} & of_the_world()


def test_what_states_do_to_each_other_is_one_story_in_one_week_only() -> None:
    recalled = [
        "avec effet immédiat, l'Algérie a rappelé son ambassadeur en France, dont le gouvernement soutient le plan"
        " d'autonomie du Maroc pour le territoire disputé du Sahara"
    ]
    retold = [
        "le gouvernement de la France soutient le plan d'autonomie du Maroc pour le Sahara, territoire disputé :"
        " l'Algérie a rappelé avec effet immédiat son ambassadeur"
    ]
    first = story(recalled, SPRING)
    assert not first.particular & story(retold, SPRING).particular
    assert likeness(first, story(retold, SPRING)) == "same"
    assert likeness(first, story(retold, When.on(datetime.date(2024, 4, 20)))) == "little"


def test_reports_of_articles_of_some_weeks_that_share_two_names_of_their_own_are_compared() -> None:
    found, _ = Stories().changed(frozenset(), {"spring": story(ONE, SPRING), "autumn": story(SAME, AUTUMN)})
    assert not found.told_with("spring")  # what is of another half-year is not looked at
    weeks = When.on(datetime.date(2024, 5, 1))
    far = story(["Le remorqueur Sirocco a été vendu, annonce à Portovero la compagnie Bramante, qui en a deux"], weeks)
    assert likeness(story(ONE, SPRING), far) not in ("same", "alike", "chapter")
    found, _ = Stories().changed(frozenset(), {"one": story(ONE, SPRING), "far": far})
    assert found.told_with("one") == {"far"}
