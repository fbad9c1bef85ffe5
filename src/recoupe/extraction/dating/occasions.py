"""What happened together with something that the article dates elsewhere: one day for both, as an inference.

"L'enlèvement avait coûté la vie au chauffeur" names no day; further up, "a été enlevé vendredi" does, and a noun that
points back to it brings it along.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, final

import attrs

from recoupe.calendar import resolve
from recoupe.extraction.dating import counting
from recoupe.extraction.dating.newness import is_indefinite
from recoupe.extraction.dating.reading import Dating
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.language.tokens import Token
from recoupe.model import Kind, Mention, Status, TimeRole, When

#: The longest time that is handed on, in days: a month. What happened together with something of a longer one is hardly
#: told by it.
LONGEST: Final = 31
#: How many steps the day is looked for at most: to what happened together with it, and what that points back to.
_STEPS: Final = 4
#: How many mentions before and behind one are looked at for what it came after.
_AROUND: Final = 4


@final
@attrs.frozen(kw_only=True)
class _Day:
    """The days of a mention, and the words that name them."""

    when: When
    words: str


@final
@attrs.frozen(kw_only=True, eq=False)
class Occasions:
    """The mentions of one article, each with its trigger and with what it points back to."""

    mentions: Sequence[Mention]
    triggers: Sequence[Trigger]
    #: The position of what each mention points back to; None where it stands for itself.
    antecedents: Sequence[int | None]
    dating: Dating
    #: From the position of a definite noun to that of the mention that it means; None where it means none told before.
    meant: Callable[[int], int | None]
    _positions: dict[Token, int] = attrs.field(init=False)

    @_positions.default
    def _by_token(self) -> dict[Token, int]:
        return {trigger.token: position for position, trigger in enumerate(self.triggers)}

    def dated(self) -> list[Mention]:
        """The mentions, in order; what no words date has the days of what it happened together with."""
        found = list(self.mentions)
        dated = {
            trigger.token.sent
            for trigger, mention, before in zip(self.triggers, self.mentions, self.antecedents, strict=True)
            if mention.expression is not None or before is not None or mention.when.days is not None
        }
        for position, (trigger, mention) in enumerate(zip(self.triggers, self.mentions, strict=True)):
            if mention.status is not Status.OCCURRED or trigger.token.sent not in dated:
                continue
            counted = self._counted(position)
            if counted is None and mention.expression is None:
                counted = self._with_day(position) or self._with_news(position) or self._after(position)
            found[position] = counted or mention
        for position in range(len(found)):
            found[position] = self._counted_back(position, found) or found[position]
        for position, trigger in enumerate(self.triggers):
            for other in self._causes(position):
                found[other] = _as_new(found[other], found[position], trigger.token.text)
        return found

    def _causes(self, position: int) -> list[int]:
        """The positions of what did the harm that a mention tells of as new: "l'attaque a fait dix morts"."""
        mention, token = self.mentions[position], self.triggers[position].token
        if mention.kind is not Kind.CASUALTY or mention.expression is not None or mention.when.days is None:
            return []
        found = (self._positions.get(word) for word in self.dating.harms.causes(token))
        return [other for other in found if other is not None and self.antecedents[other] is None]

    def _counted(self, position: int) -> Mention | None:
        """With the day that its sentence counts from something dated elsewhere: "au lendemain de l'attaque"."""
        mention = self.mentions[position]
        for placed, origin in self.dating.counting(self.triggers[position].token):
            other = self._positions.get(origin)
            if other is None or mention.expression not in (None, placed.expression):
                continue
            before = self.meant(other)
            day = None if before is None else self._day(before, _STEPS)
            if day is None or not day.when.is_day:
                continue
            when = mention.when.intersection(resolve(counting.on(placed.symbol, day.when), When()).when)
            if when is not None:
                words = " ".join(placed.expression.span.text.split())
                reason = f"« {words} » : compté de « {origin.text} », daté « {day.words} »"
                return attrs.evolve(mention, when=when, expression=None, reasons=(reason,))
        return None

    def _counted_back(self, position: int, found: Sequence[Mention]) -> Mention | None:
        """With the day from which its sentence counts on to what is news: "dix jours après son ÉLECTION, il a promis",
        where he did so today."""
        mention = self.mentions[position]
        if mention.expression is None or mention.when.days is not None:
            return None
        placed = self.dating.counted_from(self.triggers[position].token)
        if placed is None or mention.expression != placed.expression:
            return None
        verb = counting.told(self.triggers[position].token)
        other = self._positions.get(verb) if verb is not None else None
        if other is None or not found[other].when.is_day or found[other].status is not Status.OCCURRED:
            return None
        when = mention.when.intersection(resolve(counting.back_from(placed.symbol, found[other].when), When()).when)
        if when is None:
            return None
        words = " ".join(placed.expression.span.text.split())
        reason = f"« {words} » : compté de « {found[other].trigger.text} », {found[other].when}"
        return attrs.evolve(mention, when=when, expression=None, reasons=(reason,))

    def _with_day(self, position: int) -> Mention | None:
        mention = self.mentions[position]
        for other in self._beside(position):
            if self.mentions[other].expression is not None and self.dating.is_dated(self.triggers[other].token):
                continue  # these words stand in the same sentence, and do not date it
            day = self._day(other, _STEPS)
            if day is not None and day.when.overlaps(mention.when):
                reason = f"avec « {self.mentions[other].trigger.text} », daté « {day.words} »"
                return attrs.evolve(mention, when=day.when, reasons=(reason, *mention.reasons))
        return None

    def _with_news(self, position: int) -> Mention | None:
        """With the days of the news that brings it in: "il a promis une aide à l'issue d'une réunion"."""
        mention, token = self.mentions[position], self.triggers[position].token
        if mention.when.days is not None or not is_indefinite(token) or self.dating.company.tidings(token):
            return None
        for other in self._beside(position):
            news = self.mentions[other]
            if news.expression is None and (news.when.days or LONGEST + 1) <= LONGEST:
                reason = f"avec « {news.trigger.text} »"
                return attrs.evolve(mention, when=news.when, reasons=(reason, *news.reasons))
        return None

    def _after(self, position: int) -> Mention | None:
        """No earlier than what its sentence sets it behind: "à la suite de cette attaque", "a condamné l'attaque"."""
        mention = self.mentions[position]
        when = mention.when
        token = self.triggers[position].token
        sentence = token.sent
        around = self.triggers[max(0, position - _AROUND) : position + _AROUND + 1]
        among = [t.token for t in around if t.token.sent is sentence]
        for word in self.dating.aftermath.causes(token, among):
            first = self._beginning(self._positions[word], _STEPS)
            if first is None or when.latest is None or first.when.earliest is None:
                continue
            if first.when.earliest > when.latest or (when.earliest and first.when.earliest <= when.earliest):
                continue
            reason = f"pas avant « {word.text} », daté « {first.words} »"
            return attrs.evolve(
                mention, when=attrs.evolve(when, earliest=first.when.earliest), reasons=(reason, *mention.reasons)
            )
        return None

    def _beginning(self, position: int, steps: int) -> _Day | None:
        """The days of a mention that took place, or of what it points back to, by words of the text."""
        mention = self.mentions[position]
        if mention.status not in (Status.OCCURRED, Status.ONGOING) or not steps:
            return None
        expression, before = mention.expression, self.antecedents[position]
        if expression is not None and mention.when.earliest is not None:
            return _Day(when=mention.when, words=" ".join(expression.span.text.split()))
        before = self.meant(position) if before is None else before
        return self._beginning(before, steps - 1) if before is not None else None

    def _day(self, position: int, steps: int) -> _Day | None:
        """The days of a mention: of its own words, of what it points back to, or of what it happened together with."""
        mention = self.mentions[position]
        if mention.status is not Status.OCCURRED or not steps:
            return None
        expression = mention.expression
        if expression is not None:
            closed = expression.role in (TimeRole.WITHIN, TimeRole.START)
            short = closed and (mention.when.days or LONGEST + 1) <= LONGEST
            return _Day(when=mention.when, words=" ".join(expression.span.text.split())) if short else None
        before = self.antecedents[position]
        nearest = [before] if before is not None else self._beside(position)
        return next((day for other in nearest if (day := self._day(other, steps - 1)) is not None), None)

    def _beside(self, position: int) -> list[int]:
        """The positions of what happened together with a mention, the nearest first."""
        mention, trigger = self.mentions[position], self.triggers[position]
        words = self.dating.beside(trigger.token, mention.kind, [t for t in trigger.words if t != trigger.token])
        found = (self._positions.get(word) for word in words)
        return [other for other in found if other is not None and other != position]


def _as_new(cause: Mention, harm: Mention, words: str) -> Mention:
    """The cause with the days in which the harm that it did is news; as it is where words date it."""
    if cause.expression is not None or cause.when.earliest is not None or cause.status is not Status.OCCURRED:
        return cause
    return attrs.evolve(cause, when=harm.when, reasons=(f"avec « {words} »", *harm.reasons))
