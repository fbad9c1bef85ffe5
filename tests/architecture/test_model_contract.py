"""The contract of every value: frozen, final, slotted, keyword-only, hashable, documented field by field."""

from __future__ import annotations

import inspect
import re
from enum import Enum

import attrs
import pytest

import recoupe.model
from recoupe.model import validation

VALUES = [v for v in vars(recoupe.model).values() if inspect.isclass(v) and attrs.has(v)]
ENUMS = [v for v in vars(recoupe.model).values() if inspect.isclass(v) and issubclass(v, Enum)]


def _name(cls: type) -> str:
    return cls.__name__


def test_the_model_is_complete() -> None:
    wanted = {
        "Actor", "Article", "Attribution", "Block", "Conflict", "ConflictValue", "Event", "Figure", "Gap", "Judgement",
        "Mention", "Participant", "Place", "Reading", "Record", "Source", "Span", "TimeExpression", "When",
    }  # fmt: skip
    assert {cls.__name__ for cls in VALUES} == wanted
    assert sorted(recoupe.model.__all__) == recoupe.model.__all__
    assert {cls.__name__ for cls in [*VALUES, *ENUMS]} == set(recoupe.model.__all__)


@pytest.mark.parametrize("cls", VALUES, ids=_name)
def test_a_value_is_frozen_final_slotted_and_keyword_only(cls: type) -> None:
    assert getattr(cls, "__final__", False), "closed to subclasses with typing.final"
    assert "__dict__" not in dir(cls), "slotted"
    assert cls.__hash__ is not None
    assert "__setattr__" in vars(cls), "frozen"
    made = list(inspect.signature(cls).parameters.values())
    assert made
    assert all(parameter.kind is inspect.Parameter.KEYWORD_ONLY for parameter in made)


@pytest.mark.parametrize("cls", VALUES, ids=_name)
def test_every_field_is_validated_and_documented(cls: type) -> None:
    source = inspect.getsource(cls)
    for field in attrs.fields(cls):
        assert re.search(rf"#: [^\n]+\n(?:    #: [^\n]+\n)*    {field.name}\b", source), (
            f"{field.name} has no #: comment"
        )
        assert field.validator is not None or not field.init, f"{field.name} is not validated"


@pytest.mark.parametrize("cls", VALUES, ids=_name)
def test_collections_are_immutable(cls: type) -> None:
    for field in attrs.fields(cls):
        assert not re.match(r"(list|dict|set)\b", str(cls.__annotations__[field.name])), (
            f"{field.name} can be changed in place"
        )


@pytest.mark.parametrize("cls", [*VALUES, *ENUMS], ids=_name)
def test_every_class_says_what_it_is(cls: type) -> None:
    assert cls.__doc__
    assert not cls.__doc__.startswith(f"{cls.__name__}(")


@pytest.mark.parametrize("enum", ENUMS, ids=_name)
def test_enumerations_are_the_strings_of_the_json(enum: type[Enum]) -> None:
    assert all(isinstance(member.value, str) and str(member) == member.value for member in enum)


def test_validators_have_one_home() -> None:
    assert callable(validation.is_a)
