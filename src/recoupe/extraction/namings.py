"""Namings: stretches of text that name somebody by a name of their own: states, capitals, known bodies, persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.phrases import country_in, glued, is_plural, reach, word_end
from recoupe.gazetteer import Country, KnownActor, Registry, countries
from recoupe.language.fr.actors import ActorWords
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import ActorKind

#: Names of countries and capitals that are given names or words too: they count only after a preposition or article.
_AMBIGUOUS = frozenset(
    {"maurice", "dominique", "salomon", "grenade", "sofia", "victoria", "roseau", "santiago", "vienne", "lima"}
)

_PARTICLES = frozenset({
    "de", "du", "des", "d'", "von", "van", "der", "den", "ben", "bin", "ibn", "al", "el", "da", "dos", "di", "della",
    "of",
    "le", "la", "ould", "bint", "ter", "ten", "y", "zu",
})  # fmt: skip

#: A word of letters, with hyphens and apostrophes inside: "Jean-Noël", "O'Neill".
_LETTERS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")

#: Before a maker's name, these mean what it makes.
_COUNTING = frozenset({"un", "une", "deux", "trois", "quatre", "cinq", "six", "dix"})
#: What stands before names of places and of groups, and hardly ever before a bare surname.
_BEFORE_PLACES = frozenset({"vers", "depuis", "dans", "en"})
_BEFORE_GROUPS = frozenset({"les", "des", "aux", "ces"})

_ARTICLES_OF_NAMES = frozenset({"le", "la", "de", "d'", "du", "des"})

#: "Kh-22", "S-300": weapons and machines, which the recogniser takes for organisations.
_WEAPON = re.compile(r"[A-Z][A-Za-z]{0,2}-\d+\w*")

_FRENCH_PARTICLES = frozenset({"de", "du", "des", "d'", "le", "la", "of", "y"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Naming:
    """A name in its place. Tokens `start` to `end`, the latter not included."""

    part: Part
    start: int
    end: int
    #: The first token with the form of address before the name ("M. Choïgou").
    address: int = attrs.field(default=attrs.Factory(lambda self: self.start, takes_self=True), kw_only=True)
    #: The name as written, with plain apostrophes and without line breaks.
    name: str
    #: What is named; None where the name alone does not say.
    kind: ActorKind | None
    #: The state, where a country, a capital or a seat is named.
    country: Country | None = None
    #: ``country``, ``capital``, ``seat``, ``known``, ``person``, ``body``.
    sort: str
    #: The entry of the registry.
    known: KnownActor | None = None
    #: ``masculine`` or ``feminine``, where a form of address says so.
    gender: str | None = None

    def covers(self, i: int) -> bool:
        """Token `i` is part of the name."""
        return self.start <= i < self.end


_PLAIN = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "*": " ", "_": " "})


def clean(text: str) -> str:
    """Words on one line, with plain apostrophes and without emphasis marks at the ends."""
    return " ".join(text.translate(_PLAIN).split()).strip('«»"“” ,;:.-')


def find_namings(part: Part, text: str, registry: Registry, words: ActorWords) -> list[Naming]:
    """All namings of a part, in order, not overlapping; the longest and the surest of several at one place."""
    taken = [False] * len(part.doc)
    found: list[Naming] = []
    for source in (
        _from_gazetteer(part, text, registry), _introduced_bodies(part, text, words, taken),
        _persons(part, text, words, taken), _bodies(part, text, words),
    ):  # fmt: skip
        for naming in source:
            if not any(taken[naming.start : naming.end]):
                taken[naming.start : naming.end] = [True] * (naming.end - naming.start)
                if not _is_product(naming):
                    found.append(naming)
    return sorted(found, key=lambda naming: naming.start)


def _is_product(naming: Naming) -> bool:
    """ "un Airbus", "deux Renault": what the maker makes."""
    counted = naming.start > 0 and naming.part.doc[naming.start - 1].lower_ in _COUNTING
    return counted and naming.kind in (ActorKind.PERSON, ActorKind.ORGANISATION) and naming.end - naming.start == 1


def quote(part: Part, text: str, start: int, end: int) -> str:
    """The article's own words for tokens `start` to `end`, cleaned."""
    first, last = part.doc[start], part.doc[end - 1]
    offset = part.block.start
    return clean(text[offset + first.idx : offset + last.idx + len(last.text)])


