"""Timelines as files: the timeline JSON, from which a record comes back exactly, and its JSON Schema."""

from recoupe.formats.timeline_json import FORMAT, READABLE, VERSION, dumps, from_dict, load, loads, save, to_dict

__all__ = ["FORMAT", "READABLE", "VERSION", "dumps", "from_dict", "load", "loads", "save", "to_dict"]
