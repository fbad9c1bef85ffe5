"""Writes docs/model.md from the model itself: ``python docs/model_reference.py``. A test holds the page to the code."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from pathlib import Path

import attrs

import recoupe.model

PAGE = Path(__file__).with_name("model.md")

#: The sections of the page, and the values that each explains.
SECTIONS = {
    "What was read": ["Source", "PublishedBasis", "Article", "Block", "BlockKind", "Span"],
    "What is reported": [
        "Mention", "Kind", "Status", "Participant", "Role", "Attribution", "Stance", "TimeExpression", "TimeRole",
    ],
    "Values": ["When", "Place", "Figure", "Qualifier", "Actor", "ActorKind"],
    "What follows": ["Event", "Conflict", "ConflictValue", "Disagreement"],
    "The whole": ["Record", "Judgement", "Reading", "Gap", "GapKind"],
}  # fmt: skip

_HEAD = """# The model

Everything that recoupe reads and makes is a value of `recoupe.model`: frozen, hashable, validated when it is made, with
keyword arguments only. Two values with the same content are equal and have the same id, on every machine. A wrong value
raises `InvalidValue`, which names the type, the field and what was expected.

Offsets count code points of `Article.text`; the end of a span is not part of it. Both ends of days and of numbers are.

*This page is written by `docs/model_reference.py` from the comments in the code.*
"""


def page() -> str:
    """The page's text."""
    parts = [_HEAD]
    for section, names in SECTIONS.items():
        parts.append(f"## {section}\n")
        parts += [_entry(getattr(recoupe.model, name)) for name in names]
    return "\n".join(parts)


def _entry(cls: type) -> str:
    text = (inspect.getdoc(cls) or "").partition("\nRaises:")[0].strip()
    head = f"### {cls.__name__}\n\n{_code(text)}\n"
    if issubclass(cls, StrEnum):
        rows = [f"| `{member.value}` | {comment} |" for member, comment in _members(cls)]
        return "\n".join([head, "| value | meaning |", "|---|---|", *rows, ""])
    rows = [
        f"| `{field.name}` | {_type(cls, field)} | {_code(comment)} |"
        for field in attrs.fields(cls)
        for comment in [_comments(cls).get(field.name, "")]
    ]
    return "\n".join([head, "| field | type | meaning |", "|---|---|---|", *rows, ""])


def _type(cls: type, field: attrs.Attribute[object]) -> str:
    name = str(cls.__annotations__[field.name]).replace("pendulum.", "").replace("|", "or")
    return f"`{name}`" + (
        "" if field.default is attrs.NOTHING and field.init else ", optional" if field.init else ", made"
    )


def _members(enum: type[StrEnum]) -> list[tuple[StrEnum, str]]:
    comments = _comments(enum)
    return [(member, _code(comments.get(member.name, ""))) for member in enum]


def _comments(cls: type) -> dict[str, str]:
    """The ``#:`` comment above each field or member."""
    found: dict[str, str] = {}
    comment: list[str] = []
    for line in inspect.getsource(cls).splitlines():
        text = line.strip()
        if text.startswith("#:"):
            comment.append(text[2:].strip())
        elif comment and (named := re.match(r"(\w+)\s*[:=]", text)):
            found[named[1]] = " ".join(comment)
            comment = []
    return found


def _code(text: str) -> str:
    return re.sub(r"``([^`]+)``", r"`\1`", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
