"""When a noun of the lexicon names one happening, and not a sort of thing: a sum of evidence, each part with a reason.

"la visite de M. Kim à Moscou", "l'attentat", "cette rencontre", "ont effectué un entraînement" do; "des frais de
visite", "un projet d'accord", "toute attaque" do not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dependencies import (
    children,
    feature,
    finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
)
from recoupe.extraction.happenings.determination import Determination
from recoupe.extraction.happenings.evidence import Evidence, Weighing
from recoupe.extraction.happenings.narration import is_in_question
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Strength, Words
from recoupe.language.tokens import Token
from recoupe.model import BlockKind, Kind

#: The sum from which a noun counts, by the strength that the lexicon gives it. Set, with the weights, on gold articles.
THRESHOLDS = {Strength.ALWAYS: 0, Strength.NORMAL: 1, Strength.WEAK: 3}

#: What it weighs that a headline opens with the noun and a complement: "Naufrage dans la Manche", not "Grève : ...".
HEADLINE = 2
#: What it weighs that a happening of the kind was told of before.
TOLD = 1
#: What it weighs that a happening of which nothing was told before is only said to be of some sort.
CHARACTERISED = -3
#: What it weighs that nobody was killed or hurt: "aucun blessé" tells of one happening, unlike "aucune attaque".
NONE = 4
#: What such a noun lacks: words that say which one of its sort is meant.
_DISTINGUISHING = frozenset({"nmod", "appos", "flat:name", "acl", "acl:relcl", "nummod"})
_COMPLEMENTS = frozenset({"nmod", "appos", "flat:name", "obl:arg", "obl:mod"})
#: How far from the noun its own complements are looked for, in tokens.
_NEAR = 12


@final
@attrs.frozen(kw_only=True, eq=False)
class NominalReader:
    """Weighs the evidence that a noun names a happening."""

    #: ``occurrence.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Reads the determiners.
    determination: Determination
    #: Whether a token stands for a named actor or place.
    is_named: Callable[[Part, Token], bool]
    #: Whether a token lies in a time expression.
    is_dated: Callable[[Part, Token], bool]
    #: The words before the nouns that were asked about already.
    _before: dict[Token, frozenset[str]] = attrs.field(factory=dict, init=False)

    def counts(self, trigger: Trigger, told: Collection[Kind] = ()) -> Weighing:
        """Whether a noun trigger names a happening. Headlines leave determiners out.

        Args:
            trigger: The noun.
            told: The kinds of happenings that the article has told of before it: "l'opération" points back to one.
        """
        evidence = tuple(self.weigh(trigger))
        if trigger.unit.frame.kind in told and self.determination.is_definite(trigger.token):
            evidence = (*evidence, Evidence(mark="told before", weight=TOLD))
        elif trigger.part.block.kind is not BlockKind.HEADLINE and self._is_characterised(trigger):
            evidence = (*evidence, Evidence(mark="only said what it is like", weight=CHARACTERISED))
        if trigger.part.block.kind is BlockKind.HEADLINE:
            evidence = tuple(e for e in evidence if e.mark != "without a determiner")
            if self._opens_headline(trigger.token):
                evidence = (*evidence, Evidence(mark="opens a headline", weight=HEADLINE))
        return Weighing(evidence=evidence, threshold=THRESHOLDS[trigger.unit.strength])

    def weigh(self, trigger: Trigger) -> Sequence[Evidence]:
        """All marks that apply."""
        noun = trigger.token
        found = [Evidence(mark=mark, weight=weight) for mark, weight, test in self._table() if test(noun)]
        found += self._company(trigger.part, noun)
        counted = any(c.target == "number" for c in trigger.unit.constraints)
        if counted and trigger.unit.frame.kind is Kind.CASUALTY and self.syntax.are_none(noun):
            found.append(Evidence(mark="counted as none", weight=NONE))
        if trigger.tail or counted:
            found.append(Evidence(mark="phrase or counted", weight=2))
        return found

    def _table(self) -> Sequence[tuple[str, int, Callable[[Token], bool]]]:
        return (
            ("points back", 2, self.determination.points_back),
            ("said to happen", 3, self.happens),
            ("done by a light verb", 2, self.is_done),
            ("after a preposition of time", 2, self.is_landmark),
            ("told of", 2, self.is_told_of),
            ("came with another", 2, self.is_beside),
            ("in a clause that tells", 1, self._is_in_story),
            ("counted", 2, self.determination.is_counted),
            ("several of them", 2, self.determination.are_several),
            ("one of its kind", 2, self.determination.is_singular),
            ("under way", 4, self._is_under_way),
            ("has an owner", 1, self.determination.has_possessor),
            ("numbered", 1, self.determination.is_numbered),
            ("said where or with whom", 1, self._is_placed),
            ("without a determiner", -1, self._is_bare),
            ("people known", -2, self.determination.is_known_people),
            ("any, every, none", -3, self.determination.is_generic),
            ("complement that names a sort", -2, self._is_sort),
            ("only classifies", -3, self._is_classifier),
            ("says how often", -9, self._is_times),
            ("acts as a body", -9, self._acts),
            ("condition or purpose", -3, self._is_hypothetical),
            ("says who says so", -9, self._is_source),
            ("asked for", -9, self._is_asked),
        )

    # ------------------------------------------------------------------ for
    def _opens_headline(self, noun: Token) -> bool:
        """Only words that describe it stand before it ("large victoire"), and a complement before the next colon."""
        end = next((t.i for t in noun.doc[noun.i :] if t.text == ":"), len(noun.doc))
        first = min([noun.i, *(c.i for c in noun.children if c.dep_ in ("amod", "nummod", "det"))])
        opens = first == 0 or noun.doc[first - 1].text == ":"
        completing = [c for c in noun.children if noun.i < c.i < end]
        return opens and any(c.dep_ in _COMPLEMENTS or is_infinitive(c) for c in completing)

    def happens(self, noun: Token) -> bool:
        """It is the subject of a verb of happening ("a eu lieu", "a éclaté", "doivent reprendre"), or awaited."""
        verbs = self.words.of("verbs", "subject")
        noun = self._measure(noun) if noun.dep_ == "nmod" else noun
        if noun.dep_ == "nsubj:pass" and noun.head.lemma_ in self.words.of("verbs", "awaited"):
            return True
        if noun.dep_.startswith("nsubj"):
            others = children(noun.head, "obj")  # "a contraint la compagnie à annuler"
            below = [] if others else [c for c in children(noun.head, "xcomp") if is_infinitive(c)]
            if any(self._tells_of_subject(predicate) for predicate in (noun.head, *below)):
                return True
        return any(self.syntax.full_lemma(c) in verbs for c in children(noun, "acl") if is_verbal(c))

    def _tells_of_subject(self, predicate: Token) -> bool:
        verbs = self.words.of("verbs", "subject")
        phrases = {f"{self.syntax.full_lemma(predicate)} {o.lemma_}" for o in self.syntax.objects(predicate)}
        phrases |= {
            f"{c.lemma_} {self.syntax.preposition(predicate)} {predicate.lemma_}" for c in children(predicate, "cop")
        }
        return self.syntax.full_lemma(predicate) in verbs or not phrases.isdisjoint(verbs)

    def _acts(self, noun: Token) -> bool:
        """ "le conseil d'administration a évincé son directeur": a body that acts, and no meeting."""
        verb, lemma = noun.head, noun.lemma_.lower()
        if lemma in self.words.of("nouns", "chambers") and self._is_addressed(noun):
            return True
        if lemma not in self.words.of("nouns", "bodies") or not is_verbal(verb):
            return False
        agent = noun.dep_ == "obl:agent" or (noun.dep_ == "nsubj" and not is_passive(verb))
        return agent and not self.happens(noun)

    def _is_addressed(self, noun: Token) -> bool:
        """ "a demandé au Congrès de voter", "devant le Congrès", "les élus du Congrès"; not "au Congrès du parti"."""
        if not noun.is_title or noun.i == noun.sent.start or children(noun, "nmod", "appos") or self.is_landmark(noun):
            return False
        joined = is_verbal(noun.head) and self.syntax.full_lemma(noun.head) in self.words.of("verbs", "participating")
        return self.syntax.preposition(noun) in ("à", "de", "devant") and not joined

    def is_done(self, noun: Token) -> bool:
        """It is the object of a light verb ("ont effectué un entraînement"), active or passive."""
        light = self.words.of("verbs", "object")
        noun = self._measure(noun) if noun.dep_ == "nmod" else noun
        if noun.dep_ in ("obj", "nsubj:pass", "obl:arg", "obl:mod") and is_verbal(noun.head):
            return self.syntax.full_lemma(noun.head) in light
        return any(c.lemma_.lower() in light for c in children(noun, "acl", "amod") if is_verbal(c))

    def is_landmark(self, noun: Token) -> bool:
        """It serves to date something: "lors de la visite", "après l'attaque", "à l'issue d'un entretien"."""
        return not self._phrases_before(noun).isdisjoint(self.words.of("prepositions", "landmark"))

    def is_told_of(self, noun: Token) -> bool:
        """It is what somebody announces, condemns, plans: "a annoncé une restructuration", "le projet de vente"."""
        noun = self._measure(noun) if noun.dep_ == "nmod" else noun
        head = noun.head
        if noun.dep_ in ("obj", "nsubj:pass") and is_verbal(head):
            return self.syntax.full_lemma(head) in self.words.of("verbs", "about")
        named = head.lemma_.lower() in self.words.of("nouns", "about")
        return noun.dep_ == "nmod" and named and self.syntax.preposition(noun) == "de"

    def _measure(self, noun: Token) -> Token:
        """What stands in the clause for a noun that it measures: "milliards" in "dix milliards d'investissements"; a
        number of them is a tally."""
        lemma = noun.head.lemma_.lower()
        measured = lemma in self.syntax.words.of("counting", "quantities")
        measured = measured and lemma not in self.words.of("nouns", "tally")
        return noun.head if measured and self.syntax.preposition(noun) == "de" else noun

    def is_beside(self, noun: Token) -> bool:
        """It came with what the verb is said of: "une marche émaillée d'incidents", "suivie de pillages"."""
        first = noun.head if noun.dep_ == "conj" else noun
        verb = first.head
        if not (first.dep_.startswith("obl") or first.dep_ == "nmod") or not is_verbal(verb):
            return False
        with_it = self.syntax.full_lemma(verb).removeprefix("se ") in self.words.of("verbs", "attended")
        return with_it and self.syntax.preposition(first) in ("de", "par")

    def _is_in_story(self, noun: Token) -> bool:
        """The verb of its clause stands in a narrative tense."""
        head = noun
        while head.head != head and not (is_verbal(head) and not head.dep_.startswith("aux")):
            head = head.head
        if not is_verbal(head):
            return False
        if is_participle(head):
            return feature(head, "Tense") != "Pres"
        return any(a.dep_ == "aux:tense" for a in head.auxiliaries) or feature(finite(head), "Tense") == "Past"

    def _is_under_way(self, noun: Token) -> bool:
        """ "en visite", "en garde à vue": without a determiner, but no sort of thing."""
        if any(c.dep_ == "det" for c in noun.children) or "en" not in self._phrases_before(noun):
            return False
        return any(n.split()[0] == noun.lemma_ for n in self.words.of("nouns", "bare_after_en"))

    def _company(self, part: Part, noun: Token) -> list[Evidence]:
        """Names and dates among its complements."""
        end = next((t.i for t in noun.doc[noun.i : noun.i + _NEAR] if t.text == ":"), noun.i + _NEAR)
        below = [t for t in noun.subtree if t != noun and noun.i - _NEAR < t.i < end]
        found = []
        if any(self.is_named(part, t) for t in below):
            found.append(Evidence(mark="has a named participant or place", weight=1))
        if any(self.is_dated(part, t) for t in below if t.i > noun.i):
            found.append(Evidence(mark="dated", weight=2))
        return found

    def _is_placed(self, noun: Token) -> bool:
        """ "des grèves dans les transports", "des heurts entre manifestants"."""
        return any(word in self.words.of("prepositions", "placing") for word, _ in self.syntax.obliques(noun))

    # ------------------------------------------------------------------ against
    def _is_bare(self, noun: Token) -> bool:
        determined = self.determination.has_article(noun) or self.determination.is_counted(noun)
        return not (determined or self.is_told_of(noun) or self.is_beside(noun) or self._is_undergone(noun))

    def _is_undergone(self, noun: Token) -> bool:
        """ "a été la cible de tirs", "victime de violences": several of them, without a determiner behind "de"."""
        return not self._phrases_before(noun).isdisjoint(self.words.of("prepositions", "undergone"))

    def _is_sort(self, noun: Token) -> bool:
        return noun.dep_ == "nmod" and self._is_bare(noun) and self.syntax.preposition(noun) == "de"

    def _is_characterised(self, trigger: Trigger) -> bool:
        """ "La grève est un droit", "un meurtre est puni de trente ans", "la décision appartient au maire"."""
        noun = trigger.token
        if not noun.dep_.startswith("nsubj"):
            return False
        if any(c.dep_ in _DISTINGUISHING and c not in trigger.tail for c in noun.children):
            return False
        if self.determination.points_back(noun):
            return False
        predicate = noun.head
        if feature(finite(predicate), "Tense") != "Pres" or any(a.dep_ == "aux:tense" for a in predicate.auxiliaries):
            return False
        if any(a.dep_ == "cop" for a in predicate.auxiliaries):
            return self.syntax.preposition(predicate) is None
        kept = is_passive(predicate) and predicate.lemma_ in self.words.of("verbs", "resultative")
        return kept or predicate.lemma_ in self.words.of("verbs", "relating")

    def _is_asked(self, noun: Token) -> bool:
        """ "Vous avez reçu une amende ?": one that nobody knows of."""
        return is_in_question(noun) and any(feature(c, "Definite") == "Ind" for c in children(noun, "det"))

    def _is_classifier(self, noun: Token) -> bool:
        """ "la lutte contre le vol", "le ministère de la guerre"."""
        return not self._phrases_before(noun).isdisjoint(self.words.of("general", "before"))

    def _is_times(self, noun: Token) -> bool:
        """ "à plusieurs reprises", "à cinq reprises mardi"; not "aux reprises du chantier"."""
        if noun.lemma_ not in self.words.of("general", "times") or feature(noun, "Number") != "Plur":
            return False
        counted = self.determination.is_counted(noun) or self.determination.are_several(noun)
        return self.syntax.preposition(noun) == "à" and (counted or not children(noun, "nmod"))

    def _is_hypothetical(self, noun: Token) -> bool:
        return not self._phrases_before(noun).isdisjoint(self.words.of("prepositions", "hypothetical"))

    def _is_source(self, noun: Token) -> bool:
        """ "selon l'acte d'accusation"."""
        return not self._phrases_before(noun).isdisjoint(self.words.of("prepositions", "source"))

    # ------------------------------------------------------------------ reading
    def _phrases_before(self, noun: Token) -> frozenset[str]:
        """The last words before the noun phrase, contractions resolved: "à l'issue de", "l'issue de", "de"."""
        found = self._before.get(noun)
        if found is None:
            found = self._before[noun] = self._find_phrases_before(noun)
        return found

    def _find_phrases_before(self, noun: Token) -> frozenset[str]:
        start = min([noun.i, *(c.i for c in noun.children if c.dep_ in ("det", "amod", "nummod") and c.i < noun.i)])
        words = [t.lower_ for t in noun.doc[max(noun.sent.start, start - 5) : start]]
        contract = self.syntax.words.key_of
        first = noun.doc[start].lower_
        plain = [contract("contractions", w) or w for w in words]
        if (inside := contract("contractions", first)) is not None:
            plain.append(inside)
        before = " ".join(plain).replace("' ", "'").split(" ")
        return frozenset(" ".join(before[at:]) for at in range(len(before)))