# ---------------------------------------------------------------------- countries, capitals, seats, registry
def _from_gazetteer(part: Part, text: str, registry: Registry) -> Iterator[Naming]:
    doc = part.doc
    persons = [(e.start, e.end) for e in doc.ents if e.label_ == "PER" and e.end - e.start > 1]
    texts = [token.text for token in doc]
    free = 0
    for i in sorted({*countries().tree.openings(texts), *registry.tree.openings(texts)}):
        if i < free:
            continue
        for end in _known_ends(doc, i, texts, registry):
            naming = _named(part, text, i, end, registry)
            if naming and not (end - i == 1 and any(s <= i < e for s, e in persons) and naming.sort != "known"):
                yield naming
                free = end
                break


def _known_ends(doc: Doc, i: int, texts: list[str], registry: Registry) -> list[int]:
    """Where names of the gazetteer and of the registry that begin at token `i` may end, the longest first."""
    lengths = {*countries().tree.lengths(texts, i), *registry.tree.lengths(texts, i)}
    if not lengths or glued(doc, i):
        return []
    return [i + n for n in sorted(lengths, reverse=True) if i + n == len(doc) or not glued(doc, i + n)]


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


# ---------------------------------------------------------------------- persons
def _persons(part: Part, text: str, words: ActorWords, taken: list[bool]) -> Iterator[Naming]:
    doc = part.doc
    starts: dict[int, str | None] = {}
    addressed: dict[int, int] = {}
    for i in range(len(doc)):
        gender = address(doc, i, words)
        if gender is not None and i + 1 < len(doc):
            starts[_after_dot(doc, i)] = gender or None
            addressed[_after_dot(doc, i)] = i
            if words.person("honorifics", doc[i].lower_, "plural"):
                starts.update(dict.fromkeys(_coordinated(doc, i), None))
    for entity in doc.ents:
        if entity.label_ == "PER":
            start = entity.start
            while start < entity.end and (
                taken[start] or not _is_name_word(doc, start) or address(doc, start, words) is not None
            ):
                start += 1
            # "président de la Ligue", found as a person: the name behind "de" is that of a body.
            if start < entity.end and not any(t.pos_ == "ADP" for t in doc[entity.start : start]):
                whole = entity.end - start > 1 and not glued(doc, start + 1)
                starts.setdefault(start if whole else _name_start(doc, start, words, taken), None)
    for i in range(len(doc)):
        if words.office(doc[i].text) and (after := _after_office(doc, i, taken)) is not None:
            starts.setdefault(after, None)
    for start in sorted(starts):
        article = start in addressed and start + 1 < len(doc) and doc[start].lower_ in _ARTICLES_OF_NAMES
        if start >= len(doc) or not (_is_name_word(doc, start) or article):
            continue
        end = _name_end(doc, start + article)  # "Mme Le Pen"
        if end - start == 1 and starts[start] is None and start and doc[start - 1].lower_ in _BEFORE_PLACES:
            continue  # "vers Durán": a place
        if start and starts[start] is None and words.body("named_things", doc[start - 1].lower_):
            continue  # "la tempête Ciaran"
        if end - start == 1 and starts[start] is None and _is_seat_of_office(doc, start, words):
            continue  # "la députée de Berthier": a place
        if end - start == 1 and doc[start].is_sent_start and not doc[start].dep_.startswith(("nsubj", "ROOT")):
            continue  # "Amaigri mais conscient, l'otage": any word is written large here
        if end - start == 1 and starts[start] is None and start and doc[start - 1].lower_ in _BEFORE_GROUPS:
            end = reach(doc[start])  # "les Ultras du Vieux-Pont"
            name = quote(part, text, start, end)
            yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")
            continue
        if end < len(doc) and doc[end].ent_iob_ == "I" and words.office(doc[end].text):
            continue  # "Premier ministre du Québec"
        name = quote(part, text, start, end)
        if start == 0 and name.isupper() and len(name) > 3:
            continue  # a dateline in capitals: "TÓRSHAVN, 15 avril"
        if (
            name
            and not words.office(name)
            and not countries().is_adjective(name)
            and name.casefold() not in ("l'", "la", "le")
        ):
            yield Naming(
                part=part, start=start, end=end, name=name, kind=ActorKind.PERSON, sort="person",
                gender=starts[start] or words.gender_of(name),
                address=addressed.get(start, start),
            )  # fmt: skip


def _is_seat_of_office(doc: Doc, i: int, words: ActorWords) -> bool:
    return i > 1 and doc[i - 1].lower_ in ("de", "d'") and bool(words.office(doc[i - 2].text))


