"""Words beside a figure that say who gives it: "selon la police", "(préfecture)", "contre 6 000 pour les syndicats"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.attribution.statements import ACCORDING, INCISE, Statement
from recoupe.extraction.dependencies import is_verbal
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token
from recoupe.model import ActorKind, Stance

#: How many words may stand in parentheses behind a figure ("source policière", "ministère de l'Intérieur"), in tokens.
_INSIDE: Final = 6
#: How far before its words a parenthesis may open that they close ("(1 500 personnes selon la police)"), in tokens.
_OPENED: Final = 12
_NOMINAL: Final = ("NOUN", "PROPN")


@final
@attrs.frozen(kw_only=True, eq=False)
class Cue:
    """Words that say who speaks, seen from the figures around them."""

    #: The first, and one past the last.
    start: int
    end: int
    #: What they say.
    statement: Statement
    #: They stand at the beginning of what they are said of, and not behind it.
    opens: bool = False
    #: What stands before this token is another's: the parenthesis in which they stand opens here.
    reach: int = 0


def cues_of(sentence: Run, statements: Iterable[Statement], figures: Sequence[FoundFigure]) -> Iterator[Cue]:
    """The statements of a sentence that stand beside what they are said of: "selon X", "a indiqué X".

    Their words end before the next figure, which the parse often coordinates with whoever speaks ("selon la préfecture
    et 25 000 selon les syndicats").
    """
    doc = sentence.doc
    firsts = {first_of(figure) for figure in figures if figure.number}
    for statement in statements:
        start = statement.cue.i
        if statement.depth not in (ACCORDING, INCISE) or start not in statement.outside:
            continue
        end = start + 1
        while end in statement.outside and end not in firsts:
            end += 1
        while end - 1 > statement.cue.i and (doc[end - 1].is_punct or doc[end - 1].pos_ in ("CCONJ", "ADP")):
            end -= 1
        while start - 1 in statement.outside and doc[start - 1].text != ")":
            start -= 1
        opening = max(sentence.start, start - _OPENED)
        marks = [t for t in doc[opening:start] if t.text in "()"]
        yield Cue(
            start=start,
            end=end,
            statement=statement,
            opens=statement.depth == ACCORDING and _opens(sentence, start),
            reach=marks[-1].i if marks and marks[-1].text == "(" else 0,
        )


def _opens(sentence: Run, start: int) -> bool:
    """A clause begins there: "..., mais, selon la préfecture, ils étaient 14 000"."""
    before = start - 1
    if before > sentence.start and sentence.doc[before].text == ",":
        before -= 1
        return sentence.doc[before].pos_ in ("CCONJ", "SCONJ")
    return before < sentence.start or sentence.doc[before].text in ";:" or sentence.doc[before].pos_ == "SCONJ"


@final
@attrs.frozen(kw_only=True, eq=False)
class Asides:
    """Finds those who are named right beside a number, with no verb or "selon"."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Finds speakers.
    speakers: Speakers

    def beside(self, part: Part, figures: Sequence[FoundFigure], known: Sequence[Cue], *, counted: bool) -> list[Cue]:
        """The cues of a sentence in order: the known ones, and those beside its figures, where there are two who give
        one, and not both by their bare names ("23 sièges (PS), 45 (LR)").

        Args:
            part: that of the sentence.
            figures: of the sentence, in the order of the text.
            known: the cues that statements make.
            counted: somebody else is said to give a figure of the sentence.
        """
        found = [
            (cue, counts)
            for figure in figures
            if figure.number and not figure.weak
            for cue, counts in self._of(part, figure)
        ]
        told = bool(known) or counted or (len(found) > 1 and any(counts for _, counts in found))
        return sorted([*known, *(cue for cue, _ in found if told)], key=lambda cue: cue.start)

    def _of(self, part: Part, figure: FoundFigure) -> Iterator[tuple[Cue, bool]]:
        """The words beside one figure, and whether they are a noun for those who count."""
        doc, end = figure.head.doc, last_of(figure) + 1
        following = doc[end].lower_ if end < len(doc) else ""
        if following == "(":
            close = next((t.i for t in doc[end + 1 : end + 2 + _INSIDE] if t.text == ")"), None)
            inside = doc[end + 1 : close] if close is not None else []
            if not any(is_verbal(t) or t.text[0].isdigit() or t.pos_ in ("ADP", "NUM") for t in inside[:1]):
                yield from self._named(part, inside, end, (close or end) + 1)
        elif following in self.words.of("counts", "prepositions"):
            yield from self._named(part, doc[end + 1 : end + 4], end, end + 2)
        first = first_of(figure)
        noun = doc[first - 1] if first > figure.head.sent.start else None
        if noun is not None and noun.pos_ in _NOMINAL and figure.figure.of is None:  # "la police 1 200"
            start = next((i for i in range(noun.i, max(noun.i - 4, 0), -1) if doc[i].pos_ == "DET"), noun.i)
            if doc[start - 1].text in ",;" or doc[start - 1].pos_ == "CCONJ":
                cues = self._named(part, [noun], first - 1, first)
                yield from ((attrs.evolve(cue, opens=True, start=start), counts) for cue, counts in cues)

    def _named(self, part: Part, tokens: Iterable[Token], start: int, end: int) -> Iterator[tuple[Cue, bool]]:
        head = next((t for t in tokens if t.pos_ in _NOMINAL), None)
        if head is None:
            return
        counts = head.lemma_.lower() in self.words.of("counts", "nouns")
        voice: Voice = self.speakers.voice(part, [head])
        named = all(a.kind is ActorKind.ORGANISATION and a.is_named for a, _ in voice)
        if voice and (counts or named):
            made = Statement(
                speakers=voice, stance=Stance.ASSERTS, cue=head, scope=(start, start), depth=ACCORDING
            )  # fmt: skip
            yield Cue(start=start, end=end, statement=made), counts


def first_of(figure: FoundFigure) -> int:
    """The first token of a figure's words, its qualifier included."""
    number = figure.number[0]
    first = number.i
    while first > number.sent.start and number.doc[first - 1].idx >= figure.begins:
        first -= 1
    return first


def last_of(figure: FoundFigure) -> int:
    """The last token of a figure's words."""
    number = figure.number[-1]
    last = number.i
    while last + 1 < len(number.doc) and number.doc[last + 1].idx < figure.ends:
        last += 1
    return last
