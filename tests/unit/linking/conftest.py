"""Reports in few words, for the tests of linking."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from recoupe.model import (
    Actor,
    ActorKind,
    Attribution,
    Figure,
    Kind,
    Mention,
    Participant,
    Place,
    PublishedBasis,
    Qualifier,
    Record,
    Role,
    Source,
    Span,
    Status,
    TimeExpression,
    TimeRole,
    When,
)
from recoupe.model.identity import text_digest


class Desk:
    """Collects reports into a record; one source for each outlet."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []

    def source(self, outlet: str, published: str | None = "2025-06-18", **more: Any) -> Source:
        """The source of an outlet, made on first use."""
        day = datetime.date.fromisoformat(published) if published else None
        if outlet not in self.sources:
            self.sources[outlet] = Source(
                location=f"{outlet}.txt",
                digest=text_digest(outlet),
                outlet=outlet,
                published=When.on(day) if day else None,
                published_basis=PublishedBasis.GIVEN if day else PublishedBasis.UNKNOWN,
                **more,
            )
        return self.sources[outlet]

    def actor(self, name: str, kind: ActorKind = ActorKind.PERSON, country: str | None = None, **more: Any) -> str:
        """The id of an actor, made on first use."""
        actor = Actor(name=name, kind=kind, country=country, **more)
        self.actors[actor.id] = actor
        return actor.id

    def report(
        self,
        outlet: str,
        text: str,
        trigger: str,
        *,
        published: str | None = "2025-06-18",
        kind: Kind = Kind.CONSULT,
        status: Status = Status.OCCURRED,
        agents: tuple[str, ...] = (),
        targets: tuple[str, ...] = (),
        when: str | None = None,
        words: str | None = None,
        symbol: str | None = None,
        role: TimeRole = TimeRole.WITHIN,
        place: str | None = None,
        country: str | None = None,
        counts: tuple[tuple[float, str], ...] = (),
        qualifier: Qualifier = Qualifier.EXACT,
        said_by: tuple[str, ...] = (),
        frame: str | None = None,
        **more: Any,
    ) -> Mention:
        """A mention; `when` is EDTF, and stands in the text (is firm) where `words` are given."""
        start = 1000 * sum(m.source == self.source(outlet, published).id for m in self.mentions)
        at = start + text.index(trigger)
        parts = [(a, Role.AGENT) for a in agents] + [(a, Role.PATIENT) for a in targets]
        expression = None
        if words is not None:
            expression = TimeExpression(
                span=Span(start=start, end=start + len(words), text=words), symbol=symbol, role=role
            )
        mention = Mention(
            source=self.source(outlet, published).id,
            kind=kind,
            status=status,
            when=When.from_edtf(when) if when else When(),
            expression=expression,
            places=(Place(name=place, country=country),) if place else (),
            participants=tuple(Participant(actor=a, role=r) for a, r in parts),
            figures=tuple(
                Figure(
                    low=n,
                    high=None if qualifier is Qualifier.AT_LEAST else n,
                    qualifier=qualifier,
                    of=of,
                    words=f"{n:g} {of}",
                )
                for n, of in counts
            ),
            attribution=tuple(Attribution(actor=a) for a in said_by),
            trigger=Span(start=at, end=at + len(trigger), text=trigger),
            passage=Span(start=start, end=start + len(text), text=text),
            frame=frame,
            **more,
        )
        self.mentions.append(mention)
        return mention

    @property
    def record(self) -> Record:
        """Everything reported so far."""
        return Record(sources=self.sources.values(), actors=self.actors.values(), mentions=self.mentions)


@pytest.fixture
def desk() -> Desk:
    return Desk()
