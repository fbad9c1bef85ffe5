"""EDTF strings say exactly what the days say: reading back what was written, and agreement with another reader."""

from __future__ import annotations

import functools
from typing import Any

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import EdtfError
from recoupe.model import When
from recoupe.testing import strategies


@given(strategies.whens())
def test_what_is_written_reads_back(when: When) -> None:
    """``at`` and ``words`` are not part of EDTF; an open interval cannot say whether it lasted."""
    again = When.from_edtf(when.edtf)
    assert (again.earliest, again.latest) == (when.earliest, when.latest)
    assert again.edtf == when.edtf or when.days is None
    if when.days is not None:
        assert again.lasting == when.lasting
    if not when.is_unknown:
        assert (again.approximate, again.uncertain) == (when.approximate, when.uncertain)


@given(st.text(max_size=30) | st.text(alphabet="0123456789-/.[]X?~%,", max_size=24))
def test_any_string_is_read_or_refused(text: str) -> None:
    try:
        when = When.from_edtf(text)
    except EdtfError as error:
        assert error.text == text
    else:
        assert When.from_edtf(when.edtf).edtf == when.edtf


@functools.cache
def _oracle(text: str) -> tuple[Any, Any]:
    parsed = edtf.parse_edtf(text)
    return parsed.lower_strict()[:3], parsed.upper_strict()[:3]


def _ours(text: str) -> tuple[Any, Any]:
    when = When.from_edtf(text)
    assert when.earliest is not None
    assert when.latest is not None
    first, last = when.earliest, when.latest
    return (first.year, first.month, first.day), (last.year, last.month, last.day)


@given(strategies.whens().filter(lambda when: when.days is not None))
def test_another_reader_understands_what_we_write(when: When) -> None:
    """The package `edtf`: it reads no qualifier inside a one-of set, and gives seasons days of its own."""
    text = when.edtf
    if "-2" in text[4:6] or ("/" in text and any(part[4:6] == "-2" for part in text.split("/"))):
        assert edtf.parse_edtf(text) is not None
        return
    if text.startswith("["):
        text = text.replace("~", "").replace("?", "").replace("%", "")
    assert _oracle(text) == _ours(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025", "2025-06", "2025-06-17", "2024-02-29", "0001-01-01", "9999-12-31", "202X", "20XX", "2025-06-17~",
        "2025-06?", "2025%", "2024-08/2025-06", "2025-06-14/2025-06-18", "[2025-06-01..2025-06-10]",
        "[2024,2026]", "2025-33", "2025-36", "2025-37", "2025-40", "2025-41",
    ],
)  # fmt: skip
def test_the_forms_of_the_specification(text: str) -> None:
    assert _ours(text) == _oracle(text)
