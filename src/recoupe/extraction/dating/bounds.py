"""What expressions, or the day of publication, say of when something happened.

What is said to have happened did so by the day of the saying, and what is said to come comes after it. What no
expression dates is bounded by the day of publication alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import final

import attrs

from recoupe.calendar import (
    Date,
    Distance,
    Lean,
    Month,
    Publication,
    Side,
    Symbol,
    Tense,
    Third,
    Weekday,
    Window,
    Years,
    from_notation,
    leaning,
    resolve,
    to_notation,
)
from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dating.sharing import is_led
from recoupe.extraction.dependencies import is_infinitive, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.language.tokens import Token
from recoupe.model import Status, TimeExpression, TimeRole, When

#: How long before its report what is still to come may have been decided, in days.
_RECENT = 31
#: Tokens that stand between two days of a list at most: "et le".
_JOINT = 2
#: And where the first of them has its place between them: "vendredi à la gare de Lyon et samedi".
_PLACED = 10
_BY_PUBLICATION = "la publication borne le fait"


@final
@attrs.frozen(kw_only=True)
class Dated:
    """When something happened, as far as its article says."""

    #: The days; ``When()`` when nothing bounds them.
    when: When
    #: The expression that dates it; None where only the day of publication bounds it.
    expression: TimeExpression | None
    #: Why, in order, as sentences.
    reasons: tuple[str, ...]


@final
@attrs.frozen(kw_only=True)
class Bounds:
    """Gives days to what an article of some day tells."""

    #: The days of publication; ``When()`` when nothing is known.
    anchor: When

    def by_expressions(self, own: Sequence[Placed], status: Status) -> Dated:
        """By at least one expression that dates the happening itself."""
        starts = [p for p in own if p.expression.role is TimeRole.START]
        ends = [p for p in own if p.expression.role in (TimeRole.END, TimeRole.DEADLINE)]
        points = [p for p in own if p not in starts and p not in ends and not p.when.is_unknown]
        reasons = tuple([f"« {' '.join(p.expression.span.text.split())} » : {p.policy}" for p in own])
        if points:
            told = [self._told(p, status) for p in points]
            if status is Status.PLANNED:  # "a appelé lundi à une grève le 30 mai"
                told = [p for p in told if not p.when.certainly_before(self.anchor)] or told
            best, *others = listed(told, min(told, key=lambda p: (p.when.days or 10**9, p.head.i)))
            when = best.when
            for other in others:
                when = when.span(other.when)
            over = when.certainly_before(self.anchor) or (when == self.anchor and _is_of_deed(best))
            if status is Status.PLANNED and over and not _was_to_be(best.governor):
                # "a ordonné samedi soir l'évacuation"; not "jugera mardi l'auteur de l'attentat de 2018"
                return self.by_report(own if self._is_recent(when) or _is_of_decision(best) else (), status)
            return Dated(when=self._clipped(when, status), expression=best.expression, reasons=reasons)
        if starts or ends:
            first = (starts or ends)[0]
            if status is Status.PLANNED:  # "un cessez-le-feu à compter de jeudi"
                starts, ends = ([self._told(p, status) for p in side] for side in (starts, ends))
            when = self._between(starts, ends, status)
            return Dated(when=when, expression=self._closed(starts, ends, when) or first.expression, reasons=reasons)
        return attrs.evolve(self.by_report((), status), expression=own[0].expression, reasons=reasons)

    def _between(self, starts: Sequence[Placed], ends: Sequence[Placed], status: Status) -> When:
        """From a beginning to an end; what is to be done by some day is done from the day of the report on."""
        ahead = bool(ends) and (ends[0].expression.role is TimeRole.DEADLINE or status is Status.PLANNED)
        earliest = starts[0].when.earliest if starts else self.anchor.earliest if ahead else None
        if status is Status.PLANNED and earliest is not None and self.anchor.earliest is not None:
            earliest = max(earliest, self.anchor.earliest)
        latest = ends[-1].when.latest if ends else None  # "du 3 au 5 et du 9 au 12 juin"
        if earliest is not None and latest is not None and latest < earliest:
            if starts and isinstance(starts[0].symbol, Weekday) and isinstance(ends[-1].symbol, Weekday):
                weeks = -(-(earliest - latest).days // 7)  # "entre lundi et mercredi", told on a Tuesday
                earliest, latest = (
                    (earliest, latest.add(weeks=weeks)) if ahead else (earliest.subtract(weeks=weeks), latest)
                )
            else:
                latest = None
        when = When(earliest=earliest, latest=latest, lasting=bool(starts) and not ahead)
        # what goes on has its end before it, said or not
        return when if status is Status.ONGOING else self._clipped(when, status)

    def since(self, placed: Placed) -> Dated:
        """From the day on which it began, where it has no end yet."""
        placed = self._told(placed, Status.OCCURRED)
        expression = attrs.evolve(placed.expression, role=TimeRole.START)
        words = " ".join(expression.span.text.split())
        when = When(earliest=placed.when.earliest, lasting=True)
        return Dated(when=when, expression=expression, reasons=(f"« {words} » : {placed.policy}",))

    def _closed(self, starts: Sequence[Placed], ends: Sequence[Placed], when: When) -> TimeExpression | None:
        """The beginning and the end of a stretch as one expression, within which it fell: "entre le 9 et le 16 août";
        None where they stand apart, or other words move one of them."""
        whole = ends[-1].whole if starts and ends else None
        if whole is None or whole.symbol is None or len(starts) > 1:
            return None
        found = resolve(from_notation(whole.symbol), self.anchor).when
        return whole if (found.earliest, found.latest) == (when.earliest, when.latest) else None

    def is_beyond(self, placed: Placed) -> bool:
        """It names a year that is to come, in which nothing happened yet ("a salué les Jeux de 2028"), or counts on
        from the report ("dans les dix jours")."""
        symbol = placed.symbol
        if isinstance(symbol, Window | Distance) and isinstance(symbol.of, Publication) and symbol.side is Side.AFTER:
            return True
        dated = isinstance(placed.symbol, Years) or (isinstance(placed.symbol, Date | Month) and placed.symbol.year)
        return bool(dated) and self.anchor.certainly_before(placed.when)

    def _told(self, placed: Placed, status: Status) -> Placed:
        """A weekday in the present tense looks either way ("se réunit mardi"), and so does a day without its year: the
        happening's status decides."""
        tense = Tense.FUTURE if status is Status.PLANNED else Tense.PAST if status is Status.OCCURRED else None
        symbol, begun = placed.symbol, placed.expression.role is TimeRole.START
        if tense is None:
            if status is Status.DENIED and isinstance(symbol, Weekday) and not placed.when.is_day:
                return self._read_as(placed, symbol)  # "le sommet prévu jeudi a été annulé": the nearest one
            return placed
        if isinstance(symbol, Window) and tense is Tense.FUTURE:  # "injectera 20 millions en trois ans"
            symbol = attrs.evolve(symbol, side=Side.AFTER)
        elif tense is Tense.FUTURE and not begun and (ahead := _ahead(symbol)) is not None:
            if not self._is_nearer(ahead, placed.when):
                return placed  # "a annoncé la vente en mai", told in June: what was announced then
            symbol = ahead  # "a demandé sa mise en vente en août"
        elif not placed.when.is_day:
            symbol = leaning(symbol, tense)
        elif isinstance(symbol, Weekday | Date) and _is_open(symbol) and not self._agrees(placed.when, tense):
            symbol = attrs.evolve(symbol, lean=Lean.FUTURE if tense is Tense.FUTURE else Lean.PAST)
        return placed if symbol == placed.symbol else self._read_as(placed, symbol)

    def _read_as(self, placed: Placed, symbol: Symbol) -> Placed:
        resolution = resolve(symbol, self.anchor)
        expression = attrs.evolve(placed.expression, symbol=to_notation(symbol))
        return attrs.evolve(placed, expression=expression, when=resolution.when, policy=resolution.policy)

    def _is_nearer(self, ahead: Symbol, last: When) -> bool:
        """It begins sooner behind publication than the last one lies before it."""
        coming, day = resolve(ahead, self.anchor).when, self.anchor
        if coming.earliest is None or last.latest is None or day.earliest is None or day.latest is None:
            return True
        return (coming.earliest - day.latest).days <= (day.earliest - last.latest).days

    def _is_turning(self, placed: Placed) -> bool:
        """Nothing was said on it: from then on something goes on, or to that day, still to come, it was put off ("la
        décision a été mise en délibéré au 12 juin")."""
        role = placed.expression.role
        return role is TimeRole.START or (role is TimeRole.END and self.anchor.certainly_before(placed.when))

    def _is_recent(self, when: When) -> bool:
        """It lies a month before the report at most."""
        first, day = when.earliest, self.anchor.earliest
        return first is not None and day is not None and (day - first).days <= _RECENT

    def _agrees(self, when: When, tense: Tense) -> bool:
        """It does not lie behind the report of what is to come, nor ahead of that of what has been."""
        earlier, later = (when, self.anchor) if tense is Tense.FUTURE else (self.anchor, when)
        return not earlier.certainly_before(later)

    def _clipped(self, when: When, status: Status) -> When:
        """What is told as past did not happen after publication; of what is to come, the days before it are over."""
        if status in (Status.OCCURRED, Status.ONGOING) and self.anchor.latest is not None:
            bound = When(latest=self.anchor.latest, lasting=when.lasting, at=when.at)
            return when.intersection(bound) or attrs.evolve(bound, at=None)
        if status is Status.PLANNED and when.days is not None and self.anchor.earliest is not None:
            return when.intersection(When(earliest=self.anchor.earliest, lasting=when.lasting, at=when.at)) or when
        return when

    def by_deadline(self, placed: Placed) -> Dated:
        """What is to come before the days of an expression."""
        earliest, latest = self.anchor.earliest, placed.when.latest
        if earliest is not None and latest is not None and latest < earliest:
            return self.by_report((), Status.PLANNED)
        words = f"« {placed.expression.span.text} » borne le fait"
        return Dated(when=When(earliest=earliest, latest=latest), expression=None, reasons=(words,))

    def by_report(self, saying: Sequence[Placed], status: Status) -> Dated:
        """By the day on which it is said to have happened, or to come; else by that of publication."""
        telling = Status.OCCURRED if status is Status.PLANNED else status  # "a annoncé en mars qu'il fermerait"
        days: list[Placed] = []
        if saying:
            told = (self._told(p, telling) for p in saying if not self._is_turning(p))
            days = [p for p in told if not p.when.is_unknown]
        if len(days) > 1 and status is not Status.PLANNED:  # "a dénoncé mardi les sanctions annoncées la veille"
            days.sort(key=lambda p: p.when.latest or date.max)
        said = days[0] if days else None
        words = f"« {said.expression.span.text} » borne le fait" if said else _BY_PUBLICATION
        limit = said.when if said else self.anchor
        if status is Status.PLANNED and limit.earliest is not None:
            return Dated(when=When(earliest=limit.earliest), expression=None, reasons=(words,))
        if status is Status.ONGOING and self.anchor.latest is not None:  # "est en cours, a alerté l'OMS début mai"
            return Dated(when=When(latest=self.anchor.latest), expression=None, reasons=(_BY_PUBLICATION,))
        if status in (Status.OCCURRED, Status.ONGOING, Status.DENIED) and limit.latest is not None:
            known = [day for day in (limit.latest, self.anchor.latest) if day is not None]
            return Dated(when=When(latest=min(known)), expression=None, reasons=(words,))
        return Dated(when=When(), expression=None, reasons=())


