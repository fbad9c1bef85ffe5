"""From a text to its time expressions: rules, the roles that prepositions give, and the days that expressions share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, final

import attrs

from recoupe.calendar import (
    PUBLICATION,
    Clock,
    Cut,
    Date,
    DayPart,
    Distance,
    Division,
    Feast,
    Lasting,
    Month,
    PartOfDay,
    Range,
    Relative,
    Symbol,
    Tense,
    Third,
    Unit,
    Unknown,
    Weekday,
    Years,
    leaning,
)
from recoupe.language.fr.times.draft import Draft, Found, Link
from recoupe.language.fr.times.grammar import openings, rules
from recoupe.language.fr.times.roles import role_of
from recoupe.language.fr.times.tokens import Tokens, tokenise, words
from recoupe.model import Span, TimeRole

#: Days of the text that a day can be counted through ("le lendemain" of "le lendemain" of ...) before it is unknown.
MAX_CHAIN = 6
#: How long a phrase is at most that names a day behind "au lendemain de", in characters.
_PHRASE = 60
#: Units that a month or a year of the text is counted from in as well as a day.
_LONG_UNITS = (Unit.MONTH, Unit.YEAR)
#: The times of a clock from here on are of the first of the two days of a night.
_NOON = "12:00"


@final
@attrs.frozen(kw_only=True)
class Recognised:
    """A time expression as the words alone give it."""

    #: The words, article and modifier inside, preposition outside.
    span: Span
    #: What they say; `Unknown` stands where they count from a day that the text does not name.
    symbol: Symbol
    #: How its days bound what they date.
    role: TimeRole
    #: Which of the text's expressions it counts from; None where it counts from none of them.
    base: int | None = None
    #: The symbol as the words alone give it, `Unknown` standing for `base`.
    bare: Symbol
    #: The number of its sentence in the text, by its marks.
    sentence: int = 0


def recognise(text: str) -> tuple[Recognised, ...]:
    """The time expressions of a French text, in order, not overlapping; no parse is needed, and no tense is used.

    The time taken is linear in the length of the text (measured in ``benchmarks/dates.py``). An empty text has none.
    """
    tokens = tokenise(text)
    found = list(_drafts(tokens))
    stops = words().letters["stop"] + words().letters["paragraph"]
    sentence, at = 0, 0
    rows: list[Recognised] = []
    for start, end, draft in found:
        while at < start:
            if tokens.classes[at] in stops:
                sentence += 1
            at += 1
        role = draft.role or role_of(tokens, start, end, draft.symbol)
        # A deadline lies ahead, whatever the verb: "il a promis de finir d'ici à vendredi".
        symbol = leaning(draft.symbol, Tense.FUTURE) if role is TimeRole.DEADLINE else draft.symbol
        span = Span.of(text, tokens.starts[start], tokens.ends[end - 1])
        rows.append(Recognised(span=span, symbol=symbol, bare=symbol, role=role, sentence=sentence))
    linked = _linked(text, rows, [draft.link for _, _, draft in found])
    settled = zip(linked, settle(linked, {}), strict=True)
    return tuple(row if symbol is row.symbol else attrs.evolve(row, symbol=symbol) for row, symbol in settled)


def _drafts(tokens: Tokens) -> Iterator[tuple[int, int, Draft]]:
    pattern, at = openings(), 0
    while (opening := pattern.search(tokens.classes, at)) is not None:
        start = opening.start()
        made = _first(tokens, start)
        if made is None:
            at = start + 1
            continue
        end, draft = made
        yield start + draft.skip, end - draft.drop, draft
        at = max(end, start + 1)


def _first(tokens: Tokens, start: int) -> tuple[int, Draft] | None:
    for rule in rules():
        match = rule.pattern.match(tokens.classes, start)
        if match is None or match.end() == start:
            continue
        draft = rule.build(Found(tokens=tokens, match=match))
        if draft is not None:
            return match.end(), draft
    return None


# ---------------------------------------------------------------------- days that expressions share
def _linked(text: str, rows: list[Recognised], links: Sequence[Link]) -> list[Recognised]:
    """Every expression that counts from another one with the index of that one."""
    running: int | None = None
    last: int | None = None
    chain: dict[int, int] = {}
    linked: list[Recognised] = []
    for index, (row, link) in enumerate(zip(rows, links, strict=True)):
        base: int | None = None
        if link is Link.BEHIND:
            base = index + 1 if _is_behind(text, rows, links, index) else None
        elif link is not Link.NONE:
            fallback = None if link is Link.BESIDE else running
            base = running if link is Link.RUNNING else _of_sentence(rows, links, index, fallback)
            if link is Link.RUNNING and _unit(row.bare) in _LONG_UNITS:  # "en mars 2012. Le mois suivant"
                base = last if last is not None and _is_fine(rows[last].bare, _unit(row.bare)) else None
            if base is not None and chain.get(base, 0) >= MAX_CHAIN:
                base = None
            if base is not None:
                chain[index] = chain.get(base, 0) + 1
        if link is Link.HERE and base is None:
            row = attrs.evolve(row, bare=_replaced(row.bare, PUBLICATION))
        linked.append(row if base is None else attrs.evolve(row, base=base))
        if row.role is not TimeRole.PUBLICATION and _names_a_day(row.bare) and (link is Link.NONE or base is not None):
            running = index
        if (
            row.role is not TimeRole.PUBLICATION
            and (link is Link.NONE or base is not None)
            and _is_fine(row.bare, Unit.YEAR)
        ):
            last = index
    return linked


def _is_behind(text: str, rows: list[Recognised], links: Sequence[Link], index: int) -> bool:
    """The next expression stands in the phrase that begins with this one, and names a day by itself."""
    if index + 1 == len(rows) or links[index + 1] is not Link.NONE or not _names_a_day(rows[index + 1].bare):
        return False
    between = text[rows[index].span.end : rows[index + 1].span.start]
    return len(between) <= _PHRASE and not any(mark in between for mark in ",;:.()«»")


def _of_sentence(rows: list[Recognised], links: Sequence[Link], index: int, running: int | None) -> int | None:
    """The nearest day of the same sentence that counts from no other, before it first, then behind it."""
    row = rows[index]
    for other in range(index - 1, max(-1, index - 12), -1):
        if rows[other].sentence != row.sentence:
            break
        if _names_a_day(rows[other].bare):
            return other if links[other] is Link.NONE else running
    for other in range(index + 1, min(len(rows), index + 4)):
        if rows[other].sentence != row.sentence:
            break
        if links[other] is Link.NONE and _names_a_day(rows[other].bare):
            return other
    return running


def _names_a_day(symbol: Symbol) -> bool:
    match symbol:
        case Date() | Weekday() | Feast():
            return True
        case Relative():
            return symbol.unit is Unit.DAY
        case Clock() | PartOfDay():
            return isinstance(symbol.of, Range) or _names_a_day(symbol.of)
    return False


def _unit(symbol: Symbol) -> Unit | None:
    if isinstance(symbol, Third):
        return _unit(symbol.of)
    if isinstance(symbol, Date | Month) and symbol.of is not PUBLICATION:  # "en décembre de la même année"
        return Unit.YEAR
    return symbol.unit if isinstance(symbol, Relative | Distance) else None


def _is_fine(symbol: Symbol, unit: Unit | None) -> bool:
    """It names a day, or a time no longer than a unit (a month, or a year), from which others count."""
    match symbol:
        case Month():
            return True
        case Years():
            return unit is Unit.YEAR and symbol.first == symbol.last
        case Division():
            return unit is Unit.YEAR and symbol.year is not None
        case Third() | Cut():
            return _is_fine(symbol.of, unit)
        case Relative():
            return symbol.unit in (Unit.DAY, Unit.MONTH) or (unit is Unit.YEAR and symbol.unit is Unit.YEAR)
    return _names_a_day(symbol)


def settle(
    rows: Sequence[Recognised], tenses: Mapping[int, Tense], recalled: Set[int] = frozenset()
) -> tuple[Symbol, ...]:
    """The symbols of a text's expressions, given the tenses of the verbs that govern them (by index).

    A tense settles the lean of its own expression; expressions that count from it follow. None counts from one of
    another sentence that is among `recalled`, which only recalls a day: "mille personnes ont manifesté mardi pour les
    victimes de l'accident, jeudi dernier. Le même jour" is Tuesday.
    """
    rows = [_rebased(row, rows, recalled) for row in rows]
    settled: dict[int, Symbol] = {}
    waiting = list(range(len(rows)))
    for _ in range(2):  # a clock time may stand before its day
        later = []
        for index in waiting:
            row = rows[index]
            if row.base is not None and row.base not in settled:
                later.append(index)
                continue
            symbol = (
                row.bare if row.base is None else _replaced(row.bare, _day_in(row.bare, _day_of(settled[row.base])))
            )
            if isinstance(symbol, PartOfDay) and tenses.get(index) is Tense.FUTURE:  # "se rendra dans la soirée à Lyon"
                symbol = _replaced(symbol, PUBLICATION)
            settled[index] = leaning(symbol, tenses[index]) if index in tenses else symbol
        waiting = later
    for index in waiting:
        settled[index] = rows[index].bare
    return tuple(settled[index] for index in range(len(rows)))


def _rebased(row: Recognised, rows: Sequence[Recognised], recalled: Set[int]) -> Recognised:
    """`row`, counted from the last day before that none recalls; as it is where there is none."""
    if row.base is None or row.base not in recalled or rows[row.base].sentence == row.sentence:
        return row
    days = (n for n in range(row.base, -1, -1) if n not in recalled and rows[n].base is None)
    return attrs.evolve(row, base=next((n for n in days if _names_a_day(rows[n].bare)), row.base))


def _day_of(symbol: Symbol) -> Symbol:
    """The day of a clock time or part of a day."""
    while isinstance(symbol, Clock | PartOfDay | Cut | Lasting):
        symbol = symbol.of
    return symbol


def _day_in(symbol: Symbol, day: Symbol) -> Symbol:
    """Of the two days of a night, the one of a time in it or behind it: "vers 23 heures" the first, "vers 2 heures" and
    "dans la matinée" the second."""
    if not isinstance(day, Range):
        return day
    if isinstance(symbol, Clock):
        return day.first if symbol.time >= _NOON else day.last
    return day.last if isinstance(symbol, PartOfDay) and symbol.part is not DayPart.NIGHT else day


def _replaced(symbol: Symbol, day: Symbol) -> Symbol:
    """`symbol` with `day` in the place of `Unknown`."""
    if isinstance(symbol, Unknown):
        return day
    changes: Any = {
        f.name: _replaced(inner, day)
        for f in attrs.fields(type(symbol))
        if f.type == "Symbol" and (inner := getattr(symbol, f.name)) is not PUBLICATION
    }
    return attrs.evolve(symbol, **changes) if changes else symbol
