"""What would be, and is not reported: "si le gouvernement tombe, des élections seront organisées"."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.dependencies import children
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token

#: How the verb of a condition depends on the other; a parse may make it the root.
_CLAUSES = ("advcl", "ccomp", "dep", "ROOT")


@final
@attrs.frozen(kw_only=True, eq=False)
class Conditions:
    """Tells the verbs that hang on a condition."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax

    def opens(self, verb: Token) -> bool:
        """It is the verb of a condition: "si le gouvernement tombe"."""
        marks = {c.lower_ for c in children(verb, "mark")}
        return bool(marks & self.words.of("conjunctions", "hypothetical")) and verb.dep_ in _CLAUSES

    def hold_for(self, verb: Token, tense: Token, *, perfect: bool) -> bool:
        """A condition stands with it: "en cas de décès, l'adjoint assure l'intérim", "aurait voté si le parti
        l'avait demandé".

        Args:
            verb: The verb.
            tense: The token that carries its tense and mood.
            perfect: It stands in a compound tense.
        """
        unreal = tense.features.get("Mood") == "Cnd"
        ahead = unreal or tense.features.get("Tense") == "Fut"
        if ahead and any(self.opens(c) for c in children(verb, "advcl") if unreal or c.i < verb.i):
            return True
        if unreal and perfect and any(self._is_without(c) for c in children(verb, "obl")):
            return True
        if not ahead and (tense.features.get("Tense") != "Pres" or tense != verb):
            return False
        supposing = self.words.of("prepositions", "supposing")
        return any(f"{self.syntax.preposition(c)} {c.lemma_}" in supposing for c in children(verb, "obl"))

    def _is_without(self, complement: Token) -> bool:
        """ "sans cette grève", before the verb."""
        denied = self.words.of("prepositions", "denied")
        return complement.i < complement.head.i and self.syntax.preposition(complement) in denied
