"""`Profile`: what one mention, or one article's mentions of one event, say; in the form that comparison works on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, final

import attrs

from recoupe.linking.counting import Count, fold, folded
from recoupe.linking.days import OPEN_END, OPEN_START, day_bounds
from recoupe.linking.determiners import Determiner, determined, shows_tense
from recoupe.linking.naming import HAPPENS, Naming, naming
from recoupe.linking.own_names import own_names
from recoupe.linking.stories import Story
from recoupe.linking.tables import act, kinds
from recoupe.linking.words import complement, points_back, stems, topic_words
from recoupe.model import Actor, ActorKind, Kind, Mention, Place, Role, Status, TimeRole, When

_NOTHING: Final[frozenset[str]] = frozenset()
_UNCOUNTED: Final[frozenset[int]] = frozenset()
_ACTING: Final = Role.AGENT
_CONCERNED: Final = (Role.PATIENT, Role.RECIPIENT)
_OF_STATES: Final = (ActorKind.STATE, ActorKind.ARMED_FORCE)
#: From the weakest to the firmest word on whether it happened.
FIRMNESS = (Status.POSSIBLE, Status.PLANNED, Status.DENIED, Status.OCCURRED, Status.ONGOING)


#: One happening lasts no longer than this many days, unless it is of a kind that goes on.
MONTH = 31
#: Bits of `Profile.given`: what reports often lack, so that nothing is compared that only one of two says.
STORY, COUNTS, PLACES, TARGETS, ORDINALS, NAMES, AGENTS, COMPLEMENT, OPENING, NUMBER, TOLL = (
    1 << bit for bit in range(11)
)
#: Bits of `Profile.marked`: what few reports have, so that nothing is looked at where neither of two has it.
SYMBOLS, CONTRAST, PERIOD, SEVERAL, NOUN, ORDERED = (1 << bit for bit in range(11, 17))
#: What an article says within this many characters from its start is its headline and lead.
LEAD = 400


@final
@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """What is said of one event, by one mention or by all mentions of one article that mean it."""

    #: Ids of the mentions, sorted by their place in the text.
    mentions: tuple[str, ...]
    #: The source that they are from.
    source: str
    #: What happened; of several kinds, that of the first mention.
    kind: Kind
    #: All sides do the same thing, or one thing from two sides, so that roles are not told apart.
    symmetric: bool
    #: Refinements given.
    modes: frozenset[str]
    #: Kinds with their modes ("assault/combat").
    acts: frozenset[str]
    #: Lexicon entries that named it, and the folded trigger words where there is none.
    frames: frozenset[str]
    #: The firmest status given, by those that show it if some do.
    status: Status
    #: The text shows it by more than a word without tense, which may as well name what is planned.
    shown: bool
    #: First possible day (proleptic Gregorian ordinal), `OPEN_START` when open.
    first: int
    #: Last possible day, included, `OPEN_END` when open.
    last: int
    #: The text itself dates it, without "about" or doubt: two firm dates that exclude each other are two events.
    firm: bool
    #: The text tells it of a stretch of months ("entre janvier et juin", "depuis 2015"); one happening is a part of it.
    period: bool
    #: Symbols that date it in an article whose own day is not known, so that `first` and `last` do not say it all.
    symbols: frozenset[str]
    #: Ids of the identified, named actors that act.
    agents: frozenset[str]
    #: Ids of the identified, named actors concerned (patients and recipients).
    targets: frozenset[str]
    #: All named actors, in any role.
    actors: frozenset[str]
    #: Those of `actors` that are persons, organisations, groups or media: rarer than states, and so stronger.
    particular: frozenset[str]
    #: Those of `targets` that are persons and go by two words or more: a single one may be a by-name of anybody, and a
    #: body may go by the name of its site or of its owner.
    distinct: frozenset[str]
    #: Countries of those who act.
    agent_countries: frozenset[str]
    #: Countries of those concerned.
    target_countries: frozenset[str]
    #: Folded names of the finest places.
    places: frozenset[str]
    #: Folded names of the places that enclose them.
    enclosing: frozenset[str]
    #: Countries of the places.
    place_countries: frozenset[str]
    #: What is counted.
    counts: tuple[Count, ...]
    #: Concepts counted.
    concepts: frozenset[str]
    #: Which of several like events the text says it is, unless it counts within a stretch of its own.
    ordinals: frozenset[int]
    #: The text sets it apart from another one of its kind.
    contrast: bool
    #: Words of weight in the passages.
    words: frozenset[str]
    #: Beginnings of the words that name it, so that "limogé" and "limogeage" are akin.
    stems: frozenset[str]
    #: A general word with a definite determiner names it ("le drame"), and nothing else does.
    refers: bool
    #: That of the word that names it; of several, the one that takes it least for known.
    determiner: Determiner
    #: The noun that names it means several; None where nothing tells whether it means several or one.
    plural: bool | None
    #: Words right behind those that name it, which say what it is of.
    complement: frozenset[str]
    #: Its own names ("la tempête Ciaran").
    names: frozenset[str]
    #: How many mentions of the article are of its kind and mode.
    told: int
    #: Where its passages begin in the article.
    passages: frozenset[int]
    #: Where the first word that names it begins.
    start: int
    #: What the whole article's story is known by; None where it is left out of account.
    story: Story | None
    #: Its kind, modes, acts, frames, stems and status.
    naming: Naming = attrs.field(init=False)
    #: What it has a value for, of what reports often lack: a sum of `STORY`, `COUNTS` ...
    given: int = attrs.field(init=False)
    #: What it has of what few reports have: a sum of `SYMBOLS`, `CONTRAST` ...
    marked: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        given = STORY if self.story is not None else 0
        given |= COUNTS if self.counts else 0
        given |= PLACES if self.places else 0
        given |= TARGETS if self.targets or self.target_countries else 0
        given |= ORDINALS if self.ordinals else 0
        given |= NAMES if self.names else 0
        given |= AGENTS if self.agents else 0
        given |= COMPLEMENT if self.complement else 0
        given |= NUMBER if self.plural is not None else 0
        given |= OPENING if min(self.passages) < LEAD else 0
        given |= TOLL if self.kind is Kind.CASUALTY else 0
        marked = SYMBOLS if self.symbols else 0
        marked |= CONTRAST if self.contrast else 0
        marked |= PERIOD if self.period else 0
        marked |= SEVERAL if self.told > 1 else 0
        marked |= ORDERED if self.ordinals else 0
        marked |= NOUN if self.determiner is not Determiner.NONE else 0
        object.__setattr__(
            self, "naming", naming(self.kind, self.modes, self.acts, self.frames, self.stems, self.status)
        )
        object.__setattr__(self, "given", given)
        object.__setattr__(self, "marked", marked)

    def counts_apart(self, other: Profile) -> bool:
        """The nouns that name them say that one of them is several, and the other is one."""
        return self.plural is not None and other.plural is not None and self.plural is not other.plural

    @property
    def span(self) -> int:
        """How many days its date spans; huge when an end is open."""
        if self.first == OPEN_START or self.last == OPEN_END:
            return OPEN_END
        return self.last - self.first + 1


def at_hand(a: Profile, b: Profile) -> int:
    """What two profiles can be compared by: a sum of `STORY`, `SYMBOLS` ..."""
    return a.given & b.given | a.marked | b.marked


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
            continue
        named.append(actor.id)
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
        period=_is_of_period(mention, when, first, last, plural),
        symbols=_unresolved(mention, first, last),
        agents=_set(agents),
        targets=_set(targets),
        actors=_set(named),
        particular=_set(particular),
        distinct=_set(distinct),
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


def labelled(profile: Profile, labels: Mapping[str, str]) -> Profile:
    """The profile with other ids of actors, for sentences; no two ids may have one label."""

    def called(ids: frozenset[str]) -> frozenset[str]:
        return frozenset(labels[actor] for actor in ids)

    return attrs.evolve(
        profile,
        agents=called(profile.agents),
        targets=called(profile.targets),
        actors=called(profile.actors),
        particular=called(profile.particular),
        distinct=called(profile.distinct),
    )


def _enclosing(places: Sequence[Place]) -> frozenset[str]:
    """The folded names of what the first place, the finest, lies in, and of the others."""
    names = [*places[0].within, *(place.name for place in places[1:])]
    return frozenset(map(folded, names)) if names else _NOTHING


def _is_of_period(mention: Mention, when: When, first: int, last: int, plural: bool | None) -> bool:
    if not (when.lasting or plural) or mention.expression is None or kinds().goes_on(mention.kind, mention.mode):
        return False
    return first != OPEN_START and last - first > MONTH


def _unresolved(mention: Mention, first: int, last: int) -> frozenset[str]:
    expression = mention.expression
    if expression is None or expression.symbol is None or expression.role is not TimeRole.WITHIN:
        return _NOTHING
    return _only(expression.symbol) if first == OPEN_START or last == OPEN_END else _NOTHING


def joined(parts: Sequence[Profile]) -> Profile:
    """The profile of one article's mentions of one event: sets are joined, dates narrowed.

    Where their dates exclude each other the hull is taken, and is no longer firm.
    """
    if len(parts) == 1:
        return parts[0]
    telling = [p for p in parts if p.shown] or parts
    first, last = max(p.first for p in telling), min(p.last for p in telling)
    agree = first <= last
    if not agree:
        first, last = min(p.first for p in telling), max(p.last for p in telling)
    head = parts[0]
    return Profile(
        mentions=tuple(m for p in parts for m in p.mentions),
        source=head.source,
        kind=head.kind,
        symmetric=head.symmetric,
        modes=frozenset().union(*(p.modes for p in parts)),
        acts=frozenset().union(*(p.acts for p in parts)),
        frames=frozenset().union(*(p.frames for p in parts)),
        status=max((p.status for p in telling), key=FIRMNESS.index),
        shown=any(p.shown for p in parts),
        first=first,
        last=last,
        firm=agree and any(p.firm for p in parts),
        period=any(p.period for p in parts),
        symbols=frozenset().union(*(p.symbols for p in parts)),
        agents=frozenset().union(*(p.agents for p in parts)),
        targets=frozenset().union(*(p.targets for p in parts)),
        actors=frozenset().union(*(p.actors for p in parts)),
        particular=frozenset().union(*(p.particular for p in parts)),
        distinct=frozenset().union(*(p.distinct for p in parts)),
        agent_countries=frozenset().union(*(p.agent_countries for p in parts)),
        target_countries=frozenset().union(*(p.target_countries for p in parts)),
        places=frozenset().union(*(p.places for p in parts)),
        enclosing=frozenset().union(*(p.enclosing for p in parts)),
        place_countries=frozenset().union(*(p.place_countries for p in parts)),
        counts=tuple(dict.fromkeys(c for p in parts for c in p.counts)),
        concepts=frozenset().union(*(p.concepts for p in parts)),
        ordinals=frozenset().union(*(p.ordinals for p in parts)),
        contrast=any(p.contrast for p in parts),
        words=frozenset().union(*(p.words for p in parts)),
        stems=frozenset().union(*(p.stems for p in parts)),
        refers=all(p.refers for p in parts),
        determiner=min(p.determiner for p in parts),
        plural=head.plural if all(p.plural is head.plural for p in parts) else None,
        complement=frozenset().union(*(p.complement for p in parts)),
        names=frozenset().union(*(p.names for p in parts)),
        told=head.told,
        passages=frozenset().union(*(p.passages for p in parts)),
        start=min(p.start for p in parts),
        story=head.story,
    )
