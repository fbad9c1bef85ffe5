"""Which time expression dates which trigger, and what that bounds.

The days of an expression belong to what governs it: the trigger itself, the light verb of a noun, the first of
coordinated verbs when it stands before them all. Under a verb of saying an expression dates the saying: what is said to
have happened did so by then, and what is said to come comes after it. What no expression dates is bounded by the day of
publication alone.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence, Set
from itertools import islice
from typing import final

import attrs

from recoupe.calendar import Symbol, Tense, leaning, resolve, to_notation
from recoupe.extraction import recency
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.syntax import (
    auxiliaries,
    feature,
    finite,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
    shares_auxiliary,
)
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import BlockKind, Kind, Status, TimeExpression, TimeRole, When

#: Roles whose days say when something happened.
_DATING = frozenset({TimeRole.WITHIN, TimeRole.START, TimeRole.END, TimeRole.DEADLINE, TimeRole.WINDOW})
_TENSES = {"Fut": Tense.FUTURE, "Past": Tense.PAST, "Imp": Tense.PAST, "Pres": Tense.PRESENT}
#: How far up the parse the governor of an expression is looked for, in steps.
_CLIMB = 6
#: How long a noun's own phrase may be for a date at its end to be the noun's, in tokens.
_PHRASE = 14
#: How far behind a noun the participle stands that tells when it came about, in tokens.
_FAR = 25
#: How far before a noun a locution of time begins, in tokens ("à l'issue d'une longue").
_LANDMARK = 7


@final
@attrs.frozen(kw_only=True)
class Dated:
    """When something happened, as far as its article says."""

    #: The days; ``When()`` when nothing bounds them.
    when: When
    #: The expression that dates it; None where only the day of publication bounds it.
    expression: TimeExpression | None
    #: Why, in order, as sentences.
    reasons: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class _Placed:
    """An expression in place: with the token that heads it, and what governs it."""

    expression: TimeExpression
    part: Part
    head: Token
    #: The verb above it (or noun, where it stands inside a noun phrase); None at the top of a verbless sentence.
    governor: Token | None
    when: When
    policy: str
    #: What it says before a present tense leaves it open which way it looks.
    symbol: Symbol


@final
@attrs.frozen(kw_only=True, eq=False)
class Dating:
    """The time expressions of an article, resolved against its publication, and attached to triggers."""

    #: Every expression of the article, in order, with the tense of its governor in its symbol.
    expressions: tuple[TimeExpression, ...]
    #: The days of publication; ``When()`` when nothing is known.
    anchor: When
    #: When the news of the article happened; None where its lead does not say.
    news: recency.News | None
    placed: tuple[_Placed, ...] = attrs.field(repr=False)
    language: Language = attrs.field(repr=False)

    @classmethod
    def of(cls, analysis: Analysis, anchor: When, language: Language) -> Dating:
        """Recognise, settle and resolve the expressions of an article."""
        rows = language.recognise_times(analysis.article.text)
        heads: dict[int, tuple[Part, Token]] = {}
        runs: dict[int, Run] = {}
        for index, row in enumerate(rows):
            part = analysis.part_at(row.span.start)
            tokens = analysis.tokens(part, row.span) if part is not None else None
            if part is not None and tokens is not None and len(tokens):
                heads[index] = (part, tokens.root)
                runs[index] = tokens
        timing = frozenset(token for tokens in runs.values() for token in tokens)
        governing = {index: _governor_of(tokens, timing, language) for index, tokens in runs.items()}
        tenses = {index: tense for index in heads if (tense := _tense(governing[index], language)) is not None}
        symbols = language.settle_times(rows, tenses)
        firm = {index: tense for index, tense in tenses.items() if tense is not Tense.PRESENT}
        open_symbols = language.settle_times(rows, firm)
        expressions = tuple(
            TimeExpression(span=row.span, symbol=to_notation(symbol), role=row.role)
            for row, symbol in zip(rows, symbols, strict=True)
        )
        placed = []
        for index, (part, head) in heads.items():
            expression = expressions[index]
            if expression.role not in _DATING:
                continue
            resolution = resolve(symbols[index], anchor)
            placed.append(
                _Placed(
                    expression=expression,
                    part=part,
                    head=head,
                    governor=governing[index],
                    when=resolution.when,
                    policy=resolution.policy,
                    symbol=open_symbols[index],
                )
            )
        return cls(
            expressions=expressions,
            anchor=anchor,
            news=recency.news(_lead(analysis, placed), anchor),
            placed=tuple(placed),
            language=language,
        )

    def date(self, part: Part, token: Token, kind: Kind, *, status: Status = Status.OCCURRED) -> Dated:
        """When the happening that `token` triggers took, or is to take, place."""
        mine = self._by_sentence.get(token.sent, ())
        marker = self._marker(token)
        if marker is not None:
            return self._set_off(mine, part, token, marker, status)
        for anchor in (*self._told_of_it(token, status), token, *self._companions(token)):
            own = [p for p in mine if self._dates(p, anchor)]
            if own:
                return self._from_expressions(own, status)
        saying = [p for p in mine if self._dates_the_saying(p, token)]
        if not saying and status is Status.OCCURRED and self._is_landmark_of_saying(token):
            lead = self._lead()
            if lead is not None:
                reasons = (f"le jour de la déclaration qui ouvre l'article (« {lead.expression.span.text} »)",)
                return Dated(when=lead.when, expression=lead.expression, reasons=reasons)
        if saying and status is Status.PLANNED:
            return self._bounded(saying, status)
        return self._as_news(part, token, kind, status) or self._bounded(saying, status)

    def lies_ahead(self, token: Token) -> bool:
        """Its own days lie after publication, and no perfect tells it as done ("a déposé un préavis pour le 28"): it is
        to come, though nothing but its days says so ("le sommet du 28 juin", "se réunit le 28 juin")."""
        if recency.is_perfect(_carrier(token)) or self._marker(token) is not None:
            return False
        mine = self._by_sentence.get(token.sent, ())
        own = [p for p in mine if self._dates(p, token)]
        return bool(own) and all(self.anchor.certainly_before(p.when) for p in own)

    @functools.cached_property
    def _by_sentence(self) -> Mapping[Run, Sequence[_Placed]]:
        found: dict[Run, list[_Placed]] = {}
        for placed in self.placed:
            found.setdefault(placed.head.sent, []).append(placed)
        return found

    # ------------------------------------------------------------------ attachment
    def _companions(self, token: Token) -> list[Token]:
        """What happened at the same time by construction: "lors d'une visite", "à l'occasion duquel", "où il a
        rencontré", "un assaut lancé en août"."""
        found: list[Token] = []
        if is_verbal(token):
            beside = recency.main_verb(token)
            found += [beside] if beside is not None and beside.head != token else []
            if any(c.lower_ in self.language.grammar.of("pronouns", "relative_place") for c in token.children):
                found += [token.head] if token.dep_ == "acl:relcl" else []
            beneath = (
                c for child in token.children for c in (child, *(child.children if child.dep_ == "advmod" else ()))
            )
            below = [c for c in beneath if c.dep_.startswith(("obl", "nmod", "advcl")) and self._is_landmark(c)]
            below = [c for c in below if not self._is_of_charge(c, token)]
            found += [g for c in below for g in (c, *(n for n in c.children if n.dep_ == "nmod"))]
        else:
            found += self._own(token)[1:]
            if self._is_landmark(token) or (token.dep_ == "nmod" and self._is_landmark(token.head)):
                verb = token.head
                while verb.head != verb and not is_verbal(verb):
                    verb = verb.head
                found += [verb] if is_verbal(verb) else []
        return found

    def _own(self, noun: Token) -> list[Token]:
        """The noun, and the participles that belong to it: "un assaut lancé en août"."""
        beside = [c for c in noun.children if c.dep_ in ("acl", "amod") and is_participle(c) and is_passive(c)]
        return [noun, *beside, *self._come_about(noun)]

    def _come_about(self, noun: Token) -> list[Token]:
        """The participle that tells when it came about, wherever the parse hangs it: "la frappe russe survenue samedi",
        "le vol d'un tableau, commis le 18 mai"."""
        verbs = self.language.occurrence.of("verbs", "subject") | self.language.occurrence.of("verbs", "empty")
        for token in noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]:
            if is_verbal(token):
                alike = all(feature(token, name) == feature(noun, name) for name in ("Gender", "Number"))
                return [token] if is_participle(token) and alike and token.lemma_ in verbs else []
        return []

    def _told_of_it(self, noun: Token, status: Status) -> list[Token]:
        """The relative clause that says when it takes place: "le tir, qui devait avoir lieu vendredi". What goes on is
        only said to have begun there."""
        if is_verbal(noun) or status is Status.ONGOING:
            return []
        listed = self.language.occurrence.of("verbs", "subject")
        found: list[Token] = []
        for clause in (c for c in noun.children if c.dep_ == "acl:relcl"):
            if any(c.dep_.startswith("nsubj") and feature(c, "PronType") == "Rel" for c in clause.children):
                for verb in (clause, *(c for c in clause.children if c.dep_ == "xcomp")):
                    names = {verb.lemma_, f"se {verb.lemma_}", *(f"{verb.lemma_} {c.lemma_}" for c in verb.children)}
                    found += [verb] if names & listed else []
        return found

    def _is_landmark_of_saying(self, noun: Token) -> bool:
        """ "À l'issue d'une visite à Pyongyang, M. X a indiqué que": the saying belongs to the visit."""
        if is_verbal(noun) or not (self._is_landmark(noun) or (noun.dep_ == "nmod" and self._is_landmark(noun.head))):
            return False
        verb = noun.head
        while verb.head != verb and not is_verbal(verb):
            verb = verb.head
        return self._is_saying(verb) and feature(verb, "VerbForm") == "Part" and not is_participle(verb)

    def _lead(self) -> _Placed | None:
        """The day of the saying with which the article opens ("..., a annoncé mardi un haut responsable"): what is said
        later without a date of its own goes on with it (the inverted pyramid of news)."""
        opening = next((p for p in self.placed if p.when.is_day), None)
        if opening is None or opening.governor is None:
            return None
        return opening if self._is_saying(opening.governor) and not is_participle(opening.governor) else None

    def _marker(self, noun: Token) -> Token | None:
        """The preposition that sets a noun before or after what its verb tells ("arrêté mardi après l'attaque")."""
        if is_verbal(noun):
            return None
        prepositions = self.language.occurrence.of
        words = prepositions("prepositions", "anterior") | prepositions("prepositions", "posterior")
        return next((c for c in noun.children if c.dep_ == "case" and c.lower_ in words), None)

    def _set_off(self, mine: Sequence[_Placed], part: Part, token: Token, marker: Token, status: Status) -> Dated:
        """What lies before or after another happening: by the distance ("trois jours après sa libération") or its own
        date; else the day of what it came before bounds it."""
        start = part.block.start + marker.idx
        own = [p for p in mine if p.expression.span.end == start - 1]
        own = own or [p for p in mine if p.head.i > token.i and any(self._dates(p, t) for t in self._own(token))]
        if own:
            return self._from_expressions(own, status)
        following = marker.lower_ in self.language.occurrence.of("prepositions", "anterior")
        bound = [p for p in mine if p.head.i < marker.i and self._dates(p, _carrier(token))] if following else []
        return self._bounded(bound, status)

    def _is_landmark(self, noun: Token) -> bool:
        """ "lors de", "à l'occasion de", "à l'issue de" stand before it."""
        before = noun.doc[max(noun.sent.start, noun.i - _LANDMARK) : noun.i]
        words = " " + " ".join(t.lower_ for t in before).replace("' ", "'") + " "
        phrases = self.language.occurrence.of("prepositions", "simultaneous")
        return any(phrase in words for phrase in _set_apart(phrases))

    def _is_of_charge(self, landmark: Token, verb: Token) -> bool:
        """ "reconnu coupable de vol lors d'un cambriolage, en mars": the theft was then, the verdict was not."""
        charges = self.language.occurrence.of("prepositions", "charge")
        return any(
            t.pos_ == "NOUN"
            and t.head.pos_ != "NOUN"
            and t.lemma_.lower() in self.language.frames.nouns
            and any(c.dep_ == "case" and c.lower_ in charges for c in t.children)
            for t in verb.doc[verb.i + 1 : landmark.i]
        )

    def _is_beyond_charge(self, placed: _Placed, verb: Token) -> bool:
        """The expression stands behind a landmark of what the verb's charge is about."""
        between = verb.doc[verb.i + 1 : placed.head.i]
        return any(
            t.pos_ == "NOUN" and not is_verbal(t) and self._is_landmark(t) and self._is_of_charge(t, verb)
            for t in between
        )

    def _dates(self, placed: _Placed, token: Token) -> bool:
        governor = placed.governor
        if governor is None or (is_verbal(token) and self._is_beyond_charge(placed, token)):
            return False
        if governor == token or self._stands_behind(placed, token):
            return True
        if self._is_saying(governor):
            return False
        if _is_one_with(governor, token):
            return True
        carrier = _carrier(token)
        if governor == carrier or (governor.dep_ == "conj" and governor.head == carrier and governor.i < token.i):
            # what the verb's own subject did before ("les soldats envoyés ...") is dated by its own words
            return token.dep_ in ("obj", "nsubj", "nsubj:pass", "obl:arg", "obl:mod", "obl:agent", "xcomp", "ROOT") or (
                token.dep_ == "conj"
            )
        if token.dep_ in ("conj", "advcl", "xcomp") and token.head == governor and is_verbal(token):
            shared = shares_auxiliary(token) and placed.head.i < token.i
            return placed.head.i < governor.i or shared or token.dep_ == "xcomp"
        return False

    def _stands_behind(self, placed: _Placed, noun: Token) -> bool:
        """The expression closes the noun's own phrase: "la visite de M. X à Y au début du mois"."""
        if is_verbal(noun) or placed.head.i < noun.i:
            return False
        between = noun.doc[noun.i + 1 : placed.head.i]
        # behind what sets the scene, commas only part off its place: "lors d'une arrestation, à Lens, en avril"
        commas = {","} if self._is_landmark(noun) else set()
        return len(between) < _PHRASE and not any(
            (t.is_punct and t.text not in commas) or is_verbal(t) or t.dep_ == "cc" for t in between
        )

    def _dates_the_saying(self, placed: _Placed, token: Token) -> bool:
        governor = placed.governor
        if governor is None or governor == token or not self._is_saying(governor) or governor.dep_ in ("acl", "amod"):
            return False
        if governor in token.ancestors:
            return True
        # "..., a annoncé mardi le ministre" says it; "deux jours après que X a salué ..." tells of another saying
        inserted = governor.dep_ != "advcl" or not any(c.dep_ == "mark" for c in governor.children)
        return inserted and governor.dep_ in ("parataxis", "ROOT", "advcl", "conj", "dep")

    def _is_saying(self, verb: Token) -> bool:
        return is_verbal(verb) and self.language.reporting.key_of("verbs", verb.lemma_.lower()) is not None

    # ------------------------------------------------------------------ bounds
    def _from_expressions(self, own: Sequence[_Placed], status: Status) -> Dated:
        starts = [p for p in own if p.expression.role is TimeRole.START]
        ends = [p for p in own if p.expression.role in (TimeRole.END, TimeRole.DEADLINE)]
        points = [p for p in own if p not in starts and p not in ends and not p.when.is_unknown]
        reasons = tuple(f"« {' '.join(p.expression.span.text.split())} » : {p.policy}" for p in own)
        if points:
            best = self._told(min(points, key=lambda p: (p.when.days or 10**9, p.head.i)), status)
            return Dated(when=self._clipped(best.when, status), expression=best.expression, reasons=reasons)
        if starts or ends:
            first = (starts or ends)[0]
            deadline = ends and ends[0].expression.role is TimeRole.DEADLINE
            earliest = starts[0].when.earliest if starts else self.anchor.earliest if deadline else None
            latest = ends[0].when.latest if ends else None
            if earliest is not None and latest is not None and latest < earliest:
                latest = None
            when = When(earliest=earliest, latest=latest, lasting=bool(starts) and not deadline)
            return Dated(when=self._clipped(when, status), expression=first.expression, reasons=reasons)
        return attrs.evolve(self._bounded((), status), expression=own[0].expression, reasons=reasons)

    def _told(self, placed: _Placed, status: Status) -> _Placed:
        """A weekday in the present tense looks either way ("se réunit mardi"): the happening's status decides."""
        tense = Tense.FUTURE if status is Status.PLANNED else Tense.PAST if status is Status.OCCURRED else None
        if tense is None or placed.when.is_day:
            return placed
        symbol = leaning(placed.symbol, tense)
        if symbol == placed.symbol:
            return placed
        resolution = resolve(symbol, self.anchor)
        expression = attrs.evolve(placed.expression, symbol=to_notation(symbol))
        return attrs.evolve(placed, expression=expression, when=resolution.when, policy=resolution.policy)

    def _clipped(self, when: When, status: Status) -> When:
        """What is told as past did not happen after publication."""
        if status in (Status.OCCURRED, Status.ONGOING) and self.anchor.latest is not None:
            bound = When(latest=self.anchor.latest, lasting=when.lasting, at=when.at)
            return when.intersection(bound) or attrs.evolve(bound, at=None)
        return when

    def _as_news(self, part: Part, token: Token, kind: Kind, status: Status) -> Dated | None:
        """What no words date, where the article tells it as its news."""
        if self.news is None or not self.news.holds(kind):
            return None
        if status is Status.PLANNED:
            return Dated(when=When(earliest=self.news.when.earliest), expression=None, reasons=(self.news.reason,))
        if status is not Status.OCCURRED or not recency.told_as_new(token, part.block.kind, self.language.occurrence):
            return None
        here = part.block.start + part.doc[token.sent.start].idx
        # a paragraph goes on in the days that it named; a single day is also told of further in the next ones
        days = [
            p
            for p in self.placed
            if p.expression.span.start < here and (p.when.is_day or (p.part is part and not p.when.is_unknown))
        ]
        if days and self.news.is_older(max(days, key=lambda p: p.expression.span.start).when):
            return None
        return Dated(when=self.news.when, expression=None, reasons=(self.news.reason,))

    def _bounded(self, saying: Sequence[_Placed], status: Status) -> Dated:
        said = next((p for p in saying if not p.when.is_unknown), None)
        words = f"« {said.expression.span.text} » borne le fait" if said else "la publication borne le fait"
        limit = said.when if said else self.anchor
        if status is Status.PLANNED and limit.earliest is not None:
            return Dated(when=When(earliest=limit.earliest), expression=None, reasons=(words,))
        if status in (Status.OCCURRED, Status.ONGOING, Status.DENIED) and limit.latest is not None:
            return Dated(when=When(latest=limit.latest), expression=None, reasons=(words,))
        return Dated(when=When(), expression=None, reasons=())


