"""Subjects behind their verbs, which the French pipeline takes for something else: "« ... », a accusé la ministre".

Incises put the verb before its subject, and so do relative clauses that begin with an object (Grevisse & Goosse, Le bon
usage, § 380-386).
"""

from __future__ import annotations

from itertools import chain

from recoupe.language.fr.actors import actor_words
from recoupe.language.fr.tables import table, words
from recoupe.language.tokens import Token

#: Labels of subjects.
SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj", "csubj")
#: Parts of speech of nouns and names.
NOMINAL = ("NOUN", "PROPN")
#: How far back the word is looked for that a lost one belongs to, in tokens: the longest of sentences that are read.
FAR = 60
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
#: How far before a verb the mark is looked for behind which it is inverted, in tokens.
_BEFORE = 4


def is_auxiliary(token: Token) -> bool:
    """A form of "avoir" or "être" that carries tense or mood."""
    return token.lower_ in words("attachments")["auxiliaries"]


def is_present_participle(verb: Token) -> bool:
    """ "supprimant"."""
    return verb.features.get("VerbForm") == "Part" and verb.features.get("Tense") == "Pres"


def join_inverted(verb: Token) -> None:
    """ "« ... », a accusé la ministre": behind a quotation the verb comes first, and what follows it is its subject;
    behind what is told, so it is with a reflexive verb, which has no object ("..., s'est félicité le ministère"), and
    with a verb of saying before somebody to whom nothing is done ("les prix baisseront, a promis la ministre").

    A present participle has no subject behind it: "un « plan social », supprimant 300 emplois".
    """
    group = verb_group(verb)
    before = [t for t in verb.doc[max(verb.sent.start, group - _BEFORE) : group] if not t.is_space]
    marks = [t.text for t in before[-2:]]
    if not marks or marks[-1] not in (",", *_CLOSING) or _opens(before[-1]) or is_present_participle(verb):
        return
    quoting = bool(_CLOSING & set(marks))
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    subject = next((c for c in subjects if c.i > group - 1), None)
    if subject is not None and (named := _before_bracket(subject)) is not subject:
        subjects, subject = [named], named
    if subjects and (not quoting or _is_quoted_part(before[-1], subjects[0])):
        return
    subject = subject or _nominal_behind(verb)
    if subject is None:
        return
    reflexive = any(c.dep_ == "expl:comp" for c in verb.children)
    if not (quoting or reflexive or _closes_what_is_told(verb, group, subject)):
        return
    for child in subjects:
        if child.i < group:
            child.dep_ = "dep"
    if subject not in subjects:
        subject.attach(verb, "nsubj")


def _before_bracket(subject: Token) -> Token:
    """ "..., accuse Human Rights Watch (HRW)": the name whose abbreviation the parse takes for the subject."""
    doc, verb = subject.doc, subject.head
    named = [c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < subject.i and c.is_capital]
    if named and doc[subject.i - 1].text == "(" and all(t.is_capital for t in doc[named[0].i : subject.i - 1]):
        label = subject.dep_
        subject.attach(named[0], "appos")
        named[0].dep_ = label
        return named[0]
    return subject


def _opens(mark: Token) -> bool:
    """ "Les élus ont « demandé »", with straight marks: a space before it and none behind it make it an opening one."""
    spaced = mark.i == 0 or bool(mark.doc[mark.i - 1].whitespace_)
    return mark.text == '"' and spaced and not mark.whitespace_


def _is_quoted_part(mark: Token, subject: Token) -> bool:
    """ "Les « blouses blanches » ont": the mark closes the words of a phrase that began before them, the subject's."""
    opening = next((t for t in reversed(mark.doc[mark.sent.start : mark.i]) if t.text in _OPENING), None)
    if opening is None or opening.i <= mark.sent.start or mark.text not in _CLOSING:
        return False
    first = mark.doc[opening.i - 1]
    return first.pos_ in ("DET", "NOUN", "ADJ") and subject.i < mark.i and (first is subject or first.head is subject)


def _closes_what_is_told(verb: Token, group: int, somebody: Token) -> bool:
    """A verb of saying behind a comma and a whole clause, before somebody to whom nothing else is done or said."""
    if not any(verb.lemma_ in listed for listed in table("reporting")["verbs"].values()):
        return False
    doc = verb.doc
    before = doc[verb.sent.start : group]
    opening = next((t.i for t in reversed(before[:-1]) if t.text == ","), verb.sent.start)
    inserted = doc[opening + 1].lower_ in words("attachments")["relatives"]  # "Le maire, qui a menti, a accusé X"
    if inserted or not any(t.dep_ in SUBJECTS and t.head.i < group for t in before):
        return False
    labels = {c.dep_ for c in verb.children if c.i > verb.i or c.dep_ in ("cc", "mark")}
    if labels & {"ccomp", "xcomp", "conj", "cc", "mark"} or "aux:pass" in {c.dep_ for c in verb.children}:
        return False
    bound = any(c.dep_ == "acl" and c.features.get("VerbForm") == "Inf" for c in somebody.children)
    numbers = {t.features.get("Number") for t in (doc[group], somebody)} - {None}
    people = actor_words()
    known = somebody.pos_ == "PROPN" or people.human(somebody.lower_) or people.institution(somebody.lower_)
    return bool(known) and not bound and len(numbers) < 2


