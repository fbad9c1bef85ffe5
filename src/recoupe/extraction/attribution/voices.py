"""Whose words a quotation is, over as many sentences as it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.quotations import Quotation, quotation_of, quotations
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.attribution.statements import ACCORDING, CLAUSE, INCISE, RELAY, SPOKE, Statement
from recoupe.extraction.dependencies import children, feature, is_finite, is_infinitive, is_passive, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Doc, Token
from recoupe.model import ActorKind, Stance

#: How far behind a quotation its incise begins (« ..., a dit X »), how far before it its verb stands. In tokens.
_BEHIND_QUOTATION: Final = 4
_BEFORE_QUOTATION: Final = 12


@final
@attrs.frozen(kw_only=True, eq=False)
class Voices:
    """Gives quotations to their speakers."""

    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers

    def give(self, part: Part, quotation: Quotation, found: list[Statement], told: Sequence[Statement]) -> None:
        """Find whose words a quotation is: a statement's of the sentences that it touches, the subject's before a
        colon or in the sentence that takes it up, or the last speaker's who goes on.

        `found`: the statements of the part, where those of the quotation are entered; `told`: those before the part.
        """
        near = [n for n, statement in enumerate(found) if _is_near(statement, quotation, part.doc)]
        free = next((n for n in near if found[n].quoted is None), None)
        if free is not None:
            led = self._led(part, quotation, found[free])
            found[free] = attrs.evolve(found[free], quoted=quotation, speakers=led or found[free].speakers)
            return
        mark = part.doc[quotation.start - 1]
        again = next(
            (found[n] for n in near if found[n].cue.sent.start <= quotation.start < found[n].cue.sent.end), None
        )
        voice = (
            (again.speakers if again is not None else ())
            or self._before_mark(part, mark)
            or self._behind_colon(part, quotation)
            or self._taken_up(part, quotation)
            or _according(found, quotation, part.doc)
            or self._of_subject(part, quotation)
            or self._last_voice(quotation, part.doc, (*told, *found))
        )
        at = (mark.i, mark.i)
        found.append(
            Statement(speakers=voice, stance=Stance.ASSERTS, cue=mark, scope=at, depth=CLAUSE, quoted=quotation)
        )

    def _led(self, part: Part, quotation: Quotation, statement: Statement) -> Voice:
        """ "La maire va dans leur sens : « ... », a-t-elle dit": the pronoun behind a quotation means whoever leads to
        it before a colon, if it may."""
        pronoun, mark = statement.pronoun, part.doc[quotation.start - 1]
        if pronoun is None or not mark.i or part.doc[mark.i - 1].text != ":":
            return ()
        lead = self._before_mark(part, mark)
        persons = [p for p in lead if p[0].kind is ActorKind.PERSON and self.speakers.may_mean(pronoun, p[0])]
        media = [p for p in statement.speakers if p[0].kind is ActorKind.MEDIA]
        return (*persons, *media) if len(persons) == 1 else ()

    def _of_subject(self, part: Part, quotation: Quotation) -> Voice:
        """ "Face « à une colère qui monte », l'intersyndicale veut agir": of some words in a sentence, whoever acts in
        it, if he can speak."""
        sentence = part.doc[quotation.start - 1].sent
        root = sentence.root
        if quotation.holds(root.i) or not is_verbal(root) or is_passive(root):
            return ()
        if part.doc[max(quotation.start - 2, 0)].lower_ in self.syntax.words.of("prepositions", "adverbial"):
            return ()  # "risque un an de prison pour « financement illégal de campagne »"
        able = [s for s in self.syntax.subjects(root) if s.pos_ == "PRON" or self.speakers.able(part, s)]
        return self.speakers.voice(part, able)

    def _taken_up(self, part: Part, quotation: Quotation) -> Voice:
        """ "« Nous avons perdu. » C'est par ces mots que X a reconnu sa défaite": who is named behind what is cleft;
        "À travers un communiqué du ministère, « ... »": the owner of what it is taken from."""
        doc = part.doc
        opening = doc[quotation.start - 1].sent
        source = doc[opening.start].head
        person = self.speakers.people.human(source.lower_)  # "Pour l'avocat de la famille, « ... »"
        if (
            not person
            and opening.start < source.i < quotation.start - 1
            and (owners := self.speakers.owners(part, source))
        ):
            return tuple(owners)
        behind = quotation.end + 1
        if behind >= len(doc) or doc[behind].lower_ not in ("c'", "ce"):
            return ()
        links = self.syntax.words.of("pronouns", "relative_object")
        link = next((t for t in doc[behind : doc[behind].sent.end] if t.lower_ in links), None)
        named = (self.speakers.persons(part, [t]) for t in doc[link.i : doc[behind].sent.end]) if link else ()
        return next((voice for voice in named if voice), ())

    def _before_mark(self, part: Part, mark: Token) -> Voice:
        """ "La députée évoque une urgence : « Je demande ... »", "L'avocat conclut « ... »": the subject of the clause
        before the colon, or of the verb right before the mark, if it can speak."""
        before = mark.doc[mark.i - 1] if mark.i else mark
        if before.text == ":":
            verbs = self._leading(mark.doc[before.sent.start : before.i])
        else:
            verbs = [before] if before.pos_ == "VERB" else []
        subjects = [s for verb in verbs for s in self.syntax.subjects(verb)]
        return self.speakers.voice(part, [s for s in subjects if s.pos_ == "PRON" or self._leads(part, s)])

    def _leads(self, part: Part, noun: Token) -> bool:
        """It can speak, and is no text of nobody's: "Son récit est drôle : « ... »" """
        if not self.speakers.able(part, noun):
            return False
        text = noun.lemma_.lower() in self.speakers.words.of("sources", "mouthpiece")
        return not text or self.speakers.people.speaks(noun.lower_) or bool(self.speakers.owners(part, noun))

    def _leading(self, words: Sequence[Token]) -> list[Token]:
        """The verb of the clause that leads to a colon: its last one in no clause below ("Interrogé sur le départ du
        maire, qui a fui, le préfet a répondu : "), or the infinitive of saying that stands there ("ce qui pousse X à
        écrire : ")."""
        verbs = [t for t in words if is_verbal(t) and not t.dep_.startswith("aux")]
        last = verbs[-1:]
        if last and is_infinitive(last[0]) and self.speakers.words.key_of("verbs", last[0].lemma_.lower()):
            return last
        told = [t for t in words if (is_finite(t) and t in verbs) or children(t, "cop")]
        main = [t for t in told if not _is_subordinate(t)]
        return main[-1:] or told[-1:]

    def _behind_colon(self, part: Part, quotation: Quotation) -> Voice:
        """ "« Nous allons fermer » : la direction de Volvo confirme": who comes first behind the colon."""
        colon = quotation.end + 1
        if colon + 1 >= len(part.doc) or part.doc[colon].text != ":":
            return ()
        behind = part.doc[colon + 1 : part.doc[colon].sent.end]
        first = next((t for t in behind if t.pos_ in ("NOUN", "PROPN")), None)
        if first is None or self.syntax.preposition(first) is not None or not self.speakers.able(part, first):
            return ()
        return self.speakers.voice(part, [first])

    def _last_voice(self, quotation: Quotation, doc: Doc, statements: Sequence[Statement]) -> Voice:
        """The last speaker's, where somebody says "je" or "nous" in it or where his last words stand right before: «
        Un enfant est mort », écrit la préfecture. « Il habitait Koungou. »"""
        before = [s for s in statements if s.cue.doc is not doc or s.cue.i < quotation.start]
        words, own = (
            self.syntax.words.of("pronouns", "first_person"),
            self.syntax.words.of("pronouns", "first_singular"),
        )
        said = {t.lower_ for t in doc[quotation.start : quotation.end]}
        if said & words:
            spoken = (s for s in reversed(before) if speaks(s) and not is_quoted(s))
            last = next((s for s in spoken if not said & own or self._is_somebody(s.speakers)), None)
        else:
            last = next((s for s in reversed(before) if s.quoted), None)
            if last is not None and not _adjoin(last.cue, doc[quotation.start - 1]):
                last = None
        return () if last is None else tuple(dict.fromkeys((*last.speakers, *media_of(last, before))))

    def _is_somebody(self, voice: Voice) -> bool:
        """A person, by name or word: whoever says "je" is no state, body or text."""
        people = self.speakers.people
        return any(a.kind is ActorKind.PERSON or people.human(span.text.split()[0]) for a, span in voice)

    def at(self, token: Token, statements: Sequence[Statement]) -> Voice:
        """Who says "je" or "nous" at `token`; nobody outside quotations, and where nobody is said to speak. For the
        pronoun of an incise ("a-t-elle insisté"), whoever it points to."""
        if token.lower_.startswith("-"):
            return next((s.speakers[:1] for s in statements if s.cue is token.head), ())
        quotation = quotation_of(token, quotations(token.doc))
        if quotation is None:
            return ()
        own = [s for s in statements if s.cue.doc is token.doc]
        covering = [s for s in own if s.depth <= INCISE and s.covers(token)]
        covering.sort(key=lambda s: (s.quoted != quotation, s.depth, s.scope[1] - s.scope[0]))
        return covering[0].speakers[:1] if covering else ()


