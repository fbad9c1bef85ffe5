"""`Verdict`: why two mentions are, or are not, one event."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.linking.comparison import Part


@final
@attrs.frozen(kw_only=True)
class Verdict:
    """The answer of `Linkage.why`; printing it gives the parts and the verdict."""

    #: The ids of the two mentions.
    first: str
    second: str
    #: The words that name what they report.
    words: tuple[str, str]
    #: They are in one event.
    same: bool
    #: What each comparison adds, in the order of the table.
    parts: tuple[Part, ...]
    #: Reasons that rule one event out; empty when there are none.
    vetoes: tuple[str, ...]
    #: What decided, as a sentence.
    decided: str

    @property
    def weight(self) -> float:
        """The sum of the parts, log-odds: above 0 speaks for one happening."""
        return sum(part.weight for part in self.parts)

    def __str__(self) -> str:
        first, second = (f"« {words} » ({m})" for words, m in zip(self.words, (self.first, self.second), strict=True))
        lines = [f"{first} and {second}: {'one event' if self.same else 'two events'}"]
        lines += [f"  {part.weight:+5.1f}  {part.name}: {part.says}" for part in self.parts]
        lines += [f"  {self.weight:+5.1f}  sum"]
        lines += [f"  veto: {reason}" for reason in self.vetoes]
        return "\n".join([*lines, f"  {self.decided}"])
