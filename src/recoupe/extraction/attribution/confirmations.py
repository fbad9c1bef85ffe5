"""Sentences that only tell who says what the sentence before told: "C'est ce qu'a annoncé X."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.contents import Contents
from recoupe.extraction.attribution.incises import Incises
from recoupe.extraction.dependencies import is_finite, is_passive, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Doc, Run, Token


@final
@attrs.frozen(kw_only=True, eq=False)
class Confirmations:
    """Finds verbs of saying that point to what was told before."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Finds what is reported.
    contents: Contents
    #: Finds who stands behind an inverted verb.
    incises: Incises

    def speakers(self, part: Part, verb: Token) -> Sequence[Token] | None:
        """Who says what was told before, if a verb of saying points to that; None where it does not."""
        sentence, root = verb.sent, verb.head
        news = self.words.of("pointing", "nouns")
        if verb == sentence.root:
            return self._as_predicate(verb)
        if root != sentence.root:
            return None
        links = self.syntax.words.of("pronouns", "relative_object")
        asked = verb.dep_.startswith("acl") and any(c.lower_ in links and c.dep_ != "mark" for c in verb.children)
        if asked and root.lower_ in self.words.of("pointing", "pronouns"):
            subject = self.incises.subject(part, verb, sentence.end)  # "C'est ce qu'a annoncé X."
            return [subject] if subject is not None else self.syntax.agents(verb)
        if verb.dep_ == "acl" and root.lemma_.lower() in news:  # "Une information confirmée par X."
            return None if any(is_finite(t) for t in sentence if is_verbal(t)) else self.syntax.agents(verb)
        return None

    def _as_predicate(self, verb: Token) -> Sequence[Token] | None:
        if not is_passive(verb):  # "Sa famille l'a annoncé dimanche."
            return self.syntax.subjects(verb) if self.contents.points_back(verb) else None
        news = self.words.of("pointing", "nouns")  # "L'information a été confirmée par la direction."
        told = any(s.lemma_.lower() in news for s in self.syntax.subjects(verb))
        return self.syntax.agents(verb) if told else None


def told_before(verb: Token, before: Doc | None) -> Run | None:
    """The sentence before that of a verb; the last of `before`, the text before, where it begins its own; None where
    nothing stands there."""
    start = verb.sent.start
    if start:
        return verb.doc[start - 1].sent
    return None if before is None else next((t.sent for t in reversed(before[:]) if not t.is_space), None)
