"""From files, pages and feeds to articles: the contract of parsers, the registry, and the parsers that ship."""

from recoupe.parsers.collection import documents
from recoupe.parsers.contract import Container, Document, Given, Parser
from recoupe.parsers.hazards import BrokenParser, DateContradiction, LayoutChanged, SkippedRecord
from recoupe.parsers.layouts import Layout
from recoupe.parsers.reading import read, read_document
from recoupe.parsers.registry import Registry
from recoupe.parsers.sidecar import Sources, read_sources
from recoupe.parsers.standard import built_in, standard

__all__ = [
    "BrokenParser",
    "Container",
    "DateContradiction",
    "Document",
    "Given",
    "Layout",
    "LayoutChanged",
    "Parser",
    "Registry",
    "SkippedRecord",
    "Sources",
    "built_in",
    "documents",
    "read",
    "read_document",
    "read_sources",
    "standard",
]
