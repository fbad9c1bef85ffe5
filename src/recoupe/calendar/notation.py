"""The canonical notation of symbols: ``weekday(2,past)``, ``third(start,month(_,6))``; one string for one symbol.

A symbol is its class name in lower case and its fields in order in brackets; ``_`` is None; fields at the end that have
their default are left out, and so are brackets with nothing in them. No white space.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

import attrs

from recoupe.calendar import symbols
from recoupe.calendar.symbols import CLASSES, Symbol
from recoupe.errors import InvalidValue, SymbolError

#: Symbols inside symbols at most; the recogniser's deepest has six. A longer chain is no expression of a text.
MAX_DEPTH = 30
_TOKEN = re.compile(r"[A-Za-z0-9_:.-]+|[(),]")


def to_notation(symbol: Symbol) -> str:
    """The notation of `symbol`; equal symbols have equal notations, and only they do."""
    fields = attrs.fields(type(symbol))
    values = [getattr(symbol, f.name) for f in fields]
    while values and (default := fields[len(values) - 1].default) is not attrs.NOTHING and values[-1] == default:
        values.pop()
    name = type(symbol).__name__.lower()
    return f"{name}({','.join(_written(v) for v in values)})" if values else name


def _written(value: Any) -> str:
    if value is None:
        return "_"
    if isinstance(value, StrEnum | str | int):
        return str(value)
    return to_notation(value)


def from_notation(text: str) -> Symbol:
    """The symbol that `text` denotes.

    Raises:
        SymbolError: it is not a notation, or one of its values is not allowed; the notation need not be canonical
            (defaults may be written out).
    """
    tokens = _TOKEN.findall(text)
    if not tokens or "".join(tokens) != text:
        raise SymbolError(text, "a notation has names, numbers, brackets and commas, and nothing else")
    symbol, end = _symbol(text, tokens, 0, 0)
    if end != len(tokens):
        raise SymbolError(text, f"there is something behind it: {''.join(tokens[end:])!r}")
    return symbol


def _symbol(text: str, tokens: list[str], at: int, depth: int) -> tuple[Symbol, int]:
    if depth > MAX_DEPTH:
        raise SymbolError(text, f"it is nested more than {MAX_DEPTH} deep")
    cls = CLASSES.get(tokens[at]) if at < len(tokens) else None
    if cls is None:
        raise SymbolError(text, f"{tokens[at] if at < len(tokens) else 'the end'!r} stands where a symbol should")
    fields = attrs.fields(cls)
    values: list[Any] = []
    at += 1
    if at < len(tokens) and tokens[at] == "(":
        while True:
            if len(values) == len(fields):
                raise SymbolError(text, f"{cls.__name__.lower()} has {len(fields)} fields at most")
            value, at = _field(text, tokens, at + 1, depth, str(fields[len(values)].type))
            values.append(value)
            if at >= len(tokens) or tokens[at] not in (",", ")"):
                raise SymbolError(text, "a comma or a closing bracket is missing")
            if tokens[at] == ")":
                at += 1
                break
    try:
        return cls(*values), at
    except (InvalidValue, TypeError) as error:
        raise SymbolError(text, str(error)) from error


def _field(text: str, tokens: list[str], at: int, depth: int, kind: str) -> tuple[Any, int]:
    if kind == "Symbol":
        return _symbol(text, tokens, at, depth + 1)
    if at >= len(tokens) or tokens[at] in "(),":
        raise SymbolError(text, "a value is missing")
    word = tokens[at]
    if kind.startswith("int"):
        if word == "_" and kind == "int | None":
            return None, at + 1
        if not re.fullmatch(r"-?\d{1,6}", word, re.ASCII):
            raise SymbolError(text, f"{word!r} is not a number")
        return int(word), at + 1
    if kind == "str":
        return word, at + 1
    words: type[StrEnum] = getattr(symbols, kind)
    try:
        return words(word), at + 1
    except ValueError as error:
        raise SymbolError(text, f"{word!r} is not one of {', '.join(words)}") from error
