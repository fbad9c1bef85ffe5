"""`Mention`: one article's report of one event, with the words it rests on. The atom of a timeline."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, final

import attrs

from recoupe.model.attribution import Attribution
from recoupe.model.expression import TimeExpression
from recoupe.model.figure import Figure
from recoupe.model.identity import content_id
from recoupe.model.kinds import Kind, Status
from recoupe.model.place import Place
from recoupe.model.span import Span
from recoupe.model.validation import as_tuple, is_a, items_are, reference, refuse, text
from recoupe.model.when import When


class Role(StrEnum):
    """What a participant does in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    OTHER = "other"


@final
@attrs.frozen(kw_only=True)
class Participant:
    """An actor in a role."""

    #: The actor's id.
    actor: str = attrs.field(validator=reference("a"))
    #: What it does.
    role: Role = attrs.field(validator=is_a(Role))
    #: The words that name it here; None where it is understood from the context, and in events.
    span: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))


@final
@attrs.frozen(kw_only=True, cache_hash=True)
class Mention:
    """One article's report of one event. Immutable; its id is made of its content."""

    #: The source's id.
    source: str = attrs.field(validator=reference("s"))
    #: What happened.
    kind: Kind = attrs.field(validator=is_a(Kind))
    #: A refinement of the kind, from the lexicon ("deploy", "meet"); None when it gives none.
    mode: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Whether it happened, is planned, is denied ...
    status: Status = attrs.field(default=Status.OCCURRED, validator=is_a(Status))
    #: The days within which it happened, as this article allows; unknown is ``When()``.
    when: When = attrs.field(factory=When, validator=is_a(When))
    #: The words that date it, kept as a symbol so that a better known anchor can narrow the days later.
    expression: TimeExpression | None = attrs.field(default=None, validator=is_a(TimeExpression, optional=True))
    #: Where it happened, finest first.
    places: tuple[Place, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Place))
    #: Who takes part, in the order of the text.
    participants: tuple[Participant, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are(Participant)
    )
    #: Numbers given for it.
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Figure))
    #: Who says so, nearest first: official, agency, outlet.
    attribution: tuple[Attribution, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Attribution))
    #: The words that name it.
    trigger: Span = attrs.field(validator=is_a(Span))
    #: The clause or sentence that reports it.
    passage: Span = attrs.field(validator=is_a(Span))
    #: A short line that reports it, made of the article's words, for titles; None where no clean one could be made.
    gist: str | None = attrs.field(default=None, validator=text(optional=True))
    #: The lexicon entry that recognised it ("envoyer"), so that outlets' different verbs can be compared.
    frame: str | None = attrs.field(default=None, validator=text(optional=True))
    #: Which of several like happenings the text says it is: 2 for "la deuxième visite"; None when it does not count.
    ordinal: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    #: The text sets it apart from another one of its kind ("une autre", "la nouvelle visite", "antérieure").
    contrast: bool = attrs.field(default=False, validator=is_a(bool))
    #: It points back to this mention of the same article ("cette rencontre"); None when it stands for itself.
    antecedent: str | None = attrs.field(default=None, validator=reference("m", optional=True))
    #: Why its values are what they are, as sentences for a reader: the date's policy, the place of a pronoun.
    reasons: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: Made from the content.
    id: str = attrs.field(init=False, repr=False)

    @passage.validator
    def _holds_the_trigger(self, attribute: attrs.Attribute[Any], value: Span) -> None:
        if not value.contains(self.trigger):
            raise refuse(self, attribute, value, "a passage that holds the trigger")

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("m", self))

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """By date, then by source and place in the text: a total order."""
        return (self.when.sort_key, self.source, self.trigger.start, self.trigger.end, self.id)

    @property
    def actors(self) -> frozenset[str]:
        """The ids of all its participants."""
        return frozenset(p.actor for p in self.participants)

    @property
    def referred(self) -> frozenset[str]:
        """The ids of all actors that it names: who takes part, who says so, and who gives each of its figures."""
        found = set(self.actors)
        for links in (self.attribution, *[figure.attribution for figure in self.figures]):
            for link in links:
                found.add(link.actor)
        return frozenset(found)
