"""Words of a report, folded for comparing: those of its passage, those that name the event, those that follow them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain
from sys import intern
from typing import Final, final

from recoupe.linking.counting import fold
from recoupe.linking.tables import words
from recoupe.model import Kind, Mention

#: Folded words of fewer letters carry no topic in French ("dans", "avec"); longer ones do, as a rule.
TOPIC_WORD: Final = 5
#: What a word that names an event is of begins within so many characters behind it ("vente | de ses parts au fonds"),
#: in words of so many letters at least.
BEHIND: Final = 30
COMPLEMENT_WORD: Final = 4
#: How many letters of a word that names an event are its stem, once its endings are off; words of fewer than `SHORTEST`
#: letters have none, but for those whose kin are known ("tué").
STEM: Final = 6
SHORTEST: Final = 4
#: How many runs of text without a space are remembered.
_REMEMBERED: Final = 1 << 16
_TOPIC = re.compile(rf"[^\W\d_]{{{TOPIC_WORD},}}|\d{{2,}}")
_COMPLEMENT = re.compile(rf"[^\W\d_]{{{COMPLEMENT_WORD},}}")
_LETTERS = re.compile(r"[^\W\d_]+")
#: A capital letter that begins a word.
CAPITAL: Final = r"(?<![^\W_])[^\W\d_a-zà-ÿœ]"
_NAME = re.compile(rf"{CAPITAL}[\w-]*[^\W_]{{2}}")
_NAME_INSIDE = re.compile(rf"(?<=[^\W_][ '’-])(?:{_NAME.pattern})|(?<=[,;:(«] )(?:{_NAME.pattern})")
#: Endings of French verbs and of nouns made of them, folded, behind four letters at least; the commonest behind three
#: ("poser", "posée").
_ENDING = re.compile(
    "(?<=[a-z]{4})(?:ations?|itions?|ions?|aisons?|etures?|atures?|ures?|i?ssements?|i?ssages?|ements?|ments?|ages?"
    "|[ae]nces?|eurs?|ants?|er(?:a|ont|ait|aient)|aient|ents?|ait|ees?|es?|er|ir|(?<!u)it|[suia])$"
    "|(?<=[a-z]{3})(?:ees?|es?|er)$"
)
#: "démissionner" is made of "démission", and "bloquer" goes with "blocage".
_MADE_OF_NOUN = re.compile("ionn[a-z]*$")
#: "rompre" goes with "rompu", "ratifier" with "ratification", "appelle" with "appeler", "meurtre" with "meurt".
_INFINITIVE = re.compile("(?<=[a-z]{2}[dptv])re$")
_FROM_VERB = re.compile("(?<=if)ic(?=ations?$)")
_DOUBLED = re.compile(r"([lt])\1$")
_PLURAL = re.compile(r"(?<=\w{3})[sx]\b")
_NONE: Final[frozenset[str]] = frozenset()
_NO_KINDS: Final[frozenset[Kind]] = frozenset()


@final
class _Runs(dict[str, tuple[str, ...]]):
    """What stands between two spaces to the words in it that a pattern finds, folded. Most of it recurs."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self._pattern = pattern

    def __missing__(self, run: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[run] = tuple(map(intern, self._pattern.findall(fold(run))))
        return found

    def words(self, text: str) -> frozenset[str]:
        """The words of a text."""
        return frozenset(chain.from_iterable(map(self.__getitem__, text.split())))


_TOPICS: Final = _Runs(_TOPIC)
_COMPLEMENTS: Final = _Runs(_COMPLEMENT)


@lru_cache(maxsize=64)  # the mentions of one sentence
def topic_words(passage: str) -> frozenset[str]:
    """Words of weight, and numbers of two digits or more."""
    return _TOPICS.words(passage)


def proper_names(text: str) -> frozenset[str]:
    """Capitalised words of three letters or more; the first word of a sentence is one of them, whatever it is."""
    return frozenset(fold(word) for word in _NAME.findall(text))


def names_inside(text: str) -> frozenset[str]:
    """Those that stand inside a sentence; "Selon" and "Avec" hardly ever do."""
    return frozenset(fold(word) for word in _NAME_INSIDE.findall(text))


@lru_cache(maxsize=65536)
def stems(trigger: str) -> frozenset[str]:
    """Beginnings of the words that name an event, so that "limogé" and "limogeage" are akin.

    A word that only carries the noun behind it names nothing: "provoquer la mort", "coup de filet".
    """
    found = [_stem(word) for word in _LETTERS.findall(fold(trigger)) if len(word) >= SHORTEST or word in _kin()]
    return frozenset(found[1:] if len(found) > 1 and found[0] in _stems_of("carrying") else found)


@lru_cache(maxsize=65536)
def describing(name: str) -> frozenset[str]:
    """Stems of the words that describe somebody without a name: one of them and several are described alike, and so
    is one whom outlets call by any word of a sort ("élève", "lycéenne")."""
    found = stems(_PLURAL.sub("", name))
    return found.union(_sorts()[stem] for stem in found if stem in _sorts())


@cache
def _sorts() -> Mapping[str, str]:
    """Stem to that of the first word of its sort of people."""
    return {_stem(fold(word)): _stem(fold(sort[0])) for sort in words()["people"] for word in sort}


def told_apart(x: frozenset[str], y: frozenset[str]) -> bool:
    """Words that describe two people (`describing`) are not of one person: neither "un suspect" nor, of a man, "un
    homme" says more than that it is somebody."""
    anybody = _stems_of("anybody")
    if x <= anybody or y <= anybody:
        return False
    man, woman = anybody | _stems_of("man"), _stems_of("woman")
    return not ((x <= man and y.isdisjoint(woman)) or (y <= man and x.isdisjoint(woman)))


@cache
def _stems_of(use: str) -> frozenset[str]:
    return frozenset(_stem(fold(word)) for word in words()[use])


def points_back(mention: Mention) -> bool:
    """A general noun with a definite determiner names it: "le drame", "cette terrible catastrophe".

    So it does in French; that it stands for what the article told before is for the caller to find.
    """
    found = stems(mention.trigger.text)
    if not found or not found <= _pointing():
        return False
    before = mention.passage.text[: mention.trigger.start - mention.passage.start]
    return _definite_end().search(before) is not None


@cache
def _pointing() -> frozenset[str]:
    """The stems of general nouns."""
    return _stems_of("general") | frozenset(_stem(fold(noun)) for noun in _standing())


@lru_cache(maxsize=65536)
def stands_for(trigger: str) -> frozenset[Kind]:
    """The kinds that what a general noun stands for may be read as ("opération": most of them); none for other words,
    be they its kin ("tué" is no "tuerie")."""
    table = _standing()
    found = _LETTERS.findall(_PLURAL.sub("", trigger.lower()))  # with accents: "annoncé" is no "annonce"
    return frozenset().union(*(table.get(word, _NO_KINDS) for word in found))


@cache
def _standing() -> Mapping[str, frozenset[Kind]]:
    rows = words()["standing"]
    return {noun: frozenset(map(Kind, row["kinds"])) for row in rows for noun in row["nouns"]}


@cache
def _definite_end() -> re.Pattern[str]:
    """A definite determiner at the end, or one word before it."""
    whole = "|".join(word for word in words()["definite"] if not word.endswith("'"))
    elided = "|".join(word[:-1] for word in words()["definite"] if word.endswith("'"))
    return re.compile(rf"(?<!\w)(?:(?:{whole})\s+|(?:{elided})['’])(?:\w+\s+)?$", re.IGNORECASE)


def _stem(word: str) -> str:
    """What stands for a word and its kin: "vente", "vendu" and "vendre" are one, "cyberattaque" is an "attaque"."""
    cut = _cut(_combining().sub("", word))
    return _kin().get(cut, cut)


@cache
def _combining() -> re.Pattern[str]:
    """A beginning that only says by which means, or of which size, with enough behind it."""
    forms = "|".join(map(fold, words()["combining"]))
    return re.compile(rf"^(?:{forms})(?=\w{{{STEM},}})")


@cache
def _kin() -> Mapping[str, str]:
    return {_cut(fold(word)): _cut(fold(kin[0])) for kin in words()["kin"] for word in kin}


def _cut(word: str) -> str:
    """ "limoge" and "limogeage" -> "limog", "envoyer" and "envoi" -> "envo": two endings off, if enough is left."""
    word = _MADE_OF_NOUN.sub("ion", word.replace("y", "i").replace("qu", "c"))
    word = _FROM_VERB.sub("", _INFINITIVE.sub("", word))
    for _ in range(2):
        word = _ENDING.sub("", word)
    return _DOUBLED.sub(r"\1", word)[:STEM]


def complement(mention: Mention) -> frozenset[str]:
    """What the word that names the event is of, in French behind it: "vente | de ses parts", "retrait | de son
    ambassadeur"."""
    passage, behind = mention.passage.text, end_of_word(mention)
    last = passage.find(" ", behind + BEHIND)  # where a word that begins near enough ends
    return _COMPLEMENTS.words(passage[behind : last if last >= 0 else None]) or _NONE


def end_of_word(mention: Mention) -> int:
    """Where the word that names the event ends in the passage."""
    return mention.trigger.end - mention.passage.start
