"""Evidence: what speaks for one happening or for two. Each comparison gives a level; weights and sentences are data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import final

import attrs

from recoupe.linking import naming
from recoupe.linking.amounts import figures_level, toll_level
from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.naming import Naming, Outcome
from recoupe.linking.parties import agent_level, roles_level, target_level, unnamed_agent_level, unnamed_target_level
from recoupe.linking.profile import (
    COMPLEMENT,
    COUNTS,
    NAMELESS_AGENTS,
    NAMELESS_TARGETS,
    NAMES,
    NOUN,
    NUMBER,
    OPENING,
    PLACES,
    SEVERAL,
    STORY,
    TARGETS,
    TOLL,
    Profile,
)
from recoupe.linking.references import reference_level, retelling_level
from recoupe.linking.stories import likeness, months_between, told_together
from recoupe.linking.timing import when_level

#: The share of the shorter passage's words that must recur for wording to count as shared (some, much).
SOME_WORDING, MUCH_WORDING = 0.25, 0.5
#: Two passages of so many words of weight are one sentence, copied, where this share of all their words recurs.
SENTENCE, COPIED = 5, 0.6

#: An article that tells so many of one kind and mode tells several happenings; two articles that tell so many beside
#: the two that are compared tell others that either may be.
MANY_TOLD, OTHERS_TOLD = 4, 3

#: Levels of figures that tell two happenings apart.
APART = ("different", "others", "people")


@final
@attrs.frozen(kw_only=True, eq=False)
class Comparison:
    """One row of the table."""

    #: The field's name; also the section of ``data/weights.toml``.
    name: str
    #: The level that two profiles reach; None where one of them lacks the value.
    level: Callable[[Profile, Profile], Outcome]
    #: The values compared, for the sentence.
    detail: Callable[[Profile, Profile], Iterable[str]]
    #: What must be at hand (`profile.at_hand`), or nothing is compared.
    needs: int = 0
    #: Only mentions of one article are compared by it.
    inside: bool = False
    #: Where the level rests on how both are named alone: the same, of namings.
    of_namings: Callable[[Naming, Naming], Outcome] | None = None


def _by_naming(
    name: str, of: Callable[[Naming, Naming], Outcome], detail: Callable[[Profile, Profile], Iterable[str]]
) -> Comparison:
    return Comparison(name=name, level=lambda a, b: of(a.naming, b.naming), detail=detail, of_namings=of)


def _place(a: Profile, b: Profile) -> Outcome:
    if not a.places or not b.places:
        return None
    if not a.places.isdisjoint(b.places):
        return "same"
    if not a.places.isdisjoint(b.enclosing) or not b.places.isdisjoint(a.enclosing):
        return "part"
    if not a.place_countries or not b.place_countries:
        return None
    return "elsewhere" if told_together(a.story, b.story) else "different"


def _wording(a: Profile, b: Profile) -> Outcome:
    if not a.words or not b.words or (a.source == b.source and not a.passages.isdisjoint(b.passages)):
        return None
    shared, fewer, more = len(a.words & b.words), *sorted((len(a.words), len(b.words)))
    if shared < SOME_WORDING * fewer:
        return None if shared else "none"
    if shared < MUCH_WORDING * fewer:
        return "some"
    if a.source == b.source or fewer < SENTENCE or shared < COPIED * (fewer + more - shared):
        return "strong"
    return "other_word" if a.stems.isdisjoint(b.stems) else "copied"


def _complement(a: Profile, b: Profile) -> Outcome:
    if a.source == b.source or not a.complement or not b.complement:
        return None
    return "none" if a.complement.isdisjoint(b.complement) else "shared"


def _name(a: Profile, b: Profile) -> Outcome:
    return None if a.names.isdisjoint(b.names) else "same"


def _rarity(a: Profile, b: Profile) -> Outcome:
    """How many happenings of the kind there are to choose from: where an article speaks of a death twice, it is mostly
    one, unless it counts other things."""
    if a.kind is not b.kind:
        return None
    if a.source != b.source:
        beside = a.told - len(a.mentions) + b.told - len(b.mentions)
        return "others" if beside >= OTHERS_TOLD else None
    if a.modes != b.modes:
        return None
    if a.told == 2:
        return None if figures_level(a, b) in APART else "two"
    return "many" if a.told >= MANY_TOLD else None


def _story(a: Profile, b: Profile) -> Outcome:
    return None if a.story is None or b.story is None else likeness(a.story, b.story)


def _position(a: Profile, b: Profile) -> Outcome:
    """Where the articles say it: one sentence seldom tells one happening twice, a headline and its lead or two leads
    often tell the same."""
    if a.source == b.source:
        if not a.passages.isdisjoint(b.passages):
            return "sentence"
        return "headline" if (0 in a.passages or 0 in b.passages) and a.given & b.given & OPENING else None
    if not a.given & b.given & OPENING:
        return None
    return "other_news" if a.story and b.story and months_between(a.story, b.story) else "leads"


def _number(a: Profile, b: Profile) -> Outcome:
    """Several and one of them ("les accidents", "l'accident")."""
    return "several" if a.counts_apart(b) and not a.stems.isdisjoint(b.stems) else None


def _names(a: Profile, b: Profile) -> list[str]:
    if a.story is None or b.story is None:
        return []
    return sorted(a.story.names & b.story.names)[:_NAMES_SHOWN]


def _date(day: int) -> str:
    return "…" if day in (OPEN_START, OPEN_END) else date.fromordinal(day).isoformat()


def _span(p: Profile) -> str:
    return _date(p.first) if p.first == p.last else f"{_date(p.first)} to {_date(p.last)}"


def _dates(a: Profile, b: Profile) -> list[str]:
    return [_span(a)] if (a.first, a.last) == (b.first, b.last) else [_span(a), _span(b)]


def _both(x: frozenset[str], y: frozenset[str]) -> list[str]:
    common = x & y
    return sorted(common) if common else [", ".join(sorted(x)) + " / " + ", ".join(sorted(y))]


#: How many shared names a sentence lists.
_NAMES_SHOWN = 8
#: The table. The order is that in which the verdict prints its parts.
COMPARISONS: tuple[Comparison, ...] = (
    _by_naming("kind", naming.kind_level, lambda a, b: dict.fromkeys((a.kind, b.kind))),
    _by_naming("mode", naming.mode_level, lambda a, b: _both(a.modes, b.modes)),
    _by_naming("meaning", naming.meaning_level, lambda a, b: _both(a.frames, b.frames)),
    Comparison(name="when", level=when_level, detail=_dates),
    Comparison(name="agent", level=agent_level, detail=lambda a, b: _both(a.agents, b.agents)),
    Comparison(name="target", level=target_level, detail=lambda a, b: _both(a.targets, b.targets), needs=TARGETS),
    Comparison(name="unnamed_agent", level=unnamed_agent_level, detail=lambda a, b: (), needs=NAMELESS_AGENTS),
    Comparison(name="unnamed_target", level=unnamed_target_level, detail=lambda a, b: (), needs=NAMELESS_TARGETS),
    Comparison(name="roles", level=roles_level, detail=lambda a, b: sorted(a.actors & b.actors)),
    Comparison(name="place", level=_place, detail=lambda a, b: _both(a.places, b.places), needs=PLACES),
    Comparison(
        name="figures",
        level=figures_level,
        detail=lambda a, b: [" + ".join(c.words for c in p.counts) for p in (a, b)],
        needs=COUNTS,
    ),
    _by_naming("status", naming.status_level, lambda a, b: dict.fromkeys((a.status, b.status))),
    Comparison(name="wording", level=_wording, detail=lambda a, b: sorted(a.words & b.words)),
    Comparison(
        name="complement",
        level=_complement,
        detail=lambda a, b: sorted(a.complement & b.complement),
        needs=COMPLEMENT,
    ),
    Comparison(name="name", level=_name, detail=lambda a, b: _both(a.names, b.names), needs=NAMES),
    Comparison(name="reference", level=reference_level, detail=lambda a, b: _both(a.frames, b.frames), inside=True),
    Comparison(name="retelling", level=retelling_level, detail=lambda a, b: _both(a.frames, b.frames), needs=NOUN),
    Comparison(name="number", level=_number, detail=lambda a, b: _both(a.frames, b.frames), needs=NUMBER),
    Comparison(
        name="toll",
        level=toll_level,
        detail=lambda a, b: [" + ".join(c.words for c in (a.counts or b.counts))],
        needs=TOLL,
    ),
    Comparison(name="rarity", level=_rarity, detail=lambda a, b: dict.fromkeys((a.kind, b.kind)), needs=SEVERAL),
    Comparison(name="position", level=_position, detail=lambda a, b: ()),
    Comparison(name="story", level=_story, detail=_names, needs=STORY),
)
