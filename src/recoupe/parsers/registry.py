"""`Registry`: the parsers at hand, as a value. Nothing is registered globally, and nothing is ever mutated."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from importlib import metadata
from typing import Any, final

import attrs

from recoupe.errors import UnreadableDocument
from recoupe.model.validation import items_are
from recoupe.parsers.contract import Container, Document, Parser
from recoupe.parsers.hazards import BrokenParser

#: The entry-point group under which other projects offer their parsers and containers.
GROUP = "recoupe.parsers"


def _readers(values: Iterable[Parser]) -> tuple[Parser, ...]:
    return tuple(values)


def _openers(values: Iterable[Container]) -> tuple[Container, ...]:
    return tuple(values)


@final
@attrs.frozen(kw_only=True)
class Registry:
    """Parsers in the order in which they are asked: the first that recognises a document reads it."""

    #: Parsers, the most particular first.
    parsers: tuple[Parser, ...] = attrs.field(default=(), converter=_readers, validator=items_are(Parser))
    #: What opens files with several articles.
    containers: tuple[Container, ...] = attrs.field(default=(), converter=_openers, validator=items_are(Container))

    def with_parsers(self, parsers: Iterable[Parser | Container]) -> Registry:
        """A registry that asks `parsers`, in their order, before those of this one."""
        readers: list[Parser] = []
        openers: list[Container] = []
        for entry in parsers:
            if isinstance(entry, Parser):
                readers.append(entry)
            else:
                openers.append(entry)
        return attrs.evolve(self, parsers=(*readers, *self.parsers), containers=(*openers, *self.containers))

    def with_installed(self) -> Registry:
        """A registry that also asks what other projects offer by entry point, sorted by name, before its own.

        An entry that cannot be loaded is left out with a `BrokenParser` warning that names it.
        """
        return self.with_parsers(installed())

    def parser_for(self, document: Document) -> Parser:
        """The first parser that recognises `document`.

        A parser that fails while it looks is passed over with a `BrokenParser` warning.

        Raises:
            UnreadableDocument: none does.
        """
        return self.parsers_for(document)[0]

    def parsers_for(self, document: Document) -> tuple[Parser, ...]:
        """All that recognise `document`, in their order: the first reads it, the others stand by.

        Raises:
            UnreadableDocument: none does.
        """
        found = tuple(parser for parser in self.parsers if _recognises(parser, document))
        if not found:
            names = ", ".join(parser.name for parser in self.parsers) or "none"
            raise UnreadableDocument(document.location, f"no parser recognises it (asked: {names})", "pass one")
        return found

    def container_for(self, head: bytes, location: str) -> Container | None:
        """The first container that opens a file with these first bytes; None for a file that is one article."""
        return next((c for c in self.containers if _opens(c, head, location)), None)


def _recognises(parser: Parser, document: Document) -> bool:
    try:
        return bool(parser.recognises(document))
    except Exception as error:
        warnings.warn(f"parser {parser.name!r} failed on {document.location}: {error!r}", BrokenParser, stacklevel=4)
        return False


def _opens(container: Container, head: bytes, location: str) -> bool:
    try:
        return bool(container.recognises(head, location))
    except Exception as error:
        warnings.warn(f"container {container.name!r} failed on {location}: {error!r}", BrokenParser, stacklevel=4)
        return False


def installed() -> tuple[Parser | Container, ...]:
    """What other projects offer under the entry-point group ``recoupe.parsers``, sorted by entry name.

    An entry point names an instance, a class or a function without parameters that makes one, or a tuple of these.
    One that cannot be loaded is left out with a `BrokenParser` warning that names it and its project.
    """
    found: list[Parser | Container] = []
    for entry in sorted(metadata.entry_points(group=GROUP), key=lambda e: (e.name, e.value)):
        try:
            found.extend(_instances(entry.load()))
        except Exception as error:
            project = entry.dist.name if entry.dist else "an unknown project"
            message = f"parser {entry.name!r} of {project} ({entry.value}) is left out: {type(error).__name__}: {error}"
            warnings.warn(message, BrokenParser, stacklevel=2)
    return tuple(found)


def _instances(offered: Any) -> list[Parser | Container]:
    if isinstance(offered, tuple | list):
        return [instance for item in offered for instance in _instances(item)]
    instance = offered() if isinstance(offered, type) or not isinstance(offered, Parser | Container) else offered
    if isinstance(instance, tuple | list):
        return _instances(instance)
    if not isinstance(instance, Parser | Container):
        raise TypeError(f"{type(instance).__name__} has not the members of recoupe.parsers.Parser")
    return [instance]
