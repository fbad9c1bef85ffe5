"""Web archives (WARC, ISO 28500) by warcio: the HTML responses, each as a page with the address it was fetched from."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from typing import Any, BinaryIO, final

import attrs

from recoupe.errors import InvalidValue, MissingExtra, UnreadableDocument
from recoupe.parsers.contract import Document, Given
from recoupe.parsers.hazards import SkippedRecord
from recoupe.parsers.items import located
from recoupe.parsers.page import MAX_PAGE
from recoupe.parsers.streams import Bounded

#: Bytes that warcio reads at a time: it copies a line anew with each piece of it.
_BLOCK = 1024 * 1024


@final
@attrs.frozen(kw_only=True)
class WebArchive:
    """Opens WARC files, packed or not."""

    #: Its name.
    name: str = "warc"

    def recognises(self, head: bytes, location: str) -> bool:
        """It begins with a WARC record, or is packed and named so."""
        packed = head[:2] == b"\x1f\x8b" and location.lower().endswith((".warc.gz", ".warc"))
        return head.startswith(b"WARC/") or packed

    def documents(self, stream: BinaryIO, location: str) -> Iterator[Document]:
        """Its pages, in the order of the archive; other records are passed over, too large ones with a warning.

        Raises:
            UnreadableDocument: it is broken, or holds no page.
            MissingExtra: the extra ``web`` is not installed.
        """
        try:
            from warcio.archiveiterator import ArchiveIterator
        except ImportError as error:
            raise MissingExtra("web", "reading web archives") from error
        seen: set[str] = set()
        try:
            records = iter(ArchiveIterator(Bounded(stream), block_size=_BLOCK))
            while True:
                with _quiet(location):
                    record = next(records, None)
                    document = _page(record, location, seen) if record is not None else None
                if record is None:
                    break
                if document is not None:
                    yield document
        except (UnreadableDocument, MissingExtra):
            raise
        except Exception as error:  # warcio lets errors of zlib, http and unicode through
            reason = f"the web archive is broken ({type(error).__name__}: {str(error)[:120]})"
            raise UnreadableDocument(location, reason, "fetch it again") from error
        if not seen:
            raise UnreadableDocument(location, "the web archive holds no page", "give one with HTML responses")


@contextmanager
def _quiet(location: str) -> Iterator[None]:
    """What warcio prints about damage becomes a warning: it writes to the standard error, and offers no other way."""
    with redirect_stderr(io.StringIO()) as said:
        yield
    if said.getvalue():
        words = " ".join(said.getvalue().split())[:200]
        warnings.warn(f"{location} is damaged: {words}", SkippedRecord, stacklevel=4)


def _page(record: Any, location: str, seen: set[str]) -> Document | None:
    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    media_type = record.rec_headers.get_header("Content-Type") if record.rec_type != "response" else None
    if record.http_headers is not None:
        if not (record.http_headers.get_statuscode() or "").startswith("2"):
            return None
        media_type = record.http_headers.get_header("Content-Type")
    kind = (media_type or "").split(";")[0].strip().lower()
    if kind not in ("text/html", "application/xhtml+xml", "text/plain"):
        return None
    data = record.content_stream().read(MAX_PAGE + 1)
    name = located(location, address.strip("<>"), seen)
    if len(data) > MAX_PAGE:
        warnings.warn(f"{name} has more than {MAX_PAGE:,} bytes and is left out", SkippedRecord, stacklevel=3)
        return None
    try:
        given = Given(url=address.strip("<>") or None, evidence="WARC-Target-URI")
    except InvalidValue:
        given = None
    return Document(location=name, data=data, media_type=media_type, given=given)
