"""Forms of the verbs that the lexicon knows, each with its infinitive: third persons, past participles.

Regular verbs in -er with their changes of spelling, verbs in -ir that are conjugated like "finir", and the models of
the third group that are listed in ``conjugation.toml`` (Grevisse & Goosse, Le bon usage, § 785-806).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import final

import attrs

from recoupe.language.fr.tables import frames, table
from recoupe.language.tokens import Token

#: The last vowel of a stem that opens before a mute "e": "célèbre", "achète"; and the y of "emploie", "essuie".
_CLOSED = re.compile(r"é([^aeiouyéèê]{1,2}|[gq]u)$")
_MUTE = re.compile(r"e([^aeiouyéèêx])$")
#: The last consonant of a stem that is spelt otherwise before an "a": "lança", "jugea".
_SOFT = re.compile(r"[cg]$")
_SOFTENED = {"c": "ç", "g": "ge"}
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


@final
@attrs.frozen
class Form:
    """A third person of a verb."""

    infinitive: str
    plural: bool
    #: As universal features have them.
    mood: str = "Ind"
    tense: str = "Pres"
    #: No noun or adjective is spelt so.
    is_clear: bool = False

    def give(self, token: Token) -> None:
        """Make `token` this form of its verb; its place in the tree is left as it is."""
        token.pos_, token.lemma_ = "VERB", self.infinitive
        token.features = {"Mood": self.mood, "Tense": self.tense, "VerbForm": "Fin", "Person": "3"}


@functools.cache
def finite_forms() -> Mapping[str, Form]:
    """The third persons of the present, the future, the conditional, and of the past historic of verbs in -er. Of two
    verbs with one form, the first; a present before other tenses."""
    found = {form: Form(infinitive, plural) for form, (infinitive, plural) in third_persons().items()}
    for infinitive in infinitives():
        for stem in _future_stems(infinitive):
            for ending, plural in (("a", False), ("ont", True)):
                found.setdefault(stem + ending, Form(infinitive, plural, tense="Fut", is_clear=True))
            for ending, plural in (("ait", False), ("aient", True)):
                found.setdefault(stem + ending, Form(infinitive, plural, mood="Cnd", is_clear=True))
        if infinitive.endswith("er"):
            found.setdefault(_before_a(infinitive) + "a", Form(infinitive, False, tense="Past"))  # "visa", "opéra"
            found.setdefault(infinitive[:-2] + "èrent", Form(infinitive, True, tense="Past", is_clear=True))
    return found


def _future_stems(infinitive: str) -> Iterator[str]:
    """ "fera", "tiendra"; and "jettera", "achètera", with the stem of the present."""
    endings: dict[str, str] = table("conjugation")["futures"]
    ending = _ending(infinitive, endings)
    if ending is not None:
        yield infinitive.removesuffix(ending) + endings[ending]
        if ending == "er":
            yield from (stem + "er" for stem in _stems(infinitive[:-2]))


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


@functools.cache
def present_participles() -> Mapping[str, str]:
    """The infinitive of each present participle of the verbs in -er, and of those like "finir"."""
    found: dict[str, str] = {}
    listed: dict[str, list[str]] = table("conjugation")["endings"]
    for infinitive in infinitives():
        if infinitive.endswith("er"):
            found.setdefault(_before_a(infinitive) + "ant", infinitive)
        elif _ending(infinitive, listed) == "ir":
            found.setdefault(infinitive[:-1] + "ssant", infinitive)
    return found


def _before_a(infinitive: str) -> str:
    """The stem of a verb in -er as it is spelt before an "a"."""
    return _SOFT.sub(lambda letter: _SOFTENED[letter.group()], infinitive[:-2])


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
