"""References: how a word tells what was told before, further up in its article or in an article of days ago."""

from __future__ import annotations

from typing import Final

from recoupe.linking.determiners import Determiner
from recoupe.linking.naming import Outcome, told_as
from recoupe.linking.profile import OPENING, Profile

#: News of one article is known to the reader of another one so many days later.
KNOWN_AFTER: Final = 2


def reference_level(a: Profile, b: Profile) -> Outcome:
    """Whether the later of two mentions of one article points back, takes its event for known, or tells it anew.

    "Cette rencontre" and, after another word, "le drame" point back; "la vente" is one that was told, where a sale was;
    two verbs tell two happenings more often than not, least where the article opens with the first of them.
    """
    if a.source != b.source:
        return None
    later, other = (b, a) if a.start < b.start else (a, b)
    one_word = not a.stems.isdisjoint(b.stems)
    if not (one_word or a.kind is b.kind) and not told_as(a.naming, b.naming):
        return None
    if later.determiner is Determiner.DEMONSTRATIVE:
        return "this"
    if not one_word and later.refers and min(later.passages) != min(other.passages):
        return "back"
    if one_word and later.determiner.is_known:
        return "known"
    if later.determiner is not Determiner.NONE:
        return None
    return "retold" if 0 in other.passages else "taken_up" if other.given & OPENING else "anew"


def retelling_level(a: Profile, b: Profile) -> Outcome:
    """What the determiners say of mentions of two articles.

    What one opened with, one of some days later calls by a noun that takes it for known ("la démission de ..."); what
    the later one opens with as known is news of other days where the earlier one does not open with it; and "une
    explosion" is seldom what a verb tells elsewhere.
    """
    if a.source == b.source:
        return None
    later, other = (a, b) if published_after(a, b) else (b, a)
    if later.determiner.is_known and published_after(later, other):
        if other.given & OPENING:
            return "known"
        if later.given & OPENING:
            return "other_news"
    return "one" if {a.determiner, b.determiner} == {Determiner.NONE, Determiner.INDEFINITE} else None


def published_after(a: Profile, b: Profile) -> bool:
    """The article of the first was surely published some days after that of the other."""
    return a.story is not None and b.story is not None and a.story.first - b.story.last >= KNOWN_AFTER
