"""Timing: how the days of two profiles lie to each other, be they dated by their texts or bounded by their reports."""

from __future__ import annotations

from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.naming import HAPPENS, Outcome, planned
from recoupe.linking.profile import MONTH, Profile
from recoupe.linking.tables import kinds
from recoupe.model import Status

#: Dates that span no more than this many days name "the same few days".
FEW_DAYS = 10
#: News without a date is no older than this many days, as a rule.
RECENT = 5
#: Dates that span no more than this many days name "a month or so".
ABOUT_A_MONTH = 62
#: Levels at which one is surely long before the other, whether or not the texts date both.
LONG_BEFORE = frozenset({"apart", "reported_apart"})


def still_going_on(a: Profile, b: Profile) -> bool:
    """The earlier of two goes on by its report, and the later came to pass, or goes on, within a month of it: "la grève
    a commencé lundi", "la grève se poursuivait jeudi"."""
    earlier, later = (a, b) if a.last < b.first else (b, a)
    if earlier.status is not Status.ONGOING or later.status not in HAPPENS or later.first - earlier.last > MONTH:
        return False
    return kinds().momentary.isdisjoint(a.acts | b.acts)


def when_level(a: Profile, b: Profile) -> Outcome:
    """Whether their days meet, how closely both are dated, or how far they lie apart."""
    if not (a.shown and b.shown) and planned(a.naming, b.naming):
        return None  # a noun without a date does not tell when a plan came to pass
    if a.period is not b.period:
        return "period"
    first = a.first if a.first > b.first else b.first
    last = a.last if a.last < b.last else b.last
    if first > last:
        return "near" if first - last == 1 else "going_on" if still_going_on(a, b) else "apart"
    if first == OPEN_START or last == OPEN_END or OPEN_START in (a.first, b.first) or OPEN_END in (a.last, b.last):
        return _bounded(a, b)
    one, other = a.last - a.first + 1, b.last - b.first + 1
    widest = one if one > other else other
    if widest == 1 and a.firm and b.firm:
        return "day"  # one that is only inferred from what is told beside it may be that of the whole scene
    return "days" if widest <= FEW_DAYS else "month" if widest <= ABOUT_A_MONTH else "long"


def _bounded(a: Profile, b: Profile) -> Outcome:
    """One of them is bounded by its report only: how far that lies from the other one, or from its report."""
    if a.last == OPEN_END or b.last == OPEN_END:
        if a.first == OPEN_START or b.first == OPEN_START or a.last != b.last:
            return None
        gap = abs(a.first - b.first)
        return "announced_near" if gap <= FEW_DAYS else "announced_apart"
    gap = abs(a.last - b.last)
    if a.first == b.first:  # both are bounded by their reports
        return "reported_near" if gap <= FEW_DAYS else "reported_weeks" if gap <= ABOUT_A_MONTH else "reported_apart"
    if gap <= ABOUT_A_MONTH:
        return "recent" if gap <= RECENT else "weeks_old"
    undated = a if a.first == OPEN_START else b
    if a.kind in kinds().judged and b.kind in kinds().judged:
        return "judged"
    return "known_old" if undated.determiner.is_known else "old"
