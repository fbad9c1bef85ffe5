"""Who takes part beside somebody: those who accompany him, and whoever leads the delegation that does something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.extraction.dependencies import is_participle, is_passive
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token


def companions(verb: Token, doers: Sequence[Token], syntax: Syntax, occurrence: Words) -> Iterator[Token]:
    """ "Le ministre, accompagné du préfet, s'est rendu à Lyon", "Une délégation conduite par X est arrivée".

    Args:
        verb: what is done. The participle may hang on any word of its clause.
        doers: the heads of those who do it.
        syntax: reads the parse.
        occurrence: ``occurrence.toml`` of the language pack.

    Yields:
        The heads of those who do it too. Cost: a look at the words that hang on the verb and on what hangs on it.
    """
    accompanying, leading = occurrence.of("verbs", "accompanying"), occurrence.of("verbs", "leading")
    for word in (verb, *verb.children, *doers):
        for participle in word.children:
            there = participle.lemma_ in accompanying or (participle.lemma_ in leading and word in doers)
            if there and participle != verb and is_participle(participle) and is_passive(participle):
                yield from (t for found in _beside(participle, syntax) for t in (found, *found.conjuncts))


def _beside(participle: Token, syntax: Syntax) -> list[Token]:
    return list(syntax.agents(participle)) or [t for word, t in syntax.obliques(participle) if word == "de"]
