"""Figures of an article: numbers with what they count, from the parse, and from the surface where the parse errs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import final

import attrs

from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.figures.counted import CountedNouns
from recoupe.language.contract import Language
from recoupe.language.numbers import Number
from recoupe.language.tokens import Run, Token
from recoupe.model import Figure, Span

#: How far after a number its noun may stand, in tokens.
_REACH = 5


@final
@attrs.frozen(kw_only=True, eq=False)
class FoundFigure:
    """A figure in its place."""

    #: The figure; `figure.start` counts in the article's text.
    figure: Figure
    #: Where its words begin and end (not included), in characters of its part.
    begins: int
    ends: int
    #: The noun that is counted; the number's own token where no noun is.
    head: Token
    #: The tokens of the number, its qualifier not included.
    number: Sequence[Token] = ()
    #: It counts only those to whom something is done: one person, or some already named ("les six suspects").
    weak: bool = False

    def counting(self, other: FoundFigure) -> FoundFigure:
        """It counts what another figure counts, where it does not say what."""
        own, known = self.figure, other.figure
        return attrs.evolve(self, figure=attrs.evolve(own, of=own.of or known.of, unit=own.unit or known.unit))


def find(analysis: Analysis, language: Language, exclude: Sequence[Span] = ()) -> tuple[FoundFigure, ...]:
    """The figures of an article, in order; `exclude`: spans that hold no figures (time expressions).

    Raises:
        MissingExtra: there are numbers in words, and the extra ``fr`` is not installed.
    """
    found: list[FoundFigure] = []
    nouns = CountedNouns(words=language.grammar)
    excluded = {offset for span in exclude for offset in range(span.start, span.end)}
    for part in analysis.parts:
        offset = part.block.start
        text = analysis.article.text[offset : part.block.end]
        for number in language.recognise_figures(text):
            # its last sign: a time word may stand within the qualifier ("dépasse désormais les 6 000")
            if number.is_term or offset + number.number_end - 1 not in excluded:
                figure = _figure(part, text, number, nouns, excluded)
                if not _is_whole(figure):
                    found.append(figure)
    counted = {token for figure in found for token in (figure.head, *figure.number)}
    found += [one for figure in found for one in _beside(figure, counted, nouns)]
    return tuple(_with_nouns_understood(sorted(found, key=_start)))


def _is_whole(found: FoundFigure) -> bool:
    """ "10 députés (sur 288)": how many there are in all, and nothing is told of them."""
    if found.figure.of is not None or found.figure.unit is not None or not found.number:
        return False
    first = found.number[0]
    return first.i > 0 and first.doc[first.i - 1].lower_ == "sur"


def _start(found: FoundFigure) -> int:
    return found.figure.start or 0


def _beside(found: FoundFigure, counted: Set[Token], nouns: CountedNouns) -> Iterator[FoundFigure]:
    """ "un" and "une" count beside a number: "six responsables et une entreprise", "une femme et deux enfants".

    `counted`: the tokens of all numbers and what they count, which are not counted again.
    """
    head, doc = found.head, found.head.doc
    if found.figure.of is None or found.figure.unit is not None or head.pos_ != "NOUN":
        return
    for noun in head.conjuncts:
        article = next((c for c in noun.children if c.lower_ in ("un", "une") and c.dep_ == "det"), None)
        if article is None or noun.pos_ != "NOUN" or noun in counted:
            continue
        last = doc[nouns.end(doc, noun.i) - 1]
        begins, ends = article.idx, last.idx + len(last.text)
        start = _start(found) - found.begins + begins
        figure = Figure(low=1, high=1, of=doc.text[noun.idx : ends], words=doc.text[begins:ends], start=start)
        yield FoundFigure(figure=figure, begins=begins, ends=ends, head=noun, number=(article,))


def _with_nouns_understood(found: Sequence[FoundFigure]) -> Iterator[FoundFigure]:
    """ "trente blessés, dont cinq grièvement", "et quinze autres": the noun is the last one counted in the sentence."""
    last: FoundFigure | None = None
    for one in found:
        if one.figure.unit is None and one.figure.of is None and last is not None and _is_elliptic(one, last):
            one = attrs.evolve(one, figure=attrs.evolve(one.figure, of=last.figure.of))
        if one.figure.unit is None and one.figure.of is not None and not one.weak:
            last = one
        yield one


def _is_elliptic(found: FoundFigure, last: FoundFigure) -> bool:
    """It is said of some of those counted last, or of others."""
    if found.head.sent is not last.head.sent or not found.number:
        return False
    doc, first, end = found.head.doc, found.number[0].i, found.number[-1].i + 1
    after = [t.lower_ for t in doc[end : min(end + 2, len(doc))]]
    before = {t.lower_ for t in doc[max(0, first - _REACH) : first]}
    return after[:1] in (["autre"], ["autres"]) or after == ["d'", "entre"] or "dont" in before


def by_sentence(found: Iterable[FoundFigure]) -> Mapping[Run, Sequence[FoundFigure]]:
    """The figures of each sentence, in order: of that in which the noun stands."""
    sentences: dict[Run, list[FoundFigure]] = {}
    for figure in found:
        sentences.setdefault(figure.head.sent, []).append(figure)
    return sentences


def _figure(part: Part, text: str, number: Number, nouns: CountedNouns, dated: Set[int]) -> FoundFigure:
    doc = part.doc
    tokens = doc.covering(number.start, number.number_end)
    first, last = (tokens.start, tokens.end) if tokens is not None else (0, len(doc))
    noun = nouns.after(doc, last, links=number.links) if number.unit in (None, "1", "%") else None
    end, of = number.end, None
    if noun is not None and part.block.start + noun.idx in dated:
        noun = None  # "une réplique de 5,5 mardi"
    if noun is not None:
        stop = nouns.end(doc, noun.i)
        end = max(end, doc[stop - 1].idx + len(doc[stop - 1].text))
        of = " ".join(text[noun.idx : doc[stop - 1].idx + len(doc[stop - 1].text)].split())
    elif (noun := nouns.around(doc, first, last)) is not None:
        stop = nouns.end(doc, noun.i)
        of = " ".join(text[noun.idx : doc[stop - 1].idx + len(doc[stop - 1].text)].split())
    elif number.unit is not None and number.unit not in ("1", "%"):
        noun = doc[last - 1]
    words = text[number.start : end]
    figure = Figure(
        low=number.low, high=number.high, qualifier=number.qualifier, of=of or None, unit=number.unit, words=words,
        start=part.block.start + number.start,
    )  # fmt: skip
    head = noun if noun is not None else doc[last - 1]
    return FoundFigure(
        figure=figure, begins=number.start, ends=end, head=head, number=doc[first:last], weak=number.weak
    )