def _according(found: Sequence[Statement], quotation: Quotation, doc: Doc) -> Voice:
    """ "Selon le préfet, le groupe voulait « tuer des policiers »": words quoted in what somebody is relied on for are
    his, and not the subject's."""
    covering = (s for s in found if s.depth == ACCORDING and s.cue.doc is doc and s.covers(doc[quotation.start]))
    return next((s.speakers for s in covering), ())


def _is_near(statement: Statement, quotation: Quotation, doc: Doc) -> bool:
    """The statement tells whose words a quotation is: it stands in it, before it or behind it, in a sentence that the
    quotation touches."""
    cue = statement.cue
    if statement.depth > INCISE:
        return False
    if quotation.holds(cue.i) and statement.depth == INCISE:
        return True
    if cue.sent.start not in (doc[quotation.start].sent.start, doc[quotation.end - 1].sent.start):
        return False
    return (
        statement.scope[0] <= quotation.start < statement.scope[1]
        or 0 <= cue.i - quotation.end <= _BEHIND_QUOTATION
        or 0 <= quotation.start - cue.i <= _BEFORE_QUOTATION
    )


def _is_subordinate(verb: Token) -> bool:
    """It has a conjunction or a relative pronoun before it."""
    if verb.dep_ == "acl:relcl":
        return True
    return any(c.i < verb.i and (c.dep_ == "mark" or feature(c, "PronType") == "Rel") for c in verb.children)


