"""Ids that last: an id that an event once had leads to it, whatever came since."""

from __future__ import annotations

from typing import Any

from recoupe.model import Judgement, Kind, Record
from recoupe.timeline import Timeline


def visit(
    desk: Any, outlet: str, published: str, text: str = "Le ministre s'est rendu mardi à Oslo", **more: Any
) -> Any:
    agents = (desk.actor("Paul Riviere", country="FRA"),)
    more = {"frame": "rendre", "when": "2025-06-17", "words": "mardi", **more}
    return desk.report(outlet, text, text.split()[3], published=published, agents=agents, place="Oslo", **more)


def test_an_event_keeps_its_id_when_later_reports_come(desk: Any) -> None:
    visit(desk, "A", "2025-06-18")
    (before,) = Timeline.from_record(desk.record)
    visit(desk, "B", "2025-06-19")
    (after,) = Timeline.from_record(desk.record)
    assert after.id == before.id


def test_an_earlier_report_gives_its_id_and_the_former_one_leads_to_it(desk: Any) -> None:
    visit(desk, "B", "2025-06-19")
    timeline = Timeline.from_record(desk.record)
    (before,) = timeline
    visit(desk, "A", "2025-06-18")
    grown = timeline | Timeline.from_record(desk.record)
    (after,) = grown
    assert before.id in after.aliases
    assert grown.event(before.id) is after


def test_events_of_one_article_that_fuse_keep_both_ids(desk: Any) -> None:
    """An editor binds what linking kept apart."""
    one = visit(desk, "A", "2025-06-18")
    other = visit(
        desk, "A", "2025-06-18", "La délégation a signé un accord", kind=Kind.AGREE, frame="signer", when="2025-05"
    )
    timeline = Timeline.from_record(desk.record)
    former = [e.id for e in timeline]
    assert len(former) == 2
    bound = timeline | Timeline.from_record(Record(judgements=(Judgement.between(one.id, other.id, same=True),)))
    (fused,) = bound
    assert {bound.event(i).id for i in former} == {fused.id}


def test_events_that_an_editor_parts_keep_theirs(desk: Any) -> None:
    one, other = visit(desk, "A", "2025-06-18"), visit(desk, "B", "2025-06-19")
    timeline = Timeline.from_record(desk.record)
    (before,) = timeline
    parted = timeline.judge(one.id, other.id, same=False)
    assert len(parted) == 2
    assert parted.event(before.id).mentions == (one,)
    assert {i for e in parted for i in (e.id, *e.aliases)} == {before.id, *before.aliases}
