"""The cast of an article: whoever it names, each once, with all names and titles it gives them."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.actors.naming import Naming, clean
from recoupe.gazetteer import Country, KnownActor, Registry, countries, key
from recoupe.gazetteer.inflection import feminine
from recoupe.model import Actor, ActorKind
from recoupe.names import PersonalName, Verdict, compare, compare_organisations

#: How many members of the cast are compared with a new name. An article has some dozens, a book thousands.
_REMEMBERED = 300
#: The sort of those of whom the words around a given name tell that it is a child's.
CHILD = "enfant"


@final
@attrs.define(kw_only=True, eq=False)
class Member:
    """One of the cast, while the article is read."""

    #: What sort of actor it is.
    kind: ActorKind
    #: The name to show; a fuller one replaces it.
    name: str
    #: All names found.
    names: set[str] = attrs.field(factory=set)
    #: Offices and descriptions found.
    titles: set[str] = attrs.field(factory=set)
    #: ISO 3166-1 alpha-3.
    country: str | None = None
    #: Its entry in the registry.
    known: KnownActor | None = None
    #: ``masculine`` or ``feminine``; None while nothing says so.
    gender: str | None = None
    #: Only the office says its gender, which may keep its masculine for a woman: "le maire, Andrea Roy".
    gender_of_office: bool = False
    #: It has no name of its own.
    scoped: bool = False
    #: Several persons or things.
    plural: bool = False
    #: What the words around its name say that it is: "constructeur" of "le constructeur X", "chez" of "chez X".
    sorts: set[str] = attrs.field(factory=set)
    #: It is named as one who reigns: "le pape François".
    reigns: bool = False
    #: How often a person was named.
    times: int = 0
    #: Where it is named, by offset in the article, in order.
    named_at: list[int] = attrs.field(factory=list)
    #: Where it is the subject of a clause, by its name or as "le groupe", in order.
    subject_at: list[int] = attrs.field(factory=list)

    def offices(self, years: range | None) -> set[str]:
        """The titles that the article gives, and those that the registry knows for `years`; None: for any year."""
        known = self.known.offices if self.known is not None else ()
        return self.titles | {
            office.title
            for office in known
            if years is None or ((office.start or years[0]) <= years[-1] and (office.end or years[-1]) >= years[0])
        }

    def actor(self, source: str) -> Actor:
        """The value, once the article is read."""
        names = self.names | {self.name}
        if self.known is not None:
            names |= {self.known.name}
        return Actor(
            name=self.name,
            kind=self.kind,
            names=names,
            country=self.country,
            titles=self.titles,
            wikidata=self.known.wikidata if self.known else None,
            scope=source if self.scoped else None,
        )


@final
class Cast:
    """Collects members; each `add` returns the member that is meant, new or known."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self.members: list[Member] = []
        #: Words for companies that somebody nameless was called by: "un groupe de malfaiteurs".
        self.indefinite: set[str] = set()

    @property
    def recent(self) -> list[Member]:
        """Whom words can still mean, in order: the last ones that came up first. All, in articles of common length."""
        return self.members[-_REMEMBERED:]

    def state(self, country: Country, written: str | None = None) -> Member:
        """A state, by whatever name it was called."""
        member = self.known_state(country)
        if member is None:
            known = self._registry.named(country.name)
            member = self._new(ActorKind.STATE, country.name, country=country.code)
            member.known = known if known and known.kind is ActorKind.STATE else None
        if written:
            member.names.add(written)
        return member

    def known_state(self, country: Country) -> Member | None:
        """The state, where it has come up."""
        return next((m for m in self.recent if m.kind is ActorKind.STATE and m.country == country.code), None)

    def known(self, entry: KnownActor, written: str) -> Member:
        """Somebody in the registry."""
        for member in self.recent:
            if member.known is entry or (entry.kind is not ActorKind.PERSON and key(entry.name) == key(member.name)):
                break
        else:
            member = self._new(entry.kind, entry.name, country=entry.country)
        member.known = entry
        member.names.add(written)
        return member

    def person(self, naming: Naming, *, relative: bool = False, reigns: bool = False) -> Member:
        """A person; a surname alone is the person of this name whom the article names more fully, if there is one. The
        given name of a `relative` ("son frère, Paul,") is that of one whose surname another bears too, if of any; that
        of one who `reigns` ("le pape François") is nobody's who has a surname."""
        entry = self._registry.named(naming.name)
        parsed = PersonalName.parse(naming.name)
        reigns = reigns and len(parsed.elements) == 1
        best = self._bearer(naming, parsed, reigns=reigns)
        if relative and best is not None and not self._has_namesake(best):
            best = None
        if best is None:
            best = self._new(ActorKind.PERSON, naming.name)
        if len(parsed.elements) > len(PersonalName.parse(best.name).elements):
            best.name = naming.name
        best.names.add(naming.name)
        best.reigns = best.reigns or reigns
        best.times += 1
        best.gender = best.gender or naming.gender
        if entry is not None and entry.kind is ActorKind.PERSON and len(parsed.elements) > 1:
            best.known, best.country = entry, best.country or entry.country
        return best

    def _has_namesake(self, member: Member) -> bool:
        """Another person of the article bears the same surname."""
        surname = PersonalName.parse(member.name).elements[-1:]
        others = (m for m in self.recent if m is not member and m.kind is ActorKind.PERSON and not m.scoped)
        return any(PersonalName.parse(m.name).elements[-1:] == surname for m in others)

    def _bearer(self, naming: Naming, parsed: PersonalName, *, reigns: bool) -> Member | None:
        """Who of those who came up bears the name: of several of one surname the one of the gender that a form of
        address says, then the one named most, then first ("M. Durand", after "Jean Durand" and "Anne Durand")."""
        single, fuller = len(parsed.elements) == 1, list[Member]()
        for member in reversed(self.recent):
            if member.kind is not ActorKind.PERSON or member.scoped:
                continue
            if naming.gender and member.gender and naming.gender != member.gender:
                continue
            other = PersonalName.parse(member.name)
            verdict = compare(naming.name, member.name).verdict
            if verdict is Verdict.SAME and not (reigns and len(other.elements) > 1):
                return member
            if parsed.generation and other.generation and parsed.generation != other.generation:
                continue  # "Léon XIV", after "Léon XIII"
            if (reigns or parsed.generation) and not (member.reigns or other.generation):
                continue
            inside = single and parsed.elements[0] in other.elements
            if inside or (verdict is Verdict.POSSIBLE and single):
                fuller.append(member)
        of_gender = [m for m in fuller if naming.gender and m.gender == naming.gender]
        return max(reversed(of_gender or fuller), key=lambda m: m.times, default=None)

    def body(self, name: str, kind: ActorKind, country: str | None = None) -> Member:
        """An organisation, force or outlet, by its name; spellings and orders of words do not make two."""
        entry = self._registry.named(name)
        if entry is not None and entry.kind is not ActorKind.PERSON:
            return self.known(entry, name)
        for member in self.recent:
            if member.kind is not kind or member.scoped or member.country != country:
                continue
            if any(compare_organisations(name, n).verdict is Verdict.SAME for n in member.names):
                member.names.add(name)
                return member
        cut = [m for m in self.recent if m.kind is kind and any(is_cut(name, n) for n in m.names) and not m.scoped]
        if len(cut) == 1 and (not country or not cut[0].country or country == cut[0].country):
            cut[0].names.add(name)
            return cut[0]
        return self._new(kind, name, country=country)

    def government(self, written: str) -> Member:
        """ "le gouvernement flamand", "le gouvernement": one, unless two are called by different adjectives."""
        words = set(written.split())
        for member in reversed(self.recent):
            same = set(member.name.split())
            if member.scoped and member.kind is ActorKind.ORGANISATION and (words <= same or same <= words):
                member.name = max(member.name, written, key=len)
                member.names.add(written)
                return member
        return self.scoped(written, ActorKind.ORGANISATION)

    def last_outlet(self) -> Member | None:
        """The newspaper or station that the article names, where it names one only besides agencies."""
        found = [m for m in self.recent if m.kind is ActorKind.MEDIA and not (m.scoped or m.known)]
        return found[0] if len(found) == 1 else None

    def army(self, country: Country, written: str) -> Member:
        """The armed force of a state: "l'armée russe" and "l'armée de Moscou" are one."""
        usual = f"armée {feminine(country.adjectives[0])}"
        member = self.body(usual, ActorKind.ARMED_FORCE, country.code)
        member.names.add(written)
        return member

    def scoped(self, name: str, kind: ActorKind, country: str | None = None, *, plural: bool = False) -> Member:
        """Somebody without a name of their own: the words as first written, in this article only. Large letters make
        nobody else of them: "Gilets jaunes", "gilets jaunes"."""
        small = name.lower()
        for member in self.recent:
            if member.scoped and member.kind is kind and member.country == country and member.name.lower() == small:
                if member.name != name:
                    member.names.add(clean(name))
                return member
        member = self._new(kind, name, country=country)
        member.scoped, member.plural = True, plural
        return member

    def _new(self, kind: ActorKind, name: str, country: str | None = None) -> Member:
        member = Member(kind=kind, name=clean(name), names={clean(name)}, country=country)
        self.members.append(member)
        return member


def is_cut(one: str, other: str) -> bool:
    """One of the two names is the other without its last complement: "cour d'appel", "Cour d'appel de Paris"."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return " " in short and long.startswith((f"{short} de ", f"{short} du ", f"{short} des ", f"{short} d'"))


def country_of(code: str | None) -> Country | None:
    """The country of a code that may be unknown."""
    return countries().with_code(code) if code else None
