"""What the determiners of a noun tell of it: whether it means one of its sort, which one, or any."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.dependencies import children, feature
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token


@final
@attrs.frozen(kw_only=True, eq=False)
class Determination:
    """Reads articles, demonstratives, possessives, and numbers."""

    #: ``occurrence.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax

    def points_back(self, noun: Token) -> bool:
        """ "cette rencontre"."""
        return any(c.lower_ in self.words.of("determiners", "demonstrative") for c in children(noun, "det"))

    def is_definite(self, noun: Token) -> bool:
        """ "l'attaque", "la vente du club"; not "les attaques", "sa visite", "la deuxième visite"."""
        if feature(noun, "Number") == "Plur" or not any(feature(c, "Definite") == "Def" for c in children(noun, "det")):
            return False
        others = self.words.of("adjectives", "contrast") | self.words.of("adjectives", "ordinal")
        return not any(c.lemma_.lower() in others for c in children(noun, "amod"))

    def is_known(self, noun: Token) -> bool:
        """ "l'accident", "du vol": the reader is taken to know which."""
        definite = any(feature(c, "Definite") == "Def" for c in children(noun, "det"))
        fused = self.syntax.words.of("articles", "fused")
        return definite or any(c.lower_ in fused for c in children(noun, "case"))

    def has_article(self, noun: Token) -> bool:
        """A determiner, or a preposition that holds one ("du", "aux")."""
        fused = self.syntax.words.of("articles", "fused")
        return any(c.dep_ == "det" or (c.dep_ == "case" and c.lower_ in fused) for c in noun.children)

    def is_singular(self, noun: Token) -> bool:
        """ "une attaque", "l'attaque"."""
        return feature(noun, "Number") != "Plur" and self.has_article(noun)

    def is_counted(self, noun: Token) -> bool:
        """ "trois attaques"."""
        return any(c.dep_ == "nummod" for c in noun.children)

    def are_several(self, noun: Token) -> bool:
        """ "plusieurs blessés", "une dizaine d'arrestations", "d'autres attaques"."""
        if noun.features.get("Number") != "Plur":
            return False
        if noun.dep_ == "nmod" and noun.head.lemma_.lower() in self.syntax.words.of("counting", "quantities"):
            return True
        # parsers take the article of "d'autres" for a preposition
        determiners = [c for c in noun.children if c.pos_ == "DET"]
        if not determiners:
            return False
        several, beside = self.words.of("determiners", "several"), self.words.of("adjectives", "beside")
        if several & {c.lower_ for c in determiners}:
            return True
        indefinite = [c for c in determiners if c.features.get("Definite") == "Ind"]
        return bool(indefinite and beside & {c.lower_ for c in noun.children})

    def has_possessor(self, noun: Token) -> bool:
        """ "sa visite"."""
        return any(
            feature(c, "Poss") == "Yes" or c.lower_ in self.words.of("determiners", "possessive")
            for c in children(noun, "det")
        )

    def is_numbered(self, noun: Token) -> bool:
        """ "la deuxième attaque"."""
        return any(
            feature(c, "NumType") == "Ord" or c.lemma_ in self.words.of("adjectives", "ordinal")
            for c in children(noun, "amod")
        )

    def is_known_people(self, noun: Token) -> bool:
        """ "les cercueils des victimes": those whom a happening told before has left."""
        people = noun.lower_ in self.words.of("nouns", "anybody")
        plural = feature(noun, "Number") == "Plur"
        return people and plural and self.is_known(noun) and not self.is_counted(noun)

    def is_generic(self, noun: Token) -> bool:
        """ "toute attaque"; not "quelque 2 000 interventions"."""
        generic = self.words.of("determiners", "generic")
        return any(c.lower_ in generic for c in noun.children) and not self.is_counted(noun)
