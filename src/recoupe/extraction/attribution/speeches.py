"""Who speaks where no verb has what is said below it: "Et le maire d'ajouter : ...", "La ministre s'est insurgée."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.speakers import Speakers
from recoupe.extraction.attribution.statements import SPOKE, Statement
from recoupe.extraction.dependencies import is_finite, is_infinitive, is_passive, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token
from recoupe.model import ActorKind, Stance


@final
@attrs.frozen(kw_only=True, eq=False)
class Speeches:
    """Finds who leads to a quotation, or speaks without one."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers

    def narrated(self, sentence: Run, verb: Token) -> tuple[int, int] | None:
        """Where the words lie that an infinitive of narration and a colon announce: "Et (le maire) d'ajouter : ..."
        (Grevisse & Goosse, Le bon usage, § 901); None where it is none."""
        if not self._narrates(verb):
            return None
        colon = next((t.i for t in verb.doc[verb.i + 1 : sentence.end] if t.text == ":"), None)
        return None if colon is None else (colon + 1, sentence.end)

    def narrator(self, verb: Token) -> Sequence[Token]:
        """Whom the sentence names before an infinitive of narration; empty where it names nobody."""
        named = verb.head
        if not self._narrates(verb) or not verb.sent.start < named.i < verb.i or named.pos_ not in ("NOUN", "PROPN"):
            return []
        return [named]

    def _narrates(self, verb: Token) -> bool:
        """ "Et d'ajouter", "Mais le maire de conclure": "de" and an infinitive, behind "et" or "mais" and at most who
        speaks."""
        if not is_infinitive(verb) or self.syntax.preposition(verb) != "de":
            return False
        start = verb.sent.start
        opens = verb.doc[start].pos_ == "CCONJ" or verb.doc[start].lower_ in self.words.of("contrasts", "coordinating")
        return opens and not any(is_verbal(t) or t.is_punct for t in verb.doc[start : verb.i])

    def read(self, part: Part, sentence: Run) -> Statement | None:
        """ "La ministre s'est insurgée contre ce choix": somebody whose words the next quotation may be. It covers
        nothing, for the article tells it; None where nobody speaks."""
        verb = sentence.root
        if not is_verbal(verb) or self.words.key_of("verbs", verb.lemma_) is None:
            return None
        if not is_finite(verb) or is_passive(verb):
            return None
        subjects = [s for s in self.syntax.subjects(verb) if s.pos_ == "PRON" or self.speakers.able(part, s)]
        voice = self.speakers.voice(part, subjects)
        if len(voice) != 1 or not self._is_person(subjects[0], voice[0][0].kind):
            return None
        return Statement(speakers=voice, stance=Stance.ASSERTS, cue=verb, scope=(verb.i, verb.i), depth=SPOKE)

    def _is_person(self, noun: Token, kind: ActorKind) -> bool:
        return kind is ActorKind.PERSON or self.speakers.people.human(noun.lower_) is not None