# ---------------------------------------------------------------------- governors and tenses
def _lead(analysis: Analysis, placed: Sequence[_Placed]) -> list[tuple[When, str]]:
    """The days, with their words, of the first sentence of the text that dates something, among its opening ones."""
    opening = (s for part, s in analysis.sentences() if part.block.kind is not BlockKind.HEADLINE)
    for sentence in islice(opening, recency.LEAD):
        found = [p for p in placed if p.head.sent == sentence and p.head.doc is sentence.doc]
        if any(p.when.is_day for p in found):
            return [(p.when, p.expression.span.text) for p in found]
    return []


@functools.cache
def _set_apart(phrases: frozenset[str]) -> tuple[str, ...]:
    """The phrases with the spaces around them in running text; none behind an apostrophe."""
    return tuple(f" {p}" if p.endswith("'") else f" {p} " for p in phrases)


def _governor(head: Token, timing: Set[Token]) -> Token | None:
    """The verb above an expression; or the noun whose complement it is, when that noun is no part of the date."""
    token = head
    for _ in range(_CLIMB):
        if token.head == token:
            return token if is_verbal(token) and token != head else None
        label = token.dep_
        token = token.head
        if _is_predicate(token):
            return token
        named = label in ("nmod", "acl", "amod", "appos") and token.pos_ in ("NOUN", "PROPN")
        if named and token != head and token not in timing:  # "dimanche toute la journée": a time is no happening
            return token
    return None


