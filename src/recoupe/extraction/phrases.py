"""Noun phrases on the surface of a sentence, where the parse may err: how far they reach, what country they name."""

from __future__ import annotations

from recoupe.gazetteer import Country, countries, nationality
from recoupe.language.tokens import Doc, Token

#: "De" with and without an article.
OF = frozenset({"de", "du", "des", "d'"})
_DETERMINERS = frozenset(
    {"le", "la", "l'", "les", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces"}
)
_INDEFINITE = frozenset({"un", "une"})
_AGED = frozenset({"âgé", "âgée", "âgés", "âgées"})
_SINGULAR = frozenset({"le", "la", "l'", "un", "une", "au", "du", "ce", "cet", "cette", "son", "sa"})
_AND = frozenset({"et", "ou", "&"})
#: Determiners, and prepositions with them, to their plain form.
_PLAIN = {
    "du": "le", "au": "le", "aux": "les", "la": "le", "l'": "le", "une": "un", "cette": "ce", "cet": "ce", "sa": "son",
    "leur": "son",
}  # fmt: skip
#: Days are no part of who somebody is: "la chambre du conseil de ce mercredi".
_DAYS = frozenset({"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"})


def word(doc: Doc, start: int, end: int) -> str:
    """The text of tokens `start` to `end` (not included), as written."""
    return (doc[start].text if end == start + 1 else doc.words(start, end)).strip()


def reach(head: Token, *, coordinated: bool = False) -> int:
    """The end (not included) of the noun phrase of `head`: adjectives and complements with "de" that follow it.

    It stops before names in apposition, other prepositions, verbs and punctuation. `coordinated`: complements joined by
    "et" belong to it ("le ministère de l'Économie et des Finances").
    """
    doc, end = head.doc, head.word_end
    sentence_end = len(doc)
    while end < sentence_end:
        token = doc[end]
        following = token.word_end
        text = token.text if following == end + 1 else word(doc, end, following)
        if token.lower_ in _AGED and following < sentence_end and doc[following].lower_ in OF:
            break  # "un homme âgé de 70 ans"
        if token.is_glued or _is_adjective(token, text) or _before_nationality(doc, end, following):
            end = following
        elif token.lower_ in OF and (inner := _complement(doc, end, sentence_end)):
            end = inner
        elif coordinated and token.lower_ in _AND and end + 1 < sentence_end and doc[end + 1].lower_ in OF:
            inner = _complement(doc, end + 1, sentence_end)
            if not inner or _sets_apart(head, end, doc[end + 1]):
                break
            end = inner
        else:
            break
    return end


def _sets_apart(head: Token, end: int, article: Token) -> bool:
    """ "des élus et des maires", "des experts de X et des responsables de Y": the second "des" is the article of
    others; not in "des ministres de l'Économie et des Finances"."""
    if article.lower_ != "des":
        return False
    doc, start = head.doc, before(head) - 1
    if first_of(doc, head.i, end) == end:
        return True  # nothing of the head's own for "des" to go on with
    own = doc[start].lower_ if start >= 0 else ""
    return article.dep_ == "det" and (own == "des" or own in _SINGULAR)


def _is_adjective(token: Token, text: str) -> bool:
    if countries().is_adjective(text):
        return True
    return token.pos_ == "ADJ" and token.text[:1].islower() and not token.text[:1].isdigit()


def _before_nationality(doc: Doc, start: int, end: int) -> bool:
    """ "armées" in "forces armées nord-coréennes", which the tagger may take for a noun."""
    if doc[start].pos_ not in ("NOUN", "VERB", "ADJ") or not doc[start].text.islower() or end >= len(doc):
        return False
    following = word(doc, end, doc[end].word_end)
    return following.islower() and countries().is_adjective(following)


def _complement(doc: Doc, at: int, limit: int) -> int | None:
    """The end of the nominal after "de" at `at`; None when none follows."""
    i = at + 1
    while i < limit and (
        doc[i].lower_ in _DETERMINERS or (doc[i].pos_ == "ADJ" and not countries().is_adjective(doc[i].text))
    ):
        i += 1
    if (
        i >= limit
        or doc[i].pos_ not in ("NOUN", "PROPN", "X", "ADJ")
        or doc[i].lower_ in _DAYS
        or (doc[i].pos_ == "ADJ" and doc[i].text.islower())
    ):
        return None
    bare = i == at + 1 or doc[at + 1].lower_ in _INDEFINITE
    if bare and doc[i].dep_ == "obl:arg" and doc[i].head.pos_ == "VERB" and doc[i].text.islower():
        return None  # "accuse le maire de mensonge", "menace le pays d'une intervention"
    end = doc[i].word_end
    while end < limit and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and doc[i].text[:1].isupper():
        end = doc[end].word_end
    return end


def first_of(doc: Doc, start: int, end: int) -> int:
    """Where the first complement with "de" begins among tokens `start` to `end`; `end` where there is none."""
    return next((i for i in range(start, end) if doc[i].lower_ in OF), end)


def before(head: Token) -> int:
    """The start of the noun phrase of `head`, its determiner not included: adjectives that precede it."""
    doc, i = head.doc, head.i
    while i > head.sent.start and doc[i - 1].pos_ in ("ADJ", "NUM") and doc[i - 1].lower_ not in _DETERMINERS:
        if doc[i - 1].pos_ == "NUM" or doc[i - 1].lower_[:1].isdigit() or doc[i - 1].is_punct or doc[i - 1].is_glued:
            break
        if countries().is_adjective(doc[i - 1].text):
            break
        i -= 1
    return i


def determiner(head: Token) -> str:
    """The word before the phrase of `head`, determiners in their plain form ("le", "un", "son", "ce"); "" for none."""
    doc, i = head.doc, before(head) - 1
    while i >= head.sent.start and (doc[i].pos_ == "NUM" or doc[i].lower_.isdigit()):
        i -= 1
    if i < head.sent.start:
        return ""
    text = doc[i].lower_
    if text in _AND and head.dep_ == "conj" and head.head.i < i:
        return determiner(head.head)  # "les pompiers et volontaires"
    return _PLAIN.get(text, text)


def is_plural(token: Token) -> bool:
    """By its determiner, its number or its ending: "le fonds" is one."""
    if token.i > token.sent.start and token.doc[token.i - 1].lower_ in _SINGULAR:
        return False
    number = token.features.get("Number")
    if number:
        return number == "Plur"
    return token.lower_.endswith(("s", "x"))


def country_in(doc: Doc, start: int, end: int) -> tuple[Country, int] | None:
    """The one country whose adjective stands among tokens `start` to `end`, with its token; None for several."""
    found: dict[str, tuple[Country, int]] = {}
    i = start
    while i < end:
        following = min(doc[i].word_end, end)
        written = doc[i].text if following == i + 1 else word(doc, i, following)
        if doc[i].text[:1].islower() and (country := nationality(written)) is not None:
            found[country.code] = (country, i)
        i = max(following, i + 1)
    return next(iter(found.values())) if len(found) == 1 else None
