"""The happenings of an article: the words that evoke them, which of these name one, and whether it took place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import children
from recoupe.extraction.happenings.assertions import Assertion
from recoupe.extraction.happenings.doers import with_doers
from recoupe.extraction.happenings.generalities import Generalities
from recoupe.extraction.happenings.nominals import NominalReader
from recoupe.extraction.happenings.noun_status import NounStatus
from recoupe.extraction.happenings.overlaps import without_doubles
from recoupe.extraction.happenings.senses import Senses
from recoupe.extraction.happenings.tellings import Telling, settled
from recoupe.extraction.happenings.triggers import Matcher, Trigger
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.happenings.verbals import VerbalReader
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import BlockKind, Kind, Status

#: Kinds of happenings that are announced before they come about; of the others the announcement is the news of them.
_FOLLOWS: Final = frozenset({Kind.TRANSACTION, Kind.PROTEST, Kind.MOBILIZE, Kind.CONSULT, Kind.RETREAT})
#: Why days beyond publication give a happening its status.
_BEYOND: Final = {Status.PLANNED: "its day comes after publication", Status.ONGOING: "it ends after publication"}


@final
@attrs.frozen(kw_only=True, eq=False)
class PartHappenings:
    """What a part of an article tells."""

    part: Part
    #: The triggers that name happenings, told as such or not ("s'il démissionne").
    named: tuple[Trigger, ...]
    #: Those that are told, in order.
    tellings: tuple[Telling, ...]
    #: What looked like a happening and could not be understood, with the reason.
    unclear: tuple[tuple[Trigger, str], ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class HappeningReader:
    """Reads the happenings of one article."""

    matcher: Matcher
    #: Tells what is said in general.
    generalities: Generalities
    #: Weigh whether nouns and verbs name happenings.
    nominals: NominalReader
    verbals: VerbalReader
    #: Read whether these took place.
    of_nouns: NounStatus
    of_verbs: VerbStatus
    #: Reads the parse.
    syntax: Syntax
    #: ``occurrence.toml`` of the language pack.
    occurrence: Words
    #: The status that the day of a trigger gives it, where that lies behind publication.
    beyond: Callable[[Token], Status | None]
    #: Whether a token lies in a time expression.
    is_dated: Callable[[Part, Token], bool]

    def read(self, parts: Sequence[Part]) -> list[PartHappenings]:
        """What each part tells, in order; nouns without a status of their own have that of the whole article."""
        told: set[Kind] = set()
        senses = Senses()
        found = [self._of_part(part, told, senses) for part in parts]
        among = [telling for of_part in found for telling in of_part.tellings if telling.shows]
        return [attrs.evolve(p, tellings=tuple(settled(t, among) for t in p.tellings)) for p in found]

    def _of_part(self, part: Part, told: set[Kind], senses: Senses) -> PartHappenings:
        """What a part tells. `told` and `senses`: of the parts before it, where this one's are entered."""
        named: list[Trigger] = []
        tellings: list[Telling] = []
        unclear: list[tuple[Trigger, str]] = []
        triggers = without_doubles(self.matcher.find(part), self.syntax, self.occurrence)
        for found in with_doers(triggers, self.syntax):
            if self.generalities.holds(found):
                continue
            trigger, token, noun = found, found.token, found.unit.nominal
            points = noun and self.nominals.points_back(token)
            definite = noun and self.nominals.is_definite(token)
            if points or definite:
                trigger = senses.settled(trigger)
            assertion = self._assertion(trigger)
            weighing = self.nominals.counts(trigger, told) if noun else self.verbals.counts(trigger, assertion)
            counts = weighing.counts
            reason = weighing.shortfall if not counts else assertion.reason if assertion.unclear else None
            if counts:
                named.append(trigger)
            if counts and assertion.asserted:
                assertion = self._dated(trigger, assertion)
                points = points and not children(token, "nummod")
                plain = noun and assertion.reason is None and self._shows_nothing(trigger)
                tellings.append(
                    Telling(
                        trigger=trigger,
                        assertion=assertion,
                        unshown=plain and self._is_known(trigger),
                        is_plain=plain,
                        points_back=points,
                        is_definite=definite and not points and assertion.reason is None,
                    )
                )
                told.add(trigger.unit.frame.kind)
                senses.note(trigger)
            elif reason is not None:
                unclear.append((trigger, reason))
        return PartHappenings(part=part, named=tuple(named), tellings=tuple(tellings), unclear=tuple(unclear))

    def _assertion(self, trigger: Trigger) -> Assertion:
        if trigger.unit.nominal:
            return self.of_nouns.of(trigger.token, follows=trigger.unit.frame.kind in _FOLLOWS)
        return self.of_verbs.of(trigger.token)

    def _dated(self, trigger: Trigger, assertion: Assertion) -> Assertion:
        """The status of its frame, or of its day, where its words show none."""
        if assertion.status is Status.OCCURRED and trigger.unit.frame.status is not None:
            assertion = attrs.evolve(assertion, status=trigger.unit.frame.status)
        if assertion.status is Status.OCCURRED and (beyond := self.beyond(trigger.token)) is not None:
            assertion = Assertion(status=beyond, reason=_BEYOND[beyond])
        return assertion

    def _shows_nothing(self, trigger: Trigger) -> bool:
        """A noun of which nothing is said that would date it, or tell whether it took place."""
        noun = trigger.token
        if trigger.unit.frame.status is not None or self.nominals.happens(noun) or self.nominals.is_done(noun):
            return False
        beside = [t for c in noun.children if not c.dep_.startswith("acl") for t in (c, *c.children)]
        return not any(self.is_dated(trigger.part, t) for t in beside)

    def _is_known(self, trigger: Trigger) -> bool:
        """It stands in a headline, or the reader is taken to know it."""
        return trigger.part.block.kind is BlockKind.HEADLINE or self.nominals.is_known(trigger.token)
