"""Reading a dependency parse (Universal Dependencies): arguments, voice, tense, governors; with recovery from errors.

Labels and features are those of UD, so that the same reading serves every language whose pipeline speaks UD.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs

from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token

#: Dependents that a noun phrase keeps.
_INSIDE = frozenset({"amod", "nmod", "case", "det", "nummod", "flat:name", "flat:foreign", "fixed", "compound"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "dep", "csubj"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "expl:pass"})
_OBLIQUE = frozenset({"obl", "nmod", "iobj", "advmod"})
_LIKE_OBLIQUE = frozenset({"xcomp", "dep", "appos", "conj"})
#: How far to the left of a verb a subject that the parser lost is looked for, in tokens.
_REACH = 12
_QUOTES = frozenset('«“"')
_STOPS = frozenset({".", ";", ":", "»", "(", ")", "”", "?", "!"})


def is_verbal(token: Token) -> bool:
    """It is a verb (or an auxiliary on its own, or a participle taken for an adjective)."""
    return token.pos_ in ("VERB", "AUX") or token.features.get("VerbForm") == "Part"


def feature(token: Token, name: str) -> str:
    """A morphological feature, "" where the token has none."""
    return token.features.get(name, "")


@functools.cache
def _without_subtype(label: str) -> str:
    """``obl`` of ``obl:agent``."""
    return label.partition(":")[0]


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents with one of these labels (or a subtype of it), in order."""
    if not token.children:
        return []
    return [c for c in token.children if c.dep_ in labels or _without_subtype(c.dep_) in labels]


def shares_auxiliary(verb: Token) -> bool:
    """A participle coordinated with one that has the auxiliary ("a dénoncé une mesure et déposé une demande")."""
    return (
        verb.dep_ == "conj"
        and feature(verb, "VerbForm") == "Part"
        and not verb.auxiliaries
        and verb.head != verb
        and feature(verb.head, "VerbForm") == "Part"
        and (bool(verb.head.auxiliaries) or shares_auxiliary(verb.head))
    )


def finite(verb: Token) -> Token:
    """The token that carries tense and mood: the first auxiliary, or the verb itself."""
    if shares_auxiliary(verb):
        return finite(verb.head)
    for aux in verb.auxiliaries:
        if feature(aux, "VerbForm") in ("Fin", "") and feature(aux, "Mood"):
            return aux
    return verb


def is_finite(verb: Token) -> bool:
    """It has a person and a mood."""
    return feature(finite(verb), "VerbForm") == "Fin" or bool(feature(finite(verb), "Mood"))


def is_infinitive(verb: Token) -> bool:
    """An infinitive, simple or perfect."""
    return feature(verb, "VerbForm") == "Inf" or any(feature(a, "VerbForm") == "Inf" for a in verb.auxiliaries)


def is_perfect_infinitive(verb: Token) -> bool:
    """ "avoir envoyé", "être allé"."""
    return feature(verb, "VerbForm") == "Part" and any(feature(a, "VerbForm") == "Inf" for a in verb.auxiliaries)


def is_participle(verb: Token) -> bool:
    """A participle without an auxiliary ("les soldats envoyés en Russie", "tuant douze personnes")."""
    return feature(verb, "VerbForm") == "Part" and not verb.auxiliaries and not shares_auxiliary(verb)


def is_passive(verb: Token) -> bool:
    """It undergoes: a passive auxiliary, a passive subject, or a past participle that modifies a noun."""
    for child in verb.children:
        if child.dep_ in _PASSIVE:
            return True
    if shares_auxiliary(verb):
        return is_passive(verb.head)
    return is_participle(verb) and feature(verb, "Tense") != "Pres"


def antecedent(verb: Token) -> Token | None:
    """The noun that the relative clause of `verb` modifies."""
    token = verb
    while token.dep_ in ("conj", "xcomp", "aux:tense", "aux:pass", "cop") and token.head != token:
        token = token.head
    return token.head if token.dep_ in ("acl:relcl", "acl") and token.head != token else None


# ---------------------------------------------------------------------- the way up
def governors(token: Token) -> Iterator[tuple[Token, Token]]:
    """The way up to the root: pairs of (dependent, its head)."""
    while token.head != token:
        yield token, token.head
        token = token.head


