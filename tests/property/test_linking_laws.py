"""The laws of linking, on generated mentions that have much in common (DESIGN.md, laws 1, 2 and 7)."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import math
from collections.abc import Iterator
from typing import Any
from unittest import mock

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.linking import Linkage, comparison, link
from recoupe.linking.grouping import LEAST
from recoupe.linking.tables import kinds
from recoupe.linking.vetoes import reasons, vetoed
from recoupe.model import (
    Actor,
    ActorKind,
    Attribution,
    Event,
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
    Status,
    TimeExpression,
    When,
)
from recoupe.model.identity import text_digest
from recoupe.testing import strategies
from recoupe.timeline import Timeline

ACTORS = (
    Actor(name="Sergueï Choïgou", kind=ActorKind.PERSON, country="RUS"),
    Actor(name="Choïgou", kind=ActorKind.PERSON, country="RUS"),
    Actor(name="Kim Jong-un", kind=ActorKind.PERSON, country="PRK"),
    Actor(name="Russie", kind=ActorKind.STATE, country="RUS"),
    Actor(name="Corée du Nord", kind=ActorKind.STATE, country="PRK"),
    Actor(name="Tass", kind=ActorKind.MEDIA, country="RUS"),
    Actor(name="un responsable", kind=ActorKind.PERSON, country="RUS", scope="s-0123456789abcdef"),
)
DAYS = tuple(datetime.date(2025, 6, day) for day in (3, 16, 17, 18, 30))
WHENS = (
    When(),
    When.from_edtf("2025-06"),
    When.from_edtf("2025-06-17"),
    When.from_edtf("2025-06-18"),
    When.from_edtf("[2025-06-01..2025-06-10]"),
    When.from_edtf("../2025-06-18"),
    When.from_edtf("2025-06-17/.."),
)
SYMBOLS = (None, "weekday(2,past)", "month(_,6)", "date(_,6,17,2)", "month(2024,6)")
FIGURES = tuple(Figure(low=n, high=n, of=of, words=f"{n} {of}") for n in (1000, 5000) for of in ("sapeurs", "ouvriers"))
PLACES = (
    Place(name="Pyongyang", country="PRK", within=("Corée du Nord",)),
    Place(name="Koursk", country="RUS"),
    Place(name="Corée du Nord", country="PRK"),
)
TEXTS = ("La visite de Choïgou à Pyongyang", "Pyongyang va envoyer 1000 sapeurs à Koursk", "Une rencontre avec Kim")


@st.composite
def sources(draw: st.DrawFn, number: int) -> Source:
    day = draw(st.sampled_from((None, *DAYS)))
    return Source(
        location=f"{number}.txt",
        digest=text_digest(str(number)),
        outlet=draw(st.sampled_from((None, "A", "B"))),
        published=When.on(day) if day else None,
        published_basis=PublishedBasis.GIVEN if day else PublishedBasis.UNKNOWN,
        agencies=draw(st.sampled_from(((), ("AFP",)))),
    )


@st.composite
def mentions(draw: st.DrawFn, source: Source, number: int) -> Mention:
    text = draw(st.sampled_from(TEXTS))
    start, words = 100 * number, text.split()[1]
    at = start + text.index(words)
    who = st.sampled_from(ACTORS).map(lambda actor: actor.id)
    symbol = draw(st.sampled_from(SYMBOLS))
    dated = symbol is not None or draw(st.booleans())
    expression = TimeExpression(span=Span(start=start, end=start + 5, text="mardi"), symbol=symbol) if dated else None
    people = st.builds(Participant, actor=who, role=st.sampled_from(Role))
    said = st.builds(Attribution, actor=who)
    return Mention(
        source=source.id,
        kind=draw(st.sampled_from((Kind.CONSULT, Kind.MOBILIZE, Kind.AID, Kind.CASUALTY))),
        status=draw(st.sampled_from(Status)),
        when=draw(st.sampled_from(WHENS)),
        expression=expression,
        places=draw(st.lists(st.sampled_from(PLACES), max_size=1).map(tuple)),
        participants=draw(st.lists(people, max_size=3).map(tuple)),
        figures=draw(st.lists(st.sampled_from(FIGURES), max_size=2).map(tuple)),
        attribution=draw(st.lists(said, max_size=2).map(tuple)),
        trigger=Span(start=at, end=at + len(words), text=words),
        passage=Span(start=start, end=start + len(text), text=text),
        frame=draw(st.sampled_from((None, "visite", "envoyer"))),
        ordinal=draw(st.sampled_from((None, None, 1, 2))),
        contrast=draw(st.sampled_from((False, False, True))),
    )


@st.composite
def records(draw: st.DrawFn, most: int = 8, outlets: int = 4) -> Record:
    """Reports of a few happenings by a few outlets."""
    told = [draw(sources(n)) for n in range(draw(st.integers(1, outlets)))]
    found = [draw(mentions(draw(st.sampled_from(told)), n)) for n in range(draw(st.integers(0, most)))]
    judged: list[Judgement] = []
    ids = sorted({m.id for m in found})
    if len(ids) > 1:
        pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
        judging = st.builds(lambda pair, same: Judgement.between(pair[0], pair[1], same=same), pairs, st.booleans())
        judged = draw(st.lists(judging, max_size=2))
    return Record(sources=told, actors=ACTORS, mentions=found, judgements=judged)


def parts(record: Record) -> list[Record]:
    """The record in pieces, one for each source."""
    return [
        Record(sources=[s], actors=record.actors, mentions=[m for m in record.mentions if m.source == s.id])
        for s in record.sources
    ] + [Record(judgements=record.judgements)]


@pytest.mark.law
@given(records(), st.randoms(use_true_random=False))
def test_order_batches_and_repetition_change_no_byte(record: Record, chance: Any) -> None:
    """Law 1."""
    once = Timeline.from_record(record).dumps()
    pieces = parts(record) * 2
    chance.shuffle(pieces)
    timeline = Timeline()
    for piece in pieces:
        timeline = timeline | Timeline.from_record(piece)
        if chance.random() < 0.3:
            len(timeline.events)  # what was derived on the way must not matter
    assert timeline.dumps() == once


#: Limits so low that a handful of mentions meets them.
TIGHT: dict[str, dict[str, Any]] = {
    "parting": {"HEAVY_PAIRS": 1, "HEAVY_WITHOUT_ACTORS": 1, "NEIGHBOURLY": 3, "NEIGHBOURS": 1},
    "stories": {"COMMON_NAME": 2, "RARE_NAME": 1, "ENOUGH_MENTIONS": 1},
    "rounds": {"_WORTH_KEEPING": math.inf, "ENOUGH_MENTIONS": 1},
}


@contextlib.contextmanager
def limits(**limits: dict[str, Any]) -> Iterator[None]:
    """With other limits of the linking's modules."""
    with contextlib.ExitStack() as stack:
        for module, values in limits.items():
            stack.enter_context(mock.patch.multiple(f"recoupe.linking.{module}", **values))
        yield


