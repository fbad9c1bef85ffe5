"""What extraction costs beside the parser, counted in calls of our own functions: the same on every machine.

The time that it takes is measured by ``benchmarks/extraction.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

from recoupe.extraction.reader import extract_all
from recoupe.language.fr import French
from recoupe.parsers import read

TEXTS = sorted((Path(__file__).parents[2] / "gold" / "fr" / "tuned").glob("*.txt"))
#: Calls for each word of an article. A rule that is tried on each token adds one or more; one that first looks its word
#: up in a list adds a few hundredths.
MOST = 152


def test_a_word_costs_so_many_calls() -> None:
    articles = [read(path) for path in TEXTS]
    words = sum(len(article.text.split()) for article in articles)
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        """A comprehension and each step of a generator expression is a call in some versions of Python: not here."""
        nonlocal calls
        named = not frame.f_code.co_name.startswith("<")
        calls += event == "call" and named and frame.f_globals.get("__name__", "").startswith("recoupe.")

    language = French()
    for _ in range(2):  # at first, what is kept of words is looked up
        readings, calls = extract_all(articles, language), 0
        sys.setprofile(count)
        try:
            for _reading in readings:
                pass
        finally:
            sys.setprofile(None)
    assert calls / words <= MOST
