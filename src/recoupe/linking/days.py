"""Days as numbers, for comparing many dates."""

from __future__ import annotations

from recoupe.model import When

#: Ordinals of days that stand for open ends; every real day lies between.
OPEN_START, OPEN_END = -1, 10_000_000


def day_bounds(when: When) -> tuple[int, int]:
    """First and last day of `when` (proleptic Gregorian ordinals); open ends are `OPEN_START` and `OPEN_END`."""
    first = OPEN_START if when.earliest is None else when.earliest.toordinal()
    last = OPEN_END if when.latest is None else when.latest.toordinal()
    return first, last