def _ahead(symbol: Symbol) -> Symbol | None:
    """The coming month, where a past verb took it for the last: "a annoncé la fermeture de l'usine fin juin"; None for
    what is no month without its year."""
    if isinstance(symbol, Third):
        inner = _ahead(symbol.of)
        return None if inner is None else attrs.evolve(symbol, of=inner)
    if isinstance(symbol, Month) and symbol.lean is Lean.PAST:
        return attrs.evolve(symbol, lean=Lean.FUTURE)
    return None


def _is_of_deed(placed: Placed) -> bool:
    """The day of publication is that of the perfect behind which a plan stands: "se sont entendus ce matin sur un
    transfert"; not of "il a été convoqué pour mercredi"."""
    verb = placed.governor
    within = placed.expression.role is TimeRole.WITHIN and not is_led(placed)
    return verb is not None and narration.is_perfect(verb) and within


def _is_of_decision(placed: Placed) -> bool:
    """It says when what is to come was decided, as long ago as that may be: "avait décidé en 2017 du retrait"."""
    verb = placed.governor
    return verb is not None and is_verbal(verb) and narration.is_composed(verb)


def _was_to_be(verb: Token | None) -> bool:
    """The verb that the expression belongs to tells of what was planned then: "devait être réparé hier soir"."""
    return verb is not None and is_infinitive(verb) and narration.was_to_be(verb.head)


