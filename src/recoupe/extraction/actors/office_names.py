"""Where the name of its holder begins that stands with an office: "le ministre des Finances X", "le maire, X,"."""

from __future__ import annotations

from recoupe.extraction.actors.name_words import NO_NAMES, is_name_word, name_end
from recoupe.extraction.phrases import country_in, is_plural
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc

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


def behind_domain(doc: Doc, i: int, words: ActorWords) -> int | None:
    """Where a full name begins right behind an office's complement: "le ministre des Finances Karim Bensalem".

    A minister's domain is no part of a name; elsewhere only a well-known given name shows that another name begins.
    """
    minister = words.person("ministers", doc[i].text)
    first = next((k for k in range(i + 1, min(i + 4, len(doc))) if doc[k].lower_ in _BEFORE_DOMAINS), len(doc))
    for at in range(first + 1, min(i + _LONGEST_OFFICE, len(doc) - 2)):
        token = doc[at]
        if token.pos_ not in _IN_OFFICES and not token.is_capital:
            return None
        if token.pos_ in _LINKING or not _is_full_name(doc, at + 1):
            continue
        if minister or (token.is_capital and words.gender_of(doc.words(at + 1, at + 3)) is not None):
            return at + 1
    return None


def _is_full_name(doc: Doc, at: int) -> bool:
    """ "Karim Bensalem", "Bruno Le Guen"."""
    article = at + 2 < len(doc) and doc[at + 1].text in ("Le", "La")
    return all(is_name_word(doc, n) and not doc[n].is_glued for n in (at, at + 1 + article))


def set_apart(doc: Doc, i: int, words: ActorWords, taken: list[bool]) -> int | None:
    """Where a full name stands between commas behind the office at `i`, whatever the recogniser made of it: "le
    sélectionneur de l'équipe nationale, Paul Roche, a"."""
    at = next((k for k in range(i + 1, min(i + _LONGEST_OFFICE, len(doc))) if doc[k].text == ","), len(doc))
    start = at + 1
    if start + 1 >= len(doc) or taken[start] or not (is_name_word(doc, start) and is_name_word(doc, start + 1)):
        return None
    if doc[start].lower_ in words.addresses:
        return None  # "son avocat, Me Roche"
    between = doc[i + 1 : at]
    if any(t.pos_ not in _IN_OFFICES and not t.is_capital for t in between) or is_plural(doc[i]):
        return None
    bodies = any(t.ent_type_ in ("ORG", "LOC") for t in doc[start : start + 2]) or doc[start].pos_ in NO_NAMES
    end = name_end(doc, start)
    return start if not bodies and end < len(doc) and doc[end].is_punct and end - start < _LONGEST_NAME else None


def after_office(doc: Doc, i: int, taken: list[bool]) -> int | None:
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
    end += end < len(doc) and stands_before_name(doc, end)
    if (
        end < len(doc)
        and not taken[end]
        and not doc[end].is_sent_start
        and is_name_word(doc, end)
        and doc[end].pos_ in ("PROPN", "NOUN", "X", "ADJ", "VERB")
        and not (_is_party(doc, end) and not (end + 1 < len(doc) and doc[end + 1].is_capital))
    ):
        return end
    return None


def stands_before_name(doc: Doc, i: int) -> bool:
    """ "le député PS Jean Durand": the party's letters before a name of two words; those of "JD Vance" are his."""
    return (
        _is_party(doc, i)
        and i + 2 < len(doc)
        and all(is_name_word(doc, n) and not doc[n].text.isupper() for n in (i + 1, i + 2))
    )


def _is_party(doc: Doc, i: int) -> bool:
    """ "le député PS", "la maire LR de Bar-le-Duc": behind an office, letters alone are the party's."""
    return 1 < len(doc[i].text) <= _LONGEST_PARTY and doc[i].text.isupper()
