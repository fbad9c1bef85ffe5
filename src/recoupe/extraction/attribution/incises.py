"""Incises: "..., a annoncé mardi le ministre", the reporting verb that stands beside what is said.

They are read by the order of the words: a mark, the verb with its auxiliaries, then whoever speaks, without a
preposition (Grevisse & Goosse, Le bon usage, § 380-382). Parsers see few of them in training, and take the one who
speaks for an object, the verb for a participle.
"""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.quotations import closes, quotations, quoted_name
from recoupe.extraction.attribution.speakers import Speakers, Voice
from recoupe.extraction.dependencies import children, feature, is_finite, is_verbal
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token

#: How far behind an inverted verb its subject begins, in tokens ("a annoncé mardi soir à la presse un responsable").
_INVERTED: Final = 10
#: How many words may stand between an auxiliary and its participle ("a pour sa part indiqué").
_INSERTED: Final = 6
#: How many may stand between commas behind the verb ("martèle, dans une vidéo sur sa page personnelle, Luc Morel").
_SET_OFF: Final = 12
#: The marks behind which an incise stands.
_SETS_OFF: Final = frozenset({",", "–", "—", "-", "(", "?", "!"})
#: The marks with which it ends.
_STOPS: Final = frozenset({"»", "«", ".", ";", "–", "—", ":"})
_NOMINAL: Final = ("NOUN", "PROPN", "PRON")


@final
@attrs.frozen(kw_only=True, eq=False)
class Incise:
    """A reporting verb beside what is said."""

    #: From its first word to one past the last of whoever speaks.
    start: int
    end: int
    #: Who speaks; nobody where the text does not say it, or points to somebody it does not name.
    voice: Voice
    #: It stands right behind a quotation.
    quoting: bool
    #: What only points at whoever speaks: "a-t-elle ajouté".
    pronoun: Token | None


