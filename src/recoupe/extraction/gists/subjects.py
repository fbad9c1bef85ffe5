"""With which words a line names the subject of its verb: all of it, with the name set apart behind it; never a noun of
which the verb may not be said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

import attrs

from recoupe.extraction.dependencies import children, feature, finite, is_finite, is_passive, is_verbal
from recoupe.extraction.gists.pieces import Pieces
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Token

#: Parts of speech of a subject; a verb is none, whatever the parse says.
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM"})
#: Labels of a verb that takes up a noun of the clause before.
_TAKEN_UP = ("conj", "acl:relcl", "acl")
#: Characters of the longest subject that holds a name set apart, or several nominals.
_LONGEST = 70
#: How far before a relative pronoun the nouns may begin that it can stand for, in tokens.
_REACH = 16
#: Prepositions that say where: what is said behind is rather said of what is there.
_WHERE = ("dans", "en", "à", "sur")


@final
@attrs.frozen(kw_only=True, eq=False)
class Subjects:
    """Names the subjects of finite verbs."""

    #: Cuts the nominals.
    pieces: Pieces
    #: Reads the parse.
    syntax: Syntax = attrs.field(init=False, repr=False)

    @syntax.default
    def _find_syntax(self) -> Syntax:
        return self.pieces.syntax

    def of(self, verb: Token) -> str | None:
        """The subject of `verb` as a line begins with it; None where it is not known, or not all of it."""
        subjects = self.syntax.subjects(verb, shared=verb.dep_ == "conj")
        if len(subjects) != 1 or subjects[0].i > verb.i or subjects[0].pos_ not in _SUBJECTS:
            return None
        subject = subjects[0]
        text = self.pieces.subject(subject)
        if text is None or self._is_lacking(verb, subject, text) or self._is_one_of_two(verb, subject):
            return None
        return text

    def in_full(self, verb: Token, text: str) -> str:
        """What `of` gave as `text`, with the name that is set apart behind it ("le préfet du Var, Paul Roche,"), and
        with the nominals that are coordinated with it where the parse does not say so ("onze engins, 150 pompiers et 50
        gendarmes")."""
        subject = self.syntax.subjects(verb, shared=verb.dep_ == "conj")[0]
        if subject.pos_ == "PRON" or verb.dep_ == "conj" or self._relative(verb) is not None:
            return text
        return self._all_of(verb, subject, text)

    # ------------------------------------------------------------------ what is no subject
    def _is_lacking(self, verb: Token, subject: Token, text: str) -> bool:
        """What stands before the verb is not its subject, or not all of it: the two do not agree, or a preposition or
        the lack of an article gives it away; or it speaks, and the line would speak of it ("je vais")."""
        number = feature(finite(verb), "Number")
        if verb.dep_ == "conj" and is_verbal(verb.head) and not is_finite(verb.head) and subject.i > verb.head.i:
            return True  # "un accident impliquant une voiture et un bus a fait deux morts"
        if is_bare_title(subject):
            return True
        if subject.pos_ == "PRON" and feature(finite(verb), "Person") in ("1", "2"):
            return True
        inside = [c for c in subject.children if c.dep_ in ("det", "nummod")]
        plural = any(feature(t, "Number") == "Plur" for t in (subject, *inside))
        counted = any(
            f.head == subject or f.head in subject.children for f in self.pieces.figures.get(subject.sent, ())
        )
        if number == "Plur" and not (plural or counted or " et " in text):
            return True
        if number == "Sing" and feature(subject, "Number") == "Plur" and children(subject, "nummod"):
            return True  # "Les deux hommes auraient quitté Homs et rejoint Berlin"
        if not inside and follows_another(subject, self.pieces.bounds(subject)[0]):
            return True
        if number == "Sing" and any(children(c, "det") and children(c, "cc") for c in children(subject, "conj")):
            return True
        proper = subject.pos_ == "PROPN" or subject.i > subject.sent.start or bool(children(subject, "flat"))
        named = subject.text[:1].isupper() and proper and self.syntax.preposition(subject) is None
        if named or subject.pos_ == "PRON":
            return False
        if number == "Sing" and feature(subject, "Number") == "Plur" and not counted:
            return True
        if verb.dep_ in _TAKEN_UP:  # "en Argentine, qui ...", "une coulée de lave, qui ..."
            bare = text.split()[0] == subject.text and not inside
            return bare and (subject.pos_ != "PROPN" or self.syntax.preposition(subject) == "en")
        return not inside or self.syntax.preposition(subject) is not None

    def _is_one_of_two(self, verb: Token, subject: Token) -> bool:
        """ "une campagne contre la rougeole qui a fait cent morts": of two nouns that agree with the verb of a relative
        clause, either may be meant."""
        pronoun = self._relative(verb)
        if pronoun is None:
            return False
        if pronoun.doc[pronoun.i - 1].text == "," and subject.pos_ == "PROPN":
            return False
        near = next(self._antecedents(verb, pronoun), subject)
        if near == subject:
            near, *others = (*self._antecedents(verb, pronoun), subject)
            return self.syntax.preposition(subject) in _WHERE and any(noun != subject for noun in others)
        return True

    def _relative(self, verb: Token) -> Token | None:
        """The relative pronoun that is its subject."""
        words = self.syntax.words.of("pronouns", "relative_subject")
        return next((c for c in children(verb, "nsubj") if c.lower_ in words), None)

    def _antecedents(self, verb: Token, pronoun: Token) -> Iterator[Token]:
        """The nouns with an article, before a relative pronoun and in one run with it, that agree with its verb."""
        number = feature(finite(verb), "Number")
        gender = feature(verb, "Gender") if is_passive(verb) else ""
        for token in reversed(pronoun.doc[max(pronoun.sent.start, pronoun.i - _REACH) : pronoun.i]):
            if token.pos_ in ("VERB", "AUX", "SCONJ") or (token.text == "," and token.i < pronoun.i - 1):
                return
            if (
                token.pos_ not in ("NOUN", "PROPN")
                or token.i in self.pieces.dated
                or not children(token, "det", "nummod")
            ):
                continue
            agrees = all(feature(t, "Number") in ("", number) for t in (token, *children(token, "det")))
            if agrees and (not gender or feature(token, "Gender") in ("", gender)):
                yield token

    # ------------------------------------------------------------------ all of a subject
    def _all_of(self, verb: Token, subject: Token, text: str) -> str:
        doc, end = verb.doc, self._beginning(verb)
        start, last = self.pieces.bounds(subject)
        if end - last < 3:
            return text
        between = doc[last + 1 : end]
        if any(t.i in self.pieces.dated or t.pos_ in ("VERB", "AUX", "PRON", "SCONJ") for t in between):
            return text
        commas = [t.i for t in between if t.text == ","]
        apart = subject.pos_ == "NOUN" and commas == [last + 1, end - 1] and _is_name(doc[last + 2])
        if apart and all(t.pos_ in ("PROPN", "NOUN") for t in doc[last + 2 : end - 1]):
            whole = f"{text}, {doc.words(last + 2, end - 1)},"
        elif not commas and between[0].pos_ == "CCONJ" and start > subject.sent.start and doc[start - 1].text == ",":
            opens = all(
                t.pos_ in ("NOUN", "NUM", "ADJ", "DET") or t.text == "," for t in doc[subject.sent.start : start]
            )
            whole = doc.words(subject.sent.start, end) if opens else text
        else:
            return text
        return whole if len(whole) <= _LONGEST else text

    def _beginning(self, verb: Token) -> int:
        """The first token of the verb with its auxiliaries and clitics."""
        start = min(t.i for t in (verb, *verb.auxiliaries))
        clitics = self.syntax.words.of("pronouns", "clitic") | self.syntax.words.of("negation", "particle")
        while start > verb.sent.start and verb.doc[start - 1].lower_ in clitics:
            start -= 1
        return start


def is_bare_title(noun: Token) -> bool:
    """ "Paul Roche, ancien ministre, qui s'est rendu": an apposition without an article names nobody by itself."""
    return noun.pos_ == "NOUN" and noun.dep_ == "appos" and not children(noun, "det", "nummod")


def follows_another(noun: Token, start: int) -> bool:
    """ "Norvégiens et Danois ont signé": a noun whose words begin with token `start` is the last of several."""
    joined = start - 2 >= noun.sent.start and noun.doc[start - 1].pos_ == "CCONJ"
    return joined and noun.doc[start - 2].pos_ in ("NOUN", "PROPN")


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper()
