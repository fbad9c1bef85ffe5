"""When an event happened, by all that date it: the common days, or a conflict that keeps every dating.

Three sorts of dating count in this order. Words of the text date the event itself. The day of an article (or of the
statement that it cites) only bounds what it reports; what goes on from report to report is bounded by the last one. And
a reader infers that news without a date is recent; such an inference narrows where it can, and gives way to words that
say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from recoupe.linking.tables import act, kinds
from recoupe.model import Conflict, ConflictValue, Kind, Mention, Status, TimeRole, When

#: A report so many days after the last day named may still be of something that goes on.
FOLLOWS: Final = 7
#: What is counted up to the day of each report: "41 morts depuis la mi-décembre".
_COUNTED: Final = frozenset({Kind.CASUALTY, Kind.INDICATOR})
_NOTHING: Final = When()


def agreed(
    mentions: Sequence[Mention],
    redated: Mapping[str, When],
    kind: Kind,
    mode: str | None = None,
    *,
    goes_on: bool = False,
) -> tuple[When, tuple[str, ...], Conflict | None]:
    """The days that all datings allow, why, and the conflict where no day is allowed by all.

    Args:
        mentions: the event's mentions, in order.
        redated: Mention id to its date, where it is not the mention's own: of articles whose day was narrowed.
        kind: the event's kind; with its mode it tells whether such a thing goes on from report to report.
        mode: the event's mode.
        goes_on: it has not ended by its latest report.

    Returns:
        The common days (where there are none, the hull), reasons in order, and the conflict or None.
    """
    known = [(m, when) for m in mentions if not (when := redated.get(m.id, m.when)).is_unknown]
    if not known:
        return _NOTHING, (), None
    told = [(m, w) for m, w in known if _is_told(m, w)]
    reasons = _reasons(known)
    if kinds().goes_on(kind, mode) or any(_since(m, w) for m, w in told) or _went_on(told, act(kind, mode)):
        return _stretch(known, goes_on=goes_on), reasons, None
    filled = [w for _, w in told if w.lasting and w.days is not None]
    common = _common(filled or [w for _, w in told])
    if filled and common is not None and not all(w.overlaps(common) for _, w in told):
        common = None  # a stretch holds the days of those who only say that it fell in some month
    within = common.intersection(_bounds(known)) if common is not None else None
    if common is None or within is None:
        # a bound does not outweigh the words of several sentences that agree; nor does it say which others are right
        agree = len({(m.source, m.passage.start) for m, _ in told}) > 1
        among = [(m, common) for m, _ in told] if common is not None and agree else told if common is None else known
        hull = _hull(w for m, w in among if not _is_inferred(m, w))
        return hull, (*reasons, "the dates exclude each other: all of them are kept"), _conflict(known)
    guesses = [w for m, w in known if _is_inferred(m, w)]
    inferred = _common(guesses) or (_hull(guesses) if not told else None)
    narrowed = within.intersection(inferred) if inferred is not None else None
    return _marked(attrs.evolve(narrowed or within, lasting=common.lasting), [w for _, w in known]), reasons, None


def _stretch(known: Sequence[tuple[Mention, When]], *, goes_on: bool) -> When:
    """From the beginning of something that goes on to the last day that anybody reports of it; its end is open where
    that report tells that it goes on, and none says how long.

    "Depuis décembre" and "depuis la mi-décembre" name one beginning, which fits both; other days lie within. A later
    report extends it only where it tells that it still goes on, and follows within `FOLLOWS` days; one that is earlier
    than all the days named leaves open when it began.
    """
    begun = [w for m, w in known if _since(m, w)]
    days = [w for m, w in known if m.expression is not None and not _since(m, w)]
    if all(_is_inferred(m, w) for m, w in known):
        days = [w for _, w in known]
    undated = [(m, w.latest) for m, w in known if m.expression is None and w.latest]
    first = [w.earliest for w in days if w.earliest]
    starts = [w.earliest for w in begun if w.earliest]
    earliest = min([*first, max(starts)] if starts else first, default=None)
    if not days and not begun:
        earliest = min((w.earliest for _, w in known if w.latest is None and w.earliest), default=None)
    told = max((w.latest for w in (*begun, *days) if w.latest), default=None)
    if told is None:
        latest = max((d for _, d in undated), default=None)
    else:
        extended = [
            d
            for m, d in undated
            if (begun and m.kind in _COUNTED) or (m.status is Status.ONGOING and (begun or (d - told).days <= FOLLOWS))
        ]
        latest = max([told, *extended])
    if earliest is not None and latest is not None and latest < earliest:
        latest = None
    if earliest is not None and any(d < earliest and m.status is not Status.PLANNED for m, d in undated):
        earliest = None
    if goes_on and earliest is not None and not any(_names_end(m) for m, _ in known):
        latest = None
    return When(earliest=earliest, latest=latest, lasting=bool(begun) or any(w.lasting for w in days))


def _went_on(told: Sequence[tuple[Mention, When]], done: str) -> bool:
    """One tells that it goes on, and another dates it to a later day: "se poursuivait lundi", "a repris jeudi"; nothing
    does that is done at one stroke (`done`: a kind with its mode)."""
    if done in kinds().momentary:
        return False
    last = max((w.earliest for _, w in told if w.earliest), default=None)
    return last is not None and any(m.status is Status.ONGOING and w.latest and w.latest < last for m, w in told)


def _names_end(mention: Mention) -> bool:
    """ "La grève se poursuit jusqu'à vendredi"."""
    return mention.expression is not None and mention.expression.role is TimeRole.END


def _is_told(mention: Mention, when: When) -> bool:
    """Words date it; those that name no day ("quelques secondes avant le choc") do not."""
    expression = mention.expression
    return expression is not None and (when.days is not None or expression.role is not TimeRole.WITHIN)


def _is_inferred(mention: Mention, when: When) -> bool:
    """No words date it, and yet both ends are known: a reader's inference."""
    return mention.expression is None and when.days is not None


