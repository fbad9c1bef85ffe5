"""References: what a word further down in an article says of an event that the article told above."""

from __future__ import annotations

from recoupe.linking.determiners import Determiner
from recoupe.linking.naming import Outcome, told_as
from recoupe.linking.profile import OPENING, Profile


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
