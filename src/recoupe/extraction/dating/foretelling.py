"""What a verb says is to come: a month or season behind it is that of what is foretold, not of the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import attrs

from recoupe.calendar import Division, Lean, Month, Symbol, Third, resolve
from recoupe.extraction.dependencies import is_verbal
from recoupe.extraction.happenings import narration
from recoupe.extraction.happenings.prospects import BEFALLING
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token
from recoupe.model import When


def ahead(
    symbols: Sequence[Symbol],
    runs: Mapping[int, Run],
    governing: dict[int, Token | None],
    anchor: When,
    language: Language,
) -> Set[int]:
    """The months and seasons without year, nearer ahead of publication than behind it, that stand behind what a verb
    foretells, where `governing` is given its noun: "a promis une LECTURE à l'automne"; those behind are the verb's,
    but for what is promised."""
    found = set()
    for index, tokens in runs.items():
        near = _nearest(symbols[index])
        told = None if near is None else _foretold(tokens, governing[index], language)
        if near is None or told is None or not anchor.is_day:
            continue
        verb, noun = told
        promised = language.status.key_of("verbs", verb.lemma_.lower()) == "planned"
        to_come = promised or anchor.certainly_before(resolve(near, anchor).when)
        governing[index] = noun if to_come else verb
        if to_come:
            found.add(index)
    return found


def _nearest(symbol: Symbol) -> Symbol | None:
    """A month or season without its year, as the one that lies nearest; None for anything else."""
    if isinstance(symbol, Third):
        inner = _nearest(symbol.of)
        return None if inner is None else attrs.evolve(symbol, of=inner)
    if isinstance(symbol, Month | Division) and symbol.year is None and symbol.lean in (Lean.OPEN, Lean.NEAREST):
        return attrs.evolve(symbol, lean=Lean.NEAREST)
    return None


def foretells(verb: Token, language: Language) -> bool:
    """It says in the perfect what is to come: "a confirmé la fermeture de l'usine en juillet"."""
    listed = verb.lemma_.lower() in language.status.of("announcing", "foretelling")
    return listed and is_verbal(verb) and narration.is_perfect(verb)


def _foretold(tokens: Run, governor: Token | None, language: Language) -> tuple[Token, Token] | None:
    """The verb that foretells something, and the noun of what it foretells, behind which a time stands: "a PROMIS une
    LECTURE à l'automne"; None for what nobody plans."""
    if governor is None:
        return None
    verb = governor if is_verbal(governor) else governor.head
    if not foretells(verb, language):
        return None
    noun = next((c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < tokens.start), None)
    if noun is None:
        return None
    units = language.frames.nouns.get(noun.lemma_.lower(), ())
    return None if units and all(u.frame.kind in BEFALLING for u in units) else (verb, noun)
