"""French text as a string of word classes, one character for one token, so that rules can be regular expressions.

Classes are those of ``words.toml`` and the shapes of numbers and marks below. The work is linear in the text's length.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, final

import attrs

from recoupe.language.signs import replaced

#: Shapes of tokens that are not words of ``words.toml``.
SHAPES = (
    "day", "num", "year", "first", "nth", "roman", "clock", "iso", "numeric", "huge",
    "word", "name", "comma", "stop", "hyphen", "slash", "open", "close", "quote", "paragraph", "mark",
)  # fmt: skip

_PLAIN = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"}
#: Of plain text. Most tokens are words: they are tried first.
_TOKEN = re.compile(
    r"(?P<word>(?![IVX]{1,5}(?:ème|eme|e)(?!\w))[^\W\d_]+'?)"
    r"|(?P<paragraph>\n[ \t\r]*\n)"
    r"|(?P<iso>(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?![\d-]))"
    r"|(?P<numeric>(?<![\d/.])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4})(?![\d/]))"
    r"|(?P<clock>(?<![\d:.,])\d{1,2}(?:[hH]\d{2}|[hH](?![^\W\d_])|:\d{2})(?!\d))"
    r"|(?P<first>1er(?!\w))|(?P<nth>\d{1,2}(?:ème|eme|e|nde|nd|re|ère)(?!\w))"
    r"|(?P<roman>[IVX]{1,5}(?:ème|eme|e)(?!\w))"
    r"|(?P<number>\d+)"
    r"|(?P<mark>[^\w\s]|_)"
)
_MARKS = {",": "comma", ".": "stop", "!": "stop", "?": "stop", ";": "stop", "…": "stop", "-": "hyphen",
          "–": "hyphen", "—": "mark", "/": "slash", "(": "open", ")": "close", "«": "quote",
          "»": "quote", '"': "quote", "“": "quote", "”": "quote"}  # fmt: skip


@final
@attrs.frozen(kw_only=True)
class Words:
    """The lexicon: classes, and their characters."""

    #: A word's class and value.
    entries: dict[str, tuple[str, Any]]
    #: The first token of a compound to the compounds that begin with it, longest first: (all tokens, its entry's key).
    compounds: dict[str, list[tuple[tuple[str, ...], str]]]
    #: The character that stands for each class.
    letters: dict[str, str]


@functools.cache
def words() -> Words:
    """The lexicon of ``words.toml``, read once."""
    data = tomllib.loads((files("recoupe.language.fr.times") / "words.toml").read_text("utf-8"))
    entries = {word: (name, value) for name, section in data.items() for word, value in section.items()}
    compounds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for word in entries:
        pieces = tuple(re.findall(r"[^\W\d_]+'?|[^\w\s]", word))
        if len(pieces) > 1:
            bare = tuple(p for p in pieces if p != "-")
            compounds.setdefault(bare[0], []).append((bare, word))
    for found in compounds.values():
        found.sort(key=lambda c: -len(c[0]))
    units = [f"unit={value}" for value in dict.fromkeys(data["unit"].values())]
    names = [*(n for n in data if n != "unit"), *units, *SHAPES]
    return Words(entries=entries, compounds=compounds, letters={n: chr(0xE000 + i) for i, n in enumerate(names)})


def filled(pattern: str) -> str:
    """A pattern over ``{class}`` as one over characters; ``{unit}`` is any unit, ``{unit=day}`` that one."""
    letters = words().letters
    units = "[" + "".join(c for n, c in letters.items() if n.startswith("unit=")) + "]"
    return re.sub(r"\{([a-z]+(?:=[a-z]+)?)\}", lambda m: units if m[1] == "unit" else letters[m[1]], pattern)


@final
@attrs.frozen(kw_only=True)
class Tokens:
    """A text's tokens, in parallel lists."""

    #: The text.
    text: str
    #: One character for each token: its class.
    classes: str
    #: Where each token starts and ends in the text.
    starts: list[int]
    ends: list[int]
    #: The values of words, the texts of others.
    values: list[Any]

    def lower(self, index: int) -> str:
        """A token's text in lower case; "" outside."""
        return self.text[self.starts[index] : self.ends[index]].lower() if 0 <= index < len(self.starts) else ""

    def is_capital(self, index: int) -> bool:
        """It begins with a capital."""
        return self.text[self.starts[index]].isupper()

    def is_opening(self, index: int) -> bool:
        """It opens a sentence, a paragraph, a quotation, or the text; a line break before it counts."""
        if index == 0:
            return True
        before = self.classes[index - 1]
        letters = words().letters
        opens = (letters["stop"], letters["paragraph"], letters["quote"], letters["mark"], letters["hyphen"])
        return before in opens or "\n" in self.text[self.ends[index - 1] : self.starts[index]]


def tokenise(text: str) -> Tokens:
    """The tokens of `text`, in order; spaces are no tokens."""
    lexicon = words()
    entries, letters, compounds = lexicon.entries, lexicon.letters, lexicon.compounds
    raw = [(m.lastgroup or "", m.group(), m.start()) for m in _TOKEN.finditer(replaced(text, _PLAIN))]
    low = [token.lower() for _, token, _ in raw]
    rows: list[tuple[str, int, int, Any]] = []
    after = 0
    for index, (kind, token, start) in enumerate(raw):
        if index < after:
            continue
        name, value, end = kind, token, start + len(token)
        if kind == "word":
            word = low[index]
            if word in compounds and (match := _compound(compounds[word], low, index)):
                name, value = entries[match[0]]
                after = match[1]
                end = raw[after - 1][2] + len(raw[after - 1][1])
            elif token == "A":
                name, value = "at", ""
            elif word in entries:
                name, value = entries[word]
            else:
                name = "name" if token[0].isupper() else "word"
        elif kind == "number":
            name, value = _number(token)
            named = start > 0 and text[start - 1].isupper()  # "AF1999", "A14": part of a name
            behind_month = name == "year" and bool(rows) and rows[-1][0] == letters["month"]
            if named or (behind_month and _counts(value, raw[index + 1 :])):
                name = "num"
        elif kind == "mark":
            name = _MARKS.get(token, "mark")
        rows.append((letters[f"unit={value}" if name == "unit" else name], start, end, value))
    return Tokens(
        text=text,
        classes="".join([row[0] for row in rows]),
        starts=[row[1] for row in rows],
        ends=[row[2] for row in rows],
        values=[row[3] for row in rows],
    )


def _number(token: str) -> tuple[str, Any]:
    if len(token) > 6:
        return "huge", 0
    value = int(token)
    if len(token) <= 2 and 1 <= value <= 31:
        return "day", value
    if len(token) == 4 and 1000 <= value <= 2199:
        return "year", value
    return "num", value


def _counts(value: int, after: Sequence[tuple[str, str, int]]) -> bool:
    """ "en août 1200 personnes": a year of old behind a month has no word of its own behind it."""
    return not 1900 <= value <= 2099 and bool(after) and after[0][0] == "word" and after[0][1].islower()


def _compound(found: list[tuple[tuple[str, ...], str]], low: list[str], index: int) -> tuple[str, int] | None:
    for pieces, word in found:
        at = index + 1
        for piece in pieces[1:]:
            if at < len(low) and low[at] == "-":
                at += 1
            if at >= len(low) or low[at] != piece:
                break
            at += 1
        else:
            return word, at
    return None
