"""Identity: which actors of several articles are one.

Articles name one person in several ways, and several persons in one. `identify` joins actors whose names agree across
spellings (`recoupe.names`), unless something tells them apart; a name that fits two stays by itself. The result depends
on the set of actors alone: not on their order, and not on how often one is given.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import final

import attrs

from recoupe.gazetteer import countries, key
from recoupe.linking.likeness import Likeness, blocks, brief_blocks, likeness
from recoupe.model import Actor, ActorKind

#: Words of a title of no more letters say nothing ("de", "la", "des").
_SMALL = 3
#: "président" and "présidente", "ministre" and "ministères" begin alike for this many letters.
_STEM = 6


@final
@attrs.frozen(kw_only=True)
class Identities:
    """The actors that a record is about, and what they were made of."""

    #: One for each actor, sorted by id; each has the id of one of its members, and all their names and titles.
    actors: tuple[Actor, ...]
    #: The id of each actor that was given -> the id of the actor that it is.
    of: Mapping[str, str]
    #: The id of each actor of several members -> why they are one, as sentences.
    reasons: Mapping[str, tuple[str, ...]]


def identify(actors: Iterable[Actor]) -> Identities:
    """Join the actors that are one. Order and repetition do not matter; nothing given is lost; none gives none.

    Actors with a `scope` stay alone. Cost: near linear; only actors that share a sound of a name are compared.
    """
    given = tuple(sorted({actor.id: actor for actor in actors}.values(), key=lambda actor: actor.id))
    clusters = _Clusters(given)
    for (_, a, b), match in _candidates(given):
        clusters.join(a, b, match)
    clusters.attach_short_names()
    merged, of, reasons = [], {}, {}
    for members in clusters.all():
        actor = merge(members)
        merged.append(actor)
        of.update({member.id: actor.id for member in members})
        why = clusters.reasons(members)
        if len(members) > 1:
            reasons[actor.id] = why
    return Identities(
        actors=tuple(sorted(merged, key=lambda actor: actor.id)),
        of=MappingProxyType(of),
        reasons=MappingProxyType(reasons),
    )


def _candidates(actors: Sequence[Actor]) -> list[tuple[tuple[float, str, str], Likeness]]:
    """Pairs that agree, the likest first; ties by id, so that the order of the actors does not matter."""
    found: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.is_named:
            for block in blocks(actor):
                found[block].append(actor)
    pairs: dict[tuple[float, str, str], Likeness] = {}
    seen: set[tuple[str, str]] = set()
    for members in found.values():
        for a, b in _worth_comparing(members):
            if (a.id, b.id) in seen:
                continue
            seen.add((a.id, b.id))
            match = likeness(a, b)
            if match.same:
                pairs[-match.score, a.id, b.id] = match
    return sorted(pairs.items(), key=lambda item: item[0])


def _worth_comparing(members: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """The pairs of a block, each in its order, but for those that a registry knows to be two."""
    if members[0].kind is ActorKind.STATE and all(m.country for m in members):
        # All actors of one state are one: it is enough to compare them with the first.
        yield from ((members[0], m) for m in members[1:])
        return
    before: defaultdict[str | None, list[Actor]] = defaultdict(list)
    for n, one in enumerate(members):
        others = members[:n] if one.wikidata is None else before[None] + before[one.wikidata]
        yield from ((other, one) for other in others)
        before[one.wikidata].append(one)


class _Clusters:
    """Growing sets of actors. Two sets join only when no member of one is told apart from a member of the other."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._cluster = {actor.id: frozenset({actor.id}) for actor in actors}
        self._why: dict[frozenset[str], set[str]] = defaultdict(set)

    def join(self, a: str, b: str, match: Likeness) -> bool:
        """Join the sets of two actors, unless something inside them forbids it."""
        left, right = self._cluster[a], self._cluster[b]
        if left == right:
            return True
        one_state = self._actors[a].kind is ActorKind.STATE and match.score == 1.0
        pairs = itertools.product(sorted(left), sorted(right))
        if not one_state and any(likeness(self._actors[x], self._actors[y]).apart for x, y in pairs):
            return False
        joined = left | right
        self._why[joined] = self._why.pop(left, set()) | self._why.pop(right, set()) | {match.reason}
        for member in joined:
            self._cluster[member] = joined
        return True

    def all(self) -> list[tuple[Actor, ...]]:
        """The sets, each sorted by id."""
        return [tuple(self._actors[i] for i in sorted(c)) for c in sorted(set(self._cluster.values()), key=sorted)]

    def reasons(self, members: Sequence[Actor]) -> tuple[str, ...]:
        """Why the members are one."""
        return tuple(sorted(self._why.get(frozenset(m.id for m in members), ())))

    def attach_short_names(self) -> None:
        """A name that may be short for one actor only ("Choïgou", "KCNA") is that actor's; for two, it stays open.

        All sets are judged as they stood before, so that no attachment depends on another.
        """
        before = self.all()
        # Of two sets that a registry knows, neither is short for the other.
        unregistered = [any(m.wikidata is None for m in members) for members in before]
        every: dict[str, list[int]] = defaultdict(list)
        loose: dict[str, list[int]] = defaultdict(list)
        for number, members in enumerate(before):
            for block in {b for m in members if m.is_named for b in blocks(m) | brief_blocks(m)}:
                every[block].append(number)
                if unregistered[number]:
                    loose[block].append(number)
        wishes: list[tuple[tuple[Actor, ...], tuple[Actor, ...], Likeness]] = []
        for number, members in enumerate(before):
            if not members[0].is_named:
                continue
            found_by = every if unregistered[number] else loose
            near = {n for m in members for b in blocks(m) for n in found_by.get(b, ())} - {number}
            hosts = [(before[n], found) for n in sorted(near) if (found := _host(members, before[n]))]
            if len(hosts) == 1:
                wishes.append((members, *hosts[0]))
        for members, host, match in wishes:
            self.join(members[0].id, host[0].id, match)


