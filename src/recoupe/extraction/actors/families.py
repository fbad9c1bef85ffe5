"""Families: names that relatives share: "la famille Durand", "Jeanne et Paul Durand", "sa femme, Jeanne,"."""

from __future__ import annotations

from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc

_SEVERAL = frozenset({"les", "des", "aux", "ces", "deux", "trois", "quatre"})
_OWN = frozenset({"son", "sa", "leur", "mon", "ma"})
_MARKS = frozenset({",", "."})


def is_family(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "la famille Durand", "les frères Durand": the surname at tokens `start` to `end` is that of them all."""
    if end != doc[start].word_end or start < 2:
        return False
    noun = doc[start - 1].lower_
    several = doc[start - 2].lower_ in _SEVERAL and noun in words.persons.of("families", "plural")
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
