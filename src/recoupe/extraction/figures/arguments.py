"""Who does and who undergoes what a trigger names, as far as counting them goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from recoupe.extraction.dependencies import is_passive
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Token
from recoupe.model import Kind, Role

#: The numbers of the tokens of those who act, and of those who undergo it.
Sides = tuple[frozenset[int], frozenset[int]]

_NOBODY: frozenset[int] = frozenset()


@final
@attrs.frozen(kw_only=True, eq=False)
class Arguments:
    """The arguments of triggers, told apart by what is done and to whom. Each trigger is read once."""

    #: Reads the parse.
    syntax: Syntax
    #: What was asked for already, by the number of the trigger's token.
    _found: dict[int, Sides] = attrs.field(factory=dict, init=False)

    def of(self, trigger: Trigger) -> Sides:
        """Those who act, and those who undergo it: the numbers of their tokens. Both may be empty."""
        found = self._found.get(trigger.token.i)
        if found is None:
            found = self._found[trigger.token.i] = self._of_noun(trigger) or self._of_verb(trigger)
        return found

    def _of_noun(self, trigger: Trigger) -> Sides | None:
        noun = trigger.token
        if trigger.unit.nominal:
            return _NOBODY, frozenset(
                t.i for word, t in self.syntax.obliques(noun) if word == "de" and t.dep_ != "conj"
            )
        if noun.pos_ == "ADJ" and noun.dep_ in ("acl", "amod"):
            return _NOBODY, frozenset({noun.head.i})  # a participle that the tagger took for an adjective
        return None

    def _of_verb(self, trigger: Trigger) -> Sides:
        verb = trigger.token
        subjects = frozenset(t.i for t in self.syntax.subjects(verb))
        if is_passive(verb):
            return frozenset(t.i for t in self.syntax.agents(verb)), subjects
        objects = self.syntax.objects(verb)
        undergoing = frozenset(t.i for t in objects) | self._introduced(trigger)
        if self._befalls_subject(trigger, objects):
            return _NOBODY, undergoing | subjects
        return subjects, undergoing

    def _introduced(self, trigger: Trigger) -> frozenset[int]:
        """ "a coûté la vie à deux pompiers": whom a preposition makes the ones to whom it is done."""
        words = [word for word, role in trigger.unit.frame.roles.items() if role is Role.PATIENT]
        if not set(words) - {"subject", "object"}:
            return _NOBODY
        return frozenset(t.i for word, t in self.syntax.obliques(trigger.token) if word in words)

    @staticmethod
    def _befalls_subject(trigger: Trigger, objects: Sequence[Token]) -> bool:
        """ "cinq personnes ont perdu la vie", "trois randonneurs sont morts"."""
        frame = trigger.unit.frame
        if frame.roles.get("subject") is Role.PATIENT:
            return True
        return frame.kind is Kind.CASUALTY and not objects and not trigger.tail
