"""The title of an event: one short readable line, made of the words of its articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from recoupe.model import Actor, Mention, Place, Role, Status

#: A headline is not longer than this many characters.
LONGEST = 110
_SPACE = re.compile(r"\s+")
#: How a status that is not "occurred" is marked, in French.
_MARKS = {
    Status.PLANNED: " (prévu)",
    Status.ONGOING: "",
    Status.OCCURRED: "",
    Status.DENIED: " (démenti)",
    Status.POSSIBLE: " (possible)",
}


def title(mentions: Sequence[Mention], status: Status, places: Sequence[Place], actors: Mapping[str, Actor]) -> str:
    """A sober line: who – what – whom (where).

    Args:
        mentions: the event's mentions, in order.
        status: the event's status.
        places: the event's places, finest first.
        actors: the identified actors, by raw id.
    """
    agents = _names(mentions, actors, (Role.AGENT,))
    targets = [n for n in _names(mentions, actors, (Role.PATIENT, Role.RECIPIENT)) if n not in agents]
    words = _SPACE.sub(" ", mentions[0].trigger.text).strip() or mentions[0].kind.value
    line = " – ".join(part for part in (", ".join(agents[:2]), words, ", ".join(targets[:2])) if part)
    if places and places[0].name not in line:
        line += f" ({places[0].name})"
    mark = _MARKS[status]
    return _cut(line, LONGEST - len(mark)) + mark


def _names(mentions: Sequence[Mention], actors: Mapping[str, Actor], roles: Sequence[Role]) -> list[str]:
    names = (actors[p.actor].name for m in mentions for p in m.participants if p.role in roles)
    return list(dict.fromkeys(names))


def _cut(line: str, longest: int) -> str:
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
