"""The time expressions of an article: resolved against its publication, each with what it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import final

import attrs

from recoupe.calendar import (
    Clock,
    Date,
    Lean,
    Month,
    PartOfDay,
    Range,
    Symbol,
    Tense,
    Weekday,
    from_notation,
    resolve,
    to_notation,
)
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.dating import counting, foretelling, governors, nights, nouns
from recoupe.extraction.dating.tenses import tense
from recoupe.extraction.dating.years import in_their_years
from recoupe.extraction.dependencies import feature, finite, is_participle, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.extraction.phrases import OF
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import Span, TimeExpression, TimeRole, When

#: Days of a week.
_WEEK = 7
#: Roles whose days say when something happened.
_DATING = frozenset({TimeRole.WITHIN, TimeRole.START, TimeRole.END, TimeRole.DEADLINE, TimeRole.WINDOW})
#: Tokens that stand between the two days of a range at most: "et le", "jusqu'à".
_JOINT = 2
#: Roles under which a superlative may count: "le pire séisme depuis 1939", "la pire crise des dernières années".
_COMPARING = frozenset({TimeRole.START, TimeRole.WINDOW})


@final
@attrs.frozen(kw_only=True, eq=False)
class Placed:
    """An expression in place: with the token that heads it, and what governs it."""

    #: The expression.
    expression: TimeExpression
    #: Where it stands.
    part: Part
    #: The token that heads it.
    head: Token
    #: The verb above it (or noun, where it stands inside a noun phrase); None at the top of a verbless sentence.
    governor: Token | None
    #: The days that it allows.
    when: When
    #: What decided which days these are, as a sentence.
    policy: str
    #: What it says before a present tense leaves it open which way it looks.
    symbol: Symbol
    #: The noun from whose day it counts, which its sentence does not name: "trois jours après l'ATTAQUE".
    origin: Token | None = None
    #: With the beginning right before it, which it closes, as one expression: "entre le 9 et le 16 août".
    whole: TimeExpression | None = None


@final
@attrs.frozen(kw_only=True, eq=False)
class Expressions:
    """The time expressions of an article."""

    #: Every expression of the article, in order, with the tense of its governor in its symbol.
    all: tuple[TimeExpression, ...]
    #: Those that date something, in place and in order.
    placed: tuple[Placed, ...]

    @classmethod
    def of(cls, analysis: Analysis, anchor: When, language: Language) -> Expressions:
        """Recognise, settle and resolve the expressions of an article."""
        rows = language.recognise_times(analysis.article.text)
        heads: dict[int, tuple[Part, Token]] = {}
        runs: dict[int, Run] = {}
        for index, row in enumerate(rows):
            part = analysis.part_at(row.span.start)
            tokens = analysis.tokens(part, row.span) if part is not None else None
            if part is not None and tokens and not nouns.belongs_to_unnamed(tokens, language):
                heads[index] = (part, tokens.root)
                runs[index] = tokens
        timing = frozenset([token for tokens in runs.values() for token in tokens])
        closing = {
            i for i in runs if rows[i].role is TimeRole.END and i - 1 in runs and _is_range(runs[i - 1], runs[i])
        }
        closing = {i for i in closing if rows[i - 1].role is TimeRole.START}
        governing, recalled = _governing(runs, closing, timing, language)
        rows = [
            attrs.evolve(row, bare=nights.BEFORE)
            if row.base is not None
            and nights.is_of_report(row.bare, governing.get(index), governing.get(row.base), language)
            else row
            for index, row in enumerate(rows)
        ]
        bases, origins = _counted([row.bare for row in rows], runs, governing, language)
        rows = [
            attrs.evolve(row, bare=counting.counted(row.bare), base=bases[i]) if i in bases else row
            for i, row in enumerate(rows)
        ]
        ends = {i for i, tokens in runs.items() if _names_new_end(rows[i].bare, tokens, governing[i], language)}
        rows = [attrs.evolve(row, role=TimeRole.END) if i in ends else row for i, row in enumerate(rows)]
        told = {index: tense(governing[index], language) for index in heads}
        tenses = {
            index: found
            for index, found in told.items()
            if found is not None
            and not (found is Tense.FUTURE and _completes_subject(governing[index]))
            and not (found is Tense.PAST and _is_forbidden(runs[index], governing[index], language))
        }
        # "est fermé jusqu'en mars", "a prolongé la trêve jusqu'à mardi": it ends later, or nobody knows when
        until = {
            i
            for i in tenses
            if rows[i].role is TimeRole.END
            and not (i and rows[i - 1].role is TimeRole.START and rows[i - 1].sentence == rows[i].sentence)
            and not (i in ends and runs[i].start - 1 == runs[i].root.sent.start)  # "au 6 mai, dix cas ont été recensés"
            and _shows_what_lasts(governing[i], tenses[i])
        }
        coming = {i for i, tokens in runs.items() if _is_to_come(rows[i].bare, tokens, governing[i], language)}
        coming |= foretelling.ahead([row.bare for row in rows], runs, governing, anchor, language)
        tenses |= dict.fromkeys(until | coming, Tense.FUTURE)
        days = in_their_years(
            [row.bare for row in rows], {index: head for index, (_, head) in heads.items()}, governing, tenses
        )
        days = [_of_these_days(day, anchor) for day in days]
        days = [
            nights.last_one(day) if row.base is None and nights.is_told(governing.get(i)) else day
            for i, (row, day) in enumerate(zip(rows, days, strict=True))
        ]
        rows = [row if day is row.bare else attrs.evolve(row, bare=day) for row, day in zip(rows, days, strict=True)]
        symbols = language.settle_times(rows, tenses, recalled)
        firm = {index: tense for index, tense in tenses.items() if tense is not Tense.PRESENT}
        open_symbols = language.settle_times(rows, firm, recalled)
        expressions = tuple(
            TimeExpression(span=row.span, symbol=to_notation(symbol), role=row.role)
            for row, symbol in zip(rows, symbols, strict=True)
        )
        placed = []
        for index, (part, head) in heads.items():
            expression = expressions[index]
            if expression.role not in _DATING:
                continue
            if expression.role in _COMPARING and nouns.compares(runs[index], language):
                continue
            if nouns.is_standard(runs[index], language):
                continue
            if told[index] in (None, Tense.PRESENT) and nouns.is_year_of_thing(runs[index], language):
                continue
            resolution = resolve(symbols[index], anchor)
            placed.append(
                Placed(
                    expression=expression,
                    part=part,
                    head=head,
                    governor=governing[index],
                    when=nights.through_the_night(symbols[index], resolution.when),
                    policy=resolution.policy,
                    symbol=open_symbols[index],
                    origin=origins.get(index),
                    whole=_joined(analysis, expressions[index - 1], expression) if index in closing else None,
                )
            )
        return cls(all=expressions, placed=tuple(placed))


def _joined(analysis: Analysis, first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """The two ends of a stretch as one expression, within whose days something falls."""
    if first.symbol is None or last.symbol is None:
        return None
    symbol = Range(from_notation(first.symbol), from_notation(last.symbol))
    span = Span.of(analysis.article.text, first.span.start, last.span.end)
    return TimeExpression(span=span, symbol=to_notation(symbol), role=TimeRole.WITHIN)


def _counted(
    symbols: Sequence[Symbol], runs: Mapping[int, Run], governing: dict[int, Token | None], language: Language
) -> tuple[Mapping[int, int], Mapping[int, Token]]:
    """The expressions that count from a happening: with the one that dates that in their sentence, where `governing`
    is given the verb that they date; else with the noun that names it."""
    bases, origins = {}, {}
    for index, tokens in runs.items():
        noun = counting.landmark(symbols[index], tokens, language)
        verb = None if noun is None else counting.told(noun)
        if noun is None or verb is None:
            continue
        base = counting.dated_by(index, noun, governing, symbols)
        if base is None:
            origins[index] = noun
        else:
            bases[index], governing[index] = base, verb
    return bases, origins


def _is_range(first: Run, second: Run) -> bool:
    """Only what joins two days stands between them: "entre le 9 et le 16", "du 9 au 16"."""
    alike = first.doc is second.doc and first.sent is second.sent
    return alike and 0 < second.start - first.end <= _JOINT


def _names_new_end(symbol: Symbol, tokens: Run, governor: Token | None, language: Language) -> bool:
    """Behind "à" and a perfect, a day is none on which something was done, but the one until which it counts or to
    which it was moved: "au 6 mai, dix cas ont été recensés", "a été reporté au 2 juin"."""
    if governor is None or not isinstance(symbol, Date | Weekday | Month) or tokens.start == tokens.sent.start:
        return False
    if tokens.doc[tokens.start - 1].lower_ not in ("à", "au") or not narration.is_perfect(governor):
        return False
    first = tokens.doc[tokens.start]
    if first.pos_ == "NOUN" and isinstance(symbol, Month) and len(tokens) > 1:
        return False  # "au mois de mars"
    dated = first.text[0].isdigit() or not (first.is_title or isinstance(symbol, Date))  # no feast: "à Noël"
    verbs = language.occurrence.of("verbs", "dating") | language.occurrence.of("verbs", "moving")
    return dated and governor.lemma_.lower() not in verbs


def _is_to_come(symbol: Symbol, tokens: Run, governor: Token | None, language: Language) -> bool:
    """A day for which something is arranged, or to which it is moved, lies ahead of who tells so: "a déposé un préavis
    pour vendredi", "a été reporté à lundi"; not "devait être jugé", "était prévu pour lundi"."""
    if not isinstance(symbol, Date | Weekday) or tokens.start == tokens.sent.start:
        return False
    before = tokens.doc[tokens.start - 1].lower_
    if before in language.occurrence.of("prepositions", "towards"):
        verb = next((t for t in (governor, *governor.ancestors) if is_verbal(t)), None) if governor else None
        return verb is None or feature(finite(verb), "Tense") not in ("Imp", "Past") or is_participle(verb)
    if governor is None or before not in ("à", "au") or narration.is_pluperfect(governor):
        return False
    verbs = language.occurrence.of("verbs", "moving") | language.occurrence.of("verbs", "scheduling")
    phrases = (f"{governor.lemma_} {c.lemma_}" for c in governor.children)
    deferred = not language.occurrence.of("phrases", "moving").isdisjoint(phrases)  # "mise en délibéré au 12 juin"
    return deferred or governor.lemma_.lower() in verbs


