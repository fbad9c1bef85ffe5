"""Text files: read whole or refused with a reason, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from recoupe.errors import InvalidFile, Problem, WriteError


def read_text(path: str | os.PathLike[str], what: str) -> str:
    """The text of a UTF-8 file (a byte order mark is allowed); `what` it is read as, for the error.

    Raises:
        InvalidFile: there is no such file, it cannot be read, or it is not UTF-8.
    """
    location = os.fspath(path)
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is not UTF-8; the file is binary, or was saved in another encoding"
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        reason = f"cannot be read: {getattr(error, 'strerror', None) or error}"
    raise InvalidFile(location, what, [Problem("$", reason)])


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a UTF-8 file in one step: other programs see the old file or the new one, never half of one.

    Line ends are written as they are in `text`, on every system.

    Raises:
        WriteError: the folder does not exist, is full, or does not allow it; the old file is untouched.
    """
    target = Path(path)
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except (OSError, ValueError) as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise WriteError(os.fspath(path), getattr(error, "strerror", None) or str(error)) from error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced; of a new one, what other new files would get."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
