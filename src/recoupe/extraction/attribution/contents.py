"""What a verb of saying reports: a clause ("que ..."), a noun ("a confirmé l'envoi"), or what follows."""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.attribution.statements import extent
from recoupe.extraction.dependencies import (
    children,
    feature,
    is_determined,
    is_finite,
    is_infinitive,
    is_passive,
    is_perfect_infinitive,
    is_verbal,
)
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token

#: How far behind a reporting verb its "que" may stand, in tokens ("a déclaré le 7 novembre à Kiev que").
_CLAUSE_REACH: Final = 15
#: How far behind a phrase of saying what it says begins, in tokens ("a fait état samedi matin de deux morts").
_OBJECT_REACH: Final = 8
#: How far behind a verb that gives a number the number may stand, in tokens ("parle désormais de plus de 400").
_NUMBER_REACH: Final = 7


@final
@attrs.frozen(kw_only=True, eq=False)
class Contents:
    """Finds what verbs of saying report."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax

    #: The verbs that give a number.
    counting: frozenset[str] = attrs.field(init=False, repr=False)

    @counting.default
    def _find_counting(self) -> frozenset[str]:
        return self.words.of("counts", "verbs") | self.words.of("counts", "perfect")

    def clause(self, verb: Token) -> Token | None:
        """The clause that a reporting verb has as its content ("que ...", or an infinitive: "affirme avoir vu")."""
        for child in verb.children:
            if child.pos_ == "PRON":
                continue  # "indique-t-on"
            if child.dep_ in ("acl", "advcl") and child.i > verb.i and is_perfect_infinitive(child):
                if children(child, "mark", "case"):
                    continue
                return child  # "ont indiqué jeudi avoir repêché": the parse takes it for a modifier
            if child.dep_ not in ("ccomp", "xcomp"):
                continue
            if self._goes_on(child):
                continue
            if child.dep_ == "xcomp" and not is_infinitive(child):
                continue
            if self.words.key_of("phrases", f"{verb.lemma_} {child.lemma_}".lower()) is not None:
                return self.clause(child)  # "fait savoir", "croit savoir": what it says comes behind both
            if child.dep_ == "ccomp" and child.i < verb.i and not any(c.dep_ == "mark" for c in child.children):
                continue
            return child
        links = self.syntax.words.of("pronouns", "relative_object")
        for token in verb.doc[verb.i + 1 : min(verb.i + _CLAUSE_REACH, verb.sent.end)]:
            if token.lower_ in links and token.dep_ == "mark":
                if token.head.i > token.i and is_verbal(token.head):
                    return None if self._is_anothers(token.head, verb, token.i) else token.head
                behind = verb.doc[token.i : min(token.i + _CLAUSE_REACH, verb.sent.end)]
                return next((t for t in behind if is_verbal(t) and is_finite(t) and not t.dep_.startswith("aux")), None)
            if token.text in ".;:" or (is_verbal(token) and not self._is_aside(token, verb)):
                break
        return None

    @staticmethod
    def _is_anothers(clause: Token, verb: Token, link: int) -> bool:
        """It is what a verb between says, or goes on from there: "précise la police, qui ajoute que", "l'armée avait
        repris la ville, et que"."""
        return (verb.i < clause.head.i < link and is_verbal(clause.head)) or clause.dep_ == "conj"

    @staticmethod
    def _is_aside(token: Token, verb: Token) -> bool:
        """It belongs to a noun behind the verb: "a indiqué lors d'une conférence organisée à Nivelles que"."""
        return any(t.dep_ in ("acl", "acl:relcl") for t in (token, *token.ancestors) if t.i > verb.i)

    def _goes_on(self, clause: Token) -> bool:
        """ "a dit la police, selon laquelle": a relative clause, and no content."""
        words = self.syntax.words.of("pronouns", "relative_subject")
        before = (t for t in clause.subtree if t.i < clause.i and t.head == clause)
        return any(t.lower_ in words and children(t, "case") for t in before)

    def noun(self, verb: Token) -> Token | None:
        """The object noun of a verb that attributes its object: "a confirmé l'envoi", "annonce la démission"."""
        for words, _ in self.words.phrases("objects").get(verb.lemma_.lower(), ()):
            if len(words) > 1 and verb.doc[min(verb.i + 1, len(verb.doc) - 1)].lower_ == words[-1]:
                # "a fait état samedi de deux morts"
                behind = verb.doc[verb.i + 2 : min(verb.i + _OBJECT_REACH, verb.sent.end)]
                return next((t for t in behind if t.pos_ == "NOUN" and self.syntax.preposition(t) == "de"), None)
        if verb.lemma_.lower() in self.counting and (counted := self.counted(verb)) is not None:
            return counted
        if verb.lemma_.lower() in self.words.of("objects", "speaking"):
            return next((t for word, t in self.syntax.obliques(verb) if word == "de" and _is_new(t)), None)
        if verb.lemma_.lower() in self.words.of("objects", "verbs"):
            found = self.syntax.subjects(verb) if is_passive(verb) else self.syntax.objects(verb)
            target = next(iter(found), None)
            against = verb.lemma_.lower() in self.words.of("objects", "against") and not self.syntax.is_negated(verb)
            return None if against and target is not None and is_determined(target) else target
        return None

    def counted(self, verb: Token) -> Token | None:
        """What a verb that gives a number counts, else the number: "parle de plus de 400 victimes", "n'en a compté que
        13 000"."""
        if not verb.auxiliaries and verb.lemma_.lower() in self.words.of("counts", "perfect"):
            return None  # "le parti compte 300 élus"
        quantities = self.syntax.words.of("counting", "quantities")
        for token in verb.doc[verb.i + 1 : min(verb.i + _NUMBER_REACH, verb.sent.end)]:
            if token.text[0].isdigit() or feature(token, "NumType") == "Card":
                return token.head if token.head.pos_ == "NOUN" and token.head.i > token.i else token
            if token.lemma_.lower() in quantities:
                return token
            if token.is_punct or token.pos_ in ("NOUN", "PROPN", "VERB"):
                return None
        return None

    def end_of_news(self, verb: Token, noun: Token) -> int:
        """Where the words end that say what is reported: "a annoncé la mort d'un homme, son employé, dans un accident".
        What stands behind the noun belongs to it, unless it tells where it was said ("dans un communiqué")."""
        end = extent(noun)[1]
        for child in children(verb, "conj"):
            if child.pos_ == "NOUN" and child.i >= end:
                end = extent(child)[1]  # "a confirmé l'interpellation d'un homme et la saisie de deux armes"
        for child in children(verb, "obl"):
            said = self.words.of("sources", "mouthpiece") | self.words.of("sources", "media")
            places = self.syntax.preposition(child) in self.words.of("circumstances", "prepositions")
            if child.i > end and places and child.lemma_.lower() not in said and child.pos_ == "NOUN":
                end = max(end, extent(child)[1])
        return end

    def announced(self, sentence: Run, verb: Token) -> tuple[int, int] | None:
        """Where the words lie that a pronoun and a colon announce: "Le parquet l'a confirmé : deux hommes ..."."""
        if not self._has_pronoun(verb):
            return None
        colon = next((t.i for t in verb.doc[verb.i + 1 : sentence.end] if t.text == ":"), None)
        return None if colon is None else (colon + 1, sentence.end)

    def points_back(self, verb: Token) -> bool:
        """A pronoun stands for what it says, and nothing in its sentence does: "Sa famille l'a annoncé dimanche."."""
        if not self._has_pronoun(verb) or self.clause(verb) is not None:
            return False
        return not any(t.text == ":" for t in verb.doc[verb.i + 1 : verb.sent.end])

    def _has_pronoun(self, verb: Token) -> bool:
        clitics = self.words.of("announced", "pronouns")
        return any(c.lower_ in clitics for c in verb.children if c.i < verb.i)


def _is_new(noun: Token) -> bool:
    """ "un coup d'État", "des licenciements"."""
    return noun.pos_ == "NOUN" and any(feature(c, "Definite") == "Ind" for c in children(noun, "det"))
