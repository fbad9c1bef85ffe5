"""What an article tells as its news has just happened: between the day of the news and the day of publication.

Newspapers date their lead and leave the rest undated: the reactions, the consequences and the headline belong to the
same days (the inverted pyramid). The inference is made for the tense of news alone, the perfect of a main clause; not
for what is told as earlier (pluperfect, relative clauses, nouns but the one that heads a headline, "déjà"), nor where
the paragraph has turned to older days. It is never narrower than the stretch from the first recent day that the lead
names to the publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from recoupe.extraction.syntax import auxiliaries, feature, finite, is_infinitive, is_participle, is_verbal
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import BlockKind, Kind, When

#: How far before publication the news of an article lies at most, in days: a weekday names no older day.
RECENT = 7
#: How many sentences from the start of the text the lead is looked for in.
LEAD = 3
#: What an article sums up on its day, though it came about over days: tolls, damage, results, figures.
_SUMMED_UP = frozenset({Kind.CASUALTY, Kind.DISASTER, Kind.INDICATOR, Kind.ELECTION})
#: How many steps a participle or a coordinated verb is climbed to the verb that has the tense.
_CLIMB = 4


@final
@attrs.frozen(kw_only=True)
class News:
    """The stretch in which an article's news happened."""

    #: From the first recent day of the lead to the publication.
    when: When
    #: The words of the lead that name its first day.
    words: str

    @property
    def reason(self) -> str:
        """For a reader."""
        return f"fait neuf sans date : entre « {self.words} », jour de l'information, et la publication"

    def holds(self, kind: Kind) -> bool:
        """Something of this kind, told as new, happened within these days."""
        return not (self.when.is_day and kind in _SUMMED_UP)

    def is_older(self, when: When) -> bool:
        """All of `when` lies before the news."""
        return when.certainly_before(self.when)


def news(lead: Iterable[tuple[When, str]], published: When) -> News | None:
    """The news of an article, by the days that its lead names with their words.

    None where the publication is no single day, or the lead names no day of the week before it.
    """
    if not published.is_day or published.earliest is None:
        return None
    today = published.earliest.toordinal()
    days = [
        (w.earliest, words)
        for w, words in lead
        if w.is_day and w.earliest is not None and 0 <= today - w.earliest.toordinal() <= RECENT
    ]
    if not days:
        return None
    first, words = min(days)
    return News(when=When(earliest=first, latest=published.latest), words=" ".join(words.split()))


def told_as_new(token: Token, kind: BlockKind, words: Words) -> bool:
    """The trigger stands in the tense of news. `words` are those of happenings (``occurrence.toml``)."""
    if kind is BlockKind.HEADLINE:
        return is_verbal(token) or (token.head == token and not _is_topic(token))
    verb = token
    for _ in range(_CLIMB):
        if not is_verbal(verb) or verb.dep_ == "amod" or is_infinitive(verb) or _is_relative(verb):
            return False
        if is_participle(verb):
            if feature(verb, "Tense") == "Past" and verb.dep_ != "conj":
                return False
        elif auxiliaries(verb) or verb.dep_ != "conj":
            break
        verb = main_verb(verb) or verb.head
    if verb.dep_ == "conj" and _is_relative(verb.head):
        return False
    return is_perfect(verb) and not any(c.lower_ in words.of("adverbs", "earlier") for c in verb.children)


def main_verb(verb: Token) -> Token | None:
    """The verb beside which a present participle tells something of the same moment ("a démissionné, reconnaissant");
    None where it is none, or stands for itself."""
    if not is_participle(verb) or feature(verb, "Tense") != "Pres":
        return None
    above = verb.head
    if not is_verbal(above) and verb.dep_ == "acl" and above.dep_ in ("obj", "nsubj", "nsubj:pass"):
        above = above.head
    return above if above != verb and is_verbal(above) else None


def _is_topic(noun: Token) -> bool:
    """ "Incendie du port : deux cadres jugés": what stands before the colon is known already."""
    return any(t.text == ":" for t in noun.doc[noun.i + 1 : noun.sent.end])


def _is_relative(verb: Token) -> bool:
    """It heads a relative clause, which tells of what is known already."""
    return verb.dep_ == "acl:relcl" or any(feature(c, "PronType") == "Rel" for c in verb.children)


def is_perfect(verb: Token) -> bool:
    """ "a arrêté", "ont été arrêtés": the indicative perfect."""
    first = finite(verb)
    composed = any(a.dep_ == "aux:tense" for a in auxiliaries(verb))
    return composed and feature(first, "Tense") == "Pres" and feature(first, "Mood") == "Ind"
