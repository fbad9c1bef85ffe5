"""What an article tells as its news has just happened: between the day of the news and the day of publication.

Newspapers date their lead and leave the rest undated: the reactions, the consequences and the headline belong to the
same days (the inverted pyramid). The inference is made for the tenses of news alone, the perfect and the present of a
main clause; not for what is told as earlier (pluperfect, relative clauses, nouns but the one that heads a headline,
"déjà"), nor where the text has turned to older days; the present only tells of words as new ("dénonce"), since what is
done in the present may be done at all times. It is never narrower than the stretch from the day of what the lead tells
to the publication; where the lead only dates that somebody says so, it is made for words alone. The first
sentence, where it names no time at all, tells of the week before the publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import final

import attrs
from pendulum import Date

from recoupe.calendar import Clock, Reference, Vague
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.dating.attachment import Attachment
from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dating.newness import SPOKEN
from recoupe.extraction.dating.scenes import Scene, scenes
from recoupe.extraction.dependencies import is_led_by, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.extraction.phrases import OF
from recoupe.language.tokens import Run
from recoupe.model import BlockKind, Kind, TimeRole, When

#: How far before publication the news of an article lies at most, in days: a weekday names no older day.
RECENT = 7
#: How many sentences from the start of the text the lead is looked for in; the headline is none of them.
LEAD = 3
#: The longest time that the lead may name for its news, in days: a week-end, with a night.
SHORT = 3
#: How many sentences from the start of the text are still of the scene of the lead.
SCENE = 6
#: What an article sums up on its day, though it came about over days: tolls, damage, results, figures.
SUMMED_UP = frozenset({Kind.CASUALTY, Kind.DISASTER, Kind.INDICATOR, Kind.ELECTION})


@final
@attrs.frozen(kw_only=True)
class News:
    """The stretch in which an article's news happened."""

    #: From the first recent day of the lead to the publication; the `RECENT` days before it where the lead names none.
    when: When
    #: The words of the lead that name its first day; None where it names none.
    words: str | None
    #: The lead dates only that somebody says so: what he says may have happened before.
    said: bool
    #: Where the first sentence of the text ends.
    opening_end: int
    #: The scenes of which the lead tells.
    scenes: tuple[Scene, ...] = ()
    #: The expressions of one day that date what the main verbs of the lead tell.
    main: tuple[Placed, ...] = ()
    #: Where the sentence of the lead ends, and where its scene does at the latest.
    lead_end: int = 0
    scene_end: int = 0
    #: The words of the sentence in which the lead dates only what somebody says, or the text that says it.
    voices: frozenset[str] = frozenset()

    @property
    def reason(self) -> str:
        """For a reader."""
        if self.words is None:
            return f"fait neuf sans date, en tête de l'article : pas plus de {RECENT} jours avant la publication"
        return f"fait neuf sans date : entre « {self.words} », jour de l'information, et la publication"

    def holds(self, kind: Kind, offset: int) -> bool:
        """Something of this kind, told as new there in the article, happened within these days."""
        if self.words is None and (offset >= self.opening_end or kind is Kind.INDICATOR):
            return False  # a figure is of the period that it counts, which may be any
        if self.said:
            return kind in SPOKEN
        return not (self.when.is_day and kind in SUMMED_UP)

    def is_older(self, when: When) -> bool:
        """All of `when` lies before the news."""
        return when.certainly_before(self.when)


def news(analysis: Analysis, placed: Sequence[Placed], attachment: Attachment, published: When) -> News | None:
    """The news of an article, by the days that its lead names, or by its publication alone where that names none.

    None where the publication is no single day, or the lead names other times than the week before it. Without any
    time in the lead, only its first sentence and what stands above it are the news.
    """
    if not published.is_day or published.earliest is None:
        return None
    today = published.earliest
    told = ((p, s) for p, s in analysis.sentences() if p.block.kind is not BlockKind.HEADLINE)
    scene = list(islice(told, SCENE))
    opening = scene[:LEAD]
    ends = [part.block.start + part.doc[s.end - 1].idx for part, s in scene]
    end = ends[0] if ends else 0
    lead = _lead(opening, placed, attachment, today)
    days = [(p.when.earliest, p.expression.span.text) for p in lead if p.when.earliest and _is_recent(p, today)]
    if days:
        first, words = min(days)
        said = all(_is_said(p, attachment) for p in lead)
        when = When(earliest=first, latest=today)
        return News(
            when=when,
            words=" ".join(words.split()),
            said=said,
            opening_end=end,
            scenes=scenes(lead, attachment.landmarks, sets_off=_sets_off(lead[0].head.sent, attachment)),
            main=tuple([p for p in lead if p.when.is_day and narration.tells(p.governor)]),
            lead_end=lead[0].part.block.start + lead[0].part.doc[lead[0].head.sent.end - 1].idx,
            scene_end=ends[-1],
            voices=_voices(lead, attachment),
        )
    if lead or any(p.expression.span.start < end and _names_other_time(p, today, attachment) for p in placed):
        return None
    return News(when=When(earliest=today.subtract(days=RECENT), latest=today), words=None, said=False, opening_end=end)


