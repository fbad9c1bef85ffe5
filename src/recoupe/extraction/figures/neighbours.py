"""Figures that grammar gives to no happening: they go where those beside them go, or where their clause points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.dependencies import antecedent, clause_head, is_finite, is_subject
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Token
from recoupe.model import Kind

#: Units of lengths, which mostly say where something is.
_LENGTHS: Final = frozenset({"km", "m", "[nmi]"})
_VERBS: Final = ("VERB", "AUX")
#: What begins another clause.
_CLAUSAL: Final = (*_VERBS, "SCONJ")


@final
@attrs.frozen(kw_only=True, eq=False)
class Neighbours:
    """Gives the figures of one sentence to its triggers where the parse leaves them without one."""

    #: Reads the parse.
    syntax: Syntax
    #: The sentence's triggers, by the number of each of their tokens.
    triggers: Mapping[int, Trigger]

    def complete(
        self, figures: Sequence[FoundFigure], takers: Sequence[Sequence[Trigger]]
    ) -> Sequence[Sequence[Trigger]]:
        """The triggers of each figure, with those added that it gets by its place. A weak figure gets none.

        Args:
            figures: of the sentence, in the order of the text.
            takers: the triggers that each has by grammar.
        """
        found = list(takers)
        for at, figure in enumerate(figures):
            if not _is_free(figure):
                continue
            if found[at]:
                if at and not _is_named(figure) and _goes_on(figures[at - 1], figure, found[at]):
                    found[at] = found[at - 1] or found[at]
                continue
            before = self._enumerated(figures[at - 1], figure, found[at - 1]) if at else ()
            found[at] = (
                before or self._held(figure) or self._done_by(figure) or self._last_before(figure, figure.number[0])
            )
        for at in range(len(figures) - 2, -1, -1):
            if not found[at] and _is_free(figures[at]) and self._are_coordinated(figures[at], figures[at + 1]):
                found[at] = found[at + 1]
        return found

    def _enumerated(self, before: FoundFigure, figure: FoundFigure, takers: Sequence[Trigger]) -> Sequence[Trigger]:
        """ "à trois ans de prison, dont un avec sursis, et 5 000 euros d'amende": no verb stands between the two. What
        counts another noun is not said of the noun counted before ("dix morts, 300 maisons")."""
        if not takers or not before.number or _is_anothers(figure, takers):
            return ()
        between = before.head.doc[before.number[-1].i + 1 : figure.number[0].i]
        own = {t.i for trigger in takers for t in trigger.words}
        if any(t.pos_ in _CLAUSAL and t.i not in own for t in between):
            return ()
        return [t for t in takers if not (_is_named(figure) and before.head in t.words)]

    @staticmethod
    def _are_coordinated(figure: FoundFigure, following: FoundFigure) -> bool:
        """ "neuf adultes et trois enfants", where the parse loses the first."""
        if not following.number:
            return False
        between = figure.head.doc[figure.head.i + 1 : following.number[0].i]
        return 0 < len(between) <= 2 and all(t.pos_ == "CCONJ" or t.text == "," for t in between)

    def _last_before(self, figure: FoundFigure, first: Token) -> Sequence[Trigger]:
        """The last trigger before `first` with no verb between: "une hausse de capital, à hauteur de 86 millions"."""
        for token in reversed(first.doc[first.sent.start : first.i]):
            trigger = self.triggers.get(token.i)
            if trigger is not None:
                people = trigger.unit.frame.kind is Kind.CASUALTY and figure.figure.of is not None
                return () if people else (trigger,)
            if token.pos_ in _VERBS or (token.text == "," and not _is_named(figure)):
                return ()
        return ()

    def _done_by(self, figure: FoundFigure) -> Sequence[Trigger]:
        """ "Ils étaient 12 000 à défiler": what hangs on the number is done by so many."""
        number = figure.number
        return tuple(
            t
            for t in self.triggers.values()
            if t.token.head in number or (t.token.head.lemma_ == "être" and t.token.head.i < number[0].i < t.token.i)
        )[:1]

    # ------------------------------------------------------------------ those inside
    def _held(self, figure: FoundFigure) -> Sequence[Trigger]:
        """ "le car transportait 40 enfants quand il s'est renversé", "l'usine, qui emploie 300 personnes, fermera":
        what is told of whatever holds them concerns them."""
        verb = clause_head(figure.head)
        if verb.lemma_ not in self.syntax.words.of("counting", "holding"):
            return ()
        noun = antecedent(verb)
        while noun is not None:
            if noun.i in self.triggers:
                return (self.triggers[noun.i],)
            noun = noun.head if noun.head != noun else None
        below = (t for t in self.triggers.values() if verb in t.token.ancestors and is_finite(t.token))
        return tuple(below)[:1] or self._last_before(figure, verb)


def _is_anothers(figure: FoundFigure, takers: Sequence[Trigger]) -> bool:
    """ "Une femme est morte et quatre autres personnes sont dans un état grave": the subject of another predicate."""
    subject = next((t for t in (figure.head, *figure.number) if is_subject(t)), None)
    return subject is not None and all(subject.head not in trigger.words for trigger in takers)


def _is_free(figure: FoundFigure) -> bool:
    """It is a count or an amount, and no length, which mostly says where something is."""
    return bool(figure.number) and not figure.weak and figure.figure.unit not in _LENGTHS


def _is_named(figure: FoundFigure) -> bool:
    """It says what it counts."""
    return figure.figure.of is not None or figure.figure.unit is not None


def _goes_on(before: FoundFigure, figure: FoundFigure, takers: Sequence[Trigger]) -> bool:
    """ "Séisme : 40 morts au Népal, 17 en Inde": a bare number counts on where the parse hangs it above the one before
    and nothing is said of either between."""
    if not before.number or any(t.token.i >= before.number[0].i for t in takers):
        return False
    between = before.head.doc[before.number[-1].i + 1 : figure.number[0].i]
    return not any(t.pos_ in _CLAUSAL for t in between)
