"""Names of persons: behind a form of address or an office, or found by the entity recogniser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.extraction.actors.families import is_family, relative_behind, surname_of_couple
from recoupe.extraction.actors.naming import Naming, quote
from recoupe.extraction.analysis import Part
from recoupe.extraction.phrases import country_in, is_plural, reach
from recoupe.gazetteer import countries
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc
from recoupe.model import ActorKind

_PARTICLES = frozenset({
    "de", "du", "des", "d'", "von", "van", "der", "den", "ben", "bin", "ibn", "al", "el", "da", "dos", "di", "della",
    "of",
    "le", "la", "ould", "bint", "ter", "ten", "y", "zu",
})  # fmt: skip
_FRENCH_PARTICLES = frozenset({"de", "du", "des", "d'", "le", "la", "of", "y"})
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+")
#: A word of letters, with hyphens and apostrophes inside: "Jean-Noël", "O'Neill".
_LETTERS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
#: What stands before names of places and of groups, and hardly ever before a bare surname.
_BEFORE_PLACES = frozenset({"vers", "depuis", "dans", "en"})
_BEFORE_GROUPS = frozenset({"les", "des", "aux", "ces"})
#: Parts of speech of words that name nobody, and are written large only because a sentence begins with them.
_NO_NAMES = frozenset({"ADP", "ADV", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "NUM"})
#: Parts of speech of the small words inside an office: "le ministre délégué chargé des Transports".
_IN_OFFICES = frozenset({"ADP", "DET", "NOUN", "ADJ", "VERB", "CCONJ"})
#: Tokens of the longest office that is followed to the name behind it.
_LONGEST_OFFICE = 12
#: Tokens of the longest name that is one for its place alone.
_LONGEST_NAME = 6
_BEFORE_DOMAINS = frozenset({"de", "d'", "du", "des", "à", "au", "aux", "délégué", "déléguée", "chargé", "chargée"})
_LINKING = frozenset({"ADP", "DET", "CCONJ"})
#: Letters of the longest short form of a party's name ("LREM").
_LONGEST_PARTY = 5
_ARTICLES_OF_NAMES = frozenset({"le", "la", "de", "d'", "du", "des"})


def persons(part: Part, text: str, words: ActorWords, taken: list[bool]) -> Iterator[Naming]:
    doc = part.doc
    starts: dict[int, str | None] = {}
    addressed: dict[int, int] = {}
    behind: set[int] = set()
    families = words.persons.of("families", "singular")
    for i, token in enumerate(doc):
        gender = address(doc, i, words) if token.lower_ in words.addresses else None
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
            while start + 1 < entity.end and words.office(doc[start].text) and _is_name_word(doc, start + 1):
                start += 1  # "le Président Paul Roche"
            start += start < entity.end - 1 and _stands_before_name(doc, start)
            # "président de la Ligue", found as a person: the name behind "de" is that of a body.
            if start < entity.end and not any(t.pos_ == "ADP" for t in doc[entity.start : start]):
                whole = entity.end - start > 1 and not doc[start + 1].is_glued
                starts.setdefault(start if whole else _name_start(doc, start, words, taken), None)
    for i, token in enumerate(doc):
        if token.pos_ not in _NO_NAMES and (words.office(token.text) or words.person("ministers", token.text)):
            domain = _behind_domain(doc, i, words)
            after = domain if domain is not None and not taken[domain] else _after_office(doc, i, taken)
            if after is not None:
                starts.setdefault(after, None)
                behind.update({after} & {domain})
            elif (apart := relative_behind(doc, i, words) or _set_apart(doc, i, taken)) is not None:
                starts.setdefault(apart, None)
        if token.is_capital and _has_office_behind(doc, i, words, taken):
            starts.setdefault(i, None)
        if token.lower_ in families and token.i + 1 < len(doc) and not taken[token.i + 1]:
            starts.setdefault(token.i + 1, None)
    for start in sorted(starts):
        if any(start < other < name_end(doc, start) for other in behind):
            continue  # "Norvia Guy Perrot" in "le patron de Norvia Guy Perrot"
        article = start in addressed and start + 1 < len(doc) and doc[start].lower_ in _ARTICLES_OF_NAMES
        if start >= len(doc) or not (_is_name_word(doc, start) or article):
            continue
        end = name_end(doc, start + article)  # "Mme Le Pen"
        if end - start == 1 and starts[start] is None and start and doc[start - 1].lower_ in _BEFORE_PLACES:
            continue  # "vers Durán": a place
        if start and starts[start] is None and words.is_named_thing(doc[start - 1].lower_):
            continue  # "la tempête Ciaran"
        if end - start == 1 and starts[start] is None and _is_seat_of_office(doc, start, words):
            continue  # "la députée de Berthier": a place
        if end - start == 1 and doc[start].is_sent_start and not _is_first_subject(doc, start):
            continue  # "Amaigri mais conscient, l'otage": any word is written large here
        if end - start == 1 and starts[start] is None and start and doc[start - 1].lower_ in _BEFORE_GROUPS:
            end = reach(doc[start])  # "les Ultras du Vieux-Pont"
            name = quote(part, text, start, end)
            yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")
            continue
        if end < len(doc) and doc[end].ent_iob_ == "I" and words.office(doc[end].text):
            continue  # "Premier ministre du Québec"
        if is_family(doc, start, end, words):
            name = quote(part, text, start - 1, end)
            yield Naming(part=part, start=start - 1, end=end, name=name, kind=ActorKind.GROUP, sort="body")
            continue
        name = quote(part, text, start, end)
        if (surname := surname_of_couple(doc, start, end, words)) is not None:
            name = f"{name} {quote(part, text, *surname)}"
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


def _has_office_behind(doc: Doc, i: int, words: ActorWords, taken: list[bool]) -> bool:
    """ "Pouria Amirshahi, député de Paris": two words or more of a name, set apart from an office, whatever the
    recogniser made of them."""
    if i + 4 > len(doc) or not (_is_name_word(doc, i) and _is_name_word(doc, i + 1)) or any(taken[i : i + 2]):
        return False
    if doc[i].pos_ in _NO_NAMES or doc[i].ent_type_ == doc[i + 1].ent_type_ != "":
        return False
    if i and (doc[i].is_glued or doc[i - 1].is_capital):
        return False
    end = name_end(doc, i)
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    office = doc[end + 2] if doc[end + 1].pos_ == "DET" and end + 2 < len(doc) else doc[end + 1]
    return office.text[:1].islower() and bool(words.office(office.text))


def _is_first_subject(doc: Doc, i: int) -> bool:
    """A subject by the parse, or a name right before a finite verb: "Aquatek a suspendu le chantier"."""
    if doc[i].dep_.startswith(("nsubj", "ROOT")):
        return True
    return doc[i].pos_ == "PROPN" and i + 1 < len(doc) and doc[i + 1].features.get("VerbForm") == "Fin"


def _is_seat_of_office(doc: Doc, i: int, words: ActorWords) -> bool:
    return i > 1 and doc[i - 1].lower_ in ("de", "d'") and bool(words.office(doc[i - 2].text))


def _name_start(doc: Doc, start: int, words: ActorWords, taken: list[bool]) -> int:
    """The recogniser may lose a given name: "Jean-Noël Barrot" found as "Barrot"."""
    i = start
    while i > 0 and not taken[i - 1]:
        if (
            doc[i].is_glued
            or (doc[i - 1].text == "-" and i > 1)
            or (
                doc[i - 1].pos_ == "PROPN"
                and _is_name_word(doc, i - 1)
                and address(doc, i - 1, words) is None
                and not words.office(doc[i - 1].text)
                and not doc[i - 1].is_glued
            )
            or (doc[i - 1].pos_ == "PROPN" and doc[i - 1].is_glued and doc[i - 1].text[:1].isupper())
        ):
            i -= 1
        else:
            break
    return i if _is_name_word(doc, i) else start


def address(doc: Doc, i: int, words: ActorWords) -> str | None:
    """The gender of a form of address at token `i` ("" where it does not say); None where there is no such form."""
    token = doc[i]
    text = token.lower_
    gender = words.addresses.get(text)
    if gender is None:
        return None
    if not token.is_capital and text not in ("cheikh", "ayatollah", "docteur", "maître", "lord"):
        return None
    if text in ("m", "me", "dr", "pr") and token.text.islower():
        return None
    if text == "m" and not (i + 1 < len(doc) and doc[i + 1].text == "."):
        return None
    return gender


def _after_dot(doc: Doc, i: int) -> int:
    return i + 2 if i + 2 < len(doc) and doc[i + 1].text == "." else i + 1


def _coordinated(doc: Doc, i: int) -> Iterator[int]:
    """The names after "MM." beyond the first: "MM. Kim et Choïgou"."""
    at = name_end(doc, _after_dot(doc, i)) if _after_dot(doc, i) < len(doc) else len(doc)
    while at + 1 < len(doc) and doc[at].lower_ in ("et", ",") and _is_name_word(doc, at + 1):
        yield at + 1
        at = name_end(doc, at + 1)


def _is_name_word(doc: Doc, i: int) -> bool:
    token = doc[i]
    if not token.is_capital or token.pos_ == "DET":
        return False
    return bool(_LETTERS.fullmatch(token.text) or _INITIALS.fullmatch(token.text))


def name_end(doc: Doc, start: int) -> int:
    """How far a personal name reaches: capitalised words, hyphenated parts, particles before capitalised words.

    The sentence splitter may cut a name ("Kim Jong" | "Un avait promis"); only a line break or a mark really ends it.
    """
    end = doc[start].word_end
    inside = next((e.end for e in doc.ents if e.start <= start < e.end), start)
    while end < len(doc):
        token = doc[end]
        joins = doc[end - 1].whitespace_ != "" or doc[end - 1].text.endswith(("'", "."))
        if not joins or "\n" in doc[end - 1].text or "  " in doc.words(end - 1, end + 1):
            break
        if end < inside and token.text in ("D'", "O'", "L'") and end + 1 < len(doc):
            end += 1  # "Peter D'hoore"
            end = doc[end].word_end
            continue
        if token.is_capital and (_LETTERS.fullmatch(token.text) or re.fullmatch(r"[A-Z]\.", token.text)):
            end = doc[end].word_end
            continue
        after = end
        while after < len(doc) and (doc[after].lower_ in _PARTICLES or (after > end and doc[after].text == "-")):
            after += 1  # "Mohamed ben Salmane", "Bachar al-Assad"
        # "Dominique de Villepin", but "Vladimir Poutine de Russie": French particles only where the recogniser agrees.
        certain = end < inside or all(t.lower_ not in _FRENCH_PARTICLES for t in doc[end:after])
        if after == end or after >= len(doc) or not doc[after].text[:1].isupper() or not certain:
            break
        end = doc[after].word_end
    return end


def _is_party(doc: Doc, i: int) -> bool:
    """ "le député PS", "la maire LR de Bar-le-Duc": behind an office, letters alone are the party's."""
    return 1 < len(doc[i].text) <= _LONGEST_PARTY and doc[i].text.isupper()


