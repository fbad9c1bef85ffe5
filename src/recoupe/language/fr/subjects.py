"""Subjects that the French pipeline gives to an auxiliary, a source, a topic or a relative clause, put right.

A subject stands before its verb, whatever is put between them; whoever is relied on ("selon X"), and what stands before
a colon, is none (Grevisse & Goosse, Le bon usage, § 383-386: place of the subject).
"""

from __future__ import annotations

from recoupe.language.fr.auxiliaries import auxiliaries, is_bare, is_past_participle
from recoupe.language.fr.clauses import is_finite
from recoupe.language.fr.inversions import FAR, NOMINAL, SUBJECTS, is_nominal, subject_label, verb_group
from recoupe.language.fr.tables import table, words
from recoupe.language.tokens import Token

#: What stands inside a nominal.
INSIDE = ("nmod", "amod", "flat:name", "flat:foreign", "appos", "acl", "conj", "nummod")


def leave_auxiliary(subject: Token) -> None:
    """ "Le ministre avait dans un premier temps refusé": the subject is the verb's, not its auxiliary's."""
    auxiliary = subject.head
    if auxiliary.dep_.startswith("aux:"):
        subject.attach(auxiliary.head, "nsubj:pass" if auxiliary.dep_ == "aux:pass" else subject.dep_)


def read_personal(pronoun: Token) -> None:
    """ "a-t-il ajouté", "Il estime que la loi est votée": whoever says something is somebody; not "il se dit que"."""
    verb = pronoun.head
    says = any(verb.lemma_ in listed for listed in table("reporting")["verbs"].values())
    labels = {c.dep_ for c in verb.children if c != pronoun}
    rumour = verb.lemma_ in words("attachments")["rumours"] and any(label.startswith("expl") for label in labels)
    if pronoun.text.startswith("-") or (says and not rumour and "aux:pass" not in labels):
        pronoun.dep_ = "nsubj"


def leave_source(source: Token) -> None:
    """ "Selon le ministère, le chargé d'affaires a été convoqué", "Selon l'AFP, Paris et Rome ont signé": who is relied
    on is no subject; those who follow behind the comma are."""
    verb = source.head
    if source.dep_ in SUBJECTS:
        source.dep_ = "obl:mod"
    _take_name(source)
    if verb.i < source.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    named = [c for c in source.children if c.dep_ == "nmod" and c.is_capital]
    behind = [
        c
        for c in sorted((c for t in (source, *named) for c in t.children), key=lambda c: c.i)
        if c.dep_ in ("nmod", "appos", "conj") and source.i < c.i < verb.i and all(d.dep_ != "case" for d in c.children)
    ]
    first = next((c for c in behind if any(t.text == "," for t in source.doc[source.i + 1 : c.i])), None)
    if first is None or verb.pos_ != "VERB" or any(t.text == "," for t in source.doc[behind[-1].i + 1 : verb.i]):
        return
    first.attach(verb, subject_label(verb))
    for other in behind:
        if other.i > first.i:
            other.attach(first, "conj")


def _take_name(source: Token) -> None:
    """ "Selon le quotidien La Dépêche, un industriel a racheté": right behind the noun stands its name, which the parse
    takes for the subject."""
    verb = source.head
    for name in [c for c in verb.children if c.dep_ in SUBJECTS and source.i < c.i < verb.i]:
        first = name.subtree[0].i
        close = all(t.pos_ == "ADJ" for t in name.doc[source.i + 1 : first])
        whole = [t.i for t in name.subtree if not any(p.text == "," for p in name.doc[first : t.i + 1])]
        last = max(whole, default=first)  # none where a comma stands before the name
        if close and name.doc[first].is_capital and last + 1 < verb.i and name.doc[last + 1].text == ",":
            for child in [c for c in name.children if c.i > last and c.dep_ in ("appos", "conj")]:
                child.attach(source, "appos")
            name.attach(source, "nmod")


def read_name_as_subject(name: Token) -> None:
    """ "Morel reçoit Roche": the surname that a headline opens with, right before its verb, is no adverb."""
    verb = name.doc[min(name.i + 1, len(name.doc) - 1)]
    opens = name.is_sent_start and name.is_capital and name.ent_type_ == "PER" and not name.children
    if opens and is_finite(verb) and not any(c.dep_ in SUBJECTS for c in verb.children):
        name.pos_ = "PROPN"
        name.attach(verb, subject_label(verb))


