"""What a word further down in an article says of what was told above."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from recoupe.linking import link, vetoes
from recoupe.linking.comparison import parts
from recoupe.linking.determiners import Determiner, determined
from recoupe.linking.profile import LEAD, Profile
from recoupe.linking.profiling import of_mention
from recoupe.linking.references import reference_level
from recoupe.linking.tables import levels
from recoupe.model import Judgement, Kind, Status


@pytest.mark.parametrize(
    ("text", "trigger", "sort"),
    [
        ("Cette rencontre a duré une heure", "rencontre", Determiner.DEMONSTRATIVE),
        ("au lendemain de l’explosion", "explosion", Determiner.DEFINITE),
        ("Après sa démission, le maire", "démission", Determiner.POSSESSIVE),
        ("Le bruit d'une explosion", "explosion", Determiner.INDEFINITE),
        ("une violente explosion", "explosion", Determiner.NONE),
        ("Séisme au Népal", "Séisme", Determiner.NONE),
        ("Le maire a démissionné", "démissionné", Determiner.NONE),
        ("(cette explosion", "explosion", Determiner.DEMONSTRATIVE),
        ("Hier,\u202fl’\u00a0explosion", "explosion", Determiner.DEFINITE),
        ("2 explosions", "explosions", Determiner.NONE),
    ],
)
def test_the_determiner_of_the_word_that_names_an_event(desk: Any, text: str, trigger: str, sort: Determiner) -> None:
    assert determined(desk.report("a", text, trigger)).by is sort


def _told(desk: Any, text: str, trigger: str, kind: Kind = Kind.TRANSACTION, outlet: str = "a") -> Profile:
    mention = desk.report(outlet, text, trigger, kind=kind)
    return of_mention(mention, mention.when, desk.actors)


@pytest.mark.parametrize(
    ("text", "trigger", "level"),
    [
        ("Cette cession inquiète les salariés", "cession", "this"),
        ("La vente inquiète les salariés", "vente", "known"),
        ("L'opération inquiète les salariés", "opération", "back"),
        ("Le groupe a racheté un atelier", "racheté", "retold"),
        ("Une vente de plus inquiète les salariés", "vente", None),
    ],
)
def test_a_later_word_points_back_or_tells_anew(desk: Any, text: str, trigger: str, level: str | None) -> None:
    first = _told(desk, "Le groupe a vendu son usine", "vendu")
    later = _told(desk, text, trigger)
    assert reference_level(first, later) == reference_level(later, first) == level


@pytest.mark.parametrize(
    ("text", "trigger", "plural"),
    [
        ("Les explosions ont réveillé la ville", "explosions", True),
        ("au lendemain de l’explosion", "explosion", False),
        ("plusieurs explosions", "explosions", True),
        ("cette explosion", "explosion", False),
        ("Explosion à Lyon", "Explosion", None),
        ("Les élus démissionnent", "démissionnent", None),
    ],
)
def test_a_determiner_tells_how_many_are_meant(desk: Any, text: str, trigger: str, plural: bool | None) -> None:
    assert determined(desk.report("a", text, trigger)).plural is plural


def test_several_are_not_one_of_them(desk: Any) -> None:
    several, one = _told(desk, "Les ventes ont repris", "ventes"), _told(desk, "La vente a eu lieu", "vente")
    another = _told(desk, "Cette vente inquiète", "vente")
    assert "number" in {part.name for part in parts(several, one)}
    assert "number" not in {part.name for part in parts(one, another)}
    assert vetoes.no_reference(several, another)
    assert not vetoes.no_reference(one, another)


def test_a_word_does_not_point_back_to_what_was_over_long_before(desk: Any) -> None:
    old = desk.report("a", "Il avait fui après une offensive", "offensive", kind=Kind.ASSAULT, when="/2012")
    recent = desk.report("a", "L'attaque de jeudi", "attaque", kind=Kind.ASSAULT, when="2025-06-12", words="jeudi")
    undated = desk.report("a", "Cette attaque inquiète", "attaque", kind=Kind.ASSAULT, when="/2025-06-18")
    first, then, later = (of_mention(m, m.when, desk.actors) for m in (old, recent, undated))
    assert vetoes.no_reference(first, then)
    assert vetoes.no_reference(first, later)
    assert not vetoes.no_reference(then, later)


def test_what_the_article_opens_with_is_told_again_more_often_than_what_stands_below(desk: Any) -> None:
    headline, later = _told(desk, "Un atelier vendu", "vendu"), _told(desk, "Le groupe a racheté un atelier", "racheté")
    places = {"retold": 0, "taken_up": LEAD // 2, "anew": 2 * LEAD}
    for level, place in places.items():
        assert reference_level(attrs.evolve(headline, passages=frozenset({place})), later) == level
    weights = [levels()["reference"][level].weight for level in places]
    assert weights == sorted(weights, reverse=True)


def test_a_word_points_back_to_no_other_sort_of_happening_and_to_no_other_article(desk: Any) -> None:
    sale = _told(desk, "Le groupe a vendu son usine", "vendu")
    assert reference_level(sale, _told(desk, "Cette grève dure", "grève", Kind.PROTEST)) is None
    assert reference_level(sale, _told(desk, "Cette vente inquiète", "vente", outlet="b")) is None


@pytest.mark.parametrize(
    ("text", "noun", "read_as", "told", "kind"),
    [
        ("Le juge peut revoir cette décision", "décision", Kind.LEGISLATE, "condamné", Kind.JUSTICE),
        ("La cérémonie a duré une heure", "cérémonie", Kind.OTHER, "signé", Kind.AGREE),
        ("L'opération a duré dix minutes", "opération", Kind.OTHER, "volé", Kind.CRIME),
        ("Le drame a ému la ville", "drame", Kind.DISASTER, "tiré", Kind.ASSAULT),
    ],
)
def test_a_general_word_stands_for_kinds_that_it_is_not_read_as(
    desk: Any, text: str, noun: str, read_as: Kind, told: str, kind: Kind
) -> None:
    first, later = _told(desk, f"Ils ont {told} mardi", told, kind), _told(desk, text, noun, read_as)
    assert reference_level(first, later) in ("this", "back")
    assert not vetoes.vetoed(first, later)
    assert vetoes.vetoed(first, _told(desk, "La grève dure", "grève", Kind.PROTEST))


def test_a_general_word_stands_for_no_plan(desk: Any) -> None:
    plan = desk.report("a", "Ils seront condamnés", "condamnés", kind=Kind.JUSTICE, status=Status.PLANNED)
    later = _told(desk, "Cette décision a surpris", "décision", Kind.LEGISLATE)
    assert reference_level(of_mention(plan, plan.when, desk.actors), later) is None


def test_a_headline_and_its_lead_often_tell_one_happening(desk: Any) -> None:
    headline = _told(desk, "Le groupe vend son usine", "vend")
    below = _told(desk, "Le groupe a cédé son usine de pneus, mardi", "cédé")
    lead = attrs.evolve(below, passages=frozenset({LEAD // 2}))
    assert 0 in headline.passages
    assert not [p for p in parts(headline, below) if p.name == "position"]
    assert [p.says for p in parts(headline, lead) if p.name == "position"] == [
        "the headline tells the one, and the lead the other"
    ]


def test_a_noun_beside_a_plan_does_not_show_that_it_came_to_pass(desk: Any) -> None:
    plan = desk.report("a", "Le groupe fermera son usine", "fermera", kind=Kind.TRANSACTION, status=Status.PLANNED)
    noun = desk.report("b", "La fermeture inquiète les salariés", "fermeture", kind=Kind.TRANSACTION)
    first, second = sorted((plan.id, noun.id))
    judgement = Judgement(first=first, second=second, same=True)
    events = link(attrs.evolve(desk.record, judgements=[judgement])).events
    assert [event.status for event in events] == [Status.PLANNED]
