"""Verbs that the French pipeline takes for something else, put right by their form and what depends on them.

A tagger that has not met a form in training ("visitera", "démissionné") calls it a noun, though it has a subject or an
auxiliary, which no noun has. And it calls every "être" before a participle the auxiliary of a passive, also with the
verbs that form their perfect with it ("est arrivé"; Grevisse & Goosse, Le bon usage, § 812).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from recoupe.language.fr.actors import actor_words
from recoupe.language.fr.clauses import is_finite
from recoupe.language.fr.conjugation import finite_forms, infinitives, participles
from recoupe.language.fr.tables import frames, noun_spelt, table, words
from recoupe.language.tokens import Doc, Token

#: Parts of speech under which a verb's form is found.
_MISREAD = ("NOUN", "ADJ", "PROPN", "X", "ADV")
_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
#: A future's stem, which ends in -r, and the endings of its third persons.
_FUTURE = re.compile(r"(?P<stem>.{2,}r)(?:a|ont)$")
#: A regular third person present, and what only a verb has below it besides a subject.
_PRESENT = re.compile(r"(?P<stem>.{3,})e(?:nt)?$")
_CLOSING = frozenset('»”"')
_OPENING = frozenset('«“"')
_ONLY_OF_VERBS = ("obj", "ccomp", "xcomp", "expl:comp", "expl:pv")
#: Labels of a noun behind a preposition, and of an infinitive that is taken for one.
_COMPLETING = ("obl:arg", "obl:mod", "nmod")
#: And what only a participle has: "Le président, cité par l'agence".
_ONLY_OF_PARTICIPLES = ("aux:tense", "aux:pass", "obl:agent")
#: A regular past participle.
_PARTICIPLE = re.compile(r"(?P<stem>.{2,})ée?s?$")
#: Parts of speech of words that the tagger does not know.
_UNKNOWN = ("VERB", "ADV", "X")
#: How nouns of action end that look like adverbs.
_NOMINAL = ("ment", "ments")
#: How no finite form ends, but those of "créer" and its like.
_FEMININE = ("ée", "ées")
#: How every infinitive ends.
_INFINITIVE = ("r", "re")
#: How the third persons of the imperfect end.
_IMPERFECT = ("ait", "aient")
#: What stands below an adjective, where the pipeline sees a participle, and in an active clause, where it sees a
#: passive.
_OF_ADJECTIVE = {"aux:pass": "cop", "nsubj:pass": "nsubj"}
_ACTIVE = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}


def correct(doc: Doc) -> Doc:
    """`doc`, with misread verbs and auxiliaries put right; its tokens are changed in place."""
    listed, pronouns = words("misreadings"), words("attachments")["object pronouns"]
    for token in doc:
        if token.lower_ == "personne":
            _read_as_nobody(token)
        if token.pos_ in _MISREAD and token.children:
            _read_as_incise(token)
            _read_as_verb(token)
        if token.lower_ == "entre" and token.dep_ == "case":
            _read_as_entering(token, listed["behind entre"])
        if token.pos_ in _MISREAD and token.i + 2 < len(doc) and doc[token.i + 1].text == ":":
            _read_before_quotation(token)
        if token.pos_ == "PROPN":
            if token.dep_ == "xcomp":
                _read_as_object(token)
            elif token.lower_ in pronouns and token.i > 1 and doc[token.i - 1].text == "-":
                _read_as_pronoun(token)
        if token.pos_ in _UNKNOWN and (noun := _noun_of(token)) is not None:
            token.pos_, token.lemma_, token.features = "NOUN", noun, {}
        elif token.pos_ == "VERB":
            _correct_verb(token, listed)
    return doc


def _read_as_pronoun(token: Token) -> None:
    """ "La ville, rappelons-le, a été détruite": behind a verb and a hyphen, it is no name."""
    verb = token.doc[token.i - 2]
    if verb.pos_ == "VERB":
        token.pos_ = "PRON"
        token.attach(verb, "obj")


def _noun_of(token: Token) -> str | None:
    """ "Lyon : déraillement d'un tramway", "mégafeu dans l'Aude": a noun of the lexicon that looks like an adverb, or
    like a verb that there is not."""
    if token.pos_ == "VERB" and (token.lemma_ in infinitives() or token.lower_ in finite_forms()):
        return None
    if token.pos_ == "ADV" and not token.lower_.endswith(_NOMINAL):
        return None  # "pas", "fort"
    return noun_spelt(token.lower_)


def _correct_verb(verb: Token, listed: Mapping[str, Set[str]]) -> None:
    if verb.lower_ in listed["no verbs"] and not any(c.dep_.startswith("expl") for c in verb.children):
        verb.pos_, verb.features, verb.dep_ = "NOUN", {}, "obl:mod"
        return
    if verb.lower_ in listed["behind en"] and _read_behind_en(verb):
        return
    if verb.lower_.endswith("ant") and _read_as_person(verb):
        return
    if verb.lemma_ == "faire" and verb.i + 1 < len(verb.doc):
        _read_behind_faire(verb.doc[verb.i + 1])
    form, ending = verb.features.get("VerbForm"), verb.lower_[-3:]
    if form == "Part" and verb.i and verb.doc[verb.i - 1].dep_ == "det" and _is_led_noun(verb):
        verb.pos_, verb.lemma_ = "NOUN", verb.lower_  # "sa remise en liberté"
        verb.features = {k: v for k, v in verb.features.items() if k in ("Gender", "Number")}
        return
    if form == "Part" and _is_no_participle(verb):
        _read_as_finite_or_adjective(verb)
        return
    finite = ending != "ant" and (not ending.endswith(_FEMININE) or verb.lemma_.endswith("éer"))  # "il crée"
    if (form == "Inf" and not ending.endswith(_INFINITIVE)) or (form == "Fin" and not finite):
        _read_by_ending(verb)
    elif form == "Part" and ending == "ant":
        verb.features = {"Tense": "Pres", "VerbForm": "Part"}  # "déployant"
    if verb.lemma_ in listed["perfect with être"] or _has_only_avoir(verb):
        _read_as_perfect(verb)
    elif verb.lower_ != verb.lemma_ and verb.lemma_ not in listed["perfect with both"]:
        _read_as_passive(verb)


def _is_led_noun(participle: Token) -> bool:
    """A noun of the lexicon right behind its determiner."""
    return participle.doc[participle.i - 1].head is participle and participle.lower_ in frames().nouns


def _is_no_participle(verb: Token) -> bool:
    """ "ont été vaines", of a verb "vainer": all past participles of verbs in -er end alike."""
    if not verb.lemma_.endswith("er") or verb.features.get("Tense") == "Pres" or verb.lower_ == verb.lemma_:
        return False
    return not verb.lower_.endswith("ant") and not _PARTICIPLE.fullmatch(verb.lower_)


def _read_as_finite_or_adjective(verb: Token) -> None:
    """ "Luc Roche fustige une mesure" is the present of a verb that the lexicon knows; "vaines" no form of any."""
    known = finite_forms().get(verb.lower_)
    if known is not None and not any(child.dep_.startswith("aux") for child in verb.children):
        known.give(verb)
        return
    if verb.lower_.endswith(_IMPERFECT):
        verb.features = {"Mood": "Ind", "Tense": "Imp", "VerbForm": "Fin"}
        return
    verb.pos_, verb.lemma_ = "ADJ", verb.lower_
    verb.features = {k: v for k, v in verb.features.items() if k in ("Gender", "Number")}
    for child in verb.children:
        child.dep_ = _OF_ADJECTIVE.get(child.dep_, child.dep_)


def _read_as_person(verb: Token) -> bool:
    """ "L'opposant Paul Roche a été arrêté": a word for persons behind an article, not "en l'opposant à"."""
    doc, article = verb.doc, verb.i - 1
    if article < 0 or doc[article].lower_ != "l'" or doc[article].head is not verb:
        return False
    noun = actor_words().human(verb.lower_)
    if noun is None or (article and doc[article - 1].lower_ == "en"):
        return False
    verb.pos_, verb.lemma_, verb.features = "NOUN", noun, {"Gender": "Masc", "Number": "Sing"}
    doc[article].pos_, doc[article].dep_ = "DET", "det"
    told = verb.head
    if is_finite(told) and verb.i < told.i and not any(c.dep_ in _SUBJECTS for c in told.children):
        verb.dep_ = "nsubj"  # "l'opposant Paul Roche, lui, affirme"
    behind = [t for t in doc[verb.i + 1 : verb.sent.end] if t.pos_ == "PROPN" and t.head is verb.head]
    for name in behind:  # as many subjects as the name has words
        if name.dep_ in _SUBJECTS and verb.dep_ in _SUBJECTS and name.head is not name:
            name.attach(verb, "appos" if name is behind[0] else "flat:name")
    return True


def _read_as_incise(token: Token) -> None:
    """ "« ... », s'alarme Luc Morel", "« ... », alerte la maire", "..., assure-t-il": between a quotation and a name or
    an article, and before an inverted pronoun, stands the verb of who speaks. A noun there would have an article."""
    doc = token.doc
    before = [t for t in doc[max(0, token.i - 3) : token.i] if t.lower_ not in ("s'", "se")]
    if len(before) < 2 or before[-1].text != "," or token.is_title or token.i + 1 == len(doc):
        return
    if (found := _PRESENT.fullmatch(token.lower_.removesuffix("-t"))) is None:
        return
    after = doc[token.i + 1]
    inverted = token.lower_.endswith("-t") and after.text.startswith("-")
    named = after.pos_ in ("DET", "PROPN") or after.is_title  # "titre El Watan"
    if not inverted and (before[-2].text not in _CLOSING or not named):
        return
    subject = after if after.pos_ != "DET" else after.head
    if subject.i < after.i or any(child.dep_ == "det" and child.i < token.i for child in token.children):
        return
    subject.attach(token, "nsubj")
    for child in token.children:
        if child.dep_ == "case" and child.lower_ in ("s'", "se"):
            child.dep_ = "expl:comp"
    token.pos_, token.lemma_ = "VERB", found["stem"] + "er"
    token.features = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}


def _read_as_entering(token: Token, behind: Set[str]) -> None:
    """ "Luc Morel entre au gouvernement": before another preposition it is none, but the verb of the name before it."""
    place, doc = token.head, token.doc
    who = place.head
    if doc[token.i + 1].lower_ not in behind or place.dep_ != "nmod" or who.head is not who or who.i > token.i:
        return
    token.detach()
    place.attach(token, "obl:arg")
    who.attach(token, "nsubj")
    token.pos_, token.lemma_ = "VERB", "entrer"
    token.features = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}


def _read_as_nobody(token: Token) -> None:
    """ "Personne n'a été blessé": without a determiner, before or behind a negated verb, it is a pronoun."""
    verb = token.head
    if not token.children and any(child.lower_ in ("ne", "n'") for child in verb.children):
        token.pos_, token.features = "PRON", {"PronType": "Neg"}


def _read_as_verb(token: Token) -> None:
    labels = {child.dep_ for child in token.children}
    if token.pos_ == "NOUN" and "case" in labels and "det" not in labels and _is_infinitive(token):
        _read_as_infinitive(token)
        return
    if "det" in labels or "case" in labels:
        return
    if not labels.isdisjoint(_SUBJECTS) and (found := _FUTURE.fullmatch(token.lower_)):
        lemma = found["stem"] if found["stem"].endswith(("er", "ir")) else found["stem"] + "e"
        features = {"Mood": "Ind", "Tense": "Fut", "VerbForm": "Fin"}
    elif (
        "nsubj" in labels
        and "cop" not in labels
        and not labels.isdisjoint(_ONLY_OF_VERBS)
        and (found := _PRESENT.fullmatch(token.lower_))
    ):  # "Luc raconte que", "« ... », s'étrangle Luc"
        lemma, features = found["stem"] + "er", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
    elif not labels.isdisjoint(_ONLY_OF_PARTICIPLES) and (known := _of_participle(token.lower_)):
        lemma, features = known, {"Tense": "Past", "VerbForm": "Part"}
    else:
        return
    token.pos_, token.lemma_, token.features = "VERB", lemma, {**token.features, **features}
    if "aux:pass" in labels:  # "des rassemblements sont attendus"
        for child in token.children:
            child.dep_ = "nsubj:pass" if child.dep_ == "nsubj" else child.dep_


def _read_before_quotation(token: Token) -> None:
    """ "Un témoin raconte : « La voiture a foncé »": right behind a noun and before a quotation, a verb of saying."""
    doc, noun, found = token.doc, token.head, _PRESENT.fullmatch(token.lower_)
    if found is None or doc[token.i + 2].text not in _OPENING or noun.pos_ not in ("NOUN", "PROPN"):
        return
    lemma = found["stem"] + "er"
    if noun.i > token.i or not any(lemma in listed for listed in table("reporting")["verbs"].values()):
        return
    verb = noun.head
    token.pos_, token.lemma_ = "VERB", lemma
    token.features = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin", "Number": "Sing"}
    token.detach()
    if verb is not noun:
        noun.detach()
        if verb.head is not verb:
            token.attach(verb.head, verb.dep_)
        verb.attach(token, "ccomp")
    noun.attach(token, "nsubj")


def _of_participle(form: str) -> str | None:
    """The infinitive of a past participle: one of the lexicon, or a regular one."""
    found = _PARTICIPLE.fullmatch(form)
    return participles().get(form) or (found["stem"] + "er" if found else None)


def _read_behind_en(token: Token) -> bool:
    """ "était mardi en passe de remporter": between "en" and "de" stands a noun."""
    doc, at = token.doc, token.i
    if not 0 < at < len(doc) - 1 or doc[at - 1].lower_ != "en" or doc[at + 1].lower_ not in ("de", "d'"):
        return False
    token.pos_, token.lemma_, token.features = "NOUN", token.lower_, {}
    doc[at - 1].attach(token, "case")
    return True


def _read_behind_faire(token: Token) -> None:
    """ "se fera vacciner": right behind "faire" an infinitive of the lexicon is no noun."""
    if token.pos_ == "NOUN" and token.lower_ in infinitives() and token.lower_ not in frames().nouns:
        token.pos_, token.lemma_, token.features, token.dep_ = "VERB", token.lower_, {"VerbForm": "Inf"}, "xcomp"


def _is_infinitive(noun: Token) -> bool:
    """What ends like one behind "par" or "de" where an infinitive may stand: no noun of the lexicon ("de dîner"), nor
    any but a verb of it where a noun may stand as well."""
    if not noun.lower_.endswith(("er", "ir")) or noun.lower_ in frames().nouns:
        return False
    return noun.dep_ == "xcomp" or (noun.dep_ in _COMPLETING and noun.lower_ in infinitives())


def _read_as_infinitive(token: Token) -> None:
    """ "a fini par licencier 300 salariés", "envisage de licencier": a noun has a determiner there."""
    token.pos_, token.lemma_, token.features = "VERB", token.lower_, {"VerbForm": "Inf"}
    token.dep_ = "xcomp" if token.head.pos_ == "VERB" else "acl"
    for child in token.children:
        if child.dep_ == "case":
            child.dep_ = "mark"
        elif child.dep_ == "nmod" and child.i > token.i and not any(c.dep_ == "case" for c in child.children):
            child.dep_ = "obj"


def _read_by_ending(verb: Token) -> None:
    """ "il a détourné deux millions", "accusant la ministre": what ends like a participle is one, whatever it is
    called."""
    form = verb.lower_
    if any(child.dep_ == "det" for child in verb.children):
        verb.pos_, verb.features = "NOUN", {}  # "sur sa lancée"
    elif _PARTICIPLE.fullmatch(form):
        agreement = {"Gender": "Fem" if "ée" in form[-3:] else "Masc", "Number": "Plur" if form[-1] == "s" else "Sing"}
        verb.features = {**agreement, "Tense": "Past", "VerbForm": "Part"}
    elif form.endswith("ant"):
        verb.features = {"Tense": "Pres", "VerbForm": "Part"}
    else:
        verb.features = {"Mood": "Ind", "Tense": "Fut" if _FUTURE.fullmatch(form) else "Pres", "VerbForm": "Fin"}


def _has_only_avoir(verb: Token) -> bool:
    """ "L'état-major a confirmé": without "été" it is no passive, whatever its subject is called."""
    auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
    return bool(auxiliaries) and all(a.lemma_ == "avoir" for a in auxiliaries)


def _read_as_object(name: Token) -> None:
    """ "Lens bat Brest 3 à 1": a name right behind an active verb that has no other object."""
    verb = name.head
    labels = {child.dep_ for child in verb.children}
    bare = not any(child.dep_ in ("case", "cop") for child in name.children)
    if bare and name.i == verb.i + 1 and verb.pos_ == "VERB" and labels.isdisjoint({"obj", "aux:pass", "expl:comp"}):
        name.dep_ = "obj"


def _read_as_passive(verb: Token) -> None:
    """ "Il est interdit de fumer": "être" alone makes a passive of a verb that forms its perfect with "avoir"."""
    auxiliaries = [child for child in verb.children if child.dep_ == "aux:tense"]
    if len(auxiliaries) != 1 or auxiliaries[0].lemma_ != "être":
        return
    below = (*verb.children, *auxiliaries[0].children)
    if any(c.dep_ == "obj" or c.lower_ in words("passives")["reflexives"] for c in below):
        return
    auxiliaries[0].dep_ = "aux:pass"
    verb.features = {**verb.features, "Tense": "Past", "VerbForm": "Part"}
    for child in verb.children:
        child.dep_ = "nsubj:pass" if child.dep_ == "nsubj" else child.dep_


def _read_as_perfect(verb: Token) -> None:
    for child in verb.children:
        child.dep_ = _ACTIVE.get(child.dep_, child.dep_)
