"""`Profile`: what one mention, or one article's mentions of one event, say; in the form that comparison works on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import attrs

from recoupe.linking.counting import Count
from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.determiners import Determiner
from recoupe.linking.naming import Naming, naming
from recoupe.linking.stories import Story
from recoupe.model import Kind, Status

#: One happening lasts no longer than this many days, unless it is of a kind that goes on.
MONTH = 31
#: Bits of `Profile.given`: what reports often lack, so that nothing is compared that only one of two says.
STORY, COUNTS, PLACES, TARGETS, ORDINALS, NAMES, AGENTS, COMPLEMENT, OPENING, NUMBER, TOLL = (
    1 << bit for bit in range(11)
)
#: Bits of `Profile.marked`: what few reports have, so that nothing is looked at where neither of two has it.
SYMBOLS, CONTRAST, PERIOD, SEVERAL, NOUN, ORDERED, NAMELESS_AGENTS, NAMELESS_TARGETS = (
    1 << bit for bit in range(13, 21)
)
#: What an article says within this many characters from its start is its headline and lead.
LEAD = 400


@final
@attrs.define(kw_only=True, eq=False)  # nothing changes a profile; one that is frozen takes three times as long to make
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
    #: The first of the two days between which the night lies in which it happened ("la nuit de vendredi à samedi").
    night: int | None
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
    #: Stems of the words that describe those who act and have no name.
    unnamed_agents: frozenset[str]
    #: The same of those concerned.
    unnamed_targets: frozenset[str]
    #: Stems of the titles of those with a name, who act or are concerned.
    titles: frozenset[str]
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
    #: Kinds that the general noun that names it may stand for.
    general: frozenset[Kind]
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
        marked |= NAMELESS_AGENTS if self.unnamed_agents and not self.agents else 0
        marked |= NAMELESS_TARGETS if self.unnamed_targets and not self.targets else 0
        marked |= NOUN if self.determiner is not Determiner.NONE else 0
        self.naming = naming(self.kind, self.modes, self.acts, self.frames, self.stems, self.status, self.general)
        self.given, self.marked = given, marked

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
