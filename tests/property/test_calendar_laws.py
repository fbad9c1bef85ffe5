"""Law 4: resolving is sound and monotone; and recognition quotes back whatever text it is given."""

from __future__ import annotations

import datetime

import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recoupe.calendar import (
    Cut,
    Date,
    DayPart,
    Distance,
    Lean,
    Measure,
    Month,
    PartOfDay,
    Range,
    Side,
    Symbol,
    Tense,
    Unit,
    Weekday,
    Weekend,
    Window,
    from_notation,
    resolve,
    to_notation,
)
from recoupe.errors import SymbolError
from recoupe.language.fr.times import recognise, settle
from recoupe.model import When
from recoupe.testing import symbols

tenses = st.none() | st.sampled_from(Tense)


def _from(first: str, last: str) -> When:
    return When(earliest=datetime.date.fromisoformat(first), latest=datetime.date.fromisoformat(last))


# ---------------------------------------------------------------------- resolving
@pytest.mark.law
@given(symbols.symbols(), symbols.closed_anchors(), st.floats(0, 1), tenses)
@example(Date(None, 2, 29, 3, Lean.PAST), _from("1896-02-28", "1904-03-01"), 0.5, None)
@example(Weekend(Lean.PAST), _from("2024-12-28", "2025-01-05"), 1.0, None)
@example(Distance(1, Unit.MONTH, Side.BEFORE, Measure.MORE), _from("2024-02-28", "2024-03-31"), 0.9, None)
@example(Cut(Side.BEFORE, Month(None, 4)), _from("2025-03-30", "2025-04-02"), 0.0, None)
def test_what_a_day_allows_lies_in_what_the_whole_anchor_allows(
    symbol: Symbol, anchor: When, share: float, tense: Tense | None
) -> None:
    assert anchor.earliest is not None and anchor.latest is not None
    first, last = anchor.earliest.toordinal(), anchor.latest.toordinal()
    day = datetime.date.fromordinal(first + round(share * (last - first)))
    assert resolve(symbol, anchor, tense=tense).when.contains(resolve(symbol, When.on(day), tense=tense).when)


@pytest.mark.law
@given(symbols.symbols(), st.data())
def test_every_day_of_a_short_anchor_lies_in_it(symbol: Symbol, data: st.DataObject) -> None:
    anchor = data.draw(symbols.closed_anchors(longest=40))
    whole = resolve(symbol, anchor).when
    assert anchor.earliest is not None and anchor.days is not None
    for n in range(anchor.days):
        assert whole.contains(resolve(symbol, When.on(anchor.earliest.add(days=n))).when)


@pytest.mark.law
@given(symbols.symbols(), symbols.anchors(), symbols.anchors(), tenses)
def test_a_narrower_anchor_is_never_wider(symbol: Symbol, one: When, other: When, tense: Tense | None) -> None:
    narrow = one.intersection(other)
    wide = one.span(other)
    outer = resolve(symbol, wide, tense=tense).when
    assert outer.contains(resolve(symbol, one, tense=tense).when)
    if narrow is not None:
        assert resolve(symbol, one, tense=tense).when.contains(resolve(symbol, narrow, tense=tense).when)


@given(symbols.symbols(), symbols.anchors())
def test_every_resolution_says_which_policy_fired(symbol: Symbol, anchor: When) -> None:
    policy = resolve(symbol, anchor).policy
    assert policy == policy.strip() != ""


@given(symbols.days(), st.integers(1, 7))
def test_a_weekday_is_that_day_of_the_iso_week(day: pendulum.Date, weekday: int) -> None:
    for lean in (Lean.PAST, Lean.FUTURE, Lean.NEAREST, Lean.LAST, Lean.NEXT):
        when = resolve(Weekday(weekday, lean), When.on(day)).when
        if when.is_day and when.earliest is not None:
            assert when.earliest.isoweekday() == weekday
            assert abs((when.earliest - day).days) <= 7


