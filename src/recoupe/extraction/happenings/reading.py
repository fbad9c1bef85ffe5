"""The happenings of an article: the words that evoke them, which of these name one, and whether it took place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import children, is_participle, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.extraction.happenings.assertions import IMMEDIATE, TOLD, Assertion
from recoupe.extraction.happenings.doers import with_doers
from recoupe.extraction.happenings.generalities import Generalities
from recoupe.extraction.happenings.nominals import NominalReader
from recoupe.extraction.happenings.noun_status import NounStatus
from recoupe.extraction.happenings.overlaps import without_doubles
from recoupe.extraction.happenings.prospects import BEFALLING, FOLLOWING, HERALDED, UNFORESEEN
from recoupe.extraction.happenings.senses import Senses
from recoupe.extraction.happenings.tellings import Telling, settled
from recoupe.extraction.happenings.triggers import Matcher, Trigger
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.happenings.verbals import VerbalReader
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import BlockKind, Kind, Status

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
    #: The status that the days of a trigger give it: ahead or going on where they lie beyond publication, over where
    #: they lie before it; None where they do not tell.
    beyond: Callable[[Token], Status | None]
    #: Whether a headline names a day that is to come.
    heralds: Callable[[Part], bool]
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
        for found in self._with_recalled(part, with_doers(triggers, self.syntax), senses):
            if self.generalities.holds(found):
                continue
            trigger, token, noun = found, found.token, found.unit.nominal
            points = noun and self.nominals.determination.points_back(token)
            definite = noun and self.nominals.determination.is_definite(token)
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
                bare = assertion.reason is None or assertion.leaning
                silent = self._shows_nothing(trigger) if noun else self._is_tenseless(trigger, assertion)
                plain = assertion.leaning or (bare and silent)
                tellings.append(
                    Telling(
                        trigger=trigger,
                        assertion=assertion,
                        unshown=plain and (points or assertion.leaning or self._is_known(trigger)),
                        is_plain=plain,
                        points_back=points,
                        sums_up=noun and token.lemma_.lower() in self.occurrence.of("nouns", "summary"),
                        is_definite=definite and not points and (bare or assertion.status is Status.PLANNED),
                    )
                )
                told.add(trigger.unit.frame.kind)
                senses.note(trigger)
            elif reason is not None:
                unclear.append((trigger, reason))
        return PartHappenings(part=part, named=tuple(named), tellings=tuple(tellings), unclear=tuple(unclear))

    def _with_recalled(self, part: Part, triggers: Sequence[Trigger], senses: Senses) -> Iterator[Trigger]:
        """The triggers, and in their order the nouns that mean what they meant before: "cette perte". Each is asked for
        when all before it have been noted."""
        own = {word.i: trigger for trigger in triggers for word in trigger.words}
        determination, anaphoric = self.nominals.determination, self.occurrence.of("nouns", "anaphoric")
        for token in part.doc:
            found = own.get(token.i)
            bare = found is None or (found.token is token and not found.tail)
            if bare and token.lemma_.lower() in anaphoric and self._sums_up(token):
                found = senses.summed_up(part, token) or found
            if found is not None and found.token is token:
                yield found
            elif found is None and token.pos_ == "NOUN" and token.lemma_.lower() in senses.known:
                points = determination.points_back(token)
                recalled = senses.recalled(part, token, points=points)
                if recalled is not None and (points or determination.is_known(token)):
                    yield recalled

    def _sums_up(self, noun: Token) -> bool:
        """ "cet événement", "les faits se sont déroulés": and says nothing of what it was."""
        if children(noun, "nmod", "amod", "acl", "acl:relcl"):
            return False
        return self.nominals.determination.points_back(noun) or self.nominals.happens(noun)

    def _assertion(self, trigger: Trigger) -> Assertion:
        ruled = trigger.unit.frame.mode in self.of_verbs.words.of("deciding", "modes")
        if trigger.unit.nominal:
            return self.of_nouns.of(trigger.token, trigger.unit.frame.kind, ruled=ruled)
        shown = self.of_verbs.of(trigger.token)
        if trigger.unit.frame.kind is Kind.CASUALTY and shown.status is Status.DENIED:
            return attrs.evolve(shown, asserted=True)  # "sans faire de blessé": so many that there is none
        if ruled and shown.status is Status.PLANNED and self.of_verbs.is_decided(trigger.token):
            return IMMEDIATE  # "a décidé de la mettre en examen"
        if trigger.unit.frame.kind not in FOLLOWING or trigger.token.dep_ != "xcomp" or shown != TOLD:
            return shown
        if (word := self.of_verbs.announced(trigger.token)) is not None:
            return Assertion(status=Status.PLANNED, reason=f"« {word.text} »")
        return shown

    def _dated(self, trigger: Trigger, assertion: Assertion) -> Assertion:
        """The status of its frame, or of its day, where its words show none."""
        if assertion.status is Status.OCCURRED and trigger.unit.frame.status is not None:
            assertion = attrs.evolve(assertion, status=trigger.unit.frame.status)
        going = assertion.status is Status.ONGOING and not trigger.unit.nominal
        if assertion.status is not Status.OCCURRED and not (assertion.leaning or going):
            return assertion
        beyond = self.beyond(trigger.token)
        if going and beyond is not Status.PLANNED:  # "deux cents policiers sont mobilisés samedi"
            return assertion
        if beyond is Status.OCCURRED:
            return TOLD if assertion.leaning else assertion
        if beyond is Status.PLANNED and self._is_unforeseen(trigger):
            return assertion
        if beyond is not None:
            return Assertion(status=beyond, reason=_BEYOND[beyond])
        if assertion == TOLD and self._is_heralded(trigger):
            return Assertion(status=Status.PLANNED, reason="the day of the headline", leaning=True)
        return assertion

    def _is_unforeseen(self, trigger: Trigger) -> bool:
        """No day is announced for it: "le rapport sur l'incendie en juin", "deux personnes meurent lundi"."""
        kind = trigger.unit.frame.kind
        if trigger.unit.nominal:
            return self.of_nouns.prospects.befalls(trigger.token, kind)
        return kind in UNFORESEEN and narration.is_simple_present(trigger.token)

    def _is_heralded(self, trigger: Trigger) -> bool:
        """ "Grève à la SNCF : un train sur deux lundi", "Le Sénat vote mercredi": a headline of a day to come."""
        kind, verb = trigger.unit.frame.kind, trigger.token
        if trigger.part.block.kind is not BlockKind.HEADLINE or kind in BEFALLING:
            return False
        if trigger.unit.nominal:
            verb = verb.head
        present = is_verbal(verb) and narration.is_simple_present(verb)
        return (kind in HERALDED or present) and self.heralds(trigger.part)

    def _shows_nothing(self, trigger: Trigger) -> bool:
        """A noun of which nothing is said that would date it, or tell whether it took place."""
        noun = trigger.token
        if trigger.unit.frame.status is not None or self.nominals.happens(noun) or self.nominals.is_done(noun):
            return False
        beside = [t for c in noun.children if not c.dep_.startswith("acl") for t in (c, *c.children)]
        return not any(self.is_dated(trigger.part, t) for t in beside)

    @staticmethod
    def _is_tenseless(trigger: Trigger, assertion: Assertion) -> bool:
        """A verb of a headline, whose present and participles tell of what is to come too: "250 postes supprimés"."""
        verb = trigger.token
        if trigger.part.block.kind is not BlockKind.HEADLINE or assertion.status is not Status.OCCURRED:
            return False
        return trigger.unit.frame.kind not in BEFALLING and (is_participle(verb) or narration.is_present(verb))

    def _is_known(self, trigger: Trigger) -> bool:
        """It stands in a headline, or the reader is taken to know it, or to learn what it is ("c'est une visite")."""
        noun = trigger.token
        told = trigger.part.block.kind is BlockKind.HEADLINE or bool(children(noun, "cop"))
        return told or self.nominals.determination.is_known(noun)