def _nominal_behind(verb: Token) -> Token | None:
    """The first nominal behind a verb that no preposition governs: "ont réclamé dans une lettre plusieurs maires"."""
    labels = ("obj", "obl:arg", "xcomp", "appos", "dep", "conj", "nmod", "flat:name")  # "lance Karine, infirmière"
    behind = [c for c in verb.children if c.i > verb.i]
    own = next((c for c in behind if c.dep_ in labels and is_nominal(c)), None)
    if own is not None:
        return own
    named = (c for c in behind if c.dep_ == "obl:mod" and c.pos_ == "PROPN" and is_nominal(c))
    beside = (c for o in behind if o.dep_.startswith("obl") for c in o.children if c.dep_ in ("nmod", "appos"))
    determined = (c for c in beside if _is_determined(c) or _is_person_behind_name(c))
    return next(chain(named, determined), None)


def _is_determined(noun: Token) -> bool:
    """ "a dit à la presse la ministre", "ont dit à l'AFP des habitants": behind an acronym "des" is an article."""
    if is_nominal(noun):
        return any(c.dep_ == "det" for c in noun.children)
    article = next(iter(noun.children), noun)
    return noun.head.text.isupper() and article.i == noun.head.i + 1 and article.lower_ == "des"


def _is_person_behind_name(name: Token) -> bool:
    """ "s'est réjoui sur Facebook Paul Roche": a person's name right behind another name is no apposition of it."""
    starts = name.ent_type_ == "PER" and name.ent_iob_ == "B" and name.i == name.head.i + 1
    return starts and name.head.is_capital and name.is_capital


def join_in_relative(verb: Token) -> None:
    """ "ce qu'a écarté le maire": "que" is the object, so that the nominal behind the verb is the subject."""
    objects = [c for c in verb.children if c.dep_ == "obj"]
    if len(objects) < 2 or objects[0].lower_ not in ("que", "qu'") or objects[0].i > verb.i:
        return
    if not any(c.dep_ in SUBJECTS for c in verb.children) and is_nominal(objects[1]):
        objects[1].dep_ = "nsubj"


def read_second_subject(noun: Token) -> None:
    """ "qui juge le ministre", "que Paul Roche a félicité Anne Roy": a verb that has a subject before it has none
    behind it, but an object; nor has a present participle."""
    verb = noun.head
    if noun.i < verb.i or noun.dep_ != "nsubj" or not is_nominal(noun):
        return
    first = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    if (first or is_present_participle(verb)) and not any(t.is_punct for t in verb.doc[verb.i : noun.i]):
        noun.dep_ = "obj"


def leave_opening_clause(noun: Token) -> None:
    """ "Après avoir rencontré Anna Roche, Paul Morel a signé": right behind a verb without a subject stands its object;
    the main verb's subject is what the parse puts in apposition to it."""
    verb, first = noun.head, _first_of(noun)
    before = noun.doc[first - 1]
    if before.dep_ != "advcl" or not 0 < first < noun.i + 1 < verb.i + 1 or before.head != verb:
        return
    behind = [
        c for c in noun.children if c.dep_ == "appos" and c.i < verb.i and noun.doc[c.subtree[0].i - 1].text == ","
    ]
    if behind and is_nominal(noun) and not any(c.dep_ == "obj" for c in before.children):
        behind[-1].attach(verb, noun.dep_)
        noun.attach(before, "obj")


def return_participle_object(noun: Token) -> None:
    """ "Une enquête visant la société X a été ouverte": right behind a present participle stands its object, where the
    verb that the parse gives it to has another subject."""
    first = _first_of(noun)
    participle = noun.doc[first - 1]
    if participle.dep_ != "acl" or not 0 < first < noun.i + 1 < noun.head.i + 1:
        return
    if not is_present_participle(participle):
        return
    if is_nominal(noun) and any(c.dep_ in SUBJECTS and c.i < participle.i for c in noun.head.children):
        noun.attach(participle, "obj")


def _first_of(noun: Token) -> int:
    """Where the words begin that stand before a noun and hang on it."""
    return min([noun.i, *(c.i for c in noun.children[:1])])


def return_object(verb: Token) -> None:
    """ "a expulsé le diplomate, a annoncé le préfet": what stands before the comma is the object of the verb before it,
    not the subject of the verb of saying, which comes behind that."""
    told, group = verb.head, verb_group(verb)
    if group == 0 or verb.doc[group - 1].text != "," or told.pos_ != "VERB":
        return
    taken = [c for c in verb.children if c.dep_ == "nsubj" and told.i < c.i < group and is_nominal(c)]
    behind = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and is_nominal(c)]
    bound = any(t.dep_ == "mark" for t in verb.doc[told.i : group])  # "a annoncé que le maire, X, a reçu"
    if taken and behind and not bound and not any(c.dep_ == "obj" for c in told.children):
        taken[0].attach(told, "obj")
        behind[0].dep_ = "nsubj"


def subject_label(verb: Token) -> str:
    """What the subject of a verb is called: that of a passive undergoes."""
    return "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"


def is_nominal(token: Token) -> bool:
    """A noun or name that no preposition governs and that is no day; "des" may be an article."""
    return (
        token.pos_ in NOMINAL
        and not any(c.dep_ == "case" and c.i < token.i and c.features.get("Definite") != "Ind" for c in token.children)
        and (token.lower_ not in words("attachments")["days"])
    )


def verb_group(verb: Token) -> int:
    """The first token of a verb with what belongs to it before it: auxiliaries, pronouns, negation."""
    start = verb.i
    while start > verb.sent.start:
        token = verb.doc[start - 1]
        if not (is_auxiliary(token) or token.lower_ in words("attachments")["clitics"] or token.text in ("-t", "-")):
            break
        start -= 1
    return start
