"""What type checkers see of the public face. Checked by mypy, never run."""

from __future__ import annotations

from typing import Any, assert_type

import recoupe
from recoupe import Event, Mention, Reading, Record, Source, Timeline, When


def building() -> None:
    assert_type(recoupe.build(["a.txt"]), Timeline)
    assert_type(recoupe.read("a.txt"), recoupe.Article)
    assert_type(recoupe.extract(recoupe.read("a.txt")), Reading)


def looking(timeline: Timeline) -> None:
    assert_type(timeline.events, tuple[Event, ...])
    assert_type(timeline.mentions, tuple[Mention, ...])
    assert_type(timeline.sources, tuple[Source, ...])
    assert_type(timeline | timeline, Timeline)
    assert_type(next(iter(timeline)).when, When)
    assert_type(timeline.record | Record(), Record)
    assert_type(timeline.to_dict(), dict[str, Any])
    assert_type(Timeline.load("t.json"), Timeline)


def days(a: When, b: When) -> None:
    assert_type(a.intersection(b), When | None)
    assert_type(a.span(b), When)
    assert_type(a.edtf, str)
