"""recoupe: event timelines from news articles, with who says so.

    import recoupe

    timeline = recoupe.build("seeds")
    for event in timeline:
        print(event.when, event.title)
    timeline.save("timeline.json")

`build`, `extract`, `read` and `Timeline` are imported when they are first used, and language models when they are first
needed, so that ``import recoupe`` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from recoupe.errors import RecoupeError
from recoupe.model import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Conflict,
    Event,
    Figure,
    Gap,
    Judgement,
    Kind,
    Mention,
    Participant,
    Place,
    Reading,
    Record,
    Role,
    Source,
    Span,
    Status,
    When,
)

if TYPE_CHECKING:
    from recoupe.parsers import read
    from recoupe.pipeline import build, extract
    from recoupe.timeline import Timeline

#: Where each name is that is imported on first use.
_ON_FIRST_USE = {
    "Timeline": "recoupe.timeline",
    "build": "recoupe.pipeline",
    "extract": "recoupe.pipeline",
    "read": "recoupe.parsers",
}

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Attribution",
    "Conflict",
    "Event",
    "Figure",
    "Gap",
    "Judgement",
    "Kind",
    "Mention",
    "Participant",
    "Place",
    "Reading",
    "Record",
    "RecoupeError",
    "Role",
    "Source",
    "Span",
    "Status",
    "Timeline",
    "When",
    "build",
    "extract",
    "read",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("recoupe")
    if name in _ON_FIRST_USE:
        value = getattr(importlib.import_module(_ON_FIRST_USE[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'recoupe' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
