"""Reporting verbs and their constructions in one sentence.

A reporting clause ("X a indiqué que ..."), an incise before or after ("..., a annoncé mardi X"), a reporting participle
("rapportée par KCNA"), a speech act over a noun ("a confirmé l'envoi"), and a headline's "X : ...".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.according import AccordingReader
from recoupe.extraction.attribution.confirmations import Confirmations, told_before
from recoupe.extraction.attribution.contents import Contents
from recoupe.extraction.attribution.documents import Documents
from recoupe.extraction.attribution.incises import Incise, Incises, comment
from recoupe.extraction.attribution.quotations import closes, quotation_behind_stop, quotations
from recoupe.extraction.attribution.relays import Relays
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.attribution.speeches import Speeches
from recoupe.extraction.attribution.statements import (
    ACCORDING,
    CITED,
    CLAUSE,
    INCISE,
    PARTICIPLE,
    RELAY,
    STANCES,
    Statement,
    extent,
    own_words,
    stretch,
)
from recoupe.extraction.dependencies import (
    children,
    feature,
    is_finite,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import ActorKind, Stance

#: Words that may stand inside a verb phrase of saying ("a fait mardi savoir").
_PHRASE_REACH: Final = 3
_SPEAKING: Final = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.MEDIA)
#: Most words, which are looked at no further.
_NO_VERBS: Final = frozenset({"PUNCT", "ADP", "DET", "PROPN", "PRON", "CCONJ", "SCONJ", "ADV", "NUM"})
#: How far behind a quotation a verb of its incise stands, with what belongs to it, in tokens.
_GROUP: Final = 6
#: How many words a topic before a colon may have.
_TOPIC: Final = 8


@final
@attrs.frozen(kw_only=True, eq=False)
class SayingReader:
    """Reads the statements of a sentence."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers
    #: Finds what is reported.
    contents: Contents
    #: Finds the incises.
    incises: Incises
    #: Reads "selon X".
    according: AccordingReader
    #: Finds the media spoken to and the sources cited.
    relays: Relays
    #: Finds who says what was told before.
    confirmations: Confirmations
    #: Finds who speaks through a text.
    documents: Documents
    #: Finds who leads to a quotation, or speaks without one.
    speeches: Speeches

    @classmethod
    def of(cls, words: Words, syntax: Syntax, speakers: Speakers) -> SayingReader:
        """A reader whose parts agree on the words, the parse and the speakers."""
        contents = Contents(words=words, syntax=syntax)
        incises = Incises(words=words, syntax=syntax, speakers=speakers)
        return cls(
            words=words,
            syntax=syntax,
            speakers=speakers,
            contents=contents,
            incises=incises,
            confirmations=Confirmations(words=words, syntax=syntax, contents=contents, incises=incises),
            according=AccordingReader(words=words, speakers=speakers),
            relays=Relays(words=words, syntax=syntax, speakers=speakers),
            documents=Documents(words=words, syntax=syntax, speakers=speakers),
            speeches=Speeches(words=words, syntax=syntax, speakers=speakers),
        )

    def read(self, part: Part, sentence: Run, before: Doc | None = None) -> list[Statement]:
        """The statements of a sentence, in order; without speakers where the text points to one it does not name.

        `before`: the text of the part before.
        """
        found: list[Statement] = []
        starts = self.according.starts
        for token in sentence:
            verbal = token.pos_ not in _NO_VERBS and is_verbal(token)
            statement = self._by_verb(part, sentence, token, before) if verbal else None
            if statement is None and token.lower_ in starts:
                statement = self.according.read(part, sentence, token)
            if statement is not None:
                found.append(_going_on(statement, found))
        opinion = self.according.read_opinion(part, sentence)
        if opinion is not None:
            found.insert(0, opinion)
        colon = self._by_colon(part, sentence)
        if colon is not None and not found:
            found.append(colon)
        through = None if found else self.documents.read(part, sentence)
        if through is not None:
            found.append(through)
        if not found and (spoke := self.speeches.read(part, sentence)) is not None:
            found.append(spoke)
        aside = frozenset(i for s in found if s.depth == INCISE for i in s.outside)
        found = [attrs.evolve(s, outside=s.outside | aside) if s.depth == ACCORDING and aside else s for s in found]
        colons = [t.i for t in sentence.doc[sentence.start + 1 : sentence.start + _TOPIC] if t.text == ":"]
        topic = _topic(sentence, colons[0]) if found and colons else None
        if not topic:
            return found
        return [s if s.cue.i in topic else attrs.evolve(s, outside=s.outside | topic) for s in found]

    def _by_reference(self, part: Part, verb: Token, stance: Stance, before: Doc | None) -> Statement | None:
        """ "C'est ce qu'a annoncé X.", "Sa famille l'a annoncé.": it is said of the sentence before."""
        tokens = self.confirmations.speakers(part, verb)
        told = None if tokens is None else told_before(verb, before)
        if tokens is None or told is None:
            return None
        made = self._statement(part, verb, stance, self.speakers.voice(part, tokens), (told.start, told.end), CLAUSE)
        return attrs.evolve(made, about=None if told.doc is verb.doc else told.doc)

    def _by_verb(self, part: Part, sentence: Run, verb: Token, before: Doc | None) -> Statement | None:
        if verb.dep_.startswith("aux") and is_verbal(verb.head):
            return None
        if (cited := self.relays.cited(part, sentence, verb)) is not None:
            return cited
        stance = self._stance(verb)
        if stance is not None and (back := self._by_reference(part, verb, stance, before)) is not None:
            return back
        if is_participle(verb) and is_passive(verb) and _modifies(verb):
            return self._by_participle(part, sentence, verb, stance)
        if stance is None:
            return self._by_any_verb(part, sentence, verb)
        if self.syntax.is_negated(verb):
            stance = STANCES.get(self.words.key_of("negated", verb.lemma_.lower()) or "", Stance.DOUBTS)
        clause = self.contents.clause(verb)
        if clause is not None:
            return self._statement(
                part, verb, stance, self._voice(part, verb), extent(clause), CLAUSE + self._level(verb)
            )
        announced = self.contents.announced(sentence, verb) or self.speeches.narrated(sentence, verb)
        if announced is not None:
            return self._statement(part, verb, stance, self._voice(part, verb), announced, CLAUSE)
        incise = self.incises.read(part, sentence, verb)
        if incise is not None:
            return self._by_incise(part, sentence, verb, stance, incise)
        target = self.contents.noun(verb)
        own = target is not None and any(feature(c, "Poss") for c in children(target, "det"))
        told = self.words.of("objects", "plans") | self.words.of("objects", "befalling")
        if target is not None and (not own or target.lemma_.lower() in told):
            scope = (extent(target)[0], self.contents.end_of_news(verb, target))
            return self._statement(part, verb, stance, self._voice(part, verb), scope, CLAUSE)
        return None

    def _by_any_verb(self, part: Part, sentence: Run, verb: Token) -> Statement | None:
        """ "« ... », se désole Luc Morel": right behind a quotation, any verb with somebody behind it who can speak
        says whose words they are, whether or not it is known as one of saying."""
        near = verb.doc[max(sentence.start, verb.i - _GROUP) : verb.i]
        if not [t for t in near if t.is_punct and closes(t)]:
            return None
        incise = self.incises.read(part, sentence, verb, known=False)
        if incise is None or not incise.quoting:
            return None
        return self._by_incise(part, sentence, verb, Stance.ASSERTS, incise)

    def _by_incise(self, part: Part, sentence: Run, verb: Token, stance: Stance, incise: Incise) -> Statement:
        # Behind a quotation, what follows the incise is told by the article again; so are circumstances of the saying
        # ("a dit X, au lendemain du scrutin").
        ends = incise.quoting or not any(is_verbal(t) and is_finite(t) for t in verb.doc[incise.end : sentence.end])
        close = incise.start if ends else comment(sentence, incise.end)
        start = quotation_behind_stop(sentence, incise.start) if incise.quoting else None
        scope = (start or sentence.start, stretch(self.words, sentence, incise.start, sentence.start, close)[1])
        outside = frozenset(range(incise.start, incise.end))
        made = self._statement(part, verb, stance, incise.voice, scope, INCISE, outside=outside)
        return attrs.evolve(made, pronoun=incise.pronoun)

    def _statement(
        self,
        part: Part,
        cue: Token,
        stance: Stance,
        speakers: Voice,
        scope: tuple[int, int],
        depth: int,
        *,
        outside: frozenset[int] = frozenset(),
    ) -> Statement:
        """A statement; the medium to which its speaker spoke ("a déclaré à l'AFP") comes behind the speaker."""
        if outside:  # "a dit Luc Roy, directeur de la Ville, à Radio-Canada"
            behind = (t.i for t in cue.doc[max(outside) + 2 : cue.sent.end] if t.is_punct)
            places = [cue.doc[min(outside) : next(behind, max(outside) + 1)]]
        else:
            opening = cue.doc[cue.sent.start : cue.i]
            comma = next((t.i for t in opening if t.text == ","), cue.sent.start)
            places = [cue.doc[cue.sent.start : comma], cue.doc[cue.i + 1 : scope[0]]]
        media = [pair for words in places for pair in self.relays.media(part, words) if pair not in speakers]
        pointing = (s for s in self.syntax.subjects(cue) if self.speakers.is_personal(s))
        return Statement(
            speakers=(*speakers, *media), stance=stance, cue=cue, scope=scope, depth=depth, outside=outside,
            pronoun=next(pointing, None),
        )  # fmt: skip

    def _by_participle(self, part: Part, sentence: Run, verb: Token, stance: Stance | None) -> Statement | None:
        """ "cette annonce, rapportée par KCNA": what the noun names; "M. X, cité par l'AFP": what M. X says."""
        own = own_words(sentence, verb)
        speakers = self.speakers.voice(part, self.syntax.agents(verb))
        if verb.lemma_.lower() in self.words.of("relays", "verbs"):
            if not any(a.is_capital or self.speakers.able(part, a) for a in self.syntax.agents(verb)):
                return None  # "joint par téléphone"
            head = verb.head
            apart = verb.i == sentence.start or is_verbal(head)  # "a dit X, cité par l'AFP": hung on the verb
            if apart or any(a.kind in _SPEAKING for a, _ in self.speakers.of(part, head)):
                scope = (sentence.start, sentence.end)
            else:  # "l'envoi de démineurs cités par les médias": the whole noun phrase
                while head.dep_ in ("nmod", "conj") and head.head.pos_ in ("NOUN", "PROPN"):
                    head = head.head
                scope = extent(head)
            return Statement(speakers=speakers, stance=Stance.ASSERTS, cue=verb, scope=scope, depth=RELAY, outside=own)
        if stance is None or not self._tells_its_noun(verb):
            return None
        scope = extent(verb.head)
        news = verb.head.lemma_.lower() in self.words.of("pointing", "nouns")
        if news and verb.head.doc[max(scope[0], sentence.start)].lower_ in self.according.starts:
            scope = (sentence.start, sentence.end)  # "selon une information de RTL confirmée par le parquet"
        return Statement(speakers=speakers, stance=stance, cue=verb, scope=scope, depth=PARTICIPLE, outside=own)

    def _tells_its_noun(self, participle: Token) -> bool:
        """ "l'attaque revendiquée par X": X says so; "la loi soutenue par X" is what X wants, not what X says."""
        lemma = participle.lemma_.lower()
        return lemma in self.words.of("objects", "verbs") or lemma in self.words.of("objects", "participles")

    def _by_colon(self, part: Part, sentence: Run) -> Statement | None:
        """ "Macron : « la France enverra ... »": a person alone before the colon, or whoever speaks before words in
        quotation marks ("Le maire de Lyon : « ... »")."""
        colon = next((t.i for t in sentence.doc[sentence.start + 1 : sentence.start + 8] if t.text == ":"), None)
        if colon is None or colon + 1 >= sentence.end:
            return None
        before = Run(part.doc, sentence.start, colon)
        if any(is_verbal(t) for t in before):
            return None
        quoted = any(q.start == colon + 2 and q.is_sentence for q in quotations(part.doc))
        alone = all(t.pos_ == "PROPN" or t.ent_type_ == "PER" or t.is_punct for t in before)
        speakers = self.speakers.persons(part, [before.root]) if quoted or alone else ()
        known = part.doc[colon - 1].pos_ in (
            "NOUN",
            "PROPN",
        )  # not "Le préfet dramatise", whose verb is taken for an adjective
        if quoted and not speakers and known and self.speakers.people.human(before.root.lower_):
            speakers = self.speakers.voice(part, [before.root])
        if not speakers:
            return None
        return Statement(
            speakers=speakers, stance=Stance.ASSERTS, cue=part.doc[colon], scope=(colon + 1, sentence.end), depth=CLAUSE
        )  # fmt: skip

    def _stance(self, verb: Token) -> Stance | None:
        """How the subject of a verb (or verb phrase: "fait savoir") of saying stands to what it says."""
        lemma = verb.lemma_.lower()
        for cause in children(verb, "aux:caus"):
            key = self.words.key_of("phrases", f"{cause.lemma_} {lemma}")
            if key is not None:
                return STANCES.get(key)
        for words, key in self.words.phrases("phrases").get(lemma, ()):
            behind = [t for t in verb.doc[verb.i + 1 : verb.i + _PHRASE_REACH + len(words)] if t.sent == verb.sent]
            found = iter(t.lemma_.lower() for t in behind)
            if all(word in found for word in words[1:]):
                return STANCES.get(key)
        if lemma in self.contents.counting and self.contents.counted(verb) is not None:
            return Stance.ASSERTS
        if lemma in self.words.of("objects", "speaking") and self.contents.noun(verb) is not None:
            return Stance.CLAIMS
        return STANCES.get(self.words.key_of("verbs", lemma) or "")

    def _level(self, verb: Token) -> int:
        """How many reporting clauses stand above the verb do not count; those below put it further out."""
        return sum(1 for t in verb.subtree if t != verb and self._stance(t) is not None and self.contents.clause(t))

    def _voice(self, part: Part, verb: Token) -> Voice:
        """Who says it: the subject, the agent of a passive; behind "on", where or of whom it was learnt."""
        if is_passive(verb):
            return self.speakers.voice(part, self.syntax.agents(verb))
        if narrator := self.speeches.narrator(verb):
            return self.speakers.voice(part, narrator)
        subjects = self.syntax.subjects(verb)
        if any(s.lower_ in self.syntax.words.of("pronouns", "impersonal") for s in subjects):
            return self.speakers.informants(part, verb, verb.sent.start, verb.sent.end)
        voice = self.speakers.voice(part, [s for s in subjects if self.speakers.may_say(part, s, verb)])
        if verb.lemma_.lower() in self.words.of("sources", "learnt"):  # "Il apprend que" tells who did not know it
            return tuple(s for s in voice if s[0].kind is not ActorKind.PERSON)
        return voice


