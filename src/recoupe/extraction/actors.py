"""Actors of an article: whom its nouns, names and pronouns stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

import attrs

from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.anaphora import Appearance, Memory
from recoupe.extraction.cast import Cast, Member, country_of
from recoupe.extraction.descriptions import Describer, Description
from recoupe.extraction.namings import Naming, find_namings, quote
from recoupe.extraction.phrases import before, country_in, determiner, is_plural, reach, word, word_end
from recoupe.extraction.standing import acts, hosts
from recoupe.gazetteer import Country, Registry, countries, known_actors
from recoupe.language.fr.actors import ActorWords, actor_words
from recoupe.language.tokens import Run, Token
from recoupe.model import Actor, ActorKind, Span
from recoupe.names import PersonalName, fold

#: Words between the members of a list: "la Corée du Sud, les États-Unis et le Japon".
_LINKS = frozenset({",", "et", "ou", "&", "ainsi", "que", "puis", "comme"})
#: Members of the longest list.
_LONGEST_LIST = 40
_BETWEEN = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "la",
        "le",
        "les",
        "l'",
        "à",
        "au",
        "aux",
        "avec",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "un",
        "une",
    }
)


@final
@attrs.frozen(kw_only=True)
class Resolved:
    """An actor, and the words that mean it."""

    #: Who it is.
    actor: Actor
    #: The words.
    span: Span


@final
@attrs.frozen(kw_only=True, eq=False)
class _Unit:
    """Words that mean members: a naming or a description."""

    start: int
    end: int
    members: tuple[Member, ...]
    naming: Naming | None


def find(analysis: Analysis, registry: Registry | None = None) -> Actors:
    """Everybody an article names or describes. `registry`: whom to know beforehand; by default, the package's own."""
    return Actors(analysis, known_actors() if registry is None else registry, actor_words())


