"""Places of an article: where the events that its words report happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import final

import attrs

from recoupe.extraction.actors.naming import Naming, quote
from recoupe.extraction.actors.standing import acts
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.dependencies import has_relative_subject, is_participle
from recoupe.extraction.phrases import OF, word
from recoupe.gazetteer import countries, nationality
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import Place
from recoupe.names import fold

#: Tables of words for what is a place, or lies in one.
_LOCALITIES = ("administrative", "features", "parts", "sites")
#: What may stand between a preposition and a word for a place.
_DETERMINERS = frozenset({"le", "la", "l'", "les", "un", "une", "son", "sa", "leur"})
#: Labels under which a clause of its own begins below a token: places beyond it are another event's.
_OTHER_CLAUSE = frozenset({"acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "acl", "appos", "conj", "xcomp"})


@final
@attrs.frozen(kw_only=True, eq=False)
class _Site:
    """A place in the text."""

    start: int
    end: int
    place: Place
    #: The preposition before it; "" where there is none.
    preposition: str
    #: It is named as a place: not a state that is given or told something, nor a government.
    local: bool
    #: It is a state, or the capital of one.
    political: bool
    #: A word like "région" or "sud" stands between the preposition and the name, at this token.
    head: int
    #: The token before the place and its articles: that of the preposition, where there is one.
    before: int


def find(analysis: Analysis, language: Language, namings: Sequence[Sequence[Naming]]) -> Places:
    """The places that an article names. `namings`: the names found in each of its parts."""
    return Places(analysis, language, namings)


@final
class Places:
    """The places of one article. Built once; then only asked."""

    def __init__(self, analysis: Analysis, language: Language, namings: Sequence[Sequence[Naming]]) -> None:
        self._analysis, self._gazetteer = analysis, language.gazetteer
        self._words, self._actor_words = language.localities, language.actors
        self._namings = namings
        self._near = self._countries(namings)
        persons = (fold(n.name) for row in namings for n in row if n.sort == "person")
        self._surnames = {name.split()[-1] for name in persons if name}
        #: The sites of each sentence, in order, and the tokens that name one.
        self._sites: dict[Run, list[_Site]] = {}
        self._named: set[Token] = set()
        for part, row in zip(analysis.parts, namings, strict=True):
            for site in self._find(part, row):
                for sentence in dict.fromkeys(part.doc[i].sent for i in (site.head, site.start)):
                    self._sites.setdefault(sentence, []).append(site)
                self._named |= {part.doc[site.head], *part.doc[site.start : site.end]}

    def _countries(self, namings: Sequence[Sequence[Naming]]) -> tuple[str, ...]:
        """The countries that the article speaks of, the most frequent first: they decide between namesakes."""
        counted = Counter(n.country.code for row in namings for n in row if n.country)
        for part in self._analysis.parts:
            for token in part.doc:
                whole = token.word_end == token.i + 1
                found = nationality(token.text if whole else word(part.doc, token.i, token.word_end))
                if found is not None:
                    counted[found.code] += 1
        return tuple(sorted(counted, key=lambda code: (-counted[code], code)))

    # ------------------------------------------------------------------ finding
    def _find(self, part: Part, namings: Sequence[Naming]) -> Iterator[_Site]:
        taken: set[int] = set()
        for naming in namings:
            if naming.sort in ("person", "known", "seat"):
                taken.update(range(naming.start, naming.end))
        for naming in namings:
            if naming.sort in ("country", "capital"):
                taken.update(range(naming.start, naming.end))
                yield self._site(part, naming.start, naming.end, naming.name, naming)
        for start, end in self._candidates(part, taken):
            name = quote(part, self._analysis.article.text, start, end)
            if name and not self._is_other(part, start, end, name):
                taken.update(range(start, end))
                yield self._site(part, start, end, name)

    def _candidates(self, part: Part, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Entities that are locations, and capitalised words of the gazetteer or after "à" and "en"."""
        doc, seen = part.doc, set(taken)
        for entity in doc.ents:
            if entity.label_ != "LOC":
                continue
            start = next((t.i for t in entity if t.text[:1].isupper() and t.pos_ not in ("DET", "ADP")), None)
            if start is None or any(i in seen for i in range(start, entity.end)):
                continue
            end = next((t.i for t in doc[start : entity.end] if "\n" in t.text or t.text in (",", "(")), entity.end)
            if end > start and not countries().is_adjective(doc.words(start, end)):
                seen.update(range(start, end))
                yield start, end
        for token in doc:
            if not token.is_capital or token.i in seen or token.pos_ not in ("PROPN", "NOUN", "X"):
                continue
            end = doc[token.i].word_end
            before = doc[token.i - 1].lower_ if token.i else ""
            if before in ("à", "de", "d'", "en", "vers") and self._gazetteer.find(word(doc, token.i, end), self._near):
                seen.update(range(token.i, end))
                yield token.i, end

    def _is_other(self, part: Part, start: int, end: int, name: str) -> bool:
        """The recogniser erred: a person's surname, or a word of the dictionary ("le ministère de la Santé")."""
        if fold(name) in self._surnames:
            return True
        token = part.doc[start]
        if end - start > 1 or self._gazetteer.find(name, self._near) is not None:
            return bool(token.is_sent_start) and token.ent_type_ != "LOC" and end - start == 1
        return bool(token.is_sent_start) or (part.doc.is_word(token.lower_) and not self._is_led_to(part, start))

    def _is_led_to(self, part: Part, start: int) -> bool:
        """ "à Vallière", "au large de Vallière": without an article, only a place stands here."""
        doc = part.doc
        before = doc[start - 1].lower_ if start else ""
        return before == "à" or (before in OF and start > 1 and self._locality(part, start - 2) is not None)

    def _site(self, part: Part, start: int, end: int, name: str, naming: Naming | None = None) -> _Site:
        doc, head, i = part.doc, start, start - 1
        feature: int | None = None
        while i >= 0 and i > start - 8:
            text = doc[i].lower_
            if text in OF and i > 0 and (noun := self._locality(part, i - 1)) is not None:
                if self._is(noun, part, "features"):
                    feature = noun
                head, i = noun, noun - 1
            elif text in _DETERMINERS or (doc[i].pos_ == "ADJ" and i < head and head != start):
                i -= 1
            else:
                break
        near = i > 0 and doc[i].lower_ in OF and self._is_locative(doc[i - 1].lower_)
        if near and (naming is None or naming.sort != "country"):
            i -= 1  # "près de Lyon"
        preposition = doc[i].lower_ if i >= 0 and doc[i].pos_ in ("ADP", "ADV", "NOUN") else ""
        full = quote(part, self._analysis.article.text, feature, end) if feature is not None else name
        place = self._gazetteer.find(full, self._near) or self._gazetteer.find(name, self._near)
        if place is None or (feature is not None and place.name != full and place.geonames is not None):
            place = Place(name=full)
        if head != start and feature is None and place.geonames is not None and self._is(head, part, "administrative"):
            # "la région de Koursk" is not the city: its coordinates would be more exact than the words.
            place = attrs.evolve(place, geonames=None, latitude=None, longitude=None)
        told = preposition in ("à", "au") and doc[start - 1].lower_ in ("la", "l'") and naming is not None
        bare = naming is not None and head == start
        governs = naming is not None and naming.sort == "capital" and acts(naming, self._actor_words)
        return _Site(
            start=start, end=end, place=place, preposition=preposition, head=head,
            political=bare, local=not bare or not (told or governs), before=i,
        )  # fmt: skip

    def _locality(self, part: Part, i: int) -> int | None:
        """The word for a region, a feature or a part that ends at token `i`, adjectives between allowed."""
        doc = part.doc
        while i >= 0 and (doc[i].pos_ == "ADJ" or is_participle(doc[i])) and not self._is(i, part, "parts"):
            i -= 1  # "un entrepôt désaffecté d'Oran"
        return i if i >= 0 and any(self._is(i, part, table) for table in _LOCALITIES) else None

    def _is(self, i: int, part: Part, table: str) -> bool:
        text = part.doc[i].lower_
        listed = self._words.of(table, "words")
        return text in listed or (text.endswith("s") and text[:-1] in listed)

    # ------------------------------------------------------------------ asking
    def is_place(self, part: Part, token: Token) -> bool:
        """The token is, or heads, the name of a place."""
        return token in self._named

    def near(self, part: Part, token: Token) -> tuple[Place, ...]:
        """Where the event of the trigger `token` happens, finest first; empty where its clause does not say.

        The complements of the trigger itself count first, then those of its clause; never those of another clause.
        """
        return _finest_first([site.place for site in self._around(part, token)])

    def words_near(self, part: Part, token: Token) -> str | None:
        """With which words, preposition and all, the text says where: "dans la région de Koursk". None where it does
        not say it of the noun `token` itself, or of the verb that has it for a subject or an object or that it goes
        with: "est arrivé à Rome pour une visite"."""
        locative, doc = self._words.of("prepositions", "locative"), part.doc
        sites = self._below(part, token, nominal=True)
        joined = self._words.of("prepositions", "accompanying")
        if not sites and (token.dep_.startswith(("nsubj", "obj")) or any(c.lower_ in joined for c in token.children)):
            beside = self._below(part, token.head, nominal=False)
            sites = [s for s in beside if token.head in (doc[s.head].head, doc[s.start].head)]
        site = next((s for s in sites if s.preposition in locative), None)
        return doc.words(site.before, site.end) if site is not None else None

    def _around(self, part: Part, token: Token) -> Sequence[_Site]:
        own = self._below(part, token, nominal=token.pos_ in ("NOUN", "PROPN")) or self._modified(part, token)
        own = own or self._told_behind(part, token)
        if own:
            return own
        climbed = token
        while climbed.head.i != climbed.i and climbed.dep_ not in ("ccomp", "acl:relcl", "advcl", "parataxis", "ROOT"):
            climbed = climbed.head
            if climbed.pos_ in ("VERB", "AUX"):
                found = self._below(part, climbed, nominal=False)
                if found:
                    return found
        return self._heading(part, token)

    def _heading(self, part: Part, token: Token) -> list[_Site]:
        """ "Vallière : un incendie fait deux morts": the town that a headline opens with."""
        first = next(iter(self._sites.get(token.sent, ())), None)
        if first is None or first.political or first.start != token.sent.start:
            return []
        return [first] if any(t.text == ":" for t in part.doc[first.end : first.end + 1]) else []

    def _below(self, part: Part, head: Token, *, nominal: bool) -> list[_Site]:
        found: list[tuple[int, int, _Site]] = []
        for site in self._sites.get(head.sent, ()):
            depth = _depth(part.doc[site.head], head)
            if depth is None and site.head != site.start:
                depth = _depth(part.doc[site.start], head)
            if depth is not None and (self._is_where(site, nominal) or self._is_undergone(site, part, head)):
                found.append((depth, site.start, site))
        return [site for _, _, site in sorted(found, key=lambda item: item[:2])]

    def _modified(self, part: Part, trigger: Token) -> list[_Site]:
        """ "la région de Koursk, récemment libérée": the place that the trigger is said of."""
        if trigger.dep_ not in ("acl", "acl:relcl", "amod"):
            return []
        return [s for s in self._sites.get(trigger.sent, ()) if trigger.head.i in (s.head, s.start) and not s.political]

    def _told_behind(self, part: Part, trigger: Token) -> list[_Site]:
        """ "l'incendie qui s'est déclaré à Vallière": the places of what the trigger does in a relative clause."""
        clauses = (c for c in trigger.children if c.dep_ == "acl:relcl")
        telling = (c for c in clauses if has_relative_subject(c))
        return next(filter(None, (self._below(part, clause, nominal=False) for clause in telling)), [])

    def _is_where(self, site: _Site, nominal: bool) -> bool:
        preposition = site.preposition
        if not site.local or preposition in self._words.of("prepositions", "other"):
            return False
        if preposition in OF:
            # "la libération de Koursk" happens there; "la visite de Moscou" is Moscow's.
            return nominal and not site.political
        return self._is_locative(preposition)

    def _is_locative(self, preposition: str) -> bool:
        return preposition in self._words.of("prepositions", "locative")

    @staticmethod
    def _is_undergone(site: _Site, part: Part, head: Token) -> bool:
        """ "reconstruire la région de Koursk", "Soudja a été reprise": what is done to a place is done there."""
        token = part.doc[site.head]
        return (
            not site.political
            and not site.preposition
            and token.head.i == head.i
            and token.dep_ in ("obj", "nsubj:pass")
        )


def _depth(token: Token, head: Token) -> int | None:
    """How far `token` is below `head` within the same clause; None where it is not, or is in another clause."""
    steps = 0
    while token.i != head.i:
        if token.head.i == token.i or steps > 12 or (token.dep_ in _OTHER_CLAUSE and token.pos_ in ("VERB", "AUX")):
            return None
        if token.dep_ in ("nsubj", "nsubj:pass") and steps > 0:
            return None
        token, steps = token.head, steps + 1
    return steps


def _finest_first(places: Sequence[Place]) -> tuple[Place, ...]:
    """Without repetition; a place comes before the places that enclose it."""
    unique = list(dict.fromkeys(places))
    return tuple(sorted(unique, key=lambda p: sum(p.name in q.within for q in unique)))
