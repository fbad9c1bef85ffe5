"""Consensus: an event made of the mentions of one happening; nothing averaged, nothing lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, final

import attrs

from recoupe.linking import dates, origins, titles, tolls
from recoupe.linking.determiners import determined, shows_tense
from recoupe.linking.naming import FIRMNESS
from recoupe.linking.tables import act, kinds
from recoupe.model import (
    Actor,
    ActorKind,
    Conflict,
    ConflictValue,
    Event,
    Kind,
    Mention,
    Participant,
    Place,
    Role,
    Source,
    Stance,
    Status,
    When,
)
from recoupe.names import fold

T = TypeVar("T")
#: Kinds of happenings that two sides bring about together.
_MUTUAL = frozenset({Kind.AGREE, Kind.CONSULT, Kind.COOPERATE})
#: Gives the shingles of a source's passages, by its id.
Shingles = Callable[[str], frozenset[int]]


@final
@attrs.frozen(kw_only=True, eq=False)
class Context:
    """What consensus needs to know beside the mentions."""

    #: The sources, by id.
    sources: Mapping[str, Source]
    #: The identified actors, by raw id.
    actors: Mapping[str, Actor]
    #: Mention id to its date, where it is not the mention's own: of articles whose day was narrowed.
    redated: Mapping[str, When]
    #: Source id to its place by publication.
    ranks: Mapping[str, Any]
    #: Gives the shingles of a source's passages, by its id.
    shingles: Shingles


def event(mentions: Sequence[Mention], context: Context, judged: Sequence[Conflict] = ()) -> Event:
    """The event that `mentions` report.

    Args:
        mentions: at least one, in any order.
        context: what is known of their sources, actors and dates.
        judged: contradictions between judgements on them.
    """
    ordered = sorted(mentions, key=lambda m: (context.ranks[m.source], m.trigger.start, m.trigger.end, m.id))
    sources = list(dict.fromkeys(m.source for m in ordered))
    kind, mode = _kind(ordered)
    telling = _that_tell(ordered)
    status, disputed = _status(telling, context.sources, act(kind, mode))
    when, reasons, dispute = dates.agreed(telling, context.redated, kind, mode, goes_on=status is Status.ONGOING)
    days = {s: _day(context.sources[s]) for s in sources}
    figures, counted = tolls.ranges(ordered, kind, context.actors, context.ranks, days)
    places = _places(ordered)
    # The first mention defines the event. Had other articles been read, or judged otherwise, it would have been one of
    # the others: their ids are the event's aliases.
    first, *others = (_event_id(m) for m in ordered)
    return Event(
        id=first,
        aliases=sorted(others),
        mentions=sorted(mentions, key=lambda m: m.sort_key),
        kind=kind,
        mode=mode,
        status=status,
        title=titles.title(ordered, status, places, context.actors),
        when=when,
        when_reasons=reasons,
        places=places,
        participants=_participants(ordered, context.actors),
        figures=figures,
        sources=sorted(sources),
        outlets=sorted({o for s in sources if (o := context.sources[s].outlet)}),
        origins=origins.origins(ordered, context.sources, context.actors, context.shingles),
        conflicts=[c for c in (dispute, *counted, disputed, *judged) if c is not None],
    )


def _event_id(mention: Mention) -> str:
    return "e" + mention.id[1:]


def _kind(mentions: Sequence[Mention]) -> tuple[Kind, str | None]:
    """The kind of most mentions, ties to the earlier report; and the mode of most of these.

    A mention of no kind in particular says nothing of it where another one has a kind.
    """
    kind = _most([m.kind for m in mentions if m.kind is not Kind.OTHER or m.mode is not None] or [Kind.OTHER])
    modes = [m.mode for m in mentions if m.kind is kind and m.mode is not None]
    return kind, _most(modes) if modes else None


def _most(values: Sequence[T]) -> T:
    counts = Counter(values)
    return max(counts, key=lambda v: counts[v])


def _that_tell(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Those that say whether, and when, it takes place. Beside a plan, undated words without tense do not: "enverra des
    ouvriers pour la reconstruction", "se chargeront de la reconstruction"."""
    if not any(m.status is Status.PLANNED for m in mentions):
        return mentions
    telling = [
        m
        for m in mentions
        if m.status is not Status.OCCURRED or m.expression is not None or shows_tense(m, determined(m).by)
    ]
    done = any(m.status in (Status.OCCURRED, Status.ONGOING) for m in telling)
    return mentions if done else telling


