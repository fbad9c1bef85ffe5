"""Who says so: the chain of speakers and media for a trigger, nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.presuppositions import Presuppositions
from recoupe.extraction.attribution.quotations import quotation_of, quotations
from recoupe.extraction.attribution.sayings import SayingReader
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.attribution.statements import ACCORDING, CLAUSE, INCISE, SPOKE, Statement
from recoupe.extraction.attribution.voices import Voices, is_quoted, media_of
from recoupe.extraction.dependencies import children, feature, is_infinitive
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import Actor, ActorKind

#: How many of the statements before a part are remembered in it.
_REMEMBERED: Final = 50
#: How many words stand before an infinitive of narration ("Et d'ajouter").
_OPENING: Final = 2
#: Constructions whose speaker goes on in the next sentence.
_VOICED: Final = (CLAUSE, INCISE, ACCORDING)


@final
@attrs.frozen(kw_only=True, eq=False)
class AttributionReader:
    """Reads who says what in an article."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Finds the statements of a sentence.
    sayings: SayingReader
    #: Gives quotations to their speakers.
    voices: Voices
    #: Tells what is said from what is taken for granted.
    presuppositions: Presuppositions

    @classmethod
    def of(cls, words: Words, syntax: Syntax, speakers: Speakers) -> AttributionReader:
        """A reader of ``reporting.toml``, a parse and the speakers that `speakers` finds."""
        return cls(
            words=words,
            sayings=SayingReader.of(words, syntax, speakers),
            voices=Voices(syntax=syntax, speakers=speakers),
            presuppositions=Presuppositions(words=words, syntax=syntax),
        )

    def read(self, parts: Sequence[Part]) -> list[list[Statement]]:
        """The statements of an article, in order, those that cover each part together."""
        found: list[list[Statement]] = []
        told: list[Statement] = []
        before: Doc | None = None
        for part in parts:
            own = self._statements(part, told, before)
            if found:
                found[-1] += [s for s in own if s.about is not None]
            found.append([s for s in own if s.about is None])
            told, before = [*told[-_REMEMBERED:], *own], part.doc
        return found

    def _statements(self, part: Part, told: Sequence[Statement], before: Doc | None) -> list[Statement]:
        """Every statement of a part. `told`: those of the parts before it, whose last speaker may go on.

        A quotation is its speaker's to its end, over as many sentences as it runs.
        """
        found: list[Statement] = []
        for sentence in part.doc.sents:
            statements = self.sayings.read(part, sentence, before)
            if not statements and found and (hearsay := self._hearsay(sentence, found[-1])) is not None:
                statements = [hearsay]
            for statement in statements:
                if self._is_bare_mouthpiece(statement):
                    statement = self._of_the_same(statement, (*told, *found))
                elif (
                    not statement.speakers
                    and _narrates(statement)
                    and found
                    and found[-1].cue.sent.end == sentence.start
                ):
                    statement = attrs.evolve(statement, speakers=found[-1].speakers)
                found.append(statement if statement.pronoun is None else self._going_on(statement, (*told, *found)))
        for quotation in quotations(part.doc):
            if quotation.is_sentence:
                self.voices.give(part, quotation, found, told)
        return [s for s in found if s.speakers]

    @staticmethod
    def _hearsay(sentence: Run, last: Statement) -> Statement | None:
        """ "Selon l'OMS, dix enfants sont morts. Trois autres auraient été blessés.": told in the conditional perfect,
        which vouches for nothing, a sentence goes on with the speaker of the one before it; and so does a state told in
        the conditional ("Deux seraient en fuite.")."""
        if last.depth not in _VOICED or last.cue.sent.end != sentence.start or last.quoted is not None:
            return None
        root = sentence.root
        states = [root] if root.lemma_ == "être" else children(root, "cop")
        mood = next((t for t in (*children(root, "aux:tense"), *states) if feature(t, "Mood") == "Cnd"), None)
        if mood is None:
            return None
        scope = (sentence.start, sentence.end)
        first = sentence.doc[sentence.start]
        return Statement(speakers=last.speakers, stance=last.stance, cue=first, scope=scope, depth=ACCORDING)

    def _going_on(self, statement: Statement, earlier: Sequence[Statement]) -> Statement:
        """ "a-t-il ajouté", behind another statement of the same or the last sentence, or at the beginning of a
        paragraph behind one of the paragraph before: its speaker goes on, and so does the medium he spoke to. A pronoun
        that points to nobody else goes on with whoever spoke last; the subject of a clause ("Il précise que") does so
        only behind an incise of another sentence."""
        first, clause = self._beginning(statement), statement.depth not in (INCISE, ACCORDING)
        for before in reversed(earlier):
            if is_quoted(before):
                continue
            far = first - before.cue.sent.end > 0 if before.cue.doc is statement.cue.doc else first
            quoted = before.depth == INCISE and before.cue.sent.start != first
            if statement.speakers and (far or (clause and not quoted)):
                break
            media = media_of(before, earlier)
            meant = [s for s in before.speakers if self._may_mean(statement, s[0])]
            persons = [s for s in meant if s[0].kind is ActorKind.PERSON]
            others = [] if persons or self._is_sure(statement, before) else [s for s in meant if s not in media]
            if len(goes_on := persons or others) == 1 and before.depth in (*_VOICED, SPOKE):
                return attrs.evolve(statement, speakers=(*goes_on, *media))
        return statement

    @staticmethod
    def _beginning(statement: Statement) -> int:
        """Where the sentence begins with which a statement begins: that of the quotation behind which it stands."""
        cue = statement.cue
        ended = [q for q in quotations(cue.doc) if q.is_sentence and cue.sent.start < q.end <= cue.i]
        start = ended[-1].start - 1 if ended and statement.depth == INCISE else cue.i
        return cue.doc[start].sent.start

    def _may_mean(self, statement: Statement, actor: Actor) -> bool:
        return statement.pronoun is None or self.voices.speakers.may_mean(statement.pronoun, actor)

    @staticmethod
    def _is_sure(statement: Statement, before: Statement) -> bool:
        """Its pronoun points to a person, or it is no incise of a later sentence, which goes on with any speaker."""
        persons = any(actor.kind is ActorKind.PERSON for actor, _ in statement.speakers)
        later = statement.depth == INCISE and before.cue.sent.start != statement.cue.sent.start
        return bool(statement.speakers) and (persons or not later)

    def _is_bare_mouthpiece(self, statement: Statement) -> bool:
        """ "selon la même source", "explique le communiqué": nobody is named but whoever was before."""
        words = self.words.of("sources", "same")
        names = [actor.name.lower().split() for actor, _ in statement.speakers if not actor.is_named]
        return bool(names) and len(names) == len(statement.speakers) and all(set(name) <= words for name in names)

    def _of_the_same(self, statement: Statement, earlier: Sequence[Statement]) -> Statement:
        """It goes on with whoever spoke last through a text or as a source, else with whoever spoke last."""
        voiced = [s for s in earlier if s.speakers and s.depth in _VOICED]
        sources = [s for s in voiced if self._names_source(s)]
        for before in (*reversed(sources), *reversed(voiced)):
            if not self._is_bare_mouthpiece(before):
                return attrs.evolve(statement, speakers=before.speakers)
        return attrs.evolve(statement, speakers=voiced[-1].speakers) if voiced else statement

    def _names_source(self, statement: Statement) -> bool:
        """ "selon une source policière", "indique la mairie dans un communiqué"."""
        words = self.words.of("sources", "bare") | self.words.of("documents", "nouns")
        said_by = statement.outside or range(statement.cue.sent.start, statement.cue.sent.end)
        return any(statement.cue.doc[i].lemma_.lower() in words for i in said_by)

    def voice(self, token: Token, statements: Sequence[Statement]) -> Voice:
        """Who says "je" or "nous" at `token`. See `Voices.at`."""
        return self.voices.at(token, statements)

    def telling(self, trigger: Token, statements: Sequence[Statement]) -> Sequence[Statement]:
        """The statements that tell what a trigger names, from the innermost to the outermost."""
        quoted = quotation_of(trigger, quotations(trigger.doc)) is not None
        covering = [
            s
            for s in statements
            if s.covers(trigger) and s.cue != trigger and (quoted or not self.presuppositions.holds(trigger, s))
        ]
        return sorted(covering, key=lambda s: (s.depth, s.scope[1] - s.scope[0], s.scope[0]))


def _narrates(statement: Statement) -> bool:
    """ "Et d'ajouter que ...": an infinitive of narration, whose subject is that of the sentence before."""
    verb = statement.cue
    return is_infinitive(verb) and verb.i - verb.sent.start <= _OPENING
