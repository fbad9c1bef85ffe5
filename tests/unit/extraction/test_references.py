"""Nouns that point back: which earlier mention of the article they mean."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import BlockKind, Mention, Status
from recoupe.testing.readings import article_of


def pair(text: str, word: str) -> tuple[Mention, Mention | None]:
    """The last mention that `word` names, and the one that it points back to."""
    article = article_of(text)
    mentions = extract(article, French()).mentions
    found = [m for m in mentions if word in m.trigger.text][-1]
    return found, next((m for m in mentions if m.id == found.antecedent), None)


@pytest.mark.parametrize(
    ("text", "word", "back"),
    [
        ("Le ministre a rencontré le roi à Madrid. Cette rencontre a duré deux heures.", "rencontre", "rencontré"),
        ("La Norvège a confirmé la mort du soldat. Cette confirmation a surpris Oslo.", "confirmation", "confirmé"),
        ("Une bombe a explosé mardi à Lyon. L'explosion a fait deux blessés.", "explosion", "explosé"),
        ("Des hommes armés ont attaqué mardi un village du Mali. L'attaque a fait deux morts.", "attaque", "attaqué"),
    ],
)
def test_a_definite_noun_means_what_was_told(text: str, word: str, back: str) -> None:
    _, before = pair(text, word)
    assert before is not None
    assert before.trigger.text == back


@pytest.mark.parametrize(
    "text",
    [
        "Une bombe a explosé mardi à Lyon. Une explosion a fait deux blessés à Nice.",
        "Une bombe a explosé mardi à Lyon. La deuxième explosion a fait deux blessés.",
        "Une bombe a explosé mardi à Lyon. L'explosion de lundi avait fait deux blessés.",
    ],
)
def test_another_one_points_back_to_nothing(text: str) -> None:
    assert pair(text, "xplosion")[1] is None


def test_a_noun_of_another_root_means_only_what_is_told_of_the_same_thing() -> None:
    other = "Le maire a quitté son poste lundi. Le parti a critiqué la démission du trésorier."
    assert pair(other, "démission")[1] is None


def test_several_are_not_the_one_told_last() -> None:
    text = "Le ministre s'était rendu à Madrid en mars. Ces deux visites ont surpris Oslo."
    assert pair(text, "visites")[1] is None


def test_a_noun_has_the_status_of_the_plan_that_it_means() -> None:
    text = "La Norvège enverra mille soldats à la frontière russe. Moscou a critiqué l'envoi de soldats à la frontière."
    found, before = pair(text, "envoi")
    assert before is not None
    assert found.status is Status.PLANNED
    assert found.when.is_unknown


def test_a_noun_of_the_same_root_means_it_whatever_sort_it_is_read_as() -> None:
    text = "Le groupe fermera son usine de Lens en 2027. Les syndicats ont dénoncé l'annonce de la fermeture."
    found, before = pair(text, "fermeture")
    assert before is not None
    assert before.trigger.text.startswith("ferme")
    assert found.status is Status.PLANNED


@pytest.mark.parametrize(
    ("headline", "text", "status"),
    [
        ("Fermeture de l'usine de Lens", "Le groupe fermera son usine de Lens en 2027.", Status.PLANNED),
        ("Fermeture de l'usine de Lens", "Le groupe a fermé lundi son usine. Il fermera aussi Arras.", Status.OCCURRED),
        ("Démission du maire de Lens", "Le maire démissionnera en juin, a-t-il annoncé.", Status.PLANNED),
        ("Démission du maire de Lens", "Le préfet se rendra à Lens en juin.", Status.OCCURRED),
    ],
)
def test_a_noun_of_the_headline_has_the_status_that_the_article_shows(headline: str, text: str, status: Status) -> None:
    article = article_of(f"{headline}\n\n{text}", [len(headline)], first=BlockKind.HEADLINE)
    assert extract(article, French()).mentions[0].status is status
