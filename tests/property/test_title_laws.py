"""Titles of whatever was read: never empty, never longer than a headline, never cut within a phrase or a quotation."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recoupe
from recoupe.extraction.gists.clauses import LONGEST as LONGEST_GIST
from recoupe.linking.titles import LONGEST

_ROOT = Path(__file__).parents[2]
_ARTICLES = sorted((_ROOT / "seeds").iterdir()) + sorted((_ROOT / "tests/gold/fr/tuned").glob("*.txt"))
#: With these no line ends: what they lead up to is missing.
_DANGLING = frozenset(
    tomllib.loads(files("recoupe.language.fr").joinpath("headlines.toml").read_text(encoding="utf-8"))["dangling"][
        "words"
    ]
)
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))


def check_line(line: str, longest: int) -> None:
    """A line is whole."""
    assert 0 < len(line) <= longest
    assert line == " ".join(line.split())
    assert all(line.count(a) == line.count(b) for a, b in _PAIRS), line
    assert line.count('"') % 2 == 0, line
    assert not line[0].islower(), line


@functools.cache
def _reading(path: Path) -> recoupe.Reading:
    return recoupe.extract(recoupe.read(str(path)))


@pytest.mark.parametrize("path", _ARTICLES, ids=lambda path: path.stem)
def test_lines_of_articles_are_whole(path: Path) -> None:
    for mention in _reading(path).mentions:
        if mention.gist is not None:
            check_line(mention.gist, LONGEST_GIST)
            assert mention.gist.rpartition(" ")[2] not in _DANGLING, mention.gist


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(_ARTICLES), min_size=1, max_size=4, unique=True))
def test_titles_of_any_articles_are_whole(paths: list[Path]) -> None:
    readings = [_reading(path) for path in paths]
    timeline = recoupe.Timeline(
        sources=[r.article.source for r in readings],
        actors=[a for r in readings for a in r.actors],
        mentions=[m for r in readings for m in r.mentions],
    )
    for event in timeline.events:
        check_line(event.title, LONGEST)
