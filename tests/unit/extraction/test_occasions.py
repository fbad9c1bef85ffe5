"""The days of what happened together with something else, before it or after it."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Mention, Status, When
from recoupe.testing.readings import article_of

PUBLISHED = datetime.date(2026, 3, 12)  # a Thursday


def day(month: int, number: int) -> When:
    return When.on(datetime.date(2026, month, number))


def between(first: When, last: When) -> When:
    return When(earliest=first.earliest, latest=last.latest)


def mention(text: str, word: str) -> Mention:
    reading = extract(article_of(text, published=PUBLISHED), French())
    return next(m for m in reading.mentions if word in m.trigger.text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le ministre a rencontré lundi son homologue. Lors de cette réunion, ils ont signé un accord.", "signé"),
        ("Ana Ruiz a été enlevée lundi à Quito. L'enlèvement a coûté la vie à son chauffeur.", "coûté la vie"),
        ("Trois personnes ont été blessées lundi lorsqu'un camion a percuté un abribus.", "percuté"),
        ("Un policier a été tué quand un homme a ouvert le feu lundi dans une gare.", "tué"),
        ("Dès qu'elle a reconnu l'enfant lundi, sa cousine a alerté la police.", "alerté"),
        ("La manifestation de lundi a été émaillée de heurts et marquée par des interpellations.", "heurts"),
        ("La manifestation de lundi a été émaillée de heurts et marquée par des interpellations.", "interpellations"),
    ],
)
def test_what_happened_together_has_one_day(text: str, word: str) -> None:
    assert mention(text, word).when == day(3, 9)


def test_an_inferred_day_says_where_it_comes_from() -> None:
    found = mention("Le ministre a reçu lundi son homologue. Lors de cette réunion, ils ont signé un accord.", "signé")
    assert found.expression is None
    assert "avec « réunion », daté « lundi »" in found.reasons


def test_what_came_afterwards_is_of_no_such_day() -> None:
    text = "Des coulées de lave ont ravagé lundi la ville. Une coulée, qui s'est depuis immobilisée, menaçait le port."
    assert mention(text, "immobilisée").when != day(3, 9)


def test_an_infinitive_behind_apres_came_before_its_verb() -> None:
    assert mention("Il a été arrêté lundi après avoir menacé sa voisine.", "menacé").when.latest == day(3, 9).latest


def test_an_infinitive_behind_avant_came_no_earlier_than_its_verb() -> None:
    sentence = "Des étudiants ont défilé lundi à Paris avant de se rassembler devant le ministère."
    assert mention(sentence, "rassembler").when == between(day(3, 9), day(3, 12))


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Arrêté vendredi, l'homme a été mis en examen dimanche et écroué.", "écroué", day(3, 8)),
        ("Arrêté vendredi, l'homme a été mis en examen dimanche et écroué.", "Arrêté", day(3, 6)),
        ("L'ancien maire, mort en 2019, avait été condamné en 2011.", "condamné", When.from_edtf("2011")),
        ("Mardi, il sera reçu, s'entretiendra avec les élus et visitera Lyon.", "entretiendra", day(3, 17)),
    ],
)
def test_each_of_two_verbs_has_its_own_day(sentence: str, word: str, when: When) -> None:
    assert mention(sentence, word).when == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        (
            "Le tribunal a suspendu lundi l'interdiction du rassemblement.",
            "interdiction",
            When(latest=day(3, 9).latest),
        ),
        ("Le procès, qui devait s'ouvrir lundi, a été reporté au 3 juin.", "procès", day(6, 3)),
        ("Les députés ont reporté lundi le vote au 9 juin.", "vote", day(6, 9)),
        ("Les députés ont reporté lundi le vote au 9 juin.", "reporté", day(3, 9)),
        ("L'élection, initialement prévue le 25 mars, aura lieu le 16 juin.", "élection", day(6, 16)),
    ],
)
def test_what_is_undone_or_moved_has_another_day_than_the_verb(sentence: str, word: str, when: When) -> None:
    assert mention(sentence, word).when == when


def test_two_weekdays_are_in_order() -> None:
    assert mention("Entre dimanche et vendredi, les pluies ont fait onze morts.", "morts").when == When(
        earliest=day(3, 1).earliest, latest=day(3, 6).latest, lasting=True
    )


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Plus tôt dans la semaine, l'État avait promis des aides.", "promis", between(day(3, 9), day(3, 12))),
        ("Samedi, l'armée a bombardé le camp. Plus tard dans la journée, un soldat a été tué.", "tué", day(3, 7)),
        (
            "La cour a rejeté lundi un recours contre la présidentielle du 18 janvier. "
            "Des heurts ont éclaté dans la soirée.",
            "heurts",
            day(3, 9),
        ),
    ],
)
def test_parts_of_times_count_from_the_day_that_is_told(text: str, word: str, when: When) -> None:
    assert mention(text, word).when == when


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Dans la nuit, des drones ont frappé un dépôt.", "frappé"),
        ("Au cours des dernières 24 heures, l'armée a frappé cent cibles.", "frappé"),
    ],
)
def test_a_part_of_a_day_that_no_text_names_is_of_the_last_one(sentence: str, word: str) -> None:
    assert mention(sentence, word).when == between(day(3, 11), day(3, 12))


def test_of_two_days_the_earlier_bounds_what_was_said_to_have_happened() -> None:
    found = mention("Oslo a dénoncé jeudi les sanctions annoncées la veille par Riga.", "sanctions")
    assert found.when.latest == day(3, 11).latest


def test_what_is_to_come_has_not_the_day_behind_publication_on_which_it_was_ordered() -> None:
    found = mention("Le gouvernement a ordonné samedi soir l'évacuation de la ville.", "évacuation")
    assert (found.when.earliest, found.when.latest) == (day(3, 7).earliest, None)


def test_the_day_of_a_reckoning_bounds_the_deaths_that_it_sums_up() -> None:
    found = mention("Les calculs de mercredi atteignent 247 morts dans le pays.", "morts")
    assert (found.status, found.when) == (Status.OCCURRED, When(latest=day(3, 11).latest))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("À la suite de cet incendie, trente salariés avaient été licenciés.", "licenciés"),
        ("Trente salariés avaient été licenciés après l'incendie.", "licenciés"),
        ("L'incendie avait provoqué l'évacuation de cent habitants.", "évacuation"),
        ("Le maire avait dénoncé cet incendie.", "dénoncé"),
    ],
)
def test_what_came_after_something_came_no_earlier(sentence: str, word: str) -> None:
    found = mention("Le 3 février, un incendie a détruit une usine à Lens. " + sentence, word)
    assert found.when == between(day(2, 3), day(3, 12))
    assert found.reasons[0] == "pas avant « incendie », daté « Le 3 février »"


def test_what_came_after_something_of_its_sentence_came_no_earlier() -> None:
    sentence = "Le ministre a parlé d'un honneur pour sa première visite à Lima depuis son élection l'an dernier."
    assert mention(sentence, "visite").when == When(earliest=datetime.date(2025, 1, 1), latest=PUBLISHED)


def test_deaths_in_what_went_on_for_days_are_of_these_days() -> None:
    text = "Des attaques menées entre le 2 et le 6 mars ont visé le port. Ces attaques ont coûté la vie à dix civils."
    found = mention(text, "coûté la vie").when
    assert (found.earliest, found.latest) == (day(3, 2).earliest, day(3, 6).latest)


@pytest.mark.parametrize("word", ["attaque", "fait trois morts"])
def test_what_did_the_harm_that_is_news_is_news(word: str) -> None:
    found = mention("L'attaque a fait trois morts et douze blessés.", word)
    assert found.when == between(day(3, 5), day(3, 12))


def test_what_did_harm_on_a_day_that_is_told_keeps_it() -> None:
    text = "Une frappe a visé le port le 2 mars. La frappe a fait trois morts."
    assert mention(text, "frappe").when == day(3, 2)


def test_days_count_back_from_what_is_news() -> None:
    text = "Le pape a célébré une messe ce jeudi. Dix jours après son élection, il a promis des réformes."
    assert mention(text, "élection").when == day(3, 2)


def test_what_followed_is_of_another_day() -> None:
    assert mention("La manifestation de lundi a été suivie de heurts.", "heurts").when != day(3, 9)
