"""The skeleton of a clause: subject, verb with its auxiliaries, object and the complements that name who, whom and
where, in the order of the text; subordinate clauses, dates and comments are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from recoupe.extraction.dependencies import (
    children,
    feature,
    finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
    shares_auxiliary,
)
from recoupe.extraction.gists.pieces import Pieces
from recoupe.extraction.gists.subjects import Subjects
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Run, Token

#: Characters of the longest line; a headline is shorter than a hundred and ten.
LONGEST = 100
#: What stands before an infinitive that completes its verb.
_NEEDED = (None, "de", "à", "que")
#: Labels of clauses that may complete a verb.
_COMPLETING = ("ccomp", "xcomp")
#: Tokens of the longest predicate: "sains et saufs".
_PREDICATE = 4
#: Signs behind which words are somebody's own.
_QUOTES = frozenset({"«", "“", '"'})
#: What joins the last of several nominals.
_AND = " et "
#: Where a complement of a noun begins.
_JOINTS = (" de ", " du ", " des ", " d'")
#: Prepositions of complements that belong to the skeleton.
COMPLEMENTS = frozenset(
    {"à", "de", "en", "dans", "contre", "avec", "par", "sur", "entre", "vers", "chez", "sous", "devant"}
)


@final
@attrs.frozen(kw_only=True, eq=False)
class Clauses:
    """Cuts skeletons out of clauses."""

    #: Cuts the nominals.
    pieces: Pieces
    #: Reads the parse.
    syntax: Syntax = attrs.field(init=False, repr=False)
    #: Names the subjects.
    subjects: Subjects = attrs.field(init=False, repr=False)
    #: What stands between a subject and its verb: halves of a negation, reflexive pronouns.
    _clitics: frozenset[str] = attrs.field(init=False, repr=False)

    @syntax.default
    def _find_syntax(self) -> Syntax:
        return self.pieces.syntax

    @subjects.default
    def _make_subjects(self) -> Subjects:
        return Subjects(pieces=self.pieces)

    @_clitics.default
    def _find_clitics(self) -> frozenset[str]:
        words = self.syntax.words
        return words.of("negation", "particle") | words.of("negation", "complete") | words.of("pronouns", "reflexive")

    def line(self, verb: Token, trigger: Trigger) -> str | None:
        """The clause of a finite verb down to the trigger; None where it would not be grammatical, or stop short."""
        if feature(finite(verb), "Mood") == "Sub" or verb.doc[verb.sent.end - 1].text == "?":
            return None
        subject = self.subjects.of(verb)
        if subject is None:
            return None
        tail = [t for t in trigger.tail if not trigger.unit.nominal and t.i > trigger.token.i]
        tail = [t for t in tail if not self._in_a_complement(trigger.token, t)]
        tail = [t for t in tail if t.dep_ != "case" or t.head in tail]
        pieces: list[tuple[int, str | None]] = [self._verb_group(verb, tail if verb == trigger.token else [])]
        token = verb
        while below := self._infinitive_below(token, trigger.token):
            objects = self.syntax.objects(token)
            expected = {*objects, *below.auxiliaries}
            if any(is_verbal(t) and t not in expected for t in token.doc[token.i + 1 : below.i]):
                return None  # "sont mortes en tentant de traverser": what leads there would be lost
            between = self.complements(token, set())
            pieces += [(i, text) for i, text in between if text is None or token.i < i < below.i]
            marked = any(c.dep_ in ("mark", "case") for c in below.children)
            if objects and not marked:
                return None
            if not marked and [t for t in token.doc[token.i + 1 : below.i] if t.is_punct or t.pos_ in ("ADP", "NOUN")]:
                return None
            token = below
            pieces.append(self.infinitive(token, tail if token == trigger.token else []))
        if self._is_completed(token) or self._needs_more(token):
            return None  # "a reconnu que ...": the line would stop short
        predicates = [c for c in token.children if c.dep_ == "xcomp" and c not in tail and _is_predicate(token, c)]
        pieces += [(c.i, Run(c.doc, c.i, c.subtree[-1].i + 1).text) for c in predicates]
        pieces += self.complements(token, {t.i for t in tail})
        if [i for i, text in pieces if text is None]:
            return None
        ordered = [text for _, text in sorted(set(pieces)) if text]
        if not tail and not any(i > token.i for i, _ in pieces) and self._goes_on(token):
            return None
        said = " ".join(ordered)
        if any(t.text not in f"{subject} {said}" for t in trigger.tail if t.pos_ != "ADP" and trigger.token.i < t.i):
            return None  # "est entré | en éruption"
        if not self._negates_fully(verb, said):
            return None
        full = f"{self.subjects.in_full(verb, subject)} {said}"
        if len(full) <= LONGEST:
            return full
        done = {o.i for o in self.syntax.objects(token)}
        needed = [text for i, text in sorted(set(pieces)) if text and (i <= token.i or i in done)]
        verbs = len([i for i, _ in set(pieces) if i <= token.i])
        if any(i in done for i, _ in pieces):  # "a dépêché | en Chine | l'ancien ministre": not without its object
            return fitting([subject, *needed], 1 + verbs)
        return fitting([subject, *ordered], 1 + verbs)

    # ------------------------------------------------------------------ what makes a clause whole
    def _in_a_complement(self, verb: Token, word: Token) -> bool:
        """A word of the phrase that its object or complement says in full: "a ouvert une enquête"."""
        obliques = (c for p, c in self.syntax.obliques(verb) if p in COMPLEMENTS and not self._is_beside(c))
        own = [*self.syntax.objects(verb), *obliques]
        return any(word in t.subtree for t in own if t.i > verb.i and self.pieces.piece(t) is not None)

    def _infinitive_below(self, verb: Token, target: Token) -> Token | None:
        """The infinitive under a verb: the one that leads down to the trigger, or the one that completes it."""
        below = [c for c in children(verb, "xcomp") if is_infinitive(c) and c.i > verb.i]
        return next((c for c in below if target in c.subtree or verb == target or target.i < verb.i), None)

    def _is_completed(self, verb: Token) -> bool:
        """A clause, somebody's own words or a pronoun before it complete the verb, and the line would not say so."""
        quotes = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text in _QUOTES
        if quotes and not any(o.i > verb.i and self.pieces.piece(o) for o in self.syntax.objects(verb)):
            return True
        clitics, own = self.syntax.words.of("pronouns", "clitic"), self._clitics
        lost = (c for c in verb.children if c.i < verb.i and not c.dep_.startswith("nsubj"))
        if [c for c in lost if c.lower_ in clitics and c.lower_ not in own and not c.children]:
            return True
        below = [c for c in verb.children if c.dep_ in _COMPLETING]
        return any(self._completes(c) and not _is_predicate(verb, c) for c in below)

    def _completes(self, token: Token) -> bool:
        """A clause that the verb cannot do without: "de partir", "que X parte"; not "avant de partir"."""
        needed = token.dep_ == "xcomp" and self.syntax.preposition(token) in _NEEDED
        return token.dep_ == "ccomp" or (needed and token.i not in self.pieces.dated)

    def _needs_more(self, verb: Token) -> bool:
        """Without an object that can be quoted, an active verb like this one says nothing: "a décidé de retirer"."""
        needy = verb.lemma_ in self.pieces.words.of("needy", "verbs")
        if not needy or is_passive(verb) or self.syntax.is_reflexive(verb):
            return False
        return not any(o.i > verb.i and self.pieces.piece(o) for o in self.syntax.objects(verb))

    def _goes_on(self, verb: Token) -> bool:
        """An active verb without any complement in the line has more behind it than a mark or a date."""
        if is_passive(verb) or self.syntax.is_reflexive(verb):
            return False
        following = verb.doc[verb.i + 1 : verb.sent.end]
        if any(t.like_num for t in following[:2]):
            return True  # "a requis dix ans", "a écopé de douze mois": no date, whatever stands behind
        word = next((t for t in following if t.i not in self.pieces.dated and t.pos_ != "ADV"), None)
        if word is None or word.is_punct or word.pos_ in ("CCONJ", "SCONJ"):
            return is_infinitive(verb) and bool(self.syntax.objects(verb))
        return word.pos_ != "ADP" or any(is_infinitive(t) for t in verb.doc[word.i + 1 : word.i + 2])

    def _negates_fully(self, verb: Token, text: str) -> bool:
        """ "n'a adopté | aucune motion": half a negation says the opposite of the whole."""
        words = self.syntax.words
        particle = words.of("negation", "particle")
        if not [c for t in (verb, *verb.auxiliaries) for c in t.children if c.lower_ in particle]:
            return True
        second = words.of("negation", "complete") | words.of("negation", "second")
        before = {t.lower_ for t in verb.doc[verb.sent.start : verb.i]}
        said = set(text.lower().split())
        return bool(second & (said | before) or words.of("negation", "only") & said)

    # ------------------------------------------------------------------ verbs
    def _verb_group(self, verb: Token, tail: Sequence[Token]) -> tuple[int, str]:
        """The verb with its auxiliaries, clitics, negation and the further words of its phrase."""
        own = verb.head.auxiliaries if shares_auxiliary(verb) else verb.auxiliaries
        words = {verb, *own, *tail, *(d for t in tail for d in t.children if d.dep_ in ("det", "amod"))}
        clitics = self._clitics
        for token in (verb, *own):
            words |= {c for c in token.children if c.dep_.startswith("expl") or c.lower_ in clitics}
        return self._run(words)

    def infinitive(self, verb: Token, tail: Sequence[Token]) -> tuple[int, str]:
        """An infinitive with its mark, its clitics and the further words of its phrase, and its place."""
        clitics, labels = self._clitics, ("mark", "case", "aux", "expl")
        before = (c for c in verb.children if c.i < verb.i)
        return self._run({verb, *(c for c in before if c.dep_.startswith(labels) or c.lower_ in clitics), *tail})

    def _run(self, words: set[Token]) -> tuple[int, str]:
        ordered = sorted(words, key=lambda t: t.i)
        first, last = ordered[0], ordered[-1]
        whole = Run(first.doc, first.i, last.i + 1)
        if len(whole) <= len(words) + 2 and not any(t.is_punct or t.i in self.pieces.dated for t in whole):
            return first.i, whole.text
        return first.i, " ".join(t.text for t in ordered)

    # ------------------------------------------------------------------ complements
    def complements(self, verb: Token, own: set[int]) -> list[tuple[int, str | None]]:
        """The objects and complements behind a verb, with their places; a None among them: one cannot be left out and
        cannot be quoted. `own`: words that the verb's phrase says already."""
        found: list[tuple[int, str | None]] = []
        objects = [] if is_passive(verb) else [o for o in self.syntax.objects(verb) if o.i > verb.i and o.i not in own]
        for token in objects:
            if token.pos_ == "PRON" or leaps(verb, token):
                return [(token.i, None)]
            found.append((token.i, self.pieces.piece(token)))
        lost = any(text is None for _, text in found)
        for word, token in sorted(self.syntax.obliques(verb), key=lambda oblique: oblique[1].i):
            top = _below(verb, token)
            if word == "par" and token.dep_ == "obl:agent" and not is_passive(verb):
                break  # "intervient après la revendication | par le président de ...": a noun before has it
            if word not in COMPLEMENTS or top.i < verb.i or token.i in own or token.pos_ == "PRON":
                continue
            if any(c.dep_ == "cop" for c in token.children):
                return [(-1, None)]  # "accusé d'être le financier"
            if self._is_beside(token) or self._is_beside(top) or _is_compound(top):
                continue
            piece = self.pieces.piece(top)
            if piece is None:  # what follows may belong to what is left out ("tués dans l'est | du Burkina Faso")
                lost = lost or not found
                break
            found.append((top.i, piece))
        return [(-1, None)] if lost else [(i, text) for i, text in found if text is not None]

    def _is_beside(self, noun: Token) -> bool:
        """It dates the verb ("jeudi", "au cours des dernières heures") or comments on it ("de son côté")."""
        if self.pieces.counts(noun):
            return False  # "condamné | à dix ans de prison"
        told = any(word == "de" for word, _ in self.syntax.obliques(noun))  # "deux journées d'action" are no date
        if noun.i in self.pieces.dated or (self.syntax.is_temporal(noun) and not told):
            return True
        asides = self.pieces.words.keys_of("asides").get(noun.lower_)
        if asides == "manners" or (asides == "nouns" and not any(c.i > noun.i for c in noun.children)):
            return True
        after = noun.doc[noun.i + 1 : noun.i + 3]
        linked = len(after) == 2 and self.syntax.contractions.get(after[0].lower_, after[0].lower_) == "de"
        return linked and any(t.i in self.pieces.dated for t in after)


