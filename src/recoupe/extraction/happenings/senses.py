"""A word means in an article what it meant before: "le tir d'une fusée Ariane", then "le tir" alone; some mean whatever
was told last: "cet événement".

After Gale, Church and Yarowsky, "One sense per discourse" (1992).
"""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.language.lexicon import Frame, Strength, Unit
from recoupe.language.tokens import Token
from recoupe.model import Kind

#: Characters of an empty line between two paragraphs.
_BREAK: Final = 4
#: What somebody says is no event that another sentence speaks of as one.
_SAID: Final = frozenset({Kind.STATEMENT, Kind.ACCUSE, Kind.SUPPORT, Kind.REQUEST, Kind.REJECT, Kind.INDICATOR})


@final
@attrs.frozen(kw_only=True, eq=False)
class Senses:
    """The frames of an article's nouns where their surroundings told which was meant."""

    _frames: dict[str, Frame] = attrs.field(factory=dict, init=False)
    #: The units of those that a single noun evoked, and of verbs with their object: "subir une perte".
    known: dict[str, Unit] = attrs.field(factory=dict, init=False)
    #: What the last sentence that told something told in the first place, and what the one before it did.
    _last: list[Trigger] = attrs.field(factory=list, init=False)

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

    def summed_up(self, part: Part, noun: Token) -> Trigger | None:
        """A trigger for a noun that stands for whatever was told ("cet événement"): in the frame of what the last
        sentence, that before it, told in the first place. None where that told nothing."""
        before = next((t for t in reversed(self._last) if t.token.sent != noun.sent or t.part is not part), None)
        if before is None or not _is_next(before, part, noun):
            return None
        unit = Unit(frame=before.unit.frame, head=noun.lemma_.lower(), nominal=True)
        return Trigger(part=part, token=noun, unit=unit)

    def note(self, trigger: Trigger) -> None:
        """Remember the frame of a noun that names a happening, if its surroundings told which; and what was told."""
        self._note_last(trigger)
        if not trigger.unit.nominal and len(trigger.tail) == 1 and trigger.tail[0].dep_ == "obj":
            self.known[trigger.tail[0].lemma_.lower()] = trigger.unit
        if trigger.unit.nominal and _is_told(trigger):
            lemma = trigger.token.lemma_.lower()
            self._frames[lemma] = trigger.unit.frame
            if not trigger.tail:
                self.known[lemma] = trigger.unit

    def _note_last(self, trigger: Trigger) -> None:
        if trigger.unit.frame.kind in _SAID:
            return
        last = self._last[-1] if self._last else None
        if last is None or last.part is not trigger.part or last.token.sent != trigger.token.sent:
            self._last[:] = [*self._last[-1:], trigger]
        elif not _is_main(last.token) and _is_main(trigger.token):
            self._last[-1] = trigger


def _is_next(before: Trigger, part: Part, noun: Token) -> bool:
    """The noun's sentence is that behind the one of the trigger, also across the end of a paragraph."""
    end = before.token.sent.end
    if before.part is part:
        return end == noun.sent.start
    return end == len(before.part.doc) and noun.sent.start == 0 and part.block.start - before.part.block.end <= _BREAK


def _is_main(token: Token) -> bool:
    """The verb of its sentence, or a noun that this has beside it: "a été agressé", "a mené un RAID"."""
    return token.dep_ == "ROOT" or (token.pos_ == "NOUN" and token.head.dep_ == "ROOT")


def _is_told(trigger: Trigger) -> bool:
    """Its complements, or the other words of its phrase, say in which sense it is meant."""
    return bool(trigger.tail) or any(c.of_class is not None for c in trigger.unit.constraints)
