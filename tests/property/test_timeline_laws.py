"""The laws of timelines: a set (1), nothing lost or made up (2), written and read back (3), stable ids (7)."""

from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe import Record, Source, Timeline
from recoupe.model import Event, Stance, Status
from recoupe.testing import strategies

records = strategies.records(max_mentions=4)
batches = strategies.families(3)


@pytest.mark.law
@given(batches, st.randoms(use_true_random=False))
def test_order_batches_and_repetition_change_no_byte(
    parts: tuple[Record, Record, Record], chance: random.Random
) -> None:
    a, b, c = map(Timeline.from_record, parts)
    expected = (a | b | c).dumps()
    again = [a, b, c, chance.choice([a, b, c])]
    chance.shuffle(again)
    joined = Timeline()
    for timeline in again:
        joined = joined | Timeline.loads(timeline.dumps())
    assert joined.dumps() == expected


@pytest.mark.law
@given(batches)
def test_union_is_that_of_sets(parts: tuple[Record, Record, Record]) -> None:
    a, b, c = map(Timeline.from_record, parts)
    assert a | b == b | a
    assert (a | b) | c == a | (b | c)
    assert a | a == a
    assert a | Timeline() == a
    assert hash(a | b) == hash(b | a)
    assert (a | b).events == (b | a).events


@pytest.mark.law
@given(strategies.timelines())
def test_what_is_written_comes_back(timeline: Timeline) -> None:
    text = timeline.dumps()
    again = Timeline.loads(text)
    assert again == timeline
    assert again.events == timeline.events
    assert again.dumps() == text


@pytest.mark.law
@given(records)
def test_every_mention_is_in_exactly_one_event_or_its_source_does_not_count(record: Record) -> None:
    timeline = Timeline.from_record(record)
    placed = [mention for event in timeline for mention in event.mentions]
    assert len(placed) == len(set(placed))
    assert set(placed) <= set(record.mentions)
    withdrawn = {source.id for source in record.sources if source.withdrawn or source.embargoed}
    left = set(record.mentions) - set(placed)
    places = [(source.id, source.url or source.location) for source in record.sources]
    replaced = {one for one, place in places for other, same_place in places if one != other and place == same_place}
    assert all(mention.source in withdrawn | replaced for mention in left)


@pytest.mark.law
@given(records)
def test_what_an_event_says_is_supported_by_its_mentions(record: Record) -> None:
    timeline = Timeline.from_record(record)
    identity = timeline.linkage.identity
    for event in timeline:
        roles = {(identity.get(p.actor, p.actor), p.role) for m in event.mentions for p in m.participants}
        assert {(p.actor, p.role) for p in event.participants} <= roles
        assert set(event.sources) == {mention.source for mention in event.mentions}
        assert event.kind in {mention.kind for mention in event.mentions}
        stances = {link.stance for mention in event.mentions for link in mention.attribution}
        denied = {Status.DENIED} if Stance.DENIES in stances else set()
        assert event.status in {mention.status for mention in event.mentions} | denied
        assert {place.name for place in event.places} <= {p.name for m in event.mentions for p in m.places}
        assert _bounds(event) <= {bound for m in event.mentions for f in m.figures for bound in (f.low, f.high)}


def _bounds(event: Event) -> set[float | None]:
    return {bound for figure in event.figures for bound in (figure.low, figure.high)}


@pytest.mark.law
@given(records, strategies.sources())
def test_a_source_without_mentions_changes_no_event(record: Record, source: Source) -> None:
    """Law 7: adding an unrelated article leaves every event as it is."""
    unrelated = attrs.evolve(source, location="unrelated/" + source.location, url=None, published=None, withdrawn=False)
    timeline = Timeline.from_record(record)
    more = timeline | Timeline(sources=[unrelated])
    assert {event.id for event in timeline} == {event.id for event in more}
    assert more.without_source(unrelated.id) == timeline


@given(batches)
def test_ids_of_events_grow_by_aliases_only(parts: tuple[Record, Record, Record]) -> None:
    """An event that fuses with another one is still found by its former id."""
    a, b, _ = map(Timeline.from_record, parts)
    joined = a | b
    known = {reference for event in joined for reference in (event.id, *event.aliases)}
    homes = {mention.id: event for event in joined for mention in event.mentions}
    for event in a:
        if all(mention.id in homes for mention in event.mentions):
            assert event.id in known
