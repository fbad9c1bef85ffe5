"""What a language pack's data files say about events: frames, reporting, status, occurrence. Values."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import final

import attrs

from recoupe.model import Kind, Role, Status

#: The head of a unit that any verb evokes which no other unit matches.
ANY = "*"

_NONE: frozenset[str] = frozenset()


class Strength(StrEnum):
    """How much evidence a unit needs before it counts as the name of a happening."""

    ALWAYS = "always"
    NORMAL = "normal"
    WEAK = "weak"


@final
@attrs.frozen(kw_only=True)
class Constraint:
    """What must hold of a unit's surroundings."""

    #: ``object``, ``subject``, ``adjective``, ``number``, ``=passive``, ``=active``, ``=plural``, ``=own``,
    #: ``=verbless``, ``=indefinite``, ``%`` and a domain, ``-`` and the preposition before the noun, or a preposition
    #: behind it.
    target: str
    #: The class that the target must have; None: it must only be there.
    of_class: str | None = None
    #: The class is one that the target must not have.
    negated: bool = False

    @property
    def takes_class(self) -> bool:
        """A class may still be named for its target; forms, domains and numbers have none."""
        return self.of_class is None and self.target not in ("object", "number") and self.target[0] not in "=%-"


@final
@attrs.frozen(kw_only=True)
class Frame:
    """A sort of happening: its kind and the roles of its arguments."""

    #: Unique among the frames of a language.
    name: str
    #: The kind of event.
    kind: Kind
    #: A refinement of the kind.
    mode: str | None
    #: Grammatical function (``subject``, ``object``) or preposition to role, for verbs.
    roles: Mapping[str, Role] = attrs.field(hash=False)
    #: Preposition or ``adjective`` to role, for nouns.
    noun_roles: Mapping[str, Role] = attrs.field(hash=False)
    #: Its words are of wide use: which of them was used says more of the happening than the frame does.
    wide: bool = False
    #: Its units name no happening: they keep words from evoking another frame ("attaquer la saison").
    nothing: bool = False
    #: What it presents its happening as, where tense and context say no more ("est attendu à Paris": planned).
    status: Status | None = None


@final
@attrs.frozen(kw_only=True)
class Unit:
    """A word or fixed phrase that evokes a frame, with the constraints under which it does."""

    #: What it evokes.
    frame: Frame
    #: Lemma of the word that heads it.
    head: str
    #: Whether a noun heads it, rather than a verb.
    nominal: bool
    #: Only, or never, with a reflexive pronoun.
    pronominal: bool = False
    #: Lemmas of the words that complete it.
    tail: tuple[str, ...] = ()
    #: All must hold.
    constraints: tuple[Constraint, ...] = ()
    #: How much evidence it needs.
    strength: Strength = Strength.NORMAL

    @property
    def is_open(self) -> bool:
        """Any verb evokes it."""
        return self.head == ANY

    @property
    def specificity(self) -> tuple[int, bool, int, int, int]:
        """The more words and constraints, the earlier it is tried: what must be there before what must not, and those
        that name a class first; among phrases of one length, weak ones last."""
        asked = [c for c in self.constraints if not c.negated]
        classes = sum(c.of_class is not None for c in asked)
        return (len(self.tail), self.strength is not Strength.WEAK, len(asked), len(self.constraints), classes)

    @property
    def words(self) -> str:
        """The unit's words, as the lexicon has them."""
        return " ".join((("se " if self.pronominal else "") + self.head, *self.tail))


