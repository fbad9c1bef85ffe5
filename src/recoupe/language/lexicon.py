"""What a language pack's data files say about events: frames, reporting, status, occurrence. Values, read from TOML.

The notation of a unit (documented for users in ``docs/lexicon.md``)::

    WORDS [CONSTRAINT ...]        "prendre part", "se rendre +à @place", "recevoir @person", "mort #", "attentat!"

``@class`` the object is of the class; ``!@class`` it is not; ``+PREP`` a complement with this preposition is there,
and ``+PREP @class`` is of the class; ``+adjective @class`` an adjective with it is; ``#`` a number counts it;
``=passive``, ``=active``, ``=plural``; ``%sport`` the article is of the domain. At the end,
``!``: it always names a happening; ``?``: it does so only with strong evidence. ``*`` alone is any verb.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Any, final

import attrs

from recoupe.errors import InvalidFile, Problem
from recoupe.model import Kind, Role, Status

#: The head of a unit that any verb evokes which no other unit matches.
ANY = "*"
#: Classes that the code knows; all others are lists of lemmas.
BUILT_IN_CLASSES = frozenset({"actor", "person", "place", "press", "thing", "number", "date", "inf", "que"})


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

    #: ``object``, ``subject``, ``adjective``, ``number``, ``=passive``, ``=active``, ``=plural``, ``%``
    #: and a domain, or a preposition.
    target: str
    #: The class that the target must have; None: it must only be there.
    of_class: str | None = None
    #: The class is one that the target must not have.
    negated: bool = False


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
    def specificity(self) -> tuple[int, bool, int, int]:
        """The more words and constraints, the earlier it is tried, those that name a class first; among phrases of one
        length, weak ones last."""
        classes = sum(c.of_class is not None and not c.negated for c in self.constraints)
        return (len(self.tail), self.strength is not Strength.WEAK, len(self.constraints), classes)

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
        return self.keys_of(table).get(word)

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


def read_words(file: Traversable) -> Words:
    """Read a file of word lists.

    Raises:
        InvalidFile: it is not TOML.
    """
    data = _toml(file)
    tables: dict[str, dict[str, frozenset[str]]] = {}
    for table, content in data.items():
        entries = content if isinstance(content, dict) else {"words": content}
        tables[table] = {k: frozenset(map(_reflexive, v)) for k, v in entries.items() if isinstance(v, list)}
    return Words(tables=tables)


def _reflexive(word: str) -> str:
    """An elided reflexive verb with its full pronoun: "s'engager" is looked up as "se engager"."""
    return f"se {word[2:]}" if len(word) > 2 and word.startswith(("s'", "s’")) else word


def read_frames(folder: Iterable[Traversable]) -> Frames:
    """Read all frame files of a language (``classes.toml`` and one file for each topic).

    Raises:
        InvalidFile: with every problem of the first file that has any: unknown kind or role, a unit that cannot be
            read, a class that is not defined.
    """
    files = sorted((f for f in folder if f.name.endswith(".toml")), key=lambda f: f.name)
    classes: dict[str, frozenset[str]] = {}
    aliases: dict[str, str] = {}
    for file in files:
        if file.name == "classes.toml":
            data = _toml(file)
            aliases = dict(data.pop("aliases", {}))
            classes = {name: frozenset(words) for name, words in data.items()}
    units = [u for f in files if f.name != "classes.toml" for u in _units(f, classes)]
    return Frames(verbs=_table(units, False), nouns=_table(units, True), classes=classes, aliases=aliases)


def _table(units: list[Unit], nominal: bool) -> Mapping[str, tuple[Unit, ...]]:
    table: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.nominal is nominal:
            table.setdefault(unit.head, []).append(unit)
    return {head: tuple(sorted(us, key=lambda u: u.specificity, reverse=True)) for head, us in table.items()}


def _units(file: Traversable, classes: Mapping[str, frozenset[str]]) -> list[Unit]:
    units: list[Unit] = []
    problems: list[Problem] = []
    for number, entry in enumerate(_toml(file).get("frame", [])):
        path = f"frame[{number}] {entry.get('name', '')}".strip()
        try:
            frame = Frame(
                name=entry["name"],
                kind=Kind(entry["kind"]),
                mode=entry.get("mode"),
                roles={"subject": Role.AGENT, "object": Role.PATIENT, **_roles(entry, "roles")},
                noun_roles={"par": Role.AGENT, "entre": Role.AGENT, **_roles(entry, "noun_roles")},
                wide=entry.get("wide", False),
                nothing=entry.get("nothing", False),
                status=Status(entry["status"]) if "status" in entry else None,
            )
        except KeyError as error:
            problems.append(Problem(path, f"{error.args[0]} is missing"))
            continue
        except ValueError as error:
            problems.append(Problem(path, str(error)))
            continue
        for key, nominal in (("verbs", False), ("nouns", True)):
            for text in entry.get(key, []):
                unit = parse_unit(text, frame, nominal=nominal)
                missing = {c.of_class for c in unit.constraints if c.of_class} - BUILT_IN_CLASSES - classes.keys()
                problems += [
                    Problem(f"{path} {text!r}", f"the class @{name} is not defined") for name in sorted(missing)
                ]
                units.append(unit)
    if problems:
        raise InvalidFile(file.name, "frame lexicon", problems)
    return units


def _roles(entry: Mapping[str, Any], key: str) -> dict[str, Role]:
    return {name: Role(role) for name, role in entry.get(key, {}).items()}


def parse_unit(text: str, frame: Frame, *, nominal: bool) -> Unit:
    """Read one unit in the notation above."""
    strength = Strength.NORMAL
    pronominal = False
    words: list[str] = []
    constraints: list[Constraint] = []
    if not nominal and text.startswith(("se ", "s'", "s’")):
        pronominal, text = True, text[3:] if text.startswith("se ") else text[2:]
    if text[-1] in "!?":
        strength, text = Strength.ALWAYS if text[-1] == "!" else Strength.WEAK, text[:-1]
    for token in text.split():
        if token.startswith(("@", "!@")):
            name, negated = token.lstrip("!@"), token.startswith("!")
            if constraints and constraints[-1].target not in ("object", "number") and constraints[-1].of_class is None:
                constraints[-1] = attrs.evolve(constraints[-1], of_class=name, negated=negated)
            else:
                constraints.append(Constraint(target="object", of_class=name, negated=negated))
        elif token.startswith("+"):
            constraints.append(Constraint(target=token[1:]))
        elif token == "#":
            constraints.append(Constraint(target="number"))
        elif token.startswith(("=", "%")):
            constraints.append(Constraint(target=token))
        else:
            words.append(token)
    return Unit(
        frame=frame,
        head=words[0],
        nominal=nominal,
        pronominal=pronominal,
        tail=tuple(words[1:]),
        constraints=tuple(constraints),
        strength=strength,
    )


def _toml(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidFile(file.name, "TOML file", [Problem(file.name, str(error))]) from error
