"""Paths to documents: files, folders, patterns and addresses, with what a list of sources says of each."""

from __future__ import annotations

import glob
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import attrs

from recoupe.errors import RecoupeError, UnreadableDocument
from recoupe.parsers.contract import Container, Document, Given
from recoupe.parsers.registry import Registry
from recoupe.parsers.sidecar import NAMES, Sources, read_sources
from recoupe.parsers.standard import standard
from recoupe.parsers.streams import unpacked
from recoupe.parsers.tables import has_text_column

#: Bytes of a file that is one article, at most: pages with embedded pictures reach some megabytes.
MAX_BYTES = 20 * 1024 * 1024
#: Bytes by which a container is recognised.
HEAD = 8192
#: Files that are read as articles when a folder is given. Others (pictures, programmes) are passed over.
SUFFIXES = frozenset({
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".nitf", ".newsml",
    ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".warc", ".gz",
})  # fmt: skip

SourceList = Mapping[str, Given] | Sources | str | Path | None


def documents(
    paths: Iterable[str | Path] | str | Path, sources: SourceList = None, *, registry: Registry | None = None
) -> Iterator[Document]:
    """The documents at `paths`, in the order given; a folder's in the order of their names.

    Args:
        paths: Files, folders (read with their subfolders), patterns (``news/*.txt``), and addresses (``https://...``,
            fetched only because they are given here).
        sources: What the files do not say: a mapping from file name to `Given`, or a CSV or JSON file. Without it,
            ``sources.csv`` or ``sources.json`` in an article's folder, or in the folder given, serves.
        registry: Whose containers open feeds, archives and tables; the standard one by default.

    Raises:
        UnreadableDocument: a path is missing, a folder or pattern holds no articles, a file is too large.
        InvalidFile: a list of sources has bad rows.
    """
    registry = registry or standard()
    lists = _Lists(sources)
    for path in [paths] if isinstance(paths, str | Path) else paths:
        if isinstance(path, str) and path.lower().startswith(("http://", "https://")):
            from recoupe.parsers import web  # it loads http and ssl, which files have no use for

            yield from _opened(web.fetch(path), lists.of_address(path), registry)
            continue
        for file, folder in _files(Path(path), registry):
            yield from _documents(file, lists.given(file, folder), registry)


def document(path: Path, given: Given | None = None) -> Document:
    """The document in a file that is one article.

    Raises:
        UnreadableDocument: it is missing, a folder, too large or cannot be read.
    """
    location = path.as_posix()
    try:
        if path.is_dir():
            raise UnreadableDocument(location, "it is a folder", "give a file, or read the folder as documents")
        size = path.stat().st_size
        if size > MAX_BYTES:
            reason = f"it has {size:,} bytes, and an article's file has at most {MAX_BYTES:,}"
            raise UnreadableDocument(location, reason, "give a smaller file")
        data = unpacked(path.read_bytes(), location, MAX_BYTES)
    except OSError as error:
        raise _unreadable(location, error) from error
    return Document(location=location, data=data, given=given)


def _documents(path: Path, given: Given | None, registry: Registry) -> Iterator[Document]:
    location = path.as_posix()
    try:
        with path.open("rb") as stream:
            container = registry.container_for(stream.read(HEAD), location)
            if container is not None:
                stream.seek(0)
                yield from _contained(container, stream, location, given)
                return
    except OSError as error:
        raise _unreadable(location, error) from error
    yield document(path, given)


def _opened(fetched: Document, given: Given | None, registry: Registry) -> Iterator[Document]:
    """A fetched document, or the documents in it."""
    container = registry.container_for(fetched.data[:HEAD], fetched.location)
    if container is None:
        yield attrs.evolve(fetched, given=given)
    else:
        yield from _contained(container, io.BytesIO(fetched.data), fetched.location, given)