def _host(short: Sequence[Actor], full: Sequence[Actor]) -> Likeness | None:
    """How the actors `short` may be the actors `full`, named more fully; None when they are not."""
    found = [likeness(a, b) for a in short for b in full]
    if any(match.apart for match in found) or _hold_other_offices(short, full):
        return None
    brief = {actor.id for actor in short}
    return max((m for m in found if m.shorter in brief), key=lambda m: (m.score, m.reason), default=None)


def _hold_other_offices(short: Sequence[Actor], full: Sequence[Actor]) -> bool:
    """Offices without a word in common tell two persons of one surname apart ("le maire, M. Martin"; "Jean Martin,
    procureur"), unless one country is theirs: then they are two of somebody's offices, or two words for one."""
    here, there = ({word for m in members for word in _office_words(m)} for members in (short, full))
    countries_of = [{m.country for m in members if m.country} for members in (short, full)]
    return bool(here and there) and here.isdisjoint(there) and countries_of[0].isdisjoint(countries_of[1])


def _office_words(actor: Actor) -> frozenset[str]:
    if actor.kind is not ActorKind.PERSON:
        return frozenset()
    return frozenset(word[:_STEM] for title in actor.titles for word in key(title).split() if len(word) > _SMALL)


def merge(members: Sequence[Actor]) -> Actor:
    """One actor with everything its members have, under the id of the member with the fullest name.

    The name is the one that most members show, of several the longest. A country or a Wikidata id on which they
    differ is not decided. Of several ids the smallest is taken, so that a further member seldom changes it.
    """
    if len(members) == 1:
        return members[0]
    chosen = min(members, key=lambda m: (-max(len(key(n).split()) for n in m.names), m.id))
    kinds = Counter(m.kind for m in members)
    kind = min(kinds, key=lambda k: (-kinds[k], k.value))
    country = _agreed(m.country for m in members)
    state = countries().with_code(country) if kind is ActorKind.STATE and country else None
    names = Counter(m.name for m in members)
    fullest = max(len(key(n).split()) for n in names) if kind is ActorKind.PERSON else 0
    shown = min((n for n in names if len(key(n).split()) >= min(fullest, 2)), key=lambda n: (-names[n], -len(n), n))
    return Actor(
        name=state.name if state else shown,
        kind=kind,
        names=frozenset(name for m in members for name in m.names),
        country=country,
        titles=frozenset(title for m in members for title in m.titles),
        wikidata=_agreed(m.wikidata for m in members),
        scope=chosen.scope,
    ).known_by(chosen.id)


def _agreed(values: Iterable[str | None]) -> str | None:
    known = {value for value in values if value is not None}
    return known.pop() if len(known) == 1 else None
