"""docs/dates.md is true: its tables say what the library makes of their words, and no policy is missing."""

from __future__ import annotations

import datetime
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from recoupe.calendar import Resolution, Tense, from_notation, resolve
from recoupe.language.fr.times import Recognised, recognise, settle
from recoupe.model import When

PAGE = (Path(__file__).parents[2] / "docs" / "dates.md").read_text(encoding="utf-8")
#: The day on which the page reads its examples.
DAY = When.on(datetime.date(2025, 6, 18))
_TENSES = "|".join(Tense)
_ROW = re.compile(
    rf"^\| (?P<words>[^|]+) \| (?P<verb>{_TENSES})? ?\| (?P<days>nothing|`[^|`]+`) \| (?P<policy>[^|]+) \|$", re.M
)
_ROLE = re.compile(r"^\| `(?P<role>[a-z]+)` \| [^|]+ \| (?P<words>[^|]*\*\*[^|]+\*\*[^|]*) \|$", re.M)


def _marked(cell: str) -> tuple[tuple[Recognised, ...], int]:
    """The expressions of a cell's words, and which of them is printed in bold."""
    bold = re.search(r"\*\*(.+?)\*\*", cell)
    assert bold is not None, cell
    rows = recognise(cell.replace("**", ""))
    return rows, [row.span.text for row in rows].index(bold[1])


def _resolved(cell: str, verb: str | None) -> Resolution:
    if cell.startswith("`"):
        return resolve(from_notation(cell.strip("`")), DAY)
    rows, index = _marked(cell)
    symbols = settle(rows, {index: Tense(verb)} if verb else {})
    return resolve(symbols[index], DAY)


@pytest.mark.parametrize("row", list(_ROW.finditer(PAGE)), ids=lambda row: row["words"])
def test_a_row_says_what_the_library_says(row: re.Match[str]) -> None:
    resolution = _resolved(row["words"], row["verb"])
    days = "nothing" if resolution.when.is_unknown else f"`{resolution.when}`"
    assert (days, resolution.policy) == (row["days"], row["policy"])


def test_every_policy_has_an_example() -> None:
    """The sentence about an unknown publication stands in an example of its own."""
    policies = tomllib.loads((files("recoupe.calendar") / "policies.toml").read_text("utf-8"))
    shown = {row["policy"] for row in _ROW.finditer(PAGE)}
    for section, sentences in policies.items():
        for name, sentence in sentences.items():
            assert sentence in shown or name.endswith("_measured") or name == "no_anchor", f"{section}.{name}"
    assert policies["other"]["no_anchor"] in PAGE


def test_the_examples_of_roles_have_them() -> None:
    found = {row["role"]: _marked(row["words"]) for row in _ROLE.finditer(PAGE)}
    assert {role: rows[index].role.value for role, (rows, index) in found.items()} == {role: role for role in found}
    assert len(found) == 8