def _is_open(symbol: Weekday | Date) -> bool:
    """It may lie before or behind the day of the report; a weekday with its date picks the year itself."""
    return symbol.lean is Lean.OPEN and (isinstance(symbol, Weekday) or symbol.weekday is None)


def listed(points: Sequence[Placed], chosen: Placed) -> Sequence[Placed]:
    """The days of the list in which `chosen` stands, in order: "vendredi et samedi", "en janvier et février"; itself
    where it stands in none."""
    runs: list[list[Placed]] = []
    for placed in sorted(points, key=lambda p: p.expression.span.start):
        if runs and _is_joined(runs[-1][-1], placed):
            runs[-1].append(placed)
        else:
            runs.append([placed])
    return next(run for run in runs if chosen in run)


def _is_joined(first: Placed, second: Placed) -> bool:
    """`second` goes on the list that ends in `first`, with later days."""
    if first.part is not second.part or not first.when.certainly_before(second.when):
        return False
    if isinstance(second.symbol, Distance):  # "a démissionné vendredi, deux mois avant la date prévue"
        return False
    end, start = (first.expression.span.end, second.expression.span.start)
    offset = first.part.block.start
    between = [t for t in second.head.sent if end - offset <= t.idx < start - offset]
    if between and len(between) <= _JOINT:
        return all(t.is_punct or t.dep_ in ("cc", "det", "case") for t in between)
    # "vendredi à Lyon et samedi à Paris"
    joined = len(between) <= _PLACED and any(t.dep_ == "cc" for t in between[-_JOINT:])
    return (
        joined
        and first.governor == second.governor
        and not any(t.is_punct or is_verbal(t) or t.dep_.startswith("nsubj") for t in between)
    )
