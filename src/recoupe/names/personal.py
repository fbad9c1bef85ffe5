"""`PersonalName`: a name taken apart, language-blind."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import final

import attrs

from recoupe.names.spelling import fold, table

#: "Abdel Fattah", "Abd al-Fattah", "Abdul Fatah": servant of; the article that follows is written in every way.
_SERVANT = re.compile(r"\babd(?:[aeou][lrsn]?(?=\s))?\s+(?:[aeou][lrsnt]z?\s+)?(?=\w{3})|\babd[aeou]u?l(?=[a-z]{4})")
#: "Nour ed-Din", "Nureddin", "Noureddine": of the faith.
_FAITH = re.compile(r"(?<=\w)\s*\b(?:[aeu]d|al|el)\s+dine?\b|(?<=\w{3})[aeu]dd?ine?\b")
#: The longest second half of a compound that may be a Chinese or Korean syllable: "En-lai" has no Arabic article.
_SYLLABLE = 3
#: "V.", "G. W.", "J.-M.", "JFK" is not one.
_INITIAL = re.compile(r"\b(\w)\.")


@final
@attrs.frozen(kw_only=True)
class PersonalName:
    """The elements of a name, folded, in the order in which it was written."""

    #: Words of the name, without particles; a hyphenated compound is one group: ``(("jean", "marie"), ("pen",))``.
    groups: tuple[tuple[str, ...], ...]
    #: Single letters that stand for a word, in order.
    initials: tuple[str, ...] = ()
    #: What tells two bearers of the name apart: ``"father"``, ``"son"``, or the number of a reign.
    generation: str | None = None
    #: It was written "Family, Given".
    inverted: bool = False

    @property
    def elements(self) -> tuple[str, ...]:
        """All words, compounds taken apart."""
        return tuple(word for group in self.groups for word in group)

    @property
    def is_empty(self) -> bool:
        """Nothing was left: the text held no name."""
        return not self.groups and not self.initials

    @classmethod
    def parse(cls, text: str) -> PersonalName:
        """A name as printed, forms of address allowed; never fails. An empty text gives an empty name."""
        return _parse(text)


@functools.lru_cache(maxsize=65536)
def _parse(text: str) -> PersonalName:
    words = table("words")
    head, comma, tail = text.partition(",")
    inverted = bool(comma and tail.strip() and fold(tail) not in words["generations"])
    if inverted:
        text = f"{tail} {head}"
    text = re.sub(r"['’ʼ`´]", "", unicodedata.normalize("NFC", text))
    initials: list[str] = []
    groups: list[tuple[str, ...]] = []
    generation: str | None = None
    pieces = text.replace(",", " ").split()
    for index, piece in enumerate(pieces):
        plain = fold(piece)
        honorific = plain in words["honorifics"] and (len(plain) > 1 or index == 0)
        if not plain or (honorific and index + 1 < len(pieces) and not groups):
            continue
        # Numbers of reigns are in capitals: "Xi" of "Jinping Xi" is a family name.
        numbered = piece.isupper() or not set(plain) <= set("ivx")
        if groups and plain in words["generations"] and numbered and (index == len(pieces) - 1 or plain not in "ivx"):
            generation = words["generations"][plain]
            continue
        letters = _INITIAL.findall(piece)
        if letters and len(letters) == len(plain.split()) and all(len(w) == 1 for w in plain.split()):
            initials.extend(fold(letter) for letter in letters)
        elif len(plain) == 1 and piece.isupper():
            initials.append(plain)
        else:
            groups.append(tuple(plain.split()))
    return PersonalName(
        groups=_without_particles(_joined(groups), frozenset(words["particles"]), frozenset(words["articles"])),
        initials=tuple(initials),
        generation=generation,
        inverted=inverted,
    )


def _joined(groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Arabic compounds of two words, however they are written, as one element."""
    line = " / ".join(" ".join(g) for g in groups)
    if "abd" not in line and "din" not in line:
        return groups
    flat = " ".join(w for g in groups for w in g)
    joined = _FAITH.sub("din", _SERVANT.sub("abd", flat))
    return groups if joined == flat else [(word,) for word in joined.split()]


def _without_particles(
    groups: list[tuple[str, ...]], particles: frozenset[str], articles: frozenset[str]
) -> tuple[tuple[str, ...], ...]:
    """Inside a compound only Arabic articles are particles: "al-Assad", but not "Du-hwan"."""
    kept = [
        tuple(w for w in group if w not in particles)
        if len(group) == 1 or (len(group) > 2 and group[0] in particles)
        else group[1:] if group[0] in articles and len(group[1]) > _SYLLABLE else group
        for group in groups
    ]  # fmt: skip
    kept = [group for group in kept if group]
    return tuple(kept) if kept else tuple(groups)
