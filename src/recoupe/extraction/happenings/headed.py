"""Which units of the lexicon a word may head: by its lemma and spelling, and by where it stands."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction.dependencies import is_verbal
from recoupe.language.lexicon import Frames, Unit, Words
from recoupe.language.tokens import Token

#: Entities whose inner words name nothing but the entity ("Conseil de sécurité", "Marche des fiertés").
_NAMES = frozenset({"PER", "ORG", "MISC", "LOC"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Headed:
    """The units of the lexicon that a word may head, by what it is where it stands."""

    #: By its lemma.
    as_verb: tuple[Unit, ...]
    as_noun: tuple[Unit, ...]
    #: By the infinitives that its ending can belong to, where the tagger or the lemmatiser missed it.
    as_participle: tuple[Unit, ...]
    #: It opens names of gatherings: "le Sommet de l'Alliance", but not "le Global Gateway Forum".
    opens_names: bool

    def at(self, token: Token) -> Sequence[Unit]:
        """Those of the units that a word may head which it may head where it stands, in the order they are tried."""
        found: list[Unit] = []
        if is_verbal(token) and not token.dep_.startswith("aux"):
            found += (*self.as_verb, *self.as_participle)
        if self.as_noun and token.pos_ in ("NOUN", "PROPN") and self._stands_alone(token):
            found += self.as_noun
        opens = token.dep_ == "advcl" and token.i == token.sent.start  # "Arrêté le 30 juin, il sera jugé lundi."
        if token.pos_ in ("ADJ", "NOUN") and (opens or token.dep_ in ("amod", "acl", "ROOT", "conj", "xcomp")):
            found += self.as_participle
        return found

    def _stands_alone(self, token: Token) -> bool:
        """It is no word of a longer proper name, but those that names of gatherings open with, nor of a compound."""
        if token.ent_type_ in _NAMES and token.is_title and token.i > token.sent.start:
            return self.opens_names and token.ent_iob_ == "B"
        return not (_is_acronym(token) or _completes_compound(token))


@functools.lru_cache(maxsize=16384)
def headed(frames: Frames, grammar: Words, occurrence: Words, lemma: str, lower: str) -> Headed | None:
    """What the lexicon has for a word of this lemma and spelling; None, as for most, where it has nothing."""
    plain = frames.aliases.get(lemma, lemma).lower()

    def infinitives(table: str) -> list[str]:
        return [lower.removesuffix(ending) + infinitive for ending, infinitive in grammar.endings_of(table, lower)]

    def units(table: Mapping[str, tuple[Unit, ...]], heads: Iterable[str]) -> tuple[Unit, ...]:
        return tuple(unit for head in dict.fromkeys(heads) for unit in table.get(head, ()))

    found = Headed(
        as_verb=units(frames.verbs, [plain]),
        as_noun=units(frames.nouns, [plain, lower]),
        as_participle=units(frames.verbs, infinitives("participles")),
        opens_names=plain in occurrence.of("nouns", "gatherings"),
    )
    return found if any((found.as_verb, found.as_noun, found.as_participle)) else None


def _is_acronym(token: Token) -> bool:
    """In capitals behind a word in small letters: "un ancien du RAID"."""
    return token.text.isupper() and token.i > token.sent.start and token.doc[token.i - 1].text.islower()


def _completes_compound(token: Token) -> bool:
    """It is the second noun of a compound, which only says of what sort the first is: "capital-investissement"."""
    if token.i - token.sent.start < 2:
        return False
    noun, hyphen = token.doc[token.i - 2], token.doc[token.i - 1]
    glued = noun.idx + len(noun.text) == hyphen.idx and hyphen.idx + 1 == token.idx
    return hyphen.text == "-" and glued and noun.pos_ == "NOUN"
