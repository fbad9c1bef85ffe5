"""How many, how much: which figures of a sentence belong to which of its happenings, by grammar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.dependencies import is_participle, is_verbal
from recoupe.extraction.figures.arguments import Arguments
from recoupe.extraction.figures.neighbours import Neighbours
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Run, Token
from recoupe.model import Figure, Kind

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
    #: The part's triggers, by the number of each of their tokens.
    triggers: Mapping[int, Trigger]
    #: Tokens of quantities to the noun that they count: in "une trentaine de blessés" the noun stands below.
    counted: Mapping[int, Token]
    #: What is counted: the numbers of its tokens.
    heads: frozenset[int]
    #: Who does and who undergoes what the triggers name.
    arguments: Arguments
    #: The figures of the sentences that were asked for, by the number of the trigger's token.
    _given: dict[Run, Mapping[int, Sequence[Figure]]] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, figures: Mapping[Run, Sequence[FoundFigure]], triggers: Sequence[Trigger], syntax: Syntax) -> Amounts:
        """Those of a part. `figures`: of the article, by sentence; `triggers`: of the part."""
        sentences = {trigger.token.sent for trigger in triggers}
        own = [figure for sentence in sentences for figure in figures.get(sentence, ())]
        return cls(
            syntax=syntax,
            figures=figures,
            triggers={t.i: trigger for trigger in triggers for t in trigger.words},
            counted={t.i: f.head for f in own for t in f.number if t.i != f.head.i},
            heads=frozenset(f.head.i for f in own),
            arguments=Arguments(syntax=syntax),
        )

    def of_trigger(self, trigger: Trigger) -> tuple[Figure, ...]:
        """The figures of what `trigger` is about, in the order of the text."""
        sentence = trigger.token.sent
        figures = self.figures.get(sentence, ())
        if not figures:
            return ()
        given = self._given.get(sentence)
        if given is None:
            given = self._given[sentence] = self._share(sentence, figures)
        return tuple(given.get(trigger.token.i, ()))

    def _share(self, sentence: Run, figures: Sequence[FoundFigure]) -> Mapping[int, Sequence[Figure]]:
        """The figures of a sentence, given to its triggers."""
        found = {t.i: self.triggers[t.i] for t in sentence if t.i in self.triggers}
        triggers = [trigger for i, trigger in found.items() if i == trigger.token.i]
        by_grammar = [self._takers(figure, triggers) for figure in figures]
        takers = Neighbours(syntax=self.syntax, triggers=found).complete(figures, by_grammar)
        given: dict[int, list[Figure]] = {}
        for figure, taken_by in zip(figures, takers, strict=True):
            for trigger in taken_by:
                given.setdefault(trigger.token.i, []).append(figure.figure)
        return given

    # ------------------------------------------------------------------ by grammar
    def _takers(self, figure: FoundFigure, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
        way = self._way(figure, triggers)
        owner = self._owner(way)
        if owner is not None and figure.figure.of is not None and self._counts_else(owner, way):
            owner = None
        met = {t.i for t in way}
        return [trigger for trigger in triggers if self._takes(trigger, figure, met, owner)]

    def _takes(self, trigger: Trigger, figure: FoundFigure, met: set[int], owner: Trigger | None) -> bool:
        acting, undergoing = self.arguments.of(trigger)
        if trigger.unit.frame.kind is Kind.CASUALTY and met & acting:
            return False
        if figure.weak:
            heads = {t.i for t in (figure.head, *figure.number, *figure.head.conjuncts)}
            return trigger.unit.frame.kind in _UNDERGONE and bool(heads & undergoing)
        return self._is_for(trigger, owner) or bool(met & undergoing) or figure.head.i in acting

    def _is_for(self, trigger: Trigger, owner: Trigger | None) -> bool:
        """It is the trigger's own, or its verb's: "la mobilisation a réuni 3 000 manifestants" counts both."""
        if owner is None or owner is trigger or not trigger.unit.nominal or owner.unit.nominal:
            return owner is trigger
        same = owner.unit.frame.kind is trigger.unit.frame.kind
        return same and trigger.token in self.syntax.subjects(owner.token)

    # ------------------------------------------------------------------ the way up
    def _way(self, figure: FoundFigure, triggers: Sequence[Trigger]) -> list[Token]:
        """From what is counted upwards: to the first trigger, or to the head of the clause."""
        way: list[Token] = []
        passed: Trigger | None = None
        token = figure.head
        while token not in way:
            way.append(token)
            trigger = self.triggers.get(token.i)
            if trigger is not None and trigger is not passed:
                break
            if token.dep_ in _CLAUSES and is_verbal(token) and not is_participle(token):
                break
            noun = self.counted.get(token.i)
            above = noun if noun is not None and noun not in way else token.head
            if token.dep_ == "conj" and above is token.head and figure.figure.of is not None:
                if self._is_told_of(way, triggers):
                    break
                if above.pos_ == "NOUN":  # "trois morts et dix maisons détruites": the houses are no part of the dead
                    passed = self.triggers.get(above.i)
            token = above
        return way

    def _is_told_of(self, nouns: Sequence[Token], triggers: Sequence[Trigger]) -> bool:
        """A verb of its own says something of these, where the parse coordinates them with what stands before: "dix
        soldats ont été tués et vingt rebelles capturés"."""
        met = {t.i for t in nouns}
        first = min(met)
        verbs = (t for t in triggers if not t.unit.nominal and t.token.i > first)
        return any(not met.isdisjoint(side) for verb in verbs for side in self.arguments.of(verb))

    def _counts_else(self, owner: Trigger, way: Sequence[Token]) -> bool:
        """ "a fait dix morts et des milliers de sans-abri": the phrase holds a counted noun, and not this one."""
        return any(t.i in self.heads for t in owner.tail) and not any(t in way for t in owner.tail)

    def _owner(self, way: Sequence[Token]) -> Trigger | None:
        """The first trigger on the way; else the noun of which the first verb on the way says the figure."""
        if way[-1].i in self.triggers:
            return self.triggers[way[-1].i]
        verb = next((t for t in way if is_verbal(t)), None)
        if verb is None:
            return None
        said_of = (*self.syntax.subjects(verb), *self.syntax.objects(verb), *(t for _, t in self.syntax.obliques(verb)))
        return next((self.triggers[t.i] for t in said_of if t.i in self.triggers), None)
