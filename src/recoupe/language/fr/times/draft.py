"""What a rule makes of the words it matched, before the expressions of a text are joined to one another."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, final

import attrs

from recoupe.calendar import Lean, Measure, Symbol
from recoupe.language.fr.times.numbers import number
from recoupe.language.fr.times.tokens import Tokens
from recoupe.model import TimeRole


class Link(StrEnum):
    """Which day a symbol counts from."""

    #: None but the publication, or none at all.
    NONE = "none"
    #: The last day that the text mentioned.
    RUNNING = "running"
    #: The day that its own sentence mentions, before it or after it; else the last one mentioned.
    SENTENCE = "sentence"
    #: The day that its own sentence mentions, and no other.
    BESIDE = "beside"
    #: As `SENTENCE`, but the publication where the text names no day ("intervient deux jours après").
    HERE = "here"
    #: The day that the phrase behind it names: "au lendemain de l'attaque de dimanche".
    BEHIND = "behind"


@final
@attrs.frozen(kw_only=True)
class Draft:
    """An expression by itself; `Unknown` inside its symbol stands for the day that its link will give."""

    symbol: Symbol
    link: Link = Link.NONE
    #: What the words themselves say of their role; None where the words before them tell.
    role: TimeRole | None = None
    #: Tokens to leave out at the start or the end of the match.
    skip: int = 0
    drop: int = 0


@final
@attrs.frozen(kw_only=True)
class Found:
    """A rule's match on the classes of a text."""

    tokens: Tokens
    match: re.Match[str]

    def _span(self, group: str) -> tuple[int, int] | None:
        """Where the group took part, under one of the names that grammar.py numbers."""
        number = 1
        while (name := f"{group}__{number}") in self.match.re.groupindex:
            if self.match.start(name) >= 0 and self.match.end(name) > self.match.start(name):
                return self.match.span(name)
            number += 1
        return None

    def has(self, group: str) -> bool:
        """The group took part in the match."""
        return self._span(group) is not None

    def at(self, group: str) -> int:
        """The group's first token."""
        span = self._span(group)
        return self.match.start() if span is None else span[0]

    def value(self, group: str) -> Any:
        """The value of the group's first token; None where it took no part."""
        span = self._span(group)
        return None if span is None else self.tokens.values[span[0]]

    def words(self, group: str) -> str:
        """The words of a group; "" where it took no part."""
        span = self._span(group)
        return "" if span is None else self.tokens.text[self.tokens.starts[span[0]] : self.tokens.ends[span[1] - 1]]

    def before(self, count: int = 1) -> str:
        """The token so many places before the match, in lower case; "" where there is none."""
        return self.tokens.lower(self.match.start() - count)

    def after(self, count: int = 1) -> str:
        """The token so many places behind the match, in lower case; "" where there is none."""
        return self.tokens.lower(self.match.end() + count - 1)

    def lean(self) -> Lean:
        """What "dernier" or "prochain" says."""
        return Lean.LAST if self.has("last") else Lean.NEXT if self.has("next") else Lean.OPEN

    def count(self) -> tuple[int, Measure] | None:
        """The number of the groups `n`, `one`, `some` or `rough`, and its measure; None where there is no number."""
        measure = Measure(self.value("measure")) if self.has("measure") else Measure.EXACT
        if self.has("rough"):
            return int(self.value("rough")), measure if measure is not Measure.EXACT else Measure.ABOUT
        if self.has("some"):
            return 0, Measure.SOME
        if self.has("one"):
            return 1, measure
        if self.has("n"):
            found = number(self.words("n"))
            return None if found is None or found > 100_000 else (found, measure)
        return None
