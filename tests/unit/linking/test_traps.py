"""Reports that a soft score would merge, and reports that look different and are one."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from recoupe.linking import link, vetoes
from recoupe.linking.comparison import parts
from recoupe.linking.counting import Count
from recoupe.linking.profiling import of_mention
from recoupe.linking.tables import levels
from recoupe.model import ActorKind, Disagreement, Figure, Kind, Mention, Qualifier, Record, Status


def together(record: Record, *mentions: Mention) -> bool:
    homes = {m.id: e.id for e in link(record).events for m in e.mentions}
    return len({homes[m.id] for m in mentions}) == 1


def states(desk: Any) -> tuple[str, str]:
    north = desk.actor("Corée du Nord", ActorKind.STATE, "PRK")
    return north, desk.actor("Russie", ActorKind.STATE, "RUS")


def sending(desk: Any, outlet: str, text: str, counts: Any, **more: Any) -> Mention:
    north, russia = states(desk)
    found: Mention = desk.report(
        outlet,
        text,
        "envoyer",
        kind=Kind.MOBILIZE,
        frame="envoyer",
        agents=(north,),
        targets=(russia,),
        counts=counts,
        **more,
    )
    return found


def test_sappers_of_one_outlet_are_the_demineurs_of_another(desk: Any) -> None:
    a = sending(desk, "a", "va envoyer 1000 démineurs à Koursk", ((1000, "démineurs"),), status=Status.PLANNED)
    b = sending(desk, "b", "doit envoyer 1000 sapeurs dans la région", ((1000, "sapeurs"),), status=Status.PLANNED)
    assert together(desk.record, a, b)


def test_1000_sappers_are_not_5000_workers(desk: Any) -> None:
    a = sending(desk, "a", "va envoyer 1000 sapeurs à Koursk", ((1000, "sapeurs"),), status=Status.PLANNED)
    b = sending(desk, "b", "va envoyer 5000 ouvriers à Koursk", ((5000, "ouvriers"),), status=Status.PLANNED)
    assert not together(desk.record, a, b)


def test_who_sends_both_is_one_event_with_who_sends_both(desk: Any) -> None:
    both = ((1000, "démineurs"), (5000, "ouvriers"))
    a = sending(desk, "a", "va envoyer 1000 démineurs et 5000 ouvriers", both, status=Status.PLANNED)
    b = sending(desk, "b", "enverra, pour envoyer, 5000 ouvriers et 1000 sapeurs", both[::-1], status=Status.PLANNED)
    assert together(desk.record, a, b)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ((15000, "soldats"), (15000, "travailleurs"), False),
        ((15000, "soldats"), (10000, "soldats"), False),
        ((15000, "soldats"), (15000, "militaires"), True),
    ],
)
def test_soldiers_and_workers_deployed(desk: Any, first: Any, second: Any, one: bool) -> None:
    a = sending(desk, "a", f"accusée d'envoyer {first[0]} {first[1]} en Russie", (first,))
    b = sending(desk, "b", f"aurait pu envoyer {second[0]} {second[1]} en Russie", (second,))
    assert together(desk.record, a, b) is one


def test_more_than_10000_and_15000_soldiers_agree(desk: Any) -> None:
    a = sending(desk, "a", "envoyer plus de 10000 soldats", ((10000, "soldats"),), qualifier=Qualifier.AT_LEAST)
    b = sending(desk, "b", "envoyer environ 15000 soldats", ((15000, "soldats"),), qualifier=Qualifier.ABOUT)
    assert together(desk.record, a, b)


def test_visits_of_march_early_june_and_17_june_stay_apart(desk: Any) -> None:
    shoigu = desk.actor("Sergueï Choïgou", country="RUS")
    visits = [
        desk.report(
            outlet,
            f"la visite de Sergueï Choïgou à Pyongyang {words}",
            "visite",
            agents=(shoigu,),
            when=when,
            words=words,
            place="Pyongyang",
            country="PRK",
            frame="visite",
        )
        for outlet, words, when in [
            ("a", "en mars", "2025-03"),
            ("b", "début juin", "[2025-06-01..2025-06-10]"),
            ("c", "mardi", "2025-06-17"),
            ("d", "le 17 juin", "2025-06-17"),
        ]
    ]
    record = desk.record
    assert not together(record, visits[0], visits[1])
    assert not together(record, visits[1], visits[2])
    assert together(record, visits[2], visits[3])


def test_a_second_visit_is_not_the_first_one_of_the_same_article(desk: Any) -> None:
    shoigu = desk.actor("Sergueï Choïgou", country="RUS")
    common: dict[str, Any] = {"agents": (shoigu,), "place": "Pyongyang", "country": "PRK", "frame": "visite"}
    a = desk.report("a", "la visite de Choïgou à Pyongyang", "visite", ordinal=1, **common)
    b = desk.report("a", "la deuxième visite de Choïgou à Pyongyang", "visite", ordinal=2, **common)
    assert not together(desk.record, a, b)
    assert "count them as different" in link(desk.record).why(a.id, b.id).vetoes[0]


def test_another_meeting_is_another_one(desk: Any) -> None:
    kim = desk.actor("Kim Jong-un", country="PRK")
    a = desk.report("a", "la rencontre avec Kim à Pyongyang", "rencontre", agents=(kim,), frame="rencontre")
    b = desk.report("a", "une autre rencontre avec Kim à Pyongyang", "rencontre", agents=(kim,), contrast=True)
    assert not together(desk.record, a, b)


def test_monuments_of_april_and_of_june(desk: Any) -> None:
    north, russia = states(desk)
    a = desk.report(
        "a",
        "Un monument commémorant leurs exploits de bataille sera érigé à Pyongyang",
        "érigé",
        published="2025-04-28",
        kind=Kind.OTHER,
        status=Status.PLANNED,
        when="2025-04-28/..",
        place="Pyongyang",
        country="PRK",
        frame="ériger",
    )
    b = desk.report(
        "b",
        "avaient convenu d'ériger des monuments commémoratifs dans les deux pays",
        "ériger",
        kind=Kind.OTHER,
        status=Status.PLANNED,
        when="2025-06-17/..",
        agents=(north, russia),
        frame="ériger",
    )
    assert not together(desk.record, a, b)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Jeanne Morel", "Ali Benhamou", True),
        ("Jeanne Morel", "Calypso", False),  # a name of one word may be what the other one goes by
        ("Renault Trucks", "RVI", False),
    ],
)
def test_others_concerned_rule_one_event_out_where_full_names_tell_them_apart(
    desk: Any, first: str, second: str, apart: bool
) -> None:
    reports = [
        desk.report(outlet, f"La police a arrêté {who}", "arrêté", kind=Kind.JUSTICE, targets=(desk.actor(who),))
        for outlet, who in (("a", first), ("b", second))
    ]
    vetoes = link(desk.record).why(*(m.id for m in reports)).vetoes
    assert any("others are concerned" in veto for veto in vetoes) is apart


def test_forces_of_unknown_countries_may_be_one(desk: Any) -> None:
    names = ("l'armée de l'air", "les forces spéciales")
    forces = [desk.actor(name, ActorKind.ARMED_FORCE) for name in names]
    reports = [
        desk.report(outlet, "Un tir les a visées", "visées", kind=Kind.ASSAULT, targets=(force,))
        for outlet, force in zip("ab", forces, strict=True)
    ]
    assert link(desk.record).why(*(m.id for m in reports)).vetoes == ()


def test_a_headline_tells_in_the_present_what_the_article_says_is_decided(desk: Any) -> None:
    rome = desk.actor("Italie", ActorKind.STATE, "ITA")
    common: dict[str, Any] = {"kind": Kind.SANCTION, "mode": "discontinue", "agents": (rome,)}
    planned: dict[str, Any] = {"status": Status.PLANNED, **common}
    headline = desk.report("a", "Rome rappelle son ambassadeur à Tunis", "rappelle", **common)
    decided = desk.report("a", "l'Italie a décidé de rappeler son ambassadeur à Tunis", "rappeler", **planned)
    elsewhere = desk.report("b", "l'Italie va rappeler son ambassadeur à Tunis", "rappeler", **planned)
    done = desk.report("c", "Rome a rappelé son ambassadeur à Tunis", "rappelé", **common)
    assert together(desk.record, headline, decided)
    assert together(desk.record, headline, elsewhere)
    assert not together(desk.record, done, elsewhere)


def test_an_article_mostly_tells_one_robbery_and_many_arrests(desk: Any) -> None:
    common: dict[str, Any] = {"kind": Kind.CRIME, "mode": "theft", "frame": "robbery"}
    robbery = desk.report("a", "Le hold-up a duré dix minutes", "hold-up", **common)
    again = desk.report("a", "Ils avaient préparé un braquage parfait", "braquage", **common)
    common = {"kind": Kind.JUSTICE, "mode": "arrest", "frame": "arrest"}
    arrest = desk.report("b", "Le chauffeur a été interpellé", "interpellé", **common)
    another = desk.report("b", "Ils ont fait une arrestation parfaite", "arrestation", **common)
    assert together(desk.record, robbery, again)
    assert not together(desk.record, arrest, another)


def test_a_noun_does_not_show_that_what_is_planned_came_to_pass(desk: Any) -> None:
    group = desk.actor("Arvelor", ActorKind.ORGANISATION)
    common: dict[str, Any] = {"kind": Kind.TRANSACTION, "mode": "close", "frame": "fermer", "place": "Ruelle"}
    text = "Arvelor fermera son usine de Ruelle, qui emploie 300 ouvriers"
    plan = desk.report("a", text, "fermera", status=Status.PLANNED, agents=(group,), when="2025-06-18/..", **common)
    text = "Les syndicats dénoncent la fermeture de l'usine de Ruelle, qui emploie 300 ouvriers"
    noun = desk.report("b", text, "fermeture", when="../2025-06-18", **common)
    again = desk.report("b", text.replace("Les syndicats", "Les élus"), "fermeture", **common)
    assert together(desk.record, plan, noun, again)
    event = next(e for e in link(desk.record).events if plan in e.mentions)
    assert event.status is Status.PLANNED


def test_a_noun_beside_a_plan_may_be_the_other_side_of_the_deal(desk: Any) -> None:
    buyer, maker = (desk.actor(name, ActorKind.ORGANISATION) for name in ("Novalis", "Ferrand"))
    common: dict[str, Any] = {"kind": Kind.TRANSACTION, "targets": (maker,)}
    text = "Novalis veut acheter le laboratoire Ferrand"
    plan = desk.report("a", text, "acheter", mode="buy", status=Status.PLANNED, agents=(buyer,), **common)
    sold = desk.report("a", "La vente de Ferrand inquiète", "vente", mode="sell", **common)
    done = desk.report("a", "Ferrand a été vendu", "vendu", mode="sell", **common)
    first, noun, verb = (
        attrs.evolve(of_mention(m, m.when, desk.actors), passages=frozenset({9})) for m in (plan, sold, done)
    )
    assert not vetoes.vetoed(first, noun)
    assert vetoes.vetoed(first, verb)


def test_what_is_of_one_kind_in_no_more_than_that_is_not_one_happening(desk: Any) -> None:
    a = desk.report("a", "le prisonnier Jean Martin était au parloir de Réau", "parloir", kind=Kind.OTHER)
    b = desk.report("b", "les complices de Jean Martin ont découpé la porte à Réau", "découpé", kind=Kind.OTHER)
    assert "in different words" in str(link(desk.record).why(a.id, b.id))
    assert not together(desk.record, a, b)


def test_a_plan_and_its_execution_are_two_related_events(desk: Any) -> None:
    plan = sending(desk, "a", "va envoyer 1000 démineurs", ((1000, "démineurs"),), status=Status.PLANNED)
    done = sending(desk, "b", "vient d'envoyer 1000 démineurs", ((1000, "démineurs"),))
    events = {e.status: e for e in link(desk.record).events}
    assert not together(desk.record, plan, done)
    assert events[Status.PLANNED].related == (events[Status.OCCURRED].id,)


def test_a_toll_that_grows_over_five_articles_is_one_event_with_a_series(desk: Any) -> None:
    for day, dead in enumerate((3, 7, 12, 12, 19), start=10):
        desk.report(
            f"outlet {day}",
            f"Le séisme de Nador a fait {dead} morts, selon la protection civile",
            "morts",
            published=f"2025-03-{day}",
            kind=Kind.CASUALTY,
            when="2025-03-09",
            words="dimanche",
            place="Nador",
            country="MAR",
            counts=((dead, "morts"),),
            frame="mort",
        )
    (event,) = link(desk.record).events
    (figure,) = event.figures
    assert (figure.low, figure.high) == (3, 19)
    (series,) = event.conflicts
    assert series.nature is Disagreement.REVISION
    assert [v.value for v in series.values] == [
        "2025-03-10: 3 morts",
        "2025-03-11: 7 morts",
        "2025-03-12: 12 morts",
        "2025-03-13: 12 morts",
        "2025-03-14: 19 morts",
    ]


@pytest.mark.parametrize(("later", "level"), [(90, "revised"), (20000, "different")])
def test_a_toll_does_not_grow_beyond_measure(desk: Any, later: int, level: str) -> None:
    """The dead of one shipwreck and those of twenty years."""
    tolls = [
        desk.report(outlet, f"{n} migrants ont péri en mer", "péri", kind=Kind.CASUALTY, counts=((n, "morts"),))
        for outlet, n in (("a", 30), ("b", later))
    ]
    a, b = (of_mention(m, m.when, desk.actors) for m in tolls)
    assert [p.says for p in parts(a, b) if p.name == "figures"] == [
        levels()["figures"][level].says.replace("{detail}", f"30 morts, {later} morts")
    ]


def test_6000_persons_are_1000_sappers_and_5000_workers(desk: Any) -> None:
    both = ((1000, "démineurs"), (5000, "ouvriers"))
    a = sending(desk, "a", "va envoyer 1000 démineurs et 5000 ouvriers à Koursk", both, status=Status.PLANNED)
    b = sending(desk, "b", "va envoyer 6000 personnes à Koursk", ((6000, "personnes"),), status=Status.PLANNED)
    assert together(desk.record, a, b)
    (event,) = link(desk.record).events
    assert not [c for c in event.conflicts if c.field == "figures"]


def test_arrests_of_two_persons_on_one_day(desk: Any) -> None:
    police = desk.actor("police française", ActorKind.ORGANISATION, "FRA")
    common: dict[str, Any] = {"kind": Kind.JUSTICE, "agents": (police,), "when": "2025-06-17", "words": "mardi"}
    a = desk.report("a", "a arrêté mardi Paul Martin", "arrêté", targets=(desk.actor("Paul Martin"),), **common)
    b = desk.report("b", "a arrêté mardi Jeanne Leroy", "arrêté", targets=(desk.actor("Jeanne Leroy"),), **common)
    assert not together(desk.record, a, b)


def test_early_june_and_4_june_differ_in_precision_only(desk: Any) -> None:
    kim = desk.actor("Kim Jong-un", country="PRK")
    common: dict[str, Any] = {"agents": (kim,), "place": "Pyongyang", "country": "PRK", "frame": "rencontre"}
    text = "la rencontre de Kim Jong-un avec Choïgou"
    desk.report("a", text, "rencontre", when="[2025-06-01..2025-06-10]", words="début juin", **common)
    desk.report("b", text, "rencontre", when="2025-06-04", words="le 4 juin", **common)
    (event,) = link(desk.record).events
    assert event.when.edtf == "2025-06-04"
    assert event.conflicts == ()
    assert event.when_reasons == ("“le 4 juin” gives 2025-06-04", "“début juin” gives [2025-06-01..2025-06-10]")


def test_workers_are_no_soldiers_whatever_their_number(desk: Any) -> None:
    north, russia = states(desk)
    common: dict[str, Any] = {"kind": Kind.MOBILIZE, "frame": "envoyer", "agents": (north,), "targets": (russia,)}
    a = desk.report("a", "a envoyé des milliers de soldats", "envoyé", counts=((3000, "soldats"),), **common)
    b = desk.report("a", "a envoyé 15 000 travailleurs", "envoyé", counts=((15000, "travailleurs"),), **common)
    assert not together(desk.record, a, b)


def test_one_word_read_as_two_kinds_is_one_happening(desk: Any) -> None:
    riga = desk.actor("Lettonie", ActorKind.STATE, "LVA")
    common: dict[str, Any] = {"agents": (riga,), "place": "Paternieki", "country": "LVA"}
    dated: dict[str, Any] = {"when": "2025-06-17", "words": "mardi"}
    a = desk.report("a", "a fermé mardi le poste de Paternieki", "fermé", kind=Kind.COERCE, **dated, **common)
    b = desk.report("b", "ferme le poste de Paternieki mardi", "ferme", kind=Kind.OTHER, **dated, **common)
    why = link(desk.record).why(a.id, b.id)
    assert why.vetoes == ()
    assert why.weight > 0


def test_one_word_says_more_than_one_stem(desk: Any) -> None:
    words = ("fermeture du port", "fermé", "fermeture partielle")
    noun, verb, other = (desk.report("a", f"{w} : la suite", w, kind=Kind.COERCE, mode="restrict") for w in words)
    why = link(desk.record).why

    def meaning(one: Mention, another: Mention) -> float:
        return next(part.weight for part in why(one.id, another.id).parts if part.name == "meaning")

    assert meaning(noun, verb) == meaning(verb, other) > meaning(noun, other)


def test_different_acts_of_one_inquiry_are_not_one(desk: Any) -> None:
    def meaning(mode: str) -> float:
        common: dict[str, Any] = {"kind": Kind.JUSTICE, "mode": mode, "frame": mode}
        a = desk.report(f"a-{mode}", "La perquisition a eu lieu", "perquisition", **common)
        b = desk.report(f"b-{mode}", "Une audition a eu lieu", "audition", **common)
        parts = link(desk.record).why(a.id, b.id).parts
        return next(part.weight for part in parts if part.name == "meaning")

    assert meaning("investigate") < 0 < meaning("release")


@pytest.mark.parametrize(("noun", "one"), [("La tragédie", True), ("Une tragédie", False)])
def test_a_general_noun_further_down_means_what_was_told(desk: Any, noun: str, one: bool) -> None:
    wreck = desk.report("a", "Le naufrage du ferry a fait des morts", "naufrage", kind=Kind.ACCIDENT, mode="shipwreck")
    desk.report("a", "Le ministre est venu", "venu", kind=Kind.CONSULT, mode="visit")
    drama = desk.report("a", f"{noun} du ferry a ému le pays", "tragédie", kind=Kind.DISASTER)
    assert together(desk.record, wreck, drama) is one


def test_three_hundred_migrants_dead_are_three_hundred_dead(desk: Any) -> None:
    common: dict[str, Any] = {"kind": Kind.CASUALTY, "mode": "killed"}
    a = desk.report("a", "300 migrants ont péri en mer", "péri", counts=((300, "migrants"),), **common)
    b = desk.report("b", "le naufrage a fait 300 morts", "morts", counts=((300, "morts"),), **common)
    assert link(desk.record).why(a.id, b.id).vetoes == ()


def test_news_without_a_date_is_not_what_happened_weeks_before(desk: Any) -> None:
    kim = desk.actor("Kim Jong-un", country="PRK")
    common: dict[str, Any] = {"agents": (kim,), "frame": "rencontre"}
    a = desk.report("a", "la rencontre de Kim avec le ministre", "rencontre", when="../2025-06-18", **common)
    b = desk.report("b", "la rencontre de Kim", "rencontre", when="2025-04-02", words="le 2 avril", **common)
    c = desk.report("c", "la rencontre de Kim", "rencontre", when="2025-06-17", words="mardi", **common)
    weights = {other.id: link(desk.record).why(a.id, other.id).weight for other in (b, c)}
    assert weights[b.id] < weights[c.id]


def test_the_news_of_the_headline_is_not_what_happened_years_before(desk: Any) -> None:
    common: dict[str, Any] = {"kind": Kind.DISASTER, "mode": "eruption", "frame": "eruption"}
    news = desk.report("a", "Éruption du volcan : la ville épargnée", "Éruption", when="../2025-06-18", **common)
    text = "comme lors de la dernière éruption du volcan, en 2007, qui avait ravagé la ville"
    former = desk.report("a", text, "éruption", when="2007", words="en 2007", **common)
    other = desk.report("b", "l'éruption du volcan, près de la ville", "éruption", when="../2025-06-18", **common)
    assert not together(desk.record, news, former)
    assert not together(desk.record, other, former)
    assert "long before" in str(link(desk.record).why(news.id, former.id))


def test_an_attack_further_down_is_the_cyberattack_of_the_headline(desk: Any) -> None:
    hack: dict[str, Any] = {"kind": Kind.CRIME, "mode": "hack", "frame": "hack"}
    attack: dict[str, Any] = {"kind": Kind.ASSAULT, "mode": "attack", "frame": "attack"}
    a = desk.report("a", "La mairie visée par une cyberattaque", "cyberattaque", when="../2025-06-18", **hack)
    b = desk.report("a", "Personne n'a revendiqué cette attaque", "attaque", when="../2025-06-18", **attack)
    c = desk.report("a", "Une attaque en janvier, brève", "attaque", when="2025-01", words="en janvier", **attack)
    assert together(desk.record, a, b)
    assert not together(desk.record, a, c)


@pytest.mark.parametrize(
    ("symbol", "one"), [("date(_,11,18,1)", False), ("date(_,6,4)", True), ("vague(PAST_REF)", True)]
)
def test_a_day_without_a_year_is_in_its_own_month(desk: Any, symbol: str, one: bool) -> None:
    kim = desk.actor("Kim Jong-un", country="PRK")
    common: dict[str, Any] = {"agents": (kim,), "place": "Pyongyang", "country": "PRK", "frame": "rencontre"}
    text = "la rencontre de Kim Jong-un avec le ministre"
    a = desk.report("a", text, "rencontre", published=None, words="la rencontre", symbol=symbol, **common)
    b = desk.report("b", text, "rencontre", when="2025-06-04", words="la rencontre", **common)
    assert together(desk.record, a, b) is one


def test_a_whole_and_its_part_are_no_contradiction(desk: Any) -> None:
    counts = ((30, "blessés"), (5, "blessés"))
    desk.report(
        "a", "30 blessés dont cinq blessés graves", "blessés", kind=Kind.CASUALTY, frame="blessé", counts=counts
    )
    (event,) = link(desk.record).events
    assert [f.low for f in event.figures] == [30, 5]
    assert event.conflicts == ()


def test_a_part_given_by_two_is_one_figure(desk: Any) -> None:
    text = "L'accident de car de Rezé a fait 30 blessés dont cinq blessés graves"
    for outlet in ("a", "b"):
        desk.report(
            outlet, text, "blessés", kind=Kind.CASUALTY, frame="blessé", counts=((30, "blessés"), (5, "blessés"))
        )
    (event,) = link(desk.record).events
    assert [f.low for f in event.figures] == [30, 5]


def test_storms_that_bear_different_names_are_two(desk: Any) -> None:
    first = desk.report("a", "La tempête Ciaran a touché la Bretagne", "tempête", kind=Kind.DISASTER, mode="storm")
    other = desk.report(
        "a",
        "la tempête Domingos a touché la Bretagne",
        "tempête",
        kind=Kind.DISASTER,
        mode="storm",
        antecedent=first.id,
    )
    again = desk.report("b", "La tempête Ciaran a touché la Bretagne", "tempête", kind=Kind.DISASTER, mode="storm")
    assert not together(desk.record, first, other)
    assert not together(desk.record, again, other)


def test_the_only_two_deaths_of_an_article_are_likelier_one_than_two_of_many(desk: Any) -> None:
    deaths = [
        desk.report("a", text, "mort", kind=Kind.CASUALTY, mode="killed")
        for text in ("Un enfant est mort", "Sa mort a ému", "Un autre mort", "Un homme mort")
    ]
    of_two = Record(sources=desk.record.sources, actors=(), mentions=deaths[:2])
    few, many = link(of_two), link(desk.record)
    assert few.why(deaths[0].id, deaths[1].id).weight > many.why(deaths[0].id, deaths[1].id).weight


def deaths(desk: Any, outlet: str, count: int, **more: Any) -> Mention:
    text = f"la traversée a fait {count} morts"
    found: Mention = desk.report(
        outlet, text, "fait", kind=Kind.CASUALTY, frame="faire des morts", counts=((count, "morts"),), **more
    )
    return found


def test_the_deaths_of_half_a_year_are_not_those_of_one_day(desk: Any) -> None:
    a = deaths(desk, "a", 282, when="2025-01-01/2025-06-15", words="la traversée")
    b = deaths(desk, "b", 12, when="2025-06-12", words="la traversée")
    assert not together(desk.record, a, b)
    assert any("over months" in reason for reason in link(desk.record).why(a.id, b.id).vetoes)


@pytest.mark.parametrize(("count", "one"), [(70, True), (449, False)])
def test_an_open_number_agrees_with_one_of_its_size_only(count: int, one: bool) -> None:
    open_end = Count.of(Figure(low=60, high=None, qualifier=Qualifier.AT_LEAST, of="disparus", words="plus de 60"))
    exact = Count.of(Figure(low=count, high=count, qualifier=Qualifier.EXACT, of="disparus", words=str(count)))
    assert open_end.agrees(exact)
    assert open_end.near(exact) is exact.near(open_end) is one


@pytest.mark.parametrize(("later", "one"), [("2025-06-19", True), ("2025-10-20", False)])
def test_news_that_opens_articles_of_other_months_is_other_news(desk: Any, later: str, one: bool) -> None:
    army = desk.actor("armée", ActorKind.ARMED_FORCE, "BFA")
    mentions = []
    for outlet, day, told in (("a", "2025-06-18", "a visé un poste de l'armée"), ("b", later, "contre l'armée hier")):
        attack = {"kind": Kind.ASSAULT, "mode": "attack", "targets": (army,), "when": f"../{day}", "published": day}
        mentions.append(desk.report(outlet, f"une attaque {told}", "attaque", **attack))
        for verb in ("fouillé", "bouclé"):
            desk.report(outlet, f"l'armée a {verb} la zone de Belmont", verb, published=day, kind=Kind.OTHER)
    assert together(desk.record, *mentions) is one


def test_one_killing_may_be_told_as_a_murder_and_as_a_death(desk: Any) -> None:
    martin = desk.actor("Jean Martin")
    common: dict[str, Any] = {"targets": (martin,), "when": "2025-06-17", "words": "mardi"}
    a = desk.report("a", "mardi Jean Martin a été abattu à Nice", "abattu", kind=Kind.CRIME, mode="murder", **common)
    b = desk.report("b", "mardi Jean Martin est mort à Nice", "mort", kind=Kind.CASUALTY, mode="killed", **common)
    c = desk.report(
        "c", "un passant a volé mardi la montre de Jean Martin", "volé", kind=Kind.CRIME, mode="theft", **common
    )
    assert together(desk.record, a, b)
    assert not together(desk.record, b, c)


def test_one_article_tells_two_arrivals_of_two_days_running(desk: Any) -> None:
    common: dict[str, Any] = {"kind": Kind.OTHER, "mode": "travel", "place": "Katmandou", "country": "NPL"}
    first = desk.report("a", "un avion est arrivé mercredi", "arrivé", when="2025-06-17", words="un", **common)
    second = desk.report("a", "un avion est arrivé jeudi", "arrivé", when="2025-06-18", words="un", **common)
    elsewhere = desk.report("b", "un avion est arrivé jeudi", "arrivé", when="2025-06-18", words="un", **common)
    assert not together(desk.record, first, second)
    assert together(desk.record, second, elsewhere)


def test_an_article_that_names_two_storms_in_one_breath_tells_two(desk: Any) -> None:
    text = "Après la tempête Ciaran, la tempête Domingos a touché la Bretagne"
    common: dict[str, Any] = {"kind": Kind.DISASTER, "mode": "storm"}
    one = desk.report("a", text, "tempête", **common)
    desk.report("a", "la tempête Ciaran avait touché la Bretagne", "tempête", **common)
    other = desk.report("a", "la tempête Domingos a touché la Bretagne", "tempête", **common)
    assert not together(desk.record, one, other)


def test_one_victim_speaks_against_the_toll(desk: Any) -> None:
    common: dict[str, Any] = {"kind": Kind.CASUALTY, "mode": "killed"}
    toll = desk.report("a", "41 habitants sont morts", "morts", counts=((41, "habitants"),), **common)
    child = desk.report("b", "un enfant est mort", "mort", counts=((1, "enfant"),), **common)
    again = desk.report("c", "42 habitants sont morts", "morts", counts=((42, "habitants"),), **common)
    linkage = link(desk.record)
    assert "gives a toll" in str(linkage.why(toll.id, child.id))
    assert "gives a toll" not in str(linkage.why(toll.id, again.id))


def test_resignations_of_two_persons_are_two(desk: Any) -> None:
    office = {"kind": Kind.OFFICE, "mode": "resign", "frame": "resign", "when": "2025-06-12", "words": "Jeudi"}
    told = [
        desk.report(
            outlet, f"Jeudi, {name} a démissionné de son poste d'entraîneur", "démissionné", agents=(by,), **office
        )
        for outlet, name in (("a", "Marco Belli"), ("a", "René Courbier"), ("b", "Marco Belli"))
        for by in (desk.actor(name, ActorKind.PERSON),)
    ]
    assert not together(desk.record, told[0], told[1])
    assert together(desk.record, told[0], told[2])


def test_who_is_dismissed_and_who_follows_are_two(desk: Any) -> None:
    head = desk.actor("Anna Berg", country="NOR")
    common: dict[str, Any] = {"kind": Kind.OFFICE, "agents": (head,), "when": "2025-06-17", "words": "mardi"}
    text = "Anna Berg a {} mardi le directeur du port"
    a = desk.report("a", text.format("limogé"), "limogé", mode="dismiss", **common)
    b = desk.report("b", text.format("nommé"), "nommé", mode="appoint", **common)
    c = desk.report("c", text.format("renvoyé"), "renvoyé", mode="dismiss", **common)
    assert together(desk.record, a, c)
    assert not together(desk.record, a, b)
    assert link(desk.record).why(a.id, b.id).vetoes == (
        "one undoes what the other does (office/dismiss / office/appoint)",
    )


@pytest.mark.parametrize(("published", "status"), [("2025-06-18", Status.ONGOING), ("2025-06-20", Status.OCCURRED)])
def test_what_went_on_is_over_where_the_last_reports_do_not_say_that_it_goes_on(
    desk: Any, published: str, status: Status
) -> None:
    common: dict[str, Any] = {"kind": Kind.DISASTER, "mode": "flood", "place": "Brest", "country": "FRA"}
    text = "La crue de la rivière a touché mardi les quais de Brest"
    desk.report("a", text, "crue", status=Status.ONGOING, when="2025-06-17", words="mardi", **common)
    desk.report("b", text, "crue", published=published, when="2025-06-17", words="mardi", **common)
    [event] = link(desk.record).events
    assert event.status is status


@pytest.mark.parametrize(("mode", "status"), [("arrest", Status.OCCURRED), ("investigate", Status.ONGOING)])
def test_an_act_of_one_stroke_is_over_once_it_took_place(desk: Any, mode: str, status: Status) -> None:
    common: dict[str, Any] = {"kind": Kind.JUSTICE, "mode": mode, "place": "Brest", "country": "FRA"}
    text = "La garde à vue du notaire de Brest a débuté mardi"
    desk.report("a", text, "garde à vue", status=Status.ONGOING, when="2025-06-17", words="mardi", **common)
    desk.report("b", text, "garde à vue", when="2025-06-17", words="mardi", **common)
    [event] = link(desk.record).events
    assert event.status is status
