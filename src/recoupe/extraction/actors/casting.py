"""Casting: which member of the cast each name of an article means."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import final

import attrs

from recoupe.extraction.actors.cast import Cast, Member
from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.actors.standing import acts
from recoupe.extraction.analysis import Part
from recoupe.gazetteer import known_actors, nationality
from recoupe.language.actors import ActorWords
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
        self._tell_companies(ordered, members)
        surnames = self._surnames()
        found: list[dict[int, tuple[Naming, Member]]] = []
        for part, row in zip(parts, namings, strict=True):
            covered = {i: (n, members[id(n)]) for n in row for i in range(n.address, n.end)}
            for token in part.doc if surnames else ():
                bearer = surnames.get(fold(token.text)) if token.is_capital else None
                if bearer is None:
                    continue
                known = covered.get(token.i)
                if known is None or (known[0].sort == "body" and known[0].end - known[0].start == 1):
                    naming = Naming(
                        part=part, start=token.i, end=token.i + 1, name=token.text, kind=ActorKind.PERSON, sort="person"
                    )
                    bearer.names.add(token.text)
                    covered[token.i] = (naming, bearer)
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
            return self.cast.person(naming)
        return self.cast.body(naming.name, ActorKind.ORGANISATION)

    def _join_abbreviations(self, namings: Sequence[Naming], members: dict[int, Member]) -> None:
        """ "l'Office fédéral de l'agriculture (OFAG)": both names, wherever they stand, mean one body."""
        for long, short in pairwise(namings):
            doc = long.part.doc
            bracketed = short.part is long.part and short.start == long.end + 1 and doc[long.end].text == "("
            one, other = members[id(long)], members[id(short)]
            bodies = ActorKind.PERSON not in (one.kind, other.kind) and not (one.country or other.country)
            if not (bracketed and bodies and one is not other and abbreviates(short.name, long.name)):
                continue
            one.names |= other.names
            one.known = one.known or other.known
            members.update({key: one for key, member in members.items() if member is other})
            self.cast.members.remove(other)

    def _tell_companies(self, namings: list[Naming], members: dict[int, Member]) -> None:
        """The recogniser takes companies of one word for persons: what stands before their names tells them."""
        for naming in namings:
            member, doc = members[id(naming)], naming.part.doc
            if (
                naming.country is not None
                or naming.known is not None
                or (" " in naming.name and naming.sort == "person")
            ):
                continue
            i = naming.start - 1
            while i > 0 and (nationality(doc[i].text) or doc[i].lower_ in ("de", "d'", "la", "le", "du")):
                i -= 1
            cue = i >= 0 and (doc[i].lower_ == "chez" or self.words.body("companies", doc[i].lower_))
            single = len(PersonalName.parse(member.name).elements) == 1
            if cue and (member.kind is ActorKind.ORGANISATION or (single and not member.gender and not member.known)):
                member.kind, member.is_company = ActorKind.ORGANISATION, True

    def _surnames(self) -> dict[str, Member]:
        """Folded surnames of persons whom the article names in full; those of two persons are left out."""
        found: dict[str, list[Member]] = {}
        for member in self.cast.members:
            if member.kind is ActorKind.PERSON and not member.scoped:
                elements = PersonalName.parse(member.name).elements
                if len(elements) > 1 and len(elements[-1]) > 3:
                    found.setdefault(elements[-1], []).append(member)
        return {surname: members[0] for surname, members in found.items() if len(members) == 1}

    def name_states_of_adjectives(self, parts: Sequence[Part]) -> None:
        """ "une incursion ukrainienne" speaks of Ukraine, even where the article never names it."""
        for part in parts:
            for token in part.doc:
                country = nationality(token.text)
                if country is not None and token.text.islower():
                    self.cast.state(country)
