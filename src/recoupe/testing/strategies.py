"""Hypothesis strategies for every value of the model, with a pool of hand-picked nasty ones mixed in.

    >>> from hypothesis import given
    >>> from recoupe.testing import strategies
    >>> @given(strategies.records())
    ... def test_union_is_idempotent(record):
    ...     assert record | record == record

Each function gives a strategy of *valid* values. Nothing here reads the clock; hypothesis is needed (extra ``dev``).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from recoupe.model import (
    Actor,
    Article,
    Attribution,
    Block,
    BlockKind,
    Gap,
    GapKind,
    Judgement,
    Kind,
    Mention,
    Participant,
    Reading,
    Record,
    Role,
    Source,
    Span,
    Stance,
    Status,
)
from recoupe.testing.values import (
    ANY_JUNE,
    DAYS,
    TEXTS,
    actors,
    countries,
    days,
    expressions,
    figures,
    maybe,
    places,
    sources,
    spans,
    texts,
    whens,
)
from recoupe.timeline import Timeline

__all__ = [
    "ANY_JUNE",
    "DAYS",
    "TEXTS",
    "actors",
    "articles",
    "countries",
    "days",
    "expressions",
    "families",
    "figures",
    "maybe",
    "mentions",
    "places",
    "readings",
    "records",
    "sources",
    "spans",
    "texts",
    "timelines",
    "whens",
]

_SMALL = 3


def mentions(sources: Sequence[Source], actors: Sequence[Actor]) -> st.SearchStrategy[Mention]:
    """Mentions that refer to these sources (at least one) and these actors (perhaps none)."""
    return _mention_parts().map(lambda parts: _mention(parts, sources, actors))


#: Which of the values at hand is referred to: the remainder counts.
_pointers = st.integers(0, 11)


@functools.cache
def _mention_parts() -> st.SearchStrategy[dict[str, Any]]:
    """The fields of a mention, with pointers in the place of ids; built once, since building strategies is slow."""
    return st.fixed_dictionaries(
        {
            "words": _passages(),
            "source": _pointers,
            "kind": st.sampled_from(Kind),
            "mode": maybe(st.sampled_from(("deploy", "meet"))),
            "status": st.sampled_from(Status),
            "when": whens(),
            "expression": maybe(expressions()),
            "places": st.lists(places(), max_size=1),
            "participants": st.lists(st.tuples(_pointers, st.sampled_from(Role), maybe(spans())), max_size=_SMALL),
            "figures": st.lists(st.tuples(figures(), _speaking()), max_size=2),
            "attribution": _speaking(),
            "gist": maybe(st.sampled_from(("Le pape a rencontré le roi", "Visite du roi à Rome"))),
            "frame": maybe(st.sampled_from(("envoyer", "visite"))),
            "ordinal": maybe(st.integers(1, 5)),
            "contrast": st.booleans(),
            "antecedent": maybe(st.just("m-0123456789abcdef")),
            "reasons": st.lists(texts(), max_size=1),
        }
    )


@functools.cache
def _speaking() -> st.SearchStrategy[list[tuple[int, Stance, Span | None]]]:
    """Who says so, with pointers in the place of ids."""
    return st.lists(st.tuples(_pointers, st.sampled_from(Stance), maybe(spans())), max_size=2)


def _attribution(links: Sequence[tuple[int, Stance, Span | None]], actors: Sequence[Actor]) -> list[Attribution]:
    return [Attribution(actor=actors[p % len(actors)].id, stance=s, span=span) for p, s, span in links if actors]


def _mention(parts: dict[str, Any], sources: Sequence[Source], actors: Sequence[Actor]) -> Mention:
    passage, trigger = parts["words"]
    given = {key: value for key, value in parts.items() if key != "words"}
    given["source"] = sources[parts["source"] % len(sources)].id
    given["participants"] = [
        Participant(actor=actors[pointer % len(actors)].id, role=role, span=span)
        for pointer, role, span in parts["participants"]
        if actors
    ]
    given["attribution"] = _attribution(parts["attribution"], actors)
    given["figures"] = [
        attrs.evolve(figure, attribution=_attribution(links, actors)) for figure, links in parts["figures"]
    ]
    return Mention(passage=passage, trigger=trigger, **given)


@functools.cache
def _passages() -> st.SearchStrategy[tuple[Span, Span]]:
    """A passage, and a trigger inside it."""
    return st.tuples(spans(), _pointers, _pointers).map(lambda drawn: _passage(*drawn))


def _passage(passage: Span, skipped: int, left: int) -> tuple[Span, Span]:
    start = skipped % len(passage.text)
    end = start + 1 + left % (len(passage.text) - start)
    return passage, Span(start=passage.start + start, end=passage.start + end, text=passage.text[start:end])


@st.composite
def records(draw: st.DrawFn, max_mentions: int = 4) -> Record:
    """Records whose references all hold."""
    some_sources = draw(_few(sources))
    some_actors = draw(_few(actors))
    if not some_sources:
        return Record(actors=some_actors)
    parts = draw(st.lists(_mention_parts(), max_size=max_mentions))
    some_mentions = [_mention(p, some_sources, some_actors) for p in parts]
    ids = sorted({mention.id for mention in some_mentions})
    judgements = [draw(_judgements(ids[0], ids[-1]))] if len(ids) > 1 and draw(st.booleans()) else []
    return Record(sources=some_sources, actors=some_actors, mentions=some_mentions, judgements=judgements)


def timelines(max_mentions: int = 4) -> st.SearchStrategy[Timeline]:
    """Timelines of such records."""
    return records(max_mentions).map(Timeline.from_record)


@functools.cache
def _few(strategy: Callable[[], st.SearchStrategy[Any]]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy(), max_size=_SMALL)


def _judgements(first: str, second: str) -> st.SearchStrategy[Judgement]:
    return st.builds(
        lambda same, by, note: Judgement.between(first, second, same=same, by=by, note=note),
        st.booleans(),
        maybe(texts()),
        maybe(texts()),
    )


_redescriptions: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    ({}, {}, {"outlet": "Le Matin"}, {"withdrawn": True}, {"embargoed": True, "embargo_ends": "2025-06-18"})
)


@st.composite
def families(draw: st.DrawFn, size: int, max_mentions: int = 4) -> tuple[Record, ...]:
    """Records that overlap, as batches of one reading do: parts of one record, sharing sources and actors.

    Some describe the sources differently (with an outlet, or withdrawn), as after a second reading with a list.
    """
    whole = draw(records(max_mentions))
    batches = []
    for _ in range(size):
        chosen = draw(st.integers(0, 2 ** len(whole.mentions) - 1))
        some = [mention for index, mention in enumerate(whole.mentions) if chosen >> index & 1]
        change = draw(_redescriptions)
        batches.append(
            Record(
                sources=[attrs.evolve(source, **change) for source in whole.sources],
                actors=whole.actors,
                mentions=some,
                judgements=whole.judgements[: chosen % 2],
            )
        )
    return tuple(batches)


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
