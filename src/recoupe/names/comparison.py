"""Comparison of two personal names, across press romanisations, orders, initials and compounds."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import final

import attrs

from recoupe.names.elements import alike
from recoupe.names.personal import PersonalName
from recoupe.names.spelling import readings

#: Endings of patronymics, which most reports leave out: they never tell two people apart by being absent.
_PATRONYMIC = ("ovitch", "ovich", "evitch", "evich", "owitsch", "ewitsch", "ovych", "ovytch", "ovna", "evna", "ivna")

#: Names of more words than this are matched greedily, not exhaustively.
_EXHAUSTIVE = 5


class Verdict(StrEnum):
    """What two names allow one to conclude about their bearers."""

    #: One name in two spellings. Namesakes remain possible: it is a verdict on the names.
    SAME = "same"
    #: One may be short for the other ("Choïgou", "Sergueï Choïgou"); the context must decide.
    POSSIBLE = "possible"
    #: Two names.
    DIFFERENT = "different"


@final
@attrs.frozen(kw_only=True)
class NameMatch:
    """The outcome of a comparison."""

    #: 0 to 1; at least .8 for `Verdict.SAME`, below .5 for `Verdict.DIFFERENT`.
    score: float
    #: What it means.
    verdict: Verdict
    #: Why, as a sentence.
    reason: str


def compare(a: str, b: str) -> NameMatch:
    """Compare two personal names as printed. Symmetric; a name is the same as itself; never fails.

    >>> compare("Sergueï Choïgou", "Sergei Shoigu").verdict
    <Verdict.SAME: 'same'>
    >>> compare("Kim Jong-un", "Kim Jong-il").verdict
    <Verdict.DIFFERENT: 'different'>
    """
    return _compare(*sorted((a, b)))


@functools.lru_cache(maxsize=65536)
def _compare(a: str, b: str) -> NameMatch:
    if a == b:
        return NameMatch(score=1.0, verdict=Verdict.SAME, reason="The spellings are equal.")
    outcomes = [_compare_written(x, y) for x in _with_and_without_marks(a) for y in _with_and_without_marks(b)]
    return max(outcomes, key=lambda match: match.score)


def _with_and_without_marks(name: str) -> tuple[str, ...]:
    """Some outlets print "Milošević", others "Milosevic", others "Milosevitch": marks are sounds, or are lost."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("Đ", "Dj")
    return (name,) if bare == name else (name, bare.replace("đ", "dj"))


@functools.lru_cache(maxsize=65536)
def _compare_written(a: str, b: str) -> NameMatch:
    left, right = PersonalName.parse(a), PersonalName.parse(b)
    if left.is_empty or right.is_empty:
        return _different("One of the two is not a name.")
    if left.generation and right.generation and left.generation != right.generation:
        return _different(f"Two bearers of one name: {left.generation} and {right.generation}.")
    best, *others = [_judge(_align(x, left, y, right)) for x in _forms(left) for y in _forms(right)]
    # Joining words may show that two names are one, never that one is short for the other.
    best = max([best, *(o for o in others if o.verdict is Verdict.SAME)], key=lambda match: match.score)
    if (left.generation or right.generation) and left.generation != right.generation:
        best = _told_apart(best, left, right)
    return best


def _told_apart(match: NameMatch, a: PersonalName, b: PersonalName) -> NameMatch:
    """Only one of the two says which bearer of the name is meant."""
    if match.verdict is Verdict.DIFFERENT:
        return match
    if a.initials != b.initials:
        return _different("One is told apart by its generation, the other by its initials.")
    return NameMatch(score=min(match.score, 0.7), verdict=Verdict.POSSIBLE, reason="Only one names the generation.")


@final
@attrs.frozen(kw_only=True)
class _Word:
    text: str
    #: Which group it belongs to, and how many words that group has.
    group: int
    compound: int


