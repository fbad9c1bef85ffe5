"""Epithets: whom a word for somebody means who was told of before, though nobody is said to be it: "l'artiste"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import final

import attrs

from recoupe.extraction.actors.agreement import gender_fits, is_named_person
from recoupe.extraction.actors.anaphora import Memory
from recoupe.extraction.actors.appearance import Appearance
from recoupe.extraction.actors.cast import CHILD, Member
from recoupe.extraction.actors.descriptions import Description
from recoupe.extraction.actors.naming import heads
from recoupe.extraction.actors.sequels import held_by, is_listed
from recoupe.language.actors import ActorWords
from recoupe.model import ActorKind

#: How often a protagonist is named at least.
_OFTEN = 2
#: How many sentences back a demonstrative points, where "il" may have gone on between.
_POINTED = 4


@final
@attrs.frozen(kw_only=True, eq=False)
class Epithets:
    """Finds whom the epithets of one article mean."""

    memory: Memory
    words: ActorWords
    #: The number of each token's sentence, counted through the article, by part.
    sentences: Sequence[Sequence[int]]
    #: The years within which the article appeared; None: unknown.
    years: range | None = None

    def pointed_at(self, part: int, epithet: Description) -> tuple[Member, ...]:
        """ "Cet avocat de 52 ans", "Ce Français": whoever was called so before without a name; else the person of the
        last sentence that tells of any, or its only subject who is one; nobody where that is far before."""
        own, before = self.sentences[part][epithet.start], list(self.memory.before(part, epithet.start))
        called = (m for m in _nameless(before) if epithet.office in m.name.split())
        if (same := next(called, None)) is not None:
            return (same,)  # "une nourrice ... cette nourrice"
        single = [
            a
            for a in before
            if own - _POINTED <= a.sentence < own
            and len(a.members) == 1
            and a.members[0].kind is ActorKind.PERSON
            and self._fits(a.members[0], epithet)
            and (not epithet.gender or a.gender in (None, epithet.gender))
        ]
        near = [a for a in single if a.sentence == single[0].sentence]
        for among in (near, [a for a in near if a.subject and not a.speaks]):
            found = {a.members for a in among}
            if len(found) == 1:
                return found.pop()
        return ()

    def of(self, part: int, epithet: Description) -> tuple[Member, ...]:
        """Whoever is of the epithet's calling; else, for words that say little, of whom the text goes on about; else
        the one person just spoken of of whom nothing is told yet. None where the evidence does not suffice."""
        before = list(self.memory.before(part, epithet.start))
        if self.words.person("struck", epithet.office):
            return self._struck(before)
        fits = [m for m in _one_by_one(before) if self._fits(m, epithet)]
        counterpart = epithet.office in self.words.persons.of("alike_offices", "words")
        if epithet.country and (
            counterpart or self.words.human(epithet.office) is None
        ):  # "son homologue russe", "le Russe"
            own = (m for m in fits if m.country == epithet.country and is_named_person(m))
            return next(((m,) for m in own), ()) or self._only_one(before, fits)
        if epithet.is_owned:
            return ()  # "a tué son patron", "sa femme": somebody else than whom the text goes on about
        if epithet.is_bare and (alike := self._of_one_calling(fits, epithet)) is not None:
            return (alike,)
        if self.words.person("vague", epithet.office) and (found := self._spoken_of(before, epithet)):
            return found
        return self._untold(before, epithet) or self._protagonist(epithet)

    @staticmethod
    def _fits(member: Member, epithet: Description) -> bool:
        return gender_fits(member, epithet.gender) and (
            not epithet.country or not member.country or member.country == epithet.country
        )

    def _of_one_calling(self, members: Iterable[Member], epithet: Description) -> Member | None:
        """ "le technicien", after "l'entraîneur X": the last one whose title or description is of the same calling; of
        children the one whom the article names, before or behind; of callings whose people are known by their names
        the only one named so far, of whom it is not told what he is ("Metz vend Karim Diallo. Le joueur")."""
        callings = self.words.callings(epithet.office)
        if not callings:
            return None
        if callings & self.words.callings(CHILD):
            children = [m for m in self.memory.persons if CHILD in m.sorts and self._fits(m, epithet)]
            if children:
                return children[0] if len(children) == 1 else None
        members = list(dict.fromkeys(members))
        alike = [m for m in members if callings & self._callings_of(m)]
        if not alike and callings & self.words.persons.of("famous", "callings"):
            named = [m for m in members if is_named_person(m)]
            alike = [m for m in named if len(named) == 1 and not m.titles and m in self.memory.told_of]
        women = [m for m in alike if m.gender == epithet.gender == "feminine"]
        return next(iter(women or alike), None)

    def _callings_of(self, member: Member) -> frozenset[str]:
        """By his titles, and by how he is addressed ("Me Roche")."""
        told = {word for text in (*member.titles, *(member.names if member.scoped else ())) for word in heads(text)}
        return frozenset[str]().union(*map(self.words.callings, told | member.sorts))

    def _spoken_of(self, before: Sequence[Appearance], epithet: Description) -> tuple[Member, ...]:
        """Whom a word that says little means, "l'homme", "le suspect": of whom the text goes on about, before whoever
        was named last, and before somebody without a name; not those who only say what happened, nor those of another
        calling."""
        if not (epithet.country or epithet.is_bare):
            return ()
        plain = self.words.person("plain", epithet.office)
        if epithet.is_qualified and not (plain or epithet.country):
            return ()  # "le chef spirituel", "l'artiste plasticien": another office than his
        named = list(dict.fromkeys(m for a in before for m in a.members if is_named_person(m)))
        subjects = [m for a in before if a.subject for m in a.members if is_named_person(m)]
        callings = self.words.callings(epithet.office)
        trying = self.words.persons.of("tried", "callings") if self.words.person("tried", epithet.office) else ()
        told = [a for a in before if not epithet.gender or a.gender in (None, epithet.gender)]
        nameless = [m for m in _nameless(told) if not self.words.person("sources", m.name.split()[0])]
        if plain or self.words.person("tried", epithet.office):
            nameless = [m for m in nameless if not self.words.person("aloof", m.name.split()[0])]
        nameless.sort(key=lambda m: epithet.office not in m.name.split())  # "le suspect", after "un suspect de 32 ans"
        harmed = self._harmed(before) if self._is_suspect(epithet) else ()
        for members in (subjects, named, nameless):
            for member in members:
                if member in harmed:
                    continue  # "X a été agressé. Le suspect a été arrêté"
                if member not in self.memory.told_of or not gender_fits(member, epithet.gender):
                    continue
                if plain and self._has_office(member):
                    continue  # nobody calls a general "le jeune homme"
                if not self._callings_of(member).isdisjoint(trying):
                    continue  # "le suspect", after "le procureur Paul Roche"
                if plain and epithet.gender == "feminine" != member.gender:
                    continue  # "la femme" is often any woman
                other = bool(callings) and bool(self._callings_of(member))
                if not other and (member.country == epithet.country or not epithet.country):
                    return (member,)
        return ()

    def _is_suspect(self, epithet: Description) -> bool:
        """ "le suspect", and "l'homme" of "l'homme a été arrêté"."""
        noun = epithet.part.doc[epithet.head]
        held = noun.dep_ == "nsubj:pass" and is_listed(noun.head, held_by(self.words.persons))
        return held or self.words.person("tried", epithet.office)

    def _harmed(self, before: Sequence[Appearance]) -> frozenset[Member]:
        """Those who were harmed, and not arrested or tried; and who is called the victim."""
        victims = (m for m in _nameless(before) if self.words.person("struck", m.name.split()[0]))
        harmed = (m for a in before if a.harmed for m in a.members)
        return frozenset(harmed).difference(m for a in before if a.held for m in a.members).union(victims)

    def _untold(self, before: Sequence[Appearance], epithet: Description) -> tuple[Member, ...]:
        """ "le patron de Tesla", "la présidente de la Commission", "l'ancien maire de Brest": the only person of the
        sentence before of whom the article tells no office, for offices that nobody holds unnamed or that somebody held
        once, or where the gender shows it."""
        if not (epithet.is_named or epithet.country):
            return ()
        standing = self.words.person("standing", epithet.office) or epithet.is_former
        if not (standing or self.words.person("standing", epithet.office, "by_gender")):
            return ()
        untold = [m for m in _one_by_one(before) if self._fits(m, epithet) and not self._has_office(m)]
        found = self._only_one(before, untold)
        women = [m for m in self.memory.persons if m.gender == "feminine" and not self._has_office(m)]
        shown = bool(found) and epithet.gender == "feminine" and women == list(found)
        return found if standing or shown else ()

    def _protagonist(self, epithet: Description) -> tuple[Member, ...]:
        """ "la ministre", "le maire": for an office that nobody is told to hold, the person of the headline whom the
        article names most, if it tells no office of him and nobody without a name is introduced by one like it."""
        bare = epithet.is_bare and not (epithet.country or epithet.is_qualified)
        if not (bare and self.words.person("public", epithet.office)):
            return ()
        callings = self.words.callings(epithet.office)
        for member in {m for a in self.memory.appearances for m in a.members if m.scoped}:
            called = [w.lower() for w in member.name.split()]
            introduced = epithet.office in called and member.name.lower() != epithet.text.lower()
            if introduced or (
                member.kind is ActorKind.PERSON
                and callings & self._callings_of(member)
                and (epithet.office not in called)
            ):
                return ()
        untold = [m for m in self.memory.persons if not self._has_office(m) and gender_fits(m, epithet.gender)]
        most = max(untold, key=lambda m: m.times, default=None)
        if most is None or most not in self.memory.headed or most not in self.memory.told_of:
            return ()
        others = any(m is not most and m.times * 2 > most.times for m in untold)
        return () if others or most.times < _OFTEN else (most,)

    def _only_one(self, before: Sequence[Appearance], members: Iterable[Member]) -> tuple[Member, ...]:
        """The one of `members` who is named in the last sentence that names anybody; nobody where two are."""
        near = {m for a in before if a.sentence == before[0].sentence for m in a.members if is_named_person(m)}
        found = tuple(near.intersection(members))
        return found if len(found) == 1 else ()

    def _has_office(self, member: Member) -> bool:
        words = (word for title in member.offices(self.years) for word in title.split())
        return any(self.words.office(word) and not self.words.person("vague", word) for word in words)

    @staticmethod
    def _struck(before: Sequence[Appearance]) -> tuple[Member, ...]:
        """ "la victime": the last single person to whom something was done, other than an arrest or a trial."""
        single = (a.members for a in before if a.undergoes and not a.held and len(a.members) == 1)
        return next((members for members in single if members[0].kind is ActorKind.PERSON), ())


def _one_by_one(before: Sequence[Appearance]) -> Iterator[Member]:
    """The persons who appear, named or not, the last first."""
    return (m for a in before for m in a.members if m.kind is ActorKind.PERSON and not m.plural)


def _nameless(before: Sequence[Appearance]) -> list[Member]:
    """Single persons without a name, the last first."""
    return [m for a in before if len(a.members) == 1 for m in _one_by_one([a]) if m.scoped]
