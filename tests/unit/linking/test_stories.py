"""Which articles tell one story: names that only this story has, not those of the whole world."""

from __future__ import annotations

import datetime

import pytest

from recoupe.linking.stories import RARE_NAME, Stories, likeness, of_the_world, story
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


#: Two briefs on one outbreak, by a single name of their own; and one on another matter, which has that name too.
BRIEF = (
    "Le fabricant Bergal a rappelé ses fromages lundi",
    "Deux personnes sont mortes de la listériose, selon le ministère de la Santé",
    "Quatorze malades ont été recensés en France",
)
BRIEF_AGAIN = (
    "Plusieurs fromages de la marque Bergal sont retirés de la vente",
    "Des malades de la listériose sont soignés à Lyon et à Talvières",
)
BRIEF_OTHER = (
    "Le cycliste Antoine Bergal a gagné la course à Lyon et à Talvières",
    "Son équipe a salué une victoire méritée",
)


def test_briefs_of_one_week_tell_one_story_by_one_name_and_some_words() -> None:
    first = story(BRIEF, SPRING)
    assert likeness(first, story(BRIEF_AGAIN, SPRING)) == "same"
    assert likeness(first, story(BRIEF_AGAIN, When.on(datetime.date(2024, 4, 20)))) != "same"
    assert likeness(first, story(BRIEF_OTHER, SPRING)) != "same"


def test_a_rare_name_alone_makes_two_articles_worth_comparing() -> None:
    briefs = {"first": story(BRIEF, SPRING), "again": story(BRIEF_AGAIN, SPRING)}
    found, _ = Stories().changed(frozenset(), briefs)
    assert found.told_with("first") == {"again"}
    others = {f"other {n}": story(BRIEF_OTHER, SPRING) for n in range(RARE_NAME)}
    grown, retold = found.changed(frozenset(), others)
    assert not grown.told_with("first")
    assert {"first", "again"} <= retold
    assert grown.changed(others.keys(), {})[0].told_with("first") == {"again"}


def test_briefs_without_a_common_name_tell_two_stories_where_their_words_differ() -> None:
    shots = (
        "des inconnus casqués ont tiré plusieurs coups de fusil devant un immeuble de Roquebrune avant de prendre la"
        " fuite sur une motocyclette, rapporte le procureur Malvert, chargé de cette enquête"
    )
    books = (
        "le groupe pharmaceutique Norvia aurait gonflé artificiellement ses comptes annuels pendant trois exercices ;"
        " le gendarme boursier Amétis ouvre une enquête contre ses anciens dirigeants"
    )
    line = "le procureur a ouvert une enquête"
    assert likeness(story([shots], SPRING), story([books], SPRING)) == "other"
    assert likeness(story([shots], SPRING), story([line], SPRING)) is None