@final
@attrs.frozen(kw_only=True, eq=False)
class Frames:
    """All frames of a language, by the lemma of the word that evokes them; the most specific unit first."""

    #: Verb lemma to units.
    verbs: Mapping[str, tuple[Unit, ...]]
    #: Noun lemma to units.
    nouns: Mapping[str, tuple[Unit, ...]]
    #: Class name to noun lemmas.
    classes: Mapping[str, frozenset[str]]
    #: Lemmas that the pipeline is known to get wrong, with the right ones.
    aliases: Mapping[str, str]
    #: Class name to the members of several words, by each of their words.
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = attrs.field(init=False)

    @phrases.default
    def _phrases(self) -> Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]:
        found: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
        for name, members in self.classes.items():
            for phrase in sorted(tuple(member.split()) for member in members if " " in member):
                table = found.setdefault(name, {})
                for word in dict.fromkeys(phrase):
                    table[word] = (*table.get(word, ()), phrase)
        return found

    def names_alone(self, noun: str) -> bool:
        """A noun, by its lemma, names a happening without further words."""
        return any(not unit.tail for unit in self.nouns.get(noun, ()))

    @property
    def size(self) -> int:
        """The number of units."""
        return sum(len(units) for table in (self.verbs, self.nouns) for units in table.values())


@final
@attrs.frozen(kw_only=True, eq=False)
class Words:
    """A data file of word lists, by table and key: reporting, status, occurrence."""

    #: Table name to list name to words.
    tables: Mapping[str, Mapping[str, frozenset[str]]]

    def of(self, table: str, key: str) -> frozenset[str]:
        """The words of a list; empty where the file has none."""
        try:
            return self.tables[table][key]
        except KeyError:
            return _NONE

    def key_of(self, table: str, word: str) -> str | None:
        """The first list of `table` that holds `word`."""
        keys = self._keys.get(table)
        return None if keys is None else keys.get(word)

    def keys_of(self, table: str) -> Mapping[str, str]:
        """The words of all lists of `table`, each with the first list that holds it; empty where there is no such."""
        return self._keys.get(table, {})

    @functools.cached_property
    def _keys(self) -> Mapping[str, Mapping[str, str]]:
        keys: dict[str, dict[str, str]] = {}
        for table, lists in self.tables.items():
            for key, words in lists.items():
                for word in words:
                    keys.setdefault(table, {}).setdefault(word, key)
        return keys

    def endings_of(self, table: str, word: str) -> tuple[tuple[str, str], ...]:
        """The endings of `word` that lists of `table` hold, each with its list: the longest of each, in their order.

        Cost: by the letters of the longest ending, not by the number of endings; what was asked lately is kept.
        """
        return _endings_of(self, table, word)

    def _find_endings(self, table: str, word: str) -> tuple[tuple[str, str], ...]:
        endings = self._endings.get(table, {})
        longest = self._longest_endings.get(table, 0)
        found: dict[int, tuple[str, str]] = {}
        for start in range(max(0, len(word) - longest), len(word)):
            for rank, key in endings.get(word[start:], ()):
                found.setdefault(rank, (word[start:], key))
        return tuple(found[rank] for rank in sorted(found))

    @functools.cached_property
    def _longest_endings(self) -> Mapping[str, int]:
        return {table: max(map(len, endings)) for table, endings in self._endings.items()}

    @functools.cached_property
    def _endings(self) -> Mapping[str, Mapping[str, Sequence[tuple[int, str]]]]:
        found: dict[str, dict[str, list[tuple[int, str]]]] = {}
        for table, lists in self.tables.items():
            for rank, (key, endings) in enumerate(lists.items()):
                for ending in endings:
                    found.setdefault(table, {}).setdefault(ending, []).append((rank, key))
        return found

    def phrases(self, table: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """The entries of `table` as words, by their first word, longest first; with the list that each stands in."""
        return self._phrases.get(table, {})

    @functools.cached_property
    def _phrases(self) -> Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]:
        found: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for table, lists in self.tables.items():
            for key, entries in lists.items():
                for entry in entries:
                    words = tuple(entry.replace("'", "' ").split())
                    found.setdefault(table, {}).setdefault(words[0], []).append((words, key))
        return {
            table: {first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r))) for first, rows in by_first.items()}
            for table, by_first in found.items()
        }


@functools.lru_cache(maxsize=16384)
def _endings_of(words: Words, table: str, word: str) -> tuple[tuple[str, str], ...]:
    return words._find_endings(table, word)
