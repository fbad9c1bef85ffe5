"""A seeded generator of mentions whose happenings are known, for measuring how well and how fast linking finds them.

What makes it hard is what makes news hard: a few actors are in most of the news (Zipf), many dates are a day off or
known to the week or month only, actors go by several names, fields are missing, and distractors share actors and week
with another happening. The days are a fixed year and actors grow slowly, so density grows with the number of
mentions.
"""

from __future__ import annotations

import datetime
import itertools
import random
from bisect import bisect
from collections.abc import Iterator

import attrs

from recoupe.model import (
    Actor,
    ActorKind,
    Figure,
    Kind,
    Mention,
    Participant,
    Place,
    PublishedBasis,
    Qualifier,
    Record,
    Role,
    Source,
    Span,
    Status,
    TimeExpression,
    When,
)
from recoupe.model.identity import text_digest

#: The first day of the news year.
START = datetime.date(2024, 1, 1)
DAYS = 365
#: How many reports a happening has: weights of 1 to 8.
REPORTS = (30, 20, 14, 11, 9, 7, 5, 4)
#: Shares of reports whose date is exact, a day off, known to the week, to the month, or not at all.
EXACT, DAY_OFF, WEEK, MONTH = 0.62, 0.08, 0.08, 0.14
#: Share of reports that name an actor by a name that nothing identifies (unless told); that lack a field; that differ
#: in verb.
ALIAS, MISSING, OTHER_VERB = 0.08, 0.2, 0.25
#: Share of happenings that share kind, agent and week with the one before.
DISTRACTORS = 0.35
_SYLLABLES = (
    "ba",
    "cor",
    "del",
    "fan",
    "gru",
    "hal",
    "jin",
    "kel",
    "lor",
    "mar",
    "nev",
    "pas",
    "rou",
    "sol",
    "tur",
    "vin",
)
_NOUNS = (
    "soldats",
    "ouvriers",
    "morts",
    "blessés",
    "manifestants",
    "drones",
    "logements",
    "salariés",
    "élèves",
    "navires",
)
_KINDS = tuple(kind for kind in Kind if kind is not Kind.OTHER)


@attrs.frozen(kw_only=True)
class Happening:
    """What really happened."""

    kind: Kind
    frames: tuple[str, ...]
    agent: int
    target: int
    place: int
    day: int
    figure: tuple[int, str] | None
    topic: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Sample:
    """Mentions and the truth about them."""

    #: The record; each mention is the only one of its source.
    record: Record
    #: Mention id to the number of its happening.
    truth: dict[str, int]


class _Zipf:
    """Draws numbers below `size`, number n with a chance that falls as 1 / (n + 3)."""

    def __init__(self, size: int) -> None:
        self.cumulated = list(itertools.accumulate(1 / (n + 3) for n in range(size)))

    def draw(self, rng: random.Random) -> int:
        return bisect(self.cumulated, rng.random() * self.cumulated[-1])


def _word(number: int, syllables: int = 3) -> str:
    parts = []
    for _ in range(syllables):
        number, rest = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[rest])
    return "".join(parts) + (str(number) if number else "")


def _happenings(rng: random.Random, actors: _Zipf, places: _Zipf, words: _Zipf) -> Iterator[Happening]:
    last: Happening | None = None
    while True:
        kind = rng.choice(_KINDS)
        agent, day = actors.draw(rng), rng.randrange(DAYS)
        if last is not None and rng.random() < DISTRACTORS:
            kind, agent, day = last.kind, last.agent, min(DAYS - 1, max(0, last.day + rng.randint(-3, 3)))
        first = rng.randrange(6)
        figure = (rng.choice((2, 3, 5, 8, 12, 40, 100, 250, 600, 1000, 5000)), rng.choice(_NOUNS))
        last = Happening(
            kind=kind,
            frames=(f"{kind}-{first}", f"{kind}-{(first + 1) % 6}"),
            agent=agent,
            target=actors.draw(rng),
            place=places.draw(rng),
            day=day,
            figure=figure if rng.random() < 0.4 else None,
            topic=tuple(_word(words.draw(rng) + 4096) for _ in range(6)),
        )
        yield last


