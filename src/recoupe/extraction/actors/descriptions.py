"""Descriptions: noun phrases that mean somebody without (or beside) a name: offices, bodies, forces, groups."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.extraction.actors.appositions import bearer_before, told_before
from recoupe.extraction.actors.bodies import BodyReader
from recoupe.extraction.actors.cast import Member
from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.actors.nations import NationReader
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.actors.shared import Shared, read_shared
from recoupe.extraction.analysis import Part
from recoupe.extraction.phrases import OF, before, determiner, first_of, is_plural, reach, word
from recoupe.gazetteer import Country, nationality
from recoupe.language.tokens import Token
from recoupe.model import ActorKind, BlockKind

#: Parts of speech, as the tagger has them, of words that describe somebody.
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB"})
#: How a title begins that somebody held once.
_FORMER = ("ancien ", "ancienne ", "ex-", "ex ")
#: What stands before "homme" in "les droits de l'homme".
_BEFORE_ALL = frozenset({"l'", "la", *OF})
_OPENING = frozenset('«“"')
#: What words are, as the parse has them, that do or undergo something.
_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obj"})
_FEMININE = frozenset({"la", "une", "sa", "cette"})


def is_former(title: str) -> bool:
    """ "ancien président", "ex-ministre"."""
    return title.lower().startswith(_FORMER)


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
    #: Its words, as they would stand alone.
    text: str = attrs.field(
        default=attrs.Factory(lambda self: self.part.doc.words(self.start, self.end), takes_self=True)
    )
    #: Of a noun that means one of each, each by itself: "le président russe" of "les présidents russe et ukrainien".
    each: tuple[Description, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Nothing in the phrase says whose or of what: "l'homme", "la jeune femme", "l'homme d'affaires"; not "le
        patron du bar"."""
        behind = self.part.doc[self.head : self.end]
        return not self.is_named and not any(t.pos_ == "DET" or t.lower_ in ("du", "des") for t in behind)

    @property
    def is_former(self) -> bool:
        """Somebody held the office once: "l'ancien maire de Brest", "l'ex-ministre"."""
        return is_former(self.text)

    @property
    def is_owned(self) -> bool:
        """A possessive says whose: "son patron", "sa femme"."""
        return determiner(self.part.doc[self.head]) == "son"

    @property
    def points_back(self) -> bool:
        """A demonstrative says that it means somebody told of just before: "cet avocat de 52 ans"."""
        return determiner(self.part.doc[self.head]) == "ce"

    @property
    def is_qualified(self) -> bool:
        """An adjective behind says of what: "le chef spirituel"."""
        behind = self.part.doc[self.part.doc[self.head].word_end : self.end]
        return any(t.pos_ == "ADJ" for t in behind)

    @property
    def is_named(self) -> bool:
        """The phrase names somebody or something: "le patron de Norvia"."""
        return any(t.is_capital for t in self.part.doc[self.start : self.end])


