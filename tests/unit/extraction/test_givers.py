"""Who gives which figure of a sentence."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Status
from recoupe.testing.readings import article_of, check_reading


def given(text: str, word: str) -> list[tuple[float | None, str | None, list[str]]]:
    reading = extract(article_of(text), French())
    check_reading(reading)
    names = {actor.id: actor.name for actor in reading.actors}
    found = [m for m in reading.mentions if word in m.trigger.text]
    assert found, f"{word!r} not among {[m.trigger.text for m in reading.mentions]}"
    return [(f.low or f.high, f.of, [names[a.actor] for a in f.attribution]) for f in found[0].figures]


def said_by(text: str, word: str) -> list[str]:
    reading = extract(article_of(text), French())
    names = {actor.id: actor.name for actor in reading.actors}
    return [names[a.actor] for m in reading.mentions if word in m.trigger.text for a in m.attribution]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "La manifestation a réuni 6 000 personnes selon la CGT, 1 400 selon la police.",
            "manifestation",
            [(6000, "personnes", ["CGT"]), (1400, "personnes", ["police"])],
        ),
        (
            "Le défilé a rassemblé 8 000 personnes selon la préfecture et 25 000 selon les syndicats.",
            "défilé",
            [(8000, "personnes", ["préfecture"]), (25000, "personnes", ["syndicats"])],
        ),
        (
            "L'attaque a fait 12 morts selon le gouvernement, une trentaine d'après l'opposition.",
            "morts",
            [(12, "morts", ["gouvernement"]), (30, "morts", ["opposition"])],
        ),
        (
            "Le mouvement a été suivi à 22 % selon la direction, à 55 % d'après les syndicats.",
            "mouvement",
            [(22, None, ["direction"]), (55, None, ["syndicats"])],
        ),
        (
            "Selon la préfecture, 4 500 personnes ont défilé à Toulouse, 15 000 selon la CGT.",
            "défilé",
            [(4500, "personnes", ["préfecture"]), (15000, "personnes", ["CGT"])],
        ),
        (
            "La police a indiqué que 12 personnes avaient été tuées, une trentaine selon l'opposition.",
            "tuées",
            [(12, "personnes", ["police"]), (30, "personnes", ["opposition"])],
        ),
        (
            "Le naufrage a coûté la vie à 41 migrants, a indiqué la marine, plus de 60 selon l'opposition.",
            "coûté la vie",
            [(41, "migrants", []), (60, "migrants", ["opposition"])],
        ),
    ],
)
def test_each_speaker_gives_the_figures_back_to_the_one_before(
    text: str, word: str, expected: list[tuple[float, str, list[str]]]
) -> None:
    assert given(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Quelque 2 000 agriculteurs (1 500 selon la police) ont manifesté lundi à Bruxelles.",
            "manifesté",
            [(2000, "agriculteurs", []), (1500, "agriculteurs", ["police"])],
        ),
        (
            "Environ 700 personnes, 500 selon la police, ont participé à un rassemblement.",
            "rassemblement",
            [(700, "personnes", []), (500, "personnes", ["police"])],
        ),
    ],
)
def test_what_the_outlet_counts_is_nobody_elses(
    text: str, word: str, expected: list[tuple[float, str, list[str]]]
) -> None:
    assert given(text, word) == expected
    assert said_by(text, word) == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Entre 3 000 (préfecture) et 10 000 manifestants (syndicats) ont défilé à Nantes.",
            "défilé",
            [(3000, "manifestants", ["préfecture"]), (10000, "manifestants", ["syndicats"])],
        ),
        (
            "Le cortège a réuni entre 26 000 (police) et 45 000 personnes (CGT).",
            "cortège",
            [(26000, "personnes", ["police"]), (45000, "personnes", ["CGT"])],
        ),
        (
            "Le cortège a réuni 1 800 personnes selon la police, contre 6 000 pour les organisateurs.",
            "cortège",
            [(1800, "personnes", []), (6000, "personnes", ["organisateurs"])],
        ),
        (
            "Le parti a obtenu 23 sièges (PS) et 45 sièges (LR).",
            "sièges",
            [(23, "sièges", []), (45, "sièges", [])],
        ),
    ],
)
def test_those_who_count_stand_beside_their_figure(
    text: str, word: str, expected: list[tuple[float, str, list[str]]]
) -> None:
    assert given(text, word) == expected


def test_one_speaker_of_several_figures_is_the_mentions() -> None:
    text = "Le bombardement a fait 21 morts, dont neuf enfants, selon le ministère de la Santé."
    assert given(text, "morts") == [(21, "morts", []), (9, "enfants", [])]
    assert said_by(text, "morts") == ["ministère de la Santé"]


def test_who_counts_the_dead_is_none_of_them() -> None:
    reading = extract(article_of("Les autorités ont recensé 247 morts dans le nord du pays."), French())
    [mention] = reading.mentions
    assert mention.participants == ()
    assert said_by("Les autorités ont recensé 247 morts dans le nord du pays.", "morts") == ["autorités"]
    assert said_by("Les Nations unies parlent de plus de 400 victimes.", "victimes") == ["Nations unies"]


def test_how_many_of_those_counted_somebody_says() -> None:
    text = "Les affrontements ont fait neuf morts, dont six civils selon la Croix-Rouge."
    assert given(text, "morts") == [(9, "morts", []), (6, "civils", ["Croix-Rouge"])]


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("L'attentat a fait 14 morts, de source sécuritaire.", "morts", ["source sécuritaire"]),
        ("De source hospitalière, on compte 14 morts à Bagdad.", "morts", ["source hospitalière"]),
        ("Selon la police, ils étaient 3 000 à manifester samedi à Lyon.", "manifester", ["police"]),
        ("Selon la préfecture, ils étaient 3 000 à défiler samedi à Lyon.", "défiler", ["préfecture"]),
    ],
)
def test_a_source_without_a_name_says_so(text: str, word: str, speaker: list[str]) -> None:
    assert said_by(text, word) == speaker


def test_those_who_do_something_are_counted_before_it() -> None:
    reading = extract(article_of("Ils étaient 12 000 à défiler samedi à Lyon."), French())
    [mention] = reading.mentions
    assert (mention.status, [f.low for f in mention.figures]) == (Status.OCCURRED, [12000])


def test_who_counts_plans_nothing() -> None:
    reading = extract(article_of("On compte 14 morts et 50 blessés dans l'attentat."), French())
    assert {m.status for m in reading.mentions} == {Status.OCCURRED}
