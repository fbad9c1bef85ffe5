"""Hypothesis strategies for every value of the model, with a pool of hand-picked nasty ones mixed in.

    >>> from hypothesis import given
    >>> from recoupe.testing import strategies
    >>> @given(strategies.records())
    ... def test_union_is_idempotent(record):
    ...     assert record | record == record

Each function gives a strategy of *valid* values. Nothing here reads the clock; hypothesis is needed (extra ``dev``).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Final

import pendulum
from hypothesis import strategies as st

from recoupe.model import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Block,
    BlockKind,
    Figure,
    Gap,
    GapKind,
    Judgement,
    Kind,
    Mention,
    Participant,
    Place,
    PublishedBasis,
    Qualifier,
    Reading,
    Record,
    Role,
    Source,
    Span,
    Stance,
    Status,
    TimeExpression,
    TimeRole,
    When,
)
from recoupe.model.identity import text_digest

#: Days at the edges of calendars: first and last of Python, leap days, ISO weeks 1 and 53, month and year ends.
DAYS: Final = tuple(
    pendulum.Date(*ymd)
    for ymd in [
        (1, 1, 1), (9999, 12, 31), (1000, 1, 1), (1582, 10, 15), (1900, 2, 28), (2000, 2, 29), (2020, 12, 31),
        (2021, 1, 3), (2024, 2, 29), (2024, 12, 31), (2025, 1, 1), (2025, 3, 30), (2025, 6, 17), (2025, 6, 30),
    ]
)  # fmt: skip

#: Strings that have broken programs: typographic apostrophes and spaces, decomposed accents, letters whose case folds
#: to two, right-to-left text, characters outside the basic plane, invisible ones, JSON and markup, numbers as text.
TEXTS: Final = (
    "Kim Jong-un", "l’Élysée", "d'Ivoire", "e\u0301lection", "Straße", "İstanbul", "17\u00a0juin",
    "1\u202f000 démineurs", "كوريا", "平壤", "👩‍👩‍👧", "𝔎oursk", "\ufeffBOM", "zéro\u200blargeur", "a\u2028b",
    "tab\tulé", "CRLF\r\nfin", '"', "\\", "</script>", "null", "true", "3", "-0", "1e400", "$.events[0]", "\x00",
    "\x7f", "x" * 300,
)  # fmt: skip

#: A month, for where some interval is needed and which does not matter.
ANY_JUNE: Final = When.from_edtf("2025-06")

_SMALL = 3


def days() -> st.SearchStrategy[pendulum.Date]:
    """Any day of the years 1 to 9999, often one of this century, sometimes one of `DAYS`."""
    near = st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2040, 12, 31))
    any_day = near | st.dates()
    return st.sampled_from(DAYS) | any_day.map(lambda d: pendulum.Date(d.year, d.month, d.day))


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Strings that are not blank."""
    return st.sampled_from(TEXTS) | st.text(min_size=1, max_size=max_size).filter(lambda s: bool(s.strip()))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None, or one of `values`."""
    return st.none() | values


def whens() -> st.SearchStrategy[When]:
    """Closed, half open and unbounded intervals; single days; with and without flags, clock times and words."""
    ends = st.tuples(maybe(days()), maybe(days())).map(_in_order) | days().map(lambda d: (d, d))
    clock = st.builds(pendulum.Time, st.integers(0, 23), st.integers(0, 59), st.sampled_from((0, 0, 59)))
    return st.builds(
        lambda bounds, **more: When(earliest=bounds[0], latest=bounds[1], **more),
        ends,
        lasting=st.booleans(),
        at=maybe(clock),
        approximate=st.booleans(),
        uncertain=st.booleans(),
        words=maybe(texts()),
    )


def _in_order(
    ends: tuple[pendulum.Date | None, pendulum.Date | None],
) -> tuple[pendulum.Date | None, pendulum.Date | None]:
    first, last = ends
    return (last, first) if first and last and last < first else (first, last)


def spans(max_start: int = 10_000) -> st.SearchStrategy[Span]:
    """Words at some offset, of no text in particular."""
    return st.builds(
        lambda start, text: Span(start=start, end=start + len(text), text=text), st.integers(0, max_start), texts()
    )


def countries() -> st.SearchStrategy[str]:
    """ISO 3166-1 alpha-3 codes."""
    return st.sampled_from(("FRA", "PRK", "RUS", "UKR", "USA", "CIV"))


def places() -> st.SearchStrategy[Place]:
    """Places, with and without coordinates."""
    return st.builds(
        Place,
        name=texts(),
        country=maybe(countries()),
        within=st.lists(texts(), max_size=2).map(tuple),
        geonames=maybe(st.integers(1, 10**8)),
        latitude=maybe(st.floats(-90, 90) | st.integers(-90, 90)),
        longitude=maybe(st.floats(-180, 180) | st.integers(-180, 180)),
        words=maybe(texts()),
    )


def figures() -> st.SearchStrategy[Figure]:
    """Numbers: one, a range, or open at one end; whole and not."""
    number = (
        st.integers(0, 10**15) | st.floats(0, 10**9, allow_nan=False) | st.sampled_from((0, 1, 600, 1000, 5000, 0.5))
    )
    pairs = st.tuples(number, number).map(lambda p: (min(p), max(p)))
    bounds = pairs | number.map(lambda n: (n, n)) | number.map(lambda n: (n, None)) | number.map(lambda n: (None, n))
    return st.builds(
        lambda bound, **more: Figure(low=bound[0], high=bound[1], **more),
        bounds,
        qualifier=st.sampled_from(Qualifier),
        of=maybe(texts()),
        unit=maybe(st.sampled_from(("%", "EUR", "km"))),
        words=texts(),
        start=maybe(st.integers(0, 10**6)),
    )


def sources() -> st.SearchStrategy[Source]:
    """Sources as they are recorded; an inferred date is derived, so no source here has one."""
    dated = st.tuples(whens(), st.sampled_from((PublishedBasis.STATED, PublishedBasis.GIVEN)))
    undated = st.just((None, PublishedBasis.UNKNOWN))
    return st.builds(
        lambda published, **more: Source(published=published[0], published_basis=published[1], **more),
        dated | undated,
        location=texts(),
        digest=texts().map(text_digest),
        outlet=maybe(texts()),
        url=maybe(texts()),
        title=maybe(texts()),
        published_at=maybe(st.sampled_from(("2025-06-17T16:20:00+02:00", "2025-06-17T14:20:00Z"))),
        published_evidence=maybe(texts()),
        updated=maybe(whens()),
        language=maybe(st.sampled_from(("fr", "en", "fr-CA", "kok"))),
        agencies=st.lists(texts(), max_size=2).map(tuple),
        author=maybe(texts()),
        notices=st.frozensets(st.sampled_from(("correction", "live", "paywall"))),
        withdrawn=st.sampled_from((False, False, False, True)),
    )


def actors() -> st.SearchStrategy[Actor]:
    """Actors as one article names them, named and not."""
    return st.builds(
        Actor,
        name=texts(),
        kind=st.sampled_from(ActorKind),
        names=st.frozensets(texts(), max_size=_SMALL),
        country=maybe(countries()),
        titles=st.frozensets(texts(), max_size=2),
        wikidata=maybe(st.sampled_from(("Q423", "Q159", "Q1"))),
        scope=maybe(st.sampled_from(("s-0123456789abcdef", "s-ffffffffffffffff"))),
    )


def expressions() -> st.SearchStrategy[TimeExpression]:
    """Time expressions whose symbols are opaque words; `recoupe.calendar` has the ones that can be resolved."""
    return st.builds(TimeExpression, span=spans(), symbol=maybe(texts()), role=st.sampled_from(TimeRole))


def mentions(sources: Sequence[Source], actors: Sequence[Actor]) -> st.SearchStrategy[Mention]:
    """Mentions that refer to these sources (at least one) and these actors (perhaps none)."""
    ids = [actor.id for actor in actors]
    who = st.sampled_from(ids) if ids else st.nothing()
    participants = st.lists(
        st.builds(Participant, actor=who, role=st.sampled_from(Role), span=maybe(spans())), max_size=3
    )
    chain = st.lists(st.builds(Attribution, actor=who, stance=st.sampled_from(Stance), span=maybe(spans())), max_size=2)
    return st.builds(
        lambda words, **more: Mention(passage=words[0], trigger=words[1], **more),
        _passages(),
        source=st.sampled_from([source.id for source in sources]),
        kind=st.sampled_from(Kind),
        mode=maybe(st.sampled_from(("deploy", "meet"))),
        status=st.sampled_from(Status),
        when=whens(),
        expression=maybe(expressions()),
        places=st.lists(places(), max_size=1).map(tuple),
        participants=participants.map(tuple) if ids else st.just(()),
        figures=st.lists(figures(), max_size=2).map(tuple),
        attribution=chain.map(tuple) if ids else st.just(()),
        frame=maybe(st.sampled_from(("envoyer", "visite"))),
        ordinal=maybe(st.integers(1, 5)),
        contrast=st.booleans(),
        antecedent=maybe(st.just("m-0123456789abcdef")),
        reasons=st.lists(texts(), max_size=1).map(tuple),
    )


@st.composite
def _passages(draw: st.DrawFn) -> tuple[Span, Span]:
    """A passage, and a trigger inside it."""
    passage = draw(spans())
    start = draw(st.integers(0, len(passage.text) - 1))
    end = draw(st.integers(start + 1, len(passage.text)))
    inner = passage.text[start:end]
    return passage, Span(start=passage.start + start, end=passage.start + end, text=inner)


@st.composite
def records(draw: st.DrawFn, max_mentions: int = 4) -> Record:
    """Records whose references all hold."""
    some_sources = draw(st.lists(sources(), max_size=_SMALL))
    some_actors = draw(st.lists(actors(), max_size=_SMALL))
    if not some_sources:
        return Record(actors=some_actors)
    some_mentions = draw(st.lists(mentions(some_sources, some_actors), max_size=max_mentions))
    judged = sorted({mention.id for mention in some_mentions})
    judgements = draw(st.lists(_judgements(judged), max_size=1)) if len(judged) > 1 else []
    return Record(sources=some_sources, actors=some_actors, mentions=some_mentions, judgements=judgements)


def _judgements(ids: Sequence[str]) -> st.SearchStrategy[Judgement]:
    pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    return st.builds(
        lambda pair, **more: Judgement.between(pair[0], pair[1], **more),
        pairs,
        same=st.booleans(),
        by=maybe(texts()),
        note=maybe(texts()),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles with blocks in order over a text of nasty words."""
    text = draw(st.lists(texts(), max_size=8).map("\n".join))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    kinds = st.sampled_from(BlockKind)
    blocks = [Block(kind=draw(kinds), start=a, end=b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return Article(source=draw(sources()), text=text, blocks=blocks)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Articles with mentions, gaps and time expressions (whose spans are of no text in particular)."""
    article = draw(articles())
    some_actors = draw(st.lists(actors(), max_size=2))
    some_mentions = draw(st.lists(mentions([article.source], some_actors), max_size=2))
    some_expressions = draw(st.lists(expressions(), max_size=2))
    gaps = draw(st.lists(st.builds(Gap, kind=st.sampled_from(GapKind), span=spans(), reason=texts()), max_size=2))
    return Reading(article=article, mentions=some_mentions, actors=some_actors, expressions=some_expressions, gaps=gaps)