@pytest.mark.law
@given(records(most=16, outlets=6), st.randoms(use_true_random=False), st.booleans())
def test_a_timeline_that_grew_is_the_one_that_was_made_at_once(record: Record, chance: Any, tight: bool) -> None:
    """Only what an article touches is linked anew; what comes out is the same, limits and dates included."""
    pieces = parts(record)
    chance.shuffle(pieces)
    grown = Record()
    with limits(**(TIGHT if tight else {"rounds": {"_WORTH_KEEPING": math.inf}})):
        former = link(grown)
        for piece in [*pieces, _retold(chance.choice(record.sources), chance)]:
            grown |= piece
            former = link(grown, former)
            assert _found(former) == _found(link(grown))


@pytest.mark.law
@given(records(), records())
def test_linking_starts_from_any_other_record(one: Record, other: Record) -> None:
    with limits(**TIGHT):
        assert _found(link(other, link(one))) == _found(link(other))


def _retold(source: Source, chance: Any) -> Record:
    """The source as another user describes it."""
    told = {"published": When.on(DAYS[1]), "published_basis": PublishedBasis.STATED}
    return Record(sources=[attrs.evolve(source, **chance.choice((told, {"withdrawn": True}, {"outlet": "C"})))])


@pytest.mark.law
@given(records(most=12))
def test_the_same_texts_elsewhere_make_the_same_events(record: Record) -> None:
    """Ties are broken by what the texts say, not by where they were read."""
    names = {s.id: attrs.evolve(s, location=f"elsewhere/{s.digest}.txt") for s in record.sources}
    moved = [attrs.evolve(m, source=names[m.source].id) for m in record.mentions]
    there = Record(sources=names.values(), actors=record.actors, mentions=moved)
    here = Record(sources=record.sources, actors=record.actors, mentions=record.mentions)
    assert _places(here) == _places(there)


