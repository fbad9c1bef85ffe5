"""A short line that reports one mention, in the article's own words: the skeleton of its clause.

Subject, verb with its auxiliaries, object and the complements that name who, whom and where, in the order of the text;
subordinate clauses, quotations, dates and comments are left out. Every piece is quoted, and a pronoun gives way to the
name that it stands for. What would not be grammatical gives no line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction.dependencies import (
    children,
    feature,
    finite,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
    shares_auxiliary,
)
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.phrases import word_end
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Run, Token

#: Characters of the longest line; a headline is shorter than a hundred and ten.
LONGEST = 100
#: Tokens of the longest piece (a name with its title, an object with its complement).
_PIECE = 14
#: Letters of a word that two pieces of one line hardly share.
_LONG_WORD = 5
#: Parts of speech of a subject; a verb is none, whatever the parse says.
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM"})
#: Dependents that a piece keeps, with what stands under them.
_KEPT = frozenset(
    {"det", "amod", "nmod", "case", "nummod", "flat:name", "flat:foreign", "fixed", "compound", "cc", "conj"}
)
#: Words with which no piece ends.
_JOINING = frozenset({"case", "cc", "det", "punct", "mark", "fixed"})
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
    #: Whether a noun says of the happening under it whether it came about: "report", "projet", "refus".
    decides: Callable[[Token], bool]

    def write(self, trigger: Trigger) -> str | None:
        """The line of a trigger, without a final mark; None where no clean one can be made."""
        verb = self._carrying_verb(trigger)
        line = self._clause(verb, trigger) if verb is not None else self._phrase(trigger)
        if line is None:
            return None
        line = " ".join(line.replace("' ", "'").split()).strip(' ,;:–—-«»"')
        if _repeats(line, trigger.token.sent):
            return None
        return line[0].upper() + line[1:] if 0 < len(line) <= LONGEST else None

    # ------------------------------------------------------------------ clauses
    def _carrying_verb(self, trigger: Trigger) -> Token | None:
        """The finite verb of the trigger's clause: its own, the one that governs its infinitive, or a noun's verb."""
        token = trigger.token
        if trigger.unit.nominal:
            head = token.head
            light = is_verbal(head) and token.dep_ in ("obj", "nsubj", "nsubj:pass") and self.is_light(head)
            return head if light and is_finite(head) else None
        while is_infinitive(token) and token.dep_ == "xcomp" and is_verbal(token.head):
            token = token.head
        return token if is_finite(token) else None

    def _clause(self, verb: Token, trigger: Trigger) -> str | None:
        if feature(finite(verb), "Mood") == "Sub":
            return None
        subjects = self.syntax.subjects(verb, shared=verb.dep_ == "conj")
        if len(subjects) != 1 or subjects[0].i > verb.i or subjects[0].pos_ not in _SUBJECTS:
            return None
        subject = self._nominal(subjects[0])
        if subject is None or self._lacks_a_subject(verb, subjects[0], subject):
            return None
        tail = [t for t in trigger.tail if not trigger.unit.nominal and t.i > trigger.token.i]
        tail = [t for t in tail if not self._in_a_complement(trigger.token, t)]
        pieces: list[tuple[int, str | None]] = [self._verb_group(verb, tail if verb == trigger.token else [])]
        token = verb
        while below := self._infinitive_below(token, trigger.token):
            objects = self.syntax.objects(token)
            if any(is_verbal(t) and t not in objects for t in token.doc[token.i + 1 : below.i]):
                return None  # "sont mortes en tentant de traverser": what leads there would be lost
            pieces += [(o.i, text) for o in objects if o.i > token.i and (text := self._piece(o))]
            marked = any(c.dep_ in ("mark", "case") for c in below.children)
            if objects and not marked:
                return None
            token = below
            pieces.append(self._infinitive(token, tail if token == trigger.token else []))
        if any(c.dep_ in ("ccomp", "xcomp") for c in token.children) or self._quotes_next(token):
            return None  # "a reconnu que ...": the line would stop short
        pieces += self._complements(token, {t.i for t in tail})
        if any(text is None for _, text in pieces):
            return None
        ordered = [text for _, text in sorted(set(pieces)) if text]
        if not tail and not any(i > token.i for i, _ in pieces) and self._goes_on(token):
            return None
        return self._fitting([subject, *ordered])

    def _lacks_a_subject(self, verb: Token, subject: Token, text: str) -> bool:
        """What stands before the verb is not its subject, or not all of it: the two do not agree, or a preposition or
        the lack of an article gives it away."""
        number = feature(finite(verb), "Number")
        inside = [c for c in subject.children if c.dep_ in ("det", "nummod")]
        plural = any(feature(t, "Number") == "Plur" for t in (subject, *inside))
        counted = any(f.head == subject or f.head in subject.children for f in self.figures.get(subject.sent, ()))
        if number == "Plur" and not (plural or counted or " et " in text):
            return True
        named = subject.text[:1].isupper() and self.syntax.preposition(subject) is None
        if named or subject.pos_ == "PRON" or verb.dep_ in ("conj", "acl:relcl", "acl"):
            return False
        disagrees = number == "Sing" and feature(subject, "Number") == "Plur" and not counted
        return disagrees or not inside or self.syntax.preposition(subject) is not None

    def _in_a_complement(self, verb: Token, word: Token) -> bool:
        """A word of the phrase that its object or complement says in full: "a ouvert une enquête"."""
        own = [*self.syntax.objects(verb), *(c for _, c in self.syntax.obliques(verb))]
        return any(word in t.subtree for t in own if t.i > verb.i and self._piece(t) is not None)

    def _infinitive_below(self, verb: Token, target: Token) -> Token | None:
        """The infinitive under a verb: the one that leads down to the trigger, or the one that completes it."""
        below = [c for c in children(verb, "xcomp") if is_infinitive(c) and c.i > verb.i]
        return next((c for c in below if target in c.subtree or verb == target or target.i < verb.i), None)

    def _quotes_next(self, verb: Token) -> bool:
        """Somebody's own words complete the verb."""
        return verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text in _QUOTES

    def _goes_on(self, verb: Token) -> bool:
        """An active verb without any complement in the line has more behind it than a mark or a date."""
        if is_passive(verb) or self.syntax.is_reflexive(verb):
            return False
        following = verb.doc[verb.i + 1 : verb.sent.end]
        word = next((t for t in following if not self.is_dated(t) and t.pos_ != "ADV"), None)
        if word is None or word.is_punct or word.pos_ in ("CCONJ", "SCONJ"):
            return False
        return word.pos_ != "ADP" or any(is_infinitive(t) for t in verb.doc[word.i + 1 : word.i + 2])

    def _fitting(self, pieces: Sequence[str]) -> str | None:
        """As many pieces as fit; None where not even the first complement does."""
        line = " ".join(pieces[:2])
        for number, piece in enumerate(pieces[2:]):
            if len(line) + 1 + len(piece) > LONGEST:
                return line if number else None
            line += " " + piece
        return line

    def _verb_group(self, verb: Token, tail: Sequence[Token]) -> tuple[int, str]:
        """The verb with its auxiliaries, clitics, negation and the further words of its phrase."""
        own = verb.head.auxiliaries if shares_auxiliary(verb) else verb.auxiliaries
        words = {verb, *own, *tail, *(d for t in tail for d in t.children if d.dep_ in ("det", "amod"))}
        clitics = self._clitics()
        for token in (verb, *own):
            words |= {c for c in token.children if c.dep_.startswith("expl") or c.lower_ in clitics}
        return self._run(words)

    def _infinitive(self, verb: Token, tail: Sequence[Token]) -> tuple[int, str]:
        clitics, labels = self._clitics(), ("mark", "case", "aux", "expl")
        before = (c for c in verb.children if c.i < verb.i)
        return self._run({verb, *(c for c in before if c.dep_.startswith(labels) or c.lower_ in clitics), *tail})

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
        lost = any(text is None for _, text in found)
        for word, token in sorted(self.syntax.obliques(verb), key=lambda oblique: oblique[1].i):
            dated = self.is_dated(token) or self.syntax.is_temporal(token)
            if word in _COMPLEMENTS and token.i > verb.i and token.i not in own and not dated and token.pos_ != "PRON":
                piece = self._piece(token)
                if piece is None:  # what follows may belong to what is left out ("tués dans l'est | du Burkina Faso")
                    lost = lost or not found
                    break
                found.append((token.i, piece))
        return [(-1, None)] if lost else [(i, text) for i, text in found if text is not None]

    # ------------------------------------------------------------------ nominals
    def _nominal(self, token: Token) -> str | None:
        if token.pos_ == "PRON":
            return self.name_of(token)
        text = self._piece(token)
        joining = self.syntax.words.of("pronouns", "relative")
        for word in token.subtree:
            if word.i >= token.i or not text:
                continue
            adverb = word.pos_ == "ADV" and word.head == token and token.doc[word.i + 1].pos_ != "NUM"
            if adverb or word.dep_ in ("case", "cc", "mark", "fixed") or word.lower_ in joining:
                text = _without_first(text, word)
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
        while end > token.i and (token.doc[end].dep_ in _JOINING or token.doc[end].pos_ in ("CCONJ", "SCONJ")):
            end -= 1
        while end + 1 < len(token.doc) and token.doc[end + 1].ent_iob_ == "I" and token.doc[end].ent_type_:
            end += 1
        end = word_end(token.doc, end) - 1
        start = self._with_qualifier(token, self._opening(token, start))
        before = token.doc[start - 1].text if start > token.sent.start else ""
        if (
            before in _QUOTES
            or _is_cut(token.doc[end])
            or self._lacks_its_complement(token, token.doc[end])
            or any(c.i < start for c in token.children if c.dep_ in ("det", "nummod", "amod"))
        ):
            return None
        text = token.doc.words(start, end + 1)
        between = self.syntax.preposition(token) == "entre" and " et " not in text
        return None if between or any(mark in text for mark in '«»"()[]') else text

    def _lacks_its_complement(self, token: Token, last: Token) -> bool:
        """ "secourus au cours | de la même journée": what follows with "de" belongs to the piece, and is neither a date
        nor a piece of its own."""
        following = last.doc[last.i + 1 : last.sent.end]
        if len(following) < 2 or following[0].dep_ != "case" or following[0].lower_ not in ("de", "d'", "du", "des"):
            return False
        return following[0].head.head != token.head and not self.is_dated(following[1])

    def _opening(self, token: Token, start: int) -> int:
        """Where a nominal begins, behind words that only join it to what came before ("et", "dont", "suite à")."""
        first = token.doc[start]
        while first.i < token.i and (first.dep_ in ("cc", "mark", "fixed") or first.pos_ in ("CCONJ", "SCONJ")):
            first = token.doc[first.i + 1]
        return first.i

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
        if token.pos_ == "PRON" and any(c.dep_ == "acl:relcl" for c in token.children):
            return False  # "un essai de ce qui a été présenté comme": it says nothing without the clause
        name = token.dep_ == "appos" and token.pos_ == "PROPN" and not token.doc[token.i - 1].is_punct
        return name or token.dep_ in _KEPT or (token.dep_ == "advmod" and token.head.pos_ == "NUM")

    def _phrase(self, trigger: Trigger) -> str | None:
        """What headlines have: a noun with its complements ("Visite de M. Kim à Moscou"), a participle with its noun
        ("Deux diplomates expulsés par Riga")."""
        token = trigger.token
        if not trigger.unit.nominal:
            return self._participle(trigger) if is_participle(token) and is_passive(token) else None
        while token.dep_ == "nmod" and token.head.i < token.i and self.decides(token.head):
            token = token.head  # "Report du lancement" says the opposite of "Lancement"
        opening = [c for c in token.children if c.dep_ in ("det", "case") and c.i < token.i]
        if any(feature(d, "Poss") == "Yes" or feature(d, "PronType") == "Dem" for d in opening):
            return None
        text = self._nominal(token)
        for word in sorted(opening, key=lambda t: t.i):
            text = _without_first(text, word) if text else None
        return text if text and len(text.split()) > 2 else None

    def _participle(self, trigger: Trigger) -> str | None:
        token = trigger.token
        if token.dep_ not in ("acl", "amod") or token.head.pos_ not in ("NOUN", "PROPN") or token.head.i > token.i:
            return None
        noun = self._nominal(token.head)
        agrees = all(
            feature(token, f) == feature(token.head, f) for f in ("Number", "Gender") if feature(token.head, f)
        )
        if noun is None or not agrees:
            return None
        if token.text in noun.split():
            return noun
        complements = sorted((i, t) for i, t in self._complements(token, {t.i for t in trigger.tail}) if t)
        return self._fitting([noun, " ".join(t.text for t in trigger.words), *(text for _, text in complements)])


def _without_first(text: str, word: Token) -> str:
    """`text` without its first word, if that is `word`: "de" is not the first word of "des dizaines"."""
    first = text[: len(word.text)]
    following = text[len(word.text) :]
    whole = first.endswith("'") or not following or not following[0].isalnum()
    return following.strip() if first == word.text and whole else text


def _is_cut(last: Token) -> bool:
    """What follows belongs to the same word, behind a hyphen: "capital-investissement"."""
    following = last.doc[last.i + 1 : last.i + 2]
    return any(t.text == "-" and t.idx == last.idx + len(last.text) for t in following)


def _repeats(line: str, sentence: Run) -> bool:
    """A long word stands more often in the line than in its sentence: two pieces overlap."""
    words = [word for word in line.split() if len(word) >= _LONG_WORD]
    return any(words.count(word) > max(1, sentence.text.count(word)) for word in words)
