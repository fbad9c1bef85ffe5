"""Timelines as files: the timeline JSON, from which a record comes back exactly, and its JSON Schema."""

from recoupe.formats.document import FORMAT
from recoupe.formats.schema import timeline_schema
from recoupe.formats.timeline_json import READABLE, VERSION, dumps, from_dict, load, loads, save, to_dict

__all__ = ["FORMAT", "READABLE", "VERSION", "dumps", "from_dict", "load", "loads", "save", "timeline_schema", "to_dict"]
