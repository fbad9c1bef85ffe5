"""Values to plain data and back, strictly: one cattrs converter that coerces nothing and reports every fault at once.

Stock cattrs turns ``"3"`` into 3 and 5 into ``"5"``, and fills in what is missing. Here a string is a string, every key
is required unless its form says that it may be left out, unknown keys are refused, and ids are checked against content.
"""

from __future__ import annotations

import datetime
import difflib
import operator
import re
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, final

import attrs
import cattrs
import pendulum

from recoupe.errors import InvalidValue, RecoupeError

#: A place in a document, as in ``.events[3].kind``, and what is wrong there.
Fault = tuple[str, str]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@final
class Faults(Exception):
    """What is wrong in a piece of data; gathered on the way up, never seen outside `recoupe.formats`."""

    def __init__(self, *found: Fault) -> None:
        super().__init__(*found)
        self.found = found

    def under(self, step: str) -> Iterator[Fault]:
        """The faults as seen from one step further up."""
        return ((step + path, reason) for path, reason in self.found)


@final
@attrs.frozen(kw_only=True)
class Form:
    """How the values of one class are written as an object, beyond one key for each field."""

    #: Keys that are left out when they hold their default, and may be missing when read.
    optional: frozenset[str] = frozenset()
    #: Keys written for the reader that follow from the others (``id``, ``edtf``): checked when read.
    derived: tuple[str, ...] = ()
    #: Applied to the data before it is read.
    prepare: Callable[[dict[str, Any]], dict[str, Any]] = dict


def strict_converter(forms: Mapping[type, Form]) -> cattrs.Converter:
    """A converter for the attrs classes in `forms` and all that their fields are made of."""
    converter = cattrs.Converter(detailed_validation=False)
    converter.register_structure_hook(str, _string)
    for kind, expected in ((bool, "true or false"), (int, "a whole number"), (float, "a number")):
        converter.register_structure_hook(kind, _primitive(kind, expected))
    for union, expected in ((int | float, "a number"), (int | float | None, "a number or null")):
        converter.register_structure_hook_func(partial(operator.eq, union), _primitive(union, expected))
    converter.register_structure_hook_func(lambda t: t is pendulum.Date, _day)
    converter.register_structure_hook_func(lambda t: t is pendulum.Time, _clock_time)
    converter.register_structure_hook_factory(_is_collection, lambda t: _collection(t, converter))
    converter.register_unstructure_hook(tuple, lambda values: [converter.unstructure(v) for v in values])
    converter.register_unstructure_hook(frozenset, sorted)
    converter.register_unstructure_hook(datetime.date, lambda day: day.isoformat())
    converter.register_unstructure_hook(datetime.time, _clock_text)
    for cls, form in forms.items():
        converter.register_structure_hook(cls, _object_reader(cls, form, converter))
        converter.register_unstructure_hook(cls, _object_writer(cls, form, converter))
    return converter


# ---------------------------------------------------------------------- single values
def shown(value: object) -> str:
    """A value as an error names it, cut to what fits a line."""
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _primitive(kind: Any, expected: str) -> Callable[[Any, Any], Any]:
    members = set(typing.get_args(kind) or (kind,))
    allowed = tuple(members | ({int} if float in members else set()))

    def structure(data: Any, _: Any) -> Any:
        if not isinstance(data, allowed) or (isinstance(data, bool) and bool not in allowed):
            raise Faults(("", f"expected {expected}, found {shown(data)}"))
        return data

    return structure


def _string(data: Any, kind: type[str]) -> str:
    if issubclass(kind, StrEnum):  # cattrs hands the members of a class to the hook of its base
        return _member(data, kind)
    if not isinstance(data, str):
        raise Faults(("", f"expected a string, found {shown(data)}"))
    if _LONE_SURROGATE.search(data):
        raise Faults(("", "a string with half of a surrogate pair is not text"))
    return data


def _day(data: Any, _: Any) -> pendulum.Date:
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", data, re.ASCII):
            raise ValueError
        day = datetime.date.fromisoformat(data)
    except (TypeError, ValueError):
        raise Faults(("", f"expected a day as YYYY-MM-DD, found {shown(data)}")) from None
    return pendulum.Date(day.year, day.month, day.day)


def _clock_text(time: datetime.time) -> str:
    text = time.isoformat()
    return text.removesuffix(":00") if len(text) == 8 else text


