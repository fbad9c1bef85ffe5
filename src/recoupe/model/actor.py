"""`Actor`: a person, organisation, state, armed force, group or media; known under many names."""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from recoupe.model.identity import content_id
from recoupe.model.validation import as_frozenset, country_code, is_a, items_are, matches, reference, text


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ARMED_FORCE = "armed force"
    GROUP = "group"
    MEDIA = "media"


@final
@attrs.frozen(kw_only=True, cache_hash=True)
class Actor:
    """Somebody who acts, is acted upon or speaks.

    An actor as *one article* names it and the same actor after names of several articles were identified have the same
    type; a timeline's `actors` are the identified ones, and say with `members` what they were made of.
    """

    #: The name to show: the fullest that is known.
    name: str = attrs.field(validator=text())
    #: What sort of actor it is.
    kind: ActorKind = attrs.field(validator=is_a(ActorKind))
    #: All names that it goes by, `name` included.
    names: frozenset[str] = attrs.field(factory=frozenset, converter=as_frozenset, validator=items_are(str))
    #: The country it belongs to (for a state, the state itself; ISO 3166-1 alpha-3).
    country: str | None = attrs.field(default=None, validator=country_code())
    #: Offices and descriptions given to it, sorted: "secrétaire du Conseil de sécurité russe".
    titles: frozenset[str] = attrs.field(factory=frozenset, converter=as_frozenset, validator=items_are(str))
    #: Wikidata id; None when no registry knows it.
    wikidata: str | None = attrs.field(default=None, validator=matches(r"Q[1-9]\d*", "a Wikidata id", optional=True))
    #: The one source within which the words have this meaning, for actors that have no name ("des experts", "un haut
    #: responsable russe"): such words alone never identify actors of two articles. None for named actors.
    scope: str | None = attrs.field(default=None, validator=reference("s", optional=True))
    #: Made from the content, so that equal actors of two machines have one id.
    id: str = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.name not in self.names:
            object.__setattr__(self, "names", self.names | {self.name})
        object.__setattr__(self, "id", content_id("a", self))

    def known_by(self, id: str) -> Actor:
        """The same values under the id of another: an actor made of several has the id of one of its members."""
        copy = attrs.evolve(self)
        object.__setattr__(copy, "id", id)
        return copy

    @property
    def is_named(self) -> bool:
        """It has a name of its own, by which other articles can mean it too."""
        return self.scope is None
