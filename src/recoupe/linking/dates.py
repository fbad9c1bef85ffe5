"""When an event happened, by all that date it: the common days, or a conflict that keeps every dating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from recoupe.model import Conflict, ConflictValue, Mention, When

_NOTHING: Final = When()


def agreed(mentions: Sequence[Mention], dated: Mapping[str, When]) -> tuple[When, tuple[str, ...], Conflict | None]:
    """The days that all datings allow, why, and the conflict where no day is allowed by all.

    Args:
        mentions: the event's mentions, in order.
        dated: mention id to its date, after undated articles were narrowed.

    Returns:
        The common days (where there are none, the hull of all), reasons in order, and the conflict or None.
    """
    whens = {m.id: dated[m.id] for m in mentions}
    known = sorted({w for w in whens.values() if not w.is_unknown}, key=lambda w: w.sort_key)
    if not known:
        return _NOTHING, (), None
    common: When | None = known[0]
    for when in known[1:]:
        common = None if common is None else common.intersection(when)
    reasons = _reasons(mentions, whens)
    if common is not None:
        return _marked(common, known), reasons, None
    hull = known[0]
    for when in known[1:]:
        hull = hull.span(when)
    return hull, (*reasons, "the dates exclude each other: all of them are kept"), _conflict(whens)


def _marked(common: When, known: Sequence[When]) -> When:
    """`approximate`, `uncertain` and the clock time, by the mentions that name exactly these days."""
    exact = [w for w in known if (w.earliest, w.latest) == (common.earliest, common.latest)]
    clocks = {w.at for w in known if w.at is not None}
    return attrs.evolve(
        common,
        lasting=any(w.lasting for w in exact) if exact else common.lasting,
        approximate=all(w.approximate for w in exact) if exact else common.approximate,
        uncertain=all(w.uncertain for w in exact) if exact else common.uncertain,
        at=clocks.pop() if len(clocks) == 1 and common.is_day else None,
        words=None,
    )


def _reasons(mentions: Sequence[Mention], whens: Mapping[str, When]) -> tuple[str, ...]:
    """Each dating once, the narrowest first, with its words."""
    lines: dict[str, None] = {}
    order = sorted(
        mentions, key=lambda m: (whens[m.id].days is None, whens[m.id].days or 0, whens[m.id].sort_key, m.id)
    )
    for mention in order:
        when = whens[mention.id]
        if when.is_unknown:
            continue
        words = mention.expression.span.text if mention.expression else when.words
        lines[f"“{words}” gives {when}" if words else f"the article allows {when}"] = None
    return tuple(lines)


def _conflict(whens: Mapping[str, When]) -> Conflict:
    by_value: dict[str, list[str]] = {}
    for mention, when in whens.items():
        if not when.is_unknown:
            by_value.setdefault(when.edtf, []).append(mention)
    return Conflict(
        field="when",
        values=[ConflictValue(value=v, mentions=sorted(ids)) for v, ids in sorted(by_value.items())],
        reason="no day fits all of these dates",
    )
