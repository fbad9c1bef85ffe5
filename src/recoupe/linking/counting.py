"""What figures count: nouns compared by meaning, so that "démineurs" and "sapeurs" are one thing counted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from math import floor, log10
from typing import Final, final

import attrs

from recoupe.gazetteer import nationality
from recoupe.linking.tables import nouns
from recoupe.model import Figure, Qualifier

#: "Plus de 60" and "449" fit each other, but nobody would say the one for the other: a stated number is at most so many
#: times the other where one of them is open.
FAR = 2
#: How far a value that is called "about" may lie from another one, as a share of it.
TOLERANCE = 0.15
#: What a measured concept begins with, before its unit.
_UNIT: Final = "unit:"
#: The concept of those who are counted by their country ("trois ressortissants belges").
_NATIONAL: Final = "national"
#: A number of fewer digits may be another one by chance ("40" of "41").
ROUND_DIGITS: Final = 2
_COMBINING = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|%")


def fold(text: str) -> str:
    """Lower case without accents, for comparing words."""
    low = text.casefold()
    if low.isascii():
        return low
    return _COMBINING.sub("", unicodedata.normalize("NFKD", low.replace("œ", "oe").replace("’", "'")))


#: The folded form of a name, which recurs as a rule.
folded = lru_cache(maxsize=65536)(fold)


def _singular(word: str) -> str:
    """A rough singular: French nouns mostly add s, x or aux."""
    if word.endswith("aux") and len(word) > 4:
        return word[:-3] + "al"
    return word[:-1] if word.endswith(("s", "x")) and len(word) > 3 else word


@cache
def _concepts() -> Mapping[str, str]:
    """Folded singular head noun to concept; a phrase is keyed by its folded words."""
    table: dict[str, str] = {}
    for concept, words in nouns()["nouns"].items():
        for word in words:
            table.setdefault(" ".join(_singular(w) for w in _WORD.findall(fold(word))), concept)
    return table


@lru_cache(maxsize=4096)
def _digits(value: float) -> int:
    """How many digits tell a number, without the noughts at its ends."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0"))


@lru_cache(maxsize=65536)
def concept(of: str | None, unit: str | None = None) -> str | None:
    """What is counted, as a concept: the first known noun of the phrase, else its first word, which may be the name of
    a people ("trois Belges"); None when unsaid."""
    if unit is not None:
        return f"{_UNIT}{unit}"
    if of is None:
        return None
    words = [_singular(w) for w in _WORD.findall(fold(of))]
    table = _concepts()
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            known = table.get(" ".join(words[start : start + length]))
            if known is not None:
                return known
    if words and nationality(_WORD.findall(of)[0]) is not None:
        return _NATIONAL
    return f"noun:{words[0]}" if words else None


@lru_cache(maxsize=65536)
def wider(a: str, b: str) -> bool:
    """One concept includes the other (sappers are persons), or both have something that includes them in common use."""
    table = nouns()["wider"]
    return b in table.get(a, ()) or a in table.get(b, ())


@cache
def people() -> frozenset[str]:
    """The concepts that count people: a report that counts some of them says who they are."""
    return frozenset(concept for concept, wide in nouns()["wider"].items() if "person" in wide)


@final
@attrs.frozen(kw_only=True)
class Count:
    """A figure, ready to be compared."""

    #: What is counted; None when unsaid.
    concept: str | None
    #: The lowest value; minus infinity when open.
    low: float
    #: The highest value; infinity when open.
    high: float
    #: The value as stated, before tolerance: the bound that is given, or the middle.
    value: float
    #: It is one exact number.
    exact: bool
    #: It is one number, exact or about.
    single: bool
    #: The figure's words.
    words: str

    @classmethod
    def of(cls, figure: Figure) -> Count:
        """The count that a figure gives; "about" and one-sided values get a tolerance of 15 %."""
        low = float("-inf") if figure.low is None else float(figure.low)
        high = float("inf") if figure.high is None else float(figure.high)
        stated = [float(v) for v in (figure.low, figure.high) if v is not None]
        if figure.qualifier is Qualifier.ABOUT:
            low, high = low - abs(low) * TOLERANCE, high + abs(high) * TOLERANCE
        return cls(
            concept=concept(figure.of, figure.unit),
            low=low,
            high=high,
            value=sum(stated) / len(stated),
            exact=low == high,
            single=figure.low == figure.high,
            words=figure.words,
        )

    @property
    def measures(self) -> bool:
        """It is a distance, a sum, a weight: it counts nobody and nothing."""
        return self.concept is not None and self.concept.startswith(_UNIT)

    def agrees(self, other: Count) -> bool:
        """Some number fits both."""
        return self.low <= other.high and other.low <= self.high

    def rounds(self, other: Count) -> bool:
        """One is the other in fewer digits, as a headline gives it: "2,9 milliards" of "2,95", "1 600" of "1 644"."""
        brief, full = sorted((self, other), key=lambda count: _digits(count.value))
        digits = _digits(brief.value)
        if not (self.single and other.single) or not ROUND_DIGITS <= digits < _digits(full.value) or brief.value <= 0:
            return False
        more, step = full.value - brief.value, 10.0 ** (floor(log10(brief.value)) + 1 - digits)
        return -step / 2 <= more < step

    def near(self, other: Count) -> bool:
        """Some number fits both, or one rounds the other; and where one is open, the stated numbers are of one size."""
        if not self.agrees(other):
            return self.rounds(other)
        closed = self.low > float("-inf") < other.low and self.high < float("inf") > other.high
        return closed or self.like(other)

    def like(self, other: Count) -> bool:
        """The stated numbers are of one size: neither is more than `FAR` times the other."""
        return max(self.value, other.value) <= FAR * min(self.value, other.value)


def sums_agree(a: Collection[Count], b: Collection[Count]) -> bool:
    """One side counts a whole that is the sum of the other's parts: "1 000 + 5 000" and "6 000"."""
    return _is_sum(a, b) or _is_sum(b, a)


def _is_sum(parts: Collection[Count], wholes: Collection[Count]) -> bool:
    if len(parts) < 2:
        return False
    total = sum(p.value for p in parts)
    return any(
        w.low <= total <= w.high and all(p.concept and w.concept and wider(p.concept, w.concept) for p in parts)
        for w in wholes
    )
