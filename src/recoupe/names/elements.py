"""How alike two elements of names are: one word against one word."""

from __future__ import annotations

import functools
from typing import Final

from recoupe.names.spelling import VOWELS, readings, sound, table

#: Cost of writing one vowel for another. Short vowels are what romanisations differ in most.
_VOWEL_FOR_VOWEL: Final = 0.5
_NEAR_VOWELS: Final = {frozenset("ie"): 0.25, frozenset("ae"): 0.25, frozenset("ou"): 0.25, frozenset("ao"): 0.35}
#: Cost of a vowel too many; "i" comes and goes with palatal consonants (Medvedev, Miedviediev).
_EXTRA_VOWEL: Final = {"i": 0.2}
#: Classes of consonants that conventions exchange.
_NEAR_CONSONANTS: Final = {
    frozenset("HK"): 0.35, frozenset("VF"): 0.3, frozenset("SC"): 0.5, frozenset("JC"): 0.35, frozenset("JS"): 0.5,
}  # fmt: skip
#: Cost of an h that is written or not.
_EXTRA_H: Final = 0.3
#: How much two elements of this many sounds may differ and still be one; above the last, the last holds.
_ALLOWED: Final = {1: 0.0, 2: 0.0, 3: 0.2, 4: 0.35, 5: 0.55, 6: 0.75, 7: 0.85, 8: 1.0}
#: Of that, how much for given names.
_GIVEN: Final = 0.75


@functools.cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(table("equivalents")["elements"]):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def groups(element: str) -> frozenset[int]:
    """The rows of ``equivalents.toml`` that hold a folded element."""
    return _groups().get(element, frozenset())


@functools.lru_cache(maxsize=131072)
def alike(a: str, b: str, *, first: bool) -> float:
    """0 (two names) to 1 (one spelling) for two folded elements; symmetric.

    `first`: they stand first of several words, as given names do in most languages; a feminine ending then makes two
    names, and the endings of family names do not apply.
    """
    if a == b:
        return 1.0
    if not (a.isascii() and b.isascii()) or (min(len(a), len(b)) < 2 and not groups(a) & groups(b)):
        return 0.0
    if groups(a) & groups(b):
        return 0.96
    if _feminine_of(a, b, first=first) or _feminine_of(b, a, first=first):
        return 0.0
    if first and _last_sound(a) != _last_sound(b):
        return 0.0  # Nouri and Nour, Andrea and Andrei: the last sound of a given name tells.
    if not sound(a) & sound(b):
        return 0.0  # their consonants differ: no spelling of vowels can mend that
    # Short given names differ by a vowel or two and are other names (Marion, Marine); family names vary more.
    strict = _GIVEN if first else 1.0
    best = 0.0
    for x in readings(a, family=not first):
        for y in readings(b, family=not first):
            cost, size = distance(x, y), max(len(x), len(y))
            if cost <= strict * _ALLOWED[min(size, max(_ALLOWED))]:
                best = max(best, 0.97 - 0.35 * cost / max(size, 4))
    return best


def _last_sound(given: str) -> str:
    """A coarse class: "a", another vowel, or a consonant; a mute "e" and a final "h" do not sound."""
    last = given.rstrip("eh")[-1:] or given[-1]
    return last if last == "a" else "vowel" if last in "iouyj" else "consonant"


def _feminine_of(a: str, b: str, *, first: bool) -> bool:
    """`a` is the feminine of `b`: Ivanova of Ivanov, Tikhanovskaïa of Tikhanovski, Michèle of Michel, Paula of Paul."""
    if a.endswith(("ova", "eva", "ina")) and b in (a[:-1], a[:-1] + "e", a[:-2] + "ff", a[:-2] + "w"):
        return True
    if a.endswith(("ska", "skaia", "skaya", "skaja", "naia", "naya")) and not b.endswith("a"):
        return True
    if not first or a in b:
        return False
    stem = a.rstrip("ea")
    singled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return a.endswith(("e", "a")) and b.rstrip("eo") in (stem, singled) and not b.endswith("a")


def distance(x: str, y: str) -> float:
    """The cheapest way to write sounds `x` as sounds `y`; symmetric. Costs of 1 change a consonant for another."""
    row = [0.0]
    for j, c in enumerate(y):
        row.append(row[-1] + _extra(c, leading=j == 0))
    for i, a in enumerate(x):
        before, row[0] = row[0], row[0] + _extra(a, leading=i == 0)
        for j, b in enumerate(y, 1):
            best = min(before + _instead(a, b), row[j] + _extra(a), row[j - 1] + _extra(b))
            before, row[j] = row[j], best
    return row[-1]


def _extra(sound: str, *, leading: bool = False) -> float:
    if sound in VOWELS:
        return _EXTRA_VOWEL.get(sound, 0.8 if leading else 0.35)
    return _EXTRA_H if sound == "H" else 1.0


def _instead(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in VOWELS and b in VOWELS:
        return _NEAR_VOWELS.get(frozenset((a, b)), _VOWEL_FOR_VOWEL)
    return _NEAR_CONSONANTS.get(frozenset((a, b)), 1.0)
