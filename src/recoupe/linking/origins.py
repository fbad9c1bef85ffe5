"""Origins: where the attribution chains of an event end. Five outlets that quote one official are one origin."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from recoupe.linking.counting import fold
from recoupe.model import Actor, ActorKind, Mention, Source, Stance

#: Stances that stand behind a report; who denies, doubts or omits it is no origin of it.
_BEHIND = frozenset({Stance.ASSERTS, Stance.CLAIMS})
#: Words in a shingle, and the share of the smaller text's shingles that makes two texts copies of one wire story.
#: Reports of one event written apart share about 1 % of their 5-grams; edited wire copy shares half or more.
SHINGLE, COPIED = 5, 0.5
#: Fewer shared shingles than this are a quotation, not a copied text.
ENOUGH_SHINGLES = 8


def origins(
    mentions: Sequence[Mention],
    sources: Mapping[str, Source],
    actors: Mapping[str, Actor],
    shingles: Callable[[str], frozenset[int]],
) -> tuple[str, ...]:
    """The independent origins of an event.

    Args:
        mentions: the event's mentions.
        sources: the sources, by id.
        actors: the identified actors, by raw id.
        shingles: gives the shingles of a source's passages, by its id.

    Returns:
        Ids of identified actors, or of a source that reports on its own, sorted.
    """
    told: dict[str, set[str]] = {}
    through: dict[str, set[str]] = {}
    known = {a.id: a for m in mentions for a in (actors[x.actor] for x in m.attribution)}
    for mention in mentions:
        ends = told.setdefault(mention.source, set())
        chain = [actors[a.actor] for a in mention.attribution if a.stance in _BEHIND]
        speakers = [a for a in chain if a.kind is not ActorKind.MEDIA]
        media = [a for a in chain if a.kind is ActorKind.MEDIA]
        ends.update(a.id for a in speakers or media[:1])
        for agency in media if speakers else media[1:]:
            through.setdefault(agency.id, set()).update(a.id for a in speakers or media[:1])
    for group in _copies(sorted(told), sources, shingles):
        joined = set().union(*(told[s] for s in group))
        for source in group:
            told[source] = joined or {group[0]}
    agencies = {fold(name): a.id for a in known.values() for name in a.names if a.kind is ActorKind.MEDIA}
    for source, ends in told.items():
        if not ends or ends == {source}:
            told[source] = _credited(sources[source], agencies, [sources[s] for s in told]) or {source}
    ends = {_through(end, through) for source in told.values() for end in _named(source, known)}
    return tuple(sorted(_spoken_for(ends, known)))


def _named(ends: Iterable[str], known: Mapping[str, Actor]) -> set[str]:
    """Within one article, a named speaker stands for the unnamed ones ("un haut responsable russe")."""
    named = {e for e in ends if e not in known or known[e].is_named}
    return named or set(ends)


def _through(end: str, through: Mapping[str, set[str]]) -> str:
    """An agency that another report shows to quote exactly one speaker goes back to that speaker."""
    seen = {end}
    while len(through.get(end, ())) == 1:
        (end,) = through[end]
        if end in seen:
            break
        seen.add(end)
    return end


def _spoken_for(ends: set[str], known: Mapping[str, Actor]) -> set[str]:
    """A state, or an unnamed official, is spoken for by the one named person or body of its country."""
    voices: dict[str, set[str]] = {}
    for end in ends:
        actor = known.get(end)
        if actor and actor.country and actor.is_named and actor.kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
            voices.setdefault(actor.country, set()).add(end)
    return {e for e in ends if not (e in known and _is_voiced(known[e], voices))}


def _is_voiced(actor: Actor, voices: Mapping[str, set[str]]) -> bool:
    if actor.country is None or actor.country not in voices or actor.kind is ActorKind.MEDIA:
        return False
    return actor.kind is ActorKind.STATE or not actor.is_named


def _credited(source: Source, agencies: Mapping[str, str], others: Iterable[Source]) -> set[str]:
    """The agency that an article without attribution is credited to: its actor, or the first of these to credit it."""
    for name in source.agencies[:1]:
        actor = agencies.get(fold(name))
        if actor is not None:
            return {actor}
        return {min(s.id for s in (*others, source) if s.agencies and fold(s.agencies[0]) == fold(name))}
    return set()


# ---------------------------------------------------------------------------------------------------- wire copy
def shingled(passages: Iterable[str]) -> frozenset[int]:
    """The 5-word shingles of passages, as numbers that are the same on every machine."""
    out: set[int] = set()
    for passage in passages:
        words = fold(passage).split()
        for n in range(max(1, len(words) - SHINGLE + 1)):
            out.add(zlib.crc32(" ".join(words[n : n + SHINGLE]).encode()))
    return frozenset(out)


def _copies(
    ids: Sequence[str], sources: Mapping[str, Source], shingles: Callable[[str], frozenset[int]]
) -> list[list[str]]:
    """The sources in groups of copies of one text; each group sorted."""
    groups: list[list[str]] = []
    for source in ids:
        near = [g for g in groups if any(_is_copy(source, other, sources, shingles) for other in g)]
        merged = sorted([source, *(s for g in near for s in g)])
        groups = [g for g in groups if g not in near] + [merged]
    return groups


def _is_copy(a: str, b: str, sources: Mapping[str, Source], shingles: Callable[[str], frozenset[int]]) -> bool:
    if sources[a].digest == sources[b].digest:
        return True
    x, y = shingles(a), shingles(b)
    return len(x & y) >= max(ENOUGH_SHINGLES, COPIED * min(len(x), len(y)))
