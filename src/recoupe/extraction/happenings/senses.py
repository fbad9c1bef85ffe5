"""A word means in an article what it meant before: "le tir d'une fusée Ariane", then "le tir" alone.

After Gale, Church and Yarowsky, "One sense per discourse" (1992).
"""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.language.lexicon import Frame, Strength, Unit
from recoupe.language.tokens import Token


@final
@attrs.frozen(kw_only=True, eq=False)
class Senses:
    """The frames of an article's nouns where their surroundings told which was meant."""

    _frames: dict[str, Frame] = attrs.field(factory=dict, init=False)
    #: The units of those that a single noun evoked, and of verbs with their object: "subir une perte".
    known: dict[str, Unit] = attrs.field(factory=dict, init=False)

    def settled(self, trigger: Trigger) -> Trigger:
        """`trigger`; a definite noun that nothing around it tells the sense of, in the frame that it had before."""
        lemma = trigger.token.lemma_.lower()
        before = self._frames.get(lemma)
        if before is None or not trigger.unit.nominal or _is_told(trigger):
            return trigger
        return attrs.evolve(trigger, unit=attrs.evolve(trigger.unit, frame=before))

    def recalled(self, part: Part, noun: Token, *, points: bool) -> Trigger | None:
        """A trigger for a noun that evokes nothing by itself, and did before, or did with its verb: "une perte de 3
        millions", "cette perte"; "a subi une perte". None for all others.

        Args:
            part: Where the noun stands.
            noun: The noun.
            points: It has a demonstrative. What completed a verb needs one: "a pris le pouvoir", "le pouvoir".
        """
        unit = self.known.get(noun.lemma_.lower())
        if unit is None or not (points or unit.nominal):
            return None
        bare = attrs.evolve(unit, nominal=True, tail=(), constraints=(), strength=Strength.NORMAL)
        return Trigger(part=part, token=noun, unit=bare)

    def note(self, trigger: Trigger) -> None:
        """Remember the frame of a noun that names a happening, if its surroundings told which."""
        if not trigger.unit.nominal and len(trigger.tail) == 1 and trigger.tail[0].dep_ == "obj":
            self.known[trigger.tail[0].lemma_.lower()] = trigger.unit
        if trigger.unit.nominal and _is_told(trigger):
            lemma = trigger.token.lemma_.lower()
            self._frames[lemma] = trigger.unit.frame
            if not trigger.tail:
                self.known[lemma] = trigger.unit


def _is_told(trigger: Trigger) -> bool:
    """Its complements, or the other words of its phrase, say in which sense it is meant."""
    return bool(trigger.tail) or any(c.of_class is not None for c in trigger.unit.constraints)
