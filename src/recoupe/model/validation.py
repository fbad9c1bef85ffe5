"""What the values check at construction, in one place so that every refusal reads alike."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import pendulum

from recoupe.errors import InvalidValue

type_validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def refuse(instance: object, attribute: attrs.Attribute[Any], value: object, expected: str) -> InvalidValue:
    """The error for a field's value; the caller raises it."""
    return InvalidValue(type(instance).__name__, attribute.name, value, expected)


def is_a(*types: type, optional: bool = False) -> type_validator:
    """A validator: the value is an instance of one of `types` (a bool is not an int), or None where `optional`."""
    names = " or ".join(t.__name__ for t in types) + (" or None" if optional else "")

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if type(value) in types or (value is None and optional):
            return
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise refuse(instance, attribute, value, names)

    return check


def text(*, optional: bool = False) -> type_validator:
    """A validator: a string with something other than white space in it, or None where `optional`."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        if not isinstance(value, str) or not value.strip():
            raise refuse(instance, attribute, value, "a string that is not blank" + (" or None" if optional else ""))

    return check


def items_are(*types: type) -> type_validator:
    """A validator for a tuple or frozenset: every item is an instance of one of `types`."""
    names = " or ".join(t.__name__ for t in types)

    def check(instance: object, attribute: attrs.Attribute[Any], value: Iterable[object]) -> None:
        for item in value:
            if not isinstance(item, types):
                raise refuse(instance, attribute, item, f"items that are {names}")

    return check


def matches(pattern: str, expected: str, *, optional: bool = False) -> type_validator:
    """A validator: the whole string matches `pattern`."""
    compiled = re.compile(pattern, re.ASCII)

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise refuse(instance, attribute, value, expected)

    return check


def reference(prefix: str, *, optional: bool = False) -> type_validator:
    """A validator: an id with this prefix, as `recoupe.model.identity.content_id` makes them."""
    return matches(rf"{prefix}-[0-9a-f]{{16}}", f"an id {prefix}-<16 hexadecimal digits>", optional=optional)


def country_code(*, optional: bool = True) -> type_validator:
    """A validator: the form of an ISO 3166-1 alpha-3 code; whether it is assigned is the gazetteer's business."""
    return matches(r"[A-Z]{3}", "an ISO 3166-1 alpha-3 code such as 'FRA'", optional=optional)


def as_date(value: Any) -> Any:
    """A converter: a plain date becomes a `pendulum.Date`; anything else is left to the validator."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime | pendulum.Date):
        return pendulum.Date(value.year, value.month, value.day)
    return value


def as_time(value: Any) -> Any:
    """A converter: a plain time becomes a `pendulum.Time`; anything else is left to the validator."""
    if isinstance(value, datetime.time) and not isinstance(value, pendulum.Time):
        return pendulum.Time(value.hour, value.minute, value.second)
    return value


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """A converter: several values become a tuple; one string is refused rather than cut into letters."""
    return values if type(values) is tuple else tuple(_several(values))


def as_frozenset(values: Iterable[Any]) -> frozenset[Any]:
    """A converter: several values become a frozenset; one string is refused rather than cut into letters."""
    return frozenset(_several(values))


def _several(values: Iterable[Any]) -> Iterable[Any]:
    if isinstance(values, tuple | list | frozenset):
        return values
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise InvalidValue("collection", "items", values, "several values in a tuple, list or set")
    return values


def a_day(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a date without a clock time (a `DateTime` is a `Date` in Python), or None for an open end."""
    if value is not None and (not isinstance(value, datetime.date) or isinstance(value, datetime.datetime)):
        raise refuse(instance, attribute, value, "a date without a clock time, or None")
