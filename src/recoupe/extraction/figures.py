"""Figures of an article: numbers with what they count, from the parse, and from the surface where the parse errs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    return tuple(found)


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
    return FoundFigure(figure=figure, begins=number.start, ends=end, head=noun if noun is not None else doc[last - 1])


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