def leave_addressee(noun: Token) -> None:
    """ "a indiqué à l'AFP Paul Roche, qui dirige l'enquête": behind "à" stands no subject, but whom is spoken to; it is
    the name right behind."""
    verb = noun.head
    led = any(c.dep_ == "case" and c.i < noun.i for c in noun.children)
    name = next((c for c in noun.children if c.dep_ == "appos" and c.i == noun.i + 1 and c.pos_ == "PROPN"), None)
    if not led or name is None or not verb.i < noun.i:
        return
    for child in [c for c in noun.children if c.i > name.i and (c.dep_.startswith("acl") or c.dep_ == "appos")]:
        child.attach(name, child.dep_)
    name.attach(verb, noun.dep_)
    noun.dep_ = "obl:arg"


def join_apposed_name(name: Token) -> None:
    """ "Selon la police, Jean Durand, 42 ans, a été tué", "Dans un communiqué, la Mission condamne": what begins behind
    the comma with a name or an article says nothing of the noun before it."""
    phrase, first = name.head, name.subtree[0].i if is_bare(name) else name.i
    verb = phrase.head
    opens = phrase.dep_.startswith("obl") and phrase.i < first < verb.i and name.doc[first - 1].text == ","
    if not opens or verb.pos_ != "VERB" or not phrase.children or phrase.children[0].i != name.sent.start:
        return
    labels = {child.dep_ for child in verb.children}
    if labels.isdisjoint(SUBJECTS) and (is_finite(verb) or any(is_finite(c) for c in verb.children if c.i < verb.i)):
        name.attach(verb, subject_label(verb))


def join_behind_opening(name: Token) -> None:
    """ "Libéré dans la nuit par ses ravisseurs, Luc Morel est arrivé": what stands between the comma and the first verb
    with a tense is its subject, and no name for what a participle that opens the sentence is completed by."""
    first, behind = name.subtree[0].i, name.subtree[-1].i + 1
    doc, opening = name.doc, name.doc[name.sent.start]
    governed = any(c.dep_ in ("case", "mark") for c in name.children)
    if governed or not is_past_participle(opening) or auxiliaries(opening) or doc[first - 1].text != ",":
        return
    if any(is_finite(t) for t in doc[opening.i : first]):
        return
    for verb in doc[behind : min(behind + FAR, name.sent.end)]:
        if verb.pos_ == "VERB" and is_finite_group(verb):
            break
    else:
        return
    if verb_group(verb) != behind or any(c.dep_ in (*SUBJECTS, "mark") for c in verb.children):
        return
    if opening in verb.ancestors:
        verb.detach()
        opening.attach(verb, "advcl")
    name.attach(verb, subject_label(verb))


def leave_topic(verb: Token) -> None:
    """ "Burkina : une double attaque fait 15 morts": what stands before a colon is no subject of what follows it."""
    doc = verb.doc
    for topic in verb.children:
        if topic.dep_ not in SUBJECTS or topic.i > verb.i:
            continue
        colon = next((t.i for t in doc[topic.i + 1 : verb.i] if t.text == ":"), None)
        if colon is None:
            continue
        own = [t for t in doc[colon + 1 : verb.i] if is_nominal(t) and (t.pos_ == "PROPN" or is_bare(t))]
        topic.dep_ = "dislocated"
        if own and not any(c.dep_ in SUBJECTS for c in verb.children if c.i > colon):
            own[0].attach(verb, subject_label(verb))


def join_across_relative(verb: Token) -> None:
    """ "Le fonds, dont l'offre s'élevait à un million, déposera un recours": the subject stands before the commas."""
    if verb.pos_ != "VERB" or not (verb.features.get("Mood") or auxiliaries(verb)):
        return
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    doc, last = verb.doc, verb_group(verb) - 1
    if last <= verb.sent.start or doc[last].text != ",":
        return
    for i in range(last - 1, max(verb.sent.start, last - FAR), -1):
        if doc[i].text == "," and doc[i + 1].lower_ in words("attachments")["relatives"]:
            _give_subject(verb, i, last)
            return


