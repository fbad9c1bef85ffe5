"""The outlet's name beside a title: "Grève à Lyon - Le Monde", "La Gazette | Grève à Lyon"."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from recoupe.parsers.cues import folded

#: What sets a title apart from the outlet's name and from its sections.
_SIGN = re.compile(r"\s+[|│•»›‹–—-]+\s+|\s*[|│｜]\s*")
#: Letters of a name, at least, that is looked for inside another ("gazette" in "gazette.example").
_SHORTEST = 4
#: Letters of a title's part, at most, that is an outlet's name with a motto.
_LONGEST = 60


def without_masthead(title: str, names: frozenset[str]) -> str:
    """The title without the outlet's names before it, and its names, pieces of them and mottoes after it.

    What is left is never empty.

    Args:
        title: The title as declared.
        names: The outlet's names, as `names_of` gives them.
    """
    found = spans(title)
    while len(found) > 1 and _is_name(title[slice(*found[-1])], names):
        found.pop()
    while len(found) > 1 and key_of(title[slice(*found[0])]) in names:
        found.pop(0)
    return title[found[0][0] : found[-1][1]] if found else title


def spans(title: str) -> list[tuple[int, int]]:
    """The parts of a title that signs set apart, as offsets; one where there is no sign."""
    signs = [m.span() for m in _SIGN.finditer(title)]
    starts, ends = [0, *(end for _, end in signs)], [*(start for start, _ in signs), len(title)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def names_of(outlet: str | None, address: str | None) -> frozenset[str]:
    """An outlet's names, letters only: the one it declares, and that of its host without ``www.`` and ending."""
    host = (urlsplit(address).hostname or "") if address else ""
    site = host.removeprefix("www.").split(".")
    names = {key_of(outlet), key_of("".join(site)), key_of(site[-2] if len(site) > 1 else "")}
    return frozenset(name for name in names if len(name) >= _SHORTEST or name == key_of(outlet)) - {""}


def key_of(text: str | None) -> str:
    """The letters and figures of a text, in lower case: what two spellings of one title share."""
    return re.sub(r"\W+", "", folded(text or ""))


def _is_name(part: str, names: frozenset[str]) -> bool:
    """It is a name of the outlet, a piece of one, or one with a motto."""
    key = key_of(part)
    pieces = len(key) >= _SHORTEST and any(key in name for name in names)
    return key in names or pieces or (len(key) <= _LONGEST and any(name in key for name in names))