def _places(record: Record) -> set[frozenset[tuple[str, int]]]:
    """The events, as the places of their mentions in the texts."""
    digests = {s.id: s.digest for s in record.sources}
    return {frozenset((digests[m.source], m.trigger.start) for m in e.mentions) for e in link(record).events}


def _found(linkage: Linkage) -> tuple[object, ...]:
    return linkage.events, linkage.actors, linkage.identity, linkage.published, linkage.limits


@pytest.mark.law
@given(records() | strategies.records())
def test_every_mention_that_counts_is_in_exactly_one_event(record: Record) -> None:
    """Law 2."""
    withdrawn = {s.id for s in record.sources if s.withdrawn or s.embargoed}
    told = [m.id for e in link(record).events for m in e.mentions]
    assert len(told) == len(set(told))
    assert set(told) <= {m.id for m in record.mentions if m.source not in withdrawn}
    if not any(s.updated or s.url for s in record.sources):
        places = [s.location for s in record.sources]
        if len(places) == len(set(places)):
            assert set(told) == {m.id for m in record.mentions if m.source not in withdrawn}


@pytest.mark.law
@given(records())
def test_what_an_event_says_is_what_its_mentions_say(record: Record) -> None:
    """Law 2: supported, and nothing lost; whoever has no name may be the one in the same role who has."""
    linkage = link(record)
    named = {actor.id for actor in linkage.actors if actor.is_named}
    for event in linkage.events:
        told = {(linkage.identity[p.actor], p.role) for m in event.mentions for p in m.participants}
        shown = {(p.actor, p.role) for p in event.participants}
        assert shown <= told
        assert {(actor, role) for actor, role in told - shown if actor in named} == set()
        assert {role for _, role in shown} == {role for _, role in told}
        for mention in event.mentions:
            inferred = mention.expression is None and mention.when.days is not None
            lasting = kinds().goes_on(event.kind, event.mode)
            assert event.when.overlaps(mention.when) or conflicts(event, "when") or inferred or lasting
            for figure in mention.figures:
                assert any(_holds(f, figure) for f in event.figures)
        assert event.kind in {m.kind for m in event.mentions}
        assert set(event.sources) == {m.source for m in event.mentions}
        assert event.origins


def conflicts(event: Event, field: str) -> bool:
    return any(c.field == field for c in event.conflicts)


def _holds(whole: Figure, part: Figure) -> bool:
    low = whole.low is None or (part.low is not None and whole.low <= part.low)
    high = whole.high is None or (part.high is not None and part.high <= whole.high)
    return low and high


