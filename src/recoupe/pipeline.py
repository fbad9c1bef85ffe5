"""The main job: documents to articles, articles to readings, readings to one timeline."""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby, islice
from pathlib import Path

from recoupe.errors import UnknownLanguage
from recoupe.extraction import reader
from recoupe.extraction.dating.times import DatedWords, times
from recoupe.language.contract import Languages
from recoupe.model import Article, Gap, GapKind, Reading, Record, Span, When
from recoupe.parsers import Registry, documents, read_document, standard
from recoupe.parsers.collection import SourceList
from recoupe.timeline import Timeline

#: The language of an article that states none and whose words do not show it.
DEFAULT_LANGUAGE = "fr"
#: Articles that one worker reads at a time.
_SHARE = 64
#: Below this many articles a second process costs more (five seconds to load the model, where it cannot be shared)
#: than it saves.
_WORTH_SHARING = 4 * _SHARE

Input = str | Path | Article


@functools.cache
def installed_languages() -> Languages:
    """The language packs that are installed."""
    return Languages.installed()


def extract(article: Article, *, languages: Languages | None = None) -> Reading:
    """The events that an article reports, its actors and time expressions, and what could not be interpreted.

    Raises:
        UnknownLanguage: no installed language pack reads the article's language.
        MissingExtra: the language's pipeline is not installed (``recoupe[fr]``).
    """
    packs = languages or installed_languages()
    return reader.extract(article, packs.of(article.source.language or DEFAULT_LANGUAGE))


def dates(
    article: Article, *, anchor: When | None = None, languages: Languages | None = None
) -> tuple[DatedWords, ...]:
    """Every time expression of an article, with the days that it allows and the policy that says so.

    Args:
        article: The article.
        anchor: The days of publication; by default what the article's source says.
        languages: The language packs; the installed ones by default.

    Raises:
        UnknownLanguage: no installed language pack reads the article's language.
        MissingExtra: the language's pipeline is not installed (``recoupe[fr]``).
    """
    packs = languages or installed_languages()
    return times(article, packs.of(article.source.language or DEFAULT_LANGUAGE), anchor)


def articles(
    inputs: Iterable[Input] | Input, *, sources: SourceList = None, parsers: Registry | None = None
) -> Iterator[Article]:
    """The articles at `inputs` (files, folders, patterns, addresses), in order; articles are passed through.

    Raises:
        UnreadableDocument: a path is missing, or a document is not an article.
        InvalidFile: a list of sources has bad rows.
    """
    registry = parsers or standard()
    for item in [inputs] if isinstance(inputs, str | Path | Article) else inputs:
        if isinstance(item, Article):
            yield item
        else:
            for document in documents([item], sources, registry=registry):
                yield read_document(document, registry)


def readings(
    inputs: Iterable[Input] | Input,
    *,
    sources: SourceList = None,
    parsers: Registry | None = None,
    languages: Languages | None = None,
    processes: int | None = None,
) -> Iterator[Reading]:
    """A reading of every article, in order. An article in a language without a pack gives a reading with a gap.

    Args:
        inputs: Paths, folders, patterns, addresses, or articles.
        sources: What the files do not say of themselves; see `recoupe.parsers.documents`.
        parsers: The parsers to ask; the standard ones by default.
        languages: The language packs; the installed ones by default. Packs given here are used in this process only.
        processes: How many processes read at once; by default the machine's cores once there are many articles.
    """
    found = articles(inputs, sources=sources, parsers=parsers)
    count = processes or os.cpu_count() or 1
    head = list(islice(found, _WORTH_SHARING))
    if languages is not None or count == 1 or len(head) < _WORTH_SHARING:
        packs = languages or installed_languages()
        yield from _read_all(_chained(head, found), packs)
        return
    _load(head, installed_languages())
    with ProcessPoolExecutor(count, mp_context=_context()) as pool:
        waiting = []
        for share in _shares(_chained(head, found)):
            waiting.append(pool.submit(_read_share, share))
            if len(waiting) > 2 * count:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def build(
    inputs: Iterable[Input] | Input,
    *,
    sources: SourceList = None,
    parsers: Registry | None = None,
    languages: Languages | None = None,
    processes: int | None = None,
    progress: Callable[[Reading], None] | None = None,
) -> Timeline:
    """One timeline of all articles at `inputs`. The order of the inputs does not matter; nothing in gives an empty one.

    Args:
        inputs: Paths, folders, patterns, addresses, or articles.
        sources: What the files do not say of themselves: outlet, publication day, address, title, language.
        parsers: The parsers to ask; the standard ones by default.
        languages: The language packs; the installed ones by default.
        processes: See `readings`.
        progress: Called with every reading when it is done.

    Raises:
        UnreadableDocument: a path is missing, or a document is not an article.
        InvalidFile: a list of sources has bad rows.
        MissingExtra: the language's pipeline is not installed (``recoupe[fr]``).
    """
    done: list[Reading] = []
    for reading in readings(inputs, sources=sources, parsers=parsers, languages=languages, processes=processes):
        done.append(reading)
        if progress is not None:
            progress(reading)
    return Timeline.from_record(record_of(done))


def record_of(done: Iterable[Reading]) -> Record:
    """The record of some readings."""
    kept = list(done)
    return Record(
        sources=[r.article.source for r in kept],
        actors=[a for r in kept for a in r.actors],
        mentions=[m for r in kept for m in r.mentions],
    )


def _read_all(found: Iterable[Article], languages: Languages) -> Iterator[Reading]:
    for code, group in groupby(found, key=lambda a: a.source.language or DEFAULT_LANGUAGE):
        try:
            language = languages.of(code)
        except UnknownLanguage as error:
            yield from (_unread(article, str(error)) for article in group)
            continue
        yield from reader.extract_all(group, language)


def _unread(article: Article, reason: str) -> Reading:
    gaps = [Gap(kind=GapKind.TEXT, span=Span.of(article.text, 0, len(article.text)), reason=reason)]
    return Reading(article=article, gaps=gaps if article.text else [])


def _read_share(share: Sequence[Article]) -> list[Reading]:
    return list(_read_all(share, installed_languages()))


def _shares(found: Iterator[Article]) -> Iterator[list[Article]]:
    while share := list(islice(found, _SHARE)):
        yield share


def _chained(head: list[Article], rest: Iterator[Article]) -> Iterator[Article]:
    yield from head
    yield from rest


def _load(found: Iterable[Article], languages: Languages) -> None:
    """Read a text in each of the articles' languages, so that forked processes share what that loads."""
    if _context().get_start_method() != "fork":
        return
    for code in {article.source.language or DEFAULT_LANGUAGE for article in found}:
        with contextlib.suppress(UnknownLanguage):
            next(languages.of(code).analyse(["."]))


def _context() -> multiprocessing.context.BaseContext:
    """Forked processes share the model that was loaded before; where the system cannot fork, each loads its own."""
    return multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
