"""Likeness of two actors: what joins them, what tells them apart, and which pairs are worth comparing."""

from __future__ import annotations

import functools
import itertools
from typing import Final, final

import attrs

from recoupe.gazetteer import countries, key
from recoupe.model import Actor, ActorKind
from recoupe.names import PersonalName, Verdict, compare, compare_organisations, readings, sound

#: Kinds between which extraction wavers, so that a difference tells nothing ("l'armée russe" is a force and a body).
_BODIES: Final = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_FORCE, ActorKind.MEDIA})

_NO_WORDS: Final[frozenset[str]] = frozenset()
#: Names of up to this many words are also looked up with two neighbours in one word ("Jong Un", "Jongun").
_JOINED: Final = 4


@final
@attrs.frozen(kw_only=True)
class Likeness:
    """How two actors compare. None of the three holds when the evidence says nothing."""

    #: They are one.
    same: bool = False
    #: They are two, whatever joins them to others.
    apart: bool = False
    #: The id of the one that is named more briefly and may be the other; None where neither is.
    shorter: str | None = None
    #: 0 to 1.
    score: float = 0.0
    #: Why, as a sentence.
    reason: str


def likeness(a: Actor, b: Actor) -> Likeness:
    """Compare two actors; symmetric."""
    if a.scope or b.scope:
        return _SCOPED
    if a.wikidata and b.wikidata:
        return _ONE if a.wikidata == b.wikidata else _TWO
    return _likeness(a, b) if a.id < b.id else _likeness(b, a)


_SCOPED: Final = Likeness(apart=True, reason="Words without a name mean somebody in one article only.")
_ONE: Final = Likeness(same=True, score=1.0, reason="The registry knows both.")
_TWO: Final = Likeness(apart=True, reason="The registry knows both.")


@functools.lru_cache(maxsize=65536)
def _likeness(a: Actor, b: Actor) -> Likeness:
    if a.kind is not b.kind and not {a.kind, b.kind} <= _BODIES:
        return _of_two_kinds(a, b)
    if a.country and b.country and a.country != b.country:
        return Likeness(apart=True, reason=f"One is of {a.country}, the other of {b.country}.")
    if a.kind is ActorKind.STATE and a.country and a.country == b.country:
        return Likeness(same=True, score=1.0, reason=f"Both are the state {a.country}.")
    return _persons(a, b) if a.kind is ActorKind.PERSON else _bodies(a, b)


def _of_two_kinds(a: Actor, b: Actor) -> Likeness:
    """A single word without a title may be taken for a surname in one article, and for a firm or a club in another."""
    person, body = (a, b) if a.kind is ActorKind.PERSON else (b, a)
    words = _bare_words(person)
    if body.kind not in _BODIES or not words or (a.country and b.country and a.country != b.country):
        return Likeness(apart=True, reason=f"A {a.kind} is not a {b.kind}.")
    if words.isdisjoint(map(key, body.names)):
        return Likeness(reason=f"{_pair(person.name, body.name)}: a single word may be taken for a surname.")
    return Likeness(shorter=person.id, score=1.0, reason=f"{person.name}: a single word may be taken for a surname.")


def _bare_words(actor: Actor) -> frozenset[str]:
    """The names of somebody who goes by single words, without a title; none for others."""
    if actor.kind is not ActorKind.PERSON or actor.titles:
        return _NO_WORDS
    words = frozenset(map(key, actor.names))
    return _NO_WORDS if any(" " in word for word in words) else words


def _persons(a: Actor, b: Actor) -> Likeness:
    full_a, full_b = _full(a), _full(b)
    found = [(compare(x, y), x, y) for x in full_a for y in full_b]
    best, x, y = max(found, key=lambda f: (f[0].score, f[1], f[2]))
    if best.verdict is Verdict.DIFFERENT:
        return Likeness(apart=True, reason=f"{x} is not {y}: {best.reason}")
    if best.verdict is Verdict.SAME:
        if any(match.verdict is Verdict.DIFFERENT for match, _, _ in found):
            return Likeness(apart=True, reason=f"{x} may be {y}, but other names of theirs differ.")
        return Likeness(same=True, score=best.score, reason=f"{_pair(x, y)}: {best.reason}")
    shorter = min((x, a.id), (y, b.id), key=lambda named: (len(PersonalName.parse(named[0]).elements), named))[1]
    return Likeness(shorter=shorter, score=best.score, reason=f"{_pair(x, y)}: {best.reason}")


