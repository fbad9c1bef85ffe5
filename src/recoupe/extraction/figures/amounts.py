"""How many, how much: which figures of a sentence belong to which of its happenings, by grammar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.dependencies import is_participle, is_subject, is_verbal
from recoupe.extraction.figures.arguments import Argued
from recoupe.extraction.figures.neighbours import Neighbours
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Run, Token
from recoupe.model import Kind

#: Kinds that people undergo: one person, or those already named, are a count of it ("un homme a été arrêté").
_UNDERGONE: Final = frozenset(
    {
        *(Kind.ASSAULT, Kind.CASUALTY, Kind.JUSTICE, Kind.CRIME, Kind.AID, Kind.COERCE, Kind.SANCTION),
        *(Kind.DISASTER, Kind.ACCIDENT),
    }
)
#: Labels under which a clause begins that says its figures of something else than the clause above it.
_CLAUSES: Final = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "csubj", "conj"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Amounts:
    """The figures of one part of an article, given to its triggers, sentence by sentence.

    A figure belongs to the first trigger above it in the parse; to the verb whose subject or object it counts, wherever
    that stands ("trois personnes portées disparues"); and, where no trigger is above it, to the noun that the verb says
    it of ("l'amende s'élève à 3 millions d'euros"). What grammar gives to none is left to `Neighbours`.
    """

    #: Reads the parse.
    syntax: Syntax
    #: The figures, by sentence.
    figures: Mapping[Run, Sequence[FoundFigure]]
    #: Says of the figures of a sentence beside which other one each stands, as another count of the same.
    beside: Callable[[Sequence[FoundFigure]], Sequence[int | None]]
    #: The part's triggers, by the number of each of their tokens.
    triggers: Mapping[int, Trigger]
    #: Tokens of quantities to the noun that they count: in "une trentaine de blessés" the noun stands below.
    counted: Mapping[int, Token]
    #: What is counted: the numbers of its tokens.
    heads: frozenset[int]
    #: The figures of the sentences that were asked for, by the number of the trigger's token.
    _given: dict[Run, Mapping[int, Sequence[FoundFigure]]] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(
        cls,
        figures: Mapping[Run, Sequence[FoundFigure]],
        triggers: Sequence[Trigger],
        syntax: Syntax,
        beside: Callable[[Sequence[FoundFigure]], Sequence[int | None]],
    ) -> Amounts:
        """Those of a part.

        Args:
            figures: of the article, by sentence.
            triggers: of the part.
            syntax: reads the parse.
            beside: says of the figures of a sentence of the part beside which other one each stands, as another count.
        """
        sentences = {trigger.token.sent for trigger in triggers}
        own = [figure for sentence in sentences for figure in figures.get(sentence, ())]
        return cls(
            syntax=syntax,
            figures=figures,
            beside=beside,
            triggers={t.i: trigger for trigger in triggers for t in trigger.words},
            counted={t.i: f.head for f in own for t in f.number if t.i != f.head.i},
            heads=frozenset(f.head.i for f in own),
        )

    def of_trigger(self, trigger: Trigger) -> Sequence[FoundFigure]:
        """The figures of what `trigger` is about, in the order of the text."""
        sentence = trigger.token.sent
        figures = self.figures.get(sentence, ())
        if not figures:
            return ()
        given = self._given.get(sentence)
        if given is None:
            given = self._given[sentence] = self._share(sentence, figures)
        return given.get(trigger.token.i, ())

    def _share(self, sentence: Run, figures: Sequence[FoundFigure]) -> Mapping[int, Sequence[FoundFigure]]:
        """The figures of a sentence, given to its triggers."""
        found = {t.i: self.triggers[t.i] for t in sentence if t.i in self.triggers}
        told = [Argued.of(trigger, self.syntax) for i, trigger in found.items() if i == trigger.token.i]
        by_grammar = [self._takers(figure, told) for figure in figures]
        takers = Neighbours(syntax=self.syntax, triggers=found).complete(figures, by_grammar)
        given: dict[int, list[FoundFigure]] = {}
        for figure, taken_by, other in zip(figures, takers, self.beside(figures), strict=True):
            if other is not None:  # "1 200 selon la police": what the figure beside it counts
                figure, taken_by = figure.counting(figures[other]), taken_by or takers[other]
            for trigger in taken_by:
                given.setdefault(trigger.token.i, []).append(figure)
        return given

    # ------------------------------------------------------------------ by grammar
    def _takers(self, figure: FoundFigure, told: Sequence[Argued]) -> Sequence[Trigger]:
        heads = {t.i for t in (figure.head, *figure.number)}
        if figure.weak:
            heads.update([t.i for t in figure.head.conjuncts])
            return [
                one.trigger
                for one in told
                if one.trigger.unit.frame.kind in _UNDERGONE and not heads.isdisjoint(one.undergoing)
            ]
        way = self._way(figure, told)
        owner = self._owner(way)
        if owner is not None and (self._counts_else(owner, figure, way) or _is_nearer(heads, owner, told)):
            owner = None
        met = {t.i for t in way}
        return [one.trigger for one in told if self._takes(one, heads, met, owner)]

    def _takes(self, told: Argued, heads: set[int], met: set[int], owner: Trigger | None) -> bool:
        trigger = told.trigger
        if trigger.unit.frame.kind is Kind.CASUALTY and not met.isdisjoint(told.acting):
            return False
        if owner is trigger or not heads.isdisjoint(told.acting) or not met.isdisjoint(told.undergoing):
            return True
        if owner is None or owner.unit.frame.kind is not trigger.unit.frame.kind:
            return False
        return self._is_done_by(owner, trigger) if trigger.unit.nominal else self._is_completed_by(owner, trigger)

    def _is_done_by(self, owner: Trigger, noun: Trigger) -> bool:
        """ "la mobilisation a réuni 3 000 manifestants": what the verb counts, its subject counts too."""
        return not owner.unit.nominal and noun.token in self.syntax.subjects(owner.token)

    def _is_completed_by(self, owner: Trigger, verb: Trigger) -> bool:
        """ "a été condamnée à une amende de 3 milliards": what its noun counts, the verb counts too."""
        complements = (*self.syntax.objects(verb.token), *(t for _, t in self.syntax.obliques(verb.token)))
        return owner.unit.nominal and owner.token in complements

    # ------------------------------------------------------------------ the way up
    def _way(self, figure: FoundFigure, told: Sequence[Argued]) -> list[Token]:
        """From what is counted upwards: to the first trigger, or to the head of the clause."""
        way: list[Token] = []
        passed: Trigger | None = None
        token = figure.head
        while token not in way:
            way.append(token)
            trigger = self.triggers.get(token.i)
            if trigger is not None and trigger is not passed:
                break
            if way[1:] and is_subject(way[-2]):
                break  # "quatre autres sont dans un état grave"
            if token.dep_ in _CLAUSES and is_verbal(token) and not is_participle(token):
                break
            noun = self.counted.get(token.i)
            above = noun if noun is not None and noun not in way else token.head
            if token.dep_ == "conj" and above is token.head and figure.figure.of is not None:
                if _is_told_of(way, told):
                    break
                if above.pos_ == "NOUN":  # "trois morts et dix maisons détruites": the houses are no part of the dead
                    passed = self.triggers.get(above.i)
            token = above
        return way

    def _counts_else(self, owner: Trigger, figure: FoundFigure, way: Sequence[Token]) -> bool:
        """ "a fait dix morts et des milliers de sans-abri": the phrase holds a counted noun, and not this one."""
        if figure.figure.of is None:
            return False
        nouns = [t for t in owner.tail if t.i in self.heads]
        return bool(nouns) and all(t not in way and t.lemma_ != figure.head.lemma_ for t in nouns)

    def _owner(self, way: Sequence[Token]) -> Trigger | None:
        """The first trigger on the way; else the noun of which the first verb on the way says the figure."""
        if way[-1].i in self.triggers:
            return self.triggers[way[-1].i]
        verb = next((t for t in way if is_verbal(t)), None)
        if verb is None:
            return None
        subjects = self.syntax.subjects(verb)
        said_of = (*subjects, *self.syntax.objects(verb), *(t for _, t in self.syntax.obliques(verb)))
        numbered = (t for s in subjects for by, t in self.syntax.obliques(s) if by == "de")  # "le nombre de blessés"
        return next((self.triggers[t.i] for t in (*said_of, *numbered) if t.i in self.triggers), None)


def _is_told_of(nouns: Sequence[Token], told: Sequence[Argued]) -> bool:
    """A verb of its own says something of these, where the parse coordinates them with what stands before: "dix
    soldats ont été tués et vingt rebelles capturés"."""
    met = {t.i for t in nouns}
    verbs = [one for one in told if not one.trigger.unit.nominal and one.trigger.token.i > min(met)]
    return any(verb.tells_of(met) for verb in verbs)


def _is_nearer(heads: set[int], owner: Trigger, told: Sequence[Argued]) -> bool:
    """ "ont démantelé un réseau et interpellé neuf personnes": a verb between counts them, whatever the parse says."""
    verbs = [one for one in told if not one.trigger.unit.nominal and one.tells_of(heads)]
    if owner.unit.nominal or any(one.trigger is owner for one in verbs):
        return False
    return any(owner.token.i < one.trigger.token.i < min(heads) for one in verbs)
