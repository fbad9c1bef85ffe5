"""What each value refuses, and what it makes of what it is given."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from recoupe.errors import InvalidValue, UnknownReference
from recoupe.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Figure,
    Judgement,
    Kind,
    Mention,
    Participant,
    Place,
    PublishedBasis,
    Record,
    Role,
    Source,
    Span,
    When,
)
from recoupe.model.identity import content_id, text_digest

DIGEST = "0" * 16
SOURCE = Source(location="a.txt", digest=DIGEST)
ACTOR = Actor(name="Kim Jong-un", kind=ActorKind.PERSON)
TEXT = "Kim Jong-un a reçu une délégation."


def mention(**more: object) -> Mention:
    fields = {
        "source": SOURCE.id,
        "kind": Kind.CONSULT,
        "trigger": Span.of(TEXT, 14, 18),
        "passage": Span.of(TEXT, 0, 34),
    }
    return Mention(**(fields | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Span(start=-1, end=1, text="ab"), "text"),
        (lambda: Span(start=3, end=3, text=""), "text"),
        (lambda: Span(start=0, end=3, text="ab"), "text"),
        (lambda: Span(start=True, end=2, text="a"), "start"),
        (lambda: Place(name="  "), "name"),
        (lambda: Place(name="Koursk", country="ru"), "country"),
        (lambda: Place(name="Koursk", latitude=91.0), "latitude"),
        (lambda: Place(name="Koursk", longitude=float("nan")), "longitude"),
        (lambda: Figure(words="x"), "high"),
        (lambda: Figure(low=2, high=1, words="x"), "high"),
        (lambda: Figure(low=float("inf"), words="x"), "high"),
        (lambda: Figure(low=True, words="x"), "low"),
        (lambda: Figure(low=1, words=""), "words"),
        (lambda: Actor(name="", kind=ActorKind.PERSON), "name"),
        (lambda: Actor(name="x", kind="person"), "kind"),  # type: ignore[arg-type]
        (lambda: Actor(name="x", kind=ActorKind.PERSON, wikidata="423"), "wikidata"),
        (lambda: Actor(name="x", kind=ActorKind.PERSON, scope="a.txt"), "scope"),
        (lambda: Actor(name="x", kind=ActorKind.PERSON, names="Kim"), "items"),
        (lambda: Source(location="x", digest="short"), "digest"),
        (lambda: Source(location="x", digest=DIGEST, language="français"), "language"),
        (lambda: Source(location="x", digest=DIGEST, agencies="AFP"), "items"),
        (lambda: Source(location="x", digest=DIGEST, published="2025"), "published"),  # type: ignore[arg-type]
        (lambda: Block(kind=BlockKind.LEAD, start=3, end=3), "end"),
        (lambda: Article(source=SOURCE, text="abc", blocks=(Block(kind=BlockKind.LEAD, start=1, end=4),)), "blocks"),
        (lambda: mention(source="a.txt"), "source"),
        (lambda: mention(trigger=Span.of(TEXT, 0, 11), passage=Span.of(TEXT, 5, 20)), "passage"),
        (lambda: mention(participants=(ACTOR,)), "participants"),
        (lambda: Participant(actor=SOURCE.id, role=Role.AGENT), "actor"),
        (lambda: Judgement(first="m-" + "1" * 16, second="m-" + "0" * 16, same=True), "second"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(make: Callable[[], object], field: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        make()
    assert caught.value.field == field
    assert f".{field} cannot be" in str(caught.value)


def test_blocks_that_overlap_are_refused() -> None:
    one, two = (Block(kind=BlockKind.PARAGRAPH, start=start, end=start + 2) for start in (0, 1))
    with pytest.raises(InvalidValue, match="in order"):
        Article(source=SOURCE, text="abc", blocks=(one, two))


def test_values_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SOURCE.location = "b.txt"  # type: ignore[misc]


def test_an_actor_goes_by_its_own_name_too() -> None:
    assert ACTOR.names == {"Kim Jong-un"}
    assert ACTOR.is_named
    assert not Actor(name="des experts", kind=ActorKind.GROUP, scope=SOURCE.id).is_named


def test_a_number_has_one_form() -> None:
    assert Figure(low=4.0, words="4") == Figure(low=4, words="4")
    assert isinstance(Figure(low=4.0, words="4").low, int)


def test_ids_follow_from_content_alone() -> None:
    assert mention().id == mention().id
    assert mention().id != mention(mode="meet").id
    assert attrs.evolve(SOURCE, outlet="Le Matin").id == SOURCE.id
    assert attrs.evolve(SOURCE, digest="f" * 16).id != SOURCE.id
    reordered = Actor(name="x", kind=ActorKind.PERSON, names=frozenset(["b", "a"]))
    assert reordered.id == Actor(name="x", kind=ActorKind.PERSON, names=frozenset(["a", "b"])).id


def test_ids_are_the_same_for_ever() -> None:
    """Files name values by these ids: a change here breaks every timeline that was saved."""
    assert content_id("x", "é", 1, None, ("a",), frozenset("ba")) == "x-c959bbf75dc15023"
    assert text_digest("é") == "4a99557e4033c3539de2eb65472017cf"[:16]


def test_spans_quote_and_compare() -> None:
    word = Span.of(TEXT, 0, 11)
    assert word.text == "Kim Jong-un"
    assert word.overlaps(Span.of(TEXT, 10, 12))
    assert not word.overlaps(Span.of(TEXT, 11, 12))
    assert Span.of(TEXT, 0, 34).contains(word)
    assert sorted([Span.of(TEXT, 5, 6), word])[0] == word


def test_blocks_know_whether_they_report() -> None:
    assert Block(kind=BlockKind.HEADLINE, start=0, end=1).reports
    assert not Block(kind=BlockKind.CAPTION, start=0, end=1).reports
    article = Article(source=SOURCE, text=TEXT, blocks=[Block(kind=BlockKind.LEAD, start=0, end=3)])
    assert article.quote(article.blocks[0]).text == "Kim"


def test_a_record_refuses_references_to_nothing() -> None:
    with pytest.raises(UnknownReference) as caught:
        Record(mentions=[mention()])
    assert (caught.value.kind, caught.value.reference) == ("source", SOURCE.id)
    with pytest.raises(UnknownReference) as caught:
        Record(sources=[SOURCE], mentions=[mention(participants=[Participant(actor=ACTOR.id, role=Role.AGENT)])])
    assert caught.value.kind == "actor"


def test_a_stated_date_is_worth_more_than_a_given_one() -> None:
    """Of two readings of one article the better described source is kept, whatever the order."""
    given = attrs.evolve(SOURCE, published=When.from_edtf("2025-06"), published_basis=PublishedBasis.GIVEN)
    stated = attrs.evolve(SOURCE, published=When.from_edtf("2025-06-17"), published_basis=PublishedBasis.STATED)
    for order in ([SOURCE, given, stated], [stated, given, SOURCE]):
        assert Record(sources=order).sources == (stated,)


def test_words_that_do_not_count_do_not_depend_on_the_order_either() -> None:
    told = When(earliest=None, latest=None, words="mardi")
    plain, worded = (
        Record(sources=[attrs.evolve(SOURCE, published=when, published_basis=PublishedBasis.GIVEN)])
        for when in (When(), told)
    )
    (first,), (second,) = (plain | worded).sources, (worded | plain).sources
    assert first.published is not None and second.published is not None
    assert first.published.words == second.published.words


def test_a_judgement_is_the_same_in_either_order() -> None:
    a, b = "m-" + "a" * 16, "m-" + "b" * 16
    assert Judgement.between(b, a, same=True) == Judgement.between(a, b, same=True)
