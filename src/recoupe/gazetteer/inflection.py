"""The four forms of a French adjective of nationality."""

from __future__ import annotations


def forms(adjective: str) -> frozenset[str]:
    """Masculine and feminine, singular and plural, of ``masculine`` or ``masculine/feminine``.

    >>> sorted(forms("sud-coréen"))
    ['sud-coréen', 'sud-coréenne', 'sud-coréennes', 'sud-coréens']
    """
    masculine, other = adjective.partition("/")[0], feminine(adjective)
    plural = masculine if masculine.endswith(("s", "x")) else f"{masculine}s"
    return frozenset({masculine, other, plural, f"{other}s"})


def feminine(adjective: str) -> str:
    """The feminine singular of ``masculine`` or ``masculine/feminine``."""
    masculine, slash, given = adjective.partition("/")
    return given if slash else _feminine(masculine)


def _feminine(masculine: str) -> str:
    """Grevisse, Le bon usage, on the feminine of adjectives: -en doubles its n, -e and -i of foreign words stay."""
    if masculine.endswith("e"):
        return masculine
    if masculine.endswith("en"):
        return f"{masculine}ne"
    if masculine.endswith(("è", "é")) and not masculine.endswith("né"):
        return f"{masculine}e" if masculine.endswith("é") else masculine
    return f"{masculine}e"
