"""Typographic signs, replaced by plain ones."""

from __future__ import annotations

from collections.abc import Mapping


def replaced(text: str, signs: Mapping[str, str]) -> str:
    """`text` with each of `signs` replaced by what it stands for, in their order. `str.translate`, which says the same,
    costs some twenty times as much on text with accents."""
    for sign, plain in signs.items():
        if sign in text:
            text = text.replace(sign, plain)
    return text
