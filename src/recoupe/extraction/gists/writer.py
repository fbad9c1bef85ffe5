"""The line of a mention: its clause where that reads well, else a nominal line, as headlines have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import final

import attrs

from recoupe.extraction.dependencies import children, feature, is_finite, is_infinitive, is_subject, is_verbal
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.gists.clauses import LONGEST, Clauses
from recoupe.extraction.gists.completion import Completion
from recoupe.extraction.gists.labels import Labels
from recoupe.extraction.gists.pieces import Pieces
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token

#: Letters of a word that two pieces of one line hardly share.
_LONG_WORD = 5
#: A noun with no more words than this tells too little: what is said of it tells more.
_THIN = 2
#: So many steps above the noun.
_NEAR = 3
#: Further words between those of a unit: "suppression d'environ 900 emplois".
_GAP = 3
#: What a line does not begin or end with.
_WORD = re.compile(r"\w+")
_EDGES = " ,;:–—-"
#: A sentence with one of these says more than one thing, or is somebody's own words.
_SIGNS = '\n:;«»“”"()?!'


@final
@attrs.frozen(kw_only=True, eq=False)
class GistWriter:
    """Writes the lines of the mentions of one part.

    Every piece is quoted; a pronoun gives way to the name that it stands for, and a verb whose clause does not read
    well to its noun of action. What would not be grammatical gives no line.
    """

    #: Cuts the nominals.
    pieces: Pieces
    clauses: Clauses
    labels: Labels
    #: Completes nouns that stand alone.
    completion: Completion
    #: Whether a verb adds nothing to the noun that it carries.
    is_light: Callable[[Token], bool]
    #: Whether a noun says of the happening under it whether it came about: "report", "projet", "refus".
    decides: Callable[[Token], bool]

    @classmethod
    def of(
        cls,
        syntax: Syntax,
        words: Words,
        *,
        name_of: Callable[[Token], str | None],
        is_actor: Callable[[Token], bool],
        figures: Mapping[Run, Sequence[FoundFigure]],
        dated: Set[int],
        is_light: Callable[[Token], bool],
        decides: Callable[[Token], bool],
        where: Callable[[Token], str | None],
    ) -> GistWriter:
        """The writer of a part: `words` are those of ``headlines.toml``; the rest tells what is known of its tokens."""
        pieces = Pieces(words=words, syntax=syntax, name_of=name_of, figures=figures, dated=dated)
        clauses = Clauses(pieces=pieces)
        labels = Labels(pieces=pieces, clauses=clauses, is_actor=is_actor)
        completion = Completion(pieces=pieces, clauses=clauses, where=where)
        return cls(
            pieces=pieces, clauses=clauses, labels=labels, completion=completion, is_light=is_light, decides=decides
        )

    def write(self, trigger: Trigger, *, denied: bool = False) -> str | None:
        """The line of a trigger, without a final mark; None where no clean one can be made. A nominal line does not
        say by itself that what it names is not so; where it is `denied`, it is made to: "Pas de grève"."""
        lines = (self._finished(line, trigger) for line in self._lines(trigger, denied))
        return next((line for line in lines if line is not None), None)

    def _lines(self, trigger: Trigger, denied: bool) -> Iterator[str | None]:
        """What a line could be, the best first."""
        verb = self._carrying_verb(trigger)
        if verb is not None:
            yield self.clauses.line(verb, trigger)
        if trigger.unit.nominal or children(trigger.token, "det", "nummod"):  # whatever the parse calls it
            yield from self._nominal(trigger, denied)
        else:
            yield self.labels.of_participle(trigger)
            yield self._told(self.labels.of_verb(trigger), denied)
            yield self._told(self.pieces.count_of(trigger.tail), denied)  # "faisant | deux morts"
            yield self._whole(trigger.token)

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

    def _nominal(self, trigger: Trigger, denied: bool) -> Iterator[str | None]:
        token = trigger.token
        while token.dep_ == "nmod" and token.head.i < token.i and self.decides(token.head):
            token, denied = token.head, False  # "Report du lancement" says the opposite of "Lancement"
        text = self.labels.of_noun(token) or self._own_words(trigger)
        if text is not None and any(t.text not in text for t in trigger.tail if t.i > token.i):
            text = self._own_words(trigger) or text  # "placement | en détention"
        if text is None:
            yield self._clause_around(token, trigger)
            return
        if len(text.split()) <= _THIN:
            text = self.pieces.count_of(trigger.words) or text
            clause = self._clause_around(token, trigger)
            yield clause if is_subject(token) else None
            yield self._told(self.completion.with_own_words(token, text), denied)
            yield clause
            yield self._told(self.completion.with_place(token, text), denied)
        yield self._told(text, denied)

    def _clause_around(self, noun: Token, trigger: Trigger) -> str | None:
        """The clause that is said of a noun, or in which it stands: of the first verb above it, or of its relative
        clause. None for one that says no more than that it came about: "l'annonce survient"."""
        above = (t for t in islice(noun.ancestors, _NEAR) if is_verbal(t) and is_finite(t))
        for verb in (*islice(above, 1), *(c for c in children(noun, "acl:relcl") if is_finite(c))):
            line = self.clauses.line(verb, trigger)
            words = _WORD.findall(line) if line is not None else []
            if noun.text in words and not (words[-1:] == [verb.text] and self._goes_on(verb)):
                return line
        return None

    def _whole(self, verb: Token) -> str | None:
        """The sentence, where it is short, is told of somebody or something with a name or a noun of its own, and leans
        on none before it."""
        sentence, clitics = verb.sent, self.pieces.syntax.words.of("pronouns", "clitic")
        first = verb.doc[sentence.start]
        leans = first.pos_ in ("PRON", "CCONJ", "SCONJ", "ADV", "PUNCT") or feature(first, "PronType") == "Dem"
        text = sentence.text.strip().rstrip(".")
        pronoun = any(t.pos_ == "PRON" and (is_subject(t) or t.lower_ in clitics) for t in sentence)
        fits = len(text) <= LONGEST and is_finite(verb) and not any(sign in text for sign in _SIGNS)
        return text if fits and not leans and not pronoun else None

    def _goes_on(self, verb: Token) -> bool:
        """A complement stands behind it, after a date or not."""
        behind = verb.doc[verb.i + 1 : verb.sent.end]
        word = next((t for t in behind if t.i not in self.pieces.dated and t.pos_ != "ADV"), None)
        return word is not None and word.pos_ in ("ADP", "SCONJ")

    def _told(self, text: str | None, denied: bool) -> str | None:
        return self.pieces.wording.negated(text) if text is not None and denied else text

    def _own_words(self, trigger: Trigger) -> str | None:
        """The words of the unit, where they stand together."""
        first, last = trigger.words[0], trigger.words[-1]
        together = Run(first.doc, first.i, last.i + 1)
        return together.text if len(together) <= len(trigger.words) + _GAP else None

    def _finished(self, line: str | None, trigger: Trigger) -> str | None:
        """A line with its first letter large; None for one that repeats itself, ends too early or is too long."""
        if line is None:
            return None
        line = " ".join(line.replace("' ", "'").split()).strip(_EDGES)
        if not line or len(line) > LONGEST or _repeats(line, trigger.token.sent):
            return None
        if self.pieces.wording.dangles(line.rpartition(" ")[2].rpartition("'")[2]):
            return None
        return line[0].upper() + line[1:]


def _repeats(line: str, sentence: Run) -> bool:
    """A long word stands more often in the line than in its sentence: two pieces overlap."""
    words = [word for word in _WORD.findall(line) if len(word) >= _LONG_WORD]
    return any(words.count(word) > max(1, sentence.text.count(word)) for word in words)
