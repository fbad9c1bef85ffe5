"""How an article tells of a happening at one place; and what a noun does not show there: "la fermeture" has no tense.

Whether it took place is then what the article tells of it elsewhere. A headline stands before all that explains it, and
a definite noun may stand before the verb that tells of it, so the whole article is asked, not only what stands before.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.happenings.assertions import Assertion
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.gazetteer import key
from recoupe.model import Kind, Status

#: How many letters make one root.
_ROOT: Final = 5
_SHOWN: Final = (Status.PLANNED, Status.ONGOING, Status.OCCURRED)


@final
@attrs.frozen(kw_only=True, eq=False)
class Telling:
    """A trigger that names a happening, and how it is presented."""

    trigger: Trigger
    assertion: Assertion
    #: No word says whether it took place, and the reader is taken to know it, or reads it in a headline; or only the
    #: company that it keeps does.
    unshown: bool
    #: It is a noun that nothing dates, or a headline's present or participle, and no word says whether it took place.
    is_plain: bool
    #: The noun has a demonstrative and means what was told before: "cette visite".
    points_back: bool
    #: It is a noun for whatever of its kind was told: "la transaction".
    sums_up: bool
    #: The noun has a definite determiner, and no word shows its status.
    is_definite: bool

    @functools.cached_property
    def root(self) -> str:
        """See `root`; adjectives are none: "une visite historique" is "la visite"."""
        words = [t for t in self.trigger.words if t.pos_ != "ADJ" or t == self.trigger.token]
        return root(" ".join(t.text for t in words))

    @functools.cached_property
    def roots(self) -> frozenset[str]:
        """Those of all its words."""
        return frozenset(root(t.text) for t in self.trigger.words if t.pos_ in ("NOUN", "VERB"))

    @property
    def shows(self) -> bool:
        """It says whether what it names takes place, and that it does."""
        return not self.unshown and self.assertion.status in _SHOWN

    def with_status(self, status: Status, other: Telling) -> Telling:
        """It, with the status that another place of the article gives it."""
        reason = f"told elsewhere: « {other.trigger.token.text} »"
        return attrs.evolve(self, assertion=Assertion(status=status, reason=reason))

    def is_named_by(self, other: Telling) -> bool:
        """The other names it, by a word of its root: "fermera" of "la fermeture", "ont appelé à la grève" of "la
        grève"."""
        alike = self.trigger.unit.frame.kind is other.trigger.unit.frame.kind
        return self.root == other.root or (alike and self.root in other.roots)

    def is_same(self, other: Telling) -> bool:
        """Both may name one happening: they stand in the same frame or mode, or this one sums up the other."""
        a, b = self.trigger.unit.frame, other.trigger.unit.frame
        if a.kind is not b.kind or self.sums_up:
            return a.kind is b.kind
        return (a.mode is not None and a.mode == b.mode) or (a.name == b.name and not a.wide)


def settled(telling: Telling, among: Sequence[Telling]) -> Telling:
    """`telling`; a noun that shows no status is planned where the article tells of what it names, and only as a plan;
    it goes on where the article says anywhere that it does ("les incendies continuent", "la fumée des incendies").

    Words of its own root say that first ("fermera", "la fermeture"), else those of its frame. Where the article tells
    nothing else of it, or that it took place, the noun is taken to say so too.

    Args:
        telling: the one.
        among: those of the article that `shows`.
    """
    if not telling.is_plain:
        return telling
    own = [t for t in among if telling.is_named_by(t)]
    pointed = [t for t in among if telling.points_back and telling.is_same(t)]  # "avec ce voyage"
    still = next((t for t in (*own, *pointed) if t.assertion.status is Status.ONGOING), None)
    if still is not None:
        return telling.with_status(Status.ONGOING, still)
    if not telling.unshown:
        return telling
    if telling.assertion.leaning:
        done = next((t for t in own if t.assertion.status is not Status.PLANNED), None)
        return telling if done is None else telling.with_status(done.assertion.status, done)
    same = own or [t for t in among if telling.is_same(t)]
    befell = telling.trigger.unit.frame.kind is Kind.CASUALTY  # nobody plans it
    if not same or befell or any(t.assertion.status is not Status.PLANNED for t in same):
        return telling
    return telling.with_status(Status.PLANNED, same[0])


def root(words: str, letters: int = _ROOT) -> str:
    """The beginning of the longest of some words, by which a verb and a noun are one: "fermera", "la fermeture"."""
    return max(key(words).split(), key=len, default="")[:letters]
