"""A verb of harm tells of what did it: "la tempête a ravagé la côte" of the storm, "touché par l'attentat" of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from recoupe.extraction.dependencies import feature, is_passive
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Token
from recoupe.model import Kind

#: Verbs of these kinds ("frapper", "détruire") say that something did harm, and not what.
_HARM: Final = frozenset({Kind.DISASTER, Kind.ACCIDENT, Kind.ASSAULT, Kind.CRIME})
#: What does harm and is a happening itself.
_HARMFUL: Final = _HARM | {Kind.PROTEST}


def with_doers(triggers: Iterable[Trigger], syntax: Syntax) -> list[Trigger]:
    """The triggers of one part, verbs of harm in the sense of the happening that is their subject or agent.

    Cost: a look at the subjects of the verbs of harm.
    """
    found = list(triggers)
    named = {t.token: t for t in found if t.unit.nominal and t.unit.frame.kind in _HARMFUL}
    return [_meant(t, named, syntax) if named and _is_of_harm(t) else t for t in found]


def _is_of_harm(trigger: Trigger) -> bool:
    return not trigger.unit.nominal and trigger.unit.frame.kind in _HARM


def _meant(trigger: Trigger, named: Mapping[Token, Trigger], syntax: Syntax) -> Trigger:
    nouns = (_noun(doer, named, syntax) for doer in _doers(trigger.token, syntax))
    noun = next((noun for noun in nouns if noun is not None), None)
    if noun is None:
        return trigger
    frame = named[noun].unit.frame
    own = attrs.evolve(trigger.unit.frame, name=frame.name, kind=frame.kind, mode=frame.mode, wide=frame.wide)
    return attrs.evolve(trigger, unit=attrs.evolve(trigger.unit, frame=own))


def _doers(verb: Token, syntax: Syntax) -> list[Token]:
    """Who or what does it: the subject, or the agent of a passive."""
    if is_passive(verb):
        return [noun for word, noun in syntax.obliques(verb) if word == "par"]
    return list(syntax.subjects(verb))


def _noun(doer: Token, named: Mapping[Token, Trigger], syntax: Syntax) -> Token | None:
    """The noun that names the doer; of "celui", the nearest one before that agrees with it."""
    if doer in named or doer.lower_ not in syntax.words.of("pronouns", "standing"):
        return doer if doer in named else None
    before = (t for t in named if t.i < doer.i and t.sent == doer.sent)
    agreeing = (t for t in before if feature(doer, "Gender") in ("", feature(t, "Gender")))
    return max(agreeing, key=_place, default=None)


def _place(token: Token) -> int:
    return token.i
