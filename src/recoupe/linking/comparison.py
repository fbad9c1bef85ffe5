"""The comparison of two profiles: log-odds that they report one happening, as the sum of the evidence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import final

import attrs

from recoupe.linking.evidence import COMPARISONS, Outcome
from recoupe.linking.profile import Profile
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


def start(a: Profile, b: Profile) -> float:
    """The log-odds before anything is compared."""
    within, across = _start()
    return within if a.source == b.source else across


@cache
def _start() -> tuple[float, float]:
    return prior()["within"], prior()["across"]


def score(a: Profile, b: Profile) -> float:
    """The log-odds that two profiles report one happening; vetoes are not looked at. Symmetric."""
    total = start(a, b)
    for level, weights, _ in _ranked(a.given & b.given):
        reached = level(a, b)
        if reached is not None:
            total += weights[reached]
    return total


def positive(a: Profile, b: Profile) -> float | None:
    """The same log-odds where they are above zero, else None: most pairs are left after a few comparisons."""
    total = start(a, b)
    for level, weights, best in _ranked(a.given & b.given):
        reached = level(a, b)
        if reached is not None:
            total += weights[reached]
        if total + best <= _ZERO:
            return None
    return total


#: A sum that is no greater is zero: decimals added in another order may differ in their last digit.
_ZERO = 1e-9
#: The order in which `positive` compares: first what may add most and is often missing, then what costs little and
#: parts most.
_RANKING = (
    "story", "when", "kind", "place", "target", "agent", "meaning", "figures", "wording", "mode", "rarity",
    "complement", "name", "roles", "position", "status",
)  # fmt: skip


@cache
def _ranked(given: int) -> tuple[tuple[Callable[[Profile, Profile], Outcome], dict[str, float], float], ...]:
    """The comparisons of profiles that both have values for `given`, in that order, each with its weights and with the
    most that those after it can add."""
    by_name = {comparison.name: comparison for comparison in COMPARISONS}
    out: list[tuple[Callable[[Profile, Profile], Outcome], dict[str, float], float]] = []
    best = 0.0
    for name in reversed(_RANKING):
        if by_name[name].needs & ~given:
            continue
        weights = {level: found.weight for level, found in levels()[name].items()}
        out.append((by_name[name].level, weights, best))
        best += max(0.0, *weights.values())
    return tuple(reversed(out))


def parts(a: Profile, b: Profile) -> tuple[Part, ...]:
    """The same sum, part by part, with sentences."""
    where = "one article" if a.source == b.source else "two articles"
    out = [Part(name="prior", weight=start(a, b), says=f"two reports of {where} seldom mean one happening")]
    for comparison in COMPARISONS:
        reached = comparison.level(a, b)
        if reached is not None:
            level = levels()[comparison.name][reached]
            detail = ", ".join(comparison.detail(a, b))
            out.append(Part(name=comparison.name, weight=level.weight, says=level.says.replace("{detail}", detail)))
    return tuple(out)
