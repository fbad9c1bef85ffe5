"""What stands with a noun that names a happening: its complements, possessives, adjectives and participles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import final

import attrs

from recoupe.extraction.actors.finding import ActorFinder
from recoupe.extraction.analysis import Part
from recoupe.extraction.complements import NOMINAL
from recoupe.extraction.dependencies import antecedent, children, is_participle, is_passive, is_verbal
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.participants.aims import is_victims, owner_role
from recoupe.extraction.phrases import reach as phrase_end
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Frames, Words
from recoupe.language.tokens import Token
from recoupe.model import ActorKind, Kind, Role

#: How far behind a verb the parties of its subject stand, in tokens.
_BESIDE = 6
#: What stands before two sides, and never says whose anybody is.
_BETWEEN = "entre"
#: Kinds of happenings of which the noun's complement with "de" never says from where.
_DONE_TO = frozenset({Kind.ASSAULT, Kind.CRIME, Kind.TRANSACTION})
#: How far behind a noun "par" stands, in tokens.
_NEAR = 10


@final
@attrs.frozen(kw_only=True, eq=False)
class NounComplements:
    """Finds the arguments that stand with a noun."""

    #: Resolves nominals.
    actors: ActorFinder
    #: Reads the parse.
    syntax: Syntax
    #: ``occurrence.toml`` of the language pack: light verbs.
    occurrence: Words
    #: What verbs and nouns evoke.
    frames: Frames

    def of(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """The arguments of the trigger's noun with their roles, those that stand nearest first."""
        noun, roles = trigger.token, trigger.unit.frame.noun_roles
        beside, doers = list(self._complements(trigger)), list(self._behind_par(noun))
        agentive, owner = self._agentive, self._own_role(trigger)
        owned = [c for c in children(noun, "det") if c.lower_ in self.occurrence.of("determiners", "possessive")]
        done_by = bool(doers) or not agentive.isdisjoint(dict(beside))
        for word, token in beside:
            role = roles.get(word) or (Role.AGENT if word in agentive else None)
            if word == "de" and role is Role.AGENT and done_by:
                role = Role.PATIENT  # "l'attaque d'un convoi par des rebelles"
            if role is None and token.head == noun:
                role = self._otherwise(word)
            if word == "de" and owned and role is owner:
                continue  # "son expulsion de France"
            if role is not None and (role := self._as_nested(trigger, token, role)) is not None:
                yield role, token
        yield from ((Role.AGENT, token) for token in doers)
        if "adjective" in roles:
            for child in children(noun, "amod"):
                if self.actors.resolve(trigger.part, child):
                    yield roles["adjective"], child
        yield from ((owner, child) for child in owned)
        if (whose := self._behind_dont(noun)) is not None:
            yield owner, whose
        yield from self.under_participles(trigger, noun)

    def _own_role(self, trigger: Trigger) -> Role:
        """ "son invasion de l'Ukraine": whose it is did it, where somebody else undergoes it."""
        role = self.owner_role(trigger)
        if role is not Role.PATIENT or trigger.unit.frame.kind not in _DONE_TO:
            return role
        others = (t for word, t in self.syntax.obliques(trigger.token) if word == "de")
        return Role.AGENT if any(self.actors.resolve(trigger.part, t) for t in others) else role

    @staticmethod
    def owner_role(trigger: Trigger) -> Role:
        """What somebody is to the happening whose it is."""
        return trigger.unit.frame.noun_roles.get("de", Role.AGENT)

    def parties_behind(self, word: Token, reach: int = _BESIDE) -> Iterator[tuple[str, Token]]:
        """ "à l'issue d'une réunion entre X et Y", "se sont poursuivis mardi entre X et Y": the parties close behind a
        noun or verb, with what stands before them, wherever the parse hangs them."""
        sides, start = self.occurrence.of("prepositions", "sides"), word.i + 1
        if word.pos_ == "NOUN" and start < len(word.doc) and word.doc[start].lower_ not in sides:
            start = phrase_end(word)  # "la victoire de X contre Y"
        for token in word.doc[start : min(start + reach, word.sent.end)]:
            if token.lower_ in sides and token.dep_ == "case":
                above = token.head.head  # not "intervient dans un contexte de liens entre X et Y"
                close = token.i == start and self.syntax.preposition(word) != "pour"  # "plainte pour vol contre X"
                if close or above == word or self.syntax.is_temporal(above):
                    yield from ((token.lower_, t) for t in (token.head, *token.head.conjuncts))
                return

    def under_participles(self, trigger: Trigger, noun: Token) -> Iterator[tuple[Role, Token]]:
        """ "l'agression commise par X", "l'attaque attribuée à X", "une enquête visant X": who did what the noun names,
        or underwent it."""
        roles = trigger.unit.frame.noun_roles
        for participle in dict.fromkeys((*children(noun, "acl", "amod"), *trigger.tail)):
            if not is_participle(participle) or participle == trigger.token:
                continue
            lemma = participle.lemma_.lower()
            if not is_passive(participle):
                if lemma in self.occurrence.of("verbs", "targeting"):
                    yield from ((roles.get("contre", Role.PATIENT), t) for t in self.syntax.objects(participle))
                continue
            if lemma in self.occurrence.of("verbs", "object"):
                given = self.syntax.obliques(participle)
                yield from ((roles[word], t) for word, t in given if word in roles)
                yield from self.aimed_below(trigger.part, participle, roles)
                undergoes = lemma in self.occurrence.of("verbs", "undergone")
                agents = self.syntax.agents(participle)
                yield from ((Role.PATIENT if undergoes else Role.AGENT, t) for t in agents)
                # "la motion déposée par X contre Y": the parse may hang the one on the other
                targets = self.occurrence.of("prepositions", "targets")
                below = (found for agent in agents for found in self.syntax.obliques(agent) if found[0] in targets)
                yield from ((roles[word], t) for word, t in below if word in roles)
            elif lemma in self.occurrence.of("verbs", "deciding"):
                yield from ((Role.AGENT, t) for t in self.syntax.agents(participle))  # "une hausse décidée par X"
            elif lemma in self.occurrence.of("verbs", "ascribing"):
                beside = [(word, t) for word, t in self.syntax.obliques(participle) if word in ("à", "par")]
                others = any(word == "à" for word, _ in beside)  # "attribuée par la police à deux hommes"
                yield from ((Role.AGENT, t) for word, t in beside if word == "à" or not others)

    def aimed_below(self, part: Part, word: Token, roles: Mapping[str, Role]) -> Iterator[tuple[Role, Token]]:
        """ "une plainte déposée mardi devant la Cour contre X": X, hung on the court or on the day."""
        targets = roles.keys() & self.occurrence.of("prepositions", "targets")
        if not targets or all(t.lower_ not in targets for t in word.doc[word.i + 1 : word.sent.end]):
            return
        for led, token in self.syntax.nested_complements(word):
            above = token.head
            if led in targets and above != word and above.i > word.i:
                bodies = (r.actor.kind is ActorKind.ORGANISATION for r in self.actors.resolve(part, above))
                if self.syntax.is_temporal(above) or any(bodies):
                    yield roles[led], token

    def _complements(self, trigger: Trigger) -> Iterator[tuple[str, Token]]:
        """The complements, with what stands before them; no dates ("la réunion de mercredi")."""
        noun = trigger.token
        apart = self.occurrence.of("prepositions", "anterior") | self.occurrence.of("prepositions", "posterior")
        for word, token in (*self.syntax.nested_complements(noun, apart=apart), *self.parties_behind(noun, 1)):
            if token not in trigger.tail and not (word == "de" and self.syntax.is_temporal(token)):
                yield word, token

    @property
    def _agentive(self) -> frozenset[str]:
        """What stands before whoever acts: "par"."""
        return self.syntax.words.of("prepositions", "agent")

    def _otherwise(self, word: str) -> Role | None:
        """What somebody right behind a noun is where its frame does not say: "ses excuses envers les victimes"."""
        if word in self.occurrence.of("prepositions", "local"):
            return None
        role = self.occurrence.key_of("roles", word)
        return Role(role) if role else None

    def _behind_par(self, noun: Token) -> Iterator[Token]:
        """ "interrogés sur la revendication de l'attaque par X", "le coup de filet mené par X": whoever "par" stands
        before right behind the noun, wherever the parse hangs them."""
        if noun.dep_ == "nmod" and self.syntax.preposition(noun) == "de":
            return  # "la condamnation de l'attaque par X"
        light = self.occurrence.of("verbs", "object")
        for token in noun.doc[noun.i + 1 : min(noun.i + _NEAR, noun.sent.end)]:
            if token.is_punct or token.pos_ == "SCONJ":
                return
            if (is_verbal(token) or is_participle(token)) and token.lemma_ not in light:
                return
            if token.lower_ in self._agentive and token.dep_ == "case":
                above = token.head.head
                if is_passive(above) and self._is_charge(noun):
                    return  # "a été condamné pour assassinat par la cour"
                if above.i < noun.i or (above != noun and is_verbal(above)):
                    yield token.head
                return

    def _is_charge(self, noun: Token) -> bool:
        return self.syntax.preposition(noun) in self.occurrence.of("prepositions", "charge")

    def _behind_dont(self, noun: Token) -> Token | None:
        """ "X, dont l'arrestation a provoqué": whose the happening is that the relative clause is about."""
        verb = noun.head
        if not noun.dep_.startswith(("nsubj", "obj")) or not is_verbal(verb):
            return None
        owning = self.syntax.words.of("pronouns", "relative_owner")
        for child in (*verb.children, *noun.children):
            if child.lower_ in owning and child.i < noun.i:
                beside = verb.head if verb.head.pos_ in NOMINAL and verb.head.i < child.i else None
                before = noun.doc[child.i - 2] if child.i > 1 and noun.doc[child.i - 1].text == "," else None
                apart = before if before is not None and before.pos_ == "NOUN" else None  # "le ministre, dont"
                return antecedent(verb) or beside or apart
        return None

    def _is_somebody(self, trigger: Trigger, noun: Token) -> bool:
        """ "la ministre de la Justice, Anne Vidal": people, with a name or without."""
        if self.actors.generic(trigger.part, noun) is not None:
            return True
        return any(r.actor.kind is ActorKind.PERSON for r in self.actors.resolve(trigger.part, noun))

    def _is_within(self, trigger: Trigger, complement: Token, above: Token) -> bool:
        """The complement is a part of the words that name somebody."""
        at = trigger.part.block.start + complement.idx
        return any(r.span.start <= at < r.span.end for r in self.actors.resolve(trigger.part, above))

    def _as_nested(self, trigger: Trigger, complement: Token, role: Role) -> Role | None:
        """The role of a complement, given what it hangs on.

        "l'envoi de démineurs de l'armée": what stands behind people says whose they are, not who takes part. "l'attaque
        contre le siège de l'armée", "un recours contre la décision de X": whoever owns what is aimed at takes part in
        its place, unless that is somebody itself ("l'attaque contre l'ambassade d'Italie"); "le procès du meurtre de X"
        does not try X.
        """
        noun, frame, above = trigger.token, trigger.unit.frame, complement.head
        word = self.syntax.preposition(complement)
        if above == noun or above.i < noun.i or word in self._agentive or word == _BETWEEN:
            return role  # "la libération de deux otages par l'Iran", "l'échange de prisonniers entre X et Y"
        if frame.mode == "trial" and self.frames.names_alone(above.lemma_):
            return None
        if above.lower_ in self.occurrence.of("nouns", "unknown"):
            return role  # "une plainte contre X de la société Novalis"
        if word == "de" and self._is_within(trigger, complement, above):
            return None  # "l'attaque de l'hôpital de X"
        if self._is_somebody(trigger, above):
            targeted = word in self.occurrence.of("prepositions", "targets")
            told = word == "à" and role is Role.RECIPIENT  # "l'appel du président aux syndicats"
            return role if targeted or told or (word != "de" and _is_named(above)) else None
        parts = self.syntax.words.of("nouns", "parts")  # "des frappes sur le sud du Liban" strike Lebanon
        between: list[Token] = []
        for thing in (above, *above.ancestors) if word == "de" else ():
            if thing.i <= noun.i:
                break
            between.append(thing)
            led = self.syntax.preposition(thing) if thing.pos_ == "NOUN" and thing.lemma_ not in parts else None
            if led and (aimed := owner_role(frame.kind, frame.noun_roles, led, thing, self.occurrence)):
                somebody = any(self.actors.resolve(trigger.part, t) for t in between)
                return None if somebody or is_victims(frame.kind, thing, self.frames) else aimed
        return role


def _is_named(noun: Token) -> bool:
    """It is a name or has one with it: "la visite du pape François au Luxembourg"; whoever bears one has no place."""
    return noun.pos_ == "PROPN" or any(c.pos_ == "PROPN" and c.i == noun.i + 1 for c in noun.children)