def read_cleft(verb: Token) -> None:
    """ "C'est l'avocat de Paul Roche qui a transmis la lettre": what "qui" stands for is whoever it is said to be."""
    noun = verb.head
    if verb.dep_ != "dep" or noun.pos_ not in NOMINAL or not noun.i < verb.i:
        return
    if any(c.dep_ == "cop" for c in noun.children) and any(
        c.dep_ == "nsubj" and c.features.get("PronType") == "Rel" for c in verb.children
    ):
        verb.dep_ = "acl:relcl"


def join_behind_relative(verb: Token) -> None:
    """ "L'homme qui avait agressé le maire a été condamné": the main verb, which the parse hangs on the relative clause
    before it, has the noun for its subject that the sentence begins with."""
    relative = verb.head
    noun = relative.head
    finite = is_finite(verb) or any(is_finite(c) for c in verb.children if c.dep_.startswith("aux"))
    if relative.dep_ != "acl:relcl" or noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL or not finite:
        return
    if not noun.i < relative.i < verb.i or any(c.dep_ == "case" and c.i < noun.i for c in noun.children):
        return
    if any(c.dep_ in (*SUBJECTS, "mark", "cc") or c.features.get("PronType") == "Rel" for c in verb.children):
        return
    verb.detach()
    noun.attach(verb, subject_label(verb))


def join_behind_participle(verb: Token) -> None:
    """ "La grève prévue mardi n'aura pas lieu", "Les pompiers, cités par la chaîne, évoquent": the participle behind
    the subject is taken for the verb of the sentence, and that for a clause beside it or below it."""
    participle = verb.head
    if participle.dep_ != "ROOT" or not participle.i < verb.i or participle.features.get("VerbForm") != "Part":
        return
    if participle.features.get("Tense") != "Past" or auxiliaries(participle):
        return
    if not is_finite_group(verb):
        return
    nouns = [c for c in participle.children if c.dep_ in SUBJECTS and c.i < participle.i and c.pos_ in NOMINAL]
    if len(nouns) != 1 or any(c.i < nouns[0].i and c.dep_ in ("mark", "cc") for c in participle.children):
        return
    noun, opening = nouns[0], verb.doc[verb_group(verb) - 1]
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if any(c.i < verb.i for c in own) or any(
        c.dep_ in ("mark", "cc") or c.features.get("PronType") == "Rel" for c in verb.children
    ):
        return
    if opening.text == "," and verb.doc[participle.i - 1].text != ",":
        return  # "Le texte adopté lundi, a dit le maire"
    if not _agree_in_number(noun, verb):
        return
    for subject in own:  # "évoquent douze morts": behind the verb stands its object
        subject.dep_ = "obj"
    verb.detach()
    noun.attach(verb, subject_label(verb))
    others = [c for c in participle.children if c.i < noun.i or c.i > verb.i]
    for other in others:
        other.attach(verb, other.dep_)
    participle.attach(noun, "acl")


def join_coordinated(verb: Token) -> None:
    """ "Le maire, Luc Morin, et sa consœur, Anne Roy, ont déposé": the noun that the parse takes for a clause before
    "et" is a subject too, where the verb is of several and the one behind "et" is alone."""
    noun = verb.head
    if verb.dep_ != "conj" or noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL or not is_finite_group(verb):
        return
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    link = next((c for c in verb.children if c.dep_ == "cc" and noun.i < c.i < verb.i), None)
    finite = next((c for c in verb.children if c.dep_.startswith("aux") and is_finite(c)), verb)
    if link is None or len(subjects) != 1 or link.i > subjects[0].i or finite.features.get("Number") != "Plur":
        return
    if subjects[0].features.get("Number") == "Plur" or any(c.dep_ in (*SUBJECTS, "cop") for c in noun.children):
        return
    verb.detach()
    noun.attach(verb, subjects[0].dep_)
    link.attach(subjects[0], "cc")


