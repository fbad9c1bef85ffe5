"""Pointing words of a text: pronouns, possessives, "ce dernier", "les deux pays"; and whom they mean."""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.actors.agreement import is_several
from recoupe.extraction.actors.anaphora import PEOPLE, Memory
from recoupe.extraction.actors.cast import Member, country_of
from recoupe.extraction.actors.object_pronouns import accuser_of, fits_object, whom_object_means
from recoupe.extraction.actors.sequels import Sequels, is_listed
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.dependencies import is_finite, is_led_by, is_verbal
from recoupe.extraction.phrases import determiner, is_plural
from recoupe.language.tokens import Token
from recoupe.model import ActorKind

#: Pronouns behind a preposition, and what each is as a subject.
_STRESSED: Final = {"lui": "il", "eux": "ils", "elle": "elle", "elles": "elles"}
#: Pronouns before a verb that are its object.
_OBJECTS: Final = frozenset({"l'", "le", "la", "les", "lui", "leur"})
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
#: Words that point to several owners or to several who undergo something.
_SEVERAL: Final = frozenset({"leur", "leurs", "les"})
_MARKS: Final = _OPENING | _CLOSING | {'"'}


@final
@attrs.frozen(kw_only=True, eq=False)
class PointerReader:
    """Reads the pointing words of one part."""

    #: The number of the part.
    number: int
    setting: Setting
    #: The number of each token's sentence, counted through the article.
    sentences: list[int]
    memory: Memory
    #: The reader of the part before; None: it is the first.
    previous: PointerReader | None = None
    #: Whom the pronouns mean that were asked for, by token.
    _continued: dict[int, tuple[Member, ...]] = attrs.field(factory=dict, init=False)
    _sequels: Sequels = attrs.field(init=False)

    @_sequels.default
    def _read_sequels(self) -> Sequels:
        return Sequels(words=self.setting.words.persons, memory=self.memory)

    def read(self, token: Token) -> tuple[Member, ...] | None:
        """Whom a word means that points back; None where it is no such word."""
        text, sentence = token.lower_.removeprefix("-"), self.sentences[token.i]
        words = self.setting.words.persons
        if (token.pos_ == "DET" or (token.pos_ == "PRON" and token.dep_ == "det")) and (
            possessive := words.key_of("possessives", text)
        ) is not None:
            if possessive == "singular" and self._belongs_to_unknown(token):
                return ()
            if (praising := self._who_praises(token)) is not None:
                unnamed = praising.pos_ == "PRON"
                return () if unnamed else self.memory.of_possessive(self.number, token, sentence, apart=praising)
            if (pronoun := self._subject_pronoun(token)) is not None:
                return self.read(pronoun)
            if possessive == "singular" and (praised := self._object_before_reason(token)):
                return praised
            undergone = words.of("undergone", "words")
            if possessive == "singular" and (token.head.lower_ in undergone or is_listed(token.head, undergone)):
                lawyer = self._lawyer(token)
                if lawyer is not None and (client := self._client_of(lawyer)):
                    return client
                person = self.memory.of_possessive(self.number, token, sentence, person=True, apart=lawyer)
                return person or (self.memory.of_possessive(self.number, token, sentence) if lawyer is None else ())
            return self.memory.of_possessive(self.number, token, sentence) or self._gone_on_about(token)
        if token.pos_ == "PRON" and text in ("il", "elle", "ils", "elles", "celui", "celle", "ceux", "celles"):
            if self._is_impersonal(token):
                return ()
            if text.startswith("ce"):  # "celui-ci": who was named last
                sex = "feminine" if text.startswith("celle") else "masculine"
                return self.memory.last(self.number, token.i, sex, text in ("ceux", "celles"))
            return self._of_personal(token)
        if token.lower_ in words.tables["both"]["two"] and self._is_both(token):
            return self.memory.both(self.number, token.i, sentence)
        if token.dep_ == "nsubj" and self._is_some(token):
            return self.memory.of_some(self.number, token, sentence)
        if token.pos_ == "PRON" and text in _STRESSED and any(c.dep_ == "case" for c in token.children):
            return self._of_personal(token)
        if token.pos_ == "PRON" and token.dep_ in ("obj", "iobj", "obl:arg") and text in _OBJECTS:
            accusers = self._accusers(token)
            meant = accusers or whom_object_means(self.memory, self.number, token, sentence)
            return meant or tuple(m for m in self._gone_on_about(token) if m.kind in PEOPLE)
        if text in words.of("last", "words") and token.i and determiner(token) in ("ce", "ces"):
            gender = {"dernier": "masculine", "dernière": "feminine"}.get(text)
            return self.memory.last(self.number, token.i - 1, gender, text.endswith("s"))
        if (
            token.pos_ in ("NOUN", "PROPN")
            and self.setting.words.body("kinds", text, "country")
            and token.i not in self.setting.references
        ):
            return self._of_country_word(token)
        if token.children and self.setting.words.body("forces", text) and token.i not in self.setting.namings:
            owner = [c for c in token.children if c.dep_ == "det" and c.lower_ in ("ses", "leurs", "son", "sa", "leur")]
            if owner and (made := self._made_to(owner[0])):
                return made
            if owner:
                return tuple(self._armed(m) for m in self.memory.of_possessive(self.number, owner[0], sentence))
        return None

    def _of_personal(self, token: Token) -> tuple[Member, ...]:
        """Whom "il" means: whoever the same word meant as the last subject before, unless another subject has come up
        since."""
        chain: list[tuple[PointerReader, Token]] = [(self, token)]
        while (link := chain[-1][0]._same_before(chain[-1][1])) is not None:
            chain.append(link)
            if link[1].i in link[0]._continued:
                break
        earlier: tuple[Member, ...] = ()
        for reader, pronoun in reversed(chain):
            if pronoun.i not in reader._continued:
                reader._continued[pronoun.i] = reader._after(pronoun, earlier)
            earlier = reader._continued[pronoun.i]
        return earlier

    def _gone_on_about(self, token: Token) -> tuple[Member, ...]:
        """ "Il a nié. Ses avocats ont fait appel", "Ils protestaient. Le préfet leur a écrit": whom the pronoun means
        that is the only subject of the sentence before, where nobody is told of nearer; not out of a quotation."""
        several = token.lower_ in _SEVERAL
        wanted = ("ils", "elles") if several else ("il", "elle")
        reader: PointerReader | None = self
        sentence, end = self.sentences[token.i], token.i
        while reader is not None:
            for before in reversed(reader.setting.doc[0:end]):
                if sentence - reader.sentences[before.i] > 1 or before.text in _MARKS:
                    return ()
                if sentence != reader.sentences[before.i] and before.dep_.startswith("nsubj"):
                    fits = before.lower_ in wanted and not reader._is_impersonal(before)
                    found = reader._of_personal(before) if fits else ()
                    return found if is_several(found) == several else ()
            reader = reader.previous
            end = len(reader.sentences) if reader is not None else 0
        return ()

    def _after(self, token: Token, earlier: tuple[Member, ...]) -> tuple[Member, ...]:
        """Whom "il" means, given whom the same word meant just before."""
        sentence = self.sentences[token.i]
        found = self.memory.ahead(self.number, token) or earlier
        person = self._is_told_of_persons(token)
        if person and any(m.kind not in PEOPLE for m in found):
            found = ()
        found = found or self.memory.of_pronoun(self.number, token, sentence, person=person)
        if person and token.dep_ == "nsubj" and any(m.kind not in PEOPLE for m in found):
            return ()  # "La police dit qu'elle est morte"
        if self._are_officers(found) and self._undergoes(token):
            found = self.memory.struck(self.number, token, sentence) or found
        return self._sequels.meant(self.number, token, sentence, found)

    def _is_told_of_persons(self, pronoun: Token) -> bool:
        """ "Il a été arrêté", "Elle est morte"."""
        voice = {"nsubj:pass": "passive", "nsubj": "active"}.get(pronoun.dep_, "")
        return bool(voice) and is_listed(pronoun.head, self.setting.words.persons.of("undergone", voice))

    def _are_officers(self, members: tuple[Member, ...]) -> bool:
        """ "les gendarmes", "les pompiers": who arrest and rescue others, and seldom undergo it."""
        words = self.setting.words
        return bool(members) and all(m.scoped and words.person("officers", m.name.split()[0]) for m in members)

    @staticmethod
    def _undergoes(pronoun: Token) -> bool:
        """ "Ils ont été écroués", "Deux d'entre eux ont été écroués"."""
        among = any(c.dep_ == "case" for c in pronoun.children)
        return (pronoun.head if among else pronoun).dep_ == "nsubj:pass"

    def _same_before(self, token: Token) -> tuple[PointerReader, Token] | None:
        """The last such pronoun of this sentence or the one before that is a subject too, with the reader of its
        part, and stands in the same quotation or in none; none where it means nobody, or another subject came up
        since."""
        text, sentence = token.lower_.removeprefix("-"), self.sentences[token.i]
        alike = {text, _STRESSED.get(text, text)}
        reader: PointerReader | None = self
        end, quoted = token.i, 0
        while reader is not None:
            doc = reader.setting.doc
            for at in range(end - 1, -1, -1):
                if sentence - reader.sentences[at] > 1:
                    return None
                before = doc[at]
                if before.text in _MARKS:
                    quoted = _depth(quoted, before.text)
                    if quoted < 0:
                        return None
                if quoted or before.lower_.removeprefix("-") not in alike:
                    continue
                if (before.lower_ == token.lower_ in _STRESSED) or before.dep_.startswith("nsubj"):
                    place = (reader.number, at), (self.number, token.i)
                    other = reader._is_impersonal(before) or self.memory.is_subject_between(before, *place)
                    return None if other else (reader, before)
            reader = reader.previous
            end = len(reader.sentences) if reader is not None else 0
        return None

    def _accusers(self, pronoun: Token) -> tuple[Member, ...]:
        """ "accuse un voisin de l'avoir frappée": who accuses, where the pronoun may mean them."""
        accuser = accuser_of(pronoun, self.setting.words.persons.of("accusing", "verbs"))
        if accuser is None:
            return ()
        found = self.read(accuser) or self.memory.at(self.number, accuser)
        return found if found and fits_object(pronoun, found) else ()

    def _is_some(self, token: Token) -> bool:
        """ "l'un", "les autres", "certains"; not "Kim Jong Un"."""
        words = self.setting.words.persons
        if token.i in self.setting.namings:
            return False
        definite = determiner(token) in ("le", "les") and token.lower_ in words.of("some", "definite")
        return definite or token.lower_ in words.of("some", "alone")

    def _is_both(self, token: Token) -> bool:
        """ "tous deux", "toutes les deux"; not "les deux"."""
        if not token.i or not token.dep_.startswith("nsubj"):
            return False
        at = token.i - 1
        at -= at > 0 and token.doc[at].lower_ == "les"
        return token.doc[at].lower_ in self.setting.words.persons.tables["both"]["all"]

    def _subject_pronoun(self, possessive: Token) -> Token | None:
        """ "Dans leur fuite, ils ont croisé", "a-t-il dit après avoir remis son rapport": the pronoun that is the
        clause's subject owns what is "leur", before or behind; not "il a annoncé son arrestation"."""
        verb = next((t for t in possessive.ancestors if t.pos_ == "VERB"), None)
        while verb is not None and is_verbal(verb.head) and verb.head is not verb and _lacks_subject(verb):
            verb = verb.head
        others = self.setting.words.persons.of("undergone", "words")
        plural = possessive.lower_ in self.setting.words.persons.of("possessives", "plural")
        wanted = ("ils", "elles") if plural else ("il", "elle")
        heads = [c for c in verb.children if c.dep_.startswith("nsubj")] if verb else []
        subjects = [c for c in heads if c.lower_.removeprefix("-") in wanted]
        undergone = not others.isdisjoint({possessive.head.lower_, possessive.head.lemma_})
        return next((c for c in subjects if c.i > possessive.i or not undergone), None)

    def _who_praises(self, possessive: Token) -> Token | None:
        """ "Le parti a salué sa décision": the subject of a verb of praise or blame, who judges what others do."""
        thing, judging = possessive.head, self.setting.words.persons.of("judging", "verbs")
        if thing.dep_ != "obj" or thing.head.lemma_ not in judging:
            return None
        if not self.setting.words.persons.of("undergone", "words").isdisjoint({thing.lower_, thing.lemma_}):
            return None  # "a critiqué son arrestation"
        return next((c for c in thing.head.children if c.dep_ == "nsubj" and c.i < possessive.i), None)

    def _object_before_reason(self, possessive: Token) -> tuple[Member, ...]:
        """ "a félicité X pour sa victoire": what somebody is praised, blamed or punished for is his own."""
        reason, marks = possessive.head, self.setting.words.persons.of("reasons", "words")
        if not is_led_by(reason, marks):
            return ()
        objects = (c for c in reason.head.children if c.dep_ == "obj" and c.i < possessive.i)
        named = (self.setting.namings.get(t.i) for t in objects)
        return next(((found[1],) for found in named if found is not None), ())

    def _made_to(self, possessive: Token) -> tuple[Member, ...]:
        """ "appelle le Rwanda à retirer ses troupes": what somebody named is made to do is done with his own."""
        verb = next((t for t in possessive.ancestors if t.pos_ == "VERB"), None)
        if verb is None or verb.dep_ != "xcomp" or not any(c.lower_ == "à" and c.i < verb.i for c in verb.children):
            return ()
        objects = (c for c in verb.head.children if c.dep_ == "obj" and c.i < verb.i)
        named = (self.setting.namings.get(t.i) for t in objects)
        return next(((found[1],) for found in named if found is not None), ())

    def _lawyer(self, possessive: Token) -> Token | None:
        """ "Le juge a ordonné sa mise en examen": the subject before, if he tries or defends others."""
        verb = next((t for t in possessive.ancestors if t.pos_ == "VERB"), None)
        subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < possessive.i] if verb else []
        callings = self.setting.words.callings
        return next((s for s in subjects if not callings(s.lower_).isdisjoint(("bar", "court"))), None)

    def _client_of(self, lawyer: Token) -> tuple[Member, ...]:
        """ "L'avocat de X a demandé sa libération": whom he defends, by name."""
        named = (self.setting.namings.get(c.i) for c in lawyer.children if c.dep_ == "nmod")
        return tuple(n[1] for n in named if n and n[1].kind is ActorKind.PERSON)[:1]

    def _belongs_to_unknown(self, possessive: Token) -> bool:
        """ "Le Vega est signalé à Lima depuis son arrivée": the clause's subject bears a name, and is no actor known
        here; nobody else owns what is its."""
        verb = next((t for t in possessive.ancestors if t.pos_ == "VERB"), None)
        subjects = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < possessive.i] if verb else []
        known = self.setting.namings, self.setting.references
        return any(s.pos_ == "PROPN" and not any(s.i in places for places in known) for s in subjects)

    def _armed(self, member: Member) -> Member:
        """Whose forces "ses forces" are: those of a ministry or a president are their state's."""
        country = country_of(member.country)
        state = self.setting.cast.known_state(country) if country and member.kind is not ActorKind.STATE else None
        return state or member

    def _is_impersonal(self, token: Token) -> bool:
        """ "il y a dix ans", "il s'agit de", "il est probable que"; and "celui de lundi", which points to a thing."""
        doc, i = token.doc, token.i + 1
        if token.lower_ in ("celui", "celle", "ceux", "celles"):
            return not (i < len(doc) and doc[i].text == "-")
        if token.lower_ != "il":
            return False
        while i < len(doc) and doc[i].lower_ in ("ne", "n'"):
            i += 1
        words = self.setting.words.persons
        if i + 1 >= len(doc) or doc[i].lower_ not in words.of("impersonal", "words"):
            return False
        following = {t.lower_ for t in doc[i + 1 : i + 3]}
        needs_more = doc[i].lower_ in ("y", "s'", "est", "était", "reste")
        return not needs_more or bool(following & words.of("impersonal", "next"))

    def _of_country_word(self, token: Token) -> tuple[Member, ...] | None:
        """ "les deux pays", "ce pays", "les deux capitales"."""
        if is_plural(token):
            pair = any(t.lower_ in ("deux", "2") for t in token.doc[max(0, token.i - 3) : token.i])
            return self.memory.two_states(self.number, token.i) if pair else None
        if token.lower_ in ("pays", "gouvernement") and determiner(token) == "ce":
            return self.memory.last_state(self.number, token.i)
        return None


def _lacks_subject(verb: Token) -> bool:
    """An infinitive or a gerund, whose subject is that of the clause above."""
    bare = verb.features.get("VerbForm") in ("Inf", "Part") and not any(is_finite(t) for t in (verb, *verb.auxiliaries))
    return bare and not any(c.dep_.startswith("nsubj") for c in verb.children)


def _depth(depth: int, mark: str) -> int:
    """How many quotations deep the words before a mark stand, read backwards, where `depth` is that of those behind;
    less than none before a quotation that began behind them."""
    if mark == '"':
        return 0 if depth else 1
    return depth + (mark in _CLOSING) - (mark in _OPENING)