def _topic(sentence: Run, colon: int) -> frozenset[int]:
    """ "Guerre civile : l'armée a pris la ville, selon son chef": what stands before a colon, which nobody says."""
    before = sentence.doc[sentence.start : colon]
    told = any(is_verbal(t) or t.pos_ == "NUM" or t.is_punct for t in before)
    return frozenset() if told else frozenset(t.i for t in before)


def _going_on(statement: Statement, before: Sequence[Statement]) -> Statement:
    """ "..., a dit la ministre, soulignant que", "selon la banque, qui a publié ses chiffres, notant que": a present
    participle behind the words that name a speaker is that speaker's."""
    cue = statement.cue
    if statement.depth in (CITED, RELAY) or cue.features.get("Tense") != "Pres" or is_finite(cue):
        return statement
    comma = next((t.i for t in reversed(cue.doc[cue.sent.start : cue.i]) if t.pos_ not in ("ADV", "ADP")), cue.i)
    if cue.doc[comma].text != ",":
        return statement
    named = (s for s in reversed(before) if s.depth in (INCISE, ACCORDING) and s.outside)
    last = next((s for s in named if max(s.outside) + 1 == comma), None)
    return statement if last is None else attrs.evolve(statement, speakers=last.speakers)


def _modifies(participle: Token) -> bool:
    """It says something of a noun, or opens the sentence. Forms like "avertit", with a nominal right behind them, are
    no participles where the parse hangs them on a verb."""
    if participle.i == participle.sent.start:
        return True
    behind = participle.doc[min(participle.i + 1, len(participle.doc) - 1)]
    if participle.dep_ == "acl" and is_verbal(participle.head) and behind.pos_ in ("DET", "PROPN"):
        return False
    return participle.dep_ in ("acl", "amod", "appos", "conj")