@final
@attrs.frozen(kw_only=True, eq=False)
class Incises:
    """Finds incises and who speaks in them."""

    #: ``reporting.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers

    def read(self, part: Part, sentence: Run, verb: Token, *, known: bool = True) -> Incise | None:
        """The incise that a verb makes; None where it makes none. `known`: it is one of saying.

        What stands where a speaker would must be able to speak, unless a verb of saying stands behind a quotation: "a
        dénoncé un bourrage" has its subject elsewhere.
        """
        start = group_start(verb)
        mark = self._mark(sentence, start)
        if mark is None or not _has_tense(verb, start) or children(verb, "aux:pass", "nsubj:pass"):
            return None
        quoting = any(closes(t) for t in verb.doc[max(sentence.start, mark - 1) : mark + 1])
        if quoting and not known and not _closes_sentence(verb.doc[mark]):
            return None
        told = quoting or self._told_before(part, sentence, verb, start)
        if not told and not children(verb, "obj", "nsubj"):
            return None
        end = self._end(part, sentence, verb)
        if not told and not _parts(sentence, end):
            return None
        somebody = self.syntax.words.of("pronouns", "impersonal")
        pronoun = next(
            (
                t
                for t in verb.doc[start : verb.i + 3]
                if t.text[0] == "-" and len(t.text) > 2 and (t.pos_ == "PRON" or t.lower_ in somebody)
            ),
            None,
        )
        subject = pronoun or self.subject(part, verb, end)
        if subject is None:
            return None
        named = () if self.speakers.is_outlet(part, subject) else self._named(part, subject, end)
        bare = known and (subject.is_capital or quoted_name(subject) is not None)
        if not (pronoun or named or bare or (quoting and known) or self.speakers.able(part, subject)):
            return None
        voice = (*(named or self.speakers.voice(part, [subject])), *self._joined(part, verb, subject, end))
        voice = tuple(dict.fromkeys(voice))
        if quoting and subject.pos_ == "PRON":  # also "raconte l'un d'eux"
            voice = tuple(pair for pair in voice if not _is_quoted(verb.doc[mark], pair[0].name))
        impersonal = subject.lower_ in somebody
        if impersonal or verb.lemma_.lower() in self.words.of("sources", "learnt"):
            voice = (*self.speakers.informants(part, verb, verb.i + 1, end), *(() if impersonal else voice))
        same = subject.pos_ == "ADJ" and any(feature(c, "Definite") == "Def" for c in subject.children)
        points = same or (pronoun is not None and not impersonal)
        return Incise(start=start, end=end, voice=voice, quoting=quoting, pronoun=subject if points else None)

    def _mark(self, sentence: Run, start: int) -> int | None:
        """Where the mark stands before it, or before the pronouns and adverbs that belong to it."""
        clitics = self.syntax.words.of("pronouns", "clitic") | self.syntax.words.of("pronouns", "addressed")
        at = start - 1
        while at > sentence.start:
            token = sentence.doc[at]
            if not (token.pos_ == "ADV" or token.lower_ in clitics):
                break
            at -= 1
        if at <= sentence.start:
            return None
        mark = sentence.doc[at]
        return at if mark.text in _SETS_OFF or (closes(mark) and not _ends_name(mark)) else None

    def _told_before(self, part: Part, sentence: Run, verb: Token, start: int) -> bool:
        """Something is told before it, by a verb or a bare noun; not only "le ministre, Paul Martin," who does so."""
        if any(_is_told(t) for t in sentence.doc[sentence.start : start]):
            return True
        subjects = (s for s in children(verb, "nsubj") if s.i < start)
        return not any(self.speakers.able(part, s) for s in subjects)

    def _end(self, part: Part, sentence: Run, verb: Token) -> int:
        """One past the words about whoever speaks."""
        end, depth = _behind_insertion(verb, sentence.end), 0
        while end < sentence.end:
            text = sentence.doc[end].text
            depth += (text == "(") - (text == ")")
            if depth <= 0 and text in _STOPS and not _names(sentence.doc[end]):
                break
            if text == "," and not self._is_apposed(part, sentence, end + 1):
                break
            end += 1
        return end

    def _is_apposed(self, part: Part, sentence: Run, at: int) -> bool:
        """What begins here, behind a comma, goes on about whoever speaks ("le secrétaire du Conseil, Sergueï Choïgou,",
        "le président de la cour, le magistrat Paul Martin,")."""
        if at >= sentence.end:
            return False
        token = sentence.doc[at]
        relative = self.syntax.words.of("pronouns", "relative_subject") | self.syntax.words.of("pronouns", "relative")
        if token.pos_ == "CCONJ":  # "Alain Roy, l'ancien président, et Luc Morin, son successeur"
            behind = sentence.doc[min(at + 1, sentence.end - 1)]
            return behind.pos_ == "PROPN" and bool(self.speakers.persons(part, [behind]))
        if token.pos_ == "PROPN" or token.ent_type_ == "PER" or token.lower_ in relative:
            return True
        head = token.head if token.pos_ == "DET" else token
        if head.pos_ == "PROPN" and head.i == at + 1:  # "l'Américain Luc Morel"
            return bool(self.speakers.persons(part, list(sentence.doc[at + 1 : at + 3])))
        if head.pos_ != "NOUN" or head.i < at or not self.speakers.able(part, head):
            return False
        stop = next((t.i for t in sentence.doc[at : sentence.end] if t.is_punct), sentence.end)
        return not any(is_verbal(t) and is_finite(t) for t in sentence.doc[at:stop])

    def subject(self, part: Part, verb: Token, end: int) -> Token | None:
        """The nominal behind an inverted verb, whatever the parser calls it (it often says object)."""
        own = next((s for s in children(verb, "nsubj") if s.i > verb.i and not self._is_day(s)), None)
        if own is not None and not self._is_set_off(verb, own):
            return own
        for token in verb.doc[_behind_insertion(verb, end) : end]:
            if token.text in "«“" and not _names(token):
                return None
            bare = token.pos_ in _NOMINAL and self.syntax.preposition(token) is None and not self._is_day(token)
            if bare and not self._is_inside(part, token):
                return token
            before, after = verb.doc[token.i - 1], verb.doc[min(token.i + 1, len(verb.doc) - 1)]
            if token.pos_ == "ADJ" and before.pos_ == "DET" and after.pos_ not in _NOMINAL:
                return token  # "le trentenaire", "l'intéressé"
        return own

    def _is_set_off(self, verb: Token, subject: Token) -> bool:
        """ "a dit à l'AFP Abou Omar, un manifestant": it stands behind a comma, and behind whom it is said of."""
        before = subject.subtree[0].i - 1
        return before > verb.i + 1 and verb.doc[before].text == ","

    def _is_day(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self.syntax.words.of("nouns", "temporal")

    def _is_inside(self, part: Part, noun: Token) -> bool:
        """ "sur son compte Facebook", "sur la radio Belle FM": it belongs to a complement that stands before; not "à
        l'AFP Paul Martin"."""
        if children(noun, "det") or self.speakers.persons(part, [noun]):
            return False
        near = (t for t in (noun.head, noun.doc[noun.i - 1]) if t.i < noun.i and t.pos_ in _NOMINAL)
        return any(self.syntax.preposition(t) is not None or self._is_inside(part, t) for t in near)

    def _named(self, part: Part, subject: Token, end: int) -> Voice:
        """The person whom the words behind commas name: "le président de la cour, le magistrat burkinabè, Paul Kam"."""
        if subject.pos_ == "PROPN" or subject.text.startswith("-"):
            return ()
        for token in subject.doc[subject.i + 1 : end]:
            before = token.doc[token.i - 1]
            if feature(token, "PronType") == "Rel":
                break
            apposed = _opens_apposition(token) or (subject.pos_ == "PRON" and before.pos_ != "ADP")
            if apposed and token.pos_ in _NOMINAL and (found := self.speakers.persons(part, [token])):
                return found
        return ()

    def _joined(self, part: Part, verb: Token, subject: Token, end: int) -> Voice:
        """The persons joined to whoever speaks, where the verb is in the plural: "ont annoncé Alain Roy, l'ancien
        président, et Luc Morin"."""
        doc = verb.doc
        if not any(feature(t, "Number") == "Plur" for t in doc[group_start(verb) : verb.i + 1] if is_verbal(t)):
            return ()
        behind = (t for t in doc[subject.i + 1 : end] if t.pos_ == "PROPN" and doc[t.i - 1].pos_ == "CCONJ")
        return tuple(pair for token in behind for pair in self.speakers.persons(part, [token]))


def _opens_apposition(token: Token) -> bool:
    """Between it and a comma stands at most a word with its article: "l'Américain Luc Morel"."""
    doc, at = token.doc, token.i - 1
    if at >= 2 and doc[at - 1].pos_ == "DET" and doc[at].pos_ in ("NOUN", "ADJ", "PROPN") and token.pos_ == "PROPN":
        at -= 2
    return doc[at].text == ","


def comment(sentence: Run, start: int) -> int:
    """Where the article comments on what was said ("..., précise la ministre, ce qu'a écarté le président")."""
    for token in sentence.doc[start : sentence.end - 1]:
        after = token.doc[token.i + 1]
        if token.pos_ == "PRON" and feature(after, "PronType") == "Rel":
            return token.i
    return sentence.end


def _closes_sentence(mark: Token) -> bool:
    """Before it ends a quotation that says something: not "avec qui « Le Soir » a passé du temps"."""
    return any(q.is_sentence and mark.i - 1 <= q.end <= mark.i for q in quotations(mark.doc))


def _ends_name(mark: Token) -> bool:
    """ "Des femmes « gilets jaunes » ont repris le flambeau": the words without a verb that it ends go with the noun
    before them."""
    ended = next((q for q in quotations(mark.doc) if q.end == mark.i), None)
    if ended is None or ended.start < 2 or any(is_verbal(t) for t in mark.doc[ended.start : ended.end]):
        return False
    return mark.doc[ended.start - 2].pos_ in ("NOUN", "DET", "ADP", "ADJ", "PROPN")


def _is_quoted(mark: Token, name: str) -> bool:
    """Somebody is named in the quotation that a mark, or the one before it, ends: who speaks of him is another."""
    ended = [q for q in quotations(mark.doc) if mark.i - 1 <= q.end <= mark.i]
    return any(t.text == name.split()[-1] for q in ended for t in mark.doc[q.start : q.end])


def _names(mark: Token) -> bool:
    """A quotation mark about a name: "a rapporté « Le Soir »"."""
    doc = mark.doc
    return any(quoted_name(doc[i]) is not None for i in (mark.i - 1, mark.i + 1) if 0 <= i < len(doc))


def group_start(verb: Token) -> int:
    """The first token of a verb with the auxiliaries before it, and what stands between: "a-t-il ajouté", "a pour sa
    part indiqué". Auxiliaries that a mark parts from it are another verb's."""
    start, doc = verb.i, verb.doc
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - _INSERTED) - 1, -1):
        if doc[i].dep_.startswith("aux") and doc[i].head.i >= i:
            start = i
        elif doc[i].is_punct or (doc[i].pos_ == "VERB" and not doc[i].dep_.startswith("aux")):
            break
    return start