@pytest.mark.law
@given(records())
def test_a_veto_between_two_members_holds_in_every_event_that_nobody_judged(record: Record) -> None:
    linkage = link(record)
    if record.judgements:
        return
    units = linkage.units
    for event in linkage.events:
        homes = sorted({units.home[m.id] for m in event.mentions})
        for a, b in itertools.combinations(homes, 2):
            assert list(reasons(units.profiles[a], units.profiles[b])) == []


@pytest.mark.law
@given(records())
def test_what_decides_quickly_decides_as_the_reasons_do(record: Record) -> None:
    """Of a pair only what is at hand is compared, and what is remembered of its words is not looked at again."""
    units = link(record).units
    single = [units.single(mention) for mention in units.home]
    for a, b in itertools.combinations(single, 2):
        total = math.fsum(part.weight for part in comparison.parts(a, b))
        assert math.isclose(comparison.score(a, b), total, abs_tol=1e-9)
        for least in (comparison.ZERO, LEAST):
            assert math.isclose(comparison.score(b, a, least), max(least, total), abs_tol=1e-9)
        assert vetoed(a, b) == vetoed(b, a) == bool(list(reasons(a, b)))


@pytest.mark.law
@given(records(), st.integers(0, 3))
def test_an_unrelated_article_changes_no_event(record: Record, number: int) -> None:
    """Law 7."""
    stranger = Actor(name="Fédération des apiculteurs de Moldavie", kind=ActorKind.ORGANISATION, country="MDA")
    source = Source(location="z.txt", digest=text_digest("z"), published=When.on(datetime.date(2012, 1, 1 + number)))
    text = "apiculteurs réunis"
    mention = Mention(
        source=source.id,
        kind=Kind.TRANSACTION,
        when=When.on(datetime.date(2011, 12, 30)),
        participants=(Participant(actor=stranger.id, role=Role.AGENT),),
        trigger=Span(start=12, end=18, text="réunis"),
        passage=Span(start=0, end=18, text=text),
    )
    more = record | Record(sources=[source], actors=[stranger], mentions=[mention])
    before, after = link(record).events, link(more).events
    assert [e for e in after if mention not in e.mentions] == list(before)


@pytest.mark.law
@given(records(), st.data())
def test_a_removed_source_leads_back_to_what_was(record: Record, data: st.DataObject) -> None:
    """Former ids: whatever some of the sources alone gave, an event or an alias of the whole still has the id."""
    kept = data.draw(st.sets(st.sampled_from([s.id for s in record.sources])))
    some = Record(
        sources=[s for s in record.sources if s.id in kept],
        actors=record.actors,
        mentions=[m for m in record.mentions if m.source in kept],
    )
    every = Record(sources=record.sources, actors=record.actors, mentions=record.mentions)
    whole = {m.id: e for e in link(every).events for m in e.mentions}
    for event in link(some).events:
        heirs = {whole[m.id].id for m in event.mentions}
        named = {i for m in event.mentions for i in (whole[m.id].id, *whole[m.id].aliases)}
        all_kept = {m.id for m in whole[event.mentions[0].id].mentions if m.source in kept}
        if len(heirs) == 1 and {m.id for m in event.mentions} >= all_kept:
            assert event.id in named


@pytest.mark.law
@given(records())
def test_the_verdict_agrees_with_the_events(record: Record) -> None:
    linkage = link(record)
    homes = {m.id: e.id for e in linkage.events for m in e.mentions}
    for a, b in itertools.combinations(sorted(homes), 2):
        verdict = linkage.why(a, b)
        assert verdict.same == (homes[a] == homes[b])
        assert str(verdict).count("\n") >= len(verdict.parts) + 1


@pytest.mark.law
@given(records())
def test_judgements_override_unless_they_contradict(record: Record) -> None:
    linkage = link(record)
    homes = {m.id: e for e in linkage.events for m in e.mentions}
    for judgement in record.judgements:
        first, second = homes.get(judgement.first), homes.get(judgement.second)
        if first is not None and second is not None:
            together = first.id == second.id
            assert together == judgement.same or conflicts(first, "judgement")
