"""Shared nouns: one in the plural that means one of each: "les présidents russe et ukrainien"."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.phrases import OF, before, first_of, reach, word
from recoupe.gazetteer import Country, nationality
from recoupe.language.tokens import Token

_LINKS = frozenset({",", "et"})
#: Endings of adjectives that are the same in the plural: "français", "hongrois".
_UNCHANGED = ("ais", "ois")


@final
@attrs.frozen(kw_only=True)
class Share:
    """One of those that a shared noun means."""

    #: As one would call it alone: "président russe".
    name: str
    country: Country | None


@final
@attrs.frozen(kw_only=True)
class Shared:
    """What a shared noun means."""

    shares: tuple[Share, ...]
    #: Where its phrase ends.
    end: int
    #: The adjectives that tell them apart, which the parse may take for nouns.
    marks: tuple[int, ...] = ()


def read_shared(setting: Setting, head: Token, end: int, singular: str, *, several: bool = False) -> Shared | None:
    """Those that the noun `head` means each by itself; None where it means several of one sort.

    Args:
        setting: The part it stands in.
        head: A noun in the plural.
        end: Where its phrase ends, as far as its own complements go.
        singular: The noun in the singular.
        several: Every country has several of its own: "les autorités belges et françaises".
    """
    return _by_adjectives(setting, head, end, singular, several) or _by_names(setting, head, end, singular)


def _by_adjectives(setting: Setting, head: Token, end: int, singular: str, several: bool) -> Shared | None:
    """ "les ministres français, allemand et italien de la Défense": adjectives in the singular; with `several`, those
    of countries in any number."""
    doc, own = setting.doc, setting.doc[head.i].word_end
    first = next((i for i in range(own, end) if doc[i].word_end == end and not doc[i].is_glued), None)
    if first is None or end >= len(doc) or doc[end].text not in _LINKS:
        return None
    found, at = [first], end
    while at + 1 < len(doc) and doc[at].text in _LINKS and _tells(word(doc, at + 1, doc[at + 1].word_end), several):
        found.append(at + 1)
        last = doc[at].text == "et"
        at = doc[at + 1].word_end
        if last:
            break
    adjectives = [word(doc, i, doc[i].word_end) for i in found]
    if len(found) < 2 or doc[found[-1] - 1].text != "et" or not _tells(adjectives[0], several):
        return None
    countries = [nationality(a) for a in adjectives]
    if not all(countries) and not all(doc[i].pos_ == "ADJ" and not c for i, c in zip(found, countries, strict=True)):
        return None
    stop = reach(doc[found[-1]])
    middle, rest = (setting.quote(a, b) if a < b else "" for a, b in ((own, first), (at, stop)))
    names = (" ".join(filter(None, (_single(setting, head, singular), middle, a, rest))) for a in adjectives)
    shares = tuple(Share(name=n, country=c) for n, c in zip(names, countries, strict=True))
    return Shared(shares=shares, end=max(stop, at), marks=tuple(found))


def _by_names(setting: Setting, head: Token, end: int, singular: str) -> Shared | None:
    """ "les tribunaux de Lyon et de Lille": complements that are names of places."""
    doc, of = setting.doc, first_of(setting.doc, head.i, end)
    link = next((i for i in range(of, end - 2) if doc[i].lower_ == "et" and doc[i + 1].lower_ in OF), None)
    if link is None:
        return None
    pieces = ((of, link), (link + 1, end))
    if not all(_is_name(setting, a, b) for a, b in pieces):
        return None
    noun = _single(setting, head, singular)
    shares = (Share(name=f"{noun} {setting.quote(a, b)}", country=setting.country(a, b)) for a, b in pieces)
    return Shared(shares=tuple(shares), end=end)


def _is_name(setting: Setting, of: int, end: int) -> bool:
    """ "de Lyon", "de la Russie"."""
    noun = next((t for t in setting.doc[of + 1 : end] if t.pos_ != "DET"), None)
    if noun is None or not noun.is_capital:
        return False
    naming = setting.naming(noun.i)
    return noun.i == of + 1 or (naming is not None and naming.country is not None)


def _tells(adjective: str, several: bool) -> bool:
    """It is in the singular, as far as its ending shows; or, with `several`, a country's."""
    if several:
        return nationality(adjective) is not None and adjective.islower()
    return adjective.islower() and (not adjective.endswith(("s", "x")) or adjective.endswith(_UNCHANGED))


def _single(setting: Setting, head: Token, singular: str) -> str:
    """The noun in the singular, with the adjectives before it: "ancien président"."""
    start = before(head)
    words = [w.removesuffix("s") for w in setting.quote(start, head.i).split()] if start < head.i else []
    return " ".join((*words, singular))
