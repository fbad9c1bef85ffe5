"""What rules one happening out, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking import vetoes
from recoupe.linking.profile import Profile, of_mention
from recoupe.linking.stories import story
from recoupe.model import Kind, When

STORY = story(
    [
        "Le volcan Mokoto surplombe la ville de Kinzani et le village de Belle-Rive.",
        "Les habitants de Kinzani ont fui vers la frontière avant de rentrer chez eux.",
        "Selon le gouverneur Adrien Malonga, la coulée a menacé plusieurs quartiers.",
    ],
    When.from_edtf("2025-06-18"),
)
AGAIN = story(
    [
        "Le volcan Mokoto, qui domine Kinzani et Belle-Rive, gronde encore, selon Adrien Malonga.",
        "Des habitants ont fui vers la frontière, et plusieurs quartiers ont été menacés par la coulée.",
        "Le gouverneur de la ville les invite à rentrer.",
    ],
    When.from_edtf("2025-06-19"),
)


def profile(desk: Any, outlet: str, told: Any = None, **more: Any) -> Profile:
    mention = desk.report(outlet, "l'éruption a surpris tout le monde", "éruption", kind=Kind.DISASTER, **more)
    return of_mention(mention, mention.when, desk.actors, told)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ((15000, "soldats"), (15000, "ouvriers"), True),
        ((300, "soldats"), (450, "ouvriers"), True),
        ((38, "millions d'euros"), (8, "hommes"), False),
        ((2, "trains"), (2, "wagons"), False),
        ((300, "immeubles"), (300, "soldats"), False),
    ],
)
def test_other_people_counted_are_another_happening_and_other_things_are_details(
    desk: Any, first: tuple[float, str], second: tuple[float, str], apart: bool
) -> None:
    a, b = profile(desk, "a", counts=(first,)), profile(desk, "b", counts=(second,))
    assert vetoes.vetoed(a, b) is vetoes.vetoed(b, a) is apart


def test_two_of_one_and_two_of_another_may_be_the_same_two(desk: Any) -> None:
    more = {"counts": ((2, "soldats"), (900, "maisons"))}, {"counts": ((2, "ouvriers"), (30, "bateaux"))}
    a, b = (profile(desk, outlet, **counts) for outlet, counts in zip("ab", more, strict=True))
    assert not vetoes.vetoed(a, b)


def test_countries_rule_one_event_out_unless_the_articles_tell_one_story(desk: Any) -> None:
    here, there = {"place": "Kinzani", "country": "COD"}, {"place": "Gisali", "country": "RWA"}
    assert vetoes.vetoed(profile(desk, "a", **here), profile(desk, "b", **there))
    assert vetoes.vetoed(profile(desk, "a", STORY, **here), profile(desk, "a", STORY, **there))
    assert not vetoes.vetoed(profile(desk, "a", STORY, **here), profile(desk, "b", AGAIN, **there))


def _derailed(desk: Any, text: str, trigger: str = "déraillé", outlet: str = "a", **more: Any) -> Profile:
    mention = desk.report(outlet, text, trigger, kind=Kind.ACCIDENT, **more)
    return of_mention(mention, mention.when, desk.actors)


def test_the_first_of_several_is_not_the_several(desk: Any) -> None:
    first = _derailed(desk, "Le premier train a déraillé", ordinal=1)
    two = _derailed(desk, "Deux trains ont déraillé", counts=((2, "trains"),))
    both = _derailed(desk, "Les déraillements n'ont aucun lien", "déraillements")
    hurt = _derailed(desk, "Un train a déraillé avec ses passagers", counts=((40, "passagers"),))
    it = _derailed(desk, "Le déraillement a surpris tout le monde", "déraillement")
    assert vetoes.vetoed(first, two)
    assert vetoes.vetoed(first, both)
    assert vetoes.no_reference(both, first)
    assert not vetoes.vetoed(first, hurt)
    assert not vetoes.vetoed(first, it)
    assert not vetoes.vetoed(first, _derailed(desk, "Deux trains ont déraillé", outlet="b", counts=((2, "trains"),)))


def test_many_of_years_are_not_one_of_a_day(desk: Any) -> None:
    one = _derailed(desk, "Un train a déraillé jeudi", when="2025-06-12", words="jeudi")
    years = {"when": "2013/2025", "words": "ces dernières années"}
    several = _derailed(desk, "Les déraillements se sont multipliés", "déraillements", **years)
    in_a_year = _derailed(desk, "Le déraillement a eu lieu", "déraillement", when="[2024-01..2025-06]", words="en 2024")
    assert several.period
    assert not in_a_year.period
    assert vetoes.vetoed(one, several)
    assert not vetoes.vetoed(one, in_a_year)
