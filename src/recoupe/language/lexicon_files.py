"""Reading a language pack's lexicon: files of frames and of word lists, in TOML.

The notation of a unit (documented for users in ``docs/lexicon.md``)::

    WORDS [CONSTRAINT ...]        "prendre part", "se rendre +à @place", "recevoir @person", "mort #", "attentat!"

``@class`` the object is of the class; ``!@class`` it is not; ``+PREP`` a complement with this preposition is there,
and ``+PREP @class`` is of the class; ``+adjective @class`` an adjective with it is; ``#`` a number counts it;
``-PREP`` this preposition stands before the noun; ``=passive``, ``=active``, ``=plural``, ``=own``, ``=verbless``,
``=indefinite``; ``%sport`` the article is of the domain. At the end, ``!``: it always names a happening; ``?``: it does
so only with strong evidence. ``*`` alone is any verb.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Set
from importlib.resources.abc import Traversable
from typing import Any

import attrs

from recoupe.errors import InvalidFile, Problem
from recoupe.language.lexicon import Constraint, Frame, Frames, Strength, Unit, Words
from recoupe.model import Kind, Role, Status

#: Classes that the code knows; all others are lists of lemmas.
BUILT_IN_CLASSES = frozenset({"actor", "person", "place", "press", "thing", "number", "date", "inf", "que"})
#: What a verb does to its object is no mode of these: fire and water "ravage" alike.
UNREFINED = frozenset({Kind.DISASTER, Kind.OTHER})


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
    units = _refined(units)
    return Frames(verbs=_table(units, False), nouns=_table(units, True), classes=classes, aliases=aliases)


def _refined(units: list[Unit]) -> list[Unit]:
    """The units, where one of a wide frame takes the mode that its words have in all other frames of its kind.

    So it does not where these say who must do it: "un incendie a ravagé" is no mode of "ravager".
    """
    modes: dict[tuple[str, bool, Kind], set[str | None]] = {}
    for unit in units:
        if not (unit.frame.wide or unit.frame.nothing):
            bound = any(c.target == "subject" and c.of_class for c in unit.constraints)
            modes.setdefault((unit.words, unit.nominal, unit.frame.kind), set()).add(None if bound else unit.frame.mode)
    return [_with_mode(unit, modes.get((unit.words, unit.nominal, unit.frame.kind), set())) for unit in units]


def _with_mode(unit: Unit, modes: Set[str | None]) -> Unit:
    if not unit.frame.wide or unit.frame.kind in UNREFINED or unit.frame.mode or len(modes) != 1:
        return unit
    return attrs.evolve(unit, frame=attrs.evolve(unit.frame, mode=next(iter(modes))))


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
            if constraints and constraints[-1].takes_class:
                constraints[-1] = attrs.evolve(constraints[-1], of_class=name, negated=negated)
            else:
                constraints.append(Constraint(target="object", of_class=name, negated=negated))
        elif token.startswith("+"):
            constraints.append(Constraint(target=token[1:]))
        elif token == "#":
            constraints.append(Constraint(target="number"))
        elif token.startswith(("=", "%", "-")):
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
