"""Reports: what a record says that can be linked, and which articles are not as they were in another record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, final

import attrs

from recoupe.linking.editing import Editing, editing
from recoupe.linking.identity import Identities, identify
from recoupe.linking.standing import standing
from recoupe.model import Actor, ActorKind, Mention, Record, Source


@final
@attrs.frozen(kw_only=True, eq=False)
class Reports:
    """A record, ready to be linked."""

    record: Record
    #: All sources, by id.
    sources: Mapping[str, Source]
    #: The sources that count and report something, to their mentions by id.
    told: Mapping[str, Sequence[Mention]]
    #: The identified actors.
    identities: Identities
    #: Raw actor id to the identified actor.
    actors: Mapping[str, Actor]
    #: What editors said.
    editing: Editing

    @classmethod
    def of(cls, record: Record, former: Reports | None = None) -> Reports:
        """Read a record. Actors are not identified anew where `former` has the same."""
        counted = standing(record.sources)
        told: dict[str, list[Mention]] = {}
        for mention in record.mentions:
            if mention.source in counted:
                told.setdefault(mention.source, []).append(mention)
        if former is not None and former.record.actors == record.actors:
            identities, actors = former.identities, former.actors
        else:
            identities = identify(record.actors)
            merged = {actor.id: actor for actor in identities.actors}
            actors = {raw: merged[identified] for raw, identified in identities.of.items()}
        return cls(
            record=record,
            sources={s.id: s for s in record.sources},
            told=told,
            identities=identities,
            actors=actors,
            editing=editing(record.judgements, (m.id for m in record.mentions if m.source in counted)),
        )

    def differing(self, other: Reports) -> set[str]:
        """The articles of which linking reads something that it did not read in `other`, or no longer reads.

        An article is its source and mentions, what is known of the actors that it names, and the judgements on it.
        """
        out = {s for s, found in self.told.items() if other.told.get(s) != found} | (
            other.told.keys() - self.told.keys()
        )
        out |= {s for s in self.told if (o := other.sources.get(s)) is not self.sources[s] and o != self.sources[s]}
        changed = {raw for raw, actor in self.actors.items() if not _alike(other.actors.get(raw), actor)}
        if changed:
            for source, found in self.told.items():
                if any(not changed.isdisjoint(mention.referred) for mention in found):
                    out.add(source)
        judged = self.editing.differing(other.editing)
        if judged:
            out |= {s for told in (self.told, other.told) for s, found in told.items() for m in found if m.id in judged}
        return out


def _alike(a: Actor | None, b: Actor) -> bool:
    return a is b or (a is not None and _read(a) == _read(b))


def _read(actor: Actor) -> tuple[Any, ...]:
    """What linking reads of an identified actor. Other names and titles come with every further article, and only
    those of media are looked at, for credits."""
    names = actor.names if actor.kind is ActorKind.MEDIA else None
    return actor.id, actor.name, actor.kind, actor.country, actor.scope, names
