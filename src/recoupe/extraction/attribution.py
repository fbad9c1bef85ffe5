"""Who says so: the chain of speakers and media for a trigger, nearest first.

Constructions: a reporting clause ("X a indiqué que ..."), an incise before or after ("..., a annoncé mardi X"), a
preposition ("selon Tass", "d'après un responsable"), a reporting participle ("rapportée par KCNA"), a speech act over a
noun ("a confirmé l'envoi"), a headline's "X : ...", and the running quotation of an earlier sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import final

import attrs

from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.quotations import Quotation, quotation_of, quotations
from recoupe.extraction.syntax import (
    Syntax,
    auxiliaries,
    children,
    clause_head,
    feature,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import Actor, ActorKind, Attribution, Span, Stance

#: Finds the speakers that a nominal names: named actors, or a generic one ("un haut responsable russe").
#: Keys of the lists of reporting.toml.
#: Words that may stand inside a verb phrase of saying ("a fait mardi savoir").
_PHRASE_REACH = 3
#: How far behind an inverted verb its subject begins, in tokens ("a annoncé mardi soir à la presse un responsable").
_INVERTED = 10
#: How far behind a reporting verb its "que" may stand, in tokens ("a déclaré le 7 novembre à Kiev que").
_CLAUSE_REACH = 15
_SPEAKING = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.MEDIA)
#: The outermost statement whose subject speaks in a quotation: a clause or an incise, not "selon".
_OUTERMOST_VOICE = 2
#: How far out an incise stands ("..., a dit X").
_INCISE = 2
#: Prepositions of complements that a noun takes for granted ("la victoire de X à la présidentielle").
_INSIDE = ("de", "à")
_CLOSING = frozenset('»”"')
#: How far behind a quotation its incise begins (« ..., a dit X »), how far before it its verb stands. In tokens.
_BEHIND_QUOTATION = 4
_BEFORE_QUOTATION = 12
_STANCES = {stance.value: stance for stance in Stance}
Speakers = Callable[[Part, Token], Sequence[tuple[Actor, Span]]]


@final
@attrs.frozen(kw_only=True, eq=False)
class Statement:
    """One place where a sentence says who says something."""

    #: Who says it.
    speakers: tuple[tuple[Actor, Span], ...]
    #: How they stand to it.
    stance: Stance
    #: The verb, noun or preposition that says so.
    cue: Token
    #: The first and one past the last token that it covers.
    scope: tuple[int, int]
    #: How far out it stands: an outer statement relays an inner one.
    depth: int
    #: Tokens inside the scope that are not covered: the statement's own circumstances.
    outside: frozenset[int] = frozenset()
    #: The quotation of which it says who speaks.
    quoted: Quotation | None = None
    #: Its speaker is only pointed at: "selon lui", "a-t-elle ajouté".
    by_pronoun: bool = False

    def covers(self, token: Token) -> bool:
        """What `token` says is said by the speakers."""
        if self.quoted is not None and self.quoted.holds(token.i) and token.i not in self.outside:
            return True
        return self.scope[0] <= token.i < self.scope[1] and token.i not in self.outside


@final
@attrs.frozen(kw_only=True, eq=False)
class AttributionReader:
    """Reads who says what in an article."""

    #: The analysed article.
    analysis: Analysis
    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers
    #: The quotations of each text that was asked for, by its identity.
    _quotations: dict[int, tuple[Quotation, ...]] = attrs.field(factory=dict, init=False)

    def statements(self, part: Part, earlier: Sequence[Statement] = ()) -> list[Statement]:
        """Every statement of a part, in order. `earlier`: those of the parts before it, whose last speaker may go on.

        A quotation is its speaker's to its end, over as many sentences as it runs.
        """
        found: list[Statement] = []
        for sentence in part.doc.sents:
            for statement in self._in_sentence(part, sentence):
                if self._is_bare_mouthpiece(statement):
                    statement = self._of_the_same(statement, (*earlier, *found))
                going_on = statement.by_pronoun
                found.append(self._going_on(statement, (*earlier, *found)) if going_on else statement)
        for quotation in self._quoted(part.doc):
            if quotation.is_sentence:
                self._give_voice(part, quotation, found, earlier)
        return found

    def _going_on(self, statement: Statement, earlier: Sequence[Statement]) -> Statement:
        """ "a-t-il ajouté", behind another statement of the same or the last sentence, or at the beginning of a
        paragraph behind one of the paragraph before: its speaker goes on."""
        first = statement.cue.sent.start
        for before in reversed(earlier):
            if first - before.cue.sent.end > 0 if before.cue.doc is statement.cue.doc else first:
                break
            persons = [s for s in before.speakers if s[0].kind is ActorKind.PERSON]
            if len(persons) == 1 and before.depth in (1, 2, 4):
                return attrs.evolve(statement, speakers=tuple(persons))
        return statement

    def _quoted(self, doc: Doc) -> tuple[Quotation, ...]:
        found = self._quotations.get(id(doc))
        if found is None:
            found = self._quotations[id(doc)] = quotations(doc)
        return found

    def _is_bare_mouthpiece(self, statement: Statement) -> bool:
        """ "selon la même source", "explique le communiqué": nobody is named but whoever was before."""
        words = self.words.of("sources", "same")
        names = [actor.name.lower().split() for actor, _ in statement.speakers if not actor.is_named]
        return len(names) == len(statement.speakers) and all(set(name) <= words for name in names)

    def _of_the_same(self, statement: Statement, earlier: Sequence[Statement]) -> Statement:
        for before in reversed(earlier):
            if before.depth in (1, _INCISE, 4) and not self._is_bare_mouthpiece(before):
                return attrs.evolve(statement, speakers=before.speakers)
        return statement

    def _give_voice(
        self, part: Part, quotation: Quotation, found: list[Statement], earlier: Sequence[Statement]
    ) -> None:
        """Find whose words a quotation is: a statement's of the sentences that it touches, the subject's before a
        colon, or, where somebody says "je" or "nous" in it, the last speaker's."""
        doc = part.doc
        first, last = doc[quotation.start].sent, doc[quotation.end - 1].sent
        for n, statement in enumerate(found):
            if statement.depth > _OUTERMOST_VOICE or statement.quoted is not None:
                continue
            near = statement.cue.sent.start in (first.start, last.start)
            if near and (
                (quotation.holds(statement.cue.i) and statement.depth == _INCISE)
                or statement.scope[0] <= quotation.start < statement.scope[1]
                or 0 <= statement.cue.i - quotation.end <= _BEHIND_QUOTATION
                or 0 <= quotation.start - statement.cue.i <= _BEFORE_QUOTATION
            ):
                found[n] = attrs.evolve(statement, quoted=quotation)
                return
        mark = doc[quotation.start - 1]
        voice = self._before_colon(part, mark) or self._last_voice(quotation, doc, (*earlier, *found))
        if voice:
            found.append(
                Statement(
                    speakers=voice, stance=Stance.ASSERTS, cue=mark, scope=(mark.i, mark.i), depth=1, quoted=quotation
                )
            )

    def _before_colon(self, part: Part, mark: Token) -> tuple[tuple[Actor, Span], ...]:
        """ "La députée évoque une urgence : « Je demande ... »": the subject of the clause before the colon."""
        colon = mark.doc[mark.i - 1] if mark.i else mark
        if colon.text != ":":
            return ()
        verbs = [t for t in mark.doc[colon.sent.start : colon.i] if is_verbal(t) and is_finite(t)]
        speakers = self._of(part, self.syntax.subjects(verbs[0])) if verbs else ()
        return tuple(s for s in speakers if s[0].kind is ActorKind.PERSON)

    def _last_voice(
        self, quotation: Quotation, doc: Doc, statements: Sequence[Statement]
    ) -> tuple[tuple[Actor, Span], ...]:
        words = self.syntax.words.of("pronouns", "first_person")
        if not any(t.lower_ in words for t in doc[quotation.start : quotation.end]):
            # « Un enfant est mort », écrit la préfecture. « Il habitait Koungou. »
            first = doc[quotation.start - 1].sent if quotation.start else doc[0].sent
            just = (s for s in reversed(statements) if s.cue.doc is doc and s.quoted)
            return next((s.speakers for s in just if s.cue.sent.end == first.start), ())
        for statement in reversed(statements):
            before = statement.cue.i < quotation.start if statement.cue.doc is doc else True
            if before and statement.depth <= _OUTERMOST_VOICE:
                return statement.speakers
        return ()

    def voice(self, token: Token, statements: Sequence[Statement]) -> tuple[tuple[Actor, Span], ...]:
        """Who says "je" or "nous" at `token`; nobody outside quotations, and where nobody is said to speak. For the
        pronoun of an incise ("a-t-elle insisté"), whoever it points to."""
        if token.lower_.startswith("-"):
            return next((s.speakers[:1] for s in statements if s.cue is token.head), ())
        quotation = quotation_of(token, self._quoted(token.doc))
        if quotation is None:
            return ()
        own = [s for s in statements if s.cue.doc is token.doc]
        covering = [s for s in own if s.depth <= _OUTERMOST_VOICE and s.covers(token)]
        covering.sort(key=lambda s: (s.quoted != quotation, s.depth, s.scope[1] - s.scope[0]))
        return covering[0].speakers[:1] if covering else ()

    def chain(self, trigger: Token, statements: Sequence[Statement]) -> tuple[Attribution, ...]:
        """The chain for a trigger: the statements that cover it, from the innermost to the outermost."""
        quoted = quotation_of(trigger, self._quoted(trigger.doc)) is not None
        covering = [
            s
            for s in statements
            if s.covers(trigger) and s.cue.i != trigger.i and (quoted or not self._is_taken_for_granted(trigger, s))
        ]
        covering.sort(key=lambda s: (s.depth, s.scope[1] - s.scope[0], s.scope[0]))
        links: list[Attribution] = []
        seen: set[str] = set()
        for statement in covering:
            for actor, span in statement.speakers:
                if actor.id not in seen:
                    seen.add(actor.id)
                    links.append(Attribution(actor=actor.id, stance=statement.stance, span=span))
        return tuple(links)

    def _is_taken_for_granted(self, trigger: Token, statement: Statement) -> bool:
        """What a statement does not say, but builds on: relative clauses and participles on what is known ("la promesse
        signée en mars"), happenings that date others ("à l'issue de sa garde à vue") or that something is said of
        ("cette rencontre intervient"). It is the article that tells them."""
        if trigger.pos_ in ("NOUN", "PROPN") and self._is_known(trigger):
            top = trigger
            while top.dep_ == "nmod" and top.head.pos_ in ("NOUN", "PROPN"):
                top = top.head
            nested = top != trigger and self.syntax.preposition(trigger) in _INSIDE
            if nested or self._is_commented(top) or (self._dates(top) and not self._holds(top, statement.cue)):
                return True
        modified = self._modified(trigger)
        own = statement.depth != _INCISE and self._holds(trigger, statement.cue)
        return modified is not None and self._is_known(modified) and not own

    def _modified(self, verb: Token) -> Token | None:
        """The noun of a participle or relative clause; the one before the pronoun, where the parse loses it."""
        pronoun = next((c for c in verb.children if c.i < verb.i and feature(c, "PronType") == "Rel"), None)
        if verb.dep_ == "acl" or (verb.dep_ == "acl:relcl" and pronoun is not None):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN") else None
        if pronoun is None or any(is_verbal(t) for t in verb.doc[pronoun.i : _group_start(verb)]):
            return None
        behind = (t for t in reversed(verb.doc[verb.sent.start : pronoun.i]) if t.pos_ in ("NOUN", "PROPN"))
        noun = next(behind, None)
        while noun is not None and noun.dep_ == "nmod" and noun.head.i < noun.i:
            noun = noun.head
        return noun

    def _is_commented(self, noun: Token) -> bool:
        """It is the subject of a verb that says what to think of it, not what happened."""
        return noun.dep_ == "nsubj" and (
            noun.head.lemma_.lower() in self.words.of("comments", "verbs") or bool(children(noun.head, "cop"))
        )

    def _is_known(self, noun: Token) -> bool:
        """It has a definite, demonstrative or possessive determiner, or is a name."""
        if noun.pos_ == "PROPN":
            return True
        return any(
            feature(c, "Definite") == "Def" or feature(c, "PronType") == "Dem" or feature(c, "Poss") == "Yes"
            for c in children(noun, "det", "case")
        )

    def _dates(self, noun: Token) -> bool:
        """It stands behind a word that dates something by it: "après", "lors de", "à l'issue de"."""
        words = self.words.of("landmarks", "words")
        before = noun.doc[max(noun.sent.start, noun.subtree[0].i - 1) : noun.i]
        return any(t.lower_ in words for t in before) or noun.lower_ in words

    def _holds(self, head: Token, token: Token) -> bool:
        return head == token or head in token.ancestors

    # ------------------------------------------------------------------ one sentence
    def _in_sentence(self, part: Part, sentence: Run) -> list[Statement]:
        found: list[Statement] = []
        prepositions = self.words.phrases("prepositions")
        for token in sentence:
            statement = self._by_verb(part, sentence, token) if is_verbal(token) else None
            if statement is None and token.lower_ in prepositions:
                statement = self._by_preposition(part, sentence, token)
            if statement is not None and statement.speakers:
                found.append(statement)
        colon = self._by_colon(part, sentence)
        if colon is not None and not found:
            found.append(colon)
        return found

    def _by_verb(self, part: Part, sentence: Run, verb: Token) -> Statement | None:
        if verb.dep_.startswith("aux"):
            return None
        if is_participle(verb) and is_passive(verb) and verb.dep_ in ("acl", "amod", "appos", "conj"):
            return self._by_participle(part, sentence, verb)
        stance = self._stance(verb)
        if stance is None:
            return self._by_any_verb(part, sentence, verb)
        if self.syntax.is_negated(verb):
            stance = _STANCES.get(self.words.key_of("negated", verb.lemma_.lower()) or "", Stance.DOUBTS)
        clause = self._content(verb)
        if clause is not None:
            speakers = self._of(part, self._speaker_tokens(verb))
            return self._statement(part, verb, stance, speakers, self._subtree(clause), 1 + self._level(verb))
        if self._has_tense(verb) and self._is_incise(part, sentence, verb):
            start, end = self._incise_extent(sentence, verb)
            speakers = self._of(part, self._inverted_subject(verb, end))
            # Behind a quotation, what follows the incise is told by the article again.
            quoting = any(t.text in _CLOSING for t in sentence.doc[max(sentence.start, start - 2) : start])
            close = start if quoting else self._comment(sentence, end)
            scope = (sentence.start, self._stretch(sentence, start, sentence.start, close)[1])
            outside = frozenset(range(start, end))
            return self._statement(part, verb, stance, speakers, scope, _INCISE, outside=outside)
        target = self._reported_noun(verb)
        if target is not None and not any(feature(c, "Poss") for c in children(target, "det")):
            speakers = self._of(part, self._speaker_tokens(verb))
            return self._statement(part, verb, stance, speakers, self._subtree(target), 1)
        return None

    def _by_any_verb(self, part: Part, sentence: Run, verb: Token) -> Statement | None:
        """ "« ... », se désole Luc Morel": right behind a quotation, any verb with a person's name behind it says whose
        words they are, whether or not it is known as one of saying."""
        start, end = self._incise_extent(sentence, verb)
        while start > sentence.start and sentence.doc[start - 1].dep_.startswith("expl"):
            start -= 1
        if start - 2 < sentence.start or not self._has_tense(verb) or not _closes(sentence.doc[start - 2]):
            return None
        if sentence.doc[start - 1].text != "," or not self._is_incise(part, sentence, verb):
            return None
        found = self._of(part, [t for t in children(verb, "nsubj") if t.i > verb.i])
        speakers = tuple(s for s in found if s[0].kind is ActorKind.PERSON and s[0].is_named)
        scope, outside = (sentence.start, start), frozenset(range(start, end))
        return self._statement(part, verb, Stance.ASSERTS, speakers, scope, _INCISE, outside=outside)

    def _has_tense(self, verb: Token) -> bool:
        """It is finite, or stands right behind an auxiliary that the parse gives to another verb."""
        return is_finite(verb) or (verb.i > 0 and verb.doc[verb.i - 1].pos_ == "AUX")

    def _statement(
        self,
        part: Part,
        cue: Token,
        stance: Stance,
        speakers: tuple[tuple[Actor, Span], ...],
        scope: tuple[int, int],
        depth: int,
        *,
        outside: frozenset[int] = frozenset(),
    ) -> Statement:
        """A statement; the medium to which its speaker spoke ("a déclaré à l'AFP") comes behind the speaker."""
        media = [
            pair
            for word, token in self.syntax.obliques(cue)
            if word in self.words.of("relays", "prepositions")
            for pair in self.speakers(part, token)
            if pair[0].kind is ActorKind.MEDIA and pair[0].name != pair[0].name.lower() and pair not in speakers
        ]
        return Statement(
            speakers=(*speakers, *media), stance=stance, cue=cue, scope=scope, depth=depth, outside=outside,
            by_pronoun=any(c.pos_ == "PRON" and c.lower_.startswith("-") for c in children(cue, "nsubj")),
        )  # fmt: skip

    def _comment(self, sentence: Run, start: int) -> int:
        """Where the article comments on what was said ("..., précise la ministre, ce qu'a écarté le président")."""
        for token in sentence.doc[start : sentence.end - 1]:
            after = token.doc[token.i + 1]
            if token.pos_ == "PRON" and feature(after, "PronType") == "Rel":
                return token.i
        return sentence.end

    def _stretch(self, sentence: Run, cue: int, start: int, end: int) -> tuple[int, int]:
        """The part of `start` to `end` (not included) in which `cue` stands.

        "tandis que" and "alors que" set what is told on one side against the other.
        """
        first, second = self.words.of("contrasts", "first"), self.words.of("contrasts", "second")
        for token in sentence:
            behind = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
            if not start < token.i < end or token.lower_ not in first or behind not in second:
                continue
            if not any(is_verbal(t) for t in token.doc[start : token.i]):
                continue  # "Selon X, alors que ...": the main clause is still to come
            start, end = (start, token.i) if cue < token.i else (token.i, end)
        return start, end

    def _by_participle(self, part: Part, sentence: Run, verb: Token) -> Statement | None:
        """ "cette annonce, rapportée par KCNA": what the noun names; "M. X, cité par l'AFP": what M. X says."""
        own = frozenset(t.i for t in verb.subtree)
        speakers = self._of(part, self.syntax.agents(verb))
        if verb.lemma_.lower() in self.words.of("relays", "verbs"):
            head = verb.head
            if any(a.kind in _SPEAKING for a, _ in self.speakers(part, head)):
                scope = (sentence.start, sentence.end)
            else:  # "l'envoi de démineurs cités par les médias": the whole noun phrase
                while head.dep_ in ("nmod", "conj") and head.head.pos_ in ("NOUN", "PROPN"):
                    head = head.head
                scope = self._subtree(head)
            return Statement(speakers=speakers, stance=Stance.ASSERTS, cue=verb, scope=scope, depth=5, outside=own)
        stance = self._stance(verb)
        if stance is None or not self._tells_its_noun(verb):
            return None
        scope = self._subtree(verb.head)
        return Statement(speakers=speakers, stance=stance, cue=verb, scope=scope, depth=3, outside=own)

    def _tells_its_noun(self, participle: Token) -> bool:
        """ "l'attaque revendiquée par X": X says so; "la loi soutenue par X" is what X wants, not what X says."""
        lemma = participle.lemma_.lower()
        return lemma in self.words.of("objects", "verbs") or lemma in self.words.of("objects", "participles")

    def _by_preposition(self, part: Part, sentence: Run, token: Token) -> Statement | None:
        """ "selon X", "d'après X", "de source policière", "à en croire X": over the clause, or the whole sentence."""
        cue = self._preposition_at(sentence, token)
        if cue is None:
            return None
        last, stance = cue
        heads = self._nominal_after(sentence, last)
        if not heads:
            return None
        speakers = self._of(part, heads)
        start, end = self._reach(sentence, token, max(t.i for h in heads for t in h.subtree))
        own = frozenset(i for h in heads for i in range(token.i, max(t.i for t in h.subtree) + 1))
        return Statement(
            speakers=speakers, stance=stance, cue=token, scope=self._stretch(sentence, token.i, start, end), depth=4,
            outside=own, by_pronoun=heads[0].pos_ == "PRON",
        )  # fmt: skip

    def _reach(self, sentence: Run, first: Token, last: int) -> tuple[int, int]:
        """What "selon X" covers: the sentence; inside parentheses or behind a bare number ("3.000 personnes, 1.800
        selon la préfecture, ont défilé"), only the words between the marks."""
        doc = sentence.doc
        opener = doc[first.i - 2] if first.i - 2 >= sentence.start and doc[first.i - 1].text == "," else None
        if opener is not None and (opener.dep_ == "mark" or feature(opener, "PronType") == "Rel"):
            # "un effort qui, selon les autorités, s'est conclu": the relative clause only
            return opener.i, self._subtree(clause_head(opener))[1]
        start = first.i
        while start > sentence.start and doc[start - 1].text not in {"(", ",", "–", "—"}:
            start -= 1
            if feature(doc[start], "PronType") == "Rel" and start < first.i - 1:
                return start, last + 1  # "où l'épidémie a fait 58 morts d'après les autorités"
        opening = doc[start - 1].text if start > sentence.start else ""
        before = doc[first.i - 1] if first.i > sentence.start else None
        if opening == "(" or (opening == "," and before is not None and _is_number(before)):
            return start, last + 1
        return sentence.start, sentence.end

    def _by_colon(self, part: Part, sentence: Run) -> Statement | None:
        """ "Macron : « la France enverra ... »"."""
        for token in sentence:
            if token.text == ":" and sentence.start < token.i < sentence.start + 8:
                before = Run(part.doc, sentence.start, token.i)
                if any(is_verbal(t) for t in before):
                    return None
                speakers = self._of(part, [before.root])
                speakers = tuple(s for s in speakers if s[0].kind is ActorKind.PERSON and s[0].is_named)
                return (
                    Statement(
                        speakers=speakers,
                        stance=Stance.ASSERTS,
                        cue=token,
                        scope=(token.i + 1, sentence.end),
                        depth=1,
                    )
                    if speakers
                    else None
                )
        return None

    # ------------------------------------------------------------------ pieces
    def _stance(self, verb: Token) -> Stance | None:
        """How the subject of a verb (or verb phrase: "fait savoir") of saying stands to what it says."""
        lemma = verb.lemma_.lower()
        for cause in children(verb, "aux:caus"):
            key = self.words.key_of("phrases", f"{cause.lemma_} {lemma}")
            if key is not None:
                return _STANCES.get(key)
        for words, key in self.words.phrases("phrases").get(lemma, ()):
            behind = [t for t in verb.doc[verb.i + 1 : verb.i + _PHRASE_REACH + len(words)] if t.sent == verb.sent]
            found = iter(t.lemma_.lower() for t in behind)
            if all(word in found for word in words[1:]):
                return _STANCES.get(key)
        return _STANCES.get(self.words.key_of("verbs", lemma) or "")

    def _level(self, verb: Token) -> int:
        """How many reporting clauses stand above the verb do not count; those below put it further out."""
        return sum(1 for t in verb.subtree if t != verb and self._stance(t) is not None and self._content(t))

    def _content(self, verb: Token) -> Token | None:
        """The clause that a reporting verb has as its content ("que ...", or an infinitive: "affirme avoir vu")."""
        for child in children(verb, "ccomp", "xcomp"):
            if child.dep_ == "xcomp" and not is_infinitive(child):
                continue
            if child.dep_ == "ccomp" and child.i < verb.i and not any(c.dep_ == "mark" for c in child.children):
                continue
            return child
        for token in verb.doc[verb.i + 1 : min(verb.i + _CLAUSE_REACH, verb.sent.end)]:
            if token.lower_ in self.syntax.words.of("pronouns", "relative_object") and token.dep_ == "mark":
                if token.head.i > token.i and is_verbal(token.head):
                    return token.head
                behind = verb.doc[token.i : min(token.i + _CLAUSE_REACH, verb.sent.end)]
                return next((t for t in behind if is_verbal(t) and is_finite(t) and not t.dep_.startswith("aux")), None)
            if is_verbal(token) or token.text in ".;:":
                break
        return None

    def _reported_noun(self, verb: Token) -> Token | None:
        """The object noun of a verb that attributes its object: "a confirmé l'envoi", "annonce la démission"."""
        if verb.lemma_.lower() in self.words.of("objects", "verbs"):
            found = self.syntax.subjects(verb) if is_passive(verb) else self.syntax.objects(verb)
            return next(iter(found), None)
        return None

    def _speaker_tokens(self, verb: Token) -> Sequence[Token]:
        if is_passive(verb):
            return self.syntax.agents(verb)
        return self.syntax.subjects(verb)

    def _is_incise(self, part: Part, sentence: Run, verb: Token) -> bool:
        """A reporting verb set off by a comma, a dash or a quotation mark, its subject (if any) behind it."""
        first = _group_start(verb)
        if any(s.i < first and s.pos_ != "PRON" for s in children(verb, "nsubj")):
            behind = self._inverted_subject(verb, min(verb.i + _INVERTED, sentence.end))
            if not any(t.i > verb.i and self.speakers(part, t) and t.pos_ != "PRON" for t in behind):
                return False
            if any(t.text in "«“" for t in sentence.doc[verb.i : min(verb.i + 3, sentence.end)]):
                return False
        before = sentence.doc[first - 1] if first > sentence.start else None
        while (
            before is not None
            and before.i > sentence.start
            and feature(before, "PronType") != "Rel"
            and (before.dep_.startswith("expl") or before.pos_ in ("ADV", "PRON") or before.lower_ in ("-t", "t"))
        ):
            before = sentence.doc[before.i - 1]
        if before is None or before.i == sentence.start:
            return False
        return before.text in {",", "–", "—", "-", "»", "”", '"', "(", "?", "!"}

    def _incise_extent(self, sentence: Run, verb: Token) -> tuple[int, int]:
        first = _group_start(verb)
        end = verb.i + 1
        depth = 0
        while end < sentence.end:
            text = sentence.doc[end].text
            depth += text == "("
            depth -= text == ")"
            if depth <= 0 and text in {"»", "«", ".", ";", "–", "—"}:
                break
            if text == "," and not self._apposed(sentence.doc[end]):
                break
            end += 1
        return first, end

    def _apposed(self, comma: Token) -> bool:
        """The comma continues the speaker's name ("le secrétaire du Conseil, Sergueï Choïgou,")."""
        following = comma.doc[comma.i + 1] if comma.i + 1 < len(comma.doc) else None
        if following is None:
            return False
        relative = self.syntax.words.of("pronouns", "relative_subject") | self.syntax.words.of("pronouns", "relative")
        return following.pos_ == "PROPN" or following.ent_type_ == "PER" or following.lower_ in relative

    def _inverted_subject(self, verb: Token, end: int) -> Sequence[Token]:
        """The nominals behind an inverted verb, whatever the parser called them (it often says object)."""
        own = [s for s in children(verb, "nsubj") if s.i > verb.i or s.pos_ == "PRON"]
        if any(s.lower_ in self.syntax.words.of("pronouns", "impersonal") for s in own):
            # "a-t-on appris auprès de la préfecture", "de source policière"
            informants = self.syntax.words.of("prepositions", "informant")
            behind = (t for t in verb.doc[verb.i + 1 : end] if t.pos_ in ("NOUN", "PROPN"))
            return [t for t in behind if self.syntax.preposition(t) in informants][:1]
        if own:
            return own
        for token in verb.doc[verb.i + 1 : end]:
            if (
                token.pos_ in ("NOUN", "PROPN", "PRON")
                and token.dep_ not in ("obl:mod", "advmod")
                and self.syntax.preposition(token) is None
            ):
                return [token]
        return self.syntax.subjects(verb)

    def _subtree(self, token: Token) -> tuple[int, int]:
        indices = [t.i for t in token.subtree]
        return min(indices), max(indices) + 1

    def _preposition_at(self, sentence: Run, token: Token) -> tuple[Token, Stance] | None:
        """The last word of a preposition or locution that attributes, if one starts at `token`."""
        for words, key in self.words.phrases("prepositions").get(token.lower_, ()):
            tokens = sentence.doc[token.i : min(token.i + len(words), sentence.end)]
            if tuple(t.lower_ for t in tokens) == words:
                return tokens[-1], _STANCES.get(key, Stance.ASSERTS)
        return None

    def _nominal_after(self, sentence: Run, token: Token) -> list[Token]:
        head = token.head
        if head.i > token.i and head.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ in ("case", "fixed"):
            return [head]
        for following in sentence.doc[token.i + 1 : min(token.i + 8, sentence.end)]:
            if following.pos_ in ("NOUN", "PROPN", "PRON"):
                return [following]
            if following.is_punct and following.text not in "«\"'":
                return []
        return []

    def _of(self, part: Part, tokens: Sequence[Token]) -> tuple[tuple[Actor, Span], ...]:
        found: list[tuple[Actor, Span]] = []
        for token in tokens:
            found += [pair for pair in self.speakers(part, token) if pair not in found]
        return tuple(found)


def _group_start(verb: Token) -> int:
    """The first token of a verb with the auxiliaries that stand right before it; a parse may give it those of another
    ("L'Otan a dépêché des avions, a confirmé une porte-parole")."""
    start = verb.i
    for aux in reversed([a.i for a in auxiliaries(verb) if a.i < verb.i]):
        between = verb.doc[aux:start]
        if not all(t.pos_ in ("ADV", "PRON", "AUX", "PART") or t.dep_.startswith("aux") for t in between):
            break
        start = aux
    return start


def _closes(token: Token) -> bool:
    return token.text in _CLOSING


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" or feature(token, "NumType") == "Card"