def speaks(statement: Statement) -> bool:
    """Its speaker says something in words of his own, which the article may quote."""
    return statement.depth <= INCISE or statement.depth == SPOKE


def is_quoted(statement: Statement) -> bool:
    """Somebody who is quoted makes it: « Mon frère m'a dit que la ville a fermé l'école »; it is nobody whom the
    article lets speak, unlike whoever an incise between the quoted words names."""
    if statement.depth == INCISE or statement.quoted is not None:
        return False
    quotation = quotation_of(statement.cue, quotations(statement.cue.doc))
    return quotation is not None and quotation.is_sentence


def _adjoin(cue: Token, mark: Token) -> bool:
    """A quotation begins right behind the sentence of a cue, or in the next one, or with the text behind the one that
    the cue's ends."""
    if cue.doc is mark.doc:
        return cue.sent.end in (mark.i, mark.sent.start)
    return cue.sent.end == len(cue.doc) and mark.i == 0


def media_of(statement: Statement, among: Sequence[Statement]) -> Voice:
    """The media that pass a statement on: "a dit X à l'AFP", "X, interrogé par Reuters"."""
    relays = (s for s in among if s.depth == RELAY and s.cue.doc is statement.cue.doc and s.covers(statement.cue))
    passed = dict.fromkeys(pair for s in (statement, *relays) for pair in s.speakers)
    return tuple(pair for pair in passed if pair[0].kind is ActorKind.MEDIA and pair[0].name.lower() != pair[0].name)