def _since(mention: Mention, when: When) -> bool:
    """ "41 morts depuis la mi-décembre": it had begun, and goes on until the report at least."""
    return when.lasting and mention.expression is not None and mention.expression.role is TimeRole.START


def _bounds(known: Iterable[tuple[Mention, When]]) -> When:
    """The bounds that the days of reports set.

    What is planned was planned by the earliest report of it, which bounds all others; what happened had happened by the
    earliest report. That it has not happened by some day bounds no plan of it.
    """
    open_ = [(m, w) for m, w in known if not _is_told(m, w)]
    planned = any(m.status is Status.PLANNED for m, _ in open_)
    undated = [w for m, w in open_ if not (planned and m.status is Status.DENIED)]
    earliest = min((w.earliest for w in undated if w.latest is None and w.earliest), default=None)
    latest = min((w.latest for w in undated if w.earliest is None and w.latest), default=None)
    if earliest is not None and latest is not None and latest < earliest:
        return When(earliest=earliest)
    return When(earliest=earliest, latest=latest)


def _common(whens: Sequence[When]) -> When | None:
    """The days that all allow; all days where there is none, None where they exclude each other."""
    if not whens:
        return _NOTHING
    first, *others = sorted(whens, key=lambda w: w.sort_key)
    common: When | None = first
    for when in others:
        common = None if common is None else common.intersection(when)
    return common


def _hull(whens: Iterable[When]) -> When:
    first, *others = sorted(whens, key=lambda w: w.sort_key)
    for when in others:
        first = first.span(when)
    return first


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


def _reasons(known: Sequence[tuple[Mention, When]]) -> tuple[str, ...]:
    """Each dating once, the narrowest first, with its words."""
    lines: dict[str, None] = {}
    for mention, when in sorted(known, key=lambda k: (k[1].days is None, k[1].days or 0, k[1].sort_key, k[0].id)):
        words = mention.expression.span.text if mention.expression else when.words
        lines[f"“{words}” gives {when}" if words else f"the article allows {when}"] = None
    return tuple(lines)


def _conflict(known: Sequence[tuple[Mention, When]]) -> Conflict:
    by_value: dict[str, list[str]] = {}
    for mention, when in known:
        by_value.setdefault(when.edtf, []).append(mention.id)
    return Conflict(
        field="when",
        values=[ConflictValue(value=v, mentions=sorted(ids)) for v, ids in sorted(by_value.items())],
        reason="no day fits all of these dates",
    )
