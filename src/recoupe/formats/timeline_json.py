"""The timeline JSON, version 1: the master format, from which a record comes back exactly.

Sources, actors, mentions and judgements are the truth. Events, identified actors and inferred dates are written for the
reader and recomputed on loading. Every list has a fixed order, so equal timelines have equal bytes.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from recoupe.errors import InvalidFile, Problem, UnknownReference
from recoupe.formats.conversion import Fault, Faults
from recoupe.formats.document import CONVERTER, FORMAT, ActorEntry, Document
from recoupe.formats.files import read_text, write_text
from recoupe.formats.references import wrong_references
from recoupe.model import Actor, Event, PublishedBasis, Record, Source, When

#: The version that is written.
VERSION = 1
#: The versions that are read.
READABLE = (1,)

_WHAT = "timeline"


# ---------------------------------------------------------------------- writing
def to_dict(
    record: Record,
    events: Sequence[Event],
    actors: Sequence[Actor],
    identity: Mapping[str, str],
    published: Mapping[str, When],
) -> dict[str, Any]:
    """A timeline as plain data, in the order in which it is written.

    Args:
        record: what was read; nothing of it is left out.
        events: derived from it; their mentions must be the record's.
        actors: the identified actors; an id of the record that `identity` does not lead to one stands for itself.
        identity: the id of the identified actor for the id of each raw one.
        published: for sources without a publication date, the interval that was inferred.

    Raises:
        UnknownReference: an event has a mention that is not in the record.
    """
    told = {mention.id for mention in record.mentions}
    placed = {mention.id: event.id for event in events for mention in event.mentions}
    if strangers := sorted(placed.keys() - told):
        raise UnknownReference("mention", strangers[0], f"event {placed[strangers[0]]}")
    document = Document(
        format=FORMAT,
        version=VERSION,
        sources=tuple(_with_inferred_date(source, published.get(source.id)) for source in record.sources),
        actors=_entries(record.actors, actors, identity),
        events=tuple(sorted(events, key=lambda event: event.sort_key)),
        set_aside=tuple(sorted((m for m in record.mentions if m.id not in placed), key=lambda m: m.sort_key)),
        judgements=record.judgements,
    )
    data: dict[str, Any] = CONVERTER.unstructure(document)
    for event in data["events"]:
        event["mentions"] = [_identify(mention, identity) for mention in event.pop("mentions")]
    if "set_aside" in data:
        data["set_aside"] = [_identify(mention, identity) for mention in data["set_aside"]]
    return data


def _with_inferred_date(source: Source, inferred: When | None) -> Source:
    if inferred is None or source.published is not None or source.published_basis is not PublishedBasis.UNKNOWN:
        return source
    return attrs.evolve(source, published=inferred, published_basis=PublishedBasis.INFERRED)


def _entries(raw: Sequence[Actor], identified: Sequence[Actor], identity: Mapping[str, str]) -> tuple[ActorEntry, ...]:
    heads = {actor.id: actor for actor in identified}
    members: dict[str, list[Actor]] = {}
    for actor in raw:
        head = identity.get(actor.id, actor.id)
        heads.setdefault(head, actor)
        members.setdefault(head, []).append(actor)
    return tuple(ActorEntry.of(heads[head], members[head]) for head in sorted(members))


def _identify(mention: dict[str, Any], identity: Mapping[str, str]) -> dict[str, Any]:
    """A written mention with identified actors; ``as`` keeps the article's own where it is another one."""
    for part in (mention, *mention["figures"]):
        for key in ("participants", "attribution"):
            if key in part:
                part[key] = [_identified(link, identity) for link in part[key]]
    return mention


def _identified(part: dict[str, Any], identity: Mapping[str, str]) -> dict[str, Any]:
    raw = part["actor"]
    actor = identity.get(raw, raw)
    return part if actor == raw else {"actor": actor, "as": raw, **{k: v for k, v in part.items() if k != "actor"}}


def dumps(data: Mapping[str, Any]) -> str:
    """Timeline data as text: UTF-8 characters as they are, two spaces a level, a line end at the end."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def save(path: str | os.PathLike[str], text: str) -> None:
    """Write a timeline's text to a file, whole or not at all.

    Raises:
        WriteError: it cannot be written; what was there is untouched.
    """
    write_text(path, text)


# ---------------------------------------------------------------------- reading
def load(path: str | os.PathLike[str]) -> Record:
    """The record in a timeline file.

    Raises:
        InvalidFile: it cannot be read, or is not a timeline; every problem with its path.
    """
    return loads(read_text(path, _WHAT), os.fspath(path))


def loads(text: str, location: str = "<string>") -> Record:
    """The record in a timeline's text.

    Raises:
        InvalidFile: it is not a timeline; every problem with its path.
    """
    return from_dict(_parse(text, location), location)


def from_dict(data: Any, location: str = "<string>") -> Record:
    """The record in timeline data. Events, identified actors and inferred dates in it are checked for form only.

    Raises:
        InvalidFile: it is not a timeline; every problem with its path.
    """
    faults = list(_wrong_version(data))
    document: Document | None = None
    try:
        document = CONVERTER.structure(data, Document)
    except Faults as wrong:
        faults += wrong.found
    faults += wrong_references(data)
    if document is None or faults:
        raise InvalidFile(location, _WHAT, [Problem("$" + path, reason) for path, reason in faults])
    mentions = [mention for event in document.events for mention in event.mentions]
    return Record(
        sources=document.sources,
        actors=tuple(raw for entry in document.actors for raw in entry.raw),
        mentions=(*mentions, *document.set_aside),
        judgements=document.judgements,
    )


def _parse(text: str, location: str) -> Any:
    twice: list[str] = []

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            twice.extend(sorted(key for key, count in Counter(key for key, _ in pairs).items() if count > 1))
        return value

    def refuse_constant(name: str) -> Any:
        raise ValueError(f"{name} is not a number of JSON")

    try:
        data = json.loads(text, object_pairs_hook=as_object, parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
        hint = "; the file seems to be cut off" if cut else ""
        problem = Problem(f"line {error.lineno}, column {error.colno}", f"not JSON: {error.msg}{hint}")
    except RecursionError:
        problem = Problem("$", "lists or objects lie inside each other too deeply to be a timeline")
    except ValueError as error:  # a constant refused above, or a number of more digits than Python converts
        problem = Problem("$", f"not JSON: {error}")
    else:
        if not twice:
            return data
        raise InvalidFile(
            location, _WHAT, [Problem("$", f"the key {key!r} stands twice in one object") for key in twice]
        )
    raise InvalidFile(location, _WHAT, [problem])


def _wrong_version(data: Any) -> Iterator[Fault]:
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and not isinstance(version, bool) and version not in READABLE:
        readable = ", ".join(map(str, READABLE))
        advice = "upgrade recoupe to read it" if version > max(READABLE) else "no such version was ever written"
        yield ".version", f"version {version} is not one that this recoupe reads ({readable}); {advice}"
