"""EDTF (ISO 8601-2): what is read, as days, and what is refused."""

from __future__ import annotations

import pytest

from recoupe.errors import EdtfError
from recoupe.model import When


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-06-17", "2025-06-17", "2025-06-17"),
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-06-XX", "2025-06-01", "2025-06-30"),
        ("2025-21", "2025-03-20", "2025-06-20"),
        ("2025-24", "2025-12-21", "2026-03-20"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2024-08/2025-21", "2024-08-01", "2025-06-20"),
        ("2025-06-17/..", "2025-06-17", None),
        ("2025-06-17/", "2025-06-17", None),
        ("../2025-06", None, "2025-06-30"),
        ("/2025-06", None, "2025-06-30"),
        ("../..", None, None),
        ("[2025-06-01..2025-06-10]", "2025-06-01", "2025-06-10"),
        ("[2025-06-01,2025-06-10]", "2025-06-01", "2025-06-10"),
        ("[..2025-06]", None, "2025-06-30"),
        ("[2025-06..]", "2025-06-01", None),
        ("2025~", "2025-01-01", "2025-12-31"),
    ],
)
def test_as_days(text: str, earliest: str | None, latest: str | None) -> None:
    when = When.from_edtf(text)
    assert (when.earliest and when.earliest.isoformat()) == earliest
    assert (when.latest and when.latest.isoformat()) == latest


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2025-06", False, False), ("2025-06~", True, False), ("2025-06?", False, True), ("2025-06%", True, True)],
)
def test_qualifiers_are_kept(text: str, approximate: bool, uncertain: bool) -> None:
    when = When.from_edtf(text)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)
    assert when.edtf == text


def test_an_interval_lasts_and_a_set_does_not() -> None:
    assert When.from_edtf("2025-06-14/2025-06-18").lasting
    assert not When.from_edtf("[2025-06-14..2025-06-18]").lasting
    assert not When.from_edtf("2025-06").lasting
    assert When.from_edtf("2025-06/2025-06").edtf == "2025-06/2025-06"


@pytest.mark.parametrize(
    "text",
    [
        "2025-06-17", "2025-06", "2025", "202X", "20XX", "2025-22", "2024-24", "[2025-06-01..2025-06-10]",
        "2024-08/2025-21", "2025-06/..", "../2025-06", "../2025-06-20", "../..", "2024/2025",
        "[2024-12-31..2025-01-01]",
    ],
)  # fmt: skip
def test_the_short_form_is_written(text: str) -> None:
    assert When.from_edtf(text).edtf == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("17/06/2025", "an interval has two ends"),
        ("2025-6-17", "is not YYYY"),
        ("2025-02-30", "not a day of the calendar"),
        ("2025-13", "not a day of the calendar"),
        ("2025-21-01", "not a day of the calendar"),
        ("0000", "not a day of the calendar"),
        ("2025-06-18/2025-06-17", "it ends before it begins"),
        ("[2025-06-18..2025-06-17]", "it ends before it begins"),
        ("[]", "a member of the set is empty"),
        ("[..]", "a member of the set is empty"),
        ("2025-XX-17", "not a day of the calendar"),
        ("Y170000", "is not YYYY"),
        ("mardi", "is not YYYY"),
        ("２０２５", "is not YYYY"),
        ("2025-06-17T16:20", "is not YYYY"),
    ],
)
def test_what_is_refused_and_why(text: str, reason: str) -> None:
    with pytest.raises(EdtfError, match=reason) as caught:
        When.from_edtf(text)
    assert caught.value.text == text
