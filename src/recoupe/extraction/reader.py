"""Article to reading: every floor of extraction composed, for one article or a stream of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import final

import attrs

from recoupe.extraction.analysis import Analysis, Part, reporting_blocks
from recoupe.extraction.attribution.asides import Asides
from recoupe.extraction.attribution.chains import AttributionReader
from recoupe.extraction.attribution.givers import Givers
from recoupe.extraction.attribution.speakers import Speakers
from recoupe.extraction.attribution.statements import is_doing, links
from recoupe.extraction.dating.newness import SPOKEN
from recoupe.extraction.dating.occasions import Occasions
from recoupe.extraction.figures.amounts import Amounts
from recoupe.extraction.gists import GistWriter
from recoupe.extraction.happenings.assertions import Assertion
from recoupe.extraction.happenings.conditions import Conditions
from recoupe.extraction.happenings.constraints import Constraints
from recoupe.extraction.happenings.continuance import Continuance
from recoupe.extraction.happenings.determination import Determination
from recoupe.extraction.happenings.generalities import Generalities
from recoupe.extraction.happenings.governing import Governing
from recoupe.extraction.happenings.moods import Moods
from recoupe.extraction.happenings.nominals import NominalReader
from recoupe.extraction.happenings.noun_status import NounStatus
from recoupe.extraction.happenings.reading import HappeningReader
from recoupe.extraction.happenings.repetitions import contrasts, counted_with, counts_others, is_definite, ordinal
from recoupe.extraction.happenings.triggers import Matcher, Trigger
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.happenings.verbals import VerbalReader
from recoupe.extraction.participants.roles import RoleReader
from recoupe.extraction.references import antecedents, joined, told_before
from recoupe.extraction.setting import Setting
from recoupe.extraction.syntax import Syntax
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Figure,
    Gap,
    GapKind,
    Mention,
    Reading,
    Role,
    Span,
    Status,
)

#: Articles whose blocks are analysed together: enough to fill the pipeline's batches, few enough for flat memory.
ARTICLES_AT_ONCE = 32
#: Further words that may stand between those of a phrase that is quoted as a whole ("mis tous deux en examen"); and
#: where its noun is the subject of its verb ("63 cas de rougeole ont été recensés").
_PHRASE_GAP = 2
_SUBJECT_GAP = 7


def extract(article: Article, language: Language) -> Reading:
    """All that can be read in one article. An article without reporting blocks gives an empty reading."""
    return next(extract_all([article], language))


def extract_all(articles: Iterable[Article], language: Language) -> Iterator[Reading]:
    """Readings of many articles of one language, in order, with the analysis batched across articles."""
    stream = iter(articles)
    while batch := list(islice(stream, ARTICLES_AT_ONCE)):
        blocks = [(a, list(reporting_blocks(a))) for a in batch]
        docs = language.analyse(a.text[b.start : b.end] for a, bs in blocks for b in bs)
        for article, reporting in blocks:
            parts = tuple(Part(block=b, doc=next(docs)) for b in reporting)
            yield _ArticleReader.of(Analysis(article=article, parts=parts), language).read()


@final
@attrs.frozen(kw_only=True, eq=False)
class _ArticleReader:
    """The readers of one article, wired to each other."""

    analysis: Analysis
    language: Language
    setting: Setting
    syntax: Syntax
    roles: RoleReader

    @classmethod
    def of(cls, analysis: Analysis, language: Language) -> _ArticleReader:
        setting = Setting.of(analysis, language)
        syntax = Syntax(words=language.grammar)
        return cls(
            analysis=analysis,
            language=language,
            setting=setting,
            syntax=syntax,
            roles=RoleReader(
                actors=setting.actors, syntax=syntax, occurrence=language.occurrence, frames=language.frames
            ),
        )

    # ------------------------------------------------------------------ reading
    def read(self) -> Reading:
        """All mentions of the article, in order."""
        speakers = Speakers(
            analysis=self.analysis,
            actors=self.setting.actors,
            words=self.language.reporting,
            people=self.language.actors,
            syntax=self.syntax,
            is_happening=self.setting.is_happening,
        )
        speech = AttributionReader.of(self.language.reporting, self.syntax, speakers)
        told_by = speech.read(self.analysis.parts)
        spoken = {id(part.doc): statements for part, statements in zip(self.analysis.parts, told_by, strict=True)}
        roles = attrs.evolve(self.roles, voice=lambda token: speech.voice(token, spoken[id(token.doc)]))
        asides = Asides(words=self.language.reporting, speakers=speakers)
        happenings = self._happenings().read(self.analysis.parts)
        mentions: list[Mention] = []
        triggers: list[Trigger] = []
        pointing: set[int] = set()
        definite: set[int] = set()
        for told, statements in zip(happenings, told_by, strict=True):
            gists = self._gists(told.part)
            givers = Givers(asides=asides, part=told.part, statements=statements)
            amounts = Amounts.of(self.setting.counts, told.named, self.syntax, givers.beside)
            for telling in told.tellings:
                trigger, assertion = telling.trigger, telling.assertion
                if telling.points_back:
                    pointing.add(len(mentions))
                elif telling.is_definite:
                    definite.add(len(mentions))
                gist = gists.write(trigger, denied=assertion.status is Status.DENIED)
                saying, figures = givers.tell(amounts.of_trigger(trigger), speech.telling(trigger.token, statements))
                mentions.append(self._mention(trigger, assertion, links(saying), figures, roles, gist))
                triggers.append(trigger)
        before = antecedents(mentions, pointing, definite)
        occasions = Occasions(
            mentions=mentions,
            triggers=triggers,
            antecedents=before,
            dating=self.setting.dating,
            meant=lambda position: told_before(mentions[:position], mentions[position]),
        )
        linked = joined(occasions.dated(), before)
        return Reading(
            article=self.analysis.article,
            mentions=linked,
            actors=self._used(linked, speakers),
            expressions=self.setting.dating.expressions,
            gaps=[
                Gap(kind=GapKind.EVENT, span=self._trigger_span(trigger), reason=reason)
                for told in happenings
                for trigger, reason in told.unclear
            ],
        )

    def _happenings(self) -> HappeningReader:
        """The reader of happenings, wired to what is known of the article."""
        words = self.language.status
        conditions = Conditions(words=words, syntax=self.syntax)
        of_verbs = VerbStatus(
            words=words,
            reporting=self.language.reporting,
            syntax=self.syntax,
            moods=Moods(
                reporting=self.language.reporting,
                syntax=self.syntax,
                continuance=Continuance(words=words, syntax=self.syntax),
                conditions=conditions,
            ),
            conditions=conditions,
            governing=Governing(words=words, syntax=self.syntax),
        )
        return HappeningReader(
            matcher=Matcher(
                frames=self.language.frames,
                syntax=self.syntax,
                idioms=self.language.idioms,
                occurrence=self.language.occurrence,
                constraints=Constraints(
                    frames=self.language.frames,
                    syntax=self.syntax,
                    is_of=self.setting.is_of,
                    domain=self.setting.domain,
                ),
            ),
            generalities=Generalities(
                words=self.language.occurrence,
                syntax=self.syntax,
                is_recurring=self.setting.is_recurring,
            ),
            nominals=NominalReader(
                words=self.language.occurrence,
                syntax=self.syntax,
                determination=Determination(words=self.language.occurrence, syntax=self.syntax),
                is_named=self.setting.is_named,
                is_dated=self.setting.is_dated,
            ),
            verbals=VerbalReader(
                words=self.language.occurrence,
                syntax=self.syntax,
                is_named=self.setting.is_named,
                is_actor=self.setting.is_actor,
                is_dated=self.setting.is_dated,
                is_counted=lambda part, token: self.setting.is_of(part, token, "number"),
                is_idle=self.setting.is_idle,
            ),
            of_verbs=of_verbs,
            of_nouns=NounStatus.reading(self.language, self.syntax, of_verbs),
            syntax=self.syntax,
            occurrence=self.language.occurrence,
            beyond=self.setting.dating.outlook.beyond,
            heralds=self.setting.dating.outlook.heralds,
            is_dated=self.setting.is_dated,
        )

    def _mention(
        self,
        trigger: Trigger,
        assertion: Assertion,
        said_by: tuple[Attribution, ...],
        figures: tuple[Figure, ...],
        roles: RoleReader,
        gist: str | None,
    ) -> Mention:
        part, token = trigger.part, trigger.token
        beside = [t for t in trigger.words if t != token]
        kind = trigger.unit.frame.kind
        dated = self.setting.dating.date(part, token, kind, status=assertion.status, beside=beside)
        passage = self.analysis.span(part, token.sent)
        unit = trigger.unit
        number, apart = self._repeated(trigger, figures)
        participants = roles.participants(trigger)
        if said_by and kind in SPOKEN and is_doing(trigger.words):
            acting = {p.actor for p in participants if p.role is Role.AGENT}
            said_by = tuple(link for link in said_by if link.actor not in acting)
        reasons = [*dated.reasons]
        if assertion.reason:
            reasons.append(f"{assertion.status.value}: {assertion.reason}")
        return Mention(
            source=self.analysis.article.source.id,
            kind=unit.frame.kind,
            mode=unit.frame.mode,
            status=assertion.status,
            when=dated.when,
            expression=dated.expression,
            places=self.setting.places.near(part, token),
            participants=participants,
            figures=figures,
            attribution=said_by,
            trigger=self._trigger_span(trigger),
            passage=passage,
            gist=gist,
            frame=None if unit.frame.wide else unit.frame.name,
            ordinal=number,
            contrast=apart,
            reasons=reasons,
        )

    def _repeated(self, trigger: Trigger, figures: Sequence[Figure]) -> tuple[int | None, bool]:
        """Which of several like happenings it is, and whether it is set apart from another one."""
        words = self.language.occurrence
        if trigger.unit.nominal:
            number = ordinal(trigger.token, words)
            return number, contrasts(trigger.token, words, number)
        subject, number, another = counted_with(self.syntax.subjects(trigger.token), words)
        if number is not None and subject is not None:
            somebody = self.setting.is_actor(trigger.part, subject)
            # "un deuxième avion s'est écrasé"; but an eighth victim died of what the others died of
            thing = not somebody and self.language.actors.human(subject.lower_) is None
            another = another or (number > 1 and thing and not is_definite(subject))
            number = None if number == 1 and somebody else number  # "le Premier ministre"
        return number, another or counts_others(figures, words)

    def _gists(self, part: Part) -> GistWriter:
        """Writes the lines of a part's mentions."""

        def name_of(token: Token) -> str | None:
            found = self.setting.actors.resolve(part, token)
            persons = [r.actor.name for r in found if r.actor.kind is ActorKind.PERSON and r.actor.is_named]
            return persons[0] if len(found) == 1 and persons else None

        empty = self.language.occurrence.of("verbs", "empty")
        return GistWriter.of(
            self.syntax,
            self.language.headlines,
            name_of=name_of,
            is_actor=lambda token: self.setting.is_actor(part, token),
            is_light=lambda verb: verb.lemma_ in empty,
            figures=self.setting.figures,
            dated=self.setting.dated_tokens(part),
            decides=lambda noun: self.language.status.key_of("nouns", noun.lemma_.lower()) not in (None, "occurred"),
            where=lambda token: self.setting.places.words_near(part, token),
        )

    def _trigger_span(self, trigger: Trigger) -> Span:
        """The words of the unit: the whole phrase where they stand together, else the one that names the happening: the
        head, or the last one behind an empty verb ("a fait près de 5 500 morts")."""
        words = trigger.words
        first, last = words[0], words[-1]
        marks = sum(t.is_punct for t in first.doc[first.i : last.i])
        gap = _SUBJECT_GAP if last == trigger.token else _PHRASE_GAP
        if last.i - first.i - marks < len(words) + gap:
            return self.analysis.span(trigger.part, Run(trigger.part.doc, first.i, last.i + 1))
        empty = trigger.token.lemma_ in self.language.occurrence.of("verbs", "empty")
        return self.analysis.span(trigger.part, trigger.tail[-1] if empty else trigger.token)

    def _used(self, mentions: Sequence[Mention], speakers: Speakers) -> tuple[Actor, ...]:
        ids = {i for m in mentions for i in m.referred}
        return tuple(a for a in (*self.setting.actors.meant, *speakers.unnamed.values()) if a.id in ids)
