"""A clause whose verb the parse has lost: its bounds, its subject, and the tree that it gets with its verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

import attrs

from recoupe.language.fr.conjugation import Form
from recoupe.language.fr.tables import table, words
from recoupe.language.tokens import Doc, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
#: Parts of speech of the last word of a nominal.
_ENDS = (*_NOMINAL, "ADJ", "X", "SYM")
_REFLEXIVE = ("se", "s'")
_NEGATION = ("ne", "n'")
#: Labels of words inside a nominal, which stay with it.
_INSIDE = frozenset({"nmod", "amod", "flat:name", "flat:foreign", "appos", "acl", "nummod", "det", "case", "conj"})
#: Labels that a word keeps when its clause gets another head.
_KEPT = frozenset({"advmod", "punct", "cc", "mark", "advcl", "parataxis", "obl:agent", "ccomp", "acl:relcl"})


@final
@attrs.frozen(eq=False)
class Clause:
    """The words around a form that may be the verb of a clause."""

    #: The form.
    verb: Token
    #: Its first token; what is before belongs to another clause.
    start: int
    #: The end (not included) of the words that can depend on the form.
    end: int

    @classmethod
    def around(cls, verb: Token) -> Clause:
        """The words up to the marks and conjunctions that bound a clause."""
        listed, doc = words("finites"), verb.doc
        bounds = listed["marks"] | listed["conjunctions"] | listed["relatives"]
        start, end = verb.i, verb.i + 1
        while start > verb.sent.start and doc[start - 1].lower_ not in bounds and not _links_clauses(doc[start - 1]):
            start -= 1
        while end < verb.sent.end and doc[end].lower_ not in bounds:
            end += 1
        return cls(verb, start, end)

    @property
    def has_verb(self) -> bool:
        """Another word of the clause is a finite verb, or its subject is a relative pronoun."""
        doc, listed = self.verb.doc, words("finites")
        if self.start and doc[self.start - 1].lower_ in listed["relatives"]:
            return True
        linked = next((t.i for t in doc[self.verb.i + 1 : self.end] if t.pos_ == "CCONJ"), self.end)
        return any(is_finite(t) for t in (*doc[self.start : self.verb.i], *doc[self.verb.i + 1 : linked]))

    @property
    def ends_in_verb(self) -> bool:
        """ "Les salariés de l'usine débrayent": the clause ends with a form that no noun or adjective has."""
        return self.verb.i + 1 == self.end and self.verb.lower_ not in words("finites")["adjectives in -ent"]

    @property
    def subject(self) -> Token | None:
        """The first nominal before the form that no preposition governs; None where the words do not end in one."""
        doc, temporal = self.verb.doc, table("grammar")["nouns"]["temporal"]
        before = [t for t in doc[self.start : self.verb.i] if not _is_clitic(t)]
        if not before or before[-1].pos_ not in _ENDS:
            return None
        governed = False
        for token in before:
            if token.pos_ == "ADP" or token.lower_ in ("du", "au", "aux"):
                governed = True
            elif _is_nominal(token):
                if not governed and token.lower_ not in temporal and not token.is_punct:
                    return token
                governed = False
        return None

    def coordinated_with(self, *, plural: bool) -> Token | None:
        """The verb of the clause before, where "et" and nothing else stands between: "a rappelé X et ferme"; it has the
        number of the form ("ont quitté Homs et rejoint Berlin" goes on with a participle)."""
        doc = self.verb.doc
        between = doc[self.start : self.verb.i]
        if not self.start or not _links_clauses(doc[self.start - 1]) or not all(map(_is_clitic, between)):
            return None
        before = next(t for t in reversed(doc[self.verb.sent.start : self.start]) if is_finite(t))
        if before.features.get("Number") == ("Sing" if plural else "Plur"):
            return None
        return before.head if before.dep_.startswith("aux") else before

    def agrees(self, subject: Token, *, plural: bool) -> bool:
        """The form has the number of the subject, or others may be coordinated with that."""
        if any(t.lower_ == "et" for t in self.verb.doc[subject.i + 1 : self.verb.i]):
            return True
        forms = [subject, *(c for c in subject.children if c.dep_ == "det")]
        return plural is (subject.pos_ == "NUM" or any(t.features.get("Number") == "Plur" for t in forms))

    # ------------------------------------------------------------------ the new tree
    def give_verb(self, form: Form, subject: Token) -> None:
        """Make the form the verb of the clause, with `subject` as its subject."""
        verb, inside = self.verb, range(self.start, self.end)
        top = next((t for t in verb.doc[self.start : self.end] if t.head is t or t.head.i not in inside), verb)
        place = None if top.head is top else (top.head, top.dep_)
        followers = [c for c in top.children if c.i not in inside]
        loose = list(self._loose())
        self._read(form)
        for token in loose:
            token.detach()
        if place is not None:
            verb.attach(place[0], "ccomp" if place[1].startswith("nsubj") else place[1])
        subject.attach(verb, "nsubj")
        for token in (*loose, *followers):
            if token is not subject and token is not verb:
                self._place(token, subject)

    def coordinate(self, form: Form, before: Token) -> None:
        """Make the form a verb beside `before`, whose subject it shares."""
        loose = [t for t in self._loose() if t is not before]
        link = self.verb.doc[self.start - 1]
        self._read(form)
        self.verb.attach(before, "conj")
        link.attach(self.verb, "cc")
        for token in loose:
            if token is not self.verb:
                self._place(token, before)

    def _read(self, form: Form) -> None:
        self.verb.detach()
        form.give(self.verb)

    def _loose(self) -> Iterator[Token]:
        """The tokens of the clause that hang on the form, on the other side of it, or outside."""
        at = self.verb.i
        for token in self.verb.doc[self.start : self.end]:
            head = token.head.i
            own = self.start <= head < at if token.i < at else at < head < self.end
            if token is not self.verb and (not own or token.head is token):
                yield token

    def _place(self, token: Token, subject: Token) -> None:
        """Give a loose token its place under the verb, or inside the subject."""
        verb = self.verb
        if _is_clitic(token) and token.i < verb.i:
            label = "advmod" if token.lower_ in _NEGATION else "expl:comp" if token.lower_ in _REFLEXIVE else "iobj"
            token.attach(verb, label)
        elif subject.i < token.i < verb.i:
            token.attach(subject, token.dep_ if token.dep_ in _INSIDE else "nmod")
        elif _is_infinitive(token):
            token.attach(verb, "xcomp")
        elif _qualifies(token) and (noun := self._noun_before(token)) is not None:
            token.attach(noun, "acl" if token.pos_ == "VERB" else "amod")
        elif _is_nominal(token) and (
            any(c.dep_ == "case" for c in token.children) or token.lower_ in table("grammar")["nouns"]["temporal"]
        ):
            token.attach(verb, "obl:mod")
        elif not _is_nominal(token) or token.i < self.start or token.i >= self.end:
            token.attach(verb, token.dep_ if token.dep_ in _KEPT else "dep")
        elif token.i < verb.i or any(c.dep_ == "obj" for c in verb.children):
            token.attach(verb, "obl:mod" if token.i < verb.i else "dep")
        else:
            token.attach(verb, "obj")

    def _noun_before(self, token: Token) -> Token | None:
        doc: Doc = token.doc
        return next((t for t in reversed(doc[self.verb.i + 1 : token.i]) if t.pos_ in ("NOUN", "PROPN")), None)


def is_finite(token: Token) -> bool:
    """A verb or auxiliary with a mood."""
    return token.pos_ in ("VERB", "AUX") and bool(token.features.get("Mood"))


def _is_nominal(token: Token) -> bool:
    """A noun or the like; a name that is taken for an adjective."""
    return token.pos_ in _NOMINAL or (token.pos_ == "ADJ" and token.is_title)


def _qualifies(token: Token) -> bool:
    """An adjective or a participle."""
    return token.pos_ in ("ADJ", "VERB") and not _is_nominal(token) and not is_finite(token)


def _is_infinitive(token: Token) -> bool:
    """ "partir", "avoir licencié"."""
    forms = [token, *(child for child in token.children if child.dep_.startswith("aux"))]
    return token.pos_ in ("VERB", "AUX") and any(form.features.get("VerbForm") == "Inf" for form in forms)


def _is_clitic(token: Token) -> bool:
    """ "ne", "se", "lui"; and "le", where it is no article."""
    listed = words("finites")
    return token.lower_ in listed["clitics"] or (token.pos_ == "PRON" and token.lower_ in listed["pronouns"])


def _links_clauses(token: Token) -> bool:
    """ "et", "ou" behind a clause that has its verb already."""
    if token.pos_ != "CCONJ":
        return False
    for before in reversed(token.doc[token.sent.start : token.i]):
        if is_finite(before):
            return True
        if before.text in words("finites")["marks"]:
            return False
    return False
