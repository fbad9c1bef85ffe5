"""The shape of the timeline JSON, version 1, and the converter that reads and writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, final

import attrs

from recoupe.errors import InvalidValue
from recoupe.formats.conversion import Form, strict_converter
from recoupe.model import (
    Actor,
    ActorKind,
    Attribution,
    Conflict,
    ConflictValue,
    Event,
    Figure,
    Judgement,
    Mention,
    Participant,
    Place,
    Source,
    Span,
    TimeExpression,
    When,
)

#: What the key ``format`` says.
FORMAT = "recoupe.timeline"


@final
@attrs.frozen(kw_only=True)
class ActorEntry:
    """An identified actor, with the raw actors that it was made of."""

    #: The id of one of its members.
    id: str
    name: str
    kind: ActorKind
    names: frozenset[str]
    country: str | None
    titles: frozenset[str]
    wikidata: str | None
    scope: str | None
    #: The actors as the articles name them, sorted by id; left out where the only one is this entry itself.
    members: tuple[Actor, ...] = ()

    def __attrs_post_init__(self) -> None:
        ids = [member.id for member in self.raw]
        if self.id not in ids:
            raise InvalidValue("Actor", "id", self.id, f"what the content makes it: {' or '.join(ids)}")

    @property
    def raw(self) -> tuple[Actor, ...]:
        """The raw actors."""
        if self.members:
            return self.members
        fields = ("name", "kind", "names", "country", "titles", "wikidata", "scope")
        return (Actor(**{field: getattr(self, field) for field in fields}),)

    @classmethod
    def of(cls, actor: Actor, members: Sequence[Actor]) -> ActorEntry:
        """The entry of an identified actor."""
        fields = {field.name: getattr(actor, field.name) for field in attrs.fields(Actor)}
        alone = len(members) == 1 and members[0] == actor
        return cls(**fields, members=() if alone else tuple(sorted(members, key=lambda member: member.id)))


@final
@attrs.frozen(kw_only=True)
class Document:
    """The whole file."""

    format: str
    version: int
    sources: tuple[Source, ...]
    actors: tuple[ActorEntry, ...]
    events: tuple[Event, ...]
    #: Mentions that belong to no event, because their source was withdrawn, replaced, or held back.
    set_aside: tuple[Mention, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.format != FORMAT:
            raise InvalidValue("Timeline", "format", self.format, repr(FORMAT))


def _as_recorded(data: dict[str, Any]) -> dict[str, Any]:
    """A participant or speaker with the raw actor's id in the place of the identified one's."""
    raw = dict(data)
    if "as" in raw and isinstance(raw.get("actor"), str):
        raw["actor"] = raw.pop("as")
    return raw


_IDENTIFIED = Form(derived=("id",))
#: Reads and writes a `Document`.
CONVERTER = strict_converter(
    {
        When: Form(derived=("edtf",), optional=frozenset({"approximate", "uncertain", "words"})),
        Span: Form(),
        Place: Form(),
        Figure: Form(optional=frozenset({"attribution"})),
        TimeExpression: Form(),
        Participant: Form(optional=frozenset({"span"}), prepare=_as_recorded),
        Attribution: Form(optional=frozenset({"span"}), prepare=_as_recorded),
        ConflictValue: Form(optional=frozenset({"speakers"})),
        Conflict: Form(),
        Source: Form(derived=("id",), optional=frozenset({"embargoed", "embargo_ends"})),
        Actor: _IDENTIFIED,
        Mention: _IDENTIFIED,
        Judgement: _IDENTIFIED,
        Event: Form(),
        ActorEntry: Form(optional=frozenset({"members"})),
        Document: Form(optional=frozenset({"set_aside", "judgements"})),
    }
)
