"""Bearers: whom an office or a word for persons means, from what the article tells of whom: "le dirigeant coréen"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, final

import attrs

from recoupe.extraction.actors.agreement import gender_fits, is_named_person
from recoupe.extraction.actors.anaphora import Memory
from recoupe.extraction.actors.cast import Member
from recoupe.extraction.actors.descriptions import Description, is_former
from recoupe.extraction.actors.epithets import Epithets
from recoupe.extraction.actors.lists import Lists
from recoupe.extraction.actors.naming import heads
from recoupe.extraction.actors.setting import Setting
from recoupe.gazetteer import countries, key
from recoupe.language.actors import ActorWords
from recoupe.model import ActorKind

#: Who is called with them is not called without: "le Premier ministre" is not "le ministre".
_RANKS: Final = frozenset({"premier", "premiere"})
_SMALL: Final = frozenset(
    {
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "a",
        "au",
        "aux",
        "en",
        "ancien",
        "ancienne",
        "haut",
        "haute",
        "actuel",
        "actuelle",
        "nouveau",
        "nouvelle",
    }
)


@final
@attrs.frozen(kw_only=True, eq=False)
class Bearers:
    """Finds who bears the descriptions of one article."""

    #: The parts of the article, and the lists in each.
    settings: Sequence[Setting]
    lists: Sequence[Lists]
    memory: Memory
    words: ActorWords
    epithets: Epithets
    #: The years within which the article appeared; None: unknown.
    years: range | None = None

    def of(self, part: int, description: Description) -> tuple[Member, ...]:
        """Whom a description means; none when nobody fits or several do."""
        if description.each:
            reference = self.settings[part].references[description.head]
            alone = zip(description.each, reference.members, strict=True)
            return tuple(found for d, m in alone for found in self.of(part, d) or (m,))
        if not description.plural:
            pointed = self.epithets.pointed_at(part, description) if description.points_back else ()
            return pointed or self._of_one(part, description)
        if (named := self._apposed(part, description)) is not None:
            return named
        before = description.part.doc[max(0, description.start - 2) : description.head]
        pair = any(t.lower_ in ("deux", "2") for t in before)
        couple = self.words.person("pairs", description.office)
        if couple or self.words.person("tried", description.office):
            number = 2 if pair or couple else None
            held = self.memory.together(part, description.start, number, held=not couple)
            if held or couple or any(t.pos_ == "NUM" for t in before):
                return held
        return self._two_persons(part, description.start, description.office, description.gender) if pair else ()

    def _apposed(self, n: int, description: Description) -> tuple[Member, ...] | None:
        """ "les deux chefs de la diplomatie, X et Y, ": the persons named after the office."""
        doc, lists, end = description.part.doc, self.lists[n], description.end
        if end >= len(doc) or doc[end].text not in (",", ":", "("):
            return None
        at = next((k for k, u in enumerate(lists.units) if u.start in (end + 1, end + 2)), None)
        chain = lists.chain(at) if at is not None else []
        members = tuple(m for u in chain for m in u.members)
        if len(members) < 2 or any(m.kind is not ActorKind.PERSON or m.scoped for m in members):
            return None
        for member in members:
            member.titles.add(self.settings[n].quote(description.head, end))
        return members

    def _of_one(self, part: int, description: Description) -> tuple[Member, ...]:
        """The person whom an office alone means: who holds it in this article, or whom it means as an epithet; none
        when nobody fits or several do."""
        before = self.memory.before(part, description.start)
        seen = dict.fromkeys(m for a in before for m in a.members if is_named_person(m))
        held = [m for m in seen if self._holds(m, description)]
        now = [m for m in held if not self._is_held(filter(is_former, m.titles), description)]
        held = held if is_former(description.text) else now or held
        exact = [m for m in held if self._is_held(m.offices(self.years), description, exactly=True)]
        fits = exact or held or [m for m in seen if self._matches(m, description)]
        if len(fits) > 1 and all(m.known for m in fits):  # of the presidents of other years the one so called here
            fits = [m for m in fits if self._is_held(m.titles, description)] or fits
        certain = [m for m in fits if m.country == description.country]
        if certain or len(set(fits)) == 1:
            return ((certain or fits)[0],)
        if fits:
            return ()
        ahead = [m for m in self.memory.persons if m not in seen and self._holds(m, description)]
        if len(ahead) == 1:
            return (ahead[0],)
        return self.epithets.of(part, description)

    def _holds(self, member: Member, description: Description) -> bool:
        if not gender_fits(member, description.gender):
            return False
        if description.country and member.country and description.country != member.country:
            return False
        return self._is_held(member.offices(self.years), description)

    def _is_held(self, titles: Iterable[str], description: Description, *, exactly: bool = False) -> bool:
        """One of the titles is the office that is described; `exactly`: in just these words."""
        text = description.text
        wanted = self._office_words(text)
        by_another_name = key(description.office) not in wanted  # "le chef de l'État" is a president
        return any(
            (
                wanted <= (held := self._office_words(title))
                or (held <= wanted and (by_another_name or key(description.office) in held))
            )
            and description.office in text.lower()
            and (wanted & held)
            and (wanted == held or not _heads(title).isdisjoint({*wanted, key(description.office)}))
            and not (held ^ wanted) & _RANKS
            and (wanted == held or not exactly)
            for title in titles
        )

    def _matches(self, member: Member, description: Description) -> bool:
        """ "le ministre rwandais", of whom a minister's "homologue rwandais" was told."""
        if description.country is None or member.country != description.country:
            return False
        alike = self.words.persons.of("alike_offices", "words")
        return any(not alike.isdisjoint(_heads(title)) for title in member.titles)

    def _office_words(self, title: str) -> frozenset[str]:
        """The telling words of a title, without nationality, one name for offices that have several."""
        adjectives = countries()
        words = [w for w in key(title.replace("'", " ")).split() if w not in _SMALL]
        kept = [w for w in _without_adjectives(words, adjectives.is_adjective) if w]
        for usual, others in self.words.persons.tables.get("same_office", {}).items():
            for other in others:
                if set(other.split()) <= set(kept) and other.split()[0] in _heads(title):
                    return frozenset(usual.split())
        return frozenset(kept)

    def _two_persons(self, part: int, token: int, office: str, gender: str | None) -> tuple[Member, ...]:
        """The two persons who were named last of whom something is told, those that hold the office first; of others
        those who were named together."""
        memory = self.memory
        gender = gender or ("masculine" if self.words.person("males", office) else None)
        fits = {m for m in memory.persons if m in memory.told_of and gender_fits(m, gender)}
        titles = {office, *self.words.persons.of("alike_offices", "words")}  # "le ministre X et son homologue Y"
        holding = {m for m in fits if any(titles & set(key(t).split()) for t in m.titles)}
        together = (a.members for a in memory.before(part, token) if len(a.members) == 2)
        return (
            memory.two(part, token, holding.__contains__)
            or next((pair for pair in together if fits.issuperset(pair)), ())
            or memory.two(part, token, fits.__contains__)
            or memory.pair(part, token)
        )


def _heads(title: str) -> frozenset[str]:
    """The heads of a title, folded."""
    return frozenset(word for head in heads(title) for word in key(head).split())


def _without_adjectives(words: Sequence[str], is_adjective: object) -> list[str]:
    assert callable(is_adjective)
    kept: list[str] = []
    i = 0
    while i < len(words):
        if i + 1 < len(words) and is_adjective(f"{words[i]} {words[i + 1]}"):
            i += 2
            continue
        if not is_adjective(words[i]):
            kept.append(words[i])
        i += 1
    return kept
