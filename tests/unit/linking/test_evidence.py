"""Evidence: what speaks for one event or for two, where no names do."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from recoupe.linking import link
from recoupe.model import ActorKind, Kind, Status


def level(desk: Any, a: Any, b: Any, comparison: str) -> str | None:
    """What a comparison says of two reports."""
    parts = link(desk.record).why(a.id, b.id).parts
    return next((part.says for part in parts if part.name == comparison), None)


def victim(desk: Any, outlet: str, text: str, who: str, *, scope: str | None = None) -> Any:
    """The report of somebody without a name who was injured."""
    person = desk.actor(who, scope=(scope or outlet) and desk.source(scope or outlet).id)
    return desk.report(outlet, text, "blessé", kind=Kind.CASUALTY, mode="injured", targets=(person,))


@pytest.mark.parametrize("outlet", ["a", "b"])
def test_two_people_without_a_name_are_two_where_other_words_describe_them(desk: Any, outlet: str) -> None:
    a = victim(desk, "a", "Il a blessé un policier devant la caserne", "policier")
    b = victim(desk, outlet, "Il a blessé le conducteur d'une voiture", "conducteur")
    assert level(desk, a, b, "unnamed_target") == "others are concerned, who have no name"


def test_one_word_may_describe_two_people(desk: Any) -> None:
    a = victim(desk, "a", "Il a blessé un policier devant la caserne", "policier")
    b = victim(desk, "b", "Il a aussi blessé des policiers", "policiers")
    assert level(desk, a, b, "unnamed_target") is None


def test_somebody_with_a_name_may_be_anybody_without(desk: Any) -> None:
    named = desk.report(
        "a",
        "Il a blessé Paul Martin",
        "blessé",
        kind=Kind.CASUALTY,
        mode="injured",
        targets=(desk.actor("Paul Martin"),),
    )
    assert level(desk, named, victim(desk, "b", "Il a blessé le conducteur", "conducteur"), "unnamed_target") is None


SENTENCE = "Debout devant la cathédrale, le visiteur a béni la foule venue de toute la région, qui l'a acclamé"


@pytest.mark.parametrize(
    ("word", "says"), [("béni", "the sentence is the same"), ("acclamé", "other words of the same sentence name it")]
)
def test_a_copied_sentence_tells_of_one_event_by_one_word(desk: Any, word: str, says: str) -> None:
    a = desk.report("a", SENTENCE, "béni", kind=Kind.SUPPORT, mode="praise")
    b = desk.report("b", SENTENCE.replace("toute la région", "loin"), word, kind=Kind.SUPPORT, mode="praise")
    assert (level(desk, a, b, "wording") or "").startswith(says)


@pytest.mark.parametrize(
    ("words", "says"), [("lundi", "both are dated to"), (None, "both fall within the same few days")]
)
def test_a_day_that_is_only_inferred_is_weaker_than_one_that_both_texts_give(
    desk: Any, words: str | None, says: str
) -> None:
    day: dict[str, Any] = {"kind": Kind.CASUALTY, "when": "2025-06-16"}
    a = desk.report("a", "lundi, deux passants ont été blessés", "blessés", words="lundi", **day)
    b = desk.report("b", "lundi, le tireur a été blessé", "blessé", words=words, **day)
    found = level(desk, a, b, "when")
    assert found is not None
    assert found.startswith(says)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("suspect", "voisin", False),
        ("homme", "voisin", False),
        ("homme", "nourrice", True),
        ("homme", "fillette", True),
        ("lycéenne", "jeune fille", False),
        ("chauffeur", "conducteur", False),
        ("policier", "voisin", True),
    ],
)
def test_anybody_may_be_a_suspect_and_no_woman_a_man(desk: Any, first: str, second: str, apart: bool) -> None:
    a = victim(desk, "a", f"Un {first} a été blessé devant la caserne", first)
    b = victim(desk, "b", f"{second} : la voiture a blessé la personne", second)
    assert (level(desk, a, b, "unnamed_target") is not None) is apart


@pytest.mark.parametrize(
    ("who", "titles", "apart"),
    [
        ("conducteur", ("lieutenant-colonel",), True),
        ("colonel", ("lieutenant-colonel",), False),
        ("quadragénaire", ("lieutenant-colonel",), False),
        ("conducteur", (), False),
    ],
)
def test_somebody_without_a_name_is_nobody_with_another_title(
    desk: Any, who: str, titles: tuple[str, ...], apart: bool
) -> None:
    officer = desk.actor("Paul Martin", titles=titles)
    more: dict[str, Any] = {"kind": Kind.CASUALTY, "mode": "injured", "targets": (officer,)}
    named = desk.report("a", "Il a blessé Paul Martin", "blessé", **more)
    nameless = victim(desk, "b", f"Il a blessé le {who}", who)
    assert (level(desk, named, nameless, "unnamed_target") is not None) is apart


@pytest.mark.parametrize(("kind", "apart"), [(Kind.ACCUSE, True), (Kind.JUSTICE, False)])
def test_what_a_group_says_is_not_what_somebody_with_another_title_says(desk: Any, kind: Kind, apart: bool) -> None:
    mayor = desk.actor("Luce Aubert", titles=("maire",))
    unions = desk.actor("syndicats de magistrats", ActorKind.GROUP, scope=desk.source("b").id)
    a = desk.report("a", "Luce Aubert a dénoncé la réforme", "dénoncé", kind=kind, agents=(mayor,))
    b = desk.report("b", "Les syndicats de magistrats ont dénoncé la réforme", "dénoncé", kind=kind, agents=(unions,))
    assert (level(desk, a, b, "unnamed_agent") is not None) is apart


def fined(desk: Any, outlet: str, millions: float) -> Any:
    """The report of a fine."""
    text = f"Le groupe Rivaton a reçu une amende de {millions:g} millions d'euros"
    return desk.report(outlet, text, "amende", kind=Kind.SANCTION, counts=((millions, "euros"),))


@pytest.mark.parametrize(
    ("brief", "full", "agree"),
    [(2900, 2950, True), (2900, 2870, True), (2900, 3150, False), (40, 41, False), (41, 42, False)],
)
def test_a_headline_gives_fewer_digits(desk: Any, brief: float, full: float, agree: bool) -> None:
    a, b = fined(desk, "a", brief), fined(desk, "b", full)
    for one, other in ((a, b), (b, a)):
        assert (level(desk, one, other, "figures") or "").startswith("numbers of the same thing that agree") is agree


def hurt(desk: Any, outlet: str, who: str, count: int, *, of: str | None = None) -> Any:
    """The report of several people who were injured."""
    people = desk.actor(who, scope=desk.source(outlet).id)
    more: dict[str, Any] = {"kind": Kind.CASUALTY, "mode": "injured", "targets": (people,)}
    return desk.report(outlet, f"{count} {who} ont été blessés", "blessés", counts=((count, of or who),), **more)


@pytest.mark.parametrize(
    ("first", "second"), [("skieurs", "Belges"), ("suspects", "hommes"), ("ressortissants", "touristes")]
)
def test_as_many_people_may_be_told_by_their_trade_or_by_their_country(desk: Any, first: str, second: str) -> None:
    a, b = hurt(desk, "a", first, 3), hurt(desk, "b", second, 3)
    assert (level(desk, a, b, "figures") or "").startswith("numbers of the same thing that agree")
    assert level(desk, a, b, "unnamed_target") is None


def test_other_people_are_others_though_they_are_as_many(desk: Any) -> None:
    a, b = hurt(desk, "a", "pompiers", 3), hurt(desk, "b", "élèves", 3)
    assert level(desk, a, b, "figures") == "other people are counted (3 pompiers, 3 élèves)"
    assert level(desk, a, b, "unnamed_target") is not None


@pytest.mark.parametrize(("unit", "one"), [("km", False), (None, True)])
def test_a_distance_is_no_toll(desk: Any, unit: str | None, one: bool) -> None:
    dead: dict[str, Any] = {"kind": Kind.CASUALTY, "mode": "killed"}
    a = desk.report("a", "Le randonneur est mort à 20 km du refuge", "mort", counts=((20, "mètres"),), **dead)
    b = desk.report("b", "Un randonneur est mort", "mort", **dead)
    far = attrs.evolve(a, figures=[attrs.evolve(f, unit=unit, of=None if unit else "randonneurs") for f in a.figures])
    desk.mentions[0] = far
    assert (level(desk, far, b, "toll") is not None) is one


@pytest.mark.parametrize(
    ("status", "later", "says"),
    [
        (Status.ONGOING, "2025-06-19", "one goes on by its report"),
        (Status.OCCURRED, "2025-06-19", "they are dated some days apart"),
        (Status.ONGOING, "2025-08-19", "they are dated some days apart"),
    ],
)
def test_what_goes_on_is_told_of_again_some_days_later(desk: Any, status: Status, later: str, says: str) -> None:
    strike: dict[str, Any] = {"kind": Kind.PROTEST, "mode": "strike"}
    a = desk.report("a", "lundi, la grève continue", "grève", words="lundi", when="2025-06-16", status=status, **strike)
    b = desk.report("b", "jeudi, la grève a pesé sur le trafic", "grève", words="jeudi", when=later, **strike)
    assert (level(desk, a, b, "when") or "").startswith(says)
    assert ("their dates exclude each other" in link(desk.record).why(a.id, b.id).vetoes) is (
        not says.startswith("one")
    )


def test_the_victory_of_one_is_the_defeat_of_the_other(desk: Any) -> None:
    a = desk.report("a", "Les Rouges ont gagné la finale", "gagné", kind=Kind.OTHER, mode="win")
    b = desk.report("b", "Les Verts ont perdu la finale", "perdu", kind=Kind.OTHER, mode="lose")
    assert (level(desk, a, b, "mode") or "").startswith("one happening may be told in either mode")


@pytest.mark.parametrize(("mode", "once"), [("killed", True), ("injured", False)])
def test_nobody_dies_twice(desk: Any, mode: str, once: bool) -> None:
    who = {"kind": Kind.CASUALTY, "mode": mode, "targets": (desk.actor("Paul Martin"),)}
    a = desk.report("a", "Paul Martin a été touché par des tirs", "touché", **who)
    b = desk.report("b", "Cinq ans plus tard, le sort de Paul Martin reste dans les mémoires", "sort", **who)
    says = level(desk, a, b, "target")
    assert says is not None and says.startswith("it befalls somebody once") is once


def test_one_word_may_name_two_who_died(desk: Any) -> None:
    who = {"kind": Kind.CASUALTY, "mode": "killed", "targets": (desk.actor("Mohamed"),)}
    a, b = (desk.report(outlet, "Mohamed est mort à l'hôpital", "mort", **who) for outlet in "ab")
    says = level(desk, a, b, "target")
    assert says == "the same person or organisation is concerned (Mohamed)"
