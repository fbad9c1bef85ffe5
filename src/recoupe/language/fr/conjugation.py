"""Forms of the verbs that the lexicon knows, each with its infinitive: third persons of the present, past participles.

Regular verbs in -er with their changes of spelling, verbs in -ir that are conjugated like "finir", and the models of
the third group that are listed in ``conjugation.toml`` (Grevisse & Goosse, Le bon usage, § 785-806).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from recoupe.language.fr.tables import frames, table

#: The last vowel of a stem that opens before a mute "e": "célèbre", "achète"; and the y of "emploie", "essuie".
_CLOSED = re.compile(r"é([^aeiouyéèê]{1,2}|[gq]u)$")
_MUTE = re.compile(r"e([^aeiouyéèêx])$")
_Y = re.compile(r"(?<=[ou])y$")


@functools.cache
def infinitives() -> Mapping[str, None]:
    """The verbs of the frames, then those of saying, each once."""
    reporting = (verb for listed in table("reporting")["verbs"].values() for verb in listed)
    return dict.fromkeys(verb for verb in (*frames().verbs, *reporting) if verb.isalpha())


@functools.cache
def third_persons() -> Mapping[str, tuple[str, bool]]:
    """The infinitive of each form, and whether the form is a plural. Of two verbs with one form, the first."""
    found: dict[str, tuple[str, bool]] = {}
    for infinitive in infinitives():
        for form, plural in _present(infinitive):
            found.setdefault(form, (infinitive, plural))
    return found


@functools.cache
def participles() -> Mapping[str, str]:
    """The infinitive of each past participle, in all four forms. Of two verbs with one form, the first."""
    endings: dict[str, str] = table("conjugation")["participles"]
    found: dict[str, str] = {}
    for infinitive in infinitives():
        ending = _ending(infinitive, endings)
        if ending is not None:
            form = infinitive.removesuffix(ending) + endings[ending]
            for mark in ("", "s", "e", "es"):
                found.setdefault(form + mark, infinitive)
    return found


def _ending(infinitive: str, listed: Iterable[str]) -> str | None:
    """The longest of the listed endings that it has."""
    return max(filter(infinitive.endswith, listed), key=len, default=None)


def _present(infinitive: str) -> Iterator[tuple[str, bool]]:
    listed: dict[str, list[str]] = table("conjugation")["endings"]
    ending = _ending(infinitive, listed)
    if ending is not None:
        stem = infinitive.removesuffix(ending)
        singular, plural = listed[ending]
        yield stem + singular, False
        yield stem + plural, True
    elif infinitive.endswith("er"):
        for stem in _stems(infinitive[:-2]):
            yield stem + "e", False
            yield stem + "ent", True


def _stems(stem: str) -> Iterator[str]:
    """ "jett" and "achèt": which verbs double their consonant is not told by their form, so that both are tried."""
    if stem.endswith(("el", "et")):
        yield stem + stem[-1]
    if stem.endswith("ay"):
        yield stem[:-1] + "i"
    stem = _CLOSED.sub(r"è\1", stem)
    yield _Y.sub("i", _MUTE.sub(r"è\1", stem))
