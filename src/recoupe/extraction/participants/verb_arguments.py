"""The arguments of verbs that name a happening, with the roles that the verb's frame gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import final

import attrs

from recoupe.extraction.actors.finding import ActorFinder
from recoupe.extraction.complements import REACH
from recoupe.extraction.dependencies import children, feature, is_participle, is_passive, is_verbal
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.participants.aims import BEFALLING, is_victims, owner_role
from recoupe.extraction.participants.company import companions
from recoupe.extraction.participants.noun_complements import NounComplements
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Frames, Words
from recoupe.language.tokens import Token
from recoupe.model import ActorKind, Kind, Role

#: How many complements deep an object's actor is looked for ("sa désapprobation de la décision de la France").
_NESTED = 1
#: How far before and behind a verb "par la voix de X" stands, in tokens.
_VOICE_BEFORE, _VOICE_BEHIND = 25, 8
#: Kinds of happenings that two sides bring about together.
_SHARED = frozenset({Kind.AGREE, Kind.CONSULT, Kind.COOPERATE})
#: Kinds of happenings that are done to the owner of what they are done to.
_ON_PROPERTY = frozenset({Kind.CRIME, Kind.ASSAULT, Kind.COERCE, Kind.SANCTION})
#: Kinds of happenings in which somebody may be given something.
_GIVEN = frozenset({Kind.AID, Kind.TRANSACTION, Kind.OTHER})
#: Modes of these in which nobody is given anything.
_CONTESTS = frozenset({"match"})
_OPENING, _CLOSING = frozenset("«“"), frozenset('»”"')
#: How far behind a verb those stand who speak, in tokens: "a raillé de son côté le secrétaire".
_SPEAKER = 8


@final
@attrs.frozen(kw_only=True, eq=False)
class VerbArguments:
    """Finds the arguments of verbs."""

    #: Resolves nominals.
    actors: ActorFinder
    #: Reads the parse.
    syntax: Syntax
    #: ``occurrence.toml`` of the language pack: light verbs.
    occurrence: Words
    #: What verbs and nouns evoke.
    frames: Frames
    #: What stands with the nouns of a verb's phrase.
    nouns: NounComplements

    def of(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """The arguments with their roles, those that the grammar is surest of first."""
        verb, roles = trigger.token, trigger.unit.frame.roles
        tail = {t.i for t in trigger.tail}
        # "La direction s'est engagée": the pronoun of a verb that is always reflexive makes no passive of it.
        undergoes = is_passive(verb)
        passive = undergoes and not trigger.unit.pronominal
        if passive:
            subject_role, agent_role = roles.get("object", Role.PATIENT), roles.get("subject", Role.AGENT)
            if agent_role is subject_role:  # "placé en faillite par le tribunal": who undergoes is the subject
                agent_role = self._finder_role(trigger)
            yield from ((agent_role, t) for agent in self._agents(trigger) for t in (agent, *agent.conjuncts))
        else:
            subject_role = self._subject_role(trigger)
            if subject_role is Role.RECIPIENT:
                yield from ((Role.AGENT, t) for word, t in self.syntax.obliques(verb) if word == "de")
        subjects = [t for t in self.syntax.subjects(verb) if t.i not in tail]
        yield from ((subject_role, t) for t in subjects)
        quoted = not subjects or any(t.text in _CLOSING for t in verb.doc[subjects[0].i : verb.i])
        if quoted and not undergoes and (speaking := self._behind_quotation(trigger, subjects)) is not None:
            yield subject_role, speaking
        if passive and (somebody := self._behind_whom(trigger)) is not None:
            yield subject_role, somebody
        if passive and trigger.unit.frame.kind in _SHARED:
            yield from ((Role.AGENT, t) for t in self._parties(trigger))
        if not undergoes:
            yield from ((roles.get("object", Role.PATIENT), t) for t in self.syntax.objects(verb) if t.i not in tail)
        yield from self._nested_object(trigger, tail)
        yield from self._owners(trigger, passive, subject_role)
        doers = self.syntax.agents(verb) if undergoes else self.syntax.subjects(verb)
        yield from self._whose(trigger, doers)
        if roles.get("subject", Role.AGENT) is Role.AGENT and trigger.unit.frame.kind not in BEFALLING:
            yield from ((Role.AGENT, t) for t in companions(verb, doers, self.syntax, self.occurrence))
        yield from ((Role.AGENT, t) for t in self._voices(verb))
        objects = () if undergoes else self.syntax.objects(verb) or children(verb, "obj")
        for token in objects:  # "rappeler son ambassadeur à Paris", "livrer des armes à Kiev"
            named = [c for c in children(token, "nmod", "appos") if c.is_capital and self.syntax.preposition(c) is None]
            beside = (found for name in named for found in self.syntax.obliques(name) if found[0] != "de")
            for word, complement in (*self.syntax.obliques(token), *beside):  # "racheter la société X au groupe Y"
                if word in roles and word != "de":
                    yield roles[word], complement
                elif word in self.occurrence.of("roles", "patient"):  # "a requis deux ans contre X"
                    yield Role.PATIENT, complement
        yield from self._complements(trigger, tail)
        for noun in trigger.tail:
            if noun.pos_ == "NOUN":
                yield from self.nouns.under_participles(trigger, noun)
        mine = self.syntax.words.of("pronouns", "first_person_object")
        for child in children(verb, "iobj"):  # "lui a remis une lettre"
            stands = child.i < verb.i and child.doc[child.i + 1].pos_ in ("AUX", "VERB", "PRON")  # not "lui aussi"
            given = "à" in roles or not (trigger.unit.frame.kind in BEFALLING or child.lower_ in mine)
            if stands and given and child.i not in tail:
                yield roles.get("à", Role.RECIPIENT), child
        if trigger.unit.frame.kind in _ON_PROPERTY and not undergoes:
            # "« Deux hommes m'ont attaqué »", "« Ils m'ont volé mon sac »"
            yield from ((Role.PATIENT, c) for c in children(verb, "obj", "iobj") if c.lower_ in mine)

    def _complements(self, trigger: Trigger, tail: set[int]) -> Iterator[tuple[Role, Token]]:
        """What stands behind a preposition, with the verb or with the noun of its phrase; and whose what is aimed at
        is: "a manifesté contre la réforme du gouvernement"."""
        roles, of_noun = trigger.unit.frame.roles, trigger.unit.frame.noun_roles
        passive = is_passive(trigger.token)
        # "une plainte déposée par X contre Y": the parse may hang the one on the other
        acting = self.syntax.agents(trigger.token) if passive else ()
        if trigger.unit.frame.kind is Kind.JUSTICE:
            yield from self.nouns.aimed_below(trigger.part, trigger.token, roles)
        for head in (trigger.token, *trigger.tail, *acting):
            for word, token in self.syntax.obliques(head):
                if token.i in tail or (head in acting and word not in self.occurrence.of("prepositions", "targets")):
                    continue
                role = roles.get(word)
                if role is None and head != trigger.token and (word != "de" or passive):
                    role = of_noun.get(word)  # "la grève des contrôleurs, lancée par le syndicat"
                if role is None and (other := self.occurrence.key_of("roles", word)):
                    role = Role(other) if self._is_party(trigger, token, word) else None
                if role is not None:
                    yield role, token
                aimed = owner_role(trigger.unit.frame.kind, roles, word, token, self.occurrence)
                if aimed is not None and not (passive and roles.get(word) is aimed):  # "attaqué au large du Yémen"
                    yield from ((aimed, c) for c in self._inside(trigger, token, tail))

    def _behind_whom(self, trigger: Trigger) -> Token | None:
        """ "après la mort de X, renversée par un bus", "la garde à vue du trader, entendu depuis mardi": the nearest
        person before the comma who may be the participle's, where the noun that the parse gives it to is nobody."""
        verb, doc = trigger.token, trigger.token.doc
        at = verb.i - 1
        while at > verb.sent.start and doc[at].pos_ == "ADV":
            at -= 1
        if not is_participle(verb) or doc[at].text != "," or at <= verb.sent.start:
            return None
        if any(self.actors.resolve(trigger.part, t) for t in self.syntax.subjects(verb)):
            return None
        token = doc[at - 1]
        while token.pos_ not in ("VERB", "AUX"):
            found = self.actors.resolve(trigger.part, token)
            if found and all(r.actor.kind is ActorKind.PERSON for r in found) and _agree(token, verb):
                return token
            if token.head == token or token.head.i > at:
                return None
            token = token.head
        return None

    def _behind_quotation(self, trigger: Trigger, subjects: Sequence[Token]) -> Token | None:
        """ "« ... », met en garde Luc Morel", "« Une honte », a raillé de son côté Luc Morel": whoever stands first
        behind a verb that follows a quotation speaks, but for days and what a preposition leads; nobody where the verb
        has a subject that is no part of the quotation."""
        doc, verb = trigger.token.doc, trigger.token
        at = min([verb.i, *(t.i for t in verb.auxiliaries)]) - 1
        if at > 0 and doc[at].text == ",":
            at -= 1
        if at <= 0 or doc[at].text not in _CLOSING or is_participle(verb):
            return None
        opening = next((t.i for t in reversed(doc[verb.sent.start : at]) if t.text in _OPENING), at)
        if any(not opening < t.i < at for t in subjects):
            return None
        end = max(t.i for t in (verb, *trigger.tail)) + 1
        for token in doc[end : min(end + _SPEAKER, verb.sent.end)]:
            if token.is_punct or is_verbal(token):
                return None
            led = self.syntax.preposition(token) is not None or self.syntax.is_temporal(token)
            if token.pos_ in ("NOUN", "PROPN") and not led:
                return token
        return None

    def _agents(self, trigger: Trigger) -> Sequence[Token]:
        """ "placé en garde à vue par la police": the parse may hang who acts on the phrase's noun."""
        verb = trigger.token
        heads = (verb, *(t for t in trigger.tail if t.i > verb.i))
        return next((found for head in heads if (found := self.syntax.agents(head))), ()) or self._agents_below(verb)

    def _agents_below(self, verb: Token) -> Sequence[Token]:
        """ "condamné pour fraude par le tribunal", "condamné à une amende par la cour": who acts, hung on what somebody
        is tried for or given."""
        agentive, close = self.syntax.words.of("prepositions", "agent"), self.occurrence.of("prepositions", "charge")
        if not any(t.lower_ in agentive for t in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]):
            return ()
        below = self.syntax.nested_complements(verb)
        led = [t for word, t in below if word in agentive and self.syntax.preposition(t.head) in (*close, "à")]
        led = [t for t in led if not (is_verbal(t.head) or t.head == verb)]
        if led:
            return led
        behind = verb.doc[verb.i + 1 : next((t.i for t in verb.doc[verb.i : verb.sent.end] if t.is_punct), verb.i)]
        marks = [t.head for t in behind if t.lower_ in agentive and t.dep_ == "case"]
        return [t for t in marks if self.syntax.is_temporal(t.head)]  # "battu lors de la dernière journée par Brest"

    def _parties(self, trigger: Trigger) -> Sequence[Token]:
        """ "un contrat a été signé entre X et Y": the two sides, however the parse coordinates them; none where one is
        nobody ("un lien établi entre ces maladies et X")."""
        sides = [t for word, t in self.syntax.obliques(trigger.token) if word == "entre"]
        inner = [c for t in sides for c in (t, *children(t, "nmod"))]
        parties = list(dict.fromkeys([*sides, *(t for c in inner for t in c.conjuncts)]))
        found = {r.actor.id for t in parties for r in self.actors.resolve(trigger.part, t)}
        return parties if len(found) > 1 else []

    def _is_party(self, trigger: Trigger, token: Token, word: str) -> bool:
        """ "auprès des élus", "à la CFDT", "à une amie": somebody, behind "à" no body without a name; "au Népal" is
        where it happens."""
        if trigger.unit.frame.kind in BEFALLING or trigger.unit.frame.kind is Kind.INDICATOR:
            return False  # "a perdu 12 % à la Bourse de Paris"
        found = [r.actor for r in self.actors.resolve(trigger.part, token)]
        somebody = (ActorKind.PERSON, ActorKind.GROUP)
        local = word in self.occurrence.of("prepositions", "local")
        named = not local or all(a.is_named or a.kind in somebody for a in found)
        return bool(found) and named and all(a.kind is not ActorKind.STATE for a in found)

    def _subject_role(self, trigger: Trigger) -> Role:
        """What the subject of an active verb is."""
        verb, frame = trigger.token, trigger.unit.frame
        role = frame.roles.get("subject", Role.AGENT)
        given = frame.kind in _GIVEN and frame.mode not in _CONTESTS  # "Lens reçoit Brest"
        if given and verb.lemma_ in self.occurrence.of("verbs", "receiving"):
            return Role.RECIPIENT
        if role is Role.AGENT:
            befalls = trigger.unit.pronominal and frame.kind in BEFALLING  # "s'est blessé"
            return Role.PATIENT if befalls or self._turns_round(trigger) else role
        if role is Role.PATIENT and verb.lemma_ in self.occurrence.of("verbs", "finding") and not is_passive(verb):
            return self._finder_role(trigger)  # "Les secouristes ont retrouvé deux corps"
        if role is frame.roles.get("object") and not trigger.unit.pronominal:
            objects = [t for t in self.syntax.objects(verb) if t not in trigger.tail]
            if any(self.actors.resolve(trigger.part, t) for t in objects):
                return Role.AGENT  # "La justice a placé la société en faillite"
        return role

    def _finder_role(self, trigger: Trigger) -> Role:
        """ "Un randonneur a été retrouvé mort par des promeneurs": who finds the dead has not killed them."""
        found = trigger.token.lemma_ in self.occurrence.of("verbs", "finding")
        return Role.OTHER if found and trigger.unit.frame.kind is Kind.CASUALTY else Role.AGENT

    def _turns_round(self, trigger: Trigger) -> bool:
        """ "a reçu des coups", "écope de deux ans": the subject is the one to whom it is done."""
        lemma = trigger.token.lemma_.lower()
        if lemma in self.occurrence.of("verbs", "turned") or self._is_undergone(trigger):
            return True
        if lemma not in self.occurrence.of("verbs", "turned_in_phrases") or not trigger.tail:
            return False
        plain = (None, "de")  # "des coups" may be read as "de" with an article
        things = [t for t in trigger.tail if t.pos_ == "NOUN" and self.syntax.preposition(t) in plain]
        return bool(things) and not any(self.actors.resolve(trigger.part, t) for t in things)

    def _is_undergone(self, trigger: Trigger) -> bool:
        """ "fait l'objet d'une enquête": the verb's phrase says that it is done to the subject."""
        verb, phrases = trigger.token.lemma_.lower(), self.occurrence.of("phrases", "undergone")
        return any(f"{verb} {noun.lemma_}" in phrases for noun in trigger.tail)

    def _whose(self, trigger: Trigger, doers: Sequence[Token]) -> Iterator[tuple[Role, Token]]:
        """ "touché par un missile russe", "l'avion affrété par Paris a décollé": whose the thing is that acts."""
        role = trigger.unit.frame.roles.get("subject", Role.AGENT)
        if role is not Role.AGENT:
            return
        for token in doers:
            if not self.actors.resolve(trigger.part, token):
                people = [t for word, c in self.syntax.obliques(token) if word == "de" for t in (c, *c.conjuncts)]
                if self._strikes(trigger, token):
                    yield from ((role, t) for t in people)
                nationals = [t for t in people if self.actors.generic(trigger.part, t) is not None]
                yield from ((role, c) for t in (token, *nationals) for c in children(t, "amod"))
                possessive = self.occurrence.of("determiners", "possessive")
                yield from ((role, c) for c in children(token, "det") if c.lower_ in possessive)
                senders = (p for p in children(token, "acl") if is_participle(p) and is_passive(p))
                yield from ((role, t) for p in senders if p != trigger.token for t in self.syntax.agents(p))

    def _strikes(self, trigger: Trigger, noun: Token) -> bool:
        """ "tué par un tir de l'armée", "Une frappe de l'aviation a blessé": whoever does what the noun says."""
        if trigger.unit.frame.kind not in (Kind.CASUALTY, Kind.ASSAULT, Kind.CRIME):
            return False
        units = self.frames.nouns.get(noun.lemma_.lower(), ())
        return any(u.frame.kind is Kind.ASSAULT and u.frame.noun_roles.get("de") is Role.AGENT for u in units)

    def _owners(self, trigger: Trigger, passive: bool, subject_role: Role) -> Iterator[tuple[Role, Token]]:
        """ "leurs fichiers ont été volés": what is done to a thing is done to whose it is; "a reconnu sa défaite": what
        the phrase says is the subject's, whoever a subject is that nobody is known by."""
        subjects = self.syntax.subjects(trigger.token)
        if passive:
            somebody = any(self.actors.resolve(trigger.part, t) for t in subjects)  # "son client a été frappé"
            things = subjects if trigger.unit.frame.kind in _ON_PROPERTY and not somebody else ()
        else:
            things = [t for t in trigger.tail if t.dep_ == "obj"]
        if not things:
            return
        possessive = self.occurrence.of("determiners", "possessive")
        owners = [d for t in things for d in t.children if d.lower_ in possessive]
        if owners and not passive and any(self.actors.resolve(trigger.part, t) for t in subjects):
            return
        yield from ((subject_role, d) for d in owners)

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
        role = Role.AGENT if self._is_undergone(trigger) else trigger.unit.frame.roles.get("object", Role.PATIENT)
        if is_participle(trigger.token) and is_passive(trigger.token):
            # "l'accord entre Moscou et Pyongyang, signé en juin"
            yield from ((Role.AGENT, c) for w, c in self.syntax.obliques(trigger.token.head) if w == "entre")
            return
        passive = is_passive(trigger.token)
        objects = self.syntax.subjects(trigger.token) if passive else self.syntax.objects(trigger.token)
        if "de" in trigger.unit.frame.roles:
            return
        for token in (*objects, *trigger.tail):
            for noun in (token, *token.conjuncts):
                if noun.i in tail:  # "la condamnation de X par le tribunal a été confirmée"
                    yield from ((Role.AGENT, c) for c in self._doers(noun))
                inner = Role.PATIENT if self._is_done_to(trigger, noun) else role
                if noun.i in tail and self._is_of(noun, Role.AGENT):
                    inner = Role.AGENT  # "réitère l'appel du pape"
                yield from ((inner, c) for c in self._inside(trigger, noun, tail))
        for word, token in self.syntax.obliques(trigger.token):
            # "sa « profonde désapprobation » de la décision de X": the mark cuts the noun's complement off
            opening = token.subtree[0].i - 1
            if word == "de" and opening > trigger.token.i and token.doc[opening].text in _CLOSING:
                yield from ((role, c) for c in self._inside(trigger, token, tail))

    def _is_done_to(self, trigger: Trigger, noun: Token) -> bool:
        """ "réclame la libération de X": X is not who is asked, as in "réclame la démission de X"."""
        return trigger.unit.frame.kind is Kind.REQUEST and self._is_of(noun, Role.PATIENT)

    def _is_of(self, noun: Token, role: Role) -> bool:
        """Whose it is has this role in all that the noun names: "l'appel de X", "la plainte de X" are made by X."""
        units = self.frames.nouns.get(noun.lemma_.lower(), ())
        return bool(units) and all(u.frame.noun_roles.get("de") is role for u in units)

    def _doers(self, noun: Token) -> Iterator[Token]:
        """Those behind "par" with a noun."""
        agent = self.syntax.words.of("prepositions", "agent")
        return (c for word, c in self.syntax.nested_complements(noun) if word in agent)

    def _inside(self, trigger: Trigger, noun: Token, tail: set[int], depth: int = 0) -> Iterator[Token]:
        """The actors in the complements with "de" of a noun that is none: "la victoire de X", "le sort du peuple"."""
        stands_for = self.actors.generic if noun.i in tail else self.actors.resolve
        if depth > _NESTED or noun.pos_ == "PRON" or stands_for(trigger.part, noun):
            return  # "élire X président de Guinée": whoever presides
        done = [c for c in self._doers(noun) if noun.i not in tail and self.actors.resolve(trigger.part, c)]
        if done:  # "condamné l'invasion de X par Y": what X suffers is what Y did
            yield from done
            return
        victims = is_victims(trigger.unit.frame.kind, noun, self.frames)
        struck = trigger.unit.frame.kind is Kind.JUSTICE  # "l'interpellation de douze militants"
        for word, complement in () if victims else self.syntax.obliques(noun):
            if complement.i in tail:
                continue  # "placé sous le statut de témoin assisté"
            if word == "de" and self.actors.resolve(trigger.part, complement, acting=struck):
                yield complement
            elif word == "de":
                yield from self._inside(trigger, complement, tail, depth + 1)
        kind = trigger.unit.frame.kind
        if kind in BEFALLING or kind in _ON_PROPERTY or kind is Kind.OTHER:
            return  # "la voiture volée par X a brûlé"
        for participle in children(noun, "acl"):  # "dénonce les actes commis par X"
            if is_passive(participle):
                yield from self.syntax.agents(participle)


def _agree(noun: Token, participle: Token) -> bool:
    """Gender and number are the same, as far as both are known."""
    pairs = [(feature(noun, name), feature(participle, name)) for name in ("Gender", "Number")]
    return all(not (one and other) or one == other for one, other in pairs)
