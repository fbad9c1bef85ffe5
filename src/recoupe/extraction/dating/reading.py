"""When what an article tells happened: by its own words, by those of the sentence around it, as the article's news.

Where no words date it, the day of publication bounds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs

from recoupe.calendar import Clock, Relative, from_notation
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.dating import counting, recency
from recoupe.extraction.dating.aftermath import Aftermath
from recoupe.extraction.dating.attachment import Attachment
from recoupe.extraction.dating.bounds import Bounds, Dated
from recoupe.extraction.dating.company import Company, begun, carrier, relatives
from recoupe.extraction.dating.expressions import Expressions, Placed
from recoupe.extraction.dating.harms import Harms
from recoupe.extraction.dating.landmarks import Landmarks
from recoupe.extraction.dating.narrative import Narrative
from recoupe.extraction.dating.newness import SPOKEN
from recoupe.extraction.dating.nouns import may_tell
from recoupe.extraction.dating.order import Order
from recoupe.extraction.dating.outlook import Outlook
from recoupe.extraction.dating.tenses import prospect
from recoupe.extraction.dependencies import feature, is_participle, is_verbal, verb_above
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import Kind, Status, TimeExpression, TimeRole, When

#: What comes about with what causes it.
_HARM = frozenset({Kind.CASUALTY, Kind.DISASTER, Kind.ACCIDENT})
#: What somebody does by announcing that he does it.
_DONE_BY_SAYING = frozenset({Kind.OFFICE})
#: What an authority decides by announcing it: "ont annoncé mercredi soir l'interdiction de la manifestation".
_DECIDED_BY_SAYING = frozenset({Kind.COERCE, Kind.SANCTION, Kind.LEGISLATE, Kind.OFFICE})
#: What comes about when it strikes.
_VIOLENT = frozenset({Kind.DISASTER, Kind.ACCIDENT, Kind.ASSAULT})


@final
@attrs.frozen(kw_only=True, eq=False)
class Dating:
    """The time expressions of an article, resolved against its publication, and attached to triggers."""

    #: Every expression of the article, in order, with the tense of its governor in its symbol.
    expressions: tuple[TimeExpression, ...]
    placed: tuple[Placed, ...] = attrs.field(repr=False)
    attachment: Attachment = attrs.field(repr=False)
    company: Company = attrs.field(repr=False)
    harms: Harms = attrs.field(repr=False)
    aftermath: Aftermath = attrs.field(repr=False)
    narrative: Narrative = attrs.field(repr=False)
    bounds: Bounds = attrs.field(repr=False)
    order: Order = attrs.field(repr=False)
    #: The expressions of each sentence that date something.
    by_sentence: Mapping[Run, Sequence[Placed]] = attrs.field(repr=False)
    #: What their days say of the status of what they date.
    outlook: Outlook = attrs.field(repr=False)
    language: Language = attrs.field(repr=False)

    @classmethod
    def of(cls, analysis: Analysis, anchor: When, language: Language) -> Dating:
        """Recognise, settle and resolve the expressions of an article."""
        expressions = Expressions.of(analysis, anchor, language)
        landmarks = Landmarks(language=language)
        company = Company(language=language, landmarks=landmarks)
        aftermath = Aftermath(language=language)
        attachment = Attachment(language=language, landmarks=landmarks, company=company, aftermath=aftermath)
        bounds = Bounds(anchor=anchor)
        by_sentence = attachment.by_sentence(expressions.placed)
        return cls(
            expressions=expressions.all,
            narrative=Narrative(
                news=recency.news(analysis, expressions.placed, attachment, anchor),
                anchor=anchor,
                placed=expressions.placed,
                company=company,
                language=language,
            ),
            placed=expressions.placed,
            attachment=attachment,
            company=company,
            harms=Harms(company=company),
            aftermath=aftermath,
            bounds=bounds,
            order=Order(attachment=attachment, bounds=bounds),
            by_sentence=by_sentence,
            outlook=Outlook(
                anchor=anchor,
                placed=expressions.placed,
                by_sentence=by_sentence,
                attachment=attachment,
                language=language,
            ),
            language=language,
        )

    def date(
        self,
        part: Part,
        token: Token,
        kind: Kind,
        *,
        status: Status = Status.OCCURRED,
        beside: Sequence[Token] = (),
    ) -> Dated:
        """When the happening that `token` triggers took, or is to take, place.

        Args:
            part: Where it stands.
            token: The word that names it.
            kind: What sort of happening it is.
            status: Whether it took place.
            beside: The other words of the phrase that names it: "une embuscade tendue".
        """
        if status is Status.POSSIBLE:
            status = prospect(token, self.language)
        mine = self.by_sentence.get(token.sent, ())
        marker = self.attachment.marker(token)
        if marker is not None:
            return self.order.set_off(mine, part, token, marker, status)
        found = self._by_words(mine, token, kind, status, beside) if mine else None
        if found is not None and _is_of_hour(found):
            return self.narrative.date(part, token, kind, status) or found
        if found is not None:
            return found
        if mine and (found := self.order.beside_deed(mine, token, status)) is not None:
            return found
        tidings = self.company.tidings(token) if mine else []
        dating = self.attachment
        saying = [p for p in mine if dating.dates_the_saying(p, token) or p.governor in tidings]
        if status is Status.OCCURRED:
            saying += [p for p in mine if p not in saying and dating.bounds(p, token)]
        if not saying and status is Status.OCCURRED and self.attachment.is_landmark_of_saying(token):
            lead = self._lead()
            if lead is not None:
                reasons = (f"le jour de la déclaration qui ouvre l'article (« {lead.expression.span.text} »)",)
                return Dated(when=lead.when, expression=lead.expression, reasons=reasons)
        if saying and status is Status.PLANNED:
            return self.bounds.by_report(saying, status)
        if saying and status is Status.OCCURRED and self._is_done_by_saying(token, kind):
            return self.bounds.by_expressions(saying, status)
        return self.narrative.date(part, token, kind, status) or self.bounds.by_report(saying, status)

    def _is_done_by_saying(self, noun: Token, kind: Kind) -> bool:
        """ "a annoncé mercredi sa démission", "a annoncé mercredi l'interdiction du rassemblement"."""
        if kind in _DONE_BY_SAYING and _is_ones_own(noun):
            return True
        verb = carrier(noun)
        if kind is Kind.INDICATOR and noun.dep_ == "obj" and may_tell(verb, (Kind.OTHER,), self.language):
            return True  # "a publié mardi ses résultats"
        if (
            kind in SPOKEN
            and noun.dep_ == "obj"
            and verb.lemma_.lower() in self.language.occurrence.of("verbs", "uttering")
        ):
            return True  # "a réitéré dimanche sa demande"
        announced = verb.lemma_.lower() in self.language.occurrence.of("verbs", "announced")
        return kind in _DECIDED_BY_SAYING and announced and noun.dep_ in ("obj", "conj") and not is_verbal(noun)

    def _by_words(
        self, mine: Sequence[Placed], token: Token, kind: Kind, status: Status, beside: Sequence[Token]
    ) -> Dated | None:
        """By the expressions of its sentence that date it, or what it goes with."""
        if status is Status.ONGOING and not is_verbal(token):
            verbs = begun(token, self.language)
            first = next((p for p in mine if p.governor in verbs and p.when.earliest is not None), None)
            if first is not None:
                return self.bounds.since(first)
        over = [p for p in mine if p.governor and token.head in (p.governor, p.governor.head)]
        over = [p for p in over if p.governor and self.company.is_over(token, p.governor)]
        if over and status in (Status.OCCURRED, Status.ONGOING):
            verbs = begun(token, self.language)  # "la grève, entamée le 2 juin, s'est terminée vendredi"
            beginning = [_as(p, TimeRole.START) for p in mine if p.governor in verbs]
            return self.bounds.by_expressions([*beginning, *(_as(p, TimeRole.END) for p in over)], status)
        within = [] if is_verbal(token) else self.company.own(token)[1:]
        told = [p for p in mine if p.governor in within] if within else []
        if told:  # "L'attaque, survenue samedi, se poursuivait mardi"
            return self.bounds.by_expressions(told, status)
        for anchor in self._anchors(token, kind, status, beside):
            own = [p for p in mine if self.attachment.dates(p, anchor)]
            if own and anchor is not token and anchor is verb_above(token) and self.attachment.is_apart(token, anchor):
                continue
            if own and status is Status.OCCURRED:
                own = [p for p in own if not self.bounds.is_beyond(p)]
            if not own:
                continue
            last = anchor if anchor.i > token.i else token
            own = [p for p in own if not self.attachment.is_parted(p, anchor, last, mine)]
            known = [p for p in own if not p.when.is_unknown]  # "au premier semestre, contre 20 un an plus tôt"
            own = [p for p in known or own if p.governor == anchor] or known or own
            if own:
                return self.bounds.by_expressions(_of_state(own, token) or own, status)
        if not any(isinstance(p.symbol, Relative) for p in mine):
            return None
        nouns = (token, *self._together(token, kind, beside))
        return next((d for n in nouns if (d := self.order.beside_eve(mine, n)) is not None), None)

    def _anchors(self, token: Token, kind: Kind, status: Status, beside: Sequence[Token]) -> Iterator[Token]:
        """The trigger and what has its time in common with it, the nearest to it first."""
        yield from self.company.told_of_it(token, status)
        if status is Status.PLANNED and is_verbal(token):
            yield from (t for t in beside if t.pos_ == "NOUN" and t.i > token.i)  # "a appelé lundi à une grève le 30"
        yield token
        if kind in _VIOLENT and not is_verbal(token):
            yield from relatives(token)
        yield from self._together(token, kind, beside)
        if status is Status.OCCURRED:
            yield from self.company.aimed(token)
            yield from self.company.decided(token)

    def _together(self, token: Token, kind: Kind, beside: Sequence[Token]) -> Iterator[Token]:
        """What happened on the same occasion, the nearest first."""
        for word in (token, *(t for t in beside if t.pos_ == "NOUN")):
            yield from self.company.companions(word)
        if not is_verbal(token):
            yield from self.harms.suffered(token)
        if kind in _HARM:
            yield from self.harms.causes(token)
        if kind is Kind.CASUALTY:
            yield from self.harms.fellows(token)

    def beside(self, token: Token, kind: Kind, beside: Sequence[Token]) -> list[Token]:
        """The words for what happened together with what `token` tells of, the nearest first; none for what is set
        before or after something else ("après l'attaque", "s'est depuis éteint").

        Args:
            token: The word that names it.
            kind: What sort of happening it is.
            beside: The other words of the phrase that names it.
        """
        after = self.language.occurrence.of("adverbs", "afterwards")
        if self.attachment.marker(token) is not None or not after.isdisjoint(
            [t.lower_ for t in (*token.children, token.doc[max(0, token.i - 1)])]
        ):
            return []
        return [*self._together(token, kind, beside), *self.company.aimed(token)]

    def counting(self, token: Token) -> list[tuple[Placed, Token]]:
        """The expressions that count days from another happening to what `token` tells, with the noun that names it:
        "au lendemain de l'attaque, le ministre s'est rendu sur place"."""
        verb = token.head if token.dep_ in ("nsubj", "nsubj:pass", "obj") else token
        return [
            (placed, placed.origin)
            for placed in self.by_sentence.get(token.sent, ())
            if placed.origin is not None
            and placed.origin != token
            and counting.is_exact(placed.symbol)
            and counting.told(placed.origin) == verb
        ]

    def counted_from(self, noun: Token) -> Placed | None:
        """The expression that counts days from what a noun names to what its sentence tells."""
        mine = self.by_sentence.get(noun.sent, ())
        return next((p for p in mine if p.origin == noun and counting.is_exact(p.symbol)), None)

    def is_dated(self, token: Token) -> bool:
        """An expression of its sentence belongs to it."""
        return any(self.attachment.dates(p, token) for p in self.by_sentence.get(token.sent, ()))

    def _lead(self) -> Placed | None:
        """The day of the saying with which the article opens ("..., a annoncé mardi un haut responsable"): what is said
        later without a date of its own goes on with it (the inverted pyramid of news)."""
        opening = next((p for p in self.placed if p.when.is_day), None)
        if opening is None or opening.governor is None:
            return None
        return opening if self.attachment.is_saying(opening.governor) and not is_participle(opening.governor) else None


def _is_of_hour(found: Dated) -> bool:
    """Only an hour dates it, of a day that the text does not name: "l'accident s'est produit vers 18 heures"."""
    expression = found.expression
    if expression is None or expression.symbol is None or found.when.earliest is not None:
        return False
    return isinstance(from_notation(expression.symbol), Clock)


def _is_ones_own(noun: Token) -> bool:
    """A possessive stands before it."""
    return any(c.dep_ == "det" and feature(c, "Poss") == "Yes" for c in noun.children)


def _as(placed: Placed, role: TimeRole) -> Placed:
    """Its days as the beginning, or the end, of what they date."""
    return attrs.evolve(placed, expression=attrs.evolve(placed.expression, role=role))


def _of_state(own: Sequence[Placed], token: Token) -> Sequence[Placed]:
    """Of one who is in a state since some day, that is the day when it came about: "la fillette, disparue depuis
    jeudi"; of several, each may have a day of its own."""
    if not narration.is_done(token) or feature(token, "Number") != "Sing":
        return []
    points = [p for p in own if p.expression.role is TimeRole.START and p.when.is_day]
    return [_as(p, TimeRole.WITHIN) for p in points]
