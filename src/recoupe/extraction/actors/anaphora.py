"""Anaphora: whom pronouns, possessives and bare descriptions mean, from what the article said before."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, final

import attrs

from recoupe.extraction.actors.agreement import agrees, is_named_person, is_several
from recoupe.extraction.actors.appearance import Appearance
from recoupe.extraction.actors.cast import Member
from recoupe.language.tokens import Token
from recoupe.model import ActorKind

_PLURAL: Final = frozenset({"ils", "elles", "ceux", "celles", "leur", "eux"})
_MASCULINE: Final = frozenset({"il", "ils", "celui", "ceux", "lui", "eux"})
#: How many appearances back words can point, and how many persons are looked at ahead: all of an article of common
#: length.
_REMEMBERED: Final = 400
#: How many sentences back a pronoun's antecedent may stand.
_SENTENCES: Final = 2
#: The same for what is told of persons only, between whom and the pronoun bodies may have acted.
_SENTENCES_OF_PERSONS: Final = 3
#: Those of whom it is told that they were arrested or died.
PEOPLE: Final = frozenset({ActorKind.PERSON, ActorKind.GROUP})
#: What a pair of states counts more, in mentions of a state, for having been named just before.
_NEAR_PAIR: Final = 3


#: How far back the quotation begins that a pronoun follows, in tokens; and its marks.
_QUOTED: Final = 120
_OPENING: Final = frozenset("«“")
_CLOSING: Final = frozenset("»”")


@final
@attrs.frozen(kw_only=True, eq=False)
class Memory:
    """What was said, in order."""

    #: Lists as one.
    appearances: tuple[Appearance, ...]
    #: The members of lists one by one.
    singly: tuple[Appearance, ...]

    def before(self, part: int, token: int) -> Iterator[Appearance]:
        """What stands before a token, the nearest first."""
        return _before(self.appearances, part, token)

    def at(self, part: int, token: Token) -> tuple[Member, ...]:
        """Whom the words mean in which a token stands; nobody where they mean nobody."""
        seen = _holding(self.appearances, part, token)
        return seen.members if seen is not None else ()

    @functools.cached_property
    def persons(self) -> tuple[Member, ...]:
        """The persons of the article, in order, as many as are remembered."""
        found = dict.fromkeys(m for a in self.appearances for m in a.members if is_named_person(m))
        return tuple(islice(found, _REMEMBERED))

    @functools.cached_property
    def _persons_singly(self) -> tuple[Appearance, ...]:
        """One by one, the persons, with a name or without."""
        return tuple(a for a in self.singly if all(m.kind is ActorKind.PERSON for m in a.members))

    @functools.cached_property
    def told_of(self) -> frozenset[Member]:
        """Those of whom something is told: who only says what is told of others is not among them."""
        return frozenset(m for a in self.appearances if not a.speaks for m in a.members)

    @functools.cached_property
    def headed(self) -> frozenset[Member]:
        """Those whom the headline names: the first part of the article."""
        return frozenset(m for a in self.appearances if a.part == 0 for m in a.members)

    # ------------------------------------------------------------------ pronouns
    def of_pronoun(self, part: int, token: Token, sentence: int, *, person: bool = False) -> tuple[Member, ...]:
        """The members that "il", "elle", "ils", "celle-ci" stand for; none where the evidence does not suffice. Where
        nobody else may be meant, they are those of the sentence before without a name to whom something is done: "a
        arrêté un homme. Il a été écroué". `person`: what is told of them is told of persons only.
        """
        if "expl" in token.dep_ or self._is_of_thing(part, token):
            return ()
        plural, gender = asked(token)
        if person:
            chosen, passing = (
                self._antecedent(part, token, sentence, gender, plural, passing=p, person=True) for p in (False, True)
            )
            nearer = chosen and passing and not chosen.subject and chosen.sentence < passing.sentence
            found = passing if nearer else chosen or passing
            if found:
                return found.members
        chosen = self._antecedent(part, token, sentence, gender, plural)
        if chosen:
            return chosen.members
        passing = self._antecedent(part, token, sentence, gender, plural, passing=True)
        if passing and any(m.kind is ActorKind.PERSON for m in passing.members):
            return passing.members
        if gender == "feminine" and not plural:
            # "Le maire, Andrea Martin, ... Elle exige": an office may keep its masculine.
            found = self._antecedent(part, token, sentence, None, plural)
            if found and all(m.gender_of_office and not m.scoped for m in found.members):
                return found.members
        return passing.members if passing else ()

    def _is_of_thing(self, part: int, pronoun: Token) -> bool:
        """ "Le projet a montré qu'il tenait debout": what the clause above is about is nobody, and agrees with it."""
        above = [t for t in _subjects_above(pronoun) if t.pos_ == "NOUN"]
        if not above or any(above[0].features.get(f) != pronoun.features.get(f) for f in ("Gender", "Number")):
            return False
        seen = (a for a in self.before(part, pronoun.i) if a.part == part)
        return not any(a.start <= above[0].i < a.end for a in seen)

    def ahead(self, part: int, token: Token) -> tuple[Member, ...]:
        """ "Alors qu'il quittait son domicile, Paul Roche a été blessé": who is named as the subject of the clause on
        which the pronoun's hangs, before it; nobody where that clause has an object that may be somebody."""
        clause = token.head
        main = clause.head
        if clause.dep_ != "advcl" or not token.dep_.startswith("nsubj") or main.i < clause.i:
            return ()
        subjects = [c for c in main.children if c.dep_.startswith("nsubj") and clause.i < c.i < main.i]
        if not subjects or any(c.pos_ == "PRON" and c.dep_ in ("obj", "iobj", "obl:arg") for c in main.children):
            return ()
        plural, gender = asked(token)
        seen = _holding(self.singly, part, subjects[0])
        named = seen is not None and all(is_named_person(m) for m in seen.members)
        return seen.members if seen is not None and named and agrees(seen, gender, plural) else ()

    def struck(self, part: int, token: Token, sentence: int) -> tuple[Member, ...]:
        """Those of the sentence before without a name, to whom something was done, for whom a pronoun may stand."""
        plural, gender = asked(token)
        found = self._antecedent(part, token, sentence, gender, plural, passing=True)
        return found.members if found else ()

    def _antecedent(
        self,
        part: int,
        token: Token,
        sentence: int,
        gender: str | None,
        plural: bool,
        *,
        passing: bool = False,
        person: bool = False,
    ) -> Appearance | None:
        """Where those appear for whom a pronoun most likely stands."""
        best: tuple[int, ...] = (-1,)
        chosen: Appearance | None = None
        above, told, quoted = _subjects_above(token), _noun_told_of(token), _quoted_before(token)
        for distance, seen in enumerate(self.before(part, token.i)):
            if sentence - seen.sentence > (_SENTENCES_OF_PERSONS if person else _SENTENCES) - 1:
                break
            if told is not None and seen.part == part and seen.start <= told.i < seen.end:
                continue
            if seen.part == part and seen.start in quoted:
                continue
            if seen.is_passing != passing or seen.is_place or not agrees(seen, gender, plural) or seen.is_cited:
                continue
            if seen.predicate or (person and any(m.kind not in PEOPLE for m in seen.members)):
                continue
            if passing and not seen.undergoes:
                continue
            somebody = all(m.kind is ActorKind.PERSON for m in seen.members)
            governs = seen.part == part and any(seen.start <= t.i < seen.end for t in above)
            rank = (2 * seen.subject + 2 * somebody + (seen.sentence == sentence) + 4 * governs, -distance)
            if rank > best:
                best, chosen = rank, seen
        return chosen

    def is_subject_between(self, pronoun: Token, place: tuple[int, int], end: tuple[int, int]) -> bool:
        """Somebody for whom `pronoun` may stand is the subject of a clause between its place, by part and token, and
        another one."""
        plural, gender = asked(pronoun)
        for seen in self.before(*end):
            if (seen.part, seen.start) <= place:
                return False
            heads = seen.subject or seen.opens
            if heads and not seen.is_cited and agrees(seen, gender, plural):
                return True
        return False

    def of_some(self, part: int, token: Token, sentence: int) -> tuple[Member, ...]:
        """ "l'un", "les autres", "certains": of those who were several, in this sentence or the one before."""
        for seen in self.before(part, token.i):
            if sentence - seen.sentence > 1:
                break
            if is_several(seen.members) and not seen.is_passing:
                return seen.members
        return ()

    def both(self, part: int, token: int, sentence: int) -> tuple[Member, ...]:
        """ "tous deux": the two who were named together just before; else the two persons of whom it went on."""
        heads = dict[Member, None]()
        for seen in self.before(part, token):
            if sentence - seen.sentence > _SENTENCES:
                break
            if len(seen.members) == 2 and not seen.is_passing:
                return seen.members
            if seen.subject and len(seen.members) == 1 and is_named_person(seen.members[0]):
                heads[seen.members[0]] = None
        return tuple(heads) if len(heads) == 2 else ()

    def of_possessive(
        self, part: int, token: Token, sentence: int, *, person: bool = False, apart: Token | None = None
    ) -> tuple[Member, ...]:
        """The owner that "son", "leurs" stand for: the nearest of this sentence that agrees, else the last subject.

        `person`: only a person has what is owned ("son extradition"). `apart`: a word that does not mean the owner.
        """
        plural = token.lower_.startswith("leur")
        seens = self._persons_singly if person else self.appearances if plural else self.singly
        if apart is not None:
            seens = tuple(a for a in seens if a.part != part or not a.start <= apart.i < a.end)
        if not any(a.sentence == sentence for a in _before(seens, part, token.i)):
            ahead = (a for a in seens if a.part == part and a.sentence == sentence and a.start > token.i and a.subject)
            following = next(ahead, None)  # "À l'issue de sa garde à vue, X a été relâché"
            if following is not None and token.i < following.start and is_several(following.members) == plural:
                return following.members
        for seen in _before(seens, part, token.i):  # a subject of the sentence, before what merely stands nearer
            if seen.sentence != sentence:
                break
            if not plural and seen.subject and not is_several(seen.members):
                return seen.members
        for seen in _before(seens, part, token.i):
            if sentence - seen.sentence > (_SENTENCES if person else 1):
                break
            if is_several(seen.members) == plural and (seen.sentence == sentence or seen.subject):
                return seen.members
        return ()

    def last(self, part: int, token: int, gender: str | None, plural: bool) -> tuple[Member, ...]:
        """ "ce dernier", "celle-ci": whoever was named last, in the sentence that names anybody last or the one before.

        An outlet that is only cited is passed over.
        """
        nearest: int | None = None
        for seen in self.before(part, token):
            nearest = seen.sentence if nearest is None else nearest
            if nearest - seen.sentence > 1:
                break
            if (
                not seen.is_cited
                and not all(m.kind is ActorKind.STATE for m in seen.members)
                and agrees(seen, gender, plural)
            ):
                return self._end_of(seen, gender, plural)
        return ()

    def _end_of(self, seen: Appearance, gender: str | None, plural: bool) -> tuple[Member, ...]:
        """ "des experts et des élus ... ces derniers": of several groups, the last one."""
        ends = (a for a in self.singly if a.part == seen.part and seen.start < a.start and a.end == seen.end)
        return next((a.members for a in ends if agrees(a, gender, plural)), seen.members)

    def pair(self, part: int, token: int) -> tuple[Member, ...]:
        """ "le président X a reçu son homologue. Les deux hommes": the two persons, with a name or without, of the last
        sentence that tells of any; nobody where it tells of one or of more."""
        found = dict[Member, None]()
        nearest: int | None = None
        for seen in _before(self._persons_singly, part, token):
            nearest = seen.sentence if nearest is None else nearest
            if seen.sentence != nearest:
                break
            found |= dict.fromkeys(m for m in seen.members if not m.plural)
        return tuple(found) if len(found) == 2 else ()

    def together(self, part: int, token: int, number: int | None = None, *, held: bool = False) -> tuple[Member, ...]:
        """ "les accusés", "le couple": the persons who were told of together last, or a group.

        Args:
            part: where the words stand.
            token: the same.
            number: how many they are; None: several.
            held: only those who were arrested or tried.
        """
        for seen in self.before(part, token):
            people = all(m.kind in PEOPLE for m in seen.members) and is_several(seen.members)
            if people and (seen.held or not held) and (seen.subject or seen.undergoes):
                if number is None or len(seen.members) == number:
                    return seen.members
                if len(seen.members) > 1:
                    return ()
        return ()

    # ------------------------------------------------------------------ "les deux pays"
    def two_states(self, part: int, token: int) -> tuple[Member, ...]:
        """The two states that the article speaks of together: of the pairs named so far, the one whose states are named
        most, where a pair of the last two sentences counts more; without a pair, the two states named last."""
        seen = list(self.before(part, token))
        count = Counter(m for a in seen for m in a.members if m.kind is ActorKind.STATE)
        nearest = seen[0].sentence if seen else 0
        pairs = [a for a in seen if len(a.members) == 2 and all(m.kind is ActorKind.STATE for m in a.members)]
        if pairs:
            weight = [sum(count[m] for m in a.members) + _NEAR_PAIR * (nearest - a.sentence < 2) for a in pairs]
            return pairs[weight.index(max(weight))].members
        return self.two(part, token, lambda m: m.kind is ActorKind.STATE)

    def two(self, part: int, token: int, fits: object) -> tuple[Member, ...]:
        assert callable(fits)
        found: list[Member] = []
        for seen in self.before(part, token):
            for member in seen.members:
                if fits(member) and member not in found:
                    found.append(member)
            if len(found) >= 2:
                return tuple(found[:2])
        return ()

    def last_state(self, part: int, token: int) -> tuple[Member, ...]:
        """ "le pays", "ce pays": the state named last."""
        for seen in self.before(part, token):
            if len(seen.members) == 1 and seen.members[0].kind is ActorKind.STATE:
                return seen.members
        return ()


