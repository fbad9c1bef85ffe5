"""Accents that some newsrooms leave off capitals: "Etat", "Elections", "Ecroué".

The pipeline takes what is spelt so for another word, often for a name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from recoupe.language.fr.conjugation import infinitives, participles, third_persons
from recoupe.language.fr.tables import frames

#: A word that may lack the accent of its capital.
_BARE = re.compile(r"\bE[a-zà-öø-ÿ]+")
_ACCENTED = ("é", "è", "ê")


def restored(text: str) -> str:
    """`text` with the accents of those capitals whose words the lexicon knows with an accent alone; of the same length.

    >>> restored("Les Etats, Eric et une Enquête")
    'Les États, Eric et une Enquête'
    """
    known = _accented()
    return _BARE.sub(lambda word: known.get(word.group(), word.group()), text)


@functools.cache
def _accented() -> Mapping[str, str]:
    """The words of the lexicon with an accented "e" at the beginning, as a capital, by their spelling without it."""
    words = set(_words())
    bare = (w for w in sorted(words) if w.startswith(_ACCENTED) and f"e{w[1:]}" not in words)
    return {f"E{w[1:]}": w.capitalize() for w in bare}


def _words() -> Iterator[str]:
    """The forms of the words of the frames: nouns and what their classes list, verbs."""
    for noun in (*frames().nouns, *(word for listed in frames().classes.values() for word in listed)):
        yield from (noun, f"{noun}s")
    yield from infinitives()
    yield from third_persons()
    yield from participles()
