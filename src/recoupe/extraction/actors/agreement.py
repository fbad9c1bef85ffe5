"""Agreement: whether a pronoun or a noun of some gender and number may mean those who appear somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extraction.actors.appearance import Appearance
from recoupe.extraction.actors.cast import Member
from recoupe.model import ActorKind


def is_several(members: Sequence[Member]) -> bool:
    """They are more than one."""
    return len(members) > 1 or any(m.plural for m in members)


def gender_fits(member: Member, gender: str | None) -> bool:
    """Nothing says that it is of the other gender."""
    known = gender_of(member)
    return not gender or not known or gender == known


def agrees(seen: Appearance, gender: str | None, plural: bool) -> bool:
    """A word of this gender, in the plural or not, may mean those who appear there."""
    if is_several(seen.members) != plural:
        return False
    if plural:
        return gender != "feminine" or not _are_men(seen)
    if gender and seen.gender and not is_named_person(seen.members[0]):
        return seen.gender == gender
    return gender_fits(seen.members[0], gender)


def _are_men(seen: Appearance) -> bool:
    """ "les gilets jaunes", "Paul Roy et Luc Bar", whom "elles" does not mean."""
    return seen.gender == "masculine" or {gender_of(m) for m in seen.members} == {"masculine"}


def is_named_person(member: Member) -> bool:
    """A person with a name of its own."""
    return member.kind is ActorKind.PERSON and not member.scoped


def gender_of(member: Member) -> str | None:
    """The grammatical gender of a member, where it is known: of states by the ending of their names."""
    if member.kind is ActorKind.STATE:
        masculine = ("Mexique", "Mozambique", "Cambodge", "Zimbabwe", "Suriname", "Belize", "Costa Rica")
        return (
            "feminine"
            if member.name.split()[0].endswith(("e", "ine")) and member.name not in masculine
            else "masculine"
        )
    return member.gender