def asked(pronoun: Token) -> tuple[bool, str]:
    """Whether a pronoun stands for several, and its gender."""
    text = pronoun.lower_.removeprefix("-")
    return text in _PLURAL, "masculine" if text in _MASCULINE else "feminine"


def _subjects_above(pronoun: Token) -> list[Token]:
    """ "X a déclaré qu'elle": the subject of the clause that tells the pronoun's as what somebody says or thinks."""
    clause = pronoun.head
    if not pronoun.dep_.startswith("nsubj") or clause.dep_ != "ccomp":
        return []
    return [t for t in clause.head.children if t.dep_ == "nsubj" and t.i < clause.head.i]


def _quoted_before(pronoun: Token) -> range:
    """The tokens of the quotation that an inverted pronoun follows, "« Mon fils est mort », a-t-il dit": who speaks is
    not among those of whom he does; none before another pronoun."""
    if not pronoun.text.startswith("-"):
        return range(0)
    doc, closing = pronoun.doc, None
    for token in reversed(doc[max(0, pronoun.i - _QUOTED) : pronoun.i]):
        if closing is None:
            closing = token.i if token.text in _CLOSING else None
        elif token.text in _OPENING:
            return range(token.i, closing)
    return range(0)


def _noun_told_of(pronoun: Token) -> Token | None:
    """ "l'avocat à qui elle a écrit": the noun of which the clause tells whose subject the pronoun is; she is
    somebody else."""
    clause = pronoun.head
    return clause.head if pronoun.dep_.startswith("nsubj") and clause.dep_ == "acl:relcl" else None


def _holding(appearances: Sequence[Appearance], part: int, token: Token) -> Appearance | None:
    """The first in whose words a token stands; None: they mean nobody."""
    return next((a for a in appearances if a.part == part and a.start <= token.i < a.end), None)


def _before(appearances: Sequence[Appearance], part: int, token: int) -> Iterator[Appearance]:
    start = bisect_left(appearances, (part, token), key=lambda seen: (seen.part, seen.start))
    for at in range(start - 1, max(-1, start - 1 - _REMEMBERED), -1):
        if (appearances[at].part, appearances[at].end) <= (part, token):
            yield appearances[at]
