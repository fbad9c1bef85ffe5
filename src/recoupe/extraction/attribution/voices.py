"""Whose words a quotation is, over as many sentences as it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.quotations import Quotation, quotation_of, quotations
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.attribution.statements import CLAUSE, INCISE, Statement
from recoupe.extraction.dependencies import is_finite, is_verbal
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

    def give(self, part: Part, quotation: Quotation, found: list[Statement], earlier: Sequence[Statement]) -> None:
        """Find whose words a quotation is: a statement's of the sentences that it touches, the subject's before a
        colon, or, where somebody says "je" or "nous" in it, the last speaker's."""
        doc = part.doc
        first, last = doc[quotation.start].sent, doc[quotation.end - 1].sent
        for n, statement in enumerate(found):
            if statement.depth > INCISE or statement.quoted is not None:
                continue
            near = statement.cue.sent.start in (first.start, last.start)
            if near and (
                (quotation.holds(statement.cue.i) and statement.depth == INCISE)
                or statement.scope[0] <= quotation.start < statement.scope[1]
                or 0 <= statement.cue.i - quotation.end <= _BEHIND_QUOTATION
                or 0 <= quotation.start - statement.cue.i <= _BEFORE_QUOTATION
            ):
                found[n] = attrs.evolve(statement, quoted=quotation)
                return
        mark = doc[quotation.start - 1]
        voice = self._before_colon(part, mark) or self._last_voice(quotation, doc, (*earlier, *found))
        if voice:
            at = (mark.i, mark.i)
            found.append(
                Statement(speakers=voice, stance=Stance.ASSERTS, cue=mark, scope=at, depth=CLAUSE, quoted=quotation)
            )

    def _before_colon(self, part: Part, mark: Token) -> Voice:
        """ "La députée évoque une urgence : « Je demande ... »": the subject of the clause before the colon."""
        colon = mark.doc[mark.i - 1] if mark.i else mark
        if colon.text != ":":
            return ()
        verbs = [t for t in mark.doc[colon.sent.start : colon.i] if is_verbal(t) and is_finite(t)]
        speakers = self.speakers.voice(part, self.syntax.subjects(verbs[0])) if verbs else ()
        return tuple(s for s in speakers if s[0].kind is ActorKind.PERSON)

    def _last_voice(self, quotation: Quotation, doc: Doc, statements: Sequence[Statement]) -> Voice:
        words = self.syntax.words.of("pronouns", "first_person")
        if not any(t.lower_ in words for t in doc[quotation.start : quotation.end]):
            # « Un enfant est mort », écrit la préfecture. « Il habitait Koungou. »
            first = doc[quotation.start - 1].sent if quotation.start else doc[0].sent
            just = (s for s in reversed(statements) if s.cue.doc is doc and s.quoted)
            return next((s.speakers for s in just if s.cue.sent.end == first.start), ())
        for statement in reversed(statements):
            before = statement.cue.i < quotation.start if statement.cue.doc is doc else True
            if before and statement.depth <= INCISE:
                return statement.speakers
        return ()

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
