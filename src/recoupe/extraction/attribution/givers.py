"""Who gives which figure of a sentence: "5 000 personnes selon la CGT, 1 200 selon la police"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.asides import Asides, Cue, cues_of, first_of, last_of
from recoupe.extraction.attribution.statements import CLAUSE, RELAY, Statement, links
from recoupe.extraction.dependencies import is_verbal
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.language.tokens import Run
from recoupe.model import ActorKind, Figure

#: How many words may stand between a mark and a figure that counts what another one counts ("et par", "contre").
_PREFIX: Final = 4
_PREFIXES: Final = ("ADP", "ADV", "DET", "CCONJ")
#: How far behind the beginning of what somebody reports the figure may stand ("le chiffre de 300"), in tokens.
_NEAR: Final = 3


@final
@attrs.frozen(kw_only=True, eq=False)
class Given:
    """Who gives a figure."""

    #: Who does; empty: whoever tells what it is said of.
    by: tuple[Statement, ...] = ()
    #: Who gives others of the sentence, and not this one.
    others: tuple[Statement, ...] = ()
    #: The place in the sentence of the figure that counts the same, of which this is another count.
    beside: int | None = None

    def told(self, figure: Figure, telling: Sequence[Statement]) -> Figure:
        """The figure, with its own speakers where they are not those who tell its happening. `telling`: the statements
        that do; a medium among them passes on what the speaker says."""
        own = self.by or [s for s in telling if s not in self.others]
        passing = [s for s in telling if s not in self.others and _passes_on(s)]
        chain = links([*own, *passing])
        said, saying = {link.actor for link in chain}, {link.actor for link in links(telling)}
        apart = self.others or self.beside is not None
        if said == saying or (said < saying and not apart):
            return figure
        return attrs.evolve(figure, attribution=chain)


def _passes_on(statement: Statement) -> bool:
    return statement.depth == RELAY or statement.speakers[0][0].kind is ActorKind.MEDIA


@final
@attrs.frozen(kw_only=True, eq=False)
class Givers:
    """Finds who gives the figures of one part.

    Words that say who speaks ("selon X", "a indiqué X", "(X)") give the figures before them, back to the ones before;
    at the beginning of a clause, those behind. A bare figure with a giver of its own is another count of what the
    figure before it counts.
    """

    #: Finds those who are named right beside a number.
    asides: Asides
    part: Part
    #: Of the part.
    statements: Sequence[Statement]
    #: Who gives each figure of the sentences that were asked for, by the figure's first token.
    _given: dict[int, Given] = attrs.field(factory=dict, init=False)

    def beside(self, figures: Sequence[FoundFigure]) -> Sequence[int | None]:
        """For each figure of a sentence, the place of the one that counts the same, of which it is another count.

        Args:
            figures: all of the sentence, in the order of the text; at least one.
        """
        given = self._read(figures)
        self._given.update((f.number[0].i, one) for f, one in zip(figures, given, strict=True) if f.number)
        return [one.beside for one in given]

    def tell(
        self, figures: Sequence[FoundFigure], telling: Sequence[Statement]
    ) -> tuple[Sequence[Statement], tuple[Figure, ...]]:
        """The statements that tell a happening, and its figures, with their speakers where those are others.

        Who alone gives another count of it does not tell it ("a réuni 2 000 personnes, 1 500 selon la police"); beside
        somebody else, he stands for it too.

        Args:
            figures: of the happening; their sentence was asked for before.
            telling: the statements that cover it.
        """
        if not figures:
            return telling, ()
        known = [self._given.get(f.number[0].i, _NOBODY) if f.number else _NOBODY for f in figures]
        asides = [s for one in known if one.beside is not None for s in one.by]
        if all(s in asides for s in telling):
            telling = ()
        return telling, tuple([one.told(f.figure, telling) for f, one in zip(figures, known, strict=True)])

    def _read(self, figures: Sequence[FoundFigure]) -> Sequence[Given]:
        sentence = figures[0].head.sent
        said = [s for s in self.statements if s.cue.sent == sentence and s.about is None]
        counting = [next((s for s in said if _is_counted_by(figure, s)), None) for figure in figures]
        known = list(cues_of(sentence, said, figures))
        cues = self.asides.beside(self.part, figures, known, counted=any(s is not None for s in counting))
        if not cues and not any(counting):
            return [_NOBODY for _ in figures]
        by = _bound(sentence, figures, cues)
        for own, counted in zip(by, counting, strict=True):
            if not own and counted is not None:
                own.append(counted)
        bound = list(dict.fromkeys(s for own in by for s in own))
        return [
            Given(
                by=tuple(own),
                others=tuple(s for s in bound if s not in own),
                beside=_beside(n, figures, by, cues) if own else None,
            )
            for n, own in enumerate(by)
        ]


_NOBODY: Final = Given()


def _is_counted_by(figure: FoundFigure, statement: Statement) -> bool:
    """It is what somebody is said to report: "la police a compté 7 200 manifestants"."""
    if statement.depth != CLAUSE or figure.weak or not figure.number:
        return False
    return 0 <= first_of(figure) - statement.scope[0] <= _NEAR and statement.covers(figure.number[0])


def _bound(sentence: Run, figures: Sequence[FoundFigure], cues: Sequence[Cue]) -> list[list[Statement]]:
    """Who gives each figure, by the cues around it. One cue that touches none tells what the sentence tells."""
    by: list[list[Statement]] = [[] for _ in figures]
    before = sentence.start
    for n, cue in enumerate(cues):
        behind = cues[n + 1].start if n + 1 < len(cues) else sentence.end
        reach = range(cue.end, behind) if cue.opens else range(max(before, cue.reach), cue.start)
        before = cue.end
        if cue.opens and cue.start == sentence.start:
            continue  # it tells the whole sentence, but for what others are said to give
        here = [i for i, f in enumerate(figures) if f.number and not f.weak and f.number[0].i in reach]
        if not here or (len(cues) == 1 and not _touches(figures[here[0 if cue.opens else -1]], cue)):
            continue
        last = figures[here[-1]]
        some = cue.start == last_of(last) + 1 and sentence.doc[first_of(last) - 1].lower_ == "dont"
        alone = some or cues[0].start == sentence.start or _beside(here[-1], figures, by, cues) in here
        for i in here[:1] if cue.opens else here[-1:] if alone else here:
            by[i].append(cue.statement)
    if cues and cues[0].opens and cues[0].start == sentence.start and any(by):
        for own in by:
            if not own:
                own.append(cues[0].statement)
    return by


def _touches(figure: FoundFigure, cue: Cue) -> bool:
    """At most a mark stands between."""
    between = first_of(figure) - cue.end if cue.opens else cue.start - last_of(figure) - 1
    return between <= 1


def _beside(
    n: int, figures: Sequence[FoundFigure], by: Sequence[Sequence[Statement]], cues: Sequence[Cue]
) -> int | None:
    """The figure that counts what a figure counts, by somebody else: one of the same noun; or, where it has none and no
    more than a mark and a preposition set it off, one before it, else one behind ("de 4 000 (police) à 12 000
    personnes (syndicats)")."""
    figure = figures[n]
    if figure.weak or not figure.number or _counts_others(figure):
        return None
    bare = figure.head in figure.number
    before = range(n - 1, -1, -1) if not bare or _is_set_off(figure, cues) else range(0)
    order: Sequence[int] = (*before, *range(n + 1, len(figures)))
    for m in order:
        other = figures[m]
        if other.weak or not other.number or by[m] == by[n] != [] or not _may_count(figure, other):
            continue
        named = other.head not in other.number or (other.figure.unit is not None and m < n)
        if named and (bare or (m < n and other.head.lemma_ == figure.head.lemma_)):
            return m
    return None


def _counts_others(figure: FoundFigure) -> bool:
    """ "Deux personnes sont mortes, ... trois autres ont été blessées": they are none of those counted before."""
    return figure.head.doc[min(last_of(figure) + 1, len(figure.head.doc) - 1)].lower_ in ("autre", "autres")


def _may_count(figure: FoundFigure, other: FoundFigure) -> bool:
    """Both are of one unit; a bare number is of that of the figure before it ("300 hectares, 450 selon la mairie")."""
    unit, bare = figure.figure.unit, figure.head in figure.number
    return unit == other.figure.unit or (unit is None and bare and other.figure.of is None)


def _is_set_off(figure: FoundFigure, cues: Sequence[Cue]) -> bool:
    """No noun or verb of its own stands before it; but "la police en a compté 1 200"."""
    doc, sentence = figure.head.doc, figure.head.sent
    first = first_of(figure)
    for token in reversed(doc[max(sentence.start, first - _PREFIX) : first]):
        if is_verbal(token):
            return any(c.lower_ == "en" for c in token.children)
        if token.is_punct or any(cue.start <= token.i < cue.end for cue in cues):
            return True
        if token.pos_ not in _PREFIXES:
            return False
    return first - _PREFIX <= sentence.start
