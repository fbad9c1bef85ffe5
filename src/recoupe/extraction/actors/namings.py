"""Namings: stretches of text that name somebody by a name of their own: states, capitals, known bodies, persons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from recoupe.extraction.actors.abbreviations import explained
from recoupe.extraction.actors.naming import Naming, quote
from recoupe.extraction.actors.organisations import entities, introduced
from recoupe.extraction.actors.persons import persons
from recoupe.extraction.analysis import Part
from recoupe.gazetteer import Registry, countries
from recoupe.gazetteer.tree import openings
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc, Token
from recoupe.model import ActorKind

#: Names of countries and capitals that are given names or words too: they count only after a preposition or article.
_AMBIGUOUS = frozenset(
    {"maurice", "dominique", "salomon", "grenade", "sofia", "victoria", "roseau", "santiago", "vienne", "lima"}
)
#: Before a maker's name, these mean what it makes.
_COUNTING = frozenset({"un", "une", "deux", "trois", "quatre", "cinq", "six", "dix"})
_ARTICLES = frozenset({"le", "la", "les", "l'"})
#: Behind a maker's name, the model: "A350", "737".
_MODEL = re.compile(r"[A-Z]{0,3}-?\d{2,4}[A-Za-z]?")


def find_namings(
    part: Part, text: str, registry: Registry, words: ActorWords, *, sport: bool = False, alone: Collection[str] = ()
) -> list[Naming]:
    """All namings of a part, in order, not overlapping; the longest and the surest of several at one place.

    `sport`: in the report of a match a town is its team. `alone`: the single words that the article gives as somebody's
    name somewhere.
    """
    taken = [False] * len(part.doc)
    found: list[Naming] = []
    for source in (
        explained(part, text, words),
        _from_gazetteer(part, text, registry, sport),
        introduced(part, text, words, taken),
        persons(part, text, words, taken, alone),
        entities(part, text, words, sport),
    ):
        for naming in source:
            if not (any(taken[naming.start : naming.end]) or _is_worn(naming, words)):
                taken[naming.start : naming.end] = [True] * (naming.end - naming.start)
                if not (_is_product(naming) or _is_national(naming)):
                    found.append(naming)
    return sorted(found, key=lambda naming: naming.start)


def names_of_things(parts: Iterable[Part], words: ActorWords) -> frozenset[str]:
    """The single words that an article gives as names to storms, ships and the like: whoever bears one is nobody."""
    found = set()
    for part in parts:
        for token in part.doc:
            if token.pos_ in ("NOUN", "PROPN") and token.text.islower() and words.body("own_names", token.lower_):
                i = token.word_end
                while i < len(part.doc) and part.doc[i].text.islower() and part.doc[i].pos_ in ("ADJ", "VERB"):
                    i += 1  # "une tempête baptisée Ciaran"
                if i < len(part.doc) and part.doc[i].text[:1].isupper() and not part.doc[i].is_sent_start:
                    found.add(part.doc[i].text)
    return frozenset(found)


def names_of_places(parts: Iterable[Part], words: ActorWords) -> frozenset[str]:
    """The single words that an article writes as places somewhere, which the recogniser takes for somebody elsewhere:
    Durán of "est arrivé à Durán", "le village de Durán"."""
    found, named = set[str](), set[str]()
    for part in parts:
        for entity in part.doc.ents:
            if entity.label_ != "LOC" and entity.end - entity.start == 1:
                named.add(part.doc[entity.start].text)
    for part in parts if named else ():
        for entity in part.doc.ents:
            name = part.doc[entity.start].text
            alone = entity.label_ == "LOC" and entity.end - entity.start == 1
            if alone and name in named and _stands_as_place(part.doc[entity.start], words):
                found.add(name)
    return frozenset(found)


def _stands_as_place(name: Token, words: ActorWords) -> bool:
    """Behind "à" where nobody is given anything, or behind "de" and a word for a place."""
    doc, at, above = name.doc, name.i - 1, name.head
    if at < 1:
        return False
    if doc[at].lower_ == "à":
        return not any(words.body("recipients", word) for word in (above.lower_, above.lemma_, doc[at - 1].lower_))
    return doc[at].lower_ in ("de", "d'") and words.body("grounds", above.lower_)


def is_nobody(naming: Naming, names: Collection[str]) -> bool:
    """It is one word, without a form of address, and the article gives it to a thing or a place."""
    return naming.sort in ("person", "body") and naming.name in names and naming.address == naming.start


def _is_product(naming: Naming) -> bool:
    """ "un Airbus", "deux Renault", "l'Airbus A350": what the maker makes."""
    doc, before = naming.part.doc, naming.start - 1
    if before < 0 or naming.kind not in (ActorKind.PERSON, ActorKind.ORGANISATION) or naming.end - naming.start > 1:
        return False
    model = naming.end < len(doc) and _MODEL.fullmatch(doc[naming.end].text) is not None
    return doc[before].lower_ in _COUNTING or (model and doc[before].pos_ == "DET")


def _is_worn(naming: Naming, words: ActorWords) -> bool:
    """ "Gilets jaunes": what people wear, with its colour, is no name, however it is written."""
    doc, behind = naming.part.doc, naming.start + 1
    if naming.end > behind + 1 or behind >= len(doc) or doc[behind].pos_ != "ADJ":
        return False
    return words.is_attire(doc[naming.start].text, doc[behind].lemma_, doc[behind].text)


def _is_national(naming: Naming) -> bool:
    """ "le Russe", "Russes et Ukrainiens", which the recogniser takes for names."""
    return naming.sort == "body" and naming.end - naming.start == 1 and countries().is_adjective(naming.name.lower())


def _from_gazetteer(part: Part, text: str, registry: Registry, sport: bool) -> Iterator[Naming]:
    doc = part.doc
    persons = [(e.start, e.end) for e in doc.ents if e.label_ == "PER" and e.end - e.start > 1]
    texts = [token.text for token in doc]
    free = 0
    for i in openings(texts, countries().tree, registry.tree):
        if i < free:
            continue
        for end in _known_ends(doc, i, texts, registry):
            naming = _named(part, text, i, end, registry)
            if naming and ((naming.sort == "capital" and _begins_name(doc, end)) or _means_inhabitant(naming)):
                continue
            if naming and naming.country is not None and (_ends_name(doc, i) or (sport and naming.sort == "capital")):
                continue
            if naming and not (end - i == 1 and any(s <= i < e for s, e in persons) and naming.sort != "known"):
                yield naming
                free = end
                break


def _means_inhabitant(naming: Naming) -> bool:
    """ "le Suisse Marc Roche", "un Suisse": a man; not "le Vatican"."""
    doc, before = naming.part.doc, naming.start - 1
    named = naming.end < len(doc) and doc[naming.end].is_capital
    led = before >= 0 and (doc[before].lower_ == "un" or (named and doc[before].lower_ in ("le", "du", "au", "ce")))
    return led and naming.sort == "country" and countries().is_adjective(naming.name.lower())


def _begins_name(doc: Doc, end: int) -> bool:
    """ "Paris FC", "Moscou Times": a capital right before a word that the recogniser takes for the same name."""
    inside = end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].is_capital
    return inside and doc[end - 1].ent_type_ == "ORG" and doc[end - 1].whitespace_ == " "


def _ends_name(doc: Doc, i: int) -> bool:
    """ "Air Canada", "Radio France": a country right behind a word that is written large, in one name with it."""
    before = doc[i - 1] if i > doc[i].sent.start else None
    if before is None or not before.is_capital or before.lower_ in _ARTICLES:
        return _ends_title(doc, i)
    return before.whitespace_ == " " and before.ent_type_ == "ORG" and doc[i].ent_iob_ == "I"


def _ends_title(doc: Doc, i: int) -> bool:
    """ "le Tour de Suisse", "le Grand Prix de Belgique": a country at the end of what is neither a body nor a place."""
    at = i - 1
    if at < 1 or doc[i].ent_type_ != "MISC" or doc[i].ent_iob_ != "I" or doc[at].lower_ not in ("de", "d'", "du"):
        return False
    first = at
    while first > doc[i].sent.start and doc[first].ent_iob_ == "I":
        first -= 1
    return doc[first].ent_type_ == "MISC" and doc[first].is_capital and doc[at - 1].is_capital


def _known_ends(doc: Doc, i: int, texts: list[str], registry: Registry) -> list[int]:
    """Where names of the gazetteer and of the registry that begin at token `i` may end, the longest first."""
    lengths = {*countries().tree.lengths(texts, i), *registry.tree.lengths(texts, i)}
    if not lengths or doc[i].is_glued:
        return []
    return [i + n for n in sorted(lengths, reverse=True) if i + n == len(doc) or not doc[i + n].is_glued]


def _named(part: Part, text: str, i: int, end: int, registry: Registry) -> Naming | None:
    name = quote(part, text, i, end)
    if not name or part.doc[i].is_punct or part.doc[end - 1].is_punct:
        return None
    if (known := registry.spelled(name)) is not None:
        common = name[:1].isupper() and not name[1:2].isupper() and " " not in name
        if not (common and part.doc[i].is_sent_start and not part.doc[i].ent_type_):
            return Naming(part=part, start=i, end=end, name=name, kind=known.kind, sort="known", known=known)
    if not name[0].isupper() or (end - i == 1 and part.doc[i].text.isupper() and len(name) > 4):
        return None
    table = countries()
    for sort, country in (
        ("country", table.named_in_french(name)), ("seat", table.of_seat(name)), ("capital", table.of_capital(name))
    ):  # fmt: skip
        if country is not None:
            if name.casefold() in _AMBIGUOUS and not _introduced(part.doc, i):
                return None
            return Naming(part=part, start=i, end=end, name=name, kind=ActorKind.STATE, country=country, sort=sort)
    return None


def _introduced(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].pos_ in ("ADP", "DET")
