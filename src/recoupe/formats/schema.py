"""The JSON Schema of the timeline JSON, for editors, validators and programs in other languages."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

#: The file's name inside this package, and the name to publish it under.
FILE_NAME = "timeline-1.schema.json"


def timeline_schema() -> dict[str, Any]:
    """The schema of version 1 (JSON Schema draft 2020-12), as plain data; a new copy each time.

    It states the form. What it cannot state (ids that follow from content, references that must hold) is checked when a
    file is loaded.
    """
    text = resources.files("recoupe.formats").joinpath(FILE_NAME).read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