def _contained(container: Container, stream: BinaryIO, location: str, given: Given | None) -> Iterator[Document]:
    """What a container holds; of what is given of the whole file, outlet and language hold for each part."""
    for part in _parts(container, stream, location):
        if given is not None:
            own = part.given or Given(evidence=given.evidence)
            own = attrs.evolve(own, outlet=own.outlet or given.outlet, language=own.language or given.language)
            part = attrs.evolve(part, given=own)
        yield part


def _parts(container: Container, stream: BinaryIO, location: str) -> Iterator[Document]:
    """What a container holds; whatever one of another project raises is an error of ours that names it."""
    try:
        yield from container.documents(stream, location)
    except (RecoupeError, OSError):
        raise
    except Exception as error:
        reason = f"container {container.name!r} failed on it ({type(error).__name__}: {error})"
        raise UnreadableDocument(location, reason, "report it to the container's author") from error


def _files(path: Path, registry: Registry) -> Iterator[tuple[Path, Path | None]]:
    """The files that a path stands for, each with the folder that was given."""
    location = path.as_posix()
    if "\x00" in location:
        raise UnreadableDocument(repr(location), "no file has such a name", "check the path")
    try:
        if path.is_dir():
            found = [p for p in sorted(path.rglob("*")) if _is_article(p, path, registry)]
            if not found:
                raise UnreadableDocument(location, "the folder holds no articles", "put text or HTML files into it")
            yield from ((file, path) for file in found)
        elif path.exists() or not glob.has_magic(location):
            yield path, None
        else:
            matches = [Path(m) for m in sorted(glob.glob(location, recursive=True))]  # noqa: PTH207
            found = [m for m in matches if m.is_file() and m.name not in NAMES]
            if not found:
                raise UnreadableDocument(location, "no file matches this pattern", "check the pattern")
            yield from ((file, None) for file in found)
    except OSError as error:
        raise _unreadable(location, error) from error


def _is_article(path: Path, folder: Path, registry: Registry) -> bool:
    """A file in a folder that is neither hidden, nor a list of sources, nor other data than articles."""
    relative = path.relative_to(folder)
    if any(part.startswith((".", "_")) for part in relative.parts) or path.name in NAMES or not path.is_file():
        return False
    if path.suffix.lower() not in SUFFIXES:
        return False
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if path.suffix.lower() in (".csv", ".tsv"):
        return has_text_column(head)
    return path.suffix.lower() != ".json" or registry.container_for(head, path.as_posix()) is not None


class _Lists:
    """The lists of sources, each read once."""

    def __init__(self, sources: SourceList) -> None:
        if isinstance(sources, str | Path):
            sources = read_sources(Path(sources))
        elif sources is not None and not isinstance(sources, Sources):
            sources = Sources(rows=dict(sources))
        self._explicit = sources
        self._found: dict[Path, Sources] = {}

    def given(self, file: Path, folder: Path | None) -> Given | None:
        if self._explicit is not None:
            return self._explicit.given(file, folder)
        places = [file.parent] if folder is None or folder == file.parent else [file.parent, folder]
        for place in places:
            given = self._in(place).given(file, place)
            if given is not None:
                return given
        return None

    def of_address(self, address: str) -> Given | None:
        return self._explicit.rows.get(address) if self._explicit is not None else None

    def _in(self, folder: Path) -> Sources:
        if folder not in self._found:
            names = [folder / name for name in NAMES if (folder / name).is_file()]
            if len(names) > 1:
                both = " and ".join(NAMES)
                raise UnreadableDocument(folder.as_posix(), f"it has both {both}", "keep one of them")
            self._found[folder] = read_sources(names[0]) if names else Sources()
        return self._found[folder]


def _unreadable(location: str, error: Exception) -> UnreadableDocument:
    missing = isinstance(error, FileNotFoundError)
    reason = "it does not exist" if missing else getattr(error, "strerror", None) or str(error)
    return UnreadableDocument(location, reason, "check the path")
