"""What no words date, by where it stands in the telling: as the article's news, or as what came next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dating import recency
from recoupe.extraction.dating.bounds import Dated, listed
from recoupe.extraction.dating.company import Company, carrier
from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dating.newness import SPOKEN, has_just, told_as_new
from recoupe.extraction.dating.nouns import may_tell
from recoupe.extraction.dating.scenes import Scene, follows_background, is_of_several, is_told_in, scenes
from recoupe.extraction.dependencies import is_infinitive, is_participle, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.extraction.happenings.narration import is_perfect, is_pluperfect
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import BlockKind, Kind, Status, When

#: A time to which a text comes is no longer than this many days: the longest month.
_STRETCH = 31


@final
@attrs.frozen(kw_only=True, eq=False)
class Narrative:
    """The order in which an article tells, where its days go on from sentence to sentence."""

    #: When the news of the article happened; None where its lead does not say.
    news: recency.News | None
    #: The days of publication; ``When()`` when nothing is known.
    anchor: When
    #: The time expressions that date something, in order.
    placed: Sequence[Placed] = attrs.field(repr=False)
    company: Company = attrs.field(repr=False)
    language: Language = attrs.field(repr=False)
    #: The same by what they belong to.
    _beside: Mapping[Token | None, Sequence[Placed]] = attrs.field(init=False, repr=False)
    #: Those to whose days a text comes for good, and for the rest of their paragraph by where that begins; in order.
    _coming: Sequence[Placed] = attrs.field(init=False, repr=False)
    _leading: Mapping[int, Sequence[Placed]] = attrs.field(init=False, repr=False)

    @_beside.default
    def _find_beside(self) -> Mapping[Token | None, Sequence[Placed]]:
        found: dict[Token | None, list[Placed]] = {}
        for placed in self.placed:
            found.setdefault(placed.governor, []).append(placed)
        return found

    @_coming.default
    def _find_coming(self) -> Sequence[Placed]:
        return sorted([p for p in self.placed if _goes_on(p) and not self._is_ahead(p)], key=_start)

    @_leading.default
    def _find_leading(self) -> Mapping[int, Sequence[Placed]]:
        found: dict[int, list[Placed]] = {}
        for placed in sorted(self.placed, key=_start):
            if not placed.when.is_unknown and _leads(placed) and not self._is_ahead(placed):
                found.setdefault(placed.part.block.start, []).append(placed)
        return found

    def date(self, part: Part, token: Token, kind: Kind, status: Status) -> Dated | None:
        """When it happened, as an inference; None where the telling does not say."""
        news = self.news
        if status is Status.PLANNED and news is not None and news.words is not None:
            if part.block.start + token.idx > news.lead_end and _is_open_today(token):
                return None
            return Dated(when=When(earliest=news.when.earliest), expression=None, reasons=(news.reason,))
        if status not in (Status.OCCURRED, Status.DENIED):
            return None
        if (following := self._following(part, token, kind, status)) is not None:
            return following
        said = self._parenthesis(token)
        if (then := self._then(part, token, said)) is not None:
            return then
        occasion = self.company.occasion_of(token)
        new = told_as_new(token, part.block.kind, self.language, spoken=kind in SPOKEN, occasion=occasion)
        if said is not None or not new:
            return self._just_done(part, token)
        turned = self._turned(part, token)
        if turned is not None and (day := self._of_paragraph(turned, part, token, kind)) is not None:
            words = turned.expression.span.text
            return Dated(when=day, expression=None, reasons=(f"raconté avec ce qui a eu lieu « {words} »",))
        if turned is not None and (news is None or news.is_older(turned.when)):
            return None if self._sums_up(token, kind) else self._afterwards(turned)
        here = part.block.start + token.idx
        still = turned is None or (news is not None and turned.expression.span.start < news.lead_end)
        still &= news is not None and (here > news.lead_end or part.block.kind is BlockKind.HEADLINE)
        headline = part.block.kind is BlockKind.HEADLINE
        if news is not None and headline and (below := self._below(news, token)) is not None:
            return _headed(below)
        if news is not None and still and (day := self._of_scene(news, part, token, kind)) is not None:
            return Dated(when=day, expression=None, reasons=(f"raconté avec ce qui a eu lieu « {news.words} »",))
        if news is not None and headline:
            told = next((p for p in news.main if is_told_in(token, kind, p.governor, self.language)), None)
            if told is not None:
                return _headed(told)
        beside = occasion or narration.meanwhile(carrier(token), self.language)
        spoken = beside is not None and self.language.reporting.key_of("verbs", beside.lemma_.lower()) is not None
        if news is None or not news.holds(Kind.STATEMENT if spoken else kind, here):
            return None
        if news.words is None and kind in recency.SUMMED_UP and is_of_several(token, self.language):
            return None
        if kind not in SPOKEN and follows_background(part, token):
            return None
        if turned is not None and (since := self._since(turned, news, part, token, kind)) is not None:
            return since
        if kind in SPOKEN and _speaks_on(token, news):
            first = news.when.earliest
            reason = f"dit avec ce qui l'a été « {news.words} »"
            return Dated(when=When(earliest=first, latest=first), expression=None, reasons=(reason,))
        return Dated(when=news.when, expression=None, reasons=(news.reason,))

    def _below(self, news: recency.News, token: Token) -> Placed | None:
        """The day that the lead gives to the verb of a headline, in whatever clause: "Paul Roux tué : deux suspects
        arrêtés", over "arrêtés samedi dans l'enquête sur la mort de Paul Roux, tué mardi"."""
        lead = (p for p in self.placed if p.expression.span.end <= news.lead_end and p.when.is_day)
        days = ((p, p.governor) for p in lead if not self._is_ahead(p))
        return next((p for p, verb in days if verb is not None and verb != token and _is_one_verb(verb, token)), None)

    def _is_ahead(self, placed: Placed) -> bool:
        """It is still to come: no time to which what is told as done has come."""
        return self.anchor.certainly_before(placed.when)

    def _just_done(self, part: Part, token: Token) -> Dated | None:
        """What somebody "vient de" do, in whatever clause, is as recent as news can be."""
        verb = token.head if is_infinitive(token) and token.dep_ == "xcomp" else token
        today = self.anchor.earliest
        if today is None or not self.anchor.is_day or not has_just(verb, self.language):
            return None
        turned = self._turned(part, token)
        since = today.subtract(days=recency.RECENT)
        if turned is not None and turned.when.certainly_before(When(earliest=since)):
            return None
        reason = f"« {verb.text} de » : pas plus de {recency.RECENT} jours avant la publication"
        return Dated(when=When(earliest=since, latest=today), expression=None, reasons=(reason,))

    def _since(self, turned: Placed, news: recency.News, part: Part, token: Token, kind: Kind) -> Dated | None:
        """What is told next in a paragraph that has come to a later day than that of the lead came no earlier: "Jean
        Roux a démissionné samedi. Son adjointe a été nommée"; but what is said on a day may have come about before it,
        and others may have spoken before."""
        verb, first = turned.governor, turned.when.earliest
        if turned.part is not part or first is None or verb is None or not turned.when.is_day:
            return None
        if news.when.earliest is None or first <= news.when.earliest or not turned.when.overlaps(news.when):
            return None
        goes_on = any(c.dep_.startswith("nsubj") and c.pos_ == "PRON" for c in carrier(token).children)
        if not is_perfect(verb) or (kind in SPOKEN and not goes_on):
            return None
        said = self.language.reporting.key_of("verbs", verb.lemma_.lower()) is not None
        return None if said and kind not in SPOKEN else self._told_after(turned)

    def _of_scene(self, news: recency.News, part: Part, token: Token, kind: Kind) -> When | None:
        """The day of what strikes in the lead, or gathers people, with which it came about: "une explosion s'est
        produite lundi. Deux passants ont été blessés"; but who dies, or is found, may do so later."""
        here = part.block.start + token.idx
        day = next(
            (s.day for s in news.scenes if (here < news.scene_end or s.lasts) and self._is_in(s, token, kind)), None
        )
        return None if day is None or self._is_of_its_own(part, token) else day

    def _of_paragraph(self, turned: Placed, part: Part, token: Token, kind: Kind) -> When | None:
        """The day of the scene to which a sentence of its paragraph before has come: "la dernière attaque est celle
        survenue samedi. Les assaillants ont tué neuf civils"."""
        if turned.part is not part or turned.head.sent == token.sent:
            return None
        found = scenes([turned], self.company.landmarks, sets_off=False)
        day = next((s.day for s in found if self._is_in(s, token, kind)), None)
        return None if day is None or self._is_of_its_own(part, token) else day

    def _is_in(self, scene: Scene, token: Token, kind: Kind) -> bool:
        return is_verbal(token) and scene.holds(token, kind, self.language)

    def _is_of_its_own(self, part: Part, token: Token) -> bool:
        """It may have come about on another day than the scene: who dies, or is found, may do so later."""
        of = self.language.occurrence.of
        if token.lemma_.lower() in of("verbs", "dying") | of("verbs", "finding"):
            return True
        if not of("adverbs", "afterwards").isdisjoint([c.lower_ for c in token.children]):
            return True
        return is_of_several(token, self.language) or follows_background(part, token)

    def _turned(self, part: Part, token: Token) -> Placed | None:
        """The days to which the text has come: a paragraph goes on in the days that it named; a day that a main verb
        names is also told of further in the next ones."""
        here = part.block.start + part.doc[token.sent.start].idx
        verbs = {t for t in (token, *token.ancestors) if t.dep_ == "conj" and is_verbal(t)}
        # "a débarqué lundi à Genève et a rencontré le ministre"
        firsts = {verb.head for verb in verbs if narration.is_perfect(verb.head)}
        leading = self._leading.get(part.block.start, ())
        days = [*_last_before(here, self._coming), *_last_before(here, leading)]
        days += [
            p
            for first in firsts
            for p in self._beside.get(first, ())
            if p.head.i < token.i and not p.when.is_unknown and (_goes_on(p) or (p.part is part and _leads(p)))
        ]
        last = max(days, key=_start, default=None)
        if last is None:
            return None
        when = last.when
        for placed in listed(self._beside[last.governor], last):
            when = when.span(placed.when)  # "les 13 et 14 août, elle a"
        return attrs.evolve(last, when=when)

    def _then(self, part: Part, token: Token, said: Token | None) -> Dated | None:
        """What came about at the time to which the paragraph has come, or was said then: "ils ont alors pris la fuite",
        "« ils ont fui », avait alors déclaré la police"."""
        words = self.language.occurrence.of("adverbs", "then")
        verb = carrier(token)
        if not is_verbal(verb) or words.isdisjoint([c.lower_ for c in verb.children]):
            if said is None or words.isdisjoint([c.lower_ for c in said.children]):
                return None
            verb = said
        turned = self._turned(part, token)
        if turned is None or turned.part is not part or not (is_perfect(verb) or is_pluperfect(verb)):
            return None
        reason = f"raconté comme du même temps que « {turned.expression.span.text} »"
        return Dated(when=turned.when, expression=None, reasons=(reason,))

    def _parenthesis(self, token: Token) -> Token | None:
        """The verb behind the words of somebody that says, before its subject, that they were said earlier: "« c'est
        fini », avait déclaré le ministre"."""
        for auxiliary in token.doc[token.i + 1 : token.sent.end]:
            if auxiliary.pos_ != "AUX" or auxiliary.features.get("Tense") != "Imp":
                continue
            verb = auxiliary.head
            inverted = is_pluperfect(verb) and any(c.dep_.startswith("nsubj") and c.i > verb.i for c in verb.children)
            if inverted and self.language.reporting.key_of("verbs", verb.lemma_.lower()) is not None:
                return verb
        return None

    def _following(self, part: Part, token: Token, kind: Kind, status: Status) -> Dated | None:
        """What an infinitive sets behind its verb came no earlier: "ont incendié des camions avant de se RETIRER"."""
        verb = token.head
        if token.dep_ != "advcl" or not is_infinitive(token) or not is_perfect(verb):
            return None
        marks = {c.lower_ for c in token.children if c.i < token.i} | {token.doc[max(0, token.i - 1)].lower_}
        if not marks & self.language.occurrence.of("prepositions", "posterior"):
            return None
        before = self.date(part, verb, kind, status)
        if before is None or before.when.earliest is None:
            return None
        when = When(earliest=before.when.earliest, latest=self.anchor.latest)
        return Dated(when=when, expression=None, reasons=(f"raconté à la suite de « {verb.text} » : pas avant",))

    def _sums_up(self, token: Token, kind: Kind) -> bool:
        """It is a toll, or what caused one ("soixante civils ont péri dans des attaques"), which came about before."""
        if kind in recency.SUMMED_UP:
            return True
        if is_verbal(token):
            return False
        verb = carrier(token)
        return is_verbal(verb) and may_tell(verb, (Kind.CASUALTY,), self.language)

    def _afterwards(self, turned: Placed) -> Dated | None:
        """What is told next in the perfect came no earlier; but a stretch of years ("plus de trois ans") is no time to
        which a text comes."""
        anchor, when = self.anchor, turned.when
        if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > _STRETCH:
            return None
        return self._told_after(turned) if when.certainly_before(anchor) else None

    def _told_after(self, turned: Placed) -> Dated:
        anchor = self.anchor
        reason = f"raconté à la suite de « {turned.expression.span.text} » : pas avant"
        return Dated(when=When(earliest=turned.when.earliest, latest=anchor.latest), expression=None, reasons=(reason,))


