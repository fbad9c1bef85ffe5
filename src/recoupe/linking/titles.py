"""The title of an event: one short readable line that tells who did what, to whom, where and how many."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from recoupe.linking import excerpts
from recoupe.linking.tables import act, titles
from recoupe.model import Actor, Kind, Mention, Participant, Place, Role, Stance, Status

#: A headline is not longer than this many characters.
LONGEST = 110
#: A line tells enough from this worth on: who or how many, or where, beside the event's status.
_TELLING = 5
#: A line of at most this many words is no more than the name of what happened.
_THIN = 3
#: An excerpt of fewer words, its two marks among them, is hardly a clause.
_CLAUSE = 10
#: Kinds whose figure says what happened.
_COUNTED = (Kind.CASUALTY, Kind.INDICATOR)
#: Roles in the order in which a title names those who have them.
_ORDER = (Role.AGENT, Role.PATIENT, Role.RECIPIENT)


def title(mentions: Sequence[Mention], status: Status, places: Sequence[Place], actors: Mapping[str, Actor]) -> str:
    """The line that tells most among the short lines and whole passages of an event's mentions; where none is more than
    a word or two, the same behind those who take part, or the place. What is not said to have happened is marked:
    "(prévu)", "(démenti)" by somebody or "(n'a pas eu lieu)", "(possible)".

    Args:
        mentions: the event's mentions, in order.
        status: the event's status.
        places: the event's places, finest first.
        actors: the identified actors, by raw id.
    """
    disputed = any(a.stance is Stance.DENIES for m in mentions for a in m.attribution)
    not_so = status is Status.DENIED and not disputed
    name = titles()["marks"].get("not so" if not_so else status.value)
    mark = f" ({name})" if name else ""
    line = _line(mentions, status, places, actors, LONGEST - len(mark))
    says_so = (status is Status.DENIED and _negates().search(line)) or (
        status is Status.PLANNED and _ahead().match(line)
    )
    return line if says_so else line + mark


@cache
def _negates() -> re.Pattern[str]:
    beginnings = "|".join(titles()["negating beginnings"])
    return re.compile(rf"\b(?:{excerpts.pattern('negating')}|{beginnings})", re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(excerpts.pattern("ahead"), re.IGNORECASE)


# ---------------------------------------------------------------------- choosing
def _line(
    mentions: Sequence[Mention], status: Status, places: Sequence[Place], actors: Mapping[str, Actor], room: int
) -> str:
    apt = [m for m in mentions if (m.status is Status.DENIED) is (status is Status.DENIED)] or mentions
    gists = [(_worth(m, m.gist, status), -n, m.gist) for n, m in enumerate(apt) if m.gist and len(m.gist) <= room]
    whole = [(m, -n, line) for n, m in enumerate(apt) if (line := excerpts.passage(m, room)) is not None]
    # a passage may be about something else in the main; a headline hardly is
    about = ((m, n, line, (2 if excerpts.is_headline(m) else -1) - line.count(",")) for m, n, line in whole)
    passages = [(_worth(m, line, status) + bonus, n, line) for m, n, line, bonus in about]
    full = [row for row in gists if not _is_thin(row[2], mentions, places, actors)]
    told = [row for row in (*full, *passages) if row[0] >= _TELLING] or full or passages
    if told:
        return max(told)[2]
    name = max(gists)[2] if gists else _count(mentions)
    if name is not None and (named := _named(name, mentions, places, actors, room)) is not None:
        return named
    quoted = _first(excerpts.excerpt, mentions, room)
    if quoted is None or len(quoted.split()) < _CLAUSE:
        quoted = _first(excerpts.beginning, mentions, room) or quoted
    if quoted is not None:
        return quoted
    if name is not None:
        return name[0].upper() + name[1:]
    if (quoted := _first(excerpts.around, mentions, room)) is not None:
        return quoted
    label = _label(mentions)  # what a kind is called is less certain than any article's words
    if label is None:
        return _cut(excerpts.trigger(mentions[0]), room)
    return _named(label, mentions, places, actors, room) or label[0].upper() + label[1:]


def _first(quote: Callable[[Mention, int], str | None], mentions: Sequence[Mention], room: int) -> str | None:
    return next((line for m in mentions if (line := quote(m, room)) is not None), None)


def _named(
    name: str, mentions: Sequence[Mention], places: Sequence[Place], actors: Mapping[str, Actor], room: int
) -> str | None:
    """A bare name of what happened behind those who take part, or the place; None where neither is known."""
    head = _head(mentions, places, actors, name)
    return _cut(f"{head} : {name[0].lower()}{name[1:]}", room) if head is not None else None


def _worth(mention: Mention, line: str, status: Status) -> int:
    """How much of a mention a line tells: who takes part, how many, where, and that it has the event's status."""
    named = [p.span.text in line for p in mention.participants if p.span is not None]
    counted = [figure.words in line for figure in mention.figures]
    placed = any((place.words or place.name) in line for place in mention.places)
    told = 2 * sum(named) + 2 * sum(counted) + placed + 2 * (mention.status is status)
    return told + min(len(line.split()), 12) // 3 - 3 * excerpts.leans(line)


# ---------------------------------------------------------------------- building
def _count(mentions: Sequence[Mention]) -> str | None:
    """The figure that says what happened; None where there is none."""
    return next((f.words for m in mentions if m.kind in _COUNTED for f in m.figures if f.of is not None), None)


def _label(mentions: Sequence[Mention]) -> str | None:
    """What mentions of their kind and mode are called; None where that says nothing."""
    names = titles()["labels"]
    keys = (key for m in mentions for key in (act(m.kind, m.mode), m.kind.value))
    return next((names[key] for key in keys if key in names), None)


def _is_thin(line: str, mentions: Sequence[Mention], places: Sequence[Place], actors: Mapping[str, Actor]) -> bool:
    """A line of few words that tells neither who nor where nor how many."""
    if len(line.split()) > _THIN:
        return False
    participants = [(p, actors[p.actor]) for m in mentions for p in m.participants]
    given = {place.name for place in places} | {f.words for m in mentions for f in m.figures}
    return not any(_is_named(p, a, line) for p, a in participants) and not any(words in line for words in given)


def _is_named(participant: Participant, actor: Actor, line: str) -> bool:
    return actor.name in line or (participant.span is not None and participant.span.text in line)


def _head(mentions: Sequence[Mention], places: Sequence[Place], actors: Mapping[str, Actor], line: str) -> str | None:
    """Who takes part or makes a statement, at most two of them, else where it happened; None where that is not known or
    the line tells it."""
    taking = [(p.role, actors[p.actor]) for m in mentions for p in m.participants]
    saying = [actors[a.actor] for m in mentions if m.kind is Kind.STATEMENT for a in m.attribution[:1]]
    known = list(dict.fromkeys([*(actor for role in _ORDER for r, actor in taking if r is role), *saying]))
    if known:
        head = ", ".join([known[0].name, *(actor.name for actor in known[1:] if actor.is_named)][:2])
    else:
        head = next((p.name for p in places if p.name not in line), "")
    return head[:1].upper() + head[1:] or None


def _cut(line: str, longest: int) -> str:
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
