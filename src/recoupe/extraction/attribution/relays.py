"""Whom a statement names beside its speaker: the medium that was spoken to, the source that is cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.attribution.statements import CITED, RELAY, Statement, own_words
from recoupe.extraction.dependencies import is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token
from recoupe.model import ActorKind, Stance


@final
@attrs.frozen(kw_only=True, eq=False)
class Relays:
    """Finds what a statement passes through."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers

    def media(self, part: Part, tokens: Iterable[Token]) -> Voice:
        """The media with a name to which, or in which, somebody says it: "a déclaré à l'AFP", "dans un entretien au
        Monde", "au micro de France Inter"."""
        media = self.words.of("sources", "media")
        nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and (t.is_capital or t.lemma_.lower() in media)]
        places = [t for t in nouns if self._is_place(t)]
        found = [pair for place in places for pair in self.speakers.of(part, place)]
        return tuple(dict.fromkeys(p for p in found if p[0].kind is ActorKind.MEDIA and p[0].name[0].isupper()))

    def _is_place(self, noun: Token) -> bool:
        """Behind "à" or "sur", or what belongs to a noun for such a place there."""
        prepositions = self.words.of("relays", "prepositions")
        if self.syntax.preposition(noun) in prepositions:
            return True
        head = noun.head
        return head.lemma_.lower() in self.words.of("sources", "reporter") and (
            self.syntax.preposition(head) in prepositions or self.syntax.preposition(head) == "dans"
        )

    def _is_told_beside(self, sentence: Run, participle: Token) -> bool:
        """Its sentence has another verb of saying, or says who does so with a preposition: "selon Tass, citant"."""
        starts = self.words.of("prepositions", "asserts")
        says = (t for t in sentence if t != participle and t.pos_ != "NOUN")
        return any(
            t.lower_ in starts or (is_verbal(t) and self.words.key_of("verbs", t.lemma_.lower()) is not None)
            for t in says
        )

    def cited(self, part: Part, sentence: Run, verb: Token) -> Statement | None:
        """ "a rapporté Tass, citant le ministère": the source stands before the medium; "a indiqué sa famille,
        confirmant une information de Marianne": the medium had it before, and stands behind."""
        present = verb.features.get("VerbForm") == "Part" and verb.features.get("Tense") == "Pres"
        if not present or verb.lemma_.lower() not in self.words.of("relays", "citing"):
            return None
        if not self._is_told_beside(sentence, verb):
            return None  # "Il appelle à une union, citant aussi Anne Roy"
        objects = list(self.syntax.objects(verb))
        news = [n for n in objects if n.lemma_.lower() in self.words.of("pointing", "nouns")]
        owners = tuple(pair for noun in news for pair in self.speakers.owners(part, noun))
        able = [noun for noun in objects if noun not in news and self.speakers.able(part, noun)]
        voice = owners or self.speakers.voice(part, able)
        if not voice:
            return None
        scope, outside = (sentence.start, sentence.end), own_words(sentence, verb)
        depth = RELAY if owners else CITED
        return Statement(
            speakers=voice, stance=Stance.ASSERTS, cue=verb, scope=scope, depth=depth, outside=outside
        )  # fmt: skip
