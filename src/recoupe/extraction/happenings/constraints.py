"""Whether the constraints of a unit hold where its words stand: classes of objects and complements, forms, domains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import children, feature, is_adjectival, is_finite, is_passive, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Constraint, Frames, Unit
from recoupe.language.tokens import Token

#: Whether a nominal is of a built-in class: the caller knows the actors and places.
ClassTest = Callable[[Part, Token, str], bool]
#: Clauses that a line without a verb of its own may have below it.
_SUBORDINATE = frozenset({"acl:relcl", "advcl", "ccomp"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Constraints:
    """Reads what stands around the words of units."""

    #: The lexicon.
    frames: Frames
    #: Reads the parse.
    syntax: Syntax
    #: Tells the built-in classes.
    is_of: ClassTest
    #: The domain of the article ("sport"); None for general news.
    domain: str | None = None
    #: What was asked about already, by the words of the unit and the target.
    _asked: dict[tuple[tuple[Token, ...], str], Sequence[Token]] = attrs.field(factory=dict, init=False)

    def hold(self, part: Part, token: Token, tail: tuple[Token, ...], unit: Unit) -> bool:
        """All those of a unit hold. `token`: the word that heads it; `tail`: its other words."""
        return not unit.constraints or all(self._holds(part, token, tail, each) for each in unit.constraints)

    def _holds(self, part: Part, token: Token, tail: tuple[Token, ...], constraint: Constraint) -> bool:
        target = constraint.target
        if target in ("=passive", "=active"):
            passive = is_adjectival(token) if token.pos_ == "ADJ" else is_passive(token)
            return passive is (target == "=passive")
        if target == "=own":
            return any(feature(c, "Poss") for c in children((tail or (token,))[-1], "det"))
        if target == "=plural":
            return feature(token, "Number") == "Plur"
        if target == "=verbless":
            heads = (t for t in token.sent if not t.dep_.startswith(("aux", "cop")))
            return not any(is_finite(t) and t.dep_ not in _SUBORDINATE for t in heads)
        if target == "=indefinite":
            return not self._is_definite(token)
        if target.startswith("-"):
            return self.syntax.preposition(token) == target[1:]
        if target.startswith("%"):
            return self.domain == target[1:]
        if target == "number":
            return self.is_of(part, token, "number") or self.syntax.are_none(token)
        if target == "+inf" or target == "inf":
            below = [c for word in (token, *tail) for c in word.children]
            return any(c.dep_ in ("xcomp", "acl", "ccomp") and feature(c, "VerbForm") == "Inf" for c in below)
        if target == "que":
            return any(c.dep_ == "ccomp" for c in token.children)
        fillers = self._fillers((token, *tail), target)
        if constraint.of_class is None:
            return bool(fillers)
        for filler in fillers:
            if self._is_of_class(part, filler, constraint.of_class):
                return not constraint.negated
        return constraint.negated

    def _is_definite(self, noun: Token) -> bool:
        """ "le nouveau patron", "du nouveau patron", "son nouveau patron"."""
        fused = self.syntax.words.of("articles", "fused")
        held = any(feature(c, "Definite") == "Def" or feature(c, "Poss") for c in children(noun, "det"))
        return held or any(c.lower_ in fused for c in children(noun, "case"))

    def _fillers(self, words: tuple[Token, ...], target: str) -> Sequence[Token]:
        """The nominals that a constraint is about, with their conjuncts. `words`: those of the unit, its head first."""
        found = self._asked.get((words, target))
        if found is None:
            found = self._asked[words, target] = self._find_fillers(words, target)
        return found

    def _find_fillers(self, words: tuple[Token, ...], target: str) -> list[Token]:
        token = words[0]
        if target == "subject":
            found = self.syntax.subjects(token)
        elif target == "adjective":
            return children(token, "amod")
        elif target == "above":
            found = [token.head] if token.head != token else []
        elif target == "object" and is_verbal(token):
            found = self.syntax.subjects(token) if is_passive(token) else self.syntax.objects(token)
        elif target == "object" and is_adjectival(token):
            found = [token.head]  # "5 000 emplois perdus"
        else:
            word = "de" if target == "object" else target
            found = [c for h in words for p, c in self.syntax.nested_complements(h) if p == word]
            found += [c for h in words for p, c in self.syntax.obliques(h) if p == word]
            if word == "à":  # "s'y est rendu"
                clitics = [c for c in token.children if c.pos_ == "PRON" and c.i < token.i]
                found += [c for c in clitics if c.lower_ in self.syntax.words.of("pronouns", "locative")]
        return [t for f in found for t in (f, *f.conjuncts)]

    def _is_of_class(self, part: Part, token: Token, name: str) -> bool:
        words = self.frames.classes.get(name)
        if words is None:
            return self.is_of(part, token, name)
        if token.lemma_.lower() in words or token.lower_ in words:
            return True
        if name in self.frames.phrases and self._is_in_phrase(part, token, name):
            return True
        # "des milliers de soldats", "une importante quantité d'armes": what is counted stands below
        if token.lemma_.lower() in self.frames.classes.get("opaque", ()):
            return False
        for child in token.children:
            if child.dep_ == "nmod" and child.i > token.i and (child.lemma_.lower() in words or child.lower_ in words):
                return self.syntax.preposition(child) == "de" and self._is_made_of(token, child)
        return False

    def _is_in_phrase(self, part: Part, token: Token, name: str) -> bool:
        """The token belongs to a member of the class that has several words: "voiture piégée"."""
        phrases = self.frames.phrases.get(name, {}).get(token.lemma_.lower(), ())
        for phrase in phrases:
            start = token.i - phrase.index(token.lemma_.lower())
            found = part.doc[max(start, 0) : start + len(phrase)]
            if len(found) == len(phrase) and all(t.lemma_.lower() == w for t, w in zip(found, phrase, strict=True)):
                return True
        return False

    def _is_made_of(self, whole: Token, noun: Token) -> bool:
        """ "une cargaison d'armes", "la plupart des soldats"; not "la question du député", "le chef des rebelles"."""
        if whole.lemma_.lower() in self.syntax.words.of("counting", "quantities"):
            return True
        fused = self.syntax.words.of("articles", "fused")
        return not any(c.dep_ == "det" or (c.dep_ == "case" and c.lower_ in fused) for c in noun.children)
