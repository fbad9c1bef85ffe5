"""The data that linking works with: weights, families of kinds, counted nouns. Read once, from TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, final

import attrs

from recoupe.model import Kind


@final
@attrs.frozen(kw_only=True)
class Level:
    """One outcome of a comparison."""

    #: Log-odds (natural logarithm) that it adds.
    weight: float
    #: What it adds between two mentions of one article; None where that is the same.
    within: float | None = None
    #: The sentence that explains it, with ``{detail}`` for the values compared.
    says: str

    def adds(self, within: bool) -> float:
        """The log-odds that it adds, within one article or across two."""
        return self.weight if self.within is None or not within else self.within


@final
@attrs.frozen(kw_only=True, eq=False)
class Kinds:
    """How kinds relate where reports are compared."""

    #: Kind to the names of the families that it belongs to.
    families: Mapping[Kind, frozenset[str]]
    #: What all sides do, or do from two sides: kinds, or kinds with a mode ("transaction/sell").
    symmetric: frozenset[str]
    #: Who does it is who is concerned: somebody's resignation is not somebody else's.
    personal: frozenset[Kind]
    #: Kinds whose counts grow from report to report.
    cumulative: frozenset[Kind]
    #: Kinds that are words, not deeds.
    spoken: frozenset[Kind]
    #: Kinds that happen several times in one story, so that two reports of them may well mean two.
    repeated: frozenset[Kind]
    #: Kinds with their modes of which an article mostly tells one happening, in many words.
    single: frozenset[str]
    #: Kinds with their modes that many an act falls under, so that different words seldom name one.
    broad: frozenset[str]
    #: Kinds that are inquired into and judged long after.
    judged: frozenset[Kind]
    #: What goes on from report to report: kinds, or kinds with a mode ("assault/combat").
    lasting: frozenset[str]
    #: What is done at one stroke: kinds, or kinds with a mode ("justice/arrest").
    momentary: frozenset[str]
    #: What befalls somebody once: kinds, or kinds with a mode ("casualty/killed").
    once: frozenset[str]
    #: Act to the acts that one happening may be told as instead.
    near: Mapping[str, frozenset[str]]
    #: Act to the acts that undo it.
    opposite: Mapping[str, frozenset[str]]

    def goes_on(self, kind: Kind, mode: str | None) -> bool:
        """Reports of weeks apart may mean one such happening, and none of them ends it."""
        return kind in self.lasting or act(kind, mode) in self.lasting

    def is_symmetric(self, kind: Kind, mode: str | None) -> bool:
        """Who acts in one report of such a happening may be concerned in another."""
        return kind in self.symmetric or act(kind, mode) in self.symmetric


@lru_cache(maxsize=1024)
def act(kind: Kind, mode: str | None) -> str:
    """A kind, with its mode where it has one: "assault/combat"."""
    return f"{kind.value}/{mode}" if mode else kind.value


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("recoupe.linking").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def kinds() -> Kinds:
    """The relations between kinds (``data/kinds.toml``)."""
    table = _toml("kinds.toml")
    families: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for family, members in table["families"].items():
        for member in members:
            families[Kind(member)].add(family)
    lists = {name: frozenset(Kind(k) for k in members) for name, members in table["lists"].items()}
    return Kinds(
        families={k: frozenset(v) for k, v in families.items()},
        lasting=frozenset(table["lasting"]["kinds"]),
        momentary=frozenset(table["momentary"]["kinds"]),
        once=frozenset(table["once"]["kinds"]),
        single=frozenset(table["single"]["kinds"]),
        broad=frozenset(table["broad"]["kinds"]),
        symmetric=frozenset(table["symmetric"]["kinds"]),
        near=_both_ways(table["near"]["pairs"]),
        opposite=_both_ways(table["opposite"]["pairs"]),
        **lists,
    )


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Each member of a pair to all that it is paired with."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in found.items()}


@cache
def prior() -> Mapping[str, float]:
    """The log-odds before anything is compared: ``within`` one article, ``across`` articles."""
    return dict(_toml("weights.toml")["prior"])


@cache
def levels() -> Mapping[str, Mapping[str, Level]]:
    """Comparison to level to weight and sentence (``data/weights.toml``)."""
    table = _toml("weights.toml")
    return {
        comparison: {name: Level(**level) for name, level in outcomes.items()}
        for comparison, outcomes in table.items()
        if comparison not in ("version", "prior")
    }


@cache
def nouns() -> Mapping[str, Any]:
    """The tables of counted nouns (``data/nouns.toml``)."""
    return _toml("nouns.toml")


@cache
def words() -> Mapping[str, Any]:
    """French words by their use: carrying, kin, combining, general, definite (``data/words.toml``)."""
    return _toml("words.toml")


@cache
def titles() -> Mapping[str, Any]:
    """The words by which titles are chosen and marked (``data/titles.toml``)."""
    return _toml("titles.toml")
