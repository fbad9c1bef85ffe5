"""Sequels: what usually follows for either side of an act, by which a pronoun of the next sentence is understood.

Whoever harmed somebody is sought and tried then, whoever was harmed dies or is cared for; and who was dismissed or
arrested by somebody is spoken of as what happened to him before or behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, final

import attrs

from recoupe.extraction.actors.agreement import agrees
from recoupe.extraction.actors.anaphora import Memory, asked
from recoupe.extraction.actors.appearance import Appearance
from recoupe.extraction.actors.cast import Member
from recoupe.extraction.dependencies import is_participle, is_passive
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Doc, Token

#: What words are, as the parse has them, that do something, and to which something is done.
_DOING: Final = frozenset({"nsubj", "obl:agent"})
_SUFFERING: Final = frozenset({"nsubj:pass", "obj"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Sequels:
    """Sets right whom a pronoun means, by what is told of both sides of the act before."""

    #: ``persons.toml`` of the language pack.
    words: Words
    memory: Memory

    def meant(self, part: int, pronoun: Token, sentence: int, found: tuple[Member, ...]) -> tuple[Member, ...]:
        """ "Un homme a été poignardé par son voisin. Il a été arrêté": the other side of the act, where what is told
        of the pronoun befalls that one; nobody where it can be neither that one nor who was killed; else `found`."""
        acts = self._wanted(pronoun)
        for seen in self.memory.before(part, pronoun.i) if acts else ():
            if seen.part != part or sentence - seen.sentence > 1:
                break
            if found and seen.members != found:
                continue
            for act, doing in _acts_of(pronoun.doc, seen):
                kinds = [does for kind, does in acts if doing != does and self._is(act, kind)]
                if kinds and (other := self._other_side(part, pronoun, act, doing=kinds[0])):
                    return other
                if kinds and found:
                    return () if kinds[0] and self._is(act, "killing") else found
        return found

    def _wanted(self, pronoun: Token) -> list[tuple[str, bool]]:
        """The sorts of acts of which the verb of a pronoun is a sequel, and whether for whoever did them."""
        verb, voice = pronoun.head, {"nsubj": "active", "nsubj:pass": "passive"}.get(pronoun.dep_)
        if voice is None:
            return []
        tried, held = self._is(verb, f"tried {voice}"), voice == "passive" and self._is(verb, "holding")
        found = [("harming", True)] if tried or held else []
        if self._is(verb, f"suffered {voice}"):
            found.append(("harming", False))
        return [*found, ("holding", False)] if held else found

    def _is(self, verb: Token, key: str) -> bool:
        return is_listed(verb, self.words.of("sequels", key))

    def _other_side(self, part: int, pronoun: Token, act: Token, *, doing: bool) -> tuple[Member, ...]:
        plural, gender = asked(pronoun)
        labels = _DOING if doing else _SUFFERING
        sides = {c.i for c in act.children if c.dep_ in labels}
        if not doing and is_participle(act) and act.dep_ == "acl":
            sides.add(act.head.i)
        for seen in self.memory.before(part, pronoun.i):
            if seen.part == part and not sides.isdisjoint(range(seen.start, seen.end)):
                return seen.members if agrees(seen, gender, plural) else ()
        return ()


def _acts_of(doc: Doc, seen: Appearance) -> Iterator[tuple[Token, bool]]:
    """The verbs of which those who appear are a side, and whether they do it."""
    for token in doc[seen.start : seen.end]:
        for participle in token.children:
            if participle.dep_ == "acl" and is_participle(participle) and is_passive(participle):
                yield participle, False
        if token.dep_ in _DOING or token.dep_ in _SUFFERING:
            yield token.head, token.dep_ in _DOING


def is_listed(verb: Token, listed: frozenset[str]) -> bool:
    """The verb stands in a list, alone or with a noun of its phrase ("placer garde")."""
    return verb.lemma_ in listed or any(f"{verb.lemma_} {c.lemma_}" in listed for c in verb.children)


def held_by(words: Words) -> frozenset[str]:
    """The verbs of what is done to whoever is arrested or tried."""
    return words.of("sequels", "holding") | words.of("sequels", "tried passive")
