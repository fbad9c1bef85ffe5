"""What the reading of arguments needs of the actors of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from recoupe.extraction.analysis import Part
from recoupe.language.tokens import Token
from recoupe.model import Actor, Span


class Resolved(Protocol):
    """An actor, and the words that name it."""

    @property
    def actor(self) -> Actor:
        """Who it is."""

    @property
    def span(self) -> Span:
        """The words."""


class ActorFinder(Protocol):
    """What the reading of roles needs of the actors of an article."""

    def resolve(self, part: Part, token: Token, *, acting: bool = False) -> Sequence[Resolved]:
        """The actors that a noun phrase or pronoun stands for; none where it is not an actor.

        `acting`: it is said to do something, so that a group is one even if it is only counted.
        """

    def generic(self, part: Part, token: Token) -> Actor | None:
        """The actor without a name that a noun describes, also where it only counts people."""
