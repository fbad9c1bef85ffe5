"""Law 1: a record is a set. Law 2: joining loses nothing."""

from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import PublishedBasis, Record, Source
from recoupe.testing import strategies

records = strategies.records(max_mentions=3)
batches = strategies.families(3)


@pytest.mark.law
@given(batches)
def test_union_is_commutative_and_associative(parts: tuple[Record, Record, Record]) -> None:
    a, b, c = parts
    assert a | b == b | a
    assert (a | b) | c == a | (b | c)


@given(records, records)
def test_union_of_records_that_share_nothing(a: Record, b: Record) -> None:
    assert a | b == b | a


@pytest.mark.law
@given(records)
def test_union_is_idempotent_and_the_empty_record_is_neutral(a: Record) -> None:
    assert a | a == a
    assert a | Record() == a == Record() | a


@pytest.mark.law
@given(records, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(a: Record, chance: random.Random) -> None:
    def shuffled(values: tuple[object, ...]) -> list[object]:
        twice = [*values, *values]
        chance.shuffle(twice)
        return twice

    parts = {field.name: shuffled(getattr(a, field.name)) for field in attrs.fields(Record)}
    again = Record(**parts)  # type: ignore[arg-type]
    assert again == a
    assert hash(again) == hash(a)


@pytest.mark.law
@given(batches)
def test_nothing_is_lost(parts: tuple[Record, Record, Record]) -> None:
    a, b, _ = parts
    joined = a | b
    assert set(joined.mentions) == {*a.mentions, *b.mentions}
    assert set(joined.actors) == {*a.actors, *b.actors}
    assert set(joined.judgements) == {*a.judgements, *b.judgements}
    assert {s.id for s in joined.sources} == {s.id for s in (*a.sources, *b.sources)}
    assert set(joined.sources) <= {*a.sources, *b.sources}


@given(strategies.sources())
def test_an_inferred_date_is_never_recorded(source: Source) -> None:
    [recorded] = Record(sources=[source]).sources
    inferred = source.published_basis is PublishedBasis.INFERRED
    assert recorded.published == (None if inferred else source.published)
    assert recorded.published_basis is (PublishedBasis.UNKNOWN if inferred else source.published_basis)


@given(records, st.data())
def test_of_two_descriptions_of_a_source_the_stronger_is_kept_in_every_order(a: Record, data: st.DataObject) -> None:
    """The same article, read once with and once without a list of sources."""
    if not a.sources:
        return
    source = data.draw(st.sampled_from(a.sources))
    other = attrs.evolve(source, outlet=data.draw(strategies.texts()), withdrawn=True)
    b = Record(sources=(other,))
    kept = {s.id: s for s in (a | b).sources}[source.id]
    assert kept == {s.id: s for s in (b | a).sources}[source.id]
    assert kept == max(source, other, key=lambda s: s.authority)
