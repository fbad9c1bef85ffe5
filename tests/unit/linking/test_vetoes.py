"""What rules one happening out, and what does not."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from recoupe.linking import vetoes
from recoupe.linking.profile import Profile
from recoupe.linking.profiling import of_mention
from recoupe.linking.references import KNOWN_AFTER
from recoupe.linking.stories import CHAPTER, story
from recoupe.model import ActorKind, Kind, Status, When

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
        ((1, "lycéen"), (1, "homme"), False),
        ((1, "lycéen"), (3, "policiers"), True),
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
    later = attrs.evolve(AGAIN, first=AGAIN.first + 2 * CHAPTER, last=AGAIN.last + 2 * CHAPTER)
    assert vetoes.vetoed(profile(desk, "a", STORY, **here), profile(desk, "b", later, **there))


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


def test_what_is_next_is_the_one_that_is_planned(desk: Any) -> None:
    told = {"kind": Kind.CONSULT, "status": Status.PLANNED}
    one = desk.report("a", "Le dialogue national se prépare", "dialogue", **told)
    coming = desk.report("a", "Il a loué le prochain dialogue", "dialogue", contrast=True, **told)
    other = desk.report("a", "La prochaine rencontre aura lieu", "rencontre", contrast=True, **told)
    first, second, third = (of_mention(m, m.when, desk.actors) for m in (one, coming, other))
    assert not vetoes.vetoed(first, second)
    assert vetoes.vetoed(first, third)


@pytest.mark.parametrize(("opens", "apart"), [(True, False), (False, True)])
def test_news_of_another_one_is_not_told_apart_from_what_follows(desk: Any, opens: bool, apart: bool) -> None:
    texts = [("Nouvelle grève au port : rien ne bouge", True), ("Les dockers ont entamé une grève lundi", False)]
    told = [
        desk.report("a", text, "grève", kind=Kind.PROTEST, contrast=contrast)
        for text, contrast in (texts if opens else texts[::-1])
    ]
    assert vetoes.vetoed(*(of_mention(m, m.when, desk.actors) for m in told)) is apart


@pytest.mark.parametrize(("days", "apart"), [(KNOWN_AFTER, True), (0, False)])
def test_what_a_later_article_sets_apart_is_another_one(desk: Any, days: int, apart: bool) -> None:
    first = profile(desk, "a", STORY)
    later = attrs.evolve(STORY, first=STORY.first + days, last=STORY.last + days)
    again = profile(desk, "b", later, contrast=True)
    assert vetoes.vetoed(first, again) is vetoes.vetoed(again, first) is apart
    planned = profile(desk, "b", later, contrast=True, status=Status.PLANNED)
    assert "a later text sets one apart as another one" not in vetoes.reasons(first, planned)


@pytest.mark.parametrize(
    ("day", "opens", "apart"), [("2025-06-18", True, True), ("2025-06-18", False, False), ("2025-06-17", True, False)]
)
def test_a_second_one_of_another_day_is_another_one(desk: Any, day: str, opens: bool, apart: bool) -> None:
    first = _derailed(desk, "Un train a déraillé mardi", when="2025-06-17", words="mardi")
    more: dict[str, Any] = {"when": day, "words": "mardi", "ordinal": 2, "contrast": True}
    if not opens:
        desk.report("b", "La gare est fermée", "fermée")
    second = _derailed(desk, "Un deuxième train a déraillé", outlet="b", **more)
    assert vetoes.vetoed(first, second) is vetoes.vetoed(second, first) is apart


@pytest.mark.parametrize(("published", "apart"), [("2025-06-22", False), ("2025-06-24", True)])
def test_a_noun_told_after_the_planned_day_is_no_plan(desk: Any, published: str, apart: bool) -> None:
    visit: dict[str, Any] = {"kind": Kind.CONSULT, "mode": "visit"}
    plan = desk.report(
        "a", "La visite aura lieu lundi", "visite", status=Status.PLANNED, when="2025-06-23", words="lundi", **visit
    )
    told = desk.report("b", "La ferveur était grande pour la visite", "visite", when=f"../{published}", **visit)
    a, b = (of_mention(m, m.when, desk.actors) for m in (plan, told))
    assert vetoes.vetoed(a, b) is vetoes.vetoed(b, a) is apart


def test_a_round_that_is_told_to_be_the_second_twice_is_one(desk: Any) -> None:
    rounds = [
        desk.report("a", text, "tour", kind=Kind.ELECTION, ordinal=2, contrast=contrast)
        for text, contrast in (("Un autre tour, le second, aura lieu", True), ("Le second tour a surpris", False))
    ]
    assert not vetoes.vetoed(*(of_mention(m, m.when, desk.actors) for m in rounds))


@pytest.mark.parametrize(("outlet", "day", "apart"), [("a", "2025-06-18", False), ("a", "2025-06-19", True)])
def test_an_article_of_the_day_expects_what_it_tells(desk: Any, outlet: str, day: str, apart: bool) -> None:
    told = {"kind": Kind.PROTEST, "words": "mercredi"}
    held = desk.report("a", "La journée d'action a réuni peu de monde", "journée d'action", when="2025-06-18", **told)
    text = "Le syndicat organise mercredi une journée d'action"
    due = desk.report(outlet, text, "journée d'action", when=day, status=Status.PLANNED, **told)
    # an article's headline tells in the present what is decided, whatever its day
    first, second = (attrs.evolve(of_mention(m, m.when, desk.actors), passages=frozenset({9})) for m in (held, due))
    assert vetoes.vetoed(first, second) is apart


@pytest.mark.parametrize(("kind", "apart"), [(ActorKind.PERSON, True), (ActorKind.ORGANISATION, False)])
def test_a_body_goes_by_several_names_and_a_person_by_one(desk: Any, kind: ActorKind, apart: bool) -> None:
    names = {"a": "hôpital Jean Rostand", "b": "centre hospitalier de Vergis"}
    a, b = (profile(desk, outlet, targets=(desk.actor(name, kind),)) for outlet, name in names.items())
    assert vetoes.vetoed(a, b) is apart


@pytest.mark.parametrize(
    ("status", "when", "apart"),
    [
        (Status.POSSIBLE, "2025-06-10/..", True),
        (Status.POSSIBLE, "../..", False),
        (Status.DENIED, "../2025-06-10", True),
        (Status.DENIED, "../2025-06-18", False),
    ],
)
def test_what_was_only_asked_for_or_had_not_come_about_is_another(
    desk: Any, status: Status, when: str, apart: bool
) -> None:
    a = profile(desk, "a", status=status, when=when)
    b = profile(desk, "b", when="2025-06-18", words="le 18 juin")
    assert vetoes.vetoed(a, b) is vetoes.vetoed(b, a) is apart


def test_nights_that_share_a_day_are_two(desk: Any) -> None:
    """ "Dans la nuit de vendredi à samedi", "de samedi à dimanche"; "dans la nuit" alone may be either."""
    days = ("[2025-06-06..2025-06-07]", "[2025-06-07..2025-06-08]")
    between = "partofday(NI,range(weekday(5,past),weekday(6,next,weekday(5,past))))"
    first, second = (
        profile(desk, outlet, when=when, words="l'éruption", symbol=between)
        for outlet, when in zip("ab", days, strict=True)
    )
    bare = profile(
        desk, "c", when=days[1], words="l'éruption", symbol="partofday(NI,range(relative(day,-1),publication))"
    )
    assert (first.night, bare.night) == (first.first, None)
    assert vetoes.exclude(first, second)
    assert not vetoes.exclude(first, bare)