@final
@attrs.frozen(kw_only=True)
class _Alignment:
    pairs: tuple[tuple[int, int, float], ...]
    a: tuple[_Word, ...]
    b: tuple[_Word, ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]
    initials: int
    extra_initials: tuple[int, int]
    had_initials: tuple[bool, bool]


def _forms(name: PersonalName) -> Iterator[tuple[_Word, ...]]:
    """The name word by word; with its compounds in one word; with two neighbours in one word ("Jong Un", "Jongun")."""
    split = tuple(
        _Word(text=word, group=g, compound=len(group)) for g, group in enumerate(name.groups) for word in group
    )
    yield split
    if any(len(group) > 1 for group in name.groups):
        yield tuple(_Word(text="".join(group), group=g, compound=1) for g, group in enumerate(name.groups))
    if 2 < len(split) <= _EXHAUSTIVE:
        for i in range(len(split) - 1):
            joined = _Word(text=split[i].text + split[i + 1].text, group=split[i].group, compound=1)
            yield (*split[:i], joined, *split[i + 2 :])


def _align(x: tuple[_Word, ...], left: PersonalName, y: tuple[_Word, ...], right: PersonalName) -> _Alignment:
    pairs = _pairs(x, y)
    free_x = [i for i in range(len(x)) if i not in {p[0] for p in pairs}]
    free_y = [j for j in range(len(y)) if j not in {p[1] for p in pairs}]
    ini_x, ini_y = list(left.initials), list(right.initials)
    shared = 0
    for letter in list(ini_x):
        if letter in ini_y:
            ini_x.remove(letter)
            ini_y.remove(letter)
            shared += 1
    shared += _spend(ini_x, y, free_y) + _spend(ini_y, x, free_x)
    return _Alignment(
        pairs=pairs, a=x, b=y, left_a=tuple(free_x), left_b=tuple(free_y), initials=shared,
        extra_initials=(len(ini_x), len(ini_y)), had_initials=(bool(left.initials), bool(right.initials)),
    )  # fmt: skip


def _spend(initials: list[str], words: tuple[_Word, ...], free: list[int]) -> int:
    """Let initials stand for words that are still free; returns how many did."""
    spent = 0
    for letter in list(initials):
        for j in free:
            starts = {words[j].text[0], *(r[0] for r in readings(words[j].text, family=False) if r)}
            sounds = {letter, *(r[0] for r in readings(letter, family=False) if r)}
            if starts & sounds:
                initials.remove(letter)
                free.remove(j)
                spent += 1
                break
    return spent


def _pairs(x: tuple[_Word, ...], y: tuple[_Word, ...]) -> tuple[tuple[int, int, float], ...]:
    """The best one-to-one matching of words: the most pairs, then the greatest likeness, then the order kept."""
    table = {}
    for i, a in enumerate(x):
        for j, b in enumerate(y):
            likeness = alike(*sorted((a.text, b.text)), first=i == j == 0 and len(x) > 1 and len(y) > 1)
            if likeness:
                table[i, j] = likeness
    if not table:
        return ()
    if max(len(x), len(y)) > _EXHAUSTIVE:
        return _greedy(table)
    short, long_, flip = (x, y, False) if len(x) <= len(y) else (y, x, True)
    best: tuple[float, ...] = (-1.0,)
    chosen: tuple[tuple[int, int, float], ...] = ()
    for order in itertools.permutations(range(len(long_)), len(short)):
        found = [(j, i) if flip else (i, j) for i, j in enumerate(order)]
        kept = tuple((i, j, table[i, j]) for i, j in found if (i, j) in table)
        straight = -sum(abs(i - j) for i, j, _ in kept)
        rank = (len(kept), sum(k[2] for k in kept), straight)
        if rank > best:
            best, chosen = rank, kept
    return tuple(sorted(chosen))