def _is_predicate(token: Token) -> bool:
    """A verb, or one with "qui" that the parse takes for a noun."""
    return is_verbal(token) or any(
        c.dep_.startswith("nsubj") and feature(c, "PronType") == "Rel" for c in token.children
    )


def _has_copula(token: Token) -> bool:
    """It stands behind "être": "sont morts"."""
    return any(c.dep_ == "cop" for c in token.children)


def _governor_of(tokens: Run, timing: Set[Token], language: Language) -> Token | None:
    """What an expression belongs to. Behind "deux jours après que" it is the verb of that clause; where the parse hangs
    it on a name or a thing, it is the verb of its clause: the next one for a date that opens a sentence, else the last
    one before it."""
    doc, sentence = tokens.doc, tokens.root.sent
    after = doc[tokens.end : min(tokens.end + 2, sentence.end)]
    if (
        len(after) == 2
        and after[0].lower_ in language.grammar.of("conjunctions", "time")
        and after[1].lower_ in ("que", "qu'")
    ):
        return next(
            (t for t in doc[tokens.end + 2 : sentence.end] if is_verbal(t) and not t.dep_.startswith("aux")), None
        )
    above = tokens.root.head
    if _has_copula(above) and above.lemma_.lower() in language.frames.nouns:
        return above
    found = _governor(tokens.root, timing)
    if found is not None and (_is_predicate(found) or found.lemma_.lower() in language.frames.nouns):
        return found
    verbs = [t for t in sentence if is_verbal(t) and not t.dep_.startswith(("aux", "cop"))]
    if tokens.start - sentence.start <= 1:
        return next((v for v in verbs if v.i >= tokens.end), found)
    return next((v for v in reversed(verbs) if v.i < tokens.start), found)


