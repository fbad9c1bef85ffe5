"""The comparison of two profiles: log-odds that they report one happening, as the sum of the evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from math import inf
from typing import Final, final

import attrs

from recoupe.linking.evidence import COMPARISONS
from recoupe.linking.naming import REMEMBERED, Naming, Outcome
from recoupe.linking.profile import Profile, at_hand
from recoupe.linking.tables import levels, prior


@final
@attrs.frozen(kw_only=True)
class Part:
    """What one comparison adds to the verdict."""

    #: The comparison's name.
    name: str
    #: Log-odds added.
    weight: float
    #: Why, as a sentence.
    says: str


def start(within: bool) -> float:
    """The log-odds before anything is compared, of two mentions of one article or of two articles."""
    return prior()["within" if within else "across"]


#: A score that is no greater is zero: decimals added in another order may differ in their last digit.
ZERO: Final = 1e-9


def score(a: Profile, b: Profile, least: float = -inf) -> float:
    """The log-odds that two profiles report one happening; vetoes are not looked at. Symmetric.

    Where they are no greater than `least`, that: such pairs are left after a few comparisons.
    """
    within = a.source == b.source
    total = _named(a.naming, b.naming, within)
    for level, weights, best in _ranked(at_hand(a, b), within):
        total += weights[level(a, b)]
        if total + best <= least:
            return least
    return total


#: The order in which `score` compares, once it knows how both are named: first what may add most and is often missing,
#: then what costs little and parts most.
_RANKING = (
    "story", "when", "place", "target", "agent", "figures", "wording", "toll", "rarity", "complement", "name", "roles",
    "unnamed_target", "unnamed_agent",
    "reference", "retelling", "position", "number",
)  # fmt: skip
#: A comparison: the function, what each of its levels adds, and what all that come after it add at best.
_Ranked = tuple[Callable[[Profile, Profile], Outcome], Mapping[Outcome, float], float]


@lru_cache(maxsize=REMEMBERED)
def _named(a: Naming, b: Naming, within: bool) -> float:
    """The log-odds once it is known how both are named."""
    levels = ((c.of_namings(a, b), c.name) for c in COMPARISONS if c.of_namings is not None)
    return start(within) + sum(_weights(name, within)[level] for level, name in levels)


@cache
def _weights(name: str, within: bool) -> Mapping[Outcome, float]:
    """What the levels of a comparison add; a missing value adds nothing."""
    return {None: 0.0, **{level: found.adds(within) for level, found in levels()[name].items()}}


@cache
def _ranked(hand: int, within: bool) -> tuple[_Ranked, ...]:
    """The comparisons of profiles, but for their names, that have so much at hand, in their order."""
    by_name = {comparison.name: comparison for comparison in COMPARISONS}
    out: list[_Ranked] = []
    best = 0.0
    for name in reversed(_RANKING):
        if by_name[name].needs & ~hand or (by_name[name].inside and not within):
            continue
        weights = _weights(name, within)
        out.append((by_name[name].level, weights, best))
        best += max(weights.values())
    return tuple(reversed(out))


def parts(a: Profile, b: Profile) -> tuple[Part, ...]:
    """The same sum, part by part, with sentences."""
    within = a.source == b.source
    where = "one article" if within else "two articles"
    out = [Part(name="prior", weight=start(within), says=f"two reports of {where} seldom mean one happening")]
    for comparison in COMPARISONS:
        reached = comparison.level(a, b)
        if reached is not None:
            level = levels()[comparison.name][reached]
            detail = ", ".join(comparison.detail(a, b))
            out.append(
                Part(name=comparison.name, weight=level.adds(within), says=level.says.replace("{detail}", detail))
            )
    return tuple(out)