def _greedy(table: dict[tuple[int, int], float]) -> tuple[tuple[int, int, float], ...]:
    taken: list[tuple[int, int, float]] = []
    for (i, j), likeness in sorted(table.items(), key=lambda item: (-item[1], item[0])):
        if all(i != p and j != q for p, q, _ in taken):
            taken.append((i, j, likeness))
    return tuple(sorted(taken))


def _judge(found: _Alignment) -> NameMatch:
    if not found.pairs:
        return _different("No element of one is found in the other.")
    left_a = _telling(found.a, found.left_a, len(found.pairs))
    left_b = _telling(found.b, found.left_b, len(found.pairs))
    if left_a and left_b:
        return _different(f"{_words(found.a, left_a)} and {_words(found.b, left_b)} are two names.")
    extra_a, extra_b = found.extra_initials
    if (extra_a and extra_b) or (all(found.had_initials) and (extra_a or extra_b)):
        return _different("Their initials differ.")
    if (extra_a and left_b) or (extra_b and left_a):
        return _different("An initial of one stands for no word of the other.")
    score = sum(p[2] for p in found.pairs) / len(found.pairs)
    known = len(found.pairs) + found.initials
    if known == 1 and (extra_a or extra_b):
        return _possible(score, "Only the family name is common.")
    if found.initials:
        score -= 0.1
    if extra_a or extra_b:
        score -= 0.05
    if [p[1] for p in found.pairs] != sorted(p[1] for p in found.pairs):
        score -= 0.05
    if left_a or left_b:
        longer, missing = (found.a, left_a) if left_a else (found.b, left_b)
        matched = {p[0] if left_a else p[1] for p in found.pairs}
        return _shortened(score, longer, missing, matched, known)
    reason = "The same name." if score == 1.0 else "The same name in two spellings."
    return NameMatch(score=max(score, 0.8), verdict=Verdict.SAME, reason=reason)


def _shortened(
    score: float, longer: tuple[_Word, ...], missing: tuple[int, ...], matched: set[int], known: int
) -> NameMatch:
    """One has words that the other lacks."""
    what = _words(longer, missing)
    if known == 1:
        ends = {0, len(longer) - 1} | ({len(longer) - longer[-1].compound} if longer[-1].compound > 1 else set())
        if not matched & ends:
            return _different(f"Only a middle name is common; {what} is missing.")
        if any(longer[m].compound > 1 and longer[m].group in {longer[k].group for k in matched} for m in missing):
            return NameMatch(score=0.5, verdict=Verdict.POSSIBLE, reason=f"A part of a compound; {what} is missing.")
        return _possible(score, f"One may be short for the other: {what} is missing.")
    halves = [m for m in missing if longer[m].compound > 1]
    if any(longer[m].group == 0 for m in halves):
        return _different(f"A compound given name lacks {what}.")
    if 0 in missing:
        return _possible(score, f"A son may have his father's names after his own: {what} is missing.")
    if halves or all(len(word.text) <= 5 for word in longer):
        return _possible(score, f"One may be short for the other: {what} is missing.")
    return NameMatch(
        score=max(score - 0.1, 0.8), verdict=Verdict.SAME, reason=f"The same name; one of them leaves out {what}."
    )


def _telling(words: tuple[_Word, ...], left: tuple[int, ...], matched: int) -> tuple[int, ...]:
    """The words left over that could tell two people apart: patronymics do not, where two other words agree."""
    if matched < 2:
        return left
    return tuple(i for i in left if not words[i].text.endswith(_PATRONYMIC))


def _words(words: tuple[_Word, ...], which: tuple[int, ...]) -> str:
    return " ".join(words[i].text for i in which)


def _possible(score: float, reason: str) -> NameMatch:
    return NameMatch(score=min(0.75, score - 0.25), verdict=Verdict.POSSIBLE, reason=reason)


def _different(reason: str) -> NameMatch:
    return NameMatch(score=0.0, verdict=Verdict.DIFFERENT, reason=reason)