def _name_start(doc: Doc, start: int, words: ActorWords, taken: list[bool]) -> int:
    """The recogniser may lose a given name: "Jean-Noël Barrot" found as "Barrot"."""
    i = start
    while i > 0 and not taken[i - 1]:
        if (
            glued(doc, i)
            or (doc[i - 1].text == "-" and i > 1)
            or (
                doc[i - 1].pos_ == "PROPN"
                and _is_name_word(doc, i - 1)
                and address(doc, i - 1, words) is None
                and not words.office(doc[i - 1].text)
                and not glued(doc, i - 1)
            )
            or (doc[i - 1].pos_ == "PROPN" and glued(doc, i - 1) and doc[i - 1].text[:1].isupper())
        ):
            i -= 1
        else:
            break
    return i if _is_name_word(doc, i) else start


def address(doc: Doc, i: int, words: ActorWords) -> str | None:
    """The gender of a form of address at token `i` ("" where it does not say); None where there is no such form."""
    token = doc[i]
    text = token.lower_
    if not token.text[:1].isupper() and text not in ("cheikh", "ayatollah", "docteur", "maître", "lord"):
        return None
    if text in ("m", "me", "dr", "pr") and token.text.islower():
        return None
    if text == "m" and not (i + 1 < len(doc) and doc[i + 1].text == "."):
        return None
    for key, gender in (("masculine", "masculine"), ("feminine", "feminine"), ("plural", ""), ("either", "")):
        if words.person("honorifics", text, key):
            return gender
    return None


def _after_dot(doc: Doc, i: int) -> int:
    return i + 2 if i + 2 < len(doc) and doc[i + 1].text == "." else i + 1


def _coordinated(doc: Doc, i: int) -> Iterator[int]:
    """The names after "MM." beyond the first: "MM. Kim et Choïgou"."""
    at = _name_end(doc, _after_dot(doc, i)) if _after_dot(doc, i) < len(doc) else len(doc)
    while at + 1 < len(doc) and doc[at].lower_ in ("et", ",") and _is_name_word(doc, at + 1):
        yield at + 1
        at = _name_end(doc, at + 1)


def _is_name_word(doc: Doc, i: int) -> bool:
    token = doc[i]
    letters = _LETTERS.fullmatch(token.text) or re.fullmatch(r"(?:[A-Z]\.-?)+", token.text)
    return token.text[:1].isupper() and bool(letters) and token.pos_ != "DET"


def _name_end(doc: Doc, start: int) -> int:
    """How far a personal name reaches: capitalised words, hyphenated parts, particles before capitalised words.

    The sentence splitter may cut a name ("Kim Jong" | "Un avait promis"); only a line break or a mark really ends it.
    """
    end = word_end(doc, start)
    inside = next((e.end for e in doc.ents if e.start <= start < e.end), start)
    while end < len(doc):
        token = doc[end]
        joins = doc[end - 1].whitespace_ != "" or doc[end - 1].text.endswith(("'", "."))
        if not joins or "\n" in doc[end - 1].text or "  " in doc.words(end - 1, end + 1):
            break
        if end < inside and token.text in ("D'", "O'", "L'") and end + 1 < len(doc):
            end += 1  # "Peter D'hoore"
            end = word_end(doc, end)
            continue
        if token.text[:1].isupper() and (_LETTERS.fullmatch(token.text) or re.fullmatch(r"[A-Z]\.", token.text)):
            end = word_end(doc, end)
            continue
        after = end
        while after < len(doc) and doc[after].lower_ in _PARTICLES:
            after += 1
        # "Dominique de Villepin", but "Vladimir Poutine de Russie": French particles only where the recogniser agrees.
        certain = end < inside or all(t.lower_ not in _FRENCH_PARTICLES for t in doc[end:after])
        if after == end or after >= len(doc) or not doc[after].text[:1].isupper() or not certain:
            break
        end = word_end(doc, after)
    return end


def _after_office(doc: Doc, i: int, taken: list[bool]) -> int | None:
    """Where a name begins that follows an office: "le président russe Vladimir Poutine", "le juge Lambert"."""
    if doc[i].text[:1].isupper() and not doc[i].is_sent_start and doc[i].pos_ == "PROPN":
        return None
    end = word_end(doc, i)
    while (
        end < len(doc)
        and (doc[end].pos_ == "ADJ" or country_in(doc, end, word_end(doc, end)))
        and doc[end].text[:1].islower()
    ):
        end = word_end(doc, end)
    if end + 1 < len(doc) and doc[end].lower_ in ("du", "de", "d'", "des"):
        # "l'ancien chef du Hezbollah Hassan Nasrallah": a known name ends, another begins.
        at = end + 1
        while at < len(doc) and doc[at].lower_ in ("la", "l'", "le"):
            at += 1
        while at < len(doc) and taken[at]:
            end = at = at + 1
    if (
        end < len(doc)
        and not taken[end]
        and not doc[end].is_sent_start
        and _is_name_word(doc, end)
        and doc[end].pos_ in ("PROPN", "NOUN", "X", "ADJ", "VERB")
    ):
        return end
    return None


