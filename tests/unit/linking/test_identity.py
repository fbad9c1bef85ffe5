"""Which actors of several articles are one."""

from __future__ import annotations

import itertools

from recoupe.linking.identity import identify
from recoupe.model import Actor, ActorKind


def person(name: str, *names: str, country: str | None = None, titles: tuple[str, ...] = ()) -> Actor:
    return Actor(name=name, kind=ActorKind.PERSON, names=names, country=country, titles=titles)


def groups(actors: list[Actor]) -> set[frozenset[str]]:
    """The names that became one, for each identified actor."""
    found = identify(actors)
    return {frozenset(a.name for a in actors if found.of[a.id] == m.id) for m in found.actors}


def test_romanisations_are_one_person_and_brothers_are_two() -> None:
    found = groups(
        [
            person("Sergueï Choïgou"),
            person("Sergei Shoigu"),
            person("Kim Jong-un"),
            person("Kim Jong Un"),
            person("Kim Jong-il"),
        ]
    )
    assert found == {
        frozenset({"Sergueï Choïgou", "Sergei Shoigu"}),
        frozenset({"Kim Jong-un", "Kim Jong Un"}),
        frozenset({"Kim Jong-il"}),
    }


def test_a_surname_finds_its_bearer_only_if_there_is_one() -> None:
    assert frozenset({"Choïgou", "Sergei Shoigu"}) in groups([person("Choïgou"), person("Sergei Shoigu")])
    assert frozenset({"Kim"}) in groups([person("Kim"), person("Kim Jong-un"), person("Kim Jong-il")])


def test_a_firm_that_was_taken_for_a_surname_is_the_firm() -> None:
    firm = Actor(name="Crédanor", kind=ActorKind.ORGANISATION)
    longer = Actor(name="Crédanor Assurances", kind=ActorKind.ORGANISATION)
    found = identify([person("Crédanor"), firm])
    assert [actor.kind for actor in found.actors] == [ActorKind.ORGANISATION]
    for other in (person("Crédanor", titles=("maire",)), person("Luc Crédanor"), person("Rivaton")):
        assert len(identify([other, firm]).actors) == 2
    assert len(identify([person("Crédanor"), longer]).actors) == 2


def test_a_surname_that_is_a_firm_too_stays_open() -> None:
    surname, firm = person("Crédanor"), Actor(name="Crédanor", kind=ActorKind.ORGANISATION)
    of = identify([surname, firm, person("Luc Crédanor")]).of
    assert len({of[surname.id], of[firm.id]}) == 2


def test_a_surname_is_that_of_a_bearer_whom_a_registry_knows_unless_it_knows_the_surname_too() -> None:
    bearer = Actor(name="Sergei Shoigu", kind=ActorKind.PERSON, wikidata="Q1")
    for surname, one in (
        (person("Choïgou"), True),
        (Actor(name="Choïgou", kind=ActorKind.PERSON, wikidata="Q2"), False),
    ):
        found = identify([bearer, surname]).of
        assert (found[bearer.id] == found[surname.id]) is one


def test_other_offices_tell_a_surname_from_its_bearer() -> None:
    bearer = person("Jeanne Martin", titles=("procureure de Valence",))
    mayor, prosecutor = person("Martin", titles=("maire de Nyons",)), person("Martin", titles=("procureur",))
    assert groups([bearer, mayor]) == {frozenset({"Jeanne Martin"}), frozenset({"Martin"})}
    assert groups([bearer, prosecutor]) == {frozenset({"Jeanne Martin", "Martin"})}


def test_two_offices_of_one_country_may_be_one_persons() -> None:
    bearer = person("Sergueï Choïgou", country="RUS", titles=("ministre de la Défense",))
    later = person("Choïgou", country="RUS", titles=("secrétaire du Conseil de sécurité",))
    assert groups([bearer, later]) == {frozenset({"Sergueï Choïgou", "Choïgou"})}


def test_a_chain_of_alike_names_does_not_join_what_is_told_apart() -> None:
    found = groups([person("Bush"), person("George Bush"), person("George W. Bush"), person("George H. W. Bush")])
    assert not any({"George W. Bush", "George H. W. Bush"} <= g for g in found)


def test_countries_tell_apart() -> None:
    assert len(identify([person("Ali Hassan", country="IRQ"), person("Ali Hassan", country="EGY")]).actors) == 2


def test_states_are_one_by_their_code() -> None:
    a = Actor(name="Corée du Nord", kind=ActorKind.STATE, country="PRK", names={"Pyongyang"})
    b = Actor(name="Corée du Nord", kind=ActorKind.STATE, country="PRK")
    (merged,) = identify([a, b]).actors
    assert merged.name == "Corée du Nord"
    assert merged.names == {"Corée du Nord", "Pyongyang"}
    assert merged.id in {a.id, b.id}


def test_ministries_are_told_apart_by_country_and_joined_across_word_orders() -> None:
    ministry = ActorKind.ORGANISATION
    found = groups([
        Actor(name="ministère sud-coréen de la Défense", kind=ministry, country="KOR"),
        Actor(name="ministère de la Défense sud-coréen", kind=ministry, country="KOR"),
        Actor(name="ministère russe de la Défense", kind=ministry, country="RUS"),
    ])  # fmt: skip
    assert len(found) == 2


def test_words_without_a_name_never_join_articles() -> None:
    one, two = (Actor(name="experts", kind=ActorKind.GROUP, scope=f"s-{d * 16}") for d in "ab")
    assert len(identify([one, two]).actors) == 2


def test_order_and_repetition_do_not_matter() -> None:
    actors = [
        person("Choïgou"),
        person("Sergei Shoigu"),
        person("Sergueï Choïgou", country="RUS"),
        person("Kim"),
        person("Kim Jong-un"),
    ]
    expected = identify(actors)
    for order in itertools.permutations(actors):
        assert identify([*order, *order]) == expected


def test_an_unrelated_actor_changes_no_id() -> None:
    actors = [person("Sergei Shoigu"), person("Sergueï Choïgou"), person("Kim Jong-un")]
    before, after = identify(actors), identify([*actors, person("Marta Novak")])
    assert all(after.of[a.id] == before.of[a.id] for a in actors)


def test_merging_says_why() -> None:
    found = identify([person("Sergei Shoigu"), person("Sergueï Choïgou")])
    (reasons,) = found.reasons.values()
    assert reasons == ("Sergei Shoigu and Sergueï Choïgou: The same name in two spellings.",)


def test_nothing_gives_nothing() -> None:
    assert identify([]).actors == ()