def _clock_time(data: Any, _: Any) -> pendulum.Time:
    try:
        time = datetime.time.fromisoformat(data)
        if _clock_text(time) != data:
            raise ValueError
    except (TypeError, ValueError):
        raise Faults(("", f"expected a clock time as HH:MM or HH:MM:SS, found {shown(data)}")) from None
    return pendulum.Time(time.hour, time.minute, time.second, time.microsecond, tzinfo=time.tzinfo)


def _member(data: Any, enum: type[StrEnum]) -> StrEnum:
    values = [member.value for member in enum]
    if not isinstance(data, str) or data not in values:
        raise Faults(("", f"expected {_choice(values)}, found {shown(data)}"))
    return enum(data)


def _choice(values: Sequence[str]) -> str:
    return f"one of {', '.join(values)}" if len(values) > 1 else values[0]


# ---------------------------------------------------------------------- lists
def _is_collection(kind: Any) -> bool:
    return typing.get_origin(kind) in (tuple, frozenset)


def _collection(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    build, item = typing.get_origin(kind), typing.get_args(kind)[0]

    def structure(data: Any, _: Any) -> Any:
        if not isinstance(data, list):
            raise Faults(("", f"expected a list, found {shown(data)}"))
        values: list[Any] = []
        faults: list[Fault] = []
        seen: set[Any] = set()
        for index, element in enumerate(data):
            try:
                value = converter.structure(element, item)
            except Faults as wrong:
                faults += wrong.under(f"[{index}]")
                continue
            values.append(value)
            if build is frozenset:
                if value in seen:
                    faults.append((f"[{index}]", f"{shown(element)} stands twice"))
                seen.add(value)
        if faults:
            raise Faults(*faults)
        return build(values)

    return structure


# ---------------------------------------------------------------------- objects
def step(key: str) -> str:
    """One step down by a key, as a JSON path writes it."""
    return f".{key}" if key.isidentifier() else f"[{key!r}]"


def _fields(cls: type) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {a.name: hints[a.name] for a in attrs.fields(cls) if a.init}


def _object_writer(cls: type, form: Form, converter: cattrs.Converter) -> Callable[[Any], dict[str, Any]]:
    defaults = {a.name: a.default for a in attrs.fields(cls)}

    def unstructure(value: Any) -> dict[str, Any]:
        written = {key: getattr(value, key) for key in form.derived}
        for name in defaults:
            field = getattr(value, name)
            if name not in written and not (name in form.optional and field == defaults[name]):
                written[name] = converter.unstructure(field)
        return written

    return unstructure


def _object_reader(cls: type, form: Form, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    fields = _fields(cls)
    known = [*form.derived, *fields]
    required = [key for key in known if key not in form.optional]

    def structure(data: Any, _: Any) -> Any:
        if not isinstance(data, dict):
            raise Faults(("", f"expected an object, found {shown(data)}"))
        data = form.prepare(data)
        faults = [(step(str(key)), _unknown(str(key), known)) for key in data if key not in known]
        faults += [(step(key), "is missing") for key in required if key not in data]
        values: dict[str, Any] = {}
        for key, kind in fields.items():
            if key in data:
                try:
                    values[key] = converter.structure(data[key], kind)
                except Faults as wrong:
                    faults += wrong.under(step(key))
        if all(key in values for key in fields if key not in form.optional or key in data):
            try:
                value = cls(**values)
            except RecoupeError as error:
                faults.append(_refusal(error))
            else:
                faults += _contradictions(value, data, form)
        if faults:
            raise Faults(*faults)
        return value

    return structure


def _unknown(key: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return "is not a key of this format" + (f"; did you mean {near[0]!r}?" if near else "")


def _refusal(error: RecoupeError) -> Fault:
    if isinstance(error, InvalidValue):
        return step(error.field), f"cannot be {shown(error.value)}: expected {error.expected}"
    return "", str(error)


def _contradictions(value: Any, data: Mapping[str, Any], form: Form) -> list[Fault]:
    """Derived keys that say something else than what they follow from."""
    return [
        (step(key), f"is {shown(data[key])}, but the content makes it {getattr(value, key)!r}: it was changed by hand")
        for key in form.derived
        if key in data and data[key] != getattr(value, key)
    ]


__all__ = ["Fault", "Faults", "Form", "shown", "step", "strict_converter"]
