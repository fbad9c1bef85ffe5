"""Profiling: what one mention says, in the form that comparison works on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from recoupe.calendar import DayPart
from recoupe.linking.counting import Count, fold, folded
from recoupe.linking.days import OPEN_END, OPEN_START, day_bounds
from recoupe.linking.determiners import determined, shows_tense
from recoupe.linking.naming import HAPPENS
from recoupe.linking.own_names import own_names
from recoupe.linking.profile import MONTH, Profile
from recoupe.linking.stories import Story
from recoupe.linking.tables import act, kinds
from recoupe.linking.words import complement, describing, points_back, stands_for, stems, topic_words
from recoupe.model import Actor, ActorKind, Mention, Place, Role, TimeRole, When

_NOTHING: Final[frozenset[str]] = frozenset()
_UNCOUNTED: Final[frozenset[int]] = frozenset()
_ACTING: Final = Role.AGENT
_CONCERNED: Final = (Role.PATIENT, Role.RECIPIENT)
_OF_STATES: Final = (ActorKind.STATE, ActorKind.ARMED_FORCE)
#: How the symbol of a night between two days begins, and how it ends where its words name neither ("dans la nuit").
_NIGHT: Final = f"partofday({DayPart.NIGHT},range("
_LAST_NIGHT: Final = "publication))"


@lru_cache(maxsize=65536)
def _only(value: str) -> frozenset[str]:
    """The set of one value; one object for all profiles."""
    return frozenset((value,))


@lru_cache(maxsize=1024)
def _at(start: int) -> frozenset[int]:
    return frozenset((start,))


@lru_cache(maxsize=65536)
def _several(values: tuple[str, ...]) -> frozenset[str]:
    """Reports of one event have many a set in common, and memory that is not written saves time."""
    return frozenset(values)


def _set(values: Sequence[str]) -> frozenset[str]:
    return _NOTHING if not values else _only(values[0]) if len(values) == 1 else _several(tuple(values))


def of_mention(
    mention: Mention, when: When, actors: Mapping[str, Actor], story: Story | None = None, told: int = 1
) -> Profile:
    """The profile of one mention.

    Args:
        mention: What is said.
        when: Its date.
        actors: The identified actors, by raw id.
        story: That of its article.
        told: How many mentions of its article are of its kind and mode, itself among them.
    """
    agents: list[str] = []
    targets: list[str] = []
    named: list[str] = []
    agent_countries: list[str] = []
    target_countries: list[str] = []
    particular: list[str] = []
    distinct: list[str] = []
    unnamed_agents: list[str] = []
    unnamed_targets: list[str] = []
    titles: list[str] = []
    personal = mention.kind in kinds().personal
    for participant in mention.participants:
        actor = actors[participant.actor]
        acts = participant.role is _ACTING
        concerned = personal if acts else participant.role in _CONCERNED
        if actor.country is not None:
            if acts:
                agent_countries.append(actor.country)
            elif concerned:
                target_countries.append(actor.country)
        if not actor.is_named:
            if acts:
                unnamed_agents += sorted(describing(actor.name))
            if concerned:
                unnamed_targets += sorted(describing(actor.name))
            continue
        named.append(actor.id)
        if actor.titles and (acts or concerned):
            titles += _described_by(actor.titles)
        if acts:
            agents.append(actor.id)
        if concerned:
            targets.append(actor.id)
        if actor.kind not in _OF_STATES:
            particular.append(actor.id)
            if concerned and actor.kind is ActorKind.PERSON and " " in actor.name:
                distinct.append(actor.id)
    first, last = day_bounds(when)
    counts = tuple([Count.of(figure) for figure in mention.figures])
    finest = mention.places[0] if mention.places else None
    enclosing = _enclosing(mention.places) if finest else _NOTHING
    names = own_names(mention, actors)
    by, plural = determined(mention)
    expression = mention.expression
    firm = expression is not None and not (when.approximate or when.uncertain)
    counted_apart = expression is not None and expression.role is TimeRole.WINDOW
    return Profile(
        mentions=(mention.id,),
        source=mention.source,
        kind=mention.kind,
        symmetric=kinds().is_symmetric(mention.kind, mention.mode),
        modes=_only(mention.mode) if mention.mode else _NOTHING,
        acts=_only(act(mention.kind, mention.mode)),
        frames=_only(mention.frame or fold(mention.trigger.text)),
        status=mention.status,
        shown=firm or mention.status not in HAPPENS or shows_tense(mention, by),
        first=first,
        last=last,
        firm=firm,
        night=_night(mention, first, last),
        period=_is_of_period(mention, when, first, last, plural),
        symbols=_unresolved(mention, first, last),
        agents=_set(agents),
        targets=_set(targets),
        actors=_set(named),
        particular=_set(particular),
        distinct=_set(distinct),
        unnamed_agents=_set(unnamed_agents),
        unnamed_targets=_set(unnamed_targets),
        titles=_set(titles),
        agent_countries=_set(agent_countries),
        target_countries=_set(target_countries),
        places=_only(folded(finest.name)) if finest else _NOTHING,
        enclosing=enclosing,
        place_countries=_only(finest.country) if finest and finest.country else _NOTHING,
        counts=counts,
        concepts=_set([c.concept for c in counts if c.concept is not None]),
        ordinals=_UNCOUNTED if mention.ordinal is None or counted_apart else frozenset((mention.ordinal,)),
        contrast=mention.contrast,
        words=topic_words(mention.passage.text),
        stems=stems(mention.trigger.text),
        general=stands_for(mention.trigger.text),
        refers=points_back(mention),
        determiner=by,
        plural=plural,
        complement=complement(mention),
        names=names,
        told=told,
        passages=_at(mention.passage.start),
        start=mention.trigger.start,
        story=story,
    )


@lru_cache(maxsize=65536)
def _described_by(titles: frozenset[str]) -> tuple[str, ...]:
    """Stems of the words of somebody's titles, sorted."""
    return tuple(sorted({stem for title in titles for stem in describing(title)}))


def _enclosing(places: Sequence[Place]) -> frozenset[str]:
    """The folded names of what the first place, the finest, lies in, and of the others."""
    names = [*places[0].within, *(place.name for place in places[1:])]
    return frozenset(map(folded, names)) if names else _NOTHING


def _is_of_period(mention: Mention, when: When, first: int, last: int, plural: bool | None) -> bool:
    if not (when.lasting or plural) or mention.expression is None or kinds().goes_on(mention.kind, mention.mode):
        return False
    return first != OPEN_START and last - first > MONTH


def _night(mention: Mention, first: int, last: int) -> int | None:
    """The first day of the night that its words name by both its days."""
    symbol = mention.expression.symbol if mention.expression is not None else None
    if symbol is None or last - first != 1 or not symbol.startswith(_NIGHT) or symbol.endswith(_LAST_NIGHT):
        return None
    return first


def _unresolved(mention: Mention, first: int, last: int) -> frozenset[str]:
    expression = mention.expression
    if expression is None or expression.symbol is None or expression.role is not TimeRole.WITHIN:
        return _NOTHING
    return _only(expression.symbol) if first == OPEN_START or last == OPEN_END else _NOTHING
