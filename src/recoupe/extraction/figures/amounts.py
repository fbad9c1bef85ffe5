"""How many, how much: which figures of a sentence belong to which of its happenings, by grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.dependencies import is_participle, is_passive, is_verbal
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Run, Token
from recoupe.model import Figure, Kind

#: Kinds that people undergo: one person, or those already named, are a count of it ("un homme a été arrêté").
_UNDERGONE: Final = frozenset(
    {Kind.ASSAULT, Kind.CASUALTY, Kind.JUSTICE, Kind.CRIME, Kind.AID, Kind.COERCE, Kind.SANCTION}
)
#: Labels under which a clause begins that says its figures of something else than the clause above it.
_CLAUSES: Final = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "csubj", "conj"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Amounts:
    """The figures of one part of an article, given to its triggers, sentence by sentence.

    A figure belongs to the first trigger above it in the parse; to the verb whose subject or object it counts, wherever
    that stands ("trois personnes portées disparues"); and, where no trigger is above it, to the noun that the verb says
    it of ("l'amende s'élève à 3 millions d'euros").
    """

    #: Reads the parse.
    syntax: Syntax
    #: The figures, by sentence.
    figures: Mapping[Run, Sequence[FoundFigure]]
    #: The part's triggers, by the number of each of their tokens.
    triggers: Mapping[int, Trigger]
    #: Tokens of quantities to the noun that they count: in "une trentaine de blessés" the noun stands below.
    counted: Mapping[int, Token]

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
        )

    def of_trigger(self, trigger: Trigger) -> tuple[Figure, ...]:
        """The figures of what `trigger` is about, in the order of the text."""
        figures = self.figures.get(trigger.token.sent, ())
        if not figures:
            return ()
        acting, undergoing = self._arguments(trigger)
        found = []
        for figure in figures:
            way = self._way(figure)
            met = {t.i for t in way}
            if trigger.unit.frame.kind is Kind.CASUALTY and met & acting:
                continue
            if figure.weak and not self._undergoes(trigger, figure, undergoing):
                continue
            if self._is_for(trigger, self._owner(way)) or met & undergoing:
                found.append(figure.figure)
        return tuple(found)

    def _is_for(self, trigger: Trigger, owner: Trigger | None) -> bool:
        """It is the trigger's own, or its verb's: "la mobilisation a réuni 3 000 manifestants" counts both."""
        if owner is None or owner is trigger or not trigger.unit.nominal or owner.unit.nominal:
            return owner is trigger
        same = owner.unit.frame.kind is trigger.unit.frame.kind
        return same and trigger.token in self.syntax.subjects(owner.token)

    # ------------------------------------------------------------------ the way up
    def _way(self, figure: FoundFigure) -> list[Token]:
        """From what is counted upwards: to the first trigger, or to the head of the clause."""
        way: list[Token] = []
        seen: set[int] = set()
        token = figure.head
        while token.i not in seen:
            seen.add(token.i)
            way.append(token)
            if token.i in self.triggers or (token.dep_ in _CLAUSES and is_verbal(token) and not is_participle(token)):
                break
            noun = self.counted.get(token.i)
            token = noun if noun is not None and noun.i not in seen else token.head
        return way

    def _owner(self, way: Sequence[Token]) -> Trigger | None:
        """The first trigger on the way; else the noun of which the first verb on the way says the figure."""
        if way[-1].i in self.triggers:
            return self.triggers[way[-1].i]
        verb = next((t for t in way if is_verbal(t)), None)
        if verb is None:
            return None
        said_of = (*self.syntax.subjects(verb), *self.syntax.objects(verb), *(t for _, t in self.syntax.obliques(verb)))
        return next((self.triggers[t.i] for t in said_of if t.i in self.triggers), None)

    # ------------------------------------------------------------------ arguments
    def _arguments(self, trigger: Trigger) -> tuple[set[int], set[int]]:
        """Those who act, and those who undergo it: the numbers of their tokens."""
        verb = trigger.token
        if trigger.unit.nominal:
            return set(), {t.i for _, t in self._complements(verb)}
        if verb.pos_ == "ADJ" and verb.dep_ in ("acl", "amod"):
            return set(), {verb.head.i}  # a participle that the tagger took for an adjective
        subjects = {t.i for t in self.syntax.subjects(verb)}
        if is_passive(verb):
            return {t.i for t in self.syntax.agents(verb)}, subjects
        objects = {t.i for t in self.syntax.objects(verb)}
        dies = trigger.unit.frame.kind is Kind.CASUALTY and not objects and not trigger.tail
        return (set(), subjects) if dies else (subjects, objects)

    def _complements(self, noun: Token) -> Iterator[tuple[str, Token]]:
        return ((word, token) for word, token in self.syntax.obliques(noun) if word == "de")

    def _undergoes(self, trigger: Trigger, figure: FoundFigure, undergoing: set[int]) -> bool:
        heads = {figure.head.i, *(t.i for t in figure.head.conjuncts)}
        return trigger.unit.frame.kind in _UNDERGONE and bool(heads & undergoing)
