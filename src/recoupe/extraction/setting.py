"""What is known of the words of one article, beside how they hang together: who, where, when and how many they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction import places as place_reading
from recoupe.extraction.actors import reading as actor_reading
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.dating.reading import Dating
from recoupe.extraction.dependencies import children, feature
from recoupe.extraction.domains import domain_of
from recoupe.extraction.figures import reading as figure_reading
from recoupe.language.contract import Language
from recoupe.language.lexicon import Strength
from recoupe.language.tokens import Run, Token
from recoupe.model import ActorKind, Span, TimeRole, When

#: Who is a person where a frame asks for one.
_PERSONS = frozenset({ActorKind.PERSON, ActorKind.GROUP})

_Figures = Mapping[Run, Sequence[figure_reading.FoundFigure]]


@final
@attrs.frozen(kw_only=True, eq=False)
class Setting:
    """The actors, places, dates and figures of an article, and the questions that the readers of happenings ask."""

    language: Language
    #: What the article is about, where words of general news mean something else: "sport".
    domain: str | None
    dating: Dating
    actors: actor_reading.Actors
    places: place_reading.Places
    #: The figures, by sentence; and without those that count weakly.
    counts: _Figures
    figures: _Figures
    #: Offsets of the characters of time expressions that date something.
    dated: frozenset[int]
    #: The same of those that recur.
    recurring: frozenset[int]

    @classmethod
    def of(cls, analysis: Analysis, language: Language) -> Setting:
        """Find what an article names."""
        dating = Dating.of(analysis, analysis.article.source.published or When(), language)
        domain = domain_of(analysis, language.occurrence)
        actors = actor_reading.find(analysis, language, domain)
        figures = figure_reading.find(analysis, language, exclude=tuple(e.span for e in dating.expressions))
        return cls(
            language=language,
            domain=domain,
            dating=dating,
            actors=actors,
            places=place_reading.find(analysis, language, actors.namings),
            counts=figure_reading.by_sentence(figures),
            figures=figure_reading.by_sentence(f for f in figures if not f.weak),
            dated=_offsets(e.span for e in dating.expressions if e.role is not TimeRole.RECURRING),
            recurring=_offsets(e.span for e in dating.expressions if e.role is TimeRole.RECURRING),
        )

    def is_of(self, part: Part, token: Token, name: str) -> bool:
        """The built-in classes of the lexicon."""
        if name == "number":
            heads = [f.head for f in self.figures.get(token.sent, ())]
            # "3 milliards d'euros": the parse counts milliards, the figure euros
            return token in heads or (feature(token, "NumType") == "Card" and any(h.head == token for h in heads))
        if name == "place":
            return self.places.is_place(part, token)
        if name == "date":
            return self.is_dated(part, token)
        resolved = self.actors.resolve(part, token)
        if name == "actor":
            return bool(resolved)
        if name == "press":
            return any(r.actor.kind is ActorKind.MEDIA for r in resolved)
        counted = None if resolved else self.actors.generic(part, token)  # "deux Belges": no participant, yet persons
        if name == "person":
            kinds = [counted.kind] if counted else [r.actor.kind for r in resolved]
            return not _PERSONS.isdisjoint(kinds) if kinds else self._means_people(token)
        somebody = token.pos_ == "PRON" or token.lower_ in self.language.occurrence.of("nouns", "anybody")
        return name == "thing" and not (somebody or resolved or counted or self._means_body(token))

    def _means_body(self, token: Token) -> bool:
        """A body that is called by its sort, whichever it is: "le groupe a menacé"; "le centre" may be a place."""
        word, words = token.lower_, self.language.actors
        return bool(words.alike(word)) and not words.body("alike", word, "acting")

    def _means_people(self, token: Token) -> bool:
        """Words that stand for nobody in particular: "155 ont été sauvés", "nous", "des dizaines de dissidents"."""
        words = self.language.grammar
        if token.pos_ == "NUM" or token.like_num or token.lower_ in words.of("pronouns", "people"):
            return True
        counted = token.lemma_.lower() in words.of("counting", "quantities")
        nouns = children(token, "nmod") if counted else [token] if token.pos_ == "NOUN" else []
        return any(self.language.actors.human(noun.lower_) is not None for noun in nouns)

    def is_named(self, part: Part, token: Token) -> bool:
        return self.places.is_place(part, token) or any(r.actor.is_named for r in self.actors.resolve(part, token))

    def is_actor(self, part: Part, token: Token) -> bool:
        return bool(self.actors.resolve(part, token))

    def is_dated(self, part: Part, token: Token) -> bool:
        return part.block.start + token.idx in self.dated

    def dated_tokens(self, part: Part) -> frozenset[int]:
        """The numbers of the tokens of a part that lie in time expressions."""
        offset, dated = part.block.start, self.dated
        return frozenset([t.i for t in part.doc if offset + t.idx in dated])

    def is_recurring(self, part: Part, token: Token) -> bool:
        return part.block.start + token.idx in self.recurring

    def is_idle(self, verb: str) -> bool:
        """It names no happening by itself; a list entry without "se" holds for the reflexive verb too."""
        forms = {verb, verb.removeprefix("se ")}
        idle = self.language.occurrence.of("verbs", "idle")
        governs = (self.language.reporting, self.language.status)
        return bool(forms & idle) or any(t.key_of("verbs", v) is not None for t in governs for v in forms)

    def is_happening(self, noun: Token) -> bool:
        """The noun alone names a happening, mostly: "opération", not "mouvement"."""
        units = self.language.frames.nouns.get(noun.lemma_.lower(), ())
        return any(not u.tail and not u.constraints and u.strength is not Strength.WEAK for u in units)


def _offsets(spans: Iterable[Span]) -> frozenset[int]:
    """All characters of some spans."""
    return frozenset(i for span in spans for i in range(span.start, span.end))