def _is_one_with(governor: Token, verb: Token) -> bool:
    """A bare noun in a phrase ("a prêté serment dimanche"), or how it was found ("a été retrouvé calciné samedi")."""
    if governor.head != verb or not is_verbal(verb):
        return False
    if is_verbal(governor):
        return governor.dep_ == "xcomp" and is_participle(governor)
    return governor.i == verb.i + 1 and governor.dep_ in ("obj", "advmod", "obl:arg")


def _carrier(token: Token) -> Token:
    """The verb that a noun trigger is an argument of; a verb carries itself."""
    return token if is_verbal(token) else token.head


def _tense(governor: Token | None, language: Language) -> Tense | None:
    """The tense under which an expression stands; None where no verb governs it."""
    verb = governor
    while verb is not None and not is_verbal(verb):
        verb = verb.head if verb.head != verb else None
    if verb is None:
        return None
    above = verb.head if verb.head != verb else None
    if is_infinitive(verb):
        planned = above is not None and language.status.key_of("verbs", above.lemma_.lower()) == "planned"
        return Tense.FUTURE if planned else _tense(above, language)
    if is_participle(verb):
        return Tense.PAST if feature(verb, "Tense") != "Pres" else _tense(above, language)
    tense = finite(verb)
    if feature(tense, "Mood") == "Cnd":
        return Tense.PAST if any(a.dep_ == "aux:tense" for a in auxiliaries(verb)) else Tense.FUTURE
    if any(a.dep_ == "aux:tense" for a in auxiliaries(verb)):
        return Tense.PAST
    return _TENSES.get(feature(tense, "Tense")) if is_finite(verb) else None
