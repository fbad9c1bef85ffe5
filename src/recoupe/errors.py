"""The errors that recoupe raises: one tree, each error carrying its data.

Every public function raises a `RecoupeError` or nothing. Each error is also the builtin that a caller would catch
(`ValueError`, `LookupError`, `OSError`, `ImportError`), and its text ends with what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import final


class RecoupeError(Exception):
    """The root of all errors that this library raises."""


@final
class InvalidValue(RecoupeError, ValueError):
    """A value that its type does not allow, refused at construction."""

    def __init__(self, type_name: str, field: str, value: object, expected: str) -> None:
        super().__init__(type_name, field, value, expected)
        #: The type that was to be built, for example ``When``.
        self.type_name = type_name
        #: The field at fault.
        self.field = field
        #: The value that was refused.
        self.value = value
        #: What would have been accepted, as a phrase that completes "expected ...".
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.type_name}.{self.field} cannot be {self.value!r}: expected {self.expected}."


@final
class EdtfError(RecoupeError, ValueError):
    """A string that is not a date of ISO 8601-2 (EDTF), or not of the part that recoupe reads."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text, reason)
        #: The string as given.
        self.text = text
        #: Why it was refused.
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.text!r} is not an EDTF date that recoupe reads: {self.reason}."


@final
class SymbolError(RecoupeError, ValueError):
    """A string that is not the notation of a time-expression symbol."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text, reason)
        #: The string as given.
        self.text = text
        #: Why it was refused.
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.text!r} is not a time symbol: {self.reason}."


@final
class UnreadableDocument(RecoupeError, ValueError):
    """A document that cannot be made into an article: missing, empty, binary, or behind a wall."""

    def __init__(self, location: str, reason: str, remedy: str) -> None:
        super().__init__(location, reason, remedy)
        #: Where the document was looked for.
        self.location = location
        #: What is wrong with it.
        self.reason = reason
        #: What the user can do about it.
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.location}: {self.reason}; {self.remedy}."


@final
class Problem(str):
    """One thing that is wrong in a file, as ``path: what``; kept as a string so that it prints as it is."""

    __slots__ = ("path", "reason")
    path: str
    reason: str

    def __new__(cls, path: str, reason: str) -> Problem:
        self = super().__new__(cls, f"{path}: {reason}")
        self.path = path
        self.reason = reason
        return self

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return self.path, self.reason


@final
class InvalidFile(RecoupeError, ValueError):
    """A data file (timeline JSON, list of sources, lexicon, registry) with problems: all of them at once."""

    def __init__(self, location: str, what: str, problems: Sequence[Problem]) -> None:
        super().__init__(location, what, tuple(problems))
        #: The file, or ``<string>``.
        self.location = location
        #: What the file was read as, for example ``timeline``.
        self.what = what
        #: Every problem found, each with its path or line.
        self.problems = tuple(problems)

    def __str__(self) -> str:
        head = f"{self.location} is not a valid {self.what}"
        if len(self.problems) == 1:
            return f"{head}: {self.problems[0]}"
        return "\n  ".join([f"{head} ({len(self.problems)} problems):", *self.problems])


@final
class MissingExtra(RecoupeError, ImportError):
    """An optional part of recoupe is needed and is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        #: The extra's name, as in ``recoupe[fr]``.
        self.extra = extra
        #: What it is needed for.
        self.purpose = purpose

    def __str__(self) -> str:
        return f"{self.purpose} needs the extra {self.extra!r}: run  pip install 'recoupe[{self.extra}]'"


@final
class UnknownLanguage(RecoupeError, LookupError):
    """No language pack is installed for a language."""

    def __init__(self, code: str, known: Sequence[str]) -> None:
        super().__init__(code, tuple(known))
        #: The language asked for (BCP 47).
        self.code = code
        #: The languages for which there is a pack.
        self.known = tuple(known)

    def __str__(self) -> str:
        return f"no language pack reads {self.code!r}; installed: {', '.join(self.known) or 'none'}."


@final
class UnknownReference(RecoupeError, LookupError):
    """An id that names nothing in the timeline at hand."""

    def __init__(self, kind: str, reference: str, where: str) -> None:
        super().__init__(kind, reference, where)
        #: What the id should name: ``source``, ``actor``, ``mention`` or ``event``.
        self.kind = kind
        #: The id as given.
        self.reference = reference
        #: What refers to it.
        self.where = where

    def __str__(self) -> str:
        return f"{self.where} refers to the {self.kind} {self.reference!r}, which is not there."


@final
class WriteError(RecoupeError, OSError):
    """A file could not be written; nothing was left half written."""

    def __init__(self, location: str, reason: str) -> None:
        super().__init__(location, reason)
        #: The file that was to be written.
        self.location = location
        #: The system's reason.
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.location} could not be written: {self.reason}; nothing was changed."


@final
class ParserCheckFailed(RecoupeError, AssertionError):
    """A parser does not read its saved pages as expected; raised by the check kit, in tests."""

    def __init__(self, parser: str, failures: Sequence[str]) -> None:
        super().__init__(parser, tuple(failures))
        #: The parser's name.
        self.parser = parser
        #: Every failure, as a sentence that begins with the page and the failure's name.
        self.failures = tuple(failures)

    def __str__(self) -> str:
        return "\n  ".join([f"the parser {self.parser!r} fails on its pages ({len(self.failures)}):", *self.failures])
