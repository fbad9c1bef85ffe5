"""The line of a mention: its clause where that reads well, else a nominal line, as headlines have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import final

import attrs

from recoupe.extraction.dependencies import children, is_finite, is_infinitive, is_verbal
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.gists.clauses import LONGEST, Clauses
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
        is_dated: Callable[[Token], bool],
        is_light: Callable[[Token], bool],
        decides: Callable[[Token], bool],
    ) -> GistWriter:
        """The writer of a part: `words` are those of ``headlines.toml``; the rest tells what is known of its tokens."""
        pieces = Pieces(words=words, syntax=syntax, name_of=name_of, figures=figures, is_dated=is_dated)
        clauses = Clauses(pieces=pieces)
        labels = Labels(pieces=pieces, clauses=clauses, is_actor=is_actor)
        return cls(pieces=pieces, clauses=clauses, labels=labels, is_light=is_light, decides=decides)

    def write(self, trigger: Trigger, *, denied: bool = False) -> str | None:
        """The line of a trigger, without a final mark; None where no clean one can be made. A nominal line does not
        say by itself that what it names is not so; where it is `denied`, it is made to: "Pas de grève"."""
        verb = self._carrying_verb(trigger)
        clause = self._finished(self.clauses.line(verb, trigger), trigger) if verb is not None else None
        return clause or self._finished(self._nominal(trigger, denied), trigger)

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

    def _nominal(self, trigger: Trigger, denied: bool) -> str | None:
        token = trigger.token
        if not trigger.unit.nominal and not children(token, "det"):  # "une remise": a noun, whatever the parse says
            return self.labels.of_participle(trigger) or self._told(self.labels.of_verb(trigger), denied)
        while token.dep_ == "nmod" and token.head.i < token.i and self.decides(token.head):
            token, denied = token.head, False  # "Report du lancement" says the opposite of "Lancement"
        text = self.labels.of_noun(token) or self._own_words(trigger)
        if text is not None and any(t.text not in text for t in trigger.tail if t.i > token.i):
            text = self._own_words(trigger) or text  # "placement | en détention"
        if text is not None and len(text.split()) > _THIN:
            return self._told(text, denied)
        verb = next((t for t in islice(token.ancestors, _NEAR) if is_verbal(t) and is_finite(t)), None)
        clause = self.clauses.line(verb, trigger) if verb is not None else None
        return clause if clause is not None and token.text in clause.split() else self._told(text, denied)

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
