"""Texts in which somebody says something: "dans un communiqué, la mairie salue ...", "selon le même document"."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.speakers import Speakers
from recoupe.extraction.attribution.statements import ACCORDING, Statement
from recoupe.extraction.dependencies import governors, is_finite, is_passive, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token
from recoupe.model import Stance


@final
@attrs.frozen(kw_only=True, eq=False)
class Documents:
    """Finds who speaks through a text."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers
    #: The texts.
    nouns: frozenset[str] = attrs.field(init=False, repr=False)

    @nouns.default
    def _find_nouns(self) -> frozenset[str]:
        return self.words.of("documents", "nouns")

    def read(self, part: Part, sentence: Run) -> Statement | None:
        """ "Dans un communiqué, la mairie condamne l'attaque": the subject speaks through the text, whatever the verb,
        and others may point back to it ("selon ce communiqué"). It covers nothing, for the article tells what is done
        by it. None where no such text is named."""
        tokens = sentence.doc[sentence.start : sentence.end]
        text = next((t for t in tokens if t.lemma_ in self.nouns and self._holds(t)), None)
        if text is None:
            return None
        verb = next((g for _, g in governors(text) if is_verbal(g)), None)
        if verb is None or is_passive(verb) or not is_finite(verb) or verb.sent.start != sentence.start:
            return None
        able = [s for s in self.syntax.subjects(verb) if s.pos_ != "PRON" and self.speakers.able(part, s)]
        return Statement(
            speakers=self.speakers.voice(part, able), stance=Stance.ASSERTS, cue=verb,
            scope=(verb.i, verb.i), depth=ACCORDING, outside=frozenset(t.i for t in text.subtree),
        )  # fmt: skip

    def _holds(self, noun: Token) -> bool:
        return self.syntax.preposition(noun) in self.words.of("documents", "prepositions")
