"""Who does and who undergoes what a trigger names, as far as counting them goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from recoupe.extraction.dependencies import feature, finite, has_relative_subject, is_passive
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Token
from recoupe.model import Kind, Role

_NOBODY: frozenset[int] = frozenset()


@final
@attrs.frozen(eq=False)
class Argued:
    """A trigger with its arguments, told apart by what is done and to whom."""

    #: The trigger.
    trigger: Trigger
    #: The numbers of the tokens of those who act.
    acting: frozenset[int]
    #: The numbers of the tokens of those who undergo it.
    undergoing: frozenset[int]

    @classmethod
    def of(cls, trigger: Trigger, syntax: Syntax) -> Argued:
        """Reads the arguments in the parse; there may be none."""
        word = trigger.token
        if trigger.unit.nominal:
            complements = [t for by, t in syntax.obliques(word) if by == "de" and t.dep_ != "conj"]
            return cls(trigger, _NOBODY, frozenset([t.i for t in complements]))
        if word.pos_ == "ADJ" and word.dep_ in ("acl", "amod"):
            return cls(trigger, _NOBODY, frozenset({word.head.i}))  # a participle that the tagger took for an adjective
        subjects = _with_coordinated(word, syntax.subjects(word))
        if is_passive(word):
            return cls(trigger, frozenset([t.i for t in syntax.agents(word)]), subjects)
        objects = syntax.objects(word)
        undergoing = _introduced(trigger, syntax).union([t.i for t in objects])
        if _befalls_subject(trigger, objects):
            return cls(trigger, _NOBODY, undergoing | subjects)
        return cls(trigger, subjects, undergoing)

    def tells_of(self, tokens: set[int]) -> bool:
        """One of these tokens, given by their numbers, is an argument of it."""
        return not (tokens.isdisjoint(self.acting) and tokens.isdisjoint(self.undergoing))


def _with_coordinated(verb: Token, subjects: Sequence[Token]) -> frozenset[int]:
    """ "300 tonnes de fioul et 20 tonnes de diesel, qui se sont écoulées": a plural relative is said of both."""
    found = {t.i for t in subjects}
    if has_relative_subject(verb) and feature(finite(verb), "Number") == "Plur":
        found.update([c.i for t in subjects for c in t.conjuncts if c.i < verb.i])
    return frozenset(found)


def _introduced(trigger: Trigger, syntax: Syntax) -> frozenset[int]:
    """ "a coûté la vie à deux pompiers": whom a preposition makes the ones to whom it is done."""
    words = {word for word, role in trigger.unit.frame.roles.items() if role is Role.PATIENT} - {"subject", "object"}
    return frozenset([t.i for word, t in syntax.obliques(trigger.token) if word in words]) if words else _NOBODY


def _befalls_subject(trigger: Trigger, objects: Sequence[Token]) -> bool:
    """ "cinq personnes ont perdu la vie", "trois randonneurs sont morts"."""
    frame = trigger.unit.frame
    if frame.roles.get("subject") is Role.PATIENT:
        return True
    return frame.kind is Kind.CASUALTY and not objects and not trigger.tail
