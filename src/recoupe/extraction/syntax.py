"""Clauses: who is the subject of a verb, said or understood, and whether the verb is negated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction.complements import NOMINAL, REACH
from recoupe.extraction.dependencies import (
    antecedent,
    children,
    clause_head,
    feature,
    finite,
    has_relative_subject,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_perfect_infinitive,
    is_verbal,
)
from recoupe.extraction.lost_subjects import ON_SETTING, LostSubjects, is_joined
from recoupe.extraction.phrases import OF
from recoupe.language.tokens import Token


def _is_noun_of_its_own(token: Token) -> bool:
    """ "un « pas »": what stands behind a determiner is a noun, whatever the tagger says."""
    before = next((t for t in reversed(token.doc[max(0, token.i - 2) : token.i]) if not t.is_punct), None)
    return before is not None and before.pos_ == "DET"


def _is_parted(negation: Token, verb: Token) -> bool:
    """The clause or quotation of the word ends before that of the verb, wherever the parse hangs it: "ce n'est PAS fini
    puisque la CGT a appelé", "« on n'est PAS dupes », se réjouit-il"."""
    between = negation.doc[negation.i + 1 : verb.i]
    return any(t.text == "»" or (t.dep_ == "mark" and t.head == verb and t.pos_ == "SCONJ") for t in between)


