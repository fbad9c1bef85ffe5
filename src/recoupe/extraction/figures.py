"""Figures of an article: numbers with what they count, from the parse, and from the surface where the parse errs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import final

import attrs

from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.phrases import glued, word_end
from recoupe.gazetteer import countries
from recoupe.language.fr.figures import Number, lexicon, recognise
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import Figure, Span

_OF = frozenset({"de", "d'", "du", "des"})
#: Words before the counted noun that are no part of it: "1000 autres soldats", "600 de ces hommes".
_SKIPPED = frozenset(
    {
        "autres",
        "autre",
        "nouveaux",
        "nouvelles",
        "premiers",
        "premières",
        "derniers",
        "dernières",
        "ces",
        "ses",
        "leurs",
        "nos",
        "les",
        "de",
        "d'",
        "des",
        "«",
        '"',
        "quelque",
        "supplémentaires",
    }
)
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


def find(analysis: Analysis, exclude: Sequence[Span] = ()) -> tuple[FoundFigure, ...]:
    """The figures of an article, in order. `exclude`: spans that hold no figures (time expressions).

    Raises:
        MissingExtra: there are numbers in words, and the extra ``fr`` is not installed.
    """
    found: list[FoundFigure] = []
    excluded = {offset for span in exclude for offset in range(span.start, span.end)}
    for part in analysis.parts:
        offset = part.block.start
        text = analysis.article.text[offset : part.block.end]
        for number in recognise(text):
            span = Span.of(analysis.article.text, offset + number.start, offset + number.end)
            # A prison term is a figure although its words are a duration.
            term = number.unit in lexicon()["terms"]
            if term or excluded.isdisjoint(range(span.start, span.end)):
                found.append(_figure(part, text, number))
    heads = {figure.head for figure in found}
    found += [one for figure in found for one in _beside(figure, heads)]
    return tuple(_with_nouns_understood(sorted(found, key=_start)))


def _start(found: FoundFigure) -> int:
    return found.figure.start or 0


def _beside(counted: FoundFigure, heads: Set[Token]) -> Iterator[FoundFigure]:
    """ "un" and "une" count beside a number: "six responsables et une entreprise", "une femme et deux enfants"."""
    head, doc = counted.head, counted.head.doc
    if counted.figure.of is None or counted.figure.unit is not None or head.pos_ != "NOUN":
        return
    for noun in head.conjuncts:
        article = next((c for c in noun.children if c.lower_ in ("un", "une") and c.dep_ == "det"), None)
        if article is None or noun.pos_ != "NOUN" or noun in heads:
            continue
        last = doc[_noun_end(doc, noun.i) - 1]
        begins, ends = article.idx, last.idx + len(last.text)
        start = _start(counted) - counted.begins + begins
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
    after = doc[end].lower_ if end < len(doc) else ""
    before = {t.lower_ for t in doc[max(0, first - _REACH) : first]}
    return after in ("autre", "autres", "d'") or "dont" in before


def by_sentence(found: Iterable[FoundFigure]) -> Mapping[Run, Sequence[FoundFigure]]:
    """The figures of each sentence, in order: of that in which the noun stands."""
    sentences: dict[Run, list[FoundFigure]] = {}
    for figure in found:
        sentences.setdefault(figure.head.sent, []).append(figure)
    return sentences


def _figure(part: Part, text: str, number: Number) -> FoundFigure:
    doc = part.doc
    tokens = doc.covering(number.start, number.number_end)
    first, last = (tokens.start, tokens.end) if tokens is not None else (0, len(doc))
    noun = _noun(doc, last) if number.unit in (None, "1", "%") else None
    end, of = number.end, None
    if noun is not None:
        stop = _noun_end(doc, noun.i)
        end = max(end, doc[stop - 1].idx + len(doc[stop - 1].text))
        of = " ".join(text[noun.idx : doc[stop - 1].idx + len(doc[stop - 1].text)].split())
    elif (noun := _noun_before(doc, first, last)) is not None:
        stop = _noun_end(doc, noun.i)
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


def _noun(doc: Doc, at: int) -> Token | None:
    """The counted noun after a number: the first nominal, before any verb, punctuation or other preposition."""
    numeral = doc[at - 1].lower_
    counted = numeral in lexicon()["magnitudes"] or numeral in lexicon()["collectives"]
    for i in range(at, min(at + _REACH, len(doc))):
        token = doc[i]
        following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
        if token.lower_ in ("de", "d'") and not counted and i == at and following != "ces":
            return None
        if token.lower_ in _SKIPPED or glued(doc, i):
            continue
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ == "ADJ" and i + 1 < len(doc) and doc[i + 1].pos_ in ("NOUN", "PROPN"):
            continue
        # "sept morts", "deux blessés", "3.500 déplacés": participles and adjectives that the tagger took for such.
        if token.pos_ in ("ADJ", "VERB") and token.lower_.endswith(("s", "x", "t", "é", "e")) and i <= at + 1:
            return token if not token.dep_.startswith("aux") else None
        return None
    return None


def _noun_end(doc: Doc, head: int) -> int:
    """The end of the counted noun: adjectives and complements of common nouns, without nationality or place.

    "ouvriers de construction militaire"; of "soldats nord-coréens déployés en Russie" it is "soldats".
    """
    end = word_end(doc, head)
    while end < len(doc):
        token, following = doc[end], word_end(doc, end)
        text = doc.words(end, following)
        if token.pos_ == "ADJ" and token.text.islower() and not countries().is_adjective(text):
            end = following
        elif token.lower_ in _OF and (inner := _common_noun(doc, end + 1)):
            end = inner
        else:
            break
    return end


def _common_noun(doc: Doc, at: int) -> int | None:
    """The end of a common noun at `at`, an article allowed before it; None where there is none."""
    if at < len(doc) and doc[at].lower_ in ("la", "l'", "le", "les"):
        at += 1
    if at < len(doc) and doc[at].pos_ == "NOUN" and doc[at].text.islower():
        return word_end(doc, at)
    return None


def _noun_before(doc: Doc, first: int, last: int) -> Token | None:
    """What a number counts that no noun follows: "portant à cinq le nombre de morts", "le bilan passe à 12 morts"."""
    after = list(doc[last : min(last + 6, len(doc))])
    for i, token in enumerate(after):
        if token.lower_ == "nombre" and i + 2 < len(after) and after[i + 1].lower_ in _OF:
            return after[i + 2]
        if token.is_punct:
            break
    for token in doc[max(0, first - 2) : first]:
        if token.lower_ == "magnitude":
            return token
    return None