def clause_head(token: Token) -> Token:
    """The verb (or nominal predicate) of the clause that `token` stands in; `token` itself if it heads one."""
    while token.head != token and not (is_verbal(token) and token.dep_ in _CLAUSAL):
        token = token.head
    return token


def noun_phrase(noun: Token) -> Run:
    """The noun with the words that belong to it, without its determiner: no clauses, appositions or coordination."""
    kept = {noun.i}
    layer = [noun]
    while layer:
        inner = [
            c for t in layer for c in t.children if c.dep_ in _INSIDE and (t != noun or c.dep_ not in ("det", "case"))
        ]
        kept |= {c.i for c in inner}
        layer = inner
    start = end = noun.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return Run(noun.doc, start, end + 1)


def _is_noun_of_its_own(token: Token) -> bool:
    """ "un « pas »": what stands behind a determiner is a noun, whatever the tagger says."""
    before = next((t for t in reversed(token.doc[max(0, token.i - 2) : token.i]) if not t.is_punct), None)
    return before is not None and before.pos_ == "DET"


@final
@attrs.frozen(kw_only=True, eq=False)
class Syntax:
    """Reads a parse with the function words of one language."""

    #: ``grammar.toml`` of the language pack.
    words: Words
    #: Words that hold a preposition and an article, with the preposition: "du", "aux".
    contractions: Mapping[str, str] = attrs.field(init=False, repr=False)
    #: The subjects (with and without shared ones) and objects of the verbs that were asked for already.
    _subjects: dict[tuple[Token, bool], Sequence[Token]] = attrs.field(factory=dict, init=False)
    _objects: dict[Token, Sequence[Token]] = attrs.field(factory=dict, init=False)
    _obliques: dict[Token, Sequence[tuple[str, Token]]] = attrs.field(factory=dict, init=False)

    @contractions.default
    def _find_contractions(self) -> Mapping[str, str]:
        return self.words.keys_of("contractions")

    def is_reflexive(self, verb: Token) -> bool:
        """It has a reflexive pronoun: "s'est rendu", "je me suis rendu", "nous continuerons de nous mobiliser"."""
        before = [c for c in verb.children if c.i < verb.i and c.dep_.startswith(("expl", "obj", "iobj", "dep"))]
        if any(c.lower_ in self.words.of("pronouns", "reflexive") for c in before):
            return True
        persons = [(c, p) for c in before if (p := self.words.key_of("reflexives", c.lower_)) is not None]
        if not persons:
            return False
        governor = verb.head if is_infinitive(verb) else verb
        subjects = {c.lower_ for v in (verb, governor) for c in children(v, "nsubj") if c.i < verb.i}
        return any(subjects & {person, f"{person[0]}'"} for _, person in persons)

    def preposition(self, token: Token) -> str | None:
        """The preposition that introduces a nominal or an infinitive, in its plain form; None where there is none."""
        mark = next((c for c in token.children if c.dep_ in ("case", "mark")), None)
        if mark is None or mark.i > token.i:
            return None
        word = mark.lower_
        return self.contractions.get(word, word)

    def is_negated(self, verb: Token) -> bool:
        """ "ne ... pas", "ne ... jamais", "aucun ... n'a": on the verb itself ("ne" alone negates nothing)."""
        complete, particle = self.words.of("negation", "complete"), self.words.of("negation", "particle")
        below = [c for p in (verb, *verb.auxiliaries) for c in p.children]
        words = {
            c.lower_ for c in below if (c.lower_ in complete or c.lower_ in particle) and not _is_noun_of_its_own(c)
        }
        if words & complete:
            return True
        if not words:
            return False
        second = self.words.of("negation", "second") | complete
        above = verb.head if verb.dep_ == "acl" and verb.head.i < verb.i else verb  # a subject that the parse lost
        return above.lower_ in second or any(d.lower_ in second for c in verb.children for d in (c, *c.children))

    # ---------------------------------------------------------------------- arguments
    def subjects(self, verb: Token, *, shared: bool = True) -> Sequence[Token]:
        """The grammatical subject's head: its own, a shared one, or one that the parse lost.

        A relative pronoun stands for its antecedent. Empty where the parse and the word order show none.
        """
        found = self._subjects.get((verb, shared))
        if found is None:
            found = self._subjects[verb, shared] = self._find_subjects(verb, shared)
        return found

    def _find_subjects(self, verb: Token, shared: bool) -> Sequence[Token]:
        inverted = self._inverted_subject(verb)
        for child in children(verb, "nsubj"):
            if inverted is not None and self.is_temporal(child):
                continue
            if feature(child, "PronType") == "Rel" or child.lower_ in self.words.of("pronouns", "relative_subject"):
                found = antecedent(verb) or self._noun_before(child)
                return [found] if found is not None else []
            return [child]
        if verb.dep_ in ("acl", "amod", "acl:relcl") and is_participle(verb):
            return [verb.head]
        if (verb.dep_ == "appos" and (above := self._told_beside(verb)) is not None) and shared:
            return self.subjects(above)
        lost = self._lost_subject(verb)
        if lost is not None:
            return self._with_earlier_conjuncts(lost)
        if inverted is not None:
            return [inverted]
        if not shared:
            return []
        return self._shared_subject(verb)

    def _inverted_subject(self, verb: Token) -> Token | None:
        """ "avaient été saisis 52 kilos de cocaïne": behind a passive there is no object, so a bare nominal is that."""
        if not (is_passive(verb) and is_finite(verb)):
            return None
        return self._bare_nominal(verb, ("obj", "obl", "dep"))

    def _bare_nominal(self, verb: Token, labels: tuple[str, ...]) -> Token | None:
        """The first nominal behind the verb with a determiner or number and no preposition that dates nothing."""
        behind = (c for c in children(verb, *labels) if c.i > verb.i and c.pos_ in ("NOUN", "PROPN"))
        bare = (c for c in behind if children(c, "det", "nummod") and self.preposition(c) is None)
        return next((c for c in bare if not self.is_temporal(c)), None)

    def _told_beside(self, verb: Token) -> Token | None:
        """ "a dit l'agence dans un communiqué, demandant": the verb of the clause that a participle behind a comma
        goes on from, where the parse takes it for the apposition of a noun that is not the subject."""
        gerund = is_participle(verb) and not is_passive(verb) and verb.i and verb.doc[verb.i - 1].text == ","
        above = clause_head(verb.head)
        return above if gerund and is_verbal(above) and above != verb else None

    def _noun_before(self, pronoun: Token) -> Token | None:
        """ "décevant pour Novalis, qui rachète": the name before a relative pronoun that the parse gives nobody."""
        at = pronoun.i - 1
        if at > pronoun.sent.start and pronoun.doc[at].text == ",":
            at -= 1
        name = pronoun.doc[at]
        while name.dep_.startswith("flat") and name.head.i < name.i:
            name = name.head
        return name if at >= pronoun.sent.start and name.pos_ == "PROPN" else None

    def _shared_subject(self, verb: Token) -> Sequence[Token]:
        head = verb.head
        if head == verb:
            return []
        if (noun := self._resolve_of(verb)) is not None:
            return self._resolved_by(noun, verb)
        if verb.dep_ == "conj" and is_verbal(head) and is_passive(head) == is_passive(verb):
            return self.subjects(head)
        if (
            verb.dep_ == "conj"
            and head.pos_ in _NOMINAL
            and is_finite(verb)
            and any(c.dep_ == "cc" for c in verb.children)
        ):
            # "Riga demande un renfort et fermera le poste": coordinated with the verb, not with its object
            above = next((t for t in head.ancestors if is_verbal(t) and is_finite(t)), None)
            return [] if above is None or is_passive(above) != is_passive(verb) else self.subjects(above)
        if verb.dep_ in ("xcomp", "advcl", "ccomp") and is_verbal(head) and not is_finite(verb):
            return self.controller(verb)
        if verb.dep_ in ("aux:tense", "aux:pass", "cop"):
            return self.subjects(head)
        if verb.dep_ == "acl" and is_infinitive(verb) and self._takes_orders(head):
            return [head]
        return []

    def _resolve_of(self, verb: Token) -> Token | None:
        """ "la décision de X de fermer", "son refus de céder": the noun whose content the infinitive is, whether the
        parse hangs it on the noun, on the noun's complement or on the verb above."""
        if not is_infinitive(verb) or self.preposition(verb) not in ("de", "à"):
            return None
        near = (verb.head, verb.head.head, *(self.objects(verb.head) if is_verbal(verb.head) else ()))
        nouns = self.words.of("control", "nouns")
        return next((t for t in near if t.pos_ == "NOUN" and 0 < verb.i - t.i <= _REACH and t.lemma_ in nouns), None)

    def _resolved_by(self, noun: Token, verb: Token) -> Sequence[Token]:
        """Whose decision it is: the noun's own complement or possessive, else the subject of a verb that takes it."""
        owners = [t for word, t in self.obliques(noun) if word == "de" and t.i < verb.i]
        owners = owners or [c for c in children(noun, "det") if feature(c, "Poss") == "Yes"]
        above = noun.head
        if owners or not is_verbal(above) or above.lemma_ not in self.words.of("control", "verbs"):
            return owners
        return [] if is_passive(above) else self.subjects(above)

    def _takes_orders(self, noun: Token) -> bool:
        """ "demandant aux magasins de retirer": the parse hangs the infinitive on whoever is asked."""
        asked = noun.dep_ == "obj" or (noun.dep_.startswith(("obl", "iobj")) and self.preposition(noun) == "à")
        return asked and is_verbal(noun.head) and noun.head.lemma_ in self.words.of("control", "object")

    def controller(self, verb: Token) -> Sequence[Token]:
        """Who is understood as the subject of an infinitive or gerund: the governor's object if it is one that takes
        orders or blame ("accusent X d'avoir envoyé", "demande à X de"), else the governor's subject."""
        governor = verb.head
        if (
            verb.dep_ == "xcomp"
            and self.preposition(verb) == "de"
            and governor.lemma_ in self.words.of("control", "object")
        ):
            found = self.objects(governor) or [t for p, t in self.obliques(governor) if p == "à"]
            if found:
                return found
        return self.subjects(governor)

    def _with_earlier_conjuncts(self, noun: Token) -> list[Token]:
        """ "En avril, Pyongyang et Moscou": the nominals that a recovered one is coordinated with, before it."""
        found = [noun]
        while found[0].dep_ == "conj" and found[0].head.i < found[0].i:
            head = found[0].head
            linked = any(c.dep_ == "cc" for c in found[0].children) or head.dep_ == "conj"
            if not linked or self.preposition(head) is not None or head.pos_ not in ("NOUN", "PROPN"):
                break
            found.insert(0, head)
        return found

    def _lost_subject(self, verb: Token) -> Token | None:
        """The nominal right before a finite verb that the parser hung elsewhere ("En avril, Pyongyang et Moscou ont
        affirmé": Pyongyang as a conjunct of avril)."""
        if not is_finite(verb) or children(verb, "nsubj", "expl:subj"):
            return None
        start = min([verb.i, *(a.i for a in verb.auxiliaries)])
        clitics = self.words.of("pronouns", "clitic")
        doc, position = verb.doc, start - 1
        while position >= verb.sent.start and start - position <= _REACH:
            token = doc[position]
            if (
                token.dep_.startswith(("expl", "advmod", "aux", "iobj"))
                or token.pos_ == "ADV"
                or token.lower_ in clitics
                or token.text in _QUOTES
            ):
                position -= 1
                continue
            break
        if position < verb.sent.start:
            return None
        token = doc[position]
        head = token
        while (
            head.pos_ not in _NOMINAL and head.head != head and head.head.i < start and head.head.i >= verb.sent.start
        ):
            head = head.head
        while head.dep_ in ("nmod", "amod", "flat:name", "appos", "flat:foreign") and head.head.i < head.i:
            if head.head.pos_ not in _NOMINAL:
                break
            head = head.head
        if head.pos_ not in ("NOUN", "PROPN") or head.i >= start or doc[position].is_punct:
            return None
        if any(c.dep_ == "case" and c.i < head.i for c in head.children) or head.dep_ in ("nsubj", "nsubj:pass"):
            return None
        return head

    def objects(self, verb: Token) -> Sequence[Token]:
        """The direct object's head; for a relative "que", the antecedent."""
        found = self._objects.get(verb)
        if found is None:
            found = self._objects[verb] = self._find_objects(verb)
        return found

    def _find_objects(self, verb: Token) -> Sequence[Token]:
        pronoun: list[Token] = []
        for child in children(verb, "obj"):
            if child.lower_ in self.words.of("pronouns", "relative_object") and feature(child, "PronType") == "Rel":
                found = antecedent(verb)
                return [found] if found is not None else []
            if child.dep_ != "obj" or self.preposition(child) is not None or self.is_temporal(child):
                continue
            if child.pos_ == "PRON" or child.lower_ in self.words.of("pronouns", "clitic"):
                pronoun.append(child)
                continue
            nearer = self._bare_nominal(verb, ("obl",))
            return [nearer if nearer is not None and nearer.i < child.i else child]
        lost = self._lost_object(verb)
        return [lost] if lost is not None else pronoun

    def is_temporal(self, noun: Token) -> bool:
        """It names a day or a stretch of time, which parsers take for an object ("a adopté jeudi le projet")."""
        words = self.words.of("nouns", "temporal")
        if noun.lemma_.lower() in words:
            return True
        if noun.pos_ != "NUM" and children(noun, "det", "nummod"):
            return False  # "a rencontré son homologue mardi": the day is not the noun's
        return any(c.lower_ in words for c in noun.children if c.i > noun.i and self.preposition(c) is None)

    def _lost_object(self, verb: Token) -> Token | None:
        """The nominal that follows the verb and that the parser hung elsewhere ("a ouvert vendredi une enquête")."""
        if is_passive(verb) or self.is_reflexive(verb):
            return None
        barrier, position = False, verb.i + 1
        while position < min(verb.i + _REACH, verb.sent.end):
            token = verb.doc[position]
            position += 1
            if is_verbal(token) or token.dep_ in ("mark", "cc") or token.text in _STOPS:
                return None
            if token.text == ",":
                barrier = not barrier
                continue
            if barrier or token.pos_ not in ("NOUN", "PROPN") or token.i < verb.i:
                continue
            if token.dep_.startswith(("flat", "nsubj")) or self.is_temporal(token):
                continue
            if self.preposition(token) is not None or not any(c.dep_ in ("det", "nummod") for c in token.children):
                position = max(position, max(t.i for t in token.subtree if t.i < verb.i + _REACH) + 1)
                continue
            return token
        return None

    def agents(self, verb: Token) -> list[Token]:
        """Who acts in a passive clause ("par ...")."""
        found = [c for c in verb.children if c.dep_ == "obl:agent"]
        return found or [
            c
            for c in verb.children
            if c.dep_.startswith(("obl", "nmod")) and self.preposition(c) in self.words.of("prepositions", "agent")
        ]

    def obliques(self, token: Token) -> Sequence[tuple[str, Token]]:
        """The complements with a preposition, of a verb or a noun: (preposition, head of the complement), in order."""
        found = self._obliques.get(token)
        if found is None:
            found = self._obliques[token] = list(self._find_obliques(token))
        return found

    def _find_obliques(self, token: Token) -> Iterator[tuple[str, Token]]:
        for child in token.children:
            if child.pos_ == "ADV":
                yield from self._behind_phrase(child)
            elif child.pos_ in _NOMINAL and (_without_subtype(child.dep_) in _OBLIQUE or child.dep_ in _LIKE_OBLIQUE):
                word = self.preposition(child)
                if word is not None:
                    yield from self._behind_phrase(child) or [(word, child)]

    def _behind_phrase(self, head: Token) -> list[tuple[str, Token]]:
        """ "à l'encontre de X", "auprès de X": X, behind the one word that says the same."""
        word = self.words.key_of("phrases", head.lower_)
        if word is None or not head.children:
            return []
        return [(word, c) for c in head.children if c.pos_ in _NOMINAL and self.preposition(c) == "de"]

    def nested_complements(self, noun: Token, depth: int = 3) -> Iterator[tuple[str, Token]]:
        """The complements of a noun, and those that the parser may have hung on a complement instead ("une visite d'une
        journée à Pyongyang"), nearest first."""
        layer, seen = [noun], {noun.i}
        for _ in range(depth):
            below: list[Token] = []
            for token in layer:
                for word, complement in self.obliques(token):
                    if complement.i not in seen and complement.i > noun.i:
                        seen.add(complement.i)
                        below.append(complement)
                        yield word, complement
            layer = below
