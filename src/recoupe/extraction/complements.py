"""The complements of a verb or a noun: objects, agents, what a preposition introduces; with recovery from errors."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from recoupe.extraction.dependencies import (
    antecedent,
    children,
    feature,
    is_infinitive,
    is_passive,
    is_verbal,
    without_subtype,
)
from recoupe.extraction.phrases import OF
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token

#: Parts of speech that head a nominal.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_OBLIQUE = frozenset({"obl", "nmod", "iobj", "advmod"})
_LIKE_OBLIQUE = frozenset({"xcomp", "dep", "appos", "conj"})
_STOPS = frozenset({".", ";", ":", "»", "(", ")", "”", "?", "!"})
#: How far from a verb an argument that the parser lost is looked for, in tokens.
REACH = 12


@attrs.frozen(kw_only=True, eq=False)
class Complements:
    """Reads the complements in a parse with the function words of one language."""

    #: ``grammar.toml`` of the language pack.
    words: Words
    #: Words that hold a preposition and an article, with the preposition: "du", "aux".
    contractions: Mapping[str, str] = attrs.field(init=False, repr=False)
    #: Prepositions that say how many at most, before a number.
    _measuring: frozenset[str] = attrs.field(init=False, repr=False)
    #: What was asked for already.
    _objects: dict[Token, Sequence[Token]] = attrs.field(factory=dict, init=False)
    _agents: dict[Token, Sequence[Token]] = attrs.field(factory=dict, init=False)
    _obliques: dict[Token, Sequence[tuple[str, Token]]] = attrs.field(factory=dict, init=False)

    @contractions.default
    def _find_contractions(self) -> Mapping[str, str]:
        return self.words.keys_of("contractions")

    @_measuring.default
    def _find_measuring(self) -> frozenset[str]:
        return self.words.of("measuring", "prepositions")

    def preposition(self, token: Token) -> str | None:
        """The preposition that introduces a nominal or an infinitive, in its plain form; None where there is none.

        "jusqu'à" before a number says how many at most ("supprime jusqu'à 300 postes") and introduces nothing.
        """
        for mark in token.children:
            if mark.dep_ in ("case", "mark"):
                break
        else:
            return None
        if mark.i > token.i:
            return None
        word = mark.lower_
        if word in self._measuring and children(token, "nummod"):
            return None
        if mark.children and (whole := word + "".join(c.lower_ for c in mark.children if c.dep_ == "fixed")) != word:
            word = whole if whole in self.words.of("prepositions", "compound") else word
        return self.contractions.get(word, word)

    def is_reflexive(self, verb: Token) -> bool:
        """It has a reflexive pronoun: "s'est rendu", "je me suis rendu", "nous continuerons de nous mobiliser"."""
        before = [c for c in verb.children if c.i < verb.i and c.dep_.startswith(("expl", "obj", "iobj", "dep"))]
        if not before:
            return False
        if any(c.lower_ in self.words.of("pronouns", "reflexive") for c in before):
            return True
        persons = [(c, p) for c in before if (p := self.words.key_of("reflexives", c.lower_)) is not None]
        if not persons:
            return False
        governor = verb.head if is_infinitive(verb) else verb
        subjects = {c.lower_ for v in (verb, governor) for c in children(v, "nsubj") if c.i < verb.i}
        return any(subjects & {person, f"{person[0]}'"} for _, person in persons)

    def full_lemma(self, verb: Token) -> str:
        """The lemma of a verb, with "se" where it is reflexive: "se rendre", "rendre"."""
        return f"se {verb.lemma_}" if self.is_reflexive(verb) else verb.lemma_

    def is_temporal(self, noun: Token) -> bool:
        """It names a day or a stretch of time, which parsers take for an object ("a adopté jeudi le projet")."""
        words = self.words.of("nouns", "temporal")
        if noun.lemma_.lower() in words:
            return True
        # "le 17 juin"; in "a eu lieu lundi", "a visité Lyon mardi" the day is not the noun's, whatever the parse says
        number = noun.pos_ == "NUM" or noun.text.isdigit()
        return number and any(c.lower_ in words for c in noun.children if c.i > noun.i and self.preposition(c) is None)

    def bare_nominal(self, verb: Token, labels: tuple[str, ...]) -> Token | None:
        """The first nominal behind the verb with a determiner or number and no preposition that dates nothing."""
        behind = (c for c in children(verb, *labels) if c.i > verb.i and c.pos_ in ("NOUN", "PROPN"))
        bare = (c for c in behind if children(c, "det", "nummod") and self.preposition(c) is None)
        return next((c for c in bare if not self.is_temporal(c)), None)

    def objects(self, verb: Token) -> Sequence[Token]:
        """The direct object's head; for a relative "que", the antecedent."""
        found = self._objects.get(verb)
        if found is None:
            found = self._objects[verb] = self._find_objects(verb)
        return found

    def _find_objects(self, verb: Token) -> Sequence[Token]:
        pronoun: list[Token] = []
        for child in children(verb, "obj"):
            relative = feature(child, "PronType") == "Rel" or verb.dep_ == "acl:relcl"
            if relative and child.lower_ in self.words.of("pronouns", "relative_object"):
                found = antecedent(verb)
                return [found] if found is not None else []
            if child.dep_ != "obj" or self.preposition(child) is not None or self.is_temporal(child):
                continue
            if child.pos_ == "PRON" or child.lower_ in self.words.of("pronouns", "clitic"):
                pronoun.append(child)
                continue
            nearer = self.bare_nominal(verb, ("obl",))
            return [nearer if nearer is not None and nearer.i < child.i else child]
        lost = self._lost_object(verb)
        if lost is None and not pronoun and verb.dep_ == "acl:relcl":
            pronouns = self.words.of("pronouns", "relative_object")  # "le Rwanda, que Kinshasa accuse d'avoir menti"
            if any(c.dep_ == "mark" and c.lower_ in pronouns for c in verb.children):
                found = antecedent(verb)
                return [found] if found is not None else []
        return [lost] if lost is not None else pronoun

    def _lost_object(self, verb: Token) -> Token | None:
        """The nominal that follows the verb and that the parser hung elsewhere ("a ouvert vendredi une enquête")."""
        if is_passive(verb) or self.is_reflexive(verb):
            return None
        barrier, position = False, verb.i + 1
        while position < min(verb.i + REACH, verb.sent.end):
            token = verb.doc[position]
            position += 1
            if token.text in _STOPS:
                return None
            if token.text == ",":
                barrier = not barrier
                continue
            if barrier:  # "accuse, sans les nommer, les militants"
                continue
            if is_verbal(token) or token.dep_ in ("mark", "cc"):
                return None
            if token.pos_ not in ("NOUN", "PROPN") or token.i < verb.i:
                continue
            if token.dep_.startswith(("flat", "nsubj")) or self.is_temporal(token):
                continue
            bare = token.is_capital and token.i == verb.i + 1  # "a bombardé Alep mardi"
            if self.preposition(token) is not None or not (bare or children(token, "det", "nummod")):
                if (behind := self._bare_behind(token)) is not None:
                    return behind
                position = max(position, max(t.i for t in token.subtree if t.i < verb.i + REACH) + 1)
                continue
            return token
        return None

    def _bare_behind(self, noun: Token) -> Token | None:
        """ "a confirmé dans un communiqué la mort de dix soldats": with an article and without a preposition, a noun is
        no complement of the one before it."""
        behind = (c for c in children(noun, "nmod") if c.i > noun.i and c.pos_ == "NOUN" and not self.is_temporal(c))
        bare = (c for c in behind if self.preposition(c) is None and children(c, "det"))
        return next((c for c in bare if not any(t.is_punct for t in noun.doc[noun.i : c.i])), None)

    def agents(self, verb: Token) -> Sequence[Token]:
        """Who acts in a passive clause ("par ...")."""
        found = self._agents.get(verb)
        if found is None:
            found = self._agents[verb] = self._find_agents(verb)
        return found

    def _find_agents(self, verb: Token) -> Sequence[Token]:
        found = [c for c in verb.children if c.dep_ == "obl:agent"]
        if found:
            return found
        led, places = self.words.of("prepositions", "agent"), self.words.of("prepositions", "place")
        beside: list[Token] = []
        for child in verb.children:
            if child.dep_.startswith(("obl", "nmod")):
                word = self.preposition(child)
                if word in led:
                    found.append(child)
                elif word in places and child.i > verb.i and child.children:  # "arrêté à son domicile par la police"
                    beside += children(child, "nmod")
        return found or [c for c in beside if self.preposition(c) in led]

    def obliques(self, token: Token) -> Sequence[tuple[str, Token]]:
        """The complements with a preposition, of a verb or a noun: (preposition, head of the complement), in order."""
        found = self._obliques.get(token)
        if found is None:
            found = self._obliques[token] = list(self._find_obliques(token))
        return found

    def _find_obliques(self, token: Token) -> Iterator[tuple[str, Token]]:
        for child in token.children:
            if child.pos_ == "ADV":
                yield from self._behind_phrase(child)
            elif child.pos_ == "ADJ" and child.children:  # "la grève illimitée des cheminots": hung on the adjective
                below = ((self.preposition(c), c) for c in children(child, "nmod") if c.pos_ in NOMINAL)
                yield from ((word, c) for word, c in below if word is not None)
            elif child.pos_ in NOMINAL and (without_subtype(child.dep_) in _OBLIQUE or child.dep_ in _LIKE_OBLIQUE):
                word = self.preposition(child)
                if word is not None:
                    plain = self._of_phrase(child) if word == "de" else None
                    yield from self._behind_phrase(child) or [(plain or word, child)]

    def _behind_phrase(self, head: Token) -> list[tuple[str, Token]]:
        """ "à l'encontre de X", "auprès de X": X, behind the one word that says the same."""
        word = self.words.key_of("phrases", head.lower_)
        if word is None or not head.children:
            return []
        return [(word, c) for c in head.children if c.pos_ in NOMINAL and self.preposition(c) == "de"]

    def _of_phrase(self, noun: Token) -> str | None:
        """ "une marche en mémoire de X": what stands before X says the same as "pour", wherever the parse hangs X."""
        at = next((c.i for c in noun.children if c.lower_ in OF), 0) - 1
        if at < 1 or noun.doc[at].pos_ != "NOUN" or noun.doc[at - 1].lower_ != "en":
            return None
        return self.words.key_of("phrases", noun.doc[at].lower_)

    def nested_complements(
        self, noun: Token, depth: int = 3, *, apart: Collection[str] = ()
    ) -> Iterator[tuple[str, Token]]:
        """The complements of a noun, and those that the parser may have hung on a complement instead ("une visite d'une
        journée à Pyongyang"), nearest first. What follows a part of a place ("des frappes sur le sud du Liban") stands
        to the noun as the part does. What stands below a complement with one of `apart` is that one's own."""
        parts = self.words.of("nouns", "parts")
        layer, seen = [("", noun)], {noun.i}
        for _ in range(depth):
            below: list[tuple[str, Token]] = []
            for outer, token in layer:
                for word, complement in self.obliques(token):
                    if complement.i not in seen and complement.i > noun.i:
                        seen.add(complement.i)
                        whole = outer and word == "de" and token.lemma_ in parts
                        found = outer if whole else word, complement
                        if word not in apart:
                            below.append(found)
                        yield found
            layer = below