def _status(mentions: Sequence[Mention], sources: Mapping[str, Source], done: str) -> tuple[Status, Conflict | None]:
    """The firmest status that is reported, unless more sources deny it; a denial stands as a conflict. What went on is
    over where none of the last to tell of it, by the day, says that it goes on; and what is done at one stroke (`done`:
    a kind with its mode) is over as soon as one tells that it took place."""
    given: dict[Status, list[Mention]] = {}
    for mention in mentions:
        denied = any(a.stance is Stance.DENIES for a in mention.attribution)
        given.setdefault(Status.DENIED if denied else mention.status, []).append(mention)
    asserted = [s for s in given if s is not Status.DENIED]
    if not asserted:
        return Status.DENIED, None
    status: Status = max(asserted, key=FIRMNESS.index)
    momentary = done in kinds().momentary
    if status is Status.ONGOING and Status.OCCURRED in given and (momentary or _is_over(given, sources)):
        status = Status.OCCURRED
    denials = given.get(Status.DENIED, [])
    affirmations = {m.source for s in asserted for m in given[s]}
    if denials and len({m.source for m in denials}) > len(affirmations):
        status = Status.DENIED
    if not denials:
        return status, None
    values = [
        ConflictValue(value=s, mentions=sorted(m.id for m in given[s])) for s in sorted(given, key=FIRMNESS.index)
    ]
    return status, Conflict(field="status", values=values, reason="some say that it happened, others deny it")


def _is_over(given: Mapping[Status, Sequence[Mention]], sources: Mapping[str, Source]) -> bool:
    """The last report that it goes on was published before another report of it."""
    goes_on, took_place = (
        {w.latest for m in given[s] if (w := sources[m.source].published) is not None and w.latest is not None}
        for s in (Status.ONGOING, Status.OCCURRED)
    )
    return bool(goes_on and took_place) and max(goes_on) < max(took_place)


def _participants(mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> tuple[Participant, ...]:
    """Each actor and role once: by actor, its most frequent role first, `Role.OTHER` last.

    Somebody without a name is whoever the other mentions call so, or give that title ("un ingénieur", "l'ingénieur
    Paul Roche"), in the same role; or the only person whom they tell of in it.
    """
    taking = [(actors[p.actor], p.role) for m in mentions for p in m.participants]
    sole = {role: _sole(mentions, actors, role) for _, role in taking}
    counts: Counter[tuple[str, Role]] = Counter()
    for mention in mentions:
        counts.update({(_called(actors[p.actor], p.role, taking, sole[p.role]), p.role) for p in mention.participants})
    order = sorted(counts, key=lambda pair: (pair[0], pair[1] is Role.OTHER, -counts[pair], pair[1]))
    return tuple(Participant(actor=actor, role=role) for actor, role in order)


def _sole(mentions: Sequence[Mention], actors: Mapping[str, Actor], role: Role) -> Actor | None:
    """The one person who takes part in a role: no mention tells of two, and none of them of somebody with a name, or
    all of the same. Without a name, whoever is told of with the most words. None where two sides act together, and
    where one article tells of somebody with a name and of somebody without."""
    if mentions[0].kind in _MUTUAL and role is Role.AGENT:
        return None
    told = [
        (m.source, a) for m in mentions for p in m.participants if p.role is role and _is_person(a := actors[p.actor])
    ]
    people = [a for _, a in told]
    named, where = {a.id for a in people if a.is_named}, {source for source, a in told if a.is_named}
    several = any(sum(p.role is role and _is_person(actors[p.actor]) for p in m.participants) > 1 for m in mentions)
    if several or len(named) > 1 or any(source in where and not a.is_named for source, a in told):
        return None
    return min(people, key=lambda a: (not a.is_named, -len(a.name.split()), a.id), default=None)


def _is_person(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON


def _called(actor: Actor, role: Role, taking: Sequence[tuple[Actor, Role]], sole: Actor | None) -> str:
    """The id of the one who is meant by an actor's words among those who take part in the role."""
    if actor.is_named:
        return actor.id
    named = {a.id for a, r in taking if r is role and a.is_named and any(_agree(actor.name, t) for t in a.titles)}
    if len(named) == 1:
        return named.pop()
    if sole is not None and _is_person(actor):
        return sole.id
    same = [a for a, r in taking if r is role and not a.is_named and _agree(a.name, actor.name)]
    return min(same, key=lambda a: (len(a.name.split()), a.id), default=actor).id


def _agree(words: str, title: str) -> bool:
    """ "chauffeur de l'autocar" and "chauffeur": one says what the other says, and perhaps more."""
    a, b = set(fold(words).split()), set(fold(title).split())
    return a <= b or b <= a


def _places(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Each place once, the finest first, then the most often named."""
    counts: Counter[tuple[str, str | None]] = Counter()
    best: dict[tuple[str, str | None], Place] = {}
    for mention in mentions:
        for place in mention.places:
            key = (place.name, place.country)
            counts[key] += 1
            known = best.get(key)
            if known is None or _detail(place) > _detail(known):
                best[key] = attrs.evolve(place, words=None)
    return tuple(best[k] for k in sorted(best, key=lambda k: (-len(best[k].within), -counts[k], k[0], k[1] or "")))


def _detail(place: Place) -> tuple[int, bool, tuple[str, ...]]:
    return len(place.within), place.geonames is not None, place.within


def _day(source: Source) -> str | None:
    when = source.published
    return None if when is None or when.is_unknown else when.edtf
