"""What is shared by those who read the noun phrases of one part: its names, and whom its words mean so far."""

from __future__ import annotations

import re
from typing import final

import attrs

from recoupe.extraction.actors.cast import Cast, Member
from recoupe.extraction.actors.naming import Naming, quote
from recoupe.extraction.analysis import Part
from recoupe.extraction.phrases import before, country_in
from recoupe.gazetteer import Country
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc, Token

#: Endings of nouns that mean a man or a woman, of whom the tagger only guesses the gender: "l'artiste", "l'otage".
_EITHER = re.compile(r"(?:iste|[aè]te|age|aire|ologue|ève|ime|ible|able)s?$")


@final
@attrs.frozen(kw_only=True, eq=False)
class Reference:
    """Words of the article that mean members of the cast."""

    part: Part
    #: The first token of the words, and the end (not included).
    start: int
    end: int
    members: tuple[Member, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Setting:
    """One part of an article, and what is known of its noun phrases."""

    part: Part
    #: The article's text.
    text: str
    #: Token to the naming that covers it, and who bears the name.
    namings: dict[int, tuple[Naming, Member]]
    cast: Cast
    words: ActorWords
    #: Token to the phrase that it heads: filled while the part is read.
    references: dict[int, Reference] = attrs.field(factory=dict)

    @property
    def doc(self) -> Doc:
        """The part's tokens."""
        return self.part.doc

    def naming(self, i: int) -> Naming | None:
        """The name that token `i` is in."""
        found = self.namings.get(i)
        return found[0] if found else None

    def whole(self, end: int) -> int:
        """The end of a phrase with all of the name that it ends in: "le chef des Nations unies"."""
        found = self.namings.get(end - 1)
        return found[0].end if found is not None and found[0].start < end < found[0].end else end

    def country(self, start: int, end: int) -> Country | None:
        """The country that a phrase names: by an adjective, or by "de" and a country or its capital."""
        found = country_in(self.doc, start, end)
        if found is not None:
            return found[0]
        named = {n.country.code: n.country for i in range(start, end) if (n := self.naming(i)) and n.country}
        return next(iter(named.values())) if len(named) == 1 else None

    def gender(self, head: Token) -> str | None:
        """By the article, or by the noun; "le maire" says so, "l'élu" need not, "l'accusé" does."""
        i = before(head) - 1
        article = self.doc[i].lower_ if i >= 0 else ""
        if article in ("la", "une", "cette", "sa"):
            return "feminine"
        if article in ("le", "un", "du", "au", "ce", "cet", "son"):
            return "masculine"
        if article == "l'" and head.features.get("Gender") == "Masc" and self.words.person("tried", head.lower_ + "e"):
            return "masculine"
        feminine = head.features.get("Gender") == "Fem" and not (article == "l'" and _EITHER.search(head.lower_))
        return "feminine" if feminine else None

    def quote(self, start: int, end: int) -> str:
        """The article's own words for tokens `start` to `end`, cleaned."""
        return quote(self.part, self.text, start, end)

    def refer(self, head: int, start: int, end: int, *members: Member) -> None:
        """Remember that the phrase of tokens `start` to `end`, whose noun is at `head`, means `members`."""
        reference = Reference(part=self.part, start=start, end=end, members=members)
        for i in range(head, self.doc[head].word_end):
            self.references[i] = reference