def fitting(pieces: Sequence[str], needed: int = 2) -> str | None:
    """As many pieces as fit; the one with the number `needed`, without which the line says too little, without its own
    last complements if need be. None where not even that does."""
    line = " ".join(pieces[:needed])
    for number, piece in enumerate(pieces[needed:]):
        room = LONGEST - 1 - len(line)
        if len(piece) > room:
            short = None if number else _shortened(piece, room)
            return f"{line} {short}" if short else line if number else None
        line += " " + piece
    return line


def _shortened(piece: str, room: int) -> str | None:
    """A nominal without complements of complements, and without the last of several that would lose its own; None where
    not even the first one fits."""
    while len(piece) > room:
        cuts = [at for joint in _JOINTS if (at := piece.rfind(joint, 1)) > 0]
        if not cuts or '"' in piece or "«" in piece or "“" in piece:
            return None
        last = piece.rfind(_AND, 1)
        piece = piece[: last if last > 0 else max(cuts)]
    return piece


def leaps(verb: Token, noun: Token) -> bool:
    """Another verb stands between the two, with nothing to close its clause: the noun is likely that one's. "met tout
    en œuvre pour maintenir | les soins"."""
    between = [t for t in verb.doc[verb.i + 1 : noun.i] if t.pos_ == "VERB" and t.head != noun]
    return any(is_infinitive(t) and not any(p.text == "," for p in verb.doc[t.i : noun.i]) for t in between)


def _is_predicate(verb: Token, token: Token) -> bool:
    """ "retrouvés incendiés", "laissé libre": right behind the verb, what somebody is found or left."""
    near = token.dep_ == "xcomp" and token.i == verb.i + 1
    return near and (token.pos_ == "ADJ" or is_participle(token)) and len(token.subtree) <= _PREDICATE


def _is_compound(noun: Token) -> bool:
    """Its preposition is of several words, and says something of its own: "d'après", "en raison de"."""
    return any(c.dep_ == "case" and any(d.dep_ == "fixed" for d in c.children) for c in noun.children)


def _below(verb: Token, complement: Token) -> Token:
    """What stands right under the verb above a complement: "aux côtés" above "de sept coaccusés"."""
    top = complement
    while top.head not in (top, verb):
        top = top.head
    return top if top.head == verb else complement
