"""`When`: the days within which something happened, as exact as the sources allow and never more exact."""

from __future__ import annotations

import datetime
from typing import Any, final

import attrs
import pendulum

from recoupe.model import edtf
from recoupe.model.validation import a_day, as_date, as_time, is_a, refuse


@final
@attrs.frozen(kw_only=True)
class When:
    """An interval of days; both ends are included, and either may be open.

    ``When()`` says nothing at all: both ends are open. A single day has equal ends. An interval says that the event
    fell *somewhere within* it, unless it is `lasting`: then the event filled it.
    """

    #: The first day on which it can have happened; None: not bounded.
    earliest: pendulum.Date | None = attrs.field(default=None, converter=as_date, validator=a_day)
    #: The last day on which it can have happened, included; None: not bounded.
    latest: pendulum.Date | None = attrs.field(default=None, converter=as_date, validator=a_day)
    #: It filled the span (an occupation, a strike of three days) rather than falling within it.
    lasting: bool = attrs.field(default=False, validator=is_a(bool))
    #: The clock time that the text gives, as it gives it (local to the place); None where it gives none.
    at: pendulum.Time | None = attrs.field(
        default=None, converter=as_time, validator=is_a(datetime.time, optional=True)
    )
    #: The source calls the bounds approximate ("vers le 3 juin", "il y a environ trois mois"); EDTF ``~``.
    approximate: bool = attrs.field(default=False, validator=is_a(bool))
    #: The source itself doubts the date; EDTF ``?``.
    uncertain: bool = attrs.field(default=False, validator=is_a(bool))
    #: The words that say so; they do not count in comparisons, and are dropped by set operations.
    words: str | None = attrs.field(default=None, eq=False, validator=is_a(str, optional=True))

    @latest.validator
    def _ends_in_order(self, attribute: attrs.Attribute[Any], value: object) -> None:
        if self.earliest is not None and self.latest is not None and self.latest < self.earliest:
            raise refuse(self, attribute, value, f"a day on or after earliest ({self.earliest.isoformat()})")

    # ------------------------------------------------------------------ making
    @classmethod
    def on(cls, day: datetime.date, **more: Any) -> When:
        """The one day `day`."""
        return cls(earliest=day, latest=day, **more)

    @classmethod
    def from_edtf(cls, text: str) -> When:
        """Read an EDTF string (ISO 8601-2, levels 0 to 2 as far as news dates need them).

        An interval with two ends is `lasting`; an open one (``2025-06/..``) is not, since EDTF cannot say.

        Raises:
            EdtfError: the string is not EDTF, or is of a part that is not read (masked digits inside a set, years
                before 1 or after 9999).
        """
        bounds = edtf.parse(text)
        return cls(
            earliest=bounds.earliest,
            latest=bounds.latest,
            lasting=bounds.interval,
            approximate=bounds.approximate,
            uncertain=bounds.uncertain,
        )

    # ------------------------------------------------------------------ reading
    @property
    def edtf(self) -> str:
        """The EDTF form: ``2025-06-17``, ``2025-06``, ``[2025-06-01..2025-06-10]``, ``2024-08/2025-21``, ``../2025``.

        A span that is exactly a year, month, season, decade or century takes the short form; a `lasting` one is an
        interval; any other closed span is a one-of set; a span without bounds is ``../..``.
        """
        return edtf.render(
            self.earliest,
            self.latest,
            lasting=self.lasting,
            approximate=self.approximate,
            uncertain=self.uncertain,
        )

    @property
    def is_unknown(self) -> bool:
        """Neither end is bounded."""
        return self.earliest is None and self.latest is None

    @property
    def is_day(self) -> bool:
        """It names one single day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def days(self) -> int | None:
        """How many days it spans, both ends counted; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def sort_key(self) -> tuple[str, str, bool, str, bool, bool]:
        """A total order: by first day, then by last day, open starts first and open ends last; then the flags."""
        return (
            self.earliest.isoformat() if self.earliest else "",
            self.latest.isoformat() if self.latest else "9999-12-32",
            self.lasting,
            self.at.isoformat() if self.at else "",
            self.approximate,
            self.uncertain,
        )

    def __lt__(self, other: When) -> bool:
        return self.sort_key < other.sort_key

    # ------------------------------------------------------------------ relations
    def contains(self, other: When | datetime.date) -> bool:
        """Every day of `other` is a day of this one."""
        inner = other if isinstance(other, When) else When.on(other)
        starts = self.earliest is None or (inner.earliest is not None and self.earliest <= inner.earliest)
        ends = self.latest is None or (inner.latest is not None and inner.latest <= self.latest)
        return starts and ends

    def overlaps(self, other: When) -> bool:
        """Some day is a day of both."""
        return not (self.certainly_before(other) or other.certainly_before(self))

    def certainly_before(self, other: When) -> bool:
        """Every day of this one comes before every day of `other`."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def possibly_before(self, other: When) -> bool:
        """Some day of this one comes before some day of `other`."""
        return self.earliest is None or other.latest is None or self.earliest < other.latest

    # ------------------------------------------------------------------ sets of days
    def intersection(self, other: When) -> When | None:
        """The days of both; None when there are none.

        `lasting` and `at` survive where both say the same; `approximate` and `uncertain` where either does.
        """
        earliest = max((d for d in (self.earliest, other.earliest) if d is not None), default=None)
        latest = min((d for d in (self.latest, other.latest) if d is not None), default=None)
        if earliest is not None and latest is not None and latest < earliest:
            return None
        return self._joined(other, earliest, latest)

    def span(self, other: When) -> When:
        """The smallest interval that holds every day of both (the hull of the union)."""
        open_start = self.earliest is None or other.earliest is None
        open_end = self.latest is None or other.latest is None
        earliest = None if open_start else min(self.earliest, other.earliest)  # type: ignore[type-var]
        latest = None if open_end else max(self.latest, other.latest)  # type: ignore[type-var]
        return self._joined(other, earliest, latest)

    def _joined(self, other: When, earliest: pendulum.Date | None, latest: pendulum.Date | None) -> When:
        return When(
            earliest=earliest,
            latest=latest,
            lasting=self.lasting and other.lasting,
            at=self.at if self.at == other.at else None,
            approximate=self.approximate or other.approximate,
            uncertain=self.uncertain or other.uncertain,
        )

    def __str__(self) -> str:
        clock = f" {self.at.isoformat()[:5]}" if self.at else ""
        return self.edtf + clock
