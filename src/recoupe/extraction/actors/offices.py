"""Offices of named persons: the titles that stand before or after their names."""

from __future__ import annotations

from typing import final

from recoupe.extraction.actors.cast import Member
from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.dependencies import is_participle
from recoupe.extraction.phrases import before, country_in, determiner, first_of, is_plural, reach, word
from recoupe.gazetteer import Country, nationality
from recoupe.model import ActorKind

#: How far before a name an office that belongs to it is looked for, in tokens.
_OFFICE_REACH = 16
#: Tokens of the longest name of a body that is taken into an office.
_LONGEST_BODY = 8
#: Marks inside offices: "la présidente de CBL/Radio-Azur", "le vice-président".
_INSIDE = ("-", "/")
_ONE = frozenset({"un", "une", "de"})
_OPENING, _CLOSING = ("«", "“", '"'), ("»", "”", '"')


@final
class OfficeReader:
    """Reads the offices of the persons that one part names."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._doc, self._words = setting, setting.doc, setting.words

    def read(self) -> None:
        """Give persons the offices that stand before or after their names."""
        seen: set[int] = set()
        for naming, member in self._setting.namings.values():
            if naming.kind is ActorKind.PERSON and id(naming) not in seen:
                seen.add(id(naming))
                self._nationality_before(naming, member)
                self._office_before(naming, member)
                self._head_of_government(naming, member)
                self._office_after(naming, member)

    def _nationality_before(self, naming: Naming, member: Member) -> None:
        """ "le Nigérian Paul Roche": a word for somebody of a country, right before the name."""
        i = naming.start - 1
        country = nationality(self._doc[i].text) if i > 0 and self._doc[i].is_capital else None
        if country is not None and i not in self._setting.namings:
            member.country = member.country or country.code
            self._setting.refer(i, i, naming.end, member)

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
            member.sorts.add(doc[last].lower_)
            last -= 1
        if doc[naming.start].lower_ in self._words.addresses:
            member.sorts.add(doc[naming.start].lower_)
        if last >= 0 and doc[last].pos_ == "ADJ" and self._words.callings(doc[last].text):
            member.sorts.add(doc[last].lower_)  # "le petit Paul"
        if 0 < last < naming.start - 1 and doc[last].lower_ in ("le", "la") and doc[last - 1].text == ",":
            last -= 1  # "le directeur, le docteur Paul Roche"
        if last >= 0 and self._is_complement(last):
            return  # "l'ancien ministre de Paul Roche", "la mère du petit Paul": somebody else
        comma = last >= 0 and doc[last].text == ","
        if comma:
            last -= 1
        if last > 2 and doc[last].text == ")" and doc[last - 2].text == "(":
            last -= 3  # "le directeur de la police nationale (DPN) Paul Roche"
        quoted = last - 1 if last > 2 and doc[last].text in _CLOSING and doc[last - 2].text in _OPENING else None
        if quoted is not None:
            last -= 3  # "le député « frondeur » Paul Roche"
        chosen: int | None = None
        for i in range(last, max(0, last - _OFFICE_REACH) - 1, -1):
            token = doc[i]
            if (token.is_punct and token.text not in _INSIDE) or token.pos_ in ("AUX", "SCONJ", "PRON"):
                break
            if self._is_title(i) and (
                reach(doc[i], coordinated=True) >= last + 1
                or ((comma or self._stands_beside(i, last)) and self._leads_to(i, last))
            ):
                chosen = i
                if not comma and not (i and self._words.office(doc[i - 1].text)):
                    break
        if chosen is None and (apposed := self._apposition(naming)) is not None:
            chosen = apposed
        closed = naming.end >= len(doc) or doc[naming.end].is_punct or doc[naming.end].lower_ == "et"
        apart = not closed and doc[naming.end].pos_ not in ("AUX", "VERB", "PRON") and doc[naming.end].lower_ != "n'"
        if comma and not closed and (chosen is None or apart or self._is_led(chosen)):
            return  # "Lors de la visite du président, Vladimir Poutine a déclaré": two persons.
        holds = chosen is not None and (determiner(doc[chosen]) in ("le", "son", "un", "") or self._is_one_of(chosen))
        if chosen is not None and (not comma or holds):
            self._give_office(chosen, last + 1, naming, member)
            self._office_joined(chosen, naming, member)
            self._office_apart(chosen, naming, member)
            if quoted is not None:  # the parse may take it for what is said of him
                self._setting.refer(quoted, chosen, naming.end, member)

    def _is_complement(self, last: int) -> bool:
        """What ends with token `last` leads a name in by "de", alone or behind an article and adjectives."""
        doc, at = self._doc, last
        while at > 0 and doc[at].pos_ == "ADJ":
            at -= 1
        if at < last and doc[at].lower_ in ("la", "l'", "cette"):
            at -= 1
        return doc[at].lower_ in ("de", "d'") or (at < last and doc[at].lower_ in ("du", "des"))

    def _office_joined(self, head: int, naming: Naming, member: Member) -> None:
        """ "le fondateur et ancien patron de X Paul Roche": the article before the first office holds for both."""
        doc, link = self._doc, before(self._doc[head]) - 1
        if link < 1 or doc[link].lower_ != "et":
            return
        for i in range(link - 1, max(-1, link - _OFFICE_REACH), -1):
            if doc[i].is_punct and doc[i].text not in _INSIDE:
                return
            if self._is_title(i) and not is_plural(doc[i]) and reach(doc[i], coordinated=True) >= link:
                if determiner(doc[i]) in ("le", "un", "son"):
                    self._give_office(i, link, naming, member)
                return

    def _office_apart(self, head: int, naming: Naming, member: Member) -> None:
        """ "le porte-parole de l'armée, le colonel Paul Roche, a dit": what stands before the comma is his office too,
        where his name closes the phrase; not in a list ("le maire, le préfet Paul Roche et le général")."""
        doc, comma = self._doc, before(self._doc[head]) - 2
        if comma < 1 or doc[comma].text != "," or is_plural(doc[head]) or not self._closes(naming.end):
            return
        for i in range(comma - 1, max(-1, comma - 1 - _OFFICE_REACH), -1):
            if (doc[i].is_punct and doc[i].text not in _INSIDE) or doc[i].pos_ in ("AUX", "SCONJ", "PRON", "VERB"):
                return
            if self._is_title(i) and not is_plural(doc[i]) and reach(doc[i], coordinated=True) >= comma:
                genders = {self._setting.gender(doc[i]), self._setting.gender(doc[head])} - {None}
                if determiner(doc[i]) in ("le", "un", "son") and len(genders) < 2:
                    self._give_office(i, comma, naming, member)
                return

    def _closes(self, at: int) -> bool:
        """The phrase that ends before `at` stands between marks, and no list goes on behind it."""
        doc = self._doc
        if at >= len(doc) or not doc[at].is_punct:
            return at >= len(doc)
        behind = doc[at + 1] if at + 1 < len(doc) and doc[at].text == "," else None
        return behind is None or behind.pos_ in ("AUX", "VERB", "PRON", "ADP", "ADV")

    def _apposition(self, naming: Naming) -> int | None:
        """The noun that a full name stands in apposition to, whatever it means: "le tourneur-fraiseur, Paul Roche,"."""
        name = self._doc[naming.start]
        noun = name.head
        apposed = name.dep_ == "appos" and naming.end - naming.start > 1 and noun.i < naming.start
        body = self._words.institution(noun.text) or self._words.body("headed", noun.text)  # "le gouvernement Luc Bar"
        if not apposed or body or noun.pos_ != "NOUN" or is_plural(noun) or self._names_person(noun.i, naming.start):
            return None
        led = self._doc[naming.start - 1].text != "," and self._is_led(noun.i)
        return noun.i if noun.sent is name.sent and noun.features.get("Gender") and not led else None

    def _is_one_of(self, head: int) -> bool:
        """ "l'un des fils du président, Paul Roche"."""
        start = before(self._doc[head])
        return (
            start > 1 and self._doc[start - 1].lower_ in ("des", "ses", "les") and self._doc[start - 2].lower_ in _ONE
        )

    def _is_led(self, head: int) -> bool:
        """A preposition stands before the noun: "avec le président", "du président", "au téléphone"."""
        start = before(self._doc[head])
        words = [t for t in self._doc[max(0, start - 2) : start] if not t.is_punct]
        return any(t.pos_ == "ADP" or t.lower_ in ("du", "au", "des", "aux", "en") for t in words)

    def _stands_beside(self, head: int, last: int) -> bool:
        """ "le député LFI X", "l'échevine libramontoise X", "la commissaire à la Pêche X": one person's office, up to
        the token `last` right before the name."""
        one = not is_plural(self._doc[head]) and self._doc[last].pos_ not in ("ADP", "DET", "CCONJ")
        return one or self._words.person("charged", self._doc[head].text)

    def _leads_to(self, head: int, last: int) -> bool:
        """ "ministre délégué à l'Industrie": nothing but the office stands between its noun and the comma."""
        allowed = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "NUM", "X")
        if self._names_person(head + 1, last + 1):
            return False  # "le président X et la présidente de l'Union, Y": the office is another's
        return all(
            t.pos_ in allowed or (t.pos_ == "VERB" and t.features.get("VerbForm") == "Part") or "-" in t.text
            for t in self._doc[head + 1 : last + 1]
        )

    def _names_person(self, start: int, end: int) -> bool:
        named = (self._setting.naming(i) for i in range(start, end))
        return any(n is not None and n.kind is ActorKind.PERSON for n in named)

    def _is_address(self, i: int) -> bool:
        """A form of address, or the dot behind a short one ("M. Roche"); a dot that ends a sentence is none."""
        at = i - 1 if i and self._doc[i].text == "." else i
        return self._doc[at].lower_ in self._words.addresses

    def _office_after(self, naming: Naming, member: Member) -> None:
        doc, at = self._doc, naming.end
        if at + 1 >= len(doc) or doc[at].text != ",":
            return
        limit = min(at + 6, doc[naming.start].sent.end)
        for i in range(at + 1, limit):
            if self._is_title(i):
                end = self._with_body(self._setting.whole(reach(doc[i], coordinated=True)))
                closed = (
                    end >= len(doc)
                    or doc[end].is_punct
                    or doc[end].pos_ in ("ADP", "ADV", "CCONJ")
                    or doc[end].lower_ == "qui"
                    or is_participle(doc[end])
                )
                alone = not is_plural(doc[i]) and not self._words.person("crowds", doc[i].text)  # not "X et Y, élus"
                if closed and alone and all(t.pos_ in ("DET", "ADJ") or t.text == "-" for t in doc[at + 1 : i]):
                    self._give_office(i, end, naming, member)
                    self._second_office(end, naming, member)
                return

    def _with_body(self, end: int) -> int:
        """The end of an office with the name of the body behind it: "président du groupe Novalis"."""
        naming = self._setting.naming(end)
        if naming is None or naming.start != end or naming.kind is ActorKind.PERSON:
            return end
        return naming.end if naming.sort in ("body", "known") and naming.end - end < _LONGEST_BODY else end

    def _second_office(self, at: int, naming: Naming, member: Member) -> None:
        """ "Paul Roche, ancien maire et candidat du parti, a dit": without an article, the same person's."""
        if at + 1 < len(self._doc) and self._doc[at].lower_ == "et" and self._is_title(at + 1):
            self._give_office(at + 1, reach(self._doc[at + 1], coordinated=True), naming, member)

    def _is_title(self, i: int) -> bool:
        """An office, or any word for one person: "le chauffeur, Paul Durand"."""
        text = word(self._doc, i, self._doc[i].word_end)
        if i in self._setting.namings or self._doc[i].pos_ == "VERB" or (i and self._doc[i - 1].lower_ == "en"):
            return False  # "met en garde Paul Roche"
        if self._words.person("ministers", text) and not is_plural(self._doc[i]):
            return True
        return bool(self._words.office(text) or (self._words.human(text) and not is_plural(self._doc[i])))

    def _give_office(self, head: int, end: int, naming: Naming, member: Member) -> None:
        doc = self._doc
        start = before(doc[head])
        title = self._setting.quote(start, end)
        text = word(doc, head, doc[head].word_end)
        member.titles.add(title)
        country = self._country(head, end) or self._owner(head)
        if country is not None and not self._words.person("kin", text):
            member.country = member.country or country.code
        if member.gender is None:
            member.gender, member.gender_of_office = self._setting.gender(doc[head]), True
        self._setting.refer(head, min(start, naming.start), max(end, naming.end), member)

    def _country(self, head: int, end: int) -> Country | None:
        """The country of an office: by its own adjective, by that of a body written large, or by name; that of a thing
        in its complement is not its: "le patron du secteur français de X"."""
        doc, of = self._doc, first_of(self._doc, head, end)
        if (own := country_in(doc, head, of)) is not None or of == end:
            return own[0] if own else None
        noun = next((t for t in doc[of + 1 : end] if t.pos_ in ("NOUN", "PROPN")), doc[of])
        body = noun.is_capital or is_plural(noun) or self._words.lists(noun.text)
        return self._setting.country(head, end) if body else None

    def _owner(self, head: int) -> Country | None:
        """ "la Russie, par la voix de son chef d'état-major, X": the state before "son"."""
        if determiner(self._doc[head]) != "son":
            return None
        for i in range(head - 1, max(-1, head - _OFFICE_REACH), -1):
            if (naming := self._setting.naming(i)) is not None:
                return None if self._is_scene(naming) else naming.country
        return None

    def _is_scene(self, naming: Naming) -> bool:
        """ "au Gabon", "en Russie": where it is, of which nothing is its."""
        doc, i = self._doc, naming.start - 1
        while i > 0 and doc[i].lower_ in ("le", "la", "l'", "les"):
            i -= 1
        return i >= 0 and doc[i].lower_ in ("au", "aux", "à", "en", "dans", "sur", "vers")
