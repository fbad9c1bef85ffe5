"""Families: names that relatives share: "la famille Durand", "Jeanne et Paul Durand", "sa femme, Jeanne,"."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.extraction.actors.name_words import is_name_word
from recoupe.extraction.analysis import Part
from recoupe.extraction.phrases import OF
from recoupe.gazetteer import countries, places
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc

_SEVERAL = frozenset({"les", "des", "aux", "ces", "deux", "trois", "quatre"})
_OWN = frozenset({"son", "sa", "leur", "mon", "ma"})
#: The age, in years, up to which somebody is called "l'enfant".
_CHILD = 13
_MARKS = frozenset({",", "."})


def is_family(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "la famille Durand", "les frères Durand": the surname at tokens `start` to `end` is that of them all."""
    if end != doc[start].word_end or start < 2:
        return False
    noun = doc[start - 1].lower_
    several = doc[start - 2].lower_ in _SEVERAL and noun in words.persons.of("families", "plural")
    if several and surname_of_couple(doc, start, end, words) is not None:
        return False  # "les frères Karim et Samir Durand"
    return several or noun in words.persons.of("families", "singular")


def surname_of_couple(doc: Doc, start: int, end: int, words: ActorWords) -> tuple[int, int] | None:
    """Where the surname stands that the given name at tokens `start` to `end` shares with the full name behind "et":
    "Durand" for "Jeanne" in "Jeanne et Paul Durand"."""
    if end + 2 >= len(doc) or doc[end].lower_ != "et" or end != doc[start].word_end:
        return None
    given = doc[end + 1].word_end
    if given >= len(doc) or not (doc[given].is_capital and doc[end + 1].is_capital) or doc[given - 1].whitespace_ == "":
        return None
    both_given = all(words.gender_of(f"{doc[i].text} {doc[given].text}") for i in (start, end + 1))
    stop = given
    while stop < len(doc) and doc[stop].is_capital:
        stop = doc[stop].word_end
    return (given, stop) if both_given else None


def names_alone(parts: Iterable[Part], words: ActorWords) -> frozenset[str]:
    """The single words that an article gives as somebody's name somewhere, which the recogniser may not know elsewhere:
    a given name that it takes for a person's, and what stands behind a relative's noun, "la mère de Naëlle"."""
    found = set[str]()
    kin, little = (words.persons.of("kin", key) for key in ("words", "little"))
    kin |= words.persons.of("kin", "parents")
    for part in parts:
        for entity in part.doc.ents:
            if entity.label_ == "PER" and stands_alone(part.doc, entity.start) and _is_given(entity.text, words):
                found.add(entity.text)
        for token in part.doc:
            if token.is_title and token.i > 1:
                before, noun = part.doc[token.i - 1].lower_, part.doc[token.i - 2].lower_
                told = before in little or (before in OF and noun in kin)
                if told and stands_alone(part.doc, token.i) and _is_nowhere(token.text, words):
                    found.add(token.text)
    return frozenset(found)


def stands_alone(doc: Doc, i: int) -> bool:
    """Token `i` is a word of a name, without another one before or behind it."""
    if not is_name_word(doc, i) or doc[i].is_glued or (i and doc[i - 1].is_capital and not doc[i - 1].is_sent_start):
        return False
    behind = doc[i].word_end
    return behind == i + 1 and not (behind < len(doc) and (doc[behind].is_capital or doc[behind].is_glued))


def _is_nowhere(name: str, words: ActorWords) -> bool:
    """No place and no country is called so, unless people are."""
    return _is_given(name, words) or (places().find(name) is None and countries().named_in_french(name) is None)


def _is_given(name: str, words: ActorWords) -> bool:
    return words.gender_of(f"{name} {name}") is not None


def is_child(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """The name at tokens `start` to `end` is one word, and a child's: "la mère de Naëlle", "la petite Naëlle", "Naëlle,
    7 ans"."""
    if end != doc[start].word_end:
        return False
    parent = start > 1 and doc[start - 1].lower_ in OF and _is_parent(doc, start - 2, words)
    little = start > 0 and words.person("kin", doc[start - 1].lower_, "little")
    age = doc[end + 1].text if end + 2 < len(doc) and doc[end].text == "," and doc[end + 2].lower_ == "ans" else ""
    return parent or little or (age.isdecimal() and int(age) <= _CHILD)


def _is_parent(doc: Doc, noun: int, words: ActorWords) -> bool:
    return noun > 0 and words.person("kin", doc[noun].lower_, "parents")


def relative_behind(doc: Doc, noun: int, words: ActorWords) -> int | None:
    """Where the given name stands that goes alone with a word for a relative: "Jeanne" in "sa femme, Jeanne,"."""
    at = noun + 2
    if at + 1 >= len(doc) or doc[noun + 1].text != "," or not _is_somebodys(doc, noun, words):
        return None
    return at if doc[at].is_capital and doc[at + 1].text in _MARKS else None


def is_relative(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """The given name at tokens `start` to `end` stands behind a word for somebody's relative: "son frère, Paul"."""
    noun = start - 2 if start > 1 and doc[start - 1].text == "," else start - 1
    return end == doc[start].word_end and _is_somebodys(doc, noun, words)


def _is_somebodys(doc: Doc, noun: int, words: ActorWords) -> bool:
    """ "sa femme", "leur frère"."""
    return noun > 0 and doc[noun - 1].lower_ in _OWN and words.person("kin", doc[noun].lower_)
