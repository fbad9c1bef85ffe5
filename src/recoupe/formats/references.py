"""What ids in a timeline file refer to. Looks at raw data, so that it can speak beside faults of form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from recoupe.formats.conversion import Fault, step


def wrong_references(data: Any) -> Iterator[Fault]:
    """Ids of a timeline file that stand twice or name nothing."""
    sources = dict(_entries_with_ids(data, "sources"))
    actors = dict(_entries_with_ids(data, "actors"))
    events = dict(_entries_with_ids(data, "events"))
    mentions = dict(_mentions(data))
    judgements = dict(_entries_with_ids(data, "judgements"))
    for found in (sources, actors, events, mentions, judgements):
        yield from _twice(found)
    members: dict[str, set[str]] = {}
    for entry in actors.values():
        inner = [member["id"] for _, member in _entries_with_ids(entry, "members")]
        members.setdefault(entry["id"], set()).update(inner or [entry["id"]])
    known = {source["id"] for source in sources.values()}
    for path, mention in mentions.items():
        if isinstance(mention.get("source"), str) and mention["source"] not in known:
            yield f"{path}.source", f"names the source {mention['source']!r}, which is not in the file"
        for at, part in _actors_named(path, mention):
            yield from _wrong_actor(at, part, members)


def _actors_named(path: str, mention: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The places of a mention that name an actor: participants, who says so, who gives its figures."""
    for key in ("participants", "attribution"):
        yield from ((f"{path}.{key}[{index}]", part) for index, part in _objects(mention.get(key)))
    for index, figure in _objects(mention.get("figures")):
        given = _objects(figure.get("attribution"))
        yield from ((f"{path}.figures[{index}].attribution[{n}]", link) for n, link in given)


def _wrong_actor(path: str, part: Mapping[str, Any], members: Mapping[str, set[str]]) -> Iterator[Fault]:
    actor, raw = part.get("actor"), part.get("as", part.get("actor"))
    if not isinstance(actor, str) or not isinstance(raw, str):
        return
    if actor not in members:
        yield f"{path}.actor", f"names the actor {actor!r}, which is not in the file"
    elif raw not in members[actor]:
        yield f"{path}.{'as' if 'as' in part else 'actor'}", f"names {raw!r}, which is not a member of {actor!r}"


def _mentions(data: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, event in _entries_with_ids(data, "events"):
        yield from ((path + inner, mention) for inner, mention in _entries_with_ids(event, "mentions"))
    yield from _entries_with_ids(data, "set_aside")


def _entries_with_ids(data: Any, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects with an id in the list at `key`, each with its path; whatever else is there is left to the form."""
    if isinstance(data, dict):
        for index, entry in _objects(data.get(key)):
            if isinstance(entry.get("id"), str):
                yield f"{step(key)}[{index}]", entry


def _objects(values: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    if isinstance(values, list):
        yield from ((index, value) for index, value in enumerate(values) if isinstance(value, dict))


def _twice(entries: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for path, entry in entries.items():
        if first.setdefault(entry["id"], path) != path:
            yield f"{path}.id", f"{entry['id']!r} stands at {first[entry['id']].lstrip('.')} already"
