"""A short line that reports one mention, in the article's own words: the skeleton of its clause.

Subject, verb with its auxiliaries, object and the complements that name who, whom and where, in the order of the text;
subordinate clauses, quotations, dates and comments are left out. Every piece is quoted, and a pronoun gives way to the
name that it stands for. What would not be grammatical gives no line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction.figures import FoundFigure
from recoupe.extraction.syntax import (
    Syntax,
    auxiliaries,
    children,
    feature,
    finite,
    is_finite,
    is_infinitive,
    is_passive,
    is_verbal,
    shares_auxiliary,
)
from recoupe.extraction.triggers import Trigger
from recoupe.language.tokens import Run, Token

#: Characters of the longest line; a headline is shorter than a hundred and ten.
LONGEST = 100
#: Tokens of the longest piece (a name with its title, an object with its complement).
_PIECE = 14
#: Dependents that a piece keeps, with what stands under them.
_KEPT = frozenset(
    {"det", "amod", "nmod", "case", "nummod", "flat:name", "flat:foreign", "fixed", "compound", "cc", "conj"}
)
#: Signs behind which words are somebody's own.
_QUOTES = frozenset({"«", "“", '"'})
#: Prepositions of complements that belong to the skeleton.
_COMPLEMENTS = frozenset({"à", "de", "en", "dans", "contre", "avec", "par", "sur", "entre", "vers", "chez"})


@final
@attrs.frozen(kw_only=True, eq=False)
class GistWriter:
    """Writes the lines."""

    #: Reads the parse.
    syntax: Syntax
    #: The name that a pronoun stands for; None where that is not known.
    name_of: Callable[[Token], str | None]
    #: Whether a verb adds nothing to the noun that it carries.
    is_light: Callable[[Token], bool]
    #: The figures of each sentence.
    figures: Mapping[Run, Sequence[FoundFigure]]
    #: Whether a token lies in a time expression.
    is_dated: Callable[[Token], bool]

    def write(self, trigger: Trigger) -> str | None:
        """The line of a trigger, without a final mark; None where no clean one can be made."""
        verb = self._carrying_verb(trigger)
        line = self._clause(verb, trigger) if verb is not None else self._phrase(trigger)
        if line is None:
            return None
        line = " ".join(line.replace("' ", "'").split()).strip(' ,;:–—-«»"')
        return line[0].upper() + line[1:] if 0 < len(line) <= LONGEST else None

    # ------------------------------------------------------------------ clauses
    def _carrying_verb(self, trigger: Trigger) -> Token | None:
        """The finite verb of the trigger's clause: its own, the one that governs its infinitive, or a noun's verb."""
        token = trigger.token
        if trigger.unit.nominal:
            head = token.head
            light = is_verbal(head) and token.dep_ in ("obj", "nsubj", "nsubj:pass") and self.is_light(head)
            return head if light and is_finite(head) and not shares_auxiliary(head) else None
        while is_infinitive(token) and token.dep_ == "xcomp" and is_verbal(token.head):
            token = token.head
        return token if is_finite(token) and not shares_auxiliary(token) else None

    def _clause(self, verb: Token, trigger: Trigger) -> str | None:
        if feature(finite(verb), "Mood") == "Sub":
            return None
        subjects = self.syntax.subjects(verb, shared=False)
        if len(subjects) != 1 or subjects[0].i > verb.i:
            return None
        subject = self._nominal(subjects[0])
        several = feature(finite(verb), "Number") == "Plur"
        if subject is None or (several and feature(subjects[0], "Number") == "Sing" and " et " not in subject):
            return None
        tail = [t for t in trigger.tail if not trigger.unit.nominal and t.i > trigger.token.i]
        pieces: list[tuple[int, str | None]] = [self._verb_group(verb, tail if verb == trigger.token else [])]
        token = verb
        while token != trigger.token:
            below = [c for c in children(token, "xcomp") if trigger.token in c.subtree]
            if not below:
                break
            pieces += [(o.i, text) for o in self.syntax.objects(token) if o.i > token.i and (text := self._piece(o))]
            token = below[0]
            pieces.append(self._infinitive(token, tail if token == trigger.token else []))
        if any(c.dep_ in ("ccomp", "xcomp") for c in token.children):
            return None  # "a reconnu que ...": the line would stop short
        pieces += self._complements(token, {t.i for t in tail})
        if any(text is None for _, text in pieces):
            return None
        ordered = [text for _, text in sorted(set(pieces)) if text]
        return self._fitting([subject, *ordered])

    def _fitting(self, pieces: Sequence[str]) -> str | None:
        line = " ".join(pieces[:2])
        for piece in pieces[2:]:
            if len(line) + 1 + len(piece) > LONGEST:
                break
            line += " " + piece
        return line

    def _verb_group(self, verb: Token, tail: Sequence[Token]) -> tuple[int, str]:
        """The verb with its auxiliaries, clitics, negation and the further words of its phrase."""
        words = {verb, *auxiliaries(verb), *tail}
        for token in (verb, *auxiliaries(verb)):
            words |= {c for c in token.children if c.dep_.startswith("expl") or c.lower_ in self._clitics()}
        return self._run(words)

    def _infinitive(self, verb: Token, tail: Sequence[Token]) -> tuple[int, str]:
        marks = {c for c in verb.children if c.i < verb.i and c.dep_.startswith(("mark", "case", "aux", "expl"))}
        return self._run({verb, *marks, *tail})

    def _run(self, words: set[Token]) -> tuple[int, str]:
        ordered = sorted(words, key=lambda t: t.i)
        first, last = ordered[0], ordered[-1]
        whole = Run(first.doc, first.i, last.i + 1)
        if len(whole) <= len(words) + 2 and not any(t.is_punct or self.is_dated(t) for t in whole):
            return first.i, whole.text
        return first.i, " ".join(t.text for t in ordered)

    def _clitics(self) -> frozenset[str]:
        words = self.syntax.words
        return words.of("negation", "particle") | words.of("negation", "complete") | words.of("pronouns", "reflexive")

    def _complements(self, verb: Token, own: set[int]) -> list[tuple[int, str | None]]:
        found: list[tuple[int, str | None]] = []
        objects = [] if is_passive(verb) else [o for o in self.syntax.objects(verb) if o.i > verb.i and o.i not in own]
        for token in objects:
            if token.pos_ == "PRON":
                return [(token.i, None)]
            found.append((token.i, self._piece(token)))
        for word, token in self.syntax.obliques(verb):
            dated = self.is_dated(token) or self.syntax.is_temporal(token)
            if word in _COMPLEMENTS and token.i > verb.i and token.i not in own and not dated and token.pos_ != "PRON":
                found.append((token.i, self._piece(token)))
        lost = any(text is None for i, text in found if any(o.i == i for o in objects))
        return [(-1, None)] if lost else [(i, text) for i, text in found if text is not None]

    # ------------------------------------------------------------------ nominals
    def _nominal(self, token: Token) -> str | None:
        if token.pos_ == "PRON":
            return self.name_of(token)
        text = self._piece(token)
        for word in sorted((c for c in token.children if c.dep_ in ("case", "cc")), key=lambda t: t.i):
            text = text.removeprefix(word.text).strip() if text and word.i < token.i else text
        return text or None

    def _piece(self, token: Token) -> str | None:
        """A nominal with its determiner, adjectives and complements: a run of words without a comma or a date."""
        kept = {token.i}
        layer = [token]
        while layer:
            inner = [c for t in layer for c in t.children if self._belongs(c)]
            kept |= {c.i for c in inner}
            layer = inner
        start = end = token.i
        while start - 1 in kept:
            start -= 1
        while end + 1 in kept and end + 1 - start < _PIECE:
            end += 1
        while end > token.i and token.doc[end].dep_ in ("case", "cc", "det", "punct"):
            end -= 1
        while end + 1 < len(token.doc) and token.doc[end + 1].ent_iob_ == "I" and token.doc[end].ent_type_:
            end += 1
        start = self._with_qualifier(token, start)
        before = token.doc[start - 1].text if start > token.sent.start else ""
        if before in _QUOTES or any(c.i < start for c in token.children if c.dep_ in ("det", "nummod")):
            return None
        text = token.doc.words(start, end + 1)
        return None if any(mark in text for mark in '«»"()[]') else text

    def _with_qualifier(self, token: Token, start: int) -> int:
        """Where the words begin that qualify the number of a piece: "environ", "plus de", "au moins"."""
        offset = token.doc[start].idx
        for figure in self.figures.get(token.sent, ()):
            if figure.begins < offset < figure.ends:
                words = token.doc.covering(figure.begins, figure.ends)
                return words.start if words else start
        return start

    def _belongs(self, token: Token) -> bool:
        if self.is_dated(token) or token.is_punct:
            return False
        name = token.dep_ == "appos" and token.pos_ == "PROPN" and not token.doc[token.i - 1].is_punct
        return name or token.dep_ in _KEPT or (token.dep_ == "advmod" and token.head.pos_ == "NUM")

    def _phrase(self, trigger: Trigger) -> str | None:
        """A noun with its complements, as headlines have it: "Visite de M. Kim à Moscou"."""
        token = trigger.token
        if not trigger.unit.nominal:
            return None
        opening = [c for c in token.children if c.dep_ in ("det", "case") and c.i < token.i]
        if any(feature(d, "Poss") == "Yes" or feature(d, "PronType") == "Dem" for d in opening):
            return None
        text = self._piece(token)
        if text is None:
            return None
        for word in sorted(opening, key=lambda t: t.i):
            text = text.removeprefix(word.text).strip()
        return text if len(text.split()) > 2 else None
