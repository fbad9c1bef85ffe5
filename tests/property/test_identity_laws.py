"""Laws of the identification of actors."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.linking.identity import identify
from recoupe.linking.likeness import likeness
from recoupe.model import Actor, ActorKind

NAMES = [
    "Sergueï Choïgou",
    "Sergei Shoigu",
    "Choïgou",
    "Shoigu",
    "Kim Jong-un",
    "Kim Jong Un",
    "Kim",
    "Kim Jong-il",
    "George W. Bush",
    "George H. W. Bush",
    "Bush",
    "ministère russe de la Défense",
    "ministère de la Défense",
    "KCNA",
    "Corée du Nord",
    "experts",
]


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    name = draw(st.sampled_from(NAMES))
    return Actor(
        name=name,
        kind=draw(st.sampled_from(ActorKind)),
        names=draw(st.frozensets(st.sampled_from(NAMES), max_size=2)),
        country=draw(st.sampled_from([None, "RUS", "PRK", "USA"])),
        scope=draw(st.sampled_from([None, None, None, "s-0123456789abcdef"])),
    )


@given(st.lists(actors(), max_size=8), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(given_: list[Actor], random: object) -> None:
    shuffled = [*given_, *given_[:2]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify(shuffled) == identify(given_)


@given(st.lists(actors(), max_size=8))
def test_nothing_is_lost_and_nothing_told_apart_is_joined(given_: list[Actor]) -> None:
    found = identify(given_)
    assert set(found.of) == {a.id for a in given_}
    assert set(found.of.values()) == {a.id for a in found.actors}
    for merged in found.actors:
        members = [a for a in {a.id: a for a in given_}.values() if found.of[a.id] == merged.id]
        assert merged.id in {m.id for m in members}
        assert merged.names >= frozenset(n for m in members for n in m.names)
        assert not any(likeness(a, b).apart for a in members for b in members if a.id != b.id)


@given(st.lists(actors(), max_size=6))
def test_likeness_is_symmetric(given_: list[Actor]) -> None:
    for a in given_:
        for b in given_:
            assert likeness(a, b) == likeness(b, a)