def _stands_before_name(doc: Doc, i: int) -> bool:
    """ "le député PS Jean Durand": the party's letters before a name of two words; those of "JD Vance" are his."""
    return (
        _is_party(doc, i)
        and i + 2 < len(doc)
        and all(_is_name_word(doc, n) and not doc[n].text.isupper() for n in (i + 1, i + 2))
    )


def _behind_domain(doc: Doc, i: int, words: ActorWords) -> int | None:
    """Where a full name begins right behind an office's complement: "le ministre des Finances Karim Bensalem".

    A minister's domain is no part of a name; elsewhere only a well-known given name shows that another name begins.
    """
    minister = words.person("ministers", doc[i].text)
    first = next((k for k in range(i + 1, min(i + 4, len(doc))) if doc[k].lower_ in _BEFORE_DOMAINS), len(doc))
    for at in range(first + 1, min(i + _LONGEST_OFFICE, len(doc) - 2)):
        token = doc[at]
        if token.pos_ not in _IN_OFFICES and not token.is_capital:
            return None
        if token.pos_ in _LINKING or not all(_is_name_word(doc, n) and not doc[n].is_glued for n in (at + 1, at + 2)):
            continue
        if minister or (token.is_capital and words.gender_of(doc.words(at + 1, at + 3)) is not None):
            return at + 1
    return None


