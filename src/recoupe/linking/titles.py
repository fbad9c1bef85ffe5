"""The title of an event: one short readable line, made of the words of its articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from recoupe.model import Actor, Mention, Place, Role, Status

#: A headline is not longer than this many characters.
LONGEST = 110
#: A clause of this merit stands alone: it starts a sentence and has the event's own status.
_CLEAR = 5
#: A mention's own short line of this worth says who or how many, and that it has the event's status.
_TELLING = 5
#: Signs that come in pairs: a clause that holds one of two was cut badly.
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
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
    """The short line of the mention that tells most; else the clearest clause that reports the event, as it stands in
    an article; else a sober line of its parts.

    A clause that is quoted whole is grammatical and faithful to its figures; one is never mended. What is not said to
    have happened is marked: "(prévu)", "(démenti)", "(possible)".

    Args:
        mentions: the event's mentions, in order.
        status: the event's status.
        places: the event's places, finest first.
        actors: the identified actors, by raw id.
    """
    mark = _MARKS[status]
    room = LONGEST - len(mark)
    gists = [(_worth(m, m.gist, status), -n, m.gist) for n, m in enumerate(mentions) if m.gist and len(m.gist) <= room]
    told = max(gists, default=None)
    if told is not None and told[0] >= _TELLING:
        return told[2] + mark
    clauses = [(_merit(m, clause, status), -n, clause) for n, m in enumerate(mentions) if (clause := _clause(m, room))]
    best = max(clauses, default=None)
    if best is not None and best[0] >= _CLEAR:
        return best[2] + mark
    if told is not None:
        return told[2] + mark
    return _parts(mentions, places, actors, room) + mark


def _worth(mention: Mention, gist: str, status: Status) -> int:
    """How much of a mention its short line tells: who takes part, how many, and that it has the event's status."""
    named = [p.span.text in gist for p in mention.participants if p.span is not None]
    counted = [figure.words in gist for figure in mention.figures]
    return 2 * sum(named) + 2 * sum(counted) + 2 * (mention.status is status) + min(len(gist.split()), 9) // 3


def _clause(mention: Mention, room: int) -> str | None:
    """The passage in one line, without what follows its last clause that fits; None where the trigger would be lost."""
    line = _SPACE.sub(" ", mention.passage.text).strip(" \t\n-–—•*.,;:")
    trigger = _SPACE.sub(" ", mention.trigger.text).strip()
    while len(line) > room:
        line, comma, _ = line.rpartition(", ")
        if not comma:
            return None
    whole = all(line.count(a) == line.count(b) for a, b in _PAIRS) and line.count('"') % 2 == 0
    return line if whole and trigger and trigger in line else None


def _merit(mention: Mention, clause: str, status: Status) -> int:
    """How well a clause stands alone: it starts a sentence, and names who acts, who is concerned and how many."""
    named = [p.span.text in clause for p in mention.participants if p.span is not None]
    counted = [figure.words in clause for figure in mention.figures]
    starts = clause[0].isupper()
    says_so = mention.status is status
    return 3 * starts + 2 * any(named) + sum(named) + 2 * sum(counted) + 2 * says_so - 3 * (not all(counted))


def _parts(mentions: Sequence[Mention], places: Sequence[Place], actors: Mapping[str, Actor], room: int) -> str:
    """Who – what – whom (where)."""
    agents = _names(mentions, actors, (Role.AGENT,))
    targets = [n for n in _names(mentions, actors, (Role.PATIENT, Role.RECIPIENT)) if n not in agents]
    words = _SPACE.sub(" ", mentions[0].trigger.text).strip() or mentions[0].kind.value
    line = " – ".join(part for part in (", ".join(agents[:2]), words, ", ".join(targets[:2])) if part)
    if places and places[0].name not in line:
        line += f" ({places[0].name})"
    return _cut(line, room)


def _names(mentions: Sequence[Mention], actors: Mapping[str, Actor], roles: Sequence[Role]) -> list[str]:
    names = (actors[p.actor].name for m in mentions for p in m.participants if p.role in roles)
    return list(dict.fromkeys(names))


def _cut(line: str, longest: int) -> str:
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
