"""Who takes part: the arguments of a trigger, with the roles that its frame gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.syntax import Syntax, children, feature, governors, is_participle, is_passive, is_verbal
from recoupe.extraction.triggers import Trigger
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Actor, ActorKind, Kind, Participant, Role, Span

#: How many complements deep an object's actor is looked for ("sa désapprobation de la décision de la France").
_NESTED = 1


#: How far behind a verb the parties of its subject stand, in tokens.
_BESIDE = 4


#: How far before and behind a verb "par la voix de X" stands, in tokens.
_VOICE_BEFORE, _VOICE_BEHIND = 25, 8
_CLOSING = frozenset('»”"')
#: Kinds whose nameless patients are victims, who are counted.
_WITH_VICTIMS = (Kind.CASUALTY, Kind.DISASTER, Kind.ACCIDENT)
_PEOPLE = (ActorKind.PERSON, ActorKind.GROUP)


class Resolved(Protocol):
    """An actor, and the words that name it."""

    @property
    def actor(self) -> Actor:
        """Who it is."""

    @property
    def span(self) -> Span:
        """The words."""


class ActorFinder(Protocol):
    """What the reading of roles needs of the actors of an article."""

    def resolve(self, part: Part, token: Token) -> Sequence[Resolved]:
        """The actors that a noun phrase or pronoun stands for; none where it is not an actor."""

    def generic(self, part: Part, token: Token) -> Actor | None:
        """The actor without a name that a noun describes, also where it only counts people."""


@final
@attrs.frozen(kw_only=True, eq=False)
class RoleReader:
    """Finds the participants of triggers."""

    #: Resolves nominals.
    actors: ActorFinder
    #: Reads the parse.
    syntax: Syntax
    #: ``occurrence.toml`` of the language pack: light verbs.
    occurrence: Words
    #: Who says "je" or "nous" at a token: the speaker of the quotation that it stands in.
    voice: Callable[[Token], Sequence[tuple[Actor, Span]]] = lambda token: ()

    def participants(self, trigger: Trigger) -> tuple[Participant, ...]:
        """The participants, in the order of the text; each actor once, in its first role."""
        found: dict[str, Participant] = {}
        for role, token in self._arguments(trigger):
            for actor, span in self._resolve(trigger.part, token):
                if not actor.is_named and self._is_figure(trigger, actor, token, role):
                    continue
                found.setdefault(actor.id, Participant(actor=actor.id, role=role, span=span))
        return tuple(sorted(found.values(), key=lambda p: (p.span.start if p.span else -1, p.actor)))

    def _resolve(self, part: Part, token: Token) -> Sequence[tuple[Actor, Span]]:
        if token.lower_ in self.syntax.words.of("pronouns", "first_person"):
            plural = token.lower_ in self.syntax.words.of("pronouns", "first_person_plural")
            # "nous" of one who speaks for a country is more than the speaker.
            return [v for v in self.voice(token) if not (plural and v[0].country)]
        if token.lower_.startswith("-") and (found := self.voice(token)):
            return found
        return [(r.actor, r.span) for r in self.actors.resolve(part, token)]

    def _is_anybody(self, words: str) -> bool:
        """ "personnes", "deux hommes": people who are counted, not an actor of whom more can be known."""
        return all(word in self.occurrence.of("nouns", "anybody") for word in words.lower().split())

    def _is_figure(self, trigger: Trigger, actor: Actor, token: Token, role: Role) -> bool:
        """ "tuant un agriculteur", "rappeler son ambassadeur": those without a name to whom it happens are counted, or
        a part of what happens, above all victims; those who act take part."""
        if self._is_anybody(actor.name):
            return True
        if role is Role.PATIENT and trigger.unit.frame.kind in _WITH_VICTIMS and actor.kind in _PEOPLE:
            return True
        if actor.kind is not ActorKind.PERSON or role is Role.AGENT:
            return False
        if (
            not any(c.dep_ in ("det", "nummod", "amod") for c in token.children)
            and self.syntax.preposition(token) == "de"
        ):
            return True  # "son poste de premier ministre"
        return any(
            self._is_possessive(c) or feature(c, "Definite") == "Ind" or feature(c, "NumType")
            for c in children(token, "det", "nummod")
        )

    def _arguments(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        if trigger.unit.nominal:
            yield from self._of_noun(trigger)
        else:
            yield from self._of_verb(trigger)

    # ------------------------------------------------------------------ verbs
    def _of_verb(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        verb, roles = trigger.token, trigger.unit.frame.roles
        tail = {t.i for t in trigger.tail}
        if is_passive(verb):
            subject_role, agent_role = roles.get("object", Role.PATIENT), roles.get("subject", Role.AGENT)
            if not trigger.unit.pronominal:
                yield from ((agent_role, t) for agent in self.syntax.agents(verb) for t in (agent, *agent.conjuncts))
        else:
            subject_role = Role.PATIENT if self._turns_round(trigger) else roles.get("subject", Role.AGENT)
        yield from ((subject_role, t) for t in self.syntax.subjects(verb) if t.i not in tail)
        if not is_passive(verb):
            yield from ((roles.get("object", Role.PATIENT), t) for t in self.syntax.objects(verb) if t.i not in tail)
        yield from self._nested_object(trigger, tail)
        if trigger.unit.frame.kind is Kind.ASSAULT:
            doers = self.syntax.agents(verb) if is_passive(verb) else self.syntax.subjects(verb)
            yield from self._nation(trigger, doers)
        yield from ((Role.AGENT, t) for t in self._voices(verb))
        for head in (verb, *trigger.tail):
            for word, token in self.syntax.obliques(head):
                if word in roles and token.i not in tail:
                    yield roles[word], token
        for child in children(verb, "iobj"):
            if "à" in roles and child.i not in tail:
                yield roles["à"], child

    def _turns_round(self, trigger: Trigger) -> bool:
        """ "a reçu des coups", "écope de deux ans": the subject is the one to whom it is done."""
        lemma = trigger.token.lemma_.lower()
        if lemma in self.occurrence.of("verbs", "turned"):
            return True
        if lemma not in self.occurrence.of("verbs", "turned_in_phrases") or not trigger.tail:
            return False
        plain = (None, "de")  # "des coups" may be read as "de" with an article
        things = [t for t in trigger.tail if t.pos_ == "NOUN" and self.syntax.preposition(t) in plain]
        return bool(things) and not any(self.actors.resolve(trigger.part, t) for t in things)

    def _nation(self, trigger: Trigger, doers: Sequence[Token]) -> Iterator[tuple[Role, Token]]:
        """ "touché par un missile russe": behind a weapon, the state whose it is."""
        role = trigger.unit.frame.roles.get("subject", Role.AGENT)
        for token in doers:
            if not self.actors.resolve(trigger.part, token):
                yield from ((role, c) for c in children(token, "amod"))

    def _voices(self, verb: Token) -> Iterator[Token]:
        """ "X, par la voix de son ministre, a salué": who acts for the subject. By the order of words alone, since the
        parse loses it between commas."""
        start = max(verb.sent.start, verb.i - _VOICE_BEFORE)
        voices = self.syntax.words.of("nouns", "voice")
        for token in verb.doc[start : min(verb.i + _VOICE_BEHIND, verb.sent.end)]:
            if token.lower_ not in voices or token.i < 2:
                continue
            between = verb.doc[min(token.i, verb.i) + 1 : max(token.i, verb.i)]
            if verb.doc[token.i - 2].lower_ not in self.syntax.words.of("prepositions", "agent"):
                continue
            if not any(is_verbal(t) and not t.dep_.startswith("aux") for t in between):
                yield from [t for t in verb.doc[token.i + 1 : verb.sent.end] if t.pos_ in ("NOUN", "PROPN")][:1]

    def _nested_object(self, trigger: Trigger, tail: set[int]) -> Iterator[tuple[Role, Token]]:
        """What an object that is no actor itself is about: "condamné cette participation", "salué l'héroïsme des
        combattants": the complement of the object takes the object's place."""
        role = trigger.unit.frame.roles.get("object", Role.PATIENT)
        if is_participle(trigger.token):
            # "l'accord entre Moscou et Pyongyang, signé en juin"
            yield from ((Role.AGENT, c) for w, c in self.syntax.obliques(trigger.token.head) if w == "entre")
            return
        passive = is_passive(trigger.token)
        objects = self.syntax.subjects(trigger.token) if passive else self.syntax.objects(trigger.token)
        if "de" in trigger.unit.frame.roles:
            return
        for token in (*objects, *trigger.tail):
            for noun in (token, *token.conjuncts):
                yield from ((role, c) for c in self._inside(trigger, noun, tail))
        for word, token in self.syntax.obliques(trigger.token):
            # "sa « profonde désapprobation » de la décision de X": the mark cuts the noun's complement off
            opening = token.subtree[0].i - 1
            if word == "de" and opening > trigger.token.i and token.doc[opening].text in _CLOSING:
                yield from ((role, c) for c in self._inside(trigger, token, tail))

    def _inside(self, trigger: Trigger, noun: Token, tail: set[int], depth: int = 0) -> Iterator[Token]:
        """The actors in the complements with "de" of a noun that is none: "la victoire de X", "le sort du peuple"."""
        if depth > _NESTED or (noun.i not in tail and self.actors.resolve(trigger.part, noun)):
            return
        for word, complement in self.syntax.obliques(noun):
            if word == "de" and self.actors.resolve(trigger.part, complement):
                yield complement
            elif word == "de":
                yield from self._inside(trigger, complement, tail, depth + 1)

    # ------------------------------------------------------------------ nouns
    def _of_noun(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        noun, roles = trigger.token, trigger.unit.frame.noun_roles
        given: set[Role] = set()
        for word, token in self.syntax.nested_complements(noun):
            role = roles.get(word) or (Role.AGENT if word in self.syntax.words.of("prepositions", "agent") else None)
            if role is not None and not self._qualifies_somebody(trigger.part, noun, token):
                given.add(role)
                yield role, token
        if "adjective" in roles:
            for child in children(noun, "amod"):
                given.add(roles["adjective"])
                yield roles["adjective"], child
        owner = roles.get("de", Role.AGENT)
        for child in children(noun, "det"):
            if self._is_possessive(child):
                yield owner, child
        for role, token in self._under_participles(trigger):
            given.add(role)
            yield role, token
        yield from self._under_light_verb(trigger, given)
        if trigger.unit.frame.kind is Kind.CONSULT and Role.AGENT not in given and not self._has_owner(noun):
            yield from self._speaker_of_landmark(trigger)

    def _qualifies_somebody(self, part: Part, noun: Token, complement: Token) -> bool:
        """ "l'envoi de démineurs de l'armée": what stands behind people says whose they are, not who takes part."""
        above = complement.head
        return above != noun and above.i > noun.i and self.actors.generic(part, above) is not None

    def _speaker_of_landmark(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "À l'issue d'une visite à Pyongyang, M. Choïgou a indiqué": the one who speaks then is the one who came."""
        landmark = trigger.token.head if trigger.token.dep_ in ("nmod", "obl:arg") else trigger.token
        if landmark.lemma_.lower() not in self.occurrence.of("nouns", "landmark"):
            return
        verb = landmark.head
        if is_verbal(verb):
            yield from ((Role.AGENT, t) for t in self.syntax.subjects(verb))

    def _is_beside(self, noun: Token) -> bool:
        """ "n'a fait aucun lien entre les incendies": a complement that is not one with "de" is not what is done."""
        return self.syntax.preposition(noun) not in (None, "de", "à")

    def _has_owner(self, noun: Token) -> bool:
        """ "une visite du président": whoever it is, the visit is not the main clause's subject's."""
        after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
        return after.lower_ in ("du", "des")

    def _is_possessive(self, determiner: Token) -> bool:
        return determiner.lower_ in self.occurrence.of("determiners", "possessive") or (
            determiner.lower_ in self.syntax.words.of("pronouns", "first_person")
        )

    def _under_participles(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "l'agression commise par X", "l'enquête ouverte par le parquet": who did it, or underwent it."""
        for participle in (*children(trigger.token, "acl", "amod"), *trigger.tail):
            if not is_participle(participle) or not is_passive(participle):
                continue
            lemma = participle.lemma_.lower()
            if lemma in self.occurrence.of("verbs", "object"):
                undergoes = lemma in self.occurrence.of("verbs", "undergone")
                yield from ((Role.PATIENT if undergoes else Role.AGENT, t) for t in self.syntax.agents(participle))

    def _under_light_verb(self, trigger: Trigger, given: set[Role]) -> Iterator[tuple[Role, Token]]:
        """ "X a effectué une visite": the light verb's subject acts. And its complements count as the noun's."""
        noun, roles = trigger.token, trigger.unit.frame.noun_roles
        for dependent, governor in governors(noun):
            if not is_verbal(governor):
                if dependent.dep_ in ("nmod", "appos", "conj") and not self._is_beside(dependent):
                    continue
                return
            if dependent.dep_.startswith("nsubj"):  # "des heurts ont éclaté entre X et Y", "est prévue avec X"
                for word, token in self.syntax.obliques(governor):
                    beside = 0 < token.i - governor.i <= _BESIDE
                    if beside and word in roles and word in self.occurrence.of("prepositions", "sides"):
                        yield roles[word], token
            lemma = f"se {governor.lemma_}" if self.syntax.is_reflexive(governor) else governor.lemma_
            if lemma not in self.occurrence.of("verbs", "object") or dependent.dep_ not in (
                "obj",
                "obl:arg",
                "nsubj:pass",
                "obl:mod",
            ):
                return
            if dependent.dep_ == "obl:arg" and self._is_beside(dependent):
                return
            actors = self.syntax.agents(governor) if is_passive(governor) else self.syntax.subjects(governor)
            if dependent != noun and Role.AGENT in given:
                return  # "signer un accord à l'occasion d'une visite de X"
            undergoes = lemma in self.occurrence.of("verbs", "undergone")
            yield from ((Role.PATIENT if undergoes else Role.AGENT, t) for t in actors)
            for word, token in self.syntax.obliques(governor):
                if word in roles and token != dependent:
                    yield roles[word], token
            return