def _set_apart(doc: Doc, i: int, taken: list[bool]) -> int | None:
    """Where a full name stands between commas behind the office at `i`, whatever the recogniser made of it: "le
    sélectionneur de l'équipe nationale, Paul Roche, a"."""
    at = next((k for k in range(i + 1, min(i + _LONGEST_OFFICE, len(doc))) if doc[k].text == ","), len(doc))
    start = at + 1
    if start + 1 >= len(doc) or taken[start] or not (_is_name_word(doc, start) and _is_name_word(doc, start + 1)):
        return None
    between = doc[i + 1 : at]
    if any(t.pos_ not in _IN_OFFICES and not t.is_capital for t in between) or is_plural(doc[i]):
        return None
    bodies = any(t.ent_type_ in ("ORG", "LOC") for t in doc[start : start + 2]) or doc[start].pos_ in _NO_NAMES
    end = name_end(doc, start)
    return start if not bodies and end < len(doc) and doc[end].is_punct and end - start < _LONGEST_NAME else None


def _after_office(doc: Doc, i: int, taken: list[bool]) -> int | None:
    """Where a name begins that follows an office: "le président russe Vladimir Poutine", "le juge Lambert"."""
    if doc[i].text[:1].isupper() and not doc[i].is_sent_start and doc[i].pos_ == "PROPN":
        return None
    end = doc[i].word_end
    while (
        end < len(doc)
        and (doc[end].pos_ == "ADJ" or country_in(doc, end, doc[end].word_end))
        and doc[end].text[:1].islower()
    ):
        end = doc[end].word_end
    if end + 1 < len(doc) and doc[end].lower_ in ("du", "de", "d'", "des"):
        # "l'ancien chef du Hezbollah Hassan Nasrallah": a known name ends, another begins.
        at = end + 1
        while at < len(doc) and doc[at].lower_ in ("la", "l'", "le"):
            at += 1
        while at < len(doc) and taken[at]:
            end = at = at + 1
    end += end < len(doc) and _stands_before_name(doc, end)
    if (
        end < len(doc)
        and not taken[end]
        and not doc[end].is_sent_start
        and _is_name_word(doc, end)
        and doc[end].pos_ in ("PROPN", "NOUN", "X", "ADJ", "VERB")
        and not (_is_party(doc, end) and not (end + 1 < len(doc) and doc[end + 1].is_capital))
    ):
        return end
    return None
