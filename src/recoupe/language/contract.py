"""What a language is to recoupe: a pack of data and a pipeline, behind one protocol; and the registry of packs."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol, final, runtime_checkable

import attrs

from recoupe.calendar import Symbol, Tense
from recoupe.errors import UnknownLanguage
from recoupe.gazetteer import Gazetteer, Registry
from recoupe.language.actors import ActorWords
from recoupe.language.lexicon import Frames, Words
from recoupe.language.numbers import Number
from recoupe.language.tokens import Doc

if TYPE_CHECKING:
    from recoupe.language.fr.times import Recognised

#: Entry points under which a distribution offers language packs.
ENTRY_POINT_GROUP = "recoupe.languages"


@runtime_checkable
class Language(Protocol):
    """A language pack. All data are read once and never change."""

    @property
    def code(self) -> str:
        """The language (BCP 47), for example ``fr``."""

    @property
    def frames(self) -> Frames:
        """Which words evoke which happenings."""

    @property
    def reporting(self) -> Words:
        """Words that say who says so."""

    @property
    def status(self) -> Words:
        """Words that say whether it happened."""

    @property
    def occurrence(self) -> Words:
        """Words that make a noun the report of a happening."""

    @property
    def idioms(self) -> Words:
        """Phrases that would match a frame and name no happening."""

    @property
    def headlines(self) -> Words:
        """Words of which short lines are made."""

    @property
    def grammar(self) -> Words:
        """Function words."""

    @property
    def actors(self) -> ActorWords:
        """Words that stand for persons and bodies."""

    @property
    def localities(self) -> Words:
        """Words that place an event."""

    @property
    def known_actors(self) -> Registry:
        """Actors whose names are known beforehand."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Places whose names are known beforehand."""

    def recognise_times(self, text: str) -> Sequence[Recognised]:
        """The time expressions of a text, in order, without a parse."""

    def settle_times(
        self, rows: Sequence[Recognised], tenses: Mapping[int, Tense], recalled: Set[int] = frozenset()
    ) -> Sequence[Symbol]:
        """Their symbols, given the tenses of the verbs that govern them and those that only recall another day (by
        index)."""

    def recognise_figures(self, text: str) -> Sequence[Number]:
        """The figures of a text, in order, without a parse."""

    def analyse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The syntactic analysis of texts (Universal Dependencies), in order; offsets are those of the texts."""


@final
@attrs.frozen(kw_only=True, eq=False)
class Languages:
    """The language packs at hand: a value; `with_language` gives another one."""

    #: By language code.
    packs: Mapping[str, Language] = attrs.field(factory=dict)

    def with_language(self, language: Language) -> Languages:
        """These packs and `language`, which replaces one of the same code."""
        return Languages(packs={**self.packs, language.code: language})

    def of(self, code: str) -> Language:
        """The pack for a language tag; its region is ignored where no pack has it.

        Raises:
            UnknownLanguage: no pack reads it.
        """
        for key in (code, code.split("-")[0]):
            if key in self.packs:
                return self.packs[key]
        raise UnknownLanguage(code, sorted(self.packs))

    @classmethod
    def installed(cls) -> Languages:
        """The packs that installed distributions offer. One that cannot be loaded is left out with a warning."""
        packs: dict[str, Language] = {}
        for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda p: p.name):
            try:
                language = point.load()()
                packs[language.code] = language
            except Exception as error:  # a broken plug-in must not take the others with it
                warnings.warn(f"language pack {point.name!r} ({point.value}) cannot be used: {error}", stacklevel=2)
        return cls(packs=packs)
