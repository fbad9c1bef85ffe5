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