def _of_these_days(symbol: Symbol, anchor: When) -> Symbol:
    """A day without its year that lies a week from publication at most is meant though it has another weekday: a wrong
    weekday is likelier than another year."""
    if isinstance(symbol, Clock | PartOfDay):
        return attrs.evolve(symbol, of=_of_these_days(symbol.of, anchor))
    if not isinstance(symbol, Date) or symbol.weekday is None or symbol.year is not None or not anchor.is_day:
        return symbol
    day = attrs.evolve(symbol, weekday=None, lean=Lean.NEAREST)
    near, told, meant = (when.earliest for when in (resolve(day, anchor).when, anchor, resolve(symbol, anchor).when))
    if near is None or told is None or near == meant:
        return symbol
    return day if abs((near - told).days) <= _WEEK else symbol


def _completes_subject(noun: Token | None) -> bool:
    """A future verb tells nothing of when it is: "les résultats du SCRUTIN de dimanche seront publiés jeudi"."""
    if noun is None or noun.dep_ != "nmod":
        return False
    while noun.dep_ == "nmod":
        noun = noun.head
    return noun.dep_.startswith("nsubj")


def _is_forbidden(tokens: Run, noun: Token | None, language: Language) -> bool:
    """A past verb that says of what is to come that it shall not be tells nothing of when that is: "a interdit mardi la
    MANIFESTATION de samedi"."""
    if noun is None or noun.dep_ not in ("obj", "nsubj:pass") or is_verbal(noun):
        return False
    if tokens.start == 0 or tokens.doc[tokens.start - 1].lower_ not in OF:
        return False
    return language.status.key_of("verbs", noun.head.lemma_.lower()) == "denied"


