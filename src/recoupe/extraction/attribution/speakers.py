"""Who speaks: the actors that a nominal names, or somebody without a name by the words for him."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import final

import attrs

from recoupe.extraction.actors.finding import ActorFinder
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.attribution.quotations import quotation_of, quotations, quoted_name
from recoupe.extraction.dependencies import antecedent, children, feature, is_finite, noun_phrase
from recoupe.extraction.phrases import is_plural
from recoupe.extraction.syntax import Syntax
from recoupe.gazetteer import countries
from recoupe.language.actors import ActorWords
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token
from recoupe.model import Actor, ActorKind, Span

#: Who speaks, each with the words that name them.
Voice = tuple[tuple[Actor, Span], ...]
#: The lists of ``reporting.toml`` whose nouns say something, or have an owner who does.
_SAYING = ("speaker", "anonymous", "mouthpiece", "media", "same")


@final
@attrs.frozen(kw_only=True, eq=False)
class Speakers:
    """Finds who speaks in one article."""

    analysis: Analysis
    #: The actors of the article.
    actors: ActorFinder
    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Words for persons and bodies.
    people: ActorWords
    #: Reads the parse.
    syntax: Syntax
    #: The noun alone names a happening, which says nothing.
    is_happening: Callable[[Token], bool]
    #: Speakers without a name, by their words.
    unnamed: dict[str, Actor] = attrs.field(factory=dict, init=False)
    #: The endings of nouns for those who do something.
    _endings: tuple[str, ...] = attrs.field(init=False, repr=False)

    @_endings.default
    def _find_endings(self) -> tuple[str, ...]:
        return tuple(sorted(self.words.of("sources", "endings")))

    def of(self, part: Part, token: Token) -> Sequence[tuple[Actor, Span]]:
        """A known actor, the owner of a mouthpiece ("un communiqué du ministère"), or the words; nobody where they are
        a pronoun that points to nobody known, name a happening, or say nothing ("selon les cas")."""
        nobody = self.syntax.words.of("negation", "second")
        if token.lower_ in nobody or any(c.lower_ in nobody for c in token.children if c.i < token.i):
            return []  # "aucun passager n'a reconnu"
        if self.is_outlet(part, token) or (token.text.startswith("-") and token.pos_ != "PRON"):
            return []
        found = [(r.actor, r.span) for r in self.actors.resolve(part, token)]
        if found and all(actor.kind is ActorKind.STATE for actor, _ in found):
            if (seat := self._seat(found)) is not None:
                return [seat]
            if self._is_of_state(token):
                return [self._own_words(part, token, found[0][0].country)]
        if not found and token.pos_ == "PRON":
            these = (c for c in token.children if c.dep_ == "nmod" and c.pos_ in ("NOUN", "PRON"))  # "l'un d'eux"
            of_these = next(these, None)
            return self.of(part, of_these) if of_these else self._subject_before(part, token)  # "l'une de ces sources"
        if found or token.pos_ not in ("NOUN", "PROPN") or (found := self.owners(part, token)):
            return found
        if quoted_name(token) is not None:
            return [self._own_words(part, token)]
        if (own := self._seat_named(token.text)) is not None:  # "à l'Élysée, on assure que"
            return [(own, self.analysis.span(part, Run(token.doc, token.i, token.i + 1)))]
        speaks = self._is(token, "mouthpiece") or not self.is_happening(token)
        if not speaks or token.lemma_.lower() in self.words.of("mute", "nouns"):
            return []
        return [self._own_words(part, token)]

    def able(self, part: Part, token: Token) -> bool:
        """It names a known actor, or is a noun for one who speaks. What merely stands where a speaker would is often
        an object: "a dénoncé un bourrage"."""
        if self.actors.resolve(part, token) or countries().of_seat(token.text) is not None:
            return True
        if token.pos_ not in ("NOUN", "PROPN"):
            return False
        return self.people.speaks(token.lower_) or any(self._is(token, title) for title in _SAYING)

    def known(self, part: Part, noun: Token) -> Voice:
        """Whom a noun names, if that is a known actor or a word for a person."""
        if not (self.actors.resolve(part, noun) or self.people.human(noun.lower_)):
            return ()
        return self.voice(part, [noun])

    def voice(self, part: Part, tokens: Sequence[Token]) -> Voice:
        """The speakers that some nominals name, each once."""
        found: list[tuple[Actor, Span]] = []
        for token in tokens:
            found += [pair for pair in self.of(part, token) if pair not in found]
        return tuple(found)

    def persons(self, part: Part, tokens: Sequence[Token]) -> Voice:
        """Of the speakers, the persons with a name."""
        return tuple(s for s in self.voice(part, tokens) if s[0].kind is ActorKind.PERSON and s[0].is_named)

    def informants(self, part: Part, verb: Token, start: int, end: int) -> Voice:
        """From whom something was learnt, among the words from `start` to `end`: "a-t-on appris auprès de la
        préfecture", "a appris l'AFP de source policière", "chez les pompiers, on parle de"."""
        named = (t for t in verb.doc[start:end] if t.pos_ in ("NOUN", "PROPN") and not self.syntax.is_temporal(t))
        nouns = [t for t in named if self._is_beside(verb, t)]
        for key in ("informant", "place"):
            prepositions = self.syntax.words.of("prepositions", key)
            told = [t for t in nouns if self.syntax.preposition(t) in prepositions and self.able(part, t)]
            found = next((voice for t in told if (voice := self.voice(part, [t]))), ())
            if found:
                return found
        return ()

    def _is_beside(self, verb: Token, noun: Token) -> bool:
        """It belongs to the verb itself: not to another ("on indique que le fils du maire"), nor to what is told ("on
        confirme le décès d'un homme")."""
        first, last = sorted((verb.i, noun.i))
        between = verb.doc[first + 1 : last]
        names = ("flat:name", "flat:foreign")  # "a appris France Bleu auprès du parquet"
        if any(
            t.pos_ in ("VERB", "SCONJ") and (t.head, t.dep_) != (verb, "xcomp") and t.dep_ not in names for t in between
        ):
            return False
        return noun.head == verb or not any(t.pos_ == "NOUN" and not self.syntax.is_temporal(t) for t in between)

    def _subject_before(self, part: Part, pronoun: Token) -> Sequence[tuple[Actor, Span]]:
        """Whom a pronoun means that points to nobody known: "La direction fermera l'usine, a-t-elle fait savoir"; the
        first subject of its sentence, else of the one before, that agrees with it and can speak. What is quoted is no
        such sentence."""
        if not self.is_personal(pronoun):
            return []
        text = pronoun.lower_.rsplit("-")[-1]
        plural, gender = text[-1] in "sx", "Fem" if text.startswith("elle") else "Masc"
        start = pronoun.sent.start
        before = pronoun.doc[start - 1].sent.start if start else start
        for first, end in ((start, pronoun.i), (before, start)):
            for token in pronoun.doc[first:end]:
                subject = self._subject(token)
                if subject is None or is_plural(subject) != plural or feature(subject, "Gender") not in ("", gender):
                    continue
                if self.able(part, subject) and quotation_of(subject, quotations(token.doc)) is None:
                    return self.of(part, subject)
        return []

    @staticmethod
    def _subject(token: Token) -> Token | None:
        """A noun or name that is a subject, or for which a relative pronoun is; None for other words."""
        if not token.dep_.startswith("nsubj"):
            return None
        subject = antecedent(token.head) if feature(token, "PronType") == "Rel" else token
        return subject if subject is not None and subject.pos_ in ("NOUN", "PROPN") else None

    def may_say(self, part: Part, noun: Token, verb: Token) -> bool:
        """A noun is what says what a verb of saying tells: that of one who can speak, by its meaning or its form ("un
        vérificateur"). What merely shows something ("le délai suggère que") and what stands before a participle
        ("montés au créneau, dénonçant") must be one; of what declares something it is taken on trust."""
        if self.syntax.is_temporal(noun):
            return False
        if noun.pos_ != "NOUN" or (is_finite(verb) and verb.lemma_ not in self.words.of("sources", "showing")):
            return True
        return noun.lemma_.lower().endswith(self._endings) or self.able(part, noun)

    def may_mean(self, pronoun: Token, actor: Actor) -> bool:
        """Nothing that is known of an actor keeps a pronoun from standing for it: "elle" is no man, "eux" are no single
        person, and a medium that passes something on is spoken of no further."""
        text = pronoun.lower_.rsplit("-")[-1]
        if not self.is_personal(pronoun):
            return True
        if actor.kind is ActorKind.MEDIA or text[-1] in "sx":
            return actor.kind not in (ActorKind.PERSON, ActorKind.MEDIA)
        gender = self.people.gender_of(actor.name) if actor.kind is ActorKind.PERSON else None
        return gender in (None, "feminine" if text.startswith("elle") else "masculine")

    def is_personal(self, pronoun: Token) -> bool:
        """It stands for somebody named before: "il", "-t-elle", "eux"."""
        return pronoun.lower_.rsplit("-")[-1] in self.syntax.words.of("pronouns", "personal")

    def owners(self, part: Part, noun: Token) -> list[tuple[Actor, Span]]:
        """Whose mouthpiece it is: "un communiqué du ministère", "nos confrères de Nice-Matin"; nobody, where neither a
        name nor anybody known stands there, or it is none."""
        if not (self._is(noun, "mouthpiece") or self._is(noun, "media")):
            return []
        behind = [c for c in noun.children if c.i > noun.i and c.dep_ in ("nmod", "amod", "appos")]
        measured = [d for c in behind if children(c, "nummod") for d in c.children if d.i > c.i]  # "de 90 pages de X"
        owners = behind + [d for d in measured if d.dep_ == "nmod"]
        owners += [a for c in noun.children if c.dep_ == "acl" for a in self.syntax.agents(c)]
        owners += [c for c in noun.children if c.dep_ == "det" and feature(c, "Poss")]  # "selon leur récit"
        known = [(r.actor, r.span) for owner in owners for r in self.actors.resolve(part, owner)]
        if (seat := self._seat(known)) is not None:  # "un communiqué de Matignon"
            return [seat]
        return known or [self._own_words(part, owner) for owner in owners if owner.is_capital][:1]

    def is_outlet(self, part: Part, noun: Token) -> bool:
        """ "selon nos informations", "notre envoyé spécial", "par nos soins": the outlet itself, which need not be
        named; not another person, nor another medium ("nos confrères de Nice-Matin")."""
        ours = self.syntax.words.of("pronouns", "first_person")
        if not [c for c in noun.children if c.lower_ in ours]:
            return False
        if self._is(noun, "reporter"):
            return not any(actor.kind is ActorKind.MEDIA for actor, _ in self.owners(part, noun))
        return not self.people.lists(noun.lower_) and not self.owners(part, noun)

    def _seat(self, found: Sequence[tuple[Actor, Span]]) -> tuple[Actor, Span] | None:
        """ "a indiqué l'Élysée", "selon Bercy": a building speaks for those who sit there, not for the whole state."""
        if len(found) != 1 or (seat := self._seat_named(found[0][1].text)) is None:
            return None
        return seat, found[0][1]

    def _seat_named(self, name: str) -> Actor | None:
        country = countries().of_seat(name)
        if country is None:
            return None
        own = Actor(name=name, kind=ActorKind.ORGANISATION, country=country.code)
        return self.unnamed.setdefault(name, own)

    def _is_of_state(self, noun: Token) -> bool:
        """What belongs to a state does not speak for it: "les autorités rwandaises", "la troupe canadienne"."""
        return noun.pos_ == "NOUN" and bool(noun.children) and not self._is(noun, "governing")

    def _own_words(self, part: Part, noun: Token, country: str | None = None) -> tuple[Actor, Span]:
        """Somebody who is not known, by the words for him. What is written large, or belongs to a state (`country`),
        has a name by that: other articles mean it too."""
        words = quoted_name(noun) or noun_phrase(noun)
        day = next((t for t in words if t.i > noun.i and self.syntax.is_temporal(t)), None)
        if day is not None and day.subtree[0].i > noun.i:  # "de sources policières ce mardi"
            words = Run(noun.doc, words.start, day.subtree[0].i)
        span = self.analysis.span(part, words)
        actor = self.unnamed.get(span.text)
        if actor is None:
            name = " ".join(span.text.split())
            if country is None and not self._is_name(words):
                actor = Actor(name=name, kind=ActorKind.GROUP, scope=self.analysis.article.source.id)
            else:
                actor = Actor(name=name, kind=ActorKind.ORGANISATION, country=country)
            self.unnamed[span.text] = actor
        return actor, span

    @staticmethod
    def _is_name(words: Run) -> bool:
        """ "FranceInfo", "Radio Lac": written large, and not because a sentence begins."""
        return all(t.is_capital and not t.is_sent_start for t in words) and any(t.pos_ == "PROPN" for t in words)

    def _is(self, noun: Token, title: str) -> bool:
        return noun.lemma_.lower() in self.words.of("sources", title)
