"""Reading streams within bounds."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from recoupe.errors import UnreadableDocument

#: Bytes of a feed or an agency file, at most.
MAX_FILE = 20 * 1024 * 1024
#: Bytes of a table, at most: some hundred thousand articles.
MAX_TABLE = 500 * 1024 * 1024


def whole(stream: BinaryIO, location: str, limit: int) -> bytes:
    """All bytes of a stream, unpacked when they are gzip.

    Raises:
        UnreadableDocument: there are more than `limit`, before or after unpacking, or the gzip data is broken.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableDocument(location, f"it has more than {limit:,} bytes", "split it")
    return unpacked(data, location, limit)


def unpacked(data: bytes, location: str, limit: int) -> bytes:
    """The bytes, unpacked when they are gzip; never more than `limit` are held.

    Raises:
        UnreadableDocument: they unpack to more than `limit`, or are broken.
    """
    if data[:2] != b"\x1f\x8b":
        return data
    engine = zlib.decompressobj(wbits=31)
    try:
        content = engine.decompress(data, limit + 1)
        if len(content) <= limit and not engine.eof:
            content += engine.flush()
    except zlib.error as error:
        raise UnreadableDocument(location, f"its gzip data is broken ({error})", "pack it again") from error
    if len(content) > limit:
        raise UnreadableDocument(location, f"it unpacks to more than {limit:,} bytes", "unpack and check it")
    if not engine.eof:
        raise UnreadableDocument(location, "its gzip data ends too early", "fetch it again")
    return content
