"""Errors: their texts name the place and say what to do, and they survive pickling (as workers send them)."""

from __future__ import annotations

import pickle

import pytest

from recoupe import errors

EXAMPLES = [
    (errors.InvalidValue("When", "latest", 3, "a date"), ValueError, "When.latest cannot be 3: expected a date."),
    (errors.EdtfError("x", "it is empty"), ValueError, "'x' is not an EDTF date that recoupe reads: it is empty."),
    (errors.SymbolError("x", "no such unit"), ValueError, "'x' is not a time symbol: no such unit."),
    (errors.UnreadableDocument("a.txt", "it is empty", "give text"), ValueError, "a.txt: it is empty; give text."),
    (
        errors.InvalidFile("t.json", "timeline", [errors.Problem("$.a", "is missing"), errors.Problem("$.b", "no")]),
        ValueError,
        "t.json is not a valid timeline (2 problems):\n  $.a: is missing\n  $.b: no",
    ),
    (
        errors.InvalidFile("t.json", "timeline", [errors.Problem("$.a", "is missing")]),
        ValueError,
        "t.json is not a valid timeline: $.a: is missing",
    ),
    (errors.MissingExtra("fr", "French"), ImportError, "French needs the extra 'fr': run  pip install 'recoupe[fr]'"),
    (errors.UnknownLanguage("xx", ["fr"]), LookupError, "no language pack reads 'xx'; installed: fr."),
    (errors.UnknownLanguage("xx", []), LookupError, "no language pack reads 'xx'; installed: none."),
    (
        errors.UnknownReference("actor", "a-1", "mention m-1"),
        LookupError,
        "mention m-1 refers to the actor 'a-1', which is not there.",
    ),
    (errors.WriteError("t", "disk full"), OSError, "t could not be written: disk full; nothing was changed."),
]


@pytest.mark.parametrize(("error", "builtin", "text"), EXAMPLES, ids=lambda v: type(v).__name__)
def test_an_error(error: errors.RecoupeError, builtin: type[Exception], text: str) -> None:
    assert str(error) == text
    assert isinstance(error, builtin)
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == text
    assert vars(again) == vars(error)