@final
@attrs.frozen(kw_only=True, eq=False)
class Syntax(LostSubjects):
    """Reads the clauses and complements in a parse with the function words of one language."""

    #: The subjects that were asked for already, with and without shared ones.
    _subjects: dict[tuple[Token, bool], Sequence[Token]] = attrs.field(factory=dict, init=False)

    def is_negated(self, verb: Token) -> bool:
        """ "ne ... pas", "ne ... jamais", "aucun ... n'a": on the verb itself ("ne" alone negates nothing)."""
        complete, particle = self.words.of("negation", "complete"), self.words.of("negation", "particle")
        words = set()
        for part in (verb, *verb.auxiliaries):
            for c in part.children:
                if (c.lower_ in complete or c.lower_ in particle) and not (
                    _is_noun_of_its_own(c) or _is_parted(c, verb)
                ):
                    words.add(c.lower_)
        if words & complete:
            return True
        if not words and verb.dep_ != "conj":
            return False
        if words and self._is_no_longer(verb):
            return True
        second = self.words.of("negation", "second") | complete
        if not words:  # "n'a ni confirmé ni démenti"
            joined = any(c.lower_ in second for c in children(verb, "cc"))
            return joined and is_verbal(verb.head) and self.is_negated(verb.head)
        above = verb.head if verb.dep_ == "acl" and verb.head.i < verb.i else verb  # a subject that the parse lost
        return above.lower_ in second or any(d.lower_ in second for c in verb.children for d in (c, *c.children))

    def are_none(self, noun: Token) -> bool:
        """ "aucun blessé", "pas de blessés", "ni mort ni blessé": so many that there is none."""
        second, before = self.words.of("negation", "second"), noun.doc[max(noun.sent.start, noun.i - 2) : noun.i]
        if not before or before[-1].lower_ in self.words.of("articles", "fused"):
            return False  # "aucun des blessés n'a": some others were
        if before[-1].lower_ in OF:
            return before[0].lower_ in second or before[0].lower_ in self.words.of("negation", "complete")
        return any(c.lower_ in second for c in (before[-1], *noun.children) if c.i < noun.i)

    def _is_no_longer(self, verb: Token) -> bool:
        """ "n'accueille plus de patients", "n'a plus tiré"; not "n'a plus que deux lits"."""
        over, doc = self.words.of("negation", "over"), verb.doc
        for part in (verb, *verb.auxiliaries[:1]):
            at = part.i + 1
            if at < verb.sent.end and doc[at].lower_ in over:
                return at + 1 >= len(doc) or doc[at + 1].lower_ not in self.words.of("pronouns", "relative_object")
        return False

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
            for below in child.children:
                nominal = below.dep_ in ON_SETTING and below.pos_ in ("NOUN", "PROPN")
                if nominal and child.i + 1 < below.i < verb.i and self._is_behind_setting(below, child):
                    return [below, *(c for c in children(child, "conj") if below.i < c.i < verb.i)]
            if child.i > verb.i == verb.sent.start and is_participle(verb) and is_passive(verb):
                continue  # "Élue lundi à la tête des Verts, Anne Vidal a": none stands behind such a participle
            if feature(child, "PronType") == "Rel" or child.lower_ in self.words.of("pronouns", "relative_subject"):
                above = antecedent(verb)
                if above is not None and self._is_bracketed(above, child):
                    above = self._before_bracket(child)
                if above is not None and is_verbal(above):
                    above = self._noun_before(child)  # "a annoncé la mairie, qui": hung on the verb
                found = self._name_set_apart(child) or above or self._noun_before(child)
                return [self.agreeing(found, verb)] if found is not None else []
            beside = [c for c in verb.children if c.dep_ == child.dep_ and child.i < c.i < verb.i]
            return [child, *(c for c in beside if any(d.dep_ == "cc" for d in c.children))]  # "X, et Y, ont signé"
        if verb.dep_ in ("acl", "amod") and self.preposition(verb) == "en" and not is_passive(verb):
            above = clause_head(verb.head)  # "a frappé un passant en l'insultant": of the clause, not of its noun
            return self.subjects(above) if is_verbal(above) and above != verb else []
        if verb.dep_ in ("acl", "amod", "acl:relcl") and is_participle(verb):
            infinitive = any(is_infinitive(a) for a in verb.auxiliaries)  # "avant d'être renversé"
            above = next((t for t in verb.ancestors if is_verbal(t) and is_finite(t)), None) if infinitive else None
            return self.subjects(above) if above is not None else [verb.head]
        if (verb.dep_ == "appos" and (above := self._told_beside(verb)) is not None) and shared:
            return self.subjects(above)
        if (apart := self._subject_set_apart(verb)) is not None:
            return [apart]
        lost = self._lost_subject(verb)
        if lost is not None:
            return self._with_earlier_conjuncts(lost)
        if inverted is not None:
            return [inverted]
        if not shared:
            return []
        return self._shared_subject(verb) or self._announced_subject(verb)

    def _announced_subject(self, verb: Token) -> Sequence[Token]:
        """ "Poursuivi pour fraude, Paul Roche a dirigé": a participle that opens the sentence has the subject of the
        clause behind it, where the parse takes the participle for the main verb."""
        if verb.dep_ != "ROOT" or not is_participle(verb) or verb.i > verb.sent.start + 1:
            return []
        comma = next((t.i for t in verb.sent if t.text == ","), verb.sent.end)
        behind = (t for t in verb.doc[comma : verb.sent.end] if is_verbal(t) and is_finite(t))
        found = (self.subjects(t, shared=False) for t in behind if not t.dep_.startswith("aux"))
        return next(filter(None, found), [])

    def _told_beside(self, verb: Token) -> Token | None:
        """ "a dit l'agence dans un communiqué, demandant": the verb of the clause that a participle behind a comma
        goes on from, where the parse takes it for the apposition of a noun that is not the subject."""
        gerund = is_participle(verb) and not is_passive(verb) and verb.i and verb.doc[verb.i - 1].text == ","
        above = clause_head(verb.head)
        return above if gerund and is_verbal(above) and above != verb else None

    def _shared_subject(self, verb: Token) -> Sequence[Token]:
        head = verb.head
        if head == verb:
            return []
        if (noun := self._resolve_of(verb)) is not None:
            return self._resolved_by(noun, verb)
        if verb.dep_ == "conj" and is_verbal(head) and (is_finite(verb) or is_passive(head) == is_passive(verb)):
            return self.subjects(self._coordinated_with(verb))
        if (
            verb.dep_ == "conj"
            and head.pos_ in NOMINAL
            and is_finite(verb)
            and any(c.dep_ == "cc" for c in verb.children)
        ):
            # "Riga demande un renfort et fermera le poste": coordinated with the verb, not with its object
            above = next((t for t in head.ancestors if is_verbal(t) and is_finite(t)), None)
            return [] if above is None or is_passive(above) != is_passive(verb) else self.subjects(above)
        opens = is_participle(verb) and verb.dep_ == "obl:mod"  # "Réuni en urgence, le conseil a condamné"
        if (opens or verb.dep_ in ("xcomp", "advcl", "ccomp")) and is_verbal(head) and not is_finite(verb):
            return self.controller(verb)
        if verb.dep_ in ("advcl", "parataxis") and self._goes_on(head, verb):
            return self.subjects(head)
        if is_infinitive(verb) and (said_of := self._said_of(head)):
            return said_of
        if verb.dep_ in ("aux:tense", "aux:pass", "cop"):
            return self.subjects(head)
        if verb.dep_ == "acl" and is_infinitive(verb):
            # "condamné à deux ans pour avoir volé", "a tué un homme avant de fuir", "a annoncé à l'ONU avoir porté"
            if (word := self.preposition(verb)) is None or word in self.words.of("prepositions", "adverbial"):
                above = clause_head(head)
                return self._controller_under(above, verb) if is_verbal(above) and above != verb else []
            if self._takes_orders(head):
                return [head]
        if verb.dep_ == "xcomp" and has_relative_subject(head) and self._goes_on_apart(verb):
            return self.subjects(head)  # "X, qui préparait un vol, a été arrêté"
        top = self._cut_off_from(verb)
        return [top] if top is not None else []

    def _said_of(self, predicate: Token) -> Sequence[Token]:
        """ "est prêt à envoyer", "sont en train d'évacuer", "s'est dit prêt à": of whom it is said."""
        if predicate.pos_ not in ("ADJ", "NOUN"):
            return []
        if children(predicate, "cop"):
            return children(predicate, "nsubj")
        return self.subjects(predicate.head) if predicate.dep_ == "xcomp" and is_verbal(predicate.head) else []

    def _goes_on(self, head: Token, verb: Token) -> bool:
        """ "sera reçu lundi, visitera l'usine": a second main verb that nothing joins to the first but a comma."""
        if not (is_verbal(head) and is_finite(head) and is_finite(verb) and head.i < verb.i):
            return False
        return not is_joined(verb) and self._same_time(finite(head).features, finite(verb).features)

    def _coordinated_with(self, verb: Token) -> Token:
        """ "Il note qu'elle voulait partir mais condamne": the verb of one time with it, where the parse coordinates it
        with one below that."""
        head, mood = verb.head, finite(verb).features
        while is_finite(verb) and head.head != head and not self._same_time(finite(head).features, mood):
            above = clause_head(head.head)
            if not is_verbal(above) or above == head:
                return verb.head
            head = above
        return head

    @staticmethod
    def _same_time(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
        return all(one.get(name) == other.get(name) for name in ("Tense", "Mood"))

    def _resolve_of(self, verb: Token) -> Token | None:
        """ "la décision de X de fermer", "son refus de céder": the noun whose content the infinitive is, whether the
        parse hangs it on the noun, on the noun's complement or on the verb above."""
        if not is_infinitive(verb) or self.preposition(verb) not in ("de", "à"):
            return None
        near = (verb.head, verb.head.head, *(self.objects(verb.head) if is_verbal(verb.head) else ()))
        nouns = self.words.of("control", "nouns")
        return next((t for t in near if t.pos_ == "NOUN" and 0 < verb.i - t.i <= REACH and t.lemma_ in nouns), None)

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
        orders or blame ("accusent X d'avoir envoyé", "demande à X de", "invite X à"), else the governor's subject."""
        return self._controller_under(verb.head, verb)

    def _controller_under(self, governor: Token, verb: Token) -> Sequence[Token]:
        word = self.preposition(verb)
        if verb.dep_ == "xcomp" and is_participle(verb) and is_passive(verb):
            shown = [o for o in self.objects(governor) if o.i < verb.i]
            if shown:
                return shown  # "montre X frappé par", "a laissé un homme blessé"
        if word == "pour" and is_perfect_infinitive(verb) and (treated := self.objects(governor)):
            return treated  # "a condamné X pour avoir volé", "félicite X pour avoir gagné"
        if verb.dep_ == "xcomp" and word in ("de", "à") and governor.lemma_ in self.words.of("control", "object"):
            asked = [t for p, t in self.obliques(governor) if p == "à"] if word == "de" else []
            asked += children(governor, "iobj") if word == "de" else []
            if found := [o for o in self.objects(governor) if o.i < verb.i] or asked:
                return found
        seen = verb.dep_ == "xcomp" and word is None and governor.lemma_ in self.words.of("control", "seen")
        return [o for o in self.objects(governor) if seen and o.i < verb.i] or self.subjects(governor)