@final
class Actors:
    """The actors of one article, and how its words stand for them. Built once; then only asked."""

    def __init__(self, analysis: Analysis, registry: Registry, words: ActorWords) -> None:
        self._analysis, self._words = analysis, words
        self._number = {id(part): n for n, part in enumerate(analysis.parts)}
        self._sentences = self._count_sentences()
        self._cast = Cast(registry)
        text = analysis.article.text
        #: The names found in each part, in order.
        self.namings = [find_namings(part, text, registry, words) for part in analysis.parts]
        self._namings = self._people_the_cast(self.namings)
        self._describers = [
            Describer(part, text, self._namings[n], self._cast, words) for n, part in enumerate(analysis.parts)
        ]
        for describer in self._describers:
            describer.name_offices()
        for describer in self._describers:
            describer.describe()
        self._name_states_of_adjectives()
        self._open = {(self._number[id(d.part)], d.head): d for x in self._describers for d in x.open}
        self._bearers: dict[tuple[int, int], tuple[Member, ...]] = {}
        self._remember()
        # Whom bare offices mean is known only now, and is itself something to point back to.
        self._bearers = {place: found for place, d in self._open.items() if (found := self._bearer(place[0], d))}
        if self._bearers:
            self._remember()
        self._actors = {id(m): m.actor(analysis.article.source.id) for m in self._cast.members}
        #: What was asked already, with the answers.
        self._answers: dict[Token, tuple[Resolved, ...]] = {}
        #: Everybody found, sorted by id; those without a name of their own have a scope.
        self.actors: tuple[Actor, ...] = tuple(sorted(set(self._actors.values()), key=lambda actor: actor.id))

    # ------------------------------------------------------------------ building
    def _remember(self) -> None:
        self._units = [self._units_of(n) for n in range(len(self._analysis.parts))]
        #: The unit of each token, the first of several.
        self._unit_of = [
            {i: k for k, unit in reversed([*enumerate(units)]) for i in range(unit.start, unit.end)}
            for units in self._units
        ]
        self._memory = Memory(
            appearances=tuple(self._appearances(lists=True)),
            singly=tuple(self._appearances(lists=False)),
            words=self._words,
        )

    def _count_sentences(self) -> list[list[int]]:
        counted: list[list[int]] = []
        number = 0
        for part in self._analysis.parts:
            row = [0] * len(part.doc)
            for sentence in part.doc.sents:
                for i in range(sentence.start, sentence.end):
                    row[i] = number
                number += 1
            counted.append(row)
        return counted

    def _people_the_cast(self, namings: list[list[Naming]]) -> list[dict[int, tuple[Naming, Member]]]:
        """Every naming's member: full names first, so that a surname finds its bearer wherever it stands."""
        members: dict[int, Member] = {}
        ordered = [n for row in namings for n in row]
        full = [n for n in ordered if n.sort == "person" and len(PersonalName.parse(n.name).elements) > 1]
        for naming in (*(n for n in ordered if n.sort != "person"), *full):
            members[id(naming)] = self._member(naming)
        for naming in ordered:
            if id(naming) not in members:
                members[id(naming)] = self._member(naming)
        self._tell_companies(ordered, members)
        surnames = self._surnames()
        found: list[dict[int, tuple[Naming, Member]]] = []
        for part, row in zip(self._analysis.parts, namings, strict=True):
            covered = {i: (n, members[id(n)]) for n in row for i in range(n.address, n.end)}
            for token in part.doc:
                bearer = surnames.get(fold(token.text)) if token.text[:1].isupper() else None
                known = covered.get(token.i)
                if bearer and (known is None or (known[0].sort == "body" and known[0].end - known[0].start == 1)):
                    naming = Naming(
                        part=part, start=token.i, end=token.i + 1, name=token.text, kind=ActorKind.PERSON, sort="person"
                    )
                    bearer.names.add(token.text)
                    covered[token.i] = (naming, bearer)
            found.append(covered)
        return found

    def _member(self, naming: Naming) -> Member:
        if naming.country is not None:
            for body, cities in self._words.bodies.tables.get("seats", {}).items():
                if naming.name in cities and (known := known_actors().named(body)):
                    return (
                        self._cast.known(known, naming.name)
                        if acts(naming, self._words)
                        else self._cast.state(naming.country)
                    )
            return self._cast.state(
                naming.country, naming.name if naming.sort != "capital" or acts(naming, self._words) else None
            )
        if naming.known is not None:
            return self._cast.known(naming.known, naming.name)
        if naming.kind is ActorKind.PERSON:
            return self._cast.person(naming)
        return self._cast.body(naming.name, ActorKind.ORGANISATION)

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
            while i > 0 and (countries().of_adjective(doc[i].text) or doc[i].lower_ in ("de", "d'", "la", "le", "du")):
                i -= 1
            cue = i >= 0 and (doc[i].lower_ == "chez" or self._words.body("companies", doc[i].lower_))
            single = len(PersonalName.parse(member.name).elements) == 1
            if cue and (member.kind is ActorKind.ORGANISATION or (single and not member.gender and not member.known)):
                member.kind, member.is_company = ActorKind.ORGANISATION, True

    def _name_states_of_adjectives(self) -> None:
        """ "une incursion ukrainienne" speaks of Ukraine, even where the article never names it."""
        known = countries()
        for part in self._analysis.parts:
            for token in part.doc:
                country = known.of_adjective(token.text) if token.text.islower() else None
                if country is not None:
                    self._cast.state(country)

    def _surnames(self) -> dict[str, Member]:
        """Folded surnames of persons whom the article names in full; those of two persons are left out."""
        found: dict[str, list[Member]] = {}
        for member in self._cast.members:
            if member.kind is ActorKind.PERSON and not member.scoped:
                elements = PersonalName.parse(member.name).elements
                if len(elements) > 1 and len(elements[-1]) > 3:
                    found.setdefault(elements[-1], []).append(member)
        return {surname: members[0] for surname, members in found.items() if len(members) == 1}

    def _units_of(self, n: int) -> list[_Unit]:
        units: dict[int, _Unit] = {}
        for naming, member in self._namings[n].values():
            units[naming.start] = _Unit(start=naming.start, end=naming.end, members=(member,), naming=naming)
        for reference in self._describers[n].references.values():
            for start in [s for s in units if reference.start <= s < reference.end]:
                del units[start]
            members = reference.members
            for i in range(reference.start, reference.end):
                members = self._bearers.get((n, i), members)
            units[reference.start] = _Unit(start=reference.start, end=reference.end, members=members, naming=None)
        return sorted(units.values(), key=lambda unit: unit.start)

    def _appearances(self, *, lists: bool) -> Iterator[Appearance]:
        for n, part in enumerate(self._analysis.parts):
            at = 0
            while at < len(self._units[n]):
                chain = self._chain(n, at) if lists else [self._units[n][at]]
                first, last = chain[0], chain[-1]
                members = tuple(dict.fromkeys(m for u in chain for m in u.members if self._is_meant(u)))
                if members:
                    # One behind the verb is who says so ("a indiqué le procureur"), not whom the text goes on about.
                    words = part.doc[first.start : last.end]
                    subject = any(t.dep_.startswith("nsubj") and t.i < t.head.i for t in words)
                    yield Appearance(
                        part=n, start=first.start, end=last.end, sentence=self._sentences[n][last.end - 1],
                        members=members, subject=subject, gender=self._gender_of(n, chain),
                    )  # fmt: skip
                at += len(chain)

    def _gender_of(self, n: int, chain: list[_Unit]) -> str | None:
        """The gender of the noun that one unit has; None for names and lists."""
        if len(chain) > 1 or chain[0].naming is not None:
            return None
        noun = self._analysis.parts[n].doc[self._head_of(n, chain[0])]
        return {"Fem": "feminine", "Masc": "masculine"}.get(noun.features.get("Gender", ""))

    def _is_meant(self, unit: _Unit) -> bool:
        return unit.naming is None or unit.naming.sort not in ("capital", "seat") or acts(unit.naming, self._words)

    # ------------------------------------------------------------------ lists
    def _chain(self, n: int, at: int) -> list[_Unit]:
        """The units of the list that begins at unit `at`, joined by commas and a last "et"; a unit alone is a list."""
        doc, units = self._analysis.parts[n].doc, self._units[n]
        chain, ends = [units[at]], 1
        while at + 1 < len(units) and len(chain) < _LONGEST_LIST:
            gap = doc[chain[-1].end : units[at + 1].start]
            words = [t.lower_ for t in gap]
            if not words or len(words) > 5 or not any(w in _LINKS for w in words):
                break
            if not all(
                w in _LINKS or w in _BETWEEN or doc[t.i].pos_ in ("NUM", "DET") for w, t in zip(words, gap, strict=True)
            ):
                break
            following = units[at + 1].naming
            if following is not None and following.start in self._describers[n].references:
                break
            if self._starts_a_clause(n, units[at + 1], chain[-1]):
                break
            at += 1
            chain.append(units[at])
            if any(w in ("et", "ou", "&", "que", "comme") for w in words):
                ends = len(chain)
        return chain[: self._end_of_phrase(n, chain[:ends])]

    def _end_of_phrase(self, n: int, chain: list[_Unit]) -> int:
        """ "Selon M. X, Moscou et Kiev ont convenu": a list behind a preposition ends where the subject begins."""
        doc = self._analysis.parts[n].doc
        start, end = chain[0].naming.address if chain[0].naming else chain[0].start, chain[-1].end
        if len(chain) < 3 or start == 0 or doc[start - 1].pos_ != "ADP" or end >= len(doc):
            return len(chain)
        verb = doc[end]
        if verb.features.get("VerbForm") != "Fin" or verb.features.get("Number") != "Plur":
            return len(chain)
        commas = [k for k in range(1, len(chain)) if doc[chain[k - 1].end].text == ","]
        return commas[-1] if commas else len(chain)

    def _starts_a_clause(self, n: int, unit: _Unit, previous: _Unit) -> bool:
        """ "Il a vu Poutine et Moscou a annoncé": a verb in the singular follows, so the list ends before it."""
        doc = self._analysis.parts[n].doc
        if not any(t.dep_.startswith("nsubj") and t.head.i >= unit.end for t in doc[unit.start : unit.end]):
            return False
        i = unit.end
        while i < len(doc) and (doc[i].pos_ in ("ADV", "PRON") or doc[i].lower_ in ("n'", "ne", "se", "s'")):
            i += 1
        if i >= len(doc) or doc[i].pos_ not in ("AUX", "VERB") or doc[i].features.get("VerbForm") != "Fin":
            return False
        return doc[i].features.get("Number") == "Sing"

    def _unit_at(self, n: int, i: int) -> int | None:
        return self._unit_of[n].get(i)

    # ------------------------------------------------------------------ asking
    def resolve(self, part: Part, token: Token) -> tuple[Resolved, ...]:
        """The actors that the noun phrase, pronoun, possessive or adjective at `token` stands for, with its list.

        Empty where it is no actor: a thing, a capital that is only a place, a pronoun whose antecedent is not clear.
        """
        if token not in self._answers:
            self._answers[token] = self._resolve(part, token)
        return self._answers[token]

    def _resolve(self, part: Part, token: Token) -> tuple[Resolved, ...]:
        n = self._number[id(part)]
        members = self._anaphoric(n, part, token)
        if members is not None:
            start, end = token.i, word_end(part.doc, token.i)
            return self._resolved(part, [(m, start, end) for m in members])
        found = self._own(n, token)
        if found is None:
            return self._territory(part, token) or self._adjective(part, token)
        at = self._unit_at(n, self._extent(n, token.i, found)[0])
        listed = [(m, *self._extent(n, token.i, found)) for m in found]
        if at is not None and (self._units[n][at].naming is not None or token.i in self._describers[n].references):
            chain = self._chain(n, at)[1:]
            for unit in chain:
                if self._is_meant(unit):
                    head = self._head_of(n, unit)
                    listed += [(m, unit.start, unit.end) for m in unit.members if self._takes_part(part.doc[head], m)]
            listed = [*self._before_in_list(n, at, part), *listed]
        return self._resolved(part, listed)

    def resolve_place(self, part: Part, token: Token) -> tuple[Resolved, ...]:
        """The state in which the place at `token` lies, a country or a capital: whom a visit there visits."""
        found = self._namings[self._number[id(part)]].get(token.i)
        if found is None or found[0].country is None:
            return ()
        member = self._cast.state(found[0].country)
        if id(member) not in self._actors:
            return ()
        return self._resolved(part, [(member, found[0].start, found[0].end)])

    def generic(self, part: Part, token: Token) -> Actor | None:
        """The actor without a name that the noun at `token` describes ("des experts"); None where it is none."""
        reference = self._describers[self._number[id(part)]].references.get(token.i)
        scoped = [m for m in reference.members if m.scoped] if reference else []
        return self._actors[id(scoped[0])] if scoped else None

    def _own(self, n: int, token: Token) -> tuple[Member, ...] | None:
        """Whom the words at `token` mean by themselves."""
        opened = self._open.get((n, token.i))
        if opened is not None:
            return self._bearers.get((n, token.i)) or self._fallback(n, opened)
        reference = self._describers[n].references.get(token.i)
        if reference is not None:
            return tuple(m for m in reference.members if self._takes_part(token, m))
        naming = self._namings[n].get(token.i)
        if naming is not None:
            means = (
                naming[0].sort not in ("capital", "seat")
                or acts(naming[0], self._words)
                or hosts(naming[0], self._words)
            )
            return (naming[1],) if means else ()
        return None

    def _head_of(self, n: int, unit: _Unit) -> int:
        references = self._describers[n].references
        return next((i for i in range(unit.start, unit.end) if i in references), unit.start)

    def _takes_part(self, token: Token, member: Member) -> bool:
        """Groups that are only counted, sent or left without an article are figures, not somebody who takes part:
        "1000 démineurs", "l'envoi d'ouvriers", "sept morts"; but "plusieurs centaines de marins ont défilé" do."""
        if not member.scoped or member.kind is not ActorKind.GROUP:
            return True
        if self._words.person("counted", token.lower_) or (
            self._words.body("forces", token.lower_) and not member.country and " " not in member.name
        ):
            return False
        if (
            token.dep_ == "nsubj"
            or (token.dep_ == "nsubj:pass" and not member.country)
            or (token.head.dep_ == "nsubj" and token.dep_ == "nmod")
        ):
            return True
        start = before(token) - 1
        previous = token.doc[start].lower_ if start >= 0 else ""
        counted = start >= 0 and (
            token.doc[start].pos_ == "NUM" or token.doc[start].lower_[:1].isdigit() or token.doc[start].like_num
        )
        return not counted and previous not in ("de", "d'")

    def _bearer(self, n: int, opened: Description) -> tuple[Member, ...]:
        if not opened.plural:
            return self._memory.of_description(n, opened)
        if (named := self._apposed(n, opened)) is not None:
            return named
        pair = any(t.lower_ in ("deux", "2") for t in opened.part.doc[max(0, opened.start - 2) : opened.head])
        return self._memory.two_persons(n, opened.start, opened.office) if pair else ()

    def _apposed(self, n: int, opened: Description) -> tuple[Member, ...] | None:
        """ "les deux chefs de la diplomatie, X et Y, ": the persons named after the office."""
        doc = opened.part.doc
        if opened.end >= len(doc) or doc[opened.end].text not in (",", ":", "("):
            return None
        at = next((k for k, u in enumerate(self._units[n]) if u.start in (opened.end + 1, opened.end + 2)), None)
        chain = self._chain(n, at) if at is not None else []
        members = tuple(m for u in chain for m in u.members)
        if len(members) < 2 or any(m.kind is not ActorKind.PERSON or m.scoped for m in members):
            return None
        for member in members:
            member.titles.add(quote(opened.part, self._analysis.article.text, opened.head, opened.end))
        return members

    def _fallback(self, n: int, opened: Description) -> tuple[Member, ...]:
        reference = self._describers[n].references.get(opened.head)
        return reference.members if reference else ()

    def _anaphoric(self, n: int, part: Part, token: Token) -> tuple[Member, ...] | None:
        """Whom a word means that points back; None where it is no such word."""
        text, sentence = token.lower_.removeprefix("-"), self._sentences[n][token.i]
        words = self._words.persons
        if (
            token.pos_ in ("PRON", "DET")
            and (text in words.of("possessives", "singular") or text in words.of("possessives", "plural"))
            and (token.pos_ == "DET" or token.dep_ == "det")
        ):
            if text in words.of("possessives", "singular") and self._belongs_to_unknown(n, token):
                return ()
            return self._memory.of_possessive(n, token, sentence)
        if token.pos_ == "PRON" and text in ("il", "elle", "ils", "elles", "celui", "celle", "ceux", "celles"):
            return () if self._is_impersonal(token) else self._memory.of_pronoun(n, token, sentence)
        if token.pos_ == "PRON" and text in ("lui", "elle", "eux") and any(c.dep_ == "case" for c in token.children):
            return self._memory.of_pronoun(n, token, sentence)
        if token.pos_ == "PRON" and token.dep_ in ("obj", "iobj", "obl:arg") and text in ("l'", "lui", "le", "la"):
            return self._memory.of_object_pronoun(n, token, sentence)
        if text in words.of("last", "words") and token.i and determiner(token) in ("ce", "ces"):
            gender = {"dernier": "masculine", "dernière": "feminine"}.get(text)
            return self._memory.last(n, token.i - 1, gender, text.endswith("s"))
        if (
            self._words.body("kinds", text, "country")
            and token.pos_ in ("NOUN", "PROPN")
            and token.i not in self._describers[n].references
        ):
            return self._of_country_word(n, token)
        owner = [c for c in token.children if c.dep_ == "det" and c.lower_ in ("ses", "leurs", "son", "sa", "leur")]
        if owner and self._words.body("forces", text) and token.i not in self._namings[n]:
            return tuple(self._armed(m) for m in self._memory.of_possessive(n, owner[0], sentence))
        return None

    def _belongs_to_unknown(self, n: int, possessive: Token) -> bool:
        """ "Le Vega est signalé à Lima depuis son arrivée": the clause's subject bears a name, and is no actor known
        here; nobody else owns what is its."""
        verb = next((t for t in possessive.ancestors if t.pos_ == "VERB"), None)
        subjects = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < possessive.i] if verb else []
        known = self._namings[n], self._describers[n].references
        return any(s.pos_ == "PROPN" and not any(s.i in places for places in known) for s in subjects)

    def _armed(self, member: Member) -> Member:
        """Whose forces "ses forces" are: those of a ministry or a president are their state's."""
        country = country_of(member.country)
        state = self._state_of(country) if country and member.kind is not ActorKind.STATE else None
        return state or member

    def _is_impersonal(self, token: Token) -> bool:
        """ "il y a dix ans", "il s'agit de", "il est probable que"; and "celui de lundi", which points to a thing."""
        doc, i = token.doc, token.i + 1
        if token.lower_ in ("celui", "celle", "ceux", "celles"):
            return not (i < len(doc) and doc[i].text == "-")
        if token.lower_ != "il":
            return False
        while i < len(doc) and doc[i].lower_ in ("ne", "n'"):
            i += 1
        words = self._words.persons
        if i + 1 >= len(doc) or doc[i].lower_ not in words.of("impersonal", "words"):
            return False
        following = {t.lower_ for t in doc[i + 1 : i + 3]}
        needs_more = doc[i].lower_ in ("y", "s'", "est", "était", "reste")
        return not needs_more or bool(following & words.of("impersonal", "next"))

    def _of_country_word(self, n: int, token: Token) -> tuple[Member, ...] | None:
        """ "les deux pays", "ce pays", "les deux capitales"."""
        article = determiner(token)
        if is_plural(token):
            pair = any(t.lower_ in ("deux", "2") for t in token.doc[max(0, token.i - 3) : token.i])
            return (
                self._memory.two_states(n, token.i) if (pair and article in ("les", "ces", "des", "")) or pair else None
            )
        if token.lower_ in ("pays", "gouvernement") and article == "ce":
            return self._memory.last_state(n, token.i)
        return None

    def _territory(self, part: Part, token: Token) -> tuple[Resolved, ...]:
        """ "dans la région russe de Koursk": what befalls it befalls Russia."""
        if not self._words.body("territories", token.lower_):
            return ()
        end = reach(token)
        of = next((i for i in range(token.i, end) if part.doc[i].lower_ in ("de", "du", "des", "d'")), end)
        found = country_in(part.doc, token.i, of)
        member = self._state_of(found[0]) if found else None
        return self._resolved(part, [(member, token.i, end)]) if member else ()

    def _state_of(self, country: Country) -> Member | None:
        return next((m for m in self._cast.recent if m.kind is ActorKind.STATE and m.country == country.code), None)

    def _adjective(self, part: Part, token: Token) -> tuple[Resolved, ...]:
        """ "ukrainienne" in "une incursion ukrainienne": the state."""
        start, end = token.i, word_end(part.doc, token.i)
        while start > 0 and not part.doc[start - 1].whitespace_ and part.doc[start - 1].text == "-":
            start -= 2
        country = countries().of_adjective(word(part.doc, max(start, 0), end))
        if country is None or part.doc[start].text[:1].isupper():
            return ()
        member = self._state_of(country)
        return self._resolved(part, [(member, start, end)]) if member else ()

    def _extent(self, n: int, i: int, members: tuple[Member, ...]) -> tuple[int, int]:
        naming = self._namings[n].get(i)
        if naming is not None and naming[1] in members:
            return naming[0].start, naming[0].end
        reference = self._describers[n].references.get(i)
        return (reference.start, reference.end) if reference else (i, i + 1)

    def _before_in_list(self, n: int, at: int, part: Part) -> list[tuple[Member, int, int]]:
        """What the parse lost before the subject of a verb in the plural: "Pyongyang et Moscou ont affirmé"."""
        unit = self._units[n][at]
        token = part.doc[unit.start]
        if len(unit.members) != 1 or unit.members[0].plural:
            return []
        verbs = [t for t in part.doc[unit.end : unit.end + 4] if t.features.get("VerbForm") == "Fin"]
        if not verbs or verbs[0].features.get("Number") != "Plur" or token.i == 0:
            return []
        found: list[tuple[Member, int, int]] = []
        for back in range(at - 1, -1, -1):
            chain = self._chain(n, back)
            before_list = part.doc[chain[0].start - 1] if chain[0].start else None
            if unit not in chain or (before_list is not None and before_list.pos_ == "ADP"):
                break
            found = [(m, u.start, u.end) for u in chain[: chain.index(unit)] if self._is_meant(u) for m in u.members]
        return found

    def _resolved(self, part: Part, listed: list[tuple[Member, int, int]]) -> tuple[Resolved, ...]:
        found: dict[str, Resolved] = {}
        for member, start, end in listed:
            actor = self._actors.get(id(member))
            if actor is not None:
                span = self._analysis.span(part, Run(part.doc, start, end))
                found.setdefault(actor.id, Resolved(actor=actor, span=span))
        return tuple(found.values())