# ---------------------------------------------------------------------- notation
@given(symbols.symbols())
@example(Window(0, Unit.SECOND, Side.AFTER))
@example(Range(PartOfDay(DayPart.NIGHT, Weekday(2)), Weekday(3)))
def test_a_notation_gives_its_symbol_back(symbol: Symbol) -> None:
    assert from_notation(to_notation(symbol)) == symbol


@given(symbols.symbols(), symbols.symbols())
def test_only_equal_symbols_have_equal_notations(one: Symbol, other: Symbol) -> None:
    assert (to_notation(one) == to_notation(other)) == (one == other)


_scraps = st.sampled_from(
    [*"(),_", "date", "weekday", "month", "third", "start", "range", "2025", "31", "-1", "x", "²", " "]
)


@given(st.text() | st.lists(_scraps, max_size=14).map("".join))
@example("since(" * 2000)
@example("date(2025,2,29)")
@example("weekday(٣)")
@example("years(2000,1999)")
def test_what_is_no_notation_is_refused_by_its_own_error(text: str) -> None:
    try:
        symbol = from_notation(text)
    except SymbolError:
        return
    assert from_notation(to_notation(symbol)) == symbol


# ---------------------------------------------------------------------- recognition
_WORDS = """
lundi mardi dimanche mardis 14 1er 31 32 98 juin Mars février févr. 2025 1789 1441 2025-06 17/06/2025 29/02/2023
14.06.25 0/0/00 12-2025 hier demain avant-hier aujourd'hui aujourd’hui veille la le l' l’ ce cette un une
lendemain surlendemain même jour semaine mois an ans année années 90 soixante siècle XXe IIIIIe début mi - fin
milieu courant dernier prochaine suivant il y a il~y~a dans depuis en pendant durant entre et de à au du jusqu'à
dès à partir d'ici 16h20 16 h 20 25h 24:00 heures GMT heure locale matin nuit soir Noël Pâques Pentecôte chaque
tous les par récemment désormais quelques plusieurs environ moins plus trois vingt-et-un quinze jours plus tard
après que avant trimestre premier été hiver automne week-end Publié le PARIS (AFP) , . ; : ! ? « » " — – / ( )
123456789 99999999999999999999 milliard _ été-là l'an janvier-mars 2001/2002 quatre-vingt-dix-neuf mille
"""
_glue = st.sampled_from([" ", " ", "\u00a0", "\u202f", "", "\n", "\n\n", "\t", "-"])
_pieces = st.sampled_from(_WORDS.split()) | st.text(max_size=4)
texts = st.lists(st.tuples(_pieces, _glue), max_size=30).map(
    lambda ps: "".join(w.replace("~", "\u00a0") + g for w, g in ps)
)


@pytest.mark.law
@given(texts)
@example("")
@example("31 février 2025")
@example("entre et entre jusqu'à")
@example("la veille la veille la veille la veille la veille la veille la veille la veille")
def test_recognition_quotes_back_in_order_and_never_overlaps(text: str) -> None:
    end = 0
    for row in recognise(text):
        assert end <= row.span.start < row.span.end <= len(text)
        assert row.span.text == text[row.span.start : row.span.end] == row.span.text.strip()
        assert from_notation(to_notation(row.symbol)) == row.symbol
        end = row.span.end


@given(texts, symbols.anchors())
def test_whatever_is_recognised_resolves(text: str, anchor: When) -> None:
    for row in recognise(text):
        assert resolve(row.symbol, anchor).policy


@given(texts, st.data())
def test_settling_keeps_every_expression(text: str, data: st.DataObject) -> None:
    rows = recognise(text)
    index = st.integers(0, max(0, len(rows) - 1))
    chosen = data.draw(st.dictionaries(index, st.sampled_from(Tense))) if rows else {}
    assert len(settle(rows, chosen)) == len(rows)
    assert settle(rows, {}) == tuple(row.symbol for row in rows)


@given(st.text())
def test_recognition_never_crashes(text: str) -> None:
    assert all(text[row.span.start : row.span.end] == row.span.text for row in recognise(text))
