"""Descriptions: noun phrases that mean somebody without (or beside) a name: offices, bodies, forces, groups."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.cast import Cast, Member, country_of
from recoupe.extraction.namings import Naming, clean, quote
from recoupe.extraction.phrases import before, country_in, determiner, is_plural, reach, word, word_end
from recoupe.gazetteer import Country
from recoupe.language.fr.actors import ActorWords
from recoupe.language.tokens import Token
from recoupe.model import ActorKind

#: Parts of speech, as the tagger has them, of words that describe somebody.
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB"})
#: How far before a name an office that belongs to it is looked for, in tokens.
_OFFICE_REACH = 16


@final
@attrs.frozen(kw_only=True, eq=False)
class Reference:
    """Words of the article that mean members of the cast."""

    part: Part
    #: The first token of the words, and the end (not included).
    start: int
    end: int
    members: tuple[Member, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Description:
    """An office or a word for persons that must be resolved from what came before: "le dirigeant nord-coréen"."""

    part: Part
    head: int
    start: int
    end: int
    #: The word in the singular: "ministre".
    office: str
    country: str | None
    plural: bool
    #: ``masculine``, ``feminine``, or None.
    gender: str | None


@final
class Describer:
    """Reads the noun phrases of one part."""

    def __init__(self, part: Part, text: str, namings: dict[int, tuple[Naming, Member]], cast: Cast, words: ActorWords):
        self._part, self._text, self._cast, self._words = part, text, cast, words
        self._doc = part.doc
        #: Token to the naming that covers it.
        self._namings = namings
        self.references: dict[int, Reference] = {}
        #: Up to where the body that was described last reaches.
        self._body_end = 0
        self.open: list[Description] = []

    # ------------------------------------------------------------------ offices of named persons
    def name_offices(self) -> None:
        """Give persons the offices that stand before or after their names."""
        seen: set[int] = set()
        for naming, member in self._namings.values():
            if naming.kind is ActorKind.PERSON and id(naming) not in seen:
                seen.add(id(naming))
                self._office_before(naming, member)
                self._head_of_government(naming, member)
                self._office_after(naming, member)

    def _head_of_government(self, naming: Naming, member: Member) -> None:
        """ "le gouvernement de Jean Dupont": he heads it."""
        doc, i = self._doc, naming.start - 1
        if i > 0 and doc[i].lower_ in ("de", "d'"):
            for office, bodies in self._words.persons.tables.get("heads", {}).items():
                if doc[i - 1].lower_ in bodies:
                    member.titles.add(office)

    def _office_before(self, naming: Naming, member: Member) -> None:
        doc, last = self._doc, naming.start - 1
        while last >= 0 and self._is_address(last):
            last -= 1
        if last >= 0 and doc[last].lower_ in ("de", "d'"):
            return  # "l'ancien ministre de Paul Roche": somebody else
        comma = last >= 0 and doc[last].text == ","
        if comma:
            last -= 1
        chosen: int | None = None
        for i in range(last, max(0, last - _OFFICE_REACH) - 1, -1):
            token = doc[i]
            if (token.is_punct and "-" not in token.text) or token.pos_ in ("AUX", "SCONJ", "PRON"):
                break
            if self._is_title(i) and (
                reach(doc[i], coordinated=True) >= last + 1 or (comma and self._leads_to(i, last))
            ):
                chosen = i
                if not comma and not (i and self._words.office(doc[i - 1].text)):
                    break
        if chosen is None and (apposed := self._apposition(naming)) is not None:
            chosen = apposed
        closed = naming.end >= len(doc) or doc[naming.end].is_punct or doc[naming.end].lower_ == "et"
        if comma and not closed:
            return  # "Lors de la visite du président, Vladimir Poutine a déclaré": two persons.
        if chosen is not None and (not comma or determiner(doc[chosen]) in ("le", "son", "un", "")):
            self._give_office(chosen, last + 1, naming, member)

    def _apposition(self, naming: Naming) -> int | None:
        """The noun that a full name stands in apposition to, whatever it means: "le tourneur-fraiseur, Paul Roche,"."""
        name = self._doc[naming.start]
        noun = name.head
        apposed = name.dep_ == "appos" and naming.end - naming.start > 1 and noun.i < naming.start
        if not apposed or noun.pos_ != "NOUN" or is_plural(noun) or noun.i in self._namings:
            return None
        return noun.i if noun.sent is name.sent and noun.features.get("Gender") else None

    def _leads_to(self, head: int, last: int) -> bool:
        """ "ministre délégué à l'Industrie": nothing but the office stands between its noun and the comma."""
        allowed = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "NUM", "X")
        return all(
            t.pos_ in allowed or (t.pos_ == "VERB" and t.features.get("VerbForm") == "Part") or "-" in t.text
            for t in self._doc[head + 1 : last + 1]
        )

    def _is_address(self, i: int) -> bool:
        return self._doc[i].text == "." or any(
            self._words.person("honorifics", self._doc[i].lower_, k) for k in ("masculine", "feminine", "either")
        )

    def _office_after(self, naming: Naming, member: Member) -> None:
        doc, at = self._doc, naming.end
        if at + 1 >= len(doc) or doc[at].text != ",":
            return
        limit = min(at + 6, doc[naming.start].sent.end)
        for i in range(at + 1, limit):
            if self._is_title(i):
                end = reach(doc[i], coordinated=True)
                closed = (
                    end >= len(doc)
                    or doc[end].is_punct
                    or doc[end].pos_ in ("ADP", "CCONJ")
                    or doc[end].lower_ == "qui"
                )
                if closed and all(t.pos_ in ("DET", "ADJ") or t.text == "-" for t in doc[at + 1 : i]):
                    self._give_office(i, end, naming, member)
                return

    def _is_title(self, i: int) -> bool:
        """An office, or any word for one person: "le chauffeur, Paul Durand"."""
        text = word(self._doc, i, word_end(self._doc, i))
        if i in self._namings or self._doc[i].pos_ == "VERB":
            return False
        return bool(self._words.office(text) or (self._words.human(text) and not is_plural(self._doc[i])))

    def _give_office(self, head: int, end: int, naming: Naming, member: Member) -> None:
        doc = self._doc
        start = before(doc[head])
        title = quote(self._part, self._text, start, end)
        text = word(doc, head, word_end(doc, head))
        member.titles.add(title)
        country = self._country(start, end) or self._owner(head)
        if country is not None and not self._words.person("kin", text):
            member.country = member.country or country.code
        member.gender = member.gender or self._gender(doc[head])
        reference = Reference(
            part=self._part, start=min(start, naming.start), end=max(end, naming.end), members=(member,)
        )
        for i in range(head, word_end(doc, head)):
            self.references[i] = reference

    def _owner(self, head: int) -> Country | None:
        """ "la Russie, par la voix de son chef d'état-major, X": the state before "son"."""
        if determiner(self._doc[head]) != "son":
            return None
        for i in range(head - 1, max(-1, head - _OFFICE_REACH), -1):
            if (naming := self._naming(i)) is not None:
                return naming.country
        return None

    def _gender(self, head: Token) -> str | None:
        """By the article, or by the noun; "le maire" says so, "l'élu" need not."""
        i = before(head) - 1
        article = self._doc[i].lower_ if i >= 0 else ""
        if article in ("la", "une", "cette", "sa"):
            return "feminine"
        if article in ("le", "un", "du", "au", "ce", "cet", "son"):
            return "masculine"
        return "feminine" if head.features.get("Gender") == "Fem" else None

    def _country(self, start: int, end: int) -> Country | None:
        """The country that a phrase names: by an adjective, or by "de" and a country or its capital."""
        found = country_in(self._doc, start, end)
        if found is not None:
            return found[0]
        named = {n.country.code: n.country for i in range(start, end) if (n := self._naming(i)) and n.country}
        return next(iter(named.values())) if len(named) == 1 else None

    def _naming(self, i: int) -> Naming | None:
        found = self._namings.get(i)
        return found[0] if found else None

    # ------------------------------------------------------------------ everything else
    def describe(self) -> None:
        """Read the other noun phrases of the part."""
        i = 0
        while i < len(self._doc):
            end = word_end(self._doc, i)
            if self._doc[i].pos_ in _DESCRIBING and i not in self.references:
                text = word(self._doc, i, end)
                describes = self._words.lists(text) or self._doc[i].text[:1].isupper()
                if describes and not self._inside_name(i) and not self._inside_body(i):
                    self._describe(i, text)
            i = end

    def _inside_name(self, i: int) -> bool:
        naming = self._naming(i)
        if naming is None:
            return False
        source = self._words.person("sources", self._doc[i].text)  # "Sources Boréal" is a company
        return not (naming.start == i and naming.sort == "body") or (source and naming.end - naming.start > 1)

    def _inside_body(self, i: int) -> bool:
        """ "renseignement" in "l'agence de renseignement": a part of the name, unless an article sets it apart."""
        return i < self._body_end and determiner(self._doc[i]) not in ("le", "les", "son", "un")

    def _describe(self, head: int, text: str) -> None:
        token, words = self._doc[head], self._words
        noun = token.pos_ in ("NOUN", "PROPN", "X")
        start, end = before(token), reach(token, coordinated=bool(words.institution(text) or words.office(text)))
        end = self._with_charge(text, end)
        country = self._country(head, end)
        own = self._own_country(head, end)
        if noun and country is not None and words.body("armies", text) and self._is_whole_army(head, end, country):
            self._refer(head, start, end, self._cast.army(country, self._quote(head, end)))
        elif noun and words.body("forces", text) and own is not None:
            collective = text.lower() in ("forces", "troupes", "force")
            written = self._quote(head, self._first_of(head, end)) if collective else None
            self._refer(head, start, end, self._cast.state(own, written))
        elif noun and words.body("governments", text) and country is not None and not self._is_region(head, text):
            self._refer(head, start, end, self._cast.state(country))
        elif noun and (
            self._is_institution(head, end, text) or self._is_outlet(head, text) or words.body("armies", text)
        ):
            self._body(head, start, end, text, country)
        elif noun and self._is_definite_person(token, text):
            self._describe_office(head, start, end, text, country)
        elif noun and own is not None and words.person("people", text) and self._is_of_army(head, end):
            self._refer(head, start, end, self._cast.state(own))
        elif noun and self._is_bare_government(token, text) and country is None:
            self._refer(head, start, end, self._cast.scoped(clean(text), ActorKind.ORGANISATION))
        elif (
            words.person("sources", text) and not (end < len(self._doc) and self._doc[end].lower_ in ("de", "d'"))
        ) or (words.person("people", text) and (noun or determiner(token) in ("les", "des", "un", "le"))):
            self._group(head, start, end, own)
        elif noun and text.lower() == "forces" and self._first_of(head, end) == word_end(self._doc, head) < end:
            self._group(head, start, end, None)  # "les forces de l'ordre"
        elif (
            noun
            and words.person("collectives", token.text)
            and token.text.islower()
            and determiner(token) in ("le", "les", "un", "son", "ce")
        ):
            self._refer(
                head, start, end,
                self._cast.scoped(self._quote(start, end), ActorKind.GROUP, own.code if own else None, plural=False),
            )  # fmt: skip
        elif noun and token.text[:1].isupper() and (found := self._demonym(text)):
            self._nationals(head, end, text, found)
        elif noun and words.office(text):
            self._group(head, start, end, country)

    def _with_charge(self, text: str, end: int) -> int:
        """The end of an office with what it is charged with: "la commissaire à l'éthique"."""
        doc = self._doc
        if not self._words.person("charged", text) or end + 1 >= len(doc) or doc[end].lower_ not in ("à", "au", "aux"):
            return end
        noun = end + 2 if doc[end + 1].pos_ == "DET" else end + 1
        if noun >= len(doc) or doc[noun].pos_ != "NOUN" or self._words.human(doc[noun].text) or noun in self._namings:
            return end
        return reach(doc[noun], coordinated=True)

    def _is_definite_person(self, token: Token, text: str) -> bool:
        """ "le ministre", "son avocat", "les deux maires"; and "le chauffeur", "cette otage": one who was named."""
        article = determiner(token)
        if self._words.office(text):
            return article in ("le", "ce", "les", "son")
        return article in ("le", "ce") and bool(self._words.human(text)) and not is_plural(token)

    def _is_bare_government(self, token: Token, text: str) -> bool:
        """ "le gouvernement", "l'État": that of the country that the article is about."""
        capital = text[:1].isupper() and self._words.body("bare_governments", text, "capital")
        return determiner(token) in ("le", "ce", "") and (capital or self._words.body("bare_governments", text))

    def _own_country(self, head: int, end: int) -> Country | None:
        """The country of a group: "soldats nord-coréens", "troupes de Moscou", not "ennemis du territoire russe"."""
        doc = self._doc
        of = self._first_of(head, end)
        if (found := country_in(doc, head, of)) is not None:
            return found[0]
        inner = next((word(doc, i, word_end(doc, i)) for i in range(of + 1, end) if doc[i].pos_ == "NOUN"), "")
        if any(
            (self._words.body("forces", inner), self._words.body("armies", inner), self._words.person("people", inner))
        ):
            found = country_in(doc, of, end)
            return found[0] if found else None
        for i in range(of + 1, min(of + 3, end)):
            if (naming := self._naming(i)) is not None:
                return naming.country
        return None

    def _is_of_army(self, head: int, end: int) -> bool:
        """ "des ouvriers de l'armée nord-coréenne": men under arms, whatever their trade."""
        return any(self._words.body("armies", t.lower_) for t in self._doc[head + 1 : end])

    def _first_of(self, head: int, end: int) -> int:
        """Where the first complement with "de" begins; `end` where there is none."""
        return next((i for i in range(head, end) if self._doc[i].lower_ in ("de", "du", "des", "d'")), end)

    def _is_institution(self, head: int, end: int, text: str) -> bool:
        if is_plural(self._doc[head]) and self._words.body("singular_only", text):
            return False
        bare = head > 0 and self._doc[head - 1].lower_ in ("de", "d'") and not is_plural(self._doc[head])
        if bare and text[:1].islower():
            return False
        if self._words.institution(text):
            return True
        capital = text[:1].isupper() and not self._doc[head].is_sent_start
        return self._words.body("capitalised", text) and (capital or self._apposed(end) is not None)

    def _is_outlet(self, head: int, text: str) -> bool:
        return self._words.body("media", text) and not (head and self._doc[head - 1].lower_ in ("de", "d'"))

    def _is_whole_army(self, head: int, end: int, country: Country) -> bool:
        """ "l'armée russe", "l'armée de Kiev"; but "l'armée de l'air russe" is a part of it."""
        if self._doc[head].lower_ != "armée":
            return False
        nouns = [t for t in self._doc[head + 1 : end] if t.pos_ in ("NOUN", "PROPN")]
        return all((n := self._naming(t.i)) is not None and n.country is country for t in nouns)

    def _is_region(self, head: int, text: str) -> bool:
        """ "la République du Kenya" is a name; "côté tadjik" a state; "l'État de New York" neither."""
        return text[:1].isupper() and head in self._namings

    def _demonym(self, text: str) -> str | None:
        """ "Les Ukrainiens": people of a country."""
        from recoupe.gazetteer import countries

        found = countries().of_adjective(text)
        return found.code if found else None

    def _nationals(self, head: int, end: int, text: str, country: str) -> None:
        """ "les Ukrainiens" are people; without an article, as in headlines ("Tadjiks et Kirghizes s'accordent"), they
        are their states."""
        state = country_of(country)
        if state is not None and determiner(self._doc[head]) in ("", "et", ",", ":"):
            self._refer(head, head, end, self._cast.state(state))
        else:
            self._refer(head, head, end, self._cast.scoped(text, ActorKind.GROUP, country, plural=True))

    def _quote(self, start: int, end: int) -> str:
        return quote(self._part, self._text, start, end)

    def _refer(self, head: int, start: int, end: int, *members: Member) -> Reference:
        reference = Reference(part=self._part, start=start, end=end, members=members)
        for i in range(head, word_end(self._doc, head)):
            self.references[i] = reference
        return reference

    # ------------------------------------------------------------------ bodies
    def _body(self, head: int, start: int, end: int, text: str, country: Country | None) -> None:
        doc, token = self._doc, self._doc[head]
        for i in range(word_end(doc, head), end):
            named = self._naming(i)
            if named and named.start == i and named.country is None and doc[i - 1].pos_ not in ("ADP", "DET"):
                end = i
                break
        self._body_end = end
        media = self._words.body("media", text) and self._is_media(head, end, text)
        kind = ActorKind.MEDIA if media else ActorKind.ORGANISATION
        if self._words.body("armies", text):
            kind = ActorKind.ARMED_FORCE
        apposed = self._apposed(end)
        covering = self._namings.get(head)
        if covering is not None:
            naming, member = covering
            end = max(end, naming.end)
            member.names.add(self._quote(head, end))
            member.country = member.country or (country.code if country else None)
            self._refer(head, start, end, member)
        elif apposed is not None and not is_plural(token):
            naming, member = apposed
            member.titles.add(self._quote(start, end))
            member.country = member.country or (country.code if country else None)
            if media and member.known is None:
                member.kind = ActorKind.MEDIA
            self._refer(head, start, naming.end, member)
        elif is_plural(token) or determiner(token) in ("un", "des", "de", "aucun", "plusieurs", "quelques"):
            code = country.code if country else None
            group = self._cast.scoped(self._quote(start, end), kind, code, plural=is_plural(token))
            group.names |= self._people_of(head, end)
            self._refer(head, start, end, group)
        elif end > word_end(doc, head) and (
            determiner(token) in ("le", "ce", "son")
            or country is not None
            or any(t.text[0].isupper() for t in doc[head:end])
        ):
            self._refer(
                head, start, end, self._cast.body(self._quote(head, end), kind, country.code if country else None)
            )
        elif determiner(token) in ("le", "ce", "son", "") or token.text[:1].isupper():
            self._short_body(head, start, end, text, kind)

    def _people_of(self, head: int, end: int) -> set[str]:
        """ "une délégation de supporters": supporters."""
        of = self._first_of(head, end)
        if of + 1 < end and is_plural(self._doc[of + 1]) and self._words.human(self._doc[of + 1].text):
            return {self._quote(of + 1, end)}
        return set()

    def _short_body(self, head: int, start: int, end: int, text: str, kind: ActorKind) -> None:
        """ "le ministère", after "le ministère de la Défense": the one named last; without one, the words alone."""
        for member in reversed(self._cast.recent):
            if (
                member.kind is kind
                and not member.scoped
                and any(n.lower().split()[0] == text.lower() for n in member.names)
            ):
                self._refer(head, start, end, member)
                return
        if kind is ActorKind.MEDIA and (outlet := self._cast.last_outlet()) is not None:
            self._refer(head, start, end, outlet)
        elif self._words.body("companies", text) and (company := self._cast.last_company()) is not None:
            self._refer(head, start, end, company)
        elif determiner(self._doc[head]) in ("le", "ce", "son", ""):
            self._refer(head, start, end, self._cast.scoped(clean(text).lower(), kind))

    def _is_media(self, head: int, end: int, text: str) -> bool:
        if text.lower() not in ("agence", "agences", "chaîne", "chaînes", "site", "sites", "titre", "titres"):
            return True
        return any(t.lower_ in ("presse", "télévision", "info", "information") for t in self._doc[head:end]) or any(
            (n := self._namings.get(i)) is not None and n[1].kind is ActorKind.MEDIA
            for i in range(end, min(end + 2, len(self._doc)))
        )

    def _apposed(self, end: int) -> tuple[Naming, Member] | None:
        """The name in apposition: "l'agence russe Tass", "l'agence centrale (KCNA)", "une autre agence, Tass,"."""
        doc = self._doc
        if end >= len(doc):
            return None
        at = end + 1 if doc[end].text in ("(", ",", "«", '"') and end + 1 < len(doc) else end
        found = self._namings.get(at)
        if found is None or found[0].start != at or found[0].country is not None:
            return None
        if doc[end].text == "," and not (found[0].end < len(doc) and doc[found[0].end].is_punct):
            return None
        naming, member = found
        if (
            member.kind is ActorKind.PERSON
            and end == at
            and " " not in naming.name
            and not (member.titles or member.gender)
        ):
            member.kind = ActorKind.ORGANISATION  # "l'usine Vencorex": the recogniser took it for a person.
        return found if member.kind is not ActorKind.PERSON else None

    # ------------------------------------------------------------------ persons without a name
    def _describe_office(self, head: int, start: int, end: int, text: str, country: Country | None) -> None:
        token = self._doc[head]
        self.open.append(
            Description(
                part=self._part, head=head, start=start, end=end, office=self._words.human(text) or text.lower(),
                country=country.code if country else None, plural=is_plural(token), gender=self._gender(token),
            )
        )  # fmt: skip
        self._group(head, start, end, country)

    def _group(self, head: int, start: int, end: int, country: Country | None) -> None:
        plural = is_plural(self._doc[head])
        kind = ActorKind.GROUP if plural else ActorKind.PERSON
        name = self._quote(start, end)
        if name:
            code = country.code if country else None
            member = self._cast.scoped(name, kind, code, plural=plural)
            if plural and (of := self._first_of(head, end)) < end:
                member.names.add(self._quote(start, of))  # "citoyens de Lanaudière": citoyens
            self._refer(head, start, end, member)