def leave_participle(verb: Token) -> Token | None:
    """ "La mère de l'enfant retrouvé mort à Vichy a été mise en examen": the participle that no comma parts from the
    nouns before it says something of one of them; the subject is that of the main verb.

    Returns:
        The participle, now of the subject; None where there is none.
    """
    if not is_finite_group(verb) or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    for participle in [c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i and is_past_participle(c)]:
        bound = auxiliaries(participle) or any(c.dep_ in ("mark", "cc", "case") for c in participle.children)
        nouns = [c for c in participle.children if c.dep_ in SUBJECTS and c.i < participle.i and c.pos_ in NOMINAL]
        if bound or len(nouns) != 1 or not _agree_in_number(nouns[0], verb):
            continue
        noun = nouns[0]
        if any(t.is_punct for t in verb.doc[noun.i : participle.i]) or verb.doc[verb_group(verb) - 1].text == ",":
            continue
        noun.attach(verb, subject_label(verb))
        participle.attach(noun, "acl")
        return participle
    return None


def read_opening_as_subject(verb: Token) -> None:
    """ "Une fillette de 8 ans, renversée par un camion, est décédée", "Mardi, Luc Morvan, 45 ans, est mort": a nominal
    that opens the sentence, or of whom the age is told, is no adverb."""
    if verb.pos_ != "VERB" or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    noun, start = verb.children[0], verb_group(verb)
    if verb.doc[start - 1].text != "," or not is_finite_group(verb):
        return
    if (age := age_before(verb, start)) is not None:
        phrases = (c for c in verb.children if c.i < age.i and age.doc[age.i - 3] in c.subtree)
        noun = next(phrases, noun)
        reads = noun.ent_type_ == "PER" or is_bare(noun)
        reads = reads and not any(c.dep_ == "case" for c in noun.children)
    else:
        told = (c for c in noun.children if c.dep_.startswith("acl") and verb.doc[c.subtree[0].i - 1].text == ",")
        reads = any(told) and noun.pos_ == "NOUN" and noun.subtree[0].i == verb.sent.start and is_bare(noun)
    if reads and noun.dep_ == "obl:mod" and _agree_in_number(noun, verb):
        noun.dep_ = subject_label(verb)
        if age is not None:
            age.attach(noun, "nmod")


def age_before(verb: Token, start: int) -> Token | None:
    """ "ans" of ", 45 ans, est mort", between commas before the verb's group, which begins at token `start`."""
    if start - verb.sent.start < 5:
        return None
    opening, number, years, closing = verb.doc[start - 4 : start]
    return years if opening.text == closing.text == "," and number.like_num and years.lemma_ == "an" else None


def is_finite_group(verb: Token) -> bool:
    """The verb or one of its auxiliaries has a mood."""
    return is_finite(verb) or any(is_finite(c) for c in verb.children if c.dep_.startswith(("aux", "cop")))


def _agree_in_number(noun: Token, verb: Token) -> bool:
    finite = next((c for c in verb.children if c.dep_.startswith(("aux", "cop")) and is_finite(c)), verb)
    forms = (noun, *(c for c in noun.children if c.dep_ == "det"))
    numbers = {t.features.get("Number") for t in forms} - {None}
    return finite.features.get("Number") in numbers or len(numbers) != 1


def _give_subject(verb: Token, opening: int, closing: int) -> None:
    noun = verb.doc[opening - 1]
    while noun.dep_ in INSIDE and noun.head.i < noun.i and noun.head.i >= verb.sent.start:
        noun = noun.head
    if noun.pos_ not in NOMINAL or any(c.dep_ == "case" and c.i < noun.i for c in noun.children):
        return
    if any(t.features.get("Mood") for t in verb.doc[max(verb.sent.start, noun.i - FAR) : noun.i]):
        return  # "Il a vu le ministre, qui a parlé, ..." : the noun has a verb already
    relative = next((t for t in verb.ancestors if opening < t.i < closing and t.pos_ in ("VERB", "AUX")), None)
    if relative is not None and (noun in relative.subtree or relative.head is relative):
        if relative.head is relative:
            verb.detach()
        else:
            verb.attach(relative.head, relative.dep_)
    if noun in verb.ancestors:  # the main verb, taken for a second relative clause
        verb.attach(noun.head, "ccomp")
    noun.attach(verb, "nsubj")
    if relative is not None:
        relative.attach(noun, "acl:relcl")
