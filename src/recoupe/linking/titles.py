"""The title of an event: one short readable line, made of the words of its articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from recoupe.linking.tables import titles
from recoupe.model import Actor, Mention, Participant, Place, Role, Status

#: A headline is not longer than this many characters.
LONGEST = 110
#: A clause of this merit stands alone: it starts a sentence and has the event's own status.
_CLEAR = 5
#: A mention's own short line of this worth says who or how many, and that it has the event's status.
_TELLING = 5
#: Signs that come in pairs: a clause that holds one of two was cut badly.
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
_SPACE = re.compile(r"\s+")
#: Signs at which an excerpt begins and ends.
_MARKED = re.compile(r"[,;:.!?()«»“”\"]")
#: What an excerpt does not begin or end with, and the marks of a quotation within a quotation.
_EDGES = " \t\n-–—*•,;:"
_ELIDED = ("'", "’")
_INNER = str.maketrans({"«": "“", "»": "”"})


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
    name = titles()["marks"].get(status.value)
    mark = f" ({name})" if name else ""
    line = _line(mentions, status, places, actors, LONGEST - len(mark))
    says_so = (status is Status.DENIED and _negates().search(line)) or (
        status is Status.PLANNED and _ahead().match(line)
    )
    return line if says_so else line + mark


# ---------------------------------------------------------------------- the words of titles.toml, as patterns
@cache
def _leans() -> re.Pattern[str]:
    return re.compile(_words("leaning"), re.IGNORECASE)


@cache
def _hangs() -> re.Pattern[str]:
    return re.compile(rf"[^,]*, {_words('relative')}[^,]*$")


@cache
def _negates() -> re.Pattern[str]:
    beginnings = "|".join(titles()["negating beginnings"])
    return re.compile(rf"\b(?:{_words('negating')}|{beginnings})", re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(_words("ahead"), re.IGNORECASE)


def _words(name: str) -> str:
    """A pattern for one of the words of a list, whole; an elided one is followed by any letter."""
    whole = r"(?!\w)"
    return f"(?:{'|'.join(word if word.endswith(_ELIDED) else word + whole for word in titles()[name])})"


# ---------------------------------------------------------------------- choosing
def _line(
    mentions: Sequence[Mention], status: Status, places: Sequence[Place], actors: Mapping[str, Actor], room: int
) -> str:
    gists = [(_worth(m, m.gist, status), -n, m.gist) for n, m in enumerate(mentions) if m.gist and len(m.gist) <= room]
    told = max(gists, default=None)
    if told is not None and told[0] >= _TELLING:
        return told[2]
    clauses = [(_merit(m, clause, status), -n, clause) for n, m in enumerate(mentions) if (clause := _clause(m, room))]
    best = max(clauses, default=None)
    if best is not None and best[0] >= _CLEAR:
        return best[2]
    if told is not None:
        return told[2]
    if best is not None and best[2][0].isupper() and not _leans().match(best[2]):
        return best[2]
    return _parts(mentions, places, actors, room)


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
    return line if whole and trigger and trigger in line and not _hangs().match(line) else None


def _merit(mention: Mention, clause: str, status: Status) -> int:
    """How well a clause stands alone: it starts a sentence, and names who acts, who is concerned and how many."""
    named = [p.span.text in clause for p in mention.participants if p.span is not None]
    counted = [figure.words in clause for figure in mention.figures]
    starts = clause[0].isupper()
    says_so = mention.status is status
    told = 2 * any(named) + sum(named) + 2 * sum(counted) + 2 * says_so - 3 * (not all(counted))
    return 3 * starts + told - 2 * bool(_leans().match(clause))


def _parts(mentions: Sequence[Mention], places: Sequence[Place], actors: Mapping[str, Actor], room: int) -> str:
    """Who – what – whom (where)."""
    agents = _names(mentions, actors, (Role.AGENT,))
    targets = [n for n in _names(mentions, actors, (Role.PATIENT, Role.RECIPIENT)) if n not in agents]
    words = _SPACE.sub(" ", mentions[0].trigger.text).strip() or mentions[0].kind.value
    line = " – ".join(part for part in (", ".join(agents[:2]), words, ", ".join(targets[:2])) if part)
    excerpts = [(m, excerpt) for m in mentions if (excerpt := _excerpt(m, room))]
    naming = [e for m, e in excerpts if any(_is_named(p, actors[p.actor], e) for p in m.participants)]
    if naming or (line == words and excerpts):
        return naming[0] if naming else excerpts[0][1]
    if places and places[0].name not in line:
        line += f" ({places[0].name})"
    return _cut(line, room)


def _is_named(participant: Participant, actor: Actor, words: str) -> bool:
    return actor.name in words or (participant.span is not None and participant.span.text in words)


def _excerpt(mention: Mention, room: int) -> str | None:
    """The words around a trigger, from one mark to the next, or all of the passage where it stands alone between two
    marks; as a quotation, of which the outermost words are left out where they do not fit. None where the passage does
    not hold the trigger."""
    passage = mention.passage
    at = mention.trigger.start - passage.start
    behind = at + len(mention.trigger.text)
    if at < 0 or passage.text[at:behind] != mention.trigger.text:
        return None
    before, after = passage.text[:at], passage.text[behind:]
    near = _MARKED.split(before)[-1], _MARKED.split(after)[0]
    alone = not any(part.strip(_EDGES) for part in near)
    return _around(mention.trigger.text, *((before, after) if alone else near), room - len("« …  … »"))


def _around(trigger: str, before: str, after: str, room: int) -> str | None:
    """As much of the words around a trigger as fits, as a quotation; inner quotations take the inner marks."""
    start, end = len(_SPACE.sub(" ", before.lstrip(_EDGES))), len(_SPACE.sub(" ", trigger))
    line = _SPACE.sub(" ", f"{before}{trigger}{after}").strip(_EDGES).translate(_INNER)
    if len(line) > room:  # as many words before the trigger as behind it, by their length
        cut = max(0, min(start - (room - end) // 2, len(line) - room))
        whole = line[cut:] if cut == 0 or line[cut - 1] == " " else line[cut:].partition(" ")[2]
        line = whole if len(whole) <= room else whole[: room + 1].rpartition(" ")[0]
    if trigger not in line or line == trigger:
        return None
    return f"« {line} … »" if line[:1].isupper() else f"« … {line} … »"


def _names(mentions: Sequence[Mention], actors: Mapping[str, Actor], roles: Sequence[Role]) -> list[str]:
    names = (actors[p.actor].name for m in mentions for p in m.participants if p.role in roles)
    return list(dict.fromkeys(names))


def _cut(line: str, longest: int) -> str:
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
