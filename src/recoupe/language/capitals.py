"""Where a name can stand: around the words with a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed

#: How many tokens on either side of a capital are read with it. The recogniser of names looks at four on either side of
#: a token; the others are for what belongs to the name in small letters ("ministère de la Défense").
REACH = 6
#: Parts of speech of words that have a capital for no other reason than that they open a sentence.
_OPENING = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ"})


def around_capitals(doc: Parsed) -> list[int]:
    """The numbers of the tokens of `doc`, in order, that have a capital or stand near one; of news, about half."""
    found: list[int] = []
    free = 0
    for i, token in enumerate(doc):
        if token.text[:1].isupper() and not (token.is_sent_start and token.pos_ in _OPENING):
            end = min(i + REACH + 1, len(doc))
            found += range(max(free, i - REACH), end)
            free = end
    return found
