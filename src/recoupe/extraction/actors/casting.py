"""Casting: which member of the cast each name of an article means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import final

import attrs

from recoupe.extraction.actors.cast import CHILD, Cast, Member
from recoupe.extraction.actors.families import is_child, is_relative
from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.actors.sorts import body_called, sort_before, sort_behind
from recoupe.extraction.actors.standing import acts
from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import is_subject
from recoupe.gazetteer import known_actors, nationality
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Token
from recoupe.model import ActorKind
from recoupe.names import PersonalName, abbreviates, fold


@final
@attrs.frozen(kw_only=True, eq=False)
class Casting:
    """Gives the names of an article to members of the cast, which it fills."""

    cast: Cast
    words: ActorWords

    def people(
        self, parts: Sequence[Part], namings: Sequence[Sequence[Naming]]
    ) -> list[dict[int, tuple[Naming, Member]]]:
        """Every naming's member: full names first, so that a surname finds its bearer wherever it stands."""
        members: dict[int, Member] = {}
        ordered = [n for row in namings for n in row]
        full = [n for n in ordered if n.sort == "person" and len(PersonalName.parse(n.name).elements) > 1]
        for naming in (*(n for n in ordered if n.sort != "person"), *full):
            members[id(naming)] = self._member(naming)
        for naming in ordered:
            if id(naming) not in members:
                members[id(naming)] = self._member(naming)
        self._join_abbreviations(ordered, members)
        self._join_kinds(members)
        self._tell_sorts(ordered, members)
        self._tell_genders()
        surnames, given, abbreviations = self._called(-1), self._called(0), self._abbreviations(ordered, members)
        found: list[dict[int, tuple[Naming, Member]]] = []
        for part, row in zip(parts, namings, strict=True):
            covered = {i: (n, members[id(n)]) for n in row for i in range(n.address, n.end)}
            for token in part.doc if surnames or abbreviations else ():
                if not token.is_capital:
                    continue
                known = covered.get(token.i)
                if known is None and (body := abbreviations.get(token.text)) is not None:
                    covered[token.i] = (self._alone(part, token, ActorKind.ORGANISATION, "body"), body)
                bearer = surnames.get(fold(token.text))
                single = known is not None and known[0].sort == "body" and known[0].end - known[0].start == 1
                if bearer is None and single:
                    bearer = given.get(fold(token.text))  # "Awa Sène a décroché son bac. Awa a quitté Dakar"
                if bearer is None:
                    continue
                if known is None or single:
                    bearer.names.add(token.text)
                    covered[token.i] = (self._alone(part, token, ActorKind.PERSON, "person"), bearer)
            found.append(covered)
        return found

    def _member(self, naming: Naming) -> Member:
        if naming.country is not None:
            for body, cities in self.words.bodies.tables.get("seats", {}).items():
                if naming.name in cities and (known := known_actors().named(body)):
                    return (
                        self.cast.known(known, naming.name)
                        if acts(naming, self.words)
                        else self.cast.state(naming.country)
                    )
            return self.cast.state(
                naming.country, naming.name if naming.sort != "capital" or acts(naming, self.words) else None
            )
        if naming.known is not None:
            return self.cast.known(naming.known, naming.name)
        if naming.kind is ActorKind.PERSON:
            doc, before = naming.part.doc, naming.address - 1
            callings = self.words.callings(doc[before].text) if before >= 0 else frozenset()
            reigns = not callings.isdisjoint(self.words.persons.of("reigning", "callings"))
            relative = is_relative(doc, naming.start, naming.end, self.words)
            return self.cast.person(naming, relative=relative, reigns=reigns)
        if self.words.institution(naming.name) and (called := body_called(naming.name, self.cast)) is not None:
            return called
        return self.cast.body(naming.name, naming.kind or ActorKind.ORGANISATION)

    @staticmethod
    def _alone(part: Part, token: Token, kind: ActorKind, sort: str) -> Naming:
        return Naming(part=part, start=token.i, end=token.i + 1, name=token.text, kind=kind, sort=sort)

    @staticmethod
    def _abbreviations(namings: Sequence[Naming], members: dict[int, Member]) -> dict[str, Member]:
        """The abbreviations that the article explains, which mean their bodies wherever they stand."""
        explained = ((long, short) for long, short in pairwise(namings) if _is_bracketed(long, short))
        return {
            short.name: members[id(short)]
            for long, short in explained
            if members[id(long)] is members[id(short)] and " " not in short.name
        }

    def _join_abbreviations(self, namings: Sequence[Naming], members: dict[int, Member]) -> None:
        """ "l'Office fédéral de l'agriculture (OFAG)": both names, wherever they stand, mean one body."""
        for long, short in pairwise(namings):
            one, other = members[id(long)], members[id(short)]
            bodies = ActorKind.PERSON not in (one.kind, other.kind) and not (one.country or other.country)
            if not (_is_bracketed(long, short) and bodies and one is not other and abbreviates(short.name, long.name)):
                continue
            self._replace(other, one, members)

    def _join_kinds(self, members: dict[int, Member]) -> None:
        """A name that the recogniser takes for a person's here and a body's there is one member's: a person's, where
        a form of address, the given name or most of its places say so."""
        called: dict[str, list[Member]] = {}
        for member in self.cast.members:
            if member.kind in (ActorKind.PERSON, ActorKind.ORGANISATION) and not member.known:
                called.setdefault(fold(member.name), []).append(member)
        for same in called.values():
            kinds = {m.kind for m in same}
            if len(same) != 2 or len(kinds) != 2:
                continue
            body, person = sorted(same, key=lambda m: m.kind)
            places = Counter(id(m) for m in members.values())
            single = " " not in person.name
            named = person.gender or (not single and places[id(person)] * 2 >= places[id(body)])
            one, other = (person, body) if named else (body, person)
            self._replace(other, one, members)

    def _replace(self, other: Member, one: Member, members: dict[int, Member]) -> None:
        """Whatever names the one of them names the other."""
        one.names |= other.names
        one.known = one.known or other.known
        members.update({key: one for key, member in members.items() if member is other})
        self.cast.members.remove(other)

    def _tell_sorts(self, namings: Sequence[Naming], members: dict[int, Member]) -> None:
        """What stands beside names tells what sort of body bears them; the recogniser takes companies of one word for
        persons."""
        for naming in namings:
            member = members[id(naming)]
            at = naming.part.block.start + naming.part.doc[naming.start].idx
            member.named_at.append(at)
            if _is_subject(naming):
                member.subject_at.append(at)
            if naming.country is not None or (" " in naming.name and naming.sort == "person"):
                continue
            single = len(PersonalName.parse(member.name).elements) == 1
            if single and is_child(naming.part.doc, naming.start, naming.end, self.words):
                member.sorts.add(CHILD)
            nobody = single and not member.gender and not member.known
            sort = sort_before(naming, self.words) or sort_behind(naming, self.words)
            if sort is not None and (member.kind is not ActorKind.PERSON or nobody):
                member.sorts.add(sort)
                member.kind = ActorKind.ORGANISATION if member.kind is ActorKind.PERSON else member.kind

    def _tell_genders(self) -> None:
        """Whoever is known by a given name alone is a man or a woman by it: "le petit Mohamed"."""
        for member in self.cast.members:
            if member.kind is ActorKind.PERSON and member.gender is None and " " not in member.name:
                member.gender = self.words.gender_of(f"{member.name} {member.name}")

    def _called(self, which: int) -> dict[str, Member]:
        """Folded surnames (the last element) or given names (the first) of persons whom the article names in full;
        those of two persons are left out."""
        found: dict[str, list[Member]] = {}
        for member in self.cast.members:
            if member.kind is ActorKind.PERSON and not member.scoped:
                elements = PersonalName.parse(member.name).elements
                if len(elements) > 1 and len(elements[which]) > 3:
                    found.setdefault(elements[which], []).append(member)
        return {name: members[0] for name, members in found.items() if len(members) == 1}

    def name_states_of_adjectives(self, parts: Sequence[Part]) -> None:
        """ "une incursion ukrainienne" speaks of Ukraine, even where the article never names it."""
        for part in parts:
            for token in part.doc:
                country = nationality(token.text)
                if country is not None and token.text.islower():
                    self.cast.state(country)


def _is_subject(naming: Naming) -> bool:
    """The name is what its clause is about, or stands beside the noun that is: "la société Aquatek a cédé"."""
    doc, noun = naming.part.doc, naming.start - 1
    while noun > 0 and doc[noun].pos_ == "ADJ":
        noun -= 1
    beside = noun >= 0 and doc[noun].pos_ == "NOUN" and is_subject(doc[noun])
    return beside or any(map(is_subject, doc[naming.start : naming.end]))


def _is_bracketed(long: Naming, short: Naming) -> bool:
    """The second stands in brackets right behind the first."""
    return short.part is long.part and short.start == long.end + 1 and long.part.doc[long.end].text == "("
