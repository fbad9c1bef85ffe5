"""Prepositions that say who says so: "selon X", "d'après X", "de source policière", "à en croire X"."""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.attribution.statements import ACCORDING, STANCES, Statement, extent, own_end, stretch
from recoupe.extraction.dependencies import children, clause_head, feature, is_finite, is_verbal
from recoupe.extraction.phrases import is_plural
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token
from recoupe.model import ActorKind, Stance

#: How many words a comparison may have, in tokens ("comme nous l'a pour sa part confirmé").
_COMPARED: Final = 7


@final
@attrs.frozen(kw_only=True, eq=False)
class AccordingReader:
    """Reads the statements that a preposition makes."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Finds speakers.
    speakers: Speakers
    #: The words that something which attributes may begin with.
    starts: frozenset[str] = attrs.field(init=False, repr=False)

    @starts.default
    def _find_starts(self) -> frozenset[str]:
        return frozenset((*self.words.phrases("prepositions"), *self.words.phrases("comparisons")))

    def read(self, part: Part, sentence: Run, token: Token) -> Statement | None:
        """ "selon X", "d'après X", "de source policière", "à en croire X": over the clause, or the whole sentence."""
        cue = self._cue(sentence, token)
        if cue is None:
            return None
        last, stance = cue
        heads = self._nominal_after(sentence, last)
        if not heads:
            return None
        if feature(heads[0], "PronType") == "Rel":
            return self._in_relative(part, sentence, token, heads[0], stance)
        speakers = self.speakers.voice(part, heads)
        last_own = max(own_end(h) for h in heads) - 1
        counted = _counted(token, heads[0])
        start, end = extent(counted) if counted is not None else self._reach(sentence, token, last_own)
        if not self._closes(sentence, token, last_own):
            start, end = stretch(self.words, sentence, token.i, start, end)
        return Statement(
            speakers=speakers,
            stance=stance,
            cue=token,
            scope=(start, end),
            depth=ACCORDING,
            outside=frozenset(range(token.i, last_own + 1)),
            pronoun=_pronoun(heads[0]),
        )

    def _in_relative(self, part: Part, sentence: Run, cue: Token, pronoun: Token, stance: Stance) -> Statement | None:
        """ "les propos de la ministre, selon qui deux postes ont fermé": the noun before it, over its clause alone."""
        verbs = (t for t in sentence.doc[pronoun.i : sentence.end] if is_verbal(t) and not t.dep_.startswith("aux"))
        clause, before = next(verbs, None), sentence.doc[sentence.start : cue.i]
        nouns = (t for t in reversed(before) if t.pos_ in ("NOUN", "PROPN") and not t.dep_.startswith("flat"))
        noun = next(nouns, None)
        if clause is None or noun is None:
            return None
        scope, speakers = (pronoun.i + 1, extent(clause)[1]), self._meant(part, noun)
        while not speakers and noun.dep_ == "nmod" and noun.head.i < noun.i:
            noun = noun.head
            speakers = self._meant(part, noun)
        return Statement(speakers=speakers, stance=stance, cue=cue, scope=scope, depth=ACCORDING)

    def _closes(self, sentence: Run, token: Token, last: int) -> bool:
        """ "..., selon la préfecture.": set off at the end, it is said of all that was told before it."""
        behind = sentence.doc[last + 1 : sentence.end]
        return token.i > sentence.start and token.doc[token.i - 1].text == "," and all(t.is_punct for t in behind)

    def read_opinion(self, part: Part, sentence: Run) -> Statement | None:
        """ "Pour la ministre, ...": before a person and a comma, what follows is what that person thinks."""
        first = sentence.doc[sentence.start]
        head = first.head
        if first.lower_ not in self.words.of("opinions", "prepositions") or first.dep_ != "case" or head.i < first.i:
            return None
        behind = extent(head)[1]
        while sentence.doc[behind - 1].is_punct:  # "Pour Luc Roy, maire de Nice, « la fermeture ... »"
            behind -= 1
        pronoun = _pronoun(head)
        named = self.speakers.voice(part, [head])
        one = not is_plural(head) and self.speakers.people.human(head.lower_) is not None  # "Pour l'imam, ..."
        human = pronoun is not None or one
        voice = tuple(s for s in named if human or s[0].kind is ActorKind.PERSON)
        if not voice or behind >= sentence.end or sentence.doc[behind].text != ",":
            return None
        scope, own = (behind, sentence.end), frozenset(range(first.i, behind))
        return Statement(
            speakers=voice, stance=Stance.CLAIMS, cue=first, scope=scope, depth=ACCORDING, outside=own,
            pronoun=pronoun,
        )  # fmt: skip

    def _meant(self, part: Part, noun: Token) -> Voice:
        """Whom the noun before "selon lequel" names; a place only tells where that is ("l'Office de tourisme de
        Paris")."""
        known = tuple(self.speakers.owners(part, noun)) or self.speakers.known(part, noun)
        return tuple(pair for pair in known if noun.dep_ != "nmod" or pair[0].kind is not ActorKind.STATE)

    def _reach(self, sentence: Run, first: Token, last: int) -> tuple[int, int]:
        """What "selon X" covers: the sentence; inside parentheses or behind a bare number ("3.000 personnes, 1.800
        selon la préfecture, ont défilé"), only the words between the marks."""
        doc = sentence.doc
        opener = _opener(sentence, first)
        if opener is not None:  # "un effort qui, selon les autorités, s'est conclu": the relative clause only
            return opener.i, extent(clause_head(opener))[1]
        start = first.i
        while start > sentence.start and doc[start - 1].text not in {"(", ",", "–", "—"}:
            start -= 1
            if feature(doc[start], "PronType") == "Rel" and start < first.i - 1:
                return start, last + 1  # "où l'épidémie a fait 58 morts d'après les autorités"
        opening = doc[start - 1].text if start > sentence.start else ""
        behind = doc[last + 1].text if last + 1 < sentence.end else ""
        told = any(is_verbal(t) and is_finite(t) for t in doc[start : first.i])
        if behind == "," and opening == "," and start < first.i and not told:
            return start, last + 1  # "les suspects, originaires de Nice selon la police, ont": what is apposed only
        if behind == "," and self._ends_told(sentence, first, last):
            return sentence.start, last + 1
        before = doc[first.i - 1] if first.i > sentence.start else None
        if opening == "(" or (opening == "," and before is not None and _is_number(before)):
            return start, last + 1
        if behind == ".":  # where the parse takes two sentences for one
            return sentence.start, last + 1
        return sentence.start, sentence.end

    def _ends_told(self, sentence: Run, first: Token, last: int) -> bool:
        """What follows is set against it ("selon la mairie, mais le trafic reprend"), or is an afterthought to a clause
        that ends with the source ("a réuni 3.000 personnes selon la police, avec des heurts")."""
        doc = sentence.doc
        if doc[min(last + 2, sentence.end - 1)].lower_ in self.words.of("contrasts", "coordinating"):
            return True
        told = any(is_verbal(t) and is_finite(t) for t in doc[sentence.start : first.i])
        return told and doc[first.i - 1].text != ","

    def _cue(self, sentence: Run, token: Token) -> tuple[Token, Stance] | None:
        """The last word of what attributes, if it starts at `token`: a preposition, or a comparison with its verb."""
        for words, key in self.words.phrases("prepositions").get(token.lower_, ()):
            last = token.i + len(words) - 1
            if last >= sentence.end or sentence.doc[last].lower_ != words[-1]:
                continue
            if tuple(t.lower_ for t in sentence.doc[token.i : last + 1]) == words:
                return sentence.doc[last], STANCES.get(key, Stance.ASSERTS)
        for words, _ in self.words.phrases("comparisons").get(token.lower_, ()):
            start = token.i + len(words)
            if tuple(t.lower_ for t in sentence.doc[token.i : min(start, sentence.end)]) == words:
                return self._compared(sentence, start)
        return None

    def _compared(self, sentence: Run, start: int) -> tuple[Token, Stance] | None:
        """ "comme l'a annoncé", "ainsi que le rapporte", "tel que rapporté par": a verb of saying, with a pronoun for
        what is said or as a bare participle."""
        pronouns = self.words.of("announced", "pronouns")
        for token in sentence.doc[start : min(start + _COMPARED, sentence.end)]:
            lemma = token.lemma_.lower()
            says = is_verbal(token) and lemma not in self.words.of("expectations", "verbs")
            key = self.words.key_of("verbs", lemma) if says else None
            before = sentence.doc[start : token.i]
            if key is not None and (not before or any(t.lower_ in pronouns for t in before)):
                return token, STANCES.get(key, Stance.ASSERTS)
            if token.pos_ not in ("PRON", "AUX", "ADV") and token.lower_ not in pronouns and not is_verbal(token):
                return None
        return None

    def _nominal_after(self, sentence: Run, token: Token) -> list[Token]:
        if token.pos_ == "NOUN":  # "de source policière": who says so is the end of the locution itself
            whose = [t for word, t in self.speakers.syntax.obliques(token) if word == "de"]  # "aux dires des élus"
            return [token] if children(token, "amod") else whose[:1]
        subject = next((s for s in children(token, "nsubj") if s.pos_ != "PRON"), None) if is_verbal(token) else None
        if subject is not None:
            return [subject]
        head = token.head
        if head.i > token.i and head.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ in ("case", "fixed"):
            return [head]
        for following in sentence.doc[token.i + 1 : min(token.i + 8, sentence.end)]:
            if following.pos_ in ("NOUN", "PROPN", "PRON") and not self.speakers.syntax.is_temporal(following):
                return [following]
            if following.is_punct and following.text not in "«\"'":
                return []
        return []


def _opener(sentence: Run, first: Token) -> Token | None:
    """The word with which the clause opens in which a source is set off by commas: right before it ("un effort qui,
    selon X, s'est conclu"), or a relative pronoun with its verb ("une affaire qui est, selon X, un cas d'école")."""
    doc, at = sentence.doc, first.i - 2
    if at < sentence.start or doc[at + 1].text != ",":
        return None
    if doc[at].dep_ == "mark" or feature(doc[at], "PronType") == "Rel":
        return doc[at]
    relative = at - 1 >= sentence.start and feature(doc[at - 1], "PronType") == "Rel"
    return doc[at - 1] if relative and is_verbal(doc[at]) else None


def _counted(cue: Token, source: Token) -> Token | None:
    """ "20 000 personnes réunies selon la police": the noun with a number whose participle stands right before."""
    participle = cue.doc[cue.i - 1]
    noun = participle.head
    bare = source.head == participle and participle.dep_ == "acl" and not participle.auxiliaries
    return noun if bare and noun.dep_ != "ROOT" and children(noun, "nummod") else None


def _pronoun(token: Token) -> Token | None:
    return token if token.pos_ == "PRON" else None


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" or feature(token, "NumType") == "Card"
