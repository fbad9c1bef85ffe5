"""Reading streams within bounds."""

from __future__ import annotations

import gzip
import zlib
from typing import BinaryIO, final

from recoupe.errors import UnreadableDocument

#: Bytes of a feed or an agency file, at most.
MAX_FILE = 20 * 1024 * 1024
#: Bytes of a table, at most: some hundred thousand articles.
MAX_TABLE = 500 * 1024 * 1024
#: Bytes without an end of line, at most, in a file that is read piece by piece: readers of lines hold them all.
MAX_LINE = 16 * 1024 * 1024


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


@final
class Bounded:
    """A stream, unpacked when it is gzip, for readers that ask for lines and would hold one without an end."""

    def __init__(self, stream: BinaryIO, limit: int = MAX_LINE) -> None:
        """`limit`: bytes of a line, at most."""
        packed = stream.read(2) == b"\x1f\x8b"
        stream.seek(0)
        # read1 gives what there is before a break; read would lose it
        self._read = gzip.GzipFile(fileobj=stream).read1 if packed else stream.read
        self._limit = limit
        self._line = 0

    def read(self, size: int) -> bytes:
        """The next bytes, `size` at most; empty at the end.

        Raises:
            ValueError: a line has more bytes than the limit, or the gzip data ends too early.
            OSError: the gzip data is broken.
        """
        try:
            data = self._read(size)
        except EOFError as error:  # which readers take for the end of the file
            raise ValueError("its gzip data ends too early") from error
        end = data.rfind(b"\n")
        self._line = len(data) - end - 1 if end >= 0 else self._line + len(data)
        if self._line > self._limit:
            raise ValueError(f"it has a line of more than {self._limit:,} bytes")
        return data
