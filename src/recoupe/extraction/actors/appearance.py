"""One place of an article where members of its cast appear, and as what."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.actors.cast import Member
from recoupe.model import ActorKind


@final
@attrs.frozen(kw_only=True, eq=False)
class Appearance:
    """Members of the cast at one place of the article."""

    #: Where: number of the part, first token, end.
    part: int
    start: int
    end: int
    #: Number of the sentence, counted through the article.
    sentence: int
    members: tuple[Member, ...]
    #: It is the subject of its clause.
    subject: bool
    #: They only say what is told: "selon X", "a indiqué X".
    speaks: bool = False
    #: Something is done to them: they are an object, or the subject of a passive.
    undergoes: bool = False
    #: They are arrested, tried or removed from office, and so seldom the victims of anything told.
    held: bool = False
    #: They are killed, wounded, robbed or threatened, and so seldom the suspects of what is told.
    harmed: bool = False
    #: Of the noun that stands for them ("le gouvernement algérien"); None where a name does, and of persons where the
    #: noun does not show it.
    gender: str | None = None
    #: They are what somebody else is or becomes: "il devient le chef du parti".
    predicate: bool = False
    #: Their sentence opens with them.
    opens: bool = False
    #: They stand behind "à", "en" or "dans": where something happens, if they may be a place.
    within: bool = False

    @property
    def is_place(self) -> bool:
        """States in which something happens: "elle est partie en Algérie" goes on about her; and a name that may as
        well be that of a village: "le feu s'est déclaré à Bizanet. Il"."""
        return self.within and all(m.kind is ActorKind.STATE or _may_be_village(m) for m in self.members)

    @property
    def is_passing(self) -> bool:
        """A group without a name that is only counted or acted upon: nobody goes on to speak of it as "ils"."""
        return not self.subject and all(m.scoped for m in self.members)

    @property
    def is_cited(self) -> bool:
        """Outlets that only tell of what happened."""
        return (self.speaks or not self.subject) and all(m.kind is ActorKind.MEDIA for m in self.members)


def _may_be_village(member: Member) -> bool:
    """One word, with which somebody is named once of whom nothing says that it is a person."""
    alone = member.kind is ActorKind.PERSON and not member.scoped and " " not in member.name
    return alone and member.times == 1 and not member.titles and member.gender is None
