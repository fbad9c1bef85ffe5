"""What speaks for and against a word as the name of a happening, and what follows from the sum."""

from __future__ import annotations

from typing import final

import attrs


@final
@attrs.frozen(kw_only=True)
class Evidence:
    """One mark for or against, where it was found."""

    #: What was found.
    mark: str
    #: What it weighs.
    weight: int


@final
@attrs.frozen(kw_only=True)
class Weighing:
    """All marks of one word, and how many it takes."""

    #: The marks that apply.
    evidence: tuple[Evidence, ...] = ()
    #: The sum from which the word counts.
    threshold: int = 0
    #: Whether the word is known to name no happening here, whatever the sum.
    excluded: bool = False

    @property
    def total(self) -> int:
        """The sum of the weights."""
        return sum(e.weight for e in self.evidence)

    @property
    def counts(self) -> bool:
        """The word names a happening."""
        return not self.excluded and self.total >= self.threshold

    @property
    def shortfall(self) -> str | None:
        """Why a word that came close does not count, as a sentence; None for all others."""
        if self.counts or self.excluded or not 0 < self.total == self.threshold - 1:
            return None
        against = [e.mark for e in self.evidence if e.weight < 0]
        marks = [e.mark for e in self.evidence if e.weight > 0]
        sentence = f"may name a happening, but too little says so: {', '.join(marks)}"
        return sentence + (f"; against it: {', '.join(against)}" if against else "")