def sample(mentions: int, seed: int = 1, alias: float = ALIAS) -> Sample:
    """A record of `mentions` mentions, and the truth. The same for one seed on every machine.

    Args:
        mentions: How many.
        seed: What is drawn.
        alias: The share of reports that name an actor by a name that nothing identifies.
    """
    rng = random.Random(seed)
    size = max(200, int(mentions**0.7))
    actors, places, words = _Zipf(size), _Zipf(size // 2), _Zipf(20_000)
    cast = [_actor(n) for n in range(size)]
    told: list[Mention] = []
    sources: list[Source] = []
    truth: dict[str, int] = {}
    for number, happening in enumerate(_happenings(rng, actors, places, words)):
        for _ in range(rng.choices(range(1, 9), REPORTS)[0]):
            source, mention = _report(rng, happening, cast, words, len(told), alias)
            sources.append(source)
            told.append(mention)
            truth[mention.id] = number
            if len(told) == mentions:
                every = [actor for pair in cast for actor in pair]
                return Sample(record=Record(sources=sources, actors=every, mentions=told), truth=truth)
    raise AssertionError("happenings never end")


def _actor(number: int) -> tuple[Actor, Actor]:
    """An actor, and the same one under a name that nothing connects with it."""
    kind = ActorKind.PERSON if number % 3 else ActorKind.STATE
    name = f"{_word(number % 64, 2).title()} {_word(number + 64, 3).title()}"
    alias = f"{_word(number + 9000, 4).title()}"
    return Actor(name=name, kind=kind, wikidata=f"Q{number + 1}"), Actor(
        name=alias, kind=kind, wikidata=f"Q{number + 5_000_001}"
    )


def _report(
    rng: random.Random, it: Happening, cast: list[tuple[Actor, Actor]], words: _Zipf, number: int, alias: float
) -> tuple[Source, Mention]:
    happened = START + datetime.timedelta(it.day)
    published = happened + datetime.timedelta(rng.choice((0, 0, 1, 1, 2, 5, 12)))
    location = f"news/{number}.txt"
    source = Source(
        location=location,
        digest=text_digest(location),
        published=When.on(published),
        published_basis=PublishedBasis.GIVEN,
        outlet=f"outlet {number % 97}",
    )
    agent = cast[it.agent][rng.random() < alias]
    target = cast[it.target][rng.random() < alias]
    roles = [(agent, Role.AGENT)] + ([(target, Role.PATIENT)] if rng.random() > MISSING else [])
    frame = it.frames[rng.random() < OTHER_VERB]
    topic = rng.sample(it.topic, rng.randint(2, 5)) + [_word(words.draw(rng) + 4096) for _ in range(rng.randint(4, 8))]
    when, dated = _when(rng, happened, published)
    has_figure = it.figure is not None and rng.random() > MISSING
    place = rng.random() > 2 * MISSING
    passage = " ".join([agent.name, frame, *(a.name for a, r in roles[1:]), *topic])
    start = len(agent.name) + 1
    trigger = Span(start=start, end=start + len(frame), text=frame)
    return source, Mention(
        source=source.id,
        kind=it.kind,
        status=Status.OCCURRED,
        when=when,
        expression=TimeExpression(span=Span(start=0, end=4, text="date")) if dated else None,
        places=(Place(name=_word(it.place + 4096, 3).title(), country="FRA"),) if place else (),
        participants=tuple(Participant(actor=a.id, role=r) for a, r in roles),
        figures=(_figure(rng, it.figure),) if has_figure and it.figure else (),
        trigger=trigger,
        passage=Span(start=0, end=len(passage), text=passage),
        frame=frame,
    )


def _when(rng: random.Random, happened: datetime.date, published: datetime.date) -> tuple[When, bool]:
    chance = rng.random()
    if chance < EXACT:
        return When.on(happened), True
    if chance < EXACT + DAY_OFF:
        return When.on(happened + datetime.timedelta(rng.choice((-1, 1)))), True
    if chance < EXACT + DAY_OFF + WEEK:
        monday = happened - datetime.timedelta(happened.weekday())
        return When(earliest=monday, latest=monday + datetime.timedelta(6)), True  # type: ignore[arg-type]
    if chance < EXACT + DAY_OFF + WEEK + MONTH:
        first = happened.replace(day=1)
        last = (first + datetime.timedelta(32)).replace(day=1) - datetime.timedelta(1)
        return When(earliest=first, latest=last), True  # type: ignore[arg-type]
    return When(latest=published), False  # type: ignore[arg-type]


def _figure(rng: random.Random, figure: tuple[int, str]) -> Figure:
    value, noun = figure
    if rng.random() < 0.15:
        value += max(1, value // 10)
    about = rng.random() < 0.2
    words = f"{value} {noun}"
    qualifier = Qualifier.ABOUT if about else Qualifier.EXACT
    return Figure(low=value, high=value, qualifier=qualifier, of=noun, words=words)
