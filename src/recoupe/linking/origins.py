"""Origins: where the attribution chains of an event end. Five outlets that quote one official are one origin."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from recoupe.linking.counting import fold
from recoupe.model import Actor, ActorKind, Attribution, Mention, Source, Stance

#: Stances that stand behind a report; who denies, doubts or omits it is no origin of it.
BEHIND = frozenset({Stance.ASSERTS, Stance.CLAIMS})
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
    known = {a.id: a for m in mentions for a in (actors[x.actor] for x in _chain(m))}
    for mention in mentions:
        ends = told.setdefault(mention.source, set())
        chain = [actors[a.actor] for a in _chain(mention) if a.stance in BEHIND]
        speakers = [a for a in chain if a.kind is not ActorKind.MEDIA]
        media = [a for a in chain if a.kind is ActorKind.MEDIA]
        ends.update(a.id for a in speakers or media[:1])
        for agency in media if speakers else media[1:]:
            through.setdefault(agency.id, set()).update(a.id for a in speakers or media[:1])
    groups = _copies(sorted(told), sources, shingles)
    texts = [_named(set().union(*(told[s] for s in group)), known) for group in groups]
    credits = [[fold(name) for s in group for name in sources[s].agencies[:1]] for group in groups]
    agencies = {fold(name): a.id for a in known.values() for name in a.names if a.kind is ActorKind.MEDIA}
    quoted: dict[str, set[str]] = {}
    for ends, credited in zip(texts, credits, strict=True):
        for name in credited if ends else ():
            quoted.setdefault(name, set()).update(ends)
    out: set[str] = set()
    for group, ends, credited in zip(groups, texts, credits, strict=True):
        out |= ends or _credited(credited, quoted, agencies, groups, credits) or {group[0]}
    return tuple(sorted(_spoken_for({_through(end, through) for end in out}, known)))


def _chain(mention: Mention) -> tuple[Attribution, ...]:
    """Who says so. Who only gives a figure tells no more than that; but where all that an article tells of a happening
    is counted, and every count is somebody's ("Incendie : 12 morts (police), 30 (opposition)"), it is they who tell."""
    if mention.attribution or not all(figure.attribution for figure in mention.figures):
        return mention.attribution
    return tuple(link for figure in mention.figures for link in figure.attribution)


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


def _credited(
    credited: Sequence[str],
    quoted: Mapping[str, set[str]],
    agencies: Mapping[str, str],
    groups: Sequence[Sequence[str]],
    credits: Sequence[Sequence[str]],
) -> set[str]:
    """Where a text without attribution that is credited to an agency goes back to.

    That is the one speaker whom another text of the agency quotes, else the agency's actor, else the first text that is
    credited to it.
    """
    for agency in credited[:1]:
        if len(quoted.get(agency, ())) == 1:
            return set(quoted[agency])
        if agency in agencies:
            return {agencies[agency]}
        return {next(group[0] for group, others in zip(groups, credits, strict=True) if agency in others)}
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