def _headed(told: Placed) -> Dated:
    reason = f"le titre dit ce qui a eu lieu « {told.expression.span.text} »"
    return Dated(when=told.when, expression=None, reasons=(reason,))


def _is_one_verb(one: Token, other: Token) -> bool:
    return is_verbal(one) and is_verbal(other) and one.lemma_ == other.lemma_


def _start(placed: Placed) -> int:
    return placed.expression.span.start


def _last_before(here: int, ordered: Sequence[Placed]) -> Sequence[Placed]:
    """The last of them that begins before an offset; nothing where none does."""
    behind = bisect_left(ordered, here, key=_start)
    return ordered[behind - 1 : behind] if behind else ()


def _goes_on(placed: Placed) -> bool:
    """A main verb names its day, of which the next paragraphs may tell further."""
    return placed.when.is_day and narration.tells(placed.governor)


def _leads(placed: Placed) -> bool:
    """It dates what is told ("en mars, il a", "la dernière attaque est celle survenue samedi"): it does not only recall
    when something known was ("le garçon trouvé le 5 août")."""
    verb = placed.governor
    if verb is None or not is_verbal(verb) or narration.is_relative(verb):
        return False
    return not is_participle(verb) or any(c.dep_ == "cop" for c in verb.head.children)


def _is_open_today(token: Token) -> bool:
    """Who tells of it does so on the day of the article: "doit venir", "pourrait démissionner"; what was decided, and
    what a future tells of that, is as old as the decision ("ont convenu de se revoir", "les avoirs seront gelés")."""
    verb = carrier(token)
    while is_infinitive(verb) and verb.head != verb and is_verbal(verb.head):
        verb = verb.head
        if not is_infinitive(verb):
            return not narration.is_composed(verb)
    return False


def _speaks_on(token: Token, news: recency.News) -> bool:
    """In the present, whoever the lead quotes goes on in the same words: "dans un communiqué publié lundi, le parti
    dénonce la loi. Le parti exige son retrait"."""
    verb = carrier(token)
    if not narration.is_present(verb):
        return False
    return any(c.dep_.startswith("nsubj") and c.lower_ in news.voices for c in verb.children)
