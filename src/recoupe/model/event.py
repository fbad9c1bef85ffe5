"""`Event`: the mentions that report one happening, and what they agree and disagree on. Derived, never the truth."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, final

import attrs

from recoupe.model.figure import Figure
from recoupe.model.kinds import Kind, Status
from recoupe.model.mention import Mention, Participant
from recoupe.model.place import Place
from recoupe.model.validation import as_tuple, is_a, items_are, reference, text
from recoupe.model.when import When


class Disagreement(StrEnum):
    """What a difference between mentions amounts to."""

    #: They cannot both be right.
    CONFLICT = "conflict"
    #: A later report replaces an earlier one (a toll that grows).
    REVISION = "revision"


@final
@attrs.frozen(kw_only=True)
class ConflictValue:
    """One of the values that stand against each other, and who gives it."""

    #: The value, as text.
    value: str = attrs.field(validator=text())
    #: The ids of the mentions that give it, sorted.
    mentions: tuple[str, ...] = attrs.field(converter=as_tuple, validator=items_are(str))
    #: Who the mentions say gives it: ids of identified actors, sorted; empty where the outlets say it themselves.
    speakers: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))


@final
@attrs.frozen(kw_only=True)
class Conflict:
    """A field on which mentions of one event differ, with every value; nothing is averaged."""

    #: The field: ``when``, ``figures``, ``places``, ``participants``, ``status`` or ``judgement``.
    field: str = attrs.field(validator=text())
    #: What the difference amounts to.
    nature: Disagreement = attrs.field(default=Disagreement.CONFLICT, validator=is_a(Disagreement))
    #: The values, in a fixed order (a series of revisions: in the order of publication).
    values: tuple[ConflictValue, ...] = attrs.field(converter=as_tuple, validator=items_are(ConflictValue))
    #: The rule that says so, as a sentence.
    reason: str | None = attrs.field(default=None, validator=text(optional=True))


@final
@attrs.frozen(kw_only=True, cache_hash=True)
class Event:
    """One happening, as its mentions report it."""

    #: Stable: it is the id of the event's defining mention, so that unrelated articles leave it alone.
    id: str = attrs.field(validator=reference("e"))
    #: Former ids, of events that fused into this one or that it was split from; sorted.
    aliases: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: The mentions, in their order.
    mentions: tuple[Mention, ...] = attrs.field(converter=as_tuple, validator=items_are(Mention))
    #: What happened.
    kind: Kind = attrs.field(validator=is_a(Kind))
    #: A refinement of the kind.
    mode: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Whether it happened, by the latest and firmest report.
    status: Status = attrs.field(validator=is_a(Status))
    #: A short readable line.
    title: str = attrs.field(validator=text())
    #: The days that all datings allow; where they contradict each other, the hull, and a conflict says so.
    when: When = attrs.field(factory=When, validator=is_a(When))
    #: Why `when` is what it is, in order, as sentences.
    when_reasons: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: Where, finest first.
    places: tuple[Place, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Place))
    #: Who took part (ids of identified actors), each actor and role once, sorted.
    participants: tuple[Participant, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are(Participant)
    )
    #: The numbers given: one range for each thing counted, or one for each of those who do not count alike.
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Figure))
    #: The ids of the sources that report it, sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: The names of their outlets, as far as they are known, sorted.
    outlets: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: The ends of the attribution chains: ids of identified actors, or of a source that reports on its own; sorted.
    origins: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: What its mentions disagree on.
    conflicts: tuple[Conflict, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Conflict))
    #: The ids of events that it is the plan or the execution of, sorted.
    related: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """By date, then by id: a total order."""
        return (self.when.sort_key, self.id)

    @property
    def actors(self) -> frozenset[str]:
        """The ids of all participants."""
        return frozenset(p.actor for p in self.participants)
