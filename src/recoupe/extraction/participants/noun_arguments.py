"""The arguments of nouns that name a happening, with the roles that the noun's frame gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

import attrs

from recoupe.extraction.actors.finding import ActorFinder
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.participants.noun_clauses import NounClauses
from recoupe.extraction.participants.noun_complements import NounComplements
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Frames, Words
from recoupe.language.tokens import Token
from recoupe.model import Role


@final
@attrs.frozen(kw_only=True, eq=False)
class NounArguments:
    """Finds the arguments of nouns."""

    #: What stands with the noun.
    complements: NounComplements
    #: What the clause around it says.
    clauses: NounClauses

    @classmethod
    def of_words(cls, actors: ActorFinder, syntax: Syntax, occurrence: Words, frames: Frames) -> NounArguments:
        """A reader with these words of a language."""
        complements = NounComplements(actors=actors, syntax=syntax, occurrence=occurrence, frames=frames)
        clauses = NounClauses(actors=actors, syntax=syntax, occurrence=occurrence, complements=complements)
        return cls(complements=complements, clauses=clauses)

    def of(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """The arguments with their roles: those that stand with the noun, then those that the clause around it has."""
        beside = list(self.complements.of(trigger))
        yield from beside
        # a possessive says whose it is, and leaves open who does it: "a annoncé sa fermeture"
        around = self.clauses.of(trigger, {role for role, token in beside if token.pos_ != "DET"})
        yield from ((role, token) for role, token in around if token not in trigger.tail)  # "un appel à témoins"
