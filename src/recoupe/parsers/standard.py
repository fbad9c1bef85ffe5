"""The parsers and containers that ship with the library, with those that other projects install."""

from __future__ import annotations

from recoupe.parsers.html import WebPage
from recoupe.parsers.plain import PlainText
from recoupe.parsers.registry import Registry


def built_in() -> Registry:
    """The parsers of this library alone: the general ones last."""
    return Registry(parsers=(WebPage(), PlainText()))


def standard() -> Registry:
    """The parsers of this library, and before them those installed under the entry point ``recoupe.parsers``."""
    return built_in().with_installed()
