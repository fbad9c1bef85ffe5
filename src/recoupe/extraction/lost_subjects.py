"""Subjects that the parse loses: nominals which the order of the words shows to be the subject of a verb."""

from __future__ import annotations

import attrs

from recoupe.extraction.complements import NOMINAL, REACH, Complements
from recoupe.extraction.dependencies import children, feature, finite, is_finite, is_participle, is_passive
from recoupe.language.tokens import Token

#: What the parse calls a main verb that it cuts off from its subject.
_CUT_OFF = frozenset({"ccomp", "parataxis", "advcl", "dep", "acl"})
#: And how it hangs a subject on the words that say when or where.
ON_SETTING = frozenset({"conj", "nmod", "appos"})
_QUOTES = frozenset('«“"')


@attrs.frozen(kw_only=True, eq=False)
class LostSubjects(Complements):
    """Finds the subjects that a parse hangs elsewhere."""

    def _subject_set_apart(self, verb: Token) -> Token | None:
        """ "Le maire, arrivé en premier, a salué", "Ministre du pays, X a salué": the parse gives the subject to the
        participle between the commas, or takes an opening nominal without an article for an adverbial."""
        if not is_finite(verb) or children(verb, "expl:subj"):
            return None
        for clause in children(verb, "advcl"):
            if clause.i < verb.i and is_participle(clause) and verb.doc[clause.i - 1].text == ",":
                found = [s for s in children(clause, "nsubj") if s.i < clause.i - 1]
                if found:
                    return found[0]
        first = next(iter(verb.children), None)
        opens = first is not None and first.i == verb.sent.start and first.dep_.startswith("obl")
        if first is None or not opens or first.pos_ != "NOUN" or children(first, "case") or self.is_temporal(first):
            return None
        return first if children(first, "appos") else None

    def _inverted_subject(self, verb: Token) -> Token | None:
        """ "avaient été saisis 52 kilos de cocaïne": behind a passive there is no object, so a bare nominal is that."""
        if not (is_passive(verb) and is_finite(verb)):
            return None
        return self.bare_nominal(verb, ("obj", "obl", "dep"))

    def _noun_before(self, pronoun: Token) -> Token | None:
        """ "décevant pour Novalis, qui rachète", "contre la junte militaire qui a renversé": the name, or the noun of
        the verb's number, before a relative pronoun that the parse gives nobody."""
        at = pronoun.i - 1
        if at > pronoun.sent.start and pronoun.doc[at].text == ",":
            at -= 1
        if pronoun.doc[at].text == ")":  # "la Sûreté du Québec (SQ), qui a ouvert"
            at = next((t.i - 1 for t in reversed(pronoun.doc[pronoun.sent.start : at]) if t.text == "("), at)
        name = pronoun.doc[at]
        while name.dep_.startswith(("flat", "amod")) and name.head.i < name.i:
            name = name.head
        agrees = feature(name, "Number") == finite(pronoun.head).features.get("Number")
        fits = name.pos_ == "PROPN" or (name.pos_ == "NOUN" and agrees)
        return name if at >= pronoun.sent.start and fits else None

    @staticmethod
    def _is_bracketed(noun: Token, pronoun: Token) -> bool:
        """ "trois attentats (Lyon, Nice), qui ont fait": a bracket that closes before the pronoun holds the noun."""
        at = pronoun.i - 1
        at -= pronoun.doc[at].text == ","
        return pronoun.doc[at].text == ")" and all(t.text != "(" for t in pronoun.doc[noun.i : at])

    @staticmethod
    def _before_bracket(pronoun: Token) -> Token | None:
        """The noun of the verb's number before the bracket before a relative pronoun."""
        doc, start = pronoun.doc, pronoun.sent.start
        at = next((t.i - 1 for t in reversed(doc[start : pronoun.i]) if t.text == "("), start)
        token, number = doc[at], finite(pronoun.head).features.get("Number")
        while token.head.i < token.i and token.head.i >= start:
            if token.pos_ == "PROPN" or (token.pos_ == "NOUN" and feature(token, "Number") == number):
                return token
            token = token.head
        return token if token.pos_ in NOMINAL else None

    @staticmethod
    def agreeing(noun: Token, verb: Token) -> Token:
        """ "sa mère, soignée à l'hôpital, qui est morte", "celle sur les écoles qui a": the noun above, where the one
        that a relative clause hangs on is of another gender or number than its verb; else the noun itself."""
        top = noun
        while not _agrees(top, verb):
            if top.dep_ not in ("nmod", "appos", "obl:mod", "obl:arg") or top.head.pos_ not in NOMINAL:
                return noun
            top = top.head
        return top

    def _name_set_apart(self, pronoun: Token) -> Token | None:
        """ "le représentant de l'agence, Paul Roche, qui regrette": a name between two commas, which the parse may take
        for another name of the noun right before it, is the antecedent."""
        name = self._noun_before(pronoun)
        if name is None or name.i < 2 or name.dep_ != "appos" or pronoun.doc[pronoun.i - 1].text != ",":
            return None
        apart = pronoun.doc[name.i - 1].text == "," and name.head.dep_ == "nmod"
        return name if apart and name.pos_ == "PROPN" else None

    @staticmethod
    def _cut_off_from(verb: Token) -> Token | None:
        """ "Le maire, qui était soupçonné, a démissionné", "La société X, en difficulté, négocie": the noun at which
        the parse ends the clause before its verb, or of which it takes the verb for another relative clause."""
        if verb.dep_ == "acl:relcl" and verb.head.pos_ in NOMINAL and LostSubjects._goes_on_apart(verb):
            return verb.head
        if verb.dep_ not in _CUT_OFF or not is_finite(verb) or is_joined(verb):
            return None
        top = verb.head
        while top.head != top and top.i < verb.i and top.dep_ in ("nmod", "appos") and top.pos_ in ("NOUN", "PROPN"):
            top = top.head
        nominal = top.dep_ == "ROOT" and top.pos_ in ("NOUN", "PROPN") and top.i < verb.i
        return top if nominal else None

    @staticmethod
    def _goes_on_apart(verb: Token) -> bool:
        """A finite verb that nothing but a comma joins to what stands before."""
        start = min([verb.i, *(a.i for a in verb.auxiliaries)])
        apart = start > verb.sent.start and verb.doc[start - 1].text == ","
        return apart and is_finite(verb) and not is_joined(verb)

    def _is_behind_setting(self, found: Token, subject: Token) -> bool:
        """ "Fin mai, un homme a été arrêté", "Dans les autres matchs, Lens s'est imposé": a nominal behind a comma is
        the subject, where the parse takes the time or place before it for that."""
        start = min([found.i, *(c.i for c in found.children)])
        if found.doc[start - 1].text != "," or self.preposition(found) is not None:
            return False
        setting = self.preposition(subject) in self.words.of("prepositions", "place") or self.is_temporal(subject)
        return setting and not self.is_temporal(found)

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
        while position >= verb.sent.start and start - position <= REACH:
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
        if doc[position].text == ",":
            return self._name_between_commas(verb, position)
        token = doc[position]
        head = token
        while head.pos_ not in NOMINAL and head.head != head and head.head.i < start and head.head.i >= verb.sent.start:
            head = head.head
        while head.dep_ in ("nmod", "amod", "flat:name", "appos", "flat:foreign") and head.head.i < head.i:
            if head.head.pos_ not in NOMINAL:
                break
            head = head.head
        if head.pos_ not in ("NOUN", "PROPN") or head.i >= start or doc[position].is_punct:
            return None
        if any(c.dep_ == "case" and c.i < head.i for c in head.children) or head.dep_ in ("nsubj", "nsubj:pass"):
            return None
        return head

    @staticmethod
    def _name_between_commas(verb: Token, comma: int) -> Token | None:
        """ "L'ancien ministre de X, Paul Roche, a été condamné": the name, where the verb has no other subject."""
        first = comma
        while first > verb.sent.start and verb.doc[first - 1].pos_ == "PROPN":
            first -= 1
        apart = verb.sent.start < first < comma and verb.doc[first - 1].text == ","
        return verb.doc[first] if apart else None


def is_joined(verb: Token) -> bool:
    """A conjunction or a relative pronoun joins its clause to what stands before."""
    return any(c.dep_ == "mark" or feature(c, "PronType") == "Rel" for c in verb.children)


def _agrees(noun: Token, verb: Token) -> bool:
    """Nothing says that the noun is of several and the verb of one, or that a participle with "être" is of another
    gender."""
    if feature(noun, "Number") == "Plur" and finite(verb).features.get("Number") == "Sing":
        return False
    if not _has_etre(verb) or noun.pos_ != "NOUN":
        return True
    told = (feature(c, "Gender") for c in children(noun, "det", "case"))  # "du médaillé" is masculine
    gender = next(filter(None, told), feature(noun, "Gender"))
    return not (gender and feature(verb, "Gender")) or gender == feature(verb, "Gender")


def _has_etre(verb: Token) -> bool:
    return is_passive(verb) or any(a.lemma_ == "être" for a in verb.auxiliaries)