def _shows_what_lasts(governor: Token | None, tense: Tense) -> bool:
    """The verb above is in the present, or in the perfect."""
    above = () if governor is None else (governor, *governor.ancestors)
    verb = next((t for t in above if is_verbal(t)), None)
    return tense is Tense.PRESENT or (verb is not None and narration.is_perfect(verb))


def _governing(
    runs: Mapping[int, Run], closing: Set[int], timing: Set[Token], language: Language
) -> tuple[dict[int, Token | None], Set[int]]:
    """What each expression belongs to, in order, and those that are set off as a noun's: they recall another day than
    the one that is told of. What closes a range (`closing`) belongs to what its beginning belongs to."""
    found: dict[int, Token | None] = {}
    recalled: set[int] = set()
    dated: dict[Run, set[Token]] = {}
    for index, tokens in runs.items():
        earlier = dated.setdefault(tokens.sent, set())
        noun = nouns.recalled(tokens, earlier, language)
        if noun is not None:
            recalled.add(index)
        governor = noun or governors.governor(tokens, timing, language)
        if index in closing and index - 1 in found:
            governor = found[index - 1]
        found[index] = governor
        if governor is not None and nouns.recalls(tokens, governor, language):
            recalled.add(index)
        if governor is not None:
            earlier.add(governor)
    return found, recalled
