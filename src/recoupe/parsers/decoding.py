"""Bytes to text: what the bytes declare first, then UTF-8, then the single-byte encodings of French text.

The fallback is decided by counting, not by a statistical guess: of the encodings in which French files without a
declaration are found, the one that gives most French letters and fewest oddities.
"""

from __future__ import annotations

import codecs
import re

from recoupe.errors import UnreadableDocument

#: Encodings of undeclared files that are not UTF-8; the first wins a tie. Windows, old Macintosh, old DOS.
FALLBACKS = ("cp1252", "mac_roman", "cp850")
#: Letters and signs that French text has beside ASCII.
_FRENCH = re.compile(r"[àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒ«»’“”…–—€°\u00a0]")
#: What text does not have: control characters, and signs of mathematics, drawing and currency.
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u2190-\u25ff¢£¤¥¦§¨¬¯±²³µ¶¸¹º¼½¾¿×÷Þßðþƒˆ˜†‡•‰◊≤≥]")
#: Bytes that no text in an encoding of the ASCII family has, except for form feed, tabs and line ends.
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
#: What the continuation bytes of UTF-8 look like as Windows-1252.
_AFTER = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
#: Letters of Latin script and signs of French text, read byte by byte.
_TWICE = re.compile(f"(?:[ÂÃÄÅ]{_AFTER})|(?:â{_AFTER}{_AFTER})")
_LATIN = re.compile("[\u00a0-\u017f\u2009-\u203a\u20ac\u2122]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, location: str, *, declared: str | None = None) -> str:
    """The text of `data`: line ends and all else unchanged, a byte-order mark removed.

    Order: byte-order mark, strict UTF-8, the `declared` encoding, then `FALLBACKS`. A declaration does not outweigh
    bytes that are valid UTF-8 with letters beyond ASCII: such bytes are UTF-8 in practice whatever a page says.

    Raises:
        UnreadableDocument: it is empty, or binary.
    """
    if not data.strip():
        raise UnreadableDocument(location, "it is empty", "give a file with an article in it")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding) or _binary(location)
    if is_binary(data):
        return _wide(data) or _binary(location)
    text = _strict(data, "utf-8")
    if text is None and declared is not None:
        text = _strict(data, declared)
    return repaired(text if text is not None else _fallback(data))


def repaired(text: str) -> str:
    """The text, with UTF-8 that was read as Windows-1252 and saved again put right ("dÃ©mineurs" is "démineurs").

    Only sequences that give a letter or sign of Latin-script text are touched, and only where there are two of them.
    The package ftfy repairs more, and is the oracle of the tests; this much is needed without any extra.
    """
    found = [(m.start(), m.end(), good) for m in _TWICE.finditer(text) if (good := _once(m.group())) is not None]
    if len(found) < 2:
        return text
    pieces: list[str] = []
    end = 0
    for start, stop, good in found:
        pieces += [text[end:start], good]
        end = stop
    return "".join([*pieces, text[end:]])


def _once(words: str) -> str | None:
    """What the characters are as UTF-8 bytes; None when that is no text of Latin script."""
    try:
        data = b"".join(bytes([ord(c)]) if ord(c) < 256 else c.encode("cp1252") for c in words)
        text = data.decode("utf-8")
    except UnicodeError:
        return None
    return text if all(_LATIN.match(c) for c in text) else None


def is_binary(data: bytes) -> bool:
    """The bytes are a PDF's, have NULs, or more control characters than a damaged text would have (1 in 200)."""
    head = data[:65536]
    if head.startswith(b"%PDF-"):
        return True
    return b"\x00" in head or (len(head) - len(head.translate(None, _CONTROL))) * 200 > len(head)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Western text is NUL."""
    head = data[:4096]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[offset::2].count(0) > 0.8 * len(head[offset::2]) and head[1 - offset :: 2].count(0) == 0:
            return _strict(data, encoding)
    return None


def _fallback(data: bytes) -> str:
    candidates = [data.decode(encoding, errors="replace") for encoding in FALLBACKS]
    return max(candidates, key=_likelihood)


def _likelihood(text: str) -> int:
    sample = text[:200_000]
    return len(_FRENCH.findall(sample)) - 3 * len(_ODD.findall(sample)) - 10 * sample.count("\ufffd")


def _binary(location: str) -> str:
    raise UnreadableDocument(
        location, "it is binary, not text", "convert it to text, or give a parser that recognises it"
    )
