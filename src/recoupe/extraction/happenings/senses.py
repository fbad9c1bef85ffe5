"""A word means in an article what it meant before: "le tir d'une fusée Ariane", then "le tir" alone.

After Gale, Church and Yarowsky, "One sense per discourse" (1992).
"""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.happenings.triggers import Trigger
from recoupe.language.lexicon import Frame


@final
@attrs.frozen(kw_only=True, eq=False)
class Senses:
    """The frames of an article's nouns where their surroundings told which was meant."""

    _frames: dict[str, Frame] = attrs.field(factory=dict, init=False)

    def settled(self, trigger: Trigger) -> Trigger:
        """`trigger`; a definite noun that nothing around it tells the sense of, in the frame that it had before."""
        lemma = trigger.token.lemma_.lower()
        before = self._frames.get(lemma)
        if before is None or not trigger.unit.nominal or _is_told(trigger):
            return trigger
        return attrs.evolve(trigger, unit=attrs.evolve(trigger.unit, frame=before))

    def note(self, trigger: Trigger) -> None:
        """Remember the frame of a noun that names a happening, if its surroundings told which."""
        if trigger.unit.nominal and _is_told(trigger):
            self._frames[trigger.token.lemma_.lower()] = trigger.unit.frame


def _is_told(trigger: Trigger) -> bool:
    """Its complements, or the other words of its phrase, say in which sense it is meant."""
    return bool(trigger.tail) or any(c.of_class is not None for c in trigger.unit.constraints)
