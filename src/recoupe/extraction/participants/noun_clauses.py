"""What the clause around a noun that names a happening says of who took part: light verbs, landmarks, suspicions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import final

import attrs

from recoupe.extraction.actors.finding import ActorFinder
from recoupe.extraction.dependencies import children, governors, is_passive, is_verbal
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.participants.aims import BEFALLING, owner_role
from recoupe.extraction.participants.noun_complements import NounComplements
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Role

#: What stands between words that are reported and the verb that says who says so.
_BEFORE_SPEAKERS = frozenset({",", "»", "”", '"'})
#: Kinds of happenings for which somebody is tried.
_PUNISHED = frozenset({Kind.CRIME, Kind.ASSAULT})
#: Kinds of happenings at which whoever does something was present: "lors de la perquisition, les enquêteurs ont".
_ATTENDED = frozenset({Kind.CONSULT, Kind.AGREE, Kind.JUSTICE, Kind.OFFICE, Kind.STATEMENT})
#: Those at which two sides are, whoever else acts meanwhile.
_MET = frozenset({Kind.CONSULT, Kind.AGREE})
#: Kinds of happenings in which somebody is given something.
_GIVEN = frozenset({Kind.AID, Kind.TRANSACTION})
#: Kinds of happenings that are announced by those who bring them about.
_DELIBERATE = frozenset(
    {
        Kind.TRANSACTION,
        Kind.LEGISLATE,
        Kind.PROTEST,
        Kind.MOBILIZE,
        Kind.RETREAT,
        Kind.AID,
        Kind.SANCTION,
    }
)
#: Modes of other kinds that are.
_DELIBERATE_MODES = frozenset({"cancel", "investigate", "restrict", "seize"})


@final
@attrs.frozen(kw_only=True, eq=False)
class NounClauses:
    """Finds the arguments of nouns in the clauses around them."""

    #: Resolves nominals.
    actors: ActorFinder
    #: Reads the parse.
    syntax: Syntax
    #: ``occurrence.toml`` of the language pack: light verbs.
    occurrence: Words
    #: What stands with the noun itself.
    complements: NounComplements

    def of(self, trigger: Trigger, given: Collection[Role]) -> Iterator[tuple[Role, Token]]:
        """The arguments of the trigger's noun with their roles. `given`: the roles of those that stand with it."""
        frame = trigger.unit.frame
        if frame.kind in _PUNISHED:
            yield from self._who_is_suspected(trigger.token)
        yield from self._who_is_at_it(trigger)
        yield from self._whom_it_is_said_of(trigger)
        yield from self._who_undergoes(trigger)
        yield from self._who_is_struck(trigger)
        yield from self._who_is_opposed(trigger)
        yield from self._under_light_verb(trigger, given)
        owned = self.complements.owner_role(trigger) is Role.AGENT and self._has_owner(trigger)
        if frame.kind in _ATTENDED and Role.AGENT not in given and not owned:
            yield from self._speaker_of_landmark(trigger)

    @property
    def _surrounding(self) -> Collection[str]:
        """What stands before a meeting that the one who acts then was at: "après la signature, les deux ministres"."""
        return self.occurrence.of("prepositions", "attending")

    def _speaker_of_landmark(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "À l'issue d'une visite à Pyongyang, M. Choïgou a indiqué": the one who speaks then is the one who came."""
        landmark = trigger.token.head if trigger.token.dep_ in ("nmod", "obl:arg") else trigger.token
        if landmark.lemma_.lower() not in self.occurrence.of("nouns", "landmark"):
            landmark = trigger.token
            before = self.syntax.preposition(landmark)
            told = trigger.unit.frame.kind is Kind.STATEMENT and before == "dans"
            if not told and (trigger.unit.frame.kind not in _MET or before not in self._surrounding):
                return
        verb = next((above for _, above in governors(landmark) if is_verbal(above)), None)
        if verb is not None:
            behind = self.syntax.objects(verb) if self._closes_what_is_said(verb) else ()
            yield from ((Role.AGENT, t) for t in behind or self.syntax.subjects(verb))

    @staticmethod
    def _closes_what_is_said(verb: Token) -> bool:
        """ "..., a indiqué le préfet lors d'une conférence": the subject follows."""
        start = min([verb.i, *(a.i for a in verb.auxiliaries)])
        mark = verb.doc[start - 1].text if start > verb.sent.start else ""
        return mark in _BEFORE_SPEAKERS and not children(verb, "nsubj")

    def _who_is_at_it(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "M. Roche, en visite à Lyon", "les cheminots, en grève", "De retour de Chine, le ministre a": whoever the
        words stand beside is at it."""
        noun = trigger.token
        back = noun.lemma_ in self.occurrence.of("nouns", "coming") and is_verbal(noun.head)
        if self.syntax.preposition(noun) not in (("en", "de") if back else ("en",)) or children(noun, "det"):
            return
        frame = trigger.unit.frame
        befalls = frame.kind in BEFALLING or frame.noun_roles.get("de") is Role.PATIENT  # "en soins intensifs"
        role = Role.PATIENT if befalls else Role.AGENT
        if children(noun, "cop"):
            yield from ((role, t) for t in children(noun, "nsubj"))
        elif is_verbal(noun.head):
            yield from ((role, t) for t in self.syntax.subjects(noun.head))
        elif noun.dep_ == "nmod":
            yield role, self._whole(noun.head)

    def _whom_it_is_said_of(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "Luc Morel, nouveau patron de Valdor", "Les pompiers dans la rue": what the words stand beside."""
        role, noun = trigger.unit.frame.noun_roles.get("above"), trigger.token
        if role is None or noun.head is noun:
            return
        if all(t.text != ":" for t in noun.doc[noun.head.i : noun.i]):  # "Valdor : un nouveau patron"
            yield role, self._whole(noun.head)

    def _whole(self, noun: Token) -> Token:
        """ "des milliers d'enseignants en grève", "un cadre du parti en soins intensifs"."""
        while noun.dep_ == "nmod" and self.syntax.preposition(noun) == "de":
            noun = noun.head
        return noun

    def _who_undergoes(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "X fait l'objet d'une enquête", "a été la cible de tirs", "victime d'une agression": who that is."""
        noun = trigger.token
        if self.syntax.preposition(noun) != "de":
            return
        phrases, above = self.occurrence.of("phrases", "undergone"), noun.head
        if f"être {above.lemma_.lower()}" in phrases:
            apart = above.i == above.sent.start and is_verbal(above.head)  # "Victime d'une agression, X a"
            whose = self.syntax.subjects(above.head) if apart else children(above, "nsubj")
            if not apart and above.dep_ in ("appos", "amod", "acl"):
                whose = [above.head]  # "X, victime d'une agression, a"
        else:
            verb = above.head if above.dep_ == "obj" else above
            objects = self.syntax.objects(verb) if is_verbal(verb) else []
            whose = self.syntax.subjects(verb) if any(f"{verb.lemma_} {o.lemma_}" in phrases for o in objects) else []
        yield from ((Role.PATIENT, t) for t in whose)

    def _who_is_suspected(self, noun: Token) -> Iterator[tuple[Role, Token]]:
        """ "X a été condamné pour fraude", "soupçonne X de vol": who is tried for it did it, as far as is said."""
        while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head
        listed = self.occurrence.tables["suspicion"]
        verb = next((above for _, above in governors(noun) if is_verbal(above)), noun)
        phrases = (f"{verb.lemma_} {t.lemma_}" for _, t in self.syntax.obliques(verb))  # "mis en examen pour"
        treated = verb.lemma_ in listed["verbs"] or any(p in listed["phrases"] for p in phrases)
        if self.syntax.preposition(noun) in listed["prepositions"] and treated:
            suspects = self.syntax.subjects(verb) if is_passive(verb) else self.syntax.objects(verb)
            yield from ((Role.AGENT, t) for t in suspects)

    def _who_is_struck(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "l'hôpital visé par une cyberattaque", "l'attaque a touché X", "a été tuée à coups de couteau": the other
        side of what strikes."""
        verb = trigger.token.head
        bare = self.syntax.preposition(trigger.token) == "à" and not children(trigger.token, "det")
        if bare and trigger.unit.frame.kind is Kind.ASSAULT and is_verbal(verb):
            passive = is_passive(verb)
            yield from ((Role.PATIENT if passive else Role.AGENT, t) for t in self.syntax.subjects(verb))
            yield from ((Role.PATIENT, t) for t in (() if passive else self.syntax.objects(verb)))
            return
        if not is_verbal(verb) or verb.lemma_.lower() not in self.occurrence.of("verbs", "striking"):
            return
        if trigger.token in self.syntax.agents(verb):
            yield from ((Role.PATIENT, t) for t in self.syntax.subjects(verb))
        elif trigger.token.dep_ == "nsubj" and not is_passive(verb):
            yield from ((Role.PATIENT, t) for t in self.syntax.objects(verb))

    def _who_is_opposed(self, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
        """ "Des combats ont opposé l'armée aux rebelles", "le match opposant X à Y": both sides."""
        noun, opposing = trigger.token, self.occurrence.of("verbs", "opposing")
        above = [noun.head] if noun.dep_ == "nsubj" else []
        for verb in (*above, *children(noun, "acl")):
            if verb.lemma_ in opposing and not is_passive(verb):
                one = self.syntax.objects(verb)  # the parse may hang the other side on the first
                other = (t for head in (verb, *one) for word, t in self.syntax.obliques(head) if word == "à")
                yield from ((Role.AGENT, t) for t in (*one, *other))

    def _is_beside(self, noun: Token) -> bool:
        """ "n'a fait aucun lien entre les incendies": a complement that is not one with "de" is not what is done."""
        return self.syntax.preposition(noun) not in (None, "de", "à")

    def _has_another_object(self, verb: Token, noun: Token) -> bool:
        """ "a fait état d'une attaque": it is not the attack that is done; but "a pris part à une attaque"."""
        beside = self.syntax.preposition(noun) != "à"
        return beside and any(o != noun for o in self.syntax.objects(verb))

    def _has_owner(self, trigger: Trigger) -> bool:
        """ "une visite du président": whoever it is, the visit is not the main clause's subject's."""
        owners = [t for word, t in self.syntax.obliques(trigger.token) if word == "de" and t not in trigger.tail]
        return any(t.pos_ == "PROPN" or self.actors.resolve(trigger.part, t) for t in owners)

    def _who_announces(self, trigger: Trigger, verb: Token) -> Iterator[tuple[Role, Token]]:
        """ "La direction d'Audi a annoncé une restructuration": who announces what is done on purpose does it."""
        frame = trigger.unit.frame
        if (frame.kind in _DELIBERATE or frame.mode in _DELIBERATE_MODES) and not is_passive(verb):
            yield from ((Role.AGENT, t) for t in self.syntax.subjects(verb))

    def _who_is_asked(self, trigger: Trigger, verb: Token) -> Iterator[tuple[Role, Token]]:
        """ "demander à l'Otan le déploiement de troupes": whoever is to do it."""
        if trigger.unit.frame.kind in _DELIBERATE and verb.lemma_ in self.syntax.words.of("control", "object"):
            yield from ((Role.AGENT, t) for word, t in self.syntax.obliques(verb) if word == "à")

    def _who_is_called(self, trigger: Trigger, verb: Token, noun: Token) -> Iterator[tuple[Role, Token]]:
        """ "appelle les salariés à la grève", "appelle à une journée d'action": whoever is called to protest does it,
        and where nobody is named, whoever calls."""
        calls = verb.lemma_ in self.syntax.words.of("control", "object") and self.syntax.preposition(noun) == "à"
        if calls and trigger.unit.frame.kind is Kind.PROTEST and not is_passive(verb):
            yield from ((Role.AGENT, t) for t in self.syntax.objects(verb) or self.syntax.subjects(verb))

    def _behind_its_verb(self, trigger: Trigger, verb: Token) -> Iterator[tuple[Role, Token]]:
        """ "des heurts ont éclaté entre X et Y", "est prévue avec X": the sides; "Une perquisition a eu lieu au siège
        du parti": whose it is where the noun's happening came about."""
        frame = trigger.unit.frame
        for word, token in self.complements.parties_behind(verb):
            if word in frame.noun_roles:
                yield frame.noun_roles[word], token
        for word, place in self.syntax.obliques(verb):
            role = owner_role(frame.kind, frame.noun_roles, word, place, self.occurrence)
            if role is not None:
                yield from ((role, t) for of, t in self.syntax.obliques(place) if of == "de")

    def _under_light_verb(self, trigger: Trigger, roles_given: Collection[Role]) -> Iterator[tuple[Role, Token]]:
        """ "X a effectué une visite": the light verb's subject acts. And its complements count as the noun's."""
        noun, roles = trigger.token, trigger.unit.frame.noun_roles
        for dependent, governor in governors(noun):
            if not is_verbal(governor):
                if dependent.dep_ in ("nmod", "appos", "conj", "amod") and not self._is_beside(dependent):
                    continue
                return
            if dependent.dep_.startswith("nsubj"):
                yield from self._behind_its_verb(trigger, governor)
            lemma = self.syntax.full_lemma(governor)
            if (
                lemma in self.occurrence.of("verbs", "announced")
                and dependent.dep_ == "obj"
                and Role.AGENT not in roles_given
            ):
                yield from self._who_announces(trigger, governor)
            if dependent.dep_ == "obj" and Role.AGENT not in roles_given:
                yield from self._who_is_asked(trigger, governor)
            elif Role.AGENT not in roles_given:
                yield from self._who_is_called(trigger, governor, dependent)
            if lemma not in self.occurrence.of("verbs", "object") or lemma in self.occurrence.of("verbs", "witnessed"):
                return
            if dependent.dep_ not in ("obj", "obl:arg", "nsubj:pass", "obl:mod"):
                return
            if dependent.dep_ in ("obl:arg", "obl:mod") and (
                self._is_beside(dependent) or self._has_another_object(governor, dependent)
            ):
                return
            actors = self.syntax.agents(governor) if is_passive(governor) else self.syntax.subjects(governor)
            if dependent != noun and Role.AGENT in roles_given:
                return  # "signer un accord à l'occasion d'une visite de X"
            undergoes = lemma in self.occurrence.of("verbs", "undergone")
            if dependent != noun and not undergoes and trigger.unit.frame.kind in BEFALLING:
                return  # "effectuer la reconstitution de la collision"
            given = undergoes and trigger.unit.frame.kind in _GIVEN and roles.get("de") is not Role.PATIENT
            own = Role.RECIPIENT if given else Role.PATIENT if undergoes else Role.AGENT
            yield from ((own, t) for t in actors)
            for word, token in self.syntax.obliques(governor):
                if given and word == "de":
                    yield Role.AGENT, token  # "a obtenu un prêt du Fonds"
                elif word in roles and token != dependent and self.actors.resolve(trigger.part, token):
                    yield roles[word], token
                elif (struck := owner_role(trigger.unit.frame.kind, roles, word, token, self.occurrence)) is not None:
                    yield from ((struck, t) for of, t in self.syntax.obliques(token) if of == "de")
                elif word in roles and token != dependent:
                    yield roles[word], token
            yield from ((roles["à"], t) for t in children(governor, "iobj") if "à" in roles and t.i < governor.i)
            return
