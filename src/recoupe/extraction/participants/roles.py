"""Who takes part: the arguments of a trigger that are actors, each in its role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import final

import attrs

from recoupe.extraction.actors.finding import ActorFinder, Resolved
from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import antecedent, children, clause_head, feature, is_verbal
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.participants.noun_arguments import NounArguments
from recoupe.extraction.participants.verb_arguments import VerbArguments
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Frame, Frames, Words
from recoupe.language.tokens import Token
from recoupe.model import Actor, ActorKind, Kind, Participant, Role, Span

#: Kinds of happenings to which those to whom they happen are parties, even if they are only counted.
_STRIKING = frozenset({Kind.CASUALTY, Kind.JUSTICE, Kind.COERCE, Kind.CRIME, Kind.ASSAULT, Kind.SANCTION, Kind.OFFICE})
#: Kinds of happenings in which whoever is struck takes part, named or not: "un avocat a été arrêté".
_ON_ONE = _STRIKING | {Kind.RETREAT, Kind.ACCIDENT, Kind.ACCUSE, Kind.THREATEN}
#: Modes of other kinds that are done to somebody: "libéré quatre otages", but "retiré 500 soldats".
_STRIKING_MODES = frozenset({"release", "layoffs", "hire", "rescue", "care", "find"})
#: Kinds of happenings whose frames take whoever is behind "à" for who undergoes them, where a state is only the place.
_SOMEWHERE = frozenset({Kind.ASSAULT, Kind.CRIME, Kind.CASUALTY})
#: What is done to a state in the person of its diplomats.
_ON_STATES = frozenset({(Kind.SANCTION, "expel")})
#: Modes of transactions whose object is a person; of the others it is a thing: "la toile de X a été vendue".
_ON_PERSONS = frozenset({"layoffs", "hire", "bankruptcy", "transfer"})
#: Where a state is the scene of what happens and no party to it: "la tempête frappe la France", "arrivé au Népal".
_SCENES = frozenset(
    {*((kind, role) for kind in (Kind.DISASTER, Kind.ACCIDENT) for role in Role), (Kind.CONSULT, Role.OTHER)}
)

#: Kinds of happenings in which somebody is given an office.
_ON_OFFICES = frozenset({Kind.OFFICE, Kind.ELECTION})
#: How far behind a noun those stand who are named of several, in tokens.
_NEAR = 8
#: Before them.
_SET_APART = frozenset({",", "(", "–", "—", "-"})


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
    #: What verbs and nouns evoke.
    frames: Frames
    #: Who says "je" or "nous" at a token: the speaker of the quotation that it stands in.
    voice: Callable[[Token], Sequence[tuple[Actor, Span]]] = lambda token: ()
    _nouns: NounArguments = attrs.field(init=False)
    _verbs: VerbArguments = attrs.field(init=False)

    @_nouns.default
    def _read_nouns(self) -> NounArguments:
        return NounArguments.of_words(self.actors, self.syntax, self.occurrence, self.frames)

    @_verbs.default
    def _read_verbs(self) -> VerbArguments:
        return VerbArguments(
            actors=self.actors,
            syntax=self.syntax,
            occurrence=self.occurrence,
            frames=self.frames,
            nouns=self._nouns.complements,
        )

    def participants(self, trigger: Trigger) -> tuple[Participant, ...]:
        """The participants, in the order of the text; each actor once, in its first role."""
        arguments = self._nouns if trigger.unit.nominal else self._verbs
        found: dict[str, Participant] = {}
        for role, token in arguments.of(trigger):
            # "l'arrestation de 22 suspects", "15 soldats ont été tués": to whom it happens is a party, however many
            frame = trigger.unit.frame
            struck = role is Role.PATIENT and (frame.kind in _STRIKING or frame.mode in _STRIKING_MODES)
            if _is_in_bracket(token) or (frame.kind in _ON_OFFICES and self._is_office_given(trigger, token)):
                continue
            replaced = frame.kind is Kind.OFFICE  # "Il sera remplacé par Paul Roche"
            if role is Role.OTHER and token.pos_ == "PRON" and token.dep_ == "nsubj:pass" and not replaced:
                continue  # "Elle sera mise en place", "Il a été décidé": a thing, or nothing at all
            own = token.head == trigger.token or trigger.token.head == token
            acting = ((role is Role.AGENT or struck) and own) or (struck and token.head in trigger.tail)
            stands = role is Role.PATIENT and (frame.kind, frame.mode) in _ON_STATES
            states = self._states_of(trigger, token) if stands else ()
            for actor, span in states or (*self._resolve(trigger.part, token, acting), *self._among(trigger, token)):
                if not actor.is_named and self._is_figure(trigger, actor, token, role):
                    continue
                if self._is_outside(frame, actor, role) or self._is_its_name(trigger, span):
                    continue
                if actor.kind is ActorKind.STATE and self._is_somewhere(trigger, token, role, actor):
                    continue
                found.setdefault(actor.id, Participant(actor=actor.id, role=role, span=span))
        return tuple(sorted(found.values(), key=lambda p: (p.span.start if p.span else -1, p.actor)))

    def _states_of(self, trigger: Trigger, token: Token) -> Sequence[tuple[Actor, Span]]:
        """ "La Lettonie expulse deux diplomates bélarusses": what is done to diplomats is done to their state."""
        adjectives = (self.actors.resolve(trigger.part, c) for c in children(token, "amod"))
        return [(r.actor, r.span) for found in adjectives for r in found if r.actor.kind is ActorKind.STATE]

    def _resolve(self, part: Part, token: Token, acting: bool) -> Sequence[tuple[Actor, Span]]:
        words = self.syntax.words
        if any(token.lower_ in words.of("pronouns", name) for name in ("first_person", "first_person_object")):
            plural = token.lower_ in words.of("pronouns", "first_person_plural")
            # "nous" of one who speaks for a country is more than the speaker.
            return [v for v in self.voice(token) if not (plural and v[0].country)]
        if feature(token, "PronType") == "Rel" and self.syntax.preposition(token) is not None:
            whom = antecedent(clause_head(token))  # "X, contre qui un mandat a été émis", "X, à qui", "avec lequel"
            return self._resolve(part, whom, acting) if whom is not None and whom.i < token.i else ()
        if token.lower_.startswith("-") and (found := self.voice(token)):
            return found
        resolved = self._one_named(part, token) or self.actors.resolve(part, token, acting=acting)
        resolved = resolved or self._named_beside(part, token)
        if not resolved and token.lemma_.lower() in self.syntax.words.of("counting", "quantities"):
            counted = (c for word, c in self.syntax.obliques(token) if word == "de")
            return [found for c in counted for found in self._resolve(part, c, acting)]  # "des milliers d'étudiants"
        if not resolved:
            return self._of_whom(part, token)
        return [(r.actor, r.span) for r in resolved]

    def _of_whom(self, part: Part, token: Token) -> Sequence[tuple[Actor, Span]]:
        """ "Douze d'entre eux", "la plupart d'entre elles": the group of which they are; of several who are named
        nobody knows which."""
        whom = (c for word, c in self.syntax.obliques(token) if word == "de" and c.pos_ == "PRON")
        found = [(r.actor, r.span) for c in whom for r in self.actors.resolve(part, c)]
        return found if len(found) == 1 else []

    def _among(self, trigger: Trigger, token: Token) -> Sequence[tuple[Actor, Span]]:
        """ "23 joueurs, dont Paul Roche et Luc Morin", "des élus, parmi lesquels la maire": those of several who are
        named, wherever the parse hangs them; not "des élus, dont le maire a reçu la lettre"."""
        doc, marks = token.doc, self.occurrence.of("prepositions", "among")
        behind = doc[token.i + 1 : min(token.i + _NEAR, token.sent.end)]
        at = next((t.i for t in behind if t.lower_ in marks), None)
        if at is None or doc[at - 1].text not in _SET_APART or feature(token, "Number") == "Sing":
            return ()
        phrase = doc[at + 1 : next((t.i for t in doc[at + 1 : token.sent.end] if t.is_punct), token.sent.end)]
        first = next((t for t in phrase if t.pos_ in ("NOUN", "PROPN")), None)
        clause = any(is_verbal(t) for t in (*doc[token.i + 1 : at], *phrase))
        if first is None or clause or self.syntax.preposition(first):
            return ()
        found = self.actors.resolve(trigger.part, first)
        return [(r.actor, r.span) for r in found if r.actor.is_named or r.actor.kind is ActorKind.PERSON]

    def _one_named(self, part: Part, token: Token) -> Sequence[Resolved]:
        """ "un de ses proches, Paul Roche, ": the one of several who is named behind the comma."""
        several = (
            [c for word, c in self.syntax.obliques(token) if word == "de"] if token.pos_ in ("PRON", "DET") else []
        )
        if not several or token.lower_ not in self.occurrence.of("determiners", "one"):
            return ()
        named = [self.actors.resolve(part, c) for t in (token, *several) for c in children(t, "appos")]
        return next((r for r in named if len(r) == 1 and r[0].actor.is_named), ())

    def _named_beside(self, part: Part, token: Token) -> Sequence[Resolved]:
        """ "l'un de ses collaborateurs, Paul Roche", "trois pays (la France, l'Italie et Malte)", "des pays comme la
        France": who it is stands beside the words that mean nobody."""
        such = self.occurrence.of("prepositions", "such")
        named = [c for c in token.children if c.dep_ == "appos" or self.syntax.preposition(c) in such]
        named = [c for c in named if c.dep_ != "appos" or not self.syntax.preposition(c)]
        several = feature(token, "Number") == "Plur"
        if several and token.lemma_.lower() in self.frames.nouns:
            return ()  # "les attentats de 2015 (Lyon, Nice)"
        for resolved in (self.actors.resolve(part, c) for c in named):
            if resolved and all(r.actor.kind is ActorKind.PERSON or (several and r.actor.is_named) for r in resolved):
                return resolved
        return ()

    def _is_somewhere(self, trigger: Trigger, token: Token, role: Role, actor: Actor) -> bool:
        """ "a été attaqué au Mali", "Au Vatican, il a dénoncé la guerre": a state where it happens; "s'attaque à la
        Russie" is aimed at it."""
        if trigger.token.dep_ == "acl:relcl" and trigger.token.head == token:
            return False  # "a demandé de l'aide à l'Italie, qui a refusé"
        word = self.syntax.preposition(token)
        if word == "de" and trigger.unit.nominal and trigger.token.lemma_ in self.occurrence.of("nouns", "coming"):
            owned = any(feature(c, "Poss") == "Yes" for c in children(trigger.token, "det"))
            bare = token.text == actor.name and not children(token, "det")
            return owned or bare  # "son retour du Maroc", "l'arrivée d'Algérie"; not "l'arrivée de Pékin"
        if word not in self.occurrence.of("prepositions", "somewhere"):
            return False
        if not trigger.unit.nominal and token.i < trigger.token.i:
            return True
        if trigger.unit.frame.kind is Kind.ACCUSE and token.head.pos_ == "NOUN" and token.head != trigger.token:
            return True  # "a dénoncé les ingérences américaines au Venezuela"
        struck = role is Role.PATIENT and trigger.unit.frame.kind in _SOMEWHERE
        return struck and not trigger.unit.pronominal

    @staticmethod
    def _is_its_name(trigger: Trigger, span: Span) -> bool:
        """ "le Forum de Davos" is a gathering here, and takes no part in itself."""
        start = trigger.part.block.start + trigger.token.idx
        return trigger.unit.nominal and trigger.token.is_title and span.start <= start < span.end

    @staticmethod
    def _is_outside(frame: Frame, actor: Actor, role: Role) -> bool:
        """It is what stands beside a happening: the state where it comes about, the maker of what is sold."""
        if actor.kind is ActorKind.STATE:
            return (frame.kind, role) in _SCENES
        sold = frame.kind is Kind.TRANSACTION and frame.mode not in _ON_PERSONS
        return actor.kind is ActorKind.PERSON and sold and role is Role.PATIENT

    def _is_office_given(self, trigger: Trigger, token: Token) -> bool:
        """ "la nomination de Luc Roche comme directeur", "au poste de directrice": what somebody becomes is nobody."""
        if token.pos_ != "NOUN" or not _is_bare(token):
            return False
        word = self.syntax.preposition(token)
        return word in self.occurrence.of("prepositions", "becoming") or (word == "de" and token.head in trigger.tail)

    def _is_nobody(self, words: str) -> bool:
        """ "personnes", "deux autres": people who are counted, not an actor of whom more can be known."""
        return all(word in self.occurrence.of("nouns", "nobody") for word in words.lower().split())

    def _is_figure(self, trigger: Trigger, actor: Actor, token: Token, role: Role) -> bool:
        """ "tuant un agriculteur", "rappeler son ambassadeur": those without a name to whom it happens are counted, or
        a part of what happens, above all victims; those who act take part."""
        if self._is_nobody(actor.name):
            the = any(feature(c, "Definite") == "Def" for c in children(token, "det", "case"))
            return not (the and token.lemma_ in self.occurrence.of("nouns", "sufferers"))
        if role is Role.PATIENT and trigger.unit.frame.kind is Kind.MOBILIZE and token.dep_ == "obj":
            return True  # "mobilise ses inspecteurs": those who are sent
        if actor.kind is not ActorKind.PERSON or role is Role.AGENT:
            return False
        struck = trigger.unit.frame.kind in _ON_ONE or trigger.unit.frame.mode in _STRIKING_MODES
        if role is Role.PATIENT and (struck or token.dep_ == "nsubj:pass"):
            return False
        if role is Role.RECIPIENT and self.syntax.preposition(token) in self.occurrence.of("roles", "recipient"):
            return False  # "a confié l'enfant à une amie"
        if _is_bare(token) and self.syntax.preposition(token) == "de":
            return True  # "son poste de premier ministre"
        return any(
            c.lower_ in self.occurrence.of("determiners", "possessive")
            or feature(c, "Definite") == "Ind"
            or feature(c, "NumType")
            for c in children(token, "det", "nummod")
        )


def _is_bare(noun: Token) -> bool:
    """ "comme président", "de premier ministre"; not "du maire"."""
    determined = any(c.dep_ in ("det", "nummod") or feature(c, "Definite") for c in noun.children)
    return not determined and feature(noun, "Number") != "Plur"


def _is_in_bracket(token: Token) -> bool:
    """ "PS" of "dénonce Paul Roche (PS)": alone in brackets behind a name, to which it belongs."""
    doc, i = token.doc, token.i
    bracketed = 1 < i < len(doc) - 1 and doc[i - 1].text == "(" and doc[i + 1].text == ")"
    return bracketed and doc[i - 2].pos_ == "PROPN" and doc[i - 2].is_capital
