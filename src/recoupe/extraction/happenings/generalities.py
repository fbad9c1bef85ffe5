"""What a sentence says in general and reports of nobody: habits, rules, abilities, questions, fiction, directions.

"Le conseil se réunit chaque mardi", "la loi l'interdit", "comment réagir ?", "dans ce roman, un policier enquête".
Linguists call such clauses generic or habitual, as against episodic ones (Krifka et al., Genericity, in The Generic
Book, 1995): they have no place in a list of happenings, whatever their verb.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import (
    children,
    finite,
    governors,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.extraction.happenings.narration import is_in_question
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import BlockKind

#: The tense in which rules are laid down and habits told, and the one that has the same forms ("interdit", "réunit").
_TIMELESS = ("Pres", "Past")
_HABITUAL = (*_TIMELESS, "Imp")
#: Labels of a noun inside the phrase of another one; of those that depend on a verb; of what tells when it happens.
_INSIDE = ("nmod", "conj", "appos")
_ARGUMENTS = ("nsubj", "obj", "obl", "iobj", "nmod")
_ADVERBIAL = ("obl", "advmod", "nmod", "obj", "dep")
#: Labels of the verb of a sentence, or of one beside it.
_MAIN = ("ROOT", "conj", "parataxis")
_TOP = ("ROOT", "parataxis")


@final
@attrs.frozen(kw_only=True, eq=False)
class Generalities:
    """Tells clauses that report no single happening."""

    #: ``occurrence.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Whether a token lies in a time expression that recurs ("chaque mardi").
    is_recurring: Callable[[Part, Token], bool]

    def holds(self, trigger: Trigger) -> bool:
        """What the trigger names is said in general: by its own verb, or for a noun by the verb that it depends on."""
        part, token = trigger.part, trigger.token
        headline = part.block.kind is BlockKind.HEADLINE
        if self._is_chanted(token):
            return True
        if trigger.unit.nominal:
            verb = self._governor(token)
            if verb is None or headline:
                return False
            general = self._is_habit(part, verb) or self._is_rule(verb) or self._is_told_in_fiction(verb)
            return general or self._is_judged(verb)
        if self._is_habit(part, token) or self._is_thought(token):
            return True
        if self._is_direction(token) or (not trigger.tail and (self._is_naming(token) or self._is_estimate(token))):
            return True
        if headline or _is_composed(token):
            return False
        return (
            self._is_rule(token)
            or (not trigger.tail and self._is_state(token))
            or self._is_permission(token.head if is_infinitive(token) else token)
            or self._is_judged(token)
            or self._is_asked(token)
            or self._is_told_in_fiction(token)
        )

    def _governor(self, noun: Token) -> Token | None:
        """The verb that a noun is an argument of, through nouns of which it is a part."""
        dependent = noun
        while dependent.dep_ in _INSIDE and dependent.head != dependent and not is_verbal(dependent.head):
            dependent = dependent.head
        held = dependent.dep_.startswith(_ARGUMENTS) and is_verbal(dependent.head)
        return dependent.head if held else None

    # ------------------------------------------------------------------ slogans
    def _is_chanted(self, token: Token) -> bool:
        """ "ont scandé « Arrêtons la guerre »": what is shouted or painted asks for something and reports nothing."""
        text, at = token.doc.text, token.idx
        if text.rfind("«", 0, at) <= text.rfind("»", 0, at) and not text.count('"', 0, at) % 2:
            return False
        slogans = self.words.of("slogans", "words")
        return any(t.lemma_ in slogans for t in token.sent)

    # ------------------------------------------------------------------ habits and rules
    def _is_habit(self, part: Part, verb: Token) -> bool:
        """ "ouvre tous les jours", "défilaient chaque samedi", "sont régulièrement réprimées"."""
        if _is_composed(verb) or is_participle(verb) or finite(verb).features.get("Tense") not in _HABITUAL:
            return False
        habit = self.words.of("adverbs", "habit")
        for child in verb.children:
            if child.lower_ in habit:
                return True
            if child.dep_.startswith(_ADVERBIAL):
                for token in (child, *child.children):
                    if self.is_recurring(part, token) or self._is_rate(token):
                        return True
        return False

    def _is_rate(self, noun: Token) -> bool:
        """ "par an", "en hiver"."""
        if noun.lemma_ not in self.words.of("habits", "nouns"):
            return False
        return f"{self.syntax.preposition(noun)} {noun.lemma_}" in self.words.of("habits", "phrases")

    def _is_rule(self, verb: Token) -> bool:
        """ "la loi l'interdit", "la Constitution autorise le président à dissoudre": what a text lays down in the
        present tense is valid at any time; "la loi doit être votée" is about the text itself."""
        if is_passive(verb):
            return False
        if is_infinitive(verb):
            verb = next((g for _, g in governors(verb) if is_verbal(g)), verb)
        if verb.auxiliaries or not is_finite(verb) or verb.features.get("Tense") not in _TIMELESS:
            return False
        norms = self.words.of("norms", "nouns")
        return any(s.lemma_.lower() in norms for s in self.syntax.subjects(verb))

    def _is_state(self, verb: Token) -> bool:
        """ "la loi était soutenue par la gauche", "une force soutenue par Paris"; not "a été soutenue"."""
        if not is_passive(verb):
            return False
        if verb.lemma_ in self.words.of("verbs", "stative"):
            return True
        kept = verb.auxiliaries and verb.lemma_ in self.words.of("verbs", "resultative")
        return bool(kept) and not self.syntax.agents(verb) and finite(verb).features.get("Tense") in ("Pres", "Imp")

    def _is_thought(self, participle: Token) -> bool:
        """ "se croient autorisés à", "s'estime trahi": what people take themselves for."""
        head = participle.head
        if participle.dep_ not in ("xcomp", "obl:arg", "obj") or not is_participle(participle):
            return False
        return self.syntax.is_reflexive(head) and head.lemma_ in self.words.of("verbs", "opinion")

    def _is_naming(self, verb: Token) -> bool:
        """ "ce qu'il appelle une faute", "comme l'appellent ses amis", "jadis appelé la Halle"; not "appelle le
        pays au calme"."""
        if verb.lemma_ not in self.words.of("naming", "verbs"):
            return False
        relative = self.words.of("naming", "behind")
        if not any(c.lower_ in relative for c in verb.children) and (verb.auxiliaries or not is_participle(verb)):
            return False
        towards = self.words.of("naming", "towards")
        return all(t.lower_ not in towards for t in verb.doc[verb.i + 1 : verb.sent.end])

    def _is_estimate(self, verb: Token) -> bool:
        """ "une réforme jugée injuste", "est jugé trop strict": what people think of it, and no trial."""
        if verb.lemma_ not in self.words.of("verbs", "opinion"):
            return False
        behind = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ != "ADV"), None)
        return behind is not None and behind.pos_ == "ADJ"

    def _is_permission(self, verb: Token) -> bool:
        """ "il est interdit de fumer"; not "il a été interdit de"."""
        if not is_passive(verb):
            return False
        subjects = {c.lower_ for c in children(verb, "nsubj", "expl")}
        impersonal = not self.words.of("verbs", "dummies").isdisjoint(subjects)
        return impersonal and bool(children(verb, "xcomp", "ccomp", "csubj"))

    def _is_judged(self, verb: Token) -> bool:
        """ "il est difficile de prévoir", "il serait utile de négocier": what it would be like to do it."""
        judgement = verb.head
        if not is_infinitive(verb) or judgement.pos_ != "ADJ" or not judgement.auxiliaries:
            return False
        dummies = self.words.of("verbs", "dummies")
        impersonal = any(c.lower_ in dummies for c in children(judgement, "nsubj", "expl"))
        return impersonal and not _is_composed(judgement)

    # ------------------------------------------------------------------ questions, directions, fiction
    def _is_asked(self, verb: Token) -> bool:
        """ "Pourquoi ne votent-ils plus ?": the verb of a question, which reports nothing."""
        return verb.dep_ in _MAIN and is_in_question(verb)

    def _is_direction(self, verb: Token) -> bool:
        """ "Laisser mijoter une heure", "Climat : réduire les émissions": the infinitive of a sentence or headline that
        has no subject; not "avoir réduit"."""
        top = verb
        while top.dep_ in ("xcomp", "aux:caus", "conj") and is_infinitive(top) and top.head != top:
            top = top.head
        if top.dep_ not in _TOP or top.auxiliaries or top.features.get("VerbForm") != "Inf":
            return False
        return not self.syntax.subjects(top, shared=False)

    def _is_told_in_fiction(self, verb: Token) -> bool:
        """ "Dans ce roman, un policier enquête", "le film raconte une guerre", "le héros meurt": in the present."""
        top = verb
        while top.head != top and top.dep_ != "parataxis":
            top = top.head
        if not is_verbal(top) or top.auxiliaries or top.features.get("Tense") not in _TIMELESS:
            return False
        works, figures = self.words.of("fiction", "works"), self.words.of("fiction", "figures")
        for subject in self.syntax.subjects(top):
            noun = subject.lemma_.lower()
            if noun in figures or (noun in works and top.lemma_ in self.words.of("fiction", "verbs")):
                return True
        opening = (c for c in children(top, "obl") if c.i < top.i and c.lemma_.lower() in works)
        return any(self.syntax.preposition(c) == "dans" for c in opening)


def _is_composed(verb: Token) -> bool:
    """It stands in the perfect or another compound tense."""
    return bool(verb.auxiliaries) and any(auxiliary.dep_ == "aux:tense" for auxiliary in verb.auxiliaries)
