"""What is told as before or after something else of its sentence: its day bounds, or counts, the other's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from recoupe.calendar import Distance, Relative, Unit, Unknown, from_notation, to_notation
from recoupe.extraction.analysis import Part
from recoupe.extraction.dating.attachment import Attachment
from recoupe.extraction.dating.bounds import Bounds, Dated
from recoupe.extraction.dating.company import carrier
from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dependencies import is_finite, is_infinitive, is_perfect_infinitive, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.language.tokens import Token
from recoupe.model import Status, When

#: What stands between "au lendemain" and the noun that it counts from.
_LEADING = frozenset({"case", "det", "amod", "advmod", "fixed"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Order:
    """Dates what its sentence sets before or after something else."""

    attachment: Attachment
    bounds: Bounds

    def set_off(self, mine: Sequence[Placed], part: Part, token: Token, marker: Token, status: Status) -> Dated:
        """What lies before or after another happening: by the distance ("trois jours après sa libération") or its own
        date; else the day of what it came before bounds it.

        Args:
            mine: The expressions of its sentence.
            part: Where it stands.
            token: The noun that names it.
            marker: The preposition that sets it off.
            status: Whether it took place.
        """
        start = part.block.start + marker.idx
        tellings = self.attachment.company.own(token)
        own = [p for p in mine if p.governor in tellings or self.attachment.stands_behind(p, token)]
        own = [p for p in own if p.head.i > token.i]
        if not own:
            own = [p for p in mine if p.expression.span.end == start - 1 and isinstance(p.symbol, Distance)]
        if own:
            return self.bounds.by_expressions(own, status)
        if marker.lower_ not in self.attachment.language.occurrence.of("prepositions", "anterior"):
            return self.bounds.by_report((), status)
        days = [p for p in mine if p.head.i < marker.i and self.attachment.dates(p, carrier(token))]
        if days and status is Status.PLANNED:
            return self.bounds.by_deadline(days[0])  # "interviendrait le 30 avril, après la consultation"
        return self.bounds.by_report(days, status)

    def beside_deed(self, mine: Sequence[Placed], verb: Token, status: Status) -> Dated | None:
        """An infinitive that sets its verb before or after what the sentence dates: "a été arrêté lundi après avoir
        menacé sa voisine", "ont défilé jeudi avant de se rassembler"."""
        while verb.dep_ == "conj" and is_infinitive(verb.head):
            verb = verb.head
        if status is not Status.OCCURRED or verb.dep_ != "advcl" or not is_verbal(verb) or not is_infinitive(verb):
            return None
        if not narration.is_composed(verb.head):
            return None
        of = self.attachment.language.occurrence.of
        marks = {c.lower_ for c in verb.children if c.i < verb.i} | {verb.doc[max(0, verb.i - 1)].lower_}
        days = [p for p in mine if self.attachment.dates(p, verb.head)]
        if not days:
            return None
        if is_perfect_infinitive(verb) and marks & (of("prepositions", "anterior") | of("prepositions", "charge")):
            return self.bounds.by_report(days, status)  # "a été condamné mardi pour avoir menacé sa voisine"
        told = self.bounds.by_expressions(days, status).when
        if not marks & of("prepositions", "posterior") or told.earliest is None:
            return None
        reason = f"raconté à la suite de « {days[0].expression.span.text} » : pas avant"
        return Dated(
            when=When(earliest=told.earliest, latest=self.bounds.anchor.latest), expression=None, reasons=(reason,)
        )

    def beside_eve(self, mine: Sequence[Placed], noun: Token) -> Dated | None:
        """By the day that lies next to it: "a démissionné samedi, au lendemain de nouvelles révélations"."""
        if is_verbal(noun):
            return None
        for placed in mine:
            symbol = placed.symbol
            if not isinstance(symbol, Relative) or symbol.unit is not Unit.DAY or not isinstance(symbol.of, Unknown):
                continue
            tellers = _up_to_telling(placed.governor)
            told = next((p for p in mine if p.governor in tellers and p.when.is_day), None)
            between = noun.doc[placed.head.i + 1 : noun.i]
            if told is not None and placed.head.i < noun.i and all(t.dep_ in _LEADING for t in between):
                return _counted(symbol, placed, told)
        return None


def _counted(symbol: Relative, placed: Placed, told: Placed) -> Dated | None:
    """The day from which `placed` counts to that of `told`."""
    day, notation = told.when.earliest, told.expression.symbol
    if day is None or notation is None:
        return None
    before = Relative(Unit.DAY, -symbol.count, from_notation(notation))
    expression = attrs.evolve(placed.expression, symbol=to_notation(before))
    words = f"« {placed.expression.span.text} » : compté de « {told.expression.span.text} »"
    return Dated(when=When.on(day.subtract(days=symbol.count)), expression=expression, reasons=(words,))


def _up_to_telling(governor: Token | None) -> list[Token]:
    """What an expression belongs to, and the verbs above it that tell what it is done with: "ont défilé, souhaitant
    obtenir une hausse au lendemain d'une grève"."""
    if governor is None:
        return []
    found = [governor]
    while not is_finite(found[-1]) and found[-1].head != found[-1]:
        found.append(found[-1].head)
    return found
