"""How words join at their seams: prepositions and articles before a nominal, contracted or elided."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.language.lexicon import Words

#: A word that ends so is written together with the next one.
_ELIDED = "'"
#: Between nominals that are coordinated.
_AND = " et "


@final
@attrs.frozen(kw_only=True, eq=False)
class Wording:
    """Joins words with those of a language's ``headlines.toml``."""

    #: The tables.
    words: Words

    def joined(self, word: str, text: str) -> str:
        """A preposition or an article before a nominal: "du maire", "de l'hôpital", "d'un otage"."""
        first, _, rest = text.partition(" ")
        one = self.words.key_of("joined", f"{word} {first.lower()}")
        if one is not None:
            return self.joined(one, rest) if one == word else f"{one} {rest}"
        if word in self.words.of("elision", "words") and self._elides(first):
            return f"{word[:-1]}{_ELIDED}{text}"
        return f"{word}{text}" if word.endswith(_ELIDED) else f"{word} {text}"

    def governed(self, word: str, text: str) -> str:
        """A preposition before a nominal, and again before what is coordinated with it: "du maire et des élus"."""
        first, *others = text.split(_AND)
        again = [self.joined(word, other) if self._begins(other, "articles") else other for other in others]
        return _AND.join([self.joined(word, first), *again])

    def first_of(self, text: str) -> str:
        """Without what is coordinated with a noun itself: "dispositif de secours | et un comité". With a
        preposition that the first has too, a second complement begins: "recours à la force et à la ruse"."""
        first, *others = text.split(_AND)
        paired = any(f" {word} " in f" {first} " for word in self.words.of("joined", "pairing"))
        if not others or paired:
            return text
        word = others[0].partition(" ")[0].partition(_ELIDED)[0]
        forms = next((f for f in ("to", "of") if word in self.words.of("joined", f)), None)
        again = forms and not self.words.of("joined", forms).isdisjoint(first.replace(_ELIDED, " ").split())
        hangs = self.dangles(word) and not again
        return first if hangs or self._begins(others[0], "own") else text

    def definite(self, text: str) -> str:
        """With the definite article for a demonstrative one: at the head of a line there is nothing to point to."""
        first, _, rest = text.partition(" ")
        article = self.words.key_of("demonstratives", first.lower()) if rest else None
        return self.joined(article, rest) if article is not None else text

    def negated(self, text: str) -> str:
        """ "pas de vente" for a nominal without an article; one that begins with a number or "tous" stays as it is."""
        no = min(self.words.of("joined", "none"), default="")
        plain = text[0].lower() + text[1:]
        apt = no and text[0].isalpha() and plain.partition(" ")[0] not in self.words.of("joined", "all")
        return self.joined(no, plain) if apt else text

    def dangles(self, word: str) -> bool:
        """No line ends in this word: what it leads up to would be missing."""
        return word in self.words.of("dangling", "words")

    def _begins(self, text: str, articles: str) -> bool:
        first = text.partition(" ")[0]
        return first.isdigit() or first.partition(_ELIDED)[0] in self.words.of("joined", articles)

    def _elides(self, word: str) -> bool:
        return word.lower().startswith(tuple(self.words.of("elision", "beginnings")))
