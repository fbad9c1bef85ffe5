"""What the days of a happening say of whether it is to come, goes on, or is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import final

import attrs

from recoupe.calendar import (
    Distance,
    Division,
    Lean,
    Month,
    Publication,
    Reference,
    Side,
    Symbol,
    Tense,
    Third,
    Vague,
    Weekday,
    Window,
    leaning,
    resolve,
)
from recoupe.extraction.analysis import Part
from recoupe.extraction.dating.attachment import Attachment
from recoupe.extraction.dating.company import carrier
from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dating.foretelling import foretells
from recoupe.extraction.dependencies import is_verbal
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import BlockKind, Status, TimeRole, When


@final
@attrs.frozen(kw_only=True, eq=False)
class Outlook:
    """Reads the status that days give, by whether they lie before or behind publication."""

    #: The days of publication; ``When()`` when nothing is known.
    anchor: When
    #: The time expressions that date something, in order.
    placed: Sequence[Placed] = attrs.field(repr=False)
    #: Those of each sentence.
    by_sentence: Mapping[Run, Sequence[Placed]] = attrs.field(repr=False)
    attachment: Attachment = attrs.field(repr=False)
    language: Language = attrs.field(repr=False)

    def beyond(self, token: Token) -> Status | None:
        """What its own days say of it. Where they lie beyond publication, and no perfect tells it as done ("a déposé un
        préavis pour le 28", "avait signé le 28"): what ends then goes on ("est fermé jusqu'en mars"); what happens then
        is to come, though nothing else says so ("le sommet du 28", "se réunit le 28"). What is over before took place
        ("le sommet de mardi dernier"); a bare weekday may look either way, and so may none at all: None."""
        mine = self.by_sentence.get(token.sent, ())
        if not mine:
            return None
        company, anchor = self.attachment.company, self.anchor
        verb = carrier(token)
        done = narration.is_perfect(verb) or narration.is_pluperfect(verb)
        if done and verb.lemma_.lower() not in self.language.occurrence.of("verbs", "scheduling"):
            foretold = not is_verbal(token) and foretells(verb, self.language)  # "a confirmé la fermeture en juillet"
            if not (
                foretold and any(p.governor == token and isinstance(p.symbol, Month | Division | Third) for p in mine)
            ):
                return None
        if self.attachment.marker(token) is not None:  # "après la visite de mardi dernier"
            behind = [p for p in mine if p.governor in company.own(token)]
            return Status.OCCURRED if self._is_over(behind) else None
        others = len(mine) > 1 and not is_verbal(token)
        told = [p for p in mine if p.governor in company.own(token)[1:]] if others else []
        # "se prononcera jeudi sur la motion déposée lundi": the motion's day is that of its participle
        own = told or [p for p in mine if self.attachment.dates(p, token)]
        if any(
            p.expression.role is TimeRole.END and anchor.certainly_before(When(earliest=p.when.latest)) for p in own
        ):
            return Status.ONGOING
        present = is_verbal(verb) and (narration.is_simple_present(verb) or self._is_arranged(verb))
        present = present and not self._is_spoken_at(token, verb)
        past = narration.is_done(token) and token.lemma_ not in self.language.status.of("company", "arranged")
        later = [p for p in own if anchor.certainly_before(p.when) and not past]
        ahead = own and all(p in later or _points_ahead(p.symbol) or (present and _announces(p, anchor)) for p in own)
        if ahead:
            return Status.PLANNED
        own = own or [p for p in mine if p.governor in company.own(token)]  # "le sommet organisé en 2001"
        return Status.OCCURRED if self._is_over(own) else None

    def _is_spoken_at(self, noun: Token, verb: Token) -> bool:
        """Where somebody speaks to reporters is nothing to come: "dans le CORTÈGE lundi, une infirmière explique"."""
        told = self.language.reporting.key_of("verbs", verb.lemma_.lower()) is not None
        return told and noun.dep_.startswith("obl") and noun.i < verb.i

    def _is_arranged(self, verb: Token) -> bool:
        """ "est examiné mardi au Sénat": a passive of the present, of what people arrange beforehand."""
        return verb.lemma_ in self.language.status.of("company", "arranged") and narration.is_present(verb)

    def _is_over(self, own: Sequence[Placed]) -> bool:
        """Its days lie before publication, and could not be those of another week or year."""
        days = [p for p in own if not _looks_either_way(p.symbol)]
        return bool(own) and len(days) == len(own) and all(p.when.certainly_before(self.anchor) for p in own)

    def heralds(self, part: Part) -> bool:
        """A headline names a weekday that is neither that of publication nor the day before it, or a month that is
        nearer ahead than behind: the press leaves days out of the headlines of what is past."""
        anchor = self.anchor
        if not anchor.is_day or anchor.earliest is None:
            return False
        for placed in self.placed:
            if placed.part is not part or not _looks_either_way(placed.symbol):
                continue
            last, following = (
                resolve(leaning(placed.symbol, tense), anchor).when for tense in (Tense.PAST, Tense.FUTURE)
            )
            if last.latest is None or following.earliest is None:
                continue
            ago, ahead = (anchor.earliest - last.latest).days, (following.earliest - anchor.earliest).days
            if ago > 1 if isinstance(placed.symbol, Weekday) else 0 < ahead < ago:
                return True
        return False


def _announces(placed: Placed, anchor: When) -> bool:
    """A weekday under a present announces, but in a headline: "le Premier ministre se rend jeudi à Lyon"; that of
    publication itself may do either."""
    if not isinstance(placed.symbol, Weekday) or placed.symbol.lean is not Lean.OPEN:
        return False
    if placed.expression.role is TimeRole.START:  # "participent depuis lundi"
        return False
    return placed.part.block.kind is not BlockKind.HEADLINE and not resolve(placed.symbol, anchor).when.overlaps(anchor)


def _looks_either_way(symbol: Symbol) -> bool:
    """A weekday or month of which neither the words nor the tense say whether it is the last or the next one."""
    return isinstance(symbol, Weekday | Month) and symbol.lean is Lean.OPEN


def _points_ahead(symbol: Symbol) -> bool:
    """It names no day, but says that it is to come: "dans les prochains jours", "bientôt"."""
    if isinstance(symbol, Vague):
        return symbol.reference is Reference.FUTURE
    return isinstance(symbol, Window | Distance) and symbol.side is Side.AFTER and isinstance(symbol.of, Publication)