def _full(actor: Actor) -> tuple[str, ...]:
    """The names with the most elements: a surname alone adds nothing to a full name."""
    size = {
        name: len(PersonalName.parse(name).elements) + len(PersonalName.parse(name).initials) for name in actor.names
    }
    most = max(size.values())
    return tuple(sorted(name for name, count in size.items() if count >= min(most, 2)))


def _bodies(a: Actor, b: Actor) -> Likeness:
    known = a.country is not None and b.country is not None
    names_a, names_b = (sorted({_without_country(n, x.country) for n in x.names}) for x in (a, b))
    best, x, y = max(
        ((compare_organisations(m, n), m, n) for m in names_a for n in names_b), key=lambda f: (f[0].score, f[1], f[2])
    )
    if best.verdict is Verdict.SAME:
        if known or (a.country is b.country is None):
            return Likeness(same=True, score=best.score, reason=f"{_pair(x, y)}: {best.reason}")
        # "le ministère de la Défense" of one article is that of another only if no second country has one.
        vague = a.id if a.country is None else b.id
        return Likeness(shorter=vague, score=best.score, reason=f"{_pair(x, y)}: only one names a country.")
    if best.verdict is Verdict.POSSIBLE and best.score >= 0.75:
        shorter = min((len(x), a.id), (len(y), b.id))[1]
        return Likeness(shorter=shorter, score=best.score, reason=f"{_pair(x, y)}: {best.reason}")
    return Likeness(reason=best.reason)


@functools.lru_cache(maxsize=65536)
def _without_country(name: str, country: str | None) -> str:
    """ "ministère russe de la Défense" -> "ministère de la Défense": the country is compared by itself."""
    words = [w for w in name.split() if not ((found := countries().of_adjective(w)) and found.code == country)]
    return " ".join(words) or name


def _pair(x: str, y: str) -> str:
    return " and ".join(sorted({x, y}))


@functools.lru_cache(maxsize=65536)
def blocks(actor: Actor) -> frozenset[str]:
    """Keys of which two actors share at least one if they can be alike; a handful for each actor."""
    found: set[str] = set()
    if actor.wikidata:
        found.add(actor.wikidata)
    if actor.kind is ActorKind.STATE and actor.country:
        found.add(f"state {actor.country}")
    if actor.kind is ActorKind.PERSON:
        for name in _full(actor):
            found |= _of_person(PersonalName.parse(name))
        found |= {f"name {word}" for word in _bare_words(actor)}
    else:
        for name in actor.names:
            words = key(_without_country(name, actor.country)).split()
            found |= {f"body {word}" for word in words if len(word) > 3} or {f"body {' '.join(words)}"}
            found |= {"body " + "".join(w[0] for w in words if len(w) > 3)} if len(words) > 1 else set()
    return frozenset(found)


def brief_blocks(actor: Actor) -> frozenset[str]:
    """Keys under which briefer names of the same actor are found: one for each word of a person's name, and one for a
    body's name of one word."""
    if actor.kind is not ActorKind.PERSON:
        return blocks(actor) | {f"name {word}" for word in map(key, actor.names) if " " not in word}
    return frozenset(
        f"word {s}" for name in _full(actor) for word in PersonalName.parse(name).elements for s in sound(word)
    )


def _of_person(name: PersonalName) -> set[str]:
    """Of a surname, its sounds; of a full name, the sounds of every two words, and of one word with an initial: a
    given name alone ("Mohammed") would bring half the world together."""
    words = list(name.elements)
    if len(words) + len(name.initials) < 2:
        return {f"word {s}" for word in words for s in sound(word)}
    if len(words) <= _JOINED:
        words += [a + b for a, b in itertools.pairwise(words)]
    found = {
        f"pair {s} {t}" if s < t else f"pair {t} {s}"
        for a, b in itertools.combinations(words, 2)
        for s in sound(a)
        for t in sound(b)
    }
    letters = [*name.initials, *(word[0] for word in name.elements)]
    starts = {r[0] for letter in letters for r in readings(letter, family=False) if r} | set(letters)
    return found | {f"initial {letter} {s}" for letter in starts for word in name.elements for s in sound(word)}
