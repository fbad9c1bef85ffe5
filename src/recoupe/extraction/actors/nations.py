"""Nations: noun phrases that mean a state, its government or its men, or the people of a country or a town."""

from __future__ import annotations

import re
from typing import final

from recoupe.extraction.actors.cast import country_of
from recoupe.extraction.actors.name_words import name_end
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.phrases import before, country_in, determiner, first_of, is_plural, word
from recoupe.gazetteer import Country
from recoupe.language.tokens import Token
from recoupe.model import ActorKind

#: How French calls the people of a town or a region, and what stands before them; "le Marseillais" may be a name.
_INHABITANTS = re.compile(r"^\w{2,}(?:-\w+)?(?:[ao]ise?|aine?|ien(?:ne)?|éen(?:ne)?|in(?:e)?|ard(?:e)?)s?$")
_BEFORE_INHABITANTS = frozenset({"un", "une", "des", "les", "aux", "plusieurs", "quelques", "certains", "ces"})


@final
class NationReader:
    """Reads the phrases of one part that mean a state or people by where they are from."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._doc, self._words = setting, setting.doc, setting.words
        self._cast = setting.cast

    def own_country(self, head: int, end: int) -> Country | None:
        """The country of a group: "soldats nord-coréens", "troupes de Moscou", not "ennemis du territoire russe"."""
        doc = self._doc
        of = first_of(self._doc, head, end)
        if (found := country_in(doc, head, of)) is not None:
            return found[0]
        inner = next((word(doc, i, doc[i].word_end) for i in range(of + 1, end) if doc[i].pos_ == "NOUN"), "")
        if any(
            (self._words.body("forces", inner), self._words.body("armies", inner), self._words.person("people", inner))
        ):
            found = country_in(doc, of, end)
            return found[0] if found else None
        for i in range(of + 1, min(of + 3, end)):
            if (naming := self._setting.naming(i)) is not None:
                return naming.country
        return None

    def is_of_army(self, head: int, end: int) -> bool:
        """ "des ouvriers de l'armée nord-coréenne": men under arms, whatever their trade."""
        return any(self._words.body("armies", t.lower_) for t in self._doc[head + 1 : end])

    def is_group_of_states(self, token: Token, start: int, end: int, text: str) -> bool:
        """ "les pays africains", "les États du Golfe": not "les pays", nor "les deux pays", who were named."""
        return (
            end > token.word_end
            and is_plural(token)
            and start == token.i
            and self._words.body("kinds", text, "country")
        )

    def is_whole_army(self, head: int, end: int, country: Country) -> bool:
        """ "l'armée russe", "l'armée de Kiev"; but "l'armée de l'air russe" is a part of it."""
        if self._doc[head].lower_ != "armée":
            return False
        nouns = [t for t in self._doc[head + 1 : end] if t.pos_ in ("NOUN", "PROPN")]
        return all((n := self._setting.naming(t.i)) is not None and n.country is country for t in nouns)

    def is_region(self, head: int, text: str) -> bool:
        """ "la République du Kenya" is a name; "côté tadjik" a state; "l'État de New York" neither."""
        return text[:1].isupper() and head in self._setting.namings

    def is_bare_government(self, token: Token, text: str) -> bool:
        """ "le gouvernement", "l'État": that of the country that the article is about."""
        if self._is_of_office(token.i):
            return False
        capital = text[:1].isupper() and self._words.body("bare_governments", text, "capital")
        return determiner(token) in ("le", "ce", "son", "") and (capital or self._words.body("bare_governments", text))

    def read_government(self, head: int, start: int, end: int) -> None:
        """ "le gouvernement", "le gouvernement du Québec", "le gouvernement Dupont"."""
        end = self._with_bearer(head, end)
        of = first_of(self._doc, head, end)
        written = self._setting.quote(head, end if self._is_place(of, end) else of)
        self._setting.refer(head, start, end, self._cast.government(written))

    def _is_of_office(self, head: int) -> bool:
        """ "l'État" in "le chef de l'État"."""
        doc = self._doc
        return head > 2 and doc[head - 1].lower_ == "l'" and bool(self._words.office(doc[head - 3].text))

    def _is_place(self, of: int, end: int) -> bool:
        """The complement at `of` names something that is no person: "du Québec", "de Nouvelle-Calédonie"."""
        noun = next((t for t in self._doc[of + 1 : end] if t.pos_ != "DET"), None)
        naming = self._setting.naming(noun.i) if noun is not None else None
        return noun is not None and noun.is_capital and (naming is None or naming.kind is not ActorKind.PERSON)

    def _with_bearer(self, head: int, end: int) -> int:
        """The end of "gouvernement" with whose it is: "le gouvernement Dupont"."""
        name = self._doc[head].word_end
        named = name < len(self._doc) and self._doc[name].pos_ == "PROPN" and self._doc[name].text[:1].isupper()
        stop = name_end(self._doc, name) if named else end
        spoken_for = self._doc[head - 1].lower_ == "du" and bool(self._words.office(self._doc[head - 2].text))
        return end if head > 1 and spoken_for and stop > name + 1 else stop  # "le porte-parole du gouvernement Luc Bar"

    def is_inhabitant(self, token: Token) -> bool:
        """ "un Lorrain de 43 ans", "deux Marseillais", "les Calaisiens": people of a place that needs no entry."""
        first = before(token) - 1
        if first < token.sent.start or not _INHABITANTS.search(token.text):
            return False
        return self._doc[first].lower_ in _BEFORE_INHABITANTS or self._doc[first].like_num

    def read_nationals(self, head: int, end: int, text: str, country: str) -> None:
        """ "les Ukrainiens" are people; without an article, as in headlines ("Tadjiks et Kirghizes s'accordent"), they
        are their states."""
        state = country_of(country)
        counted = head > 0 and self._doc[before(self._doc[head]) - 1].like_num
        if state is not None and not counted and determiner(self._doc[head]) in ("", "et", ",", ":"):
            self._setting.refer(head, head, end, self._cast.state(state))
        else:
            several = determiner(self._doc[head]) in ("de", "d'")  # "des milliers de Zimbabwéens"
            plural = several or is_plural(self._doc[head])
            kind = ActorKind.GROUP if plural else ActorKind.PERSON
            self._setting.refer(head, head, end, self._cast.scoped(text, kind, country, plural=plural))