@final
class Describer:
    """Reads the noun phrases of one part."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._doc, self._words = setting, setting.doc, setting.words
        self._cast = setting.cast
        self._bodies, self._nations = BodyReader(setting), NationReader(setting)
        #: Up to where the body that was described last reaches.
        self._body_end = 0
        self._open: list[Description] = []

    def read(self) -> list[Description]:
        """Read the noun phrases of the part; those that what came before must resolve."""
        for token in self._doc:
            i = token.i
            if not token.is_glued and token.pos_ in _DESCRIBING and i not in self._setting.references:
                text = token.text if token.word_end == i + 1 else word(self._doc, i, token.word_end)
                describes = token.is_capital or self._words.lists(text)
                if describes and not (self._inside_name(i) or self._inside_body(i) or self._is_no_person(token)):
                    self._describe(i, text)
        return self._open

    def _inside_name(self, i: int) -> bool:
        naming = self._setting.naming(i)
        if naming is None:
            return False
        if naming.kind is ActorKind.GROUP:
            return True
        text = self._doc[i].text  # "Sources Boréal" is a company, "Médecins sans frontières" a body
        people = self._words.person("sources", text) or self._words.person("people", text)
        return not (naming.start == i and naming.sort == "body") or (people and naming.end - naming.start > 1)

    def _inside_body(self, i: int) -> bool:
        """ "renseignement" in "l'agence de renseignement": a part of the name, unless an article sets it apart."""
        return i < self._body_end and determiner(self._doc[i]) not in ("le", "les", "son", "un")

    def _is_no_person(self, token: Token) -> bool:
        """ "la mort", beside "le mort" and "la morte"; "des chefs de vol", what somebody is tried for; "les droits de
        l'homme", who is everybody."""
        feminine = token.i > 0 and self._doc[token.i - 1].lower_ in _FEMININE and not token.lower_.endswith("e")
        office = self._words.office(token.text)  # "la procureur"
        if feminine and not office and self._words.lists(token.lower_ + "e"):
            return True
        led = token.i > 1 and self._doc[token.i - 1].lower_ in _BEFORE_ALL
        return self._is_charge(token) or (led and self._is_everybody(token))

    def _is_everybody(self, token: Token) -> bool:
        """ "la ligue des droits de l'homme", "la Journée internationale de la femme"."""
        doc, at = self._doc, token.i - 1
        if is_plural(token) and not self._words.person("plain", token.text):
            return False  # "les droits des salariés"
        while at > 0 and doc[at].lower_ in ("l'", "la"):
            at -= 1
        if at < 1 or doc[at].lower_ not in OF:
            return False
        at -= 1
        while at > 0 and doc[at].pos_ == "ADJ":
            at -= 1
        return self._words.person("shared_by_all", doc[at].text)

    def _is_worn(self, token: Token, text: str) -> bool:
        """ "les gilets jaunes", "un « gilet jaune » a été blessé": what people wear, with its colour, in the plural or
        where it does or undergoes something in quotation marks."""
        doc, words, at = self._doc, self._words, token.word_end
        if at >= len(doc) or not words.is_attire(text, doc[at].lemma_, doc[at].text):
            return False
        quoted = token.i > 0 and doc[token.i - 1].text in _OPENING and token.dep_ in _ACTING
        return is_plural(token) or (quoted and not words.person("worn", token.head.lemma_, "verbs"))

    def _is_charge(self, token: Token) -> bool:
        """ "mis en examen des chefs de vol et de recel": what somebody is tried for."""
        offences = self._words.persons.of("charges", token.lower_.removesuffix("s"))
        if not offences or token.i + 2 >= len(self._doc) or self._doc[token.i + 1].lower_ not in ("de", "d'"):
            return False
        return self._doc[token.i + 2].lower_.removesuffix("s") in offences

    def _describe(self, head: int, text: str) -> None:
        token, words, nations = self._doc[head], self._words, self._nations
        noun = token.pos_ in ("NOUN", "PROPN", "X")
        start, end = before(token), reach(token, coordinated=bool(words.institution(text) or words.office(text)))
        end = self._setting.whole(self._with_charge(text, end))
        self._bodies.introduce(head, end, text)
        country = self._setting.country(head, end)
        own = nations.own_country(head, end)
        behind_comma = noun and start > 1 and self._doc[start - 2].text == ","
        if behind_comma and (apposed := bearer_before(self._setting, token, start, end, text)) is not None:
            apposed.titles.add(self._setting.quote(start, end))
            self._setting.refer(head, start, end, apposed)
        elif behind_comma and (told := told_before(self._setting, token, start, text)) is not None:
            self._setting.refer(head, start, end, told)
        elif noun and words.body("rivals", text) and (firm := self._firm_behind(end)) is not None:
            self._setting.refer(head, start, firm[0].end, firm[1])
        elif noun and is_plural(token) and (named := self._named_behind(end, text)):
            self._setting.refer(head, start, named[-1][0].end, *(member for _, member in named))
        elif noun and (shared := self._shared(token, end, text)) is not None:
            self._each(token, start, text, shared)
        elif noun and country is not None and words.body("armies", text) and nations.is_whole_army(head, end, country):
            self._setting.refer(head, start, end, self._cast.army(country, self._setting.quote(head, end)))
        elif noun and words.body("forces", text) and own is not None:
            collective = text.lower() in ("forces", "troupes", "force")
            written = self._setting.quote(head, first_of(self._doc, head, end)) if collective else None
            self._setting.refer(head, start, end, self._cast.state(own, written))
        elif noun and words.body("governments", text) and country is not None and not nations.is_region(head, text):
            self._setting.refer(head, start, end, self._cast.state(country))
        elif noun and self._bodies.is_body(head, end, text):
            self._body_end = self._bodies.read(head, start, end, text, country)
        elif (noun or words.person("vague", text)) and self._is_definite_person(token, text):
            self._describe_office(head, start, end, text, country)
        elif noun and own is not None and words.person("people", text) and nations.is_of_army(head, end):
            self._setting.refer(head, start, end, self._cast.state(own))
        elif noun and country is None and nations.is_bare_government(token, text):
            nations.read_government(head, start, end)
        elif (
            words.person("sources", text) and not (end < len(self._doc) and self._doc[end].lower_ in ("de", "d'"))
        ) or (words.person("people", text) and (noun or determiner(token) in ("les", "des", "un", "le"))):
            if noun and self._is_pointed_at(token, text):
                self._describe_office(head, start, end, text, own)
            else:
                self._group(head, start, end, own)
        elif noun and self._is_worn(token, text):
            self._group(head, start, max(end, token.word_end + 1), None)
        elif noun and text.lower() == "forces" and self._doc[head].word_end < end:
            self._group(head, start, end, None)  # "les forces de l'ordre", "les forces rebelles"
        elif noun and words.person("crowds", text) and (people := self._bodies.people_of(head, end)):
            crowd = self._cast.scoped(self._setting.quote(start, end), ActorKind.GROUP, plural=True)
            crowd.names |= people  # "une équipe de braqueurs": braqueurs
            self._setting.refer(head, start, end, crowd)
        elif (
            noun
            and words.person("collectives", token.text)
            and token.text.islower()
            and determiner(token) in ("le", "les", "un", "son", "ce")
        ):
            name, code = self._setting.quote(start, end), own.code if own else None
            self._setting.refer(head, start, end, self._cast.scoped(name, ActorKind.GROUP, code, plural=False))
        elif noun and token.text[:1].isupper() and (found := nationality(text)):
            nations.read_nationals(head, end, text, found.code)
            # "le Russe", "ce Russe": who was named, or is named behind
            if determiner(token) in ("le", "ce") and not is_plural(token):
                self._open.append(self._description(head, start, end, text.lower(), found))
        elif noun and token.is_capital and nations.is_inhabitant(token):
            self._group(head, start, end, None)
        elif noun and (words.office(text) or nations.is_group_of_states(token, start, end, text)):
            self._group(head, start, end, country)

    def _shared(self, token: Token, end: int, text: str) -> Shared | None:
        """What a noun in the plural means that means one of each."""
        words, phrase = self._words, [t.text for t in self._doc[token.i : end + 1]]
        if not ("et" in phrase or phrase[-1] == ",") or not is_plural(token):
            return None
        singular = words.human(text) or words.institution(text) or text.lower().removesuffix("s")
        several = any(words.body(table, text) for table in ("governments", "armies", "forces"))
        if not (several or words.office(text) or words.institution(text)):
            return None
        return read_shared(self._setting, token, end, singular, several=several)

    def _each(self, token: Token, start: int, text: str, shared: Shared) -> None:
        """ "les présidents russe et ukrainien": the one and the other."""
        words, members, each = self._words, list[Member](), list[Description]()
        for share in shared.shares:
            code = share.country.code if share.country else None
            if share.country is not None and words.body("armies", text):
                members.append(self._cast.army(share.country, share.name))
            elif share.country is not None and (words.body("governments", text) or words.body("forces", text)):
                members.append(self._cast.state(share.country))
            elif words.human(text) is None:
                members.append(self._cast.body(share.name, ActorKind.ORGANISATION, code))
            else:
                members.append(self._cast.scoped(share.name, ActorKind.PERSON, code))
                office = words.human(text) or text.lower()
                alone = self._description(token.i, start, shared.end, office, share.country)
                each.append(attrs.evolve(alone, plural=False, gender=None, text=share.name))
        for i in (token.i, *shared.marks):
            self._setting.refer(i, start, shared.end, *members)
            if each:
                self._open.append(attrs.evolve(each[0], head=i, plural=True, each=tuple(each)))

    def _named_behind(self, at: int, text: str) -> list[tuple[Naming, Member]]:
        """ "les distributeurs X et Y", "les ministres X et Y": two names or more, behind what they all are."""
        words, doc, found = self._words, self._doc, list[tuple[Naming, Member]]()
        if not (words.human(text) or words.institution(text) or words.body("companies", text)):
            return []
        while (named := self._setting.namings.get(at)) is not None and named[0].country is None:
            found.append(named)
            at = named[0].end
            if at < len(doc) and (doc[at].text == "," or doc[at].lower_ == "et"):
                at += 1
        return found if len(found) > 1 and any(t.lower_ == "et" for t in doc[found[0][0].end : at]) else []

    def _firm_behind(self, at: int) -> tuple[Naming, Member] | None:
        """ "son concurrent suisse Aquatek": the body that is named right behind what it is to another."""
        found = self._setting.namings.get(at)
        return found if found is not None and found[0].start == at and found[0].sort == "body" else None

    def _with_charge(self, text: str, end: int) -> int:
        """The end of an office with what it is charged with: "la commissaire à l'éthique"."""
        doc = self._doc
        if not self._words.person("charged", text) or end + 1 >= len(doc) or doc[end].lower_ not in ("à", "au", "aux"):
            return end
        noun = end + 2 if doc[end + 1].pos_ == "DET" else end + 1
        if (
            noun >= len(doc)
            or doc[noun].pos_ != "NOUN"
            or self._words.human(doc[noun].text)
            or noun in self._setting.namings
        ):
            return end
        return reach(doc[noun], coordinated=True)

    def _is_definite_person(self, token: Token, text: str) -> bool:
        """ "le ministre", "son avocat", "les deux maires"; and "le chauffeur", "cette otage": one who was named."""
        article = determiner(token)
        if self._words.office(text):
            headline = self._setting.part.block.kind is BlockKind.HEADLINE  # "Un maire arrêté": named further on
            return article in ("le", "ce", "les", "son") or (headline and article == "un")
        if article == "les":
            return self._words.person("tried", text)  # "les accusés": who were named
        return article in ("le", "ce") and bool(self._words.human(text)) and not is_plural(token)

    def _is_pointed_at(self, token: Token, text: str) -> bool:
        """ "cette proche du maire", "le couple", who was told of before; not "cette source", who speaks."""
        article = determiner(token)
        pair = article == "le" and self._words.person("pairs", text)
        pointing = article == "ce" and not self._words.person("sources", text)
        return (pair or pointing) and not is_plural(token)

    def _describe_office(self, head: int, start: int, end: int, text: str, country: Country | None) -> None:
        office = self._words.human(text) or text.lower()
        self._open.append(self._description(head, start, end, office, country))
        self._group(head, start, end, country)

    def _description(self, head: int, start: int, end: int, office: str, country: Country | None) -> Description:
        token = self._doc[head]
        return Description(
            part=self._setting.part, head=head, start=start, end=end, office=office,
            country=country.code if country else None, gender=self._setting.gender(token),
            plural=is_plural(token) or self._words.person("pairs", token.text),
        )  # fmt: skip

    def _group(self, head: int, start: int, end: int, country: Country | None) -> None:
        plural = is_plural(self._doc[head])
        kind = ActorKind.GROUP if plural else ActorKind.PERSON
        if end < len(self._doc) and self._words.person("looks", self._doc[end].lower_):
            end += 1  # "des hommes armés à Durán", which taggers take for a participle
        name = self._setting.quote(start, end)
        if name:
            code = country.code if country else None
            member = self._cast.scoped(name, kind, code, plural=plural)
            if plural and (of := first_of(self._doc, head, end)) < end:
                member.names.add(self._setting.quote(start, of))  # "citoyens de Lanaudière": citoyens
            self._setting.refer(head, start, end, member)