# ---------------------------------------------------------------------- organisations of the entity recogniser
def _introduced_bodies(part: Part, text: str, words: ActorWords, taken: list[bool]) -> Iterator[Naming]:
    """Names behind a word for a body, whatever the recogniser made of them: "la société suisse Aquatek"."""
    doc = part.doc
    for i in range(len(doc) - 1):
        if doc[i].pos_ != "NOUN" or not doc[i].text.islower() or is_plural(doc[i]) or not _introduces(doc[i], words):
            continue
        start = word_end(doc, i)
        while start < len(doc) and doc[start].pos_ == "ADJ" and doc[start].text.islower():
            start = word_end(doc, start)
        if start >= len(doc) or taken[start] or doc[start].is_sent_start or not doc[start].text[:1].isupper():
            continue
        end = _name_end(doc, start)
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == doc[start].ent_type_:
            if _is_predicate(doc[end]):
                break
            end += 1
        person = doc[start].ent_type_ == "PER" and end - start > 1 and _belongs_to_office(doc, i, words)
        if not person and any(t.text[:1].isalpha() and t.pos_ != "DET" for t in doc[start:end]):
            name = quote(part, text, start, end)
            yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")


def _belongs_to_office(doc: Doc, i: int, words: ActorWords) -> bool:
    """ "la secrétaire du syndicat Céline Martin": the name is not the union's."""
    at = i - 1
    while at > 0 and doc[at].lower_ in ("du", "de", "d'", "la", "l'"):
        at -= 1
    return at < i - 1 and bool(words.human(doc[at].text))


def _introduces(noun: Token, words: ActorWords) -> bool:
    text = noun.lower_
    if words.human(text):
        return False
    return any(words.body(table, text) for table in ("companies", "media")) or bool(words.institution(text))


#: What no name goes on behind: « La République en Marche ont «condamné ».
_NOT_IN_NAMES = ("«", "»", "“", "”", '"', "(", ")", ":", ";")


def _is_portfolio(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "Environnement" in "la ministre de l'Environnement"."""
    if end - start != 1 or doc[start].pos_ != "NOUN":
        return False
    at = start - 1
    while at > 0 and doc[at].lower_ in ("l'", "la", "de", "des", "du", "aux", "à"):
        at -= 1
    return at < start - 1 and bool(words.office(doc[at].text) or country_in(doc, at, at + 1))


def _is_brand(entity: Run) -> bool:
    """A name of no known sort that acts: "Aquatek a suspendu le chantier"."""
    root = entity.root
    return entity.label_ == "MISC" and root.pos_ == "PROPN" and root.dep_ in ("nsubj", "obl:agent")


def _is_predicate(token: Token) -> bool:
    """ "Métalis bondit": no name holds a finite verb."""
    return token.pos_ == "AUX" or (token.pos_ == "VERB" and token.text.islower() and bool(token.features.get("Mood")))


def _bodies(part: Part, text: str, words: ActorWords) -> Iterator[Naming]:
    for entity in part.doc.ents:
        if not any(t.text[:1].isupper() for t in entity) or not (entity.label_ == "ORG" or _is_brand(entity)):
            continue
        start, end = entity.start, entity.end
        while start < end and (part.doc[start].is_punct or part.doc[start].pos_ in ("DET", "ADP")):
            start += 1
        while end > start and (part.doc[end - 1].is_punct or part.doc[end - 1].pos_ in ("DET", "ADP")):
            end -= 1
        if _WEAPON.fullmatch(part.doc.words(start, end)) or _is_portfolio(part.doc, start, end, words):
            continue
        if start < end and part.doc[start].text.islower() and words.human(part.doc[start].text):
            continue  # "ministre de l'Intérieur": an office
        if start and words.body("named_things", part.doc[start - 1].lower_):
            continue  # "le cargo Almería"
        breaks = [t.i for t in part.doc[start:end] if "\n" in t.text or t.text in _NOT_IN_NAMES or _is_predicate(t)]
        if breaks:
            end = breaks[0]
        if end > start:
            name = quote(part, text, start, end)
            if name and not words.body("not_bodies", part.doc[start].text):
                yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")
