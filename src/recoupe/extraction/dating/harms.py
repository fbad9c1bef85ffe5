"""What does harm, and what is suffered in it: the day of the one is that of the other."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.dating.company import Company, relatives
from recoupe.extraction.dating.nouns import may_tell, names_happening
from recoupe.extraction.dependencies import has_relative_subject, is_led_by, is_verbal
from recoupe.language.tokens import Token
from recoupe.model import Kind

#: The kinds of harm that is suffered.
_SUFFERED = (Kind.CASUALTY,)
#: How far before a noun the harm stands that was done in it, in tokens.
_FAR = 25


@final
@attrs.frozen(kw_only=True, eq=False)
class Harms:
    """Finds what did the harm that a trigger tells of, and the harm that was done in what it names."""

    company: Company = attrs.field(repr=False)

    def causes(self, harm: Token) -> list[Token]:
        """What has the harm that is told of for its consequence: "le séisme de lundi a fait trente morts", "les
        victimes de l'accident de lundi", "sont morts dans un séisme qui a frappé lundi la côte"; the relative clause
        that it is the subject of tells when it struck."""
        verbal = is_verbal(harm)
        relative = verbal and harm.dep_ == "acl:relcl" and has_relative_subject(harm)
        if relative and names_happening(harm.head, self.company.language):
            return self.company.own(harm.head)  # "l'éruption, en 2002, qui avait détruit la ville"
        within = self.company.language.occurrence.of("prepositions", "harm")
        nouns = [
            c
            for c in harm.children
            if c.pos_ == "NOUN"
            and names_happening(c, self.company.language)
            and (c.dep_ == ("nsubj" if verbal else "nmod") or (c.dep_.startswith("obl") and is_led_by(c, within)))
        ]
        nouns += self._summed_up(harm)
        return [t for noun in nouns for t in (*self.company.own(noun), *relatives(noun))]

    def _summed_up(self, harm: Token) -> list[Token]:
        """Whose toll it is: "le bilan de l'attentat de lundi s'élève à douze morts"; but not of what lasts."""
        language = self.company.language
        tally = language.occurrence.of("nouns", "tally")
        lasting = language.status.of("lasting", "nouns")
        subjects = (c for c in harm.head.children if c.dep_.startswith("nsubj") and c.lemma_.lower() in tally)
        return [
            noun
            for subject in subjects
            for noun in subject.children
            if noun.dep_ == "nmod" and noun.lemma_.lower() not in lasting and names_happening(noun, language)
        ]

    def fellows(self, harm: Token) -> list[Token]:
        """The harm that is told of beside it: "deux personnes sont mortes et trois ont été blessées lundi"."""
        beside = [harm.head] if harm.dep_ == "conj" else []
        beside += [c for c in harm.children if c.dep_ == "conj"]
        return [t for t in beside if may_tell(t, _SUFFERED, self.company.language)]

    def suffered(self, noun: Token) -> list[Token]:
        """The harm that was done in it, wherever the parse hangs the noun: "deux blessés lundi dans l'accident"."""
        within = self.company.language.occurrence.of("prepositions", "harm")
        if not is_led_by(noun, within):
            return []
        for token in reversed(noun.doc[max(noun.sent.start, noun.i - _FAR) : noun.i]):
            if may_tell(token, _SUFFERED, self.company.language):
                return [token]
            if is_verbal(token) or token.text in (",", ";", ":"):
                return []
        return []
