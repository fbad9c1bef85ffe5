"""Dates as machines write them in pages, feeds and agency files: ISO 8601 in its variants, RFC 2822, EDTF days."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import final
from zoneinfo import ZoneInfo

import attrs
import pendulum

from recoupe.errors import RecoupeError
from recoupe.model import When

_ISO = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})(?:[T\s]+(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<z>Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?)?")
_GMT = re.compile(r"\w{3} (\w{3} \d{1,2} \d{4} \d{2}:\d{2}:\d{2}) GMT([+-]\d{4})")


@final
@attrs.frozen(kw_only=True)
class Moment:
    """A stated moment: at least a day."""

    #: The day, with the clock time where one is stated.
    when: When
    #: ISO 8601 with the zone's offset, where day, time and zone are stated.
    at: str | None = None

    @property
    def exactness(self) -> int:
        """0: a month or a year; 1: a day; 2: a clock time; 3: a clock time with its zone."""
        if self.at is not None:
            return 3
        return 2 if self.when.at is not None else int(self.when.is_day)


def moment(text: str | None, *, zone: str | None = None) -> Moment | None:
    """What `text` states, or None when it is no date. Nothing is supplied: no year, no time, no zone.

    Args:
        text: The words of the document.
        zone: The outlet's time zone (IANA). A moment stated in UTC then falls on the day that the outlet's readers
            had; the moment itself stays as stated.
    """
    text = " ".join((text or "").split())
    if not text or len(text) > 80:
        return None
    try:
        return _iso(text, zone) or _compact(text, zone) or _mail(text, zone)
    except (ValueError, OverflowError, RecoupeError):
        return None


def _iso(text: str, zone: str | None) -> Moment | None:
    match = _ISO.match(text)
    if match is None:
        return Moment(when=When.from_edtf(text)) if re.fullmatch(r"\d{4}(-\d{2})?", text) else None
    if match["h"] is None:
        return Moment(when=When.from_edtf(match["date"]))
    clock = f"{int(match['h']):02}:{match['m']}:{match['s'] or '00'}"
    return _at(datetime.datetime.fromisoformat(f"{match['date']}T{clock}{_offset(match['z'])}"), zone)


def _compact(text: str, zone: str | None) -> Moment | None:
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    if hour is None:
        return Moment(when=When.from_edtf(f"{year}-{month}-{day}"))
    iso = f"{year}-{month}-{day}T{hour}:{minute}:{second}{_offset(offset)}"
    return _at(datetime.datetime.fromisoformat(iso), zone)


def _mail(text: str, zone: str | None) -> Moment | None:
    browser = _GMT.match(text)
    if browser:
        return _at(datetime.datetime.strptime(" ".join(browser.groups()), "%b %d %Y %H:%M:%S %z"), zone)
    if not re.match(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4}", text):
        return None
    return _at(parsedate_to_datetime(text), zone)


def _offset(text: str | None) -> str:
    if not text:
        return ""
    if text.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = text[1:].replace(":", "").zfill(2)
    digits = digits.zfill(4) if len(digits) == 3 else digits.ljust(4, "0")
    return f"{text[0]}{digits[:2]}:{digits[2:]}"


def _at(stated: datetime.datetime, zone: str | None) -> Moment:
    local = stated
    if zone is not None and stated.tzinfo is not None and not stated.utcoffset():
        local = stated.astimezone(ZoneInfo(zone))
    when = When.on(local.date(), at=pendulum.Time(local.hour, local.minute))
    return Moment(when=when, at=stated.replace(microsecond=0).isoformat() if stated.tzinfo else None)