def _behind_insertion(verb: Token, end: int) -> int:
    """Where the words behind a verb go on: "constate, presque compatissante, la juge" has some between commas."""
    first = verb.i + 1
    if first >= end or verb.doc[first].text != ",":
        return first
    closing = next((t.i for t in verb.doc[first + 1 : min(end, first + 2 + _SET_OFF)] if t.text == ","), None)
    return first if closing is None or any(_is_told(t) for t in verb.doc[first:closing]) else closing + 1


def _parts(sentence: Run, end: int) -> bool:
    """ "Les violences, indique la mission, ont été suivies de pillages": it parts a subject from its verb."""
    if end + 1 >= sentence.end or sentence.doc[end].text != ",":
        return False
    behind = next((t for t in sentence.doc[end + 1 : sentence.end] if t.pos_ != "ADV"), None)
    return behind is not None and is_verbal(behind) and feature(behind, "VerbForm") == "Fin"


def _is_told(verb: Token) -> bool:
    """A finite verb of no subordinate clause; parses hang some on a noun before them, where nothing links the two."""
    if not is_verbal(verb) or verb.dep_.startswith(("aux", "acl:", "advcl")) or not is_finite(verb):
        return False
    return not any(c.dep_ == "mark" or feature(c, "PronType") == "Rel" for c in verb.children)


def _has_tense(verb: Token, start: int) -> bool:
    """It is finite, or is a form that is also a participle ("avertit", "écrit sur Telegram la maire") with a subject
    behind it: behind a participle stands a preposition. `start`: where its auxiliaries begin, which the parse may give
    to another."""
    if is_finite(verb) or any(t.pos_ == "AUX" for t in verb.doc[start : verb.i]) or verb.doc[verb.i - 1].pos_ == "AUX":
        return True
    after = verb.doc[min(verb.i + 1, len(verb.doc) - 1)]
    if feature(verb, "Tense") != "Past":
        return False
    return after.pos_ in ("DET", "PROPN") or any(s.i > verb.i for s in children(verb, "nsubj"))
