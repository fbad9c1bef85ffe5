"""Finding the words that evoke frames: verbs and nouns of the lexicon whose constraints hold where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import children, feature, is_adjectival, is_passive
from recoupe.extraction.happenings.constraints import Constraints
from recoupe.extraction.happenings.headed import headed
from recoupe.extraction.happenings.narration import is_composed, is_simple_present
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import ANY, Frames, Unit, Words
from recoupe.language.tokens import Doc, Run, Token

#: How far behind (or before) its head a phrase's next word may stand, in tokens ("mettre de nouveau en examen").
_TAIL_REACH = 6
#: What a preposition may belong to: behind it, the noun of a phrase stands before any of them.
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "VERB"})
#: Words that any unit of the lexicon's open frames evokes, and the lists of verbs of which a noun so labelled does.
_OPEN = frozenset({"VERB", "NOUN"})
_NAMING = ("NOUN", "PROPN")
_OCCASIONS = frozenset({"obl:arg", "nmod", "obl:mod", "fixed", "dep"})
_HOSTS = {"nsubj": "hosting", "nsubj:pass": "done", "obj": "done", "obl:arg": "done"}
#: Determiners and the like that may stand inside an idiom.
_IDIOM_REACH = 1


@final
@attrs.frozen(kw_only=True, eq=False)
class Trigger:
    """Words that evoke a frame, in place."""

    #: The part of the article.
    part: Part
    #: The word that heads the unit.
    token: Token
    #: The lexicon entry.
    unit: Unit
    #: The other words of the phrase, in order.
    tail: tuple[Token, ...] = ()

    @property
    def words(self) -> tuple[Token, ...]:
        """All words of the unit, in the order of the text."""
        return tuple(sorted((self.token, *self.tail), key=lambda t: t.i)) if self.tail else (self.token,)


@final
@attrs.frozen(kw_only=True, eq=False)
class Matcher:
    """Matches the units of a lexicon."""

    #: The lexicon.
    frames: Frames
    #: Reads the parse.
    syntax: Syntax
    #: ``idioms.toml`` of the language pack: phrases that name no happening.
    idioms: Words
    #: ``occurrence.toml`` of the language pack.
    occurrence: Words
    #: Reads what must hold around the words of a unit.
    constraints: Constraints
    #: The forms of the words of each sentence that was asked for.
    _of_sentences: dict[Run, set[str]] = attrs.field(factory=dict, init=False)

    def find(self, part: Part) -> list[Trigger]:
        """The triggers of a part, in order; where units share words, the most specific one."""
        taken = self._idiomatic(part)
        found: list[Trigger] = []
        for trigger in sorted(self._candidates(part, taken), key=_priority):
            indices = {t.i for t in trigger.words}
            if indices & taken:
                continue
            taken |= indices
            if not trigger.unit.frame.nothing:
                found.append(trigger)
        return sorted(found, key=lambda t: t.token.i)

    def _idiomatic(self, part: Part) -> set[int]:
        """The words of phrases that match a unit but name no happening ("se rendre compte", "carte de visite")."""
        found: set[int] = set()
        verbs, nouns = self.idioms.phrases("verbs"), self.idioms.phrases("nouns")
        for token in part.doc:
            lemma, lower = token.lemma_.lower(), token.lower_
            if lemma not in verbs and lemma not in nouns and lower not in nouns:
                continue
            # a noun that looks like a form of a verb has that verb's lemma: "permis de conduire"; but not behind an
            # auxiliary: "a été prise en charge"
            named = () if token.pos_ == "VERB" and is_composed(token) else nouns.get(lemma, nouns.get(lower, ()))
            for words, _ in (*verbs.get(lemma, ()), *named):
                if words[1:2] and words[1] not in self._forms(token.sent):
                    continue
                tail = self._sequence(token.doc, token.i + 1, token.sent.end, words[1:])
                if tail and tail[-1].i - token.i < len(words) + _IDIOM_REACH:
                    found |= {token.i, *(t.i for t in tail)}
        return found

    def _candidates(self, part: Part, taken: Set[int]) -> Iterator[Trigger]:
        """The first match of each word; `taken` are the words of idioms, of which no phrase can consist."""
        for token in part.doc:
            found = headed(self.frames, self.syntax.words, self.occurrence, token.lemma_, token.lower_)
            if found is None and token.pos_ not in _OPEN:
                continue
            if token.is_punct or token.is_space or len(token.text) < 2 or token.text[0].isdigit():
                continue
            trigger = self._first(part, token, found.at(token), taken) if found is not None else None
            if trigger is not None:
                yield trigger
            elif token.pos_ == "VERB" and self._is_any(token):
                yield from (Trigger(part=part, token=token, unit=u) for u in self.frames.verbs.get(ANY, ()))
            elif token.pos_ == "NOUN" and (self._is_occasion(token) or self._is_told(part, token)):
                yield from (Trigger(part=part, token=token, unit=u) for u in self.frames.nouns.get(ANY, ()))

    def _is_any(self, verb: Token) -> bool:
        """A verb of its own; taggers call others so, that have no infinitive: "voilà", "le logeur"."""
        if verb.dep_.startswith("aux") or _is_in_name(verb):
            return False
        known = verb.lemma_.endswith(tuple(self.syntax.words.of("infinitives", "endings")))
        return known or {a.dep_ for a in verb.auxiliaries} == {"aux:tense"}  # a participle that is spelt wrong

    def _is_occasion(self, noun: Token) -> bool:
        """ "lors d'un contrôle", whatever it names but a stretch of time: "lors de la saison"."""
        head = noun.head
        if head.lower_ != "lors" or noun.i < head.i or noun.dep_ not in _OCCASIONS:
            return False
        if any(t.pos_ in _NAMING for t in noun.doc[head.i + 1 : noun.i]):
            return False  # "lors du sommet de Paris en février"
        return noun.lemma_.lower() not in self.occurrence.of("nouns", "spans")

    def _is_told(self, part: Part, noun: Token) -> bool:
        """Its verb says of a noun that it took place or was done, whatever it names: "le chargement a débuté"."""
        if noun.dep_ not in _HOSTS:
            return False
        hosts, verb = self.occurrence.of("verbs", _HOSTS[noun.dep_]), noun.head
        if any(c.i < noun.i for c in children(verb, "obl:arg")) and noun.dep_ == "obl:arg":
            return False  # "ont procédé à un relevé au port"
        if noun.lemma_.lower() in self.syntax.words.of("counting", "quantities"):
            return False  # "des dizaines d'arrestations ont eu lieu"
        lemma = self.syntax.full_lemma(verb)
        told = lemma in hosts or any(f"{lemma} {c.lemma_}" in hosts for c in children(verb, "obj"))
        if not told or not is_simple_present(verb):
            return told
        times = [c for c in verb.children if c.i > verb.i and c.pos_ == "NOUN"]
        return any(self.constraints.is_of(part, c, "date") for c in times)  # not "l'histoire débute à Lyon en 1950"

    # ------------------------------------------------------------------ one unit
    def _first(self, part: Part, token: Token, units: Sequence[Unit], idioms: Set[int]) -> Trigger | None:
        """The first of the units that matches. A phrase whose second word is not there is not looked at closely."""
        reflexive: bool | None = None  # asked for once, where a unit has a verb
        forms = self._forms(token.sent)
        for unit in units:
            if not unit.nominal:
                reflexive = self.syntax.is_reflexive(token) if reflexive is None else reflexive
                if unit.pronominal is not reflexive:
                    continue
            if unit.tail and unit.tail[0] not in forms:
                continue
            trigger = self._match(part, token, unit)
            if trigger is not None and not any(word.i in idioms for word in trigger.tail):
                return trigger
        return None

    def _forms(self, sentence: Run) -> set[str]:
        """The words of a sentence, in every form under which those of a phrase are looked up."""
        found = self._of_sentences.get(sentence)
        if found is None:
            lower = {t.lower_ for t in sentence}
            found = {t.lemma_ for t in sentence} | lower
            for plain in (self.syntax.contractions, self.frames.aliases):
                found |= {plain[word] for word in lower if word in plain}
            found |= {word[:-1] for word in lower if word[-1] in "es"}  # "retrouvée morte"
            found |= {word[:-2] for word in lower if word[-2:] == "es"}
            self._of_sentences[sentence] = found
        return found

    def _match(self, part: Part, token: Token, unit: Unit) -> Trigger | None:
        tail = self._tail(token, unit.tail)
        if tail is None or (tail and self._tears_locution(token, tail)):
            return None
        if not self.constraints.hold(part, token, tail, unit):
            return None
        return Trigger(part=part, token=token, unit=unit, tail=tail)

    def _tears_locution(self, verb: Token, tail: tuple[Token, ...]) -> bool:
        """ "a fait état de 40 morts": the verb and a noun before the phrase's own make another verb."""
        for words, _ in self.idioms.phrases("locutions").get(verb.lemma_, ()):
            locution = self._sequence(verb.doc, verb.i + 1, tail[-1].i + 1, words[1:])
            if locution is not None and not any(t in tail for t in locution):
                return True
        return False

    def _tail(self, token: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
        """The tokens of a phrase's further words: in order behind the head, or before it (passive, relative)."""
        if not words:
            return ()
        behind = self._sequence(token.doc, token.i + 1, token.sent.end, words)
        if behind is not None and not (token.pos_ == "NOUN" and _leaves_phrase(token, behind[-1])):
            return behind
        if token.pos_ == "NOUN" and len(words) == 1:  # an adjective may stand first: "le second tour"
            before = [c for c in token.children if c.dep_ == "amod" and c.i < token.i and self._is_word(c, words[0])]
            return tuple(before[:1]) or None
        if token.pos_ == "ADJ":  # "enquête ouverte"; not "une décision semblable à celle prise"
            return self._sequence(token.doc, token.head.i, token.i, words) if is_adjectival(token) else None
        adverb = token.doc[token.i - 1] if token.i else token  # "a mortellement blessé un passant"
        if len(words) == 1 and adverb.pos_ == "ADV" and self._is_word(adverb, words[0]):
            return (adverb,)
        if not is_passive(token):
            return None
        clause = next((c.i for c in token.children if c.dep_ == "mark" and c.i < token.i), token.sent.start)
        start = max(clause, token.i - _TAIL_REACH - len(words))  # "La victime a demandé que justice soit faite"
        subject = next((c.i for c in token.children if c.dep_ == "nsubj:pass" and self._is_word(c, words[0])), start)
        return self._sequence(token.doc, subject, token.i, words)  # "l'homme, dont la garde à vue a été prolongée"

    def _sequence(self, doc: Doc, start: int, end: int, words: tuple[str, ...]) -> tuple[Token, ...] | None:
        """The tokens of `words` among those from `start` to `end`, in order, few others between them; None: not all."""
        found: list[Token] = []
        gap = 0
        verbal = start > 0 and doc[start - 1].pos_ == "VERB"
        for i in range(start, end):
            token = doc[i]
            if not token.dep_.startswith("aux") and self._is_word(token, words[len(found)]):
                found.append(token)
                gap = 0
                if len(found) == len(words):
                    return tuple(found)
            else:
                gap += 1
                stop = token.is_punct and token.pos_ != "NUM" and token.text not in "\"«»'%"  # "2-1" is a number
                if gap > _TAIL_REACH or stop:
                    return None
                if token.dep_ == "mark" and token.pos_ == "SCONJ":
                    return None  # another clause: "a découvert que l'enfant était mort"
                if verbal and token.features.get("VerbForm") == "Fin":
                    return None  # "l'orage qui a frappé la région a fait deux morts"
                if token.dep_ == "conj" and token.pos_ == "VERB":
                    return None  # "mis en examen et placé en détention"
                if found and found[-1].pos_ == "ADP" and token.pos_ in _HEADS:
                    found.pop()  # the preposition has another noun: "c'est en Gironde que le feu"
        return None

    def _is_word(self, token: Token, word: str) -> bool:
        lower = token.lower_
        if word in (lower, token.lemma_, self.syntax.contractions.get(lower), self.frames.aliases.get(lower)):
            return True
        # the plain masculine of a participle that the pipeline takes for a noun: "à main armée", not "contre l'armée"
        inflected = lower.startswith(word) and lower[len(word) :] in ("e", "s", "es")
        if inflected and token.dep_ == "amod" and token.head.i > token.i:
            return False  # "a donné de nouvelles informations" gives no news
        return inflected and token.pos_ in ("ADJ", "NOUN", "VERB") and not children(token, "det")


def _is_in_name(token: Token) -> bool:
    """ "Caterpillar Belgium": a capital behind another, where no sentence begins."""
    return token.is_title and token.i > token.sent.start and token.doc[token.i - 1].is_title


def _priority(trigger: Trigger) -> tuple[int, int, int]:
    phrase = -len(trigger.tail)
    return (phrase, 0 if trigger.unit.nominal else 2 if trigger.unit.is_open else 1, trigger.token.i)


def _leaves_phrase(noun: Token, last: Token) -> bool:
    """A verb stands between: "les incendies sont d'origine criminelle" tells of no "incendie criminel"."""
    return any(t.pos_ == "AUX" or feature(t, "VerbForm") == "Fin" for t in noun.doc[noun.i + 1 : last.i])
