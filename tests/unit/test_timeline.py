"""A timeline: a value that shows a record as its events."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs
import pytest

from recoupe.errors import InvalidValue, UnknownReference
from recoupe.linking.difference import Change
from recoupe.model import (
    Actor,
    ActorKind,
    Attribution,
    Figure,
    Kind,
    Mention,
    Participant,
    Place,
    PublishedBasis,
    Role,
    Source,
    Span,
    Status,
    TimeExpression,
    When,
)
from recoupe.model.identity import text_digest
from recoupe.timeline import Timeline

SHOIGU = Actor(name="Sergueï Choïgou", kind=ActorKind.PERSON, country="RUS")
KIM = Actor(name="Kim Jong-un", kind=ActorKind.PERSON, country="PRK")
TASS = Actor(name="Tass", kind=ActorKind.MEDIA, country="RUS")


def source(name: str, published: datetime.date | None = datetime.date(2025, 6, 18)) -> Source:
    return Source(
        location=f"{name}.txt",
        digest=text_digest(name),
        outlet=name,
        published=When.on(published) if published else None,
        published_basis=PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN,
    )


def meeting(
    told: Source, *, by: Actor | None = None, symbol: str | None = None, status: Status = Status.OCCURRED
) -> Mention:
    text = "Sergueï Choïgou a rencontré mardi Kim Jong-un à Pyongyang"
    return Mention(
        source=told.id,
        kind=Kind.CONSULT,
        status=status,
        when=When() if told.published is None else When.on(datetime.date(2025, 6, 17)),
        expression=TimeExpression(span=Span(start=28, end=33, text="mardi"), symbol=symbol),
        participants=(
            Participant(actor=SHOIGU.id, role=Role.AGENT),
            Participant(actor=KIM.id, role=Role.PATIENT),
        ),
        attribution=(Attribution(actor=by.id),) if by else (),
        trigger=Span(start=18, end=27, text="rencontré"),
        passage=Span(start=0, end=len(text), text=text),
        frame="rencontrer",
    )


A, B, C = source("A"), source("B"), source("C")


def timeline(*told: Mention) -> Timeline:
    return Timeline(sources=(A, B, C), actors=(SHOIGU, KIM, TASS), mentions=told)


def test_two_outlets_one_event() -> None:
    both = timeline(meeting(A), meeting(B))
    (event,) = both
    assert event.outlets == ("A", "B")
    assert event.origins == tuple(sorted((A.id, B.id)))
    assert both.corroborated() == (event,)
    assert len(both) == 1


def test_two_outlets_that_quote_one_agency_are_one_origin() -> None:
    both = timeline(meeting(A, by=TASS), meeting(B, by=TASS))
    (event,) = both.events
    assert event.origins == (TASS.id,)
    assert both.corroborated() == ()


def test_union_is_that_of_sets() -> None:
    a, b = timeline(meeting(A)), timeline(meeting(B))
    assert a | b == b | a
    assert (a | b).dumps() == timeline(meeting(A), meeting(B)).dumps()
    assert a | a == a
    assert a | Timeline() == a


def test_it_is_never_changed() -> None:
    value = timeline(meeting(A))
    with pytest.raises(AttributeError, match="never changed"):
        value.record = value.record


def test_what_was_written_is_read(tmp_path: Path) -> None:
    value = timeline(meeting(A), meeting(B))
    value.save(tmp_path / "t.json")
    assert Timeline.load(tmp_path / "t.json") == value
    assert Timeline.loads(value.dumps()).dumps() == value.dumps()
    assert Timeline.from_dict(value.to_dict()) == value


def test_looking() -> None:
    value = timeline(meeting(A))
    (event,) = value.events
    assert value.between(datetime.date(2025, 6, 17), None) == (event,)
    assert value.between(None, datetime.date(2025, 6, 16)) == ()
    assert value.involving("kim jong-un") == value.involving(KIM.id) == (event,)
    assert value.involving("Poutine") == ()
    assert value.of_kind("consult") == value.of_kind(Kind.CONSULT, Kind.AID) == (event,)
    assert value.event(event.id) is event
    with pytest.raises(UnknownReference):
        value.event("e-0000000000000000")


def test_without_a_source_its_mentions_are_gone() -> None:
    value = timeline(meeting(A), meeting(B)).without_source(B.id)
    assert [m.source for m in value.mentions] == [A.id]
    with pytest.raises(UnknownReference):
        value.without_source(B.id)


def test_an_editor_parts_what_the_score_joins() -> None:
    a, b = meeting(A), meeting(B)
    parted = timeline(a, b).judge(a.id, b.id, same=False, by="desk")
    assert len(parted) == 2
    assert "an editor judged" in str(parted.why(a.id, b.id))
    assert timeline(a, b).judge(a, b, same=False, by="desk") == parted
    assert str(parted.why(a, b)) == str(parted.why(a.id, b.id))
    assert len(Timeline.loads(parted.dumps()) | timeline(meeting(C))) == 2


def test_judgements_that_contradict_are_reported() -> None:
    a, b = meeting(A), meeting(B)
    value = timeline(a, b).judge(a.id, b.id, same=False).judge(b.id, a.id, same=True, by="night desk")
    (event,) = value.events
    assert [c.field for c in event.conflicts] == ["judgement"]


def test_former_ids_lead_to_the_event() -> None:
    alone = timeline(meeting(B)).events[0].id
    both = timeline(meeting(A), meeting(B))
    assert both.event(alone) == both.events[0]


def test_ids_lead_to_names() -> None:
    elsewhere = attrs.evolve(KIM, names=KIM.names | {"Kim Jong Un"})
    told = attrs.evolve(meeting(B), participants=(Participant(actor=elsewhere.id, role=Role.PATIENT),))
    both = Timeline(sources=(A, B), actors=(SHOIGU, KIM, TASS, elsewhere), mentions=(meeting(A, by=TASS), told))
    assert both.actor(KIM.id) == both.actor(elsewhere.id)
    assert {both.actor(p.actor).name for m in both.mentions for p in m.participants} == {SHOIGU.name, KIM.name}
    assert both.source(A.id).outlet == "A"
    for look_up in (both.actor, both.source):
        with pytest.raises(UnknownReference, match="a-0"):
            look_up("a-0")


def test_differences() -> None:
    before, after = timeline(meeting(A)), timeline(meeting(A), meeting(B))
    (change,) = before.diff(after)
    assert change.changes == (Change.SOURCE,)
    assert [c.changes for c in Timeline().diff(before)] == [(Change.NEW,)]
    assert [c.changes for c in before.diff(Timeline())] == [(Change.GONE,)]
    assert len(after.diff(after)) == 0


def test_a_revised_article_changes_events_and_makes_none_new() -> None:
    old = attrs.evolve(A, updated=When.on(datetime.date(2025, 6, 18)))
    new = attrs.evolve(A, digest=text_digest("new"), updated=When.on(datetime.date(2025, 6, 19)))
    before, same, other = (
        Timeline(sources=(old, text), actors=(SHOIGU, KIM), mentions=(meeting(old), mention))
        for text, mention in ((old, meeting(old)), (new, meeting(new)), (new, meeting(new, status=Status.PLANNED)))
    )
    assert [event.sources for event in same] == [(new.id,)]
    assert len(before.diff(same)) == 0
    assert [change.changes for change in before.diff(other)] == [(Change.STATUS,)]


def test_an_undated_article_is_dated_by_a_dated_one_and_says_why() -> None:
    undated = source("U", None)
    agreements = (Figure(low=12, high=12, of="accords", words="douze accords"),)
    there = (Place(name="Pyongyang", country="PRK", geonames=1871859),)
    told = (meeting(A), meeting(undated, symbol="weekday(2,past)"))
    value = Timeline(
        sources=(A, undated),
        actors=(SHOIGU, KIM),
        mentions=[attrs.evolve(m, figures=agreements, places=there) for m in told],
    )
    (event,) = value.events
    assert event.when.edtf == "2025-06-17"
    (inferred,) = [s for s in value.sources if s.id == undated.id]
    assert inferred.published_basis is PublishedBasis.INFERRED
    assert str(inferred.published) == "[2025-06-17..2025-06-23]"
    assert value.linkage.published[undated.id].reasons == (
        "“mardi” is 2025-06-17 in A: published from 2025-06-17 to 2025-06-23",
    )
    assert Timeline.loads(value.dumps()) == value


def test_a_withdrawn_source_stays_in_the_record_only() -> None:
    gone = Source(location="W.txt", digest=text_digest("W"), withdrawn=True)
    value = Timeline(sources=(gone,), actors=(SHOIGU, KIM), mentions=(meeting(gone),))
    assert value.events == ()
    assert len(value.mentions) == 1


def embargoed(ends: str | None) -> Source:
    return Source(location="E.txt", digest=text_digest("E"), embargoed=True, embargo_ends=ends)


@pytest.mark.parametrize(
    ("ends", "moment", "told"),
    [
        ("2025-06-18T06:00:00+02:00", "2025-06-18T03:59:59+00:00", False),
        ("2025-06-18T06:00:00+02:00", "2025-06-18T04:00:00+00:00", True),
        ("2025-06-18T06:00:00", "2025-06-18T06:00:00+02:00", False),
        ("2025-06-18T06:00:00", "2025-06-18T18:00:00+00:00", True),
        ("2025-06-18", "2025-06-19T11:59:00+00:00", False),
        ("2025-06-18", "2025-06-19T12:00:00+00:00", True),
        ("9999-12-31", "2099-01-01T00:00:00+00:00", False),
        (None, "2099-01-01T00:00:00+00:00", False),
    ],
)
def test_a_story_under_embargo_is_told_when_the_embargo_has_ended(ends: str | None, moment: str, told: bool) -> None:
    source = embargoed(ends)
    held = Timeline(sources=(source,), actors=(SHOIGU, KIM), mentions=(meeting(source),))
    later = held.as_of(datetime.datetime.fromisoformat(moment))
    assert held.events == ()
    assert len(held.mentions) == len(later.mentions) == 1
    assert len(later.events) == int(told)
    assert later.as_of(datetime.datetime.fromisoformat(moment)) == later
    assert later | held == held
    assert Timeline.loads(later.dumps()) == later
    assert Timeline.loads(held.dumps()) == held


def test_a_moment_has_a_time_zone() -> None:
    with pytest.raises(InvalidValue, match="time zone"):
        Timeline(sources=(embargoed(None),)).as_of(datetime.datetime(2025, 6, 18))


def test_a_revision_under_embargo_replaces_nothing_yet() -> None:
    old = attrs.evolve(A, updated=When.on(datetime.date(2025, 6, 18)))
    new = attrs.evolve(
        A,
        digest=text_digest("new"),
        updated=When.on(datetime.date(2025, 6, 19)),
        embargoed=True,
        embargo_ends="2025-06-20",
    )
    value = Timeline(sources=(old, new), actors=(SHOIGU, KIM), mentions=(meeting(old), meeting(new)))
    assert [event.sources for event in value] == [(old.id,)]
    later = value.as_of(datetime.datetime(2025, 6, 22, tzinfo=datetime.UTC))
    assert [event.sources for event in later] == [(new.id,)]


def test_it_shows_itself_in_a_notebook() -> None:
    shown = timeline(meeting(A))._repr_html_()
    assert shown.startswith("<table>")
    assert "2025-06-17" in shown


def test_a_timeline_that_grows_keeps_the_events_that_nothing_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Objects, not copies: events of other articles are not made again."""
    monkeypatch.setattr("recoupe.linking.rounds._WORTH_KEEPING", 1.0)
    first, second, other = source("A"), source("B"), source("C", datetime.date(2024, 1, 5))
    told = meeting(first)
    elsewhere = attrs.evolve(meeting(other), when=When.on(datetime.date(2024, 1, 4)))
    timeline = Timeline(sources=[first, other], actors=[SHOIGU, KIM], mentions=[told, elsewhere])
    before = {event.id: event for event in timeline}
    grown = timeline | Timeline(sources=[second], actors=[SHOIGU, KIM], mentions=[meeting(second)])
    kept = [event for event in grown if any(event is known for known in before.values())]
    assert [event.mentions for event in kept] == [(elsewhere,)]
    assert len(grown) == len(timeline) == 2
    assert grown.dumps() == Timeline.from_record(grown.record).dumps()
    assert grown.without_source(second.id).dumps() == timeline.dumps()
