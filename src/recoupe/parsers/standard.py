"""The parsers and containers that ship with the library, with those that other projects install."""

from __future__ import annotations

from recoupe.parsers import layouts
from recoupe.parsers.feeds import Feed
from recoupe.parsers.html import WebPage
from recoupe.parsers.items import ItemParser
from recoupe.parsers.newsml import AgencyXml
from recoupe.parsers.ninjs import Ninjs
from recoupe.parsers.plain import PlainText
from recoupe.parsers.registry import Registry
from recoupe.parsers.tables import Table
from recoupe.parsers.warc import WebArchive


def built_in() -> Registry:
    """The parsers of this library alone: the general ones last."""
    return Registry(
        parsers=(ItemParser(), *layouts.shipped(), WebPage(), PlainText()),
        containers=(WebArchive(), Feed(), AgencyXml(), Ninjs(), Table()),
    )


def standard() -> Registry:
    """The parsers of this library, and before them those installed under the entry point ``recoupe.parsers``."""
    return built_in().with_installed()