def _lead(
    opening: Sequence[tuple[Part, Run]], placed: Sequence[Placed], attachment: Attachment, today: Date
) -> Sequence[Placed]:
    """The expressions that date what the first of the opening sentences with a date tells. Where that only is that
    somebody says so, the day of what is said counts as well, wherever it stands. What only recalls an earlier day dates
    no news."""
    for part, sentence in opening:
        found = [p for p in placed if p.head.sent == sentence and p.part is part and _is_short(p)]
        telling = list(_of_main_verbs(found, attachment))
        found = telling or [p for p in found if not (_recalls(p, today) or _tells_which(p, attachment))]
        if found:
            return found
    return []


def _is_recent(placed: Placed, today: Date) -> bool:
    """It begins on the day of publication, or not long before it."""
    first = placed.when.earliest
    return first is not None and 0 <= (today - first).days <= RECENT


def _recalls(placed: Placed, today: Date) -> bool:
    """It says when something known already was, longer ago: "le garçon trouvé seul le 5 août a été rendu à sa mère"."""
    days = placed.when
    return not narration.tells(placed.governor) and days.certainly_before(When(earliest=today.subtract(days=RECENT)))


def _sets_off(sentence: Run, attachment: Attachment) -> bool:
    """It names something else before or after it, of which the text may tell as well: "ont défilé mardi après la mort
    d'un étudiant"."""
    return any(t.lower_ in attachment.setting_off for t in sentence)


def _voices(lead: Sequence[Placed], attachment: Attachment) -> frozenset[str]:
    """The words of the sentence, where its one day is only that of a saying, or of the text in which something is said:
    "dans un communiqué publié lundi, le parti dénonce"."""
    mouthpieces = attachment.language.reporting.of("sources", "mouthpiece")
    for placed in lead:
        verb = placed.governor
        if verb is None or not placed.when.is_day or placed.when != lead[0].when:
            return frozenset()
        published = verb.dep_ in ("acl", "amod") and verb.head.lemma_.lower() in mouthpieces
        if not (published or _is_said(placed, attachment)):
            return frozenset()
    return frozenset([t.lower_ for t in lead[0].head.sent])


def _tells_which(placed: Placed, attachment: Attachment) -> bool:
    """It only tells one thing that the sentence brings in from others: "fait partie de la promotion du 1er janvier"."""
    noun = placed.governor
    if noun is None or is_verbal(noun) or not is_led_by(placed.head, OF):
        return False
    return noun.dep_ in ("nmod", "obl:arg", "obl:agent") and not attachment.landmarks.hold_phrase_of(noun)


def _names_other_time(placed: Placed, today: Date, attachment: Attachment) -> bool:
    """What the sentence tells may have happened then, though not lately; nothing happened on a day to come, nor by the
    end of something ("le couvre-feu en vigueur jusqu'au 20 janvier", "à l'approche des Jeux de 2028")."""
    days = placed.when
    if isinstance(placed.symbol, Clock) and days.is_unknown:
        return False  # an hour is of the day that is told of
    now = isinstance(placed.symbol, Vague) and placed.symbol.reference is not Reference.PAST  # "désormais"
    if now or placed.expression.role in (TimeRole.END, TimeRole.DEADLINE):
        return False
    since, noun = attachment.language.occurrence.of("prepositions", "since"), placed.governor
    if noun is not None and is_led_by(noun, since):
        return True  # "deux cents personnes ont été tuées depuis le début des combats, le 15 avril"
    return not (When.on(today).certainly_before(days) or _recalls(placed, today))


def _is_said(placed: Placed, attachment: Attachment) -> bool:
    """It dates only that somebody says so."""
    return (
        placed.governor is not None and attachment.is_saying(placed.governor) and not attachment.is_time_counted(placed)
    )


def _is_short(placed: Placed) -> bool:
    days = placed.when.days
    return days is not None and days <= SHORT and placed.expression.role is not TimeRole.END


def _of_main_verbs(found: Iterable[Placed], attachment: Attachment) -> Iterable[Placed]:
    """The first expression of each verb that tells what happened: no noun, no earlier time, no saying."""
    seen = set()
    for placed in found:
        verb = placed.governor
        if verb is None or verb in seen or not narration.tells(verb):
            continue
        seen.add(verb)
        if not _is_said(placed, attachment) and not attachment.is_set_off(placed):
            yield placed
