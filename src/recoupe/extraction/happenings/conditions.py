"""What would be, and is not reported: "si le gouvernement tombe, des élections seront organisées"."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.dependencies import children, finite
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
        marks = children(verb, "mark")
        if not marks or verb.dep_ not in _CLAUSES:
            return False
        hypothetical = self.words.of("conjunctions", "hypothetical")
        return any(m.lower_ in hypothetical or (m.children and self._is_conceded(m, verb)) for m in marks)

    def _is_conceded(self, mark: Token, verb: Token) -> bool:
        """ "même si le texte est voté, la grève continuera"; not "même si le texte est voté, la grève continue"."""
        if not any(c.lower_ in self.words.of("conjunctions", "hypothetical") for c in mark.children):
            return False
        others = (finite(v).features for v in (verb.head, *children(verb, "advcl")) if v is not verb)
        return any(f.get("Tense") == "Fut" or f.get("Mood") == "Cnd" for f in others)

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
