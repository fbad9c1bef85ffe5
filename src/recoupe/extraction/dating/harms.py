"""What does harm, and what is suffered in it: the day of the one is that of the other."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.dating.company import Company
from recoupe.extraction.dating.governors import names_happening
from recoupe.extraction.dependencies import has_relative_subject, is_verbal
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import Kind

#: How far before a noun the harm stands that was done in it, in tokens.
_FAR = 25


@final
@attrs.frozen(kw_only=True, eq=False)
class Harms:
    """Finds what did the harm that a trigger tells of, and the harm that was done in what it names."""

    language: Language = attrs.field(repr=False)
    company: Company = attrs.field(repr=False)

    def causes(self, harm: Token) -> list[Token]:
        """What has the harm that is told of for its consequence: "le séisme de lundi a fait trente morts", "les
        victimes de l'accident de lundi", "sont morts dans un séisme qui a frappé lundi la côte"; the relative clause
        that it is the subject of tells when it struck."""
        verbal = is_verbal(harm)
        relative = verbal and harm.dep_ == "acl:relcl" and has_relative_subject(harm)
        if relative and names_happening(harm.head, self.language):
            return self.company.own(harm.head)  # "l'éruption, en 2002, qui avait détruit la ville"
        within = self.language.occurrence.of("prepositions", "harm")
        nouns = [
            c
            for c in harm.children
            if c.pos_ == "NOUN"
            and names_happening(c, self.language)
            and (
                c.dep_ == ("nsubj" if verbal else "nmod")
                or (c.dep_.startswith("obl") and any(p.lower_ in within for p in c.children if p.dep_ == "case"))
            )
        ]
        return [t for noun in nouns for t in (*self.company.own(noun), *self.strokes(noun))]

    def strokes(self, noun: Token) -> list[Token]:
        """What tells that something violent struck: "une avalanche qui a balayé dimanche une piste"."""
        return [c for c in noun.children if c.dep_ == "acl:relcl" and has_relative_subject(c)]

    def fellows(self, harm: Token) -> list[Token]:
        """The harm that is told of beside it: "deux personnes sont mortes et trois ont été blessées lundi"."""
        beside = [harm.head] if harm.dep_ == "conj" else []
        beside += [c for c in harm.children if c.dep_ == "conj"]
        return [t for t in beside if self._is_harm(t)]

    def _is_harm(self, token: Token) -> bool:
        frames = self.language.frames
        units = (frames.verbs if is_verbal(token) else frames.nouns).get(token.lemma_.lower(), ())
        return any(u.frame.kind is Kind.CASUALTY for u in units)

    def suffered(self, noun: Token) -> list[Token]:
        """The harm that was done in it, wherever the parse hangs the noun: "deux blessés lundi dans l'accident"."""
        within = self.language.occurrence.of("prepositions", "harm")
        if not any(c.dep_ == "case" and c.lower_ in within for c in noun.children):
            return []
        for token in reversed(noun.doc[max(noun.sent.start, noun.i - _FAR) : noun.i]):
            if self._is_harm(token):
                return [token]
            if is_verbal(token) or token.text in (",", ";", ":"):
                return []
        return []
