"""Article to reading: every floor of extraction composed, for one article or a stream of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import final

import attrs

from recoupe.extraction import places as place_reading
from recoupe.extraction.actors import reading as actor_reading
from recoupe.extraction.analysis import Analysis, Part, reporting_blocks
from recoupe.extraction.attribution.chains import AttributionReader
from recoupe.extraction.attribution.speakers import Speakers
from recoupe.extraction.dating.reading import Dating
from recoupe.extraction.dependencies import children, feature
from recoupe.extraction.figures import reading as figure_reading
from recoupe.extraction.figures.amounts import Amounts
from recoupe.extraction.gists import GistWriter
from recoupe.extraction.happenings.assertions import Assertion
from recoupe.extraction.happenings.domains import domain_of
from recoupe.extraction.happenings.generalities import Generalities
from recoupe.extraction.happenings.nominals import NominalReader
from recoupe.extraction.happenings.noun_status import NounStatus
from recoupe.extraction.happenings.reading import HappeningReader
from recoupe.extraction.happenings.triggers import Matcher, Trigger
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.happenings.verbals import VerbalReader
from recoupe.extraction.participants.roles import RoleReader
from recoupe.extraction.references import with_antecedents
from recoupe.extraction.syntax import Syntax
from recoupe.language.contract import Language
from recoupe.language.lexicon import Strength
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
    Span,
    Status,
    TimeRole,
    When,
)

#: Articles whose blocks are analysed together: enough to fill the pipeline's batches, few enough for flat memory.
ARTICLES_AT_ONCE = 32
#: Further words that may stand between those of a phrase that is quoted as a whole ("mis tous deux en examen"); and
#: where its noun is the subject of its verb ("63 cas de rougeole ont été recensés").
_PHRASE_GAP = 2
_SUBJECT_GAP = 7
#: Who is a person where a frame asks for one.
_PERSONS = frozenset({ActorKind.PERSON, ActorKind.GROUP})
_WORD = re.compile(r"[^\W\d_]+")


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
    dating: Dating
    actors: actor_reading.Actors
    places: place_reading.Places
    #: The figures, by sentence; and without those that count weakly.
    counts: Mapping[Run, Sequence[figure_reading.FoundFigure]]
    figures: Mapping[Run, Sequence[figure_reading.FoundFigure]]
    syntax: Syntax
    roles: RoleReader
    #: Offsets of the characters of time expressions that date something.
    dated: frozenset[int]
    #: The same of those that recur.
    recurring: frozenset[int]

    @classmethod
    def of(cls, analysis: Analysis, language: Language) -> _ArticleReader:
        anchor = analysis.article.source.published or When()
        dating = Dating.of(analysis, anchor, language)
        spans = tuple(e.span for e in dating.expressions)
        actors = actor_reading.find(analysis, language)
        figures = figure_reading.find(analysis, language, exclude=spans)
        syntax = Syntax(words=language.grammar)
        return cls(
            analysis=analysis,
            language=language,
            dating=dating,
            actors=actors,
            places=place_reading.find(analysis, language, actors.namings),
            counts=figure_reading.by_sentence(figures),
            figures=figure_reading.by_sentence(f for f in figures if not f.weak),
            syntax=syntax,
            dated=_offsets(e.span for e in dating.expressions if e.role is not TimeRole.RECURRING),
            recurring=_offsets(e.span for e in dating.expressions if e.role is TimeRole.RECURRING),
            roles=RoleReader(actors=actors, syntax=syntax, occurrence=language.occurrence),
        )

    # ------------------------------------------------------------------ reading
    def read(self) -> Reading:
        """All mentions of the article, in order."""
        speakers = Speakers(
            analysis=self.analysis,
            actors=self.actors,
            words=self.language.reporting,
            people=self.language.actors,
            syntax=self.syntax,
            is_happening=self._is_happening,
        )
        speech = AttributionReader.of(self.language.reporting, self.syntax, speakers)
        told_by = speech.read(self.analysis.parts)
        spoken = {id(part.doc): statements for part, statements in zip(self.analysis.parts, told_by, strict=True)}
        roles = attrs.evolve(self.roles, voice=lambda token: speech.voice(token, spoken[id(token.doc)]))
        happenings = self._happenings().read(self.analysis.parts)
        mentions: list[Mention] = []
        pointing: set[int] = set()
        definite: set[int] = set()
        for told, statements in zip(happenings, told_by, strict=True):
            gists = self._gists(told.part)
            amounts = Amounts.of(self.counts, told.named, self.syntax)
            for telling in told.tellings:
                trigger, assertion = telling.trigger, telling.assertion
                if telling.points_back:
                    pointing.add(len(mentions))
                elif telling.is_definite:
                    definite.add(len(mentions))
                said_by = speech.chain(trigger.token, statements)
                gist = gists.write(trigger, denied=assertion.status is Status.DENIED)
                figures = amounts.of_trigger(trigger)
                mentions.append(self._mention(trigger, assertion, said_by, figures, roles, gist))
        linked = with_antecedents(mentions, pointing, definite)
        return Reading(
            article=self.analysis.article,
            mentions=linked,
            actors=self._used(linked, speakers),
            expressions=self.dating.expressions,
            gaps=[
                Gap(kind=GapKind.EVENT, span=self._trigger_span(trigger), reason=reason)
                for told in happenings
                for trigger, reason in told.unclear
            ],
        )

    def _happenings(self) -> HappeningReader:
        """The reader of happenings, wired to what is known of the article."""
        of_verbs = VerbStatus(words=self.language.status, reporting=self.language.reporting, syntax=self.syntax)
        return HappeningReader(
            matcher=Matcher(
                frames=self.language.frames,
                syntax=self.syntax,
                idioms=self.language.idioms,
                is_of=self._is_of,
                domain=domain_of(self.analysis, self.language.occurrence),
            ),
            generalities=Generalities(
                words=self.language.occurrence,
                syntax=self.syntax,
                is_recurring=lambda part, token: part.block.start + token.idx in self.recurring,
            ),
            nominals=NominalReader(
                words=self.language.occurrence, syntax=self.syntax, is_named=self._is_named, is_dated=self._is_dated
            ),
            verbals=VerbalReader(
                words=self.language.occurrence,
                syntax=self.syntax,
                is_named=self._is_named,
                is_actor=self._is_actor,
                is_dated=self._is_dated,
                is_counted=lambda part, token: self._is_of(part, token, "number"),
                is_idle=self._is_idle,
            ),
            of_verbs=of_verbs,
            of_nouns=NounStatus(
                words=self.language.status,
                reporting=self.language.reporting,
                syntax=self.syntax,
                verbs=of_verbs,
                is_person=lambda token: self.language.actors.human(token.lower_) is not None,
            ),
            syntax=self.syntax,
            occurrence=self.language.occurrence,
            beyond=self.dating.beyond,
            is_dated=self._is_dated,
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
        dated = self.dating.date(part, token, trigger.unit.frame.kind, status=assertion.status)
        passage = self.analysis.span(part, token.sent)
        unit = trigger.unit
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
            places=self.places.near(part, token),
            participants=roles.participants(trigger),
            figures=figures,
            attribution=said_by,
            trigger=self._trigger_span(trigger),
            passage=passage,
            gist=gist,
            frame=None if unit.frame.wide else unit.frame.name,
            ordinal=self._ordinal(token) if unit.nominal else None,
            contrast=self._contrasts(token) if unit.nominal else self._counts_others(figures),
            reasons=reasons,
        )

    def _gists(self, part: Part) -> GistWriter:
        """Writes the lines of a part's mentions."""

        def name_of(token: Token) -> str | None:
            found = self.actors.resolve(part, token)
            persons = [r.actor.name for r in found if r.actor.kind is ActorKind.PERSON and r.actor.is_named]
            return persons[0] if len(found) == 1 and persons else None

        empty = self.language.occurrence.of("verbs", "empty")
        return GistWriter.of(
            self.syntax,
            self.language.headlines,
            name_of=name_of,
            is_actor=lambda token: bool(self.actors.resolve(part, token)),
            is_light=lambda verb: verb.lemma_ in empty,
            figures=self.figures,
            is_dated=lambda token: self._is_dated(part, token),
            decides=lambda noun: self.language.status.key_of("nouns", noun.lemma_.lower()) not in (None, "occurred"),
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

    # ------------------------------------------------------------------ what the readers ask
    def _is_of(self, part: Part, token: Token, name: str) -> bool:
        """The built-in classes of the lexicon."""
        if name == "number":
            heads = [f.head for f in self.figures.get(token.sent, ())]
            # "3 milliards d'euros": the parse counts milliards, the figure euros
            return token in heads or (feature(token, "NumType") == "Card" and any(h.head == token for h in heads))
        if name == "place":
            return self.places.is_place(part, token)
        if name == "date":
            return self._is_dated(part, token)
        resolved = self.actors.resolve(part, token)
        if name == "actor":
            return bool(resolved)
        if name == "press":
            return any(r.actor.kind is ActorKind.MEDIA for r in resolved)
        counted = None if resolved else self.actors.generic(part, token)  # "deux Belges": no participant, yet persons
        if name == "person":
            kinds = [counted.kind] if counted else [r.actor.kind for r in resolved]
            return not _PERSONS.isdisjoint(kinds)
        somebody = token.pos_ == "PRON" or token.lower_ in self.language.occurrence.of("nouns", "anybody")
        return name == "thing" and not somebody and not resolved and counted is None

    def _is_named(self, part: Part, token: Token) -> bool:
        return self.places.is_place(part, token) or any(r.actor.is_named for r in self.actors.resolve(part, token))

    def _is_actor(self, part: Part, token: Token) -> bool:
        return bool(self.actors.resolve(part, token))

    def _is_dated(self, part: Part, token: Token) -> bool:
        return part.block.start + token.idx in self.dated

    def _is_idle(self, verb: str) -> bool:
        """It names no happening by itself; a list entry without "se" holds for the reflexive verb too."""
        forms = {verb, verb.removeprefix("se ")}
        idle = self.language.occurrence.of("verbs", "idle")
        governs = (self.language.reporting, self.language.status)
        return bool(forms & idle) or any(t.key_of("verbs", v) is not None for t in governs for v in forms)

    def _is_happening(self, noun: Token) -> bool:
        """The noun alone names a happening, mostly: "opération", not "mouvement"."""
        units = self.language.frames.nouns.get(noun.lemma_.lower(), ())
        return any(not u.tail and not u.constraints and u.strength is not Strength.WEAK for u in units)

    def _ordinal(self, noun: Token) -> int | None:
        """2 for "la deuxième visite"."""
        ordinals = self.language.occurrence.tables.get("ordinals", {})
        words = {w for c in children(noun, "amod", "nummod") for w in (c.lower_, c.lemma_.lower())}
        return next((int(number) for number, forms in sorted(ordinals.items()) if words & forms), None)

    def _contrasts(self, noun: Token) -> bool:
        """ "une autre attaque", "une nouvelle frappe", "des discussions antérieures"; not "la nouvelle visite"."""
        before = children(noun, "amod", "det")
        given = {w for c in before for w in (c.lower_, c.lemma_.lower())}
        if given & self.language.occurrence.of("adjectives", "contrast"):
            return True
        definite = any(feature(c, "Definite") == "Def" or feature(c, "PronType") == "Dem" for c in before)
        return not definite and bool(given & self.language.occurrence.of("adjectives", "renewed"))

    def _counts_others(self, figures: Sequence[Figure]) -> bool:
        """ "deux autres corps ont été retrouvés": beside the one told before."""
        others = self.language.occurrence.of("adjectives", "beside")
        return bool(figures) and all(not others.isdisjoint(_WORD.findall(f.words.lower())) for f in figures)

    def _used(self, mentions: Sequence[Mention], speakers: Speakers) -> tuple[Actor, ...]:
        ids = {i for m in mentions for i in (*m.actors, *(a.actor for a in m.attribution))}
        return tuple(a for a in (*self.actors.meant, *speakers.unnamed.values()) if a.id in ids)


def _offsets(spans: Iterable[Span]) -> frozenset[int]:
    """All characters of some spans."""
    return frozenset(i for span in spans for i in range(span.start, span.end))
